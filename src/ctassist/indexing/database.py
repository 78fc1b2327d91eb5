"""Opening the database, its two kinds of transactions, and the small facts it keeps about itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    or_,
    select,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ctassist.errors import IndexMissing, IndexUnusable, UsageError
from ctassist.indexing import schema

SCHEMA_VERSION = 5
"""Bump it with every change of ``schema``; an index of another version is refused, never changed."""

_BUSY_MS = 10_000


def open_database(url: str, *, create: bool = True) -> Engine:
    """Opens the database at ``url``, with its tables.

    With ``create`` an empty or missing database gets its tables; without, it raises IndexMissing. Raises IndexUnusable
    for a database of another schema version, for one that is not ours, and for a file that is not a database.
    """
    address = _address(url)
    name = _name(address)
    if not create and _is_missing(address):
        raise IndexMissing(nothing_indexed(name))
    engine = _engine(address)
    try:
        with plain_database_errors(name):
            _check_schema(engine, name, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def nothing_indexed(where: str) -> str:
    """Returns the sentence for an index that is not there."""
    return f"Nothing is indexed yet in {where}: run `ctassist ingest PATH`."


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A read transaction: everything read in it is of one moment, whatever others write meanwhile."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A write transaction, committed at the end. Keep it short: there is one writer at a time."""
    with engine.connect().execution_options(ctassist_writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def plain_database_errors(name: str) -> Iterator[None]:
    """Turns what the database driver raises into IndexUnusable with a sentence."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).rstrip(".")
        if isinstance(error.orig, sqlite3.OperationalError):
            raise IndexUnusable(
                f"The index database {name} cannot be used ({reason}): check its folder's permissions and free space."
            ) from error
        raise IndexUnusable(
            f"The index database {name} cannot be read ({reason}): restore it from a backup, "
            "or set CTASSIST_INDEX_DIR to a new folder and ingest again."
        ) from error


def read_meta(connection: Connection) -> dict[str, str]:
    """Returns all that the database says of itself."""
    return {row.key: row.value for row in connection.execute(select(schema.meta))}


def write_meta(connection: Connection, **values: str) -> None:
    """Sets facts in ``meta``."""
    for key, value in values.items():
        changed = connection.execute(update(schema.meta).where(schema.meta.c.key == key).values(value=value))
        if not changed.rowcount:
            connection.execute(insert(schema.meta).values(key=key, value=value))


_GENERATION = select(schema.meta.c.value).where(schema.meta.c.key == "generation")


def read_generation(connection: Connection) -> int:
    """Returns the generation in service; 0 before the first."""
    value = connection.execute(_GENERATION).scalar()
    return int(value or 0)


def stored_at(generation: int) -> ColumnElement[bool]:
    """Returns the condition that a document is part of ``generation``, be it replaced by a later version or not."""
    return _in_force(schema.documents, generation)


def replaced_at(generation: int) -> ColumnElement[bool]:
    """Returns the condition that a row of ``replacements`` is in force in ``generation``."""
    return _in_force(schema.replacements, generation)


def visible_at(generation: int) -> ColumnElement[bool]:
    """Returns the condition that a document is part of ``generation`` and no later version stands in for it."""
    replaced = select(schema.replacements.c.document_row).where(replaced_at(generation))
    return stored_at(generation) & schema.documents.c.row.not_in(replaced)


def _in_force(table: Table, generation: int) -> ColumnElement[bool]:
    return (table.c.added <= generation) & or_(table.c.removed.is_(None), table.c.removed > generation)


def utc(moment: datetime) -> datetime:
    """Returns a moment as stored with its zone, which SQLite does not keep."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise UsageError(
            "CTASSIST_DATABASE_URL is not an address such as sqlite:////path/to/file.db: correct it."
        ) from None
    if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
        raise UsageError("CTASSIST_DATABASE_URL names no file: write it as sqlite:////path/to/file.db.")
    return address


def _name(address: URL) -> str:
    """The database as a person knows it, without a password."""
    return address.database if address.get_backend_name() == "sqlite" and address.database else repr(address)


def _is_missing(address: URL) -> bool:
    if address.get_backend_name() != "sqlite" or not address.database:
        return False
    file = Path(address.database)
    return not file.exists() or file.stat().st_size == 0


def _engine(address: URL) -> Engine:
    try:
        engine = create_engine(address, pool_size=8, max_overflow=-1)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise UsageError(f"There is no driver for the database {address!r}: install one, or use SQLite.") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions start too late for a consistent read; _begin_sqlite starts them instead.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer that begins as a reader can fail at its first write, without waiting, when another wrote in between.
    writes = connection.get_execution_options().get("ctassist_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_schema(engine: Engine, name: str, create: bool) -> None:
    with writing(engine) if create else reading(engine) as connection:
        tables = set(inspect(connection).get_table_names())
        if not tables:
            if not create:
                raise IndexMissing(nothing_indexed(name))
            schema.metadata.create_all(connection)
            write_meta(connection, schema_version=str(SCHEMA_VERSION), generation="0")
            return
        if "meta" not in tables or "documents" not in tables:
            raise IndexUnusable(f"{name} is a database of something else: set CTASSIST_INDEX_DIR to another folder.")
        version = read_meta(connection).get("schema_version")
    if version != str(SCHEMA_VERSION):
        raise IndexUnusable(
            f"The index {name} has schema version {version}, and this ctassist needs {SCHEMA_VERSION}: "
            "set CTASSIST_INDEX_DIR to a new folder and ingest the documents again, "
            "or use the ctassist version that made it."
        )
