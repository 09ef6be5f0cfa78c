"""Normal, chi-square and gamma probabilities to about 1e-13, so that no statistics library is needed.

Source: the series and the continued fraction of the incomplete gamma function, Abramowitz and Stegun 6.5.29 and
6.5.31; the leading factor as Loader, "Fast and accurate computation of binomial probabilities" (2000), has it.
"""

import math

_SMALLEST = 1e-300
_PRECISION = 1e-17


def normal_two_sided(z: float) -> float:
    """Probability that a standard normal lies at least |z| from 0.

    >>> round(normal_two_sided(1.959963984540054), 12)
    0.05
    """
    return math.erfc(abs(z) / math.sqrt(2.0))


def gamma_lower(a: float, x: float) -> float:
    """Regularised incomplete gamma P(a, x): probability that a gamma(a) variable is at most x. a > 0, x >= 0."""
    if x <= 0:
        return 0.0
    return _series(a, x) if x < a + 1 else 1.0 - _fraction(a, x)


def gamma_upper(a: float, x: float) -> float:
    """Q(a, x) = 1 - P(a, x), exact in the far tail too."""
    if x <= 0:
        return 1.0
    return 1.0 - _series(a, x) if x < a + 1 else _fraction(a, x)


def chi2_upper(x: float, df: float) -> float:
    """Probability that a chi-square variable with `df` > 0 degrees of freedom is above x."""
    return gamma_upper(df / 2.0, x / 2.0)


def chi2_quantile(p: float, df: float) -> float:
    """The x below which a chi-square variable with `df` > 0 degrees of freedom lies with probability p, 0 < p < 1.

    Newton steps held inside a shrinking bracket. Raises ValueError for p outside (0, 1) or df <= 0.

    >>> round(chi2_quantile(0.975, 2), 10)
    7.3777589082
    """
    if not 0 < p < 1 or df <= 0:
        raise ValueError("chi2_quantile: 0 < p < 1 and df > 0 are needed")
    a = df / 2.0
    low, high = 0.0, max(1.0, a)
    while gamma_lower(a, high) < p:
        low, high = high, high * 2.0
    x = (low + high) / 2.0
    for _ in range(200):
        # In the upper half the complement is compared, which keeps its digits there.
        miss = gamma_lower(a, x) - p if p <= 0.5 else (1.0 - p) - gamma_upper(a, x)
        low, high = (low, x) if miss > 0 else (x, high)
        slope = _factor(a, x) * a / x
        step = x - miss / slope if slope > 0 else math.nan
        new = step if low < step < high else (low + high) / 2.0
        if abs(new - x) <= 1e-15 * x:
            return 2.0 * new
        x = new
    return 2.0 * x


def _factor(a: float, x: float) -> float:
    """x^a e^-x / gamma(a + 1), without the cancellation of its logarithm for large a."""
    if a < 20:
        return math.exp(a * math.log(x) - x - math.lgamma(a + 1))
    away = (x - a) / a
    exponent = a * (math.log1p(away) - away) if away > -0.9 else a * math.log(x / a) - (x - a)
    correction = 1 / (12 * a) - 1 / (360 * a**3) + 1 / (1260 * a**5) - 1 / (1680 * a**7)
    return math.exp(exponent - correction) / math.sqrt(2 * math.pi * a)


def _series(a: float, x: float) -> float:
    term = total = 1.0
    n = a
    while term > total * _PRECISION:
        n += 1
        term *= x / n
        total += term
    return min(1.0, total * _factor(a, x))


def _fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c = 1 / _SMALLEST
    d = 1 / b
    total = d
    for i in range(1, 100_000):
        numerator = -i * (i - a)
        b += 2
        d = numerator * d + b
        d = 1 / (d if abs(d) > _SMALLEST else _SMALLEST)
        c = b + numerator / c
        c = c if abs(c) > _SMALLEST else _SMALLEST
        total *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return min(1.0, total * _factor(a, x) * a)
