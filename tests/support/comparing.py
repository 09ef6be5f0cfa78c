"""Comparing printed numbers: to 1e-9 where they are not whole, exactly otherwise."""

from typing import Any

_UNORDERED = {"cadence_states": "state", "evidence_mix": "evidence", "network_kinds": "kind", "mentor_loads": "pairs",
              "attention_reasons": "reason", "satisfaction_by_state": "respondent,state"}
_COUNTED = ("pairs", "check_ins", "mentors")


def differences(found: Any, expected: Any, place: str = "") -> list[str]:
    """Where two printed results differ, in words; empty where they agree.

    In series without an order, rows that count nothing may be absent.
    """
    name = place.rpartition(".")[2]
    if name in _UNORDERED and isinstance(expected, list):
        found, expected = _by_label(found, _UNORDERED[name]), _by_label(expected, _UNORDERED[name])
    if isinstance(expected, dict) and isinstance(found, dict):
        return [difference for key in sorted({*found, *expected}, key=str)
                for difference in (differences(found[key], expected[key], f"{place}.{key}")
                                   if key in found and key in expected
                                   else [f"{place}.{key}: only {'found' if key in found else 'expected'}"])]
    if isinstance(expected, list) and isinstance(found, list):
        if len(found) != len(expected):
            return [f"{place}: {len(found)} rows, {len(expected)} expected: {found} / {expected}"]
        return [difference for number, (one, other) in enumerate(zip(found, expected, strict=True))
                for difference in differences(one, other, f"{place}.{number}")]
    return [] if _same(found, expected) else [f"{place}: {found!r}, {expected!r} expected"]


def _by_label(rows: list[dict[str, Any]], labels: str) -> dict[str, dict[str, Any]]:
    counted = [row for row in rows if any(row.get(name) for name in _COUNTED)]
    keyed = {"/".join(str(row[label]) for label in labels.split(",")): row for row in counted}
    assert len(keyed) == len(counted), "a label stands in two rows"
    return keyed


def _same(found: Any, expected: Any) -> bool:
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return abs(found - expected) <= 1e-9
    return bool(found == expected)
