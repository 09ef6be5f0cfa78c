"""Another program's pair answers exactly like one that does not exist, whatever the address says."""

import pytest

from careerdash.ledger.folder import DataFolder

from .conftest import Tables, words
from .test_sign_in import access_file, opened  # noqa: F401  the fixture is asked for by its name

pytestmark = pytest.mark.usefixtures("access_file")


def pair_of(tables: Tables, program: str) -> str:
    return next(row["pair_id"] for row in tables["pair"] if row["program"] == program)


def test_another_programs_pair_answers_like_an_unknown_one(plain: DataFolder, plain_rows: Tables) -> None:
    own = pair_of(plain_rows, "Alpha")
    others = next(row["pair_id"] for row in plain_rows["pair"] if row["program"] != "Alpha")
    mine, theirs, unknown = (
        words(opened("bo", "pair", query={"pair": pair})).replace(pair, "…") for pair in (own, others, "no-such-pair"))
    assert theirs == unknown
    assert mine != unknown
    assert words(opened("ana", "pair", query={"pair": others})).replace(others, "…") != unknown
