"""The access file: what it may say, and one sentence for each thing that it may not."""

from pathlib import Path

import pytest

from careerdash.access import AccessError, read_settings

GOOD = """
issuer = "https://login.example/tenant"
contact = "the mentoring office"
session_hours = 4

[[role]]
role = "coordinator"
emails = ["Ana@Firm.example"]

[[role]]
role = "program coordinator"
programs = ["Alpha", "Beta"]
claim = "groups"
values = ["mentoring-alpha"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "access.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_it_says_is_read(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, GOOD))
    assert found is not None
    assert (found.issuer, found.audience, found.session_hours) == ("https://login.example/tenant", "", 4.0)
    first, second = found.grants
    assert (first.role, first.emails, first.programs) == ("coordinator", {"ana@firm.example"}, None)
    assert (second.programs, second.claim, second.values) == (("Alpha", "Beta"), "groups", {"mentoring-alpha"})


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "access.toml") is None


def test_an_address_may_be_open_without_sign_in(tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, 'without_sign_in = ["Dash.Firm.example"]'))
    assert found is not None
    assert found.without_sign_in == {"dash.firm.example"}


ROLE = '[[role]]\nrole = "coordinator"\nemails = ["a@b.example"]\n'
ISSUER = 'issuer = "https://login.example"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("issuer = ", "not valid TOML"), (ROLE, "no issuer"), (ISSUER, "nobody a role"), ("", "no issuer"),
        (ISSUER + "session_hours = 9\n" + ROLE, "at most 8"), (ISSUER + "session_hours = 0\n" + ROLE, "above 0"),
        (ISSUER + "session_hours = true\n" + ROLE, "number"), (ISSUER + "hours = 4\n" + ROLE, "“hours”"),
        (ISSUER + '[[role]]\nrole = "admin"\nemails = ["a@b.example"]', "one of"),
        (ISSUER + '[[role]]\nrole = "program coordinator"\nemails = ["a@b.example"]', "must name the programs"),
        (ISSUER + '[[role]]\nrole = "program coordinator"\nprograms = ["-"]\nemails = ["a@b.example"]', "must name"),
        (ISSUER + '[[role]]\nrole = "leadership"\nprograms = ["A"]\nemails = ["a@b.example"]', "only a program coord"),
        (ISSUER + '[[role]]\nrole = "leadership"', "given to nobody"),
        (ISSUER + '[[role]]\nrole = "leadership"\nclaim = "groups"', "both claim and values"),
        (ISSUER + '[[role]]\nrole = "leadership"\nemails = "a@b.example"', "list of texts"),
        (ISSUER + '[[role]]\nrole = "leadership"\nemails = [""]', "list of texts"),
        (ISSUER + '[role]\nrole = "leadership"', "[[role]]"), ("issuer = 3\n" + ROLE, "text in quotes"),
        (ISSUER + 'without_sign_in = ["x.example"]\n' + ROLE, "keep the one"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AccessError) as caught:
        read_settings(written(tmp_path, text))
    message = str(caught.value)
    assert said in message
    assert message.endswith(".")
    assert len(message) <= 400


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "access.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AccessError, match="UTF-8"):
        read_settings(tmp_path / "access.toml")
