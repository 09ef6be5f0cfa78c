"""What Feedback shows beyond the metrics and series: answers by score, sides against each other, groups of pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerdash.store import Store

from .counts import query
from .details import Rows
from .estimates import wilson
from .filters import Filters

GROUPS: Mapping[str, tuple[str, ...]] = {
    "started": ("active", "paused", "completed", "ended_early", "ended"), "open": ("active", "paused"),
    "ended_early": ("ended_early",)}
"""Groups of pairs by state: all that started, those still open, those closed early."""


@dataclass(frozen=True)
class Score:
    """Satisfied answers of one side in one group: `pairs` in it, `answered` of them, `satisfied` of those.

    `low`, `high`: Wilson interval of the share, None without an answer.
    """

    respondent: str
    group: str
    pairs: int
    answered: int
    satisfied: int
    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        """The share satisfied; None without an answer."""
        return self.satisfied / self.answered if self.answered else None


def scores(rows: Sequence[Mapping[str, Any]]) -> list[Score]:
    """The series `satisfaction_by_state` added up in `GROUPS`, mentees first; groups without a pair are left out."""
    found = []
    for side in ("mentee", "mentor"):
        for group, states in GROUPS.items():
            mine = [row for row in rows if row["respondent"] == side and row["state"] in states]
            pairs, answered, satisfied = (sum(row[key] for row in mine) for key in ("pairs", "answered", "satisfied"))
            if pairs:
                found.append(Score(side, group, pairs, answered, satisfied, *wilson(satisfied, answered)))
    return found


def answer_scores(store: Store, as_of: date, filters: Filters) -> Rows:
    """Latest answers of active pairs by score: {"side", "score" (1 to 5), "answers"}."""
    return store.rows(query("answer_scores"), {"as_of": as_of, **filters.params()})


def answer_differences(store: Store, as_of: date, filters: Filters) -> dict[int, int]:
    """Active pairs with both latest answers, by mentor's score less mentee's."""
    rows = store.rows(query("answer_differences"), {"as_of": as_of, **filters.params()})
    return {row["difference"]: row["pairs"] for row in rows}


def disagreements(store: Store, as_of: date, filters: Filters) -> Rows:
    """Pairs with the reason `sides_disagree`, the latest first: {"pair_id", "mentor_name", "mentee_name", "program",
    "scores_disagree", "met_disagree", "day" (when both had answered)}; never a score."""
    return store.rows(query("disagreements"), {"as_of": as_of, **filters.params()})
