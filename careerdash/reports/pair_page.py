"""One page about one pair, to print. It is for a personnel file or a talk: notes, comments and scores are left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..metrics.story import Story, plan_on_file
from ..words import story as words
from . import paper


def pair_page_html(told: Story) -> bytes:
    """The page as UTF-8. All text of files is escaped."""
    facts = told.facts
    meetings = words.meetings(told)
    return paper.page(words.people(facts), [
        paper.words(f"{words.about(facts)} · {facts['pair_id']}", "quiet"),
        paper.words(f"As of {formats.day(facts['as_of'])}: {words.sentence(told)}"),
        paper.words(words.plan(plan_on_file(told)), "boxed"),
        paper.heading("Vision and goals"), paper.words(words.vision(told)),
        _table(("Goal", "Days", "Criteria"), [
            (goal["title"] or "–", words.goal_line(goal), "; ".join(
                f"{word}: {names}" for word, names in words.goal_criteria(goal))) for goal in told.goals]),
        paper.heading("Roadmap"),
        _table(("Step", "First plan", "Plan now", "State"), [
            (step["title"], formats.day(step["original_due_date"]), formats.day(step["due_date"]), _state(step))
            for step in told.milestones]),
        paper.heading("Mentor actions"),
        _table(("Action", "Said to be done", "Shown in the data", "What the data shows"), [
            (row["action"], _yes(row["said"]), _yes(row["shown"]), row["evidence"]) for row in words.items(told)]),
        paper.heading("Meetings"), paper.words(f"{meetings.title}. {meetings.subtitle}."),
        paper.heading("Support network"),
        _table(("Supporter or resource", "Kind", "Connected"), [
            (formats.person(row["name"]), words.RESOURCE_KINDS.get(row["kind"] or "", "–"),
             words.day(row["connected_date"])) for row in told.resources]),
        paper.words("Notes, comments and scores are left out of this page.", "quiet")])


def _table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return paper.table(headings, rows) if rows else paper.words("None on file.", "quiet")


def _state(step: Mapping[str, Any]) -> str:
    if step["completed_date"]:
        return f"done {formats.day(step['completed_date'])}"
    return "overdue" if step["overdue"] else str(step["state"])


def _yes(value: bool) -> str:
    return "yes" if value else "no"
