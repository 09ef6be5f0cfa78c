"""Invented programs of any size, written as typed rows, the way an import leaves them.

    python -m benchmarks.generate L OUT      # 100,000 pairs, 5,000,000 check-ins as Parquet

numpy and pyarrow write straight what intake would have typed, so that a benchmark measures the build and
the pages, not the reading of workbooks. The same size and seed give the same rows.
"""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from careerdash.build.plan import BuildPlan, Source
from careerdash.schema import FLAG_COLUMNS, TABLES, VOCABULARIES, Table, typed_columns

DATA_DAY = date(2026, 10, 31)
_D = (DATA_DAY - date(1970, 1, 1)).days
_YEARS = 3 * 365
_LIFE = 300  # days that a pair is meant to last
_ARROW = {"id": pa.string(), "text": pa.string(), "word": pa.string(), "emails": pa.string(), "date": pa.date32(),
          "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
_PROGRAMS = ("Start Well", "Career Draw", "Leadership Pathways")
_DEPARTMENTS = ("Engineering", "Operations", "Support", "Sales", "Logistics", "Finance", "Marketing", "Research",
                "People", "Legal")
_COHORTS = tuple(f"{season} {year}" for year in (2023, 2024, 2025, 2026) for season in ("Spring", "Autumn"))
Columns = dict[str, pa.Array]


@dataclass(frozen=True)
class Size:
    """How many pairs and check-ins."""

    name: str
    pairs: int
    check_ins: int


SIZES = {size.name: size for size in (
    Size("S", 200, 4_000), Size("M", 5_000, 150_000), Size("L", 100_000, 5_000_000))}


class _Maker:
    """One size's rows; every method gives the columns of one table."""

    def __init__(self, size: Size, seed: int) -> None:
        self.rng = np.random.default_rng([seed, size.pairs, size.check_ins])
        self.n = size.pairs
        self.check_ins = size.check_ins
        self.people = max(20, size.pairs * 27 // 10)
        self.start = _D - self.rng.integers(0, _YEARS, self.n)
        ended = self.start + _LIFE <= _D
        early = self.rng.random(self.n) < 0.15
        life = np.where(early, self.rng.integers(60, _LIFE, self.n), _LIFE)
        self.end = self.start + life
        self.over = (self.end <= _D) & (ended | early)
        self.status = np.where(~self.over, "active", np.where(early, "ended_early", "completed"))
        self.last = np.where(self.over, self.end, _D)

    # --- small helpers -------------------------------------------------------------------------------------------

    def ids(self, prefix: str, numbers: np.ndarray) -> pa.Array:
        digits = pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), 7, "0")
        return pc.binary_join_element_wise(prefix, digits, "")

    def days(self, days: np.ndarray, missing: np.ndarray | None = None) -> pa.Array:
        return pa.array(days.astype(np.int32), mask=missing).cast(pa.date32())

    def words(self, words: tuple[str, ...], rows: int, weights: tuple[float, ...] | None = None) -> pa.Array:
        at = self.rng.choice(len(words), rows, p=weights)
        return pa.array(list(words)).take(pa.array(at))

    def flags(self, rows: int, share: float, missing: float = 0.06) -> pa.Array:
        return pa.array(self.rng.random(rows) < share, mask=self.rng.random(rows) < missing)

    def some(self, per_pair: float) -> np.ndarray:
        """Pair numbers of rows of which a pair has `per_pair` on average."""
        return np.sort(self.rng.integers(0, self.n, int(self.n * per_pair)))

    def within(self, pair: np.ndarray) -> np.ndarray:
        """A day of each pair's life."""
        span = np.maximum(self.last[pair] - self.start[pair], 0)
        days: np.ndarray = self.start[pair] + (self.rng.random(len(pair)) * (span + 1)).astype(np.int64)
        return days

    # --- tables --------------------------------------------------------------------------------------------------

    def person(self) -> Columns:
        rows = self.people
        number = np.arange(rows)
        hired = _D - self.rng.integers(30, 4_000, rows)
        left = hired + self.rng.integers(200, 4_000, rows)
        gone = (left > _D - _YEARS) & (left <= _D) & (self.rng.random(rows) < 0.7)
        return {
            "person_id": self.ids("E", number), "name": self.ids("Person ", number),
            "email": pc.binary_join_element_wise(self.ids("e", number), "@example.org", ""),
            "department": self.words(_DEPARTMENTS, rows),
            "level": self.words(("L1", "L2", "L3", "L4", "L5"), rows, (0.3, 0.3, 0.2, 0.15, 0.05)),
            "hire_date": self.days(hired), "exit_date": self.days(left, ~gone),
            "employment_status": pa.array(np.where(gone, "Terminated", "Active"))}

    def program(self) -> Columns:
        return {"program": pa.array(list(_PROGRAMS)),
                "participation": pa.array(["mandatory", "voluntary", "voluntary"]),
                "assignment": pa.array(["matched", "lottery", "chosen"]), "cadence_days": pa.array([7, 30, 14])}

    def pair(self) -> Columns:
        number = np.arange(self.n)
        mentees = (number * 9 // 10) % self.people  # a tenth of the mentees comes twice
        mentors = self.people - 1 - self.rng.integers(0, max(1, self.n // 2), self.n)
        cohort = np.clip((self.start - (_D - _YEARS)) * len(_COHORTS) // _YEARS, 0, len(_COHORTS) - 1)
        return {
            "pair_id": self.ids("M-", number), "program": self.words(_PROGRAMS, self.n),
            "cohort": pa.array(list(_COHORTS)).take(pa.array(cohort)),
            "mentor_id": self.ids("E", mentors), "mentee_id": self.ids("E", mentees),
            "start_date": self.days(self.start),
            "planned_end_date": self.days(self.start + _LIFE, self.rng.random(self.n) < 0.05),
            "end_date": self.days(self.end, ~self.over), "status": pa.array(self.status)}

    def check_in(self) -> Columns:
        rows = self.check_ins
        pair = np.sort(np.arange(rows) % self.n)
        turn = np.arange(rows) - np.searchsorted(pair, pair)
        each = np.bincount(pair, minlength=self.n)[pair]
        span = np.maximum(self.last[pair] - self.start[pair], 1)
        silent = (self.rng.random(self.n) < 0.1)[pair]
        share = (turn + self.rng.random(rows)) / each * np.where(silent, 0.5, 1.0)
        return {
            "check_in_id": self.ids("C", np.arange(rows)), "pair_id": self.ids("M-", pair),
            "date": self.days(self.start[pair] + (share * span).astype(np.int64)),
            "status": self.words(("held", "cancelled", "missed"), rows, (0.94, 0.04, 0.02)),
            "minutes": pa.array(self.rng.choice(np.array([30, 45, 60]), rows)),
            "evidence": self.words(("both", "mentor", "mentee", "calendar"), rows),
            "covered_progress": self.flags(rows, 0.86), "covered_challenges": self.flags(rows, 0.66),
            "covered_adjustments": self.flags(rows, 0.4), "has_record": self.flags(rows, 0.6)}

    def vision(self) -> Columns:
        pair = np.flatnonzero(self.rng.random(self.n) < 0.8)
        rows = len(pair)
        return {"pair_id": self.ids("M-", pair), "explored_values": self.flags(rows, 0.7),
                "explored_experience": self.flags(rows, 0.8), "explored_aspirations": self.flags(rows, 0.9),
                "on_file": self.flags(rows, 0.9), "statement_date": self.days(self.within(pair))}

    def goal(self) -> Columns:
        pair = self.some(1.4)
        rows = len(pair)
        target = self.start[pair] + self.rng.integers(150, _LIFE, rows)
        criteria = {field.name: self.flags(rows, 0.8) for field in TABLES["goal"].fields if field.kind == "boolean"}
        return {"goal_id": self.ids("G", np.arange(rows)), "pair_id": self.ids("M-", pair),
                "title": self.ids("Goal ", np.arange(rows)), "framework": self.words(("REAL", "SMARTY"), rows),
                **criteria, "set_date": self.days(self.start[pair] + self.rng.integers(3, 50, rows)),
                "original_target_date": self.days(target),
                "target_date": self.days(target + 30 * (self.rng.random(rows) < 0.2)),
                "status": self.words(("open", "achieved", "dropped"), rows, (0.5, 0.45, 0.05))}

    def milestone(self) -> Columns:
        pair = self.some(3.4)
        rows = len(pair)
        first = self.start[pair] + self.rng.integers(40, _LIFE, rows)
        due = first + self.rng.integers(7, 60, rows) * (self.rng.random(rows) < 0.2)
        done = due + self.rng.integers(-20, 40, rows)
        open_still = (done > self.last[pair]) | (self.rng.random(rows) < 0.08)
        return {"milestone_id": self.ids("S", np.arange(rows)), "pair_id": self.ids("M-", pair),
                "title": self.ids("Step ", np.arange(rows)),
                "kind": self.words(tuple(VOCABULARIES["milestone_kind"].words), rows),
                "original_due_date": self.days(first), "due_date": self.days(due),
                "completed_date": self.days(done, open_still),
                "status": pa.array(np.where(open_still, "open", "done"))}

    def checklist(self) -> Columns:
        pair = np.repeat(np.flatnonzero(self.rng.random(self.n) < 0.95), 7)
        rows = len(pair)
        return {"pair_id": self.ids("M-", pair), "item": pa.array(np.tile(np.arange(1, 8), rows // 7)),
                "done": self.flags(rows, 0.55, 0.2)}

    def resource(self) -> Columns:
        pair = self.some(0.65)
        rows = len(pair)
        return {"pair_id": self.ids("M-", pair), "name": self.ids("Supporter ", np.arange(rows)),
                "person_id": self.ids("E", self.rng.integers(0, self.people, rows)),
                "kind": self.words(tuple(VOCABULARIES["resource_kind"].words), rows),
                "connected_date": self.days(self.within(pair))}

    def feedback(self) -> Columns:
        pair = self.some(1.9)
        rows = len(pair)
        return {"feedback_id": self.ids("R", np.arange(rows)), "pair_id": self.ids("M-", pair),
                "respondent": self.words(("mentee", "mentor"), rows), "date": self.days(self.within(pair)),
                "satisfaction": pa.array(self.rng.choice(np.arange(1, 6), rows, p=(0.02, 0.03, 0.09, 0.4, 0.46))),
                "recommend": pa.array(self.rng.integers(3, 11, rows)), "met": self.flags(rows, 0.95)}

    def recognition(self) -> Columns:
        pair = self.some(0.5)
        return {"pair_id": self.ids("M-", pair), "date": self.days(self.within(pair)),
                "kind": self.words(("achievement", "adjustment"), len(pair))}


def typed_rows(table: Table, columns: Columns) -> pa.Table:
    """The columns completed to a typed table: what is not given is empty, rows are numbered as on a sheet."""
    rows = len(next(iter(columns.values())))
    given = {name: pa.array(np.zeros(rows, dtype=bool)) for name, _ in FLAG_COLUMNS.get(table.name, ())} | columns | {
        "source_sheet": pa.array(np.full(rows, table.name)), "source_row": pa.array(np.arange(2, rows + 2)),
        "source_part": pa.array(np.zeros(rows, dtype=np.int64))}
    return pa.table({name: given[name].cast(_ARROW[kind]) if name in given else pa.nulls(rows, _ARROW[kind])
                     for name, kind in typed_columns(table)})


def write_plan(folder: Path, size: Size, seed: int = 1) -> BuildPlan:
    """Writes one Parquet file a table into the folder; the plan of one import that brought them all."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = _Maker(size, seed)
    tables: dict[str, Path] = {}
    for name, table in TABLES.items():
        if name == "job_change":
            continue
        tables[name] = folder / f"{name}.parquet"
        pq.write_table(typed_rows(table, getattr(maker, name)()), tables[name])
    return BuildPlan((Source(1, DATA_DAY, f"{size.name}.xlsx", tables),), ())


def main() -> None:
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        raise SystemExit("python -m benchmarks.generate S|M|L OUT")
    plan = write_plan(Path(sys.argv[2]), SIZES[sys.argv[1]])
    for path in plan.sources[0].tables.values():
        print(f"{pq.read_metadata(path).num_rows:>10,}  {path}")


if __name__ == "__main__":
    main()
