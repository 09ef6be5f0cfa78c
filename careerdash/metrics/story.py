"""One pair's story on a day: all that its own page shows, private text among it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from careerdash.build.mart import year_earlier
from careerdash.store import Store

from .counts import query
from .filters import Filters
from .identity import current_pairs

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Story:
    """All rows about one pair that exist by the day, oldest first.

    `facts`: its row of `pair_facts` with `mentor_name`, `mentee_name`, `mentor_email`, `mentee_email`, `site`,
    `end_reason`, `ids` (every id that the pair ever had). Days after the day asked for are unknown (None), but for
    due and target days and `facts["next_planned"]`. `vision` is None where no file has a row of it.
    `milestones`: with `state` (open, done, dropped), `overdue`, `moved_days`. `goals`: those that count and those
    dropped, with `state` (open, achieved, dropped), `overdue`, `moved`. `check_ins`: with `counts` and, for the
    first of a meeting day, `gap`. `extras`: {"table_name", "source_file", "source_sheet", "source_row", "extras"}, the
    last as JSON.
    """

    facts: Row
    vision: Row | None
    goals: Sequence[Row]
    milestones: Sequence[Row]
    check_ins: Sequence[Row]
    ticks: Mapping[int, date | None]
    resources: Sequence[Row]
    feedback: Sequence[Row]
    recognitions: Sequence[Row]
    extras: Sequence[Row]


def story(store: Store, as_of: date, in_sight: Filters, asked: str) -> Story | None:
    """The story of the pair that was ever called `asked`; None where no pair was.

    `in_sight`: what the viewer may see; a pair of another program is answered like an unknown one.
    """
    pair_id = current_pairs(store, [asked]).get(asked)
    params = {"as_of": as_of, "pair_id": pair_id}
    facts = store.rows(query("story/pair"), params) if pair_id is not None else []
    if not facts or (in_sight.program and facts[0]["program"] not in in_sight.program):
        return None
    visions = store.rows(query("story/vision"), params)
    ticks = store.rows("SELECT item, done_date FROM checklist WHERE pair_id = $pair_id AND done "
                       "AND (done_date IS NULL OR done_date <= $as_of) ORDER BY item", params)
    return Story(
        facts[0], visions[0] if visions else None,
        store.rows(query("story/goals"), params), store.rows(query("story/milestones"), params),
        store.rows(query("story/check_ins"), params), {row["item"]: row["done_date"] for row in ticks},
        store.rows(query("story/resources"), params), store.rows(query("story/feedback"), params),
        store.rows("SELECT date, kind, note FROM recognition WHERE pair_id = $pair_id AND date <= $as_of "
                   "ORDER BY date, kind, note", params),
        store.rows(query("story/extras"), params))


def stretches(told: Story) -> list[tuple[date, date, str, bool]]:
    """The time between start, meeting days and the end or the day: (from, to, fit, whether no meeting ends it).

    `fit` as for gaps: `as_agreed` up to the interval and its grace, `late` up to twice the interval and the grace,
    `silent` beyond. Planned pairs, and those of a program without meeting data, have none.
    """
    facts = told.facts
    if not facts["is_started"] or not facts["has_check_in_data"]:
        return []
    end = facts["as_of"] if facts["end_day"] is None else min(facts["as_of"], facts["end_day"])
    days = sorted({row["date"] for row in told.check_ins if row["counts"]})
    points = [facts["start_date"], *days, end]
    found = []
    for place, (first, last) in enumerate(pairwise(points)):
        length = (last - first).days
        if length > 0:  # an end before the start is only warned of
            late = facts["cadence_days"] + facts["grace"]
            fit = "as_agreed" if length <= late else "late" if length <= late + facts["cadence_days"] else "silent"
            found.append((first, last, fit, place == len(points) - 2))
    return found


@dataclass(frozen=True)
class PlanOnFile:
    """Whether a plan is on file, since when (None: not known), and when it was last reviewed by the day.

    `reviewed`: within the twelve months up to the day, the same day last year among them.
    """

    on_file: bool
    since: date | None
    reviewed: bool
    last_review: date | None


def plan_on_file(told: Story) -> PlanOnFile:
    """The answer that yearly duties ask for. A plan is on file where a vision is stated; only a review is a review."""
    vision, as_of = told.vision, told.facts["as_of"]
    if vision is None:
        return PlanOnFile(False, None, False, None)
    last = vision["reviewed_date"]
    return PlanOnFile(bool(vision["stated"]), vision["statement_date"],
                      last is not None and last >= year_earlier(as_of), last)
