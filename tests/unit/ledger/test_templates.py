"""Wordings of messages: for all programs or one, each change audited."""

from pathlib import Path

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.templates import Template, save_template, templates

ALL, OWN = Template("All", "Hello"), Template("Own", "Dear")


def test_a_program_has_wordings_of_its_own_and_each_change_is_on_record(tmp_path: Path) -> None:
    ledger = Ledger(DataFolder(tmp_path))
    try:
        save_template(ledger, "meeting", None, ALL, by="ada")
        save_template(ledger, "meeting", "Alpha", OWN, by="ben")
        save_template(ledger, "meeting", "Alpha", OWN, by="ben")
        assert templates(ledger) == {("meeting", None): ALL, ("meeting", "Alpha"): OWN}
        save_template(ledger, "meeting", "Alpha", ALL, by="ada")
        save_template(ledger, "meeting", None, None, by="ada")
        assert templates(ledger) == {("meeting", "Alpha"): ALL}
        save_template(ledger, "meeting", "Alpha", None, by="ada")
        save_template(ledger, "meeting", "Beta", None, by="ada")
        assert templates(ledger) == {}
        told = [(entry.by, entry.detail["program"], entry.detail["before"], entry.detail["after"])
                for entry in ledger.audit()]
    finally:
        ledger.close()
    first, other = ({"subject": one.subject, "body": one.body} for one in (ALL, OWN))
    assert told == [("ada", None, None, first), ("ben", "Alpha", None, other), ("ada", "Alpha", other, first),
                    ("ada", None, first, None), ("ada", "Alpha", first, None)]
