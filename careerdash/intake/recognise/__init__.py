"""What a sheet is: where its tables stand, which table each is, and which field each column."""
