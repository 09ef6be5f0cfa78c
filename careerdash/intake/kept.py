"""Typed rows that lie in files: read when they are asked for, so that they cost no memory before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


class KeptRows(Mapping[str, Any]):
    """Typed rows by table, one Parquet file each in a folder; reads as a mapping of arrow tables."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.parquet"))}

    def __getitem__(self, name: str) -> pa.Table:
        return self.columns(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def file(self, name: str) -> Path:
        """Where the rows of a table lie."""
        return self._files[name]

    def rows(self, name: str) -> int:
        """Number of rows of a table, without reading them."""
        import pyarrow.parquet as pq

        found: int = pq.read_metadata(self._files[name]).num_rows
        return found

    def columns(self, name: str, columns: Sequence[str] | None) -> pa.Table:
        """Some columns of a table; all for None."""
        import pyarrow.parquet as pq

        return pq.read_table(self._files[name], columns=None if columns is None else list(columns))
