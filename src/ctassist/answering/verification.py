"""A line is shown only if its spans support it."""

import re
from collections.abc import Callable
from functools import lru_cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Line
from ctassist.answering.terms import fold
from ctassist.model.text import Span

_SIGNIFICANT = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W_]*")
_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+")
_MARKS = re.compile(r"[*_]")


def supported(line: Line, quote_of: Callable[[str, Span], str], context_words: str) -> bool:
    """Tells whether each name and number of a line stands in its quotes, its frame, or its document's headings.

    Args:
        line: a line with its evidence.
        quote_of: gives the canonical words of a span of a document.
        context_words: titles, periods and headings of the cited documents.
    """
    if not line.evidence:
        return False
    quotes = [quote_of(evidence.document_id, evidence.span) for evidence in line.evidence]
    if not all(quote.strip() for quote in quotes):
        return False
    missing = set(_significant(line.text))
    for words in (*quotes, *line.frame, context_words):
        # Long quotations are taken apart only as far as something is still to be found.
        if not missing:
            break
        missing -= _words(words)
    return not missing


def holds(line: Line, context: Context) -> bool:
    """Tells whether what a line cites supports it: its quotes, and the titles, periods and headings around them."""
    documents = [context.document(evidence.document_id) for evidence in line.evidence]
    words = [document.title for document in documents]
    words += [context.words.time(document.period.interval) for document in documents if document.period]
    headings = (heading for evidence in line.evidence for heading in evidence.section)
    return supported(line, context.quote, " ".join([*words, *headings]))


def _significant(text: str) -> list[str]:
    return [fold(word).strip(".,") for word in _SIGNIFICANT.findall(_MARKS.sub("", text))]


@lru_cache(maxsize=2_048)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        fold(word).strip(".,") for word in _WORD.findall(_MARKS.sub("", text)) + _SIGNIFICANT.findall(text)
    )
