"""The list of pairs, spelled as the command line prints it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from careerdash.store import Store

from .counts import query
from .filters import Filters

_AS_THEY_ARE = (
    "pair_id", "program", "cohort", "mentor_id", "mentee_id", "department", "state", "start_date", "end_day", "age",
    "cadence_days", "check_ins", "meeting_days", "last_meeting", "days_since", "cadence_state", "cadence_coverage")


def pairs(store: Store, as_of: date, filters: Filters) -> list[dict[str, Any]]:
    """All pairs under the filters, by pair_id; days as ISO text, unknown as None."""
    return [as_listed(row) for row in store.rows(query("pairs"), {"as_of": as_of, **filters.params()})]


def as_listed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the query `pairs` as it is printed: days as ISO text, parts of one thing under its name."""
    pair = {name: value.isoformat() if isinstance(value := row[name], date) else value for name in _AS_THEY_ARE}
    return pair | {
        "milestones": {name: row[f"milestones_{name}"] for name in ("open", "done", "dropped", "overdue", "moved")},
        "goals": row["goals"],
        "resources": row["resources"],
        "checklist": checklist(row) if row["is_active"] else None,
        "satisfaction": {"mentee": row["satisfaction_mentee"], "mentor": row["satisfaction_mentor"]},
        "reasons": row["reasons"],
    }


def checklist(row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The seven items of an active pair by number, out of the masks of its row of `pair_facts`.

    >>> row = {"ticked_mask": 1, "evidenced_mask": 2, "due_mask": 7, "checklist_no_data": False}
    >>> [checklist(row)[item]["state"] for item in "1234"]
    ['done', 'done', 'not_done', 'not_due']
    """
    items = {}
    for item in range(1, 8):
        ticked, evidenced, due = (bool(row[mask] >> (item - 1) & 1)
                                  for mask in ("ticked_mask", "evidenced_mask", "due_mask"))
        if ticked or evidenced:
            state = "done"
        elif row["checklist_no_data"]:
            state = "no_data"
        else:
            state = "not_done" if due else "not_due"
        items[str(item)] = {"state": state, "ticked": ticked, "evidenced": evidenced}
    return items
