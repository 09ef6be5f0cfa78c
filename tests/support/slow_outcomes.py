"""Retention by the letter: plain Python, one loop a sentence, exact fractions where they come out exact.

The engine is held to this on small invented companies. Nothing here is shared with it, so that a misreading has to
be made twice. Tables are {name: [dict]}; all dates are `date`.
"""

import hashlib
import math
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

Z = 1.959963984540054
BANDS = (0, 90, 365, 730, 1825)
REASONS = ("voluntary", "involuntary", "other", "unknown")
Tables = dict[str, list[dict[str, Any]]]
Row = tuple[int, bool, Fraction, str, str, date]
"""t, left, weight, person, reason, match day"""


class Spell:
    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows
        self.person = rows[0]["person_id"]
        self.hire: date = rows[0]["hire_date"]
        self.exit: date | None = rows[-1]["exit_date"]
        self.reason = rows[-1].get("exit_reason") or "unknown"

    def employed(self, day: date) -> bool:
        return self.hire <= day and (self.exit is None or self.exit > day)


class Slow:
    """The company as known on D."""

    def __init__(self, tables: Tables, as_of: date, seed: int = 1, data_from: date | None = None,
                 scope: Any = lambda pair: True) -> None:
        self.tables, self.d, self.seed = tables, as_of, seed
        people = [row for row in tables.get("person", []) if row.get("hire_date") is None or row["hire_date"] <= as_of]
        exits = [row["exit_date"] for row in people if row.get("exit_date") and row["exit_date"] <= as_of]
        self.f = data_from or (min(exits).replace(day=1) if exits else None)
        by_person = defaultdict(list)
        for row in people:
            if row.get("hire_date"):
                gone = row.get("exit_date")
                by_person[row["person_id"]].append(
                    row | {"exit_date": gone if gone and gone <= as_of else None,
                           "exit_reason": row.get("exit_reason") if gone and gone <= as_of else None})
        self.spells: dict[str, list[Spell]] = {}
        for person, rows in by_person.items():
            rows.sort(key=lambda row: row["hire_date"])
            groups = [[rows[0]]]
            for row in rows[1:]:
                before = groups[-1][-1]["exit_date"]
                if before is None or row["hire_date"] <= before + timedelta(1):
                    groups[-1].append(row)
                else:
                    groups.append([row])
            usable = [spell for spell in map(Spell, groups) if spell.exit is None or spell.exit > spell.hire]
            if usable:
                self.spells[person] = usable
        pairs = [pair for pair in tables.get("pair", []) if pair.get("start_date") and pair["start_date"] <= as_of]
        self.first: dict[str, date] = {}
        for pair in pairs:
            self.first[pair["mentee_id"]] = min(self.first.get(pair["mentee_id"], date.max), pair["start_date"])
        in_scope = [pair for pair in pairs if scope(pair)]
        self.ever = {pair["mentee_id"] for pair in in_scope}
        self.pair_of: dict[str, str] = {}
        for pair in in_scope:
            person = pair["mentee_id"]
            if pair["start_date"] == self.first[person]:
                self.pair_of[person] = min(self.pair_of.get(person, pair["pair_id"]), pair["pair_id"])
        self._match()
        self._draw()

    def spell_on(self, person: str, day: date) -> Spell | None:
        return next((spell for spell in self.spells.get(person, []) if spell.employed(day)), None)

    def changes(self, spell: Spell) -> list[dict[str, Any]]:
        end = spell.exit or self.d
        return sorted((change for change in self.tables.get("job_change", [])
                       if change["person_id"] == spell.person and spell.hire <= change["change_date"] <= end
                       and change["change_date"] <= self.d), key=lambda change: change["change_date"])

    def cell(self, spell: Spell, day: date) -> tuple[Any, Any]:
        row = [row for row in spell.rows if row["hire_date"] <= day][-1]
        changes = self.changes(spell)
        made = [change["new_level"] for change in changes if change["change_date"] <= day and change.get("new_level")]
        coming = [change["old_level"] for change in changes if change["change_date"] > day and change.get("old_level")]
        return row.get("department"), made[-1] if made else coming[0] if coming else row.get("level")

    def band(self, spell: Spell, day: date) -> int:
        return max(start for start in BANDS if start <= (day - spell.hire).days)

    def _match(self) -> None:
        self.left_out: dict[str, int] = defaultdict(int)
        self.matches: dict[str, tuple[Spell, date]] = {}
        for person in self.pair_of:
            spells, day = self.spells.get(person, []), self.first[person]
            spell = self.spell_on(person, day)
            if spell is None:
                soon = [one for one in spells if 1 <= (one.hire - day).days <= 30]
                spell = soon[0] if soon else None
                day = spell.hire if spell else day
            if not spells:
                self.left_out["no_spell"] += 1
            elif spell is None:
                self.left_out["not_employed"] += 1
            elif self.f and day < self.f:
                self.left_out["before_data"] += 1
            elif day >= self.d:
                self.left_out["too_recent"] += 1
            else:
                self.matches[person] = spell, day

    def _draw(self) -> None:
        self.drawn: dict[str, list[Spell]] = {}
        for mentee, (own, day) in self.matches.items():
            found = []
            for person in self.spells:
                spell = self.spell_on(person, day)
                if (person != mentee and spell and self.first.get(person, date.max) > day
                        and self.cell(spell, day) == self.cell(own, day)
                        and self.band(spell, day) == self.band(own, day)):
                    text = f"{self.seed}|{mentee}|{person}"
                    found.append((hashlib.md5(text.encode()).hexdigest(), spell))
            self.drawn[mentee] = [spell for _, spell in sorted(found, key=lambda one: one[0])[:5]]

    def rows(self) -> tuple[list[Row], list[Row]]:
        mentees, colleagues = [], []
        for mentee, drawn in self.drawn.items():
            own, day = self.matches[mentee]
            for spell in drawn:
                first = self.first.get(spell.person)
                for side, one in ((mentees, own), (colleagues, spell)):
                    left = one.exit is not None
                    t = ((one.exit or self.d) - day).days
                    if first and t > (first - day).days:
                        t, left = (first - day).days, False
                    side.append((t, left, Fraction(1, len(drawn)), one.person, one.reason, day))
        return mentees, colleagues


