"""The work list: whom to call first, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

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


@dataclass(frozen=True)
class Wanted:
    """Which pairs of the work list: all, unless said otherwise.

    `list`: "call", "records" (only their records are to be put right) or "" for both. `hidden`: pair ids left out.
    `reasons`, `site` (of the mentee, "-" = unknown): any of them. `mentor`, `search`: parts of a name or id.
    """

    list: Literal["call", "records", ""] = ""
    hidden: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    mentor: str = ""
    search: str = ""

    def params(self) -> dict[str, object]:
        """The wishes that every query of the list takes."""
        return {"hidden": list(self.hidden), "reasons": list(self.reasons)}

    def people(self) -> dict[str, object]:
        """The wishes about people; empty where there are none."""
        if not (self.site or self.mentor.strip() or self.search.strip()):
            return {}
        return {"site": list(self.site), "mentor": self.mentor.strip().lower(), "search": self.search.strip().lower()}


def attention(store: Store, as_of: date, filters: Filters, limit: int = 10, offset: int = 0,
              wanted: Wanted = Wanted()) -> list[AttentionRow]:
    """Rows `offset` to `offset + limit` of the work list, in its order.

    In three steps, because joins and sorts over all columns of all pairs cost ten times as much.
    """
    params: dict[str, object] = {
        "as_of": as_of, "limit": limit, "offset": offset, "list": wanted.list, **filters.params()}
    places = [row["place"] for row in _asked(store, "work_list", wanted, params)]
    if not places:
        return []
    rows = store.rows(
        query("attention"), {"as_of": as_of, "places": places, "first": places[0], "last": places[-1]})
    return _named(store, rows)


def attention_of(store: Store, as_of: date, filters: Filters, pairs: Sequence[str]) -> list[AttentionRow]:
    """Those of these pairs that need attention and are within the filters, in the order of the work list."""
    return _named(store, store.rows(
        query("attention_of"), {"as_of": as_of, "pairs": list(pairs), **filters.params()}))


def emails(store: Store, people: Sequence[str]) -> dict[str, str]:
    """The e-mail addresses of these people, where known."""
    return {row["person_id"]: row["email"] for row in store.rows(query("emails"), {"people": list(people)})}


@dataclass(frozen=True)
class ListCounts:
    """Pairs on the two lists, without those out of sight; and those."""

    call: int = 0
    records: int = 0
    hidden_call: int = 0
    hidden_records: int = 0


def list_counts(store: Store, as_of: date, filters: Filters, wanted: Wanted = Wanted()) -> ListCounts:
    """How many pairs each list holds. `wanted.list` plays no part."""
    rows = _asked(store, "work_list_counts", wanted, {"as_of": as_of, **filters.params()})
    found = {("hidden_" if row["hidden"] else "") + row["list"]: row["pairs"] for row in rows}
    return ListCounts(**found)


def listed_pairs(store: Store, as_of: date, filters: Filters, wanted: Wanted = Wanted()) -> dict[str, str]:
    """All pairs that need attention, each with its first reason's list: "call" or "records"."""
    rows = _asked(store, "listed_pairs", wanted, {"as_of": as_of, **filters.params()})
    return {row["pair_id"]: row["list"] for row in rows}


def _asked(store: Store, name: str, wanted: Wanted, params: dict[str, object]) -> list[dict[str, Any]]:
    """The rows of a query of the list; where people are asked for, over their pairs alone."""
    people = wanted.people()
    text = f"WITH pair_facts AS ({query('matching_pairs')}) {query(name)}" if people else query(name)
    return store.rows(text, {**params, **wanted.params(), **people})


def _named(store: Store, rows: Sequence[dict[str, Any]]) -> list[AttentionRow]:
    people = sorted({row[side] for row in rows for side in ("mentor_id", "mentee_id")})
    names = {row["person_id"]: row["name"] for row in store.rows(query("names"), {"people": people})}
    return [_row(row, names) for row in rows]


def _row(row: dict[str, Any], names: Mapping[str, str]) -> AttentionRow:
    mentor, mentee = names.get(row["mentor_id"]), names.get(row["mentee_id"])
    return AttentionRow(
        row["attention_place"], row["pair_id"], row["mentor_id"], row["mentee_id"], mentor, mentee,
        tuple(row["reasons"]), row | {"mentor_name": mentor, "mentee_name": mentee})
