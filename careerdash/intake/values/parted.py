"""Words with parts: `Terminate Employee > Involuntary > Performance`, `Resignation (Voluntary)`, `TERM_INVOL`."""

from __future__ import annotations

import re
from collections.abc import Callable

from .names import normal

PARTED = frozenset(("exit_reason", "job_change_kind"))
"""Vocabularies whose words systems write with the event before them or the reason behind them."""

_BETWEEN = re.compile(r"\s*[>»→/|:;,()\[\]_]\s*|\s+[-–—]\s+|[–—]|(?<=voluntary)-")
_HEAD = frozenset((
    "termination", "terminate", "terminated", "terminations", "term", "ter", "employee", "employees", "worker", "staff",
    "separation", "separated", "exit", "leaver", "departure", "attrition", "turnover", "event", "regretted", "regret",
    "regrettable", "unregretted", "non", "employment", "promote", "change", "job", "data", "action",
    "austritt", "kundigung", "trennung", "sortie", "depart", "baja", "salida", "cese", "cessazione", "uscita",
    "desligamento", "saida", "rescisao", "rescision", "uitdiensttreding", "vertrek", "uitstroom"))
"""Words that say that somebody left, and nothing of why."""
_CATEGORIES = frozenset((
    "voluntary", "involuntary", "non voluntary", "not voluntary", "invol", "vol", "freiwillig", "unfreiwillig",
    "volontaire", "involontaire", "non volontaire", "voluntaria", "voluntario", "involuntaria", "involuntario",
    "no voluntaria", "volontaria", "volontario", "involontaria", "involontario", "vrijwillig", "onvrijwillig",
    "nicht freiwillig", "freiwillige", "freiwilliger", "unfreiwillige", "unfreiwilliger"))
"""Words that systems put beside a reason to say which kind it is: they go before the reason."""
_BEGINNINGS = re.compile(
    r"(licenciement|licenziamento|despido|dimissioni|resignation|resigned|retirement|retired|reduction in force|layoff|"
    r"laid off|dismissal|dismissed|death|deceased|fin de contrat|fin de contrato) ")
"""Words that mean the same whatever follows them: `licenciement pour faute grave`."""


def word_of_parts(text: str, known: Callable[[str], str | None]) -> str | None:
    """The word that the parts of a text mean; None where none is known, or they contradict each other.

    `known`: what one part means, by its normal form. A part that names the kind alone decides; parts that say
    nothing, codes and numbers are passed over.

    >>> words = {"involuntary": "involuntary", "performance": "involuntary", "resignation": "voluntary"}
    >>> word_of_parts("Terminate Employee > Involuntary > Resignation", words.get), word_of_parts("Plan B", words.get)
    ('involuntary', None)
    """
    parts = [normal(part) for part in _BETWEEN.split(text.strip().casefold())]
    said = {word for part in map(_without_head, parts) if part in _CATEGORIES and (word := known(part))}
    found = {word for part in parts if (short := _without_head(part)) and (
        word := known(part) or known(short) or _begun(short, known))}
    words = said or found
    return words.pop() if len(words) == 1 else None


def _begun(part: str, known: Callable[[str], str | None]) -> str | None:
    begin = _BEGINNINGS.match(part)
    return known(begin[1]) if begin else None


def _without_head(part: str) -> str:
    """A part without words that only say that somebody left, and without numbers."""
    return part if part in _CATEGORIES else " ".join(
        word for word in part.split() if word not in _HEAD and not any(char.isdigit() for char in word))
