"""Pages to print: HTML that holds its own small style, without scripts and without requests."""

from collections.abc import Sequence
from html import escape
from typing import Literal

_STYLE = """
body { font: 10.5pt/1.35 sans-serif; color: #111; background: #fff; margin: 1.5cm auto; max-width: 18cm; }
h1 { font-size: 16pt; margin: 0 0 2pt; } h2 { font-size: 11.5pt; margin: 14pt 0 1pt; break-after: avoid; }
p { margin: 2pt 0; } .quiet { color: #555; }
.boxed { border: 1pt solid #111; padding: 5pt 8pt; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin-top: 4pt; }
th, td { text-align: left; vertical-align: top; padding: 2pt 8pt 2pt 0; border-bottom: 0.5pt solid #bbb; }
tr { break-inside: avoid; }
@page { size: A4; margin: 1.2cm; }
@media print { body { margin: 0 auto; font-size: 9.5pt; } h2 { margin-top: 9pt; } }
"""


def heading(text: str) -> str:
    """A heading within the page."""
    return f"<h2>{_text(text)}</h2>"


def words(text: str, style: Literal["plain", "quiet", "boxed"] = "plain") -> str:
    """A paragraph."""
    return f'<p class="{style}">{_text(text)}</p>'


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table; its header is repeated on every sheet of paper."""
    head = "".join(f"<th>{_text(name)}</th>" for name in headings)
    lines = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{lines}</tbody></table>"


def page(title: str, parts: Sequence[str]) -> bytes:
    """The page as UTF-8. All text that came in by `heading`, `words` and `table` is escaped."""
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_text(title)}</title>'
            f"<style>{_STYLE}</style></head><body>\n<h1>{_text(title)}</h1>\n" + "\n".join(parts)
            + "\n</body></html>\n").encode()


def _text(value: object) -> str:
    return escape(" ".join(("" if value is None else str(value)).split()))
