"""Changing a rule: another setting, another build, published like an import. Each change is audited and undoable."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from careerdash.build import BuildError, BuildPlan
from careerdash.build.plan import Progress
from careerdash.ledger.entries import Publication
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.schema import RULE

from .house import open_house, silent
from .keep import source_of, typed_tables
from .model import ImportsError, Published

HIGHEST = 10_000
ACTION = "setting"
_AT_LEAST_ONE = frozenset({"default_cadence_days", "grace_divisor"})


@dataclass(frozen=True)
class RuleSetting:
    """A rule's value for one program (None: all without one of their own); value None: as it would be without."""

    key: str
    program: str | None
    value: float | None


@dataclass(frozen=True)
class RuleChange:
    """A change on record: who made it when, from what to what."""

    number: int
    at: datetime
    by: str
    changes: tuple[tuple[RuleSetting, RuleSetting], ...]

    def undone(self) -> list[RuleSetting]:
        """The settings that bring the earlier values back."""
        return [before for before, _ in self.changes]


def complaint(key: str, value: float) -> str | None:
    """What is wrong with a rule's value, as one sentence; None where nothing is. Raises KeyError for no rule."""
    rule = RULE[key]
    if rule.unit == "share":
        return None if 0 <= value <= 1 else "A share lies between 0 and 1."
    least = 1 if key in _AT_LEAST_ONE else 0
    if not isfinite(value) or value != int(value) or not least <= value <= HIGHEST:
        return f"{rule.label}: a whole number from {least} to {HIGHEST:,} is needed."
    return None


def change_rules(folder: DataFolder, wanted: Sequence[RuleSetting], *, by: str,
                 progress: Progress = silent) -> Published:
    """Publishes a build with these rules and records the change, whole or not at all.

    Settings that change nothing are left out; where none is left nothing is published. Raises ImportsError for a
    value that cannot be, and where the build fails; LedgerError and LockBusy likewise.
    """
    for setting in wanted:
        if setting.key not in RULE or (setting.program is not None and not RULE[setting.key].per_program):
            raise ImportsError("There is no such rule for a program.")
        if setting.value is not None and (said := complaint(setting.key, setting.value)):
            raise ImportsError(said)
    try:
        with open_house(folder) as house, house.publisher(progress) as publisher:
            now = {(key, program): value for key, program, value in house.ledger.settings()}
            changes = [(setting, now.get((setting.key, setting.program))) for setting in wanted]
            changes = [(setting, before) for setting, before in changes if setting.value != before]
            if not changes:
                build = house.ledger.build_in_force()
                return Published(build.build_id if build else None, build.content if build else None)
            for setting, _ in changes:
                now.pop((setting.key, setting.program), None)
                if setting.value is not None:
                    now[setting.key, setting.program] = float(setting.value)
            candidate = publisher.candidate(BuildPlan(
                tuple(source_of(entry, typed_tables(folder, entry, house.workspace.path))
                      for entry in house.ledger.in_force()),
                tuple(sorted(((key, program, value) for (key, program), value in now.items()), key=_place))))
            made = publisher.build_entry(candidate)
            publisher.publish(candidate, Publication(
                made, ACTION, by, settings={(setting.key, setting.program): setting.value for setting, _ in changes},
                detail={"changes": [{"key": setting.key, "program": setting.program, "before": before,
                                     "after": setting.value} for setting, before in changes]}))
            return Published(made.build_id, made.content)
    except BuildError as error:
        raise ImportsError(str(error)) from error


def _place(setting: tuple[str, str | None, float]) -> tuple[str, str]:
    """The order in which the ledger gives settings, so that a rebuild makes the same build."""
    return setting[0], setting[1] or ""


def rule_changes(ledger: Ledger) -> list[RuleChange]:
    """All changes of rules on record, newest first."""
    found = []
    for number, entry in enumerate(ledger.audit(), 1):
        if entry.action == ACTION:
            found.append(RuleChange(number, entry.at, entry.by, tuple(
                (RuleSetting(change["key"], change["program"], change["before"]),
                 RuleSetting(change["key"], change["program"], change["after"]))
                for change in entry.detail["changes"])))
    return found[::-1]
