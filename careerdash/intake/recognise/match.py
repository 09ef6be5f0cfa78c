"""Which field of a table a column is: by exact and known names, by likeness, checked against its values."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from careerdash.schema import TABLES

from ..values.lexicon import POINTS
from ..values.names import BRACKETS, bare, near_spelling, normal, spellings, squeezed
from ..values.targets import Target, field_of
from .grammar import concepts_of, expanded, is_foreign, meanings
from .groups import group_target
from .headers import Header
from .profiles import Profile
from .survey import question_target

FIELD, DOUBT = 0.75, 0.5
"""From FIELD on a column is taken without a question, below DOUBT it is an extra."""

_STEMS = ("mentor", "mentee", "manager", "respondent", "person")
_BARE_PEOPLE = frozenset(("mentor", "mentee", "manager", "supervisor", "reportsto", "linemanager", "mentors", "mentees",
                          "supervisorname", "respondent", "participant", "protege", "supporter", "coach", "coachee",
                          "volunteer", "youth", "tutor", "tutee"))
"""Headers, in one word, that name a person but not how."""
_OWN_NUMBERS = frozenset(("pair.pair_id", "check_in.check_in_id", "goal.goal_id", "milestone.milestone_id"))
"""What is another in every row."""
_OWN_IDS = ("check_in_id", "goal_id", "milestone_id", "feedback_id")
_GROUPED = ("pair", "checklist", "vision", "goal", "milestone")


@dataclass(frozen=True)
class Match:
    """A target, how sure it is, and why."""

    target: str
    confidence: float
    reason: str


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Spellings that three or more tables know: they say little on their own."""
    counts = Counter(name for table in TABLES for name in spellings(table))
    return frozenset(name for name, count in counts.items() if count >= 3)


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Every header that any table knows, in normal form."""
    return frozenset(name for table in TABLES for name in spellings(table))


def match(table: str, header: Header, profile: Profile, alike: bool) -> Match | None:
    """The best target for a column, None where it is an extra. `alike`: names that are nearly known count too."""
    if not header.texts:
        return None
    if made := _by_words(table, filter(None, map(_bracketed, header.texts)), profile):
        return made
    named = _named(table, header)
    if named:
        checked = _checked(table, header, named, profile)
        if (checked is None or checked.confidence < FIELD) and (made := _by_words(table, header.texts, profile)):
            return made
        return checked
    if table in _GROUPED:
        for text in header.texts:
            if found := group_target(text):
                return Match(found[0], found[1], "The header belongs to a repeated group.")
    if made := _by_words(table, header.texts, profile):
        return made
    for text in header.texts:
        full = expanded(bare(text))
        if full != bare(text):
            known = _named(table, Header(full, (full,)))
            if known and (checked := _checked(table, Header(full, (full,)), known, profile)):
                return Match(checked.target, min(checked.confidence, 0.9), "The header is a known name, abbreviated.")
            if made := _by_words(table, (full,), profile):
                return made
    if table == "feedback":
        for text in header.texts:
            if found := question_target(text, profile):
                return Match(found[0], found[1], "The question and its answers say so.")
    for text in header.texts:  # `Young person (mentee)`: words that say nothing, and in brackets what they mean
        inner = " ".join(BRACKETS.findall(text))
        if inner and not concepts_of(bare(text)) and not is_foreign(text) and (
                made := _by_words(table, (inner,), profile)):
            return Match(made.target, min(made.confidence, 0.88), "What stands in brackets says so.")
    return _alike(table, header, profile) if alike else None


_TELLING_BRACKETS = frozenset(("planned", "agreed", "until", "recent", "next", "mentor", "mentee", "email", "unit"))


def _bracketed(text: str) -> str | None:
    """A header with what its brackets hold, where that changes what it means: `End (planned)`, `Name (mentee)`."""
    inner = " ".join(BRACKETS.findall(text))
    return re.sub(r"[\[\](){}<>]", " ", text) if inner and concepts_of(inner) & _TELLING_BRACKETS else None


def _named(table: str, header: Header) -> Match | None:
    names = spellings(table)
    best: Match | None = None
    for text in header.texts:
        for form, less in ((normal(text), 0.0), (bare(text), 0.02)):
            if form in names:
                column, confidence = names[form]
                if best is None or confidence - less > best.confidence:
                    best = Match(f"{table}.{column}", confidence - less, "The header is a known name.")
    if best is None:
        for text in header.texts:
            for form in _turned(bare(text)):
                if form in names and not names[form][0].startswith(tuple(f"{stem}_" for stem in _STEMS)):
                    return Match(f"{table}.{names[form][0]}", min(names[form][1], 0.92),
                                 "The header is like a known name.")
            if found := squeezed(table).get(bare(text).replace(" ", "")):
                return Match(f"{table}.{found[0]}", min(found[1], 0.93), "The header is a known name in one word.")
    return best


def _turned(form: str) -> Iterator[str]:
    """A header the other way round (`date of statement`: `statement date`) and without a word that adds nothing."""
    if found := re.match(r"^(\w+) (?:of|for|de|du|del|della|der|des|di|van) (?:the |la |le |el )?(.+)$", form):
        yield f"{found[2]} {found[1]}"
    if found := re.match(r"^(?:is|are|was) (?:it|this|the goal|goal|the objective) (.+)$", form):
        yield found[1]
    if found := re.match(r"^(?:actual|primary|current|main|official|formal|overall) (.+)$", form):
        yield found[1]


def _checked(table: str, header: Header, named: Match, profile: Profile) -> Match | None:
    """A known name against the values: people by what they are, common words only where the values agree."""
    column = named.target.split(".", 1)[1]
    stem, _, ending = column.rpartition("_")
    forms = {form for text in header.texts for form in (normal(text), bare(text))}
    if ending in ("id", "email", "name") and stem in _STEMS and profile.cells and not _BARE_PEOPLE.isdisjoint(
            form.replace(" ", "") for form in forms):
        kind = "email" if profile.emails >= 0.5 else "name" if profile.names >= 0.5 else _by_form(ending, profile)
        return Match(f"{table}.{stem}_{kind}", named.confidence, "The header names a person; the values say how.")
    if column == "respondent_id" and "respondent_id" not in header.texts:
        return Match("feedback.feedback_id", 0.95, "The header is a known name.")
    if column == "person_id" and table == "person" and profile.emails >= 0.5:
        return Match("person.email", 0.9, "The values are e-mail addresses.")
    if column == "person_id" and table == "person" and profile.names >= 0.5:
        return Match("person.name", 0.9, "The values are names.")
    if column in _OWN_IDS and table != "pair" and profile.repeats:
        return None
    if ending == "id" and stem in _STEMS and profile.emails >= 0.5:
        return Match(f"{table}.{stem}_email", 0.9, "The values are e-mail addresses.")
    told_by = any(form.endswith(" by") for form in forms)
    if "_name" in column and profile.dates >= 0.8:
        return None
    if profile.cells and (_no_word(named.target, profile, told_by) or (
            named.target.endswith(_SPOKEN_TEXT) and profile.numbers >= 0.8 and named.confidence < 1.0)):
        return None
    if named.target == "person.employment_status" and profile.share(_full_or_part) >= 0.8:
        return None
    if named.confidence >= 1.0 or not profile.cells:
        return named
    share = profile.fits_named(named.target)
    common = bool(forms & common_names())
    if share >= 0.5 or (not common and share > 0):
        return named
    kind = field_of(Target.parse(named.target))[0]
    if not common and len(profile.cells) < 5 and kind in ("word", "integer"):  # words and scales can be explained
        return named if kind == "integer" else Match(named.target, FIELD, "The header is a known name.")
    if common and share < 0.3 and len(profile.cells) >= 3:
        return None
    return Match(named.target, 0.6, "The header is a known name, but the values do not look like it.")


def _full_or_part(kind: str, text: str) -> bool:
    return bool(re.fullmatch(r"(full|part) ?time|regular|temporary|permanent|vollzeit|teilzeit|f|p", normal(text)))


def _by_words(table: str, texts: Iterable[str], profile: Profile) -> Match | None:
    """The likeliest target that the words of a header give and the values do not deny."""
    for text in texts:
        for target in meanings(table, text):
            if (made := _made_of(target, profile)) and (target not in _OWN_NUMBERS or not (
                    is_foreign(text) or profile.repeats or profile.names >= 0.5)):
                return made
    return None


def _no_word(target: str, profile: Profile, told_by: bool) -> bool:
    """Whether a field of fixed words stands over people or their short names: `Recorded by`."""
    field = field_of(Target.parse(target))[1]
    return field is not None and field.vocabulary is not None and not profile.fits(target) and (
        profile.names >= 0.8 or told_by)


def _made_of(target: str, profile: Profile) -> Match | None:
    """A target that the words of a header give, where the values do not speak against it."""
    stem, _, ending = target.rpartition("_")
    if ending in ("*", "name", "id", "email") and stem.split(".", 1)[1] in _STEMS and profile.cells:
        if profile.emails >= 0.5:
            target = f"{stem}_email"
        elif ending == "email" or profile.share(lambda _, text: normal(text) in POINTS) >= 0.5:
            return None
        elif ending == "id" and profile.names >= 0.5:
            target = f"{stem}_name"
        elif ending == "*":
            kind = "name" if profile.names >= 0.5 else _by_form("", profile)
            if not kind:
                return None
            target = f"{stem}_{kind}"
    elif profile.cells and (profile.fits_named(target) < 0.5 or _denied(target, profile)):
        return None
    return Match(target.replace("_*", "_name"), 0.88, "The words of the header say so.")


_SPOKEN_TEXT = (".notes", ".title", ".end_reason", ".note")


def _denied(target: str, profile: Profile) -> bool:
    """Whether values that any text field would take are of another kind: days, addresses, ticks, roles."""
    if target == "person.name":
        return profile.names < 0.5
    if target.endswith("email"):
        return profile.emails < 0.5
    if field_of(Target.parse(target))[0] not in ("text", "id"):
        return False
    return max(profile.dates, profile.emails) >= 0.5 or (
        target.endswith(_SPOKEN_TEXT) and profile.numbers >= 0.7) or (
        target.endswith(".notes") and profile.length < 16 and profile.names >= 0.7) or (
        target.endswith(".mode") and profile.fits("feedback.met") >= 0.7) or (
        target.endswith(_SPOKEN_TEXT) and profile.length < 12 and profile.fits("feedback.met") >= 0.7) or (
        target == "person.job_title" and profile.fits("feedback.respondent") >= 0.7)


def _by_form(ending: str, profile: Profile) -> str:
    coded = profile.share(lambda kind, text: any(char.isdigit() for char in text) and " " not in text.strip())
    return "id" if coded >= 0.5 else "name" if ending == "name" or profile.share(
        lambda kind, text: " " in text.strip()) > 0.3 else ending


def _alike(table: str, header: Header, profile: Profile) -> Match | None:
    """Names that are nearly a known one, or hold one: taken only where the values agree."""
    names = spellings(table)
    for text in header.texts:
        form = bare(text)
        sides = [side for side in ("mentor", "mentee") if side in form]
        if len(form) > 48 or len(form) < 4 or is_foreign(text):
            continue
        near = [name for name in filter(None, [near_spelling(table, form)])
                if _telling(f"{table}.{names[name][0]}", profile) or difflib.SequenceMatcher(
                    None, form, name).ratio() > 0.92]
        held = [name for name in names if table != "feedback" and " " in name and f" {name} " in f" {form} "]
        held.sort(key=len, reverse=True)
        for name, sure in [*((one, 0.85) for one in near), *((one, 0.8) for one in held)]:
            target = f"{table}.{names[name][0]}"
            if sides and not any(target.startswith(f"{table}.{side}_") for side in sides):
                continue
            share = profile.fits(target) if profile.cells else 0.0
            if target.endswith("_id") and profile.share(lambda _, cell: any(map(str.isdigit, cell))) < 0.5:
                continue
            telling = _telling(target, profile)
            if telling and share >= 0.7:
                return Match(target, sure, f"The header is like {name}, and the values agree.")
            if name in near and share >= 0.7:
                return Match(target, 0.78, f"The header is like {name}.")
    return None


def _telling(target: str, profile: Profile) -> bool:
    """Whether values can speak for a target at all: dates, numbers, words, e-mails."""
    column = target.split(".", 1)[1].split("[")[0]
    if column.endswith("email"):
        return profile.emails >= 0.7
    if column.endswith("name"):
        return profile.names >= 0.7
    return not column.endswith(("_id", "notes", "title", "comment", "reason", "program", "cohort", "department",
                                "location", "level", "mode"))
