"""The vocabularies: each word of ours with the spellings that mean it, in lower case.

A word that stands in none of them is an issue (`unknown_word`), never silently null.
"""

from .model import Vocabulary


def _vocabulary(name: str, **words: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(name, dict(words))


VOCABULARIES: dict[str, Vocabulary] = {vocabulary.name: vocabulary for vocabulary in (
    _vocabulary("exit_reason", voluntary=("resignation", "resigned"), involuntary=("dismissal", "layoff"),
                other=("retirement", "death")),
    _vocabulary("job_change_kind", promotion=("promoted",), lateral=("transfer", "lateral move"), other=()),
    _vocabulary("participation", voluntary=("optional",), mandatory=("required", "compulsory")),
    _vocabulary("assignment", chosen=("self-selected",), matched=("match",), lottery=("random", "lot")),
    _vocabulary("pair_status", planned=("draft",), active=("matched", "open"), paused=("on hold",),
                completed=("graduated", "duration completed"), ended_early=("ended early", "terminated early"),
                ended=("closed", "concluded", "archived", "inactive", "abandoned", "unmatched")),
    _vocabulary("check_in_status", held=("completed", "done"), scheduled=("planned", "upcoming"),
                cancelled=("canceled",), missed=("no show", "no-show")),
    _vocabulary("evidence", both=(), mentor=(), mentee=(), coordinator=(), calendar=(), survey=(), assumed=()),
    _vocabulary("framework", REAL=("real",), SMARTY=("smarty",)),
    _vocabulary("goal_status", open=("in progress",), achieved=("completed", "done"), dropped=("cancelled",)),
    _vocabulary("milestone_kind", milestone=(), skill=("competency",), opportunity=(), networking=("network",)),
    _vocabulary("milestone_status", open=("in progress",), done=("completed",), dropped=("cancelled",)),
    _vocabulary("resource_kind", knowledge=(), perspective=(), access=()),
    _vocabulary("respondent", mentor=(), mentee=()),
    _vocabulary("recognition_kind", achievement=(), adjustment=()),
)}

CHECKLIST_ITEMS: dict[int, str] = {
    1: "Vision statement", 2: "One or two structured goals", 3: "Career roadmap", 4: "Another resource",
    5: "Regular meetings", 6: "Records kept", 7: "Recognise and adjust"}
"""The seven mentor actions, in the words used on pages."""
