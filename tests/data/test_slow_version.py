"""The program against a slow plain version of the definitions, on random tables."""

from datetime import date, timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.agreement import disagreements


@given(seed=st.integers(min_value=0, max_value=10**9))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_slow_version_agrees(seed: int) -> None:
    random = Random(seed)
    data_day = date(2026, 2, 26) + timedelta(random.randint(0, 400))
    assert disagreements(random, data_day) == []
