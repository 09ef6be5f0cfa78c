"""The list of pairs: found whatever the accents, sorted over all rows, cut into pages that fit together."""

from collections.abc import Iterator
from datetime import date

import pytest

from careerdash.metrics import Filters, pairs
from careerdash.metrics.pair_list import SORTS, Order, Search, all_lines, mentee_sites, pair_page, pair_states
from careerdash.store import Store
from tests.support.tables import store_of

DAY = date(2026, 4, 30)
NAMES = {"a": "Ärger, Zoë", "b": "Łuczak, Bartłomiej", "c": "Strauß, Møna", "d": "O'Neill, Ann", "e": "Zed"}
MENTORS = {"x": "Çelik, Gül", "y": "celik, Ada"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    tables = {
        "person": [{"person_id": who, "location": {"a": "Porto", "b": "Leeds"}.get(who),
                    "alternate_emails": "old.ann@example.org" if who == "d" else None} for who in NAMES],
        "people": [{"person_id": who, "name": name, "email": f"{who}{who}@example.org"}
                   for who, name in {**NAMES, **MENTORS}.items()],
        "pair": [{"pair_id": f"P{number}", "program": "Alpha" if number < 3 else "Beta", "mentor_id": "x" if number < 2
                  else "y", "mentee_id": who, "start_date": date(2026, 1, 5 + number), "cadence_days": 10,
                  "status": "paused" if who == "e" else "active"} for number, who in enumerate(NAMES)],
        "check_in": [{"pair_id": "P0", "date": date(2026, 1, day), "status": "held"} for day in (6, 6, 16, 29)],
    }  # fmt: skip
    with store_of(tables, DAY) as opened:
        yield opened


def found(store: Store, words: str = "", **more: object) -> list[str]:
    search = Search(words, **more)  # type: ignore[arg-type]
    lines = pair_page(store, DAY, Filters(), search, Order("start", False), 50, 0)
    counts = pair_states(store, DAY, Filters(), Search(search.words, search.mentor, search.site))
    assert sum(number for state, number in counts.items() if not search.state or state in search.state) == len(lines)
    return [line["pair_id"] for line in lines]


@pytest.mark.parametrize(("words", "wanted"), [
    ("arger", ["P0"]), ("ÄRGER zoe", ["P0"]), ("zoe ärger", ["P0"]), ("luczak", ["P1"]), ("BARTLOMIEJ ł", ["P1"]),
    ("strauss", ["P2"]), ("STRAUß mona", ["P2"]), ("o'neill", ["P3"]), ("dd@EXAMPLE", ["P3"]), ("old.ann", ["P3"]),
    ("p4", ["P4"]), ("celik", ["P0", "P1", "P2", "P3", "P4"]), ("celik zed", ["P4"]), ("100%", []), ("_", []),
    ("'; drop table pair; --", []), ("   ", ["P0", "P1", "P2", "P3", "P4"]), ("{names} $words", []),
])  # fmt: skip
def test_words_are_found_whatever_case_accents_and_order(store: Store, words: str, wanted: list[str]) -> None:
    assert found(store, words) == wanted


def test_column_filters(store: Store) -> None:
    assert found(store, mentor="CELIK, G") == ["P0", "P1"]
    assert found(store, site=("Porto",)) == ["P0"]
    assert found(store, site=("-", "Leeds")) == ["P1", "P2", "P3", "P4"]
    assert found(store, state=("paused",)) == ["P4"]
    assert found(store, "celik", mentor="ada", state=("active",)) == ["P2", "P3"]
    assert mentee_sites(store, DAY, Filters()) == ["Leeds", "Porto", "-"]
    assert pair_states(store, DAY, Filters(program=("Beta",)), Search()) == {"active": 1, "paused": 1}


def test_names_are_sorted_without_accents_and_from_both_ends(store: Store) -> None:
    def order(sort: Order) -> list[str]:
        return [line["pair_id"] for line in pair_page(store, DAY, Filters(), Search(), sort, 50, 0)]

    assert order(Order("mentee", False)) == ["P0", "P1", "P3", "P2", "P4"]
    assert order(Order("mentee", True)) == ["P4", "P2", "P3", "P1", "P0"]
    for down in (True, False):
        assert order(Order("last_meeting", down))[0] == "P0", "unknown stands last"
    assert order(Order("start", True)) == ["P4", "P3", "P2", "P1", "P0"]


@pytest.mark.parametrize("sort", SORTS)
def test_pages_fit_together_in_every_order(store: Store, sort: str) -> None:
    order = Order(sort, True)  # type: ignore[arg-type]
    whole = [line["pair_id"] for line in all_lines(store, DAY, Filters(), Search(), order)]
    parts = [line["pair_id"] for start in (0, 2, 4, 6)
             for line in pair_page(store, DAY, Filters(), Search(), order, 2, start)]
    assert parts == whole
    assert sorted(whole) == ["P0", "P1", "P2", "P3", "P4"]


def test_a_line_says_what_the_command_line_says(store: Store) -> None:
    """Two meetings on one day are one; a gap is between two days."""
    for day in (DAY, date(2026, 1, 20)):
        line = pair_page(store, day, Filters(), Search("P0"), Order(), 1, 0)[0]
        row = next(row for row in pairs(store, day, Filters()) if row["pair_id"] == "P0")
        for key in ("state", "check_ins", "meeting_days", "days_since", "cadence_state", "cadence_coverage", "goals"):
            assert line[key] == row[key]
        assert line["gaps"] == ([10, 13] if day == DAY else [10])
    assert pair_page(store, DAY, Filters(), Search("P1"), Order(), 1, 0)[0]["gaps"] == []
