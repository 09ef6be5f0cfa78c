"""The command line in this process, on a data folder of its own."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from careerdash.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The JSON on stdout; nothing else may stand there, no NaN, and nothing but ASCII."""
        def refused(constant: str) -> None:
            raise AssertionError(constant)

        assert self.out.isascii()
        return json.loads(self.out, parse_constant=refused)


Run = Callable[..., Answer]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, which CAREERDASH_DATA names."""
    monkeypatch.setenv("CAREERDASH_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: `run("import", path)`."""
    def command(*arguments: object) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return command


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, files: Path) -> Path:
    """A data folder with both files in force, made by the command line. Not to be changed: copy it."""
    folder = tmp_path_factory.mktemp("imported") / "data"
    before = os.environ.get("CAREERDASH_DATA")
    os.environ["CAREERDASH_DATA"] = str(folder)
    try:
        assert main(["import", str(files / "base.xlsx"), str(files / "meetings.xlsx"), "--as-of", "2026-03-01"]) == 0
    finally:
        if before is None:
            del os.environ["CAREERDASH_DATA"]
        else:
            os.environ["CAREERDASH_DATA"] = before
    return folder
