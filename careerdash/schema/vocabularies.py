"""The vocabularies: each word of ours with the spellings that mean it, in lower case.

A word that stands in none of them is an issue (`unknown_word`), never silently null. Spellings are compared without
case, accents and punctuation. Those of other systems are literal; the other languages are German, French, Spanish,
Italian, Portuguese and Dutch.
"""

from .model import Vocabulary


def _vocabulary(name: str, **words: str) -> Vocabulary:
    """Spellings of a word stand in one text, separated by `|`."""
    return Vocabulary(name, {word: tuple(part for part in spoken.split("|") if part) for word, spoken in words.items()})


_MENTOR = ("mentors|mentorin|mentora|mentore|tutor|tutora|coach|parrain|marraine|padrino|madrina|padrinho|madrinha|"
           "begleiter|begleiterin|begeleider|accompagnateur|accompagnatrice|accompagnatore")
_MENTEE = ("mentees|aprendiz|aprendice|discente|alumno|alumna|mentorizado|mentorizada|protégé|protege|protégée|mentoré|"
           "mentoree|mentorado|mentorada|pupilo|pupil|mentorand|mentorandin|mentorando|mentoranda|mentorato|mentorata|"
           "tutorizado|tutorizada|tutorando|tutoranda|tutorato|tutorata|coachee|tutee|filleul|filleule|parrainé|"
           "parrainée|accompagné|accompagnée|apprenant|apprenante|begleitete|begleiteter|begleitete person|leerling")
"""Who guides and who is guided, as answers and lists name them."""

