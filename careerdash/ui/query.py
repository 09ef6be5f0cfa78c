"""The questions of the pages, each asked once a (build, day, filters) and then remembered.

A build never changes, so its path is its identity. The results are shared: pages read them, and
never write into them. Every question that reads pairs gets the view's filters, and those hold only what
the viewer may see: so the answers are remembered by filters, whoever asks.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from .. import metrics
from ..access import Viewer
from ..imports.export import write_csv
from ..imports.manage import history, receipt
from ..imports.waiting import Waiting, WaitingRow, people_waiting, waiting_rows
from ..ledger.folder import DataFolder
from ..ledger.follow_ups import FollowUp
from ..ledger.follow_ups import follow_ups as events
from ..ledger.ledger import Ledger
from ..metrics import Dimension, Filters, MetricValue, details
from ..metrics.changes import Change, Moment, changes, set_aside
from ..metrics.gaps import FieldFill, field_fills
from ..metrics.partners import without_partner
from ..reports.pack import write_pack
from .view import Source, View, opened

Row = Mapping[str, Any]
Values = Mapping[str, MetricValue]
Answer = TypeVar("Answer")

BEFORE = timedelta(days=28)
"""Arrows compare with this long ago: four whole weeks."""


def data_day(source: Source) -> date:
    """The latest day that any import in force says its data is from."""
    return opened(str(source.path)).data_day


@lru_cache(maxsize=32)
def _options(path: str, programs: tuple[str, ...] | None) -> Mapping[str, Sequence[str]]:
    return metrics.options(opened(path), programs)


def options(source: Source, viewer: Viewer) -> Mapping[str, Sequence[str]]:
    """The values of each filter that the data knows and the viewer may see."""
    return _options(str(source.path), viewer.programs)


@lru_cache(maxsize=256)
def _values(path: str, as_of: date, filters: Filters, keys: tuple[str, ...]) -> Values:
    return metrics.values(opened(path), as_of, filters, keys)


def values(view: View, keys: Sequence[str], as_of: date | None = None) -> Values:
    """The values of these metrics, on the view's day or another one."""
    return _values(str(view.source.path), as_of or view.as_of, view.filters, tuple(keys))


@lru_cache(maxsize=256)
def _series(path: str, as_of: date, filters: Filters, names: tuple[str, ...]) -> Mapping[str, Sequence[Row]]:
    return metrics.series(opened(path), as_of, filters, names)


def series(view: View, names: Sequence[str], as_of: date | None = None) -> Mapping[str, Sequence[Row]]:
    """These series, on the view's day or another one."""
    return _series(str(view.source.path), as_of or view.as_of, view.filters, tuple(names))


@lru_cache(maxsize=64)
def _trend(path: str, as_of: date, filters: Filters,
           keys: tuple[str, ...]) -> Mapping[str, Sequence[tuple[date, MetricValue]]]:
    return metrics.trend(opened(path), keys, as_of, filters)


def trend(view: View, keys: Sequence[str]) -> Mapping[str, Sequence[tuple[date, MetricValue]]]:
    """Twelve month ends before the view's day, and that day."""
    return _trend(str(view.source.path), view.as_of, view.filters, tuple(keys))


@lru_cache(maxsize=64)
def _compare(path: str, as_of: date, filters: Filters, keys: tuple[str, ...], by: Dimension) -> Sequence[Row]:
    return metrics.compare(opened(path), keys, as_of, filters, by)


def compare(view: View, keys: Sequence[str], by: Dimension) -> Sequence[Row]:
    """The values of these metrics for each program, cohort or department."""
    return _compare(str(view.source.path), view.as_of, view.filters, tuple(keys), by)


@lru_cache(maxsize=32)
def _files(root: Path, path: str) -> Sequence[Row]:
    return tuple(entry for entry in history(DataFolder(root)) if entry["state"] == "in force")


def files(source: Source) -> Sequence[Row]:
    """The imports in force behind a build, oldest first, as `imports --json` prints them."""
    return _files(source.folder.root, str(source.path))


@lru_cache(maxsize=32)
def _last_effect(root: Path, path: str) -> Mapping[str, Any]:
    entries = [entry for entry in history(DataFolder(root)) if entry["state"] == "in force"]
    if not entries:
        return {}
    last = max(entries, key=lambda entry: entry["import_id"])
    batch = [entry for entry in entries if entry["batch"] == last["batch"]]
    return {"files": [entry["file"] for entry in batch], "received_at": last["received_at"],
            "changes": [entry["changes"] for entry in batch],
            "effect": receipt(DataFolder(root), last["import_id"]).get("effect", {})}


