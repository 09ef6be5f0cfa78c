"""Remarks on cells: grouped with counts, put right all of a kind at once or one by one, or in the user's own file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from ... import formats
from ...imports.grid import grid
from ...imports.marked import marked_copy, marked_name
from ...imports.model import ImportResult
from ...ledger.folder import DataFolder
from ...words import imports as words
from ...words import review as review_words
from ..downloads import XLSX, download_button
from . import session
from .session import Dropped

GROUPS_SHOWN = 20
_ROWS, _TEXTS = 200, 50
_ICONS = {"error": "error", "question": "help"}


def remarks(place: int, file: Dropped, result: ImportResult) -> None:
    """All remarks on a file: their kinds, texts to explain, cells to fix, and the marked copy."""
    issues = (result.balance or {})["issues"]
    groups = words.grouped(issues)
    if not groups:
        return
    count = sum(group.count for group in groups)
    with st.expander(f"{formats.count(count, 'remark')} on cells and rows", key=f"issues_{place}",
                     icon=":material/rule:", expanded=True):
        for group in groups[:GROUPS_SHOWN]:
            st.markdown(f":material/{_ICONS.get(group.kind, 'info')}: **{formats.plain(words.group_title(group))}**  \n"
                        f"{formats.plain(group.message)} :gray[{formats.plain('; '.join(group.examples))}]")
        if len(groups) > GROUPS_SHOWN:
            st.caption(f"{formats.number(len(groups) - GROUPS_SHOWN)} more kinds")
        _marked(place, file, issues, result)
    _texts(place, result, issues)
    _cells(place, result, issues)


def _marked(place: int, file: Dropped, issues: Sequence[Mapping[str, Any]], result: ImportResult) -> None:
    """The user's own workbook with these cells filled and commented, made at the click."""
    def make() -> bytes:
        with session.staged([file]) as (staged,):
            return marked_copy(DataFolder.default(), staged.path, file.name, issues, result.corrections)

    session.keep_answers(marked_name(file.name), {**result.corrections.answers, **session.said(place).answers})
    st.caption("Or correct these cells in your own workbook, where they are filled and commented, and drop it again.")
    download_button("Marked copy of the file", make, marked_name(file.name), XLSX, rows=None,
                    key=f"marked_{st.session_state[session.ROUND]}_{place}", icon=":material/edit_document:")


def _texts(place: int, result: ImportResult, issues: Sequence[Mapping[str, Any]]) -> None:
    """Texts that could not be used, by column: what each one means, here and in later files."""
    columns = {(sheet["name"], column["column"]): column for sheet in (result.balance or {})["sheets"]
               for table in sheet["tables"] for column in table["columns"]}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for issue in issues:
        if issue["value"] and issue["column"] and issue["code"] in (
                "unknown_word", "bad_date", "bad_number", "out_of_range", "ambiguous_date"):
            counts.setdefault((issue["sheet"], issue["column"]), Counter())[issue["value"]] += 1
    if not counts:
        return
    with st.form(f"texts_{st.session_state[session.ROUND]}_{place}"):
        st.markdown("**All of a kind**")
        st.caption("What a text means, wherever it stands in the column. It is remembered for later files.")
        answers: dict[str, str] = {}
        for (sheet, letter), texts in list(counts.items())[:GROUPS_SHOWN]:
            column = columns.get((sheet, letter))
            if column is None:
                continue
            st.caption(formats.plain(f"{sheet}, column {letter}: {column['header'] or ''}"))
            answers |= _editor(place, sheet, letter, column, texts.most_common(_TEXTS))
        if st.form_submit_button("Use these meanings", icon=":material/refresh:") and answers:
            before = session.said(place)
            session.say(place, replace(before, answers={**result.corrections.answers, **before.answers, **answers}))
            st.rerun()


