"""The doctor finds what is wrong, says it in a sentence, and changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careerdash.imports import doctor
from careerdash.imports.doctor import examine, packages
from careerdash.ledger.folder import DataFolder
from careerdash.store import current_build


def states(folder: DataFolder) -> dict[str, str]:
    return {finding.check: finding.state for finding in examine(folder)}


def test_all_is_well(used: DataFolder) -> None:
    found = states(used)
    assert set(found) == {"packages", "data folder", "space", "ledger", "kept files", "build", "errors"}
    assert {check: state for check, state in found.items() if check not in ("packages", "space", "data folder")} == {
        "ledger": "fine", "kept files": "fine", "build": "fine", "errors": "fine"}


def test_a_folder_that_is_not_made_yet_stays_so(folder: DataFolder) -> None:
    assert states(folder)["ledger"] == "fine"
    assert not folder.root.exists()


def a_file(folder: DataFolder) -> Path:
    return min(folder.files.iterdir())


def the_build(folder: DataFolder) -> Path:
    path = current_build(folder)
    assert path is not None
    return path


def in_the_open(folder: DataFolder) -> None:
    folder.root.chmod(0o755)
    folder.ledger_file.chmod(0o644)


HARM: dict[str, tuple[Callable[[DataFolder], object], str, str, str]] = {
    "a kept file changed": (lambda used: a_file(used).write_bytes(b"other"), "kept files", "wrong", "gone or changed"),
    "a kept file gone": (lambda used: a_file(used).unlink(), "kept files", "wrong", "gone or changed"),
    "the ledger overwritten": (lambda used: used.ledger_file.write_bytes(b"SQLite format 3\0" + b"\0" * 4096), "ledger",
                               "wrong", "restore the last backup"),
    "the build gone": (lambda used: the_build(used).unlink(), "build", "look", "made again"),
    "the build overwritten": (lambda used: the_build(used).write_bytes(b"no build"), "build", "look", "made again"),
    "errors noted": (lambda used: used.log.write_text("2026-03-01T10:00:00+00:00 KeyError\n  a.py:1 f\n"), "errors",
                     "look", "2026-03-01"),
    "readable by all": (lambda used: used.files.chmod(0o755), "data folder", "look", "Others"),
    "the ledger readable by all": (in_the_open, "data folder", "look", "Others"),
}


@pytest.mark.parametrize("kind", HARM)
def test_harm_is_found(kind: str, used: DataFolder) -> None:
    harm, check, state, words = HARM[kind]
    harm(used)
    (finding,) = [finding for finding in examine(used) if finding.check == check]
    assert (finding.state, words in finding.message) == (state, True), finding.message


def test_other_packages_than_were_tested(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text("duckdb==0.0.1        # via us\nno-such-package==1.0\n")
    found = packages(pins)
    assert (found.state, "2 of 2 packages" in found.message, "duckdb" in found.message) == ("look", True, True)
    assert packages(tmp_path / "none.txt").state == "look"


def test_little_space(used: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "SPARE_BYTES", 10**18)
    assert states(used)["space"] == "look"
