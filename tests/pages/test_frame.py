"""What surrounds the pages: filters in the address, demo and own data, new data, who is answered."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerdash.access import PAGES
from careerdash.ledger.folder import DataFolder
from careerdash.ui import admission
from careerdash.words import states

from .conftest import DATA_DAY, EVIL, Open, Tables, put_in_force, words


def choose(app: AppTest, name: str, values: list[str]) -> AppTest:
    return app.multiselect(key=f"filter_{name}").set_value(values).run()


def test_a_filter_goes_to_the_address_and_reset_takes_it_away(opened: Open, plain: DataFolder) -> None:
    app = opened()
    everything = app.metric[0].value
    choose(app, "program", ["Alpha"])
    assert app.query_params["program"] == "Alpha"
    assert app.metric[0].value != everything
    assert any("Program Alpha" in caption.value for caption in app.caption)
    app.button(key="filter_reset").click().run()
    assert dict(app.query_params) == {}
    assert app.metric[0].value == everything


def test_the_address_sets_the_menus(opened: Open, plain: DataFolder) -> None:
    app = opened(program=["Alpha", EVIL], as_of="2025-11-21")
    assert app.multiselect(key="filter_program").value == ["Alpha", EVIL]
    assert app.date_input(key="filter_day").value.isoformat() == "2025-11-21"


def test_the_address_wins_over_what_the_menus_held(opened: Open, plain: DataFolder) -> None:
    """This is what Back does: another address, the same session."""
    app = choose(opened(), "program", ["Alpha"])
    del app.query_params["program"]
    app.run()
    assert app.multiselect(key="filter_program").value == []


def test_a_day_goes_to_the_address_and_the_data_day_needs_none(opened: Open, plain: DataFolder) -> None:
    app = opened()
    app.date_input(key="filter_day").set_value(DATA_DAY.replace(month=1)).run()
    assert app.query_params["as_of"] == "2026-01-26"
    app.date_input(key="filter_day").set_value(DATA_DAY).run()
    assert "as_of" not in app.query_params


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "0001-01-01", "9999-12-31", "2026-02-26T10:00"])
def test_what_is_no_day_is_said(opened: Open, plain: DataFolder, day: str) -> None:
    app = opened(as_of=day)
    assert not app.exception
    assert any("is not a day" in warning.value for warning in app.warning)
    assert app.metric


def test_unknown_values_are_said_and_left_out(opened: Open, plain: DataFolder) -> None:
    app = opened(program=["Alpha", "*Nope*"], department=["Mars"])
    said = " ".join(warning.value for warning in app.warning)
    assert r"\*Nope\*" in said
    assert "Mars" in said
    assert app.multiselect(key="filter_program").value == ["Alpha"]
    app.button(key="unknown_reset").click().run()
    assert not app.warning


def test_links_carry_the_filters(opened: Open, plain: DataFolder) -> None:
    app = opened(program=["Alpha"], as_of="2025-11-21")
    links = [link.proto for link in app.sidebar.get("page_link")]
    assert len(links) == len([page for page in PAGES if page.listed])
    assert all("program=Alpha" in link.query_string and "as_of=2025-11-21" in link.query_string for link in links)


def test_the_demo_is_shown_until_there_is_own_data(opened: Open, data: Any, plain_rows: Tables) -> None:
    put_in_force(DataFolder(data / "demo-build"), "b-demo", {"pair": plain_rows["pair"][:3]})
    app = opened()
    assert states.DEMO.rstrip(".") in words(app).replace("\\", "")
    assert any(link.proto.label == "Import your files" for link in app.main.get("page_link"))
    put_in_force(DataFolder(data), "b-own", plain_rows)
    assert states.DEMO.rstrip(".") not in words(opened()).replace("\\", "")


def test_new_data_are_shown_on_the_next_interaction_with_a_notice(
    opened: Open, plain: DataFolder, plain_rows: Tables
) -> None:
    app = opened()
    before = app.metric[0].value
    assert not app.toast
    put_in_force(plain, "b-newer", {**plain_rows, "pair": plain_rows["pair"][:5]})
    app.run()
    assert [toast.value for toast in app.toast] == [states.NEW_DATA]
    assert app.metric[0].value != before
    assert not app.run().toast


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": "localhost:8501", "X-Forwarded-For": "10.0.0.1"}]
)
def test_requests_from_elsewhere_get_a_sentence_and_nothing_else(
    opened: Open, plain: DataFolder, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    monkeypatch.setattr(admission, "visit", lambda: admission.Visit(headers))
    app = opened()
    assert [title.value for title in app.subheader] == [":material/lock: This dashboard is not open here"]
    assert not app.metric
    assert not app.sidebar.get("page_link")


def test_pages_are_never_found_without_the_router(opened: Open, plain: DataFolder) -> None:
    """Streamlit would serve `pages/*.py` by itself; ours lie deeper."""
    assert all(page.path.count("/") == 2 for page in PAGES)
