"""`python -m careerdash`."""

import sys

from careerdash.cli import main

if __name__ == "__main__":
    sys.exit(main())
