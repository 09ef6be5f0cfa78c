"""Degenerate input gives a state, bad input a sentence that names the rows; nothing is ever NaN or infinite."""

import dataclasses
import math
from collections.abc import Callable
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
    poisson_interval,
    restricted_mean,
    wilson,
)
from careerdash.outcomes.survival.distributions import chi2_quantile, chi2_upper, gamma_lower, normal_two_sided


def finite(found: Any) -> Any:
    """The result, after a look at every number in it."""
    for value in dataclasses.asdict(found).values():
        parts = value.values() if isinstance(value, dict) else [value]
        for part in parts:
            if part is not None and not isinstance(part, str):
                numbers = [one for one in np.ravel(part) if not isinstance(one, str)]
                assert all(math.isfinite(one) for one in numbers), found
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.state = "other"
    return found


def test_nobody() -> None:
    assert finite(kaplan_meier([], [])).state == "empty"
    assert finite(median_survival([], [])).state == "empty"
    assert finite(restricted_mean([], [], 10)).state == "empty"
    assert finite(cumulative_incidence([], [])).state == "empty"
    assert finite(log_rank([], [], [])).state == "empty"
    assert finite(cox([], [], [], [])).state == "empty"
    assert finite(matched_difference([], [], [], [], [], 10)).state == "empty_arm"


def test_nobody_left() -> None:
    curve = finite(kaplan_meier([1, 2], [0, 0]))
    assert (curve.state, curve.survival.tolist(), curve.upper.tolist()) == ("no_events", [1, 1], [1, 1])
    assert finite(median_survival([1, 2], [0, 0])) == median_survival([5], [0])
    assert finite(restricted_mean([10, 20], [0, 0], 15)).mean == 15
    assert finite(cumulative_incidence([1, 2], [0, 0])).state == "no_events"
    assert finite(log_rank([1, 2], [0, 0], ["a", "b"])).state == "no_events"
    assert finite(cox(None, [1, 2], [0, 0], [0, 1])).state == "no_events"
    found = finite(matched_difference([9, 9], [0, 0], [1, 0], ["a", "b"], [1, 1], 5))
    assert (found.state, found.difference, found.std_err) == ("ok", 0, 0)


def test_all_left_on_the_first_day() -> None:
    curve = finite(kaplan_meier([1, 1, 1], [1, 1, 1]))
    assert (curve.survival.tolist(), curve.std_err.tolist(), curve.lower.tolist()) == ([0], [0], [0])
    median = finite(median_survival([1, 1, 1], [1, 1, 1]))
    assert (median.state, median.median, median.lower) == ("ok", 1, None)
    mean = finite(restricted_mean([1, 1, 1], [1, 1, 1], 5))
    assert (mean.state, mean.mean, mean.std_err) == ("ok", 1, 0)
    found = finite(cumulative_incidence([1, 1, 1], [1, 1, 2]))
    assert found.incidence[1].tolist() == pytest.approx([2 / 3])
    assert finite(log_rank([1, 1, 1], [1, 1, 1], [0, 0, 1])).state == "one_group"
    assert finite(cox(None, [1, 1, 1], [1, 1, 1], [0, 0, 1])).state == "ok"


def test_one_person() -> None:
    assert finite(kaplan_meier([4], [1])).survival.tolist() == [0]
    assert finite(log_rank([4], [1], ["a"])).state == "one_group"
    assert finite(cox(None, [4], [1], [1])).state == "not_estimable"
    found = finite(matched_difference([4], [1], [1], ["a"], [1], 3))
    assert (found.state, found.mentored, found.colleagues, found.at_risk) == ("empty_arm", 1, None, (1, 0))


def test_groups_that_never_meet() -> None:
    assert finite(log_rank([2, 2, 9, 9], [1, 0, 1, 0], [0, 0, 1, 1], [0, 0, 5, 5])).state == "one_group"


def test_exact_fractions_and_the_sums_of_sevenths() -> None:
    """Weights of 1/7 do not add up to 1 in the last digit; the curve must still end at 0."""
    curve = kaplan_meier([1] * 3 + [2] * 4, [1] * 7, weights=[1 / 7] * 7)
    assert curve.survival.tolist() == pytest.approx([4 / 7, 0], abs=1e-15)
    assert curve.survival[-1] == 0
    found = matched_difference([3, 3, 3, 9], [1, 1, 1, 0], [1, 1, 1, 0], list("abcd"), [1 / 3] * 3 + [1], 3)
    assert (found.mentored, found.std_err) == (0, 0)


def test_weights_of_very_unlike_size_with_late_entry() -> None:
    """Who is light is not lost beside who is heavy and not yet there."""
    curve = finite(kaplan_meier([31, 15, 30], [1, 1, 1], [28, 6, 4], [1e9, 1e-9, 1e-9]))
    assert (curve.state, curve.at_risk[0]) == ("ok", pytest.approx(2e-9, rel=0.6))
    assert kaplan_meier([3, 2, 9], [1, 1, 0], [0, 0, 5], [1.0, 1.0, 1e8]).survival.tolist() == pytest.approx(
        [0.5, 0, 0], abs=1e-15)


def test_not_followed_and_too_short() -> None:
    found = finite(matched_difference([3, 9], [0, 0], [1, 0], ["a", "b"], [1, 1], 5))
    assert (found.state, found.mentored, found.colleagues, found.difference) == ("not_followed", None, 1, None)
    assert finite(restricted_mean([3, 4], [1, 0], 5)).state == "too_short"
    assert finite(median_survival([3, 4], [0, 0])).state == "no_events"
    assert finite(median_survival([3, 4, 5], [1, 0, 0])).state == "not_reached"


