"""Several columns for one field: which of them speaks first, by the words of their headers and not by their place."""

from __future__ import annotations

import re

from ..values.names import bare, normal


def _words(text: str) -> re.Pattern[str]:
    """Beginnings of words in normal form, apart by white space; `_` stands for a space within one."""
    return re.compile(rf"\b(?:{'|'.join(word.replace('_', ' ?') for word in text.split())})")


_LAST_HIRE = _words(
    "re_hir re_join re_entr re_instat re_employ last lst latest (?:most_)?recent newest letzt jungst neuest wieder "
    "dernier re_embauche re_integr plus_recent reentree ultim re_contrat reingres reincorpor readmis riassun riammis "
    "laatst meest_recent herin herintred heraan")
_FIRST_HIRE = _words(
    r"orig first initial inicial inizial earliest erst ursprung anfangl premier origine primer primeir prim[oa]\b "
    r"eerst oorspronk")
_ADJUSTED_HIRE = _words(
    r"adjust adj\b seniority continuous service dienstalter betriebszugeh bereinigt angepasst anciennete ajust antig "
    r"anzianita rettific anciennit diensttijd aangepast")
_BEGUN = _words(r"start begin since seit depuis debut desde inici inizi")

_CHANGED = _words("modif chang updat edit ander geander bearbeit aktualis actualiz aggiorn wijzig gewijzig alterac "
                  "misejour mise_a_jour")
_OPENED = _words(r"start begin began begon begun open debut inici inizi creat crea cree erstell aangemaakt angelegt "
                 r"sent invited first aanvang")
_KEPT = _words("record aufgezeichn enregistr registr gespeichert erfass opgeslagen saved stored received eingang "
               "guardad salvat")
_ANSWERED = _words(r"complet end\b ended end_?date end_?time finish submi abgeschl abschl fertig ende\b endzeit fin\b "
                   r"fine\b finaliz termin conclu soumi envo enviad inviat abgesend abgegeb einger ingedi ingezond "
                   r"voltooi eind einde completat answered responded fim\b afgerond repondu")

_WEAK = {
    "person.exit_date": _words("last_(?:day_)?work letzter_arbeitstag dernier_jour ultimo_dia ultimo_giorno "
                               "laatste_werkdag"),
    "pair.start_date": _words("creat request propos invit appl sign regist erstellt angelegt cree demand "
                              "solicit richiest aangemaakt aangevraagd"),
    "person.name": _words("prefer display known_as nick goes_by rufname anzeigename prenom_usuel roepnaam")}
"""Words of days and names that are near the field but not quite it: another column of the field goes before."""
WEAKLY = frozenset(_WEAK)

_PLAIN = {"person.hire_date": 1, "feedback.date": 1}
_PLACES: dict[str, tuple[tuple[int, re.Pattern[str]], ...]] = {
    "person.hire_date": ((0, _LAST_HIRE), (3, _FIRST_HIRE), (4, _ADJUSTED_HIRE), (2, _BEGUN)),
    "feedback.date": ((3, _CHANGED), (4, _OPENED), (0, _ANSWERED), (2, _KEPT)),
}
RANKED = frozenset((*_PLACES, "feedback.respondent_email", "feedback.respondent_name"))
"""Fields that several columns may bring: the value comes from the one of the lowest rank that has one.

The last hire goes before a plain one and that before the original, which is the hire of all who never left; days of
seniority, which count years elsewhere too, come last. The day of an answer goes before those on which it was stored,
changed or begun. The columns of a respondent are equal: the one that stands first goes first.
"""


def rank(target: str, header: str) -> int:
    """Place of a header among those that may bring the field; later is weaker.

    >>> [rank("person.hire_date", text) for text in ("Rehire Date", "Hire Date", "Start Date", "Date of original hire")]
    [0, 1, 2, 3]
    """
    for form in dict.fromkeys((bare(header), normal(header))):
        for place, words in _PLACES.get(target, ()):
            if words.search(form):
                return place
    return _PLAIN.get(target, 0)


def tells_which(target: str, header: str) -> bool:
    """Whether a header says which of several days it is: the last or the first hire, rather than any."""
    return rank(target, header) not in (_PLAIN.get(target, 0), 2)


def is_weak(target: str, header: str) -> bool:
    """Whether a header is one of a field by a stretch: the last day worked is not always the last one employed.

    >>> is_weak("person.exit_date", "Last Day Worked"), is_weak("person.exit_date", "Termination Date")
    (True, False)
    """
    return target in _WEAK and bool(_WEAK[target].search(normal(header)))
