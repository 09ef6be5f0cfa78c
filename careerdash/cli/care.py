"""Commands for who looks after the installation: backup, restore, doctor."""

import argparse
from pathlib import Path

from careerdash.ledger.folder import DataFolder

from .output import CommandError, ProgressLine, print_json, print_table, tell
from .reading import write_to


def backup(arguments: argparse.Namespace) -> int:
    """`backup TO`"""
    from careerdash.imports.backup import back_up

    made, line = [], ProgressLine()
    try:
        write_to(Path(arguments.out),
                 lambda path: made.append(back_up(DataFolder.default(), path, progress=line)))
    finally:
        line.clear()
    if arguments.json:
        print_json(made[0].document())
    tell(f"Backed up {made[0].imports} imports, {made[0].files} files, {made[0].size / 1e6:.1f} MB before packing: it "
         "holds personal data, so keep it safe")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """`restore FROM`"""
    from careerdash.imports import backup as imports
    from careerdash.imports.manage import info

    source = Path(arguments.backup)
    if not source.is_file():
        raise CommandError("The backup to restore is not there, or is not an ordinary file.")
    line = ProgressLine()
    try:
        told = imports.restore(DataFolder.default(), source, replace=arguments.replace, progress=line)
    finally:
        line.clear()
    now = info(DataFolder.default())
    same = now["content"] == told.content
    if arguments.json:
        print_json({**told.document(), "build": now["build"], "same_content": same})
    tell(f"Restored the backup of {told.made_at}: {told.imports} imports"
         + ("" if same else "; this version of careerdash reads them otherwise than the one that made the backup"))
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    """`doctor`; the exit code is 1 where something is wrong."""
    from careerdash.imports.doctor import Finding, examine
    from careerdash.ui.serve import refusal

    line = ProgressLine()
    try:
        found = examine(DataFolder.default(), progress=line)
    finally:
        line.clear()
    refused = refusal("127.0.0.1")
    found.append(Finding("sign-in", "fine", "The server may listen.") if refused is None
                 else Finding("sign-in", "wrong", refused))
    if arguments.json:
        print_json([finding.document() for finding in found])
    else:
        print_table(("check", "state"), [(finding.check, finding.state) for finding in found])
        for finding in found:
            if finding.state != "fine":
                tell(f"{finding.check}: {finding.message}")
    return 1 if any(finding.state == "wrong" for finding in found) else 0
