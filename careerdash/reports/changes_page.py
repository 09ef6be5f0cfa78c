"""What changed, on paper: one list a kind of change, with a box to tick."""

from collections.abc import Mapping, Sequence
from datetime import date

from .. import formats
from ..metrics.changes import Change
from ..words import changes as words
from . import paper


def changes_page(found: Sequence[Change], counts: Mapping[str, int], before: date, after: date,
                 said: str) -> bytes:
    """The page as UTF-8 HTML; `said`: filters, days and files in force."""
    parts = [paper.words(words.summary(counts, before, after)), paper.words(said, "quiet")]
    for kind, n in counts.items():
        parts += [paper.heading(words.title(kind, n)), paper.words(words.KINDS[kind].meaning, "quiet"),
                  paper.table(("", "Pair", "Mentor → mentee", "Program", "What happened"), [
                      ("☐", change.pair_id, words.people(change), change.program or formats.DASH,
                       words.line(change, after)) for change in found if change.kind == kind])]
    if missing := words.none_of(counts):
        parts.append(paper.words(missing, "quiet"))
    return paper.page(f"What changed · {formats.day(before)} to {formats.day(after)}", parts)
