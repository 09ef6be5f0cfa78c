"""Whole files: encodings and delimiters, the data day, privacy, kept cells, repeating decisions."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from careerdash.intake import ReadRequest, retype
from careerdash.intake.reading import read_here
from careerdash.schema import TABLES, typed_columns
from careerdash.schema.privacy import refused_header, refused_values
from tests.support.intake_fixtures import FIXTURES, FOLDER
from tests.support.sheets import Error, assert_balanced, read_bytes, read_sheets, read_text, rows_of, values, workbook

LINES = ["mentor_name,mentee_name,program", "Zoë Müller,Łukasz Żak,Rising", "Ines Varga,Tom Ferrer,Rising"]
TODAY = date(2026, 11, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    text = end.join(LINES).replace(",", delimiter) + end
    reading = read_bytes(tmp_path, "pairs.csv", text.encode(encoding))
    assert values(reading, "pair", "mentor_name", "mentee_name", "source_row") == [
        ("Zoë Müller", "Łukasz Żak", 2),
        ("Ines Varga", "Tom Ferrer", 3),
    ]


def test_windows_text_and_a_separator_line(tmp_path: Path) -> None:
    text = "sep=;\r\nmentor_name;mentee_name;note\r\nZoë Müller;Tom Ferrer;“20 €”\r\n"
    reading = read_bytes(tmp_path, "pairs.csv", text.encode("cp1252"))
    assert values(reading, "pair", "mentor_name", "extras", "source_row") == [("Zoë Müller", '{"note": "“20 €”"}', 2)]
    assert reading.sheets[0]["tables"][0]["rows"]["total"] == 2


def test_line_ends_inside_quotes_and_odd_line_separators_stay_in_the_record(tmp_path: Path) -> None:
    reading = read_text(tmp_path, 'pair_id,date,notes\np1,2026-01-01,"one\ntwo"\np1,2026-01-02,a\u2028b\x85c\n')
    assert values(reading, "check_in", "notes", "source_row") == [("one\ntwo", 2), ("a\u2028b\x85c", 3)]
    assert_balanced(reading)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("pairs_2026-03-01.csv", date(2026, 3, 1)),
        ("export 20260301.csv", date(2026, 3, 1)),
        ("pairs 31.12.2025.csv", date(2025, 12, 31)),
        ("Report 1 March 2026.csv", date(2026, 3, 1)),
        ("pairs March 2026.csv", None),
        ("pairs 2027-03-01.csv", None),
        ("pairs 03-04-2026.csv", None),
    ],
)
def test_data_day_of_a_file_name(tmp_path: Path, name: str, day: date | None) -> None:
    reading = read_text(tmp_path, "\n".join(LINES), name, today=TODAY)
    assert reading.data_day == day
    assert reading.data_day_from == ("file name" if day else None)


def test_data_day_of_a_title_and_of_a_footer(tmp_path: Path) -> None:
    rows = [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]
    title = read_sheets(tmp_path, {"pair": [["Pairs, run 2026-03-01 06:00"], *rows]}, today=TODAY)
    footer = read_sheets(tmp_path, {"pair": [*rows, [], ["Exported 5 March 2026"]]}, today=TODAY)
    assert (title.data_day, title.data_day_from) == (date(2026, 3, 1), "title")
    assert (footer.data_day, footer.data_day_from) == (date(2026, 3, 5), "footer")


def test_program_of_a_title_is_a_constant(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path, {"Sheet1": [["Program: Rising Leaders"], ["Mentor", "Mentee"], ["Ines Varga", "Tom Ferrer"]]}
    )
    assert reading.sheets[0]["tables"][0]["constants"] == [
        {"field": "pair.program", "value": "Rising Leaders", "from": "title", "asks": False}
    ]
    assert values(reading, "pair", "program") == ["Rising Leaders"]


PRIVATE = {
    "SSN": ["123-45-6789", "219-09-9999", "457-55-5462"],
    "Reference": ["DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606"],
    "Annual salary": ["70000", "50000", "60000"],
    "Date of birth": ["1980-04-13", "1990-01-02", "1985-05-05"],
    "PIN": ["4821", "4822", "4823"],
    "Key": ["046 454 286", "130 692 544", "193 456 787"],  # Canada
    "Code": ["529.982.247-25", "111.444.777-35", "123.456.789-09"],  # Brazil
    "Reference no": ["12345678Z", "X1234567L", "87654321X"],  # Spain
    "Employee Code": ["123-45-6789", "219-09-9999", "457-55-5462"],
    "Nr": ["44051401359", "02070803628", "90090515836"],  # Poland
    "Ref.": ["756.9217.0769.85", "756.1234.5678.97", "756.3047.5009.62"],  # Switzerland
}


@pytest.mark.parametrize("header", PRIVATE)
def test_private_columns_are_refused_by_name_and_value_and_go_nowhere(tmp_path: Path, header: str) -> None:
    secret = PRIVATE[header]
    cells = tmp_path / "cells.parquet"
    reading = read_sheets(
        tmp_path,
        {
            "person": [
                ["Employee ID", "Name", header, "Hire Date"],
                *[[str(number), f"Ann Bee{number}", text, "unknown"] for number, text in enumerate(secret)],
                ["9", "Cid Dee", Error("#N/A"), date(2020, 1, 1)],
            ]
        },
        keep_cells=cells,
    )
    column = reading.sheets[0]["tables"][0]["columns"][2]
    assert (column["role"], column["field"], column["header"]) == ("refused", None, header)
    assert reading.cells["exceptions"]["refused_column"] == 4
    assert not reading.keeps_bytes
    everything = f"{reading.issues} {rows_of(reading, 'person')} {reading.decisions} {pq.read_table(cells).to_pylist()}"
    assert not any(text in everything for text in secret)
    assert header in everything
    assert_balanced(reading)


@pytest.mark.parametrize(("what", "headers"), [
    ("a national id", ("N° INSEE", "NIR", "Numéro de sécu", "No SS", "Numéro de sécurité sociale", "Fiscal code",
                       "Codice fiscale", "Steuer-Nr.", "SV-Nr.", "Versicherungsnummer", "DNI/NIE", "BSN", "PESEL",
                       "NATL_ID", "National insurance no", "AHV-Nr", "PAN number", "Fødselsnr")),
    ("pay", ("COMPRATE", "COMP_RATE", "ANNL_RT", "HOURLY_RT", "Annual Rt", "BASE_SAL", "SAL_AMT", "Total comp",
             "Net amount", "Bruttolohn", "Jahresentgelt", "Besoldung", "Salaire brut", "Stipendio", "Vencimento",
             "Brutoloon", "Base pay")),
])  # fmt: skip
def test_private_columns_are_refused_in_other_languages_and_warehouse_spelling(
        what: str, headers: tuple[str, ...]) -> None:
    assert {header: refused_header(header) for header in headers} == dict.fromkeys(headers, what)


def test_ordinary_columns_are_not_refused() -> None:
    for header in (
        "Entgeltgruppe",
        "Besoldungsgruppe",
        "Completion rate",
        "Response rate",
        "Comprehension",
        "Insegnante",
        "Base location",
        "Annual review",
        "Pay grade",
        "Compensation reason",
        "Stage",
        "Manager",
        "Language",
        "Account manager",
        "Page",
        "Engaging",
        "Payroll status code of the month and so on and so forth",
    ):
        assert refused_header(header) is None, header
    assert refused_values(["12345", "67890", "11111"]) is None
    assert refused_values(["900123456", "900123457", "900123458"]) is None  # employee ids of nine digits
    assert refused_values(["512-555-0101", "(512) 555-0102", "+49 30 55512345", "0170 1234567"]) is None
    assert refused_values(["114000000001", "114000000002", "114000000003"]) is None  # answers of a survey
    assert refused_values(["46285", "46286", "46290"]) is None


def test_days_under_an_unknown_header_that_can_only_be_births_are_refused(tmp_path: Path) -> None:
    rows = [["Employee ID", "Name", "XD", "Hire Date", "Since"]]
    rows += [[f"{n}", f"Ann Bee{n}", f"19{60 + n}-0{n}-13", f"200{n}-01-13", f"200{n}-02-13"] for n in range(1, 8)]
    columns = read_sheets(tmp_path, {"person": rows}, today=date(2026, 1, 1)).sheets[0]["tables"][0]["columns"]
    assert [column["role"] for column in columns] == ["field", "field", "refused", "field", "extra"]
    assert refused_values(["2026-01-01", "2026-01-02", "2026-01-03"]) is None


def test_values_of_private_fields_appear_in_no_issue(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"goal": [["pair_id", "title", "status"], [None, "a secret wish", "??"]]})
    assert "secret" not in str(reading.issues)


def everything_equal(one: Any, two: Any) -> bool:
    return set(one) == set(two) and all(one[name].equals(two[name]) for name in one)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: one.name)
def test_decisions_repeat_the_same_rows(tmp_path: Path, fixture: Any) -> None:
    path, cells = FOLDER / fixture.name, tmp_path / "cells.parquet"
    reading = read_here(path, fixture.name, ReadRequest(keep_cells=cells))
    assert reading.decisions is not None
    assert everything_equal(retype(cells, reading.decisions), reading.tables)
    again = read_here(path, fixture.name, ReadRequest(decisions=reading.decisions))
    assert everything_equal(again.tables, reading.tables)
    assert (again.cells, again.sheets, again.issues) == (reading.cells, reading.sheets, reading.issues)
    assert_balanced(reading)
    for name, rows in reading.tables.items():
        assert rows.column_names == [column for column, _ in typed_columns(TABLES[name])]


def test_same_people_under_renamed_columns_and_another_delimiter(tmp_path: Path) -> None:
    one = read_text(tmp_path, "Mentor Email,Mentee Email,Start date\na@example.org,b@example.org,2026-01-05\n")
    two = read_text(
        tmp_path, "Protégé e-mail;Date matched;Email address of mentor\nb@example.org;05.01.2026;a@example.org\n"
    )
    wanted = ("mentor_email", "mentee_email", "start_date")
    assert values(one, "pair", *wanted) == values(two, "pair", *wanted)


def test_a_remembered_mapping_goes_before_recognition(tmp_path: Path) -> None:
    text = "Buddy,New joiner,Since\nInes Varga,Tom Ferrer,2026-01-05\n"
    first = read_text(
        tmp_path,
        text,
        answers={"table|file": "pair", "field|file|A": "pair.mentor_name", "field|file|B": "pair.mentee_name"},
    )
    assert values(first, "pair", "mentor_name", "mentee_name", "start_date") == [
        ("Ines Varga", "Tom Ferrer", date(2026, 1, 5))
    ]
    assert first.decisions is not None
    mark = first.decisions["tables"][0]["fingerprint"]
    mapping = {mark: {"table": "pair", "columns": {"Buddy": "pair.mentee_name", "New joiner": "pair.mentor_name"}}}
    second = read_text(tmp_path, text, mapping=mapping)
    assert values(second, "pair", "mentor_name", "mentee_name") == [("Tom Ferrer", "Ines Varga")]


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in row
        )
        + "</table:table-row>"
        for row in (["pair_id", "mentor_id", "mentee_id"], ["p1", "007", "n1"])
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:table="{space}table:1.0" '
        f'xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="pair">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    reading = read_bytes(tmp_path, "pairs.ods", stream.getvalue())
    assert values(reading, "pair", "pair_id", "mentor_id") == [("p1", "007")]
    assert_balanced(reading)


def test_a_workbook_that_the_first_reader_misreads_goes_to_the_second(tmp_path: Path) -> None:
    good = workbook({"pair": [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]})
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):  # a cell type that no standard knows stops the strict reader
                part = part.replace(b'<c r="C2" t="s">', b'<c r="C2" t="q">')
            new.writestr(name, part)
    reading = read_bytes(tmp_path, "pairs.xlsx", stream.getvalue())
    assert reading.outcome == "read"
    assert values(reading, "pair", "pair_id") == ["p1"]
    assert reading.cells["valued"] == 6
