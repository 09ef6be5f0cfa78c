"""The commands, their options and their help."""

import argparse
from datetime import date
from typing import NoReturn

import careerdash
from careerdash.schema import TABLES

from .output import CommandError

FIRST_YEAR = 1900


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Raises CommandError."""
        said = message.removeprefix("argument ")
        raise CommandError(f"{said[:1].upper()}{said[1:]}: see {self.prog} --help.")


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="python -m careerdash", allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="How mentoring pairs are doing, from the spreadsheets that coordinators keep.",
        epilog="""examples:
  python -m careerdash import pairs.xlsx sessions.csv --as-of 2026-03-01
  python -m careerdash metrics --program Leaders --as-of 2026-02-28 --json
  python -m careerdash undo 4

Each command has its own help: python -m careerdash import --help.
Your data lies in the project's folder data/, or where CAREERDASH_DATA says.
Exit codes: 0 done; 2 the input needs answers or corrections; 3 a file was refused; 1 anything else.""")
    parser.add_argument("--version", action="version", version=careerdash.__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _import(commands)
    _check(commands)
    _manage(commands)
    _read(commands)
    _outcomes(commands)
    _export(commands)
    _report(commands)
    _leadership(commands)
    _start(commands)
    _care(commands)
    return parser


_Commands = argparse._SubParsersAction


def _command(commands: "_Commands[Parser]", name: str, help_text: str, description: str, example: str) -> Parser:
    return commands.add_parser(
        name, help=help_text, description=description, allow_abbrev=False,
        epilog=f"example:\n  {example}", formatter_class=argparse.RawDescriptionHelpFormatter)


def _import(commands: "_Commands[Parser]") -> None:
    parser = _command(
        commands, "import", "take spreadsheets in", "Reads the files and publishes those that could be read, together; "
        "the others are left out and named.\nThe same file twice changes nothing; a newer export updates row by row; "
        "every import can be undone.", "python -m careerdash import matches.xlsx sessions.csv --as-of 2026-03-01")
    parser.add_argument("files", nargs="+", metavar="FILE", help="xlsx, xlsm, xlsb, xls, ods, csv or tsv")
    parser.add_argument("--as-of", type=day, metavar="DAY", help="the day the data is from, like 2026-03-01 (without "
                        "it: a full date in the file's name, a title or a footer, else today)")
    parser.add_argument("--answers", metavar="FILE.json", help="answers to questions: {question id: choice}")
    parser.add_argument("--mapping", metavar="NAME", help="use the mapping remembered under this name")
    parser.add_argument("--missing", choices=("keep", "end"), help="pairs that an earlier file had and this one lacks: "
                        "keep them (default) or end them; only pairs of programs that the file holds")
    parser.add_argument("--accept", action="store_true", help="go on without the rows that cannot be taken in, and "
                        "leave doubtful columns as extras")
    parser.add_argument("--dry-run", action="store_true", help="read, compare and report, publish nothing")
    _json(parser)


def _check(commands: "_Commands[Parser]") -> None:
    parser = _command(commands, "check", "say what an import would find", "Reads the files and says what an import "
                      "would find; publishes and records nothing.", "python -m careerdash check matches.xlsx --json")
    parser.add_argument("files", nargs="+", metavar="FILE", help="the files to read")
    parser.add_argument("--answers", metavar="FILE.json", help="answers to questions: {question id: choice}")
    _json(parser)


def _manage(commands: "_Commands[Parser]") -> None:
    history = _command(commands, "imports", "list all imports", "The history of imports, oldest first.",
                       "python -m careerdash imports")
    _demo(history)
    _json(history)
    watch = _command(
        commands, "watch", "take in exports as they arrive", "Looks at a folder again and again, and takes in what is "
        "complete and needs no answer, as one batch.\nNothing is moved; what was taken or was refused is not "
        "tried again until its content changes,\nwhat waits also when other imports have come or gone.",
        "python -m careerdash watch exports/ --interval 60")
    watch.add_argument("folder", metavar="FOLDER", help="where the exports arrive; folders in it are left alone")
    watch.add_argument("--once", action="store_true", help="look twice, then end (the exit code is that of import)")
    watch.add_argument("--interval", type=seconds, metavar="S", help="seconds between two looks (default: 30; with "
                       "--once 2)")
    _json(watch)
    mappings = _command(commands, "mappings", "list remembered mappings", "How the tables that were imported are read: "
                        "the next file with the same headers needs no questions.\nimport --mapping NAME uses one also "
                        "for headers that hardly differ.", "python -m careerdash mappings --forget Sessions")
    mappings.add_argument("--forget", action="append", default=[], metavar="NAME", help="delete the mapping of this "
                          "name; may be repeated, imports stay as they are")
    _json(mappings)
    for name, help_text, description in (
            ("undo", "take imports out again", "Takes imports out of force, in any order. Files and receipts stay."),
            ("redo", "bring undone imports back", "Brings undone imports back, at their old place.")):
        parser = _command(commands, name, help_text, description, f"python -m careerdash {name} 3 4")
        parser.add_argument("ids", nargs="+", type=import_number, metavar="ID", help="numbers as `imports` lists them")
        _json(parser)
    rebuild = _command(commands, "rebuild", "make the build again", "Makes the build in force again from the kept "
                       "files and the recorded decisions: the content stays the same.", "python -m careerdash rebuild")
    _json(rebuild)


def _read(commands: "_Commands[Parser]") -> None:
    for name, help_text, description in (
            ("metrics", "print all numbers", "All metrics and series, with numerator, denominator and what was left "
             "out."),
            ("pairs", "print one row a pair", "What every pair is on a day: state, meetings, milestones, checklist, "
             "reasons for attention.")):
        parser = _command(commands, name, help_text, description,
                          f"python -m careerdash {name} --program Leaders --program - --as-of 2026-02-28")
        _filters(parser)
        _demo(parser)
        _json(parser)
        if name == "metrics":
            parser.add_argument("--pages", action="store_true",
                                help="with --json: also the rows behind the charts of the program's pages")
    info = _command(commands, "info", "say what is in force", "Version, data folder, build in force, rows a table.",
                    "python -m careerdash info --demo")
    _demo(info)
    _json(info)


def _outcomes(commands: "_Commands[Parser]") -> None:
    parser = _command(
        commands, "outcomes", "say whether people stay", "Mentees beside similar colleagues from the day of the match "
        "on: who is still here, what can be said and what not.", "python -m careerdash outcomes --program Leaders")
    parser.add_argument("--as-of", type=day, metavar="DAY", help="the day to look at (default: the latest day that any "
                        "import's data is from)")
    parser.add_argument("--data-from", type=day, metavar="DAY", help="the first day from which the data shows who left "
                        "(default: the first day of the month of the earliest exit)")
    parser.add_argument("--program", action="append", default=[], metavar="NAME", help="only this program; may be "
                        "repeated, - stands for unknown")
    parser.add_argument("--participation", choices=("voluntary", "mandatory"), help="only programs of this kind")
    parser.add_argument("--assignment", choices=("chosen", "matched", "lottery"), help="only programs of this kind")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another draw of colleagues (default: 1)")
    _demo(parser)
    _json(parser)


def _export(commands: "_Commands[Parser]") -> None:
    parser = _command(commands, "export", "write one table as CSV", "One table from the build in force: its fields as "
                      "header, then source_file, source_sheet, source_row.\nCells that a spreadsheet would take for a "
                      "formula begin with an apostrophe; importing the file takes it off again.",
                      "python -m careerdash export pair --csv pairs.csv")
    parser.add_argument("table", choices=tuple(TABLES), metavar="TABLE", help=", ".join(TABLES))
    parser.add_argument("--csv", required=True, metavar="OUT", help="the file to write")
    parser.add_argument("--private", action="store_true", help="with notes, comments and goals as people wrote them")
    _demo(parser)


def _report(commands: "_Commands[Parser]") -> None:
    parser = _command(commands, "report", "write all numbers and lists as one workbook", "One workbook: numbers with "
                      "charts, pairs, reasons for attention, milestones, check-ins, definitions, what was left out.\n"
                      "Notes, comments and goals as written are not in it.",
                      "python -m careerdash report --xlsx march.xlsx --program Leaders --as-of 2026-03-31")
    parser.add_argument("--xlsx", required=True, metavar="OUT", help="the file to write")
    _filters(parser)
    _demo(parser)
    _json(parser)


def _leadership(commands: "_Commands[Parser]") -> None:
    publish = _command(commands, "publish", "publish a report for leadership", "Publishes the report of a closed "
                       "quarter: coarse numbers, frozen, that nobody can be worked out from.",
                       "python -m careerdash publish 2026-Q3 --scope all")
    publish.add_argument("period", metavar="PERIOD", help="a quarter like 2026-Q3, over for a month")
    publish.add_argument("--scope", choices=("all", "voluntary", "mandatory", "lottery"), default="all",
                         help="which programs (default: all)")
    publish.add_argument("--data-from", type=day, metavar="DAY", help="the first day from which the data shows "
                         "who left")
    publish.add_argument("--dry-run", action="store_true", help="make the report, publish nothing")
    publications = _command(commands, "publications", "list published reports", "The published reports that can be "
                            "read, oldest first.", "python -m careerdash publications --json")
    withdraw = _command(commands, "withdraw", "withdraw a published report", "Takes a published report away from its "
                        "readers. It stays on record.", "python -m careerdash withdraw 2026-Q3-all")
    withdraw.add_argument("publication", metavar="ID", help="as `publications` lists it")
    summary = _command(commands, "summary", "write the board's page", "The one-page summary of a published report, as "
                       "a slide or a workbook.", "python -m careerdash summary --pptx board.pptx --publication "
                       "2026-Q3-all")
    summary.add_argument("--pptx", metavar="OUT", help="the slide to write")
    summary.add_argument("--xlsx", metavar="OUT", help="the workbook to write")
    summary.add_argument("--publication", required=True, metavar="ID", help="as `publications` lists it")
    for parser in (publish, publications, withdraw, summary):
        _demo(parser)
    for parser in (publish, publications):
        _json(parser)


def _start(commands: "_Commands[Parser]") -> None:
    demo = _command(commands, "demo", "build the demo company", "Builds the demo company's data where it is not there "
                    "yet, and says what it holds. Your own data is not touched.", "python -m careerdash demo")
    _json(demo)
    template = _command(commands, "template", "write the template workbook", "Writes a workbook to fill in: one sheet "
                        "a table, headers are the field names, drop-downs for fixed words.\nThe example rows are left "
                        "out by an import.", "python -m careerdash template my-program.xlsx")
    template.add_argument("out", metavar="OUT", help="the file to write")


def _care(commands: "_Commands[Parser]") -> None:
    backup = _command(commands, "backup", "write all that you have into one file", "Writes the ledger, the kept files "
                      "and the roles into one zip file, while the dashboard may be open.\nIt holds personal data: keep "
                      "it as safe as the data folder.", "python -m careerdash backup /safe/careerdash-2026-03-01.zip")
    backup.add_argument("out", metavar="TO", help="the file to write")
    _json(backup)
    restore = _command(commands, "restore", "bring a backup back", "Puts a backup into a data folder that holds no "
                       "imports, and makes the build again. Stop the dashboard first.",
                       "python -m careerdash restore /safe/careerdash-2026-03-01.zip")
    restore.add_argument("backup", metavar="FROM", help="a file that `backup` wrote")
    restore.add_argument("--replace", action="store_true", help="also where the folder holds imports: what is there "
                         "is kept in its sub-folder before-restore-...")
    _json(restore)
    doctor = _command(commands, "doctor", "look whether all is sound", "Looks at packages, rights, free space, ledger, "
                      "kept files, build and sign-in, and says in a sentence each what is wrong. Changes nothing.",
                      "python -m careerdash doctor")
    _json(doctor)


def _filters(parser: Parser) -> None:
    parser.add_argument("--as-of", type=day, metavar="DAY", help="the day to look at (default: the latest day "
                        "that any import's data is from)")
    for name, what in (("program", "program"), ("department", "mentee's department"), ("cohort", "cohort")):
        parser.add_argument(f"--{name}", action="append", default=[], metavar="NAME",
                            help=f"only this {what}; may be repeated, - stands for unknown")


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _demo(parser: Parser) -> None:
    parser.add_argument("--demo", action="store_true", help="ask the demo company instead of your data")


def day(text: str) -> date:
    """A day as people type it here, from 1900 on as in files. Raises ArgumentTypeError."""
    try:
        found = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError("a day is written like 2026-03-01")
    if found.year < FIRST_YEAR:
        raise argparse.ArgumentTypeError(f"there are no days before the year {FIRST_YEAR} here")
    return found


def seconds(text: str) -> float:
    """A time between looks, 0 to a day. Raises ArgumentTypeError."""
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 86400:
        raise argparse.ArgumentTypeError("seconds are a number from 0 to 86400")
    return found


def import_number(text: str) -> int:
    """The number of an import. Raises ArgumentTypeError."""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise argparse.ArgumentTypeError("an import is named by its number")
