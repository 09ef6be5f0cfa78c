"""The child process of a reading: sets its own limits, reads, writes the result into the work folder."""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import Any

from careerdash.intake.request import Limits

OUT_OF_MEMORY = 86
BROKEN = 87
_NO_MEMORY = ("memory", "alloc", "failed to map", "worker thread", "new thread")
"""Words of failures for want of memory."""


class _NoPandas:
    """pyarrow would load pandas for nothing, which takes half a second: to it there is none."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raises ModuleNotFoundError for pandas, and leaves all else to the other finders."""
        if name.split(".")[0] == "pandas":
            raise ModuleNotFoundError(name)


def main(folder: str) -> int:
    """Reads what `request.json` names. Exit code 0 with a result, 86 out of memory, 87 broken file."""
    work = Path(folder)
    plain = json.loads((work / "request.json").read_text(encoding="utf-8"))
    _limit(Limits(**plain["limits"]))
    gc.disable()  # a short life with many small lists: collecting costs a tenth of the time and frees nothing
    try:
        if plain.get("task") == "annotate":
            _annotate(plain)
        else:
            _read(plain, work)
    except MemoryError:
        return OUT_OF_MEMORY
    except BaseException as failure:  # a panic of a reader is no Exception
        if os.environ.get("CAREERDASH_INTAKE_TRACE"):
            import traceback

            Path(os.environ["CAREERDASH_INTAKE_TRACE"]).write_text("".join(traceback.format_exception(failure)))
        return OUT_OF_MEMORY if any(word in str(failure).lower() for word in _NO_MEMORY) else BROKEN
    return 0


def _read(plain: dict[str, Any], work: Path) -> None:
    from careerdash.intake.loading import sha256, start
    from careerdash.intake.request import Reading, RefusedError
    from careerdash.intake.sandbox import request_of, save

    said, request, path, name = work / "progress", request_of(plain), Path(plain["path"]), plain["name"]
    digest = request.sha256 or sha256(path)
    try:
        started = start(path, request.limits, careful=plain.get("careful", False))
    except RefusedError as refused:  # before the libraries come in: a bomb costs no second
        save(Reading(name, digest, "refused", refused.code, refused.message), {}, work, request)
        return
    from careerdash.intake.reading import read_started

    reading, typed = read_started(path, name, digest, started, request, lambda share: _tell(said, share))
    save(reading, typed, work, request, lambda share: _tell(said, 0.9 + 0.1 * share))


def _annotate(plain: dict[str, Any]) -> None:
    from careerdash.intake.annotate import Mark, annotate_here

    annotate_here(Path(plain["path"]), plain["name"], [Mark(**mark) for mark in plain["marks"]],
                  [(sheet, row, column, text) for sheet, row, column, text in plain["fixes"]], Path(plain["out"]),
                  Limits(**plain["limits"]))


def _tell(said: Path, share: float) -> None:
    said.write_text(f"{share:.4f}", encoding="ascii")


def _limit(limits: Limits) -> None:
    """Memory and CPU limits of this process; where the system has none the parent's wall clock stays."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.child_bytes, limits.child_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.meta_path.insert(0, _NoPandas())
    os._exit(main(sys.argv[1]))  # a workbook may still be loading that was refused meanwhile
