"""A small invented workbook, as a coordinator would keep it."""

from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 3, 1)
MENTEES = ("Ana Ferreira", "Bo Lindqvist", "Chidi Eze", "Dilek Aydin", "Emil Novak")
MENTORS = ("Farah Haddad", "Greta Olsen", "Hiro Tanaka", "Ines Duarte", "Jonas Weber")


def workbook(path: Path, *, pairs: int, bad_rows: int = 0, program: str = "Tiny Steps") -> Path:
    """Writes pairs of one program and their check-ins, two each; `bad_rows` check-ins name no pair that exists."""
    first = program[0]
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "pair"
    sheet.append(["pair_id", "program", "cohort", "mentor_name", "mentee_name", "start_date", "status", "cadence_days"])
    for number in range(pairs):
        sheet.append([f"{first}{number + 1}", program, "2026", MENTORS[number], MENTEES[number],
                      DAY - timedelta(days=60), "active", 30])  # fmt: skip
    log = book.create_sheet("check_in")
    log.append(["check_in_id", "pair_id", "date", "status"])
    for number in range(pairs):
        for meeting in range(2):
            day = DAY - timedelta(days=40 - 30 * meeting)
            log.append([f"{first}C{number + 1}-{meeting}", f"{first}{number + 1}", day, "held"])
    for number in range(bad_rows):
        log.append([f"{first}X{number}", f"Unknown {number}", DAY - timedelta(days=5), "held"])
    book.save(path)
    return path
