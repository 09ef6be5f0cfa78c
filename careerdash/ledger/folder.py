"""The data folder: where files, parsed rows, builds and the ledger lie."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""The project's own folder: the data folder belongs to it, not to the working folder."""

_BUILD_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class DataFolder:
    """One data folder. Nothing is created before `prepare`.

    `current` is a one-line file that holds the id of the build in force; the build itself is
    `builds/<id>.duckdb`. Without an import in force there is no pointer.
    """

    root: Path

    @property
    def files(self) -> Path:
        """Uploaded bytes, by sha256."""
        return self.root / "files"

    @property
    def parsed(self) -> Path:
        """Raw cells and typed rows as Parquet, one folder a sha256."""
        return self.root / "parsed"

    @property
    def builds(self) -> Path:
        """Complete DuckDB files."""
        return self.root / "builds"

    @property
    def moments(self) -> Path:
        """Builds of how the data was after earlier imports: a cache that anybody may empty."""
        return self.root / "moments"

    @property
    def demo_build(self) -> Path:
        """The data folder of the demo company."""
        return self.root / "demo-build"

    @property
    def ledger_file(self) -> Path:
        """The SQLite ledger, where no other database is configured."""
        return self.root / "ledger.db"

    @property
    def current(self) -> Path:
        """The pointer to the build in force."""
        return self.root / "current"

    @property
    def lock(self) -> Path:
        """The lock that only publishers take."""
        return self.root / "publish.lock"

    @property
    def pending(self) -> Path:
        """A mark that lies here while the pointer may be behind the ledger."""
        return self.root / "publishing"

    @property
    def incoming(self) -> Path:
        """Private work space of files that are not yet recognised, one folder a process."""
        return self.root / "incoming"

    @property
    def log(self) -> Path:
        """Where unexpected errors are written, without anybody's data."""
        return self.root / "errors.log"

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo's folder (or one in the making), into which nothing else is imported."""
        return self.root.name.split(".")[0] == "demo-build"

    @classmethod
    def default(cls) -> "DataFolder":
        """The folder that `CAREERDASH_DATA` names, else the project's `data/`."""
        configured = os.environ.get("CAREERDASH_DATA", "").strip()
        return cls(Path(configured).expanduser().absolute() if configured else PROJECT / "data")

    @classmethod
    def demo(cls) -> "DataFolder":
        """The demo's folder, beneath the default one."""
        return cls(cls.default().demo_build)

    def prepare(self) -> None:
        """Creates what is missing, readable by its owner alone."""
        for folder in (self.root, self.files, self.parsed, self.builds, self.incoming):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def build_path(self, build_id: str) -> Path:
        """The file of a build. Raises ValueError for what is no build id."""
        if not _BUILD_ID.fullmatch(build_id):
            raise ValueError("not a build id")
        return self.builds / f"{build_id}.duckdb"

    def current_build_id(self) -> str | None:
        """What the pointer says; None where there is none or it holds no build id."""
        try:
            text = self.current.read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return text if _BUILD_ID.fullmatch(text) else None

    def may_be_behind(self) -> bool:
        """Whether a publisher may have died on its way: told by files alone, without asking the ledger."""
        build_id = self.current_build_id()
        return self.pending.exists() or build_id is None or not self.build_path(build_id).exists()


def demo_workbooks() -> Path:
    """The folder of the demo company's workbooks and their `manifest.json`."""
    return PROJECT / "data" / "demo"


def template_workbook() -> Path:
    """The template workbook that lies ready in the project."""
    return PROJECT / "data" / "template" / "careerdash-template.xlsx"
