"""The folders of the passage index, one a generation, and how the next one comes into service."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, or_, select

from ctassist.errors import IndexUnusable
from ctassist.indexing import schema
from ctassist.indexing.database import read_generation, reading, visible_at, write_meta, writing
from ctassist.indexing.embedded_files import build, flush_to_disk, verified
from ctassist.indexing.embedding import ModelIdentity
from ctassist.indexing.passage_index import PassageEntry
from ctassist.indexing.rows import vector_of
from ctassist.model.time import Interval

_UNFINISHED = ".tmp"
# Nothing else is ever deleted: the index may have been put into a folder that holds somebody's own `generations`.
_OURS = re.compile(r"[0-9]+(\.tmp)?")


def folder_of(index_dir: Path, generation: int) -> Path:
    """Returns the folder of one generation's search files."""
    return index_dir / "generations" / str(generation)


def is_whole(index_dir: Path, generation: int, model: ModelIdentity) -> bool:
    """Tells whether a generation's search files are there and undamaged; nothing is needed before the first."""
    if generation == 0:
        return True
    try:
        verified(folder_of(index_dir, generation), generation, model)
    except IndexUnusable:
        return False
    return True


def is_pending(engine: Engine) -> bool:
    """Tells whether the database holds changes that are not in service yet."""
    documents = schema.documents.c
    with reading(engine) as connection:
        generation = read_generation(connection)
        changed = or_(documents.added > generation, documents.removed > generation)
        return connection.execute(select(documents.row).where(changed).limit(1)).first() is not None


def publish(
    engine: Engine,
    index_dir: Path,
    generation: int,
    model: ModelIdentity,
    beside: Callable[[Connection], None] = lambda _: None,
) -> None:
    """Makes the search files of ``generation`` from the database and puts it in service.

    Until the very last step nothing that a reader sees changes, and stopping anywhere leaves nothing to mend. What
    ``beside`` writes is there from the same moment on as the generation.
    """
    folder = folder_of(index_dir, generation)
    unfinished = folder.with_name(folder.name + _UNFINISHED)
    for leftover in (unfinished, folder):
        shutil.rmtree(leftover, ignore_errors=True)
    unfinished.mkdir(parents=True)
    with reading(engine) as connection:
        build(unfinished, _entries(connection, generation), generation, model)
    unfinished.rename(folder)
    flush_to_disk(folder.parent)
    with writing(engine) as connection:
        beside(connection)
        write_meta(connection, generation=str(generation))


def sweep(engine: Engine, index_dir: Path) -> None:
    """Deletes what no reader can see any more: rows of removed documents, and folders but the last two."""
    documents, replacements = schema.documents.c, schema.replacements.c
    with reading(engine) as connection:
        generation = read_generation(connection)
        gone = connection.execute(select(documents.row).where(documents.removed <= generation)).scalars().all()
        over = connection.execute(select(replacements.id).where(replacements.removed <= generation)).scalars().all()
    for row in gone:
        with writing(engine) as connection:
            connection.execute(delete(schema.documents).where(documents.row == row))
    for ended in over:
        with writing(engine) as connection:
            connection.execute(delete(schema.replacements).where(schema.replacements.c.id == ended))
    folders = index_dir / "generations"
    kept = {str(generation), str(generation - 1)}
    for folder in sorted(folders.iterdir()) if folders.is_dir() else ():
        if _OURS.fullmatch(folder.name) and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _entries(connection: Connection, generation: int) -> Iterator[PassageEntry]:
    """All passages that are visible at ``generation``, in the order of their ids, without holding them all at once."""
    passages = schema.passages.c
    columns = (
        passages.id,
        passages.document_row,
        passages.first_day,
        passages.last_day,
        passages.context,
        passages.words,
        passages.embedding,
    )
    query = select(*columns).join(schema.documents).where(visible_at(generation)).order_by(passages.id)
    for row in connection.execution_options(yield_per=1_000).execute(query):
        dated = row.first_day is not None and row.last_day is not None
        interval = Interval(row.first_day, row.last_day) if dated else None
        yield PassageEntry(row.id, row.document_row, interval, row.context, row.words, vector_of(row.embedding))
