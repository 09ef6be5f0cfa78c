"""Rows to take away, a batch at a time: pairs, reasons for attention, milestones, check-ins. Never private texts."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from careerdash.store import Store

from .attention import AttentionRow, attention
from .counts import query
from .filters import Filters
from .pairs import as_listed

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]
_AT_ONCE = 5000
_NO_CHECKLIST: Row = {str(item): {"state": None, "ticked": None, "evidenced": None} for item in range(1, 8)}


def pair_rows(store: Store, as_of: date, filters: Filters) -> Iterator[dict[str, Any]]:
    """All pairs under the filters as `pairs` lists them, flat and with the names of their people, by pair_id.

    What lies deeper is named by its way: `milestones_open`, `checklist_1_state`, `satisfaction_mentee`; reasons are
    one text, comma between. Of a pair that is not active all `checklist_...` are None.
    """
    names = {row["person_id"]: row["name"] for row in store.rows(
        "SELECT person_id, name FROM people WHERE name IS NOT NULL ORDER BY person_id")}
    for batch in _batches(store, "pairs", {"as_of": as_of, **filters.params()}):
        for row in batch.to_pylist():
            pair = as_listed(row)
            listed = pair.pop("checklist") or _NO_CHECKLIST
            flat = {"mentor_name": names.get(row["mentor_id"]), "mentee_name": names.get(row["mentee_id"]),
                    "reasons": ", ".join(pair.pop("reasons")) or None}
            yield dict(_flattened(pair | {"checklist": listed})) | flat


def attention_rows(store: Store, as_of: date, filters: Filters) -> Iterator[AttentionRow]:
    """The whole work list, in its order."""
    offset = 0
    while rows := attention(store, as_of, filters, _AT_ONCE, offset):
        yield from rows
        offset += _AT_ONCE


def milestone_rows(store: Store, as_of: date, filters: Filters) -> "Iterator[pa.RecordBatch]":
    """All milestones of the pairs under the filters, as they stand on the day, as Arrow columns."""
    return _batches(store, "milestone_rows", {"as_of": as_of, **filters.params()})


def check_in_rows(store: Store, as_of: date, filters: Filters, most: int) -> "Iterator[pa.RecordBatch]":
    """The check-ins by the day of the pairs under the filters as Arrow columns, without notes.

    The latest where there are too many. `counts`: held, on or after the pair's start and on or before its end.
    """
    return _batches(store, "check_in_rows", {"as_of": as_of, "most": most, **filters.params()})


def check_in_number(store: Store, as_of: date, filters: Filters) -> int:
    """How many check-ins by the day the pairs under the filters have."""
    return int(store.rows(query("check_in_number"), {"as_of": as_of, **filters.params()})[0]["check_ins"])


def limits(store: Store) -> list[dict[str, Any]]:
    """The limits in force: {"key", "program" (None: all), "value"}."""
    return store.rows("SELECT key, program, value FROM setting ORDER BY key, program NULLS FIRST")


def _batches(store: Store, name: str, params: Mapping[str, object]) -> "Iterator[pa.RecordBatch]":
    yield from store.arrow(query(name), params).to_batches(max_chunksize=_AT_ONCE)


def _flattened(row: Row, stem: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{stem}{key}_")
        else:
            yield f"{stem}{key}", value
