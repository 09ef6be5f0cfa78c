"""A published report: made of a closed quarter, coarsened, held against everything published before, and frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from careerdash import metrics
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.published import PublicationError, PublishedGroup, PublishedReports
from careerdash.metrics import Filters
from careerdash.metrics.staff import Staff, first_start, programs, renamed_people, staff
from careerdash.outcomes.cells import Cell, Facts, admit
from careerdash.outcomes.coarse import LEAST, headcount
from careerdash.outcomes.company import Scope, fates
from careerdash.outcomes.estimate import Study, study
from careerdash.outcomes.figures import Told, told
from careerdash.outcomes.periods import Quarter, closed
from careerdash.outcomes.voice import Coarsely, Voice
from careerdash.store import Store

SCOPES: Mapping[str, Mapping[str, str]] = {
    "all": {}, "voluntary": {"participation": "voluntary"}, "mandatory": {"participation": "mandatory"},
    "lottery": {"assignment": "lottery"}}
"""The scopes of reports, fixed, and which programs each takes."""

HEALTH = ("on_cadence_share", "milestone_on_time", "checklist_due_coverage", "satisfaction_mentee")


@dataclass(frozen=True)
class Draft:
    """A report before it is published: what would be printed, and who stands behind it.

    facts: what is known of people, for the next report's audit. repeated: keys of figures that stay as they were.
    """

    period: Quarter
    scope: str
    seed: int
    data_from: date | None
    document: Mapping[str, Any]
    groups: tuple[PublishedGroup, ...]
    facts: Facts
    repeated: tuple[str, ...]
    seen: int


def periods(store: Store, today: date) -> list[Quarter]:
    """The quarters that can be published, newest first; none before the first pair."""
    first = first_start(store)
    return [] if first is None else closed(first, store.data_day, today)


def scope_of(name: str, as_of: date, seed: int = 1, data_from: date | None = None) -> Scope:
    """The scope of a report as a question. Raises KeyError for a name that is none."""
    which = SCOPES[name]
    return Scope(as_of, seed, data_from, (), which.get("participation"), which.get("assignment"))


def draft(store: Store, ledger: Ledger, period: Quarter, scope: str, today: date, *, seed: int = 1,
          data_from: date | None = None) -> Draft:
    """The report of a period and scope as it would be published today.

    Raises PublicationError, in one sentence, where the period is not closed, the data do not reach its end, the
    scope or the rest has fewer than 10 people, or its comparison lies too near to a published one.
    """
    if today < period.opens:
        raise PublicationError(f"{period.name} can be published from {period.opens.isoformat()} on.")
    if store.data_day < period.end:
        raise PublicationError(f"The data reach to {store.data_day.isoformat()}, not to the end of {period.name}.")
    reports = PublishedReports(ledger)
    seen = reports.count()
    found = study(store, scope_of(scope, period.end, seed, data_from))
    people = staff(store, period.end, programs_of(store, scope))
    _must_be_many(scope, people)
    keys = _Keys(store, reports, found, people)
    cells = [keys.cell(f"{scope}/{one.name}", one, period.end, scope, facts) for some, facts in (
        (told(found, Coarsely()), keys.facts),
        (_beside(store, scope, people, period.end, found, Coarsely()), None)) for one in some]
    admitted = admit(cells, keys.published())
    if f"{scope}/comparison" in admitted.left_out:
        raise PublicationError("Fewer than 10 people lie between this comparison and another one that was published, "
                               "so that one could be subtracted from the other.")
    made = {id(cell) for cell in cells}
    document = {
        "period": period.name, "scope": scope, "as_of": period.end.isoformat(), "data_from":
        found.document["data_from"], "seed": seed,
        "cells": [{"key": cell.key.removeprefix(f"{scope}/"), "table": cell.table and cell.table.split("/", 1)[1],
                   "as_of": cell.as_of.isoformat(), "figure": dict(cell.figure)} for cell in admitted.cells],
        "left_out": [key.split("/", 1)[1] for key in admitted.left_out]}
    fresh = [cell for cell in admitted.cells if id(cell) in made]
    groups = tuple(PublishedGroup(cell.key, place, cell.as_of, group)
                   for cell in fresh for place, group in enumerate(cell.groups))
    from_day = found.document["data_from"]
    repeated = tuple(cell.key.removeprefix(f"{scope}/") for cell in admitted.cells if id(cell) not in made)
    return Draft(period, scope, seed, None if from_day is None else date.fromisoformat(from_day), document, groups,
                 keys.facts, repeated, seen)


def publish(ledger: Ledger, made: Draft, by: str) -> str:
    """Stores the draft as it is and gives the report's id. Raises PublicationError as `PublishedReports.publish`."""
    return PublishedReports(ledger).publish(
        period=made.period.name, scope=made.scope, as_of=made.period.end, data_from=made.data_from, seed=made.seed,
        document=made.document, groups=made.groups, facts=made.facts, by=by, seen=made.seen)


def programs_of(store: Store, scope: str) -> tuple[str, ...] | None:
    """The programs of a scope; None: all."""
    which = SCOPES[scope]
    if not which:
        return None
    field, word = next(iter(which.items()))
    return tuple(str(row["program"]) for row in programs(store) if row[field] == word)


def _must_be_many(scope: str, people: Staff) -> None:
    rest = people.rest if scope == "all" else people.other_mentees
    if len(people.mentees) < LEAST:
        raise PublicationError("There are fewer than 10 mentees in this scope, too few for a report.")
    if len(rest) < LEAST:
        raise PublicationError(
            "Fewer than 10 people are outside this scope, so that a report of it could be subtracted from another.")


