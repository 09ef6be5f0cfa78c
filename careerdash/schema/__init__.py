"""The one vocabulary: tables, fields, synonyms, status words, privacy class, rules."""

from .model import Field, Kind, PrivacyClass, Rule, Table, Vocabulary
from .naming import FLAG_COLUMNS, SOURCE_COLUMNS, person_stem, private_fields, reference_columns, typed_columns
from .rules import RULE, RULES
from .tables import TABLES
from .vocabularies import CHECKLIST_ITEMS, VOCABULARIES

__all__ = [
    "CHECKLIST_ITEMS", "FLAG_COLUMNS", "RULE", "RULES", "SOURCE_COLUMNS", "TABLES", "VOCABULARIES",
    "Field", "Kind", "PrivacyClass", "Rule", "Table", "Vocabulary",
    "person_stem", "private_fields", "reference_columns", "typed_columns",
]
