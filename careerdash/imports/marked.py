"""The user's own workbook with every doubtful cell marked, to be corrected and dropped again."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careerdash.intake import Limits, Mark, RefusedError, annotate_file
from careerdash.ledger.folder import DataFolder

from .model import Corrections, ImportsError
from .receive import NotReadableError, Workspace


def marked_name(name: str) -> str:
    """What the copy of a file is called.

    >>> marked_name("Sessions.csv")
    'Sessions marked.xlsx'
    """
    return f"{Path(name).stem} marked{_suffix(name)}"


def _suffix(name: str) -> str:
    return ".xlsm" if Path(name).suffix.lower() == ".xlsm" else ".xlsx"


def marked_copy(folder: DataFolder, path: Path, name: str, issues: Sequence[Mapping[str, Any]],
                corrections: Corrections) -> bytes:
    """The copy's bytes: an xlsx (xlsm stays one), other files as a workbook of the same cells.

    Issues as `check` prints them; cells that were corrected hold what was said. Raises ImportsError with one sentence.
    """
    marks = [Mark(issue["sheet"], issue["row"], issue["column"], issue["kind"], issue["message"])
             for issue in issues if issue["sheet"] and issue["row"]]
    fixes = [(*place, text) for place, text in corrections.fixes.items()]
    try:
        with Workspace(folder) as workspace:
            received = workspace.receive(path, Limits().csv_bytes)
            out = received.path.parent / f"marked{_suffix(name)}"
            annotate_file(received.path, Path(name).name, marks, fixes, out)
            return out.read_bytes()
    except RefusedError as error:
        raise ImportsError(error.message) from error
    except NotReadableError as error:
        raise ImportsError(str(error)) from error
