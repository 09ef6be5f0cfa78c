"""The one sentence at the top of the Overview: what is well, what is not, what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import formats
from ..metrics import MetricValue
from .findings import weakest
from .labels import ITEM_SPOTS
from .numbers import undefined

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sentence:
    """`now` is said in bold, `change` in grey after it."""

    now: str
    change: str


def sentence(values: Mapping[str, MetricValue], cadence: Sequence[Row], cadence_before: Sequence[Row],
             items: Sequence[Row], programs: int, before: date, as_of: date) -> Sentence:
    """The sentence of the Overview.

    `cadence`, `cadence_before`: series `cadence_states` now and on the day `before`; `items`: series
    `checklist_items`; `programs`: how many programs the active pairs are in.
    """
    active = int(values["active_pairs"].value or 0)
    start = formats.count(active, "active pair")
    if programs > 1:
        start += f" in {formats.in_words(programs)} programs"
    parts = [part for part in (_meeting(values["on_cadence_share"], active), _weak_spot(items)) if part]
    now = f"{start}."
    if parts:
        now += " " + formats.capital("; ".join(parts)) + "."
    return Sentence(now, _change(cadence, cadence_before, before, as_of))


def _meeting(share: MetricValue, active: int) -> str:
    if share.value is None:
        return ""
    if share.denominator == 1 and active == 1:
        return "it meets as agreed" if share.value else "it does not meet as agreed"
    if share.value in (0, 1):
        return "all meet as agreed" if share.value else "none meets as agreed"
    if share.value >= 0.9:
        return "nearly all meet as agreed"
    if share.value >= 0.75:
        return "most meet as agreed"
    if share.value > 0.5:
        return "more than half meet as agreed"
    return "half meet as agreed" if share.value == 0.5 else "fewer than half meet as agreed"


def _weak_spot(items: Sequence[Row]) -> str:
    names, share = weakest(items)
    if share is None or share == 1:
        return ""
    spots = formats.listed([ITEM_SPOTS[item] for item in names])
    return f"{spots} are the weak spot" if len(names) == 1 else f"{spots} are the weak spots"


def _change(cadence: Sequence[Row], cadence_before: Sequence[Row], before: date, as_of: date) -> str:
    now = {row["state"]: row["pairs"] for row in cadence}
    then = {row["state"]: row["pairs"] for row in cadence_before}
    if not any(pairs for state, pairs in now.items() if state != "no_data"):
        return "There is no meeting data yet." if now else ""
    difference = now.get("silent", 0) - then.get("silent", 0)
    since = formats.short_day(before, as_of)
    if difference:
        more, be = "more" if difference > 0 else "fewer", "is" if abs(difference) == 1 else "are"
        silent = f"{formats.number(abs(difference))} {more} {be} silent than on {since}"
    elif now.get("silent", 0):
        silent = f"{formats.number(now['silent'])} {'is' if now['silent'] == 1 else 'are'} silent, as on {since}"
    else:
        silent = "None is silent"
    never = now.get("never", 0)
    met = f"{formats.number(never)} {'has' if never == 1 else 'have'} never met" if never else "all have met or are new"
    return f"{silent}; {met}."


def beneath_tiles(values: Mapping[str, MetricValue]) -> dict[str, str]:
    """What stands beneath each tile's number: what it is made of, or why there is none."""
    first_plan, response = values["milestone_on_first_plan"], values["response_mentee"]
    beneath = {
        "active_pairs": f"{formats.number(values['planned_pairs'].value)} planned · "
                        f"{formats.number(values['paused_pairs'].value)} paused",
        "on_cadence_share": _of("on_cadence_share", values, "pairs"),
        "milestone_on_time": f"{formats.percent(first_plan.value, first_plan.denominator)} by the first plan",
        "checklist_due_coverage": _of("checklist_due_coverage", values, "due by now"),
        "satisfaction_mentee": f"{_of('satisfaction_mentee', values, '')} · "
                               f"{formats.percent(response.value, response.denominator)} replied",
    }
    return {key: text if values[key].value is not None else formats.capital(undefined(key, values[key]))
            for key, text in beneath.items()}


def _of(key: str, values: Mapping[str, MetricValue], noun: str) -> str:
    value = values[key]
    return f"{formats.number(value.numerator)} of {formats.number(value.denominator)} {noun}".strip()
