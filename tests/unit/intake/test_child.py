"""The child process of a reading: its limits, its end, its progress, and giving it up."""

from __future__ import annotations

import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from careerdash.intake import CancelledError, Limits, Reading, ReadRequest, read_file, sandbox
from tests.support.sheets import workbook

GOOD = workbook({"pair": [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]})
LIMITS = Limits()


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs 2026-03-01.xlsx"
    path.write_bytes(GOOD)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A file that takes a second or two."""
    path = tmp_path / "log.csv"
    path.write_text("check_in_id,pair_id,date\n" + "".join(f"c{n},p{n % 50},2026-01-01\n" for n in range(300_000)))
    return path


def ends_like(monkeypatch: pytest.MonkeyPatch, path: Path, code: str) -> Reading:
    """A reading whose child runs this code instead."""
    start = sandbox.subprocess.Popen

    def other(command: list[str], **options: object) -> object:
        return start([command[0], "-c", code], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(sandbox.subprocess, "Popen", other)
    return read_file(path, path.name)


def test_a_child_reads_and_hands_back_everything(pairs: Path, tmp_path: Path) -> None:
    reading = read_file(pairs, pairs.name, request=ReadRequest(keep_cells=tmp_path / "cells.parquet"))
    assert reading.outcome == "read"
    assert reading.tables["pair"].column("pair_id").to_pylist() == ["p1"]
    assert reading.data_day is not None
    assert reading.data_day.isoformat() == "2026-03-01"
    assert (tmp_path / "cells.parquet").exists()


def test_a_child_out_of_memory_is_a_sentence(log: Path) -> None:
    reading = read_file(log, log.name, request=ReadRequest(limits=replace(LIMITS, child_bytes=400 * 1024 * 1024)))
    assert (reading.outcome, reading.code) == ("refused", "too_large")
    assert reading.message == ("The file needs more memory than the 400 MB that one import may use; split it and "
                               "import the parts.")


def test_a_child_that_takes_too_long_is_a_sentence(pairs: Path) -> None:
    reading = read_file(pairs, pairs.name, request=ReadRequest(limits=replace(LIMITS, wall_seconds=0)))
    assert (reading.outcome, reading.code) == ("refused", "too_slow")
    assert "not done within 0 seconds" in (reading.message or "")


@pytest.mark.parametrize(("code", "refusal", "words"), [
    ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too_large", "ended from outside"),
    ("import os, sys; sys.stderr.write('memory allocation of 9 bytes failed'); sys.stderr.flush(); os.abort()",
     "too_large", "more memory than the 1,700 MB"),
    ("import sys; sys.exit(86)", "too_large", "more memory than the 1,700 MB"),
    ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "too_slow", "60 seconds of computing"),
    ("import os; os.abort()", "damaged", "crash"),
    ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "damaged", "crash"),
    ("import sys; sys.exit(87)", "damaged", "something that cannot be read"),
    ("", "damaged", "crash"),
])
def test_deaths_are_told_apart(monkeypatch: pytest.MonkeyPatch, pairs: Path, code: str, refusal: str,
                               words: str) -> None:
    reading = ends_like(monkeypatch, pairs, code)
    assert (reading.outcome, reading.code) == ("refused", refusal)
    assert reading.message is not None
    assert words in reading.message


def test_a_limit_of_cpu_time_is_too_slow(log: Path) -> None:
    reading = read_file(log, log.name, request=ReadRequest(limits=replace(LIMITS, cpu_seconds=0)))
    assert (reading.outcome, reading.code) == ("refused", "too_slow")
    assert "seconds of computing" in (reading.message or "")


def test_progress_grows(log: Path) -> None:
    shares: list[float] = []
    assert read_file(log, log.name, progress=shares.append).outcome == "read"
    assert shares
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1


@pytest.mark.parametrize("after", [0.0, 0.6])
def test_a_cancelled_reading_leaves_nothing(log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                            after: float) -> None:
    start = time.monotonic()
    children: list[int] = []
    popen = sandbox.subprocess.Popen

    def watched(*arguments: object, **options: object) -> object:
        child = popen(*arguments, **options)  # type: ignore[call-overload]
        children.append(child)
        return child

    monkeypatch.setattr(sandbox.subprocess, "Popen", watched)
    work = tmp_path / "work"
    work.mkdir()
    with pytest.raises(CancelledError):
        read_file(log, log.name, request=ReadRequest(keep_cells=work / "cells.parquet"),
                  cancelled=lambda: time.monotonic() - start > after)
    assert [child.returncode for child in children] == [-signal.SIGKILL]  # type: ignore[attr-defined]
    assert list(work.iterdir()) == []


def test_a_reader_that_crashes_is_left_out(monkeypatch: pytest.MonkeyPatch, pairs: Path) -> None:
    """The child dies by an abort the first time; the second one reads without calamine."""
    start = sandbox.subprocess.Popen
    runs: list[int] = []

    def once(command: list[str], **options: object) -> object:
        runs.append(1)
        crash = [command[0], "-c", "import os; os.abort()"]
        return start(crash if len(runs) == 1 else command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(sandbox.subprocess, "Popen", once)
    reading = read_file(pairs, pairs.name)
    assert (len(runs), reading.outcome, reading.cells["valued"]) == (2, "read", 6)
