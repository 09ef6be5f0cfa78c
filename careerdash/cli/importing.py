"""Commands that change what is in force, and the history."""

import argparse
import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from careerdash.imports.model import ImportResult, Published, worst_exit_code
from careerdash.ledger.folder import DataFolder

from .output import ProgressLine, counted, plain, print_json, print_table, tell

_CELLS = 20


def import_command(arguments: argparse.Namespace) -> int:
    """`import FILE...`"""
    from careerdash.imports.run import import_files, read_answers

    answers = read_answers(Path(arguments.answers)) if arguments.answers else {}
    line = ProgressLine()
    try:
        results = import_files(
            DataFolder.default(), [Path(name) for name in arguments.files], as_of=arguments.as_of, answers=answers,
            accept=arguments.accept, dry_run=arguments.dry_run, missing=arguments.missing, by=who(),
            mapping=arguments.mapping, progress=line)
    finally:
        line.clear()
    if arguments.json:
        print_json([result.document() for result in results])
    else:
        for result in results:
            show(result)
    for result in results:
        if result.exit_code:
            tell(f"{plain(Path(result.file).name)}: {result.message}")
    return worst_exit_code([result.exit_code for result in results])


def check(arguments: argparse.Namespace) -> int:
    """`check FILE...`"""
    from careerdash.imports.model import HALT_CODES
    from careerdash.imports.run import check_files, read_answers

    answers = read_answers(Path(arguments.answers)) if arguments.answers else {}
    line = ProgressLine()
    try:
        documents = check_files(DataFolder.default(), [Path(name) for name in arguments.files], answers=answers,
                                progress=line)
    finally:
        line.clear()
    if arguments.json:
        print_json(documents)
    else:
        for document in documents:
            print(f"{plain(document['file'])}: {document['outcome']}")
            _show_issues(document)
    codes = []
    for document in documents:
        asks = document["outcome"] == "needs answers" or document["code"] in HALT_CODES
        codes.append(0 if document["outcome"] == "read" else 2 if asks else 3)
        if codes[-1] and document["message"]:
            tell(f"{plain(Path(document['file']).name)}: {document['message']}")
    return worst_exit_code(codes)


def show_history(arguments: argparse.Namespace) -> int:
    """`imports`"""
    from careerdash.imports.manage import history

    from .reading import asked_folder

    entries = history(asked_folder(arguments))
    if arguments.json:
        print_json(entries)
    elif entries:
        print_table(("id", "state", "file", "data day", "known from", "received", "by", "rows"), [
            (entry["import_id"], entry["state"], entry["file"], entry["data_day"], entry["data_day_from"],
             entry["received_at"], entry["received_by"], sum(entry["rows"].values())) for entry in entries])
    else:
        tell("There are no imports yet")
    return 0


def mappings_command(arguments: argparse.Namespace) -> int:
    """`mappings`"""
    from careerdash.imports.mappings import forget, listed

    if arguments.forget:
        forget(DataFolder.default(), names=arguments.forget)
    found = listed(DataFolder.default())
    if arguments.json:
        print_json(found)
    elif found:
        print_table(("name", "table", "columns", "remembered", "by"), [
            (one["name"], one["table"], len(one["columns"]), one["remembered_at"], one["remembered_by"])
            for one in found])
    else:
        tell("No mapping is remembered yet: an import leaves one for each table")
    return 0


def undo_command(arguments: argparse.Namespace) -> int:
    """`undo ID...`"""
    from careerdash.imports.manage import undo

    line = ProgressLine()
    return _published(arguments, line, lambda: undo(DataFolder.default(), arguments.ids, by=who(), progress=line))


def redo_command(arguments: argparse.Namespace) -> int:
    """`redo ID...`"""
    from careerdash.imports.manage import redo

    line = ProgressLine()
    return _published(arguments, line, lambda: redo(DataFolder.default(), arguments.ids, by=who(), progress=line))


def rebuild_command(arguments: argparse.Namespace) -> int:
    """`rebuild`"""
    from careerdash.imports.manage import rebuild

    line = ProgressLine()
    return _published(arguments, line, lambda: rebuild(DataFolder.default(), by=who(), progress=line))


def demo(arguments: argparse.Namespace) -> int:
    """`demo`"""
    from careerdash.imports.demo import ensure_demo

    from .reading import print_info

    line = ProgressLine()
    try:
        folder = ensure_demo(progress=line)
    finally:
        line.clear()
    return print_info(folder, as_json=arguments.json)


def template(arguments: argparse.Namespace) -> int:
    """`template OUT`"""
    from careerdash.reports.template import write_template

    from .reading import write_to

    write_to(Path(arguments.out), write_template)
    tell("The template is written: fill in what you have, and import it")
    return 0


def _published(arguments: argparse.Namespace, line: ProgressLine, publish: Any) -> int:
    try:
        result: Published = publish()
    finally:
        line.clear()
    if arguments.json:
        print_json(result.document())
    elif result.build is None:
        print("No import is in force.")
    else:
        print(f"Build {result.build} is in force, content {result.content}.")
    return 0


def show(result: ImportResult) -> None:
    """One file's result in words: what became of it, what changed, what to look at."""
    number = "" if result.import_id is None else f" (import {result.import_id})"
    print(f"{plain(result.file)}: {result.outcome}{number}")
    if result.exit_code == 0:
        print(f"  {plain(result.message)}")
    if result.changes:
        print_table(("table", "new", "changed", "same", "missing"), counted(result.changes))
    if result.compare is not None:
        _show_compare(result.compare)
    if result.balance is not None:
        _show_issues(dict(result.balance))


def _show_compare(found: Mapping[str, Any]) -> None:
    """What a trial found: cells that would change, pairs that are missing, numbers before and after."""
    for cell in found["cells"][:_CELLS]:
        who = f" ({plain(cell['who'])})" if cell["who"] else ""
        print(f"  {plain(cell['sheet'])} row {cell['row']}{who}: {cell['table']}.{cell['field']} "
              f"{plain(str(cell['old'] or '-'))} -> {plain(str(cell['new'] or '-'))}")
    if found["changed_cells"] > _CELLS:
        print(f"  and {found['changed_cells'] - _CELLS} more changed cells")
    for word, key in (("duplicate rows", "duplicate"), ("conflicting rows", "conflicting"),
                      ("running pairs missing from this export", "missing_pairs"),
                      ("rows of earlier imports that would wait", "now_waiting"),
                      ("rows of earlier imports that would come in", "came_in")):
        if found[key]:
            print(f"  {word}: {found[key]}")
    for number in found["numbers"]:
        print(f"  {number['key']}: {number['was'] or '-'} -> {number['is']}")


def _show_issues(document: dict[str, Any]) -> None:
    """Issues by sheet, column and code, with a count and an example; and the questions."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for issue in document["issues"]:
        groups.setdefault((issue["kind"], issue["sheet"], issue["column"], issue["code"]), []).append(issue)
    for (kind, sheet, column, code), issues in groups.items():
        place = f"{plain(str(sheet))}{'' if column is None else f' column {column}'}"
        rows = ", ".join(str(issue["row"]) for issue in issues[:5] if issue["row"] is not None)
        count = sum(issue.get("more", 1) for issue in issues)
        more = f" and {count - 5} more" if count > 5 else ""
        print(f"  {kind}: {place}{f', row {rows}{more}' if rows else ''}: {plain(issues[0]['message'])} [{code}]")
    for question in document["questions"]:
        print(f"  question {question['id']}: {plain(question['text'])} "
              f"({', '.join(plain(str(choice)) for choice in question['choices'])})")


def who() -> str:
    """The user's name on this machine, for the ledger."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"
