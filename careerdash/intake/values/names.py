"""Header and sheet spellings: one normal form, and the index from it to tables and fields."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from careerdash.schema import TABLES, Table, person_stem, reference_columns

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])")
BRACKETS = re.compile(r"[\[(<{][^\])>}]*[\])>}]")
"""What stands in brackets, with them."""
_SPACES = re.compile(r"[\W_]+")
_FRENCH = re.compile(r"(?:mentor|tutor)é(?:\(e\)|·e|e)?(s?)\b", re.I)
"""Who is mentored; without its accent it would be Italian for who mentors."""

ID_WORDS = ("id", "employee id", "employee number", "employee no", "employee #", "number", "no", "worker id", "user id",
            "person id", "personnel number", "staff id", "eid", "employeeid", "workday id", "student id")
EMAIL_WORDS = ("email", "e-mail", "email address", "e-mail address", "mail", "work email", "email id",
               "courriel", "correo", "correo electronico", "e mail adresse")
NAME_WORDS = ("name", "full name", "legal name", "display name", "full legal name", "name surname", "nombre completo",
              "nom complet", "nome completo")
FIRST_WORDS = ("first name", "firstname", "given name", "forename", "first", "vorname", "prenom", "nombre",
               "voornaam")
MIDDLE_WORDS = ("middle name", "middlename", "middle initial", "second name")
LAST_WORDS = ("last name", "lastname", "surname", "family name", "last", "nachname", "nom", "nom de famille",
              "apellidos", "apellido", "cognome", "sobrenome", "achternaam")
OTHER_EMAIL_WORDS = ("alternate emails", "alternate email", "other email", "other emails", "email 2", "email2",
                     "second email", "personal email", "secondary email")


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Lower case, words apart by one space, no punctuation: `employeeId`, `Employee-ID*` -> `employee id`."""
    if text.isascii():  # nearly all are, and nothing of what follows would change them
        return _SPACES.sub(" ", _CAMEL.sub(" ", text.replace("#", " number ")).lower()).strip()
    text = _FRENCH.sub(r"mentee\1", unicodedata.normalize("NFKC", text)).replace("#", " number ")
    text = "".join(char for char in unicodedata.normalize("NFKD", _CAMEL.sub(" ", text))
                   if not unicodedata.combining(char))
    return _SPACES.sub(" ", text.casefold()).strip()


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """As `normal`, without bracketed hints: `Start Date [YYYY-MM-DD]` -> `start date`."""
    return normal(BRACKETS.sub(" ", text)) or normal(text)


def _person_variants(stem: str, spoken: tuple[str, ...]) -> dict[str, str]:
    """Spellings of a person reference: `mentor email address` -> `mentor_email`."""
    found: dict[str, str] = {}
    for word in map(normal, spoken):
        for target, endings in ((f"{stem}_id", ID_WORDS), (f"{stem}_email", EMAIL_WORDS), (f"{stem}_name", NAME_WORDS),
                                (f"{stem}_name[first]", FIRST_WORDS), (f"{stem}_name[last]", LAST_WORDS),
                                (f"{stem}_name[middle]", MIDDLE_WORDS),
                                (f"{stem}_alternate_emails", OTHER_EMAIL_WORDS)):
            for ending in map(normal, endings):
                for spelling in (f"{word} {ending}", f"{ending} of {word}", f"{ending} {word}", f"{word} s {ending}"):
                    found.setdefault(spelling, target)
    return found


_SPOKEN = {
    "mentor": ("mentor", "mentors", "mentor user", "mentorin", "mentora", "coach", "volunteer", "tutor"),
    "mentee": ("mentee", "mentees", "protege", "mentoree", "mentee user", "mentorado", "mentorada", "coachee", "youth",
               "tutee"),
    "manager": ("manager", "supervisor", "line manager", "boss"),
    "respondent": ("respondent", "participant", "recipient", "your"),
    "person": ("supporter", "contact", "employee"),
}


