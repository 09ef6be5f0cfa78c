"""Marts (placeholder until the metrics land)."""

from datetime import date

import duckdb


def build_mart(con: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Nothing yet."""
