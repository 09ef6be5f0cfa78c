"""Which code made a build: a build by other code is made again, not trusted."""

import hashlib
from functools import cache
from pathlib import Path

import careerdash

_ROOMS = ("schema", "build", "metrics")


@cache
def code_version() -> str:
    """The version and a digest of all that shapes a build: schema, build and metrics, Python and SQL."""
    digest = hashlib.sha256()
    root = Path(careerdash.__file__).parent
    for room in _ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (".py", ".sql"):
                text = path.read_bytes().replace(b"\r\n", b"\n")
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + text)
    return f"{careerdash.__version__}+{digest.hexdigest()[:8]}"
