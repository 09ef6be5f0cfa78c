"""Columns as codes: each different text once, and a small number a row.

Large text files come this way, so that memory and time follow the different values and not the rows. All that
works on such a column works once a value; a plain column goes through the same functions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def is_coded(array: pa.Array) -> bool:
    """Whether an array is codes and a dictionary."""
    return bool(pa.types.is_dictionary(array.type))


def spelled(array: pa.Array) -> pa.Array:
    """The array with its texts spelled out."""
    return array.dictionary_decode() if is_coded(array) else array


def changed(array: pa.Array, change: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """The array with each text changed; `change` may map several texts to one, and to null."""
    if not is_coded(array):
        return change(array)
    new = change(array.dictionary).dictionary_encode()
    codes = small(new.indices, len(new.dictionary)).take(array.indices)
    return pa.DictionaryArray.from_arrays(codes, new.dictionary)


def where(array: pa.Array, says: Callable[[pa.Array], pa.Array]) -> np.ndarray:
    """Boolean, not to be written to: rows of which a test says true; null is false."""
    found = pc.fill_null(says(array.dictionary if is_coded(array) else array), False)
    if not pc.any(found).as_py():
        return np.broadcast_to(np.False_, len(array))
    if not is_coded(array):
        plain: np.ndarray = found.to_numpy(zero_copy_only=False)
        return plain
    true = np.append(found.to_numpy(zero_copy_only=False), False)
    mask: np.ndarray = true[codes_of(array)]
    return mask


def codes_of(array: pa.DictionaryArray) -> np.ndarray:
    """The codes of a coded array, -1 where it is null."""
    codes: np.ndarray = pc.fill_null(array.indices, -1).to_numpy(zero_copy_only=False)
    return codes


def pruned(array: pa.DictionaryArray) -> tuple[np.ndarray, pa.Array]:
    """Codes and values of a part, the values in the order in which they first occur, without those that do not."""
    codes, size = codes_of(array), len(array.dictionary)
    first = np.full(size + 1, len(codes), dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1, dtype=np.int32)  # the last one written is the first row
    used = np.flatnonzero(first[:size] < len(codes))
    used = used[np.argsort(first[used], kind="stable")]
    if len(used) == size and (used == np.arange(size)).all():
        return codes.astype(np.int32), array.dictionary
    place = np.full(size + 1, -1, dtype=np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    return place[codes], array.dictionary.take(pa.array(used))


def together(arrays: Sequence[pa.Array]) -> pa.Array:
    """One array of several, plain or each with a dictionary of its own."""
    if len(arrays) == 1 and not is_coded(arrays[0]):
        return arrays[0]
    if not any(map(is_coded, arrays)):
        return pa.concat_arrays(arrays)
    coded = [array if is_coded(array) else array.dictionary_encode() for array in arrays]
    wide = pa.dictionary(pa.int32(), pa.string())
    whole = pa.chunked_array([array.cast(wide) for array in coded], wide).unify_dictionaries()
    dictionary = whole.chunk(0).dictionary if whole.num_chunks else pa.array([], pa.string())
    return pa.DictionaryArray.from_arrays(
        pa.concat_arrays([small(chunk.indices, len(dictionary)) for chunk in whole.chunks]), dictionary)


def constant(text: str, rows: int) -> pa.DictionaryArray:
    """The same text in every row."""
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, dtype=np.int8)), pa.array([text], pa.string()))


def small(codes: pa.Array, size: int) -> pa.Array:
    """Codes in as few bytes as they need."""
    return codes.cast(pa.int8() if size < 2**7 else pa.int16() if size < 2**15 else pa.int32())