def last_import(view: View) -> Mapping[str, Any]:
    """The last drop in force: {"files", "received_at", "changes" (one a file), "effect"}; {} where there is none.

    What it changed is counted over all programs, so that only who sees all of them gets changes and effect.
    """
    found = _last_effect(view.source.folder.root, str(view.source.path))
    if view.viewer.programs is None:
        return found
    return {name: value for name, value in found.items() if name not in ("changes", "effect")}


@lru_cache(maxsize=4)
def _waiting_rows(root: Path, path: str) -> tuple[WaitingRow, ...]:
    return waiting_rows(DataFolder(root))


def waiting(view: View) -> list[Waiting]:
    """The people without a partner on the view's day, under its program and cohort, the longest wait first."""
    people = tuple(people_waiting(_waiting_rows(view.source.folder.root, str(view.source.path)), view.as_of))
    return [people[place] for place in detail(view, without_partner, people)]


def detail(view: View, question: Callable[..., Answer], *more: Hashable) -> Answer:
    """The answer to one question of `metrics.details`, for the view's day and filters."""
    answer: Answer = _detail(question, str(view.source.path), view.as_of, view.filters, more)
    return answer


def fresh(view: View, question: Callable[..., Answer], *more: Hashable) -> Answer:
    """The same asked anew and not remembered: for files to take away, which may hold all rows."""
    return question(opened(str(view.source.path)), view.as_of, view.filters, *more)


def in_sight(view: View, question: Callable[..., Answer], *more: Hashable) -> Answer:
    """The answer to a question about all that the viewer may see, whatever the filters: `(store, as_of, filters, ...)`.

    For a page that names its pair itself; a pair out of sight is one that the question does not find.
    """
    answer: Answer = _detail(question, str(view.source.path), view.as_of, view.in_sight, more)
    return answer


def follow_ups(view: View, ids: Sequence[str]) -> Sequence[FollowUp]:
    """What coordinators recorded about a pair under any of its ids, oldest first; read live, never remembered."""
    if not Ledger.exists(view.source.folder):
        return ()
    ledger = Ledger(view.source.folder)
    try:
        return events(ledger, ids)
    finally:
        ledger.close()


@lru_cache(maxsize=128)
def _detail(question: Callable[..., Any], path: str, as_of: date, filters: Filters, more: tuple[Hashable, ...]) -> Any:
    return question(opened(path), as_of, filters, *more)


@lru_cache(maxsize=8)
def _rules(path: str) -> Mapping[str, float]:
    return details.rules(opened(path))


def rules(view: View) -> Mapping[str, float]:
    """The general limits in force, by rule key."""
    return _rules(str(view.source.path))


@lru_cache(maxsize=64)
def _changed(before: str, before_day: date, after: str, after_day: date, filters: Filters) -> Sequence[Change]:
    return changes(Moment(opened(before), before_day), Moment(opened(after), after_day), filters)


def changed(view: View, before: tuple[Path, date], after: tuple[Path, date]) -> Sequence[Change]:
    """What changed from one build on a day to another, under the view's filters."""
    return _changed(str(before[0]), before[1], str(after[0]), after[1], view.filters)


@lru_cache(maxsize=16)
def _aside(path: str) -> Sequence[Row]:
    return set_aside(opened(path))


def aside(view: View, path: Path) -> Sequence[Row]:
    """Rows that a build could not take in; none for who does not see all programs."""
    return _aside(str(path)) if view.viewer.programs is None else ()


@lru_cache(maxsize=16)
def _receipts(root: Path, path: str) -> Sequence[tuple[Row, Row]]:
    folder = DataFolder(root)
    return tuple((entry, receipt(folder, entry["import_id"])) for entry in _files(root, path))


def receipts(view: View) -> Sequence[tuple[Row, Row]]:
    """Imports in force with their receipts, oldest first; none for who does not see all programs."""
    return _receipts(view.source.folder.root, str(view.source.path)) if view.viewer.programs is None else ()


@lru_cache(maxsize=8)
def _fills(path: str) -> Sequence[FieldFill]:
    return field_fills(opened(path))


def fills(view: View) -> Sequence[FieldFill]:
    """How far each field of each table is filled, over all rows in force: counts, of nobody."""
    return _fills(str(view.source.path))


def table_csv(view: View, table: str) -> bytes:
    """One table as `export` writes it, without private texts. Raises PermissionError for who does not see all of it."""
    if view.viewer.programs is not None:
        raise PermissionError("tables are for who sees all programs")
    with TemporaryDirectory() as place:
        path = Path(place) / "table.csv"
        write_csv(opened(str(view.source.path)), table, path)
        return path.read_bytes()


def pack(view: View) -> bytes:
    """The workbook of all numbers and lists, of the view's day and filters."""
    target = BytesIO()
    write_pack(opened(str(view.source.path)), view.as_of, view.filters, target, files=files(view.source),
               demo=view.source.demo)
    return target.getvalue()
