"""An import that dies at its n-th step on disk, for every n: `python -m tests.support.dying DATA FILE TRIALS`.

Each trial is a copy of the data folder, and a forked process that imports the file and leaves at its n-th
step without a word, as a killed process does. The first trial that comes to its end is the last. File and
build are read and made once, so that a trial costs a few milliseconds.
"""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from careerdash.build import BuildPlan, BuildResult, build_database
from careerdash.imports import house, read
from careerdash.imports.run import import_files
from careerdash.intake import Reading, ReadRequest
from careerdash.intake.reading import read_here
from careerdash.ledger import ledger
from careerdash.ledger.folder import DataFolder

DIED = 7
DAY = date(2026, 3, 1)


def prepare(data: Path, file: Path, trials: Path) -> None:
    """Makes reading and build once, by an import that lives, and has the trials use them again."""
    made = trials / "made.duckdb"
    results: list[BuildResult] = []
    readings: list[Reading] = []
    cells = trials / "cells.parquet"

    def first_build(plan: BuildPlan, target: Path, **options: Any) -> BuildResult:
        results.append(build_database(plan, target, **options))
        shutil.copy(target, made)
        return results[-1]

    def first_reading(path: Path, name: str, *, request: ReadRequest, **_watch: object) -> Reading:
        readings.append(read_here(path, name, request))
        assert request.keep_cells is not None
        shutil.copy(request.keep_cells, cells)
        return readings[-1]

    def same_build(_plan: BuildPlan, target: Path, **_options: Any) -> BuildResult:
        shutil.copy(made, target)
        return results[-1]

    def same_reading(_path: Path, _name: str, *, request: ReadRequest, **_watch: object) -> Reading:
        assert request.keep_cells is not None
        shutil.copy(cells, request.keep_cells)
        return readings[-1]

    house.build_database, read.read_file = first_build, first_reading
    shutil.copytree(data, trials / "alive")
    import_files(DataFolder(trials / "alive"), [file], as_of=DAY)
    house.build_database, read.read_file = same_build, same_reading


def die_at(step: int) -> None:
    """From now on the process leaves at its `step`-th call that touches the disk or the ledger."""
    left = step

    def dying(act: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(DIED)
            return act(*arguments, **options)
        return call

    for home, name in ((os, "fsync"), (os, "replace"), (os, "unlink"), (os, "mkdir"), (shutil, "copy"),
                       (shutil, "rmtree"), (Path, "unlink"), (Path, "mkdir"), (ledger.Ledger, "publish"),
                       (ledger, "_import_row"), (ledger, "now")):
        setattr(home, name, dying(getattr(home, name)))


def main(data: Path, file: Path, trials: Path) -> None:
    """Runs all trials into `trials/1`, `trials/2`, ..."""
    prepare(data, file, trials)
    for step in range(1, 500):
        trial = trials / str(step)
        shutil.copytree(data, trial)
        child = os.fork()
        if child == 0:
            try:
                die_at(step)
                import_files(DataFolder(trial), [file], as_of=DAY)
                os._exit(0)
            except BaseException as error:
                print(repr(error), file=sys.stderr, flush=True)
                os._exit(1)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == 0:
            return
        if code != DIED:
            sys.exit(f"trial {step} left with {code}")
    sys.exit("no trial came to its end")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
