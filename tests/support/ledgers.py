"""Ledger entries and builds made by hand, for tests of ledger and publishing."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from careerdash.build import BuildPlan, BuildResult, Source
from careerdash.build.publish import Publisher
from careerdash.ledger.entries import BuildEntry, ImportEntry, Publication
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger


def an_entry(import_id: int, **changes: object) -> ImportEntry:
    """An import in force; its bytes are its own."""
    entry = ImportEntry(
        import_id=import_id, batch=import_id, place=import_id, state="in force", sha256=f"{import_id:064x}",
        file_name=f"file {import_id}.xlsx", file_bytes=10, kept="bytes", data_day=date(2026, 3, import_id),
        data_day_from="argument", decisions={"reading": {"n": import_id}, "missing": "keep"}, typed_key="k",
        typed_tables={"pair": 1}, received_at=datetime(2026, 3, 1, 12), received_by="tester", receipt={"message": "."})
    return replace(entry, **changes)  # type: ignore[arg-type]


def a_build(build_id: str | None = "b1", code: str = "1") -> BuildEntry:
    """A build as the ledger records it."""
    return BuildEntry(build_id, date(2026, 3, 1), f"content of {build_id}", code, {"pair": 3}, 7)


def a_publication(*entries: ImportEntry, build_id: str | None = "b1", **changes: object) -> Publication:
    """A publication of these imports."""
    return replace(Publication(a_build(build_id), "import", "tester", entries), **changes)  # type: ignore[arg-type]


def plan_of(ledger: Ledger) -> BuildPlan:
    """The plan in force, of files that nobody reads."""
    return BuildPlan(tuple(Source(entry.import_id, entry.data_day, entry.file_name, {}) for entry in ledger.in_force()))


def text_build(plan: BuildPlan, target: Path) -> BuildResult:
    """A build that is a text file: the ids of its imports."""
    said = "-".join(str(source.import_id) for source in plan.sources)
    target.write_text(said, encoding="ascii")
    return BuildResult(f"b{said}", max(source.data_day for source in plan.sources), f"content of {said}", {}, 0, ())


def text_publisher(folder: DataFolder, ledger: Ledger, code: str = "1") -> Publisher:
    """A publisher of text builds."""
    return Publisher(folder, ledger, text_build, lambda: plan_of(ledger), code)


def publish_text(folder: DataFolder, ledger: Ledger, *entries: ImportEntry, code: str = "1") -> None:
    """Publishes imports, as the imports room does it."""
    with text_publisher(folder, ledger, code) as publisher:
        sources = [*plan_of(ledger).sources,
                   *(Source(entry.import_id, entry.data_day, entry.file_name, {}) for entry in entries)]
        candidate = publisher.candidate(BuildPlan(tuple(sources)))
        publisher.publish(candidate, Publication(publisher.build_entry(candidate), "import", "tester", entries))


def in_force(folder: DataFolder) -> str | None:
    """What the build that the pointer names holds."""
    build_id = folder.current_build_id()
    return None if build_id is None else folder.build_path(build_id).read_text(encoding="ascii")


def forget_typed(folder: DataFolder) -> None:
    """Removes the typed rows that are kept, so that a rebuild makes them again."""
    for kept in list(folder.parsed.rglob("typed-*")):
        shutil.rmtree(kept)
