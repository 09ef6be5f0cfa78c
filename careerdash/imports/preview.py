"""Compare before publish: what an import would change, cell by cell as far as a person reads."""

from dataclasses import asdict
from typing import Any

from careerdash.build.compare import Comparison

from .balance import issue_counts
from .effect import Effect
from .parts import Part

CELLS_SHOWN = 200
PAIRS_SHOWN = 50


def preview(part: Part, comparison: Comparison, moved: Effect) -> dict[str, Any]:
    """What `import --dry-run` adds for one file, JSON-able.

    {"changed_cells": n, "cells": [{"table", "who", "sheet", "row", "field", "old", "new"}] (the first), "duplicate",
    "conflicting": rows, "missing_pairs": n (running ones, of programs that the file holds), "pairs": [who] (the
    first), "now_waiting", "came_in": rows of earlier imports, "newly_silent", "numbers": as the receipt keeps them}.
    """
    cells: list[dict[str, Any]] = []
    changed = 0
    for table, counts in part.changes.items():
        if counts["changed"]:
            found, many = comparison.cells(part.entry.import_id, table, CELLS_SHOWN)
            cells += [asdict(cell) for cell in found]
            changed += many
    codes = issue_counts(part.balance["issues"])
    gone = comparison.missing_pairs(part.entry.import_id) if part.changes.get("pair", {}).get("missing") else []
    return {"changed_cells": changed, "cells": cells[:CELLS_SHOWN], "duplicate": part.balance["rows"]["duplicate"],
            "conflicting": codes.get("duplicate_id", 0), "missing_pairs": len(gone),
            "pairs": _named(comparison, gone[:PAIRS_SHOWN]), **moved.document()}


def _named(comparison: Comparison, pairs: list[dict[str, Any]]) -> list[str]:
    names = comparison.names([pair[side] for pair in pairs for side in ("mentor_id", "mentee_id")])
    return [f"{names.get(pair['mentor_id'], pair['mentor_id'])} – {names.get(pair['mentee_id'], pair['mentee_id'])}"
            for pair in pairs]
