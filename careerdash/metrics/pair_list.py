"""The list of pairs, a page at a time: found, filtered and sorted over all pairs in SQL.

The texts are put together from parts of this module alone, so that no join is made that a question does not need:
at 100,000 pairs each costs more than the rest of the query.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from careerdash.store import Store

from .counts import query
from .filters import Filters

Sort = Literal["start", "mentee", "mentor", "program", "cohort", "department", "last_meeting", "days_since", "coverage",
               "meetings", "milestones", "overdue", "actions", "attention"]
"""What the list may be sorted by; unknown values stand last, ties are in the order of pair_id."""

SORTS: tuple[Sort, ...] = get_args(Sort)

_KEYS: dict[Sort, str] = {
    "start": "facts.start_date", "mentee": "names.mentee_folded", "mentor": "names.mentor_folded",
    "program": "facts.program", "cohort": "facts.cohort", "department": "facts.department",
    "last_meeting": "facts.last_meeting", "days_since": "facts.days_since", "coverage": "facts.cadence_coverage",
    "meetings": "facts.meeting_days",
    "milestones": "facts.milestones_done / nullif(facts.milestones_done + facts.milestones_open, 0)",
    "overdue": "facts.milestones_overdue",
    "actions": "CASE WHEN facts.is_active AND NOT facts.checklist_no_data THEN "
               "bit_count((facts.ticked_mask | facts.evidenced_mask) & facts.due_mask) "
               "/ nullif(bit_count(facts.due_mask), 0) END",
    "attention": "facts.attention_place"}

_NAMES = "JOIN pair_names AS names USING (pair_id)"
_STATE = "AND list_contains($state::VARCHAR[], facts.state)"
_WORDS = ("AND facts.pair_id IN (SELECT pair_id FROM pair_names "
          "WHERE len(list_filter($words::VARCHAR[], lambda x: NOT contains(search_text, x))) = 0)")
_MENTOR = "AND facts.pair_id IN (SELECT pair_id FROM pair_names WHERE contains(mentor_folded, $mentor))"
_SPELLS = "SELECT person_id FROM person_span WHERE from_day <= $as_of AND (to_day IS NULL OR to_day > $as_of)"
_SITE = (f"AND (facts.mentee_id IN ({_SPELLS} AND list_contains($site::VARCHAR[], coalesce(location, '-'))) "
         f"OR (list_contains($site::VARCHAR[], '-') AND facts.mentee_id NOT IN ({_SPELLS})))")

GAPS = 24
"""The most gaps of a line."""

_AT_ONCE = 10_000
"""Pairs whose lines are fetched at once for an export: small in memory, few queries."""


@dataclass(frozen=True)
class Search:
    """What is looked for: words that all occur in names, e-mail addresses or ids, whatever their case and accents.

    `mentor`: part of the mentor's name. `site`: of the mentee; "-" is unknown. `state`: as in `pair_facts`.
    Empty: all.
    """

    words: str = ""
    mentor: str = ""
    site: tuple[str, ...] = ()
    state: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """The order of the list; `down`: the largest or latest first."""

    by: Sort = "start"
    down: bool = True


def pair_states(store: Store, as_of: date, filters: Filters, search: Search) -> dict[str, int]:
    """How many pairs a search finds in each state, whatever states it asks for."""
    conditions, params = _asked(store, search)
    rows = store.rows(query("pair_states").format(conditions=conditions),
                      {"as_of": as_of, **filters.params(), **params})
    return {row["state"]: row["pairs"] for row in rows}


def pair_page(store: Store, as_of: date, filters: Filters, search: Search, order: Order, limit: int, offset: int
              ) -> list[dict[str, Any]]:
    """The lines `offset` to `offset + limit` of the list in its order.

    A line holds the pair's columns of `pair_facts` that a table shows, `mentor_name`, `mentee_name`, `site`,
    `milestones_share` (done of those not dropped), `actions_share` (mentor actions done of those due; active pairs
    alone) and `gaps`: its last gaps between meeting days, in days, oldest first.
    """
    lines = _lines(store, as_of, _places(store, as_of, filters, search, order, limit, offset))
    ids = [line["pair_id"] for line in lines]
    found = store.rows(query("pair_gaps"), {"as_of": as_of, "ids": ids, "most": GAPS}) if ids else []
    gaps = {row["pair_id"]: row["gaps"] for row in found}
    return [{**line, "gaps": gaps.get(line["pair_id"], [])} for line in lines]


def all_lines(store: Store, as_of: date, filters: Filters, search: Search, order: Order) -> Iterator[dict[str, Any]]:
    """All lines that a search finds, in the list's order, without their gaps; some thousand at a time."""
    places = _places(store, as_of, filters, search, order, 2**31, 0)
    for start in range(0, len(places), _AT_ONCE):
        yield from _lines(store, as_of, places[start:start + _AT_ONCE])


def mentee_sites(store: Store, as_of: date, filters: Filters) -> list[str]:
    """The sites of mentees of the programs asked for, by name; "-" (unknown) last where it occurs."""
    rows = store.rows(query("mentee_sites"), {"program": list(filters.program)})
    return sorted((row["site"] for row in rows), key=lambda site: (site == "-", site))


def _places(store: Store, as_of: date, filters: Filters, search: Search, order: Order, limit: int, offset: int
            ) -> list[int]:
    conditions, params = _asked(store, search)
    if search.state:
        conditions, params = f"{conditions} {_STATE}", {**params, "state": list(search.state)}
    key = _KEYS[order.by]
    text = query("pair_page").format(
        names=_NAMES if key.startswith("names.") else "", conditions=conditions, key=key,
        direction="DESC" if order.down else "ASC")
    rows = store.rows(text, {"as_of": as_of, "limit": limit, "offset": offset, **filters.params(), **params})
    return [row["place"] for row in rows]


def _asked(store: Store, search: Search) -> tuple[str, dict[str, object]]:
    """The conditions of a search, but for the state, and their parameters."""
    params: dict[str, object] = {}
    conditions = []
    if words := _folded(store, search.words).split():
        conditions.append(_WORDS)
        params["words"] = words
    if mentor := _folded(store, search.mentor).strip():
        conditions.append(_MENTOR)
        params["mentor"] = mentor
    if search.site:
        conditions.append(_SITE)
        params["site"] = list(search.site)
    return " ".join(conditions), params


def _folded(store: Store, text: str) -> str:
    return str(store.rows(query("folded"), {"text": text})[0]["folded"]) if text.strip() else ""


def _lines(store: Store, as_of: date, places: list[int]) -> list[dict[str, Any]]:
    return store.rows(query("pair_lines"), {"as_of": as_of, "places": places}) if places else []
