"""The counts that a build keeps: one SQL file a question, added up by program, cohort and department."""

from collections.abc import Sequence
from importlib.resources import files

from careerdash.build.mart import CountCube, CountText
from careerdash.build.plan import Cube

_TREND: dict[str, tuple[str, ...]] = {
    "pair_states": ("active_pairs", "paused_pairs"),
    "on_cadence": ("on_cadence_share",),
    "milestones_done": ("milestone_on_time", "milestone_on_first_plan"),
    "checklist": ("checklist_due_coverage",),
    "feedback": ("satisfaction_mentee",),
    "attention": ("needs_attention", "cadence_states"),
}
"""What is kept for the days of trends too: the five tiles, and what the sentence above them compares."""

TREND_METRICS: frozenset[str] = frozenset(metric for metrics in _TREND.values() for metric in metrics)

_QUESTIONS: tuple[str, ...] = (
    "pair_states", "on_cadence", "cadence_coverage", "gaps", "check_ins", "milestones_done", "milestones_overdue",
    "milestones_moved", "burn_up", "checklist", "goals", "goal_quality", "network", "vision", "feedback", "attention")


def count_texts() -> tuple[CountText, ...]:
    """All questions as SQL, in a fixed order."""
    folder = files("careerdash.metrics") / "sql"
    return tuple(
        CountText(name, (folder / f"{name}.sql").read_text(encoding="utf-8"), _TREND.get(name, ()))
        for name in _QUESTIONS)


def cubes() -> Sequence[Cube]:
    """The steps that a build runs after its mart, so that pages cost the same at any size."""
    return (CountCube(count_texts()),)
