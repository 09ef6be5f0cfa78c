"""Words that headers are made of: each stands for a concept, in several languages.

English, German, French, Spanish, Italian, Portuguese, Dutch; in normal form (lower case, no accents, no punctuation).
What sets of concepts mean in a table stands in `header_meanings`, beginnings of words in `header_stems`.
"""

from .header_phrases import MORE_SILENT, PHRASES

_SPOKEN: dict[str, str] = {
    "mentor": "mtr|mntr|mentr|senior colleague|senior partner|senior person|experienced colleague|mentor in|"
              "mentor innen|mentoring partner senior|senior|mentor|mentors|mentorin|mentorinnen|mentore|mentori|"
              "mentora|mentoras|mentrice|tutor|tutora|coach|coaches|adviser|advisor|volunteer|preceptor|sponsor|"
              "guide|counselor|counsellor|tuteur|tutrice|parrain|marraine|padrino|begeleider|begleiter|begleiterin|"
              "betreuende person|betreuer|betreuerin|begleitende person|patin|pate|mentorship lead|coach person|"
              "docent|tutor aziendale|accompagnateur|accompagnatrice|madrina|padrino o madrina|who mentors|"
              "affiancatore|mentoring person",
    "mentee": "mte|mnte|mntee|mentie|junior colleague|junior partner|pupil|pupils|mentees in|"
              "mentoring partner junior|sponsee|advisee|mentee|mentees|protege|proteges|protegee|mentoree|mentorees|"
              "mentorado|mentorada|mentorizado|mentorizada|mentorando|mentoranda|tutelado|tutorado|tutorada|tutee|"
              "coachee|youth|student|trainee|learner|apprentice|scholar|aprendiz|alumno|alumna|filleul|filleule|"
              "ahijado|discente|allievo|allieva|betreute person|betreute|betreuter|begeleide|tutore|tutoree|"
              "tirocinante|stagiaire|azubi|auszubildende|becario|becaria|estagiario|estagiaria|stagista|starter|"
              "neuling|patenkind|cursist|coachee person|pupille|alumnus|accompagne|accompagnee|persona affiancata|"
              "affiancato|affiancata|who is mentored|mentored|mentored person|begleitete person",
    "manager": "worker s manager|superior|superieur hierarchique|responsable hierarchique|superior directo|chef|"
               "capo|responsabile|mgr|sup|chefe|vorgesetzte r|direct supervisor|people leader|team lead|"
               "reports to name|jefe directo|jefe inmediato|responsable directo|direct manager|manager|supervisor|"
               "line manager|boss|reports to|vorgesetzter|vorgesetzte|fuhrungskraft|superieur|responsable|jefe|"
               "supervisore|gestor|leidinggevende|reporting to|team leader|n 1|manager n 1|dirigente|chefia direta|"
               "chefia|superieur direct|direkter vorgesetzter|direkte vorgesetzte|directe leidinggevende|n1 manager|"
               "berichtet an|reporta a|riporta a|rapporteert aan|rend compte a|answers to",
    "name": "name display|display|nominativo|nm|surname and name|surname name|name and surname|first and last name|"
            "first name last name|last name first name|nombre y apellidos|apellidos y nombre|cognome e nome|"
            "nome cognome|cognome nome|nom prenom|prenom nom|prenom et nom|nom et prenom|vor und nachname|"
            "vorname und nachname|vorname nachname|nachname vorname|name vorname|vorname name|nachname und vorname|"
            "voornaam en achternaam|nome e sobrenome|nome e apelido|who|name|names|nom|nombre|nome|naam|full name|"
            "vollstandiger name|nom complet|nombre completo|nome completo|display name|legal name|name surname|"
            "nome e cognome",
    "first": "rufname|roepnaam|given name|nombre de pila|fname|forename|first|firstname|given|vorname|prenom|"
             "voornaam|preferred first name|legal first name|usual first name|first name preferred",
    "surname": "familienname|zuname|nom de famille|lname|apelido|surname|lastname|family name|nachname|apellido|"
               "apellidos|cognome|sobrenome|achternaam|last name|legal last name|legal surname|preferred last name|"
               "last name legal|familienaam",
    "middle": "middle",
    "email": "mailbox|posta|adresse electronique|direccion electronica|e mailadres|emailadres|mail adresse|eml|"
             "email addr|e mail addr|upn|correo e|indirizzo di posta|indirizzo mail|mail addr|mail id|contact mail|"
             "contact email|email|emails|mail|mails|e mail|e mails|courriel|courriels|correo|correo electronico|"
             "posta elettronica|mail address|email address|e mail address|email addresses|adresse e mail|"
             "adresse mail|e mail adresse|mailadresse|adresse email|indirizzo email|indirizzo e mail|"
             "endereco de email|direccion de correo",
    "id": "n|nbr|pers nr|persnr|ref|reference|key|codigo|code|codice|id|ids|number|no|nr|num|numero|nummer|"
          "matricule|matricola|matricula|personalnummer|mitarbeiternummer|personeelsnummer|identifier|kennung|empid|"
          "employeeid|eid|personal nr",
    "holder": "ee|empl|staff member|dienst|persona|personeel|salarie|collaborateur|collaboratore|collega|pers|"
              "personel|colaborador|lavoratore|trabajador|werknemer|medewerker|employe e|employee|emp|worker|user|"
              "person|personnel|staff|workday|hr|mitarbeiter|empleado|dipendente|employe|personal|associate|company|"
              "unternehmen|entreprise|azienda|empresa|bedrijf|im unternehmen|firma|attendee|participant|partner|"
              "member|assignee|personne|pessoa|persoon|dienstverband|rapporto di lavoro|relacion laboral|"
              "emploi actuel",
    "work": "zakelijk|pro|wrk|bus|work|business|corporate|company|primary|main|professional|office|dienstliche|"
            "official|aziendale|lavoro|professionnel|professionnelle|corporativo|laboral|profissional",
    "someone": "faculty|faculty name|faculty member|resident|fellow|participant|employee|associate|staff member|"
               "candidate|person|"
               "colleague|member|new hire|junior|talent|intern|name|full name|teacher|postdoc|junior faculty|"
               "junior faculty member|mitarbeiter|mitarbeiterin|teilnehmer|teilnehmerin|participante|partecipante",
    "notes": "topic|topics|subject|subjects|themen|thema|temas|temi|argomenti|onderwerpen|onderwerp|inhalt|inhalte|"
             "inhoud|assuntos|points|points abordes|talking points|jottings|what did you talk about|"
             "what was discussed|what did you discuss|what we discussed|what we talked about|cmnts|cmnt|cmts|log|"
             "content|contents|key points|discussion points|minutes of the meeting|worum ging es|"
             "de quoi avez vous parle|sujets|sujets abordes|protokoll|compte rendu|resume|resumen|riepilogo|verbale|"
             "takeaways|highlights|description|what happened|notes|note|comments|comment|summary|remarks|bemerkung|"
             "bemerkungen|notizen|notas|notes internes|commentaires|commenti|notities|verslag|remark|"
             "woruber wurde gesprochen|ce dont nous avons parle|de quoi nous avons parle|wovon haben wir gesprochen|"
             "what we talked over|what came up|matters discussed|asuntos|asuntos tratados|besproken onderwerpen|"
             "woruber haben sie gesprochen|di cosa avete parlato|de que hablaron|waar ging het over|"
             "o que foi discutido|sobre o que falaram|shared notes|discussion notes|what was covered|"
             "di cosa si e parlato|waruber gesprochen|de que se hablo|pontos discutidos|pontos|puntos|punti|"
             "what we spoke about",
    "progress": "progreso|progressi|progresso|voortgang|progress|fortschritt|fortschritte|progres",
    "challenges": "hurdle|hurdles|roadblocks|blockers|desafios|uitdagingen|hindernisse|obstacle|difficulties|"
                  "problems|barriers|schwierigkeiten|difficultes|dificultades|difficolta|ostacoli|challenges|"
                  "challenge|obstacles|herausforderungen|defis|retos|sfide",
    "adjustments": "changed|changed plan|updated plan|adapted|changes|changes made|changes to plan|plan changes|"
                   "goal changes|adjustments|adjustment|adjusted|adjust|anpassungen|ajustements|ajustes",
    "spoken": "went through|gone over|gone through|worked through|looked at|spoke of|on agenda|discusse|abordado|"
              "abordes|talked about|spoke about|discussion of|raised|explored|noted|discussed|reviewed|review|"
              "covered|addressed|agreed|made|talked|discuss|cover|talk about|besprochen|was|were|did you|any|"
              "came up|checked|looked into|dealt with|touched on|tackled|handled|looked back on",
    "kept": "written up|written down|written|signed|in writing|noted down|typed up|minuted|filed|kept|taken|on file|"
            "documented|recorded|stored|exists|available|uploaded|made|redige|redigee|redatto|redatta|vastgelegd|"
            "erstellt worden|hecho|received|submitted|obtained|eingegangen|recu|recue|recibido|ricevuto|ricevuta|"
            "ontvangen|recebido|eingereicht|completed and filed|wrote",
    "record": "record|records|minutes of meeting|documentation|summary",
    "step": "item|roadmap item|road map item|career step|etape du parcours|to do|todo|meilensteine|step|steps|"
            "milestone|milestones|task|action|action item|activity|roadmap step|meilenstein|schritt|etape|jalon|"
            "hito|paso|tappa|passo|mijlpaal|roadmap|plan step|development step",
    "goal": "aim|aims|target goal|meta|metas|scopo|zielsetzung|smarty goal|real goal|zielvorgabe|goal|goals|"
            "objective|objectives|ziel|ziele|objectif|objetivo|obiettivo|doel|smart goal|development goal",
    "text": "desc|descr|formulierung|label|details|bezeichnung|libelle|intitule|in words|detail|title|name|text|"
            "description|what|wording|statement|beschreibung|titre|titulo|titolo",
    "due": "finish by|complete by|done by|reach by|to be reached by|reached by|to be done by|by|achieve by|"
           "zu erreichen bis|bis wann|a faire avant le|a faire avant|avant le|da completare entro|entro|per quando|"
           "para cuando|a realiser avant|te doen voor|deadline date|due dt|due|deadline|target|due by|by when|"
           "fallig|frist|echeance|vencimiento|scadenza|streef|pour quand|para quando|prazo|fecha limite|data limite|"
           "vence|a faire pour|te doen op|zu erledigen bis|fallig bis|einddoel|soll termin|solltermin|soll datum|"
           "plantermin|zieltermin|ziel datum|planned|planned for|planned on|geplant|prevu|prevu le|previsto|gepland|"
           "programado",
    "done": "actually finished|actually completed|actually done|really done|fait|hecho|concluido|afgerond|finished|"
            "realizado|raggiunto|alcanzado|lograda|reached|ticked|done|completed|completion|achieved|accomplished|"
            "erledigt|abgeschlossen|realise|completado|completato|fatto|erreicht|gedaan|termine|terminee|realise le|"
            "concluida|completo|date met|ist termin|isttermin|ist datum|met|erreicht am|finished on",
    "kind": "typ|sort|kategorie|class|type|kind|category|art|tipo|categorie|categoria",
    "helper": "extra contact|further contact|additional contact|other resource|second resource|extra resource|"
              "network contact|help|support|resource|supporter|additional mentor|additional resource|support person|"
              "contact person|ressource|recurso|risorsa|helper|expert|other person|another person|further person|"
              "third person|other person consulted|consulted|other contact|weitere person|andere person|"
              "autre personne|otra persona|altra persona|expert consulted|other expert",
    "joined": "brought together on|introduced|mise en relation|mis en relation|brought together|put in touch|"
              "met through|connected|introduction|linked|first contact",
    "vision": "vision|vision statement|personal vision|statement|career vision",
    "plan": "plan|idp|development plan|mentoring plan|individual development plan|career plan",
    "praise": "praised|kudos|celebrated|celebration|recognised|recognized|award|recognition|achievement|"
              "achievements|adjustment",
    "other": "second|secondary|alternate|alternative|other|additional|2|second email|private|home",
    "date": "giorno|le|op|em|dt|data di|data de|fecha de|date de|date of|jours|date|dates|datum|fecha|data|day|tag|"
            "dia|jour|on|am|when",
    "start": "valid from|effective|eff|in place since|running since|together since|started together|dal|vanaf|"
             "depuis le|got together|go live|strt|st|activated|in effect|matched since|started on|start up|from|"
             "start|starts|started|starting|begin|begins|began|beginn|beginnt|beginning|begonnen|debut|debute|"
             "inicio|inizio|kickoff|kick off|kicked off|launch|launched|commenced|commencement|startdatum|"
             "begindatum|since|seit|depuis|desde|gestartet|onset|start date|first meeting planned|active from|"
             "set up|los ging es|zusammengefuhrt|partenza|comienzo|alta|entrada|opened|opening|open date|decorrenza|"
             "ab|a decorrere dal|effective from|formed|created as of|inception|established|date in force|day one|"
             "bgn|first day together|erfolgt am",
    "end": "until|through|jusqu au|hasta|fino al|tot|stopped|wound up|finito|fini|stop|fermee|ferme|wrap up on|"
           "termination|term|broke up|expires|expired|expiry|to date|ended on|bis|end|ends|ended|ending|ende|endet|"
           "finish|finished|closed|close|closing|closure|completed|completion|fin|fine|fim|termino|wrap up|wrapup|"
           "wrapped up|enddatum|einddatum|concluded|conclusion|cierre|cloture|chiusura|abschluss|beendet|termine|"
           "terminado|finalizado|end date|final day|final|abbruch|abgebrochen|arret|arrete|fine rapporto|ist ende|"
           "real|terminated|endedon|shut|shut on|unmatch|unmatched|unpaired|separated on|stopt|gestopt|stoppt|"
           "arretee|cessation|cesado|finished on|clos|closes|ended early|vorzeitig beendet",
    "planned": "vorauss|expect|est|provisional|theoretical|theorique|teorica|estimada|stimata|planned|expected|"
               "scheduled|projected|anticipated|estimated|prevue|prevu|prevista|previsto|geplant|geplantes|geplante|"
               "voraussichtlich|voraussichtliches|programada|gepland|geplande|target|plan|soll",
    "recent": "zuletzt|latest|lately|most recently|last time|letzten|letztem|letzter|previous|most recent|letzte|"
              "letztes|derniere|dernier|ultima|ultimo|laatste|recent|last|lst|laatst|ultima volta|ultima vez|"
              "por ultima vez|derniere fois|letztes mal|laatste keer",
    "next": "again|meet again|will meet again|wiedersehen|next|upcoming|nachste|nachstes|nachster|prochaine|"
            "prochain|proxima|proximo|prossimo|prossima|volgende|nxt|coming|following|prossima volta|proxima vez",
    "meeting": "spoke|spoken|talked|talk|saw each other|seen|session held|austausch|got together|get together|"
               "catchup|chat|chats|coffee|colloqui|sess|mtg|touch base|conversacion|conversazione|conversatie|"
               "afspraken|kontakt|contacto|contatto|contato|echange|entretien|entrevista|colloquio|call|calls|mtgs|"
               "interaction|appointment|rendez vous|rdv|cita|appuntamento|afspraak|besprechung|meeting|meetings|met|"
               "meet|meets|check in|check ins|checkin|checkins|session|sessions|conversation|contact|sitzung|"
               "sitzungs|seances|1 1|1 on 1|one on one|1to1|touchpoint|catch up|treffen|gesprach|gesprache|termin|"
               "getroffen|rencontre|rencontres|reunion|reuniones|seance|sesion|incontro|incontri|riunione|sessione|"
               "encontro|reuniao|ontmoeting|gesprek|logged|held|1on1|1 on1|bijeenkomst|gezien|vus|event|events|"
               "calendar event|gesproken|gesprochen|parle|hablado|parlato|falado|si sono visti|se vieron|vieron|"
               "visti|se viram|sich gesehen|gesehen|se sont vus|conversa",
    "match": "jumelage|match|matched|matching|pair|paired|pairing|pairs|connection|connected|gematcht|paar|apparie|"
             "appariement|emparejamiento|emparejado|abbinamento|koppel|koppeling|binome|tandem|loop|partnership",
    "relation": "mentorato|tutorato|"
                "beziehung|mentoringbeziehung|partnerschaft|mentorenschaft|patenschaft|tutorat|relacion|relazione|"
                "relation|engagement|mentoring|mentorship|relationship|mentorat|mentoria|mentorschap|mentorare|"
                "mentoraggio|tutoring|coaching|zusammenarbeit|collaboration|collaborazione|colaboracion|colaboracao|"
                "samenwerking|accompagnement|begleitung|advising|advisement|mentored relationship|sponsoring|"
                "buddying",
    "program": "program|programme|programm|programa|programma|scheme|programs|track",
    "cohort": "chrt|coh|cohorte|kohorte|coorte|year group|jahrgang|edition|edizione|edicion|vague|turma|lichting|"
              "durchgang|season|class of|intake group|cohort|intake|wave|batch|term|semester|cycle|round|"
              "cohort name|durchlauf|programmdurchlauf|staffel|runde|lote|generation",
    "status": "sts|stat|avancement|andamento|how is it going|where it stands|still active|still running|"
              "still together|current state|progress status|outcome|result|ergebnis|esito|resultado|resultat|"
              "stat cd|status code|state code|situacion|situazione|situation|stage|phase|stand|condition|status|"
              "state|statut|estado|stato|zustand|etat|situacao|active|is active|bearbeitungsstand|"
              "bearbeitungsstatus|erledigungsstand|fase|lage|stato di avanzamento|grado de avance",
    "often": "frequency|frequence|frecuencia|frequenza|frequencia|frequentie|cadence|cadencia|rhythm|rhythmus|"
             "turnus|interval|intervall|haufigkeit|how often|how often do they meet|how often do you meet|"
             "meets every|how often they meet|wie oft|ritmo|rythme|how frequently|how regularly|treffen alle|"
             "hoe vaak|wie haufig|a quelle frequence|con que frecuencia|ogni quanto|com que frequencia",
    "reason": "cause|causa|ursache|reason|grund|motif|motivo|raison|reden|why|reason for|explanation|explained|"
              "erklarung|begrundung|explication|spiegazione|explicacion|toelichting|why unmatched|justification|"
              "because|due to|weil|parce que|perche|porque|omdat|grund dafur|why out",
    "length": "time|spent|time together|temps passe|temps|tiempo|tempo|tijd|zeit|minutos|minuti|dur|len|hrs|hr|h|"
              "ore|horas|heures|uren|stunden|std|how long did it last|how long did it take|how long did you meet|"
              "last min|in min|in h|in hours|in minutes|en minutes|en heures|en minutos|in minuti|in minuten|"
              "in stunden|length|time spent|min|mins|for how long|how long was it|lange|tijdsduur|duration|minutes|"
              "dauer|duree|duracion|durata|duracao|duur|minuten|hours|how long|how long was the meeting|wie lange|"
              "wie lang|hoe lang|quanto e durato|cuanto duro|combien de temps|quanto durou|number of minutes|"
              "aantal minuten|anzahl minuten|nombre de minutes|numero de minutos|numero di minuti|aantal uren|"
              "number of hours|anzahl stunden|nombre d heures|passees|dedicados|total minutes|minutes total|"
              "duracao em minutos|em minutos|minutes it took|duration of meeting",
    "hired": "joined us|in dienst|joined company|date in|arrivee|arrival|incorporacion|alta|entry|entry date|"
             "eintritt am|started work|started here|hire|hired|hiring|joined|joining|join|eintritt|eintrittsdatum|"
             "einstellung|embauche|entree|contratacion|ingreso|assunzione|admissao|indiensttreding|onboarded|"
             "recruited|first working day|first day|service|srvc|entrada|present depuis|beschaftigt|"
             "beschaftigt seit|employed since|employed|in company since",
    "left": "sep|left us|left company|date out|last day|last working day|last day worked|uit dienst|cese|depart|"
            "exit|ausgeschieden|ausgeschieden am|leaving|termination|terminated|leaver|leavers|departed|resignation|"
            "term|separation|leave date|left|departure|austritt|austrittsdatum|sortie|baja|salida|cessazione|"
            "desligamento|uitdiensttreding|offboarded|final working day|letzter tag|letzter arbeitstag|uscita|parti|"
            "partie|cessato|cessata|fine rapporto|dernier jour|ultimo giorno|ultimo dia|egreso|out of company|"
            "out of company since",
    "again": "last|latest|most recent|rehire|re hire|rehired|original|first|adjusted|employment|effective|recent",
    "until": "until|runs until|valid to|valid until|through|bis|lauft bis|jusqu au|jusqu a|jusque|hasta|fino al|"
             "fino a|tot|ate|due to end|scheduled to finish|scheduled to end|expected to end|due to finish|"
             "to end on|termine previsto|laufzeitende|durera fino al|terminara|finira|finira il|wird enden|"
             "endet voraussichtlich|se terminera|foreseen last day|last day foreseen|last day planned|"
             "planned last day",
    "held": "took place|did it happen|did it take place|happened|held|stattgefunden|hat stattgefunden|eu lieu|"
            "a eu lieu|tenu|tenue|svolto|svolta|si e svolto|realizada|realizado|plaatsgevonden|attended|attendance|"
            "no show|occurred|did you meet|did they meet|met yes no|aconteceu|se realizo|tuvo lugar|ha tenido lugar|"
            "realizo|teve lugar|was it held",
    "mode": "mode|format|channel|chan|canal|kanal|medium|how|where how|via|platform|how did you meet|"
            "in person or online|online or in person|modalita|modalite|modalidad|vorm|form|setting|in person online|"
            "online in person|wijze|chnl|presencial online|presence|medio|en presentiel ou a distance|presentiel|"
            "a distance|vor ort oder online|online oder vor ort|virtual or in person|in person or virtual|"
            "in person or remote|remote or in person|presencial o virtual|in presenza o online|medium used|"
            "gesprachsform|treffform|besuchsart|zoom|teams|in person|online|remote|virtual|phone|video|face to face|"
            "zoom or in person|by phone video or in person|como foi|how it was held|phone video or in person",
    "unit": "department|departments|dept|deptname|division|div|team|unit|business unit|org unit|organisation|"
            "organization|org|abteilung|bereich|einheit|organisationseinheit|service|pole|direction|directorate|"
            "departamento|area|reparto|ufficio|dipartimento|settore|afdeling|setor|function|group|business area|"
            "cost center name|branch|school|faculty name|supervisory organization|equipe|unidad|unidade|bu|abt|"
            "squad|tribe|gruppo|equipo|funzione|linea|dept name|gerencia",
    "place": "location|loc|site|place of work|work site|based in|where based|standort|dienstort|arbeitsort|lieu|"
             "lieu de travail|sede|luogo di lavoro|centro|centro de trabajo|vestiging|werkplek|office|city|town|"
             "ville|ciudad|citta|stadt|plant|campus|ubicacion|place|ort|luogo|lugar|rattachement|"
             "site de rattachement|oficina|localidade|cidade|localidad|localita|buro|escritorio|kantoor|plaats|"
             "agence|filiale|base|duty station|local de trabalho|posto di lavoro|plaats van tewerkstelling|"
             "work place|workplace|place of employment",
    "job": "job|position|role|post|stelle|poste|puesto|cargo|functie|funktion|fonction|beruf|mansione|qualifica|"
           "ruolo|jobtitle|designation|occupation|stellenbezeichnung|title|profession|tatigkeit|emploi|metier|"
           "posizione|puesto de trabajo|ocupacion|beroep|funcao|poste occupe|work title|function title|incarico|"
           "posn|pos|funzione|beschaftigt als|functienaam|job name",
    "grade": "grade|level|lvl|band|rank|seniority|stufe|niveau|livello|nivel|echelon|categoria|categorie|"
             "categoria profesional|salary grade|job level|career level|pay scale group|inquadramento|schaal|"
             "entgeltstufe|karrierelevel|classification|grado|grd|tarifgruppe|entgeltgruppe|classificatie|job band|"
             "mgmt level|management level|job lvl",
    "agreed": "agreed|agreement|vereinbart|convenu|convenue|acordado|acordada|concordato|afgesproken|overeengekomen|"
              "set|set on|defined|defined on|gesetzt|festgelegt|formulated|formuliert|fixe|fixee|definido|definida|"
              "definito|gesteld|opgesteld",
    "staffid": "emplid|empid|employeeid|eid|staffid|worknumber|personnelno|persno|persnr|legajo|kenmerk",
    "address": "address|adresse|direccion|indirizzo|adres|e post|addresses|endereco",
    "lastname": "last",
    "before": "before|prior|previous|old|vorher|bisher|bisherige|alt|alte|ancien|anterior|precedente|oud|oude|vorige",
    "after": "after|new|now|neu|neue|nouveau|nuevo|nuova|nuovo|nieuw|nieuwe|novo|afterwards",
}
_SILENT = ("of the a an s d l du de del della dello dei degli des der die das den dem di da do la le les el los il lo "
           "et and who is which what do partner i we they you us me it its did does has have had been be this that "
           "these those together each so far about with at into if actual actually really value field "
           "dt al alla au aux per beim im zum zur an ab avez vous haben sie hat wann quand cuando quando wanneer "
           "y e und or o ou oder their your our assigned current in for please enter to avec con mit du ihr "
           "development desarrollo entwicklung entwicklungs sviluppo developpement desenvolvimento ontwikkeling career "
           "erfolgt volta fois mal keer em "
           "karriere es mise ce diretto diretta directo directa direct directe direkt direkte direkter "
           "shared own official mgmt van het usuel usuelle fur pour para por over was trabajo")

