"""House words: what a text means in every file, whatever its headers, as a coordinator said it on Settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now


@dataclass(frozen=True)
class HouseWord:
    """A text of a field (`target`: `pair.status`) and the word of its vocabulary that it means, empty for nothing.

    `at` UTC. `spelling`: the text without case, accents and punctuation; there is one word a spelling.
    """

    target: str
    spelling: str
    text: str
    word: str
    at: datetime = field(default=datetime.min, compare=False)
    by: str = field(default="", compare=False)


@dataclass(frozen=True)
class WordChange:
    """A change on record; `before` and `after` are None where the text had or has no meaning of this house."""

    at: datetime
    by: str
    before: HouseWord | None
    after: HouseWord | None


def house_words(ledger: Ledger) -> list[HouseWord]:
    """All of them, by field and spelling."""
    with ledger.reading() as connection:
        rows = connection.execute(select(t.house_word).order_by(t.house_word.c.field, t.house_word.c.spelling)).all()
    return [_word(row) for row in rows]


def save_word(ledger: Ledger, target: str, spelling: str, after: HouseWord | None, *, by: str) -> None:
    """Gives a spelling its meaning, or (None) takes it away; the audit keeps both. No change records nothing."""
    here = (t.house_word.c.field == target) & (t.house_word.c.spelling == spelling)
    with ledger.writing() as connection:
        row = connection.execute(select(t.house_word).where(here)).first()
        before = None if row is None else _word(row)
        if before == after:
            return
        at = now()
        connection.execute(delete(t.house_word).where(here))
        if after is not None:
            connection.execute(insert(t.house_word).values(**_said(after), at=at, by=by))
        connection.execute(insert(t.audit).values(
            at=at, by=by, action="word", build_number=None,
            detail=canonical_json({"before": None if before is None else _said(before),
                                   "after": None if after is None else _said(after)})))


def word_changes(ledger: Ledger) -> list[WordChange]:
    """All changes on record, newest first."""
    return [WordChange(entry.at, entry.by, _of(entry.detail["before"]), _of(entry.detail["after"]))
            for entry in reversed(ledger.audit()) if entry.action == "word"]


def _said(word: HouseWord) -> dict[str, str]:
    return {"field": word.target, "spelling": word.spelling, "text": word.text, "word": word.word}


def _of(said: Mapping[str, Any] | None) -> HouseWord | None:
    return None if said is None else HouseWord(said["field"], said["spelling"], said["text"], said["word"])


def _word(row: Row[Any]) -> HouseWord:
    return HouseWord(row.field, row.spelling, row.text, row.word, row.at, row.by)
