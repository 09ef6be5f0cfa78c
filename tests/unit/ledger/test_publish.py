"""Publishing: the ledger decides, the pointer follows, and no crash leaves half of either."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdash.build import BuildError, BuildPlan, BuildResult
from careerdash.build.publish import Publisher
from careerdash.ledger.entries import Publication
from careerdash.ledger.folder import PROJECT, DataFolder
from careerdash.ledger.ledger import Ledger
from tests.support.ledgers import (
    an_entry,
    in_force,
    plan_of,
    publish_text,
    text_publisher,
)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def ledger(folder: DataFolder) -> Iterator[Ledger]:
    ledger = Ledger(folder)
    yield ledger
    ledger.close()


def builds(folder: DataFolder) -> set[str]:
    return {path.name for path in folder.builds.iterdir()}


def test_a_publication_is_recorded_and_in_force(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1))
    publish_text(folder, ledger, an_entry(2))
    assert in_force(folder) == "1-2"
    assert folder.current.read_text() == "b1-2\n"
    assert [entry.import_id for entry in ledger.imports()] == [1, 2]
    assert not folder.may_be_behind()


def test_five_builds_are_kept(folder: DataFolder, ledger: Ledger) -> None:
    for number in range(1, 8):
        publish_text(folder, ledger, an_entry(number))
    assert len(builds(folder)) == 5
    assert in_force(folder) == "1-2-3-4-5-6-7"


def test_without_imports_there_is_no_pointer(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1))
    with text_publisher(folder, ledger) as publisher:
        candidate = publisher.candidate(BuildPlan(()))
        publisher.publish(candidate, Publication(publisher.build_entry(candidate), "undo", "t", states={1: "undone"}))
    assert candidate is None
    assert not folder.current.exists()


def test_a_build_that_fails_changes_nothing(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1))

    def fails(_plan: BuildPlan, target: Path) -> BuildResult:
        target.write_text("half")
        raise BuildError("A check failed.")

    with pytest.raises(BuildError), Publisher(folder, ledger, fails, lambda: plan_of(ledger), "1") as publisher:
        publisher.candidate(plan_of(ledger))
    assert in_force(folder) == "1"
    assert builds(folder) == {"b1.duckdb"}


def test_a_pointer_behind_the_ledger_is_moved(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1))
    publish_text(folder, ledger, an_entry(2))
    folder.current.write_text("b1\n")
    with text_publisher(folder, ledger):
        pass
    assert in_force(folder) == "1-2"


def test_a_lost_build_is_made_again(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1))
    folder.build_path("b1").unlink()
    assert folder.may_be_behind()
    assert text_publisher(folder, ledger).recover_if_free()
    assert in_force(folder) == "1"


def test_a_build_of_other_code_is_made_again(folder: DataFolder, ledger: Ledger) -> None:
    publish_text(folder, ledger, an_entry(1), code="1")
    with text_publisher(folder, ledger, code="2"):
        pass
    build = ledger.build_in_force()
    assert build is not None
    assert (build.code_version, build.action) == ("2", "rebuild")


def test_a_pointer_without_a_ledger_goes(folder: DataFolder, ledger: Ledger) -> None:
    folder.current.write_text("b9\n")
    with text_publisher(folder, ledger):
        pass
    assert not folder.current.exists()


def test_recovery_does_not_wait_for_a_publisher_at_work(folder: DataFolder, ledger: Ledger) -> None:
    with text_publisher(folder, ledger):
        assert not text_publisher(folder, ledger).recover_if_free()
    assert text_publisher(folder, ledger).recover_if_free()


def test_publishers_come_one_after_the_other(folder: DataFolder, ledger: Ledger) -> None:
    failures: list[BaseException] = []

    def publish() -> None:
        try:
            with text_publisher(folder, ledger) as publisher:
                entry = an_entry(ledger.next_import_id())
                sources = (*plan_of(ledger).sources, *plan_of_one(entry.import_id))
                candidate = publisher.candidate(BuildPlan(sources))
                publisher.publish(candidate, Publication(publisher.build_entry(candidate), "import", "t", (entry,)))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=publish) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert in_force(folder) == "1-2-3-4-5-6-7-8"


def plan_of_one(import_id: int) -> tuple:  # type: ignore[type-arg]
    from careerdash.build import Source

    return (Source(import_id, an_entry(import_id).data_day, "x", {}),)


DYING = """
import os, sqlite3, sys
from pathlib import Path
from careerdash.ledger import durable
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from tests.support.ledgers import an_entry, publish_text

left = int(sys.argv[2])
ledger = Ledger(DataFolder(Path(sys.argv[1])))

def dying(act):
    def call(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os._exit(7)
        done = act(*arguments, **options)
        return done
    return call

os.replace, os.fsync, Path.unlink = dying(os.replace), dying(os.fsync), dying(Path.unlink)
Ledger.publish = dying(Ledger.publish)
Path.write_text = dying(Path.write_text)
publish_text(DataFolder(Path(sys.argv[1])), ledger, an_entry(2))
"""


def test_dying_at_any_step_leaves_the_import_whole_or_not_at_all(folder: DataFolder) -> None:
    """Each run dies at the next call that touches the disk; the first that does not die ends the test."""
    ledger = Ledger(folder)
    publish_text(folder, ledger, an_entry(1))
    ledger.close()
    seen = set()
    for step in range(1, 60):
        trial = DataFolder(folder.root.with_name(f"trial{step}"))
        shutil.copytree(folder.root, trial.root)
        run = subprocess.run([sys.executable, "-c", DYING, str(trial.root), str(step)], cwd=PROJECT, check=False,
                             capture_output=True, text=True)
        assert run.returncode in (0, 7), run.stderr
        ledger = Ledger(trial)
        assert in_force(trial) in ("1", "1-2")  # what readers see meanwhile is a whole build
        text_publisher(trial, ledger).recover_if_free()
        recorded = [entry.import_id for entry in ledger.imports()]
        assert in_force(trial) == "-".join(map(str, recorded))
        assert builds(trial) <= {"b1.duckdb", "b1-2.duckdb"}
        publish_text(trial, ledger, an_entry(3))
        assert in_force(trial) == "-".join(map(str, [*recorded, 3]))
        ledger.close()
        seen.add(len(recorded))
        if run.returncode == 0:
            break
    assert run.returncode == 0
    assert step > 8
    assert seen == {1, 2}


def test_the_candidate_is_on_disk_before_the_ledger_says_so(folder: DataFolder, ledger: Ledger,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace, publish = os.fsync, os.replace, ledger.publish

    def noted(name: str, act):  # type: ignore[no-untyped-def]
        def call(*arguments: object) -> object:
            steps.append(f"{name} {Path(str(arguments[1])).name}" if name == "move" else name)
            return act(*arguments)
        return call

    monkeypatch.setattr(os, "fsync", noted("sync", fsync))
    monkeypatch.setattr(os, "replace", noted("move", replace))
    monkeypatch.setattr(ledger, "publish", noted("commit", publish))
    publish_text(folder, ledger, an_entry(1))
    commit = steps.index("commit")
    assert steps[:3] == ["sync", "move b1.duckdb", "sync"]
    assert "move current" in steps[commit:]
    assert "move current" not in steps[:commit]