class _Keys:
    """Digests instead of ids, and the published figures in terms of the people as they are known now."""

    def __init__(self, store: Store, reports: PublishedReports, found: Study, people: Staff) -> None:
        ids = {*found.company.person_ids, *people.everybody}
        renamed = renamed_people(store)
        digests = reports.digest(ids | set(renamed) | set(renamed.values()))
        self._digests = digests
        self._now = {digests[old]: digests[person] for old, person in renamed.items()}
        self._reports = reports
        self.facts = {kind: self._short(kind, known) for kind, known in fates(found.company).items()}

    def _short(self, kind: str, known: Mapping[str, str]) -> dict[str, str]:
        """Digests of what is known, the same for everybody of whom it is, so that it outlives a change of ids."""
        short = self._reports.digest({f"{kind}{text}" for text in known.values()})
        return {self._digests[person]: short[f"{kind}{text}"][:8] for person, text in known.items()}

    def cell(self, key: str, one: Told, as_of: date, scope: str, facts: Facts | None) -> Cell:
        groups = tuple(frozenset(self._digests[person] for person in group) for group in one.groups)
        return Cell(key, one.figure, groups, as_of, None if one.table is None else f"{scope}/{one.table}", facts)

    def published(self) -> list[Cell]:
        """Everything ever published, oldest first, people under the ids that they have today."""
        groups: dict[tuple[str, str], list[frozenset[str]]] = {}
        for group in self._reports.groups():
            members = frozenset(self._now.get(member, member) for member in group.members)
            groups.setdefault((group.report_id, group.cell), []).append(members)
        facts = {report: {kind: {self._now.get(person, person): fact for person, fact in known.items()}
                          for kind, known in kinds.items()} for report, kinds in self._reports.facts().items()}
        cells = []
        for report in self._reports.all(withdrawn=True):
            for cell in report.document["cells"]:
                key = f"{report.scope}/{cell['key']}"
                if sets := groups.get((report.report_id, key)):  # none: the figure is an older report's
                    table = None if cell["table"] is None else f"{report.scope}/{cell['table']}"
                    cells.append(Cell(key, cell["figure"], tuple(sets), date.fromisoformat(cell["as_of"]), table,
                                      facts.get(report.report_id)))
        return cells


def _beside(store: Store, scope: str, people: Staff, day: date, found: Study, voice: Voice) -> list[Told]:
    """What stands beside the comparison: satisfaction, and for all programs together the program in a few numbers."""
    if found.document["verdict"] == "too_few" and not voice.exact:
        return []
    figures = satisfaction(store, scope, people, day, voice)
    return figures + (health(store, people, day, voice) if scope == "all" else [])


def satisfaction(store: Store, scope: str, people: Staff, day: date, voice: Voice) -> list[Told]:
    """Satisfied mentees of those who answered, and how many answered of those who were to."""
    taken = programs_of(store, scope)
    if taken is not None and not taken:
        return []
    values = metrics.values(store, day, Filters(program=taken or ()), ("satisfaction_mentee", "response_mentee"))
    satisfied, response = values["satisfaction_mentee"], values["response_mentee"]
    if satisfied.value is None or (not voice.exact and len(people.answered) < LEAST):
        return []
    groups = (people.answered, people.silent) if people.silent else (people.answered,)
    return [Told("satisfaction", {
        "satisfied": _share(voice, satisfied.value, len(people.answered)),
        "response": _share(voice, response.value, len(people.answered | people.silent))}, groups)]


def health(store: Store, people: Staff, day: date, voice: Voice) -> list[Told]:
    """Pairs started and closed, this year and last to the same day; mentees as share of staff; the program's health."""
    values = metrics.values(store, day, Filters(), HEALTH)
    active = len(people.active_mentees)
    shares = {key: _share(voice, found.value, min(active, found.denominator or 0)) for key, found in values.items()
              if found.value is not None and (voice.exact or (found.denominator or 0) >= LEAST)}
    figures = [Told("health", {"shares": shares, "active_pairs": voice.people(people.active_pairs)},
                    (people.active_mentees,))]
    for name, (pairs, mentees) in people.moved.items():
        few = len(mentees) < LEAST and not voice.exact
        figure = {"pairs": None if few else headcount(pairs) if not voice.exact else pairs}
        figures.append(Told(f"pairs/{name}", figure, () if few else (mentees,)))
    everybody = people.staff | people.active_mentees  # a roster may lack a mentee
    share = active / len(everybody) if everybody else None
    figures.append(Told("staff", {"mentees_of_staff": _share(voice, share, len(everybody))},
                        (people.active_mentees, everybody - people.active_mentees)))
    return figures


def _share(voice: Voice, value: float | None, people: int) -> dict[str, Any] | None:
    found = voice.share(value, people)
    return None if found is None else asdict(found)


def live(store: Store, scope: str, as_of: date, voice: Voice, *, seed: int = 1, data_from: date | None = None,
         ) -> tuple[Study, Sequence[Told]]:
    """All figures of a scope on a day, told by a voice, with the study behind them. Not for leadership."""
    found = study(store, scope_of(scope, as_of, seed, data_from))
    people = staff(store, as_of, programs_of(store, scope))
    return found, [*told(found, voice), *_beside(store, scope, people, as_of, found, voice)]
