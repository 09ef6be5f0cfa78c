"""Commands: what they print, where, and with which exit code."""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from careerdash.cli.parser import day
from careerdash.ledger.folder import PROJECT
from careerdash.schema import TABLES
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, PEOPLE, csv_file, workbook

from .conftest import Run


@pytest.fixture
def used(imported: Path, data: Path) -> Path:
    shutil.copytree(imported, data)
    return data


def test_import_prints_one_entry_a_file(run: Run, files: Path) -> None:
    answer = run("import", files / "base.xlsx", "--as-of", "2026-03-01", "--json")
    assert (answer.code, answer.err) == (0, "")
    (entry,) = answer.document
    assert set(entry) == {"file", "sha256", "import_id", "outcome", "code", "message", "data_day", "build", "balance",
                          "changes"}
    assert (entry["file"], entry["import_id"], entry["outcome"], entry["data_day"]) == (
        str(files / "base.xlsx"), 1, "published", "2026-03-01")
    assert set(entry["balance"]) >= {"cells", "sheets", "questions", "issues"}
    assert entry["changes"]["pair"] == {"new": 3, "changed": 0, "same": 0, "missing": 0}


def test_commands_in_words(run: Run, used: Path) -> None:
    assert "Meeting as agreed" in run("metrics").out
    assert "late" in run("pairs").out
    assert "base.xlsx" in run("imports").out
    assert "check_in" in run("info").out
    answer = run("undo", 2)
    assert answer.code == 0
    assert "is in force" in answer.out


def test_undo_redo_and_rebuild_print_build_and_content(run: Run, used: Path) -> None:
    before = run("info", "--json").document
    undone = run("undo", "2", "--json").document
    assert set(undone) == {"build", "content"}
    assert undone["content"] != before["content"]
    assert run("redo", "2", "--json").document == {"build": before["build"], "content": before["content"]}
    assert run("rebuild", "--json").document["content"] == before["content"]
    assert set(before) == {"version", "data", "ledger", "build", "content", "data_day", "imports", "rows", "people"}
    assert (before["imports"], before["people"], before["rows"]["pair"]) == (2, 4, 3)


def test_metrics_and_pairs(run: Run, used: Path) -> None:
    found = run("metrics", "--json", "--program", "Leaders", "--cohort", "-").document
    assert list(found) == ["as_of", "data_day", "build", "filters", "metrics", "series"]
    assert found["filters"] == {"program": ["Leaders"], "department": [], "cohort": ["-"]}
    pages = run("metrics", "--json", "--pages", "--program", "Leaders").document["pages"]
    assert {row["group"] for row in pages["tiles_by_program"]} == {"Leaders"}
    assert found["metrics"]["on_cadence_share"]["numerator"] == 1
    assert [pair["pair_id"] for pair in run("pairs", "--json", "--department", "Sales").document] == ["P1", "P2"]
    later = run("metrics", "--json", "--as-of", "2026-04-01")
    assert later.document["as_of"] == "2026-04-01"
    assert later.err == "The data is of 2026-03-01: what looks silent after that day may just be old data.\n"


