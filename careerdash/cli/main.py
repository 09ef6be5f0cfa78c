"""One run of the command line: parse, do, and say in one sentence what went wrong."""

import argparse
import contextlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from .output import CommandError, tell
from .parser import build_parser

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code: 0 done, 2 needs answers or corrections, 3 refused, 1 else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build_parser()
    try:
        arguments = parser.parse_args(argv)
        if arguments.command is None:
            parser.print_help(sys.stderr)
            return 2
        code = _command(arguments.command)(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as error:  # --help and --version
        return int(error.code or 0)
    except CommandError as error:
        tell(str(error))
        return error.code
    except KeyboardInterrupt:
        tell("Stopped: what was in force last stays in force.")
        return 1
    except BrokenPipeError:  # the reader of our output has gone, like `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _failed(error)


def _command(name: str) -> Command:
    """The function of a command; only its own module is loaded."""
    if name in ("metrics", "pairs", "info", "export"):
        from . import reading

        return {"metrics": reading.metrics, "pairs": reading.pairs, "info": reading.show_info,
                "export": reading.export}[name]
    if name == "report":
        from .reports import report

        return report
    if name == "outcomes":
        from .outcomes import outcomes

        return outcomes
    if name == "watch":
        from .watching import watch

        return watch
    if name in ("backup", "restore", "doctor"):
        from . import care

        return {"backup": care.backup, "restore": care.restore, "doctor": care.doctor}[name]
    if name in ("publish", "publications", "withdraw", "summary"):
        from . import leadership

        return {"publish": leadership.publish, "publications": leadership.publications,
                "withdraw": leadership.withdraw, "summary": leadership.summary}[name]
    from . import importing

    return {"import": importing.import_command, "check": importing.check, "imports": importing.show_history,
            "mappings": importing.mappings_command,
            "undo": importing.undo_command, "redo": importing.redo_command, "rebuild": importing.rebuild_command,
            "demo": importing.demo, "template": importing.template}[name]


def _failed(error: Exception) -> int:
    from careerdash.imports.model import ImportsError
    from careerdash.ledger.lock import LockBusy

    if isinstance(error, ImportsError):
        tell(str(error))
        return 2
    if isinstance(error, LockBusy) or type(error).__name__ == "LedgerError":
        tell(str(error))
        return 1
    _log(error)
    if isinstance(error, OSError):
        tell("The data folder or a file in it cannot be read or written: look at its rights and at the free space.")
    else:
        tell("Something unexpected went wrong, and nothing was changed by it: the data folder's errors.log says where.")
    return 1


def _log(error: Exception) -> None:
    """Notes where it happened; not the message, which may hold somebody's data."""
    from careerdash.ledger.folder import DataFolder

    frames = "".join(f"  {os.path.basename(frame.filename)}:{frame.lineno} {frame.name}\n"
                     for frame in traceback.extract_tb(error.__traceback__))
    with contextlib.suppress(OSError):
        log = DataFolder.default().log
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as handle:
            handle.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}\n{frames}")
