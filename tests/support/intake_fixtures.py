"""All fixture files of the intake; run as a module it writes them into tests/fixtures/intake."""

from __future__ import annotations

from pathlib import Path

from .intake_pairs import PAIRS
from .intake_people import PEOPLE
from .intake_surveys import SURVEYS

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "intake"
FIXTURES = (*PAIRS, *PEOPLE, *SURVEYS)


def main() -> None:
    """Writes all fixture files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for fixture in FIXTURES:
        (FOLDER / fixture.name).write_bytes(fixture.bytes())


if __name__ == "__main__":
    main()
