"""What commands that write a file of rows leave in the audit log."""

from careerdash.ledger.folder import DataFolder

from .importing import who


def note_export(folder: DataFolder, what: str, *, private: bool = False) -> None:
    """Writes into the audit log that rows left the house; of the demo, which is nobody's, it says nothing."""
    from careerdash.ledger import audit
    from careerdash.ledger.ledger import Ledger

    if folder.is_demo or not Ledger.exists(folder):
        return
    ledger = Ledger(folder)
    try:
        audit.record(ledger, who(), "export", {"what": what, **({"private": True} if private else {})})
    finally:
        ledger.close()
