"""Who of those that a file lists without a partner has one by now."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from careerdash.store import Store

from .counts import query
from .filters import Filters


class Person(Protocol):
    """A person as a file names them, in a program; what it does not say is empty."""

    @property
    def side(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def program(self) -> str: ...
    @property
    def cohort(self) -> str: ...


def without_partner(store: Store, as_of: date, filters: Filters, people: tuple[Person, ...]) -> list[int]:
    """The places of those who are in no open or planned pair on their side, in their program, on the day.

    Programs and cohorts are narrowed to the filters; a department is none that such a row says, and does not count.
    """
    seen = [place for place, person in enumerate(people) if _wanted(filters.program, person.program)
            and _wanted(filters.cohort, person.cohort)]
    if not seen:
        return []
    rows = store.rows(query("partnered"), {
        "as_of": as_of, **{f"{name}s": [str(getattr(people[place], field)) for place in seen] for name, field in (
            ("side", "side"), ("id", "person_id"), ("email", "email"), ("name", "name"), ("program", "program"))}})
    paired = {seen[row["place"] - 1] for row in rows}
    return [place for place in seen if place not in paired]


def _wanted(chosen: Sequence[str], value: str) -> bool:
    return not chosen or (value or "-") in chosen
