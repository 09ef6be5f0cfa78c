"""The cells of an OOXML sheet and the shared texts by XML events: slower than a search of bytes, and never mistaken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.parsers import expat

from ..request import column_number

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_LEFT_OUT = frozenset(("rPh", "extLst"))
"""What holds elements named like those of a cell: readings of a text, and extensions."""


class RawCell(NamedTuple):
    """A cell as written: place from 0, type, style, text of its value and text in place (None: there is none)."""

    row: int
    column: int
    kind: str
    style: str
    value: str
    inline: str
    formula: bool


class SheetEvents:
    """Takes a part in blocks; gives the cells that they close. `root` is the name of the part's first element."""

    def __init__(self) -> None:
        self.root = ""
        self._parser: expat.XMLParserType | None = None
        self._ready: list[RawCell] = []
        self._row, self._column, self._left_out = -1, -1, 0
        self._cell: dict[str, str] | None = None
        self._value: list[str] = []
        self._inline: list[str] = []
        self._formula = False

    def feed(self, blocks: Iterable[bytes]) -> Iterator[RawCell]:
        """The cells of all blocks. Raises expat.ExpatError where they are no whole XML."""
        for block in blocks:
            self._parser = self._parser or self._begin(block)
            self._parser.Parse(block, False)
            yield from self._ready
            self._ready.clear()
        (self._parser or self._begin(b"")).Parse(b"", True)

    def _begin(self, block: bytes) -> expat.XMLParserType:
        parser = parser_for(block)
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        return parser

    def _start(self, name: str, marks: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if self._left_out:
            self._left_out += name in _LEFT_OUT
        elif name == "c":
            self._cell, self._formula = marks, False
            self._value, self._inline = [], []
        elif name == "row":
            said = marks.get("r", "")
            self._row = int(said) - 1 if _is_row(said) else self._row + 1
            self._column = -1
        elif name in _LEFT_OUT:
            self._left_out = 1
        elif self._cell is None:
            self.root = self.root or name
        elif name == "v":
            self._into(self._value)
        elif name == "t":
            self._into(self._inline)
        elif name == "f":
            self._formula = True

    def _end(self, name: str) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if self._left_out:
            self._left_out -= name in _LEFT_OUT
        elif name in ("v", "t"):
            self._into(None)
        elif name == "c" and self._cell is not None:
            self._close(self._cell)
            self._cell = None

    def _into(self, texts: list[str] | None) -> None:
        assert self._parser is not None
        self._parser.CharacterDataHandler = None if texts is None else texts.append

    def _close(self, marks: dict[str, str]) -> None:
        place = _PLACE.fullmatch(marks.get("r", ""))
        self._column = column_number(place.group(1).upper()) if place else self._column + 1
        row = int(place.group(2)) - 1 if place and _is_row(place.group(2)) else max(self._row, 0)
        self._row = row
        self._ready.append(RawCell(row, self._column, marks.get("t", "n"), marks.get("s", "0"), "".join(self._value),
                                   "".join(self._inline), self._formula))


def _is_row(said: str) -> bool:
    return said.isdecimal() and said.isascii() and 0 < int(said) <= 10**7


def no_memory(error: expat.ExpatError) -> None:
    """Raises MemoryError where a parser stopped for want of memory and not for what it read."""
    if error.code == 1:
        raise MemoryError from None


def parser_for(beginning: bytes) -> expat.XMLParserType:
    """A parser of UTF-8, or of another encoding of single bytes that a part says it has."""
    said = _ENCODING.search(beginning[:200])
    name = said.group(1).lower() if said else b"utf-8"
    parser = expat.ParserCreate("utf-8" if name.startswith((b"utf", b"ucs", b"iso-10646")) else None)
    parser.buffer_text = True
    return parser


def shared_items(xml: bytes) -> list[str]:
    """The shared texts by their number, their runs together, without readings. Raises expat.ExpatError."""
    items: list[str] = []
    texts: list[str] = []
    left_out = 0
    parser = parser_for(xml)

    def start(name: str, marks: dict[str, str]) -> None:
        nonlocal left_out
        name = name.rpartition(":")[2]
        left_out += name in _LEFT_OUT
        if name == "si":
            texts.clear()
        elif name == "t" and not left_out:
            parser.CharacterDataHandler = texts.append

    def end(name: str) -> None:
        nonlocal left_out
        name = name.rpartition(":")[2]
        left_out -= name in _LEFT_OUT
        if name == "t":
            parser.CharacterDataHandler = None
        elif name == "si":
            items.append("".join(texts))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    if xml:
        parser.Parse(xml, True)
    return items
