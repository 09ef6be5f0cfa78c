"""MD5 of millions of short texts, in numpy, for the draw of colleagues.

Source: RFC 1321. A text is made of two pieces, so that a piece that many texts share is written down once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .survival.arrays import Ints

Words = NDArray[np.uint32]
Keys = NDArray[np.uint64]

_BLOCK = 64
_AT_ONCE = 8192
"""Texts hashed together: few enough for the processor's cache, many enough to be worth a call (measured)."""

_START = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
_SINES: Words = np.floor(np.abs(np.sin(np.arange(1, 65, dtype=np.float64))) * 2**32).astype(np.uint32)
_TURNS = tuple(turns[step % 4] for turns in ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
               for step in range(16))
_PLACES = tuple((factor * step + shift) % 16 for factor, shift in ((1, 0), (5, 1), (3, 5), (7, 0))
                for step in range(16))


@dataclass(frozen=True, eq=False)
class Pieces:
    """Texts in UTF-8: their bytes, shape (n, longest), and the length of each, shape (n,)."""

    letters: NDArray[np.uint8]
    length: Ints

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Pieces":
        """These texts."""
        coded = [text.encode("utf-8") for text in texts]
        length = np.array([len(one) for one in coded], dtype=np.int64)
        longest = int(length.max(initial=0))
        whole = b"".join(one.ljust(longest, b"\0") for one in coded)
        return cls(np.frombuffer(whole, dtype=np.uint8).reshape(len(coded), longest), length)


def md5(first: Pieces, second: Pieces, one: Ints, other: Ints) -> tuple[Keys, Keys]:
    """Digests of the texts first[one] + second[other], shape (n,): upper and lower half, as numbers.

    As numbers they are in the order of the digests' hexadecimal spelling.

    >>> high, low = md5(Pieces.of(["1|a|"]), Pieces.of(["b"]), np.array([0]), np.array([0]))
    >>> f"{int(high[0]):016x}{int(low[0]):016x}"
    '16af4b0bde4e806ed27cfd5db96def24'
    """
    high, low = np.empty(len(one), np.uint64), np.empty(len(one), np.uint64)
    shape = first.length[one] * (int(second.length.max(initial=0)) + 1) + second.length[other]
    for kind in np.unique(shape):
        alike = np.flatnonzero(shape == kind)
        for start in range(0, len(alike), _AT_ONCE):
            some = alike[start:start + _AT_ONCE]
            high[some], low[some] = _hashed(_padded(first, second, one[some], other[some]))
    return high, low


def _padded(first: Pieces, second: Pieces, one: Ints, other: Ints) -> Words:
    """The padded texts as words, shape (16 * blocks, n); their pieces are of the same two lengths."""
    before, after = int(first.length[one[0]]), int(second.length[other[0]])
    total = before + after
    letters = np.zeros((len(one), ((total + 8) // _BLOCK + 1) * _BLOCK), dtype=np.uint8)
    letters[:, :before] = first.letters[one, :before]
    letters[:, before:total] = second.letters[other, :after]
    letters[:, total] = 0x80
    letters[:, -8:] = np.frombuffer((8 * total).to_bytes(8, "little"), dtype=np.uint8)
    return np.ascontiguousarray(letters.view("<u4").T).astype(np.uint32, copy=False)


def _hashed(words: Words) -> tuple[Keys, Keys]:
    state = [np.full(words.shape[1], word, dtype=np.uint32) for word in _START]
    for block in range(0, len(words), 16):
        a, b, c, d = state
        for step in range(64):
            mixed = _mixed(step // 16, b, c, d)
            mixed += a
            mixed += _SINES[step]
            mixed += words[block + _PLACES[step]]
            turned = mixed << np.uint32(_TURNS[step])
            mixed >>= np.uint32(32 - _TURNS[step])
            turned |= mixed
            turned += b
            a, b, c, d = d, turned, b, c
        state = [old + new for old, new in zip(state, (a, b, c, d), strict=True)]
    swapped = [word.byteswap().astype(np.uint64) for word in state]
    return (swapped[0] << np.uint64(32)) | swapped[1], (swapped[2] << np.uint64(32)) | swapped[3]


def _mixed(turn: int, b: Words, c: Words, d: Words) -> Words:
    """The function of the turn, of four: F, G, H, I in the source."""
    if turn < 2:
        chosen, kept, by = (c, d, b) if turn == 0 else (b, c, d)
        mixed = chosen ^ kept
        mixed &= by
        mixed ^= kept
    elif turn == 2:
        mixed = b ^ c
        mixed ^= d
    else:
        mixed = ~d
        mixed |= b
        mixed ^= c
    return mixed
