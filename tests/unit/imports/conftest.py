"""Data folders with imports in force, made once and copied."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from careerdash.imports.run import import_files
from careerdash.intake import Reading, ReadRequest
from careerdash.ledger.folder import DataFolder

DAY = date(2026, 3, 1)


@pytest.fixture(scope="session", autouse=True)
def read_here() -> Iterator[None]:
    """Files are read in this process: a child each costs a second, and has tests of its own."""
    from careerdash.imports import keep, read
    from careerdash.intake.reading import read_here

    def in_this_process(path: Path, name: str, *, request: ReadRequest, **_watch: object) -> Reading:
        return read_here(path, name, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "read_file", in_this_process)
        patch.setattr(keep, "read_file", in_this_process)
        yield


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
