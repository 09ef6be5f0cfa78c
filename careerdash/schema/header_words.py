"""Words that headers are made of, and what a header means by the set of its words.

English, German, French, Spanish, Italian, Portuguese, Dutch; in normal form (lower case, no accents, no punctuation).
A header with a word that stands nowhere here has no meaning by its words: nothing is guessed.
"""

_SPOKEN: dict[str, str] = {
    "mentor": "mentor|mentors|mentorin|mentorinnen|mentore|mentori|mentora|mentoras|mentrice|tutor|tutora|coach|"
              "coaches|adviser|advisor|volunteer|preceptor|sponsor|guide|counselor|counsellor|tuteur|tutrice|parrain|"
              "marraine|padrino|begeleider|begleiter|begleiterin",
    "mentee": "sponsee|advisee|mentee|mentees|protege|proteges|protegee|mentoree|mentorees|mentorado|mentorada|"
              "mentorizado|"
              "mentorizada|mentorando|mentoranda|tutelado|tutorado|tutorada|tutee|coachee|youth|student|trainee|"
              "learner|apprentice|scholar|aprendiz|alumno|alumna|filleul|filleule|ahijado|discente|allievo|allieva",
    "manager": "jefe directo|jefe inmediato|responsable directo|direct manager|manager|supervisor|line manager|boss|"
               "reports to|vorgesetzter|vorgesetzte|fuhrungskraft|superieur|"
               "responsable|jefe|supervisore|gestor|leidinggevende|reporting to|"
               "vorgesetzte r",
    "name": "name|names|nom|nombre|nome|naam|full name|vollstandiger name|nom complet|nombre completo|nome completo|"
            "display name|legal name|name surname|nom et prenom|nome e cognome",
    "first": "first|firstname|given|forename|vorname|prenom|voornaam",
    "surname": "surname|lastname|family name|nachname|apellido|apellidos|cognome|sobrenome|achternaam|last name",
    "middle": "middle",
    "email": "email|emails|mail|mails|e mail|e mails|courriel|courriels|correo|correo electronico|posta elettronica|"
             "mail address|email address|e mail address|email addresses|adresse e mail|adresse mail|e mail adresse|"
             "mailadresse|adresse email|indirizzo email|indirizzo e mail|endereco de email|direccion de correo",
    "id": "n|nbr|pers nr|persnr|ref|reference|key|codigo|code|codice|id|ids|number|no|nr|num|numero|nummer|matricule|"
          "matricola|matricula|personalnummer|"
          "mitarbeiternummer|"
          "personeelsnummer|identifier|kennung|empid|employeeid|eid|personal nr",
    "holder": "pers|personel|colaborador|lavoratore|trabajador|salarie|werknemer|medewerker|employe e|employee|emp|"
              "worker|user|person|personnel|staff|workday|hr|mitarbeiter|empleado|dipendente|employe|"
              "personal|associate",
    "work": "work|business|corporate|company|primary|main|professional|office|dienstliche|official|aziendale|"
            "lavoro|professionnel|professionnelle|corporativo|laboral|profissional|zakelijk",
    "someone": "faculty|faculty member|resident|fellow|participant|employee|associate|staff member|candidate|person|"
               "colleague|member|new hire|junior|talent|intern|name|full name|teacher|postdoc|junior faculty|"
               "junior faculty member|mitarbeiter|mitarbeiterin|teilnehmer|teilnehmerin|participante|partecipante",
    "notes": "protokoll|compte rendu|resume|resumen|riepilogo|verbale|takeaways|highlights|description|what happened|"
             "notes|note|comments|comment|summary|remarks|bemerkung|bemerkungen|notizen|notas|notes internes|"
             "commentaires|commenti|notities",
    "progress": "progreso|progressi|progresso|voortgang|progress|fortschritt|fortschritte|progres",
    "challenges": "difficulties|problems|barriers|schwierigkeiten|difficultes|dificultades|difficolta|ostacoli|"
                  "challenges|challenge|obstacles|herausforderungen|defis|retos|sfide",
    "adjustments": "changes to plan|plan changes|goal changes|adjustments|adjustment|adjusted|adjust|anpassungen|"
                   "ajustements|ajustes",
    "spoken": "talked about|spoke about|discussion of|raised|explored|noted|discussed|reviewed|review|covered|"
              "addressed|agreed|made|talked|discuss|cover|talk about|besprochen|"
              "was|were|did you|any",
    "kept": "filed|kept|taken|on file|documented|recorded|stored|written|exists|available|uploaded",
    "record": "record|records|minutes of meeting|documentation|summary",
    "step": "step|steps|milestone|milestones|task|action|action item|activity|roadmap step|meilenstein|schritt|etape|"
            "jalon|hito|paso|tappa|passo|mijlpaal|roadmap|plan step|development step",
    "goal": "goal|goals|objective|objectives|ziel|ziele|objectif|objetivo|obiettivo|doel|smart goal|development goal",
    "text": "title|name|text|description|what|wording|statement|beschreibung|titre|titulo|titolo",
    "due": "due|deadline|target|due by|by when|fallig|frist|echeance|vencimiento|scadenza|streef",
    "done": "done|completed|completion|finished|achieved|accomplished|reached|erledigt|abgeschlossen|realise|"
            "completado|completato|fatto|erreicht",
    "kind": "type|kind|category|art|tipo|categorie|categoria|typ",
    "helper": "resource|supporter|additional mentor|additional resource|support person|contact person|ressource|"
              "recurso|risorsa|helper|expert",
    "joined": "connected|introduced|introduction|linked|first contact",
    "vision": "vision|vision statement|personal vision|statement|career vision",
    "plan": "plan|idp|development plan|mentoring plan|individual development plan|career plan",
    "praise": "recognition|achievement|achievements|award|adjustment",
    "other": "second|secondary|alternate|alternative|other|additional|2|second email|private|home",
    "date": "date|dates|datum|fecha|data|day|tag|dia|jour|giorno|on|am|when",
    "start": "matched since|started on|start up|from|start|starts|started|starting|begin|begins|began|beginn|beginnt|"
             "beginning|begonnen|debut|debute|inicio|"
             "inizio|kickoff|kick off|kicked off|launch|launched|commenced|commencement|startdatum|begindatum|since|"
             "seit|depuis|desde|gestartet|onset|start date|first meeting planned",
    "end": "until|to date|ended on|bis|end|ends|ended|ending|ende|endet|finish|finished|closed|close|closing|closure|"
           "completed|completion|fin|"
           "fine|fim|termino|wrap up|wrapup|wrapped up|enddatum|einddatum|concluded|conclusion|cierre|cloture|"
           "chiusura|abschluss|beendet|termine|terminado|finalizado|end date",
    "planned": "vorauss|expect|est|provisional|theoretical|theorique|teorica|estimada|stimata|planned|expected|"
               "scheduled|projected|anticipated|estimated|agreed|prevue|prevu|prevista|previsto|"
               "geplant|geplantes|geplante|voraussichtlich|voraussichtliches|programada|gepland|geplande|target|plan",
    "recent": "letzten|letztem|letzter|previous|latest|most recent|letzte|letztes|letzter|derniere|dernier|ultima|"
              "ultimo|laatste|recent|last",
    "next": "next|upcoming|nachste|nachstes|nachster|prochaine|prochain|proxima|proximo|prossimo|prossima|volgende",
    "meeting": "kontakt|contacto|contatto|contato|echange|entretien|entrevista|colloquio|call|calls|mtg|mtgs|"
               "interaction|appointment|rendez vous|rdv|cita|appuntamento|afspraak|besprechung|meeting|meetings|met|"
               "meet|meets|check in|check ins|checkin|checkins|session|sessions|conversation|"
               "contact|sitzung|sitzungs|seances|1 1|1 on 1|one on one|1to1|touchpoint|catch up|treffen|gesprach|"
               "gesprache|termin|getroffen|"
               "rencontre|rencontres|reunion|reuniones|seance|sesion|incontro|incontri|riunione|sessione|encontro|"
               "reuniao|ontmoeting|gesprek|logged|held",
    "match": "jumelage|match|matched|matching|pair|paired|pairing|pairs|connection|connected|gematcht|paar|apparie|"
             "appariement|emparejamiento|emparejado|abbinamento|koppel|koppeling|binome|tandem|loop|partnership",
    "relation": "beziehung|mentoringbeziehung|partnerschaft|mentorenschaft|patenschaft|tutorat|relacion|relazione|"
                "relation|engagement|mentoring|mentorship|relationship|mentorat|mentoria|mentorschap|mentorare|"
                "mentoraggio|tutoring|"
                "coaching",
    "program": "program|programme|programm|programa|programma|scheme|programs|track",
    "cohort": "cohort|cohorte|kohorte|coorte|intake|wave|batch|term|semester|cycle|round|cohort name",
    "status": "situacion|situazione|situation|stage|phase|stand|condition|status|state|statut|estado|stato|zustand|"
              "etat|situacao|active|is active",
    "often": "frequency|frequence|frecuencia|frequenza|frequencia|frequentie|cadence|cadencia|rhythm|rhythmus|turnus|"
             "interval|intervall|haufigkeit|how often|how often do they meet|how often do you meet|meets every|"
             "how often they meet|wie oft|ritmo|rythme",
    "reason": "cause|causa|ursache|reason|grund|motif|motivo|raison|reden|why|reason for",
    "length": "length|time spent|min|mins|for how long|how long was it|lange|tijdsduur|duration|length|minutes|mins|"
              "dauer|duree|duracion|durata|duracao|duur|minuten|hours|how long",
    "hired": "hire|hired|hiring|joined|joining|join|eintritt|eintrittsdatum|einstellung|embauche|entree|contratacion|"
             "ingreso|assunzione|admissao|indiensttreding|onboarded|recruited",
    "left": "leaver|leavers|departed|resignation|term|termination|terminated|separation|leaving|leave date|left|exit|"
            "departure|austritt|austrittsdatum|sortie|"
            "depart|baja|salida|cessazione|desligamento|uitdiensttreding|offboarded",
    "again": "last|latest|most recent|rehire|re hire|rehired|original|first|adjusted|employment|effective|recent",
}
_SILENT = ("of the a an s d l du de del della dello dei degli des der die das den dem di da do la le les el los il lo "
           "et and who is which what do partner s "
           "y e und or o ou oder their your our assigned current in for per please enter to avec con mit "
           "van het")

