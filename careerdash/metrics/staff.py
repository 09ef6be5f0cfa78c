"""The groups of people that stand behind the numbers of a published report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careerdash.store import Store

from .counts import query

MOVED = ("started_this_year", "closed_this_year", "started_last_year", "closed_last_year")


@dataclass(frozen=True)
class Staff:
    """Ids of people by group on a day. `rest`: employed and never a mentee. `silent`: asked and without an answer.

    moved: by `MOVED` the number of pairs and their mentees.
    """

    mentees: frozenset[str]
    other_mentees: frozenset[str]
    staff: frozenset[str]
    rest: frozenset[str]
    active_mentees: frozenset[str]
    answered: frozenset[str]
    silent: frozenset[str]
    active_pairs: int
    moved: Mapping[str, tuple[int, frozenset[str]]]

    @property
    def everybody(self) -> frozenset[str]:
        """All ids."""
        return self.mentees | self.other_mentees | self.staff


def staff(store: Store, as_of: date, programs: tuple[str, ...] | None) -> Staff:
    """The groups on a day, of the pairs of these programs; None: of all."""
    rows = [] if programs == () else store.rows(query("staff_people"), {
        "as_of": as_of, "programs": list(programs or ())})

    def those(flag: str) -> frozenset[str]:
        return frozenset(str(row["person_id"]) for row in rows if row[flag])

    moved: dict[str, tuple[int, set[str]]] = {name: (0, set()) for name in MOVED}
    for row in store.rows(query("moved_pairs"), {"as_of": as_of}):
        pairs, mentees = moved[row["name"]]
        moved[row["name"]] = (pairs + 1, mentees | {str(row["mentee_id"])})
    active = store.rows("SELECT count(*) AS n FROM pair_facts WHERE as_of = $as_of AND is_active", {"as_of": as_of})
    everybody = those("is_mentee")
    return Staff(
        those("in_scope"), those("other_scope"), those("is_staff"), those("is_staff") - everybody, those("active"),
        those("answered"), those("silent"), active[0]["n"],
        {name: (pairs, frozenset(mentees)) for name, (pairs, mentees) in moved.items()})


def first_start(store: Store) -> date | None:
    """The earliest start of a pair."""
    day: date | None = store.rows("SELECT min(start_date) AS day FROM pair")[0]["day"]
    return day


def programs(store: Store) -> list[dict[str, str | None]]:
    """All programs: program, participation, assignment, by name."""
    return store.rows("SELECT program, participation, assignment FROM program ORDER BY program")


def renamed_people(store: Store) -> dict[str, str]:
    """The id in force of each id that a person ever had."""
    rows = store.rows("SELECT old_id, id FROM identity WHERE kind = 'person' ORDER BY old_id")
    return {row["old_id"]: row["id"] for row in rows}
