"""Files and ledger -> a complete DuckDB file."""

from .code import code_version
from .database import build_database, place_rows, warm_up
from .plan import BuildError, BuildPlan, BuildResult, Cube, LostZeros, Placed, Progress, RowIssue, Source, WhoIsMeant

__all__ = ["BuildError", "BuildPlan", "BuildResult", "Cube", "LostZeros", "Placed", "Progress", "RowIssue", "Source",
           "WhoIsMeant", "build_database", "code_version", "place_rows",
           "warm_up"]
