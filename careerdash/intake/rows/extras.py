"""Columns that map to nothing: kept with their row as the text of a JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..coded import changed, spelled
from ..model import ERROR, Column
from .regions import Region

_ESCAPED = r'["\\\x00-\x1f]'


def has_extras(region: Region) -> bool:
    """Whether any column that maps to nothing holds a cell."""
    return any(column.kind != ERROR for _, column in _columns(region))


def extras_of(region: Region, rows: np.ndarray) -> pa.Array:
    """JSON object text of the columns that map to nothing, for some data rows; null where a row has none."""
    pieces = []
    whole = len(rows) == region.rows
    for key, column in _columns(region):
        if column.kind == ERROR:
            continue
        part = column if whole else column.take(rows)
        texts = spelled(changed(part.text, _quoted))
        if not isinstance(part.kind, str):
            texts = pc.if_else(pc.equal(part.kind, ERROR), pa.scalar(None, pa.string()), texts)
        pieces.append(pc.binary_join_element_wise(f", {key}: ", texts, ""))
    if not pieces:
        return pa.nulls(len(rows), pa.string())
    # nulls are filled by hand: `null_handling="skip"` of pyarrow 26 loses rows that are null throughout
    joined = pc.utf8_slice_codeunits(pc.binary_join_element_wise(*(pc.fill_null(one, "") for one in pieces), ""), 2)
    return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()),
                      pc.binary_join_element_wise("{", joined, "}", ""))


def _columns(region: Region) -> Iterator[tuple[str, Column]]:
    """Key (as JSON) and cells of each column that maps to nothing and holds something."""
    seen: dict[str, int] = {}
    for column in region.decision["columns"]:
        if column["role"] != "extra" and not column.get("options", {}).get("other"):
            continue
        part = region.parts[column["at"] - region.decision["left"]]
        if part.text.null_count == len(part):
            continue
        name = column["header"] or f"Column {column['column']}"
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            name = f"{name} ({column['column']})"
        yield json.dumps(name, ensure_ascii=False), part


def _quoted(texts: pa.Array) -> pa.Array:
    """Texts as JSON, null for those of white space alone; python does those with characters to be escaped."""
    shown = pc.binary_join_element_wise("\"", texts, "\"", "")
    shown = pc.if_else(pc.equal(pc.utf8_trim_whitespace(texts), ""), pa.scalar(None, pa.string()), shown)
    special = pc.fill_null(pc.match_substring_regex(texts, _ESCAPED), False)
    if not pc.any(special).as_py():
        return shown
    escaped = [None if not text.strip() else json.dumps(text, ensure_ascii=False)
               for text in texts.filter(special).to_pylist()]
    return pc.replace_with_mask(shown, special, pa.array(escaped, pa.string()))
