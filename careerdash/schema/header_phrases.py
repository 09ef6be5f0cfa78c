"""More words and phrases of headers, by what they stand for; read together with `header_words`.

Whole expressions that say more than their words do: `laufzeit von` is a start, `was a topic` is spoken of. Normal form.
"""

PHRASES: dict[str, str] = {
    "holder": "wkr|wkrs|betrieb|betriebs|firmen|konzern|unternehmens|worker s|employee s|team member|team members|"
              "colleague|kollege|kollegin|collegue|collega|person",
    "unit": "sup org|sup org nm|sup org name|supervisory org|supervisory org name|abt bezeichnung|org einheit|"
            "orgeinheit|kostenstellenbezeichnung|nom du service|nom de l equipe|nombre del departamento|"
            "nome reparto|naam afdeling|afdelingsnaam|team name|home department|home dept",
    "orglevel": "org level 1|org level 2|org level 3|org level 4|org lvl 1|org lvl 2|org lvl 3",
    "job": "job profile|job code descr|job code description|jobcode descr|jobcode description|jobcode name|"
           "job profile name|position name|position description|job classification|primary job|main job",
    "hired": "last hire|most recent hire|latest hire|work start|start of work|im betrieb seit|im unternehmen seit|"
             "bei uns seit|with us since|entree en service|date d arrivee|in servizio dal|en plantilla desde|"
             "in dienst sinds|in dienst vanaf|in dienst per|entre|entree|admitido|admitida|assunto|assunta|"
             "contratado|contratada|service start|start of service|working here since|works here since|anciennete|"
             "antiguedad|in forza|started with us|fecha de entrada|data de entrada",
    "left": "betriebsaustritt|firmenaustritt|unternehmensaustritt|konzernaustritt|diensteintritt ende|"
            "dienstaustritt|out of service|sorti le|sortie le|in servizio fino al|en plantilla hasta|in dienst tot|"
            "uit dienst per|with us until|im betrieb bis|im unternehmen bis|bei uns bis|final day|final day of work|"
            "out since|ausscheiden|quitte|a quitte|uscito|uscita|vertrokken|ende des arbeitsverhaltnisses",
    "start": "laufzeit von|laufzeit ab|laufzeit beginn|laufzeitbeginn|laufzeit start|gultig ab|gultig von|"
             "lauft seit|lauft ab|runs from|running from|valid as of|in effect from|in effect since|attiva dal|"
             "attivo dal|active depuis|actif depuis|activa desde|activo desde|aktiv seit|actief sinds|loopt vanaf|"
             "loopt sinds|court depuis|en cours depuis|in corso dal|en curso desde|valable a partir du|valido dal|"
             "valido desde|geldig vanaf|working together since|work together since|zusammen seit|ensemble depuis|"
             "insieme dal|juntos desde|samen sinds|samen vanaf|first day of match|paired since|mtch eff|eff dt|"
             "wirksam ab|takes effect|takes effect on|first day as a pair|first day together|sinds|formado|formada|"
             "formata|formato|forme|formee|gebildet|gevormd|constituido|constituida|lance|lancee|comenzo|cominciato|"
             "cominciata|aanvang|anfang|ingangsdatum|became a pair on|in place from",
    "until": "runs to|runs till|runs up to|gultig bis|lauft bis zum|laufzeit bis|valable jusqu au|valido hasta|"
             "valido fino al|geldig tot|loopt tot|loopt tot en met|court jusqu au|exp end|expected to run until|"
             "activa hasta|attiva fino al|aktiv bis|actief tot|dura hasta|dura fino al|runs through|goes until|"
             "valid through",
    "joined": "kontakt hergestellt|kontakt hergestellt am|contact established|contact made|contact made on|"
              "contact etabli|contact etabli le|contatto stabilito|contacto establecido|contact gelegd|"
              "contact gelegd op|bekannt gemacht|bekannt gemacht am|vorgestellt am|presente le|presentee le|"
              "presentado el|presentato il|voorgesteld op|introduced to mentee|in kontakt seit|in contact since|"
              "en contact depuis|in contatto dal|en contacto desde|introduced to each other|linked up|"
              "in touch since|in touch from|put in contact|conectados|em contato desde|in contact sinds|presentes|"
              "presentes le|presentati|presentate|apresentados|apresentadas|contact pris|intro",
    "helper": "supporting person|person who helps|who helps|who supports|supporter name|name of supporter|"
              "unterstutzende person|unterstutzung durch|unterstutzer|unterstutzerin|wer hilft|wer unterstutzt|"
              "personne ressource|personne de soutien|soutien|persona de apoyo|apoyo|quien ayuda|"
              "persona di supporto|supporto|chi aiuta|steunpersoon|ondersteuner|ondersteuning|wie helpt|"
              "who or what else helps|who or what helps|extra support|further mentor|further support|"
              "recurso adicional|recursos adicionales|risorsa aggiuntiva|risorse aggiuntive|hulpbron|hulpbronnen|"
              "ressource supplementaire|zusatzliche ressource|second mentor or resource|extra bron",
    "match": "paired up|matched up|teamed up|put together|made a pair|paired off|linked up|"
             "mtch|effectue|jumelage effectue le|match made|match made on|pairing made on|zuteilung|zuordnung|"
             "appariement effectue le|abbinamento effettuato il|emparejamiento realizado el|koppeling gemaakt op|"
             "pareja|parejas|coppia|coppie|duo|duos|par|pares|zugeordnet|zugewiesen|pareado|pareada|pareados|"
             "gekoppeld|jumeles|jumelee",
    "held": "effectue|effectuee|effectues|effectuees",
    "meeting": "conversation held|touch base|touchbase|catch up held|meetup|meetups|meet up|one to one|one to ones|"
               "one2one|reuniao|getogether|sit down|gesprachstermin|sessao|sessoes|seduta",
    "notes": "appunti|annotazioni|apuntes|aantekeningen|aantekening|aufzeichnungen|mitschrift|stichpunkte|"
             "stichworte|stichpunkte zum gesprach|notules|recap|write up|gist|in brief|punti discussi|temi trattati|"
             "temas tratados|points discutes|besproken punten|gespreksnotities|gesprachsnotiz|gesprachsnotizen|"
             "samenvatting|kurzprotokoll|main points|wichtigste punkte|hauptpunkte|points cles|puntos principales|"
             "punti principali|hoofdpunten|pontos principais|kernpunkte|kernpunten|short summary|brief summary|"
             "kurze zusammenfassung|bref resume|breve resumen|breve riassunto|korte samenvatting",
    "spoken": "was a topic|were a topic|was topic|were topics|was one of the topics|on the agenda|war thema|"
              "waren thema|kam zur sprache|kamen zur sprache|zur sprache gekommen|a ete aborde|a ete abordee|"
              "ont ete abordes|ont ete abordees|se trato|se trataron|fue tema|fueron tema|e stato un tema|"
              "sono stati un tema|kwam aan bod|kwamen aan bod|was onderwerp|foi tema|foram tema|was brought up|"
              "were brought up|touched upon|were touched upon|was touched upon|came under discussion|talked through|"
              "talked over|went over|thema im gesprach|gesprachsthema|was discussed|were discussed|address|"
              "angesprochen|thematisiert|behandelt|behandeld|tratado|tratada|tratados|tratadas|discusso|discussa|"
              "discussi|discusse|discutido|discutida|discutidos|discutidas",
    "reread": "re read|reread|re visited|revisited|looked at again|gone over again|relu|relue|relu le|relue le|"
              "uberpruft|uberpruft am|durchgesehen|durchgesehen am|erneut gelesen|riletta|riletta il|riesaminata|"
              "releida|releida el|revisada|revisada el|herlezen|herzien|herzien op|last looked at|read again|"
              "came back to|last gone over|wieder gelesen am|nachgelesen am|revue le|derniere revue|rivista il|"
              "riesaminato|revista em|revista el|laatst herzien|zuletzt uberpruft",
    "text": "in one sentence|in a sentence|in 1 sentence|in a few words|in own words|in your own words|"
            "in einem satz|en une phrase|in una frase|en una frase|in een zin|em uma frase|in short|as written|"
            "as worded",
    "goal": "what do you want to achieve|what do they want to achieve|what does the mentee want to achieve|"
            "what i want to achieve|what we want to achieve|what is to be achieved|what should be achieved|"
            "was mochten sie erreichen|was mochtest du erreichen|was soll erreicht werden|was will ich erreichen|"
            "que voulez vous atteindre|que souhaitez vous atteindre|que veux tu atteindre|que quiere lograr|"
            "que quieres lograr|que se quiere lograr|cosa vuoi raggiungere|cosa si vuole raggiungere|"
            "wat wil je bereiken|wat wilt u bereiken|wat wordt er bereikt|o que quer alcancar|goals aim|doelen|"
            "zielen|obiettivi|objetivos|objectifs|doelstelling|doelstellingen|leerdoel|learning goal|"
            "learning objective|mentee s goal",
    "initial": "original|originally|initial|initially|at first|baseline|ursprunglich|ursprungliche|ursprunglicher|"
               "ursprungliches|initialement|initiale|originariamente|inizialmente|originale|inicialmente|"
               "originalmente|oorspronkelijk|oorspronkelijke|aanvankelijk|anfanglich|d origine|zuerst|in origin|"
               "al principio|originaria|originario|originarie|inicial|iniciales|iniziale|iniziali|first planned|"
               "when first set|when set",
    "present": "now|current|currently|at present|present|latest|revised|updated|aktuell|aktuelle|aktueller|"
               "aktuelles|derzeit|derzeitig|derzeitige|jetzt|actuel|actuelle|actuellement|desormais|actualmente|"
               "ahora|attuale|attualmente|ora|adesso|huidig|huidige|nu|atual|atualmente|agora|new date|replanned",
    "values": "values|values and beliefs|beliefs|core values|werte|wertvorstellungen|valeurs|valores|valori|waarden",
    "lived": "experience|experiences|past experience|past experiences|lessons from experience|erfahrung|erfahrungen|"
             "bisherige erfahrungen|experiences passees|esperienza|esperienze|esperienze passate|experiencia|"
             "experiencias|ervaring|ervaringen|career so far|werdegang|parcours passe",
    "hopes": "hopes|aspirations|aspiration|hopes and aspirations|dreams|hopes and dreams|ambitions|"
             "definition of success|wunsche|wunsche und ziele|aspirationen|ambitionen|aspiraciones|aspirazioni|"
             "ambizioni|ambities|aspiracoes|suenos|hopes for the future|zukunftswunsche",
    "reporter": "who reported it|who reported|who reported this|reported by|who logged it|who logged|logged by|"
                "who recorded it|recorded by|who entered it|entered by|who confirmed it|who confirmed|confirmed by|"
                "who says so|according to|gemeldet von|erfasst von|eingetragen von|bestatigt von|bestatigt durch|"
                "gemeldet durch|laut|signale par|saisi par|confirme par|declare par|reportado por|registrado por|"
                "confirmado por|informado por|segnalato da|registrato da|confermato da|gemeld door|ingevoerd door|"
                "bevestigd door|volgens",
    "mentor": "mentored by|guided by|coached by|advised by|begleitet von|begleitet durch|betreut von|betreut durch|"
              "accompagne par|accompagnee par|suivi par|suivie par|acompanado por|acompanada por|seguito da|"
              "seguita da|affiancato da|affiancata da|begeleid door|acompanhado por|acompanhada por|orientado por|"
              "orientada por",
    "mentee": "mentorato|mentorata|mentorati|tutorato|tutorata|person being mentored|"
              "being mentored|person mentored|persona acompanada|persona seguita|"
              "pessoa acompanhada|pessoa mentorada|mentorierte|mentorierte person|mentorierter|begleitete|"
              "begleiteter|personne suivie|persona mentorata|mentoree person",
    "grade": "career stage|career step|stage of career",
    "place": "branch office",
    "first": "nome proprio",
    "surname": "nom d usage|nom patronymique|nom marital|apellido paterno|primer apellido|segundo apellido|"
               "primer y segundo apellido|apellido paterno y materno|both surnames",
    "reason": "warum|weshalb|wieso|pourquoi|por que|perche|waarom",
    "end": "actually finished|actually ended|really ended|"
           "stopping|parted|parted on|getrennt|separados|separes|uit elkaar|gescheiden|beendigung|beeindiging|"
           "finita|finite|finiti|acabo|abgeschlossen|terme|vorgesehenes ende",
    "cohort": "annata|annee|annee de promotion|intake year|cohort year|cohort group",
    "planned": "booked|booked for|attendu|attendue|esperada|esperado|attesa|atteso|supposed|intended|meant|should|"
               "soll|sollte|doit|debe|deve|moet|planmassig|planmassiges|vorgesehen|vorgesehenes|laut vereinbarung",
    "length": "how many hours|how many minutes|wie viele minuten|wie viele stunden|combien de minutes|"
              "combien d heures|cuantos minutos|cuantas horas|quanti minuti|quante ore|quantos minutos|"
              "quantas horas|hoeveel minuten|hoeveel uur",
    "often": "days between|days between meetings|interval between meetings|every|aim to meet|they aim to meet|"
             "meet every|gap between meetings",
    "status": "active inactive|still active|active or not|still here|arbeitsstatus|anstellungsstatus|"
              "situation contractuelle|still employed|is the person employed",
    "kept": "op papier|on paper|auf papier|sur papier|en papel|su carta|no papel|in writing|par ecrit|por escrito|"
            "per iscritto|schriftelijk|"
            "vorhanden|liegt vor|vorliegend|presente|disponible|disponibile|disponivel|beschikbaar|aanwezig|esiste|"
            "existe|existiert|is there|there is|protokolliert|consigne|consignee|consigne par ecrit|registrado|"
            "registrada|registrato|registrata|registado|registada|gemacht|gemaakt|schriftlich|scritta|scritto|"
            "escrita|escrito|ecrit|ecrite|vastgelegd",
    "record": "protokoll|compte rendu|registro|registre|verbale|acta|ata|verslag|mitschrift",
    "vision": "visione|vision|visao|visie|leitbild|vision personnelle|vision personal",
    "plan": "piano|plano|planes|planos|piani",
    "adjustments": "aggiornato|aggiornata|aggiornati|aggiornate|actualizado|actualizados|atualizado|atualizados|"
                   "revisto|revistos|revista|revistas|adaptado|adaptados|bijgesteld|nachjustiert|angeglichen|"
                   "aangepast|aangepaste",
    "step": "nachster schritt|next step|next steps to take|action next step|traguardo|stap|stappen|"
            "tabella di marcia|feuille de route|hoja de ruta|fahrplan|routekaart|routekaart stap|roteiro|"
            "plan de route|what needs to be done|etappe|massnahme|massnahmen|vorhaben|a faire|accion|acciones|"
            "azione|azioni|acao|acoes|actie|acties",
    "date": "vom|del dia|ngay",
    "agreed": "fissato|fissata|fissati|vastgesteld|stabilito|stabilita|festgesetzt|estabelecido|fixado",
    "due": "tegen wanneer|ursprunglicher termin|termin|antes de|avant le|prima di|prima del|finish before|"
           "a completar antes de|a lograr antes de|da fare entro|da raggiungere entro|te bereiken voor|klaar op|"
           "uiterlijk op|plazo|date limite|date visee|fecha meta|data meta|streeft naar|wanted by|ziel bis",
    "done": "fulfilled|crossed off|ticked off|struck off|checked off|feito|feita|cumplido|cumprido|rempli|vervuld|"
            "geschafft|conseguido|conseguida|conseguito|conseguita|ottenuto|ottenuta|umgesetzt|fertig|acheve|"
            "achevee|boucle|bouclee|voltooid|klaar|klaar sinds|ready",
    "before": "former|formerly",
    "name": "preferred full name|team member|colleague|kollege|kollegin|collegue|collega|person|salarie|salariee|"
            "trabajador|trabajadora|mitarbeiter|mitarbeiterin|mitarbeiters|name in full",
    "progress": "avanzamenti|avanzamento|avancos|avanco|vorderingen|avances",
    "challenges": "dificuldades|dificuldade|moeilijkheden|problemi|problemas",
    "staffid": "matricule|matricule rh|matricola|matricula|personalnummer",
}
"""Concept -> words and phrases, as in `header_words`."""

_SILENT = ("short brief year jahr jaar reporting people own just how we they lgl prim towards toward ihre ihr unsere "
           "il lo sich mtp official dell nell all dall direto direta")
MORE_SILENT = tuple(_SILENT.split())
"""Words that say nothing by themselves."""
