"""What a line of the audit log says beyond who, what and when."""

from collections.abc import Mapping
from typing import Any

from .. import formats
from ..schema import RULE
from . import drafts, vocabulary
from .attention import rule_changed


def detail(action: str, found: Mapping[str, Any]) -> str:
    """Changes of settings as Settings tells them; anything else by its names.

    >>> detail("template", {"key": "meeting", "program": "Alpha", "before": None, "after": None})
    '“About meeting” for Alpha'
    >>> detail("export", {"programs": ["Alpha", "Beta"], "rows": 12})
    'programs Alpha and Beta · rows 12'
    """
    match action:
        case "setting":
            return "; ".join(rule_changed(change["key"], change["program"], change["before"], change["after"])
                             for change in found["changes"] if change["key"] in RULE)
        case "template" if found["key"] in drafts.TEMPLATES:
            return drafts.named(found["key"], found.get("program"))
        case "word":
            return _word(found["before"], found["after"])
        case "data_from":
            return " → ".join(found[when] or "not said" for when in ("before", "after"))
    return _by_names(found)


def _word(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> str:
    known = after or before or {"field": "", "text": ""}
    was, becomes = (vocabulary.meaning(one["word"]) if one else vocabulary.UNKNOWN for one in (before, after))
    return vocabulary.changed(known["field"], known["text"], was, becomes)


def _by_names(found: Mapping[str, Any]) -> str:
    parts = []
    for key, value in sorted(found.items()):
        if value is None or value == [] or value == "":
            continue
        text = formats.listed([str(part) for part in value]) if isinstance(value, list) else str(value)
        parts.append(f"{key.replace('_', ' ')} {text}")
    return " · ".join(parts)
