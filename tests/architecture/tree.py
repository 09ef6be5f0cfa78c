"""The project's own files, and what the tests on its structure ask of them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ROOMS = (
    "schema", "formats", "access", "intake", "ledger", "build", "store", "outcomes", "metrics",
    "imports", "words", "charts", "reports", "ui", "cli",
)  # fmt: skip
"""The rooms in the order of the house: each imports only rooms before it."""

DOORS = ("app", "pages")
"""Code outside the package that stands after all rooms but the command line."""


@cache
def files() -> tuple[Path, ...]:
    """All files of the project, without what git ignores; relative to the project folder.

    Outside a git work tree (an unpacked archive) git cannot tell, so that everything but the
    environment and caches counts.
    """
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        names = sorted({Path(name) for name in listed.stdout.split("\0") if name})
    else:
        names = sorted(
            path.relative_to(ROOT) for path in ROOT.rglob("*")
            if not any(part == "__pycache__" or part.startswith(".") for part in path.relative_to(ROOT).parts[:-1])
        )  # fmt: skip
    return tuple(name for name in names if (ROOT / name).is_file())


def words(name: str | Path) -> str:
    """The text of one of the project's files."""
    return (ROOT / name).read_text(encoding="utf-8")


def named(pattern: str, *, below: str = ".") -> tuple[Path, ...]:
    """The project's files whose name matches, in a folder or below it."""
    return tuple(path for path in files() if path.match(pattern) and path.is_relative_to(below))


@dataclass(frozen=True)
class Import:
    """One import statement: the module asked for, and whether it runs when the file is imported."""

    module: str
    line: int
    on_load: bool


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def module_name(path: Path) -> str:
    """`careerdash/build/plan.py` -> `careerdash.build.plan`; a package stands for its `__init__`."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[Import]:
    """Every import in a file, wherever it stands, with relative ones made whole.

    `from careerdash import store` asks for `careerdash.store`; so do `import_module("careerdash.store")`
    and `__import__("careerdash.store")`.
    """
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    tree = parsed(path)
    late = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        on_load = id(node) not in late
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, on_load)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module.split(".") if node.module else [])])
            for alias in node.names:
                yield Import(f"{stem}.{alias.name}", node.lineno, on_load)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
                yield Import(node.args[0].value, node.lineno, on_load)


def room(module: str) -> str | None:
    """The room that a module stands in: `careerdash.build.plan` -> `build`; None outside the package."""
    parts = module.split(".")
    if parts[0] in DOORS:
        return parts[0]
    if parts[0] != "careerdash" or len(parts) == 1:
        return None
    return "cli" if parts[1] == "__main__" else parts[1]


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The string literals of a Python file with their line; an f-string is one text with `{}` for its values."""
    tree = parsed(path)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
              if part is not node}  # fmt: skip
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in inside or id(node) in docs:
            continue
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
