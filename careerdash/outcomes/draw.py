"""The draw: beside each mentee up to five colleagues who were alike and free that day, in the order of digests."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from .digest import Keys, Pieces, md5
from .survival.arrays import Bools, Ints

MOST = 5
"""Colleagues drawn beside a mentee."""

_LOOKED_AT = 30
"""Of a mentee's many candidates about so many, those with the smallest digests, are put in order."""

_COMPARED = 500_000
"""Mentees times stretches of the same cell whose days are compared together: a few megabytes."""

_AT_ONCE = 65_536
"""Candidates hashed together at least."""

_THREADS = 2


@dataclass(frozen=True, eq=False)
class Asking:
    """Mentees by cell: place of their spell, person, cell, day of the match; all of shape (m,)."""

    place: Ints
    person: Ints
    cell: Ints
    day: Ints


@dataclass(frozen=True, eq=False)
class Free:
    """Stretches of days [since, until) on which somebody can be drawn, by cell; all of shape (s,)."""

    place: Ints
    person: Ints
    cell: Ints
    since: Ints
    until: Ints


def drawn(asking: Asking, free: Free, ids: Sequence[str], seed: int) -> Ints:
    """(mentee's place, colleague's place), shape (p, 2): by mentee's place, colleagues in the order of digests.

    ids: of each person number. The digest is that of `{seed}|{mentee}|{colleague}`.
    """
    openings = Pieces.of([f"{seed}|{ids[number]}|" for number in asking.person.tolist()])
    names = Pieces.of(ids)

    def first(candidates: tuple[Ints, Ints]) -> Ints:
        mentee, spot = candidates
        return _first(mentee, spot, *md5(openings, names, mentee, free.person[spot]))

    with ThreadPoolExecutor(_THREADS) as pool:  # numpy lets go of the interpreter while it works
        parts = list(pool.map(first, _candidates(asking, free)))
    mentee, spot = np.concatenate(parts).T if parts else np.empty((2, 0), dtype=np.int64)
    pairs = np.column_stack((asking.place[mentee], free.place[spot]))
    return pairs[np.argsort(pairs[:, 0], kind="stable")]


def _candidates(asking: Asking, free: Free) -> Iterator[tuple[Ints, Ints]]:
    """Rows of mentees and of stretches that fit them, some cells at a time; a mentee's are never torn apart."""
    held: list[tuple[Ints, Ints]] = []
    for rows, stretches in _cells(asking, free):
        held.append(_fitting(asking, free, rows, stretches))
        if sum(len(mentee) for mentee, _ in held) >= _AT_ONCE:
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _joined(held: Sequence[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    return np.concatenate([mentee for mentee, _ in held]), np.concatenate([spot for _, spot in held])


def _cells(asking: Asking, free: Free) -> Iterator[tuple[slice, slice]]:
    """Mentees of one cell, not too many at once, and the stretches of that cell."""
    edges = np.flatnonzero(np.diff(asking.cell, prepend=-1, append=-1)) if len(asking.cell) else np.empty(0, np.int64)
    for first, last in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        begin, end = np.searchsorted(free.cell, asking.cell[first] + np.array([0, 1])).tolist()
        step = max(1, _COMPARED // max(1, end - begin))
        for start in range(first, last, step):
            yield slice(start, min(start + step, last)), slice(begin, end)


def _fitting(asking: Asking, free: Free, rows: slice, stretches: slice) -> tuple[Ints, Ints]:
    day = asking.day[rows, None].astype(np.int32)
    fits = free.since[stretches].astype(np.int32) <= day
    fits &= free.until[stretches].astype(np.int32) > day
    mentee, spot = np.divmod(np.flatnonzero(fits), fits.shape[1])  # a third of the time of nonzero in two dimensions
    mentee, spot = mentee + rows.start, spot + stretches.start
    others = asking.person[mentee] != free.person[spot]
    return mentee[others], spot[others]


def _first(mentee: Ints, spot: Ints, high: Keys, low: Keys) -> Ints:
    """Rows of mentees and of their first stretches in the order of digests: shape (p, 2)."""
    near = _near(mentee, high)
    mentee, spot, high, low = mentee[near], spot[near], high[near], low[near]
    order = np.lexsort((low, high, mentee))
    mentee, spot = mentee[order], spot[order]
    rank = np.arange(len(mentee)) - np.searchsorted(mentee, mentee)
    return np.column_stack((mentee, spot))[rank < MOST]


def _near(mentee: Ints, high: Keys) -> Bools:
    """Candidates with digests so small that their mentee's first five are among them: all where five are not."""
    if not len(mentee):
        return np.zeros(0, dtype=bool)
    row = mentee - mentee[0]
    count = np.bincount(row)
    limit = np.full(len(count), np.iinfo(np.uint64).max)
    many = count > _LOOKED_AT
    limit[many] = (2.0**64 * _LOOKED_AT / count[many]).astype(np.uint64)
    near: Bools = high <= limit[row]
    short = np.bincount(row[near], minlength=len(count)) < MOST
    return np.asarray(near | short[row])
