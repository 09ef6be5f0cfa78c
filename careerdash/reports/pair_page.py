"""One page about one pair, to print: HTML that holds its own small style, without scripts and without requests.

It is for a personnel file or a talk, so that notes, comments and scores are left out.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from .. import formats
from ..metrics.story import Story, plan_on_file
from ..words import story as words

_STYLE = """
body { font: 10.5pt/1.35 sans-serif; color: #111; margin: 1.5cm auto; max-width: 18cm; }
h1 { font-size: 16pt; margin: 0 0 2pt; } h2 { font-size: 11.5pt; margin: 12pt 0 3pt; }
p { margin: 2pt 0; } .quiet { color: #555; }
.plan { border: 1pt solid #111; padding: 5pt 8pt; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 2pt 8pt 2pt 0; border-bottom: 0.5pt solid #bbb; }
@page { size: A4; margin: 1.2cm; }
@media print { body { margin: 0 auto; font-size: 9.5pt; } h2 { margin-top: 9pt; } }
"""


def pair_page_html(told: Story) -> bytes:
    """The page as UTF-8. All text of files is escaped."""
    facts = told.facts
    meetings = words.meetings(told)
    body = [
        f"<h1>{_text(words.people(facts))}</h1>",
        f'<p class="quiet">{_text(words.about(facts))} · {_text(facts["pair_id"])}</p>',
        f"<p>As of {_text(formats.day(facts['as_of']))}: {_text(words.sentence(told))}</p>",
        f'<p class="plan">{_text(words.plan(plan_on_file(told)))}</p>',
        "<h2>Vision and goals</h2>", f"<p>{_text(words.vision(told))}</p>",
        _table(("Goal", "Days", "Criteria"), [
            (goal["title"] or "–", words.goal_line(goal), "; ".join(
                f"{word}: {names}" for word, names in words.goal_criteria(goal))) for goal in told.goals]),
        "<h2>Roadmap</h2>",
        _table(("Step", "First plan", "Plan now", "State"), [
            (step["title"], formats.day(step["original_due_date"]), formats.day(step["due_date"]), _state(step))
            for step in told.milestones]),
        "<h2>Mentor actions</h2>",
        _table(("Action", "Said to be done", "Shown in the data", "What the data shows"), [
            (row["action"], _yes(row["said"]), _yes(row["shown"]), row["evidence"]) for row in words.items(told)]),
        "<h2>Meetings</h2>", f"<p>{_text(meetings.title)}. {_text(meetings.subtitle)}.</p>",
        "<h2>Support network</h2>",
        _table(("Supporter or resource", "Kind", "Connected"), [
            (formats.person(row["name"]), words.RESOURCE_KINDS.get(row["kind"] or "", "–"),
             words.day(row["connected_date"])) for row in told.resources]),
        '<p class="quiet">Notes, comments and scores are left out of this page.</p>']
    page = (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_text(words.people(facts))}</title>'
            f"<style>{_STYLE}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n")
    return page.encode("utf-8")


def _text(value: object) -> str:
    return escape(" ".join(str(value).split()))


def _table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return '<p class="quiet">None on file.</p>'
    head = "".join(f"<th>{_text(heading)}</th>" for heading in headings)
    lines = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _state(step: Mapping[str, Any]) -> str:
    if step["completed_date"]:
        return f"done {formats.day(step['completed_date'])}"
    return "overdue" if step["overdue"] else str(step["state"])


def _yes(value: bool) -> str:
    return "yes" if value else "no"
