"""Survey questions as headers: what a question asks, by its words and by its answers."""

from __future__ import annotations

import re

from ..values.lexicon import is_rating
from ..values.names import bare, normal
from .grammar import concepts_of
from .profiles import Profile

_PEOPLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mentor_email", re.compile(r"mentors? (s )?(work )?e ?mail|e ?mail (address )?of (your |the )?mentor")),
    ("mentee_email", re.compile(r"mentees? (s )?(work )?e ?mail|e ?mail (address )?of (your |the )?mentee")),
    ("mentor_name", re.compile(r"(who is your mentor|name of (your|the) mentor|your mentors? (s )?name|"
                               r"which mentor|mentor s name|wie heisst ihr mentor|name (ihres|deines) mentors)")),
    ("mentee_name", re.compile(r"(who is your mentee|name of (your|the) mentee|your mentees? (s )?name|"
                               r"which mentee|mentee s name|wie heisst ihr mentee|name (ihres|deines) mentees)")),
    ("respondent_email", re.compile(r"^(what is |please enter |enter )?(your |"
                                    r"the )?(\w{2,12} )?e ?mail( address)?( ?\d)?$|"
                                    r"your e ?mail|\b(your|ihre|deine|eure|votre|ton|tu|su|tua|sua|seu|teu|je|jouw|uw) "
                                    r"(?!(manager|supervisor|boss|colleague|partner|coach|chef|vorgesetzt\w*|superior|"
                                    r"jefe|capo|responsab\w*|leidinggevende|chefe)\b)(\w{2,14} )?e ?mail")),
    ("respondent_name", re.compile(r"^(your|full|your full|first and last) name$|what is your name|^who are you$")),
)
_ROLE = re.compile(
    r"(are you (a |the )?(mentor|mentee)|mentor (or|ou|o|oder|of) |etes vous (un |une )?(mentor|tuteur)|"
    r"mentor or (a )?mentee|mentee or (a )?mentor|your role|i am (a|the)\b|your part\b|take part as|taking part as|"
    r"participat\w* as|your side|"
    r"role in (the|this|your) |(ihre|deine|welche) rolle|(votre|quel|ton) role|(su|tu|que) rol|(tuo|suo|quale) ruolo|"
    r"(seu|teu|qual) papel|(je|uw|welke) rol|in welcher rolle|^(role|rolle|rol|ruolo|papel|i am|ich bin|je suis|"
    r"vous etes|tu es|soy|sono|sou|ik ben|answering as|responding as|as)$)")
_SATISFIED = re.compile(
    r"(satisf|zufrieden|soddisf|contento|tevreden|contente?s? (are|etes|es)|how content|overall rating|"
    r"overall experience|(rate|evaluate|score|grade|judge) (your|the|this|our) |how happy|how pleased|how good|"
    r"how would you (rate|describe|assess)|how do you (rate|find|assess)|how (is|was|has) (your|the) \w+ (going|been)|"
    r"(wie )?(bewerte|beurteil)|(comment )?evalu(ez|eriez)|como (valora|califica|evalua|avalia)|come valuta|"
    r"hoe (beoordeel|waardeer))")
_RECOMMEND = re.compile(r"(recommend|empfehl|empfiehl|empfohl|recommand|conseill|recomend|raccomand|consigl|aanbevel|"
                        r"aanrad|aconselh|\bnps\b|suggest|advise|tell (a |your )?(friend|colleague|others)|"
                        r"encourage (a |your |others|other)|promot(er|or) score)")
_TOGETHER = (r"(met|meet|meets|meeting|meetings|get together|got together|talked|spoken|in touch|session|sessions|"
             r"treffen|getroffen|gesprach|ausgetauscht|rencontr\w*|reun\w*|entretien|encontr\w*|incontr\w*|"
             r"ontmoet\w*|afgesproken|gesproken|visto|visti|viste|vus|vues|conversations?|converse\w*|spoke|speak|chat|"
             r"chats|chatted|catch ups?|caught up|one (to|on) ones?|gesprache|gesprachs|gesprochen|unterhalten|"
             r"unterhaltung|telefoniert|echange|echanges|parle|discute|discussion|conversaciones|conversacion|hablado|"
             r"charla|charlas|conversado|parlato|colloqui\w*|conversazion\w*|conversas?|conversaram|falado|falaram|"
             r"falou|gesprekken|gesprek|bijgepraat)")
