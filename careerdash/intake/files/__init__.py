"""Bytes to cells: what a file is, whether it may be opened, its cells, and an independent count of them."""
