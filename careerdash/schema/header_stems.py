"""Beginnings of words that headers are made of, and words that make a header something that we do not hold.

A word that stands in no list of `header_words` is known by how it begins: `abgeschlossen`, `abgeschlossene` and
`abgeschlossenes` are one entry. Normal form; the longest beginning counts.
"""

_STEMS: dict[str, str] = {
    "mentor": "mentorin",
    "mentee": "mentoriz|mentorand|mentorad|protege",
    "manager": "vorgesetz|leidinggev|supervis|superior|superieur",
    "name": "nominativ|namen",
    "surname": "familienn|nachnam|apellid|cognom|sobrenom|achternaam|surnam",
    "first": "vornam|prenom|voornam|rufnam|roepnam",
    "email": "mailadress|emailadress|mailaddress|electroni|elettronic|elektronisch|mailbox",
    "id": "personalnum|personeelsn|matricul|matricol|kennziff|kennnum",
    "work": "dienstlich|beruflich|geschaft|profession|profesion|corporat|zakelij|aziendal|institu",
    "date": "datum|fecha",
    "start": "start|begin|began|begun|commenc|comec|lancem|lanci|launch|demarr|debut|inici|inizi|avvi|arranqu|kick|"
             "auftakt|gestart|activat|aktivier|effectiv|empez|zusammengef|decorr",
    "end": "ende|endi|finish|conclu|closed|closin|closur|clotur|beend|beeind|abschl|abgeschl|finaliz|finalis|chius|"
           "cierr|complet|stopped|wrap|terminat|terminad|terminac|einde|afgerond|afgesl|geeind|encerr|dissol|aufgel|"
           "vollstand|schlus|afrond|cerrad|abgebroch|abbruch|arret|completad|completat|interrott|interrump",
    "until": "expir|ablauf|laufzeit|vencim|scaden|echeanc",
    "planned": "plann|geplan|gepland|planif|planej|pianif|expect|estim|antici|project|schedul|prevu|previ|verwacht|"
               "vorauss|voorzien|erwart|foresee|programmat",
    "recent": "letzt|zuletzt|dernier|ultim|laatst|jungst|recent|latest",
    "next": "nachst|prochain|prossim|proxim|volgend|siguient|upcom|kunftig",
    "meeting": "treff|getroff|gespra|gesproch|sitzung|austausch|rencontr|entretien|echang|encuentr|encontr|reunion|"
               "incontr|colloqui|conversa|convers|ontmoet|gesprek|afspra|spoke|talked|talks|meeting|sessi|sesion|"
               "seanc|check ?in|reunia|kontakt|contatt|bijeenk",
    "match": "match|pair|zuordn|zuweis|zugeteilt|zuteil|vermittl|assegn|asignac|affectat|attribut|abbina|emparej|"
             "appari|jumel|koppel|gekoppel|tandem|binom|sponsorship|partnersh|gematch",
    "relation": "beziehung|mentoring|mentorsch|mentorat|mentoria|relation|relacion|relazion|begleitung|patensch|"
                "tutorat|coaching|accompagn|acompan|percors|parcours|tutoria",
    "program": "programm",
    "status": "situac|situaz|situat|sachstand|zustand|avancem|andament",
    "often": "frequen|frecuen|haufig|cadenc|cadenz|turnus|rhythm|ritm|interval|periodic|periodiz",
    "reason": "reason|beweggr|motiv|raison|reden|causa|ursach|razon",
    "length": "dauer|dure|durat|durac|duraz|lengt|length|minut|stund|heure|hora|hours|uren|zeit|tiempo|temps|tijd|"
              "spent|spend|besteed|lange|dedicad|zeitumfang|passees|durata",
    "held": "stattgefund|stattfand|plaatsgev|doorgegaan|svolt|effettuat|realizad|celebrad|happen|occurr|attend|"
            "durchgefuhr|tenuta",
    "mode": "modalit|modalid|kanal|channel|canal|setting|ubertrag|medium|werkwijz|plattform|platform",
    "notes": "notiz|bemerk|anmerk|kommentar|coment|comment|notit|opmerk|osservaz|observ|remarq|inhalt|gesprachsinh|"
             "argoment|themen|thema|temas|temi|topic|onderwerp|inhoud|assunt|protokoll|summar|zusammenf|resum|"
             "riassunt|jotting|abord|trattat|tratad|contenu|contenid|contenut|conteud|verslag|anotac|asunto",
    "challenges": "challeng|herausford|schwierigk|hindern|obstac|ostacol|hurdle|difficult|dificult|difficol|sfide|"
                  "desaf|uitdag|roadblock|blocker",
    "progress": "fortschr|progres|progress|voortgang|avance",
    "adjustments": "adjust|anpass|angepass|ajust|adegua|aanpas|changed|changes|adapted|adaptat|revised",
    "kept": "documen|dokumen|record|aufgezeichn|festgehalt|written|wrote|geschrieb|signed|unterschr|firmad|signe|"
            "firmat|filed|hinterleg|stored|abgelegt|vorlieg|vastgel",
    "spoken": "discuss|besproch|talked|covered|reviewed|addressed|looked|discut|revis|abord|trattat|tratad|"
              "besproken|discutid",
    "step": "milestone|meilenst|schritt|roadmap|etape|jalon|hito|tappa|mijlpa|etapa",
    "goal": "ziel|objecti|objectif|objetiv|obiettiv|goal",
    "due": "deadlin|fallig|frist",
    "done": "erledig|erreich|realis|raggiun|alcanz|logrado|atteint|achiev|accomplish|bereikt|behaald|raggiunt|"
            "completat|completad|lograd|alcanc|achvd|abgeschl|gedaan",
    "text": "formulier|beschreib|descri|wording|libell|intitul|bezeichn",
    "kind": "kategor|categor",
    "unit": "abteil|departe|departa|department|diparti|bereich|fachber|organisations|organizations|direction|"
            "directorat|direzion|reparto|afdeling|division|geschaftsb|unita",
    "place": "standort|dienstort|arbeitsort|einsatzort|location|ubicac|localiz|vestig|werkplek|werkloc|standplaa|"
             "workplac|niederlass",
    "job": "stellenb|positio|position|berufsb|functie|fonction|occupat|mansion|ocupac",
    "grade": "stufe|niveau|livell|nivel|echelon|seniorit|karrierest|gehaltsstufe",
    "hired": "hire|hiring|rehire|eintritt|einstell|eingestell|embauch|arrive|incorpora|contratac|ingres|assunz|"
             "assunt|admiss|indienst|recruit|onboard|join",
    "left": "austritt|ausgeschied|leav|depart|separat|resign|cessaz|cese|uitdienst|deslig|offboard|sortie|salid|"
            "kundigung|terminat|cessat|weggang|vertrek",
    "left end": "terminat",
    "praise": "praise|recogni|celebrat|anerkenn|kudos|award|reconoc|riconosc|erkenning",
    "helper": "resourc|ressourc|recurs|risors|unterstutz",
    "joined": "introduc|vorgestell|connected|verbunden|presented|presentad",
    "agreed": "vereinbart|agreed|agreement|convenu|concordat|acordad|festgeleg|definid|defini|fijad|fixe|gesetz|"
              "gestel",
    "staffid": "personeelsn|personaln|mitarbeiternum|matricul|matricol|kennziff|employeen|employeei|personeln|"
               "persoonsn",
}

