"""What Settings says of the texts of your own files and what they mean."""

from .. import formats
from .review import EMPTY, holds

INTRODUCTION = ("What a text means in every file, in the column you choose: say it once, and no import asks again. "
                "It counts for files that are read from now on. A text that was explained on the Imports page for one "
                "column keeps that meaning there.")
NONE = "None yet. Texts that an import does not know can be explained here or on the Imports page."
CHOOSE = "Choose what the text means."
UNKNOWN = "not explained here"


def meaning(word: str) -> str:
    """A word of a vocabulary as people read it; an empty one leaves the cell empty."""
    return word.replace("_", " ") if word else EMPTY


def sentence(target: str, text: str, word: str) -> str:
    """One text of your own: `Pair: status “Wrapped up” means completed`."""
    return f"{formats.capital(holds(target))} “{text}” means {meaning(word)}"


def changed(target: str, text: str, before: str, after: str) -> str:
    """One change: `Pair: status “Wrapped up”: not explained here → completed`."""
    return f"{formats.capital(holds(target))} “{text}”: {before} → {after}"


def taught(text: str, word: str | None) -> str:
    """What was just saved."""
    if word is None:
        return f"“{text.strip()}” has no meaning of your own any more; files that were taken in stay as they are."
    return f"Saved: “{text.strip()}” means {meaning(word)} in files that are read from now on."
