"""The Imports page, with real imports of a small workbook."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from careerdash.imports.manage import history
from careerdash.ledger.folder import DataFolder
from careerdash.words import states

from .conftest import Open, words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME = "Pairs_*all*_2026-03-01.xlsx"


def workbook(rows: int = 3, *, bad: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "pair"
    sheet.append(["pair_id", "program", "mentor_id", "mentee_id", "start_date", "status"])
    for number in range(rows):
        sheet.append([f"p{number}", "Alpha", f"M{number}", f"E{number}", date(2026, 1, 5 + number), "active"])
    if bad:
        log = book.create_sheet("check_in")
        log.append(["pair_id", "date", "status"])
        log.append(["p0", date(2026, 2, 1), "held"])
        log.append(["nowhere", date(2026, 2, 1), "held"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def drop(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, data, XLSX) for name, data in files]).run()
    return app


def test_nothing_yet(opened: Open, data: Any) -> None:
    app = opened("imports")
    assert not app.exception
    assert "No file of yours has been imported yet" in words(app)
    assert [button.label for button in app.download_button] == ["Template workbook"]


def test_drop_check_publish_undo_redo(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), (NAME, workbook(bad=True)), ("notes.xlsx", b"not a workbook at all"))
    said = words(app).replace("\\", "")
    assert not app.exception
    assert "1 row cannot be taken in" in said
    assert "7 rows = 4 accepted + 1 set aside + 2 header" in said
    assert history(DataFolder(data)) == [], "a check publishes nothing"
    assert "**bold" not in words(app)
    assert r"Pairs\_\*all\*\_2026\-03\-01\.xlsx" in words(app)

    app.button(key="publish_accept").click().run()
    assert not app.exception
    entry, = history(DataFolder(data))
    assert (entry["file"], entry["state"], entry["data_day"]) == (NAME, "in force", "2026-03-01")
    assert app.success[0].value.startswith("1 taken in, 1 not taken in")
    assert states.DEMO.rstrip(".") not in words(app).replace("\\", "")
    assert opened().metric[0].value == "3"

    app.button(key="undo_1").click().run()
    assert history(DataFolder(data))[0]["state"] == "undone"
    assert "is undone" in app.success[0].value
    app.button(key="redo_1").click().run()
    assert history(DataFolder(data))[0]["state"] == "in force"


def test_discard_forgets_the_files(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), ("empty.xlsx", b""))
    app.button(key="discard").click().run()
    assert not app.exception
    assert not app.file_uploader[0].value
    assert history(DataFolder(data)) == []


@pytest.mark.parametrize("wanted", ["../../etc/passwd.xlsx", "a\nb.xlsx", "x" * 300 + ".xlsx"])
def test_odd_file_names_are_only_names(opened: Open, data: Any, wanted: str) -> None:
    app = drop(opened("imports"), (wanted, b"nothing"))
    assert not app.exception
    assert [button.key for button in app.button if button.key in ("publish", "publish_accept")] == []
