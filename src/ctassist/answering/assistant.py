"""The one door to answers: every channel hands its question to ``Assistant.answer``."""

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ctassist.answering.catalog import Catalog
from ctassist.answering.context import Context
from ctassist.answering.contract import answer_json
from ctassist.answering.conversation import lacks_subject, resolve
from ctassist.answering.draft import Draft, Line
from ctassist.answering.passages import nothing
from ctassist.answering.planning import answer_from, clarification
from ctassist.answering.question import Question
from ctassist.answering.rendering import render
from ctassist.answering.retrieval import Retriever
from ctassist.answering.terms import content
from ctassist.answering.time_scope import FIRST_DAY, LAST_DAY, mended_months, say
from ctassist.answering.understanding import understand
from ctassist.answering.verification import supported
from ctassist.errors import UsageError
from ctassist.extraction.places import Place, place_of
from ctassist.indexing.archive import Archive
from ctassist.indexing.conversations import Conversations
from ctassist.indexing.view import View
from ctassist.model.answer import Answer, AnswerRequest, Passage, Scope, Status
from ctassist.model.caller import Caller
from ctassist.model.time import Interval

LONGEST_QUESTION = 2000
_CATALOGS = 4
_REMEMBERED_TURNS = 6

Listener = Callable[[str, object], None]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The ranked passages for a question, and the question as understood."""

    resolved_question: str
    passages: tuple[Passage, ...]


class Assistant:
    """Answers questions from one archive. Safe to share between threads."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._conversations = Conversations(archive.engine)
        self._catalogs: OrderedDict[tuple[int, frozenset[str]], Catalog] = OrderedDict()

    def answer(self, request: AnswerRequest, caller: Caller, listener: Listener | None = None) -> Answer:
        """Answers one question.

        Args:
            request: the question with its conversation, filters and date.
            caller: who asks; nothing else than what it may read is used.
            listener: told of stages ("stage", name) and of verified claims ("claim", Claim) as they are made.

        Raises:
            UsageError: the question is blank or too long, or a filter is not valid.
            NotFound: the conversation does not exist for this caller.
        """
        started = time.perf_counter()
        tell = listener or (lambda _kind, _what: None)
        _check(request.question)
        earlier = self._earlier(request, caller)
        tell("stage", "understanding")
        with self._archive.view(caller) as view:
            catalog = self._catalog(view, caller)
            as_of = request.as_of or catalog.newest_day() or datetime.now(UTC).date()
            resolved, reference = resolve(mended_months(request.question.strip()), earlier, catalog, as_of)
            question = _within(understand(resolved, catalog, as_of, reference), request.filters, catalog)
            context = self._context(view, catalog, question, request.filters, as_of)
            tell("stage", "searching")
            unclear = not earlier and lacks_subject(question)
            draft = clarification(context) if unclear else answer_from(question, context)
            tell("stage", "verifying")
            draft, lines = _verified(draft, question, context)
            tell("stage", "composing")
            rendered = render(draft, lines, context)
        for claim in rendered.claims:
            tell("claim", claim)
        answer = Answer(
            id=secrets.token_urlsafe(12),
            question=request.question,
            resolved_question=resolved,
            status=draft.status,
            answer=rendered.answer,
            claims=tuple(rendered.claims),
            citations=tuple(rendered.citations),
            records=tuple(rendered.records),
            coverage=draft.coverage,
            suggestions=draft.suggestions,
            as_of=as_of,
        )
        return self._kept(answer, request, caller, started)

    def search(self, request: AnswerRequest, caller: Caller, limit: int) -> SearchResult:
        """Returns the ranked passages alone, at most ``limit``. Raises as ``answer`` does."""
        _check(request.question)
        earlier = self._earlier(request, caller)
        with self._archive.view(caller) as view:
            catalog = self._catalog(view, caller)
            as_of = request.as_of or catalog.newest_day() or datetime.now(UTC).date()
            resolved, reference = resolve(mended_months(request.question.strip()), earlier, catalog, as_of)
            question = _within(understand(resolved, catalog, as_of, reference), request.filters, catalog)
            context = self._context(view, catalog, question, request.filters, as_of)
            words = list(dict.fromkeys(token.text for token in content(resolved)))
            found = context.retriever.search(resolved, words, document_ids=context.document_ids, limit=limit)
            passages = tuple(
                Passage(
                    c.found.document_id,
                    c.found.span.start,
                    c.found.span.end,
                    context.quote(c.found.document_id, c.found.span),
                    round(c.score, 6),
                    c.found.page,
                    c.found.section,
                )
                for c in found
            )
        return SearchResult(resolved, passages)

    def _earlier(self, request: AnswerRequest, caller: Caller) -> list[str]:
        """The questions before this one, self-contained where they are known to be."""
        if request.conversation_id is not None:
            turns = self._conversations.turns(request.conversation_id, caller)
            return [turn.resolved_question for turn in turns[-_REMEMBERED_TURNS:]]
        return [turn.text for turn in request.history if turn.role == "user" and turn.text.strip()][-_REMEMBERED_TURNS:]

    def _catalog(self, view: View, caller: Caller) -> Catalog:
        key = (view.generation, caller.access)
        catalog = self._catalogs.get(key)
        if catalog is None:
            catalog = self._catalogs[key] = Catalog(view)
            while len(self._catalogs) > _CATALOGS:
                self._catalogs.popitem(last=False)
        return catalog

    def _context(self, view: View, catalog: Catalog, question: Question, filters: Scope, as_of: date) -> Context:
        ids = frozenset(filters.document_ids) if filters.document_ids else None
        if question.document_ids is not None:
            ids = question.document_ids if ids is None else ids & question.document_ids
        retriever = Retriever(view, lambda: self._archive.embedder, catalog.word_vectors)
        return Context(view, catalog, retriever, as_of, ids)

    def _kept(self, answer: Answer, request: AnswerRequest, caller: Caller, started: float) -> Answer:
        """Adds the turn to its conversation."""
        timings = {"total": round(1000 * (time.perf_counter() - started), 2)}
        answer = replace(answer, timings_ms=timings)
        if request.history:
            return answer
        stored = self._conversations.append(
            request.conversation_id,
            caller,
            request.question,
            answer.resolved_question,
            json.dumps(answer_json(answer), ensure_ascii=False),
        )
        return replace(answer, conversation_id=stored)


