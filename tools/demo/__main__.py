"""`python -m tools.demo [FOLDER]`: writes the demo workbooks (default data/demo)."""

import sys
from pathlib import Path

from .make import make_company, write_demo


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "demo"
    for entry in write_demo(folder, make_company()):
        print(f"{entry['as_of']}  {folder / entry['file']}")


if __name__ == "__main__":
    main()
