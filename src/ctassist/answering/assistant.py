"""The one door to answers: every channel hands its question to ``Assistant.answer``."""

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ctassist.answering.catalog import Catalog
from ctassist.answering.compound import Part, joined, split_questions, stand_apart
from ctassist.answering.context import Context
from ctassist.answering.contract import answer_json
from ctassist.answering.conversation import lacks_subject, resolve
from ctassist.answering.draft import Draft, Line
from ctassist.answering.passages import nothing
from ctassist.answering.planning import answer_from, clarification
from ctassist.answering.pointing import listed_lines, quoted_lines
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


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was said before: the questions, the oldest first, and the lines of each answer, the last first."""

    questions: Sequence[str]
    answers: Sequence[Sequence[str]]


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
            asked, pieces = self._understood(request, earlier, catalog, as_of)
            tell("stage", "searching")
            parts = [self._part(resolved, question, request, view, catalog, as_of) for resolved, question in asked]
            if pieces and not any(part.lines for part in parts):
                asked = pieces
                parts = [self._part(resolved, question, request, view, catalog, as_of) for resolved, question in asked]
            tell("stage", "composing")
            draft, lines = joined(parts) if len(parts) > 1 else (parts[0].draft, parts[0].lines)
            rendered = render(draft, lines, self._context(view, catalog, asked[0][1], request.filters, as_of))
        for claim in rendered.claims:
            tell("claim", claim)
        answer = Answer(
            id=secrets.token_urlsafe(12),
            question=request.question,
            resolved_question=" ".join(resolved for resolved, _ in asked),
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

    def _understood(
        self, request: AnswerRequest, earlier: "_Earlier", catalog: Catalog, as_of: date
    ) -> tuple[list[tuple[str, Question]], list[tuple[str, Question]]]:
        """The questions of a request, mostly one; and its pieces, in case it has no answer as a whole."""
        text = mended_months(request.question.strip())

        def one(text: str, before: Sequence[str]) -> tuple[str, Question]:
            resolved, reference = resolve(text, before, catalog, as_of, earlier.answers)
            return resolved, _within(understand(resolved, catalog, as_of, reference), request.filters, catalog)

        whole = one(text, earlier.questions)
        pieces = split_questions(text)
        if len(pieces) == 1 or whole[1].quotation:
            return [whole], []
        asked = [one(pieces[0], earlier.questions)]
        for piece in pieces[1:]:
            asked.append(one(piece, [*earlier.questions, *(resolved for resolved, _ in asked)]))
        if any(lacks_subject(question) for _, question in asked):
            return [whole], []
        return (asked, []) if stand_apart(pieces, asked) else ([whole], asked)

    def _part(
        self, resolved: str, question: Question, request: AnswerRequest, view: View, catalog: Catalog, as_of: date
    ) -> Part:
        context = self._context(view, catalog, question, request.filters, as_of)
        alone = request.conversation_id is None and not request.history and not question.quotation
        draft = clarification(context) if alone and lacks_subject(question) else answer_from(question, context)
        draft, lines = _verified(draft, question, context)
        return Part(resolved, draft, lines)

    def search(self, request: AnswerRequest, caller: Caller, limit: int) -> SearchResult:
        """Returns the ranked passages alone, at most ``limit``. Raises as ``answer`` does."""
        _check(request.question)
        earlier = self._earlier(request, caller)
        with self._archive.view(caller) as view:
            catalog = self._catalog(view, caller)
            as_of = request.as_of or catalog.newest_day() or datetime.now(UTC).date()
            text = mended_months(request.question.strip())
            resolved, reference = resolve(text, earlier.questions, catalog, as_of, earlier.answers)
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

    def _earlier(self, request: AnswerRequest, caller: Caller) -> "_Earlier":
        """The questions before this one, self-contained where they are known to be, and the last answer's lines."""
        if request.conversation_id is not None:
            turns = self._conversations.turns(request.conversation_id, caller)[-_REMEMBERED_TURNS:]
            answers = [quoted_lines(json.loads(turn.answer_json)) for turn in reversed(turns)]
            return _Earlier([turn.resolved_question for turn in turns], answers)
        asked = [turn.text for turn in request.history if turn.role == "user" and turn.text.strip()]
        told = [listed_lines(turn.text) for turn in reversed(request.history) if turn.role == "assistant"]
        return _Earlier(asked[-_REMEMBERED_TURNS:], told[:_REMEMBERED_TURNS])

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
