"""The command that takes exports in as they arrive."""

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from careerdash.imports.model import ImportResult, worst_exit_code
from careerdash.ledger.folder import DataFolder

from .importing import show, who
from .output import CommandError, ProgressLine, plain, print_json, tell

if TYPE_CHECKING:
    from careerdash.imports.watch import Watcher

_BETWEEN_TWO_LOOKS = 2.0
"""Seconds that a file has to lie still with --once, unless --interval says otherwise."""


def watch(arguments: argparse.Namespace) -> int:
    """`watch FOLDER`"""
    from careerdash.imports.watch import INTERVAL, Watcher

    folder = Path(arguments.folder).expanduser().absolute()
    if not folder.is_dir():
        raise CommandError("There is no such folder to watch: name one that exists.", 1)
    watcher = Watcher(DataFolder.default(), folder, by=who())
    results = _look(watcher)
    if arguments.once:
        time.sleep(_BETWEEN_TWO_LOOKS if arguments.interval is None else arguments.interval)
        results += _look(watcher)
        _tell(results, as_json=arguments.json)
        return worst_exit_code([result.exit_code for result in results])
    while True:
        _tell(results, as_json=arguments.json and bool(results))
        time.sleep(INTERVAL if arguments.interval is None else arguments.interval)
        results = _look(watcher)


def _look(watcher: "Watcher") -> list[ImportResult]:
    line = ProgressLine()
    try:
        return watcher.look(progress=line)
    finally:
        line.clear()


def _tell(results: list[ImportResult], *, as_json: bool) -> None:
    if as_json:
        print_json([result.document() for result in results])
        return
    for result in results:
        show(result)
        if result.exit_code:
            tell(f"{plain(Path(result.file).name)}: {result.message}")
