"""Drafted messages: what they may say, and who they are to.

A draft holds names, the interval, last and next meeting, counts and dates. It never holds an answer, a score, the
text of a goal or milestone, or what the other side said: facts of that kind are not among its words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from urllib.parse import quote

from .. import formats
from ..metrics import AttentionRow

Side = Literal["mentor", "mentee"]
LONGEST_LINK = 1800
"""Longer addresses are cut by some mail programs, so that such a draft can only be copied."""

FACTS: dict[str, str] = {
    "name": "the first name of who gets the message", "partner": "the other person's name, or all of them",
    "about": "a line a pair: interval, last and next meeting, open counts"}
"""What a template may name in braces."""

_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\]+\.[^\s@,;:<>()\[\]\"\\]+")
_BRACES = re.compile(r"\{(\w+)\}")


class Template(Protocol):
    """Subject and body with names of facts in braces."""

    @property
    def subject(self) -> str: ...
    @property
    def body(self) -> str: ...


@dataclass(frozen=True)
class Wording:
    """A template as it comes."""

    label: str
    subject: str
    body: str


@dataclass(frozen=True)
class Draft:
    """A message to one person, about one pair or several. `link` is None where it can only be copied, and why."""

    person_id: str
    name: str
    side: Side
    pair_ids: tuple[str, ...]
    email: str | None
    subject: str
    body: str
    link: str | None
    why_no_link: str = ""


TEMPLATES: dict[str, Wording] = {
    "meeting": Wording("About meeting", "Your mentoring meetings", (
        "Hello {name},\n\nI look after the mentoring program, and I would like to hear how the meetings with "
        "{partner} are going.\n\n{about}\n\nIf you have met since, please let me know the day. If it is hard to find "
        "a time, tell me: I am glad to help.\n\nKind regards")),
    "plans": Wording("About the plan", "Your mentoring plan", (
        "Hello {name},\n\nI look after the mentoring program, and some dates of the plan with {partner} are open.\n\n"
        "{about}\n\nCould you tell me whether they still fit, or when you would like to go through them together?\n\n"
        "Kind regards")),
    "records": Wording("About the records", "Your mentoring records", (
        "Hello {name},\n\nI look after the mentoring program, and our records about you and {partner} are not "
        "complete.\n\n{about}\n\nCould you tell me how things stand?\n\nKind regards")),
    "left": Wording("Someone left", "Your mentoring from here", (
        "Hello {name},\n\nI look after the mentoring program. By our records {partner} no longer works here, and I "
        "would like to find out with you how to go on.\n\n{about}\n\nWhen would you have a few minutes?\n\n"
        "Kind regards")),
    "open": Wording("How is it going?", "How is your mentoring going?", (
        "Hello {name},\n\nI look after the mentoring program, and I would like to hear how it is going with {partner}: "
        "what works, and what would help.\n\nWhen would you have a few minutes?\n\nKind regards")),
}
"""The templates as they come, by key."""

_OF_REASON = {
    "person_left": "left", "past_planned_end": "records", "no_data": "records", "never_met": "meeting",
    "silent": "meeting", "late": "meeting", "milestones_overdue": "plans", "no_goals": "plans",
    "low_satisfaction": "open", "sides_disagree": "open", "ticked_no_evidence": "records"}


Worded = Mapping[tuple[str, str | None], Template]
"""Templates that were worded anew, by key and program; program None: for all without one of their own."""


def template_for(row: AttentionRow) -> str:
    """The key of the template that fits the pair's first reason."""
    return _OF_REASON[row.reasons[0]]


def wording(worded: Worded, key: str, program: str | None) -> Template:
    """The template in force: the program's own, else the one for all programs, else as it comes."""
    return worded.get((key, program)) or worded.get((key, None)) or TEMPLATES[key]


def named(key: str, program: str | None) -> str:
    """How pages speak of a template: `“About meeting” for Alpha`."""
    return f"“{TEMPLATES[key].label}”{f' for {program}' if program else ''}"


def unknown_facts(template: Template) -> list[str]:
    """Names in braces that no draft knows.

    >>> unknown_facts(Wording("", "{name}", "{score} of {partner}"))
    ['score']
    """
    return sorted(set(_BRACES.findall(template.subject + template.body)) - FACTS.keys())


def has_left(row: AttentionRow, side: Side) -> bool:
    """Whether this side of the pair no longer works here on the day shown."""
    left = row.facts.get(f"{side}_exit_date")
    return left is not None and left < row.facts["as_of"]


