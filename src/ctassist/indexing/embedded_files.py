"""The files of the embedded passage index: making them, and telling whether they are whole.

A folder holds one generation. It is derived from the database and can be made again at any time. ``manifest.json`` is
written last and says what must be there, so that a damaged folder is noticed before it is used.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ctassist.errors import IndexUnusable
from ctassist.indexing.embedding import ModelIdentity
from ctassist.indexing.passage_index import PassageEntry

VECTORS = "vectors.faiss"
WORDS = "words.db"
PLACES = "places.npy"
PLACE = np.dtype([("id", "<i8"), ("document", "<i8"), ("first", "<i4"), ("last", "<i4")])
"""Where a passage stands: its document's row, and its days as ordinals; ``last < first`` where it states none."""

_MANIFEST = "manifest.json"
_FORMAT = 1
_CHUNK = 1_000
_NO_DAYS = (np.iinfo(np.int32).max, np.iinfo(np.int32).min)
_WORDS_SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE passages USING fts5(
        context, words, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TABLE places (id INTEGER PRIMARY KEY, document INTEGER, first INTEGER, last INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder must hold: the generation, the model of its vectors, passages, and each file's SHA-256."""

    generation: int
    model: str
    model_sha256: str
    dimension: int
    passages: int
    files: dict[str, str]
    format: int = _FORMAT


def build(folder: Path, entries: Iterable[PassageEntry], generation: int, model: ModelIdentity) -> int:
    """Writes the files of one generation into ``folder``, safely on disk, and returns the number of passages."""
    from ctassist.indexing.vectors import faiss

    vectors = faiss.IndexIDMap2(faiss.IndexFlatIP(model.dimension))
    places: list[NDArray[Any]] = []
    words = sqlite3.connect(folder / WORDS, isolation_level=None)
    try:
        words.executescript(_WORDS_SCHEMA)
        words.execute("BEGIN")
        for chunk in _chunks(entries):
            rows = np.array([_place(entry) for entry in chunk], dtype=PLACE)
            vectors.add_with_ids(np.stack([entry.vector for entry in chunk]), rows["id"].astype(np.int64))
            places.append(rows)
            words.executemany("INSERT INTO places VALUES (?, ?, ?, ?)", rows.tolist())
            words.executemany(
                "INSERT INTO passages (rowid, context, words) VALUES (?, ?, ?)",
                [(entry.passage_id, entry.context, entry.words) for entry in chunk],
            )
        words.execute("INSERT INTO passages (passages) VALUES ('optimize')")
        words.execute("COMMIT")
    finally:
        words.close()
    (folder / VECTORS).write_bytes(faiss.serialize_index(vectors).tobytes())
    np.save(folder / PLACES, np.concatenate(places) if places else np.empty(0, dtype=PLACE))
    files = {name: _digest(folder / name) for name in (VECTORS, WORDS, PLACES)}
    manifest = Manifest(generation, model.name, model.sha256, model.dimension, int(vectors.ntotal), files)
    (folder / _MANIFEST).write_text(json.dumps(_as_dict(manifest), indent=1) + "\n", encoding="utf-8")
    for path in (*folder.iterdir(), folder):
        flush_to_disk(path)
    return manifest.passages


def verified(folder: Path, generation: int, model: ModelIdentity) -> Manifest:
    """Returns the manifest of a folder that is whole. Raises IndexUnusable for one that is missing or damaged."""
    try:
        manifest = Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
        whole = (
            manifest.format == _FORMAT
            and manifest.generation == generation
            and (manifest.model_sha256, manifest.dimension) == (model.sha256, model.dimension)
            and set(manifest.files) == {VECTORS, WORDS, PLACES}
            and all(_digest(folder / name) == digest for name, digest in manifest.files.items())
        )
    except (OSError, ValueError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise IndexUnusable(damaged(folder))
    return manifest


def damaged(folder: Path) -> str:
    """Returns the sentence for a folder that cannot be used."""
    return (
        f"The search files in {folder} are missing or damaged: run `ctassist ingest PATH` "
        "with any file or folder to make them again; the documents themselves are safe."
    )


def flush_to_disk(path: Path) -> None:
    """Waits until a file, or the list of files in a folder, is safely on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _as_dict(manifest: Manifest) -> dict[str, Any]:
    return {name: getattr(manifest, name) for name in Manifest.__slots__}


def _chunks(entries: Iterable[PassageEntry]) -> Iterator[list[PassageEntry]]:
    source = iter(entries)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


def _place(entry: PassageEntry) -> tuple[int, int, int, int]:
    days = entry.interval
    first, last = _NO_DAYS if days is None else (days.start.toordinal(), days.end.toordinal())
    return entry.passage_id, entry.document_row, int(first), int(last)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
