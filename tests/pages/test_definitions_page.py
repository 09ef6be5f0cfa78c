"""The catalogue, rendered whole."""

from careerdash.metrics import CATALOGUE
from careerdash.schema import RULES
from careerdash.words import definitions

from .conftest import Open


def test_every_metric_and_limit_stands_once(opened: Open, data: object) -> None:
    app = opened("definitions")
    tables = [table.value for table in app.table]
    assert sum(len(table) for table in tables) == len(CATALOGUE) + len(RULES)


def test_the_search_narrows_and_says_when_nothing_fits(opened: Open, data: object) -> None:
    app = opened("definitions")
    app.text_input(key="find_definition").set_value("overdue milestones").run()
    wanted = definitions.matching(CATALOGUE.values(), "overdue milestones")
    assert 0 < sum(len(table.value) for table in app.table) == len(wanted) < len(CATALOGUE)
    app.text_input(key="find_definition").set_value("zebra").run()
    assert not app.table
    assert any("No definition matches" in text.value for text in app.markdown)


def test_every_metric_has_a_heading_of_its_own_kind() -> None:
    found = dict(definitions.grouped(list(CATALOGUE.values())))
    assert [metric.key for metric in found["Milestones"]] == [key for key in CATALOGUE if key.startswith("milestone")]
    assert {"needs_attention", "active_pairs"} <= {metric.key for metric in found["Pairs"]}
    assert sum(map(len, found.values())) == len(CATALOGUE)
