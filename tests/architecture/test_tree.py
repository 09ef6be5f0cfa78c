"""What stands in the tree: pinned versions, no trace of one machine, documents that tell the truth."""

import re
import tomllib
from pathlib import Path

from .tree import ROOT, files, named, words

TEXT = (".py", ".sql", ".md", ".toml", ".txt", ".json", ".csv", ".yml", ".yaml", ".cfg", ".ini", ".sh", "")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9][A-Za-z0-9.!+]*)( ; .+)?$")
FOLDERS = "|".join(("home", "Users", "root", "work", "farm", "mnt", "media"))
MACHINE = re.compile(rf"(?<![\w.])/(?:{FOLDERS})/\w|[A-Z]:\\Users")
HOST = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])")
HOSTS = {
    "127.0.0.1", "localhost", "[::1]", "example.com", "example.org", "example.net",
    "www.w3.org", "schemas.openxmlformats.org", "schemas.microsoft.com", "purl.oclc.org", "purl.org",
}  # fmt: skip
"""This machine, hosts that exist for examples, and names of XML vocabularies, which nobody calls."""

def text_files() -> list[Path]:
    return [path for path in files() if path.suffix in TEXT and path != Path("LICENSE")]


def pins(name: str) -> dict[str, str]:
    """{package: version} of a requirements file; fails on a line that pins nothing."""
    found = {}
    for line in words(name).splitlines():
        wanted = line.split(" #")[0].split("#")[0].strip()
        if wanted:
            pin = PIN.match(wanted)
            assert pin, f"{name}: {line!r} is not name==version"
            found[canonical(pin["name"])] = pin["version"]
    return found


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(extra: str | None = None) -> dict[str, str]:
    """{package: version} that pyproject.toml asks for, by name; fails on one that is not pinned exactly."""
    project = tomllib.loads(words("pyproject.toml"))["project"]
    asked = project["optional-dependencies"][extra] if extra else project["dependencies"]
    found = {}
    for line in asked:
        pin = PIN.match(line)
        assert pin, f"pyproject.toml: {line!r} is not name==version"
        found[canonical(pin["name"])] = pin["version"]
    return found


def test_requirements_hold_pins_and_nothing_else() -> None:
    assert wanted().items() <= pins("requirements.txt").items()
    assert wanted("dev").items() <= pins("requirements-dev.txt").items()
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_duckdb_is_the_version_the_builds_are_written_with() -> None:
    assert pins("requirements.txt")["duckdb"] == "1.5.5"


def test_no_path_of_one_machine_stands_in_the_tree() -> None:
    wrong = [f"{path}: {found.group()}" for path in text_files() for found in MACHINE.finditer(words(str(path)))]
    assert wrong == []


def test_no_host_is_named_but_this_machine_and_examples() -> None:
    """Nothing leaves the machine, so no address of another one has a reason to stand here."""
    wrong = [
        f"{path}: {found['host']}" for path in text_files() for found in HOST.finditer(words(str(path)))
        if found["host"].lower() not in HOSTS and not found["host"].endswith((".example", ".invalid", ".test"))
    ]  # fmt: skip
    assert wrong == []


def test_no_large_file_and_no_data_of_a_user() -> None:
    large = {str(path): size for path in files() if (size := (ROOT / path).stat().st_size) > 3_000_000}
    assert large == {}
    stray = [str(path) for path in named("*", below="data") if path.parts[1] not in ("demo", "template")]
    assert stray == []


def test_tests_are_never_left_out_in_silence() -> None:
    """Only the browser tests may be left out, where there is no Chromium, and then the run says so."""
    marks = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)\b")
    others = (path for path in named("*.py", below="tests") if not path.is_relative_to("tests/browser"))
    wrong = [str(path) for path in others if path.name != Path(__file__).name and marks.search(words(str(path)))]
    assert wrong == []
