"""How a typed row names people and pairs: the columns beside a table's own fields."""

from .model import Field, Kind, Table
from .tables import FEEDBACK, PAIR

_SIDES = ("mentor", "mentee")


def person_stem(field: str) -> str:
    """`mentor_id` -> `mentor`: the stem of `mentor_email` and `mentor_name`."""
    return field.removesuffix("_id")


def reference_columns(table: Table) -> tuple[tuple[str, Kind], ...]:
    """Columns by which a row may name its people and its pair, beside the table's own fields.

    Person fields: `<stem>_email`, `<stem>_name`; in `pair` also `<stem>_alternate_emails`.
    Rows of a pair: `mentor_*`, `mentee_*` (id, email, name) and `program`.
    Feedback: also `respondent_id`, `respondent_email`, `respondent_name`.
    """
    columns: list[tuple[str, Kind]] = []
    for field in table.people:
        stem = person_stem(field)
        columns += [(f"{stem}_email", "text"), (f"{stem}_name", "text")]
        if table is PAIR:
            columns.append((f"{stem}_alternate_emails", "emails"))
    if table.names_pair:
        for side in _SIDES:
            columns += [(f"{side}_id", "id"), (f"{side}_email", "text"), (f"{side}_name", "text")]
        columns.append(("program", "text"))
    if table is FEEDBACK:
        columns += [("respondent_id", "id"), ("respondent_email", "text"), ("respondent_name", "text")]
    return tuple(columns)


SOURCE_COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("source_sheet", "text"), ("source_row", "integer"), ("source_part", "integer"), ("extras", "text"))
"""Where a typed row comes from; `source_part` counts the rows that one sheet row became, from 0."""

FLAG_COLUMNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "milestone": (("derive_original", "boolean"),),
    "goal": (("derive_original", "boolean"),),
    "check_in": (("weak", "boolean"), ("derived_record", "boolean")),
}
"""`derive_original`: the sheet holds no original dates, the first value imported is the original.
`weak`: the row comes from a "last met" or "next meeting" column; a log's own row is stronger.
`derived_record`: the sheet has no has_record column, the value follows from its notes; a given one is stronger."""


def typed_columns(table: Table) -> tuple[tuple[str, Kind], ...]:
    """All columns of a typed row of the table, in order: fields, references, flags, source."""
    own: tuple[tuple[str, Kind], ...] = tuple((field.name, field.kind) for field in table.fields)
    return own + reference_columns(table) + FLAG_COLUMNS.get(table.name, ()) + SOURCE_COLUMNS


def private_fields(table: Table) -> tuple[Field, ...]:
    """The fields that never leave the pair page."""
    return tuple(field for field in table.fields if field.privacy == "private")