class Curve:
    """One arm: n and d of every day, and what a row adds."""

    def __init__(self, rows: list[Row], cause: Any = lambda row: True) -> None:
        self.rows = rows
        self.days = sorted({row[0] for row in rows})
        self.n = {day: sum(row[2] for row in rows if row[0] >= day) for day in self.days}
        self.d = {day: sum((row[2] for row in rows if row[0] == day and row[1]), Fraction(0)) for day in self.days}
        self.dr = {day: sum((row[2] for row in rows if row[0] == day and row[1] and cause(row)), Fraction(0))
                   for day in self.days}
        self.cause = cause
        self.known: dict[float, Fraction] = {}
        self.sums: dict[float, Fraction] = {}

    def at_risk(self, day: int) -> int:
        return len({row[3] for row in self.rows if row[0] >= day})

    def survival(self, tau: float) -> Fraction:
        if tau not in self.known:
            result = Fraction(1)
            for day in self.days:
                if day <= tau:
                    result *= 1 - self.d[day] / self.n[day]
            self.known[tau] = result
        return self.known[tau]

    def passed(self, until: float) -> Fraction:
        if until not in self.sums:
            total = Fraction(0)
            for day in self.days:
                if day <= until:
                    total += self.d[day] / (self.n[day] * (self.n[day] - self.d[day]))
            self.sums[until] = total
        return self.sums[until]

    def h(self, row: Row, tau: float) -> Fraction:
        total = self.passed(min(row[0], tau))
        if row[1] and row[0] <= tau:
            total -= 1 / (self.n[row[0]] - self.d[row[0]])
        return total

    def per_person(self, amount: Any) -> dict[str, Fraction]:
        total: dict[str, Fraction] = defaultdict(Fraction)
        for row in self.rows:
            total[row[3]] += row[2] * amount(row)
        return total

    def here(self, tau: int) -> tuple[Fraction, dict[str, Fraction]]:
        survival = self.survival(tau)
        return survival, self.per_person(lambda row: survival * self.h(row, tau) if survival else Fraction(0))

    def area(self, tau: int) -> tuple[Fraction, dict[str, Fraction]]:
        edges = sorted({0, tau, *(day for day in self.days if day < tau)})
        spans = [(start, end - start) for start, end in pairwise(edges)]
        total = sum((self.survival(start) * length for start, length in spans), Fraction(0))

        def added(row: Row) -> Fraction:
            return sum((self.survival(start) * self.h(row, start) * length
                        for start, length in spans if self.survival(start)), Fraction(0))
        return total, self.per_person(added)

    def left(self, tau: int) -> tuple[Fraction, dict[str, Fraction]]:
        days = [day for day in self.days if day <= tau]
        before = {day: self.survival(day - 0.5) for day in days}
        total = sum((before[day] * self.dr[day] / self.n[day] for day in days), Fraction(0))

        def added(row: Row) -> Fraction:
            amount = Fraction(0)
            for day in days:
                if day <= row[0]:
                    own = int(row[0] == day and row[1] and self.cause(row))
                    share = self.dr[day] / self.n[day]
                    amount += before[day] * ((own - share) / self.n[day] + self.h(row, day - 0.5) * share)
            return amount
        return total, self.per_person(added)


