"""Versions that name what is kept: raise one by hand when kept cells or typed rows must be made again."""

READER_VERSION = 5
"""Of the raw cells: what `keep_cells` holds."""

TYPING_VERSION = 10
"""Of the typed rows: what the same cells and decisions give."""
