"""Keeping: where bytes, cells and typed rows of an import lie, and how they get there.

`files/<sha256>` holds the bytes; `parsed/<sha256>/` the cells as read and, a folder a set of
decisions, the typed rows. A file with a refused column is kept as its cells without it alone.
"""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdash.build.plan import BuildPlan, Source
from careerdash.intake import ReadRequest, read_file, retype
from careerdash.intake.kept import KeptRows
from careerdash.intake.version import READER_VERSION, TYPING_VERSION
from careerdash.ledger import durable
from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import canonical_json
from careerdash.schema import TABLES

from .model import ImportsError

if TYPE_CHECKING:
    import pyarrow as pa


def typed_key(decisions: Mapping[str, Any]) -> str:
    """The name of the rows that these decisions give with this version of the typing."""
    return hashlib.sha256(f"{TYPING_VERSION}:{canonical_json(decisions)}".encode()).hexdigest()[:32]


def file_path(folder: DataFolder, sha256: str) -> Path:
    """Where the bytes of a file are kept."""
    return folder.files / sha256


def cells_path(folder: DataFolder, sha256: str, kept: str, key: str, version: int | None = None) -> Path:
    """Where the cells of a file are kept that this version of the reading gave; which columns are left out hangs on
    the decisions.
    """
    suffix = "" if kept == "bytes" else f"-{key}"
    return folder.parsed / sha256 / f"cells-{version or READER_VERSION}{suffix}.parquet"


def kept_cells(folder: DataFolder, entry: ImportEntry) -> Path:
    """Where the cells of an import lie: those of today's reading, else, where no bytes are left to read again, those
    of the last earlier one. The file need not exist.
    """
    wanted = cells_path(folder, entry.sha256, entry.kept, entry.typed_key)
    if wanted.exists() or entry.kept == "bytes":
        return wanted
    earlier = (cells_path(folder, entry.sha256, entry.kept, entry.typed_key, version)
               for version in range(READER_VERSION - 1, 0, -1))
    return next((path for path in earlier if path.exists()), wanted)


def typed_folder(folder: DataFolder, sha256: str, key: str) -> Path:
    """Where the typed rows of a file are kept, one Parquet file a table."""
    return folder.parsed / sha256 / f"typed-{key}"


def write_typed(tables: "Mapping[str, pa.Table]", target: Path) -> dict[str, Path]:
    """Writes typed rows into a new folder, durably; tables without a row are left out."""
    import pyarrow.parquet as pq

    target.mkdir(parents=True)
    written = {}
    counts = row_counts(tables)
    for name in TABLES:
        if name not in counts:
            continue
        written[name] = target / f"{name}.parquet"
        if isinstance(tables, KeptRows):  # the reading wrote them in this form
            shutil.copyfile(tables.file(name), written[name])
        else:
            pq.write_table(tables[name], written[name], compression="zstd")
        durable.sync_file(written[name])
    durable.sync_folder(target)
    return written


def row_counts(tables: "Mapping[str, pa.Table]") -> dict[str, int]:
    """Number of rows of each table that has any."""
    counts = {name: tables.rows(name) if isinstance(tables, KeptRows) else tables[name].num_rows for name in tables}
    return {name: count for name, count in counts.items() if count}


def settle(source: Path, target: Path) -> None:
    """Moves a file or folder from the work space to where it is kept; what is there already stays."""
    if target.exists():
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    durable.sync_folder(target.parent.parent)
    if source.is_file():
        durable.sync_file(source)
    try:
        durable.move(source, target)
    except OSError:
        if not target.exists():  # else another process, which needs no lock for a check, was as far first
            raise


def typed_tables(folder: DataFolder, entry: ImportEntry, workspace: Path) -> dict[str, Path]:
    """The typed rows of an import, made again from its decisions where they are missing or of old typing.

    Raises ImportsError where neither rows nor cells nor bytes are left.
    """
    key = typed_key(entry.decisions)
    target = typed_folder(folder, entry.sha256, key)
    if not target.exists():
        made = workspace / f"retyped-{entry.import_id}-{key}"
        write_typed(with_ended(_typed_again(folder, entry, workspace), entry.decisions), made)
        settle(made, target)
    return {path.stem: path for path in sorted(target.glob("*.parquet"))}


def _typed_again(folder: DataFolder, entry: ImportEntry, workspace: Path) -> "Mapping[str, pa.Table]":
    decisions = entry.decisions["reading"]
    cells = kept_cells(folder, entry)
    if cells.exists():
        return retype(cells, decisions)
    bytes_kept = file_path(folder, entry.sha256)
    if not bytes_kept.exists():
        raise ImportsError(f"The kept file of import {entry.import_id} is gone: import it again, or undo the import.")
    made = workspace / f"cells-{entry.import_id}.parquet"
    reading = read_file(bytes_kept, entry.file_name, request=ReadRequest(decisions=decisions, keep_cells=made))
    if reading.outcome != "read":
        raise ImportsError(f"The kept file of import {entry.import_id} cannot be read any more: {reading.message}")
    settle(made, cells)
    return reading.tables


def with_ended(tables: "Mapping[str, pa.Table]", decisions: Mapping[str, Any]) -> "Mapping[str, pa.Table]":
    """The typed rows and, for each pair that the export no longer held and was to end, a row that says so."""
    ended = decisions.get("ended_pairs") or []
    if not ended:
        return tables
    import pyarrow as pa

    held = tables["pair"]
    rows = [{**pair, "start_date": _day(pair["start_date"]), "status": "ended", "source_part": 0} for pair in ended]
    return {**tables, "pair": pa.concat_tables([held, pa.Table.from_pylist(rows, schema=held.schema)])}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def plan_of(sources: Iterable[Source], settings: tuple[tuple[str, str | None, float], ...]) -> BuildPlan:
    """The plan of imports in their order."""
    return BuildPlan(tuple(sources), settings)


def source_of(entry: ImportEntry, tables: Mapping[str, Path]) -> Source:
    """An import as a build takes it."""
    return Source(entry.import_id, entry.data_day, entry.file_name, tables)
