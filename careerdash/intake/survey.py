"""Survey questions as headers: what a question asks, by its words and by its answers."""

from __future__ import annotations

import re

from .names import normal
from .profiles import Profile

_PEOPLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mentor_email", re.compile(r"mentors? (s )?(work )?e ?mail|e ?mail (address )?of (your |the )?mentor")),
    ("mentee_email", re.compile(r"mentees? (s )?(work )?e ?mail|e ?mail (address )?of (your |the )?mentee")),
    ("mentor_name", re.compile(r"(who is your mentor|name of (your|the) mentor|your mentors? (s )?name|"
                               r"which mentor|mentor s name|wie heisst ihr mentor|name (ihres|deines) mentors)")),
    ("mentee_name", re.compile(r"(who is your mentee|name of (your|the) mentee|your mentees? (s )?name|"
                               r"which mentee|mentee s name|wie heisst ihr mentee|name (ihres|deines) mentees)")),
    ("respondent_email", re.compile(r"^(what is |please enter |enter )?(your |"
                                    r"the )?(\w{2,12} )?e ?mail( address)?( \d)?$|"
                                    r"your e ?mail")),
    ("respondent_name", re.compile(r"^(your|full|your full|first and last) name$|what is your name")),
)
_ROLE = re.compile(
    r"(are you (a |the )?(mentor|mentee)|mentor (or|ou|o|oder|of) |etes vous (un |une )?(mentor|tuteur)|"
    r"mentor or (a )?mentee|mentee or (a )?mentor|your role|i am (a|the)\b|"
    r"role in (the|this|your) |ihre rolle|votre role|su rol|in welcher rolle)")
_SATISFIED = re.compile(
    r"(satisf|zufrieden|soddisf|tevreden|overall rating|overall experience|"
    r"(rate|evaluate) (your|the) (\w+ )?(\w+ )?(experience|mentor|relationship|match|program)|how happy|wie bewerten)")
_RECOMMEND = re.compile(r"(recommend|empfehl|recommand|recomend|raccomand|consigli|aanbevel|\bnps\b)")
_MET = re.compile(
    r"(have you met|did you meet|did you and your \w+ meet|have you and your (mentor|mentee) met|"
    r"did you and your (mentor|mentee) meet|"
    r"haben sie sich getroffen|met with your (mentor|mentee)|meet with your (mentor|mentee)|"
    r"vous etes vous rencontr|se han reunido)")
_LEARNT = re.compile(
    r"(what (have|did) you learn|lesson|takeaway|most important thing|what was most (useful|valuable|helpful)|"
    r"gelernt|appris|aprend|imparat|learned|you learn)")
_REMARKS = re.compile(r"\b((further|other|additional|any|final) (remarks|comments?|feedback|suggestions|thoughts)|"
                      r"anything else|comments?$|remarks$|bemerkungen|remarques|commentaires|comentarios|commenti)\b")
_COMMENT = re.compile(
    r"(comment|anything (else|you)|wishes|feedback|suggestion|improve|share with us|tell us|remarks|in your own words|"
    r"anmerkung|"
    r"kommentar|bemerkung|commentaire|comentario|sonst noch|what could|why did you|why or why not)")


def _points(profile: Profile, target: str) -> float:
    """Share of answers that are points, on the field's own scale or another one up to 10."""
    return max(profile.fits(target), profile.share(
        lambda kind, text: bool(re.fullmatch(r"\s*(\d|10)\s*(/\s*(\d|10)\s*)?", text))))


def question_target(header: str, profile: Profile) -> tuple[str, float] | None:
    """Target of a survey question and the confidence, None where it asks something else."""
    words = normal(header)
    for column, pattern in _PEOPLE:
        if pattern.search(words) and len(words) < 90:
            if column.endswith("email") and profile.cells and profile.emails < 0.5:
                continue
            if column.endswith("name") and profile.emails > 0.5:
                column = column.replace("name", "email")
            return f"feedback.{column}", 0.9
    if words == "username" and profile.emails >= 0.5:
        return "feedback.respondent_email", 0.9
    if _ROLE.search(words) and profile.fits("feedback.respondent") >= 0.5:
        return "feedback.respondent", 0.92
    if _MET.search(words) and profile.fits("feedback.met") >= 0.7:
        return "feedback.met", 0.92
    if _RECOMMEND.search(words) and _points(profile, "feedback.recommend") >= 0.7:
        return "feedback.recommend", 0.92
    if _SATISFIED.search(words) and _points(profile, "feedback.satisfaction") >= 0.6:
        return "feedback.satisfaction", 0.92
    if _REMARKS.search(words) and profile.numbers < 0.3 and profile.dates < 0.3 and profile.emails < 0.3:
        return "feedback.comment", 0.88
    open_text = not profile.cells or (profile.length > 2 and profile.numbers < 0.3 and profile.dates < 0.3)
    if open_text and _LEARNT.search(words):
        return "feedback.lesson_learned", 0.9
    if open_text and _COMMENT.search(words):
        return "feedback.comment", 0.85
    return None
