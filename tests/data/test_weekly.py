"""The weekly share is added up from changes; it equals the pairs of every Sunday."""

from datetime import date, timedelta
from random import Random

from careerdash.metrics import Filters, series, values
from tests.support.random_tables import random_tables
from tests.support.tables import store_of

D = date(2026, 3, 4)  # a Wednesday


def test_every_sunday_equals_the_pairs_of_that_day() -> None:
    tables = random_tables(Random(3), D, most_pairs=40)
    assert len(tables["pair"]) > 20
    for pair in tables["pair"][::2]:
        pair |= {"status": None, "end_date": None, "planned_end_date": D - timedelta(60)}
    with store_of(tables, D) as store:
        for filters, least in ((Filters(), 300), (Filters(department=("IT", "-")), 100),
                               (Filters(program=("Alpha", "-"), cohort=("Spring", "-")), 20)):
            rows = series(store, D, filters, ["weekly_on_cadence"])["weekly_on_cadence"]
            assert sum(row["denominator"] for row in rows) > least
            for row in rows[-40:]:
                day = date.fromisoformat(row["week"])
                share = values(store, day, filters, ["on_cadence_share"])["on_cadence_share"]
                assert (row["numerator"], row["denominator"], row["value"]) == (
                    share.numerator, share.denominator, share.value), row["week"]


def test_104_sundays_the_day_itself_included() -> None:
    with store_of({}, D) as store:
        first = date(2026, 3, 1)
        for day, last in ((D, first), (first, first), (first - timedelta(1), first - timedelta(7))):
            rows = series(store, day, Filters(), ["weekly_on_cadence"])["weekly_on_cadence"]
            assert len(rows) == 104
            assert rows[-1] == {"week": last.isoformat(), "value": None, "numerator": 0, "denominator": 0}
            assert rows[0]["week"] == (last - timedelta(103 * 7)).isoformat()


def test_a_department_moves_with_the_mentee() -> None:
    tables = {
        "pair": [{"pair_id": "p", "mentor_id": "M", "mentee_id": "E", "start_date": date(2026, 1, 30)}],
        "person": [{"person_id": "E", "department": "IT"},
                   {"person_id": "E", "department": "Finance", "hire_date": date(2026, 2, 15)}],
        "check_in": [{"pair_id": "p", "date": date(2026, 1, 30), "status": "held"}]}
    with store_of(tables, D) as store:
        shown = {department: [row["denominator"] for row in series(
            store, D, Filters(department=(department,)), ["weekly_on_cadence"])["weekly_on_cadence"][-6:]]
            for department in ("IT", "Finance")}
    # Sundays 25 Jan, 1, 8, 15, 22 Feb, 1 Mar
    assert shown == {"IT": [0, 1, 1, 0, 0, 0], "Finance": [0, 0, 0, 1, 1, 1]}
