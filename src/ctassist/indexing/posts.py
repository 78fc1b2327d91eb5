"""Where conversations are held in other programs, and which messages there answer which."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Engine, Table, delete, insert, select

from ctassist.indexing.database import plain_database_errors, reading, writing
from ctassist.indexing.schema import posts, threads


@dataclass(frozen=True, slots=True)
class Post:
    """What answers a message: the ids of our own messages in the place, in their order, and the Answer they show.

    ``conversation_id`` and ``answer_id`` are None while only a first sign of life has been posted, and where the
    message was answered with a sentence of another kind.
    """

    place: str
    replies: tuple[str, ...]
    conversation_id: str | None = None
    answer_id: str | None = None


class Posts:
    """The places and messages of one channel. Safe to share between threads and processes."""

    def __init__(self, engine: Engine, channel: str) -> None:
        """``engine`` is that of the archive; ``channel`` names the program, such as ``slack``."""
        self._engine = engine
        self._channel = channel

    def conversation(self, place: str) -> str | None:
        """Returns the conversation that is held in a place; None before the first answer there."""
        query = select(threads.c.conversation_id).where(self._at(threads, "place", place))
        with plain_database_errors("of the channels"), reading(self._engine) as connection:
            return connection.execute(query).scalar()

    def hold(self, place: str, conversation_id: str) -> None:
        """Says that a conversation is held in a place, instead of what was held there before."""
        with plain_database_errors("of the channels"), writing(self._engine) as connection:
            connection.execute(delete(threads).where(self._at(threads, "place", place)))
            values = {"channel": self._channel, "place": place, "conversation_id": conversation_id}
            connection.execute(insert(threads).values(values))

    def leave(self, place: str) -> None:
        """Ends what is held in a place: the next question there begins anew."""
        with plain_database_errors("of the channels"), writing(self._engine) as connection:
            connection.execute(delete(threads).where(self._at(threads, "place", place)))

    def answering(self, message: str) -> Post | None:
        """Returns what answers a message; None when nothing does."""
        query = select(posts).where(self._at(posts, "message", message))
        with plain_database_errors("of the channels"), reading(self._engine) as connection:
            row = connection.execute(query).first()
        return Post(row.place, tuple(row.replies), row.conversation_id, row.answer_id) if row else None

    def keep(self, message: str, post: Post) -> None:
        """Keeps what answers a message, instead of what answered it before."""
        values = {
            "channel": self._channel,
            "message": message,
            "place": post.place,
            "replies": list(post.replies),
            "conversation_id": post.conversation_id,
            "answer_id": post.answer_id,
            "at": datetime.now(UTC),
        }
        with plain_database_errors("of the channels"), writing(self._engine) as connection:
            connection.execute(delete(posts).where(self._at(posts, "message", message)))
            connection.execute(insert(posts).values(values))

    def forget(self, message: str) -> None:
        """Forgets what answers a message."""
        with plain_database_errors("of the channels"), writing(self._engine) as connection:
            connection.execute(delete(posts).where(self._at(posts, "message", message)))

    def _at(self, table: Table, column: str, value: str) -> ColumnElement[bool]:
        return (table.c.channel == self._channel) & (table.c[column] == value)
