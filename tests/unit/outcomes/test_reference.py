"""The survival functions against R's: public data sets, and invented rows with ties, strata, clusters, late entry."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from careerdash.outcomes.survival import (
    cox,
    cumulative_incidence,
    kaplan_meier,
    log_rank,
    matched_difference,
    median_survival,
    restricted_mean,
)

FOLDER = Path(__file__).parents[2] / "fixtures" / "survival"


@cache
def read(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def data(name: str) -> dict[str, np.ndarray]:
    return {key: np.array(values) for key, values in read("data.json")[name].items()}


R = read("survival_R.json")


def close(ours: Any, theirs: Any, tolerance: float = 1e-9) -> None:
    np.testing.assert_allclose(np.array(ours, dtype=float), np.array(theirs, dtype=float), rtol=tolerance,
                               atol=tolerance)


def same_curve(curve: Any, theirs: dict[str, Any]) -> None:
    close(curve.times, theirs["time"], 0)
    close(curve.at_risk, theirs["n_risk"], 0)
    close(curve.events, theirs["n_event"], 0)
    close(curve.survival, theirs["surv"], 1e-12)
    alive = curve.survival > 0  # R prints NaN where nobody is left
    close(curve.std_err[alive], np.array(theirs["std_err"], dtype=float)[alive])
    close(curve.lower[alive], np.array(theirs["lower"], dtype=float)[alive])
    close(curve.upper[alive], np.array(theirs["upper"], dtype=float)[alive])
    assert not curve.std_err[~alive].any()


@pytest.mark.parametrize(("name", "field", "groups"), [
    ("aml", "x", ["Maintained", "Nonmaintained"]), ("gehan", "treat", ["6-MP", "control"])])
def test_two_groups(name: str, field: str, groups: list[str]) -> None:
    rows, theirs = data(name), R[name]
    for group in groups:
        mine, label = rows["group"] == group, f"{field}={group}"
        stop, event = rows["stop"][mine], rows["event"][mine]
        same_curve(kaplan_meier(stop, event), theirs["km"]["curve"][label])
        table = theirs["km"]["table_log-log"][label]
        median = median_survival(stop, event)
        assert (median.median, median.lower, median.upper) == (table["median"], table["0.95LCL"], table["0.95UCL"])
        where = theirs["km"]["rmst"]["groups"].index(label)
        mean = restricted_mean(stop, event, theirs["km"]["rmst"]["tau"])
        close((mean.mean, mean.std_err), (theirs["km"]["rmst"]["rmst"][where], theirs["km"]["rmst"]["se"][where]))
    test = log_rank(rows["stop"], rows["event"], rows["group"])
    want = theirs["logrank"]
    close((test.chi2, test.df, test.p), (want["chisq"], want["df"], want["p"]))
    close(test.observed, want["obs"])
    close(test.expected, want["exp"])
    assert test.groups == tuple(groups)
    for ties in ("efron", "breslow"):
        fit = cox(None, rows["stop"], rows["event"], rows["group"] == groups[1], ties=ties)
        same_fit(fit, theirs[f"cox_{ties}"])


def same_fit(fit: Any, want: dict[str, Any]) -> None:
    assert fit.state == "ok"
    close(fit.coef, list(want["coef"].values()), 1e-6)
    close(fit.std_err, list(want["se"].values()), 1e-6)
    close(fit.loglik, want["loglik"], 1e-6)
    assert fit.robust_std_err is None


def test_heart_with_transplant_from_its_day_on() -> None:
    rows, theirs = data("heart"), R["heart"]
    start, stop, event = rows["start"], rows["stop"], rows["event"]
    same_curve(kaplan_meier(stop, event, start), theirs["td_km_all"]["curve"]["all"])
    for value in (0, 1):
        mine = rows["transplant"] == value
        same_curve(kaplan_meier(stop[mine], event[mine], start[mine]),
                   theirs["simon_makuch"]["curve"][f"tr={value}"])
    same_fit(cox(start, stop, event, rows["transplant"]), theirs["td_cox"])
    same_fit(cox(start, stop, event, rows["transplant"], ties="breslow"), theirs["td_cox_breslow"])
    four = np.column_stack([rows[name] for name in ("transplant", "age", "surgery", "year")])
    same_fit(cox(start, stop, event, four), theirs["td_cox_adj"])


def test_heart_ever_transplanted_is_the_naive_answer() -> None:
    """Some die on the day they are accepted: R counts them from before 0."""
    rows, theirs = data("jasa"), R["heart"]
    before = np.full(len(rows["stop"]), -1)
    for value in (0, 1):
        mine = rows["ever"] == value
        same_curve(kaplan_meier(rows["stop"][mine], rows["event"][mine], before[mine]),
                   theirs["naive_km"]["curve"][f"ever={value}"])
    test = log_rank(rows["stop"], rows["event"], rows["ever"], before)
    close((test.chi2, *test.expected), (theirs["naive_logrank"]["chisq"], *theirs["naive_logrank"]["exp"]))
    same_fit(cox(before, rows["stop"], rows["event"], rows["ever"]), theirs["naive_cox"])


def test_therneau_grambsch() -> None:
    one, two = data("tg_test1"), data("tg_test2")
    same_curve(kaplan_meier(one["stop"], one["event"]), R["tg_test1"]["all"])
    same_curve(kaplan_meier(two["stop"], two["event"], two["start"]), R["tg_test2"]["all"])
    for ties in ("efron", "breslow"):
        same_fit(cox(two["start"], two["stop"], two["event"], two["x"], ties=ties), R["tg_test2_cox"][ties])


SETS = [name for name in read("invented_R.json") if name != "meta"]


@pytest.fixture(params=SETS)
def invented(request: pytest.FixtureRequest) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    whole = read("invented_R.json")[request.param]
    rows = {key.removeprefix("data "): np.array(values) for key, values in whole.items() if key.startswith("data ")}
    return rows, whole


@pytest.mark.parametrize("late", ["no", "yes"])
@pytest.mark.parametrize("weighted", ["u", "w"])
def test_invented_curves(invented: Any, late: str, weighted: str) -> None:
    rows, theirs = invented
    entry, weights = rows["entry"] if late == "yes" else None, rows["w"] if weighted == "w" else None
    name = f"km_{late}_{weighted}_"
    curve = kaplan_meier(rows["stop"], rows["cause"] > 0, entry, weights)
    alive = curve.survival > 0
    for ours, part in ((curve.times, "time"), (curve.at_risk, "n"), (curve.survival, "S")):
        close(ours, theirs[name + part])
    for ours, part in ((curve.std_err, "se"), (curve.lower, "lo"), (curve.upper, "hi")):
        close(ours[alive], np.array(theirs[name + part], dtype=float)[alive])
    median = median_survival(rows["stop"], rows["cause"] > 0, entry, weights)
    assert [median.median, median.lower, median.upper] == pytest.approx(theirs[name + "med"])
    if weighted == "u":
        for tau in (10, 30, 60):
            mean = restricted_mean(rows["stop"], rows["cause"] > 0, tau, entry)
            if mean.state == "ok":
                close((mean.mean, mean.std_err), theirs[f"{name}rm{tau}"])
            else:
                assert rows["stop"].max() < tau


@pytest.mark.parametrize("late", ["no", "yes"])
def test_invented_causes(invented: Any, late: str) -> None:
    """With late entry the delta method is off by 5e-5: only the infinitesimal jackknife passes."""
    rows, theirs = invented
    found = cumulative_incidence(rows["stop"], rows["cause"], rows["entry"] if late == "yes" else None)
    close(found.times, theirs[f"ci_{late}_time"])
    for cause in (1, 2):
        close(found.incidence[cause], theirs[f"ci_{late}_p{cause}"])
        close(found.std_err[cause], theirs[f"ci_{late}_se{cause}"])


@pytest.mark.parametrize("late", ["no", "yes"])
@pytest.mark.parametrize("ties", ["efron", "breslow"])
@pytest.mark.parametrize("strata", ["no", "yes"])
def test_invented_cox(invented: Any, late: str, ties: Any, strata: str) -> None:
    """The error by cluster comes from the residuals of the same tie rule: Breslow's under Efron are off by 7e-3."""
    rows, theirs = invented
    name = f"cox_{late}_{ties}_{strata}_"
    fit = cox(rows["entry"] if late == "yes" else None, rows["stop"], rows["cause"] > 0,
              np.column_stack([rows["x"], rows["x2"]]), rows["s"] if strata == "yes" else None, rows["cl"], ties)
    if fit.state == "not_estimable":
        # R gives a coefficient that runs away, or one without an error.
        wanted = np.abs(theirs[name + "coef"]).max() > 20
        assert wanted
        return
    close(fit.coef, theirs[name + "coef"], 1e-8)
    close(fit.std_err, theirs[name + "se"], 1e-8)
    close(fit.robust_std_err, theirs[name + "rse"], 1e-8)
    close(fit.loglik, theirs[name + "ll"], 1e-9)


