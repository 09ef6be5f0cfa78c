"""Commands that write files to take away."""

import argparse
from pathlib import Path

from .noting import note_export
from .output import ProgressLine, print_json, tell
from .reading import as_of_day, asked_filters, asked_folder, open_store, write_to


def report(arguments: argparse.Namespace) -> int:
    """`report --xlsx OUT`"""
    from careerdash.imports.manage import history
    from careerdash.reports.pack import write_pack

    with open_store(arguments) as store:
        as_of, filters = as_of_day(arguments, store), asked_filters(arguments)
        files = [entry for entry in history(asked_folder(arguments)) if entry["state"] == "in force"]
        found, line = {}, ProgressLine()

        def write(path: Path) -> None:
            found.update(write_pack(store, as_of, filters, path, files=files, demo=arguments.demo, progress=line))

        try:
            write_to(Path(arguments.xlsx), write)
        finally:
            line.clear()
        note_export(asked_folder(arguments), "report")
        said = {"file": arguments.xlsx, "as_of": as_of.isoformat(), "data_day": store.data_day.isoformat(),
                "build": store.build_id, "filters": filters.as_json(),
                "sheets": {sheet: written.rows for sheet, written in found.items()},
                "left_off": {sheet: written.left_off for sheet, written in found.items() if written.left_off}}
    if arguments.json:
        print_json(said)
    else:
        tell(f"Written: {found['Pairs'].rows} pairs, {found['Needs attention'].rows} reasons for attention, "
             f"{found['Milestones'].rows} milestones, {found['Check-ins'].rows} check-ins")
    for sheet, written in found.items():
        if written.left_off:
            tell(f"{written.left_off} rows of the sheet {sheet} did not fit: its sheet Left out says more")
    return 0
