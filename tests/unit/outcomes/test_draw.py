"""The draw of colleagues: digests as everybody computes them, and the first five of many."""

import hashlib
from random import Random

import numpy as np
import pytest

from careerdash.outcomes.digest import Pieces, md5
from careerdash.outcomes.draw import Asking, Free, drawn


def test_digests_are_those_of_the_standard_library() -> None:
    """Texts of nothing to three blocks, both sides of each block's edge, with letters of two bytes."""
    random = Random(1)
    first = ["", *(f"{random.randint(-9, 9)}|{'é' * random.randint(0, 40)}|" for _ in range(40))]
    second = ["x" * length for length in range(130)]
    one, other = np.divmod(np.arange(len(first) * len(second)), len(second))
    high, low = md5(Pieces.of(first), Pieces.of(second), one, other)
    for place in range(len(one)):
        text = first[one[place]] + second[other[place]]
        assert f"{int(high[place]):016x}{int(low[place]):016x}" == hashlib.md5(text.encode()).hexdigest()


@pytest.mark.parametrize("crowd", [3, 30, 400])
def test_the_first_five_of_a_crowd(crowd: int) -> None:
    """Everybody is free in the same cell, so that the five smallest digests of all others are drawn."""
    ids = [f"E{number}" for number in range(crowd)]
    everybody, zeros = np.arange(crowd), np.zeros(crowd, dtype=np.int64)
    asking, free = Asking(everybody, everybody, zeros, zeros), Free(everybody, everybody, zeros, zeros, zeros + 1)
    found = drawn(asking, free, ids, 7)
    for mentee in range(crowd):
        others = [other for other in range(crowd) if other != mentee]
        others.sort(key=lambda other: hashlib.md5(f"7|{ids[mentee]}|{ids[other]}".encode()).hexdigest())
        assert found[found[:, 0] == mentee, 1].tolist() == others[:5]


def test_nobody_asks_or_nobody_is_free() -> None:
    nothing, one = np.empty(0, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for some, others in ((nothing, one), (one, nothing)):
        found = drawn(Asking(some, some, some, some), Free(others, others, others, others, others + 1), ["a"], 1)
        assert found.shape == (0, 2)
