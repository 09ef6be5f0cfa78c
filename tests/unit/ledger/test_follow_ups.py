"""Follow-ups: added, never changed; nothing is lost between people, processes and crashes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.follow_ups import FollowUp, follow_ups, last_number, record, take_back
from careerdash.ledger.ledger import Ledger

DAY = date(2026, 3, 2)
ROOT = Path(__file__).resolve().parents[3]
WRITER = """
import sys
from datetime import date
from pathlib import Path
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.follow_ups import FollowUp, record
from careerdash.ledger.ledger import Ledger
root, who, many = sys.argv[1:]
ledger = Ledger(DataFolder(Path(root)))
for n in range(int(many)):
    number, = record(ledger, [FollowUp("p1", "called", date(2026, 3, 2), who, text=str(n))])
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def ledger(folder: DataFolder) -> Iterator[Ledger]:
    ledger = Ledger(folder)
    yield ledger
    ledger.close()


def writer(folder: DataFolder, who: str, many: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder.root), who, str(many)], cwd=ROOT, text=True,
                            stdout=subprocess.PIPE)


def test_events_come_back_as_they_went_in(ledger: Ledger) -> None:
    events = [
        FollowUp("p1", "e-mailed", DAY, "ada", "about the plan", "mentor"),
        FollowUp("p1", "snoozed", DAY, "ada", until=date(2026, 4, 1), as_of=DAY, reasons=("late",)),
        FollowUp("p2", "resolved", DAY, "bob", as_of=DAY, reasons=("silent", "no_goals")),
        FollowUp("p2", "met", DAY, "bob", import_id=3)]
    numbers = record(ledger, events)
    found = follow_ups(ledger)
    assert [replace(event, number=0, at=FollowUp.at) for event in found] == events
    assert [event.number for event in found] == numbers == sorted(numbers)
    assert [event.pair_id for event in follow_ups(ledger, ["p2", "p9"])] == ["p2", "p2"]
    assert last_number(ledger) == numbers[-1]


def test_taking_back_keeps_the_event_on_record(ledger: Ledger) -> None:
    record(ledger, [FollowUp("p1", "resolved", DAY, "ada", as_of=DAY, reasons=("late",))])
    take_back(ledger, follow_ups(ledger)[0], by="bob", day=DAY)
    resolved, taken = follow_ups(ledger)
    assert (resolved.kind, resolved.taken_back) == ("resolved", True)
    assert (taken.kind, taken.takes_back, taken.by) == ("taken back", resolved.number, "bob")


@pytest.mark.parametrize("bad", [
    FollowUp("p1", "snoozed", DAY, "ada"), FollowUp("p1", "called", DAY, "ada", until=DAY),
    FollowUp("", "note", DAY, "ada"), FollowUp("p1", "phoned", DAY, "ada")])  # type: ignore[arg-type]
def test_an_event_that_says_too_little_records_nothing(ledger: Ledger, bad: FollowUp) -> None:
    with pytest.raises(ValueError, match="too little"):
        record(ledger, [FollowUp("p1", "called", DAY, "ada"), bad])
    assert follow_ups(ledger) == []
    assert last_number(ledger) == 0


def test_two_processes_at_once_lose_nothing(folder: DataFolder) -> None:
    writers = [writer(folder, who, 25) for who in ("ada", "bob")]  # both make the ledger, too
    confirmed = [int(line) for process in writers for line in process.communicate(timeout=60)[0].split()]
    assert [process.returncode for process in writers] == [0, 0]
    ledger = Ledger(folder)
    found = follow_ups(ledger)
    ledger.close()
    assert sorted(confirmed) == [event.number for event in found] == list(range(1, 51))
    for who in ("ada", "bob"):
        assert [event.text for event in found if event.by == who] == [str(n) for n in range(25)]


def test_a_killed_process_keeps_all_that_was_confirmed(folder: DataFolder) -> None:
    process = writer(folder, "ada", 100_000)
    assert process.stdout is not None
    confirmed = [int(process.stdout.readline()) for _ in range(20)]
    process.kill()
    confirmed += [int(line) for line in process.communicate(timeout=60)[0].splitlines() if line.strip()]
    ledger = Ledger(folder)
    found = [event.number for event in follow_ups(ledger)]
    record(ledger, [FollowUp("p1", "note", DAY, "bob")])
    ledger.close()
    assert set(confirmed) <= set(found)
    assert len(found) <= len(confirmed) + 1, "one event may be in the ledger and its number not yet told"
