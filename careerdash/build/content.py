"""The content hash: equal wherever the same rows are in force, whatever way they came."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from careerdash.schema import TABLES

if TYPE_CHECKING:
    import duckdb


def content_hash(con: duckdb.DuckDBPyConnection) -> str:
    """Hash over the fields of all rows of the twelve tables, 64 hex digits.

    Each row becomes one text (fields in schema order, a mark for unknown) and its md5 a number; the sum over a
    table does not depend on the order of its rows, so none has to be sorted. Sources, import ids, settings and
    derived tables do not count.
    """
    digest = hashlib.sha256()
    for table in TABLES.values():
        parts = ", ".join(f"coalesce(\"{field.name}\"::varchar, chr(30))" for field in table.fields)
        row = con.execute(
            f"select count(*), coalesce(sum(md5_number_lower(concat_ws(chr(31), {parts}))::hugeint), 0), "
            f"coalesce(sum(md5_number_upper(concat_ws(chr(31), {parts}))::hugeint), 0) from {table.name}").fetchone()
        digest.update(f"{table.name}:{row};".encode())
    return digest.hexdigest()
