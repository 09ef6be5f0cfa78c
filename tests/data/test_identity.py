"""A pair is found by any id that it ever had."""

from datetime import date

from careerdash.metrics import Filters, Wanted, all_ids, attention, current_pairs
from tests.support.tables import store_of

D = date(2026, 3, 1)


def test_old_ids_lead_to_the_pair_in_force() -> None:
    tables = {
        "pair": [{"pair_id": name, "mentor_id": "M", "mentee_id": "E", "start_date": D} for name in ("new", "x")],
        "identity": [{"kind": "pair", "old_id": "old", "id": "new"}, {"kind": "pair", "old_id": "new", "id": "new"},
                     {"kind": "person", "old_id": "x", "id": "E"}]}
    with store_of(tables, D) as store:
        assert current_pairs(store, ["old", "new", "x", "gone"]) == {"old": "new", "new": "new", "x": "x"}
        assert all_ids(store, "new") == ["new", "old"]
        assert all_ids(store, "x") == ["x"]
        for search, found in (("OLD", ["new"]), ("new", ["new"]), ("gone", []), ("e", ["new", "x"])):
            wanted = Wanted(search=search)
            assert sorted(row.pair_id for row in attention(store, date(2026, 6, 1), Filters(), 9, 0, wanted)) == found
