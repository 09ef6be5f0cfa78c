"""What is said about one metric, beside the SQL that counts it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["count", "share", "share_with_interval", "net", "quantile", "survival", "load"]
"""How the value follows from the counts; `net` is promoters minus detractors, `load` pairs per mentor."""

Direction = Literal["up", "down", "none"]
"""Which way is better; `none`: more is not better."""

Format = Literal["number", "percent", "days", "score", "ratio"]
"""How the value is shown: 117, 71 %, 14 days, +40, 1.3."""


@dataclass(frozen=True)
class Metric:
    """One entry of the catalogue.

    `label` and `sentence` are what pages show; `unit` is what the denominator counts; `left_out` the reasons for
    leaving out, the first that fits counting; `needs` the tables without which there is no number.
    """

    key: str
    label: str
    sentence: str
    unit: str
    direction: Direction
    format: Format
    kind: Kind = "share"
    left_out: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("pair",)
    counted_as: str | None = None
    quantile: Fraction = Fraction(1, 2)

    @property
    def source(self) -> str:
        """The name under which its counts are kept: its key, unless it shares them."""
        return self.counted_as or self.key

    @property
    def has_interval(self) -> bool:
        """Whether `low` and `high` belong to the value."""
        return self.kind in ("share_with_interval", "net")


LEFT_OUT: dict[str, str] = {
    "paused": "paused pairs",
    "no_check_in_data": "no meeting data in the program",
    "no_goal_data": "no goal data in the program",
    "no_resource_data": "no resource data in the program",
    "no_vision_data": "no vision data in the program",
    "no_milestone_data": "no milestone data in the program",
    "no_feedback_data": "no survey data in the program",
    "ending": "about to end",
    "started_today": "started on the day itself",
    "before_start": "held before the pair's start",
    "after_end": "held after the pair's end",
    "agenda_unknown": "nothing known about the topics",
    "record_unknown": "not known whether a record was kept",
    "dropped": "dropped",
    "no_due_date": "no due date",
    "no_completed_date": "done, the day is not known",
    "no_data": "no checklist data",
    "no_framework": "no framework",
    "criteria_unknown": "no criterion known",
    "department_unknown": "a department is not known",
    "no_statement_date": "stated, the day is not known",
    "stale": "answered more than a year ago",
    "too_new": "too new to be asked",
}
"""The reasons for leaving out, in plain words."""
