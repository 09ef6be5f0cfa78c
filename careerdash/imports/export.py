"""One table as CSV: ISO dates, true/false, empty for unknown, and no cell that a spreadsheet would run."""

import csv
from datetime import date
from pathlib import Path

from careerdash.formats import guarded
from careerdash.schema import TABLES
from careerdash.store import Store

SOURCES = ("source_file", "source_sheet", "source_row")


def write_csv(store: Store, table: str, out: Path, *, private: bool = False) -> int:
    """Writes the table's fields and sources to `out` and returns the number of rows.

    Private text stays empty unless asked for. Rows are ordered by all their fields. Raises KeyError for no table.
    """
    spec = TABLES[table]
    columns = [field.name for field in spec.fields] + list(SOURCES)
    hidden = set() if private else {field.name for field in spec.fields if field.privacy == "private"}
    chosen = ", ".join(f"null as {name}" if name in hidden else name for name in columns)
    found = store.arrow(f"select {chosen} from {table} order by all", {})
    with out.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\r\n")
        writer.writerow(columns)
        for batch in found.to_batches():
            for row in zip(*(batch.column(place).to_pylist() for place in range(len(columns))), strict=True):
                writer.writerow([_cell(value) for value in row])
    return int(found.num_rows)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value)
