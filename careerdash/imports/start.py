"""Before anything reads: setting right what a killed publisher left. Light, because every command asks."""

from careerdash.build import code_version
from careerdash.ledger.folder import DataFolder


def recover(folder: DataFolder) -> None:
    """Moves a pointer that is behind, and makes a build again that is gone or of other code.

    To be called at every start; costs milliseconds where all is well. While another publisher is at work it changes
    nothing: the last build serves. Raises LedgerError, and ImportsError where a kept file is gone.
    """
    if not (folder.may_be_behind() or _is_of_other_code(folder)):
        return
    from careerdash.ledger.ledger import Ledger

    if not Ledger.exists(folder):
        return
    from .house import open_house

    with open_house(folder) as house:
        house.publisher().recover_if_free()


def _is_of_other_code(folder: DataFolder) -> bool:
    from careerdash.store import Store, current_build

    path = current_build(folder)
    if path is None:
        return False
    try:
        store = Store.open(path)
    except Exception:  # a build that this code cannot even open is made again
        return True
    try:
        return [row["code_version"] for row in store.rows("select code_version from build_info")] != [code_version()]
    except Exception:
        return True
    finally:
        store.close()
