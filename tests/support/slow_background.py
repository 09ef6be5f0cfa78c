"""The other numbers of retention by the letter: naive, turnover, the second witness, parts, when."""

import math
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import numpy as np

from .slow_outcomes import Slow, Spell


def naive(slow: Slow) -> dict[str, Any]:
    here: dict[str, list[bool]] = {"mentored": [], "others": []}
    for person, spells in slow.spells.items():
        fit = [spell for spell in spells
               if spell.hire < slow.d and (spell.exit is None or slow.f is None or spell.exit > slow.f)]
        if fit and person in slow.ever:
            here["mentored"].append(fit[-1].exit is None)
        elif fit and person not in slow.first:
            here["others"].append(fit[-1].exit is None)
    one, other = (sum(side) / len(side) if side else None for side in here.values())
    return {"mentored": one, "others": other, "difference": None if None in (one, other) else one - other}


def pieces(slow: Slow) -> list[tuple[Spell, date, date, date, bool, bool]]:
    """Spell, its entry, begin and end of a piece, left at its end, mentored."""
    found = []
    for person, spells in slow.spells.items():
        first = slow.first.get(person, date.max)
        for spell in spells:
            entry = max(spell.hire, slow.f or date.min)
            stop, left = spell.exit or slow.d, spell.exit is not None
            if entry < min(stop, first):
                found.append((spell, entry, entry, min(stop, first), left and stop <= first, False))
            if max(entry, first) < stop and person in slow.pair_of:
                found.append((spell, entry, max(entry, first), stop, left, True))
    return found


def turnover(slow: Slow) -> dict[str, Any]:
    found = {}
    for name, side in (("mentored", True), ("others", False)):
        mine = [piece for piece in pieces(slow) if piece[5] is side]
        years = sum((piece[3] - piece[2]).days for piece in mine) / 365.25
        leavers = sum(piece[4] for piece in mine)
        found[name] = {"leavers": leavers, "person_years": years, "rate": leavers / years if years else None}
    return found


def poisson_chance(count: int, mean: float, upper: bool) -> float:
    """P(X >= count) or P(X <= count) for a Poisson variable: what an exact interval sets to 2.5 %."""
    below = sum(math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1)) for k in range(count))
    return 1 - below if upper else below + math.exp(-mean + count * math.log(mean) - math.lgamma(count + 1))


def tenure_rows(slow: Slow) -> list[tuple[int, int, bool, int, Any, str]]:
    return [((begin - spell.hire).days, (end - spell.hire).days, left, int(mentored), slow.cell(spell, entry),
             spell.person) for spell, entry, begin, end, left, mentored in pieces(slow)]


def log_rank(rows: list[tuple[int, int, bool, int, Any, str]]) -> float | None:
    """Chi-square of mentored or not, within strata."""
    gap = spread = 0.0
    for stratum in {row[4] for row in rows}:
        mine = [row for row in rows if row[4] == stratum]
        for day in {row[1] for row in mine if row[2]}:
            risk = [row for row in mine if row[0] < day <= row[1]]
            n, d = len(risk), sum(row[1] == day and row[2] for row in risk)
            n1 = sum(row[3] for row in risk)
            gap += sum(row[3] for row in risk if row[1] == day and row[2]) - d * n1 / n
            spread += d * n1 / n * (1 - n1 / n) * (n - d) / (n - 1) if n > 1 else 0
    return gap * gap / spread if spread > 1e-12 else None


def cox(rows: list[tuple[int, int, bool, int, Any, str]]) -> tuple[float, float] | None:
    """Coefficient and error by person, Efron, found by bisection of the slope; None where it runs away."""
    moments = []
    for stratum in {row[4] for row in rows}:
        for day in sorted({row[1] for row in rows if row[4] == stratum and row[2]}):
            risk = [index for index, row in enumerate(rows) if row[4] == stratum and row[0] < day <= row[1]]
            moments.append((risk, [index for index in risk if rows[index][1] == day and rows[index][2]]))

    def walk(beta: float) -> tuple[float, float, list[float]]:
        slope = bend = 0.0
        moved = [0.0] * len(rows)
        for risk, dead in moments:
            for turn in range(len(dead)):
                weight = {index: math.exp(beta * rows[index][3]) * (1 - (index in dead) * turn / len(dead))
                          for index in risk}
                total = sum(weight.values())
                mean = sum(weight[index] * rows[index][3] for index in risk) / total
                bend += mean * (1 - mean)
                for index in risk:
                    own = 1 / len(dead) if index in dead else 0.0
                    moved[index] += (own - weight[index] / total) * (rows[index][3] - mean)
                    slope += own * (rows[index][3] - mean)
        return slope, bend, moved

    if not moments or walk(0.0)[1] < 1e-9:
        return None
    spread = float(np.std([row[3] for row in rows]))
    low, high = -20 / spread, 20 / spread
    if walk(low)[0] <= 0 or walk(high)[0] >= 0:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if walk(middle)[0] > 0 else (low, middle)
    _, bend, moved = walk(low)
    per: dict[str, float] = defaultdict(float)
    for row, amount in zip(rows, moved, strict=True):
        per[row[5]] += amount / bend
    return low, math.sqrt(sum(value * value for value in per.values()))


