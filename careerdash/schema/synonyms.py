"""Header and sheet spellings, beside those that stand with the fields: of other systems and other languages.

Compared without case, accents, punctuation and bracketed hints. German, French, Spanish, Italian, Portuguese, Dutch.
"""

from dataclasses import replace

from .model import Table
from .translations import TRANSLATIONS

_FIELDS: dict[str, dict[str, str]] = {
    "person": {
        "person_id": "id number|badge id|"
                     "employee identifier|empid|emp id|emp no|employee code|associate id|person number|person id|eeid|"
                     "global id|global employee id|employee|file number|badge number|id|unique id|member id|student id|"
                     "payroll number|payroll id|student number|learner id|external employee id|"
                     "personalnummer|mitarbeiternummer|mitarbeiter id|personal nr|matricule|numero employe|"
                     "id empleado|numero de empleado|codigo empleado|matricola|id dipendente|matricula|"
                     "id do funcionario|personeelsnummer|medewerkernummer",
        "name": "display name|worker name|participant name|last name first name|first and last name|name last first|"
                "full legal name|name of employee|person name|"
                "mitarbeiter|vollstandiger name|nom complet|nom et prenom|nombre completo|nombre y apellidos|"
                "nome completo|nome e cognome|volledige naam|naam|nome|member name",
        "email": "email work|work email address|business email|business e-mail|company email|primary email|"
                 "primary work email|corporate email|e mail adresse|dienstliche e mail|courriel|adresse e mail|"
                 "adresse mail|correo|correo electronico|posta elettronica|indirizzo email|endereco de email|"
                 "e mailadres|email id|contact email",
        "alternate_emails": "alternate email|alternative email|other email|secondary email|home email|personal email|"
                            "email2|email 2|second email|additional email",
        "department": "ufficio|organization name|org unit|org level 1|orglevel1|organizational unit|cost center name|"
                      "division|"
                      "function|supervisory organization|job info department|department code and name|abteilung|"
                      "bereich|"
                      "fachbereich|organisationseinheit|service|departement|direction|departamento|area|dipartimento|"
                      "reparto|setor|afdeling|school|branch",
        "level": "grade name|job grade|seniority|management level|job profile level|grade level|career band|"
                 "pay grade level|stufe|"
                 "ebene|karrierestufe|niveau|echelon|nivel|livello|nivel de cargo|functieniveau",
        "location": "lieu de travail|lugar de trabajo|luogo di lavoro|werklocatie|centro de trabajo|"
                    "work location|office location|location code|location name|workplace|"
                    "officeaddress|standort|arbeitsort|lieu|site de travail|ubicacion|sede|lugar de trabajo|"
                    "localizacao|"
                    "locatie|standplaats|region|country",
        "job_title": "stelle|business title|job code description|role title|designation|position title|job profile|"
                     "current position|stellenbezeichnung|funktion|position|berufsbezeichnung|poste|intitule du poste|"
                     "fonction|puesto|cargo|titulo del puesto|mansione|qualifica|ruolo|functie|functietitel",
        "manager_id": "manager employee id|manager number|manager id|supervisor number|supervisor employee id|"
                      "supervisoreid|line manager id|vorgesetzten id|vorgesetzter personalnummer",
        "hire_date": "last hire|most recent hire|latest hire|last hired|last hired on|latest start|rehired on|"
                     "latest hire date|last hire date|lasthiredate|most recent hire date|rehire date|latest start date|"
                     "originalhiredate|original hire|adjusted hire date|date of original hire|hire dt|employment start|"
                     "employment start date|joining date|join date|date of joining|start of employment|first day|"
                     "seniority date|dateofseniority|date of seniority|continuous service date|eintrittsdatum|eintritt|"
                     "einstellungsdatum|"
                     "date d embauche|date d entree|date embauche|fecha de contratacion|fecha de ingreso|fecha de alta|"
                     "data di assunzione|data assunzione|data de admissao|data de contratacao|datum indiensttreding|"
                     "indiensttreding|hired|wiedereintritt|wiedereintrittsdatum|ersteintritt|ersteintrittsdatum|"
                     "letztes eintrittsdatum|letzter eintritt|erstes eintrittsdatum|erster eintritt|"
                     "ursprungliches eintrittsdatum|wiedereinstellung|wiedereinstellungsdatum|erste einstellung|"
                     "letzte einstellung|date de la derniere embauche|date de derniere embauche|date de reembauche|"
                     "date de premiere embauche|date de la premiere embauche|date d anciennete|"
                     "fecha de ultima alta|ultima fecha de alta|ultimo ingreso|fecha del ultimo ingreso|"
                     "fecha de antiguedad|primer ingreso|data ultima assunzione|data prima assunzione|"
                     "prima assunzione|data di anzianita|primeira admissao|ultima admissao|"
                     "eerste indiensttreding|laatste indiensttreding|datum laatste indiensttreding|"
                     "datum eerste indiensttreding",
        "exit_date": "termination dt|terminated date|separation date|leaving date|date left|last day worked|exit day|"
                     "last working day|employment end|employment end date|end of employment|dateoftermination|"
                     "termination effective date|austrittsdatum|austritt|letzter arbeitstag|date de sortie|"
                     "date de depart|fecha de baja|fecha de salida|data di cessazione|data cessazione|"
                     "data de desligamento|"
                     "data de saida|datum uitdiensttreding|uitdiensttreding|terminated",
        "exit_reason": "exit reason|exit type|termination category|termination reason code|separation reason|"
                       "separation type|leaver type|reason for termination|termination details|terminationtypeid|"
                       "termination type id|voluntary or involuntary|austrittsgrund|kundigungsgrund|motif de depart|"
                       "motivo de baja|motivo de salida|motivo cessazione|motivo do desligamento|"
                       "reden uitdiensttreding",
        "employment_status": "assignment status|employeestatuscode|employee status code|work status|worker status|"
                             "active status|"
                             "user status|employment state|beschaftigungsstatus|mitarbeiterstatus|statut|estado|"
                             "estado laboral|stato|situacao|dienstverband status",
    },
    "job_change": {
        "person_id": "employee #|employee no|emp id|person number|associate id|personnel number|user id|personalnummer|"
                     "matricule|matricola",
        "change_date": "date|change effective date|effective|transaction date|event date|datum der anderung|"
                       "date d effet|fecha efectiva|fecha de cambio|data effetto|data efetiva|ingangsdatum",
        "kind": "change type|type of change|event|event type|action|action reason|business process|compensation reason|"
                "job change reason|change reason|art der anderung|type de changement|tipo de cambio|tipo",
        "old_level": "old level|prior level|level before|from grade|previous grade|old job level|from|bisherige stufe",
        "new_level": "level|level after|to grade|new job level|grade after|to|neue stufe",
    },
    "program": {
        "program": "programs|scheme|program title|programm|programme de mentorat|programa|programma|nom du programme",
        "participation": "participation type|voluntary or mandatory|teilnahme|enrolment|enrollment",
        "assignment": "matching method|matching|assignment method|how pairs are made|zuteilung|selection",
        "cadence_days": "cadence days|expected cadence|meeting cadence|check in frequency|turnus|interval days|"
                        "interval",
        "start_date": "launch date|begins|programmstart|beginn|date de debut|fecha de inicio|data di inizio",
        "end_date": "closes|programmende|ende|date de fin|fecha de fin|data di fine",
    },
    "pair": {
        "pair_id": "mentorship id|partnership id|loop id|match number|pair number|pair no|matching id|paar id|paar nr|"
                   "tandem id|id du binome|id pareja|id coppia|koppel id|match|connection|mentoring connection id|"
                   "relation id|matched pair id|pair ref|match ref",
        "program": "programm|programa|programma|track|program track|mentoring program|mentoring programme",
        "cohort": "promocion|promo|cohorte|kohorte|jahrgang|promotion|generacion|coorte|turma|cohort year|group|"
                  "cycle|round|"
                  "term|semester",
        "start_date": "mentorship start|mentorship start date|relationship start|relationship start date|"
                      "connection date|"
                      "connected on|paired on|pairing date|date paired|match start|match start date|mentoring start|"
                      "active since|since|begin date|begin|start of mentoring|date started|matched date|"
                      "date of match|match created|created on|"
                      "accepted on|startdatum|beginn|beginn am|gestartet am|date de debut|debut|fecha de inicio|inicio|"
                      "data di inizio|inizio|data de inicio|begindatum",
        "planned_end_date": "planned end|expected end|target end|projected end date|scheduled end date|due end date|"
                            "agreed end date|end date expected|program end date|geplantes ende|geplantes enddatum|"
                            "voraussichtliches ende|fin prevue|date de fin prevue|fecha de fin prevista|fin previsto|"
                            "fine prevista|data fim prevista|geplande einddatum|planned completion date",
        "end_date": "end|actual end|closed date|closed|date closed|date ended|ended on|finished|finish date|"
                    "match end date|match end|mentoring end|mentoring end date|date concluded|concluded on|"
                    "mentorship end|mentorship end date|relationship end|relationship end date|"
                    "completion date|completed on|completed date|date unmatched|unmatched on|unmatch date|match closed|"
                    "enddatum|ende|beendet am|date de fin|fin|fecha de fin|fecha de cierre|data di fine|fine|"
                    "data de termino|data de fim|einddatum",
        "end_reason": "reason for ending|reason for closing|closure reason|end reason|unmatch reason|exit reason|"
                      "reason closed|why ended|grund des endes|beendigungsgrund|motif de fin|motif de cloture|"
                      "motivo de fin|motivo de cierre|motivo fine|motivo do encerramento|reden einde|reason",
        "status": "relationship status|loop status|partnership status|pairing status|connection state|"
                  "mentoring status|relation status|"
                  "relation state|program status|matched status|"
                  "paarstatus|paar status|zustand|statut|etat|estado|stato|situacao",
        "cadence_days": "cadence days|meeting cadence|expected frequency|meeting interval|interval|interval days|"
                        "how often|rhythm|check in frequency|session frequency|agreed cadence|turnus|rhythmus|"
                        "haufigkeit|"
                        "treffen alle|frequence|frecuencia|frequenza|frequencia|frequentie",
    },
    "check_in": {
        "check_in_id": "session uuid|meeting uuid|event uuid|check in uuid|session guid|meeting guid|session key|"
                       "meeting key|"
                       "session code|session ref|meeting ref|session reference|meeting reference|session no|meeting no|"
                       "sitzungs id|sitzungsnummer|treffen id|gesprachs id|id seance|id de la seance|id de sesion|"
                       "id sesion|id reunion|id incontro|id sessione|sessie id|gesprek id|conversation id|"
                       "check in id|event id|meeting code|record id|activity id|session number|id",
        "pair_id": "mentorship id|loop id|partnership id|matching id|pair number|pair no|paar id|paar nr|tandem id|"
                   "pairing id|match",
        "date": "day|met|when|session start|start time|start date|meeting day|activity date|event date|check in day|"
                "conversation date|date met|held on|meeting start|start|session date and time|"
                "datum|termin|treffen am|tag|date de la rencontre|date de reunion|date rencontre|fecha|"
                "fecha de reunion|"
                "fecha de la reunion|data|data incontro|data da reuniao|datum gesprek|date of session|date of check in",
        "status": "attendance|attendance status|session outcome|meeting outcome|state|outcome|held|meeting state|"
                  "statut|estado|stato",
        "minutes": "duration minutes|duration in minutes|minutes|mins|time spent|length minutes|meeting length|"
                   "session length|duration hours|hours|hours met|time|dauer|dauer min|dauer minuten|duree|duree min|"
                   "duracion|durata|duracao|duur|meeting duration|session duration",
        "mode": "meeting mode|medium|method|how|how did you meet|contact type|session type|form|"
                "art|art des treffens|modalite|modalidad|modalita|modalidade|vorm",
        "evidence": "evidence level|source of record|reported by|entered by|logged|submitted by|bestatigt von|"
                    "erfasst von|"
                    "quelle",
        "covered_progress": "progress discussed|discussed progress|review of progress|fortschritt besprochen|"
                            "covered progress",
        "covered_challenges": "challenges discussed|discussed challenges|addressed challenges|obstacles|"
                              "herausforderungen besprochen|covered challenges",
        "covered_adjustments": "adjustments discussed|adjusted goals|goals reviewed|plan changes|"
                               "anpassungen besprochen|"
                               "covered adjustments",
        "has_record": "notes on file|record on file|has notes|minutes taken|protokoll|recorded",
        "notes": "meeting notes|session notes|comment|remarks|description|what was discussed|topics|topics discussed|"
                 "discussion|notizen|bemerkungen|kommentar|remarques|commentaires|notas|observaciones|note|"
                 "osservazioni|observacoes|notities|opmerkingen",
    },
    "vision": {
        "explored_values": "values explored|explored values|values and beliefs|values beliefs",
        "explored_experience": "explored experience|past experience|past experiences|experience and lessons",
        "explored_aspirations": "explored aspirations|aspirations and success|definition of success",
        "on_file": "plan|has plan|plan on file y n|mentoring plan on file|development plan on file|idp on file|"
                   "individual development plan|idp|career plan on file|statement|has vision statement|"
                   "vision statement",
        "statement_date": "dated|date written|written on|signed on|date signed|date of plan|date plan filed|"
                          "plan filed|plan received|date received|date on file|"
                          "plan submitted|date submitted|filed on|vision statement date|statement written|idp date",
        "reviewed_date": "last review|date reviewed|plan reviewed|plan review date|annual review|reviewed on|reviewed",
    },
    "goal": {
        "goal_id": "objective id|goal number|goal no",
        "title": "goal name|goal description|description|mentee goal|mentee goals|goal text|what|name|ziel|objectif|"
                 "objetivo|obiettivo|doel",
        "framework": "goal framework|method|type|goal type",
        "set_date": "created|created on|date created|start date|goal start|agreed on|gesetzt am",
        "original_target_date": "original target date|original due date|original due|first target|initial target date|"
                                "baseline target date",
        "target_date": "due by|due on|target completion date|deadline|due|goal target date|goal due date|by when|"
                       "zieldatum|"
                       "date cible|echeance|fecha objetivo|data obiettivo|streefdatum",
        "status": "state|progress|goal state|objective status|objective state|stand",
        "achieved_date": "completed on|completion date|date completed|achieved|completed|reached on|erreicht am",
        "revised_date": "last revised|revision date|updated|last updated|changed on|geandert am",
        "learning_focused": "learning focus", "time_bound": "timebound|time bound",
        "yours": "own|mentee owned|y yours|y truly yours|truly yours|y your own|your own|y own|own goal|"
                 "owned by mentee|is it yours",
        "specific": "s specific", "measurable": "m measurable",
    },
    "milestone": {
        "milestone_id": "milestone number|milestone no|action id|step number|step no",
        "title": "milestone title|milestone name|step name|task name|action item|description|activity|what|name|"
                 "meilenstein|schritt|jalon|etape|hito|tappa|mijlpaal",
        "kind": "milestone type|kind of step|art|area|step type",
        "original_due_date": "original due date|first planned|initial due date|originally due|planned originally|"
                             "ursprunglich fallig",
        "due_date": "due by|target date|target|by when|current due date|fallig|fallig am|frist|termin|echeance|"
                    "date d echeance|fecha limite|vencimiento|scadenza|prazo|streefdatum|planned for",
        "completed_date": "finished on|finished|date done|done|done date|actual date|achieved on|erledigt am|"
                          "abgeschlossen am|fait le|date de realisation|completado el|fecha de finalizacion|"
                          "completato il|"
                          "concluido em|afgerond op",
        "status": "state|progress|stand|zustand|statut|estado|stato",
    },
    "checklist": {
        "item": "item no|number|action number|mentor action|action|step",
        "done": "tick|done y n|fulfilled|yes no|status|erledigt|fait|hecho|fatto",
        "done_date": "date|completed on|date ticked|date completed|completion date|when|erledigt am",
    },
    "resource": {
        "name": "resource name|supporter name|name of resource|who|additional resource|resource or person|person|"
                "unterstutzer|ressource",
        "kind": "kind of support|type of support|support type|resource type|category|what for|art",
        "connected_date": "introduced on|date introduced|connected|since|date|introduction date|verbunden am",
    },
    "feedback": {
        "feedback_id": "response|answer id|submission id|record id|id",
        "respondent": "i am a|i am|are you a mentor or a mentee|are you a mentor or mentee|participant role|"
                      "role in program|role in programme|role type|user role|rolle|ihre rolle|votre role|su rol|"
                      "ruolo|papel",
        "date": "ausgefullt am|ausgefullt|beantwortet am|antwort vom|eingereicht am|eingegangen am|datum der antwort|"
                "antwortdatum|rempli le|repondu le|date de reponse|soumis le|envoye le|contestado el|respondido el|"
                "fecha de respuesta|enviado el|compilato il|data di compilazione|data risposta|inviato il|ingevuld op|"
                "beantwoord op|respondido em|data da resposta|filled in on|filled out on|answered on|submitted on|"
                "date answered|date of answer|date filled in|survey date|response received|"
                "end date|enddate|completed|completed at|completion date|submitted at|submission date|submit date|"
                "recorded|response time|start time|start date|startdate|last modified time|date submitted|"
                "date of response|zeitstempel|abgegeben am|horodateur|marca temporal|informazioni cronologiche|"
                "heure de fin|endzeit|ora di completamento|hora de finalizacion|carimbo de data hora|tijdstempel|"
                "fertigstellungszeit|abschlusszeit|hora de conclusao|tijd van voltooien|eindtijd|startzeit|"
                "begintijd|heure de debut|ora di inizio|hora de inicio|date completed|survey end date",
        "satisfaction": "satisfaction score|overall rating|rating|satisfied|zufriedenheit|satisfaction globale|"
                        "satisfaccion|soddisfazione|satisfacao|tevredenheid",
        "recommend": "recommendation|recommend score|nps score|net promoter score|weiterempfehlung|recommandation|"
                     "recomendacion|raccomandazione|recomendacao|aanbeveling",
        "met": "met this month|met since last survey|getroffen",
        "comment": "feedback|other comments|suggestions|remarks|additional comments|open comment|kommentar|"
                   "commentaire|comentarios|comentario|commenti|opmerkingen",
        "lesson_learned": "lesson|learning|learnings|key takeaway|takeaways|key learning|erkenntnis|gelernt",
    },
    "recognition": {
        "date": "day|recognized on|recognised|date recognised|date recognized|when|datum|fecha|data",
        "kind": "recognition type|category|kind of recognition|art",
        "note": "comment|comments|description|achievement|details|remarks|notiz",
    },
}

