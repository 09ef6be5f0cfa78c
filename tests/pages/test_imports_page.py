"""The Imports page, with real imports of a small workbook."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from careerdash.imports.manage import history
from careerdash.imports.watch import Watcher
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
    assert "1 row is about pairs or people that no file has brought yet" in said
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


def log_workbook() -> bytes:
    """A session log with a title, a text that no date is, and a private note."""
    book = openpyxl.Workbook()
    pairs = book.worksheets[0]
    pairs.title = "pair"
    pairs.append(["pair_id", "program", "mentor_id", "mentee_id", "start_date", "status"])
    pairs.append(["p0", "Alpha", "M0", "E0", date(2026, 1, 5), "active"])
    log = book.create_sheet("Log")
    log.append(["Our sessions"])
    log.append(["Pair ID", "Session date", "Status", "Notes"])
    log.append(["p0", "next week", "held", "a secret"])
    log.append(["p0", date(2026, 2, 1), "held", "another secret"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_closer_look_shows_and_corrects_what_was_recognised(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), ("log_2026-03-01.xlsx", log_workbook()))
    assert "1 row cannot be taken in" in words(app)
    app.toggle(key="look_0_0").set_value(True).run()
    assert not app.exception
    app.selectbox(key="sheet_0").set_value("Log").run()
    assert not app.exception
    preview = app.dataframe[0].value
    assert list(preview["Is"]) == ["title", "header", "remark", "data"]
    assert list(preview["D"]) == ["", "Notes", "private", "private"]
    assert "1 × not a date · Log, column B" in words(app).replace("\\", "")
    assert "secret" not in words(app)

    app.text_input(key="header_0_0_Log").set_value("1")
    next(button for button in app.button if button.label == "Read it like this").click().run()
    assert not app.exception
    assert set(app.dataframe[0].value["Is"]) == {"not read"}, "a title is no header that makes a table"
    app.text_input(key="header_0_0_Log").set_value("2")
    next(button for button in app.button if button.label == "Read it like this").click().run()
    assert list(app.dataframe[0].value["Is"]) == ["title", "header", "remark", "data"]


def test_a_receipt_and_what_is_remembered(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), (NAME, workbook()))
    assert "3 new pairs" in words(app)
    assert [button.key for button in app.button if button.key in ("publish", "publish_accept")] == ["publish"]
    app.button(key="publish").click().run()
    app.toggle(key="receipt_1").set_value(True).run()
    assert not app.exception
    receipt = next(frame.value for frame in app.dataframe if "Accepted" in frame.value)
    assert receipt.to_dict("records") == [{"Sheet": "pair", "Holds": "pairs", "Rows": 4, "Accepted": 3, "Header": 1}]
    forget, = (button for button in app.button if button.key.startswith("forget_"))
    forget.click().run()
    assert "is forgotten" in app.success[0].value.replace("\\", "")
    assert not [button for button in app.button if button.key.startswith("forget_")]


def test_what_waits_in_the_watched_folder_is_answered_on_the_page(
        opened: Open, data: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "log_2026-03-01.xlsx").write_bytes(log_workbook())
    watcher = Watcher(DataFolder(data), inbox)
    watcher.look()
    watcher.look()
    monkeypatch.setattr("careerdash.ui.frame.watch_in_background", lambda *_: False)
    monkeypatch.setenv("CAREERDASH_WATCH", str(inbox))
    app = opened("imports")
    assert not app.exception
    assert "1 file of the watched folder waits for you" in [heading.value for heading in app.subheader]
    next(button for button in app.button if button.label == "Look at it").click().run()
    assert "1 row cannot be taken in" in words(app)
    app.button(key="publish_accept").click().run()
    assert not app.exception
    assert [entry["file"] for entry in history(DataFolder(data))] == ["log_2026-03-01.xlsx"]
    assert "none waits" in words(app)


def two_annas(program: str, *, with_people: bool = True) -> bytes:
    """A pair whose mentor is one of two people of the same name."""
    book = openpyxl.Workbook()
    pairs = book.worksheets[0]
    pairs.title = "pair"
    pairs.append(("program", "mentor_name", "mentee_id", "start_date"))
    pairs.append((program, "Meyer, Anna", "E1", date(2026, 1, 5)))
    if with_people:
        people = book.create_sheet("person")
        for row in (("person_id", "name", "department"), ("1042", "Anna Meyer", "Finance"),
                    ("2210", "Anna Meyer", "IT")):
            people.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_answer_is_proposed_where_the_same_is_asked(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), ("a_2026-03-01.xlsx", two_annas("Alpha")),
               ("b_2026-03-01.xlsx", two_annas("Beta", with_people=False)),
               ("c_2026-03-01.xlsx", two_annas("Gamma", with_people=False)))
    boxes = [box for box in app.selectbox if "_person|" in box.key]
    assert [(box.key[:8], box.value) for box in boxes] == [("answer_0", None), ("answer_1", None), ("answer_2", None)]
    boxes[1].select("2210").run()
    assert [box.value for box in app.selectbox if "_person|" in box.key] == ["2210", "2210", "2210"]
    next(box for box in app.selectbox if box.key.startswith("answer_2_person|")).select("1042").run()
    assert [box.value for box in app.selectbox if "_person|" in box.key] == ["2210", "2210", "1042"], "only a proposal"
    app.button(key="answer").click().run()
    app.button(key="publish").click().run()
    assert not app.exception
    assert [entry["state"] for entry in history(DataFolder(data))] == ["in force"] * 3


def test_a_marked_copy_keeps_what_was_answered_about_people(opened: Open, data: Any) -> None:
    book = openpyxl.load_workbook(io.BytesIO(two_annas("Alpha")))
    log = book.create_sheet("check_in")
    for row in (["mentor_name", "mentee_name", "date", "status"], ["Anna Berg", "Nobody Known", "soon", "held"]):
        log.append(row)
    out = io.BytesIO()
    book.save(out)
    app = drop(opened("imports"), ("pairs_2026-03-01.xlsx", out.getvalue()))
    for box in [box for box in app.selectbox if "_person|" in box.key]:
        box.select("2210")
    app.button(key="answer").click().run()
    app.toggle(key="look_0_0").set_value(True).run()
    assert not [box for box in app.selectbox if "_person|" in box.key]
    app.button(key="discard").click().run()
    drop(app, ("pairs_2026-03-01 marked.xlsx", out.getvalue()))
    assert not app.exception
    assert not [box for box in app.selectbox if "_person|" in box.key], "answered before, not asked again"


def test_what_the_rows_are_is_asked_and_the_header_stays_where_it_was_seen(opened: Open, data: Any) -> None:
    lines = "Mentor,Mentee,About\n" + "".join(f"Ana Ruiz,Cy Dahl {letter},{kind}\n" for letter, kind in zip(
        "bcdefgh", [*["networking", "skill", "opportunity"] * 2, "skill"], strict=True))
    app = drop(opened("imports"), ("contacts.csv", lines.encode()))
    assert [button.key for button in app.button if button.key.startswith("publish")] == ["publish_accept"]
    app.toggle(key="look_0_0").set_value(True).run()
    said = words(app).replace("\\", "")
    assert "7 × a row that waits for an answer" in said
    assert "names nobody" not in said
    app.selectbox(key="answer_0_table|contacts").select("milestone")
    app.button(key="answer").click().run()
    assert not app.exception
    assert list(app.dataframe[0].value["Is"])[:2] == ["header", "remark"]
    assert "8 rows = 1 header + 7 set aside" in words(app).replace("\\", "")


def test_who_is_meant_is_chosen_from_those_who_fit(opened: Open, data: Any) -> None:
    app = drop(opened("imports"), ("pairs_2026-03-01.xlsx", two_annas("Alpha")))
    assert not app.exception
    question, = (box for box in app.selectbox if box.key.startswith("answer_0_person|"))
    assert "1042 (Finance) or 2210 (IT)" in question.label.replace("\\", "")
    assert (question.options, question.value) == (["1042 (Finance)", "2210 (IT)"], None)
    app.button(key="answer").click().run()
    assert not app.exception, "nothing chosen yet"
    question, = (box for box in app.selectbox if box.key.startswith("answer_0_person|"))
    question.select("2210")
    app.button(key="answer").click().run()
    assert not app.exception
    assert not [box for box in app.selectbox if box.key.startswith("answer_0_")]
    assert [button.key for button in app.button if button.key in ("publish", "publish_accept")] == ["publish"]
    app.toggle(key="look_0_0").set_value(True).run()
    assert "So far: 1 answer" in words(app).replace("\\", "")
    app.button(key="unsay_0").click().run()
    assert not app.exception
    assert [box for box in app.selectbox if box.key.startswith("answer_0_person|")], "taken back, it is asked again"
