"""Settings: words of your own are added, listed, on record and taken back, with data and before any."""

from streamlit.testing.v1 import AppTest

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.house_words import house_words
from careerdash.ledger.ledger import Ledger
from careerdash.schema import RULES

from .conftest import EVIL, Open, words


def known(folder: DataFolder) -> list[tuple[str, str, str]]:
    ledger = Ledger(folder)
    try:
        return [(one.target, one.text, one.word) for one in house_words(ledger)]
    finally:
        ledger.close()


def said(app: AppTest) -> str:
    return words(app).replace("\\", "")


def add(app: AppTest, text: str, word: str | None) -> None:
    app.text_input(key="word_text").input(text)
    app.selectbox(key="word_means_pair.status").set_value(word)
    next(button for button in app.main.button if button.label == "Add").click().run()


def test_words_of_your_own_before_any_data(data: DataFolder, opened: Open) -> None:
    app = opened("settings")
    assert not app.exception
    assert "There is no data yet" in said(app)
    assert "None yet" in said(app)
    add(app, "Wrapped up", "completed")
    assert not app.exception
    folder = DataFolder.default()
    assert known(folder) == [("pair.status", "Wrapped up", "completed")]
    assert "Pair: status “Wrapped up” means completed" in said(app)
    add(app, "Graduated", "completed")
    assert "means that already" in said(app)
    add(app, "Done and dusted", None)
    assert "Choose what the text means" in said(app)
    assert len(known(folder)) == 1
    app.button(key="word_away_0").click().run()
    assert known(folder) == []
    assert "“Wrapped up”: completed → not explained here" in said(app)
    app.button(key="undo_change_0").click().run()
    assert known(folder) == [("pair.status", "Wrapped up", "completed")]


def test_all_limits_are_listed(plain: DataFolder, opened: Open) -> None:
    app = opened("settings")
    every = app.main.table[0].value
    assert set(every["Limit"].str.replace("\\", "")) == {rule.label for rule in RULES}
    assert "All limits are as they come" in said(app)


def test_a_message_is_worded_for_one_program(plain: DataFolder, opened: Open) -> None:
    app = opened("settings")

    def body(program: str | None) -> str:
        app.selectbox(key="template_program").set_value(program).run()
        assert not app.exception
        return str(app.text_area[0].value)

    def save(text: str) -> None:
        app.text_area[0].input(text).run()
        app.button(key="template_save").click().run()
        assert not app.exception

    as_it_comes = body(None)
    assert body("Alpha") == as_it_comes
    save("Hello {name} of Alpha")
    assert "worded “About meeting” for Alpha anew" in said(app)
    assert "Worded anew: “About meeting” for Alpha." in said(app)
    assert (body(None), body("Alpha"), body(EVIL)) == (as_it_comes, "Hello {name} of Alpha", as_it_comes)
    body(None)
    save("Hello {name}")
    assert (body("Alpha"), body(EVIL)) == ("Hello {name} of Alpha", "Hello {name}")
    body("Alpha")
    app.button(key="template_reset").click().run()
    assert (body("Alpha"), body(None)) == ("Hello {name}", "Hello {name}")
    app.button(key="undo_change_0").click().run()
    assert body("Alpha") == "Hello {name} of Alpha"
