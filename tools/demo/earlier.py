"""What was exported a month before: the same company as its systems knew it on that day, and October's own rows.

The rows are those of `sheets`, flaws included; each flaw stands in one of the two exports, but for those of matches,
which are sent in whole each month.
"""

from collections.abc import Callable
from datetime import date

from .flaws import Row
from .meetings import CheckIn
from .pairs import Pair
from .sheets import Sheet

MONTH_BEFORE = date(2026, 9, 30)

_HIRED, _LEFT, _EMPLOYED = 9, 10, 12
_STATUS, _END, _WHY = 7, 10, 11


def roster_then(roster: Sheet) -> Sheet:
    """The whole roster: who came later is not there yet, who left later still works."""
    header, rows = roster
    return header, [_still_there(row) if _after(row[_LEFT]) else row for row in rows if not _after(row[_HIRED])]


def roster_since(roster: Sheet) -> Sheet:
    """Who came and who left since."""
    header, rows = roster
    return header, [row for row in rows if _after(row[_HIRED]) or _after(row[_LEFT])]


def _still_there(row: Row) -> Row:
    return [*row[:_LEFT], None, None, "Active", *row[_EMPLOYED + 1:]]


def matches_then(matches: Sheet, pairs: list[Pair]) -> Sheet:
    """The pairs that had started; those that ended since are active. Nobody waits yet."""
    header, rows = matches
    then: list[Row] = []
    for pair, row in zip(pairs, rows, strict=False):
        if pair.start > MONTH_BEFORE:
            continue
        ended_since = pair.end is not None and pair.end > MONTH_BEFORE
        then.append([*row[:_STATUS], "Active", *row[_STATUS + 1:_END], None, None, *row[_WHY + 1:]] if ended_since
                    else row)
    return header, then


def log_then(log: Sheet, check_ins: list[CheckIn]) -> Sheet:
    """The log up to that day."""
    return _of_log(log, check_ins, lambda day: day <= MONTH_BEFORE)


def log_since(log: Sheet, check_ins: list[CheckIn]) -> Sheet:
    """The log from that day on, planned meetings among it."""
    return _of_log(log, check_ins, lambda day: day > MONTH_BEFORE)


def _of_log(log: Sheet, check_ins: list[CheckIn], wanted: Callable[[date], bool]) -> Sheet:
    """The session id holds the number of the check-in, whatever a flaw has made of its day."""
    header, rows = log
    return header, [row for row in rows if wanted(check_ins[int(str(row[0])[1:]) - 1].day)]


def _after(cell: object) -> bool:
    day = date.fromisoformat(cell) if isinstance(cell, str) and cell[:4].isdigit() else cell
    return isinstance(day, date) and day > MONTH_BEFORE