def part_values(slow: Slow) -> list[dict[str, Any]]:
    """One a mentee still employed on day 150: t, left and the three values."""
    found = []
    for person, (_, day) in slow.matches.items():
        clock, until = day + timedelta(150), day + timedelta(90)
        spell = slow.spell_on(person, clock)
        if spell is None or clock >= slow.d:
            continue
        pair = slow.pair_of[person]
        rows = {name: [row for row in slow.tables.get(name, []) if row["pair_id"] == pair]
                for name in ("check_in", "milestone", "checklist")}
        steps = [row for row in rows["milestone"] if row.get("status") != "dropped"]
        done = [row for row in steps if (row["completed_date"] <= until if row.get("completed_date")
                                         else row.get("status") == "done")]
        found.append({
            "t": ((spell.exit or slow.d) - clock).days, "left": spell.exit is not None,
            "check_ins": sum(row["date"] <= until and row.get("status") in ("held", None) for row in rows["check_in"]),
            "milestones": len(done) / len(steps) if steps else None,
            "checklist": sum(bool(row["done"]) and (row.get("done_date") or until) <= until
                             for row in rows["checklist"])})
    return found


def part(values: list[dict[str, Any]], name: str) -> dict[str, Any]:
    known = [value for value in values if value[name] is not None]
    best = None
    for x in sorted({value[name] for value in known}, reverse=True):
        high = sum(value[name] >= x for value in known)
        uneven = abs(high - (len(known) - high))
        if best is None or uneven < best[0]:
            best = (uneven, x, high)
    if best is None:
        return {"part": name, "split": None, "high": 0, "low": 0, "state": "too_few"}
    _, x, high = best
    found: dict[str, Any] = {"part": name, "split": x, "high": high, "low": len(known) - high, "state": "too_few"}
    if min(high, len(known) - high) < 10:
        return found
    shares, variance = [], 0.0
    for group in ([v for v in known if v[name] >= x], [v for v in known if v[name] < x]):
        if all(value["t"] < 365 for value in group):
            return found | {"state": "not_followed"}
        share, greenwood = 1.0, 0.0
        for day in sorted({value["t"] for value in group if value["left"] and value["t"] <= 365}):
            n = sum(value["t"] >= day for value in group)
            d = sum(value["t"] == day and value["left"] for value in group)
            share *= 1 - d / n
            greenwood += d / (n * (n - d)) if n > d else 0.0
        shares.append(share)
        variance += share * share * greenwood
    gap, se = shares[0] - shares[1], math.sqrt(variance)
    if se == 0:
        return found | {"state": "no_events" if gap == 0 else "ok"}
    return found | {"state": "ok", "difference": gap, "interval": [gap - Z * se, gap + Z * se],
                    "p": math.erfc(abs(gap) / se / math.sqrt(2))}


Z = 1.959963984540054


def when(slow: Slow, year: dict[str, Any]) -> dict[str, Any]:
    q = year["colleagues"] if year["at_risk"][1] >= 10 else 0.85
    p = q - 0.05 if q > 0.95 else q + 0.05
    needed = math.ceil(1.2 * (Z + 0.841621233572914) ** 2 * (p * (1 - p) + q * (1 - q)) / 0.0025)
    days = [slow.matches[mentee][1] for mentee, drawn in slow.drawn.items() if drawn]
    pace = sum(day > slow.d - timedelta(365) for day in days)
    wait = 365 + math.ceil(365 * max(0, needed - len(days)) / pace) if pace else None
    return {"mentees_needed": needed, "mentees_now": len(days),
            "date": None if wait is None else (slow.d + timedelta(wait)).isoformat()}
