"""Live figures and drafts of reports, for coordinators alone: leadership's pages are made of published reports."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from ..access import Viewer
from ..ledger.ledger import Ledger
from ..ledger.published import PublicationError, PublishedReports
from ..outcomes.periods import Quarter
from ..outcomes.voice import Exactly
from ..reports import publication
from ..reports.publication import Draft
from ..reports.shown import Shown, of_live
from .view import Source, opened


class Report:
    """What a coordinator may ask about a build. Raises PermissionError for anybody else."""

    def __init__(self, viewer: Viewer, build: Source) -> None:
        if viewer.role != "coordinator" or viewer.programs is not None:
            raise PermissionError("leadership reads published reports")
        self._path, self._demo = str(build.path), build.demo

    @property
    def data_day(self) -> date:
        """The day up to which the data reach."""
        return opened(self._path).data_day

    @property
    def today(self) -> date:
        """The day on which a report would be published: the demo company is at least at the day of its data."""
        return max(date.today(), self.data_day) if self._demo else date.today()

    def scopes(self) -> list[str]:
        """The scopes of which the data hold a program."""
        return [scope for scope in publication.SCOPES if publication.programs_of(opened(self._path), scope) != ()]

    def periods(self) -> Sequence[Quarter]:
        """The quarters that can be published, newest first."""
        return publication.periods(opened(self._path), self.today)

    def live(self, scope: str, data_from: date | None) -> Shown:
        """The exact figures as of the data's day."""
        return _live(self._path, scope, self.data_day, data_from)

    def draft(self, ledger: Ledger, period: str, scope: str, data_from: date | None) -> Draft:
        """A report as it would be published now. Raises PublicationError in one sentence."""
        quarter = next((one for one in self.periods() if one.name == period), None)
        if quarter is None:
            raise PublicationError("This quarter cannot be published yet.")
        return _draft(self._path, ledger, PublishedReports(ledger).count(), quarter, scope, self.today, data_from)


@lru_cache(maxsize=4)
def _draft(path: str, ledger: Ledger, _published: int, quarter: Quarter, scope: str, today: date,
           data_from: date | None) -> Draft:
    """Made once while nothing else is published: it takes as long as the whole comparison."""
    return publication.draft(opened(path), ledger, quarter, scope, today, data_from=data_from)


@lru_cache(maxsize=8)
def _live(path: str, scope: str, as_of: date, data_from: date | None) -> Shown:
    study, told = publication.live(opened(path), scope, as_of, Exactly(), data_from=data_from)
    return of_live(study, told, scope)
