"""The passage index inside the process: FAISS for vectors, SQLite's FTS5 for words."""

import json
import queue
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ctassist.errors import IndexUnusable
from ctassist.indexing.embedded_files import PLACE, PLACES, VECTORS, WORDS, damaged, verified
from ctassist.indexing.embedding import MODEL, ModelIdentity
from ctassist.indexing.passage_index import Hit, PassageFilter
from ctassist.indexing.vectors import faiss

_CONNECTIONS = 4
_CONTEXT_WEIGHT = 0.5
"""A word in the title or headings counts half as much as one in the passage itself."""

_SEARCH = """
    SELECT passages.rowid, -bm25(passages, {weight}, 1.0) AS score FROM passages {join}
    WHERE passages MATCH :match {conditions} ORDER BY score DESC, passages.rowid LIMIT :limit
"""


class EmbeddedIndex:
    """One generation's passages; meets ``PassageIndex``."""

    def __init__(self, folder: Path, generation: int, model: ModelIdentity = MODEL) -> None:
        """Opens the files in ``folder``. Raises IndexUnusable when they are missing, damaged or of another model."""
        manifest = verified(folder, generation, model)
        self._generation = generation
        self._connections: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        try:
            self._vectors = faiss.read_index(str(folder / VECTORS))
            self._places: NDArray[Any] = np.load(folder / PLACES, allow_pickle=False)
            # Opened now, all of them: the folder may be gone, with this index still in use, after two more ingests.
            for _ in range(_CONNECTIONS):
                self._connections.put(_connect(folder / WORDS))
        except (RuntimeError, OSError, ValueError, sqlite3.Error) as error:
            raise IndexUnusable(damaged(folder)) from error
        if self._vectors.ntotal != manifest.passages or self._places.dtype != PLACE:
            raise IndexUnusable(damaged(folder))

    @property
    def generation(self) -> int:
        """The generation of the database that this index holds."""
        return self._generation

    def dense(self, vector: NDArray[np.float32], passage_filter: PassageFilter, limit: int) -> list[Hit]:
        """Returns the passages nearest to ``vector`` by cosine, within the filter."""
        if limit < 1:
            return []
        chosen = self._chosen(passage_filter)
        count = min(limit, int(chosen.sum()))
        if count == 0:
            return []
        parameters = None
        if not chosen.all():
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(self._places["id"][chosen]))  # type: ignore[call-arg]
        row = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        scores, ids = self._vectors.search(row, count, params=parameters)
        hits = [Hit(int(id), float(score)) for id, score in zip(ids[0], scores[0], strict=True) if id >= 0]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))

    def lexical(self, terms: Sequence[str], passage_filter: PassageFilter, limit: int) -> list[Hit]:
        """Returns the passages that hold any of ``terms`` by BM25, within the filter."""
        match = " OR ".join(dict.fromkeys(_quoted(term) for term in terms if term.strip()))
        if not match or limit < 1:
            return []
        conditions, values = _conditions(passage_filter)
        statement = _SEARCH.format(
            weight=_CONTEXT_WEIGHT,
            join="JOIN places ON places.id = passages.rowid" if conditions else "",
            conditions=conditions,
        )
        with self._connection() as connection:
            found = connection.execute(statement, {"match": match, "limit": limit, **values}).fetchall()
        return [Hit(int(id), float(score)) for id, score in found]

    def close(self) -> None:
        """Gives back the files; searches under way must have ended."""
        while not self._connections.empty():
            self._connections.get_nowait().close()

    def _chosen(self, passage_filter: PassageFilter) -> NDArray[np.bool_]:
        chosen = np.ones(len(self._places), dtype=np.bool_)
        if passage_filter.document_rows is not None:
            chosen &= np.isin(self._places["document"], list(passage_filter.document_rows))
        if passage_filter.interval is not None:
            chosen &= self._places["first"] <= passage_filter.interval.end.toordinal()
            chosen &= self._places["last"] >= passage_filter.interval.start.toordinal()
        return chosen

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._connections.get()
        try:
            yield connection
        finally:
            self._connections.put(connection)


def _connect(file: Path) -> sqlite3.Connection:
    # Immutable: the file never changes once its folder has its name, so that no locks are needed.
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
    connection.execute("SELECT count(*) FROM places").fetchone()
    return connection


def _quoted(term: str) -> str:
    """A word or phrase that FTS5 takes as nothing else; it cannot take in a NUL or half a surrogate pair."""
    plain = term.replace("\0", " ").encode(errors="replace").decode()
    return '"' + plain.replace('"', '""') + '"'


def _conditions(passage_filter: PassageFilter) -> tuple[str, dict[str, Any]]:
    conditions = ""
    values: dict[str, Any] = {}
    if passage_filter.document_rows is not None:
        conditions += " AND places.document IN (SELECT value FROM json_each(:documents))"
        values["documents"] = json.dumps(sorted(passage_filter.document_rows))
    if passage_filter.interval is not None:
        conditions += " AND places.first <= :end AND places.last >= :start"
        values["start"] = passage_filter.interval.start.toordinal()
        values["end"] = passage_filter.interval.end.toordinal()
    return conditions, values
