"""A lock that is held together with another one, as the publisher's is with one on a database server."""

from pathlib import Path

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock


class OnServer:
    """A lock that all who name it share."""

    held = False

    def try_acquire(self) -> bool:
        taken, OnServer.held = not OnServer.held, True
        return taken

    def release(self) -> None:
        OnServer.held = False


def test_both_locks_are_held_or_neither(tmp_path: Path) -> None:
    here, elsewhere = (FileLock(tmp_path / name, beside=OnServer()) for name in ("here", "elsewhere"))
    with here:
        assert not elsewhere.try_acquire(), "another folder, the same server"
        assert FileLock(tmp_path / "elsewhere").try_acquire(), "who may not publish holds no file either"
    assert elsewhere.try_acquire()
    elsewhere.release()
    assert not OnServer.held


def test_a_ledger_in_a_file_needs_no_other_lock(tmp_path: Path) -> None:
    ledger = Ledger(DataFolder(tmp_path / "data"))
    one, two = ledger.publisher_hold(), ledger.publisher_hold()
    assert one.try_acquire()
    assert two.try_acquire()
    one.release()
    two.release()
    ledger.close()
