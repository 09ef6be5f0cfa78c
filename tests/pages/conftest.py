"""The app on a small build: written by hand, put in force in a data folder of its own."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from careerdash.access import PAGES
from careerdash.ledger.folder import DataFolder
from tests.support.tables import write_build
from tests.support.template import template_rows

ROOT = Path(__file__).resolve().parents[2]
DATA_DAY = date(2026, 2, 26)
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
Open = Callable[..., AppTest]
EVIL = "<b>No</b> **bold** [link](http://e.example) :red[x]"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, which the app uses."""
    monkeypatch.setenv("CAREERDASH_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("CAREERDASH_LEDGER", raising=False)
    return tmp_path / "data"


@pytest.fixture(scope="session")
def plain_rows() -> Tables:
    """Twenty pairs of ordinary rows; one program's name tries to be markup."""
    tables = template_rows(ROOT / "tests" / "fixtures" / "metrics" / "plain.xlsx", DATA_DAY)
    for row in (*tables["pair"], *tables.get("program", ())):
        if row.get("program") == "Beta":
            row["program"] = EVIL
    return tables


def put_in_force(folder: DataFolder, build_id: str, tables: Tables) -> None:
    """Writes a build and points to it, as publishing does in the end."""
    folder.prepare()
    _write(folder.build_path(build_id), tables)
    _point(folder, build_id)


def _write(path: Path, tables: Tables) -> None:
    write_build(path, tables, DATA_DAY)
    people = sorted({row[side] for row in tables.get("pair", ()) for side in ("mentor_id", "mentee_id")})
    con = duckdb.connect(str(path))
    con.executemany("INSERT INTO people VALUES (?, ?, NULL)", [(who, f"{EVIL}, {who}") for who in people or ["nobody"]])
    con.close()


def _point(folder: DataFolder, build_id: str) -> None:
    folder.current.write_text(f"{build_id}\n", encoding="ascii")


@pytest.fixture(scope="session")
def plain_build(plain_rows: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small build, written once."""
    path = tmp_path_factory.mktemp("plain") / "plain.duckdb"
    _write(path, plain_rows)
    return path


@pytest.fixture
def plain(data: Path, plain_build: Path) -> DataFolder:
    """The small build as the user's own data."""
    folder = DataFolder(data)
    folder.prepare()
    shutil.copyfile(plain_build, folder.build_path("b-plain"))
    _point(folder, "b-plain")
    return folder


@pytest.fixture
def opened(data: Path) -> Open:
    """Opens a page: `opened("milestones", program=["Alpha"], as_of="2026-01-01")`."""

    def open_page(key: str = "overview", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        entry = next(entry for entry in PAGES if entry.key == key)
        if entry is not PAGES[0]:
            app.switch_page(entry.path)
        return app.run()

    return open_page


def with_tables(app: AppTest) -> AppTest:
    """The page after each of its buttons "Table" was opened: until then there is none."""
    buttons = [block for block in app.main.get("popover") if block.proto.popover.label == "Table"]
    for block in buttons:
        assert not block.children
        app.session_state[block.key] = True
    return app.run() if buttons else app


def words(app: AppTest) -> str:
    """All that the main part says, one element a line."""
    kinds = ("title", "subheader", "markdown", "caption", "text", "metric", "error", "warning", "success", "info")
    return "\n".join(
        str(element.label) + " " + str(element.value) if kind == "metric" else str(element.value)
        for kind in kinds for element in app.main.get(kind))
