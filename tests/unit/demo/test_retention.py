"""In the demo mentoring changes nothing about leaving, and the naive comparison says otherwise."""

from pathlib import Path

from tests.unit.demo.retention import matched_gap, naive_gap
from tools.demo import company as company_module
from tools.demo.company import make_people
from tools.demo.make import SEED, Company


def test_leaving_is_drawn_before_anybody_is_matched(company: Company) -> None:
    """The same people leave on the same days whether pairs are made or not."""
    alone = {person.person_id: (person.left, person.reason) for person in make_people(SEED)}
    assert alone == {person.person_id: (person.left, person.reason) for person in company.people}


def test_the_module_that_draws_leaving_knows_no_pairs() -> None:
    text = Path(company_module.__file__).read_text(encoding="utf-8")
    imported = [line for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert not [line for line in imported if "pairs" in line or "meetings" in line]


def test_naive_comparison_shows_a_large_gap(company: Company) -> None:
    assert naive_gap(company) > 0.15


def test_same_day_comparison_shows_next_to_none(company: Company) -> None:
    difference, mentees = matched_gap(company)
    assert abs(difference) < 0.02
    assert mentees > 600
