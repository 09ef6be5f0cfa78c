"""What is different between two days, or between two builds, each at a day of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerdash.store import Scratch, Store

from .counts import query
from .filters import Filters

KINDS: tuple[str, ...] = (
    "newly_silent", "newly_overdue", "left", "closed", "recovered", "milestones_done", "started", "open_again", "gone")
"""The kinds of change, those that ask for something first."""

_PEOPLE = "SELECT person_id, name FROM people WHERE name IS NOT NULL ORDER BY person_id"
_IDENTITY = "SELECT old_id, id FROM identity WHERE kind = 'pair' ORDER BY old_id, id"


@dataclass(frozen=True)
class Moment:
    """A build, looked at on a day."""

    store: Store
    as_of: date


@dataclass(frozen=True)
class Change:
    """One pair that changed, or one of its people who left.

    `n`: milestones newly overdue or done, else 1. `days`: since the last meeting, or newly overdue for at most. `day`:
    of the last meeting, the start, the end, or the person's last one. `was`, `became`: states; of people who left, the
    side.
    """

    kind: str
    pair_id: str
    program: str | None
    mentor_id: str
    mentee_id: str
    mentor_name: str | None
    mentee_name: str | None
    n: int
    days: int | None
    day: date | None
    was: str | None
    became: str | None

    @property
    def person(self) -> str:
        """Of people who left: who."""
        return self.mentor_id if self.became == "mentor" else self.mentee_id


def changes(before: Moment, after: Moment, filters: Filters) -> list[Change]:
    """All changes from one moment to the other, of the pairs under the filters, by kind in the order of `KINDS`.

    A pair is the same one also where a later import gave it another id. A pair that only the later build knows counts
    as closed, or its milestones as done, only where that was after the earlier day.
    """
    tables = {f"{when}_{name}": moment.store.arrow(text, {"as_of": moment.as_of} if name in ("pair", "step") else {})
              for when, moment in (("then", before), ("now", after)) for name, text in (
                  ("pair", query("pair_then")), ("step", query("step_then")), ("identity", _IDENTITY),
                  ("people", _PEOPLE))}
    with Scratch(tables) as scratch:
        rows = scratch.arrow(query("pair_changes"), {
            "before": before.as_of, "kinds": list(KINDS), **filters.params()}).to_pylist()
    return [Change(**row) for row in rows]


def counted(found: Sequence[Change]) -> Mapping[str, int]:
    """How many of each kind, in the order of `KINDS`, only above 0: pairs; milestones done; people who left."""
    counts: dict[str, int] = {}
    for kind in KINDS:
        mine = [change for change in found if change.kind == kind]
        n = (len({change.person for change in mine}) if kind == "left"
             else sum(change.n for change in mine) if kind == "milestones_done" else len(mine))
        if n:
            counts[kind] = n
    return counts


def set_aside(store: Store) -> list[dict[str, Any]]:
    """Rows that the build could not take in: {"import_id", "sheet", "row", "part", "table_name", "code", "message"}."""
    return store.rows(
        "SELECT import_id, sheet, row, part, table_name, code, min(message) AS message FROM row_note "
        "WHERE kind = 'error' GROUP BY ALL ORDER BY import_id, sheet, row, part, table_name, code")
