"""What an import did to the numbers: before = the build in force at its data day, after = the candidate at its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerdash import formats
from careerdash.build.compare import Comparison

HEADLINES = ("active_pairs", "on_cadence_share", "milestone_on_time", "checklist_due_coverage", "satisfaction_mentee")
"""The five tiles of the Overview."""

_SHORT = {"active_pairs": "active pairs", "on_cadence_share": "meeting as agreed",
          "milestone_on_time": "milestones on time", "checklist_due_coverage": "mentor actions done",
          "satisfaction_mentee": "satisfied mentees"}
_SAID = 3
_UNKNOWN = "unknown"


@dataclass(frozen=True)
class Effect:
    """Headline numbers before and after, how many pairs are newly silent, and what became of rows that waited.

    `came_in`: rows of earlier imports that waited before; `now_waiting`: rows of theirs that wait from now on.
    `numbers`: {"key", "before", "after"} and as people read them, {"was", "is"}; "was" is null before the first import.
    """

    numbers: tuple[dict[str, Any], ...]
    newly_silent: int
    came_in: int
    now_waiting: int

    def document(self) -> dict[str, Any]:
        """As the receipt keeps it."""
        return {"numbers": list(self.numbers), "newly_silent": self.newly_silent, "came_in": self.came_in,
                "now_waiting": self.now_waiting}

    def sentence_part(self) -> str:
        """`meeting as agreed 71% -> 68%; 12 pairs newly silent`; empty where nothing moved."""
        moved = [f"{_SHORT[number['key']]} {'' if number['was'] is None else number['was'] + ' -> '}{number['is']}"
                 for number in self.numbers if number["was"] != number["is"] and (number["was"], number["is"]) != (
                     None, _UNKNOWN)][:_SAID]
        if self.newly_silent:
            moved.append(f"{formats.count(self.newly_silent, 'pair')} newly silent")
        waited = [f"{formats.count(rows, 'row')} of earlier imports {what}" for rows, what in (
            (self.now_waiting, "cannot be placed any more and wait"), (self.came_in, "came in")) if rows]
        return "; ".join([*waited, *moved])


def effect(before: Path | None, after: Path, comparison: Comparison, imports: Sequence[int]) -> Effect:
    """Compares the headline numbers of two builds, each at its own data day; `imports` are those that come now."""
    then = {} if before is None else _headlines(before)
    now = _headlines(after)
    numbers = tuple({"key": key, "before": then.get(key, (None, None))[0], "was": then.get(key, (None, None))[1],
                     "after": now[key][0], "is": now[key][1]} for key in HEADLINES)
    return Effect(numbers, 0 if before is None else comparison.newly("silent"), *comparison.waiting(imports))


def _headlines(build: Path) -> dict[str, tuple[float | None, str]]:
    from careerdash.metrics import Filters, values
    from careerdash.store import Store

    store = Store.open(build)
    try:
        found = values(store, store.data_day, Filters(), HEADLINES)
    finally:
        store.close()
    return {key: (found[key].value, _shown(key, found[key].value, found[key].denominator)) for key in HEADLINES}


def _shown(key: str, value: float | None, base: float | None) -> str:
    if value is None:
        return _UNKNOWN
    return formats.number(value) if key == "active_pairs" else formats.percent(value, base)