@pytest.mark.parametrize("command", ["metrics", "pairs"])
def test_without_data_they_say_what_to_do(run: Run, data: Path, command: str) -> None:
    answer = run(command, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == ("No import is in force: take your files in with the command import, or ask the demo company "
                          "with --demo.\n")
    assert not data.exists()


def test_exit_codes_of_imports(run: Run, used: Path, tmp_path: Path) -> None:
    empty, letter = tmp_path / "empty.csv", tmp_path / "letter.xlsx"
    empty.write_bytes(b"")
    letter.write_bytes(b"PK\x03\x04 no workbook")
    asks = workbook(tmp_path / "asks.xlsx", {"check_in": [MEETING_HEADER, ("M9", "P9", date(2026, 2, 1), "held")]})
    assert [run("import", *names, "--as-of", "2026-03-01").code for names in (
        [empty], [letter], [asks], [asks, letter], [tmp_path / "none.xlsx"])] == [2, 3, 2, 3, 3]
    answer = run("import", "--json", asks, "--as-of", "2026-03-01")
    assert answer.err == ("asks.xlsx: 1 row of 2 cannot be taken in: correct them in the file, or go on without them "
                          "with --accept.\n")
    assert answer.document[0]["outcome"] == "needs answers"
    assert run("import", asks, "--as-of", "2026-03-01", "--accept").code == 0


def test_a_pipe_is_not_opened(run: Run, data: Path, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe.csv")
    answer = run("import", tmp_path / "pipe.csv", "--json")
    assert (answer.code, answer.document[0]["message"]) == (3, "This is no ordinary file.")


def test_two_dashes_end_the_options(run: Run, data: Path, files: Path, tmp_path: Path,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(files / "base.xlsx", tmp_path / "--accept.xlsx")
    monkeypatch.chdir(tmp_path)
    answer = run("import", "--json", "--as-of", "2026-03-01", "--", "--accept.xlsx")
    assert [(entry["file"], entry["outcome"]) for entry in answer.document] == [("--accept.xlsx", "published")]


def test_names_are_shown_without_control_characters(run: Run, data: Path, tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31mb\n.xlsx"
    answer = run("import", name)
    assert answer.err == "a [31mb .xlsx: There is no such file.\n"
    assert "\x1b" not in answer.out
    assert run("import", name, "--json").document[0]["file"] == str(name)


@pytest.mark.parametrize("arguments", [
    ["import"], ["metrics", "--as-of", "1 March"], ["metrics", "--as-of", "2026-02-30"], ["undo", "x"], ["undo", "7"],
    ["export", "nothing", "--csv", "x.csv"], ["nothing"], ["import", "x", "--missing", "maybe"],
    ["import", "x", "--mapping", "none"], ["import", "x", "--answers", "none.json"], ["metrics", "--unknown"], []])
def test_what_is_asked_wrongly_gets_a_sentence(run: Run, data: Path, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert "Traceback" not in answer.err
    if arguments:
        assert answer.err.endswith(".\n")
        assert answer.err.count("\n") == 1
        assert len(answer.err) <= 401


@pytest.mark.parametrize("text", ["[]", "{\"q\": 1}", "nonsense", "[" * 100000])
def test_answers_are_an_object_of_choices(run: Run, data: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "answers.json").write_text(text)
    answer = run("import", "x.xlsx", "--answers", tmp_path / "answers.json")
    assert (answer.code, answer.err) == (2, "The answers are no JSON object of question ids and choices.\n")


def test_the_unexpected_is_one_sentence(run: Run, used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from careerdash.imports import manage

    def breaks(*_: object) -> None:
        raise RuntimeError("Ada Test lives here")

    monkeypatch.setattr(manage, "info", breaks)
    answer = run("info")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Something unexpected went wrong")
    log = (used / "errors.log").read_text()
    assert "RuntimeError" in log
    assert "Ada" not in log


def test_check_records_nothing(run: Run, data: Path, files: Path, tmp_path: Path) -> None:
    answer = run("check", files / "meetings.xlsx", "--json")
    assert answer.code == 0
    (entry,) = answer.document
    assert set(entry) == {"file", "sha256", "outcome", "code", "message", "cells", "sheets", "questions", "issues"}
    assert entry["outcome"] == "read"
    assert run("check", tmp_path / "none.xlsx").code == 3
    assert run("imports", "--json").document == []


def test_an_export_holds_fields_and_sources(run: Run, used: Path, tmp_path: Path) -> None:
    assert run("export", "check_in", "--csv", tmp_path / "out.csv", "--private").code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle)
    assert header == [field.name for field in TABLES["check_in"].fields] + ["source_file", "source_sheet", "source_row"]
    found = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["check_in_id"], row["date"], row["has_record"], row["notes"], row["source_row"]) for row in found] == [
        ("M1", "2026-02-02", "true", "'=SUM(A1)", "2"), ("M2", "2026-02-16", "false", "good talk", "3"),
        ("M3", "2026-02-09", "true", "", "4")]
    run("export", "check_in", "--csv", tmp_path / "open.csv")
    assert "good talk" not in (tmp_path / "open.csv").read_text()


def test_an_export_reads_back_unchanged(run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that look like formulas, quotes, new lines, and a name that begins with the guard itself."""
    nasty = ["=1+1", "+44", "-5", "@x", "'quoted", "''=2", "a,b", 'say "so"', "line\nbreak", "x"]
    people = workbook(tmp_path / "people.xlsx", {"person": [
        PEOPLE[0], *((f"{number:03d}", f"{text} Test", f"p{number}@example.org", text)
                     for number, text in enumerate(nasty))]})
    pairs = workbook(tmp_path / "pairs.xlsx", {"pair": [
        PAIR_HEADER, ("P1", "=Leaders", "000", "001", date(2026, 1, 5))]})
    assert run("import", people, pairs, "--as-of", "2026-03-01").code == 0
    before = run("info", "--json").document
    for table in ("person", "pair"):
        assert run("export", table, "--csv", tmp_path / f"{table}.csv", "--private").code == 0
    monkeypatch.setenv("CAREERDASH_DATA", str(tmp_path / "second"))
    again = run("import", tmp_path / "person.csv", tmp_path / "pair.csv", "--as-of", "2026-03-01", "--json")
    assert [entry["outcome"] for entry in again.document] == ["published", "published"], again.document
    after = run("info", "--json").document
    assert after["rows"] == before["rows"]
    for table in ("person", "pair"):
        run("export", table, "--csv", tmp_path / f"{table}-again.csv", "--private")
        first, second = ([row[:-3] for row in csv.reader((tmp_path / name).open(encoding="utf-8", newline=""))]
                         for name in (f"{table}.csv", f"{table}-again.csv"))
        assert first == second


def test_the_template_is_written_and_waits_to_be_filled(run: Run, data: Path, tmp_path: Path) -> None:
    """Its example rows are left out, so that nothing is left to take in."""
    assert run("template", tmp_path / "mine.xlsx").code == 0
    answer = run("import", tmp_path / "mine.xlsx", "--json")
    assert (answer.code, answer.document[0]["outcome"]) == (2, "needs answers")
    assert "headers but no rows" in answer.err
    assert answer.document[0]["balance"]["rows"]["accepted"] == 0


def test_an_export_goes_nowhere_else(run: Run, used: Path, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "none" / "x.csv"):
        answer = run("export", "pair", "--csv", out)
        assert answer.code == 2
        assert answer.err.count("\n") == 1


def test_a_real_process_prints_json_alone(used: Path) -> None:
    """As programs call it: a pipe instead of a terminal, and a locale without UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "careerdash", "pairs", "--json"], cwd=PROJECT, capture_output=True, check=True,
        env={**os.environ, "CAREERDASH_DATA": str(used), "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert [pair["pair_id"] for pair in json.loads(done.stdout)] == ["P1", "P2", "P3"]
    assert done.stderr == b""


def test_it_works_while_a_reader_has_the_build_open(run: Run, used: Path, tmp_path: Path) -> None:
    """The app holds the build open in its process, and is served by it until it opens the next one."""
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sys\nfrom careerdash.ledger.folder import DataFolder\n"
         "from careerdash.store import Store, current_build\nstore = Store.open(current_build(DataFolder.default()))\n"
         "print('open', flush=True)\nsys.stdin.read()\n"
         "print(store.rows('select count(*) as n from pair')[0]['n'], flush=True)"],
        cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    more = csv_file(tmp_path / "more.csv", [PAIR_HEADER, ("P4", "Leaders", "010", "007", "2026-01-05", "active", "")])
    assert run("import", more, "--as-of", "2026-03-01").code == 0
    assert run("info", "--json").document["rows"]["pair"] == 4
    assert holder.communicate("", timeout=60)[0] == "3\n"


@pytest.mark.parametrize("command", [
    "import", "imports", "undo", "redo", "rebuild", "export", "metrics", "pairs", "demo", "template", "info", "check"])
def test_help_holds_an_example(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert f"example:\n  python -m careerdash {command}" in answer.out


@pytest.mark.parametrize(("text", "said"), [
    ("1.3.2026", "a day is written like 2026-03-01"), ("2026-02-30", "a day is written like 2026-03-01"),
    ("0001-05-01", "there are no days before the year 1900 here")])
def test_what_is_no_day_is_said(text: str, said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=said):
        day(text)
    assert day("1900-01-01") == date(1900, 1, 1)


def test_backup_restore_and_doctor(run: Run, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("info", "--json").document
    made = run("backup", tmp_path / "kept.zip", "--json")
    assert (made.code, made.document["imports"], made.document["content"]) == (0, 2, before["content"])
    assert run("restore", tmp_path / "kept.zip").code == 2
    monkeypatch.setenv("CAREERDASH_DATA", str(tmp_path / "other"))
    back = run("restore", tmp_path / "kept.zip", "--json")
    assert (back.code, back.document["same_content"], back.document["build"]) == (0, True, before["build"])
    assert run("doctor").code == 0
    found = run("doctor", "--json").document
    assert [one["check"] for one in found] == [
        "packages", "data folder", "space", "ledger", "kept files", "build", "errors", "sign-in"]
    for path in (tmp_path / "other" / "files").iterdir():
        path.write_bytes(b"changed")
    broken = run("doctor")
    assert (broken.code, "restore the last backup" in broken.err) == (1, True)
    assert run("restore", tmp_path / "none.zip").err == (
        "The backup to restore is not there, or is not an ordinary file.\n")
