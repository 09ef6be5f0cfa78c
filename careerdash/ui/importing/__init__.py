"""The Imports page: files from the browser to the imports room, what was found, corrections, and the history."""

from .history import history, mappings, template
from .publish import drop, review, tell_done
from .waiting import waiting

__all__ = ["drop", "history", "mappings", "review", "tell_done", "template", "waiting"]
