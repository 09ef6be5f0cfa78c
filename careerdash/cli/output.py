"""What the command line prints: one JSON document or tables on stdout, sentences on stderr."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

LONGEST = 400
_WIDEST = 48


class CommandError(Exception):
    """Nothing was done, or not all of it: one sentence, and the exit code."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code


def plain(text: str) -> str:
    """Text of others as one line: without control characters.

    >>> plain("a\\x1b[31m\\nb")
    'a [31m b'
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def sentence(text: str) -> str:
    """One line of at most 400 characters with a full stop.

    >>> sentence("It is so")
    'It is so.'
    """
    text = plain(text)
    if len(text) > LONGEST - 1:
        text = f"{text[:LONGEST - 4].rstrip()}..."
    return text if text.endswith((".", "!", "?")) else f"{text}."


def tell(text: str) -> None:
    """A message, on stderr."""
    print(sentence(text), file=sys.stderr)


def print_json(document: object) -> None:
    """The document as ASCII-safe JSON. Raises ValueError for NaN or Infinity, which no document holds."""
    print(json.dumps(document, ensure_ascii=True, allow_nan=False, indent=1, default=_as_text))


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} in a document")


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under each other; numbers to the right, long texts cut."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(name), *(len(row[place]) for row in cells)) if cells else len(name)
              for place, name in enumerate(header)]
    right = [bool(cells) and all(_is_number(row[place]) for row in cells) for place in range(len(header))]
    for row in ([*header], *cells):
        line = "  ".join(text.rjust(width) if to_right else text.ljust(width)
                         for text, width, to_right in zip(row, widths, right, strict=True))
        print(line.rstrip())


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = plain(", ".join(str(part) for part in value) if isinstance(value, list | tuple) else str(value))
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST - 3]}..."


def _is_number(text: str) -> bool:
    return text == "-" or text.replace(",", "").replace(".", "").replace("%", "").removeprefix("-").isdigit()


class ProgressLine:
    """A line on stderr that says what is being done, where a person watches; else nothing."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._length = 0

    def __call__(self, step: str, share: float) -> None:
        if not self._watched:
            return
        text = f"{step} {round(share * 100):3d}%"
        print(f"\r{text.ljust(self._length)}", end="", file=sys.stderr, flush=True)
        self._length = len(text)

    def clear(self) -> None:
        """Wipes the line, so that messages start on a clean one."""
        if self._length:
            print(f"\r{' ' * self._length}\r", end="", file=sys.stderr, flush=True)
            self._length = 0


def counted(changes: Mapping[str, Mapping[str, int]] | None) -> list[list[Any]]:
    """Changes as table rows: table, new, changed, same, missing."""
    return [[table, *(numbers[key] for key in ("new", "changed", "same", "missing"))]
            for table, numbers in (changes or {}).items()]
