"""What Needs attention says: whom to call, what was done, whether it helped, what flags foresaw."""

from collections.abc import Sequence
from datetime import date

from .. import formats
from ..ledger.follow_ups import FollowUp
from ..metrics.follow_up import Foresight, Interval, Outcome
from ..metrics.work_list import RuleEffect
from ..schema import RULE
from .labels import REASONS

KINDS: dict[str, str] = {
    "e-mailed": "e-mailed", "called": "called", "spoke": "spoke in person", "met": "they met",
    "re-matched": "re-matched", "note": "note", "snoozed": "snooze until a day", "resolved": "resolved",
    "taken back": "taken back"}
"""Follow-ups as people choose them."""

TRIED: tuple[str, ...] = (
    "default_cadence_days", "grace_min_days", "grace_divisor", "new_max_days", "ending_days", "no_data_age",
    "overdue_milestones", "overdue_days", "due_age_2", "low_satisfaction", "low_satisfaction_days", "disagree_points",
    "disagree_days", "disagree_apart_days", "ticked_no_evidence")
"""Rules on which the work list hangs."""

ALL = "all programs"

ORDER = ("Each pair and why it is here: sorted by the first reason, then by days over its limit, then by how many "
         "reasons there are.")
ORDER_HELP = (f"Reasons in their order: {', '.join(REASONS.values())}. A pair with a next meeting planned stands last "
              "within its reason.")


def title(call: int, records: int, out_of_sight: int) -> str:
    """The finding of the page as one sentence."""
    parts = [f"{formats.count(call, 'pair')} to call" if call else "Nobody to call"]
    parts.append(f"{formats.number(records)} with records to put right" if records else "no records to put right")
    if out_of_sight:
        parts.append(f"{formats.number(out_of_sight)} out of sight")
    return "; ".join(parts) + "."


def narrowed(reasons: Sequence[str], mentor: str, site: Sequence[str], search: str) -> str:
    """The column filters in force: `late or silent · mentor “ann” · Leeds · “lin”`."""
    parts = [formats.listed([REASONS[reason] for reason in reasons]).replace(" and ", " or "),
             f"mentor “{mentor}”" if mentor else "",
             " or ".join("no site" if one == "-" else one for one in site), f"“{search}”" if search else ""]
    return " · ".join(part for part in parts if part)


def told(event: FollowUp, beside: date) -> str:
    """A follow-up in a few words: `e-mailed the mentor on 3 Nov by ada`."""
    side = {"mentor": " the mentor", "mentee": " the mentee", "both": " both"}.get(event.side, "")
    day = formats.short_day(event.day, beside)
    if event.kind == "snoozed":
        return f"snoozed until {formats.short_day(event.until, beside)}, on {day} by {event.by}"
    words = {"spoke": f"spoke{' to' if side else ''}{side} in person", "met": "they met", "note": "note"}.get(
        event.kind, event.kind + side)
    return f"{words} on {day} by {event.by}"


def share(yes: int, n: int, interval: Interval) -> str:
    """A share with its interval: `64% (43% to 80%)`."""
    low, high = interval
    if not n or low is None or high is None:
        return formats.DASH
    return f"{formats.percent(yes / n, n)} ({formats.percent(low, n)} to {formats.percent(high, n)})"


def helped(contacted: Outcome) -> str:
    """What came of contacts, claiming no cause."""
    if not contacted.spells:
        if not contacted.too_soon:
            return "No contact is on record with a pair that had never met, was silent or late."
        return f"No contact is old enough yet to see what came of it. {formats.capital(_too_soon(contacted))}."
    said = f"Of {formats.number(contacted.spells)} contacted, {formats.number(contacted.met)} met within 14 days"
    return f"{said}; {_too_soon(contacted)}." if contacted.too_soon else f"{said}."


def _too_soon(outcome: Outcome) -> str:
    return f"for {formats.number(outcome.too_soon)} more it is too soon to say"


def helped_rows(contacted: Outcome, others: Outcome) -> list[dict[str, str]]:
    """Contacted and not contacted side by side."""
    return [{"": name, "Times": formats.number(of.spells), "Met within 14 days": formats.number(of.met),
             "Share (95% interval)": share(of.met, of.spells, of.interval), "Too soon": formats.number(of.too_soon)}
            for name, of in (("Contacted", contacted), ("No contact on record", others))]


HELPED_NOTE = (
    "One line a time in which a pair had never met, was silent or late. Contacted: counted from the first e-mail, call "
    "or talk in that time. No contact on record: from its first Monday, where none is on record from 28 days before to "
    "14 after. Coordinators choose whom they contact, so the difference is no effect of contacting.")


