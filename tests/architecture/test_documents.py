"""Documents tell the truth: commands and options they name exist, those that exist are named, links lead somewhere."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdash.cli.parser import build_parser
from careerdash.metrics import CATALOGUE

from .tree import ROOMS, ROOT, named, words

INTERFACES = "docs/interfaces.md"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def code_of(markdown: str) -> list[str]:
    """What stands as code in a document: fenced blocks and text between backticks."""
    blocks = re.findall(r"```[a-z]*\n(.*?)```", markdown, re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", markdown, flags=re.DOTALL))]


def commands() -> dict[str, argparse.ArgumentParser]:
    """The command line as it is: {command: its parser}."""
    found = next(action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def sections() -> dict[str, str]:
    """{command: what the interfaces say about it}; a heading may name several commands."""
    parts = re.split(r"^## (.+)$", words(INTERFACES), flags=re.MULTILINE)
    told = dict(zip(parts[1::2], parts[2::2], strict=True))
    known = commands()
    return {
        name.strip(): told["Filters"] + text if "[filters]" in text else text
        for heading, text in told.items()
        for name in heading.split(",")
        if name.strip() in known
    }


def told_command_lines() -> Iterator[tuple[str, list[str]]]:
    for path in (*named("*.md", below="docs"), Path("README.md"), Path("CONTRIBUTING.md")):
        for line in "\n".join(code_of(words(path))).splitlines():
            found = re.search(r"python[0-9.]* -m careerdash(?=\s|$)(.*)", line)
            if found and found[1].strip():
                yield f"{path}: {line}", shlex.split(found[1], comments=True)


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_its_options_are_told(name: str) -> None:
    options = {option for action in commands()[name]._actions for option in action.option_strings
               if option not in ("-h", "--help")}  # fmt: skip
    assert set(OPTION.findall("\n".join(code_of(sections()[name])))) == options


@pytest.mark.parametrize(("line", "arguments"), list(told_command_lines()))
def test_command_lines_in_documents_are_understood(line: str, arguments: list[str]) -> None:
    if arguments != ["--help"]:
        build_parser().parse_args(arguments)


def test_every_metric_is_told() -> None:
    told = re.search(r"^The keys: (.*?)\. What each means", words(INTERFACES), re.MULTILINE | re.DOTALL)
    assert told is not None
    assert set(re.findall(r"`(\w+)`", told[1])) == set(CATALOGUE)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", words("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_make_commands_exist(name: str) -> None:
    named_in_text = set(re.findall(r"`?make ([a-z][a-z-]*)", "\n".join(code_of(words(name)))))
    assert named_in_text, f"{name} names no command"
    assert named_in_text <= targets()


def test_every_target_says_what_it_does() -> None:
    helped = set(re.findall(r"^([a-z-]+):.*?## \S", words("Makefile"), re.MULTILINE))
    assert targets() - helped == {"setup", "setup-dev"}


@pytest.mark.parametrize("path", [str(path) for path in named("*.md")])
def test_links_lead_somewhere(path: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", words(path))
    missing = [link for link in links if "://" not in link and not (ROOT / path).parent.joinpath(link).exists()]
    assert missing == []


def test_contributing_names_every_room() -> None:
    told = re.findall(r"^\| `(\w+)` \|", words("CONTRIBUTING.md"), re.MULTILINE)
    assert tuple(told) == ROOMS


def test_decisions_are_short_and_say_why() -> None:
    notes = named("*.md", below="docs/decisions")
    assert notes
    for note in notes:
        lines = words(str(note)).splitlines()
        assert lines[0].startswith("# "), note
        assert len(lines) <= 60, note


def test_changelog_has_a_heading_for_metric_definitions() -> None:
    first_release = words("CHANGELOG.md").split("\n## ")[1]
    assert "### Metric definitions" in first_release
