"""Typed rows: a table by its decisions, what every row and cell became, repeated rows, people."""