def foresaw(found: Foresight) -> str:
    """How well flags foresaw early ends, as one sentence."""
    if not found.days:
        return "The data does not reach back 90 days, so that there is no past to look at."
    if not found.enough:
        return (f"Too few to say: {formats.count(found.events, 'pair')} ended early in the 90 days after the days "
                "looked at, and at least 10 are needed.")
    of_100 = formats.number(100 * found.flagged_events / found.flagged) if found.flagged else "0"
    warning = "" if found.warning_days is None else (
        f" Half of them with {formats.count(found.warning_days, 'day')} of warning or more.")
    return (f"Of 100 flagged, {of_100} ended early within 90 days; of {formats.number(found.events)} that ended early, "
            f"{formats.number(found.flagged_events)} were flagged.{warning}")


def foresaw_rows(found: Foresight) -> list[dict[str, str]]:
    """The shares behind the sentence."""
    others, missed = found.pairs - found.flagged, found.events - found.flagged_events
    return [
        {"": "Flagged: ended early", "Of": f"{formats.number(found.flagged_events)} of {formats.number(found.flagged)}",
         "Share (95% interval)": share(found.flagged_events, found.flagged, found.of_flagged)},
        {"": "Not flagged: ended early", "Of": f"{formats.number(missed)} of {formats.number(others)}",
         "Share (95% interval)": share(missed, others, found.of_others)},
        {"": "Ended early: were flagged", "Of": f"{formats.number(found.flagged_events)} of "
                                                f"{formats.number(found.events)}",
         "Share (95% interval)": share(found.flagged_events, found.events, found.of_events)}]


def foresaw_note(found: Foresight) -> str:
    """What was counted."""
    left = f" {formats.count(found.left_out, 'pair')} left out: ended, how is not known." if found.left_out else ""
    return (f"Active pairs on {formats.count(len(found.days), 'day')}, every 90 days back from "
            f"{formats.day(found.days[0])}, with today's rules; a pair counts once a day, so that the intervals are "
            "rather too narrow. Flagged: for any reason but that someone left or the planned end is past. Pauses carry "
            f"no date and apply to the whole past.{left}")


def tried(key: str, value: float, effect: RuleEffect) -> str:
    """What a limit on trial does to the list: `At 45 days 12 fewer pairs: 3 appear, 15 drop out.`"""
    rule = RULE[key]
    at = formats.percent(value) if rule.unit == "share" else f"{formats.number(value)} {_unit(rule.unit, value)}"
    difference = effect.then - effect.now
    if not effect.appear and not effect.drop:
        return f"At {at} nothing changes: {formats.count(effect.then, 'pair')} on the lists."
    change = ("as many pairs" if not difference else
              f"{formats.number(abs(difference))} {'more' if difference > 0 else 'fewer'} "
              f"{'pair' if abs(difference) == 1 else 'pairs'}")
    return f"At {at} {change}: {formats.number(effect.appear)} appear, {formats.number(effect.drop)} drop out."


def tried_of(effect: RuleEffect, *, filtered: bool) -> str:
    """Which pairs were counted: `84 pairs on the two lists now, 72 with this limit; 3 out of sight are not counted.`"""
    within = ", within the filters" if filtered else ""
    away = (f"; {formats.number(effect.out_of_sight)} out of sight {'is' if effect.out_of_sight == 1 else 'are'} not "
            "counted") if effect.out_of_sight else ""
    return (f"{formats.count(effect.now, 'pair')} on the two lists now{within}, {formats.number(effect.then)} with "
            f"this limit{away}.")


def _unit(unit: str, value: float) -> str:
    one = {"days": "day", "goals": "goal", "milestones": "milestone", "meeting days": "meeting day",
           "check-ins": "check-in", "items": "item"}
    return one.get(unit, unit) if value == 1 else unit


def rule_changed(key: str, program: str | None, before: float | None, after: float | None) -> str:
    """A changed rule: `Interval assumed ... for Alpha: as it comes → 14 days`."""
    was, becomes = ("as it comes" if value is None else value_of_rule(key, value) for value in (before, after))
    return f"{RULE[key].label} for {program or ALL}: {was} → {becomes}"


def value_of_rule(key: str, value: float) -> str:
    """A rule's value with its unit."""
    rule = RULE[key]
    return formats.percent(value) if rule.unit == "share" else f"{formats.number(value)} {_unit(rule.unit, value)}"
