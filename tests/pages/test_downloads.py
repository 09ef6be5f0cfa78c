"""A file is made when it is clicked, for who is still let in then, and the audit log says so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careerdash.access import Viewer
from careerdash.ledger import audit
from careerdash.ledger.folder import DataFolder
from careerdash.ui import admission, downloads
from careerdash.ui.view import Source
from careerdash.words.access import SIGNED_OUT, Turned

ANA = Viewer("coordinator", "ana@firm.example", None, "t1")
Click = Callable[[], bytes]


@pytest.fixture
def button(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Click]:
    """Draws the button and gives what a click on it runs."""
    def draw(*, demo: bool = False) -> Click:
        kept: dict[str, Any] = {}
        monkeypatch.setattr(downloads.st, "download_button", lambda _, made, **more: kept.update(made=made, **more))
        monkeypatch.setattr(admission, "visit", admission.Visit)
        monkeypatch.setattr(downloads, "viewer", lambda: ANA)
        monkeypatch.setattr(downloads, "source", lambda: Source(data / "x", demo))
        downloads.download_button("CSV", lambda: b"rows", "pairs.csv", "text/csv", key="k", rows=3)
        assert kept["on_click"] == "ignore"
        click: Click = kept["made"]
        return click

    return draw


def who_is_there(monkeypatch: pytest.MonkeyPatch, found: Viewer | Turned) -> None:
    monkeypatch.setattr(admission, "judged", lambda _: found)


def log(data: Path) -> list[tuple[str, str, object]]:
    found, _ = audit.page(admission.ledger(), 10)
    assert admission.ledger().location.endswith(str(DataFolder(data).ledger_file))
    return [(entry.by, entry.action, entry.detail) for entry in found]


def test_an_export_is_made_and_written_down(
    data: Path, button: Callable[..., Click], monkeypatch: pytest.MonkeyPatch
) -> None:
    who_is_there(monkeypatch, ANA)
    click = button()
    assert click() == click() == b"rows"
    line = ("ana@firm.example", "export", {"file": "pairs.csv", "rows": 3})
    assert log(data) == [line, line]


@pytest.mark.parametrize("found", [SIGNED_OUT, Viewer("program coordinator", "ana@firm.example", ("Alpha",), "t1")])
def test_nobody_else_gets_it(
    data: Path, button: Callable[..., Click], monkeypatch: pytest.MonkeyPatch, found: Viewer | Turned
) -> None:
    click = button()
    who_is_there(monkeypatch, found)
    with pytest.raises(PermissionError):
        click()
    assert log(data) == []


def test_the_demo_is_nobodys_data(
    data: Path, button: Callable[..., Click], monkeypatch: pytest.MonkeyPatch
) -> None:
    who_is_there(monkeypatch, ANA)
    assert button(demo=True)() == b"rows"
    assert log(data) == []
