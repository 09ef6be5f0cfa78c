"""Do mentees stay and advance: every number of the question, as one JSON-able document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from .background import naive, pieces_of, second_witness, turnover
from .company import Company, Scope, day_of, load
from .compare import YEAR, Sides, curve, horizons, promotion, reasons, restricted_mean
from .pairs import rows_of
from .parts import parts
from .tables import Rows, as_day, given, of_build
from .verdict import e_value, sentence, verdict, when

if TYPE_CHECKING:
    from careerdash.store import Store

_WORDS = {"participation": ("voluntary", "mandatory"), "assignment": ("chosen", "matched", "lottery")}


def estimate(tables: Mapping[str, Rows], as_of: date | str, seed: int = 1, **filters: Any) -> dict[str, Any]:
    """What `outcomes --json` prints, from tables that stand in no build.

    tables: {name: rows as dicts, or an Arrow table}, in the fields of the data model; what is missing is empty.
    filters: program (a name or several, "-" = unknown), participation, assignment, data_from.
    Raises ValueError for unknown tables or filters, values of the wrong kind, a seed that is no whole number.
    """
    return _document(given(tables), _scope(as_of, seed, filters), None)


def estimate_build(store: "Store", as_of: date | str | None = None, seed: int = 1, **filters: Any) -> dict[str, Any]:
    """The same for the build in force; `as_of` is its data day where none is given. Raises as `estimate`."""
    scope = _scope(store.data_day if as_of is None else as_of, seed, filters)
    return _document(of_build(store), scope, store.build_id)


@dataclass(frozen=True, eq=False)
class Study:
    """An estimate with the people behind it: `document` as `outcomes --json` prints it, the company, both arms."""

    document: dict[str, Any]
    company: Company
    sides: Sides


def study(store: "Store", scope: Scope) -> Study:
    """The estimate of a build with its people, for whoever has to count them; never to be shown to leadership."""
    return _study(of_build(store), scope, store.build_id)


def _scope(as_of: date | str, seed: int, filters: Mapping[str, Any]) -> Scope:
    unknown = sorted(set(filters) - {"program", "participation", "assignment", "data_from"})
    if unknown:
        raise ValueError(f"not a filter: {', '.join(unknown)}")
    if not isinstance(seed, int) or isinstance(seed, bool) or abs(seed) >= 2**63:
        raise ValueError("the seed is a whole number")
    for name, words in _WORDS.items():
        if filters.get(name) not in (None, *words):
            raise ValueError(f"{name} is one of: {', '.join(words)}")
    program: str | Sequence[str] = filters.get("program") or ()
    start = filters.get("data_from")
    return Scope(
        as_day(as_of), seed, None if start is None else as_day(start),
        (program,) if isinstance(program, str) else tuple(program), filters.get("participation"),
        filters.get("assignment"))


def _document(tables: Mapping[str, pa.Table], scope: Scope, build: str | None) -> dict[str, Any]:
    return _study(tables, scope, build).document


def _study(tables: Mapping[str, pa.Table], scope: Scope, build: str | None) -> Study:
    company = load(tables, scope)
    sides = rows_of(company)
    pieces = pieces_of(company)
    compared = set(company.drawn[:, 0].tolist())
    recent = sum(int(company.match_day[row]) > company.as_of - YEAR for row in compared)
    mentored, colleagues = sides
    leavers = int((mentored.leavers(YEAR) | colleagues.leavers(YEAR)).sum())
    ends = horizons(sides)
    year = ends[1]
    found = verdict(len(compared), leavers, year)
    log_rank, cox = second_witness(company, pieces)
    start = company.data_from
    document = {
        "as_of": scope.as_of.isoformat(), "data_from": None if start is None else day_of(start).isoformat(),
        "build": build, "seed": scope.seed,
        "matched": {
            "mentees": len(compared), "left_out": company.left_out,
            "without_colleague": len(company.match) - len(compared), "colleagues": colleagues.at_risk(0),
            "leavers": leavers, "horizons": ends, "curve": curve(sides)},
        "verdict": found, "sentence": sentence(found, year),
        "naive": naive(company), "turnover": turnover(pieces), "reasons": reasons(sides),
        "promotion": promotion(company, sides), "restricted_mean": restricted_mean(sides),
        "log_rank": log_rank, "cox": cox, "e_value": e_value(year), "parts": parts(company),
        "when": when(scope.as_of, len(compared), recent, year),
    }
    return Study(document, company, sides)
