"""What becomes of one file of a batch on its way into force, and what its result says."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from careerdash import formats
from careerdash.ledger.entries import ImportEntry

from .balance import issue_counts, quarantined, shortened
from .effect import Effect
from .model import ImportResult, ImportsError, Outcome
from .read import Item, corrections, shapes

_REFUSED = "a column that must not be kept, such as pay or a birth date, was left out, and the file is kept without it"
ISSUES_KEPT = 1000
"""Issues that a receipt lists one by one; all counts are complete."""


@dataclass
class Part:
    """A file of the batch on its way into force: a new entry, or an undone one that comes back."""

    item: Item
    entry: ImportEntry
    is_new: bool
    typed: dict[str, Path]
    balance: dict[str, Any] = field(default_factory=dict)
    changes: dict[str, dict[str, int]] = field(default_factory=dict)
    compare: dict[str, Any] | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """How the batch is to be published."""

    as_of: date | None
    accept: bool
    missing: str | None
    by: str
    today: date
    dry_run: bool


def message(part: Part, moved: Effect, *, dry_run: bool) -> str:
    """One sentence: what came, what was set aside, what moved in the numbers."""
    counts = Counter[str]()
    for change in part.changes.values():
        counts.update(change)
    verb = "Would be published" if dry_run else "Published" if part.is_new else "Redone"
    said = [f"{verb}: {formats.count(counts['new'], 'row')} new, {formats.number(counts['changed'])} changed"]
    if aside := quarantined(part.balance):
        said.append(f"{formats.count(aside, 'row')} set aside")
    if part.entry.data_day_from == "today":
        said.append("the file names no day that its data is from, so that today was taken")
    if part.entry.kept == "cells":
        said.append(_REFUSED)
    if numbers := moved.sentence_part():
        said.append(numbers)
    return "; ".join(said) + "."


def _notices(part: Part) -> tuple[str, ...]:
    refused = () if part.entry.kept == "bytes" else (f"{formats.capital(_REFUSED)}.",)
    return (*part.item.read.notices, *refused, *part.remarks)


def left_out(part: Part, outcome: Outcome, said: str) -> ImportResult:
    """The result of a file that is not published, and why."""
    return ImportResult(
        part.item.file.name, part.entry.sha256, outcome, said, data_day=part.entry.data_day, balance=part.balance,
        corrections=corrections(part.item), notices=_notices(part), shapes=shapes(part.item),
        day_from=part.entry.data_day_from)


def published(part: Part, build: str, moved: Effect, *, dry_run: bool) -> ImportResult:
    """The result of a file that was published, or would be."""
    entry = part.entry
    return ImportResult(
        part.item.file.name, entry.sha256, "published", message(part, moved, dry_run=dry_run),
        import_id=None if dry_run else entry.import_id, data_day=entry.data_day, build=None if dry_run else build,
        balance=part.balance, changes=part.changes, receipt={"effect": moved.document()}, compare=part.compare,
        corrections=corrections(part.item), notices=_notices(part), shapes=shapes(part.item),
        day_from=part.entry.data_day_from)


def short_receipt(result: ImportResult | None) -> dict[str, Any]:
    """The receipt as the ledger keeps it for ever."""
    if result is None or result.balance is None:
        raise ImportsError("An import without a balance is not published.")
    issues = result.balance["issues"]
    return {"message": result.message, "changes": result.changes, **result.receipt,
            "balance": {**result.balance, "issues": shortened(issues, ISSUES_KEPT)},
            "issue_counts": issue_counts(issues)}
