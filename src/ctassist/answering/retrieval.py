"""Hybrid retrieval: words (BM25) and meaning (embeddings), fused by rank."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ctassist.indexing.embedding import Embedder
from ctassist.indexing.view import Found, View
from ctassist.model.time import Interval

_RRF = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""
_DEPTH = 40
_CLOSE_LOOKS, _LOOKS_ALIKE = 3, 0.15
"""How many words are compared by the model, of those whose word pieces have at least this cosine."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with its fused score and its similarity to the question (cosine, 0 when only words found it)."""

    found: Found
    score: float
    similarity: float


class Retriever:
    """Searches one view; the question is embedded once."""

    def __init__(self, view: View, embedder: Callable[[], Embedder], words: dict[str, NDArray[np.float32]]) -> None:
        """``embedder`` is called when something must be embedded; ``words`` keeps the vectors of single words."""
        self._view = view
        self._embedder = embedder
        self._words = words

    def likeness(self, word: str, others: Sequence[str]) -> float:
        """How near the nearest of ``others`` is to a word in meaning (cosine, at most 1)."""
        if not others:
            return 0.0
        embedder = self._embedder()
        first, *rest = embedder.input_vectors([word, *others])
        looks = np.asarray(rest) @ first
        near = [others[index] for index in np.argsort(-looks)[:_CLOSE_LOOKS] if looks[index] >= _LOOKS_ALIKE]
        missing = [text for text in dict.fromkeys((word, *near)) if text not in self._words]
        if missing:
            self._words.update(zip(missing, embedder.embed(missing), strict=True))
        return max((float(self._words[word] @ self._words[other]) for other in near), default=0.0)

    def embedded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts, one a row."""
        return self._embedder().embed(texts)

    def search(
        self,
        text: str,
        terms: Sequence[str],
        *,
        interval: Interval | None = None,
        document_ids: Collection[str] | None = None,
        limit: int = _DEPTH,
    ) -> list[Candidate]:
        """Returns passages, best first; ``text`` is searched by meaning, ``terms`` by words."""
        ids = list(document_ids) if document_ids is not None else None
        depth = max(limit, _DEPTH)
        dense = self._view.dense(self._embedder().embed_query(text), interval, ids, depth)
        lexical = self._view.lexical(terms, interval, ids, depth) if terms else []
        scores: dict[int, float] = defaultdict(float)
        known: dict[int, Found] = {}
        for ranked in (dense, lexical):
            for rank, found in enumerate(ranked, start=1):
                scores[found.passage_id] += 1 / (_RRF + rank)
                known.setdefault(found.passage_id, found)
        similarity = {found.passage_id: found.score for found in dense}
        order = sorted(scores, key=lambda id: (-scores[id], id))[:limit]
        return [Candidate(known[id], scores[id], similarity.get(id, 0.0)) for id in order]
