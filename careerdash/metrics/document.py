"""All numbers of one day as one document, as the command line prints it."""

from datetime import date
from typing import Any

from careerdash.store import Store

from .catalogue import CATALOGUE
from .filters import Filters
from .series import series
from .values import MetricValue, values


def document(store: Store, as_of: date, filters: Filters) -> dict[str, Any]:
    """Day, build, filters, all metrics and all series; ready for JSON."""
    found = values(store, as_of, filters)
    return {
        "as_of": as_of.isoformat(),
        "data_day": store.data_day.isoformat(),
        "build": store.build_id,
        "filters": filters.as_json(),
        "metrics": {key: _printed(key, value) for key, value in found.items()},
        "series": series(store, as_of, filters),
    }


def _printed(key: str, value: MetricValue) -> dict[str, Any]:
    printed: dict[str, Any] = {
        "value": value.value, "numerator": value.numerator, "denominator": value.denominator,
        "left_out": dict(value.left_out)}
    if CATALOGUE[key].has_interval:
        printed |= {"low": value.low, "high": value.high}
    return printed
