"""What the filters may be set to."""

from collections.abc import Sequence

from careerdash.store import Store

from .counts import query


def options(store: Store, programs: Sequence[str] | None = None) -> dict[str, list[str]]:
    """The values of each filter that occur on the build's day, in order; "-" (unknown) last where it occurs.

    `programs`: values of their pairs alone; None: of all.
    """
    found: dict[str, list[str]] = {"program": [], "cohort": [], "department": []}
    rows = store.rows(query("options")) if programs is None else store.rows(
        query("options_of_programs"), {"programs": list(programs)})
    for row in rows:
        found[row["dimension"]].append(row["value"])
    return {name: sorted(values, key=lambda value: (value == "-", value)) for name, values in found.items()}
