"""Published reports from the command line: what can be published, publishing, withdrawing, the board's page."""

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .importing import who
from .noting import note_export
from .output import CommandError, print_json, print_table, tell
from .reading import asked_folder, open_store, write_to

if TYPE_CHECKING:
    from careerdash.ledger.published import PublishedReport, PublishedReports


def publish(arguments: argparse.Namespace) -> int:
    """`publish PERIOD`"""
    from careerdash.ledger.data_from import data_from
    from careerdash.ledger.ledger import Ledger
    from careerdash.ledger.published import PublicationError
    from careerdash.outcomes.periods import Quarter
    from careerdash.reports import publication

    with open_store(arguments) as store:
        ledger = Ledger(asked_folder(arguments))
        try:
            made = publication.draft(store, ledger, Quarter.of(arguments.period), arguments.scope, date.today(),
                                     data_from=arguments.data_from or data_from(ledger))
            report_id = None if arguments.dry_run else publication.publish(ledger, made, who())
        except (PublicationError, ValueError) as error:
            raise CommandError(str(error)) from error
        finally:
            ledger.close()
    if arguments.json:
        print_json({"publication": report_id, **made.document})
    elif report_id is not None:
        tell(f"Published as {report_id}")
    return 0


def publications(arguments: argparse.Namespace) -> int:
    """`publications`"""
    reports = _reports(arguments).all()
    if arguments.json:
        print_json([{"publication": report.report_id, "published_at": report.published_at.isoformat(),
                     "published_by": report.published_by, **report.document} for report in reports])
    elif reports:
        print_table(("publication", "period", "scope", "published", "by"), [
            (report.report_id, report.period, report.scope, report.published_at.date(), report.published_by)
            for report in reports])
    else:
        tell("Nothing is published yet")
    return 0


def withdraw(arguments: argparse.Namespace) -> int:
    """`withdraw ID`"""
    from careerdash.ledger.published import PublicationError

    try:
        _reports(arguments).withdraw(arguments.publication, who())
    except PublicationError as error:
        raise CommandError(str(error)) from error
    tell("Withdrawn: nobody can read it any longer")
    return 0


def summary(arguments: argparse.Namespace) -> int:
    """`summary --pptx OUT --publication ID`"""
    from careerdash.reports import summary as board
    from careerdash.reports.shown import of_published

    if arguments.pptx is None and arguments.xlsx is None:
        raise CommandError("Name the file to write with --pptx or --xlsx.")
    report = _one(arguments)
    page = board.summary(of_published(report), report.period)
    for out, write in ((arguments.pptx, board.write_pptx), (arguments.xlsx, board.write_xlsx)):
        if out is not None:
            write_to(Path(out), partial(_fill, board.as_bytes(write, page)))
            tell(f"{Path(out).name} is written")
    note_export(asked_folder(arguments), "summary")
    return 0


def _fill(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def _one(arguments: argparse.Namespace) -> "PublishedReport":
    from careerdash.ledger.published import PublicationError

    try:
        return _reports(arguments).one(arguments.publication)
    except PublicationError as error:
        raise CommandError(str(error)) from error


def _reports(arguments: argparse.Namespace) -> "PublishedReports":
    from careerdash.ledger.ledger import Ledger
    from careerdash.ledger.published import PublishedReports

    return PublishedReports(Ledger(asked_folder(arguments)))
