"""Columns that repeat: checklist items, milestone groups, numbered mentees, last and next meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerdash.schema import CHECKLIST_ITEMS

from ..values.dates import MONTHS
from ..values.names import bare, normal
from .grammar import concepts_of, meaning

_ITEMS = {normal(text): number for number, text in CHECKLIST_ITEMS.items()} | {
    word: number for number, words in {
        1: "vision|vision and values|vision statement done|personal vision|personal vision statement",
        2: "goals|structured goals|one or two goals|smart goals|goals done|goals set|structured goals set",
        3: "roadmap|career road map|roadmap done|career path|detailed career roadmap",
        4: "another resource|additional resource|additional resources|resources|network|support network|"
           "another mentor or resource",
        5: "regular check ins|regular check ins held|regular check in meetings|meetings|check ins|progress meetings",
        6: "records|record keeping|records of meetings|documentation|documented|notes kept|sessions documented",
        7: "recognition|recognise adjust|recognize adjust|recognised and adjusted|recognise and adjust plan|"
           "recognize and adjust|recognition and adjustment|recognise|recognised|recognition given",
    }.items() for word in words.split("|")}
_ITEM_WORDS = tuple((item, re.compile(pattern)) for item, pattern in (
    (7, r"recogni[sz]|celebrat|\badjust"), (1, r"\bvision\b"), (3, r"road ?map|career path|career plan"),
    (6, r"\bdocument|\brecords?\b|\brecorded|notes (are |were )?(kept|taken|on file)|in writing|"
        r"written (up|down)|minuted|minutes (are |were )?(kept|taken|on file)"),
    (5, r"(regular|progress|review).*(meeting|check ?in|review|session)|"
        r"(meetings|check ?ins|sessions) (are |were )?held"),
    (4, r"(additional|another|other|second|extra|further).*(resource|mentor|support|person|people|expert|help)|"
        r"support network|\bnetwork\b|\bresources?\b"),
    (2, r"\bgoals?\b|\bobjectives?\b|\bsmarty?\b")))
"""Words by which a checklist item is known that is not written in full; the first that fits."""
_ITEM_CONCEPTS = tuple((item, frozenset(concepts.split())) for item, concepts in (
    (7, "praise adjustments"), (1, "vision"), (3, "step"), (6, "record kept"), (5, "meeting"), (4, "helper"),
    (2, "goal")))
"""The same in other languages, by what the words stand for."""
_MONTHS = {normal(name): number for name, number in MONTHS.items()}
_LAST = frozenset(normal(text) for text in (
    "last met", "last meeting", "last meeting date", "last check-in", "last check-in date", "last session",
    "last session date", "last conversation", "last conversation logged", "last conversation date",
    "most recent meeting", "most recent check-in", "date of last meeting", "last met on", "last contact",
    "last meeting on", "latest meeting",
    "letztes treffen", "derniere rencontre", "ultima reunion", "dernier rendez-vous"))
_NEXT = frozenset(normal(text) for text in (
    "next meeting", "next meeting date", "next check-in", "next session", "upcoming meeting", "date of next meeting",
    "next meeting on", "next session date", "next check-in date", "nächstes treffen", "prochaine rencontre",
    "proxima reunion"))
_NUMBERED = re.compile(r"^(?:(?:checklist|check list|item|action|step|mentor action|checklist item|no|q) ?)?([1-7])"
                       r"(?: (.*))?$")
_DUE = frozenset(("due", "due date", "due on", "deadline", "target", "target date", "date", "planned", "planned date",
                  "by"))
_DONE = frozenset(("done", "complete", "completed", "finished", "achieved", "done on", "done date", "completed on",
                   "completed date", "completion date", "date done", "date completed", "finished on", "achieved on",
                   "achieved date"))


def group_target(header: str) -> tuple[str, float] | None:
    """Target of a header that belongs to a repeated group, with confidence; None for any other header."""
    name = bare(header)
    if name in _LAST:
        return "check_in.date[last]", 0.95
    if name in _NEXT:
        return "check_in.date[next]", 0.95
    for rule in (_milestone, _goal, _people):
        if found := rule(name):
            return found, 0.95
    return None


def checklist_item(text: str) -> int | None:
    """Number of the checklist item that a short text names, None where it names none."""
    name = normal(text)
    if found := _ITEMS.get(name) or _ITEMS.get(bare(text)):
        return found
    return next((item for item, pattern in _ITEM_WORDS if pattern.search(name)), None) if len(name) < 70 else None


def _item_asked(header: str) -> int | None:
    """As `checklist_item`, of a column of ticks: in any language, by what its words stand for."""
    said = concepts_of(header)
    return checklist_item(header) or next((item for item, concepts in _ITEM_CONCEPTS if said & concepts), None)


def checklist_targets(headers: list[str], answered: list[int]) -> dict[int, tuple[str, float]]:
    """Targets of checklist columns by position, where at least five of the seven items stand side by side.

    `answered`: positions of columns of ticks.
    """
    found: dict[int, tuple[str, float]] = {}
    named: dict[int, int] = {}
    for place, header in enumerate(headers):
        name = normal(header)
        item, tail = _ITEMS.get(name) or _ITEMS.get(bare(header)), ""
        if item is None and (match := _NUMBERED.match(name)):
            item, tail = int(match[1]), match[2] or ""
        if item is None and (match := re.match(r"^(.*?)(?: done)? (date|on|done on|done date|completed on)$", name)):
            item, tail = checklist_item(match[1]), "date"
        if item is None:
            item = _item_asked(header) if place in answered else checklist_item(header)
        if item is None:
            continue
        dated = bool(re.search(r"\b(date|when|on)$", tail)) or tail in ("date", "on", "when")
        column = "done_date" if dated else "done"
        target = f"checklist.{column}[{item}]"
        if target not in (old for old, _ in found.values()):
            found[place] = (target, 0.95)
            if not dated:
                named[item] = place
    return found if len(named) >= 5 else {}


def checklist_in_order(headers: list[str], answered: list[int]) -> dict[int, tuple[str, float]]:
    """Targets of seven yes/no columns side by side that are the items in their order: three say so, none another."""
    if len(answered) != len(CHECKLIST_ITEMS) or answered[-1] - answered[0] != len(answered) - 1:
        return {}
    said = [_item_asked(headers[at]) for at in answered]
    right = sum(item == place for place, item in enumerate(said, 1))
    if right < 3 or any(item not in (None, place) for place, item in enumerate(said, 1)):
        return {}
    return {at: (f"checklist.done[{place}]", 0.9) for place, at in enumerate(answered, 1)}


def _part(rest: str, table: str, number: str, first: str, due: str, done: str) -> str | None:
    rest = rest.strip()
    if rest in ("", "title", "name", "text", "description", "step"):
        return f"{table}.{first}[{number}]"
    if rest in _DUE:
        return f"{table}.{due}[{number}]"
    if rest in _DONE:
        return f"{table}.{done}[{number}]"
    if rest in ("status", "state"):
        return f"{table}.status[{number}]"
    if rest in ("kind", "type", "category") and table == "milestone":
        return f"{table}.kind[{number}]"
    if rest in ("original due", "original due date", "first due") and table == "milestone":
        return f"{table}.original_due_date[{number}]"
    return None


def _milestone(name: str) -> str | None:
    if match := re.match(r"^(?:milestone|step|ms|m(?=\d{1,2} )|roadmap step) ?(?:number |"
                         r"no )?(\d{1,2})(?: (.*))?$", name):
        return _part(match[2] or "", "milestone", match[1], "title", "due_date", "completed_date")
    if match := re.match(r"^(due|due date|due on|deadline|done|done on|done date|completed|completed on|finished|"
                         r"completion date|completed date|date done|original due|original due date)"
                         r"(?: milestone| step| ms)? ?(\d{1,2})$", name):
        return _part(match[1], "milestone", match[2], "title", "due_date", "completed_date")
    return None


def _goal(name: str) -> str | None:
    if match := re.match(r"^(?:goal|g(?=\d )) ?(?:number |no )?(\d{1,2})(?: (.*))?$", name):
        rest = (match[2] or "").strip()
        if rest in ("framework", "set", "set date", "set on"):
            return f"goal.{'framework' if rest == 'framework' else 'set_date'}[{match[1]}]"
        return _part(rest, "goal", match[1], "title", "target_date", "achieved_date")
    return None


_ORDINALS = {word: str(number) for number, words in enumerate((
    "first|1st|erste|erster|ersten|premier|primer|primero|primo|primeiro|eerste|1er|1ere|one|a",
    "second|2nd|zweite|zweiter|zweiten|deuxieme|segundo|secondo|tweede|2e|2eme|two|b",
    "third|3rd|dritte|dritter|dritten|troisieme|tercero|tercer|terzo|terceiro|derde|3e|3eme|three|c",
    "fourth|4th|vierte|vierter|vierten|quatrieme|cuarto|quarto|vierde|4e|4eme|four|d"), 1) for word in words.split("|")}
_ALONE = ("alternate_emails", "program", "pair_id")
_LETTERS = frozenset("abcd")
_COUNTED = frozenset(("mentee", "mentees", "milestone", "goal", "step", "protege", "meilenstein", "ziel"))
_SIGNS = frozenset(("number", "no", "nr", "num", "n"))


def _numbered(header: str) -> Iterator[tuple[str, str]]:
    """Readings of a header as a number and the rest: `1. Mentee email`, `Mentee Email (2)`, `second mentee`."""
    words = normal(header).split()
    for place, word in enumerate(words):
        number = word if word in "123456789" else _ORDINALS.get(word)
        if number is None or (word in _LETTERS and (not place or words[place - 1] not in _COUNTED)):
            continue
        before = words[:place - 1] if place and words[place - 1] in _SIGNS else words[:place]
        yield number, " ".join([*before, *words[place + 1:]])
    if found := re.match(r"^(.*?\bmentees?)([1-9])\b(.*)$", " ".join(words)):
        yield found[2], f"{found[1]}{found[3]}"


def _people(name: str) -> str | None:
    for number, rest in _numbered(name):
        found = meaning("pair", rest)
        if found is None or not found.startswith("pair.mentee_") or "alternate" in found:
            continue
        if re.search(rf"\b(mentee|protege|coachee|student|youth|tutee) ?(number |no |nr )?{number}\b", name):
            return _of_group(found, number)
    return None


def _of_group(target: str, number: str) -> str:
    """`pair.mentee_name[last]` of the person of that number: `pair.mentee_name[2][last]`."""
    column, _, piece = target.replace("_*", "_name").partition("[")
    return f"{column}[{number}]" + (f"[{piece}" if piece else "")


_MONTH_NAME = re.compile(r"^([^\W\d_]{3,10})\.?(?: (\d{4}|\d{2}))?$")
_MONTH_NUMBER = re.compile(r"^(\d{4}) (\d{1,2})(?: 1| 01)?$")


def numbered_groups(headers: list[str]) -> dict[int, tuple[str, float]]:
    """Targets of several mentees, milestones or goals in one row: headers the same but for a number anywhere."""
    found: dict[int, tuple[str, float]] = {}
    for table, starts in (("pair", "pair.mentee_"), ("milestone", "milestone."), ("goal", "goal.")):
        mine: dict[int, tuple[str, float]] = {}
        for place, header in enumerate(headers):
            for number, rest in _numbered(header):
                if (made := meaning(table, rest)) and made.startswith(starts) and not made.endswith(_ALONE):
                    mine[place] = (_of_group(made, number), 0.96)
                    break
        numbers: dict[str, set[str]] = {}
        for target, _ in mine.values():
            column, _, number = target.partition("[")
            numbers.setdefault(column, set()).add(number[0])
        titled = table == "pair" or {"1", "2"} <= numbers.get(f"{table}.title", set())
        if titled and any({"1", "2"} <= known for known in numbers.values()):
            found = mine | found
    return found


def month_targets(headers: list[str]) -> dict[int, tuple[str, float]]:
    """Targets of columns that are months (`Nov`, `Nov 2025`, `2025-11`): three or more of a sheet, or two in a row."""
    found: dict[int, tuple[str, float]] = {}
    months: list[int] = []
    for place, header in enumerate(headers):
        name = normal(header)
        if match := _MONTH_NUMBER.match(name):
            month, year = int(match[2]), match[1]
        elif (match := _MONTH_NAME.match(name)) and match[1] in _MONTHS:
            month, year = _MONTHS[match[1]], match[2] or ""
            year = f"20{year}" if len(year) == 2 else year
        else:
            continue
        if 1 <= month <= 12:
            found[place] = (f"check_in.date[{year}-{month:02d}]" if year else f"check_in.date[{month:02d}]", 0.9)
            months.append(month)
    in_a_row = len(months) == 2 and (months[1] - months[0]) % 12 == 1
    return found if len(found) >= 3 or in_a_row else {}


_FROM, _TO = (re.compile(f"^(?:(?:{words}) (.+)|(.+) (?:{words}))$") for words in (
    "from|von|vom|ab|du|de|desde|dal|da|van|vanaf", "to|till|until|thru|bis|au|hasta|al|fino al|a|ate|tot"))


def from_and_to(headers: list[str]) -> dict[int, str]:
    """What two columns say together that differ by `from` and `to` alone: a start and an end date."""
    found: dict[int, str] = {}
    first, last = ({match[1] or match[2]: place for place, header in enumerate(headers)
                    if (match := pattern.match(normal(header)))} for pattern in (_FROM, _TO))
    for what in first.keys() & last.keys():
        found |= {first[what]: "start date", last[what]: "end date"}
    return found
