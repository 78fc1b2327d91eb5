"""What composers work with: one view of the archive, what is known of it, and the scope of the request."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from ctassist.answering.retrieval import Retriever
from ctassist.answering.terms import content
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.question import Question
from ctassist.answering.wording import Wording
from ctassist.extraction.vocabulary import months
from ctassist.indexing.archive import View
from ctassist.model.answer import Coverage
from ctassist.model.archive import Document
from ctassist.model.text import Block, Span
from ctassist.model.time import Interval

_STENCIL = re.compile(r"\bYYYY\b")
"""A title that nobody has filled in: "Week ending Month DD, YYYY"."""
_ISSUE_NUMBER = re.compile(r"(?<![\w.-])\d{1,4}(?![\w.-])")


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a composer may use. ``document_ids`` limits the search where the request or the question does."""

    view: View
    catalog: Catalog
    retriever: Retriever
    as_of: date
    document_ids: Collection[str] | None = None
    words: Wording = field(default_factory=Wording)
    """Says the frames of the answer."""
    texts: dict[str, str] = field(default_factory=dict)
    """Canonical texts read so far."""
    blocks_read: dict[str, list[Block]] = field(default_factory=dict)
    """Blocks read so far."""

    def documents(self) -> list[Document]:
        """The documents in scope, oldest first."""
        return [d for d in self.catalog.documents.values() if self.document_ids is None or d.id in self.document_ids]

    def searched(self) -> str:
        """What was searched, in words: "1 document, January to February 2024"."""
        documents = self.documents()
        count = self.words.count(len(documents), "1 document", "{count} documents")
        dated = [d.period for d in documents if d.period]
        if not dated:
            return count
        return f"{count}, {self.words.time(Interval(min(p.start for p in dated), max(p.end for p in dated)))}"

    def does_not_say(self) -> str:
        """The sentence that says that nothing was found, and what was searched."""
        return self.words("The archive does not say ({searched} searched).", searched=self.searched())

    def coverage(self, question: Question, *, matched: int = 0, shown: int = 0, undated: int = 0) -> Coverage:
        """The coverage of an answer to ``question``."""
        interval = question.interval
        documents = self.documents()
        dated = [d.period for d in documents if d.period]
        start = (
            max(interval.start, min((p.start for p in dated), default=interval.start))
            if interval
            else min((p.start for p in dated), default=None)
        )
        end = (
            min(interval.end, max((p.end for p in dated), default=interval.end))
            if interval
            else max((p.end for p in dated), default=None)
        )
        if interval and start and end and start > end:
            start, end = interval.start, interval.end
        return Coverage(
            start=start,
            end=end,
            entities=tuple(entity.key for entity in question.entities),
            places=tuple(place.name for place in question.places),
            documents=len(documents),
            matched=matched,
            shown=shown,
            undated=undated,
        )

    def document(self, document_id: str) -> Document:
        """One readable document."""
        return self.catalog.documents[document_id]

    def last_day(self, document_id: str) -> date:
        """The last day that a document covers; ``date.min`` for a page without a period."""
        period = self.document(document_id).period
        return period.end if period else date.min

    def text(self, document_id: str) -> str:
        """The canonical text of a document."""
        if document_id not in self.texts:
            self.texts[document_id] = self.view.text(document_id)
        return self.texts[document_id]

    def texts_in_scope(self) -> Iterator[str]:
        """The canonical texts of the documents in scope."""
        yield from (self.text(document.id) for document in self.documents())

    def blocks(self, document_id: str) -> list[Block]:
        """The blocks of a document in reading order."""
        if document_id not in self.blocks_read:
            self.blocks_read[document_id] = self.view.blocks(document_id)
        return self.blocks_read[document_id]

    def quote(self, document_id: str, span: Span) -> str:
        """The canonical words of a span."""
        return span.of(self.text(document_id))

    def source(self, document_id: str) -> str:
        """A document in words: its title where that says more than the archive's own name, else its period."""
        document = self.document(document_id)
        own = {
            token.stem
            for token in content(document.title)
            if token.text.isalpha() and token.text.casefold() not in months()
        }
        telling = own - self.catalog.title_stems and not _STENCIL.search(document.title)
        return document.title if telling else self.numbered_issue(document_id)

    def numbered_issue(self, document_id: str) -> str:
        """An issue in words with its title where that numbers it: "Weekly 216, 11 to 17 December 2031"."""
        document = self.document(document_id)
        issue = self.issue(document_id)
        numbers = _ISSUE_NUMBER.findall(document.title)
        numbered = any(number not in issue for number in numbers) and document.period
        return f"{document.title}, {issue}" if numbered else issue

    def issue(self, document_id: str) -> str:
        """An issue in words: its period, or its title where it has none."""
        document = self.document(document_id)
        return self.words.time(document.period.interval) if document.period else document.title
