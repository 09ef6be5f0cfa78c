"""Small companies out of thin air, with everything that makes retention hard to count."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

START = date(2021, 1, 1)
AS_OF = date(2024, 1, 1)
_day = st.integers(0, 1095).map(lambda days: START + timedelta(days))
# A few days that everybody shares: ties between leaving, matches and the end of a pair are the rule here.
_shared = st.sampled_from([START + timedelta(days) for days in (0, 100, 101, 300, 465, 466, 700, 830, 1094, 1095)])
_some_day = st.one_of(_shared, _shared, _day)
_maybe = st.one_of(st.none(), _some_day)
_level = st.sampled_from(["L1", "L1", "L2", None])


@st.composite
def companies(draw: st.DrawFn, fewest: int = 1, most: int = 9) -> dict[str, list[dict[str, Any]]]:
    """Tables of a company of a few people in one or two departments, over three years."""
    people: list[dict[str, Any]] = []
    changes: dict[tuple[str, date], dict[str, Any]] = {}
    pairs: list[dict[str, Any]] = []
    ids = [f"E{number}é" for number in range(draw(st.integers(fewest, most)))]
    endless = draw(st.booleans()) and draw(st.booleans())  # one company in four: nobody ever leaves
    for person in ids:
        starts = draw(st.lists(st.one_of(_some_day, st.just(START - timedelta(40))), max_size=3, unique=True))
        starts.sort()
        for number, start in enumerate(starts):
            gone = None if endless else draw(st.one_of(
                st.none(), _some_day, st.integers(0, 500).map(lambda days, start=start: start + timedelta(days))))
            if number + 1 < len(starts) and draw(st.booleans()):
                gone = starts[number + 1] - timedelta(draw(st.integers(0, 2)))
            people.append({"person_id": person, "hire_date": start, "exit_date": gone,
                           "department": draw(st.sampled_from(["Ops", "Ops", "Ops", None])), "level": draw(_level),
                           "exit_reason": draw(st.sampled_from(["voluntary", "involuntary", "other", None]))})
        if draw(st.integers(0, 9)) == 0:
            people.append({"person_id": person, "hire_date": None, "exit_date": draw(_maybe)})
        for _ in range(draw(st.integers(0, 2))):
            day = draw(_some_day)
            changes[person, day] = {
                "person_id": person, "change_date": day, "old_level": draw(_level), "new_level": draw(_level),
                "kind": draw(st.sampled_from(["promotion", "promotion", "lateral"]))}
    for number in range(draw(st.integers(0, len(ids)))):
        pairs.append({"pair_id": f"P{number}", "program": draw(st.sampled_from(["A", "A", "B", None])),
                      "mentor_id": "M", "mentee_id": draw(st.sampled_from([*ids, "nobody"])),
                      "start_date": draw(_some_day)})
    return {"person": people, "job_change": list(changes.values()), "pair": pairs,
            "program": [{"program": "A", "participation": "voluntary"}, {"program": "B"}]}