WORDS: dict[str, frozenset[str]] = {}
"""Word or phrase -> the concepts it may stand for."""
for _concept, _texts in _SPOKEN.items():
    for _text in _texts.split("|"):
        WORDS[_text] = WORDS.get(_text, frozenset()) | {_concept}

ABBREVIATIONS = {
    "dt": "date", "dte": "date", "nm": "name", "mtg": "meeting", "mtgs": "meetings", "mgr": "manager",
    "sup": "supervisor", "supv": "supervisor", "emp": "employee", "empl": "employee", "ee": "employee",
    "dept": "department", "div": "division", "loc": "location", "pgm": "program", "prog": "program",
    "prgm": "program", "nbr": "number", "num": "number", "desc": "description", "addr": "address",
    "freq": "frequency", "dur": "duration", "cat": "category", "stat": "status", "sts": "status",
    "strt": "start", "cmpl": "completed", "compl": "completed", "term": "termination", "eff": "effective",
    "orig": "original", "org": "organization", "grp": "group", "lvl": "level", "pos": "position",
    "ttl": "title", "fname": "first name", "lname": "last name", "fst": "first", "lst": "last", "eml": "email",
    "vorauss": "voraussichtliches", "abt": "abteilung", "std": "stunden", "nr": "nummer", "pers": "personal",
    "ma": "mitarbeiter", "tel": "telefon", "vorg": "vorgesetzter", "resp": "response", "rel": "relationship",
    "chg": "change", "rsn": "reason", "cd": "code", "yn": "", "txt": "text", "cmt": "comment",
    "cmts": "comments"}
