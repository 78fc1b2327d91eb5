"""The one door to answers: every channel hands its question to ``Assistant.answer``."""

import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ctassist.answering.briefing.composing import compose_briefing
from ctassist.answering.compound import joined
from ctassist.answering.context import Context
from ctassist.answering.draft import Line
from ctassist.answering.figures.series import Figures, indicator_series
from ctassist.answering.generation.client import ModelClient
from ctassist.answering.generation.composing import Composed, Told, word
from ctassist.answering.generation.consultation import Consultation
from ctassist.answering.generation.failures import Failure
from ctassist.answering.generation.questions import QuestionModel
from ctassist.answering.inquiry import Earlier, Inquiry
from ctassist.answering.passage_search import search_passages
from ctassist.answering.phrasing.languages import language_of
from ctassist.answering.rendering import Renderer
from ctassist.answering.retrieval import Retriever
from ctassist.answering.roles.timeline import RoleTimeline, role_timeline
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.pointing import listed_lines, quoted_lines
from ctassist.answering.wording import Wording
from ctassist.errors import UsageError
from ctassist.indexing.archive import Archive
from ctassist.indexing.conversations import Conversations
from ctassist.indexing.view import View
from ctassist.model.answer import Answer, AnswerRequest, Passage, Piece, Stage
from ctassist.model.briefing import Briefing, BriefRequest
from ctassist.model.caller import Caller
from ctassist.model.contract import answer_json

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

    def __init__(self, archive: Archive, model: ModelClient | None = None) -> None:
        self._archive = archive
        self._model = model
        self._conversations = Conversations(archive.engine)
        self._catalogs: OrderedDict[tuple[int, frozenset[str]], Catalog] = OrderedDict()

    def answer(
        self,
        request: AnswerRequest,
        caller: Caller,
        listener: Listener | None = None,
        gone: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Answers one question.

        Args:
            request: the question with its conversation, filters and date.
            caller: who asks; nothing else than what it may read is used.
            listener: told of stages ("stage", Stage), of verified claims ("claim", Claim) as they are made, and of how
                the answer's text grows by them ("piece", Piece).
            gone: tells whether nobody waits for the answer any more; a model is not waited for then.

        Raises:
            UsageError: the question is blank or too long, or a filter is not valid.
            NotFound: the conversation does not exist for this caller.
        """
        started = time.perf_counter()
        tell = listener or (lambda _kind, _what: None)
        _check(request.question)
        earlier = self._earlier(request, caller)
        tell("stage", Stage("understanding"))
        with self._archive.view(caller) as view:
            wanted = self._model if request.mode != "extractive" else None
            model = Consultation.begun(wanted, gone) if wanted else None
            inquiry = self._inquiry(request, earlier, view, caller, QuestionModel(model) if model else None)
            tell("stage", Stage("searching"))
            asked, parts = inquiry.answered()
            draft, lines = joined(parts) if len(parts) > 1 else (parts[0].draft, parts[0].lines)
            tell("stage", Stage("composing", draft.coverage))
            context = inquiry.context(asked[0][1])
            renderer = Renderer(context, draft.intro)

            def show(line: Line) -> None:
                tell("claim", renderer.add(line))
                if grown := renderer.piece():
                    tell("piece", Piece(grown))

            resolved = " ".join(resolved for resolved, _ in asked)
            told = self._told(request, Composed(draft, lines, resolved, context), model, show)
            rendered = renderer.finished(draft)
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
            as_of=inquiry.as_of,
            mode="generative" if told.worded else "extractive",
            model=self._model.model if self._model and told.worded else None,
            prompt=told.prompt if told.worded else None,
            fallback=_fallback(told.failure, context.words) if told.failure else None,
        )
        return self._kept(answer, request, caller, started)

    def warm(self, caller: Caller) -> None:
        """Asks what nobody waits for: vocabularies are read and patterns compiled, which takes a second or two."""
        self.answer(AnswerRequest("Who did what, and when did it begin?", mode="extractive", keep=False), caller)

    def search(self, request: AnswerRequest, caller: Caller, limit: int) -> SearchResult:
        """Returns the ranked passages alone, at most ``limit``. Raises as ``answer`` does."""
        _check(request.question)
        earlier = self._earlier(request, caller)
        with self._archive.view(caller) as view:
            inquiry = self._inquiry(request, earlier, view, caller)
            resolved, question = inquiry.resolved()
            context = inquiry.context(question)
            turns = [*earlier.questions, inquiry.text()]
            passages = tuple(search_passages(turns, context, limit))
        return SearchResult(resolved, passages)

    def brief(self, request: BriefRequest, caller: Caller) -> Briefing:
        """Writes a briefing on a period. Raises UsageError when it ends before it begins, or for an unknown name."""
        with self._archive.view(caller) as view:
            return compose_briefing(request, self._context(view, caller, request.end))

    def role_timeline(self, caller: Caller) -> RoleTimeline:
        """Follows every role that the caller may read of through the archive."""
        with self._archive.view(caller) as view:
            return role_timeline(self._context(view, caller))

    def indicator_series(self, caller: Caller) -> Figures:
        """Joins the figures that the caller may read to series."""
        with self._archive.view(caller) as view:
            return indicator_series(self._context(view, caller))

    def _told(
        self, request: AnswerRequest, composed: Composed, model: Consultation | None, show: Callable[[Line], None]
    ) -> Told:
        """Shows each line, in a model's words where there is one and it may word them."""
        if model and composed.found:
            return word(composed, model, show)
        for line in composed.lines:
            show(line)
        none = request.mode == "generative" and self._model is None
        return Told(failure=Failure.NONE if none else None)

    def _earlier(self, request: AnswerRequest, caller: Caller) -> Earlier:
        """The questions before this one, self-contained where the conversation is kept, and the answers' lines."""
        if request.conversation_id is not None:
            turns = self._conversations.turns(request.conversation_id, caller)[-_REMEMBERED_TURNS:]
            answers = [quoted_lines(json.loads(turn.answer_json)) for turn in reversed(turns)]
            return Earlier([turn.resolved_question for turn in turns], answers)
        asked = [turn.text for turn in request.history if turn.role == "user" and turn.text.strip()]
        told = [listed_lines(turn.text) for turn in reversed(request.history) if turn.role == "assistant"]
        return Earlier(asked[-_REMEMBERED_TURNS:], told[:_REMEMBERED_TURNS])

    def _catalog(self, view: View, caller: Caller) -> Catalog:
        key = (view.generation, caller.access)
        catalog = self._catalogs.get(key)
        if catalog is None:
            catalog = self._catalogs[key] = Catalog(view)
            while len(self._catalogs) > _CATALOGS:
                self._catalogs.popitem(last=False)
        return catalog

    def _context(self, view: View, caller: Caller, as_of: date | None = None) -> Context:
        """What composers work with that take no question; without ``as_of`` as of the newest day of the archive."""
        catalog = self._catalog(view, caller)
        retriever = Retriever(view, lambda: self._archive.embedder, catalog.word_vectors)
        return Context(view, catalog, retriever, as_of or catalog.newest_day() or date.max)

    def _inquiry(
        self, request: AnswerRequest, earlier: Earlier, view: View, caller: Caller, model: QuestionModel | None = None
    ) -> Inquiry:
        catalog = self._catalog(view, caller)
        as_of = request.as_of or catalog.newest_day() or datetime.now(UTC).date()
        words = Wording(language_of(request.question))
        return Inquiry(request, earlier, view, catalog, as_of, words, lambda: self._archive.embedder, model)

    def _kept(self, answer: Answer, request: AnswerRequest, caller: Caller, started: float) -> Answer:
        """Adds the turn to its conversation."""
        timings = {"total": round(1000 * (time.perf_counter() - started), 2)}
        answer = replace(answer, timings_ms=timings)
        if request.history or not request.keep:
            return answer
        stored = self._conversations.append(
            request.conversation_id,
            caller,
            request.question,
            answer.resolved_question,
            json.dumps(answer_json(answer), ensure_ascii=False),
        )
        return replace(answer, conversation_id=stored)


def _fallback(failure: Failure, words: Wording) -> str:
    """Why a model's words are not used, in the language of the answer; all but two reasons arise in English alone."""
    if failure is Failure.NONE:
        return words("No language model is set up.")
    if failure is Failure.LANGUAGE:
        return words("This answer is not in the language model's words: those can be verified in English only.")
    return failure.value


def _check(question: str) -> None:
    if not question.strip():
        raise UsageError("The question is empty: write what you want to know.")
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise UsageError("The question holds halves of characters, which are no text: type it again.")
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; the most is {LONGEST_QUESTION:,}. Shorten it."
        )
