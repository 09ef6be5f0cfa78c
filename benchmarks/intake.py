"""Is reading large files fast enough? A long CSV against DuckDB, and a workbook from upload to published.

    python -m benchmarks.intake [csv] [xlsx] [--rows 5000000] [--rounds 3]

csv: our intake reads and types a log of 12 columns into Parquet; DuckDB reads the same file with given types into a
table. xlsx: `python -m careerdash import` of 200,000 rows into an empty data folder; python-calamine reads the same
file. Both take turns, and medians are compared; memory is the proportional set size of all processes together.
Exit code 1 where a limit is broken.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, sleep

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

CSV_LIMIT, XLSX_LIMIT = 4.0, 3.0
CSV_MB, XLSX_MB = 2000, 1000
_PAIRS = 20_000
_DAY = (date(2024, 1, 1) - date(1970, 1, 1)).days
_HEADER = ("Session ID", "Mentor Email", "Mentee Email", "Session Date", "Status", "Duration (min)", "Format",
           "Confirmed by", "Progress reviewed", "Challenges addressed", "Program", "Notes")
_DUCK = """
import duckdb, sys
con = duckdb.connect()
con.execute("create table log as select * from read_csv(?, header = true, auto_detect = false, delim = ',', "
            "quote = '\\"', escape = '\\"', dateformat = '%d/%m/%Y', columns = ?)", [sys.argv[1], {NAMES}])
"""
_CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
_INTAKE = """
import sys
from pathlib import Path
from careerdash.intake import ReadRequest, read_file
reading = read_file(Path(sys.argv[1]), "log.csv", request=ReadRequest(keep_typed=Path(sys.argv[2])))
assert reading.outcome == "read", reading.message
"""


def log_columns(rows: int, seed: int = 1) -> dict[str, pa.Array]:
    """A check-in log as an export holds it: ids, addresses, days as d/m/y, words, minutes, notes."""
    rng = np.random.default_rng(seed)

    def ids(prefix: str, numbers: np.ndarray, width: int) -> pa.Array:
        digits = pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), width, "0")
        return pc.binary_join_element_wise(prefix, digits, "")

    def words(*texts: str | None) -> pa.Array:
        return pa.array(list(texts), pa.string()).take(pa.array(rng.integers(0, len(texts), rows)))

    pair = rng.integers(0, _PAIRS, rows)
    days = pa.array((_DAY + rng.integers(0, 700, rows)).astype(np.int32)).cast(pa.date32()).cast(pa.timestamp("s"))
    notes = pc.binary_join_element_wise(
        words("progress", "next steps", "roadmap, part two", 'the "big" review', "network"),
        pc.cast(pa.array(rng.integers(0, 100_000, rows)), pa.string()), " ")
    columns = (
        ids("S-", np.arange(rows), 8), pc.binary_join_element_wise(ids("mentor", pair % 7001, 4), "@example.org", ""),
        pc.binary_join_element_wise(ids("mentee", pair, 5), "@example.org", ""), pc.strftime(days, format="%d/%m/%Y"),
        words("Held", "Held", "Held", "Cancelled", "No show"), words("30", "45", "60"),
        words("Video call", "In person"), words("mentor", "mentee", "both"), words("yes", "no", None),
        words("yes", "no", None),
        pa.array(["Start Well", "Career Draw"]).take(pa.array(pair % 2)),
        pc.if_else(pa.array(rng.random(rows) < 0.5), notes, pa.scalar(None, pa.string())))
    return dict(zip(_HEADER, columns, strict=True))


def write_csv(path: Path, rows: int) -> None:
    """The log as CSV with quotation marks where they are needed."""
    import duckdb

    duckdb.from_arrow(pa.table(log_columns(rows))).write_csv(str(path), header=True)


def write_xlsx(path: Path, rows: int) -> None:
    """The log as a workbook with text, numbers and real days, and a sheet of its pairs."""
    import xlsxwriter

    log = log_columns(rows)
    columns = [column.to_pylist() for column in log.values()]
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        pairs, sheet = book.add_worksheet("Pairs"), book.add_worksheet("Sessions")
        pairs.write_row(0, 0, ["Program", "Mentor Email", "Mentee Email"])
        known = sorted(set(zip(columns[10], columns[1], columns[2], strict=True)))
        for number, row in enumerate(known, 1):
            pairs.write_row(number, 0, row)
        sheet.write_row(0, 0, _HEADER)
        for number, row in enumerate(zip(*columns, strict=True), 1):
            cells = list(row)
            days, month, year = map(int, cells[3].split("/"))
            cells[3], cells[5] = None, int(cells[5])
            sheet.write_row(number, 0, cells)
            sheet.write_datetime(number, 3, date(year, month, days), day)


def run(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, int]:
    """Seconds of a command, and the most MB of memory that it and its children held together."""
    start = perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL)
    most = 0

    def sample() -> None:
        nonlocal most
        while process.poll() is None:
            most = max(most, sum(map(_held, _family(process.pid))))
            sleep(0.02)

    sampler = threading.Thread(target=sample)
    sampler.start()
    process.wait()
    seconds = perf_counter() - start
    sampler.join()
    if process.returncode:
        raise SystemExit(f"{command[2]} failed with exit code {process.returncode}")
    return seconds, most // 1024


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(int(child)))]


def _held(pid: int) -> int:
    """Proportional set size in kB; 0 where the process is gone or the system does not say."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def compare(name: str, ours: Callable[[], tuple[float, int]], bare: Callable[[], tuple[float, int]], rounds: int,
            limit: float, megabytes: int) -> bool:
    """Prints medians of both, taking turns. True where time and memory are within their limits."""
    pairs = [(bare(), ours()) for _ in range(rounds)]
    one, other = (statistics.median(pair[which][0] for pair in pairs) for which in (1, 0))
    most = max(pair[1][1] for pair in pairs)
    good = one <= limit * other and most <= megabytes
    print(f"{name}: {one:.1f} s against {other:.1f} s, {one / other:.2f} times (limit {limit:g}); "
          f"{most} MB at most (limit {megabytes}){'' if good else ': above the limit'}")
    return good


