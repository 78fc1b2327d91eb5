"""Who is told of new documents, and what became of what they were to be told.

An event waits here until its receiver has taken it. While a process tells a webhook its events, it holds a claim on it,
so that each event is told by one process, and a receiver that hangs holds up nobody but itself.
"""

import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, or_, select, update

from ctassist.errors import NotFound
from ctassist.indexing.database import plain_database_errors, reading, utc, writing
from ctassist.indexing.schema import announcements, webhooks

LEASE = timedelta(seconds=60)
"""How long a webhook is one process's own to tell; much longer than one attempt may take."""
_NOBODY = {"claim": None, "claimed_until": None}


@dataclass(frozen=True, slots=True)
class Webhook:
    """One receiver. ``access`` are the labels of the documents it may learn of; ``waiting`` counts its events to come.

    ``disabled_because`` says why it is told nothing any more.
    """

    id: str
    url: str
    access: tuple[str, ...]
    created_at: datetime
    disabled_at: datetime | None = None
    disabled_because: str | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """A webhook in the hands of one process; ``claim`` proves whose it is. Not to be printed: it holds the secret."""

    id: str
    url: str
    secret: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One event for one webhook; its ``event_id`` is always the same, ``attempts`` counts those before."""

    id: int
    event_id: str
    body: str
    attempts: int


class Verdict(Enum):
    """What follows from an attempt."""

    DELIVERED = "delivered"
    AGAIN = "again"
    GIVEN_UP = "given up"
    UNWANTED = "unwanted"
    """The receiver wants no more: the webhook is disabled."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How an attempt came out: what the receiver answered, or why it did not.

    ``wait`` is for how long the event waits; with ``all_wait`` all others of the webhook wait at least as long.
    """

    verdict: Verdict
    status: int | None = None
    problem: str | None = None
    wait: timedelta = timedelta(0)
    all_wait: bool = False


@dataclass(frozen=True, slots=True)
class LogRow:
    """What became of one event so far: ``due_at`` is when it is tried next, ``done_at`` when nothing more was to do."""

    webhook_id: str
    event_id: str
    type: str
    document_id: str
    name: str
    made_at: datetime
    due_at: datetime
    attempts: int
    tried_at: datetime | None
    status: int | None
    problem: str | None
    done_at: datetime | None
    delivered: bool


class Webhooks:
    """The webhooks of an index. Safe to share between threads; any number of processes may use the same database."""

    def __init__(self, engine: Engine) -> None:
        """``engine`` is that of the archive."""
        self.engine = engine

    def add(self, url: str, secret: str, access: Collection[str]) -> Webhook:
        """Keeps a receiver; it is told of what is published from now on."""
        made = Webhook(secrets.token_hex(6), url, tuple(sorted(set(access))), datetime.now(UTC))
        values = {"id": made.id, "url": url, "secret": secret, "access": list(made.access)}
        with self._writing() as connection:
            connection.execute(insert(webhooks).values(**values, created_at=made.created_at))
        return made

    def list(self) -> Sequence[Webhook]:
        """Returns all receivers, the oldest first."""
        waiting = select(func.count()).where(announcements.c.webhook_id == webhooks.c.id, _TO_COME).scalar_subquery()
        query = select(webhooks, waiting.label("waiting")).order_by(webhooks.c.created_at, webhooks.c.id)
        with plain_database_errors("of the webhooks"), reading(self.engine) as connection:
            return [_webhook_of(row) for row in connection.execute(query)]

    def opened(self, webhook_id: str) -> Claimed:
        """Returns a receiver with its secret, unclaimed. Raises NotFound."""
        with plain_database_errors("of the webhooks"), reading(self.engine) as connection:
            row = connection.execute(select(webhooks).where(webhooks.c.id == webhook_id)).first()
        if row is None:
            raise _unknown(webhook_id)
        return Claimed(row.id, row.url, row.secret)

    def remove(self, webhook_id: str) -> None:
        """Forgets a receiver and all that it was to be told. Raises NotFound."""
        with self._writing() as connection:
            if not connection.execute(delete(webhooks).where(webhooks.c.id == webhook_id)).rowcount:
                raise _unknown(webhook_id)

    def log(self, limit: int, webhook_id: str | None = None) -> Sequence[LogRow]:
        """Returns what became of the latest events, the latest first. Raises NotFound for an unknown webhook."""
        if webhook_id is not None:
            self.opened(webhook_id)
        columns = [announcements.c[name] for name in LogRow.__dataclass_fields__]
        query = select(*columns).order_by(announcements.c.id.desc()).limit(limit)
        if webhook_id is not None:
            query = query.where(announcements.c.webhook_id == webhook_id)
        with plain_database_errors("of the webhooks"), reading(self.engine) as connection:
            return [_log_of(row) for row in connection.execute(query)]

    def is_due(self) -> bool:
        """Tells whether anybody is to be told something now."""
        now = datetime.now(UTC)
        due = select(announcements.c.id).join(webhooks).where(_TO_COME, announcements.c.due_at <= now, _free(now))
        with plain_database_errors("of the webhooks"), reading(self.engine) as connection:
            return connection.execute(due.limit(1)).first() is not None

    def claim(self, skipping: Collection[str] = ()) -> Claimed | None:
        """Takes a webhook that has something to be told now and that no other process tells; None if there is none."""
        token = secrets.token_hex(16)
        while True:
            now = datetime.now(UTC)
            due = select(webhooks).join(announcements).where(_TO_COME, announcements.c.due_at <= now, _free(now))
            longest = due.where(webhooks.c.id.not_in(skipping)).order_by(announcements.c.due_at, announcements.c.id)
            with plain_database_errors("of the webhooks"), reading(self.engine) as connection:
                found = connection.execute(longest.limit(1)).first()
            if found is None:
                return None
            with self._writing() as connection:
                taken = update(webhooks).where(webhooks.c.id == found.id, _free(now))
                # Another process may have taken it meanwhile; then the next one is looked for.
                if connection.execute(taken.values(claim=token, claimed_until=now + LEASE)).rowcount:
                    return Claimed(found.id, found.url, found.secret, token)

    def next(self, hook: Claimed) -> Announcement | None:
        """Returns the event that is to be told now, and keeps the claim for another lease.

        None where nothing is due, or where the webhook is no longer one's own, or is gone.
        """
        now = datetime.now(UTC)
        own = update(webhooks).where(webhooks.c.id == hook.id, webhooks.c.claim == hook.claim)
        due = select(announcements).where(
            announcements.c.webhook_id == hook.id, _TO_COME, announcements.c.due_at <= now
        )
        with self._writing() as connection:
            if not connection.execute(own.values(claimed_until=now + LEASE)).rowcount:
                return None
            row = connection.execute(due.order_by(announcements.c.due_at, announcements.c.id).limit(1)).first()
        return Announcement(row.id, row.event_id, row.body, row.attempts) if row else None

    def settle(self, hook: Claimed, told: Announcement, attempt: Attempt) -> None:
        """Writes down how an attempt came out."""
        now = datetime.now(UTC)
        values: dict[str, Any] = {"attempts": told.attempts + 1, "tried_at": now}
        values |= {"status": attempt.status, "problem": attempt.problem}
        if attempt.verdict is Verdict.AGAIN:
            values["due_at"] = now + attempt.wait
        else:
            values |= {"done_at": now, "delivered": attempt.verdict is Verdict.DELIVERED, "body": ""}
        others = update(announcements).where(announcements.c.webhook_id == hook.id, _TO_COME)
        with self._writing() as connection:
            this = update(announcements).where(announcements.c.id == told.id, _TO_COME)
            connection.execute(this.values(**values))
            if attempt.verdict is Verdict.UNWANTED:
                because = {"disabled_at": now, "disabled_because": attempt.problem}
                connection.execute(update(webhooks).where(webhooks.c.id == hook.id).values(**because, **_NOBODY))
                connection.execute(others.values(done_at=now, problem="The webhook was disabled before.", body=""))
            elif attempt.all_wait:
                later = announcements.c.due_at < now + attempt.wait
                connection.execute(others.where(later).values(due_at=now + attempt.wait))

    def release(self, hook: Claimed) -> None:
        """Gives a webhook back, for any process to go on."""
        own = update(webhooks).where(webhooks.c.id == hook.id, webhooks.c.claim == hook.claim)
        with self._writing() as connection:
            connection.execute(own.values(**_NOBODY))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_database_errors("of the webhooks"), writing(self.engine) as connection:
            yield connection


_TO_COME = announcements.c.done_at.is_(None)


def _free(now: datetime) -> ColumnElement[bool]:
    unclaimed = or_(webhooks.c.claimed_until.is_(None), webhooks.c.claimed_until < now)
    return webhooks.c.disabled_at.is_(None) & unclaimed


def _webhook_of(row: Row[Any]) -> Webhook:
    disabled = utc(row.disabled_at) if row.disabled_at else None
    named = (row.id, row.url, tuple(row.access), utc(row.created_at))
    return Webhook(*named, disabled, row.disabled_because, row.waiting)


def _log_of(row: Row[Any]) -> LogRow:
    named = row._asdict()
    moments = {name: utc(named[name]) for name in ("made_at", "due_at", "tried_at", "done_at") if named[name]}
    return LogRow(**named | moments)


def _unknown(webhook_id: str) -> NotFound:
    return NotFound(f"There is no webhook {webhook_id!r}: `ctassist webhooks list` shows which there are.")
