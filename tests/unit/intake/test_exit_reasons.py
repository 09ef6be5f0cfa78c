"""Why people left, as HR systems and people spell it: alone, with the event before it, with the reason behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.intake.model import TEXT
from careerdash.intake.values.readers import read_word
from tests.support.sheets import read_text, values

VOLUNTARY = """
Terminate Employee > Voluntary > Better Opportunity | Voluntary - Personal Reasons | Voluntary-Relocation |
Resignation (Voluntary) | Termination (Voluntary) | Voluntary Termination | Termination - Voluntary | TERVOL |
TERM_VOL | Resignation | Resignation - Other Employment | Voluntary Resignation | Left for another employer |
Accepted another position | Another job | Career change | Return to School | Family reasons | Relocation |
Dissatisfied with job | Better pay | Compensation | Voluntary: Retirement | Regretted - Voluntary |
Other (voluntary) | V - Voluntary | 01 - Resignation | Eigenkündigung | Kündigung durch Arbeitnehmer |
Kündigung - Arbeitnehmer | Kündigung AN | Kündigung durch Mitarbeiter | Arbeitnehmerseitige Kündigung |
Austritt (freiwillig) | Freiwilliger Austritt | Démission | Démissionnaire | Départ volontaire | Renuncia |
Renuncia voluntaria | Dimisión | Baja voluntaria | Dimissioni | Dimissioni volontarie | Pedido de demissão |
Demissão voluntária | Desligamento voluntário | Ontslagname | Op eigen verzoek | Ontslag op eigen verzoek |
Eigen ontslag
"""
INVOLUNTARY = """
Terminate Employee > Involuntary | Terminate Employee > Involuntary > Performance |
Terminate Employee > Involuntary > Elimination of Position | Involuntary - Performance |
Involuntary-Performance | Dismissed | Laid off | Laid Off (RIF) | Reduction in force |
Reduction in Force (RIF) | Termination (Involuntary) | Involuntary Termination |
Termination – Involuntary (TERINVOL) | TERINVOL | TERINV | TERM_INVOL | TERMINV | INV | Term - Invol |
Poor Performance | Attendance | Misconduct | Gross misconduct | Policy violation | Violation of Policy |
Discharge | Discharged | Fired | Layoff | Lay-off | Redundancy | Position Elimination | Restructuring |
Downsizing | Plant closure | Failed Probation | Unsatisfactory performance | Insubordination | Non-voluntary |
Not voluntary | Non-regretted - Involuntary | Resignation (Involuntary) | I - Involuntary | T05 Dismissal |
Kündigung durch Arbeitgeber | Kündigung (Arbeitgeber) | Kündigung AG | Arbeitgeberseitige Kündigung |
Betriebsbedingte Kündigung | Betriebsbedingt | Verhaltensbedingte Kündigung | Fristlose Kündigung |
Entlassung | Entlassen | Probezeitkündigung | Unfreiwilliger Austritt | Départ involontaire | Licenciement |
Licenciement économique | Licenciement pour faute grave | Licencié | Baja involuntaria | Despido |
Despido disciplinario | Despido objetivo | Despedido | No supera período de prueba | Licenziamento |
Licenziamento collettivo | Licenziato | Licenziamento per giusta causa |
Mancato superamento del periodo di prova | Desligamento involuntário | Demissão sem justa causa |
Demissão por justa causa | Despedimento | Ontslag | Ontslag door werkgever | Ontslag op staande voet |
Ontslagen | Boventallig | Reorganisatie
"""
OTHER = """
Terminate Employee > Other > Death | Terminate Employee > Retirement | End of contract | Retired |
Termination - End of Contract | Death | Deceased | Early retirement | Normal Retirement |
End of Temporary Assignment | End of Assignment | Contract Ended | Contract Expired | Expiration of contract |
Internship ended | Mutual Agreement | Mutual consent | Transfer | Transferred | Medical |
Long-term disability | Visa expired | Divestiture | Unknown | Renteneintritt | Rente | Altersrente |
Befristungsende | Ende der Befristung | Vertragsablauf | Verstorben | Aufhebungsvertrag |
Rupture conventionnelle | Départ à la retraite | Retraite | Fin de CDD | Fin de contrat | Décès |
Fin de contrato | Jubilación | Fallecimiento | Mutuo acuerdo | Scadenza contratto | Pensionamento | Decesso |
Risoluzione consensuale | Término de contrato | Fim de contrato | Aposentadoria | Falecimento | Acordo mútuo |
Einde contract | Einde tijdelijk contract | Pensioen | Met pensioen | Overleden | Wederzijds goedvinden
"""


def spelled(texts: str) -> list[str]:
    return [part for text in texts.split("|") if (part := text.strip())]


@pytest.mark.parametrize(("word", "texts"), [("voluntary", VOLUNTARY), ("involuntary", INVOLUNTARY), ("other", OTHER)])
def test_reasons_as_hr_systems_spell_them(word: str, texts: str) -> None:
    wrong = {text: found for text in spelled(texts) if (found := read_word(TEXT, text, "exit_reason")[0]) != word}
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    ["Voluntary redundancy", "Voluntary/Involuntary", "Job Abandonment", "Resigned - Dismissed", "Termination"],
)
def test_what_says_both_or_nothing_is_an_issue(text: str) -> None:
    assert read_word(TEXT, text, "exit_reason") == (None, "unknown_word")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Promote Employee Inplace > Promotion > Merit", "promotion"),
        ("Promotion (PROM)", "promotion"),
        ("Change Job > Lateral Move > Lateral", "lateral"),
        ("Demotion - Voluntary", "other"),
        ("Annual Review", None),
    ],
)
def test_moves_are_known_by_their_parts_too(text: str, kind: str | None) -> None:
    assert read_word(TEXT, text, "job_change_kind")[0] == kind


def test_termination_types_of_a_roster(tmp_path: Path) -> None:
    kinds = ("Resignation (Voluntary)", "Termination (Involuntary)", "Terminate Employee > Retirement")
    rows = [f"00{row}7,Ana Ruiz,2020-01-0{row},2024-01-0{row},{kind}" for row, kind in enumerate(kinds, 1)]
    header = "employeeNumber,name,hireDate,terminationDate,employmentStatus.terminationTypeId"
    reading = read_text(tmp_path, "\n".join([header, *rows]) + "\n")
    assert (reading.outcome, reading.issues) == ("read", [])
    assert values(reading, "person", "exit_reason") == ["voluntary", "involuntary", "other"]
