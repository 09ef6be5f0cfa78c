"""Roles and audit log as Settings shows them."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from careerdash.ledger import audit
from careerdash.ledger.data_from import save_data_from
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.house_words import HouseWord, save_word
from careerdash.ledger.templates import Template, save_template
from careerdash.ui import admission

from .conftest import Open


def shown() -> AppTest:
    def page() -> None:
        from careerdash.ui import audit as parts

        parts.holders()
        parts.log()

    return AppTest.from_function(page, default_timeout=60).run()


def said(app: AppTest) -> str:
    return " ".join(caption.value for caption in app.caption)


def test_on_a_computer_of_ones_own_it_says_so_and_creates_nothing(data: Path) -> None:
    app = shown()
    assert not app.exception
    assert "may do everything" in said(app)
    assert "Nothing has been written down yet" in said(app)
    assert not data.exists()


def test_roles_and_lines_are_told_the_newest_first(data: Path) -> None:
    data.mkdir()
    (data / "access.toml").write_text(
        'issuer = "https://login.example"\n[[role]]\nrole = "program coordinator"\nprograms = ["Al*pha*", "Beta"]\n'
        'emails = ["bo@firm.example"]\nclaim = "groups"\nvalues = ["a", "b"]\n', encoding="utf-8")  # fmt: skip
    for number in range(52):
        audit.record(admission.ledger(), "ana@firm.example", "export", {"file": f"{number}.csv", "rows": number})
    app = shown()
    assert not app.exception
    role = app.table[0].value.iloc[0]
    assert role["Programs"] == r"Al\*pha\* and Beta"
    assert "bo@firm.example; whose “groups” has a or b" in role["Who"].replace("\\", "").replace("\u2060", "")
    lines = app.dataframe[0].value
    assert len(lines) == 50
    assert list(lines.iloc[0][["Who", "What", "More"]]) == ["ana@firm.example", "exported", "file 51.csv · rows 51"]
    app.number_input(key="audit_page").set_value(2).run()
    assert list(app.dataframe[0].value["More"]) == ["file 1.csv · rows 1", "file 0.csv · rows 0"]


def test_changes_of_settings_are_told_in_words(data: Path) -> None:
    ledger = admission.ledger()
    save_template(ledger, "meeting", "Alpha", Template("Hello", "Body"), by="ana")
    save_word(ledger, "pair.status", "wrapped up", HouseWord("pair.status", "wrapped up", "Wrapped up", "completed"),
              by="ana")
    save_data_from(ledger, date(2024, 1, 1), by="ana")
    audit.record(ledger, "ana", "setting", {"changes": [
        {"key": "overdue_days", "program": None, "before": None, "after": 45.0}]})
    assert list(shown().dataframe[0].value["More"]) == [
        "One milestone overdue longer than this is flagged for all programs: as it comes → 45 days",
        "not said → 2024-01-01", "Pair: status “Wrapped up”: not explained here → completed",
        "“About meeting” for Alpha"]


def test_settings_holds_them(plain: DataFolder, opened: Open) -> None:
    app = opened("settings")
    assert not app.exception
    assert not app.error
    assert "Audit log" in [tab.label for tab in app.tabs]
    assert "may do everything" in said(app)
