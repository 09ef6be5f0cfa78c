"""One way through the house: each room imports only rooms before it, each library has one home."""

import subprocess
import sys
from pathlib import Path

import pytest

from .tree import ROOMS, ROOT, Import, imports, module_name, named, room

CODE = (*named("*.py", below="careerdash"), *named("app.py"), *named("*.py", below="pages"))

HOMES = {
    "streamlit": {"ui", "app", "pages"},
    "duckdb": {"build", "store"},
    "sqlalchemy": {"ledger"},
    "python_calamine": {"intake"},
}
"""Libraries that only these rooms may know."""

READS_SPREADSHEETS = {"load_workbook", "read_excel", "CalamineWorkbook"}
SLOW = {"pandas", "openpyxl", "xlsxwriter", "python_calamine"}
"""Loaded by what uses them, because they would slow every start."""


def rank(name: str) -> int:
    """Where a room stands; the app and its pages stand where ui does, but for the rooms nothing may import them."""
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)


def breaks_the_order(here: str, asked: str) -> bool:
    if here == asked:
        return False
    if here in ("app", "pages"):
        return asked == "cli"
    return asked in ("app", "pages") or rank(asked) >= rank(here)


def found(path: Path) -> list[Import]:
    return [found for found in imports(path) if room(found.module) is not None]


def test_every_module_stands_in_a_room() -> None:
    strangers = {str(path): room(module_name(path)) for path in named("*.py", below="careerdash")
                 if path != Path("careerdash/__init__.py") and room(module_name(path)) not in ROOMS}  # fmt: skip
    assert strangers == {}, f"not one of the rooms {', '.join(ROOMS)}"


def test_rooms_import_only_rooms_before_them() -> None:
    wrong = [
        f"{path}:{asked.line} imports {asked.module}"
        for path in CODE
        if (here := room(module_name(path))) is not None
        for asked in found(path)
        if breaks_the_order(here, room(asked.module) or "")
    ]
    assert wrong == []


def test_the_parts_of_the_intake_know_only_values() -> None:
    """Reading, recognising and typing do not know each other; what a cell means serves the last two."""
    parts = {"files", "values", "recognise", "rows"}
    wrong = [
        f"{path}:{asked.line} imports {asked.module}"
        for part in parts
        for path in named("*.py", below=f"careerdash/intake/{part}")
        for asked in found(path)
        if asked.module.startswith("careerdash.intake.")
        and (other := asked.module.split(".")[2]) in parts - {part}
        and (part not in ("recognise", "rows") or other != "values")
    ]
    assert wrong == []


def test_the_package_itself_imports_no_room() -> None:
    assert [asked.module for asked in found(Path("careerdash/__init__.py"))] == []


@pytest.mark.parametrize("library", sorted(HOMES))
def test_libraries_have_one_home(library: str) -> None:
    wrong = [
        f"{path}:{asked.line}"
        for path in CODE
        for asked in imports(path)
        if asked.module.split(".")[0] == library and room(module_name(path)) not in HOMES[library]
    ]
    assert wrong == [], f"only {', '.join(sorted(HOMES[library]))} may import {library}"


def test_only_intake_reads_spreadsheets() -> None:
    """openpyxl may write workbooks elsewhere (template, reports); reading is intake's alone."""
    wrong = [
        f"{path}: {word}"
        for path in CODE
        if room(module_name(path)) != "intake"
        for word in READS_SPREADSHEETS
        if word in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert wrong == []


def test_plotly_express_is_never_imported() -> None:
    """It pulls pandas in and costs half a second; figures are made of graph_objects."""
    assert [str(path) for path in CODE for asked in imports(path) if asked.module.startswith("plotly.express")] == []


@pytest.mark.parametrize(
    ("module", "slow"),
    [("careerdash.cli", {"streamlit", "plotly", "duckdb", *SLOW}), ("careerdash.ui", SLOW - {"pandas"})],
)
def test_nothing_slow_is_loaded_at_the_start(module: str, slow: set[str]) -> None:
    """Seen from the running program. (Streamlit itself loads pandas with the app.)"""
    code = (
        "import sys, importlib; importlib.import_module(sys.argv[1])\n"
        "print(*sorted(set(sys.argv[2:]) & {name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, module, *slow], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


def test_pages_are_in_sub_folders_and_the_app_is_short() -> None:
    """Streamlit serves `pages/*.py` to a fresh server's first visitor without app.py and its sign-in."""
    assert [str(path) for path in named("*.py", below="pages") if len(path.parts) == 2] == []
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 60


class TestTheTestsThemselves:
    """The checks above see what they should: small trees with one fault each."""

    @pytest.mark.parametrize(
        ("here", "asked", "wrong"),
        [
            ("build", "ledger", False), ("build", "build", False), ("build", "store", True), ("schema", "cli", True),
            ("pages", "ui", False), ("pages", "cli", True), ("ui", "pages", True), ("cli", "ui", False),
            ("ui", "cli", True),
        ],
    )  # fmt: skip
    def test_order(self, here: str, asked: str, wrong: bool) -> None:
        assert breaks_the_order(here, asked) is wrong

    def test_every_kind_of_import_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tests.architecture.tree.ROOT", tmp_path)
        path = Path("careerdash/build/thing.py")
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(
            "import careerdash.cli\nfrom careerdash import store\nfrom .. import words\nfrom ..ui.frame import x\n"
            "def f():\n    import importlib\n    importlib.import_module('careerdash.charts')\n"
        )
        seen = {(asked.module, asked.on_load) for asked in imports(path)}
        assert seen == {
            ("careerdash.cli", True), ("careerdash.store", True), ("careerdash.words", True),
            ("careerdash.ui.frame.x", True), ("importlib", False), ("careerdash.charts", False),
        }  # fmt: skip