_MET = re.compile(
    rf"(^(did|have|has|do|are|were|was)\b.*\b{_TOGETHER}\b|^met\b|^(hat|habt|haben|hast|gab)\b.*\b{_TOGETHER}\b|"
    rf"^(a|as|avez|est|vous|y a)\b.*\b{_TOGETHER}\b|^(se |os |te |ha |han |has |hubo)\b.*\b{_TOGETHER}\b|"
    rf"^(ci |vi |si |avete|hai|ha|c e)\b.*\b{_TOGETHER}\b|^(voces|voce|houve|teve)\b.*\b{_TOGETHER}\b|"
    rf"^(heeft|hebben|hebt|heb|is)\b.*\b{_TOGETHER}\b|"
    rf"\b(have|did) you (and your \w+ )?(met|meet)\b|met with your|meet with your|"
    rf"\b(did|have|has|had|were)\b.*\b(you|we|both|two|they)\b.*\b{_TOGETHER}\b|"
    rf"\bwe (have |had )?.*\b{_TOGETHER}\b|\b(haben|habt|hast|hatten|wurde|gab)\b.*\b{_TOGETHER}\b|"
    rf"\b(avez|sommes|etes|avons|eu)\b.*\b{_TOGETHER}\b|\b(ha|han|hemos|habeis|hubo|os|se)\b.*\b{_TOGETHER}\b|"
    rf"\b(avete|abbiamo|siete|hai|siamo|c e)\b.*\b{_TOGETHER}\b|\b(heeft|hebben|hebt|heb|was er)\b.*\b{_TOGETHER}\b)")
_LATELY = re.compile(r"\b(this|last|past|previous|recent|since) .*(month|week|quarter|days|survey)|monat|woche|"
                     r"semaine|\b(mois|mes|semana|mese|settimana|maand|week|trimestre|kwartaal|quartal)\b")
_NOT_MET = re.compile(r"\b(how (often|many|long|useful|helpful)|useful|helpful|want|would|like to|plan|goals?|agree on|"
                      r"enough|help|helps|helped|clear|prepared|punctual|on time|agenda|cancel\w*|reschedul\w*|"
                      r"postpon\w*|"
                      r"feel|felt|comfortable|notes|record\w*|topics?|zufrieden\w*|satisf\w*|manager|event|kick|"
                      r"at work|boss|hr|cover\w*|guides?|starters?|training|combien|wie (oft|viele)|cuantas|quante)\b")
_LEARNT = re.compile(
    r"(\blearn|lesson|takeaway|take away|taken away|took away|"
    r"most (valuable|useful|important|helpful) (thing|point|insight|part)|was hat (dir|ihnen) am meisten gebracht|"
    r"taking away|take with you|take from|most important thing|"
    r"what was most (useful|valuable|helpful)|insight|eye opener|"
    r"stays with you|enseignement principal|principal enseignement|"
    r"gelernt|lernen|erkenntnis|mitnehm|nimmst du mit|nehmen sie mit|mitgenommen|"
    r"appris|apprend|appren|retenez|retenu|enseignement|aprend|ensenanza|leccion|te llevas|se lleva|"
    r"imparat|imparar|appreso|ti porti|lezione|geleerd|leerpunt|aprendiz)")
_WISHES = re.compile(r"\b(would (you )?like|want|wish|hope|expect|plan to|next|how do you|prefer|mochten|wollen|"
                     r"voudri|souhait|quisiera|desea|vorrest)")
_RELATION = re.compile(
    r"\b(relationship|relation|mentorship|mentoring relation\w*|partnership|pairing|match|matched|tandem|binome|"
    r"(with|from|by) (your|the) (mentors?|mentees?)|working together|work together|mentoring beziehung|beziehung|"
    r"zusammenarbeit|mentorat|accompagnement|collaboration|relacion|relazione|rapporto|relacao|relatie|"
    r"samenwerking|collaborazione|colaboracion|colaboracao|(mit|avec|con|com|met) \w+ (mentor\w*|mentee\w*))\b")
_BESIDE = re.compile(r"\b(train\w*|event|kick|platform|plattform|portal|tool|app|software|website|site|material\w*|"
                     r"handbook|guide\w*|workshop|onboarding|orientation|webinar|office|coordinator|team|process|venue|"
                     r"speaker|information|communication|schulung|veranstaltung|formation|evenement|formacion|evento|"
                     r"formazione|formacao|opleiding|plateforme|plataforma|piattaforma)\b")
