"""Every number of the program's pages is found again: in `metrics --json --pages`, and in the workbook."""

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import openpyxl
import pytest

from careerdash import ui
from careerdash.ledger.folder import DataFolder
from careerdash.metrics import CATALOGUE, Filters, MetricValue, document, list_counts
from careerdash.reports.behind import TITLES, behind_pages
from careerdash.reports.pack import write_pack
from careerdash.store import Store
from careerdash.words import labels, numbers

from .conftest import DATA_DAY, Open, with_tables, words

OF_OTHER_DAYS = {"rows_cadence_over_time", "rows_departments"}
"""Tables about other days as well; each number is that of the day when it is asked."""

Numbers = list[float]


def of_row(row: Mapping[str, Any]) -> Numbers:
    return [float(value) for value in row.values() if isinstance(value, int | float) and not isinstance(value, bool)
            and not math.isnan(value)]


def known_rows(document_: Mapping[str, Any]) -> list[Numbers]:
    """The numbers of each metric and row, with the shares that pages make of their counts."""
    found = [of_row(value) for value in document_["metrics"].values()]
    for rows in (*document_["series"].values(), *document_["pages"].values()):
        found += [of_row(row) for row in rows]
    return [row + [part / whole for part in row for whole in (*row, sum(row)) if whole] + [
        row[0] / (row[0] + row[1]) if len(row) > 1 and row[0] + row[1] else 0.0,
        row[1] / (row[1] + row[2]) if len(row) > 2 and row[1] + row[2] else 0.0] for row in found]


def is_known(row: Numbers, known: Sequence[Numbers]) -> bool:
    return any(all(any(math.isclose(value, other, abs_tol=1e-9) for other in row_known) for value in row)
               for row_known in known)


def shown_rows(app: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for frame in app.dataframe:
        for line in frame.value.to_dict("records"):
            yield "rows_" + frame.proto.id.rsplit("rows_", 1)[-1], line


@pytest.mark.parametrize("filtered", [{}, {"program": ["Alpha"]}], ids=["all", "Alpha"])
@pytest.mark.parametrize("key", ["overview", "milestones", "check_ins", "checklist", "goals", "feedback"])
def test_every_number_of_a_page_is_found_again(plain: DataFolder, opened: Open, key: str,
                                               filtered: dict[str, list[str]]) -> None:
    filters = Filters(program=tuple(filtered.get("program", ())))
    store = Store.open(plain.build_path("b-plain"))
    try:
        told = document(store, DATA_DAY, filters)
        told["pages"] = behind_pages(store, DATA_DAY, filters, told["series"])
        before = document(store, DATA_DAY - ui.BEFORE, filters)
        counts = list_counts(store, DATA_DAY, filters)
    finally:
        store.close()
    app = with_tables(opened(key, **filtered))
    assert not app.exception
    printed = {numbers.shown(name, MetricValue(**value)) for name, value in told["metrics"].items()}
    for tile in app.main.metric:
        assert tile.value in printed, tile.label
    known, seen = known_rows(told), 0
    for table, line in shown_rows(app):
        if table in OF_OTHER_DAYS:
            continue
        row = [value / 100 if name in PERCENTS else value for name, value in of_named(line)]
        assert is_known(row, known), (table, line)
        seen += 1
    assert seen > 3 or key == "overview"
    assert before["as_of"] == (DATA_DAY - timedelta(28)).isoformat()
    if key == "overview":
        assert told["pages"]["work_list"] == [{"list": "call", "pairs": counts.call},
                                              {"list": "records", "pairs": counts.records}]
        assert str(told["metrics"]["needs_attention"]["numerator"]) in words(app)


PERCENTS = {"Share", "Done where due", "Met", "Done of those due", "Satisfied", "Answered"}


def of_named(line: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in line.items():
        if isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value):
            yield name, float(value)


def test_the_workbook_holds_the_same_rows(plain: DataFolder) -> None:
    store = Store.open(plain.build_path("b-plain"))
    filters = Filters(program=("Alpha",))
    out = io.BytesIO()
    try:
        write_pack(store, DATA_DAY, filters, out)
        told = document(store, DATA_DAY, filters)
        pages = behind_pages(store, DATA_DAY, filters, told["series"])
    finally:
        store.close()
    sheet = [list(row) for row in openpyxl.load_workbook(out)["Summary"].iter_rows(values_only=True)]
    places = {row[0]: place for place, row in enumerate(sheet)}
    for name, title in TITLES.items():
        rows = pages[name]
        if not rows:
            assert title not in places
            continue
        start = places[title] + 1
        assert [head for head in sheet[start] if head is not None] == list(rows[0])
        for place, row in enumerate(rows, start + 1):
            for column, (head, value) in enumerate(row.items()):
                written = sheet[place][column]
                if isinstance(value, int | float) or value is None:
                    assert written == pytest.approx(value), (name, head)
                else:
                    assert str(written)[:7] == str(value)[:7]
    assert set(labels.TILES) <= set(CATALOGUE)
