"""Small modules, public names explained."""

import ast

from .tree import ROOT, imports, module_name, named, parsed, room

MOST_LINES = {"careerdash": 300, "pages": 300, "tools": 300, "benchmarks": 300, "tests": 400}
"""Tests may be longer: the cases of one thing, and a slow plain version of it, are easier to follow in one piece."""


def test_modules_are_short() -> None:
    long = {
        str(path): lines
        for folder, most in MOST_LINES.items()
        for path in named("*.py", below=folder)
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > most
    }
    assert long == {}, "split by what it is about"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path)
        for path in (*named("*.py", below="careerdash"), *named("*.py", below="pages"), *named("app.py"))
        if ast.get_docstring(parsed(path)) is None
    ]
    assert silent == []


def test_public_functions_and_classes_have_docstrings() -> None:
    """Pages are scripts: their functions are their own."""
    silent = [
        f"{path}:{node.lineno} {node.name}"
        for path in named("*.py", below="careerdash")
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not any(part.startswith("_") and part != "__init__" for part in path.with_suffix("").parts)
        and ast.get_docstring(node) is None
    ]
    assert silent == []


def test_dataclasses_that_travel_between_rooms_are_frozen() -> None:
    """A class travels when another room, the app or a page imports its name."""
    code = (*named("*.py", below="careerdash"), *named("*.py", below="pages"), *named("app.py"))
    travels = {
        asked.module.rsplit(".", 1)[-1]
        for path in code
        for asked in imports(path)
        if room(asked.module) is not None and room(asked.module) != room(module_name(path))
    }
    thawed = [
        f"{path}:{node.lineno} {node.name}"
        for path in named("*.py", below="careerdash")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and node.name in travels
        for mark in node.decorator_list
        if "dataclass" in ast.unparse(mark) and "frozen=True" not in ast.unparse(mark)
    ]
    assert thawed == []
