"""`python -m careerdash`."""

import sys

from careerdash.cli import main


class _NoPandas:
    """duckdb imports pandas for any query with a parameter, and pyarrow for any array, only to look for its types:
    0.7 s of 1.2 s (measured), for nothing. To the command line, which uses none of it, there is no pandas."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raises ModuleNotFoundError for pandas, and leaves all else to the other finders."""
        if name.split(".")[0] == "pandas":
            raise ModuleNotFoundError(name)


if __name__ == "__main__":
    sys.meta_path.insert(0, _NoPandas())
    sys.exit(main())
