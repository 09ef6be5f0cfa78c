"""The demo's folder: made once, made again when its workbooks change, never mixed with own data."""

import json
from pathlib import Path

import pytest

from careerdash.imports.demo import ensure_demo
from careerdash.imports.manage import history, info
from careerdash.imports.model import ImportsError
from careerdash.ledger.folder import DataFolder
from careerdash.store import current_build
from tests.support.programs import base, meetings


@pytest.fixture
def workbooks(tmp_path: Path) -> Path:
    folder = tmp_path / "workbooks"
    base(folder)
    meetings(folder)
    manifest(folder, "2026-03-01")
    return folder


def manifest(folder: Path, day: str) -> None:
    (folder / "manifest.json").write_text(json.dumps([
        {"file": "base.xlsx", "as_of": day}, {"file": "meetings.xlsx", "as_of": day}]))


def test_the_demo_is_made_once(tmp_path: Path, workbooks: Path) -> None:
    demo = DataFolder(tmp_path / "demo-build")
    assert ensure_demo(demo, workbooks=workbooks) == demo
    build = current_build(demo)
    assert build is not None
    made = build.stat().st_mtime_ns
    ensure_demo(demo, workbooks=workbooks)
    assert build.stat().st_mtime_ns == made
    assert info(demo)["data_day"] == "2026-03-01"
    assert [entry["file"] for entry in history(demo)] == ["base.xlsx", "meetings.xlsx"]


def test_other_workbooks_make_it_again(tmp_path: Path, workbooks: Path) -> None:
    demo = DataFolder(tmp_path / "demo-build")
    ensure_demo(demo, workbooks=workbooks)
    manifest(workbooks, "2026-03-05")
    ensure_demo(demo, workbooks=workbooks)
    assert info(demo)["data_day"] == "2026-03-05"
    assert {path.name for path in tmp_path.iterdir()} == {"workbooks", "demo-build", "demo-build.lock"}


def test_a_workbook_that_cannot_be_imported_leaves_the_old_demo(tmp_path: Path, workbooks: Path) -> None:
    demo = DataFolder(tmp_path / "demo-build")
    ensure_demo(demo, workbooks=workbooks)
    (workbooks / "meetings.xlsx").write_bytes(b"broken")
    with pytest.raises(ImportsError, match=r"^The demo workbook meetings\.xlsx cannot be imported: "):
        ensure_demo(demo, workbooks=workbooks)
    assert info(demo)["data_day"] == "2026-03-01"


def test_missing_workbooks_are_named(tmp_path: Path) -> None:
    with pytest.raises(ImportsError, match="demo workbooks are missing"):
        ensure_demo(DataFolder(tmp_path / "demo-build"), workbooks=tmp_path)


def test_the_demo_keeps_its_own_ledger(tmp_path: Path, workbooks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERDASH_LEDGER", f"sqlite:///{tmp_path}/own.db")
    ensure_demo(DataFolder(tmp_path / "demo-build"), workbooks=workbooks)
    assert not (tmp_path / "own.db").exists()
