"""When pairs met, what they covered, who says so."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .company import DATA_DAY, pick
from .pairs import CAREER_DRAW, PATHWAYS, START_WELL, Pair

_NOTES = ("Went through the roadmap, two steps done.", "Talked about the presentation, rehearsal next.",
          "Moved the certificate to spring.", "Read the lead's feedback.", "Prepared the internal interview.",
          "Difficult week, mostly listened.", "Agreed to meet the finance team together.", "Next steps written down.",
          "Delegation: what went well, what did not.", "Shadowing day confirmed.", "Updated the goal, smaller step.",
          "Discussed how to say no.", "Looked at open roles.", "Practised a hard conversation.")
_EVIDENCE = {"both": 0.44, "mentor": 0.22, "mentee": 0.09, "calendar": 0.13, "coordinator": 0.05, "": 0.07}


@dataclass(frozen=True)
class CheckIn:
    """One row of the log; None where the log is empty."""

    pair: Pair
    day: date
    status: str | None
    minutes: int | None
    mode: str | None
    evidence: str | None
    progress: bool | None
    challenges: bool | None
    adjustments: bool | None
    record: bool | None
    notes: str | None


def _slow(day: date) -> float:
    """Holidays stretch the gaps, and so does the move of the Sheffield site in the autumn of 2026."""
    if day.month == 8 or (day.month, day.day) >= (12, 14) or (day.month, day.day) <= (1, 4):
        return 1.35
    return 1.12 if day >= date(2026, 9, 10) else 1.0


def _drift(pair: Pair, day: date) -> float:
    """Over the years: Start Well gets better, Leadership Pathways slips in 2026, the draw stays."""
    years = (day - date(2024, 1, 1)).days / 365
    if pair.program is START_WELL:
        return 1.16 - 0.04 * years
    if pair.program is PATHWAYS:
        return 1.07 - 0.02 * years + (0.20 if day >= date(2026, 4, 1) else 0.0)
    return 1.08


def meeting_days(rng: Random, pair: Pair) -> list[date]:
    """The days on which the pair met, up to its end or the data day."""
    if pair.kind == "never":
        return []
    a = pair.interval
    stop = pair.last_day
    if pair.kind == "fading":
        stop = min(stop, pair.start + timedelta(days=round(pair.program.days * rng.uniform(0.2, 0.75))))
    first = rng.uniform(40, 75) if pair.kind == "late" else a * rng.uniform(0.3, 1.05)
    day = pair.start + timedelta(days=round(first))
    days: list[date] = []
    while day <= stop:
        if day.weekday() >= 5:
            day += timedelta(days=7 - day.weekday())
            if day > stop:
                break
        days.append(day)
        gap = a * (rng.gauss(1.17, 0.25) if pair.kind in ("steady", "fading") else rng.lognormvariate(0.28, 0.32))
        if rng.random() < (0.14 if pair.kind == "steady" else 0.2):
            gap *= rng.uniform(1.6, 2.2)  # one fell out
        day += timedelta(days=max(3, round(gap * _slow(day) * _drift(pair, day))))
    return days


def _told(rng: Random, share: float) -> bool:
    return rng.random() < share


def make_check_ins(pairs: list[Pair], seed: int) -> list[CheckIn]:
    """The log, by day; also cancelled and missed meetings, and some that are planned."""
    rng = Random(f"{seed}:meetings")
    log: list[CheckIn] = []
    for pair in pairs:
        if pair.start > DATA_DAY:
            continue
        if not pair.story:
            pair.meetings = meeting_days(rng, pair)
        keeps = rng.random() < 0.40 + 0.12 * (pair.care > 0.6)  # who keeps records keeps nearly all of them
        fills_agenda = rng.random() < 0.9
        mode = rng.choice(("Video", "Video", "In person", "Phone"))
        for day in pair.meetings:
            if pair.story:
                continue  # written by hand in story.py
            known = fills_agenda and rng.random() < 0.95
            record = _told(rng, 0.95 if keeps else 0.32) if rng.random() < 0.96 else None
            log.append(CheckIn(
                pair, day, None if rng.random() < 0.03 else "Held",
                rng.choice((30, 30, 45, 45, 60, 60, 75)) if rng.random() < 0.93 else None,
                mode if rng.random() < 0.8 else rng.choice(("Video", "In person", "Phone", "Chat", "")) or None,
                pick(rng, _EVIDENCE) or None,
                _told(rng, 0.86) if known else None,
                _told(rng, 0.62 + 0.1 * pair.care) if known else None,
                _told(rng, 0.30 + 0.2 * pair.care) if known else None,
                record, rng.choice(_NOTES) if record and rng.random() < 0.25 else None))
            if rng.random() < 0.035:
                off = day - timedelta(days=rng.randrange(2, 8))
                if off > pair.start:
                    log.append(CheckIn(pair, off, rng.choice(("Cancelled", "Cancelled", "Missed")), None, mode,
                                       None, None, None, None, None, None))
        if pair.status == "Active" and not pair.story and rng.random() < (0.2 if pair.program is CAREER_DRAW else 0.4):
            log.append(CheckIn(pair, DATA_DAY + timedelta(days=rng.randrange(2, 26)), "Scheduled", None, mode,
                               "calendar", None, None, None, None, None))
    log.sort(key=lambda row: (row.day, row.pair.number))
    return log
