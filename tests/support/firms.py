"""Firms with mentees who come, leave and move, for the audit of published reports."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

START = date(2023, 1, 1)
LAST = date(2026, 6, 30)
Tables = dict[str, list[dict[str, Any]]]


def firm(random: Random, people: int = 320, mentees: int = 120) -> Tables:
    """Staff in a few departments of unlike sizes, some of whom become mentees of three programs over three years."""
    departments = ["Sales"] * 8 + ["Care"] * 5 + ["Labs"] * 2 + ["Legal"]
    staff, pairs, feedback = [], [], []
    for number in range(people):
        hired = START - timedelta(random.randint(0, 1500)) if number % 3 else START + timedelta(random.randint(0, 900))
        stay = random.expovariate(1 / 900)
        left = hired + timedelta(30 + int(stay)) if max(hired, START) < hired + timedelta(30 + int(stay)) else None
        if left is not None and left < START:
            left = None
        staff.append({
            "person_id": f"E{number:04d}", "hire_date": hired, "exit_date": left,
            "department": random.choice(departments), "level": random.choice(["L1", "L1", "L2", "L3"]),
            "exit_reason": random.choice(["voluntary", "voluntary", "involuntary", "other", None])})
    for number, person in enumerate(random.sample(staff, mentees)):
        start = START + timedelta(random.randint(0, 1200))
        pairs.append({
            "pair_id": f"P{number:03d}", "program": random.choice(["Choice", "Choice", "Duty", "Draw"]),
            "mentor_id": f"M{number % 30}", "mentee_id": person["person_id"], "start_date": start,
            "planned_end_date": start + timedelta(365), "cadence_days": 30})
        if random.random() < 0.7:
            feedback.append({"pair_id": f"P{number:03d}", "respondent": "mentee", "satisfaction": random.randint(2, 5),
                             "date": start + timedelta(random.randint(30, 200))})
    return {"person": staff, "pair": pairs, "feedback": feedback, "program": [
        {"program": "Choice", "participation": "voluntary"}, {"program": "Duty", "participation": "mandatory"},
        {"program": "Draw", "participation": "voluntary", "assignment": "lottery"}]}


def changed(tables: Mapping[str, Sequence[Mapping[str, Any]]], random: Random, moved: int, added: int) -> Tables:
    """The same firm after a correction: some mentees were other people, and some pairs are new to the files."""
    made: Tables = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    taken = {row["mentee_id"] for row in made["pair"]}
    free = [row["person_id"] for row in made["person"] if row["person_id"] not in taken]
    random.shuffle(free)
    for row in random.sample(made["pair"], moved):
        row["mentee_id"] = free.pop()
    for number in range(added):
        made["pair"].append({**made["pair"][number], "pair_id": f"N{number:03d}", "mentee_id": free.pop()})
    return made
