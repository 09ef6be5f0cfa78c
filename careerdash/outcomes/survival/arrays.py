"""Input of the survival functions: checked once, in one place, with the rows named that are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

Z = 1.959963984540054
"""The normal quantile of every 95 % interval."""

SHOWN_ROWS = 10


@dataclass(frozen=True, eq=False)
class Observed:
    """Rows under observation on (entry, stop]. All arrays have shape (n,)."""

    entry: Floats | None
    stop: Floats
    event: Bools
    weights: Floats | None


def observed(stop: ArrayLike, event: ArrayLike, entry: ArrayLike | None = None,
             weights: ArrayLike | None = None) -> Observed:
    """The rows as arrays.

    Raises ValueError, naming the rows (counted from 0), for unequal lengths, missing or infinite numbers,
    entry >= stop (an entry of None is 0), an event that is not 0 or 1, and weights of 0 or less.
    """
    stops = numbers(stop, "stop")
    if stops.ndim != 1:
        raise ValueError("stop: one number a row is needed")
    entries = None if entry is None else numbers(entry, "entry", len(stops))
    started = np.zeros(len(stops)) if entries is None else entries
    refuse(started >= stops, "entry is not before stop")
    given = None if weights is None else numbers(weights, "weights", len(stops))
    if given is not None:
        refuse(given <= 0, "weights: above 0 is needed")
    return Observed(entries, stops, flags(event, "event", len(stops)), given)


def numbers(values: ArrayLike, name: str, length: int | None = None) -> Floats:
    """Finite numbers. Raises ValueError naming the rows."""
    try:
        array: Floats = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        array = np.array([_number(value) for value in _listed(values)], dtype=np.float64)
    same_length(array, name, length)
    bad = ~np.isfinite(array)
    refuse(np.asarray(bad.any(axis=1)) if bad.ndim == 2 else bad, f"{name}: a finite number is needed")
    return array


def flags(values: ArrayLike, name: str, length: int) -> Bools:
    """0 or 1, false or true. Raises ValueError naming the rows."""
    array = numbers(values, name, length)
    refuse((array != 0) & (array != 1), f"{name}: 0 or 1 is needed")
    result: Bools = array == 1
    return result


def labels(values: ArrayLike, name: str, length: int) -> tuple[NDArray[Any], Ints]:
    """The distinct labels, sorted, and the number of each row's label. Raises ValueError naming the rows."""
    array = np.asarray(values)
    same_length(array, name, length)
    if array.dtype.kind == "f":
        refuse(np.isnan(array), f"{name}: a value is needed")
    if array.dtype.kind == "O":
        missing = np.array([value is None or value != value for value in array], dtype=bool)
        refuse(missing, f"{name}: a value is needed")
        kinds = {type(value) for value in array}
        if len(kinds) > 1 and not all(issubclass(kind, int | float | np.number) for kind in kinds):
            array = np.array([str(value) for value in array])
    distinct, codes = np.unique(array, return_inverse=True)
    return distinct, codes.astype(np.int64)


def sums(places: Ints, amounts: NDArray[Any], size: int) -> Floats:
    """Sums of amounts by place: shape (size,)."""
    return np.bincount(places, amounts, size).astype(np.float64, copy=False)


def same_length(array: NDArray[Any], name: str, length: int | None) -> None:
    """Raises ValueError where the array has another number of rows."""
    if length is None or (array.ndim and len(array) == length):
        return
    have = len(array) if array.ndim else 0
    first = f"row {min(have, length)} is the first without a partner" if array.ndim else "one value a row is needed"
    raise ValueError(f"{name} has {have} rows, stop has {length}: {first}")


def refuse(bad: NDArray[Any], what: str) -> None:
    """Raises ValueError naming the rows where `bad` is true."""
    rows: Sequence[int] = np.flatnonzero(bad).tolist()
    if rows:
        shown = ", ".join(map(str, rows[:SHOWN_ROWS]))
        more = f" and {len(rows) - SHOWN_ROWS} more" if len(rows) > SHOWN_ROWS else ""
        raise ValueError(f"{what}: row{'s' if len(rows) > 1 else ''} {shown}{more}")


def _listed(values: ArrayLike) -> list[Any]:
    return list(values) if isinstance(values, Sequence | np.ndarray) else [values]


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return np.nan
