"""What only people can say: which of several people a row means, and whether ids have lost their leading zeros."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from careerdash.schema import TABLES, Table

from .plan import LostZeros, RowIssue, WhoIsMeant

if TYPE_CHECKING:
    import duckdb

SQL = Path(__file__).parent / "sql" / "stage"
SHOWN = 5
"""People whom a sentence lists."""


def settle_ids(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `id_alias`, and writes the ids in it with the zeros that they lost.

    Only where the sheets say so themselves: ids of one length there, shorter ones here, and names or e-mails agree.
    """
    columns = [(table, column) for table in TABLES.values() for column, *_ in ways(table)]
    columns += [(TABLES["person"], "manager_id"), (TABLES["resource"], "person_id")]
    zeros = " or ".join(f"exists (from raw_{table.name} where starts_with({column}, '0'))" for table, column in columns)
    if not con.execute(f"select {zeros}").fetchall()[0][0]:
        con.execute((SQL / "no_alias.sql").read_text(encoding="utf-8"))
        return
    written = " union all ".join(f"select import_id, source_sheet as sheet, trim({column}) as id from raw_{table.name} "
                                 f"where {column} is not null" for table, column in columns)
    con.execute("create temp table written_id as select distinct import_id, sheet, id from "
                f"({written}) where regexp_full_match(id, '[0-9]{{1,18}}')")
    evidence = " union ".join(
        f"select trim({by_id}) as id, '{kind}' as kind, {key} as value from raw_{table.name} where {key} is not null "
        f"and trim({by_id}) in (select id from written_id)"
        for table in TABLES.values() for by_id, email, name in ways(table)
        for kind, key in (("email", f"email_key({email})"), ("name", f"name_key({name})")))
    con.execute(f"create temp table id_evidence as {evidence}")
    con.execute((SQL / "id_alias.sql").read_text(encoding="utf-8"))
    if con.execute("select count(*) from id_alias").fetchall()[0][0]:
        for table, column in columns:
            con.execute(f"update raw_{table.name} set {column} = a.id from id_alias a where trim({column}) = a.old_id")


def ways(table: Table) -> list[tuple[str, str, str]]:
    """The columns (id, e-mail, name) by which a row of the table says whom it is about."""
    if table.name == "person":
        return [("person_id", "email", "name")]
    sides = ["mentor", "mentee"] if table.names_pair or table.name == "pair" else []
    sides += {"feedback": ["respondent"], "job_change": ["person"]}.get(table.name, [])
    return [(f"{side}_id", f"{side}_email", f"{side}_name") for side in sides]


def ambiguous(con: duckdb.DuckDBPyConnection,
              notes: Sequence[RowIssue]) -> tuple[tuple[RowIssue, ...], tuple[WhoIsMeant, ...]]:
    """The notes, those on ambiguous people with a list of who fits; and the questions to ask, most rows first.

    They stay out of the build, whose remarks people read who may not see everyone.
    """
    if not any(note.code == "ambiguous_person" for note in notes):
        return tuple(notes), ()
    con.execute((SQL / "ambiguous.sql").read_text(encoding="utf-8"))
    text = (SQL / "ambiguous_row.sql").read_text(encoding="utf-8")
    for table in TABLES.values():
        for by_id, email, _ in ways(table):
            who = by_id.removesuffix("_id")
            con.execute(text.replace("{table}", table.name).replace("{who}", who).replace("{id}", by_id)
                        .replace("{stem}", email.removesuffix("email")))
    fits: dict[tuple[str | None, str | None], list[tuple[str, str]]] = {}
    for email, name, choice, label in con.execute(
            "select email, name_key, choice, label from person_choice order by all").fetchall():
        fits.setdefault((email, name), []).append((choice, label))
    rows = {(import_id, sheet, row, part, table): (who, fits[email, name]) for *place, who, email, name in con.execute(
        "select import_id, sheet, row, part, table_name, who, email, name_key from ambiguous "
        "order by who desc").fetchall() for import_id, sheet, row, part, table in (place,)}
    said = tuple(_listing(note, rows.get((note.import_id, note.sheet, note.row, note.part, note.table)))
                 for note in notes)
    asked = con.execute(
        "select import_id, sheet, table_name, who, written, email, name_key, count(distinct row) as n from ambiguous "
        "group by all order by n desc, import_id, sheet, table_name, who, written").fetchall()
    return said, tuple(WhoIsMeant(import_id, sheet, table, who, written, n, tuple(fits[email, name]))
                       for import_id, sheet, table, who, written, email, name, n in asked)


def _listing(note: RowIssue, found: tuple[str, list[tuple[str, str]]] | None) -> RowIssue:
    if note.code != "ambiguous_person" or found is None:
        return note
    who, people = found
    labels = [label for _, label in people[:SHOWN]]
    more = f" and {len(people) - SHOWN} more" if len(people) > SHOWN else ""
    listed = f"{', '.join(labels[:-1])} or {labels[-1]}" if len(labels) > 1 and not more else ", ".join(labels) + more
    return replace(note, column=who, message=(
        f"Several people fit: {listed}. Say which one is meant, or write the id or the e-mail in its place."))


def lost_zeros(con: duckdb.DuckDBPyConnection) -> tuple[LostZeros, ...]:
    """Sheets whose ids may lack leading zeros, where nothing says it for sure."""
    rows = con.execute("select import_id, sheet, ids, width, bare, padded, differ, plain, beside from lost_zeros "
                       "order by all").fetchall()
    return tuple(LostZeros(*row) for row in rows)
