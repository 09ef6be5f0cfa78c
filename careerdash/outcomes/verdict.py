"""What may be said: the declared rule, its sentences, what something hidden would have to be, and when we will know."""

import math
from datetime import date, timedelta
from typing import Any, Literal

from .survival.arrays import Z

Verdict = Literal["too_few", "difference", "little_or_none", "cannot_tell"]

MARGIN = 0.03
LEAST_MENTEES = 30
LEAST_LEAVERS = 10
LEAST_AT_RISK = 10
Z_POWER = 0.841621233572914
"""The normal quantile of a power of 80 %."""

WHO_CHOSE = "People were not sent to the program at random: those who take part may differ in ways no record shows."
BY_LOT = ("Places were drawn by lot, but these colleagues are not the applicants who lost; this is no experiment.")

TOO_FEW = ("There are too few people to compare yet: too few mentees with a similar colleague, too few who left, or "
           "too few followed for 12 months.")


def verdict(mentees: int, leavers: int, year: dict[str, Any]) -> Verdict:
    """The first rule that fits, from the unrounded numbers after 12 months (an entry of `horizons`).

    >>> verdict(40, 12, {"low": 0.01, "high": 0.09, "at_risk": [30, 30]})
    'difference'
    """
    low, high = year["low"], year["high"]
    if mentees < LEAST_MENTEES or leavers < LEAST_LEAVERS or min(year["at_risk"]) < LEAST_AT_RISK or low is None:
        return "too_few"
    if low >= -MARGIN and high <= MARGIN:
        return "little_or_none"
    return "difference" if low > 0 or high < 0 else "cannot_tell"


def sentence(found: Verdict, year: dict[str, Any]) -> str:
    """The verdict in words of 100 people, with the range."""
    if found == "too_few":
        return TOO_FEW
    return spoken(found, of_100(year["difference"]), of_100(year["low"]), of_100(year["high"]))


def spoken(found: Verdict, gap: str, low: str, high: str) -> str:
    """The sentence of a verdict, from its difference and range in words like "5 more"."""
    if found == "too_few":
        return TOO_FEW
    between = f"between {low} and {high}"
    if found == "difference":
        return (f"Of 100 mentees, {gap} were still here after 12 months than of 100 similar colleagues; "
                f"the range is {between}.")
    if found == "little_or_none":
        return f"After 12 months about as many of 100 mentees were still here as of 100 similar colleagues: {between}."
    return (f"We cannot tell yet: of 100 mentees {between} were still here after 12 months than of 100 similar "
            "colleagues.")


def of_100(difference: float) -> str:
    """A difference of shares as people of 100.

    >>> of_100(0.052), of_100(-0.004), of_100(0.0)
    ('5 more', 'under 1 fewer', '0 more')
    """
    people = round(100 * abs(difference))
    count = str(people) if people or not difference else "under 1"
    return f"{count} {'fewer' if difference < 0 else 'more'}"


def e_value(year: dict[str, Any]) -> float | None:
    """How strongly something hidden must go with both mentoring and staying to explain all of it, one decimal.

    None: nothing hidden is needed (the interval holds 0), or nobody or everybody of an arm left.
    Source: VanderWeele and Ding (2017), for the ratio of the shares that left.
    """
    if year["difference"] is None or year["low"] <= 0 <= year["high"]:
        return None
    ours, theirs = 1 - year["mentored"], 1 - year["colleagues"]
    if ours <= 0 or theirs <= 0:
        return None
    ratio: float = max(ours / theirs, theirs / ours)
    return round(ratio + math.sqrt(ratio * (ratio - 1)), 1)


def when(as_of: date, mentees: int, recent: int, year: dict[str, Any]) -> dict[str, Any]:
    """Mentees needed to see 5 in 100 with a power of 80 %, those there are, and the day at the present pace.

    recent: mentees matched within the last 365 days. The date is None where nobody was, or beyond the calendar.
    """
    known = year["colleagues"] is not None and year["at_risk"][1] >= LEAST_AT_RISK
    q = year["colleagues"] if known else 0.85
    p = q - 0.05 if q > 0.95 else q + 0.05
    needed = math.ceil(1.2 * (Z + Z_POWER) ** 2 * (p * (1 - p) + q * (1 - q)) / 0.0025)
    day = None
    if recent:
        wait = 365 + math.ceil(365 * max(0, needed - mentees) / recent)
        day = (as_of + timedelta(days=wait)).isoformat() if wait <= (date.max - as_of).days else None
    return {"mentees_needed": needed, "mentees_now": mentees, "date": day}
