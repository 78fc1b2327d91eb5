"""What was asked and answered, kept for whoever asked it."""

import json
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, literal, select, update

from ctassist.errors import NotFound, UsageError
from ctassist.indexing.database import plain_database_errors, reading, utc, writing
from ctassist.indexing.schema import conversations, shares, turns
from ctassist.model.caller import Caller

TITLE_LENGTH = 120
_NEW_CONVERSATION, _NEW_TURN = insert(conversations), insert(turns)
"""Built once: every answer is kept, and building them takes longer than what they do."""


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
    """One conversation in a listing; ``title`` is how its first question begins, until it is given another."""

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
                title = " ".join(_text(question).split())[:TITLE_LENGTH]
                row = {
                    "id": conversation_id,
                    "subject": caller.subject,
                    "title": title,
                    "access": sorted(caller.access),
                    "created_at": now,
                    "updated_at": now,
                }
                connection.execute(_NEW_CONVERSATION, row)
            else:
                _check(connection, conversation_id, caller)
                own = conversations.c.id == conversation_id
                access = caller.access.union(connection.execute(select(conversations.c.access).where(own)).scalar_one())
                updated = update(conversations).where(own)
                connection.execute(updated.values(updated_at=now, access=sorted(access)))
                last = select(func.max(turns.c.seq)).where(turns.c.conversation_id == conversation_id)
                seq = (connection.execute(last).scalar() or 0) + 1
            turn = {
                "conversation_id": conversation_id,
                "seq": seq,
                "at": now,
                "question": _text(question),
                "resolved_question": _text(resolved_question),
                "answer": _text(answer_json),
            }
            connection.execute(_NEW_TURN, turn)
        return conversation_id

    def retract(self, conversation_id: str, caller: Caller, answer_id: str) -> None:
        """Takes one turn back, named by its answer; nothing happens where there is none. An empty conversation goes.

        Raises NotFound for a conversation that does not exist for this caller.
        """
        own = turns.c.conversation_id == conversation_id
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            kept = _turns(connection, conversation_id)
            taken = [turn.seq for turn in kept if json.loads(turn.answer_json).get("id") == answer_id]
            connection.execute(delete(turns).where(own, turns.c.seq.in_(taken)))
            if len(taken) == len(kept):
                connection.execute(delete(conversations).where(conversations.c.id == conversation_id))

    def turns(self, conversation_id: str, caller: Caller) -> Sequence[TurnRow]:
        """Returns the turns, oldest first. Raises NotFound for a conversation that does not exist for this caller."""
        with _plain_errors(), reading(self._engine) as connection:
            _check(connection, conversation_id, caller)
            return _turns(connection, conversation_id)

    def opened(self, conversation_id: str, caller: Caller) -> tuple[ConversationRow, Sequence[TurnRow]]:
        """Returns a conversation, and its turns with the oldest first.

        Raises NotFound for one that does not exist for this caller.
        """
        with _plain_errors(), reading(self._engine) as connection:
            _check(connection, conversation_id, caller)
            return _one(connection, conversation_id), _turns(connection, conversation_id)

    def rename(self, conversation_id: str, caller: Caller, title: str) -> ConversationRow:
        """Gives a conversation another title, of at most ``TITLE_LENGTH`` characters; its place in listings stays.

        Raises UsageError for a blank title, and NotFound for a conversation that does not exist for this caller.
        """
        words = " ".join(_text(title).split())[:TITLE_LENGTH]
        if not words:
            raise UsageError("The title is empty: write what the conversation shall be called.")
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            named = update(conversations).where(conversations.c.id == conversation_id).values(title=words)
            connection.execute(named)
            return _one(connection, conversation_id)

    def delete(self, conversation_id: str, caller: Caller) -> None:
        """Deletes a conversation. Raises NotFound for one that does not exist for this caller."""
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            connection.execute(delete(conversations).where(conversations.c.id == conversation_id))

    def share(self, conversation_id: str, caller: Caller) -> str:
        """Returns the token under which others may read a conversation, the same each time until it is withdrawn.

        Raises NotFound for a conversation that does not exist for this caller.
        """
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            query = select(shares.c.token).where(shares.c.conversation_id == conversation_id)
            token = connection.execute(query).scalar()
            if token is None:
                token = secrets.token_urlsafe(16)
                values = {"token": token, "conversation_id": conversation_id, "created_at": datetime.now(UTC)}
                connection.execute(insert(shares).values(values))
        return str(token)

    def withdraw(self, conversation_id: str, caller: Caller) -> None:
        """Makes the link to a conversation lead nowhere.

        Raises NotFound for a conversation that does not exist for this caller.
        """
        with _plain_errors(), writing(self._engine) as connection:
            _check(connection, conversation_id, caller)
            connection.execute(delete(shares).where(shares.c.conversation_id == conversation_id))

    def shared(self, token: str, caller: Caller) -> tuple[ConversationRow, Sequence[TurnRow]]:
        """Returns what a link leads to: a conversation, and its turns with the oldest first.

        Raises NotFound for a link that leads nowhere, and likewise for whoever may not read all that the answers were
        made from: an answer tells of documents by what it counts and leaves out, too.
        """
        with _plain_errors(), reading(self._engine) as connection:
            row = _shared(connection, token, caller)
            return _conversation(row), _turns(connection, row.id)

    def copy_shared(self, token: str, caller: Caller) -> str:
        """Copies what a link leads to into a new conversation of the caller, and returns its id.

        Raises NotFound as ``shared`` does.
        """
        now, copied = datetime.now(UTC), secrets.token_urlsafe(16)
        with _plain_errors(), writing(self._engine) as connection:
            row = _shared(connection, token, caller)
            own = {"id": copied, "subject": caller.subject, "created_at": now, "updated_at": now}
            connection.execute(insert(conversations).values(title=row.title, access=row.access, **own))
            columns = [column for column in turns.c if column is not turns.c.conversation_id]
            told = select(literal(copied), *columns).where(turns.c.conversation_id == row.id)
            connection.execute(insert(turns).from_select([turns.c.conversation_id, *columns], told))
        return copied

    def list(
        self, caller: Caller, limit: int = 50, cursor: str | None = None, words: str = ""
    ) -> tuple[Sequence[ConversationRow], str | None]:
        """Returns the caller's conversations, the latest first, and the cursor of the next page, None at the end.

        With ``words``, only those in whose title or questions each of them stands, in whatever case.
        Raises UsageError for a cursor that no listing gave.
        """
        order = conversations.c.updated_at, conversations.c.id
        query = _rows().where(conversations.c.subject == caller.subject).limit(limit + 1)
        query = query.order_by(*(column.desc() for column in order))
        for word in _text(words).split():
            asked = select(turns.c.conversation_id).where(turns.c.question.icontains(word, autoescape=True))
            titled = conversations.c.title.icontains(word, autoescape=True)
            query = query.where(titled | conversations.c.id.in_(asked))
        if cursor is not None:
            moment, last_id = _place(cursor)
            earlier = conversations.c.updated_at < moment
            query = query.where(earlier | (conversations.c.updated_at == moment) & (conversations.c.id < last_id))
        with _plain_errors(), reading(self._engine) as connection:
            found = [_conversation(row) for row in connection.execute(query)]
        more = len(found) > limit
        last = found[limit - 1] if more and limit > 0 else None
        return found[:limit], _cursor(last) if last else None


def _rows() -> Select[Any]:
    """All conversations, each with how many turns it has."""
    count = func.count(turns.c.seq).label("turns")
    return select(conversations, count).outerjoin(turns).group_by(conversations.c.id)


def _shared(connection: Connection, token: str, caller: Caller) -> Row[Any]:
    row = connection.execute(_rows().join(shares).where(shares.c.token == token)).first()
    if row is None or not caller.access.issuperset(row.access):
        raise NotFound("This link leads to no conversation that you may read: ask for it anew.")
    return row


def _one(connection: Connection, conversation_id: str) -> ConversationRow:
    return _conversation(connection.execute(_rows().where(conversations.c.id == conversation_id)).one())


def _conversation(row: Row[Any]) -> ConversationRow:
    return ConversationRow(row.id, row.title, utc(row.created_at), utc(row.updated_at), row.turns)


def _turns(connection: Connection, conversation_id: str) -> Sequence[TurnRow]:
    query = select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.seq)
    return [
        TurnRow(row.seq, utc(row.at), row.question, row.resolved_question, row.answer)
        for row in connection.execute(query)
    ]


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
