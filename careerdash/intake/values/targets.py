"""What a column is meant for: a field of a table, one of a group, or a part of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careerdash.schema import TABLES, Field, Kind, typed_columns

_TARGET = re.compile(r"^(\w+)\.(\w+?)((?:\[[^\]]+\])*)$")
NAME_PARTS = ("first", "middle", "last")


@dataclass(frozen=True)
class Target:
    """A parsed target: `pair.mentee_name[1][last]` -> pair, mentee_name, group 1, name part last."""

    table: str
    column: str
    group: str | None = None
    piece: str | None = None

    @staticmethod
    def parse(text: str) -> Target:
        """Raises ValueError for a text that is no target."""
        found = _TARGET.match(text)
        if not found:
            raise ValueError(text)
        group = piece = None
        for part in re.findall(r"\[([^\]]+)\]", found[3]):
            if part in NAME_PARTS and found[2].endswith("name"):
                piece = part
            else:
                group = part
        return Target(found[1], found[2], group, piece)


def field_of(target: Target) -> tuple[Kind, Field | None]:
    """Kind and schema field of a target; references have no field of their own."""
    table = TABLES[target.table]
    kind = dict(typed_columns(table))[target.column]
    return kind, next((one for one in table.fields if one.name == target.column), None)
