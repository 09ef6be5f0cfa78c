"""What publishing would change: numbers, cells, pairs that are missing."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ... import formats
from ...imports.model import ImportResult
from ...words import imports as words
from ...words import review as review_words
from ...words.labels import TILES


def would_change(results: Sequence[ImportResult], missing_key: str, *, asked: bool = False) -> None:
    """The choice for pairs that are missing, and beneath it all that would change: folded away unless asked for."""
    found = [result for result in results if result.compare is not None]
    if not found:
        return
    gone = sum(int(_of(result)["missing_pairs"]) for result in found)
    if gone or st.session_state.get(missing_key) == "end":
        st.radio(review_words.missing(gone) if gone else "Pairs that are not in the file",
                 list(review_words.MISSING), format_func=review_words.MISSING.__getitem__, key=missing_key,
                 horizontal=True, help=formats.plain("; ".join(who for result in found
                                                               for who in _of(result)["pairs"])) or None)
    with st.expander("What would change", icon=":material/compare_arrows:", key=f"would_change_{asked}",
                     expanded=asked):
        _numbers(_of(found[0]))
        for result in found:
            _cells(result)


def _of(result: ImportResult) -> dict[str, Any]:
    return dict(result.compare or {})


def _numbers(compare: dict[str, Any]) -> None:
    """The effect is that of the whole batch: each file's trial holds the same."""
    st.dataframe([{"Number": TILES[number["key"]], "Now": number["was"] or "–", "Then": number["is"]}
                  for number in compare["numbers"]], hide_index=True, width="content")
    said = [f"{formats.count(compare[key], one)} {rest}" for key, one, rest in (
        ("newly_silent", "pair", "newly silent"),
        ("came_in", "row", "of earlier imports can be placed at last"),
        ("now_waiting", "row", "of earlier imports can be placed no more and would wait")) if compare[key]]
    if said:
        st.caption(formats.plain("; ".join(said)))


def _cells(result: ImportResult) -> None:
    compare = _of(result)
    st.markdown(f"**{formats.plain(result.file)}**")
    st.caption(formats.plain(formats.capital(words.changes(result.changes or {}))))
    said = [f"{formats.count(compare[key], 'row')} {rest}" for key, rest in (
        ("duplicate", "twice in the file"), ("conflicting", "repeating another with other values")) if compare[key]]
    if said:
        st.caption(formats.plain("; ".join(said)))
    if compare["cells"]:
        st.dataframe([review_words.cell_change(cell) for cell in compare["cells"]], hide_index=True)
        if compare["changed_cells"] > len(compare["cells"]):
            st.caption(f"{formats.number(compare['changed_cells'] - len(compare['cells']))} more changed cells")