VOCABULARIES: dict[str, Vocabulary] = {vocabulary.name: vocabulary for vocabulary in (
    _vocabulary(
        "exit_reason",
        voluntary="resignation|resigned|voluntary resignation|voluntary termination|voluntary exit|quit|"
                  "employee initiated|vol|voluntary resign|personal reasons|family reasons|"
                  "better opportunity|new job|other job|another job|other employment|new employment|another employer|"
                  "left for another employer|left for other employment|accepted another job|"
                  "accepted another position|accepted other employment|career change|career advancement|"
                  "career opportunity|career growth|compensation|better pay|job dissatisfaction|"
                  "dissatisfied with job|relocation|return to school|tervol|termvol|freiwillig|"
                  "freiwillige|freiwilliger|eigenkündigung|kündigung durch arbeitnehmer|"
                  "kündigung durch arbeitnehmerin|kündigung durch mitarbeiter|kündigung an|"
                  "kündigung seitens arbeitnehmer|arbeitnehmer|arbeitnehmerkündigung|arbeitnehmerseitig|"
                  "arbeitnehmerseitige kündigung|auf eigenen wunsch|démission|démissionnaire|démissionné|volontaire|"
                  "départ volontaire|convenance personnelle|renuncia|renuncia voluntaria|dimisión|voluntaria|"
                  "voluntario|baja voluntaria|dimissioni|dimissioni volontarie|volontario|volontaria|"
                  "pedido de demissão|a pedido|demissão voluntária|demissão a pedido|voluntária|ontslagname|"
                  "op eigen verzoek|ontslag op eigen verzoek|eigen ontslag|eigen verzoek|ontslag door werknemer|"
                  "vrijwillig|vrijwillig ontslag|v",
        involuntary="dismissal|dismissed|dismiss|layoff|laid off|lay off|redundancy|redundant|made redundant|"
                    "terminated|terminated for cause|termination for cause|involuntary termination|involuntary exit|"
                    "non voluntary|not voluntary|invol|inv|employer initiated|employer|reduction in force|"
                    "workforce reduction|rif|job elimination|job eliminated|position eliminated|position elimination|"
                    "elimination of position|elimination of job|restructuring|downsizing|plant closure|site closure|"
                    "office closure|performance|poor performance|job performance|low performance|"
                    "unsatisfactory performance|attendance|misconduct|gross misconduct|policy violation|"
                    "violation of policy|violation of rules|insubordination|discharge|discharged|fired|for cause|"
                    "with cause|without cause|failed probation|probation failed|did not pass probation|terinvol|"
                    "terinv|terminvol|terminv|unfreiwillig|unfreiwillige|unfreiwilliger|nicht freiwillig|"
                    "kündigung durch arbeitgeber|kündigung ag|kündigung seitens arbeitgeber|arbeitgeber|"
                    "arbeitgeberkündigung|arbeitgeberseitig|arbeitgeberseitige kündigung|betriebsbedingt|"
                    "betriebsbedingte kündigung|verhaltensbedingt|verhaltensbedingte kündigung|personenbedingt|"
                    "personenbedingte kündigung|fristlose kündigung|außerordentliche kündigung durch arbeitgeber|"
                    "kündigung in der probezeit durch arbeitgeber|probezeitkündigung|entlassung|entlassen|"
                    "licenciement|licencié|licenciée|renvoi|renvoyé|involontaire|non volontaire|départ involontaire|"
                    "despido|despedido|despedida|involuntaria|involuntario|baja involuntaria|no voluntaria|"
                    "no supera período de prueba|no superación del período de prueba|licenziamento|licenziato|"
                    "licenziata|involontario|involontaria|mancato superamento del periodo di prova|"
                    "mancato superamento prova|demissão|demitido|demitida|dispensa|dispensa sem justa causa|"
                    "dispensa por justa causa|demissão sem justa causa|demissão por justa causa|despedimento|ontslag|"
                    "ontslagen|ontslag door werkgever|ontslag op staande voet|ontslag via uwv|boventallig|"
                    "boventalligheid|reorganisatie|onvrijwillig|onvrijwillig ontslag|i",
        other="retirement|retired|retire|early retirement|normal retirement|death|deceased|died|end of contract|"
              "contract end|contract ended|contract expired|contract expiration|expiration of contract|"
              "contract completed|contract completion|end of assignment|assignment ended|assignment completed|"
              "end of temporary assignment|end of temporary contract|temporary assignment ended|end of fixed term|"
              "end of fixed term contract|fixed term ended|end of internship|internship ended|internship completed|"
              "end of season|mutual agreement|mutual consent|mutual separation|by mutual agreement|transfer|"
              "transferred|transfer to affiliate|intercompany transfer|divestiture|medical|disability|"
              "long term disability|permanent disability|visa expired|work permit expired|rescinded offer|rente|"
              "renteneintritt|altersrente|ruhestand|eintritt in den ruhestand|pensionierung|tod|todesfall|verstorben|"
              "befristung|befristungsende|ende der befristung|ablauf der befristung|vertragsende|vertragsablauf|"
              "ende des vertrags|aufhebungsvertrag|auflösungsvertrag|erwerbsminderung|sonstige|sonstiges|retraite|"
              "départ à la retraite|départ en retraite|fin de contrat|fin de cdd|fin de mission|fin de stage|"
              "rupture conventionnelle|décès|autre|jubilación|fin de contrato|fin de contrato temporal|"
              "vencimiento de contrato|fallecimiento|mutuo acuerdo|otro|otra|pensionamento|fine contratto|"
              "scadenza contratto|scadenza del contratto|decesso|risoluzione consensuale|altro|aposentadoria|"
              "término de contrato|término do contrato|fim de contrato|fim do contrato|falecimento|acordo mútuo|"
              "mútuo acordo|outro|pensioen|met pensioen|pensionering|einde contract|einde tijdelijk contract|"
              "einde contract van rechtswege|van rechtswege|overleden|overlijden|wederzijds goedvinden|"
              "met wederzijds goedvinden|vaststellingsovereenkomst|overig|unknown"),
    _vocabulary(
        "job_change_kind",
        promotion="promoted|promotion in place|upgrade|merit promotion|beförderung|befördert|promu|ascenso|promozione|"
                  "promoção|promotie|bevordering",
        lateral="transfer|lateral move|lateral transfer|move|internal move|internal transfer|department change|"
                "relocation|versetzung|wechsel|mutation|transfert|traslado|transferencia|trasferimento|transferência|"
                "overplaatsing",
        other="demotion|title change|reclassification|reorganisation|reorganization|data change|job change|downgrade|"
              "sonstige|autre|otro|altro|outro|overig"),
    _vocabulary(
        "participation",
        voluntary="optional|opt in|volunteer|freiwillig|volontaire|facultatif|voluntaria|voluntario|volontaria|"
                  "volontario|"
                  "facoltativo|voluntária|voluntário|vrijwillig",
        mandatory="required|compulsory|obligatory|everyone|verpflichtend|pflicht|obligatoire|obligatoria|obligatorio|"
                  "obbligatorio|obbligatoria|obrigatória|obrigatório|verplicht"),
    _vocabulary(
        "assignment",
        chosen="self selected|self matched|self match|chosen by mentee|choice|mentee choice|own choice|selbst gewählt|"
               "selbstgewählt|choisi|elegido|scelto|escolhido|gekozen",
        matched="match|matching|admin matched|matched by admin|matched by coordinator|coordinator matched|algorithm|"
                "by coordinator|zugeteilt|gematcht|apparié|"
                "emparejado|abbinato|pareado|gekoppeld",
        lottery="random|lot|randomised|randomized|by lot|drawn|los|verlost|zufall|tirage au sort|sorteo|sorteggio|"
                "sorteio|loting"),
    _vocabulary(
        "pair_status",
        planned="draft|pending|not started|upcoming|proposed|requested|invited|scheduled|new|waiting|to be started|"
                "match request-waiting mentee approval|match request-waiting mentor approval|"
                "match request-waiting 2 approvals|match request-waiting admin approval|not registered|"
                "pending approval|awaiting approval|awaiting acceptance|ready to be matched|rtbm|"
                "application incomplete|screening incomplete|"
                "geplant|ausstehend|angefragt|prévu|planifié|en attente|planificado|pendiente|pianificato|in attesa|"
                "planejado|pendente|gepland|in afwachting",
        active="matched|open|matched-active|in progress|in-progress|ongoing|running|current|accepted|started|live|"
               "on track|needs check-in|too early to tell|approved|established|"
               "aktiv|laufend|läuft|aktive|actif|active relationship|en cours|activo|activa|en curso|attivo|"
               "attiva|in corso|"
               "ativo|ativa|em andamento|actief|lopend",
        paused="on hold|hold|suspended|on leave|inactive (on hold)|pausiert|ruht|ruhend|en pause|suspendu|en pausa|"
               "pausado|pausada|suspendido|in pausa|sospeso|gepauzeerd|in pauze",
        completed="graduated|duration completed|matched-duration completed|complete|finished|successfully completed|"
                  "alumni|program completed|abgeschlossen|beendet (abgeschlossen)|fertig|terminé|achevé|complété|"
                  "terminato|finito|completado|completada|finalizado|terminado|completato|completata|concluso|"
                  "concluído|completo|"
                  "voltooid|afgerond",
        ended_early="ended early|terminated early|early termination|dropped out|dropped|withdrawn early|terminated|"
                    "vorzeitig beendet|abgebrochen|arrêté|interrompu|abandonné avant la fin|interrumpido|"
                    "terminado anticipadamente|interrotto|interrompido|voortijdig beëindigd",
        ended="closed|concluded|archived|inactive|abandoned|unmatched|closed by pc|closed by participant|declined|"
              "rejected|cancelled|canceled|withdrawn|expired|removed|dissolved|incomplete|inactive relationship|"
              "ended by admin|"
              "beendet|geschlossen|inaktiv|archiviert|aufgelöst|clos|clôturé|fermé|inactif|archivé|cerrado|cerrada|"
              "inactivo|inactiva|archivado|cancelado|chiuso|chiusa|inattivo|archiviato|cessato|fechado|encerrado|"
              "inativo|inativa|gesloten|beëindigd|inactief"),
    _vocabulary(
        "check_in_status",
        held="completed|done|complete|confirmed|attended|met|took place|yes|happened|logged|submitted|occurred|"
             "finished|ja|oui|si|sim|"
             "stattgefunden|durchgeführt|erledigt|gehalten|effectué|tenu|réalisé|eu lieu|realizado|realizada|celebrada|"
             "svolto|tenuto|effettuato|concluída|gehouden|afgerond|plaatsgevonden",
        scheduled="planned|upcoming|pending|booked|open|requested|invited|accepted|to do|"
                  "geplant|angesetzt|prévu|planifié|programada|programado|planificada|pianificato|programmato|"
                  "agendado|agendada|gepland",
        cancelled="canceled|cancelled by mentor|cancelled by mentee|called off|declined|rescheduled|postponed|"
                  "abgesagt|storniert|verschoben|annulé|reporté|cancelada|cancelado|aplazada|annullato|rinviato|"
                  "geannuleerd|afgezegd|uitgesteld|verzet|remarcado|desmarcado|adiado|spostato|disdetto|aplazado|anulada",
        missed="nein|non|nee|nao|no show|no-show|did not attend|absent|not attended|did not happen|not held|no|skipped|"
               "versäumt|nicht erschienen|ausgefallen|nicht stattgefunden|manqué|absence|perdida|ausente|no asistió|"
               "mancato|assente|perdido|faltou|gemist|niet komen opdagen|niet verschenen|niet doorgegaan|"
               "nao compareceu|non presentato|no se presento|non presente|pas venu|pas venue"),
    _vocabulary(
        "evidence",
        both="both sides|mentor and mentee|both people|mentor, mentee|beide|beiden|beide seiten|les deux|"
             "les 2|ambos|ambas|ambos lados|entrambi|entrambe|alle beide|both of them|both of you",
        mentor=f"by mentor|mentor only|confirmed by mentor|logged by mentor|{_MENTOR}",
        mentee=f"by mentee|mentee only|confirmed by mentee|logged by mentee|{_MENTEE}",
        coordinator="admin|program coordinator|program manager|by coordinator|administrator|koordinator|coordinateur|"
                    "coordinador|coordinatore",
        calendar="outlook|google calendar|meet|google meet|teams|zoom|invite|calendar invite|kalender|calendrier|"
                 "calendario",
        survey="pulse|questionnaire|form|umfrage|enquête|encuesta|sondaggio",
        assumed="assumption|estimated|inferred|angenommen|supposé|supuesto"),
    _vocabulary("framework", REAL="real goal|r.e.a.l.", SMARTY="smarty goal|smart|s.m.a.r.t.y.|smart-y"),
    _vocabulary(
        "goal_status",
        open="in progress|active|ongoing|not started|started|planned|on track|due|late|pending|set|new|"
             "offen|in arbeit|laufend|en cours|ouvert|abierto|abierta|en curso|aperto|in corso|aberto|"
             "em andamento|lopend",
        achieved="completed|done|complete|met|finished|reached|accomplished|closed|"
                 "erreicht|abgeschlossen|erledigt|atteint|terminé|logrado|alcanzado|completado|raggiunto|completato|"
                 "alcançado|concluído|bereikt|behaald",
        dropped="cancelled|canceled|abandoned|withdrawn|removed|deferred|no longer relevant|"
                "verworfen|aufgegeben|abandonné|annulé|descartado|cancelado|abbandonato|annullato|vervallen"),
    _vocabulary(
        "milestone_kind",
        milestone="step|task|action|deliverable|roadmap|timeline|meilenstein|schritt|jalon|étape|hito|paso|tappa|marco|"
                  "mijlpaal",
        skill="skills|competency|competence|competencies|skill development|learning|training|skills and competencies|"
              "course|kompetenz|fähigkeit|compétence|competencia|habilidad|competenza|competência|habilidade|"
              "vaardigheid",
        opportunity="opportunities|organisational opportunity|organizational opportunity|stretch assignment|project|"
                    "assignment|experience|shadowing|job shadowing|gelegenheit|chance|opportunité|oportunidad|"
                    "opportunità|oportunidade|kans",
        networking="network|networking opportunity|contact|contacts|connection|relationship|netzwerk|vernetzung|réseau|"
                   "réseautage|red|rete|rede|netwerk|netwerken"),
    _vocabulary(
        "milestone_status",
        open="in progress|active|ongoing|not started|started|planned|pending|to do|todo|on track|due|late|overdue|"
             "incomplete|new|offen|in arbeit|laufend|geplant|überfällig|en cours|ouvert|à faire|abierto|en curso|"
             "pendiente|aperto|in corso|da fare|aberto|em andamento|pendente|te doen|lopend",
        done="completed|complete|finished|achieved|closed|yes|reached|erledigt|abgeschlossen|fertig|erreicht|"
             "terminé|fait|"
             "achevé|hecho|completado|terminado|fatto|completato|feito|concluído|gedaan|voltooid|afgerond",
        dropped="cancelled|canceled|abandoned|removed|deferred|skipped|no longer relevant|verworfen|gestrichen|"
                "abandonné|annulé|descartado|cancelado|abbandonato|annullato|vervallen"),
    _vocabulary(
        "resource_kind",
        knowledge="specialised knowledge|specialized knowledge|expertise|expert|skill|skills|subject expert|wissen|"
                  "fachwissen|connaissance|savoir|conocimiento|conoscenza|conhecimento|kennis",
        perspective="different perspective|new perspective|another perspective|different perspectives|perspectives|"
                    "viewpoint|sounding board|perspektive|"
                    "sichtweise|point de vue|perspectiva|prospettiva|perspectief",
        access="access to opportunities|opportunity|opportunities|sponsor|sponsorship|introduction|door opener|zugang|"
               "accès|acceso|accesso|acesso|toegang"),
    _vocabulary(
        "respondent",
        mentor=f"as a mentor|i am a mentor|i'm a mentor|le mentor|the mentor|{_MENTOR}",
        mentee=f"as a mentee|i am a mentee|i'm a mentee|le mentoré|the mentee|{_MENTEE}"),
    _vocabulary(
        "recognition_kind",
        achievement="achieved|recognition|success|award|milestone|accomplishment|celebrated|praise|erfolg|leistung|"
                    "anerkennung|réussite|logro|risultato|conquista|prestatie",
        adjustment="adjusted|plan adjusted|adjusted plan|change of plan|plan change|revision|revised|anpassung|"
                   "angepasst|"
                   "ajustement|ajuste|adeguamento|aanpassing"),
)}

CHECKLIST_ITEMS: dict[int, str] = {
    1: "Vision statement", 2: "One or two structured goals", 3: "Career roadmap", 4: "Another resource",
    5: "Regular meetings", 6: "Records kept", 7: "Recognise and adjust"}
"""The seven mentor actions, in the words used on pages."""
