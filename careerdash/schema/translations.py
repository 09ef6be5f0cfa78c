"""Spellings of headers of job changes, goals and checklists in other languages, in the form of `synonyms`.

German, French, Spanish, Italian, Portuguese, Dutch.
"""

TRANSLATIONS: dict[str, dict[str, str]] = {
    "job_change": {
        "person_id": "matricule de l agent|matricule du salarie|numero de empleado|codigo de empleado|"
                     "codice dipendente|codigo do funcionario|personeelsnummer|mitarbeiternummer|personal nr",
        "change_date": "wirksam ab|wirksam zum|gultig ab|stichtag|avec effet au|date de prise d effet|"
                       "date du changement|date du mouvement|fecha de efecto|con efecto desde|fecha del cambio|"
                       "con decorrenza dal|decorrenza|data del cambio|com efeito a partir de|data da mudanca|"
                       "met ingang van|per datum|datum wijziging|datum van wijziging",
        "kind": "art der veranderung|art des wechsels|massnahme|personalmassnahme|nature du mouvement|"
                "type de mouvement|nature du changement|motif du changement|tipo de movimiento|tipo de cambio|"
                "tipo di movimento|tipo di cambio|tipo de movimentacao|tipo de mudanca|soort wijziging|"
                "aard van de wijziging|soort mutatie",
        "old_level": "stufe vorher|stufe alt|alte stufe|vorherige stufe|bisherige entgeltgruppe|echelon avant|"
                     "ancien echelon|niveau avant|ancien niveau|ancien grade|nivel anterior|categoria anterior|"
                     "livello precedente|vecchio livello|livello prima|nivel antes|oud niveau|niveau voor|vorig niveau|"
                     "oude schaal",
        "new_level": "stufe nachher|stufe neu|neue entgeltgruppe|kunftige stufe|echelon apres|nouvel echelon|"
                     "niveau apres|nouveau niveau|nouveau grade|nivel nuevo|nuevo nivel|nivel posterior|"
                     "categoria nueva|nuovo livello|livello dopo|livello successivo|novo nivel|nivel depois|"
                     "nieuw niveau|niveau na|nieuwe schaal",
    },
    "goal": {
        "relevant": "relevante|rilevante|pertinent|pertinente|bedeutsam|relevantes ziel",
        "engaging": "motivierend|engageant|motivant|motivador|atractivo|coinvolgente|motivante|envolvente|motiverend|"
                    "boeiend",
        "actionable": "umsetzbar|realisable|actionnable|accionable|realizable|attuabile|realizzabile|acionavel|"
                      "uitvoerbaar",
        "learning_focused": "lernorientiert|auf lernen gerichtet|axe sur l apprentissage|oriente apprentissage|"
                            "orientado al aprendizaje|orientato all apprendimento|focado na aprendizagem|leergericht|"
                            "gericht op leren",
        "specific": "spezifisch|konkret|specifique|precis|especifico|specifico|specifiek|concreet",
        "measurable": "messbar|mesurable|medible|misurabile|mensuravel|meetbar",
        "achievable": "erreichbar|realistisch|atteignable|realiste|alcanzable|realista|raggiungibile|realistico|"
                      "alcancavel|atingivel|haalbaar|bereikbaar|acceptabel",
        "time_bound": "terminiert|zeitgebunden|befristet|temporellement defini|limite dans le temps|temporel|"
                      "con plazo|limitado en el tiempo|temporal|definito nel tempo|temporizzato|a termine|"
                      "com prazo|temporal|tijdgebonden|tijdsgebonden",
        "yours": "eigenes ziel|selbst gewahlt|personnel|choisi par soi|propio|elegido por si mismo|proprio|"
                 "scelto da se|proprio objetivo|eigen doel|zelf gekozen",
    },
    "checklist": {
        "item": "punkt|punkt nr|nr des punktes|aufgabe nr|point|point no|numero du point|action no|punto|punto n|"
                "numero de punto|numero del punto|ponto|numero do ponto|punt|punt nr|actie nr|actiepunt",
        "done": "erfullt|gemacht|getan|realise|effectue|completado|cumplido|completato|svolto|feito|cumprido|gedaan|"
                "voltooid|afgevinkt|abgehakt",
        "done_date": "erfullt am|gemacht am|abgehakt am|fait le|realise le|effectue le|hecho el|completado el|"
                     "cumplido el|fatto il|completato il|svolto il|feito em|concluido em|cumprido em|gedaan op|"
                     "voltooid op|afgerond op|afgevinkt op",
    },
}
