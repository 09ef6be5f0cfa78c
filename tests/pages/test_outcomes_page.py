"""Do people stay? The first day of the staff list: asked on the page, kept for everybody, written down."""

from datetime import date
from pathlib import Path
from random import Random

from careerdash.cli.reading import known_data_from
from careerdash.ledger.data_from import data_from, save_data_from
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from tests.support.firms import firm

from .conftest import Open, put_in_force, words

KEPT = date(2024, 1, 1)


def test_the_first_day_of_the_staff_list_is_kept_and_written_down(data: Path, opened: Open) -> None:
    folder = DataFolder(data)
    put_in_force(folder, "b-firm", firm(Random(2)))
    app = opened("outcomes")
    assert not app.error
    assert "keep_data_from" not in [button.key for button in app.button]
    app.date_input(key="data_from").set_value(KEPT).run()
    assert "staff list from 1 Jan 2024" in words(app)
    app.button(key="keep_data_from").click().run()
    assert "keep_data_from" not in [button.key for button in app.button]

    again = opened("outcomes")
    assert again.date_input(key="data_from").value == KEPT
    assert "staff list from 1 Jan 2024" in words(again)
    assert known_data_from(folder) == KEPT, "as the command line asks"

    ledger = Ledger(folder)
    save_data_from(ledger, KEPT, by="somebody")
    save_data_from(ledger, None, by="somebody")
    assert data_from(ledger) is None
    log = [(entry.by, entry.detail) for entry in ledger.audit() if entry.action == "data_from"]
    ledger.close()
    assert log == [("this computer", {"before": None, "after": "2024-01-01"}),
                   ("somebody", {"before": "2024-01-01", "after": None})]  # fmt: skip
