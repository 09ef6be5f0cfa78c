"""Intake: bytes of any spreadsheet -> typed rows, every row and cell accounted for.

`files` makes cells of bytes, `values` says what one cell or name means, `recognise` what a sheet and its columns are,
`rows` types a table by those decisions. `reading` runs through them, `sandbox` does so in a child process.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .annotate import Mark
from .request import CancelledError, Limits, Reading, ReadRequest, RefusedError
from .sandbox import annotate_file, read_file

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CancelledError", "Limits", "Mark", "ReadRequest", "Reading", "RefusedError", "annotate_file", "read_file",
           "retype"]


def retype(path_of_cells: Path, decisions: Mapping[str, Any]) -> dict[str, pa.Table]:
    """Types kept cells again by the decisions of their import; gives the tables of that reading."""
    from .reading import retype_cells

    return retype_cells(path_of_cells, dict(decisions))
