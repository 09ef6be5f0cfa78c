"""The cells of a file that passed the preflight: which reader may say what it holds."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .files.census import Census
from .files.census_ods import ods_census
from .files.census_xls import xls_census, xlsb_census
from .files.read_biff import read_biff
from .files.read_biff12 import read_biff12
from .files.read_fallback import read_fallback
from .files.read_ods import read_ods
from .files.read_plain import read_plain
from .files.read_text import read_text
from .files.read_workbook import damaged, read_workbook
from .loading import Started, census_of
from .model import Book, Limits, Progress, RefusedError, unwatched

_SMALL = 64 * 1024
"""Bytes of a workbook that our own reader reads beside calamine, so that no way of writing deceives both."""


def open_book(path: Path, name: str, started: Started, limits: Limits, progress: Progress = unwatched) -> Book:
    """The cells of a file that passed the preflight. Raises RefusedError."""
    if started.kind == "csv":
        book = read_text(path, name, limits, progress)
    else:
        book = _workbook(path, started, limits, progress)
    return replace(book, notices=(*book.notices, *_misnamed(name, started.kind)))


def _workbook(path: Path, started: Started, limits: Limits, progress: Progress) -> Book:
    """By calamine where it gives as many cells as the census counts, else by our own reader of that kind.

    What our own reader gives is what the workbook holds; where it refuses too, the reader with most cells is taken and
    what it lost is named.
    """
    census = _census(path, started, limits)
    exact = all(part.exact for part in census.sheets) and (bool(census.sheets) or started.kind == "xlsx")
    counted = sum(part.valued for part in census.sheets)
    others: list[Callable[[], Book]] = [lambda: read_workbook(started.loading, started.kind, census, limits, progress)]
    own: dict[str, Callable[[], Book]] = {
        "xlsx": lambda: read_plain(path, census, limits), "ods": lambda: read_ods(path, limits),
        "xls": lambda: read_biff(path, limits), "xlsb": lambda: read_biff12(path, limits)}
    if started.kind == "xlsx":
        others.append(lambda: read_fallback(path, census, limits))
    by_both = started.kind != "xlsx" and path.stat().st_size <= _SMALL  # a small xlsx is counted by events
    said = _tried(own[started.kind]) if by_both else None
    if said is not None:
        exact, counted = True, said.valued + said.lost
    first = None if started.careful else _tried(others[0])
    if first is not None and not census.misread and (first.valued == counted if exact else first.valued):
        return first
    if not by_both:
        said = _tried(own[started.kind])
    if said is not None and (said.valued or (first is None and started.kind != "xlsx")):
        return said
    found = [book for book in (first, *map(_tried, others[1:])) if book is not None]
    best = max(found, key=lambda one: one.valued, default=None)
    if best is None or not best.valued:
        raise damaged()
    return replace(best, lost=max(0, counted - best.valued) if exact else 0)


def _tried(read: Callable[[], Book]) -> Book | None:
    """What a reader gives; None where it cannot read the file. Raises RefusedError where no other may try."""
    try:
        return read()
    except RefusedError as refused:
        if refused.code != "damaged":
            raise
    return None


def _census(path: Path, started: Started, limits: Limits) -> Census:
    """The counts of a workbook, and the cells that calamine loses. Raises RefusedError."""
    if started.kind == "xlsx":
        return started.census or census_of(path, limits)
    if started.kind == "ods":
        with zipfile.ZipFile(path) as archive:
            return ods_census(archive.read("content.xml"))
    return xls_census(path) if started.kind == "xls" else xlsb_census(path)


_ENDINGS = {"xlsx": ("xlsx", "xlsm", "xltx", "xltm"), "xls": ("xls", "xlt"),
            "csv": ("csv", "tsv", "txt", "tab", "dat", ""), "xlsb": ("xlsb",), "ods": ("ods",)}


def _misnamed(name: str, kind: str) -> tuple[str, ...]:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending in _ENDINGS[kind]:
        return ()
    what = "a text file" if kind == "csv" else f"a workbook of the kind {kind}"
    return (f"The file is {what} in spite of its name, and was read as that.",)
