"""Data folders with imports in force, made once and copied."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from tests.support.programs import base, meetings

DAY = date(2026, 3, 1)
Copy = Callable[[], DataFolder]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with base.xlsx and meetings.xlsx."""
    folder = tmp_path_factory.mktemp("files")
    base(folder)
    meetings(folder)
    return folder


@pytest.fixture(scope="session")
def two_imports(tmp_path_factory: pytest.TempPathFactory, files: Path) -> DataFolder:
    """Import 1 is people and pairs, import 2 their meetings. Not to be changed: copy it."""
    folder = DataFolder(tmp_path_factory.mktemp("two") / "data")
    import_files(folder, [files / "base.xlsx"], as_of=DAY, by="tester")
    import_files(folder, [files / "meetings.xlsx"], as_of=DAY, by="tester")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty data folder."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def used(two_imports: DataFolder, tmp_path: Path) -> DataFolder:
    """A copy of the folder with two imports."""
    shutil.copytree(two_imports.root, tmp_path / "data")
    return DataFolder(tmp_path / "data")
