"""What changed: a title and a sentence for each kind of change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import formats
from ..metrics.changes import Change
from .imports import CODES
from .labels import CADENCE, STATES
from .states import Empty

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """How a kind of change is spoken of: counted, explained, and where there is none."""

    one: str
    many: str
    meaning: str
    icon: str


KINDS: dict[str, Kind] = {
    "newly_silent": Kind("pair fell silent", "pairs fell silent", "Silent now and not before", "volume_off"),
    "newly_overdue": Kind("pair has milestones newly overdue", "pairs have milestones newly overdue",
                          "Active pairs with milestones that are overdue now and were not before", "flag"),
    "left": Kind("person left", "people left", "Their last day at work has passed since; the pair was or is open",
                 "person_off"),
    "closed": Kind("pair closed", "pairs closed", "Ended since, however they ended", "event_available"),
    "recovered": Kind("pair meets again", "pairs meet again", "Late, silent or never met before; meeting as agreed now",
                      "check_circle"),
    "milestones_done": Kind("milestone done", "milestones done", "Done since, or known to be done since", "task_alt"),
    "started": Kind("pair started", "pairs started", "Open now; planned or not in the data before", "play_circle"),
    "open_again": Kind("pair is open again", "pairs are open again", "Ended before; a file or an undo took it back",
                       "undo"),
    "gone": Kind("pair is gone from the data", "pairs are gone from the data", "No import in force names it any more",
                 "folder_off"),
}
"""Kinds of change in the order in which pages show them."""

NOTHING_YET = Empty("Nothing to compare yet",
                    "All data is of one day. Import the next export, and what changed since will stand here.")
ELSEWHERE = ("Which pairs fell silent, closed or meet again is not counted here: with this much data it takes some "
             "seconds. What changed does it.")
MAKING = "Working out how the data was then."
NOT_MADE = "How the data was then has to be worked out from the kept files. It takes about as long as an import."


def title(kind: str, n: int) -> str:
    """`12 pairs fell silent`."""
    return formats.count(n, KINDS[kind].one, KINDS[kind].many)


def summary(counts: Mapping[str, int], before: date, after: date) -> str:
    """All kinds that occur in one sentence."""
    since = f"Since {formats.short_day(before, after)}"
    return f"{since}: {formats.listed([title(kind, n) for kind, n in counts.items()])}." if counts else (
        f"Nothing changed {since.lower()}.")


def none_of(counts: Mapping[str, int]) -> str:
    """The kinds that do not occur, as one sentence; empty where all do."""
    missing = [kind.many for name, kind in KINDS.items() if name not in counts and name not in ("open_again", "gone")]
    return f"None of these: {formats.listed(missing)}." if missing else ""


def people(change: Change) -> str:
    """Mentor and mentee by name, else by id."""
    return " → ".join(formats.person(name) for name in (
        change.mentor_name or change.mentor_id, change.mentee_name or change.mentee_id))


def line(change: Change, as_of: date) -> str:
    """What happened to the pair, without a full stop."""
    day = formats.short_day(change.day, as_of)
    match change.kind:
        case "newly_silent":
            met = f"last met on {day}" if change.day else "never met"
            return f"{formats.count(change.days or 0, 'day')} since the last meeting, {met}; {_was(change, CADENCE)}"
        case "recovered":
            return f"met on {day}; {_was(change, CADENCE)}"
        case "newly_overdue":
            return (f"{formats.number(change.n)} newly overdue"
                    f"{', the oldest' if change.n > 1 else ''} by {formats.count(change.days or 0, 'day')}")
        case "milestones_done":
            return f"{formats.count(change.n, 'milestone')} done"
        case "left":
            who = change.mentor_name if change.became == "mentor" else change.mentee_name
            name = formats.person(who) if who else f"the {change.became}"
            return f"{name} ({change.became}): last day {day}"
        case "closed":
            return f"{STATES[change.became or 'ended']} on {day}"
        case "started":
            return f"started on {day}" + ("; was planned" if change.was == "planned" else "; new in the data")
    return _was(change, STATES)


def _was(change: Change, names: Mapping[str, str]) -> str:
    return f"was {names[change.was]}" if change.was else "not in the data before"


def rows(found: Sequence[Change], as_of: date) -> list[dict[str, Any]]:
    """The changes as rows of a table and its CSV."""
    return [{"kind": KINDS[change.kind].one, "pair_id": change.pair_id, "program": change.program,
             "people": people(change), "what": line(change, as_of)} for change in found]


COLUMNS: dict[str, str] = {
    "kind": "Change", "pair_id": "Pair", "program": "Program", "people": "Mentor → mentee", "what": "What happened"}


def aside_title(new: int, came: int) -> str:
    """How many rows found no person or pair since, and how many that waited came in."""
    parts = [f"{formats.count(new, 'row')} could not be placed"] if new else []
    if came:
        parts.append(f"{formats.count(came, 'row')} that waited came in")
    return formats.capital(", ".join(parts)) or "No row is left without a person or pair"


def aside_rows(new: Sequence[Row], files: Mapping[int, str]) -> list[dict[str, Any]]:
    """Rows set aside, by file and reason, the most first: {"file", "reason", "rows", "example"}."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in new:
        groups.setdefault((files.get(row["import_id"], ""), row["code"]), []).append(row)
    told = [{"file": file, "reason": CODES.get(code, code.replace("_", " ")), "rows": len(mine),
             "example": f"{mine[0]['sheet']}, row {mine[0]['row']}"} for (file, code), mine in groups.items()]
    return sorted(told, key=lambda row: (-row["rows"], row["file"], row["reason"]))


def aside_line(row: Row) -> str:
    """A group of rows set aside: how many, why, of which file, and where the first stands."""
    return f"{formats.number(row['rows'])} × {row['reason']} · {row['file']}, first in {row['example']}"


ASIDE = "Rows that wait for a person or a pair, or that cannot be read; new since"
ASIDE_COLUMNS: dict[str, str] = {"file": "File", "reason": "Why", "rows": "Rows", "example": "First one"}


def short_moment(day: date, files: Sequence[str], present: bool) -> str:
    """A choice in little room: the day, and how many files came with it."""
    came = formats.count(len(files), "file") if files else "recorded meetings"
    return f"{formats.day(day)}{' (now)' if present else ''} · {came}"


def moment(day: date, files: Sequence[str], present: bool) -> str:
    """A choice: the day, and which files came with it."""
    more = f" and {formats.count(len(files) - 1, 'more file')}" if len(files) > 1 else ""
    return f"{formats.day(day)}{' (now)' if present else ''} · {files[0] if files else 'recorded meetings'}{more}"
