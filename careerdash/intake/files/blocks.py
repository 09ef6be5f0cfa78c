"""A large text file cut into blocks of whole records, so that several are parsed at once.

A line end is the end of a record where an even number of quotation marks stands before it. That holds as long as
each mark opens a field, closes it or is one of a pair; the first block that has another one ends this way of
reading, and the file is read from one end to the other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

import numpy as np

_LONGEST = 1 << 25
_QUOTE, _NEWLINE, _RETURN = 34, 10, 13
_MARK = b"\xef\xbb\xbf"


class NotInBlocksError(Exception):
    """The file cannot be cut safely."""


def whole_records(source: io.RawIOBase | IO[bytes], delimiter: str, block: int) -> Iterator[bytes]:
    """Blocks of about `block` bytes, each beginning with a record and ending with a line end, but for the last.

    Raises NotInBlocksError.
    """
    rest = b""
    separators = np.array([ord(delimiter) if len(delimiter) == 1 and ord(delimiter) < 128 else _NEWLINE, _NEWLINE,
                           _RETURN], dtype=np.uint8)
    while data := source.read(block):
        data = rest + data
        quotes = _quotes(data)
        end = _last_end(data, quotes)
        if end == 0:
            if len(data) > _LONGEST:
                raise NotInBlocksError
            rest = data
            continue
        whole, rest = data[:end], data[end:]
        yield _sound(whole, quotes[:int(np.searchsorted(quotes, end))], separators)
    if rest:
        quotes = _quotes(rest)
        if len(quotes) % 2:
            raise NotInBlocksError
        yield _sound(rest, quotes, separators)


def _quotes(data: bytes) -> np.ndarray:
    if b'"' not in data:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _QUOTE)


def _last_end(data: bytes, quotes: np.ndarray) -> int:
    """Where the last whole record ends; 0 where none does."""
    stop = len(data)
    while True:
        place = data.rfind(b"\n", 0, stop)
        if place < 0:  # files of old systems have carriage returns alone; the last byte may be half of a line end
            place = data.rfind(b"\r", 0, min(stop, len(data) - 1)) if b"\n" not in data else -1
        if place < 0:
            return 0
        before = int(np.searchsorted(quotes, place))
        if before % 2 == 0:
            return place + 1
        stop = int(quotes[before - 1])


def _sound(data: bytes, quotes: np.ndarray, separators: np.ndarray) -> bytes:
    """The block itself. Raises NotInBlocksError where a quotation mark neither opens, closes nor is one of a pair."""
    if data.startswith(_MARK):
        raise NotInBlocksError
    if len(quotes):
        codes = np.frombuffer(data, dtype=np.uint8)
        opening, closing = quotes[0::2], quotes[1::2]
        before = np.isin(codes[np.maximum(opening - 1, 0)], separators) | (opening == 0)
        before[1:] |= opening[1:] == closing[:-1] + 1
        after = np.isin(codes[np.minimum(closing + 1, len(data) - 1)], separators) | (closing == len(data) - 1)
        after[:-1] |= opening[1:] == closing[:-1] + 1
        if not (before.all() and after.all()):
            raise NotInBlocksError
    return data
