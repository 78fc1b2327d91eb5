import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select, text

from ctassist.errors import IndexMissing, IndexUnusable, UsageError
from ctassist.indexing import schema
from ctassist.indexing.database import (
    SCHEMA_VERSION,
    open_database,
    read_generation,
    read_meta,
    reading,
    write_meta,
    writing,
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ctassist.db'}"


def test_a_new_database_gets_its_tables_and_version(url: str) -> None:
    engine = open_database(url)
    with reading(engine) as connection:
        assert read_meta(connection) == {"schema_version": str(SCHEMA_VERSION), "generation": "0"}
        assert read_generation(connection) == 0
        assert connection.execute(select(schema.documents)).all() == []
    engine.dispose()
    open_database(url).dispose()


def test_a_database_is_not_made_by_reading(url: str, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="run `ctassist ingest PATH`"):
        open_database(url, create=False)
    assert list(tmp_path.iterdir()) == []


def test_another_schema_version_is_refused_and_left_alone(url: str) -> None:
    engine = open_database(url)
    with writing(engine) as connection:
        write_meta(connection, schema_version="999")
    engine.dispose()

    for create in (True, False):
        with pytest.raises(IndexUnusable, match=r"has schema version 999.*new folder"):
            open_database(url, create=create)


def test_a_file_that_is_no_database_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    file = tmp_path / "ctassist.db"
    file.write_bytes(b"this is no database at all, " * 100)

    for create in (True, False):
        with pytest.raises(IndexUnusable, match="cannot be read"):
            open_database(url, create=create)
    assert file.read_bytes() == b"this is no database at all, " * 100


def test_a_damaged_database_is_said(url: str, tmp_path: Path) -> None:
    open_database(url).dispose()
    file = tmp_path / "ctassist.db"
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))

    with pytest.raises(IndexUnusable):
        open_database(url)


def test_a_database_of_something_else_is_refused(url: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ctassist.db") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()

    with pytest.raises(IndexUnusable, match="database of something else"):
        open_database(url)


@pytest.mark.parametrize("url", ["nonsense", "nosuchdatabase://host/name", "sqlite://", "sqlite:///:memory:"])
def test_an_address_of_no_database_is_a_mistake_of_usage(url: str) -> None:
    with pytest.raises(UsageError):
        open_database(url)


def test_a_reader_keeps_its_moment_and_does_not_hold_up_a_writer(url: str) -> None:
    engine = open_database(url)
    with reading(engine) as reader:
        assert read_generation(reader) == 0
        with writing(engine) as writer:
            write_meta(writer, generation="1")
        assert read_generation(reader) == 0
    with reading(engine) as reader:
        assert read_generation(reader) == 1
    engine.dispose()


def test_writers_wait_for_each_other(url: str) -> None:
    engine = open_database(url)

    def count() -> None:
        for _ in range(20):
            with writing(engine) as connection:
                write_meta(connection, generation=str(read_generation(connection) + 1))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as connection:
        assert read_generation(connection) == 80
    engine.dispose()


def test_a_failed_write_leaves_nothing(url: str) -> None:
    engine = open_database(url)
    with suppress(ZeroDivisionError), writing(engine) as connection:
        write_meta(connection, generation=str(1 // 1))
        write_meta(connection, generation=str(1 // 0))
    with reading(engine) as connection:
        assert read_generation(connection) == 0
    engine.dispose()


def test_what_belongs_to_a_document_goes_with_it(url: str) -> None:
    engine = open_database(url)
    with reading(engine) as connection:
        for table in schema.metadata.tables.values():
            for key in table.foreign_keys:
                # What was posted elsewhere stays when its conversation goes: it is edited and deleted there.
                assert key.ondelete == ("SET NULL" if table is schema.posts else "CASCADE")
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()
