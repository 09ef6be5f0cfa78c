"""Which pairs a question is about: program, department of the mentee, cohort."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Dimension = Literal["program", "cohort", "department"]

_LEVEL: dict[Dimension, int] = {"program": 4, "cohort": 2, "department": 1}

NOWHERE = " "
"""No program's name: names are kept without spaces around them."""


@dataclass(frozen=True)
class Filters:
    """Values of one filter are alternatives, different filters combine; "-" stands for unknown.

    >>> Filters(program=("Alpha", "-")).level()
    4
    """

    program: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    cohort: tuple[str, ...] = ()

    def chosen(self, dimension: Dimension) -> tuple[str, ...]:
        """The values of one filter; none: all."""
        return {"program": self.program, "cohort": self.cohort, "department": self.department}[dimension]

    def within(self, programs: Sequence[str] | None) -> "Filters":
        """The same filters where only these programs are in sight; None: all are.

        What is asked for out of sight finds nothing, like a program that does not exist.

        >>> Filters().within(("Alpha",)).program, Filters(program=("Alpha", "Beta")).within(("Beta",)).program
        (('Alpha',), ('Beta',))
        >>> Filters(program=("Gamma",)).within(("Alpha",)).program == Filters().within(()).program == (NOWHERE,)
        True
        """
        if programs is None:
            return self
        seen = [name for name in self.program if name in programs] if self.program else programs
        return replace(self, program=tuple(seen) or (NOWHERE,))

    def level(self, *by: Dimension) -> int:
        """The level of the cubes that is just fine enough for these filters, split by these dimensions."""
        return sum(bit for name, bit in _LEVEL.items() if self.chosen(name) or name in by)

    def params(self) -> dict[str, Sequence[str]]:
        """The filters as parameters of a query."""
        return {name: list(self.chosen(name)) for name in _LEVEL}

    def as_json(self) -> dict[str, list[str]]:
        """The filters as printed with results."""
        return {"program": list(self.program), "department": list(self.department), "cohort": list(self.cohort)}
