"""Files that several rooms are tried on, made once."""

from pathlib import Path

import pytest

from tests.support.programs import base, meetings


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with base.xlsx and meetings.xlsx."""
    folder = tmp_path_factory.mktemp("files")
    base(folder)
    meetings(folder)
    return folder
