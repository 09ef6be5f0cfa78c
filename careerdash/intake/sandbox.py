"""Runs a reading in a child process with limits, so that no file can hurt the parent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .annotate import Mark
from .kept import KeptRows
from .loading import sha256
from .request import MB, CancelledError, Limits, Progress, Reading, ReadRequest, RefusedError, unwatched

if TYPE_CHECKING:
    import pyarrow as pa

    from .rows.merge import TypedRows

_NO_MEMORY = ("The file needs more memory than the {memory:,} MB that one import may use; split it and import the "
              "parts.")
_KILLED = ("The reading of the file was ended from outside, most likely because the computer ran out of memory; try "
           "again or split the file.")
_CPU = ("Reading the file takes more than the {cpu} seconds of computing that one import may use; split it and import "
        "the parts.")
_WALL = ("Reading the file was not done within {wall} seconds, perhaps because the computer is busy; try again later "
         "or split the file.")
_CRASHED = ("The file makes the program that reads it crash; open it in your spreadsheet program, save it again as "
            "xlsx and import that.")
_BROKEN = ("The file holds something that cannot be read; open it in your spreadsheet program and save it again as "
           "xlsx.")
_UNMARKED = "No marked copy of this file can be made: correct the cells in your own file by the list of remarks."
_ROOT = Path(__file__).resolve().parents[2]


_LOOK_EVERY = 0.1
"""Seconds between two looks at the progress of the child and at the wish to cancel it."""
_TIME_UP = -1000


def read_file(path: Path, name: str, *, request: ReadRequest | None = None,
              progress: Callable[[float], None] | None = None,
              cancelled: Callable[[], bool] | None = None) -> Reading:
    """Reads one file in a child process. `name` is the file's name as given.

    What the child writes lies beside `keep_cells`, so that a killed reading leaves nothing outside that folder.
    `progress` gets the share that is done, 0 to 1; `cancelled` is asked about ten times a second.
    Raises CancelledError where it says yes: the child is killed at once, and nothing is left. Raises nothing for
    what the file holds: outcome, code and message of the reading say it.
    """
    request = request or ReadRequest()
    beside = request.keep_cells.parent if request.keep_cells else None
    with tempfile.TemporaryDirectory(prefix="careerdash-", dir=beside) as folder:
        work = Path(folder)
        plain = request_json(path, name, request)
        try:
            code = _told(work, plain, request.limits, progress, cancelled)
            if -code in _CRASHES or code - 128 in _CRASHES:  # calamine takes some broken files badly
                _leave_nothing(request)
                code = _told(work, plain | {"careful": True}, request.limits, progress, cancelled)
        except CancelledError:
            _leave_nothing(request)
            raise
        if code == 0 and (work / "reading.json").exists():
            return load(work, request)
        _leave_nothing(request)
        return _failed(path, name, code, (work / "stderr").read_bytes()[-_TAIL:], request.limits)


def annotate_file(path: Path, name: str, marks: Sequence[Mark], fixes: Sequence[tuple[str, int, str, str]],
                  out: Path, *, limits: Limits | None = None) -> None:
    """Writes the marked copy of a file (`annotate.annotate_here`) in a child process; `out` lies in a private folder.

    Raises RefusedError where the file cannot be marked: the message says why.
    """
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="careerdash-", dir=out.parent) as folder:
        work = Path(folder)
        (work / "request.json").write_text(json.dumps({
            "task": "annotate", "path": str(path), "name": name, "limits": asdict(limits), "out": str(out),
            "marks": [asdict(mark) for mark in marks], "fixes": [list(fix) for fix in fixes]}), encoding="utf-8")
        code = _run(work, limits, None, None)
        if code == 0 and out.exists():
            return
        failed = _failed(path, name, code, (work / "stderr").read_bytes()[-_TAIL:], limits)
        raise RefusedError(str(failed.code), _UNMARKED)


def _leave_nothing(request: ReadRequest) -> None:
    """Removes what a child that died had written so far."""
    if request.keep_cells is not None:
        request.keep_cells.unlink(missing_ok=True)
    if request.keep_typed is not None:
        shutil.rmtree(request.keep_typed, ignore_errors=True)


def _told(work: Path, plain: dict[str, Any], limits: Limits, progress: Callable[[float], None] | None,
          cancelled: Callable[[], bool] | None) -> int:
    """Exit code of a child with this request. Raises CancelledError."""
    (work / "request.json").write_text(json.dumps(plain), encoding="utf-8")
    return _run(work, limits, progress, cancelled)


def _run(work: Path, limits: Limits, progress: Callable[[float], None] | None,
         cancelled: Callable[[], bool] | None) -> int:
    """Exit code of the child; -1000 where its time was up. Raises CancelledError."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONSTARTUP"}
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *filter(None, [environment.get("PYTHONPATH")])])
    # columns of less than 32 MB are taken from memory that was used before: new pages cost more time than the work
    environment |= {"OMP_NUM_THREADS": "2", "ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2",
                    "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "268435456"}
    end = time.monotonic() + limits.wall_seconds
    with (work / "stderr").open("wb") as said:
        child = subprocess.Popen([sys.executable, "-m", "careerdash.intake.child", str(work)], env=environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said)
        try:
            shown = 0.0
            while True:
                if cancelled is not None and cancelled():
                    raise CancelledError
                try:
                    return child.wait(min(_LOOK_EVERY, max(0.0, end - time.monotonic())))
                except subprocess.TimeoutExpired:
                    pass
                if time.monotonic() >= end:
                    return _TIME_UP
                if progress is not None and (share := _share(work)) > shown:
                    shown = share
                    progress(share)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()


def _share(work: Path) -> float:
    """The share that the child says is done; 0 where it has said nothing yet."""
    try:
        return min(1.0, float((work / "progress").read_text(encoding="ascii")))
    except (OSError, ValueError):  # a file that is just being written
        return 0.0


_TAIL = 4096
_CRASHES = frozenset((4, 6, 7, 8, 11))
"""Signals by which a library ends the process: of an illegal instruction, abort, bus, arithmetic, memory fault."""
_LAST_WORDS = (b"memory", b"bad_alloc", b"MemoryError", b"new thread")
_ABORTED, _KILL, _OUT_OF_TIME, _OUT_OF_MEMORY, _FAILED = (-6, 134), (-9, -15, 137, 143), (-24, 152), (86,), (87,)
"""Exit codes of a child, as it says itself or as a shell does: 128 and the signal."""


def _failed(path: Path, name: str, code: int, said: bytes, limits: Limits) -> Reading:
    """Why a child died: its memory (by its word or last words), its time, somebody else, a reader that crashed."""
    if code in _OUT_OF_MEMORY or (code in _ABORTED and any(word in said for word in _LAST_WORDS)):
        kind, sentence = "too_large", _NO_MEMORY
    elif code in _KILL:
        kind, sentence = "too_large", _KILLED
    elif code in _OUT_OF_TIME:
        kind, sentence = "too_slow", _CPU
    elif code == _TIME_UP:
        kind, sentence = "too_slow", _WALL
    else:
        kind, sentence = "damaged", _BROKEN if code in _FAILED else _CRASHED
    return Reading(name, sha256(path), "refused", kind, sentence.format(
        memory=limits.child_bytes // MB, cpu=limits.cpu_seconds, wall=limits.wall_seconds))


def request_json(path: Path, name: str, request: ReadRequest) -> dict[str, Any]:
    """A request as JSON for the child."""
    plain = {key: getattr(request, key) for key in ("answers", "accept", "mapping", "programs", "decisions")}
    return plain | {"path": str(path), "name": name, "limits": asdict(request.limits),
                    "answers": dict(request.answers), "mapping": dict(request.mapping),
                    "programs": list(request.programs),
                    "today": request.today.isoformat() if request.today else None,
                    "keep_cells": str(request.keep_cells) if request.keep_cells else None,
                    "keep_typed": str(request.keep_typed) if request.keep_typed else None,
                    "sha256": request.sha256,
                    "fixes": [[*place, text] for place, text in request.fixes.items()],
                    "skips": [list(place) for place in request.skips],
                    "words": {name: dict(words) for name, words in request.words.items()}}


def request_of(plain: dict[str, Any]) -> ReadRequest:
    """The request that `request_json` wrote."""
    return ReadRequest(plain["answers"], plain["accept"], plain["mapping"], plain["programs"],
                       Limits(**plain["limits"]),
                       date.fromisoformat(plain["today"]) if plain["today"] else None, plain["decisions"],
                       Path(plain["keep_cells"]) if plain["keep_cells"] else None,
                       Path(plain["keep_typed"]) if plain["keep_typed"] else None, plain["sha256"],
                       {(sheet, row, column): text for sheet, row, column, text in plain["fixes"]},
                       {(sheet, row) for sheet, row in plain["skips"]}, plain["words"])


_PLAIN = ("file", "sha256", "outcome", "code", "message", "cells", "sheets", "questions", "issues", "notices",
          "decisions", "data_day_from", "keeps_bytes")


def save(reading: Reading, typed: Mapping[str, TypedRows], work: Path, request: ReadRequest,
         progress: Progress = unwatched) -> None:
    """Writes a reading where the parent finds it: JSON, and a Parquet file a table."""
    plain = {key: getattr(reading, key) for key in _PLAIN}
    plain["data_day"] = reading.data_day.isoformat() if reading.data_day else None
    folder = _typed_folder(work, request)
    folder.mkdir()
    for number, (table, rows) in enumerate(typed.items()):
        progress(number / len(typed))
        rows.write(folder / f"{table}.parquet")
    part = work / "reading.part"
    part.write_text(json.dumps(plain), encoding="utf-8")
    part.rename(work / "reading.json")


def load(work: Path, request: ReadRequest) -> Reading:
    """The reading that the child wrote."""
    plain = json.loads((work / "reading.json").read_text(encoding="utf-8"))
    kept = KeptRows(_typed_folder(work, request))
    tables: Mapping[str, pa.Table] = kept if request.keep_typed is not None else dict(kept)
    day = plain.pop("data_day")
    return replace(Reading(plain["file"], plain["sha256"], plain["outcome"]), **plain,
                   data_day=date.fromisoformat(day) if day else None, tables=tables)


def _typed_folder(work: Path, request: ReadRequest) -> Path:
    return request.keep_typed or work / "typed"
