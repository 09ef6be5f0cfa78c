"""The work list: whom to call first, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerdash.store import Store

from .counts import query
from .filters import Filters

RECORDS_ONLY: frozenset[str] = frozenset({"past_planned_end", "no_data", "ticked_no_evidence"})
"""Reasons that ask for the records to be put right, not for a call."""


@dataclass(frozen=True)
class AttentionRow:
    """One pair of the work list.

    `reasons` in the order of the definitions, never empty. `facts`: its row of `pair_facts` with
    `mentor_name` and `mentee_name`: all numbers that the reasons' sentences need.
    """

    place: int
    pair_id: str
    mentor_id: str
    mentee_id: str
    mentor_name: str | None
    mentee_name: str | None
    reasons: tuple[str, ...]
    facts: Mapping[str, Any]

    @property
    def records_only(self) -> bool:
        """Whether the pair needs no call, only its records put right."""
        return RECORDS_ONLY.issuperset(self.reasons)


def attention(store: Store, as_of: date, filters: Filters, limit: int = 10, offset: int = 0) -> list[AttentionRow]:
    """Rows `offset` to `offset + limit` of the work list, in its order.

    In three steps, because joins and sorts over all columns of all pairs cost ten times as much.
    """
    params = {"as_of": as_of, "limit": limit, "offset": offset, **filters.params()}
    places = [row["place"] for row in store.rows(query("work_list"), params)]
    if not places:
        return []
    rows = store.rows(
        query("attention"), {"as_of": as_of, "places": places, "first": places[0], "last": places[-1]})
    people = sorted({row[side] for row in rows for side in ("mentor_id", "mentee_id")})
    names = {row["person_id"]: row["name"] for row in store.rows(query("names"), {"people": people})}
    return [_row(row, names) for row in rows]


def _row(row: dict[str, Any], names: Mapping[str, str]) -> AttentionRow:
    mentor, mentee = names.get(row["mentor_id"]), names.get(row["mentee_id"])
    return AttentionRow(
        row["attention_place"], row["pair_id"], row["mentor_id"], row["mentee_id"], mentor, mentee,
        tuple(row["reasons"]), row | {"mentor_name": mentor, "mentee_name": mentee})