def _editor(place: int, sheet: str, letter: str, column: Mapping[str, Any],
            texts: Sequence[tuple[str, int]]) -> dict[str, str]:
    choices = review_words.word_choices(column["field"])
    means = st.column_config.SelectboxColumn(options=choices) if choices else st.column_config.TextColumn(
        help="Such as 2026-03-01 for a day. A single dash leaves the cells empty.")
    edited = st.data_editor(
        [{"Text": text, "Cells": count, "Means": None} for text, count in texts], hide_index=True,
        key=f"texts_{st.session_state[session.ROUND]}_{place}_{sheet}_{letter}", disabled=["Text", "Cells"],
        placeholder="", column_config={"Means": means})
    return {f"word|{sheet}|{letter}|{row['Text']}": "" if row["Means"] in ("-", review_words.EMPTY)
            else str(row["Means"]) for row in edited if row["Means"]}


def _cells(place: int, result: ImportResult, issues: Sequence[Mapping[str, Any]]) -> None:
    """The rows with remarks as a grid: change a cell, or skip a row."""
    issues = [issue for issue in issues if issue["kind"] != "question"]  # an answer settles these, no cell does
    sheets = list(dict.fromkeys(issue["sheet"] for issue in issues if issue["row"]))
    if result.cells is None or not sheets:
        return
    with st.form(f"cells_{st.session_state[session.ROUND]}_{place}"):
        st.markdown("**One by one**")
        st.caption("Change a cell here, empty it, or skip a row. Your file stays as it is; the import remembers.")
        fixes: dict[tuple[str, int, str], str] = {}
        skips: set[tuple[str, int]] = set()
        for sheet in sheets[:GROUPS_SHOWN]:
            some = _sheet_grid(place, result, sheet, issues)
            fixes |= some[0]
            skips |= some[1]
        if st.form_submit_button("Use these cells", icon=":material/refresh:") and (fixes or skips):
            before = session.said(place)
            session.say(place, replace(
                before, answers={**result.corrections.answers, **before.answers},
                fixes={**result.corrections.fixes, **before.fixes, **fixes},
                skips=result.corrections.skips | before.skips | skips))
            st.rerun()


def _sheet_grid(place: int, result: ImportResult, sheet: str, issues: Sequence[Mapping[str, Any]],
                ) -> tuple[dict[tuple[str, int, str], str], set[tuple[str, int]]]:
    assert result.cells is not None
    rows = sorted({issue["row"] for issue in issues if issue["sheet"] == sheet and issue["row"]})
    found = grid(result.cells, sheet, rows[:_ROWS])
    columns = {column["column"]: column for one in (result.balance or {})["sheets"] if one["name"] == sheet
               for table in one["tables"] for column in table["columns"]}
    shown = [letter for letter in found.columns if letter not in columns or (
        columns[letter]["role"] != "refused" and not review_words.is_private(columns[letter]["field"]))]
    fixed = {(row, letter): text for (name, row, letter), text in result.corrections.fixes.items() if name == sheet}
    numbers = list(found.rows)
    before = [{letter: fixed.get((row, letter), cells.get(letter, "")) for letter in shown}
              for row, cells in found.rows.items()]
    if len(rows) > _ROWS:
        st.caption(f"The first {formats.number(_ROWS)} of {formats.number(len(rows))} rows of {formats.plain(sheet)}")
    else:
        st.caption(formats.plain(sheet))
    edited = st.data_editor(
        [{"Row": row, "Skip": (sheet, row) in result.corrections.skips, **texts}
         for row, texts in zip(found.rows, before, strict=True)],
        hide_index=True, key=f"cells_{st.session_state[session.ROUND]}_{place}_{sheet}", disabled=["Row"],
        placeholder="", column_config={"Row": st.column_config.NumberColumn(pinned=True, width="small"),
                       "Skip": st.column_config.CheckboxColumn(pinned=True, width="small"),
                       **{letter: st.column_config.TextColumn(_column_title(letter, columns.get(letter)))
                          for letter in shown}})
    fixes = {(sheet, number, letter): str(row[letter] or "")
             for number, row, texts in zip(numbers, edited, before, strict=True)
             for letter in shown if str(row[letter] or "") != texts[letter]}
    return fixes, {(sheet, number) for number, row in zip(numbers, edited, strict=True) if row["Skip"]}


def _column_title(letter: str, column: Mapping[str, Any] | None) -> str:
    return letter if column is None or not column["header"] else f"{letter} · {column['header'][:40]}"