def _check(question: str) -> None:
    if not question.strip():
        raise UsageError("The question is empty: write what you want to know.")
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise UsageError("The question holds halves of characters, which are no text: type it again.")
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; the most is {LONGEST_QUESTION:,}. Shorten it."
        )


def _within(question: Question, filters: Scope, catalog: Catalog) -> Question:
    """Narrows a question by the filters of its request."""
    interval = question.interval
    if filters.start or filters.end:
        start = max(filters.start or FIRST_DAY, interval.start if interval else FIRST_DAY)
        end = min(filters.end or LAST_DAY, interval.end if interval else LAST_DAY)
        if end < start:
            wanted = say(interval) if interval else ""
            raise UsageError(f"The question asks about {wanted}, which lies outside its filters: change one of them.")
        interval = Interval(start, end)
    entities = (*question.entities, *(catalog.entity(name) for name in filters.entities))
    places = (*question.places, *(_place(name) for name in filters.places))
    return replace(question, interval=interval, entities=entities, places=places)


def _place(name: str) -> Place:
    return place_of(name) or Place(name, "city", frozenset())


def _verified(draft: Draft, question: Question, context: Context) -> tuple[Draft, list[Line]]:
    """Drops the lines that their spans do not support; an answer of which nothing is left is none."""
    lines = [line for line in draft.lines if supported(line, context.quote, _around(line, context))]
    if draft.status is Status.NOT_FOUND or not draft.lines:
        return draft, []
    if not lines:
        return nothing(question, context), []
    if len(lines) < len(draft.lines):
        left = len(draft.lines) - len(lines)
        note = (
            f"{left} line{'' if left == 1 else 's'} could not be verified and {'is' if left == 1 else 'are'} left out."
        )
        coverage = replace(draft.coverage, shown=len(lines))
        return replace(draft, status=Status.PARTIAL, outro=f"{draft.outro} {note}".strip(), coverage=coverage), lines
    return draft, lines


def _around(line: Line, context: Context) -> str:
    documents = [context.document(evidence.document_id) for evidence in line.evidence]
    words = [document.title for document in documents]
    words += [say(document.period.interval) for document in documents if document.period]
    return " ".join([*words, *(heading for evidence in line.evidence for heading in evidence.section)])
