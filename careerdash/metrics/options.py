"""What the filters may be set to."""

from careerdash.store import Store

from .counts import query


def options(store: Store) -> dict[str, list[str]]:
    """The values of each filter that occur on the build's day, in order; "-" (unknown) last where it occurs."""
    found: dict[str, list[str]] = {"program": [], "cohort": [], "department": []}
    for row in store.rows(query("options")):
        found[row["dimension"]].append(row["value"])
    return {name: sorted(values, key=lambda value: (value == "-", value)) for name, values in found.items()}
