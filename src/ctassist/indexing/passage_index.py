"""The seam between the archive and a retrieval engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ctassist.model.time import Interval


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """What a search may find; applied inside the search, so that ``limit`` passages come back where so many match.

    ``document_rows`` are the documents to search, None for all. With an ``interval`` only passages that state a date
    within it are found.
    """

    document_rows: frozenset[int] | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found; a higher score is better, and scores compare within one search only."""

    passage_id: int
    score: float


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage as an engine takes it in: dates are None where it states none."""

    passage_id: int
    document_row: int
    interval: Interval | None
    context: str
    words: str
    vector: NDArray[np.float32]


class PassageIndex(Protocol):
    """Dense and lexical search over the passages of one generation; safe to share between threads.

    Best hits come first; equal scores are ordered by passage id, so that the same question gives the same answer.
    """

    @property
    def generation(self) -> int:
        """The generation of the database that this index holds."""
        ...

    def dense(self, vector: NDArray[np.float32], passage_filter: PassageFilter, limit: int) -> list[Hit]:
        """Returns the passages nearest to ``vector`` by cosine."""
        ...

    def lexical(self, terms: Sequence[str], passage_filter: PassageFilter, limit: int) -> list[Hit]:
        """Returns the passages that hold any of ``terms`` (words or phrases) by BM25."""
        ...

    def close(self) -> None:
        """Gives back files and memory; the index must not be used any more."""
        ...
