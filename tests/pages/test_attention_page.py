"""Needs attention and Settings: the list and its sentences, follow-ups, drafts, limits tried before they are saved."""

import pytest
from streamlit.testing.v1 import AppTest

from careerdash import metrics
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.follow_ups import follow_ups
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.templates import Template, save_template
from careerdash.metrics import AttentionRow, Filters, Wanted
from careerdash.store import Store
from careerdash.words import drafts, reasons

from .conftest import DATA_DAY, EVIL, Open, words


@pytest.fixture
def listed(plain: DataFolder) -> list[AttentionRow]:
    store = Store.open(plain.build_path("b-plain"))
    try:
        return metrics.attention(store, DATA_DAY, Filters(), 100, 0, Wanted("call"))
    finally:
        store.close()


def said(app: AppTest) -> str:
    return words(app).replace("\\", "")


def follow_up(app: AppTest, opener: str, kind: str, text: str = "") -> None:
    app.button(key=opener).click().run()
    app.button_group(key="note_kind").set_value(kind).run()
    app.text_input(key="note_text").input(text).run()
    app.button(key="note_save").click().run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.main.button]


def test_every_reason_is_a_sentence_in_the_order_of_the_list(opened: Open, listed: list[AttentionRow]) -> None:
    app = opened("attention")
    assert not app.exception
    assert f"{len(listed)} pairs to call" in said(app)
    shown = [value.split(": ", 1)[1] for value in said(app).splitlines() if value.startswith(":material/")
             and not value.startswith((":material/history", ":material/science"))]
    assert shown == [reasons.sentence(reason, row.facts) for row in listed for reason in row.reasons]


def test_search_narrows_and_clear_widens(opened: Open, listed: list[AttentionRow]) -> None:
    app = opened("attention")
    app.text_input(key="need_search").input(listed[2].pair_id).run()
    assert labels(app).count("Write") == 1
    app.text_input(key="need_search").input("nobody of this name").run()
    assert "No pair on this list matches" in said(app)
    app.button(key="need_clear").click().run()
    assert labels(app).count("Write") == min(25, len(listed))
    app.multiselect(key="need_reasons").set_value([listed[-1].reasons[0]]).run()
    assert labels(app).count("Write") == sum(listed[-1].reasons[0] in row.reasons for row in listed)


def test_a_snoozed_pair_is_out_of_sight_and_still_needs_attention(
    opened: Open, plain: DataFolder, listed: list[AttentionRow]
) -> None:
    app = opened("attention")
    before = opened().main.caption
    follow_up(app, f"open_note_{listed[0].pair_id}", "snoozed", "**back in May**")
    assert not app.exception
    assert f"{len(listed) - 1} pairs to call" in said(app)
    assert "1 out of sight" in said(app)
    assert f"open_write_{listed[0].pair_id}" not in [button.key for button in app.button]
    ledger = Ledger(plain)
    event, = follow_ups(ledger)
    ledger.close()
    assert (event.pair_id, event.kind, event.text) == (listed[0].pair_id, "snoozed", "**back in May**")
    assert event.reasons == listed[0].reasons
    overview = [caption.value for caption in opened().main.caption]
    assert [caption.value for caption in before if "someone" in caption.value] == [
        caption for caption in overview if "someone" in caption]

    app.button_group(key="need_list").set_value("hidden").run()
    assert "snoozed until" in said(app)
    app.button(key=f"show_{listed[0].pair_id}").click().run()
    app.button_group(key="need_list").set_value("call").run()
    assert f"{len(listed)} pairs to call" in said(app)


def test_many_at_once(opened: Open, plain: DataFolder, listed: list[AttentionRow]) -> None:
    app = opened("attention")
    for row in listed[:2]:
        app.checkbox(key=f"pick_{row.pair_id}").check().run()
    assert "2 pairs chosen" in said(app)
    follow_up(app, "need_note", "called")
    ledger = Ledger(plain)
    assert sorted(event.pair_id for event in follow_ups(ledger)) == sorted(row.pair_id for row in listed[:2])
    ledger.close()
    assert "chosen" not in said(app)
    assert said(app).count("called both on") == 2


