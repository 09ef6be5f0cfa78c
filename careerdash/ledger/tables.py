"""The ledger's tables. A change of one is a new `LEDGER_VERSION` with a step in `database.py`; a new one is neither."""

from sqlalchemy import Column, Date, DateTime, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

LEDGER_VERSION = 1

metadata = MetaData()

ledger_version = Table("ledger_version", metadata, Column("version", Integer, nullable=False))

import_entry = Table(
    "import_entry", metadata,
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_bytes", Integer, nullable=False),
    Column("kept", String(8), nullable=False),
    Column("data_day", Date, nullable=False),
    Column("data_day_from", String(16), nullable=False),
    Column("decisions", Text, nullable=False),
    Column("typed_key", String(64), nullable=False),
    Column("typed_tables", Text, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("receipt", Text, nullable=False),
    Index("import_entry_by_file", "sha256"),
)
"""One row an import. `place` is the order among imports of one data day: an import that takes the
place of another of the same bytes keeps it. `decisions`, `typed_tables`, `receipt` are JSON."""

build = Table(
    "build", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("build_id", String(64), nullable=True),
    Column("data_day", Date, nullable=True),
    Column("content", String(128), nullable=True),
    Column("code_version", String(128), nullable=False),
    Column("rows", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("published_at", DateTime, nullable=False),
    Column("action", Text, nullable=False),
)
"""One row a publication; the last one is in force. `build_id` is null where no import is in force."""

setting = Table(
    "setting", metadata,
    Column("key", String(64), primary_key=True),
    Column("program", String(400), primary_key=True),
    Column("value", Float, nullable=False),
)
"""Changed rules; `program` is empty where the rule holds for all."""

audit = Table(
    "audit", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("build_number", Integer, ForeignKey("build.number"), nullable=True),
)
"""Who did what and when; `detail` is JSON and names no mentor or mentee."""

follow_up = Table(
    "follow_up", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("pair_id", String(400), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("side", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("until", Date, nullable=True),
    Column("as_of", Date, nullable=True),
    Column("reasons", Text, nullable=False),
    Column("import_id", Integer, nullable=True),
    Column("takes_back", Integer, nullable=True),
    Index("follow_up_by_pair", "pair_id"),
)
"""One row an event about one pair; rows are added and never changed. `reasons` is JSON; `takes_back` is the number
of the event that this one takes back."""

mapping = Table(
    "mapping", metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)
"""How a table with these headers was read last. `content` is JSON: table, columns, orders and words by header."""

watched_file = Table(
    "watched_file", metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("message", Text, nullable=False),
    Column("questions", Text, nullable=False),
    Column("at", DateTime, nullable=False),
)
"""What the watched folder brought, by content, so that nothing is tried twice. `questions` is JSON: their texts."""

sign_in = Table(
    "sign_in", metadata,
    Column("token", String(32), primary_key=True),
    Column("person", String(32), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("role", String(32), nullable=False),
    Column("ends_at", DateTime, nullable=False),
    Column("ended_at", DateTime, nullable=True),
    Index("sign_in_by_person", "person"),
)
"""One row a sign-in; `token` and `person` are digests, `role` is empty where there is none. `ends_at`: when its token
no longer holds; `ended_at`: when the person signed out. Rows go some days after their end."""

published_report = Table(
    "published_report", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report_id", String(64), nullable=False, unique=True),
    Column("period", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("data_from", Date, nullable=True),
    Column("seed", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("published_at", DateTime, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("withdrawn_at", DateTime, nullable=True),
    Column("withdrawn_by", Text, nullable=True),
)
"""What leadership reads, as it was printed; never changed but for the withdrawal. `document` is JSON."""

published_group = Table(
    "published_group", metadata,
    Column("report_id", String(64), ForeignKey("published_report.report_id"), primary_key=True),
    Column("cell", String(400), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("as_of", Date, nullable=False),
    Column("members", Text, nullable=False),
)
"""Who stood behind a published figure, as keyed digests: only the next report's audit reads them."""

published_fact = Table(
    "published_fact", metadata,
    Column("report_id", String(64), ForeignKey("published_report.report_id"), primary_key=True),
    Column("kind", String(64), primary_key=True),
    Column("facts", Text, nullable=False),
)
"""What a report's comparisons were made of, as JSON: a digest by a person's digest; for the next report's audit."""

secret = Table(
    "secret", metadata, Column("name", String(32), primary_key=True), Column("value", String(128), nullable=False))
"""Keys made here and used here alone."""

house_word = Table(
    "house_word", metadata,
    Column("field", String(64), primary_key=True),
    Column("spelling", String(200), primary_key=True),
    Column("text", String(200), nullable=False),
    Column("word", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)
"""What a text means in every file: `field` is table.field, `word` stands in its vocabulary, `spelling` is the text as
files are compared by."""

message_template = Table(
    "message_template", metadata,
    Column("key", String(64), primary_key=True),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Messages as the coordinator words them; what is not here is worded as it comes."""

program_template = Table(
    "program_template", metadata,
    Column("key", String(64), primary_key=True),
    Column("program", String(400), primary_key=True),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Messages as they are worded for one program, which go before `message_template`."""

known_day = Table(
    "known_day", metadata,
    Column("key", String(64), primary_key=True),
    Column("day", Date, nullable=False),
)
"""Days that nobody can read from files: the first from which the staff list shows who left."""
