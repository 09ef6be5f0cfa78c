"""Files from the browser to the imports room and back, for the Imports page."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from ..build.plan import Progress
from ..imports.model import ImportFile, ImportResult
from ..imports.run import import_files
from ..ledger.folder import DataFolder


@dataclass(frozen=True)
class Dropped:
    """One file as dropped: its name and its bytes, which stay in memory until they are read."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Choices:
    """What the user decided for the drop."""

    as_of: date | None
    answers: Mapping[str, str]
    accept: bool


@contextmanager
def _staged(files: Sequence[Dropped]) -> Iterator[list[ImportFile]]:
    """The files in a private folder of their own, which is gone afterwards; names are kept apart from paths."""
    with tempfile.TemporaryDirectory(prefix="careerdash-") as folder:
        staged = []
        for place, file in enumerate(files):
            path = Path(folder) / f"{place}{_suffix(file.name)}"
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(file.data)
            staged.append(ImportFile(path, file.name))
        yield staged


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 6 else ""


def run(files: Sequence[Dropped], choices: Choices, *, dry_run: bool, by: str) -> list[ImportResult]:
    """Imports the files, or only says what would happen, with a progress bar meanwhile.

    Raises what `import_files` raises.
    """
    bar = st.progress(0.0, "Reading the files")
    try:
        with _staged(files) as staged:
            return import_files(DataFolder.default(), staged, as_of=choices.as_of, answers=choices.answers,
                                accept=choices.accept, dry_run=dry_run, by=by, progress=shown(bar))
    finally:
        bar.empty()


def shown(bar: Any) -> Progress:
    """Progress of the imports room on a bar of the page."""
    return lambda step, share: bar.progress(min(max(share, 0.0), 1.0), step)