_FOREIGN = (
    "creat|updat|modif|edited|editor|login|logon|logged in|sign in|sign up|signup|signin|registr|register|birth|"
    "geburt|naiss|nacim|nascit|age|contract|vertrag|contrat|probat|probezeit|survey|umfrage|enquete|"
    "questionnaire|count|number of|anzahl|nombre de|numero de|total|sum|aantal|quantidade|cantidad|score|percent|"
    "prozent|rate|ratio|average|avg|mean|coordin|koordin|admin|partner hr|hrbp|business partner|recruiter|buddy|"
    "assistant|secretary|phone|telefon|telephone|mobile|cell|fax|street|address|adresse|zip|postal|city|"
    "emergency|backup|substitut|former|formerly|ehemalig|replac|cost|budget|fee|price|invoice|kosten|"
    "kostenstelle|badge|training|schulung|certific|zertifi|visa|passport|promotion|beforder|salary|gehalt|import|"
    "export|sync|upload|download|submit|entered|typed|captured|erfasst|eingegeben|applied|applicat|apply|bewerb|"
    "interview|invit|einlad|request|anfrage|declin|reject|cancel|vacation|holiday|leave of absence|absence|"
    "onboard|orientat|background check|screening|consent|gdpr|policy|version|url|link|website|linkedin|photo|"
    "picture|gender|geschlecht|sexe|genre|ethnic|race|disab|nationalit|religion|language|sprache|langue|idioma|"
    "lingua|size|diet|allerg|parking|vehicle|car|laptop|device|tshirt|shirt|favorite|favourite|hobby|hobbies|"
    "skill|expertise|interest|interests|zodiac|budgeted|performance|appraisal|evaluation|beurteil|bonus|raise|"
    "tenure|seniority|anniversar|jubila|retire|pension|degree|graduat|university|school|education|diploma|matura|"
    "abitur|first aid|vaccin|holder of|owner|owned|parent|child|spouse|reminder|reminded|erinner|email sent|sent|"
    "gesendet|opened|clicked|flag|priority|prioritat|rank|ranking|waitlist|waiting list|warteliste|preferred|"
    "preference|wunsch|wish|choice|alternative|quota|target group|creado|cree|erstell|geander|angelegt|alterad|"
    "gewijzig|aangemaakt|bijgewerkt|aktualisier|zuletzt bearbeitet|changed on|record chang|previous mentor|"
    "former mentor|profile|account|konto|follow up|requested mentor|report|reports|matern|patern|parental|sabbat|"
    "notice|transfer|matrix|skip level|dotted|interim|deputy|approv|announc|waiver|equipment|seminar|workshop|"
    "webinar|nda|insurance|medical|health|visit|travel|etl|load|loaded|loading|ts|timestamp|batch|extract|"
    "extracted|row|record"
)

STEMS: tuple[tuple[str, frozenset[str]], ...]
"""Beginnings of words with the concepts that they stand for, the longest first."""
FOREIGN: tuple[str, ...] = tuple(_FOREIGN.split("|"))
"""Beginnings of words that no field of ours has: a header with one is neither guessed nor asked."""

_WHEN = ("since seit ab von from depuis desde dal vanaf sinds until through bis tot hasta by entro on am op le em to "
         "date day when")
WHEN = frozenset(_WHEN.split())
"""Words that say that something is a day, or before or after one, but not what happened."""


def _stems() -> tuple[tuple[str, frozenset[str]], ...]:
    found: dict[str, frozenset[str]] = {}
    for concepts, beginnings in _STEMS.items():
        for beginning in beginnings.split("|"):
            found[beginning] = found.get(beginning, frozenset()) | frozenset(concepts.split())
    return tuple(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


STEMS = _stems()
