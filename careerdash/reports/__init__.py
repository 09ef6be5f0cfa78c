"""Files to take away: workbooks, slides, pages to print."""