"""What else of a program people rate, beside the relationship."""
_REMARKS = re.compile(r"\b((further|other|additional|any|final|more|closing) (remarks?|comments?|feedback|suggestions?|"
                      r"thoughts?|words?|notes?|ideas?)|anything else|something (else|more)|free text|open text|"
                      r"comments?$|remarks?$|bemerkungen|anmerkungen|remarques|commentaires?|comentarios?|commenti|"
                      r"opmerkingen|freitext|texte libre|texto libre|testo libero)\b")
_COMMENT = re.compile(
    r"(comment|anything (else|you|we|to)|something (you|else)|wishes|feedback|suggestion|improve|share with us|tell us|"
    r"let us know|us to know|say to us|add\b.*\?*$|remarks|in your own words|"
    r"anmerkung|rueckmeldung|ruckmeldung|mitteilen|mitgeben|hinzufug|mochten sie uns|"
    r"kommentar|bemerkung|commentaire|ajouter|autre chose|comentario|anadir|agregar|algo mas|aggiungere|altro da|"
    r"\bmessage\b|noch etwas|nog iets|kwijt|algo mais|mais alguma|iets (toe te|anders)|"
    r"acrescentar|toevoegen|sonst noch|what could|should we (do|change|improve)|do differently|what would you change|"
    r"was (sollten|konnten|konnen) wir|que (devrions|pourrions) nous|que (deberiamos|podemos) |cosa (dovremmo|"
    r"possiamo) |"
    r"wat (kunnen|moeten|zouden) we |why did you (give|choose|rate|answer|select|score)|why or why not)")


_QUIZ = re.compile(r"^\s*(quiz[\s_-]feedback|total[\s_-]points|(points|feedback)\s*[-–]\s)", re.I)
"""What a quiz adds to its questions."""


def _points(profile: Profile, target: str) -> float:
    """Share of answers that are points, on the field's own scale or another one up to 10."""
    return max(profile.fits(target), profile.share(
        lambda kind, text: bool(re.fullmatch(r"\s*(\d|10)\s*(/\s*(\d|10)\s*)?", text))))


def rates(header: str, profile: Profile) -> bool:
    """Whether all answers are words of a scale from satisfied to dissatisfied, on nothing beside the relationship."""
    return len(profile.cells) > 1 and profile.share(lambda _, text: is_rating(text)) == 1 and not (
        _BESIDE.search(normal(header)))


def question_target(header: str, profile: Profile) -> tuple[str, float] | None:
    """Target of a survey question and the confidence, None where it asks something else."""
    if _QUIZ.match(header):
        return None
    words = normal(header)
    asked = bare(header)
    for column, pattern in _PEOPLE:
        if (pattern.search(words) and len(words) < 90) or (pattern.search(asked) and len(asked) < 90):
            if column.endswith("email") and profile.cells and profile.emails < 0.5:
                continue
            if column.endswith("name") and profile.emails > 0.5:
                column = column.replace("name", "email")
            return f"feedback.{column}", 0.9
    if words == "username" and profile.emails >= 0.5:
        return "feedback.respondent_email", 0.9
    if _ROLE.search(words) and profile.fits("feedback.respondent") >= 0.5:
        return "feedback.respondent", 0.92
    met = _MET.search(words) or ("meeting" in concepts_of(header) and _LATELY.search(words))
    if met and not _NOT_MET.search(words) and profile.fits("feedback.met") >= 0.7:
        return "feedback.met", 0.92
    if _RECOMMEND.search(words) and _points(profile, "feedback.recommend") >= 0.7:
        return "feedback.recommend", 0.92
    if _SATISFIED.search(words) and _points(profile, "feedback.satisfaction") >= 0.6:
        return "feedback.satisfaction", 0.6 if _BESIDE.search(words) and not _RELATION.search(words) else 0.92
    if _RELATION.search(words) and rates(header, profile):
        return "feedback.satisfaction", 0.86
    if _REMARKS.search(words) and profile.numbers < 0.3 and profile.dates < 0.3 and profile.emails < 0.3:
        return "feedback.comment", 0.88
    open_text = not profile.cells or (profile.length > 2 and profile.numbers < 0.3 and profile.dates < 0.3)
    if open_text and _LEARNT.search(words) and not _WISHES.search(words):
        return "feedback.lesson_learned", 0.9
    if open_text and _COMMENT.search(words):
        return "feedback.comment", 0.85
    return None