def measure_csv(folder: Path, rows: int, rounds: int) -> bool:
    """Reading and typing a long CSV against DuckDB's read with given types."""
    path, typed = folder / "log.csv", folder / "typed"
    write_csv(path, rows)
    kinds = {"Session Date": "DATE", "Duration (min)": "INTEGER", "Progress reviewed": "BOOLEAN",
             "Challenges addressed": "BOOLEAN"}
    duck = _DUCK.replace("{NAMES}", repr({name: kinds.get(name, "VARCHAR") for name in _HEADER}))

    def ours() -> tuple[float, int]:
        shutil.rmtree(typed, ignore_errors=True)
        return run([sys.executable, "-c", _INTAKE, str(path), str(typed)])

    return compare(f"CSV, {path.stat().st_size / 1e6:.0f} MB, {rows:,} rows x 12", ours,
                   lambda: run([sys.executable, "-c", duck, str(path)]), rounds, CSV_LIMIT, CSV_MB)


def measure_xlsx(folder: Path, rows: int, rounds: int) -> bool:
    """Upload to published of a workbook against a bare read."""
    path, data = folder / "log.xlsx", folder / "data"
    write_xlsx(path, rows)

    def ours() -> tuple[float, int]:
        shutil.rmtree(data, ignore_errors=True)
        return run([sys.executable, "-m", "careerdash", "import", str(path), "--as-of", "2026-06-01"],
                   {"CAREERDASH_DATA": str(data)})

    return compare(f"xlsx, {path.stat().st_size / 1e6:.0f} MB, {rows:,} rows x 12", ours,
                   lambda: run([sys.executable, "-c", _CALAMINE, str(path)]), rounds, XLSX_LIMIT, XLSX_MB)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake", description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", help="csv, xlsx (default: both)")
    parser.add_argument("--rows", type=int, default=5_000_000, help="rows of the CSV")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    if unknown := [kind for kind in asked.kinds if kind not in ("csv", "xlsx")]:
        parser.error(f"no such kind: {', '.join(unknown)}")
    good = True
    with tempfile.TemporaryDirectory(prefix="careerdash-bench-") as temporary:
        if not asked.kinds or "csv" in asked.kinds:
            good = measure_csv(Path(temporary), asked.rows, asked.rounds) and good
        if not asked.kinds or "xlsx" in asked.kinds:
            good = measure_xlsx(Path(temporary), 200_000, asked.rounds) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
