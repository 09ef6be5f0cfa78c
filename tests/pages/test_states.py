"""Every page in its states: with data, filtered to nothing, no such data, no data at all, an error."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerdash import ui
from careerdash.access import PAGES
from careerdash.ledger.folder import DataFolder
from careerdash.metrics import Filters, values
from careerdash.store import Store
from careerdash.ui import changes, follow_ups, pair_list
from careerdash.words import numbers, states

from .conftest import DATA_DAY, EVIL, Open, Tables, put_in_force, with_tables, words

FILTERED = [page.key for page in PAGES if page.filtered]
TABLE_BEHIND = {"overview": "pair", "attention": "pair", "pairs": "pair", "milestones": "milestone",
                "check_ins": "check_in", "checklist": "checklist", "goals": "goal", "feedback": "feedback",
                "changes": "pair", "quality": "pair"}
CHARTS = {"overview": 3, "milestones": 5, "check_ins": 6, "checklist": 3, "goals": 6, "feedback": 6, "quality": 1}
every_page = pytest.mark.parametrize("key", [page.key for page in PAGES if page.listed])
filtered_page = pytest.mark.parametrize("key", FILTERED)


def is_whole(app: AppTest) -> bool:
    return not app.exception and not [error.value for error in app.error]


def charts(app: AppTest) -> int:
    return len(app.main.get("plotly_chart"))


@every_page
def test_with_data(opened: Open, plain: DataFolder, key: str) -> None:
    app = opened(key)
    assert is_whole(app)
    assert [title.value for title in app.title] == [next(page.title for page in PAGES if page.key == key)]
    assert charts(app) >= CHARTS.get(key, 0)
    assert states.DEMO not in words(app)


@filtered_page
def test_every_chart_has_words_and_a_table(opened: Open, plain: DataFolder, key: str) -> None:
    app = with_tables(opened(key))
    pictures = [chart.proto for chart in app.main.get("plotly_chart")]
    assert all(picture.alt.endswith(".") and len(picture.alt) > 30 for picture in pictures)
    # the rows of these are the page: the list of who needs attention, and nothing to compare yet
    fewest = 0 if key in ("attention", "changes") else max(len(pictures), 1)
    assert len(app.dataframe) >= fewest
    assert len(app.main.get("download_button")) >= fewest


@filtered_page
def test_filtered_to_nothing(opened: Open, plain: DataFolder, key: str) -> None:
    app = opened(key, as_of="2001-01-01", program=["Gamma"], cohort=["Autumn"])
    assert is_whole(app)
    assert "Nothing matches these filters" in words(app)
    assert charts(app) == 0
    next(button for button in app.button if button.label == "Clear the filters").click().run()
    assert dict(app.query_params) == {}
    assert charts(app) >= CHARTS.get(key, 0)


@filtered_page
def test_no_such_data_says_which_file_would_fill_it(
    opened: Open, data: Any, plain_rows: Tables, key: str
) -> None:
    """A build with people, and with pairs where the page is not about pairs, and nothing else."""
    kept = {"person": plain_rows["person"]} | ({} if TABLE_BEHIND[key] == "pair" else {"pair": plain_rows["pair"]})
    put_in_force(DataFolder(data), "b-bare", kept)
    app = opened(key)
    assert is_whole(app)
    wanted = states.no_such_data(TABLE_BEHIND[key])
    assert wanted.title in words(app).replace("\\", "")
    assert wanted.advice in words(app).replace("\\", "")


def test_an_overview_of_pairs_alone_is_whole(opened: Open, data: Any, plain_rows: Tables) -> None:
    put_in_force(DataFolder(data), "b-pairs", {"pair": plain_rows["pair"]})
    app = opened()
    assert is_whole(app)
    tiles = {metric.label: metric.value for metric in app.metric}
    assert tiles["Meeting as agreed"] == tiles["Milestones on time"] == tiles["Satisfied mentees"] == "–"
    said = words(app).replace("\\", "")
    assert states.no_such_data("milestone").title in said
    assert states.no_such_data("check_in").title in said


@filtered_page
def test_no_data_at_all(opened: Open, data: Any, key: str) -> None:
    app = opened(key)
    assert is_whole(app)
    assert states.NO_DATA.title in words(app)
    assert charts(app) == 0


@filtered_page
def test_an_error_is_a_sentence_without_details(
    opened: Open, plain: DataFolder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(ui, "values", broken)
    monkeypatch.setattr(follow_ups, "events", broken)
    monkeypatch.setattr(pair_list, "controls", broken)
    monkeypatch.setattr(changes, "choose", broken)
    app = opened(key)
    assert [error.value for error in app.error] == [states.FAILED]
    assert "secret detail" not in words(app)
    assert any(record.exc_info and "secret detail" in str(record.exc_info[1]) for record in caplog.records)


@every_page
def test_text_of_files_is_never_markup(opened: Open, plain: DataFolder, key: str) -> None:
    """The names of people and of one program try to be bold, a link and a colour."""
    app = opened(key, program=[EVIL]) if key in FILTERED else opened(key)
    read_as_markdown = words(app)
    assert "<b>No" not in read_as_markdown
    assert "**bold**" not in read_as_markdown
    assert "[link](" not in read_as_markdown
    for chart in app.main.get("plotly_chart"):
        assert "<b>No" not in chart.proto.spec


def test_numbers_are_those_of_the_metrics(opened: Open, plain: DataFolder) -> None:
    store = Store.open(plain.build_path("b-plain"))
    day = date(2025, 11, 21)
    try:
        found = values(store, day, Filters(program=("Alpha",)), ["active_pairs", "on_cadence_share"])
    finally:
        store.close()
    app = opened(program=["Alpha"], as_of=day.isoformat())
    shown = {metric.label: metric.value for metric in app.metric}
    assert shown["Active pairs"] == numbers.shown("active_pairs", found["active_pairs"])
    assert shown["Meeting as agreed"] == numbers.shown("on_cadence_share", found["on_cadence_share"])


def test_after_the_data_day_there_is_a_warning(opened: Open, plain: DataFolder) -> None:
    app = opened(as_of="2026-04-12")
    assert any("26 Feb 2026" in warning.value for warning in app.warning)
    assert not opened(as_of=DATA_DAY.isoformat()).warning
