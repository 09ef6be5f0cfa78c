"""What the page "Do people stay?" shows: the live figures of a coordinator, or a published report of leadership."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerdash.ledger.published import PublishedReport
from careerdash.outcomes.estimate import Study
from careerdash.outcomes.figures import Figure, Told


@dataclass(frozen=True)
class Shown:
    """Figures by key, the day each is from, and the rows of the tables.

    document: `outcomes --json`, for coordinators alone. left_out: keys of figures that may not be published.
    """

    scope: str
    as_of: date
    data_from: date | None
    seed: int
    figures: Mapping[str, Figure]
    days: Mapping[str, date]
    tables: Mapping[str, Sequence[Figure]]
    left_out: tuple[str, ...] = ()
    document: Mapping[str, Any] | None = None

    @property
    def exact(self) -> bool:
        """Whether this is a coordinator's live page."""
        return self.document is not None

    @property
    def comparison(self) -> Figure:
        """The main figure; it is always there."""
        return self.figures["comparison"]

    def older(self, key: str) -> date | None:
        """The day of a figure that was not renewed, else None."""
        day = self.days.get(key)
        return day if day is not None and day != self.as_of else None


def of_live(found: Study, told: Iterable[Told], scope: str) -> Shown:
    """The live figures of a study."""
    document = found.document
    as_of = date.fromisoformat(document["as_of"])
    rows = [(one.name, one.table, as_of, one.figure) for one in told]
    return _shown(scope, as_of, document["data_from"], document["seed"], rows, document=document)


def of_report(document: Mapping[str, Any]) -> Shown:
    """The figures of a report, published or about to be."""
    rows = [(cell["key"], cell["table"], date.fromisoformat(cell["as_of"]), cell["figure"])
            for cell in document["cells"]]
    return _shown(document["scope"], date.fromisoformat(document["as_of"]), document["data_from"], document["seed"],
                  rows, left_out=tuple(document["left_out"]))


def of_published(report: PublishedReport) -> Shown:
    """The figures of a published report."""
    return of_report(report.document)


def _shown(scope: str, as_of: date, data_from: str | None, seed: int,
           rows: Sequence[tuple[str, str | None, date, Figure]], *, left_out: tuple[str, ...] = (),
           document: Mapping[str, Any] | None = None) -> Shown:
    tables: dict[str, list[Figure]] = {}
    for _, table, day, figure in rows:
        if table is not None:
            tables.setdefault(table, []).append({**figure, "as_of": day.isoformat()})
    return Shown(
        scope, as_of, None if data_from is None else date.fromisoformat(data_from), seed,
        {key: figure for key, table, _, figure in rows if table is None}, {key: day for key, _, day, _ in rows},
        tables, left_out, document)
