"""Files and ledger in, a complete DuckDB file out."""
