"""Every export that we promise to know is recognised without a question, column by column."""

from __future__ import annotations

import pytest

from careerdash.intake import Reading, ReadRequest
from careerdash.intake.reading import read_here
from tests.support.intake_files import Fixture
from tests.support.intake_fixtures import FIXTURES, FOLDER


def read(fixture: Fixture) -> Reading:
    return read_here(FOLDER / fixture.name, fixture.name, ReadRequest())


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: one.name)
def test_export_is_recognised(fixture: Fixture) -> None:
    reading = read(fixture)
    assert reading.outcome == "read", (reading.message, reading.questions)
    (table,) = reading.sheets[0]["tables"]
    found = {
        column["header"]: "refused" if column["role"] == "refused" else column["field"]
        for column in table["columns"]
        if column["header"]
    }
    assert table["feeds"][0] == fixture.table
    assert found == fixture.columns
    assert table["rows"]["accepted"] == fixture.accepted
    assert {one["field"]: one["value"] for one in table["constants"]} == fixture.constants


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: one.name)
def test_fixture_file_is_what_the_script_writes(fixture: Fixture) -> None:
    kept = (FOLDER / fixture.name).read_bytes()
    assert kept == fixture.bytes() or fixture.name.endswith(".xlsx")
