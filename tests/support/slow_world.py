"""The rows that the slow version reads, and the limits as the definitions give them.

Nothing in the slow version is shared with the program: no SQL, no rules from the schema, nothing precomputed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Row = Mapping[str, Any]

LIMITS: dict[str, float] = {
    "default_cadence_days": 30, "grace_min_days": 3, "grace_divisor": 4, "new_max_days": 30, "ending_days": 7,
    "end_tolerance_days": 7, "due_age_1": 30, "due_age_2": 45, "due_age_3": 60, "due_age_4": 90,
    "due_age_meetings_min": 30, "due_age_meetings_max": 120, "due_age_7": 120, "goals_max": 2,
    "roadmap_milestones": 3, "meetings_min_days": 2, "meetings_coverage": 0.6, "records_min": 2, "records_share": 0.8,
    "answer_stale_days": 365, "response_min_age": 30, "no_data_age": 30, "overdue_milestones": 2, "overdue_days": 30,
    "low_satisfaction": 2, "low_satisfaction_days": 90, "disagree_points": 3, "disagree_days": 60,
    "disagree_apart_days": 30, "ticked_no_evidence": 2}


class World:
    """All rows of a build and its data day."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], data_day: date,
                 settings: Sequence[tuple[str, str | None, float]] = ()) -> None:
        self.tables, self.data_day = tables, data_day
        self.settings = {(key, program): value for key, program, value in settings}

    def rows(self, table: str) -> Sequence[Row]:
        return self.tables.get(table, ())

    def of(self, table: str, pair: Row) -> list[Row]:
        return [row for row in self.rows(table) if row["pair_id"] == pair["pair_id"]]

    def limit(self, key: str, pair: Row) -> float:
        program = pair.get("program")
        if program is not None and (key, program) in self.settings:
            return self.settings[key, program]
        return self.settings.get((key, None), LIMITS[key])

    def program_has(self, table: str, pair: Row, by: date | None = None) -> bool:
        """A single row in the table, of any pair of the program (pairs without one are a group of their own)."""
        members = {other["pair_id"] for other in self.rows("pair") if other.get("program") == pair.get("program")}
        return any(row["pair_id"] in members and (by is None or row["date"] <= by) for row in self.rows(table))

    def spell(self, person_id: str | None, day: date) -> Row | None:
        """The row with the latest hire_date by the day, a missing one being earliest."""
        known = [row for row in self.rows("person") if person_id is not None and row["person_id"] == person_id
                 and (row.get("hire_date") is None or row["hire_date"] <= day)]
        return max(known, key=lambda row: row.get("hire_date") or date.min, default=None)

    def department(self, person_id: str | None, day: date) -> str | None:
        row = self.spell(person_id, day)
        return None if row is None else row.get("department")


def exists_by(value: date | None, day: date) -> bool:
    return value is None or value <= day


def is_held(row: Row) -> bool:
    status = row.get("status")
    return status == "held" or (status is None and row["date"] <= row["row_data_day"])