def test_a_draft_says_no_more_than_it_may(opened: Open, listed: list[AttentionRow]) -> None:
    app = opened("attention")
    row = next(row for row in listed if "person_left" not in row.reasons)
    app.button(key=f"open_write_{row.pair_id}").click().run()
    assert not app.main.get("code"), "the side is chosen each time"
    app.button_group(key="write_to").set_value("both").run()
    assert not app.exception
    assert len(app.get("code")) == 2
    copied = [caption.value.replace("\\", "") for caption in app.get("caption")]
    assert copied.count("Copy only: no e-mail address is on file.") == 2


def test_a_draft_is_in_the_words_of_its_program(opened: Open, plain: DataFolder, listed: list[AttentionRow]) -> None:
    row, other = (next(row for row in listed if row.facts["program"] == program and "person_left" not in row.reasons)
                  for program in ("Alpha", EVIL))
    ledger = Ledger(plain)
    for key in drafts.TEMPLATES:
        save_template(ledger, key, "Alpha", Template("Own", "Our own words.\n{about}"), by="ana")
    ledger.close()

    def copied(pair_id: str) -> str:
        app = opened("attention")
        app.button(key=f"open_write_{pair_id}").click().run()
        app.button_group(key="write_to").set_value("mentee").run()
        assert not app.exception
        return str(app.get("code")[0].value)

    assert copied(row.pair_id).startswith("Our own words.\n- ")
    assert copied(other.pair_id).startswith("Hello ")


def test_did_it_help_and_what_was_foreseen(opened: Open, plain: DataFolder) -> None:
    app = opened("attention")
    app.button_group(key="need_list").set_value("helped").run()
    assert not app.exception
    assert "No contact is on record" in said(app)
    assert "Do the flags foresee trouble?" in said(app)
    assert "no effect of contacting" in said(app)


def test_a_limit_is_tried_before_it_is_saved(opened: Open, plain: DataFolder, listed: list[AttentionRow]) -> None:
    app = opened("attention")
    app.button_group(key="need_list").set_value("try").run()
    app.selectbox(key="try_key").set_value("low_satisfaction").run()
    assert "nothing is saved" in said(app)
    app.number_input[0].set_value(5.0).run()
    assert not app.exception
    assert "At 5 points of 5" in said(app)
    store = Store.open(plain.build_path("b-plain"))
    trial = store.on_trial([("low_satisfaction", None, 5.0)])
    now, then = (set(metrics.listed_pairs(one, DATA_DAY, Filters())) for one in (store, trial))
    store.close()
    assert now != then, "the example changes nothing"
    assert f"{len(then - now)} appear, {len(now - then)} drop out" in said(app)
    app.number_input[0].set_value(0.5).run()
    assert "a whole number from 0" in said(app)


def test_a_limit_is_tried_on_the_list_as_it_is_looked_at(opened: Open, plain: DataFolder,
                                                         listed: list[AttentionRow]) -> None:
    store = Store.open(plain.build_path("b-plain"))
    trial = store.on_trial([("low_satisfaction", None, 5.0)])
    first, program = next((row.pair_id, row.facts["program"]) for row in listed if row.facts["program"])
    seen = [set(metrics.listed_pairs(one, DATA_DAY, Filters(program=(program,)), Wanted(hidden=(first,))))
            for one in (store, trial)]
    store.close()
    app = opened("attention", program=[program])
    follow_up(app, f"open_note_{first}", "snoozed")
    app.button_group(key="need_list").set_value("try").run()
    app.selectbox(key="try_key").set_value("low_satisfaction").run()
    app.number_input[0].set_value(5.0).run()
    assert f"{len(seen[0])} pairs on the two lists now, within the filters, {len(seen[1])} with this limit" in said(app)
    assert "1 out of sight is not counted" in said(app)
    app.text_input(key="need_search").input("nobody of this name").run()
    assert "0 pairs on the two lists now, within the filters" in said(app)


def test_settings_open(opened: Open, plain: DataFolder) -> None:
    app = opened("settings")
    assert not app.exception
    assert "All limits are as they come." in said(app)
    assert "Nothing has been changed." in said(app)
    app.text_area[0].input("Hello {name}, your score is {score}").run()
    assert "No message knows score" in said(app)
    app.text_area[0].input("Hello {name}").run()
    app.button(key="template_save").click().run()
    assert not app.exception
    assert "worded “About meeting” anew" in said(app)
    app.button(key="undo_change_0").click().run()
    assert app.text_area[0].value != "Hello {name}"