WORDS: dict[str, frozenset[str]] = {}
"""Word or phrase -> the concepts it may stand for."""
for _concept, _texts in (*_SPOKEN.items(), *PHRASES.items()):
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
    "exp": "expiry", "nxt": "next", "tgt": "target", "achvd": "achieved", "clsd": "closed",
    "emplmt": "employment", "seprtn": "separation", "sepr": "separation", "mentr": "mentor", "mtee": "mentee",
    "assoc": "relationship", "conn": "connection", "pgmd": "program", "durn": "duration",
    "bgn": "begin", "actl": "actual", "st": "start",
    "sess": "session", "typ": "type", "mnth": "month",
    "vorauss": "voraussichtliches", "abt": "abteilung", "std": "stunden", "nr": "nummer", "pers": "personal",
    "ma": "mitarbeiter", "tel": "telefon", "vorg": "vorgesetzter", "resp": "response", "rel": "relationship",
    "chg": "change", "rsn": "reason", "cd": "code", "yn": "", "txt": "text", "cmt": "comment",
    "cmts": "comments", "mtch": "match", "wkr": "worker", "lgl": "legal", "prim": "primary", "ctgry": "category",
    "descr": "description", "adr": "address", "crt": "created"}
"""Short forms of words in system keys; tried only where a header is not known as it stands."""

SILENT = frozenset((*_SILENT.split(), *MORE_SILENT))
"""Words that say nothing by themselves."""
LONGEST = max(len(text.split()) for text in WORDS)
"""Words of the longest phrase."""
