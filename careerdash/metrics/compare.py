"""Metrics side by side: by program, cohort or department."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from careerdash.store import Store

from .catalogue import CATALOGUE
from .counts import of_groups
from .filters import Dimension, Filters
from .values import sources, value_of


def compare(store: Store, keys: Sequence[str], as_of: date, filters: Filters, by: Dimension) -> list[dict[str, Any]]:
    """One row a group: {"group": name, "values": {key: MetricValue}}, by name, unknown ("-") last.

    Raises KeyError for an unknown key, ValueError for `mentor_load`, which is not counted by group.
    """
    metrics = [CATALOGUE[key] for key in keys]
    if any(metric.kind == "load" for metric in metrics):
        raise ValueError("mentor_load cannot be compared")
    groups = of_groups(store, as_of, filters, sources(metrics), by)
    return [
        {"group": group, "values": {metric.key: value_of(metric, groups[group]) for metric in metrics}}
        for group in sorted(groups, key=lambda name: (name == "-", name))]
