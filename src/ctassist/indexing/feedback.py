"""What people think of answers: thumbs, and a comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Engine, delete, insert, select

from ctassist.indexing.database import plain_database_errors, reading, utc, writing
from ctassist.indexing.schema import feedback
from ctassist.model.caller import Caller


class Rating(StrEnum):
    """A thumb."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What one caller thinks of one answer; ``conversation_id`` tells where the answer stands, if it was kept."""

    subject: str
    answer_id: str
    conversation_id: str | None
    rating: Rating
    comment: str
    at: datetime


class Feedback:
    """The last word of each caller on each answer."""

    def __init__(self, engine: Engine) -> None:
        """``engine`` is that of the archive."""
        self._engine = engine

    def put(self, caller: Caller, answer_id: str, conversation_id: str | None, rating: Rating, comment: str) -> None:
        """Keeps what a caller thinks of an answer, instead of what the same caller thought of it before."""
        with plain_database_errors("of the feedback"), writing(self._engine) as connection:
            connection.execute(delete(feedback).where(_of(caller, answer_id)))
            connection.execute(
                insert(feedback).values(
                    subject=caller.subject,
                    answer_id=answer_id,
                    conversation_id=conversation_id,
                    rating=rating.value,
                    comment=comment,
                    at=datetime.now(UTC),
                )
            )

    def remove(self, caller: Caller, answer_id: str) -> None:
        """Forgets what a caller thought of an answer; nothing happens where that was nothing."""
        with plain_database_errors("of the feedback"), writing(self._engine) as connection:
            connection.execute(delete(feedback).where(_of(caller, answer_id)))

    def list(self, limit: int = 100) -> Sequence[FeedbackRow]:
        """Returns the latest feedback of all callers, for those who run the service."""
        query = select(feedback).order_by(feedback.c.at.desc(), feedback.c.answer_id).limit(limit)
        with plain_database_errors("of the feedback"), reading(self._engine) as connection:
            return [
                FeedbackRow(
                    row.subject, row.answer_id, row.conversation_id, Rating(row.rating), row.comment, utc(row.at)
                )
                for row in connection.execute(query)
            ]


def _of(caller: Caller, answer_id: str) -> ColumnElement[bool]:
    return (feedback.c.subject == caller.subject) & (feedback.c.answer_id == answer_id)