def root(added: dict[str, Fraction]) -> float:
    return math.sqrt(sum(value * value for value in added.values()))


def differ(sides: list[Curve], tau: int, kind: str) -> dict[str, Any]:
    values = [getattr(side, kind)(tau) if side.at_risk(tau) else None for side in sides]
    result: dict[str, Any] = {name: None if value is None else float(value[0])
                              for name, value in zip(("mentored", "colleagues"), values, strict=True)}
    if None in values:
        return result | dict.fromkeys(("difference", "std_err", "low", "high"))
    (one, added), (other, taken) = values
    se = root({person: added.get(person, Fraction(0)) - taken.get(person, Fraction(0)) for person in {*added, *taken}})
    gap = float(one - other)
    return result | {"difference": gap, "std_err": se, "low": gap - Z * se, "high": gap + Z * se}


def horizons(sides: list[Curve], kind: str) -> list[dict[str, Any]]:
    return [{"months": months, "days": days} | differ(sides, days, kind)
            | {"at_risk": [side.at_risk(days) for side in sides]} for months, days in ((6, 183), (12, 365), (24, 730))]


def matched(slow: Slow) -> dict[str, Any]:
    rows = slow.rows()
    sides = [Curve(side) for side in rows]
    points = []
    for month in range(25):
        day = (730 * month + 12) // 24
        point: dict[str, Any] = {"month": month, "at_risk": [side.at_risk(day) for side in sides]}
        for name, side in zip(("mentored", "colleagues"), sides, strict=True):
            low = high = value = None
            if side.at_risk(day):
                exact, added = side.here(day)
                value = low = high = float(exact)
                if 0 < exact < 1:
                    spread = Z * root(added) / (value * abs(math.log(value)))
                    low, high = value ** math.exp(spread), value ** math.exp(-spread)
            point |= {name: value, f"{name}_low": low, f"{name}_high": high}
        points.append(point)
    leavers = {row[3] for side in rows for row in side if row[1] and row[0] <= 365}
    with_one = [mentee for mentee, drawn in slow.drawn.items() if drawn]
    return {"mentees": len(with_one), "left_out": dict(slow.left_out),
            "without_colleague": len(slow.matches) - len(with_one), "colleagues": len({row[3] for row in rows[1]}),
            "leavers": len(leavers), "horizons": horizons(sides, "here"), "curve": points}


def reasons(slow: Slow) -> list[dict[str, Any]]:
    result = []
    for reason in REASONS:
        count = [len({row[3] for row in side if row[1] and row[0] <= 365 and row[4] == reason}) for side in slow.rows()]
        if any(count):
            sides = [Curve(side, lambda row, reason=reason: row[4] == reason) for side in slow.rows()]
            result.append({"reason": reason} | differ(sides, 365, "left") | {"leavers": count})
    return result


def promotion(slow: Slow) -> dict[str, Any] | None:
    moves = [change for change in slow.tables.get("job_change", [])
             if change.get("kind") == "promotion" and change["change_date"] <= slow.d]
    if not moves:
        return None
    sides = []
    for side in slow.rows():
        made = []
        for t, left, weight, person, reason, day in side:
            after = [(move["change_date"] - day).days for move in moves
                     if move["person_id"] == person and move["change_date"] > day]
            first = min(after) if after else None
            if first is not None and (first < t or (first == t and not left)):
                made.append((first, True, weight, person, "promoted", day))
            else:
                made.append((t, left, weight, person, reason, day))
        sides.append(Curve(made, lambda row: row[4] == "promoted"))
    return {"horizons": horizons(sides, "left")}


def area(slow: Slow) -> dict[str, Any]:
    return {"days": 365} | differ([Curve(side) for side in slow.rows()], 365, "area")
