"""Text out of the bytes of XML."""

from __future__ import annotations

from html import unescape


def unescaped(text: bytes) -> str:
    """The text that bytes of XML stand for: `A &amp; B` -> `A & B`."""
    plain = text.decode("utf-8", "replace")
    return unescape(plain) if "&" in plain else plain
