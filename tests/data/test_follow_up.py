"""What came of follow-ups, what flags foresaw, what is out of sight: by hand, and against a slow plain version."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from careerdash.ledger.follow_ups import FollowUp, Kind
from careerdash.metrics import Filters, attention, contacts, foresight, hidden
from careerdash.metrics.follow_up import Contacts, Outcome
from careerdash.store import Store
from tests.support import slow_follow_up
from tests.support.random_tables import random_tables
from tests.support.slow_world import World
from tests.support.tables import store_of

D = date(2026, 3, 2)
"""A Monday."""


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, start: int, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "program": "P", "mentor_id": "M", "mentee_id": "E", "start_date": ago(start),
            "cadence_days": 14} | more


def met(name: str, *days: int) -> list[dict[str, Any]]:
    return [{"pair_id": name, "date": ago(day), "status": "held"} for day in days]


def event(name: str, day: int, kind: Kind = "called", **more: Any) -> FollowUp:
    return FollowUp(name, kind, ago(day), "ada", **more)


LOG = met("p", 180, 100, 40)
"""With a first meeting on day -180, so that the pair has not "never met" before day -100."""


Asked = Callable[..., Contacts]


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    """`asked(events, as_of, program)` of the pair; `paused=True` of the same one, paused."""
    with store_of({"pair": [pair("p", 200)], "check_in": LOG}, D) as known, \
            store_of({"pair": [pair("p", 200, status="paused")], "check_in": LOG}, D) as paused_one:
        def ask(events: Sequence[FollowUp], as_of: date = D, program: str = "", paused: bool = False
                ) -> Contacts:
            filters = Filters(program=(program,) if program else ())
            return contacts(paused_one if paused else known, as_of, filters, events)

        yield ask


class TestContacts:
    """Every 14 days, grace 3: late from the 18th day after a meeting on. One pair met on days -100 and -40."""

    NONE = Outcome()

    @pytest.mark.parametrize(("events", "contacted"), [
        ([event("p", 82)], Outcome(1, 0)),  # the first day of the spell that ends on day -40
        ([event("p", 83)], NONE),  # not late yet
        ([event("p", 54)], Outcome(1, 1)),  # 14 days before the meeting
        ([event("p", 55)], Outcome(1, 0)),
        ([event("p", 41)], Outcome(1, 1)),
        ([event("p", 40)], NONE),  # they met on that day
        ([event("p", 60), event("p", 50)], Outcome(1, 0)),  # the first counts
        ([event("p", 50, "note"), event("p", 60, "re-matched"), event("p", 50, "met")], NONE),
        ([event("p", 50, "spoke")], Outcome(1, 1)), ([event("p", 50, "e-mailed")], Outcome(1, 1)),
        ([event("p", 50, taken_back=True)], NONE),
        ([event("gone", 50)], NONE),
        ([event("p", 14)], Outcome(1, 0)), ([event("p", 13)], Outcome(0, 0, 1)),  # the days are over on the data day
        ([event("p", -1)], NONE),
        ([event("p", 120), event("p", 50), event("p", 5)], Outcome(2, 1, 1)),  # one in each of three spells
    ])
    def test_contacted(self, asked: Asked, events: list[FollowUp], contacted: Outcome) -> None:
        assert asked(events).contacted == contacted

    def test_not_contacted(self, asked: Asked) -> None:
        # spells: [-162, -101] with first Monday -161, [-82, -41] with -77, [-22, 0] with -21; D is a Monday
        assert asked([]).not_contacted == Outcome(3, 0)
        for day, left in ((-161 - 28, 2), (-161 - 29, 3), (-161 + 14, 2), (-161 + 15, 3), (-21 + 14, 2)):
            assert asked([event("p", -day)]).not_contacted.spells == left, day
        # both sides of one spell: a contact 15 days after its first Monday
        late = asked([event("p", 77 - 15)])
        assert (late.contacted.spells, late.not_contacted.spells) == (1, 3)

    def test_too_soon_hangs_on_the_data_not_on_the_day_shown(self, asked: Asked) -> None:
        assert asked([event("p", 10)], as_of=ago(-30)).contacted == Outcome(0, 0, 1)
        assert asked([event("p", 50)], as_of=ago(40)).contacted == Outcome(0, 0, 1)
        assert asked([event("p", 50)], as_of=ago(36)).contacted == Outcome(1, 1)

    def test_nobody_and_nothing(self, asked: Asked) -> None:
        assert asked([event("p", 50)], paused=True) == Contacts(self.NONE, self.NONE)
        assert asked([event("p", 50)], program="Q") == Contacts(self.NONE, self.NONE)
        assert asked([event("p", 50)], program="P").contacted == Outcome(1, 1)
        with store_of({"pair": [pair("p", 200)]}, D) as without_check_ins:
            assert contacts(without_check_ins, D, Filters(), []) == Contacts(self.NONE, self.NONE)


class TestForesight:
    def test_by_hand(self) -> None:
        """On day -90 twelve pairs are silent and twelve meet; ends are counted in the 90 days after."""
        rows, log = [], []
        for number in range(12):
            early = {"status": "ended_early", "end_date": ago(90 - 10 * (number + 1))} if number < 9 else {}
            rows += [pair(f"silent {number}", 150, **early), pair(f"meets {number}", 150)]
            log += met(f"silent {number}", 149) + met(f"meets {number}", 100, 80, 60, 40, 20, 5)
        rows += [pair("ends on E", 150, status="ended_early", end_date=ago(90)),
                 pair("ends a day late", 150, status="ended_early", end_date=ago(-1)),
                 pair("how is not known", 150, status="ended", end_date=ago(30)),
                 pair("completed", 150, status="completed", end_date=ago(30)),
                 pair("someone left", 150, mentor_id="L", status="ended_early", end_date=ago(30)),
                 pair("starts later", 89)]
        for name in ("ends on E", "ends a day late", "how is not known", "completed", "someone left", "starts later"):
            log += met(name, 99, 80)
        tables = {"pair": rows, "check_in": log, "person": [{"person_id": "L", "exit_date": ago(95)}],
                  "goal": [{"pair_id": row["pair_id"], "title": "g"} for row in rows]}
        with store_of(tables, D) as store:
            found = foresight(store, D, Filters())
            assert foresight(store, D, Filters(program=("-",))).pairs == 0
            earlier = foresight(store, ago(1), Filters())
        assert found.days == (ago(90),)
        # 24 and "a day late", "completed", "someone left"; that one is flagged for what is no warning
        assert (found.pairs, found.flagged, found.events, found.flagged_events) == (27, 12, 10, 9)
        assert (found.left_out, found.warning_days, found.enough) == (1, 50, True)
        low, high = found.of_flagged
        assert low is not None
        assert high is not None
        assert (round(low, 4), round(high, 4)) == (0.4677, 0.9111)  # 9 of 12
        assert (earlier.events, earlier.enough) == (10, True)

    def test_nothing(self) -> None:
        with store_of({"pair": [pair("p", 50)]}, D) as store:
            found = foresight(store, D, Filters())
        assert (found.days, found.pairs, found.warning_days, found.enough) == ((), 0, None, False)
        assert found.of_flagged == (None, None)


@pytest.mark.parametrize(("seed", "as_of", "program"), [
    (0, D, ()), (1, ago(45), ("Alpha", "-")), (2, D, ("Beta",)), (3, ago(45), ())])
def test_the_slow_version_agrees(seed: int, as_of: date, program: tuple[str, ...]) -> None:
    random = Random(seed)
    tables = random_tables(random, D, most_pairs=8)
    names = [row["pair_id"] for row in tables["pair"]]
    events = [event(random.choice(names), random.randint(-5, 300)) for _ in range(30)]
    reached = [(one.pair_id, one.day) for one in events if one.day <= as_of]
    world = World(tables, D)

    def wanted(row: Any) -> bool:
        return not program or (row.get("program") or "-") in program

    with store_of(tables, D) as store:
        found = contacts(store, as_of, Filters(program=program), events)
        seen = foresight(store, as_of, Filters(program=program))
    slow = slow_follow_up.outcomes(world, wanted, reached, as_of)
    for kind, outcome in (("contacted", found.contacted), ("not contacted", found.not_contacted)):
        assert [outcome.spells, outcome.met, outcome.too_soon] == slow[kind], kind
    assert (seen.pairs, seen.flagged, seen.events, seen.flagged_events, seen.left_out,
            -1 if seen.warning_days is None else seen.warning_days
            ) == slow_follow_up.foresight(world, wanted, as_of)


@pytest.fixture(scope="module")
def stores() -> Iterator[dict[str, Store]]:
    """As it was known, and with a meeting that a later file brought: late since day -7."""
    rows: dict[str, list[dict[str, Any]]] = {
        "pair": [pair("p", 200)], "check_in": LOG, "goal": [{"pair_id": "p", "title": "g"}],
        "identity": [{"kind": "pair", "old_id": "old", "id": "p"}]}
    with store_of(rows, D) as known, store_of(rows | {"check_in": [*LOG, *met("p", 25)]}, D) as later_known:
        yield {"known": known, "later": later_known}


class TestHidden:
    """One pair, 14 days and 3: met on day -100 and -40, silent since day -8."""

    @pytest.fixture(autouse=True)
    def _use(self, stores: dict[str, Store]) -> None:
        self.stores = stores

    def seen(self, *events: FollowUp, as_of: date = D, today: date = D, store: str = "known") -> bool:
        flagged = {row.pair_id for row in attention(self.stores[store], as_of, Filters(), 9)}
        out_of_sight = hidden(self.stores[store], as_of, events, today)
        assert set(out_of_sight) <= flagged, "only pairs in need are out of sight"
        return "p" in flagged and "p" not in out_of_sight

    def resolved(self, day: int, *reasons: str) -> FollowUp:
        return event("p", day, "resolved", as_of=ago(day), reasons=reasons)

    def test_snoozed_until_a_day(self) -> None:
        snooze = event("p", 5, "snoozed", until=ago(-3), as_of=ago(5))
        assert self.seen()
        assert not self.seen(snooze)
        assert not self.seen(snooze, today=ago(-2))
        assert self.seen(snooze, today=ago(-3))
        assert self.seen(snooze, as_of=ago(-3)), "the day that is shown may be later than today"
        assert self.seen(snooze, as_of=ago(6)), "nobody had snoozed it then"
        assert self.seen(snooze, event("p", 4, "snoozed", until=ago(1), as_of=ago(4))), "the later one counts"
        assert not self.seen(event("old", 5, "snoozed", until=ago(-3), as_of=ago(5))), "by an id it had before"

    def test_taken_back(self) -> None:
        assert self.seen(event("p", 5, "resolved", as_of=ago(5), reasons=("silent",), taken_back=True))

    def test_resolved_until_another_reason(self) -> None:
        assert not self.seen(self.resolved(5, "silent"))
        assert not self.seen(self.resolved(5, "silent", "no_goals")), "fewer reasons than then"
        assert self.seen(self.resolved(5, "late")), "silent is new"
        assert self.seen(self.resolved(9, "late")), "late then, silent now"
        assert not self.seen(self.resolved(9, "late"), as_of=ago(9))

    def test_resolved_until_the_reason_comes_back(self) -> None:
        assert self.seen(self.resolved(60, "silent")), "they met on day -40"
        assert self.seen(self.resolved(9, "silent", "late")), "silent only since day -8"
        assert not self.seen(self.resolved(8, "silent"))

    def test_what_a_file_brings_later_counts_as_known(self) -> None:
        assert not self.seen(self.resolved(3, "silent", "late"), store="later"), "late on each day since"
        assert self.seen(self.resolved(10, "silent", "late"), store="later"), "by what is known now, it had met"
