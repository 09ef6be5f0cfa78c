"""A closer look at one file: its sheets as they were recognised, to be corrected with a click."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from ... import formats
from ...imports.grid import Grid, grid
from ...imports.model import Corrections, ImportResult, Shape
from ...schema import TABLES
from ...words import review as words
from .. import admission
from . import session
from .remarks import remarks
from .session import Dropped

_DATA_SHOWN, _EDGE = 12, 4
_COLORS = {"title": "rgba(128,128,128,0.18)", "header": "rgba(40,161,151,0.30)", "skipped": "rgba(128,128,128,0.18)",
           "remark": "rgba(244,106,37,0.28)", "not read": "rgba(128,128,128,0.10)", "data": ""}
_LONGEST = 80


def look_closer(place: int, file: Dropped, result: ImportResult) -> None:
    """Sheet by sheet: what it holds, where its header stands, what each column is; then the remarks on cells."""
    sheets = {sheet["name"]: sheet for sheet in (result.balance or {})["sheets"]}
    name = st.selectbox("Sheet", list(sheets), key=f"sheet_{place}", format_func=lambda sheet: _sheet_title(
        sheets[sheet])) if len(sheets) > 1 else next(iter(sheets))
    shapes = [shape for shape in result.shapes if shape.sheet == name]
    if result.cells is not None:
        _preview(result, name, shapes, sheets[name])
    _structure(place, result, sheets[name], shapes)
    _said_so_far(place)
    remarks(place, file, result)


def _said_so_far(place: int) -> None:
    """What was said about the file in this round, because what is put right leaves the lists; and the way back."""
    said = words.said_so_far(session.said(place))
    if said:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(formats.plain(said), width="content")
            st.button("Take it all back", type="tertiary", icon=":material/undo:", key=f"unsay_{place}",
                      on_click=admission.guarded(session.say), args=(place, Corrections()))


def _sheet_title(sheet: Mapping[str, Any]) -> str:
    held = [words.sheet_choices()[table["feeds"][0]].lower() for table in sheet["tables"]]
    return f"{sheet['name']} ({'hidden, ' if sheet['hidden'] else ''}{formats.listed(held) or words.NOTHING})"


def _preview(result: ImportResult, name: str, shapes: list[Shape], sheet: Mapping[str, Any]) -> None:
    """The first and last rows with what each one is; text of files is shown as text."""
    import pandas as pd  # type: ignore[import-untyped]

    assert result.cells is not None
    aside = {issue["row"] for issue in (result.balance or {})["issues"]
             if issue["sheet"] == name and issue["kind"] == "error" and issue["row"]}
    found = grid(result.cells, name, _rows_shown(shapes, aside))
    kinds = {row: _kind(row, shapes, aside) for row in found.rows}
    columns = {column["column"]: column for table in sheet["tables"] for column in table["columns"]}
    rows = [{"Row": row, "Is": kinds[row], **{letter: _shown(found, row, letter, columns.get(letter), kinds[row])
                                              for letter in found.columns}}
            for row, cells in found.rows.items() if shapes or cells]
    if not rows:
        return
    table = pd.DataFrame(rows)
    styled = table.style.apply(lambda row: [f"background-color: {_COLORS[row['Is']]}" if _COLORS[row["Is"]] else ""
                                            for _ in row], axis=1)
    st.dataframe(styled, hide_index=True, height=420 if len(rows) > _DATA_SHOWN else "content", column_config={
        "Row": st.column_config.NumberColumn(width="small", pinned=True),
        "Is": st.column_config.TextColumn(pinned=True)})


def _shown(found: Grid, row: int, letter: str, column: Mapping[str, Any] | None, kind: str) -> str:
    text = found.rows[row].get(letter, "")
    if text and column is not None and kind in ("data", "remark", "skipped") and words.is_private(column["field"]):
        return words.PRIVATE
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST - 1]}…"


def _rows_shown(shapes: list[Shape], aside: set[int]) -> set[int]:
    if not shapes:
        return set(range(1, _DATA_SHOWN + 1))
    shown: set[int] = set()
    for shape in shapes[:3]:
        shown |= set(range(shape.top, min(shape.first + _DATA_SHOWN, shape.bottom + 1)))
        shown |= set(range(max(shape.top, shape.last - 1), min(shape.bottom, shape.last + _EDGE) + 1))
        shown |= set(shape.skipped[:_EDGE])
    return shown | set(sorted(aside)[:_EDGE * 2])


def _kind(row: int, shapes: list[Shape], aside: set[int]) -> str:
    for shape in shapes:
        if shape.top <= row <= shape.bottom:
            if row in shape.header:
                return "header"
            if row < shape.first:
                return "title"
            if row > shape.last or row in shape.skipped:
                return "skipped"
            return "remark" if row in aside else "data"
    return "not read"


def _structure(place: int, result: ImportResult, sheet: Mapping[str, Any], shapes: list[Shape]) -> None:
    """What the sheet, its header and its columns are: one form, tried at once."""
    name = sheet["name"]
    tables = sheet["tables"]
    key = f"{st.session_state[session.ROUND]}_{place}_{name}"
    with st.form(f"structure_{key}", border=False):
        choices = words.sheet_choices()
        primary = shapes[0].table if shapes else "none"
        left, middle, right = st.columns(3)
        with left:
            table = st.selectbox("This sheet holds", list(choices), index=list(choices).index(primary),
                                 format_func=choices.__getitem__, key=f"table_{key}")
        rows = shapes[0].header if shapes else (1,)
        header_now = words.header_rows(rows)
        with middle:
            header = st.text_input("Its header stands in row", header_now, key=f"header_{key}",
                                   help="One row such as 3, or several such as 3-4.")
        constants = {one["field"]: one["value"] for one in tables[0]["constants"]} if tables else {}
        program_field = f"{primary}.program"
        program = None
        if primary != "none" and _may_name_program(primary, tables):
            with right:
                program = st.text_input("Program of all its rows", constants.get(program_field, ""),
                                        key=f"program_{key}", help="Leave it empty where the rows name no program.")
        held = _columns(tables, primary, key) if primary != "none" else {}
        if not st.form_submit_button("Read it like this", icon=":material/refresh:"):
            return
    answers = {column: answer for column, answer in held.items() if answer is not None}
    answers = {f"field|{name}|{column}": answer for column, answer in answers.items()}
    if table != primary:
        answers[f"table|{name}"] = table
        if sheet["hidden"]:
            answers[f"hidden|{name}"] = "yes"
    moved = header.strip() != header_now
    if header.strip() and (moved or (table not in (primary, "none") and len(shapes) == 1)):
        answers[f"header|{name}"] = header.strip()
    if program is not None and program.strip() != constants.get(program_field, ""):
        answers[f"constant|{name}|{program_field}"] = program.strip()
    if answers:
        before = session.said(place)
        session.say(place, replace(before, answers={**result.corrections.answers, **before.answers, **answers},
                                   fixes={**result.corrections.fixes, **before.fixes},
                                   skips=result.corrections.skips | before.skips))
        st.rerun()


def _may_name_program(primary: str, tables: list[Mapping[str, Any]]) -> bool:
    targets = {field for table in tables for column in table["columns"] for field in _fields(column["field"])}
    return (TABLES[primary].names_pair or primary == "pair") and not any(
        field.endswith((".program", f"{primary}.pair_id")) for field in targets)


def _fields(field: str | list[str] | None) -> list[str]:
    return [field] if isinstance(field, str) else field or []


def _columns(tables: list[Mapping[str, Any]], primary: str, key: str) -> dict[str, str | None]:
    """Each column with what it holds, to be changed; gives {column letters: the new answer, None where unchanged}."""
    columns = [column for column in tables[0]["columns"] if column["header"] or column["field"]]
    choices = words.column_choices(primary, [field for column in columns for field in _fields(column["field"])])
    now = [words.column_held(column["field"], column["role"]) for column in columns]
    edited = st.data_editor(
        [{"Column": column["column"], "Header": column["header"] or "", "Holds": held, "Why": column["reason"]}
         for column, held in zip(columns, now, strict=True)],
        hide_index=True, key=f"columns_{key}", disabled=["Column", "Header", "Why"], column_config={
            "Column": st.column_config.TextColumn(width="small"),
            "Holds": st.column_config.SelectboxColumn(options=list(dict.fromkeys([*choices, *now])), required=True,
                                                      width="medium")})
    return {column["column"]: choices.get(row["Holds"]) if row["Holds"] != held else None
            for column, held, row in zip(columns, now, edited, strict=True)}
