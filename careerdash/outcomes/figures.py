"""The figures of the question "do people stay and advance", each with the groups of people behind it.

The same shapes for the live page and for published reports; only the voice differs. Shares are
{"percent", "words"}, differences {"difference", "low", "high", "step"} in points per 100.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from .background import naive_groups
from .coarse import LEAST, Group, Percent, Points, headcount, merged, needed
from .compare import YEAR
from .estimate import Study
from .parts import PARTS, part_groups
from .survival.arrays import Ints
from .survival.weighted import Arm
from .voice import Voice

TOGETHER = "Smaller groups together"
UNKNOWN = "not known"
BANDS = ("under 3 months", "3 to 12 months", "1 to 2 years", "2 to 5 years", "5 years or more")
TABLES = ("department", "level", "tenure", "quarter")

Figure = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """A figure, the groups behind it (ids of people), and the table that it is a row of."""

    name: str
    figure: Figure
    groups: tuple[frozenset[str], ...]
    table: str | None = None


def told(study: Study, voice: Voice) -> list[Told]:
    """All figures of a study. With the verdict `too_few` the sentence alone, for leadership."""
    document = study.document
    if document["verdict"] == "too_few" and not voice.exact:
        return [Told("comparison", {"verdict": "too_few", "sentence": document["sentence"]}, ())]
    figures = [_comparison(study, voice), _naive(study, voice)]
    figures += _parts(study, voice)
    for table in TABLES:
        figures += _table(study, voice, table)
    return figures


def people(study: Study, places: Ints) -> frozenset[str]:
    """The ids of the people whose spells these are."""
    return frozenset(study.company.person_ids[number] for number in study.company.spells.person[places].tolist())


def _comparison(study: Study, voice: Voice) -> Told:
    document, company = study.document, study.company
    matched = document["matched"]
    arms = (people(study, company.match[company.drawn[:, 0]]), people(study, company.drawn[:, 1]))
    smaller = min(len(arm) for arm in arms)
    after = [_gap(end, arms, voice) | {"months": end["months"]} for end in matched["horizons"]
             if min(end["at_risk"]) >= LEAST or voice.exact]
    year = next((end for end in after if end["months"] == 12), None)
    exact = matched["horizons"][1]
    points = None if year is None or year["points"] is None else Points(**year["points"])
    figure: dict[str, Any] = {
        "verdict": document["verdict"], "sentence": voice.sentence(document["verdict"], exact, points),
        "people": {"mentees": voice.people(len(arms[0])), "colleagues": voice.people(len(arms[1]))},
        "after": after, "curve": _curve(matched["curve"], smaller, voice),
        "promotion": _promotion(document["promotion"], arms, voice), "reasons": _reasons(document, arms, voice),
        "when": _when(document["when"], study, voice),
    }
    if voice.exact:
        figure |= {"left_out": matched["left_out"], "without_colleague": matched["without_colleague"],
                   "leavers": matched["leavers"], "three_lines": _three_lines(study)}
    return Told("comparison", figure, arms)


def _gap(end: Mapping[str, Any], arms: Sequence[frozenset[str]], voice: Voice) -> dict[str, Any]:
    shares = [voice.share(end[name], len(arm)) for name, arm in zip(("mentored", "colleagues"), arms, strict=True)]
    points = voice.points(end, min(len(arm) for arm in arms), shares)
    return {"mentored": _dict(shares[0]), "colleagues": _dict(shares[1]), "points": _dict(points)}


def _curve(points: Iterable[Mapping[str, Any]], smaller: int, voice: Voice) -> list[dict[str, Any]]:
    """Months as far as 10 people of each arm are followed; percents, None where only "over 95%" may be told."""
    rows: list[dict[str, Any]] = []
    wanted = voice.months(smaller)
    for point in points:
        if min(point["at_risk"]) < LEAST:
            break
        if point["month"] not in wanted:
            continue
        row: dict[str, Any] = {"month": point["month"]}
        for arm in ("mentored", "colleagues"):
            for name in (arm, f"{arm}_low", f"{arm}_high"):
                row[name] = 100 if point["month"] == 0 else _percent(point[name], smaller, voice)
        rows.append(row)
    return rows


def _percent(value: float | None, people: int, voice: Voice) -> float | None:
    if voice.exact:
        return None if value is None else round(100 * value, 2)
    share = voice.share(value, people)
    return None if share is None else share.percent


def _promotion(found: Mapping[str, Any] | None, arms: Sequence[frozenset[str]], voice: Voice) -> dict[str, Any] | None:
    if found is None:
        return None
    year = found["horizons"][1]
    return _gap(year, arms, voice) if min(year["at_risk"]) >= LEAST else None


def _reasons(document: Mapping[str, Any], arms: Sequence[frozenset[str]], voice: Voice) -> list[dict[str, Any]]:
    """Shares that left for each reason. Told coarsely, rare reasons come together, or are left out."""
    reasons = document["reasons"]
    if min(document["matched"]["horizons"][1]["at_risk"]) < LEAST:
        return []
    if not voice.exact:
        rare = [reason for reason in reasons if sum(reason["leavers"]) < LEAST]
        reasons = [reason for reason in reasons if sum(reason["leavers"]) >= LEAST]
        if rare and sum(sum(reason["leavers"]) for reason in rare) >= LEAST:
            together = {"reason": "rare"} | {
                arm: sum(reason[arm] or 0.0 for reason in rare) for arm in ("mentored", "colleagues")}
            reasons = [*reasons, together]
    told = []
    for reason in reasons:
        shares = [voice.share(reason[name], len(arm))
                  for name, arm in zip(("mentored", "colleagues"), arms, strict=True)]
        told.append({"reason": reason["reason"], "mentored": _dict(shares[0]), "colleagues": _dict(shares[1])})
    return told


def _when(when: Mapping[str, Any], study: Study, voice: Voice) -> dict[str, Any] | None:
    """Mentees needed, those there are, and the date; told coarsely the year, and nothing where either is below 10."""
    if voice.exact:
        return dict(when)
    recent = sum(int(day) > study.company.as_of - YEAR for day in study.company.match_day.tolist())
    if when["mentees_now"] < LEAST or recent < LEAST:
        return None
    return {"mentees_needed": needed(when["mentees_needed"]), "mentees_now": headcount(when["mentees_now"]),
            "date": None if when["date"] is None else when["date"][:4]}


def _three_lines(study: Study) -> list[dict[str, Any]]:
    """People of each arm still here and followed, left, and not followed longer, after 0, 6, 12, 18 and 24 months."""
    rows = []
    for month in (0, 6, 12, 18, 24):
        day = (730 * month + 12) // 24
        row: dict[str, Any] = {"month": month}
        for name, arm in zip(("mentored", "colleagues"), study.sides, strict=True):
            total, here = arm.at_risk(0), arm.at_risk(day)
            left = int((arm.leavers(day) & (arm.longest < day)).sum())
            row[name] = {"here": here, "left": left, "not_followed": total - here - left}
        rows.append(row)
    return rows


def _naive(study: Study, voice: Voice) -> Told:
    found = study.document["naive"]
    groups = tuple(people(study, places) for places in naive_groups(study.company))
    shares = [voice.share(found[name], len(group)) for name, group in zip(("mentored", "others"), groups, strict=True)]
    return Told("naive", {"mentored": _dict(shares[0]), "others": _dict(shares[1])}, groups)


def _parts(study: Study, voice: Voice) -> list[Told]:
    figures = []
    for part in study.document["parts"]:
        groups = tuple(people(study, places) for places in part_groups(study.company, part["part"]))
        if not voice.exact and part["state"] != "ok":
            continue
        interval = part["interval"] or (None, None)
        gap = {"difference": part["difference"], "low": interval[0], "high": interval[1]}
        points = voice.points(gap, min(len(group) for group in groups), ())
        figure = {"part": part["part"], "points": _dict(points), "state": part["state"],
                  "clear": part["p_holm"] is not None and part["p_holm"] < 0.05}
        if voice.exact:
            figure |= {"split": part["split"], "high": part["high"], "low": part["low"]}
        figures.append(Told(f"part/{part['part']}", figure, groups))
    return sorted(figures, key=lambda one: PARTS.index(one.figure["part"]))


def _table(study: Study, voice: Voice, table: str) -> list[Told]:
    """One-way rows of the compared mentees: people, and the share still here after 12 months."""
    company = study.company
    compared = sorted(set(company.drawn[:, 0].tolist()))
    rows: dict[str, set[str]] = {}
    for row in compared:
        rows.setdefault(_NAMES[table](company.groups[row]), set()).add(company.groups[row]["person_id"])
    groups = [Group(name, frozenset(ids)) for name, ids in rows.items()]
    shown = sorted(groups, key=lambda group: (-len(group.people), group.name)) if voice.exact else merged(
        groups, TOGETHER)
    if table in _ORDERED:
        shown.sort(key=lambda group: (group.name == TOGETHER, group.name == UNKNOWN, _ORDERED[table](group.name)))
    return [Told(f"{table}/{group.name}", {
        "name": group.name, "people": voice.people(len(group.people)),
        "share": _dict(voice.share(_still_here(study, group.people), len(group.people)))}, (group.people,), table)
        for group in shown]


def _still_here(study: Study, ids: frozenset[str]) -> float | None:
    """Kaplan-Meier share of these mentees still here after a year; None where fewer than 10 are followed so long."""
    company = study.company
    mine = [row for row, group in enumerate(company.groups) if group["person_id"] in ids]
    place, day = company.match[mine], company.match_day[mine]
    exited = company.spells.exited[place]
    left = exited <= company.as_of
    time = (exited * left + company.as_of * ~left - day).astype(float)
    if int((time >= YEAR).sum()) < LEAST:
        return None
    return Arm.of(time, left, (time * 0 + 1)).survival_at(YEAR)


def _quarter(day: date) -> str:
    return f"{day.year} Q{(day.month + 2) // 3}"


_NAMES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "department": lambda group: group["department"] or UNKNOWN, "level": lambda group: group["level"] or UNKNOWN,
    "tenure": lambda group: UNKNOWN if group["band"] is None else BANDS[group["band"]],
    "quarter": lambda group: _quarter(group["day"])}
_ORDERED: dict[str, Callable[[str], Any]] = {
    "tenure": lambda name: BANDS.index(name) if name in BANDS else len(BANDS), "quarter": lambda name: name}


def _dict(value: Percent | Points | None) -> dict[str, Any] | None:
    return None if value is None else asdict(value)
