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
    """A passage with its fused score and its similarity to the question (cosine, at most)."""

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

    def likenesses(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
        """How near the nearest of some words is to a word in meaning (cosine, 0 to 1), for each pair of both.

        The model is asked once, for the words that it was not asked for before.
        """
        near = [self._near(word, others) for word, others in pairs]
        texts = (text for (word, _), others in zip(pairs, near, strict=True) if others for text in (word, *others))
        missing = [text for text in dict.fromkeys(texts) if text not in self._words]
        if missing:
            self._words.update(zip(missing, self._embedder().embed(missing), strict=True))
        return [
            max((float(self._words[word] @ self._words[other]) for other in others), default=0.0)
            for (word, _), others in zip(pairs, near, strict=True)
        ]

    def _near(self, word: str, others: Sequence[str]) -> list[str]:
        """The words that may be alike, by a cheap look at their pieces."""
        if not others:
            return []
        first, *rest = self._embedder().input_vectors([word, *others])
        looks = np.asarray(rest) @ first
        return [others[index] for index in np.argsort(-looks)[:_CLOSE_LOOKS] if looks[index] >= _LOOKS_ALIKE]

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
        # What only words found is not so near as the last of what meaning found.
        farthest = dense[-1].score if dense else 0.0
        order = sorted(scores, key=lambda id: (-scores[id], id))[:limit]
        return [Candidate(known[id], scores[id], similarity.get(id, farthest)) for id in order]
