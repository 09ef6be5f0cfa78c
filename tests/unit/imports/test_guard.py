"""Whatever we write, no spreadsheet runs it, and it reads back as it was: CSV of tables and pages, reports, copies."""

import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdash.formats import unguarded
from careerdash.imports.export import write_csv
from careerdash.imports.manage import info
from careerdash.imports.marked import marked_copy
from careerdash.imports.model import Corrections
from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from careerdash.metrics.filters import Filters
from careerdash.reports.pack import write_pack
from careerdash.schema import TABLES
from careerdash.store import Store, current_build
from careerdash.ui.cards import csv_bytes
from tests.support.programs import PAIR_HEADER, workbook
from tests.support.tables import store_of

DAY = date(2026, 3, 1)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff20", " =", "\ufeff=", "\u200b+")
TEXTS = st.text(st.sampled_from("=+-@\t\r\n'\",;aÄ1 |!()\uff1d\uff0b\uff20\ufeff\u200b\u3000"), min_size=1, max_size=8)
NASTY = ["=1+1", "+44 7700", "-5", "@SUM(A1)", "'quoted", "''=2", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example")',
         "a,b", 'say "so"', "line\n=1+1", "tab\t=1", "0007", "1e5", "2026-03-01", "yes", "-", "'"]


def cells(data: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data, newline="")))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_the_csv_of_a_page(texts: list[str]) -> None:
    data = csv_bytes([{"one": text, "two": -3} for text in texts], {"one": texts[0], "two": "Number"})
    header, *rows = cells(data.decode("utf-8-sig"))
    assert [unguarded(header[0]), *(unguarded(row[0]) for row in rows)] == [texts[0], *texts]
    assert not any(row[0].startswith(STARTS) for row in (header, *rows))
    assert {row[1] for row in rows} == {"-3"}, "numbers stay numbers"


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8, unique=True))
def test_the_csv_of_a_table(texts: list[str]) -> None:
    pair = {"pair_id": "P", "mentor_id": "M", "mentee_id": "E", "start_date": DAY}
    goals = [{"goal_id": text, "pair_id": "P", "title": text} for text in texts]
    with TemporaryDirectory() as folder, store_of({"pair": [pair], "goal": goals}, DAY) as store:
        out = Path(folder) / "goal.csv"
        write_csv(store, "goal", out, private=True)
        header, *rows = cells(out.read_bytes().decode())
    places = [header.index(name) for name in ("goal_id", "title")]
    assert sorted(unguarded(row[place]) for row in rows for place in places) == sorted(texts * 2)
    assert not any(cell.startswith(STARTS) for row in rows for cell in row)


@settings(max_examples=6, deadline=None)
@given(st.lists(TEXTS.map(lambda text: text.replace("\r", "").strip()).filter(bool), min_size=2, max_size=4,
                unique=True))
def test_the_workbook_of_numbers_and_pairs(texts: list[str]) -> None:
    people = [{"person_id": str(number), "name": text, "department": text, "hire_date": DAY}
              for number, text in enumerate(texts)]
    pairs = [{"pair_id": text, "program": text, "cohort": text, "mentor_id": "0", "mentee_id": "1", "start_date": DAY,
              "status": "active"} for text in texts]
    steps = [{"milestone_id": text, "pair_id": text, "title": text, "kind": "skill", "status": "open",
              "original_due_date": DAY, "due_date": DAY} for text in texts]
    with TemporaryDirectory() as folder, store_of({"person": people, "pair": pairs, "milestone": steps}, DAY) as store:
        out = Path(folder) / "report.xlsx"
        write_pack(store, DAY, Filters(), out, files=[], demo=False)
        found = [cell for sheet in openpyxl.load_workbook(out) for row in sheet.iter_rows() for cell in row
                 if cell.value is not None]
    assert not [cell.value for cell in found if cell.data_type == "f"]
    said = [cell.value for cell in found if isinstance(cell.value, str)]
    assert not [text for text in said if text.startswith(STARTS)]
    assert {unguarded(text) for text in said} >= set(texts)


def test_all_tables_as_csv_make_the_same_data_again(folder: DataFolder, tmp_path: Path) -> None:
    """Names, ids, departments, titles and notes that a spreadsheet would run, or take for something else."""
    book = workbook(tmp_path / "nasty.xlsx", {
        "person": [("person_id", "name", "department", "hire_date"),
                   *((f"{number:03}", f"{text} Test", text, date(2020, 1, 1)) for number, text in enumerate(NASTY))],
        "pair": [(*PAIR_HEADER, "cohort"), *((f"{text} {number}", "=Program", "000", f"{number:03}", date(2026, 1, 5),
                                              "active", 14, text) for number, text in enumerate(NASTY) if number)],
        "goal": [("pair_id", "title", "status"), *((f"{text} {number}", text, "open")
                                                   for number, text in enumerate(NASTY) if number)],
        "check_in": [("pair_id", "date", "status", "has_record", "notes"),
                     *((f"{text} {number}", date(2026, 2, 2), "held", True, text)
                       for number, text in enumerate(NASTY) if number)]})
    done, = import_files(folder, [book], as_of=DAY, accept=True)
    assert done.balance is not None
    assert (done.outcome, done.balance["rows"]["quarantined"]) == ("published", 0), done.balance["issues"]
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    made = []
    try:
        for table in TABLES:
            if store.rows(f"select 1 from {table} limit 1"):
                made.append(tmp_path / f"{table}.csv")
                write_csv(store, table, made[-1], private=True)
    finally:
        store.close()
    for one in made:
        assert not any(cell.startswith(STARTS) for row in cells(one.read_bytes().decode()) for cell in row), one.name
    again = DataFolder(tmp_path / "again")
    found = import_files(again, made, as_of=DAY)
    assert {result.outcome for result in found} == {"published"}, [result.message for result in found]
    assert info(again)["content"] == info(folder)["content"]


def test_a_marked_copy_of_a_text_file_runs_nothing(folder: DataFolder, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    with log.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([("pair_id", "date", "status", "notes"),
                                      *((f"P{number}", "soon", "held", text) for number, text in enumerate(NASTY))])
    issue = {"sheet": "log", "row": 2, "column": "B", "kind": "error", "message": "=1+1 is not a day."}
    data = marked_copy(folder, log, "log.csv", [issue], Corrections(fixes={("log", 3, "D"): "=2+2"}))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    wanted = [NASTY[0], "=2+2", *NASTY[2:]]
    assert [cell.value for cell in sheet["D"][1:]] == wanted
    assert {cell.data_type for cell in sheet["D"]} == {"s"}
    assert [cell.value for cell in sheet["D"] if cell.quotePrefix] == [
        text for text in wanted if text.startswith((*STARTS, "'"))]
