"""What was asked and answered, kept for whoever asked it."""

import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from ctassist.errors import NotFound, UsageError
from ctassist.indexing.database import plain_database_errors, reading, utc, writing
from ctassist.indexing.schema import conversations, turns
from ctassist.model.caller import Caller

_TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One question with its answer; ``answer_json`` is the Answer object as it was sent."""

    seq: int
    at: datetime
    question: str
    resolved_question: str
    answer_json: str


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """One conversation in a listing; ``title`` is how its first question begins."""

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    turns: int


class Conversations:
    """Conversations by caller: nobody sees, continues or deletes those of somebody else."""

    def __init__(self, engine: Engine) -> None:
        """``engine`` is that of the archive."""
        self._engine = engine

    def append(
        self, conversation_id: str | None, caller: Caller, question: str, resolved_question: str, answer_json: str
    ) -> str:
        """Adds a turn and returns the conversation's id; without an id a new conversation begins.

        Raises NotFound for a conversation that does not exist for this caller.
        """
        now = datetime.now(UTC)
        with _plain_errors(), writing(self._engine) as connection:
            seq = 1
            if conversation_id is None:
                conversation_id = secrets.token_urlsafe(16)
                title = " ".join(_text(question).split())[:_TITLE_LENGTH]
                connection.execute(
                    insert(conversations).values(
                        id=conversation_id, subject=caller.subject, title=title, created_at=now, updated_at=now
                    )
                )
            else:
                _check(connection, conversation_id, caller)
                updated = update(conversations).where(conversations.c.id == conversation_id)
                connection.execute(updated.values(updated_at=now))
                last = select(func.max(turns.c.seq)).where(turns.c.conversation_id == conversation_id)
                seq = (connection.execute(last).scalar() or 0) + 1
            connection.execute(
                insert(turns).values(
                    conversation_id=conversation_id,
                    seq=seq,
                    at=now,
                    question=_text(question),
                    resolved_question=_text(resolved_question),
                    answer=_text(answer_json),
                )
            )
        return conversation_id

    def turns(self, conversation_id: str, caller: Caller) -> Sequence[TurnRow]:
        """Returns the turns, oldest first. Raises NotFound for a conversation that does not exist for this caller."""
        with _plain_errors(), reading(self._engine) as connection:
            _check(connection, conversation_id, caller)
            query = select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.seq)
            return [
                TurnRow(row.seq, utc(row.at), row.question, row.resolved_question, row.answer)
                for row in connection.execute(query)
            ]

    def delete(self, conversation_id: str, caller: Caller) -> None:
        """Deletes a conversation. Raises NotFound for one that does not exist for this caller."""
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            connection.execute(delete(conversations).where(conversations.c.id == conversation_id))

    def list(
        self, caller: Caller, limit: int = 50, cursor: str | None = None
    ) -> tuple[Sequence[ConversationRow], str | None]:
        """Returns the caller's conversations, the latest first, and the cursor of the next page, None at the end.

        Raises UsageError for a cursor that no listing gave.
        """
        count = func.count(turns.c.seq).label("turns")
        order = conversations.c.updated_at, conversations.c.id
        query = (
            select(conversations, count)
            .outerjoin(turns)
            .where(conversations.c.subject == caller.subject)
            .group_by(conversations.c.id)
            .order_by(*(column.desc() for column in order))
            .limit(limit + 1)
        )
        if cursor is not None:
            moment, last_id = _place(cursor)
            earlier = conversations.c.updated_at < moment
            query = query.where(earlier | (conversations.c.updated_at == moment) & (conversations.c.id < last_id))
        with _plain_errors(), reading(self._engine) as connection:
            found = [
                ConversationRow(row.id, row.title, utc(row.created_at), utc(row.updated_at), row.turns)
                for row in connection.execute(query)
            ]
        more = len(found) > limit
        last = found[limit - 1] if more and limit > 0 else None
        return found[:limit], _cursor(last) if last else None


def _check(connection: Connection, conversation_id: str, caller: Caller) -> None:
    mine = (conversations.c.id == conversation_id) & (conversations.c.subject == caller.subject)
    if connection.execute(select(conversations.c.id).where(mine)).first() is None:
        raise NotFound(f"No conversation {conversation_id}: leave out conversation_id to start one.")


def _cursor(last: ConversationRow) -> str:
    return f"{last.updated_at.isoformat()}_{last.id}"


def _place(cursor: str) -> tuple[datetime, str]:
    moment, separator, conversation_id = cursor.partition("_")
    with suppress(ValueError):
        if separator:
            return datetime.fromisoformat(moment), conversation_id
    raise UsageError("The cursor is not one that a listing gave: leave it out to start at the beginning.")


def _plain_errors() -> AbstractContextManager[None]:
    return plain_database_errors("of the conversations")


def _text(text: str) -> str:
    """Replaces halves of characters, which no database takes in."""
    return text.encode(errors="replace").decode()
