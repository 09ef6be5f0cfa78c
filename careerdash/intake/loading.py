"""The first moments of a file: what it is, and its workbook on its way while the rest of the program is not yet.

calamine works without holding Python up, so that a large workbook loads in a thread while the census counts its cells
and the other libraries come in.
"""

from __future__ import annotations

import hashlib
import queue
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .files.census import Census, take_census
from .files.preflight import preflight
from .request import MB, Limits, RefusedError, too_many_sheets

_BESIDE = MB
"""Smaller files are counted first: one that is refused by its census is then never loaded."""


@dataclass(frozen=True)
class Loaded:
    """One sheet as calamine gives it: its place among `of` sheets, what is known of it, its cells (None: a chart)."""

    place: int
    of: int
    meta: Any
    cells: Any


class Loading:
    """A workbook that is being loaded, a sheet ahead of who reads it."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._ready: queue.Queue[Loaded | BaseException | None] = queue.Queue(1)
        self._given_up = False
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Starts loading, once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, daemon=True)
            self._thread.start()

    def sheets(self) -> Iterator[Loaded]:
        """The sheets in their order. Raises RefusedError (too_large) and whatever calamine raises."""
        self.begin()
        try:
            while (one := self._ready.get()) is not None:
                if isinstance(one, BaseException):
                    raise one
                yield one
        finally:
            self._given_up = True

    def _load(self) -> None:
        try:
            for one in self._each():
                self._put(one)
            self._put(None)
        except BaseException as error:  # a panic of the reader is no Exception
            self._put(error)

    def _each(self) -> Iterator[Loaded]:
        from python_calamine import CalamineWorkbook, SheetTypeEnum

        with self._path.open("rb") as file:  # by its content: of a path the library believes the ending
            book = CalamineWorkbook.from_filelike(file)
        known = book.sheets_metadata
        if len(known) > self._limits.sheets:
            raise too_many_sheets(self._limits)
        for index, meta in enumerate(known):
            is_sheet = meta.typ == SheetTypeEnum.WorkSheet
            yield Loaded(index, len(known), meta, book.get_sheet_by_index(index) if is_sheet else None)

    def _put(self, one: Loaded | BaseException | None) -> None:
        while not self._given_up:
            try:
                self._ready.put(one, timeout=0.2)
            except queue.Full:
                continue
            return


@dataclass(frozen=True)
class Started:
    """A file that passed the preflight: its kind, of a workbook the sheets on their way, of a small xlsx its census.

    `careful`: calamine is left out, which crashed on it.
    """

    kind: str
    loading: Loading
    census: Census | None = None
    careful: bool = False


def start(path: Path, limits: Limits, *, careful: bool = False) -> Started:
    """Looks at a file and begins to load a large workbook, unless `careful`. Raises RefusedError."""
    kind = preflight(path, limits)
    loading = Loading(path, limits)
    if careful:
        return Started(kind, loading, careful=True)
    if path.stat().st_size <= _BESIDE:
        return Started(kind, loading, census_of(path, limits) if kind == "xlsx" else None)
    if kind != "csv":
        loading.begin()
    return Started(kind, loading)


def census_of(path: Path, limits: Limits) -> Census:
    """The census of an xlsx. Raises RefusedError (too_large, damaged)."""
    try:
        return take_census(path, limits)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise RefusedError("damaged", "The file cannot be read as a workbook; open it in your spreadsheet program and "
                                      "save it again as xlsx.") from None


def sha256(path: Path) -> str:
    """Digest of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
