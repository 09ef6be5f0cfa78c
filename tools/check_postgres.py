"""`make check-postgres LEDGER=postgresql+psycopg://user:password@host/database`: is a ledger on PostgreSQL as good?

The database must be empty; its tables are made and dropped. Needs a driver, for example `pip install psycopg[binary]`.
Imports, undo and redo must give the content that they give with SQLite; processes that write at once lose nothing;
a second publisher waits. Exit code 1 where something differs.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine, inspect

from careerdash.imports.manage import redo, undo
from careerdash.imports.run import import_files
from careerdash.ledger.folder import PROJECT, DataFolder
from careerdash.ledger.follow_ups import follow_ups
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock
from careerdash.ledger.tables import metadata

FILES = ("Mentoring_matches_2026-09-30.xlsx", "Check-in_log_2026-09-30.xlsx", "Roadmaps_2026-09-30.xlsx")
WRITERS, EVENTS = 4, 50
_WRITE = """
import sys
from datetime import date
from pathlib import Path
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.follow_ups import FollowUp, record
from careerdash.ledger.ledger import Ledger
ledger = Ledger(DataFolder(Path(sys.argv[1])))
for number in range(int(sys.argv[3])):
    record(ledger, [FollowUp("p1", "note", date(2026, 10, 1), sys.argv[2], text=str(number))])
"""


def contents(folder: DataFolder) -> list[str | None]:
    """The content of the build after an import of three files, an undo and a redo."""
    files = [PROJECT / "data" / "demo" / name for name in FILES]
    results = import_files(folder, files, as_of=date(2026, 9, 30), accept=True)
    assert [result.outcome for result in results] == ["published"] * len(files), results
    ledger = Ledger(folder)
    try:
        build = ledger.build_in_force()
    finally:
        ledger.close()
    return [build.content if build else None, undo(folder, [2]).content, redo(folder, [2]).content]


def main() -> int:
    """Runs all checks and says how each went."""
    url = os.environ.get("CAREERDASH_LEDGER", "")
    if not url.startswith("postgresql"):
        print("Name an empty PostgreSQL database: make check-postgres LEDGER=postgresql+psycopg://...")
        return 1
    engine = create_engine(url)
    if inspect(engine).get_table_names():
        print("The database is not empty: name an empty one.")
        return 1
    found: list[tuple[str, bool]] = []
    with tempfile.TemporaryDirectory(prefix="careerdash-") as place:
        try:
            there, other, local = (DataFolder(Path(place) / name) for name in ("there", "other", "local"))
            writers = [subprocess.Popen([sys.executable, "-c", _WRITE, str(there.root), f"w{number}", str(EVENTS)],
                                        cwd=PROJECT) for number in range(WRITERS)]
            ended = [process.wait(120) for process in writers]
            ledger, second = Ledger(there), Ledger(other)
            numbers = [event.number for event in follow_ups(ledger)]
            found.append(("writers at once, who also make the tables, lose nothing",
                          ended == [0] * WRITERS and len(set(numbers)) == WRITERS * EVENTS))
            with FileLock(there.lock, beside=ledger.publisher_hold()):
                waits = not FileLock(other.lock, beside=second.publisher_hold()).try_acquire()
            free = FileLock(other.lock, beside=second.publisher_hold())
            found.append(("a second publisher with a folder of its own waits", waits and free.try_acquire()))
            free.release()
            ledger.close()
            second.close()
            on_server = contents(there)
            del os.environ["CAREERDASH_LEDGER"]
            found.append(("imports, undo and redo give the same content as with SQLite", on_server == contents(local)))
        finally:
            metadata.drop_all(engine)
            engine.dispose()
    for what, good in found:
        print(f"{'yes' if good else 'NO '}  {what}")
    return 0 if len(found) == 3 and all(good for _, good in found) else 1


if __name__ == "__main__":
    sys.exit(main())
