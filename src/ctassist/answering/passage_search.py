"""Ranked passages for a conversation: what was just asked, and a little of what was asked before.

Means and constants were chosen on the conversations in ``benchmarks/conversations`` (``benchmarks/retrieval.py``).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ctassist.answering.context import Context
from ctassist.answering.terms import content, written_out
from ctassist.indexing.view import Found
from ctassist.model.answer import Passage
from ctassist.model.text import Block, BlockKind, Span

_FADING = 0.6
"""How much each earlier question counts of the one after it."""
_LEXICAL = 0.3
"""The share of words in a score; the rest is meaning."""
_FURTHER = 0.35
"""How much each further hit within a passage counts of the one before it."""
_WHOLE = 0.4
"""The share of a passage as a whole in its score; the rest is its best pieces."""
_DEPTH = 200
_MOST_TURNS = 6
_LONGEST = 1_800
"""Paragraphs that stand together are one passage up to so many characters, about 300 words."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A piece of a passage, with its score and its cosine, both as shares of the best one's."""

    found: Found
    score: float
    near: float


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage as shown: an item, or paragraphs that stand together."""

    document_id: str
    span: Span


def search_passages(turns: Sequence[str], context: Context, limit: int) -> list[Passage]:
    """The best passages for the last of the turns, which may lean on those before it.

    Args:
        turns: the questions of a conversation, the last one last.
        context: what may be searched.
        limit: how many passages are wanted at most.
    """
    pieces, farthest = _fused(turns[-_MOST_TURNS:], context)
    hits: dict[_Place, list[_Hit]] = defaultdict(list)
    places = _Places(context)
    for piece in pieces:
        hits[places.of(piece.found)].append(piece)
    ranked = sorted(
        ((_score(place, found, farthest), place, found[0].found) for place, found in hits.items()),
        key=lambda ranked: (-ranked[0], ranked[2].passage_id),
    )
    return [
        Passage(
            place.document_id,
            place.span.start,
            place.span.end,
            context.quote(place.document_id, place.span),
            round(score, 6),
            best.page,
            best.section,
        )
        for score, place, best in ranked[:limit]
    ]


def _score(place: _Place, hits: Sequence[_Hit], farthest: float) -> float:
    """How good a passage is: by its best pieces, and by how near all of its words are on the average."""
    together = sum(hit.score * _FURTHER**index for index, hit in enumerate(hits))
    lengths = [hit.found.span.end - hit.found.span.start for hit in hits]
    rest = max(place.span.end - place.span.start - sum(lengths), 0)
    near = sum(hit.near * length for hit, length in zip(hits, lengths, strict=True)) + farthest * rest
    return (1 - _WHOLE) * together + _WHOLE * near / max(sum(lengths) + rest, 1)


def _fused(turns: Sequence[str], context: Context) -> tuple[list[_Hit], float]:
    """Pieces of passages, best first, by cosine and BM25; and how near is at most what was not found."""
    view, ids = context.view, context.document_ids
    within = list(ids) if ids is not None else None
    fading = [_FADING**age for age in range(len(turns) - 1, -1, -1)]
    vectors = context.retriever.embedded(turns)
    vector = np.asarray(fading, dtype=np.float32) @ vectors
    vector = (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
    dense = {found.passage_id: found for found in view.dense(vector, None, within, _DEPTH)}
    known = dict(dense)
    lexical: dict[int, float] = defaultdict(float)
    for turn, weight in zip(turns, fading, strict=True):
        words = list(dict.fromkeys(token.text for token in content(written_out(turn))))
        for found in view.lexical(words, None, within, _DEPTH) if words else []:
            known.setdefault(found.passage_id, found)
            lexical[found.passage_id] += weight * found.score
    nearest = max(max((found.score for found in dense.values()), default=1.0), 1e-9)
    best = max(max(lexical.values(), default=1.0), 1e-9)
    near = {id: max(found.score, 0.0) / nearest for id, found in dense.items()}
    hits = [
        _Hit(found, _LEXICAL * lexical.get(id, 0.0) / best + (1 - _LEXICAL) * near.get(id, 0.0), near.get(id, 0.0))
        for id, found in known.items()
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.found.passage_id))
    return hits, min(near.values(), default=0.0)


class _Places:
    """Which passage each piece belongs to; a document's blocks are read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[str, list[Span]] = {}

    def of(self, found: Found) -> _Place:
        if found.document_id not in self._known:
            blocks = self._context.view.blocks(found.document_id)
            self._known[found.document_id] = list(_prose(blocks))
        around = (span for span in self._known[found.document_id] if span.start <= found.span.start < span.end)
        return _Place(found.document_id, next(around, found.span))


def _prose(blocks: Sequence[Block]) -> Iterator[Span]:
    """Paragraphs that stand together; a line of a list is a passage of its own."""
    run: Span | None = None
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and run and block.span.end - run.start <= _LONGEST:
            run = Span(run.start, block.span.end)
            continue
        if run:
            yield run
        run = block.span if block.kind is BlockKind.PARAGRAPH else None
    if run:
        yield run
