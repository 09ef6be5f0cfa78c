"""The words of "Do people stay?": what is known, what is not, and why. Nothing here claims a cause."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .. import formats
from ..outcomes.verdict import BY_LOT, WHO_CHOSE
from .findings import Finding

Figure = Mapping[str, Any]

SCOPES = {"all": "All programs", "voluntary": "Voluntary programs", "mandatory": "Mandatory programs",
          "lottery": "Programs with places drawn by lot"}
MENTEES, COLLEAGUES = "mentees", "similar colleagues"
REASONS = {"voluntary": "left by choice", "involuntary": "were let go", "other": "left for another reason",
           "unknown": "left, reason not on file", "rare": "left for rarer reasons"}
TABLES = {"department": "Department", "level": "Level", "tenure": "Time here at the match",
          "quarter": "Quarter of the match"}
PARTS = {"check_ins": "Check-ins", "milestones": "Milestones done", "checklist": "Mentor actions done"}
NOT_CAUSE = "So this says who stayed, not what made them stay."
SIMILAR = ("Similar colleagues: employed on the day of the match, same department, level and time here, and "
           "without a mentor until then. Both are followed from that day on.")
NO_ROSTER = "Nobody's employment is on file"
NO_ROSTER_FILE = ("Import a staff list with hire and exit dates (Workday, SuccessFactors, BambooHR, UKG or your own): "
                  "without it nobody can say who stayed.")
NO_MENTEES = "No mentee can be compared yet"
NOTHING_PUBLISHED = "No report is published yet"
NOTHING_PUBLISHED_MORE = "A coordinator publishes one for each quarter, a month after the quarter has ended."
ASK_WHEN_FROM = "From which day on does the staff list show who left?"
KEEP_DAY = "Keep this day"
KEEP_DAY_HELP = "For everybody, for the command line and for reports from now on. Published reports stay as they are."
WHY_MORE = "Why others report more"
WHEN = "When will we know?"
HOW = "How it is computed"
PUBLISHED_NAMES = {
    "comparison": "the comparison", "naive": "the plain comparison", "satisfaction": "satisfaction",
    "health": "the program in numbers", "staff": "mentees as share of staff",
    "part/check_ins": "check-ins", "part/milestones": "milestones", "part/checklist": "mentor actions",
    "pairs/started_this_year": "pairs started this year", "pairs/closed_this_year": "pairs closed this year",
    "pairs/started_last_year": "pairs started last year", "pairs/closed_last_year": "pairs closed last year",
    **{table: f"the table by {name.lower()}" for table, name in TABLES.items()}}


def before_data(count: int, day: date) -> str:
    """Why some mentees are left out, and what to do about it."""
    return (f"{formats.count(count, 'mentee')} matched before {formats.day(day)}, the first day from which the staff "
            "list shows who left, cannot be compared. If the list reaches further back, name that day above.")


def verdict_icon(verdict: str) -> str:
    """A sign beside the sentence, so that the state is not told by colour."""
    return {"too_few": "hourglass_empty", "difference": "compare_arrows", "little_or_none": "drag_handle",
            "cannot_tell": "question_mark"}[verdict]


def verdict_name(verdict: str) -> str:
    """The state in two words."""
    return {"too_few": "Too few people", "difference": "A difference", "little_or_none": "Little or none",
            "cannot_tell": "Cannot tell yet"}[verdict]


def compared(figure: Figure, exact: bool) -> str:
    """Who is compared, in one line."""
    people = figure["people"]
    about = "" if exact else "about "
    return (f"{formats.capital(about)}{formats.count(people['mentees'], 'mentee')} and {about}"
            f"{formats.count(people['colleagues'], 'similar colleague')}, 12 months after the match")


def period(as_of: date, data_from: date | None) -> str:
    """The days that the figures cover."""
    since = "" if data_from is None else f"staff list from {formats.day(data_from)} · "
    return f"{since}as of {formats.day(as_of)}"


def year(figure: Figure) -> Figure | None:
    """The shares and the difference after 12 months."""
    return next((end for end in figure["after"] if end["months"] == 12), None)


def icons(figure: Figure) -> Finding:
    """The two rows of 100 people."""
    end = year(figure)
    if end is None:
        return Finding("Not followed for 12 months yet", "Of 100 people, after 12 months")
    return Finding(
        f"Still here after 12 months: {_of_100(end['mentored'])} of 100 mentees, {_of_100(end['colleagues'])} of 100 "
        "similar colleagues", "Each dot is one person of 100 · filled: still here")


def _of_100(share: Figure | None) -> str:
    if share is None:
        return formats.DASH
    return str(share["percent"]) if share["percent"] is not None else str(share["words"]).rstrip("%")


def curve(figure: Figure) -> Finding:
    """The two curves."""
    rows = figure["curve"]
    if len(rows) < 2:
        return Finding("Too few are followed for a curve", "Share still here, by month after the match")
    last = rows[-1]
    return Finding(
        f"{formats.count(last['month'], 'month')} after the match "
        f"{_told(last['mentored'])} of mentees and {_told(last['colleagues'])} of similar colleagues are still here",
        "Share still here, by month after the match · bands: the range within which it may lie · ends where fewer "
        "than 10 are followed")


def _told(percent: float | None) -> str:
    return "over 95%" if percent is None else f"{formats.number(percent)}%"


def points(found: Figure | None) -> str:
    """A difference in points per 100 with its range.

    >>> points({"difference": -1, "low": -4, "high": 2, "step": 1})
    '1 fewer of 100 (between 4 fewer and 2 more)'
    """
    if found is None:
        return formats.DASH
    return f"{_more(found['difference'])} of 100 (between {_more(found['low'])} and {_more(found['high'])})"


def _more(points: int) -> str:
    return f"{abs(points)} {'fewer' if points < 0 else 'more'}"


def promotion(found: Figure | None) -> Finding:
    """Promotions within a year."""
    subtitle = "Promoted within 12 months of the match; who left cannot be promoted"
    if found is None:
        return Finding("No promotion is on file, or too few are followed", subtitle)
    return Finding(f"Promoted: {_words(found['mentored'])} of mentees, {_words(found['colleagues'])} of colleagues",
                   f"{subtitle} · {points(found['points'])}")


def reasons(found: Sequence[Figure]) -> Finding:
    """Why people left."""
    subtitle = "Share that left within 12 months, by the reason on file"
    if not found:
        return Finding("Too few left to say why", subtitle)
    widest = max(found, key=lambda row: max((row[arm] or {}).get("percent") or 0 for arm in ("mentored", "colleagues")))
    return Finding(
        f"{formats.capital(REASONS[widest['reason']])}: {_words(widest['mentored'])} of mentees, "
        f"{_words(widest['colleagues'])} of colleagues", subtitle)


def satisfaction(found: Figure | None) -> Finding:
    """Satisfied mentees, and how many answered."""
    subtitle = "Mentees of active pairs who answered 4 or 5 of 5 · never mixed with who stayed"
    if found is None:
        return Finding("Too few mentees answered", subtitle)
    return Finding(f"{_words(found['satisfied'])} of those who answered are satisfied",
                   f"{subtitle} · {_words(found['response'])} answered")


def _words(share: Figure | None) -> str:
    return formats.DASH if share is None else str(share["words"])


def naive(found: Figure | None, figure: Figure) -> str:
    """The misleading number beside ours, and what is wrong with it."""
    ours = year(figure)
    if found is None or ours is None or found["mentored"] is None or found["others"] is None:
        return ("Elsewhere one reads the share of everybody who ever was a mentee and is still here, beside the same "
                "share of all others. That number cannot be given here.")
    return (
        f"Counted as it often is, {_words(found['mentored'])} of everybody who ever was a mentee are still here, and "
        f"{_words(found['others'])} of all others. But only those who stayed long enough could become mentees: who "
        "left in the first weeks counts among the others alone. That alone makes such a gap, in a company where "
        "mentoring changes nothing as well. Beside colleagues who were here on the same day, the shares after "
        f"12 months are {_words(ours['mentored'])} and {_words(ours['colleagues'])}.")


def when(found: Figure | None) -> str:
    """When a difference of 5 in 100 would be seen."""
    if found is None:
        return "Too few mentees are matched each year to say when a difference of 5 in 100 would be seen."
    needed, now = found["mentees_needed"], found["mentees_now"]
    text = (f"To see a difference of 5 in 100 it takes about {formats.count(needed, 'mentee')}; "
            f"there are {formats.number(now)}.")
    if now >= needed:
        return f"{text} That is enough once they have been followed for 12 months."
    if not found["date"]:
        return f"{text} Nobody was matched in the last 12 months, so no date can be given."
    day = str(found["date"])
    return f"{text} At the present pace that is in {day if len(day) == 4 else formats.month(date.fromisoformat(day))}."


def part(found: Figure) -> str:
    """One program part in a sentence."""
    name = PARTS[found["part"]]
    if found["points"] is None:
        return f"{name}: too few mentees did more or less of it, or they were not followed long enough."
    clear = "" if found["clear"] else " Chance alone may bring that much."
    return (f"{name}: of 100 mentees who did more in their first 90 days, {_more(found['points']['difference'])} were "
            f"still here a year later than of 100 who did less (between {_more(found['points']['low'])} and "
            f"{_more(found['points']['high'])}).{clear}")


def cost(found: Figure, mentees: int, price: float) -> str:
    """What the whole difference would be worth at the user's own price of a leaver; never told as a saving.

    found: the points of the year. mentees: to the nearest 10.
    """
    count = (mentees + 5) // 10 * 10
    low, high = sorted(found[name] / 100 * count * price for name in ("low", "high"))
    return (f"If the whole difference came from the program: between {formats.number(low)} and {formats.number(high)}, "
            f"for about {formats.count(count, 'mentee')} at {formats.number(price)} a leaver.")


def left_out(found: Mapping[str, int], without_colleague: int) -> list[str]:
    """Mentees who are not compared, by reason."""
    words = {"no_spell": "in no staff list", "not_employed": "not employed on the day of the match",
             "before_data": "matched before the staff list begins", "too_recent": "matched on the last day of the data"}
    lines = [f"{formats.count(count, 'mentee')} {words[reason]}" for reason, count in found.items()]
    if without_colleague:
        lines.append(f"{formats.count(without_colleague, 'mentee')} without a comparable colleague")
    return lines


def e_value(value: float | None) -> str:
    """The E-value in words."""
    if value is None:
        return "The range holds no difference at all, so nothing hidden is needed to explain what is seen."
    return (f"Something that no record shows would have to make both mentoring and leaving {value:.1f} times as likely "
            "or unlikely to explain all of this difference.")


def not_renewed(day: date) -> str:
    """Why a figure is older than its report."""
    return f"As of {formats.day(day)}: since then too few people came or went for a new figure."


def left_out_cells(keys: Sequence[str]) -> str:
    """Which figures a report does not hold, and why."""
    names = formats.listed([PUBLISHED_NAMES.get(key, key) for key in keys])
    return f"Left out, so that nobody can be worked out by subtraction: {names}."


def caveat(scope: str) -> str:
    """The line that always stands beneath the sentence."""
    return f"{BY_LOT if scope == 'lottery' else WHO_CHOSE} {NOT_CAUSE}"


def witnesses(document: Figure) -> list[str]:
    """The other estimates, for whoever wants to check, and who is left out."""
    matched, cox, log_rank = document["matched"], document["cox"], document["log_rank"]
    lines = [f"{formats.count(matched['leavers'], 'person', 'people')} of both groups left within 12 months."]
    lines += [f"Not compared: {line}." for line in left_out(matched["left_out"], matched["without_colleague"])]
    mean = document["restricted_mean"]
    if mean["difference"] is not None:
        lines.append(f"Days still here within the first year: {formats.number(mean['mentored'])} and "
                     f"{formats.number(mean['colleagues'])}.")
    for name, found in document["turnover"].items():
        if found["rate"] is not None:
            who = "Mentees" if name == "mentored" else "Everybody else, and mentees before their match"
            lines.append(f"{who}: {formats.number(100 * found['rate'])} left per 100 years of work (between "
                         f"{formats.number(100 * found['low'])} and {formats.number(100 * found['high'])}).")
    if cox["hazard_ratio"] is not None:
        lines.append(f"Second witness, all staff by tenure (Cox, within department and level): hazard ratio "
                     f"{cox['hazard_ratio']:.2f} (between {cox['low']:.2f} and {cox['high']:.2f}).")
    if log_rank["p"] is not None:
        lines.append(f"Log-rank test of the same: p = {log_rank['p']:.3f}.")
    lines.append(e_value(document["e_value"]))
    return lines


def preview(figures: Mapping[str, Figure], tables: Mapping[str, Sequence[Figure]], out: Sequence[str],
            repeated: Sequence[str]) -> list[str]:
    """What a report would hold, what it repeats from an older one, and what it leaves out."""
    lines = []
    if tables:
        names = [f"{TABLES[table].lower()} ({formats.count(len(rows), 'row')})" for table, rows in tables.items()]
        lines.append(f"With tables by {formats.listed(names)}.")
    if repeated:
        lines.append(f"{formats.capital(formats.count(len(repeated), 'figure'))} stay as last published: too few "
                     "people came or went since, or of too few anything else is known now.")
    if out:
        lines.append(left_out_cells(out))
    if "people" in figures["comparison"]:
        people = figures["comparison"]["people"]
        lines.append(f"Numbers of people to the nearest 10: {formats.number(people['mentees'])} mentees, "
                     f"{formats.number(people['colleagues'])} similar colleagues.")
    return lines


METHODS = (
    "For each mentee up to five colleagues are drawn who were employed on the day of the match, in the same department "
    "and level and with about as much time here, and who had no mentor until then. Both are followed from that day; "
    "when a colleague gets a mentor, that pair ends. The shares still here are Kaplan-Meier curves; the range of the "
    "difference is 95 %, from what each person adds to it, so that a colleague who is drawn twice counts once. "
    "Of 100 such comparisons in a company where mentoring changes nothing, about five show a difference by chance. "
    "An arm in which nobody left adds nothing to the range, so that with few people it reads too sure. "
    "The rule is declared: fewer than 30 mentees, 10 leavers or 10 people followed for 12 months is too few; a range "
    "within 3 of 100 is little or none; a range without 0 is a difference; else we cannot tell.")
