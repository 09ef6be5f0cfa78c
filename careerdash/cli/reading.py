"""Commands that read the build in force."""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdash.ledger.folder import DataFolder

from .noting import note_export
from .output import CommandError, ProgressLine, print_json, print_table, tell

if TYPE_CHECKING:
    from careerdash.metrics import Filters
    from careerdash.store import Store

NO_DATA = "No import is in force: take your files in with the command import, or ask the demo company with --demo."


def asked_folder(arguments: argparse.Namespace) -> DataFolder:
    """The folder that a reading command asks: the demo's, built where needed, or the user's own."""
    if not arguments.demo:
        return DataFolder.default()
    from careerdash.imports.demo import ensure_demo

    line = ProgressLine()
    try:
        return ensure_demo(progress=line)
    finally:
        line.clear()


@contextmanager
def open_store(arguments: argparse.Namespace) -> "Iterator[Store]":
    """The build in force. Raises CommandError with exit code 2 where there is none."""
    from careerdash.imports.start import recover
    from careerdash.store import Store, current_build

    folder = asked_folder(arguments)
    recover(folder)
    path = current_build(folder)
    if path is None:
        raise CommandError(NO_DATA)
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()


def metrics(arguments: argparse.Namespace) -> int:
    """`metrics`"""
    from careerdash.metrics import CATALOGUE, document
    from careerdash.reports.behind import behind_pages

    with open_store(arguments) as store:
        as_of, filters = as_of_day(arguments, store), asked_filters(arguments)
        found = document(store, as_of, filters)
        if arguments.json and arguments.pages:
            found["pages"] = behind_pages(store, as_of, filters, found["series"])
    if arguments.json:
        print_json(found)
    else:
        print(f"As of {found['as_of']}, data of {found['data_day']}")
        print_table(("metric", "value", "numerator", "denominator", "left out"), [
            (CATALOGUE[key].label, _shown(value["value"]), value["numerator"], value["denominator"],
             [f"{reason} {count}" for reason, count in value["left_out"].items()])
            for key, value in found["metrics"].items()])
    return 0


def pairs(arguments: argparse.Namespace) -> int:
    """`pairs`"""
    from careerdash.metrics import pairs as all_pairs

    with open_store(arguments) as store:
        found = all_pairs(store, as_of_day(arguments, store), asked_filters(arguments))
    if arguments.json:
        print_json(found)
    else:
        print_table(("pair", "program", "state", "start", "meeting days", "last", "cadence", "reasons"), [
            (pair["pair_id"], pair["program"], pair["state"], pair["start_date"], pair["meeting_days"],
             pair["last_meeting"], pair["cadence_state"], pair["reasons"]) for pair in found])
    return 0


def show_info(arguments: argparse.Namespace) -> int:
    """`info`"""
    from careerdash.imports.start import recover

    folder = asked_folder(arguments)
    recover(folder)
    return print_info(folder, as_json=arguments.json)


def print_info(folder: DataFolder, *, as_json: bool) -> int:
    """What is in force in a data folder."""
    from careerdash.imports.manage import info

    found = info(folder)
    if as_json:
        print_json(found)
        return 0
    for key in ("version", "data", "ledger", "build", "content", "data_day", "imports", "people"):
        print(f"{key.replace('_', ' ')}: {'-' if found[key] is None else found[key]}")
    if found["rows"]:
        print_table(("table", "rows"), found["rows"].items())
    return 0


def export(arguments: argparse.Namespace) -> int:
    """`export TABLE --csv OUT`"""
    from careerdash.imports.export import write_csv

    with open_store(arguments) as store:
        write_to(Path(arguments.csv), lambda path: write_csv(store, arguments.table, path, private=arguments.private))
    note_export(asked_folder(arguments), arguments.table, private=arguments.private)
    return 0


def write_to(out: Path, write: Callable[[Path], Any]) -> None:
    """Lets `write` fill a file beside `out` and then puts it there. Raises CommandError where that cannot be."""
    if out.exists() and not out.is_file():
        raise CommandError("The file to write is not an ordinary file: name another one.")
    try:
        descriptor, name = tempfile.mkstemp(dir=out.parent, prefix=".careerdash-", suffix=out.suffix)
    except OSError as error:
        raise CommandError("The file cannot be written: look at its folder and your rights there.") from error
    os.close(descriptor)
    temporary = Path(name)
    try:
        write(temporary)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        os.replace(temporary, out)
    finally:
        temporary.unlink(missing_ok=True)


def as_of_day(arguments: argparse.Namespace, store: "Store") -> Any:
    """The day asked for, else the data day of the build."""
    if arguments.as_of is None:
        return store.data_day
    if arguments.as_of > store.data_day:
        tell(f"The data is of {store.data_day.isoformat()}: what looks silent after that day may just be old data")
    return arguments.as_of


def known_data_from(folder: DataFolder) -> date | None:
    """The first day from which the staff list shows who left, where a coordinator has said one."""
    from careerdash.ledger.data_from import data_from
    from careerdash.ledger.ledger import Ledger

    if not Ledger.exists(folder):
        return None
    ledger = Ledger(folder)
    try:
        return data_from(ledger)
    finally:
        ledger.close()


def asked_filters(arguments: argparse.Namespace) -> "Filters":
    """The filters asked for."""
    from careerdash.metrics import Filters

    return Filters(program=tuple(arguments.program), department=tuple(arguments.department),
                   cohort=tuple(arguments.cohort))


def _shown(value: object) -> object:
    return round(value, 4) if isinstance(value, float) else value
