"""Starts the server: `python -m careerdash.ui.serve`, with any option of `streamlit run` behind it.

`streamlit run app.py` starts the same dashboard, but for one thing: because there is a folder `pages/`,
Streamlit 1.67 takes the first visitor of a fresh server for one of an app with automatic pages, and tells
whoever opens the address of a page that it does not exist.
"""

import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

APP = Path(__file__).resolve().parents[2] / "app.py"


def main() -> None:
    """Runs the server until it is stopped."""
    PagesManager.uses_pages_directory = False
    cli.main(["run", str(APP), *sys.argv[1:]], prog_name="streamlit")


if __name__ == "__main__":
    main()