def staying(rows: Sequence[AttentionRow], sides: Sequence[Side]) -> list[tuple[AttentionRow, Side]]:
    """Who can be written to: the chosen sides, without people who left."""
    return [(row, side) for row in rows for side in sides if not has_left(row, side)]


def drafts(rows: Sequence[AttentionRow], sides: Sequence[Side], key: str | None, worded: Worded,
           emails: Mapping[str, str]) -> list[Draft]:
    """One draft a person, whatever the number of pairs; in the order of the list.

    `key`: of the template for all of them; None: the one that fits the first reason of the person's first pair. A
    program's own wording goes to who is written to about pairs of that program alone.
    """
    of_person: dict[tuple[str, Side], list[AttentionRow]] = {}
    for row, side in staying(rows, sides):
        person = row.mentor_id if side == "mentor" else row.mentee_id
        of_person.setdefault((person, side), []).append(row)
    merged: dict[str, list[tuple[AttentionRow, Side]]] = {}
    for (person, side), pairs in of_person.items():
        merged.setdefault(person, []).extend((row, side) for row in pairs)
    return [_draft(person, pairs, _template(pairs, key, worded), emails.get(person))
            for person, pairs in merged.items()]


def _template(pairs: Sequence[tuple[AttentionRow, Side]], key: str | None, worded: Worded) -> Template:
    programs = {row.facts["program"] for row, _ in pairs}
    return wording(worded, key or template_for(pairs[0][0]), programs.pop() if len(programs) == 1 else None)


def _draft(person: str, pairs: Sequence[tuple[AttentionRow, Side]], template: Template, email: str | None) -> Draft:
    first, side = pairs[0]
    name = _name(first, side)
    partners = list(dict.fromkeys(_name(row, _other(own)) for row, own in pairs))
    words = {"name": name.split()[0] if name != person else name, "partner": formats.listed(partners),
             "about": "\n".join(f"- {_about(row, own)}" for row, own in pairs)}
    subject, body = (_BRACES.sub(lambda found: words.get(found[1], found[0]), text)
                     for text in (" ".join(template.subject.split()), template.body))
    link, why = mailto(email, subject, body)
    return Draft(person, name, side, tuple(dict.fromkeys(row.pair_id for row, _ in pairs)), email, subject, body,
                 link, why)


def mailto(email: str | None, subject: str, body: str) -> tuple[str | None, str]:
    """The address of a new message to one person; None, and why, where the draft can only be copied.

    >>> mailto("ada@example.org", "A & B", "x\\ny")[0]
    'mailto:ada@example.org?subject=A%20%26%20B&body=x%0D%0Ay'
    >>> mailto("ada@example.org,bob@example.org", "A", "x")[1]
    'the address on file is not one e-mail address'
    """
    if not email:
        return None, "no e-mail address is on file"
    if not _ADDRESS.fullmatch(email):
        return None, "the address on file is not one e-mail address"
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
    if len(link) > LONGEST_LINK:
        return None, "it is too long for a link"
    return link, ""


def _other(side: Side) -> Side:
    return "mentee" if side == "mentor" else "mentor"


def _name(row: AttentionRow, side: Side) -> str:
    name = row.mentor_name if side == "mentor" else row.mentee_name
    return formats.person(name) if name else (row.mentor_id if side == "mentor" else row.mentee_id)


def _about(row: AttentionRow, side: Side) -> str:
    """The facts of one pair that a message may hold."""
    facts = row.facts
    parts = [f"agreed to meet every {formats.count(facts['cadence_days'], 'day')}" if facts["interval_known"]
             else "no interval is on file"]
    if facts["has_check_in_data"]:
        last = facts["last_meeting"]
        parts.append(f"last meeting on record: {formats.day(last)}" if last
                     else f"no meeting on record since the start on {formats.day(facts['start_date'])}")
    if facts["next_planned"]:
        parts.append(f"next meeting planned for {formats.day(facts['next_planned'])}")
    if "milestones_overdue" in row.reasons:
        parts.append(f"{formats.count(facts['milestones_overdue'], 'milestone')} past the planned date")
    if "no_goals" in row.reasons:
        parts.append("no goal on record yet")
    if "past_planned_end" in row.reasons:
        parts.append(f"planned to end on {formats.day(facts['planned_end_date'])}")
    return f"{_name(row, _other(side))}: {'; '.join(parts)}."