_TABLES: dict[str, str] = {
    "person": "employee|hr export|employee list|staff list|employee roster|headcount|user list|users|members|profiles|"
              "mitarbeiter|mitarbeiterliste|personal|personalliste|effectif|salaries|employes|empleados|plantilla|"
              "dipendenti|personale|funcionarios|colaboradores|medewerkers|active employees|terminations",
    "job_change": "promotions and moves|job history|job changes and promotions|beforderungen|changes",
    "program": "mentoring programs|mentoring programmes|programme|programas|programmi",
    "pair": "mentor pairs|mentoring pairs|mentoring matches|mentoring relationships|mentoring connections|"
            "mentees|loops|"
            "partnerships|pair list|match list|matching|paare|mentoring paare|tandems|binomes|parejas|coppie|"
            "pares|duos",
    "check_in": "checkins|check in|session log|meeting report|conversations|activity log|mentoring sessions|"
                "mentoring log|contact log|treffen|gesprache|termine|rencontres|seances|reuniones|sesiones|incontri|"
                "sessioni|reunioes|gesprekken|meetings log|sessions log|log",
    "vision": "plan on file|vision|vision and values|mentoring plans|development plans|idps|vision work",
    "goal": "goal|mentee goals|smart goals|ziele|objectifs|objetivos|obiettivi|doelen",
    "milestone": "career roadmap|roadmaps|career roadmaps|tasks|meilensteine|jalons|hitos|tappe|mijlpalen|action items",
    "checklist": "checklist|mentor action checklist|mentor checklists|mentoring checklist|checkliste",
    "resource": "additional resources|additional mentors|support|netzwerk|reseau",
    "feedback": "feedback|pulse survey|survey results|survey data|form responses|form responses 1|form1|"
                "answers of mentees|"
                "answers of mentors|umfrage|antworten|formularantworten 1|enquete|reponses|encuesta|respuestas|"
                "respuestas de formulario 1|sondaggio|risposte|pesquisa|respostas|enquete resultaten",
    "recognition": "recognition|recognition log|achievements and adjustments|anerkennungen|erfolge",
}


def spoken(table: Table) -> Table:
    """The table with all spellings of its fields and of its name."""
    fields = tuple(replace(field, synonyms=_joined(field.synonyms, "|".join(
        spellings.get(table.name, {}).get(field.name, "") for spellings in (_FIELDS, TRANSLATIONS))))
        for field in table.fields)
    return replace(table, fields=fields, synonyms=_joined(table.synonyms, _TABLES[table.name]))


def _joined(near: tuple[str, ...], more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*near, *filter(None, more.split("|")))))
