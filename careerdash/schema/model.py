"""The shapes in which the vocabulary is written down: fields, tables, vocabularies, rules."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "integer", "number", "boolean", "word", "id", "emails"]
"""How a value is stored: `word` is text out of a vocabulary, `id` is text that keeps its zeros."""

PrivacyClass = Literal["open", "personal", "private"]
"""`open` may be shown anywhere, `personal` names a person, `private` stays on the pair page."""


@dataclass(frozen=True)
class Field:
    """One field of one table.

    `low` and `high` are inclusive limits of a number; a value beyond them is `out_of_range`.
    `synonyms` are header spellings, as people write them (compared case- and space-blind).
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    privacy: PrivacyClass = "open"
    vocabulary: str | None = None
    low: float | None = None
    high: float | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its fields, its id field and its natural key (field names).

    `names_pair`: the row belongs to a pair, which a file may name by id or by its people.
    `people`: the fields that name a person; each has `_email` and `_name` variants.
    """

    name: str
    row: str
    fields: tuple[Field, ...]
    natural_key: tuple[str, ...]
    id_field: str | None = None
    names_pair: bool = False
    people: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The fields by which a finished row is known: its id where the table has one, else the natural key."""
        return (self.id_field,) if self.id_field else self.natural_key

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name}.{name}")


@dataclass(frozen=True)
class Vocabulary:
    """The words a field may hold, each with the spellings that mean it (lower case)."""

    name: str
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Rule:
    """One limit that a coordinator may change. `per_program`: it may differ by program."""

    key: str
    default: float
    unit: str
    label: str
    per_program: bool = False
