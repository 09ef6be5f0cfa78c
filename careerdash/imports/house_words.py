"""What texts mean in every file of this house: said on Settings, used whenever a file is read from then on."""

from collections.abc import Mapping

from careerdash.intake.request import TEXT
from careerdash.intake.values.names import normal
from careerdash.intake.values.readers import read_word
from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.house_words import HouseWord, house_words, save_word
from careerdash.ledger.ledger import Ledger
from careerdash.schema import TABLES, VOCABULARIES, Field

from .model import ImportsError

LONGEST = 100


def fields() -> dict[str, Field]:
    """The fields that hold words of a vocabulary, as table.field."""
    return {f"{table.name}.{field.name}": field for table in TABLES.values() for field in table.fields
            if field.kind == "word" and field.vocabulary}


def known_texts(field: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a field, each with the texts that mean it without being told."""
    return VOCABULARIES[fields()[field].vocabulary or ""].words


def complaint(field: str, text: str, word: str) -> str | None:
    """Why a text cannot be given a meaning (empty: nothing), as one sentence; None where it can."""
    known = fields().get(field)
    if known is None or known.vocabulary is None or (word and word not in VOCABULARIES[known.vocabulary].words):
        return "There is no such word for this column."
    if not normal(text):
        return "A text with a letter or a digit is needed."
    if len(text.strip()) > LONGEST:
        return f"A text of {LONGEST} characters at most is needed."
    if read_word(TEXT, text, known.vocabulary) == (word, None):
        return "This text means that already, in every file."
    return None


def teach(folder: DataFolder, field: str, text: str, word: str | None, *, by: str) -> None:
    """Says what a text means in every file, or (None) takes that away. Raises ImportsError with one sentence."""
    text = text.strip()
    if word is not None and (said := complaint(field, text, word)):
        raise ImportsError(said)
    spelling = normal(text)
    ledger = Ledger(folder)
    try:
        save_word(ledger, field, spelling, None if word is None else HouseWord(field, spelling, text, word), by=by)
    finally:
        ledger.close()


def words_for_reading(ledger: Ledger) -> dict[str, dict[str, str]]:
    """All of them as a reading takes them: {table.field: {spelling: word}}."""
    found: dict[str, dict[str, str]] = {}
    for one in house_words(ledger):
        found.setdefault(one.target, {})[one.spelling] = one.word
    return found


def known_now(entry: ImportEntry, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a text that an import could not read has a meaning now, so that its file is worth reading again."""
    spellings = {spelling for of_field in words.values() for spelling in of_field}
    return any(issue["code"] == "unknown_word" and normal(str(issue["value"] or "")) in spellings
               for issue in entry.receipt.get("balance", {}).get("issues", ()))
