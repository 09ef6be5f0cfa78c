"""Does the Overview cost the same at 200 and at 100,000 pairs? Builds S, M and L and times the page's SQL.

    python -m benchmarks.overview [S M L] [--keep FOLDER] [--rounds 15]

The sizes take turns, so that a busy machine slows all of them alike; medians are printed. The questions are
those of pages/program/overview.py, without the caches of the app. Exit code 1 where L / S is above the limit.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from careerdash import metrics
from careerdash.build.database import build_database
from careerdash.metrics import Filters
from careerdash.store import Store
from careerdash.words import labels

from .generate import SIZES, write_plan

if TYPE_CHECKING:
    import pyarrow as pa

LIMIT = 2.0
"""The page's SQL at L may take this many times as long as at S."""

_BESIDE = ("planned_pairs", "paused_pairs", "milestone_on_first_plan", "response_mentee", "needs_attention")
_SERIES = ("cadence_states", "checklist_items", "burn_up", "weekly_on_cadence")
_BEFORE = timedelta(days=28)
_FILTERS = {"no filter": Filters(), "one program": Filters(program=("Career Draw",)),
            "one department": Filters(department=("Finance",))}


class TimedStore(Store):
    """A store that adds up the seconds it spends in queries."""

    seconds = 0.0
    queries = 0

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        start = perf_counter()
        try:
            return super().rows(sql, params)
        finally:
            self.seconds += perf_counter() - start
            self.queries += 1

    def arrow(self, sql: str, params: Mapping[str, object] | None = None) -> "pa.Table":
        start = perf_counter()
        try:
            return super().arrow(sql, params)
        finally:
            self.seconds += perf_counter() - start
            self.queries += 1


def ask_overview(store: Store, filters: Filters) -> None:
    """Everything that the Overview asks for the build's own day."""
    day, before, tiles = store.data_day, store.data_day - _BEFORE, tuple(labels.TILES)
    metrics.options(store)
    metrics.values(store, day, filters, (*tiles, *_BESIDE))
    metrics.values(store, before, filters, tiles)
    metrics.series(store, day, filters, _SERIES)
    metrics.series(store, before, filters, ("cadence_states",))
    metrics.trend(store, tiles, day, filters)
    metrics.compare(store, ("active_pairs",), day, filters, "program")
    metrics.compare(store, tiles, day, filters, "program")
    metrics.attention(store, day, filters, 30, 0)


def build(name: str, folder: Path) -> Path:
    """The build of one size, made in the folder unless it is there."""
    target = folder / f"{name}.duckdb"
    if not target.exists():
        start = perf_counter()
        plan = write_plan(folder / name, SIZES[name])
        written = perf_counter()
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        build_database(plan, part, cubes=metrics.cubes())
        part.replace(target)
        print(f"{name}: rows written in {written - start:.0f} s, built in {perf_counter() - written:.0f} s, "
              f"{target.stat().st_size / 1e6:.0f} MB", file=sys.stderr)
    return target


def measure(stores: Mapping[str, TimedStore], filters: Filters, rounds: int) -> dict[str, tuple[float, float, int]]:
    """For each size the median milliseconds in SQL and in all, and the number of queries of one page."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in stores}
    queries = {}
    for turn in range(rounds + 1):
        for name, store in stores.items():
            store.seconds, store.queries = 0.0, 0
            start = perf_counter()
            ask_overview(store, filters)
            if turn > 0:  # the first reads the file from disk
                found[name].append((store.seconds * 1000, (perf_counter() - start) * 1000))
            queries[name] = store.queries
    median = statistics.median
    return {name: (median(sql for sql, _ in times), median(whole for _, whole in times), queries[name])
            for name, times in found.items()}


def all_three(store: Store) -> Filters:
    """A program, cohort and department together that still hold pairs on the work list: an empty page is no measure."""
    row = store.rows(
        "SELECT program, cohort, department FROM pair_facts WHERE len(reasons) > 0 AND program IS NOT NULL "
        "AND cohort IS NOT NULL AND department IS NOT NULL GROUP BY ALL "
        "ORDER BY count(*) DESC, program, cohort, department LIMIT 1")[0]
    return Filters(program=(row["program"],), cohort=(row["cohort"],), department=(row["department"],))


def run(names: list[str], folder: Path, rounds: int) -> bool:
    """Prints the table. True where L / S, if both were asked, is within the limit."""
    stores = {name: TimedStore.open(build(name, folder)) for name in names}
    good = True
    print(f"{'':16}{'size':>6}{'SQL ms':>9}{'all ms':>9}{'queries':>9}{'L / S':>8}")
    asked = {**_FILTERS, "all three": all_three(next(iter(stores.values())))}
    for label, filters in asked.items():
        times = measure(stores, filters, rounds)
        for name, (sql, whole, queries) in times.items():
            ratio = sql / times["S"][0] if name == "L" and "S" in times else None
            good = good and (ratio is None or ratio <= LIMIT)
            print(f"{label:16}{name:>6}{sql:9.1f}{whole:9.1f}{queries:9d}" + (f"{ratio:8.2f}" if ratio else ""))
    for store in stores.values():
        store.close()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overview", description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", help="S, M, L (default: all)")
    parser.add_argument("--keep", type=Path, help="a folder where builds are kept and found again")
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    names = asked.sizes or list(SIZES)
    if unknown := [name for name in names if name not in SIZES]:
        parser.error(f"no such size: {', '.join(unknown)}")
    with tempfile.TemporaryDirectory(prefix="careerdash-bench-") as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        good = run(names, folder, asked.rounds)
    print(f"L / S {'within' if good else 'above'} the limit of {LIMIT:g}" if {"S", "L"} <= set(names) else "")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