def test_median_on_a_flat_half_is_the_middle() -> None:
    assert median_survival([1, 2, 5, 6], [1, 1, 1, 1]).median == 3.5
    assert median_survival([1, 2, 5, 8], [1, 1, 0, 0]).median == 5  # flat to the end


@pytest.mark.parametrize("x", [
    [1, 1, 1, 1], [0, 0, 1, 1],
    [[0, 0], [1, 2], [0, 0], [1, 2]],
])
def test_not_estimable(x: Any) -> None:
    """Constant; leaving first whenever it is 0; the second column twice the first."""
    assert finite(cox(None, [1, 2, 3, 4], [1, 1, 1, 0], x)).state == "not_estimable"


def test_constant_within_strata_is_not_estimable() -> None:
    assert finite(cox(None, [1, 2, 3, 4], [1, 1, 1, 1], [0, 0, 1, 1], strata=list("aabb"))).state == "not_estimable"


@pytest.mark.parametrize(("call", "words"), [
    (lambda: kaplan_meier([1, 0, 2, -1], [1, 1, 1, 1]), "rows 1, 3"),
    (lambda: kaplan_meier([1, 5], [1, 1], [0, 5]), "row 1"),
    (lambda: kaplan_meier([1, math.nan], [1, 1]), "stop.*row 1"),
    (lambda: kaplan_meier([1, None], [1, 1]), "stop.*row 1"),
    (lambda: kaplan_meier([1, math.inf], [1, 1]), "stop.*row 1"),
    (lambda: kaplan_meier([1, 2], [1]), "row 1"),
    (lambda: kaplan_meier([1, 2], [1, 2]), "event.*row 1"),
    (lambda: kaplan_meier([1, 2], [1, 1], weights=[1, 0]), "weights.*row 1"),
    (lambda: kaplan_meier(range(1, 30), [1] * 29, range(5, 34)), "and 19 more"),
    (lambda: restricted_mean([1], [1], 0), "tau"),
    (lambda: restricted_mean([1], [1], math.nan), "tau"),
    (lambda: cumulative_incidence([1, 2], [1, math.nan]), "cause.*row 1"),
    (lambda: cumulative_incidence([1, 2], [1]), "row 1"),
    (lambda: log_rank([1, 2], [1, 1], ["a", None]), "group.*row 1"),
    (lambda: log_rank([1, 2], [1, 1], ["a", "b"], strata=["a"]), "strata"),
    (lambda: cox(None, [1, 2], [1, 1], [1, math.nan]), "x.*row 1"),
    (lambda: cox(None, [1, 2], [1, 1], [1, 2], ties="exact"), "ties"),
    (lambda: cox([1, 2], [2, 2], [1, 1], [1, 2]), "row 1"),
    (lambda: matched_difference([1, 2], [1, 1], [1, 0], ["a"], [1, 1], 1), "person"),
    (lambda: matched_difference([1, 2], [1, 1], [1, 0], ["a", "b"], [1, 1], -1), "tau"),
    (lambda: wilson(3, 2), "count"),
    (lambda: poisson_interval(1, 0), "exposure"),
])
def test_bad_input_names_the_rows(call: Callable[[], Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


@pytest.mark.parametrize(("p", "df", "value"), [
    (0.95, 1, 3.841458820694124), (0.975, 1, 5.023886187314888), (0.025, 1, 0.0009820691171752583),
    (0.95, 10, 18.307038053275146), (0.025, 10, 3.246972780236842), (0.975, 100, 129.5611971858366),
    (0.5, 2, 1.3862943611198906), (0.025, 2, 0.05063561596857975), (0.99, 30, 50.89218131151707),
])
def test_chi2_quantiles_from_tables(p: float, df: int, value: float) -> None:
    assert chi2_quantile(p, df) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("df", [1, 2, 7, 40, 41, 1000, 100_000])
@pytest.mark.parametrize("p", [0.025, 0.3, 0.5, 0.7, 0.975])
def test_quantile_and_probability_belong_together(p: float, df: int) -> None:
    x = chi2_quantile(p, df)
    assert gamma_lower(df / 2, x / 2) == pytest.approx(p, abs=1e-12)
    assert chi2_upper(x, df) == pytest.approx(1 - p, abs=1e-12)


def test_probabilities_in_the_tail() -> None:
    assert normal_two_sided(1.959963984540054) == pytest.approx(0.05, abs=1e-16)
    assert chi2_upper(100, 1) == pytest.approx(1.523970604832105e-23, rel=1e-12)
    assert chi2_upper(100, 2) == pytest.approx(math.exp(-50), rel=1e-13)
    assert chi2_upper(0, 3) == 1


def test_poisson_interval_as_published() -> None:
    """Garwood's table: 10 seen, 4.795 to 18.390."""
    rate = finite(poisson_interval(10, 1))
    assert (rate.low, rate.high) == pytest.approx((4.795389, 18.390356), abs=1e-6)
    nobody = finite(poisson_interval(0, 2))
    assert (nobody.value, nobody.low) == (0, 0)
    assert nobody.high == pytest.approx(-math.log(0.025) / 2, rel=1e-12)
    assert finite(poisson_interval(0, 0)).state == "empty"


def test_wilson_as_published() -> None:
    """Newcombe (1998), method 3: 81 of 263, 0.2553 to 0.3662."""
    share = finite(wilson(81, 263))
    assert (share.low, share.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert finite(wilson(0, 0)).state == "empty"
    assert finite(wilson(5, 5)).high == 1
