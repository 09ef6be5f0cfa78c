"""Sign-ins are written down once and end everywhere; the audit log says who did what."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from careerdash.ledger import audit, sign_ins
from careerdash.ledger import tables as t
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger, now

LATER = now() + timedelta(hours=1)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.delenv("CAREERDASH_LEDGER", raising=False)
    opened = Ledger(DataFolder(tmp_path / "data"))
    yield opened
    opened.close()


def log(ledger: Ledger) -> list[tuple[str, str]]:
    return [(entry.by, entry.action) for entry in audit.page(ledger, 50)[0][::-1]]


def test_a_sign_in_is_written_down_once(ledger: Ledger) -> None:
    assert sign_ins.holds(ledger, "t1", "coordinator") is None
    assert sign_ins.begin(ledger, "t1", "p1", LATER, "ana", "coordinator")
    assert sign_ins.begin(ledger, "t1", "p1", LATER, "ana", "coordinator")
    assert sign_ins.holds(ledger, "t1", "coordinator") is True
    assert log(ledger) == [("ana", "sign-in")]


def test_signing_out_ends_all_sign_ins_of_the_person_and_nobody_elses(ledger: Ledger) -> None:
    for token, person in (("t1", "p1"), ("t2", "p1"), ("t3", "p2")):
        sign_ins.begin(ledger, token, person, LATER, person, "coordinator")
    sign_ins.end_all(ledger, "p1", "ana")
    assert [sign_ins.holds(ledger, token, "coordinator") for token in ("t1", "t2", "t3")] == [False, False, True]
    assert not sign_ins.begin(ledger, "t1", "p1", LATER, "ana", "coordinator"), "a token that ended never comes back"
    assert log(ledger)[-1] == ("ana", "sign-out")
    assert sign_ins.begin(ledger, "t4", "p1", LATER, "ana", "coordinator"), "a new sign-in holds"


def test_without_a_role_it_is_a_refusal_and_a_new_role_is_written_too(ledger: Ledger) -> None:
    assert sign_ins.begin(ledger, "t1", "p1", LATER, "eve", "")
    assert sign_ins.holds(ledger, "t1", "leadership") is None
    assert sign_ins.begin(ledger, "t1", "p1", LATER, "eve", "leadership")
    assert sign_ins.holds(ledger, "t1", "leadership") is True
    assert log(ledger) == [("eve", "sign-in refused"), ("eve", "sign-in")]


def test_old_sign_ins_are_forgotten(ledger: Ledger) -> None:
    sign_ins.begin(ledger, "t1", "p1", LATER, "ana", "coordinator")
    with ledger.writing() as connection:
        connection.execute(update(t.sign_in).values(ends_at=now() - sign_ins.KEPT - timedelta(days=1)))
    sign_ins.begin(ledger, "t2", "p1", LATER, "ana", "coordinator")
    with ledger.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(t.sign_in)) == 1


def test_many_windows_at_once_are_one_sign_in(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        held = list(pool.map(lambda _: sign_ins.begin(ledger, "t1", "p1", LATER, "ana", "coordinator"), range(16)))
    assert all(held)
    assert log(ledger) == [("ana", "sign-in")]


def test_the_log_is_read_a_page_at_a_time_the_newest_first(ledger: Ledger) -> None:
    for number in range(5):
        audit.record(ledger, "ana", "export", {"file": f"{number}.csv", "rows": number})
    found, count = audit.page(ledger, 2, 1)
    assert count == 5
    assert [entry.detail["file"] for entry in found] == ["3.csv", "2.csv"]