"""Short forms of words in system keys; tried only where a header is not known as it stands."""

SILENT = frozenset(_SILENT.split())
"""Words that say nothing by themselves."""
LONGEST = max(len(text.split()) for text in WORDS)
"""Words of the longest phrase."""

PEOPLE_PARTS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = tuple(
    (ending, frozenset(needs.split()), frozenset(may.split())) for ending, needs, may in (
        ("email", "email", "work holder relation"), ("alternate_emails", "email other", "work relation"),
        ("name[first]", "first", "name"), ("name[last]", "surname", "name"), ("name[last]", "recent", "name"),
        ("name[middle]", "middle", "name"), ("id", "id", "holder work relation"),
        ("name", "name", "holder relation"), ("*", "", "relation holder")))
"""How a person's column is made: ending, concepts that it needs beside the role, and those that it may have.

`*`: nothing but the role; the values say how the person is named."""

MEANINGS: dict[str, tuple[tuple[str, frozenset[str], frozenset[str]], ...]] = {
    table: tuple((target, frozenset(needs.split()), frozenset(may.split())) for target, needs, may in rules)
    for table, rules in {
        "pair": (
            ("pair.planned_end_date", "planned end", "date match relation program"),
            ("pair.planned_end_date", "program end", "date relation"),
            ("pair.start_date", "start", "date match relation program cohort"),
            ("pair.start_date", "match", "date relation"),
            ("pair.end_date", "end", "date match relation"),
            ("pair.end_reason", "reason end", "match relation"),
            ("check_in.date[last]", "recent meeting", "date relation"),
            ("check_in.date[next]", "next meeting", "date relation planned"),
            ("pair.status", "status", "match relation"),
            ("pair.cadence_days", "often", "meeting relation planned"),
            ("pair.cohort", "cohort", "name program"),
            ("pair.program", "program", "name relation")),
        "check_in": (
            ("check_in.date", "meeting date", "relation spoken"),
            ("check_in.notes", "meeting notes", "spoken"),
            ("check_in.has_record", "notes kept", "meeting"), ("check_in.has_record", "record kept", "meeting"),
            ("check_in.covered_progress", "progress spoken", "meeting"),
            ("check_in.covered_challenges", "challenges spoken", "meeting"),
            ("check_in.covered_adjustments", "adjustments spoken", "meeting"),
            ("check_in.minutes", "length", "meeting spoken"),
            ("check_in.status", "status", "meeting"),
            ("check_in.program", "program", "name relation")),
        "milestone": (
            ("milestone.title", "step", "text"), ("milestone.due_date", "due", "date step"),
            ("milestone.due_date", "planned date", "step"), ("milestone.completed_date", "done date", "step"),
            ("milestone.status", "status", "step"), ("milestone.kind", "kind", "step")),
        "goal": (
            ("goal.title", "goal", "text"), ("goal.target_date", "due", "date goal"),
            ("goal.target_date", "planned date", "goal"), ("goal.achieved_date", "done date", "goal"),
            ("goal.status", "status", "goal"), ("goal.set_date", "start date", "goal")),
        "resource": (
            ("resource.name", "helper", "name text"), ("resource.kind", "kind", "helper"),
            ("resource.connected_date", "joined", "date helper")),
        "vision": (
            ("vision.on_file", "vision kept", "plan text"), ("vision.on_file", "plan kept", "relation text"),
            ("vision.statement_date", "vision date", "text kept"), ("vision.statement_date", "plan date", "kept"),
            ("vision.reviewed_date", "recent spoken", "date vision plan")),
        "recognition": (
            ("recognition.date", "praise date", ""), ("recognition.kind", "kind", "praise")),
        "person": (
            ("person.hire_date", "hired", "date again"),
            ("person.exit_date", "left", "date again"),
            ("person.exit_reason", "reason left", ""),
            ("person.email", "email", "work holder"),
            ("person.alternate_emails", "email other", "holder"),
            ("person.person_id", "id holder", ""),
            ("person.name[first]", "first", "name holder"),
            ("person.name[last]", "surname", "name holder")),
    }.items()}
"""What sets of concepts mean in a table: target, concepts it needs, concepts it may have; the first that fits."""
