"""Words that mean truth values, units, intervals and points, in the languages of the exports we have seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..request import BOOLEAN, TEXT
from .names import normal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TRUE_WORDS = _words(
    "true yes y x 1 ✓ ✔ ☑ done checked ticked on complete completed ja j wahr erledigt oui vrai o fait si sì sí "
    "verdadero "
    "hecho vero fatto sim s verdadeiro waar tak prawda igen はい 是")
FALSE_WORDS = _words(
    "false no n 0 ✗ ✘ ☐ off open not incomplete pending unchecked nein falsch offen non faux falso nao não nee "
    "onwaar nie "
    "fałsz falsz nem いいえ 否") | {
    "not done", "not yet", "noch nicht", "pas encore", "todavia no", "not completed", "not started", "in progress"}

HOURS = _words("h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren")
MINUTES = _words("m min mins minute minutes minuten minutos minuti minuut")

_EVERY: dict[int, str] = {
    1: "daily|every day|taglich",
    4: "twice a week|two times a week|zweimal pro woche",
    7: "weekly|every week|once a week|1x week|per week|once weekly|wochentlich|jede woche|hebdo|"
       "hebdomadaire|chaque semaine|toutes les semaines|une fois par semaine|todas las semanas|una vez por semana|"
       "una vez a la semana|semanalmente|settimanalmente|una volta a settimana|una volta alla settimana|"
       "tutte le settimane|einmal pro woche|einmal die woche|1x pro woche|1x woche|1 x pro woche|elke week|iedere week|"
       "een keer per week|eens per week|uma vez por semana|toda semana|each week|on a weekly basis|every 7 days|"
       "semanal|settimanale|wekelijks|cada semana|ogni settimana",
    14: "biweekly|bi weekly|fortnightly|every two weeks|every 2 weeks|every other week|every second week|"
       "alle zwei wochen|"
        "zweiwochentlich|14 taglich|vierzehntaglich|alle 14 tage|quinzenal|quincenal|toutes les deux semaines|"
        "quindicinale|quindicinal|quincenalmente|14 tagig|14tagig|14taglich|vierzehntagig|zweiwochig|jede zweite woche|"
        "jede 2 woche|alle vierzehn tage|every fortnight|once a fortnight|every 14 days|each fortnight|bi weekly basis|"
        "tous les quinze jours|tous les 15 jours|une semaine sur deux|par quinzaine|chaque quinzaine|cada quince dias|"
        "cada 15 dias|cada 2 semanas|una semana si una no|ogni quindici giorni|ogni 15 giorni|a settimane alterne|"
        "om de week|elke twee weken|elke 2 weken|eens in de twee weken|eens per twee weken|tweewekelijkse|"
        "toutes les 2 semaines|bimensuelle|quinzenalmente|"
        "tweewekelijks|ogni due settimane|cada dos semanas|a cada duas semanas|om de twee weken",
    15: "twice a month|twice monthly|semi monthly|semimonthly|2x month|two times a month|2 times a month|bimensuel|"
        "zweimal im monat|zwei mal im monat|deux fois par mois|dos veces al mes|due volte al mese|2 x per month",
    21: "every three weeks|every 3 weeks|alle drei wochen|dreiwochentlich|toutes les trois semaines|ogni tre settimane|"
        "cada tres semanas|om de drie weken|elke drie weken",
    28: "every four weeks|every 4 weeks|alle vier wochen|vierwochentlich|toutes les quatre semaines|"
        "ogni quattro settimane|cada cuatro semanas|om de vier weken|elke vier weken",
    30: "monthly|every month|once a month|once monthly|per month|1x month|monatlich|einmal im monat|mensuel|mensuelle|"
       "chaque mois|"
        "tous les mois|une fois par mois|une fois le mois|todos los meses|una vez al mes|mensualmente|mensilmente|"
        "una volta al mese|tutti i mesi|mensalmente|uma vez por mes|todo mes|todos os meses|elke maand|iedere maand|"
        "een keer per maand|eens per maand|1x pro monat|1x monat|einmal pro monat|1x im monat|each month|"
        "on a monthly basis|1 x per month|"
        "mensual|mensile|maandelijks|mensal|cada mes|ogni mese|jeden monat",
    42: "every six weeks|every 6 weeks|alle sechs wochen|toutes les six semaines|cada seis semanas|"
        "ogni sei settimane|om de zes weken|elke zes weken|sechswochentlich",
    61: "every two months|every other month|every 2 months|alle zwei monate|zweimonatlich|tous les deux mois|"
        "bimestriel|bimestrielle|bimestral|bimestrale|tweemaandelijks|cada dos meses|ogni due mesi|"
        "om de twee maanden",
    91: "quarterly|every quarter|once a quarter|every three months|every 3 months|vierteljahrlich|quartalsweise|"
        "trimestriel|trimestral|trimestrale|per quarter|alle drei monate|elk kwartaal|per kwartaal|"
        "trimestrielle|tous les trois mois|ogni tre mesi|cada tres meses|driemaandelijks|om de drie maanden|"
        "pro quartal|"
        "jedes quartal|einmal im quartal|trimestralmente|chaque trimestre|ogni trimestre|cada trimestre",
    182: "every six months|half yearly|semi annually|semiannually|twice a year|halbjahrlich|semestriel|semestral",
    365: "yearly|annually|once a year|annual|jahrlich|annuel|anual|annuale",
}
CADENCE_WORDS = {word: days for days, words in _EVERY.items() for word in words.split("|")}
"""Spoken intervals (normal form of names.normal) in days."""

UNITS = {word: days for days, words in {
    1: "tagig tagige tagiger tagliche d day days tag tage tagen jour jours dia dias giorni dagen",
    7: "wochig wochentlich wochentliche weekly "
       "w wk wks week weeks woche wochen semaine semaines semana semanas settimane weken",
    30: "monatlich monatig monthly month months monat monate monaten mois meses mesi maanden",
}.items() for word in words.split()}

_POINTS = {
    5: "very satisfied|extremely satisfied|completely satisfied|excellent|very good|strongly agree|always|very happy|"
       "sehr zufrieden|sehr gut|stimme voll zu|stimme voll und ganz zu|trifft voll zu|tres satisfait|tres satisfaite|"
       "excellente|tout a fait d accord|muy satisfecho|muy satisfecha|totalmente de acuerdo|molto soddisfatto|"
       "molto soddisfatta|zeer tevreden|muito satisfeito|muito satisfeita",
    4: "satisfied|somewhat satisfied|mostly satisfied|good|agree|somewhat agree|often|happy|zufrieden|"
       "eher zufrieden|gut|"
       "stimme zu|stimme eher zu|trifft zu|trifft eher zu|satisfait|satisfaite|bon|d accord|satisfecho|"
       "satisfecha|bueno|"
       "de acuerdo|soddisfatto|soddisfatta|buono|tevreden|satisfeito|satisfeita",
    3: "neutral|neither satisfied nor dissatisfied|neither agree nor disagree|neither|average|fair|ok|okay|sometimes|"
       "mixed|teils teils|weder noch|weder zufrieden noch unzufrieden|mittel|befriedigend|neutre|moyen|neutro|neutrale|"
       "neutraal|regular|ni satisfait ni insatisfait|ni satisfecho ni insatisfecho",
    2: "dissatisfied|unsatisfied|somewhat dissatisfied|poor|disagree|somewhat disagree|rarely|unhappy|unzufrieden|"
       "eher unzufrieden|schlecht|stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu|"
       "insatisfait|"
       "insatisfaite|insatisfecho|insatisfecha|en desacuerdo|insoddisfatto|ontevreden|insatisfeito",
    1: "very dissatisfied|extremely dissatisfied|completely dissatisfied|very unsatisfied|very poor|strongly disagree|"
       "never|terrible|very unhappy|sehr unzufrieden|sehr schlecht|stimme gar nicht zu|trifft gar nicht zu|"
       "tres insatisfait|pas du tout d accord|muy insatisfecho|totalmente en desacuerdo|molto insoddisfatto|"
       "zeer ontevreden|muito insatisfeito",
}
POINTS = {word: points for points, words in _POINTS.items() for word in words.split("|")}
"""Five-word scales as points."""

_WORDED = re.compile(r"(extremely|very|somewhat|moderately|not so|slightly|not at all) "
                     r"(satisfied|happy|content|pleased|good)")
_WORDED_POINTS = {"extremely": "5", "very": "4", "somewhat": "3", "moderately": "3", "not so": "2", "slightly": "2",
                  "not at all": "1"}


def worded_scale(texts: Iterable[str]) -> dict[str, str]:
    """Points of the answers of a scale from "extremely" to "not at all", where all answers are of it; else none.

    There "very satisfied" is the second best, which elsewhere is the best.

    >>> worded_scale(["Very satisfied", "Not so satisfied"])
    {'Very satisfied': '4', 'Not so satisfied': '2'}
    """
    found = {text: _WORDED.fullmatch(normal(text)) for text in texts if text.strip()}
    words = {text: match[1] for text, match in found.items() if match}
    telling = {"not so", "not at all", "slightly", "moderately"} & set(words.values())
    return {text.strip(): _WORDED_POINTS[word] for text, word in words.items()} if (
        telling and len(words) == len(found)) else {}


_OTHER_SCALE = re.compile(r"\b(?:agree|disagree|stimme|trifft|accord|acuerdo|desacuerdo|always|often|sometimes|rarely|"
                          r"never)\b")
"""What tells scales of agreement and of frequency, which have as many words."""


def is_rating(text: str) -> bool:
    """Whether a cell is a word of a scale from good to bad, rather than of agreement or of frequency.

    >>> is_rating("Somewhat dissatisfied"), is_rating("Not at all happy"), is_rating("Strongly agree")
    (True, True, False)
    """
    words = normal(text)
    return bool(words in POINTS or _WORDED.fullmatch(words)) and not _OTHER_SCALE.search(words)


NOBODY = frozenset((
    "unassigned", "not assigned", "not yet assigned", "none", "n a", "na", "tbd", "tba", "tbc", "to be assigned",
    "to be confirmed", "to be determined", "unmatched", "no mentor", "no mentee", "not matched", "nobody", "pending",
    "waiting", "vacant", "no mgr", "no hr", "anonymous", "null", "awaiting match", "awaiting mentor", "awaiting mentee",
    "nicht zugewiesen", "offen", "niemand", "non assigne", "aucun", "sin asignar", "ninguno", "non assegnato",
    "nao atribuido", "anonym", "anonyme", ""))
"""What stands in place of a person who is not there (normal form)."""

_NOBODY_YET = re.compile(
    r"^(no (mentor|mentee|match|partner|pair)\b.*|not (yet )?(assigned|matched|paired|found).*|(awaiting|waiting)\b.*|"
    r"to be (assigned|confirmed|determined|matched|found|named).*|unassigned\b.*|needs? (a )?(new )?(mentor|mentee|"
    r"match).*|"
    r"(mentor|mentee) (needed|wanted|pending|tbd)|noch (kein|nicht|offen).*|pas encore.*|sin (mentor|asignar).*)$")


@lru_cache(maxsize=65536)
def is_nobody(text: str) -> bool:
    """Whether a cell says that nobody is there yet, in place of a person.

    >>> is_nobody("no mentor yet"), is_nobody("-"), is_nobody("Ana Ruiz")
    (True, True, False)
    """
    words = normal(text)
    return words in NOBODY or (len(words) < 50 and bool(_NOBODY_YET.match(words)))


def is_tick(kind: str, text: str) -> bool | None:
    """Whether a cell ticks (true) or denies (false); None where it says something else. A number is a day."""
    if kind == BOOLEAN:
        return text == "true"
    word = text.strip().casefold()
    if kind != TEXT or word.isdigit():
        return None
    known = (word in TRUE_WORDS or normal(text) in TRUE_WORDS, word in FALSE_WORDS or normal(text) in FALSE_WORDS)
    return known[0] if any(known) or word in ("-", "–") else None