def test_invented_log_rank(invented: Any) -> None:
    rows, theirs = invented
    for strata, name in ((None, "lr_no"), (rows["s"], "lr_no_s")):
        test = log_rank(rows["stop"], rows["cause"] > 0, rows["g"], None, strata)
        close((test.chi2, *test.observed, *test.expected), theirs[name])


@pytest.mark.parametrize("name", ["set0", "set3", "set4", "set5"])
def test_late_entry_log_rank_is_the_score_test_of_the_exact_tie_rule(name: str) -> None:
    theirs = read("invented_R.json")[name]
    rows = {key: np.array(theirs[f"data {key}"]) for key in ("entry", "stop", "cause", "g")}
    test = log_rank(rows["stop"], rows["cause"] > 0, rows["g"], rows["entry"])
    close([test.chi2], theirs["lrx_yes"])


def test_matched_difference_is_greenwoods_for_people_who_come_once() -> None:
    rows = data("gehan")
    mine = rows["group"] == "6-MP"
    found = matched_difference(rows["stop"], rows["event"], mine, np.arange(len(mine)), np.ones(len(mine)), 10)
    ours, theirs = (R["gehan"]["km"]["at"][f"treat={group}"] for group in ("6-MP", "control"))
    place = [5, 10, 15].index(10)
    assert found.mentored == pytest.approx(ours["surv"][place], abs=1e-12)
    assert found.colleagues == pytest.approx(theirs["surv"][place], abs=1e-12)
    assert found.std_err == pytest.approx(np.hypot(ours["std_err"][place], theirs["std_err"][place]), abs=1e-12)
    assert found.at_risk == (ours["n_risk"][place], theirs["n_risk"][place])
