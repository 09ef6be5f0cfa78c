"""No page reaches data around the viewer: questions go through `ui.query`, which knows what the viewer may see."""

import ast
from pathlib import Path

import pytest

from .tree import imports, module_name, named, parsed, room

PAGES = named("*.py", below="pages")
UI = named("*.py", below="careerdash/ui")

OUT_OF_REACH = {"store", "build", "ledger", "intake", "imports", "cli"}
"""Rooms that hold everybody's rows and know no viewer."""

OPENS = {Path("careerdash/ui/view.py"), Path("careerdash/ui/query.py"), Path("careerdash/ui/reporting.py")}
"""The only modules of the pages' side that open a build; the last is for coordinators alone, and says so."""

WAYS_IN = {"opened", "Store", "current_build", "Scratch"}


def names(path: Path) -> set[str]:
    """Every name that a module imports, reads or calls."""
    found = {asked.module.rsplit(".", 1)[-1] for asked in imports(path)}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


def test_pages_import_no_room_that_holds_everybodys_rows() -> None:
    wrong = [f"{path}:{asked.line} imports {asked.module}" for path in PAGES for asked in imports(path)
             if room(asked.module) in OUT_OF_REACH]  # fmt: skip
    assert wrong == [], "ask through careerdash.ui, which knows the viewer"


def test_only_the_query_module_opens_a_build() -> None:
    wrong = {str(path): sorted(names(path) & WAYS_IN) for path in (*PAGES, *UI)
             if path not in OPENS and names(path) & WAYS_IN}  # fmt: skip
    assert wrong == {}, "ask with query.detail or query.in_sight(view, question, ...): they pass the viewer's filters"


def test_no_question_is_asked_with_filters_of_ones_own() -> None:
    """Filters are made from the address by the frame, and narrowed to the viewer by the view."""
    allowed = {Path("careerdash/ui/frame.py"), Path("careerdash/ui/view.py")}
    wrong = [f"{path}:{node.lineno}" for path in (*PAGES, *UI) if path not in allowed for node in ast.walk(parsed(path))
             if isinstance(node, ast.Call) and ast.unparse(node.func) == "Filters"]  # fmt: skip
    assert wrong == []


def test_no_query_asks_with_the_filters_as_chosen() -> None:
    """`view.asked` is for words; a query gets `view.filters` or `view.in_sight`."""
    wrong = [f"{path}: {node.attr}" for path in OPENS - {Path("careerdash/ui/view.py")}
             for node in ast.walk(parsed(path))
             if isinstance(node, ast.Attribute) and node.attr == "asked"]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("word", ["fragment", "dialog"])
def test_nothing_runs_without_the_router(word: str) -> None:
    """A fragment and a dialog run again without app.py, and so without its look at who is there."""
    wrong = [f"{path}:{node.lineno}" for path in (*PAGES, *UI) for node in ast.walk(parsed(path))
             if isinstance(node, ast.Attribute) and node.attr == word and ast.unparse(node.value) == "st"]  # fmt: skip
    assert wrong == []


def test_files_are_handed_out_by_one_function() -> None:
    """It looks again who is there when the file is made, and writes the audit log; a template holds nobody's rows."""
    allowed = {Path("careerdash/ui/downloads.py")}
    wrong = [f"{path}:{node.lineno}" for path in (*PAGES, *UI) if path not in allowed for node in ast.walk(parsed(path))
             if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.download_button"
             and "template" not in ast.unparse(node.args[1])]  # fmt: skip
    assert wrong == [], "use careerdash.ui.downloads.download_button"


CALLBACKS = {"on_click", "on_change", "on_submit", "on_select"}


def test_callbacks_that_may_write_look_who_is_there() -> None:
    """Callbacks run before the router: where a module can write, each is wrapped in `admission.guarded`."""
    writers = [path for path in (*PAGES, *UI) if path.name not in ("admission.py", "frame.py")
               and {room(asked.module) for asked in imports(path)} & {"ledger", "imports"}]  # fmt: skip
    wrong = [f"{path}:{node.value.lineno} {ast.unparse(node.value)}" for path in writers
             for node in ast.walk(parsed(path)) if isinstance(node, ast.keyword) and node.arg in CALLBACKS
             and not isinstance(node.value, ast.Constant)
             and not ast.unparse(node.value).startswith(("guarded(", "admission.guarded("))]  # fmt: skip
    assert Path("careerdash/ui/importing/history.py") in writers
    assert wrong == [], "wrap them: on_click=admission.guarded(...)"


def test_a_way_around_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.architecture.tree.ROOT", tmp_path)
    path = Path("pages/program/sly.py")
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("from careerdash.ui.view import opened\nfrom careerdash import store\nopened('x')\n")
    assert "opened" in names(path) & WAYS_IN
    assert {room(asked.module) for asked in imports(path)} & OUT_OF_REACH == {"store"}
    assert module_name(path) == "pages.program.sly"
