"""What other programs have sent: kept before it is acknowledged, dealt with once, by whichever process comes first."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from ctassist.indexing.database import plain_database_errors, reading, utc, writing
from ctassist.indexing.schema import inbox

LEASE = timedelta(seconds=30)
"""How long an event is one process's own; a process that lives renews it in time."""
REMEMBERED = timedelta(days=7)
"""How long the id of an event that was dealt with is known; no platform sends anything again after so long."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the hands of one process; ``attempts`` counts this one too, ``claim`` proves whose it is."""

    id: int
    event_id: str
    lane: str
    payload: Mapping[str, Any]
    attempts: int
    claim: str
    received_at: datetime


class Inbox:
    """The events of one channel. Safe to share between threads; any number of processes may use the same database."""

    def __init__(self, engine: Engine, channel: str) -> None:
        """``engine`` is that of the archive; ``channel`` names who sends, such as ``slack``."""
        self._engine = engine
        self._channel = channel

    def put(self, event_id: str, lane: str, payload: Mapping[str, Any]) -> bool:
        """Keeps an event and returns True, or returns False where it is known already.

        Args:
            event_id: the name of the event where it comes from, the same however often it is sent.
            lane: events of the same lane are dealt with one after the other, in the order in which they came.
            payload: what is needed to deal with it, as JSON.
        """
        now = datetime.now(UTC)
        row = {"channel": self._channel, "event_id": event_id, "lane": lane, "payload": dict(payload)}
        known = select(inbox.c.id).where(inbox.c.channel == self._channel, inbox.c.event_id == event_id)
        with plain_database_errors("of the inbox"):
            # Most copies come after the first; they need not wait for those that write.
            with reading(self._engine) as connection:
                if connection.execute(known).first():
                    return False
            try:
                with writing(self._engine) as connection:
                    if connection.execute(known).first():
                        return False
                    connection.execute(insert(inbox).values(**row, received_at=now, due_at=now, attempts=0))
            except IntegrityError:
                # Two processes of a database with several writers at a time were sent the same.
                return False
        return True

    def claim(self) -> Event | None:
        """Takes the oldest event that is due, that nobody deals with, and that none of its lane stands before."""
        token = secrets.token_hex(16)
        while True:
            now = datetime.now(UTC)
            with plain_database_errors("of the inbox"), reading(self._engine) as connection:
                found = connection.execute(self._next(now)).first()
            if found is None:
                return None
            with self._writing() as connection:
                # Another process may have taken it meanwhile; then the next one is looked for.
                free = (inbox.c.id == found.id) & self._free(now)
                taken = {"claim": token, "claimed_until": now + LEASE, "attempts": found.attempts + 1}
                if not connection.execute(update(inbox).where(free).values(**taken)).rowcount:
                    continue
            named = (found.id, found.event_id, found.lane, found.payload, found.attempts + 1)
            return Event(*named, token, utc(found.received_at))

    def renew(self, event: Event) -> bool:
        """Keeps an event for another lease; False when it is no longer one's own."""
        return self._change(event, claimed_until=datetime.now(UTC) + LEASE)

    def done(self, event: Event) -> bool:
        """Says that an event has been dealt with, and forgets what it said; False when it was no longer one's own."""
        now = datetime.now(UTC)
        return self._change(event, done_at=now, claim=None, claimed_until=None, payload={})

    def again(self, event: Event, wait: timedelta = timedelta(0)) -> bool:
        """Puts an event back, to be dealt with after ``wait``; False when it was no longer one's own."""
        return self._change(event, due_at=datetime.now(UTC) + wait, claim=None, claimed_until=None)

    def given_back(self, event: Event) -> bool:
        """Puts back an event that was broken off through no fault of its own: the attempt does not count."""
        return self._change(event, claim=None, claimed_until=None, attempts=event.attempts - 1)

    def waiting(self) -> int:
        """Returns how many events have not been dealt with."""
        count = select(func.count()).where(inbox.c.channel == self._channel, inbox.c.done_at.is_(None))
        with plain_database_errors("of the inbox"), reading(self._engine) as connection:
            return int(connection.execute(count).scalar_one())

    def sweep(self) -> None:
        """Forgets events that were dealt with so long ago that nobody sends them again."""
        old = inbox.c.done_at < datetime.now(UTC) - REMEMBERED
        with self._writing() as connection:
            connection.execute(delete(inbox).where(inbox.c.channel == self._channel, old))

    def _next(self, now: datetime) -> Any:
        before = inbox.alias("before")
        blocked = select(before.c.id).where(
            before.c.channel == inbox.c.channel,
            before.c.lane == inbox.c.lane,
            before.c.done_at.is_(None),
            before.c.id < inbox.c.id,
        )
        mine = (inbox.c.channel == self._channel) & (inbox.c.due_at <= now)
        return select(inbox).where(mine, self._free(now), ~blocked.exists()).order_by(inbox.c.id).limit(1)

    def _free(self, now: datetime) -> ColumnElement[bool]:
        unclaimed = or_(inbox.c.claimed_until.is_(None), inbox.c.claimed_until < now)
        return inbox.c.done_at.is_(None) & unclaimed

    def _change(self, event: Event, **values: Any) -> bool:
        own = (inbox.c.id == event.id) & (inbox.c.claim == event.claim)
        with self._writing() as connection:
            return bool(connection.execute(update(inbox).where(own).values(**values)).rowcount)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_database_errors("of the inbox"), writing(self._engine) as connection:
            yield connection
