"""What leaves the house by the command line stands in the audit log."""

import shutil
from pathlib import Path

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger

from .conftest import Run


def test_exports_are_in_the_audit_log(run: Run, data: Path, imported: Path, tmp_path: Path) -> None:
    shutil.copytree(imported, data)
    assert run("export", "pair", "--csv", tmp_path / "pairs.csv").code == 0
    assert run("export", "check_in", "--csv", tmp_path / "private.csv", "--private").code == 0
    assert run("report", "--xlsx", tmp_path / "report.xlsx").code == 0
    assert run("export", "pair", "--csv", tmp_path / "no such folder" / "pairs.csv").code != 0
    ledger = Ledger(DataFolder(data))
    lines = [line for line in ledger.audit() if line.action == "export"]
    ledger.close()
    assert [line.detail for line in lines] == [{"what": "pair"}, {"what": "check_in", "private": True},
                                               {"what": "report"}]  # fmt: skip
    assert all(line.by for line in lines)
