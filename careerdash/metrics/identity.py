"""Pairs by every id that they ever had: what the ledger and addresses name may be called otherwise today."""

from collections.abc import Collection

from careerdash.store import Store

from .counts import query


def current_pairs(store: Store, pair_ids: Collection[str]) -> dict[str, str]:
    """What these pair ids are called in the build; ids that it does not know are left out."""
    rows = store.rows(query("current_pairs"), {"pairs": sorted(set(pair_ids))})
    return {row["old_id"]: row["pair_id"] for row in rows}


def all_ids(store: Store, pair_id: str) -> list[str]:
    """Every id that the pair ever had, its present one among them; that id alone where the build knows none."""
    rows = store.rows(
        "SELECT DISTINCT old_id FROM identity WHERE kind = 'pair' AND id = $pair ORDER BY old_id", {"pair": pair_id})
    return sorted({pair_id, *(row["old_id"] for row in rows)})