@lru_cache(maxsize=32)
def squeezed(name: str) -> dict[str, tuple[str, float]]:
    """`spellings` without their spaces, for keys such as `TERMINATIONDATE`; short ones say too little."""
    found: dict[str, tuple[str, float]] = {}
    for spelling, known in spellings(name).items():
        tight = spelling.replace(" ", "")
        if len(tight) >= 6:
            found.setdefault(tight, known)
    return found


@lru_cache(maxsize=32)
def spellings(name: str) -> dict[str, tuple[str, float]]:
    """All known spellings of a table's columns: normal form -> (column with its part, confidence)."""
    table = TABLES[name]
    known: dict[str, tuple[str, float]] = {}
    for field in table.fields:
        known[normal(field.name)] = (field.name, 1.0)
    for name_, _ in reference_columns(table):
        known.setdefault(normal(name_), (name_, 1.0))
    for target, spelling in _references(table):
        known.setdefault(spelling, (target, 0.97))
    for field in table.fields:
        for synonym in field.synonyms:
            known.setdefault(normal(synonym), (field.name, 0.95))
    return known


def _references(table: Table) -> list[tuple[str, str]]:
    stems = [person_stem(field) for field in table.people]
    if table.names_pair:
        stems += ["mentor", "mentee"]
    if table.name == "feedback":
        stems.append("respondent")
    found = [(target, spelling) for stem in stems for spelling, target in _person_variants(stem, _SPOKEN[stem]).items()
             if not (target.endswith("alternate_emails") and table.name != "pair")]
    for stem in stems:
        if stem in ("mentor", "mentee"):
            found += [(f"{stem}_name", normal(word)) for word in _SPOKEN[stem]]
    if table.names_pair:
        found += [("program", normal(word)) for word in ("program", "program name", "programme", "scheme")]
    if table.name == "person":
        found += [("name[first]", normal(word)) for word in (*FIRST_WORDS, "employee first name")]
        found += [("name[last]", normal(word)) for word in (*LAST_WORDS, "employee last name")]
        found += [("name[middle]", normal(word)) for word in MIDDLE_WORDS]
        found += [("alternate_emails", normal(word)) for word in OTHER_EMAIL_WORDS]
    if table.name == "feedback":
        found += [("respondent_email", normal(word)) for word in EMAIL_WORDS]
        found += [("respondent_name", normal(word)) for word in ("name", "full name")]
        found += [("respondent_name[first]", normal(word)) for word in FIRST_WORDS]
        found += [("respondent_name[last]", normal(word)) for word in LAST_WORDS]
    return found


_NEAR = 0.88
"""How alike two spellings are at least, as difflib counts it."""


@lru_cache(maxsize=32)
def _letters_of(name: str) -> list[tuple[int, int, str]]:
    """Of each spelling its length and the letters that it has, as bits."""
    return [(len(spelling), _bits(spelling), spelling) for spelling in spellings(name)]


def _bits(text: str) -> int:
    bits = 0
    for char in text:
        bits |= 1 << (ord(char) & 63)
    return bits


@lru_cache(maxsize=8192)
def near_spelling(name: str, form: str) -> str | None:
    """The spelling of a table's columns that is most like this one, if any is nearly the same.

    Only those are compared that may be: letters that one of two has alone lower their likeness.
    """
    length, bits = len(form), _bits(form)
    share = 1 - _NEAR
    likely = [spelling for long, other, spelling in _letters_of(name)
              if max(abs(long - length), (bits ^ other).bit_count()) <= share * (long + length) + 1e-9]
    return next(iter(difflib.get_close_matches(form, likely, n=1, cutoff=_NEAR)), None)


@lru_cache(maxsize=1)
def table_names() -> dict[str, str]:
    """Sheet spellings: normal form -> table."""
    known: dict[str, str] = {}
    for table in TABLES.values():
        for word in (table.name, *table.synonyms):
            known.setdefault(normal(word), table.name)
    return known
