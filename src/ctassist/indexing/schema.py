"""The tables of the index, in SQLAlchemy Core, without anything that only one database knows.

Rows of a document are written once and never changed, save for ``documents.removed``. A reader at generation G sees the
documents with ``added <= G`` that are not ``removed`` by then, and whose ``replacements`` are not in force; see
docs/decisions and ``database.visible_at``.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    # Internal, so that one public id can have an old and a new row while a generation is being made.
    Column("row", Integer, primary_key=True),
    Column("id", String(16), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("media_type", String(255), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("ingested_at", DateTime(timezone=True), nullable=False),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("period_source", String(64)),
    Column("published", Date),
    Column("series", Text),
    Column("number", String(32)),
    Column("language", String(16)),
    Column("version", String(64)),
    # When these words came first; reading them again keeps it.
    Column("known_since", DateTime(timezone=True), nullable=False),
    Column("pages", Integer),
    Column("status", String(32), nullable=False),
    Column("access", String(255), nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("recognition", JSON),
    Column("counts", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("pipeline", String(64), nullable=False),
    Column("added", Integer, nullable=False, index=True),
    Column("removed", Integer, index=True),
    sqlite_autoincrement=True,
)


# Documents that a later version of the same issue stands in for, from generation `added` until `removed`. They stay
# whole, so that they are back at once when that version goes.
replacements = Table(
    "replacements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_row", ForeignKey("documents.row", ondelete="CASCADE"), nullable=False, index=True),
    Column("replaced_by", String(16), nullable=False),
    Column("added", Integer, nullable=False),
    Column("removed", Integer),
    sqlite_autoincrement=True,
)


def _of_documents(name: str, *columns: Column[Any] | Index) -> Table:
    """A table of rows that belong to one document, in the order of ``seq``; ids are never used twice."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("document_row", ForeignKey("documents.row", ondelete="CASCADE"), nullable=False),
        Column("seq", Integer, nullable=False),
        *columns,
        Index(f"ix_{name}_document", "document_row", "seq"),
        sqlite_autoincrement=True,
    )


def _span() -> tuple[Column[Any], ...]:
    """A span and its words, with where it stands."""
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("words", Text, nullable=False),
        Column("section", JSON, nullable=False),
        Column("page", Integer),
    )


def _days() -> tuple[Column[Any], ...]:
    """The first and last day that a row is about; both null where none is stated."""
    return Column("first_day", Date), Column("last_day", Date)


blocks = _of_documents(
    "blocks",
    Column("kind", String(32), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("page", Integer),
    Column("boxes", JSON, nullable=False),
    Column("cells", JSON, nullable=False),
    Column("header", Boolean, nullable=False),
    Column("confidence", Float),
    # Where each word stands; last, as it is long and only the boxes of quotes need it.
    Column("words", JSON, nullable=False),
)

links = _of_documents(
    "links",
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("url", Text, nullable=False),
)

items = _of_documents("items", *_span())

passages = _of_documents(
    "passages",
    *_span(),
    *_days(),
    Column("item", Integer),
    Column("context", Text, nullable=False),
    Column("embedding", LargeBinary, nullable=False),
)

activities = _of_documents(
    "activities",
    *_span(),
    *_days(),
    Column("organisations", JSON, nullable=False),
    Column("persons", JSON, nullable=False),
    Column("places", JSON, nullable=False),
)

activity_intervals = Table(
    "activity_intervals",
    metadata,
    Column("activity_id", ForeignKey("activities.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("precision", String(16), nullable=False),
    Index("ix_activity_intervals_days", "first_day", "last_day", "activity_id"),
)

roles = _of_documents(
    "roles",
    *_span(),
    *_days(),
    Column("precision", String(16)),
    Column("body", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("affiliation", Text),
    Column("number", Text),
)

indicators = _of_documents(
    "indicators",
    *_span(),
    *_days(),
    Column("precision", String(16)),
    Column("label", Text, nullable=False),
    Column("value", Float),
    Column("figure", Text, nullable=False),
    Column("unit", Text),
)

statements = _of_documents(
    "statements",
    *_span(),
    *_days(),
    Column("precision", String(16)),
    Column("quote_start", Integer, nullable=False),
    Column("quote_end", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("title", Text),
    Column("organisation", Text),
    Index("ix_statements_days", "first_day", "last_day"),
)

names = _of_documents(
    "names",
    Column("key", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("aliases", JSON, nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("subject", Text, nullable=False),
    Column("title", Text, nullable=False),
    # The labels of documents with which its answers were made.
    Column("access", JSON, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    Index("ix_conversations_subject", "subject", "updated_at", "id"),
)

turns = Table(
    "turns",
    metadata,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("question", Text, nullable=False),
    Column("resolved_question", Text, nullable=False),
    Column("answer", Text, nullable=False),
)

# Links to conversations that their owners have made.
shares = Table(
    "shares",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("subject", String(255), primary_key=True),
    Column("answer_id", String(64), primary_key=True),
    Column("conversation_id", String(64)),
    Column("rating", String(8), nullable=False),
    Column("comment", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
)

# What other programs have sent and we have acknowledged, each once. Those of one lane are dealt with in their order.
# The payload is forgotten when it has been dealt with; the id stays for a while, to know what is sent again.
inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("event_id", String(255), nullable=False),
    Column("lane", String(255), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("received_at", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("attempts", Integer, nullable=False),
    # Who deals with it, and until when nobody else may.
    Column("claim", String(32)),
    Column("claimed_until", DateTime(timezone=True)),
    Column("done_at", DateTime(timezone=True)),
    Index("ix_inbox_event", "channel", "event_id", unique=True),
    Index("ix_inbox_lane", "channel", "lane", "done_at", "id"),
    Index("ix_inbox_due", "channel", "done_at", "due_at"),
    sqlite_autoincrement=True,
)

# Where in another program a conversation is held: a thread, or a talk between two.
threads = Table(
    "threads",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("place", String(255), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
)

# Which messages answer a message, so that it is answered once and its answer follows when it is edited or deleted.
posts = Table(
    "posts",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("message", String(255), primary_key=True),
    Column("place", String(255), nullable=False),
    Column("replies", JSON, nullable=False),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    Column("answer_id", String(64)),
    Column("at", DateTime(timezone=True), nullable=False),
)

# Who is told of new documents, and which labels they hold. While one process tells them, no other does.
webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("access", JSON, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("disabled_at", DateTime(timezone=True)),
    Column("disabled_because", Text),
    Column("claim", String(32)),
    Column("claimed_until", DateTime(timezone=True)),
)

# What each of them is to be told: written with the generation that brings it, forgotten when it has been told, but for
# what the log shows.
announcements = Table(
    "announcements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("webhook_id", ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False),
    Column("event_id", String(64), nullable=False),
    Column("type", String(32), nullable=False),
    Column("document_id", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tried_at", DateTime(timezone=True)),
    # What the receiver answered last, or why there was no answer.
    Column("status", Integer),
    Column("problem", Text),
    Column("done_at", DateTime(timezone=True)),
    Column("delivered", Boolean, nullable=False),
    Index("ix_announcements_event", "webhook_id", "event_id", unique=True),
    Index("ix_announcements_due", "done_at", "due_at"),
    sqlite_autoincrement=True,
)

#: The ledger's tables by the name of the record kind, as summaries and ``counts`` show them.
LEDGER = {"activities": activities, "roles": roles, "indicators": indicators, "statements": statements}
