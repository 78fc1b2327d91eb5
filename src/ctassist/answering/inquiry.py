"""One request on its way to an answer: understood, asked of the composers, verified."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ctassist.answering.compound import (
    Part,
    leans_on_another,
    put_otherwise,
    says_nothing,
    speaks_of,
    split_questions,
    stand_apart,
)
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.evidence.deeds import tells_deed
from ctassist.answering.generation.questions import QuestionModel
from ctassist.answering.passages.composing import nothing
from ctassist.answering.phrasing.addressing import unaddressed
from ctassist.answering.phrasing.asking import plain_request
from ctassist.answering.phrasing.clauses import asking_clauses
from ctassist.answering.phrasing.corrections import corrected
from ctassist.answering.phrasing.doers import counted_doers
from ctassist.answering.phrasing.kinds_of_bodies import kinds_spelled_out
from ctassist.answering.phrasing.languages import translated
from ctassist.answering.phrasing.misspelt_names import names_mended
from ctassist.answering.phrasing.rewording import reworded
from ctassist.answering.phrasing.slips import mended
from ctassist.answering.phrasing.time_phrases import plain_times
from ctassist.answering.planning.plans import answer_from, clarification
from ctassist.answering.retrieval import Retriever
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.follow_ups.needing import lacks_subject
from ctassist.answering.understanding.follow_ups.resolving import resolve, widened
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY, say
from ctassist.answering.understanding.time_scope import mended_months
from ctassist.answering.verification import holds
from ctassist.answering.wording import Wording
from ctassist.errors import UsageError
from ctassist.extraction.places import Place, place_of
from ctassist.indexing.embedding import Embedder
from ctassist.indexing.view import View
from ctassist.model.answer import AnswerRequest, Scope, Status
from ctassist.model.time import Interval

Resolved = tuple[str, Question]
"""A question made self-contained, in English, and as understood."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was said before: the questions, the oldest first, and the lines of each answer, the last first."""

    questions: Sequence[str]
    answers: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A request with everything it is answered from."""

    request: AnswerRequest
    earlier: Earlier
    view: View
    catalog: Catalog
    as_of: date
    words: Wording
    embedder: Callable[[], Embedder]
    model: QuestionModel | None = None
    """Asked where the rules are unsure of a question, if there is one."""

    def answered(self) -> tuple[list[Resolved], list[Part]]:
        """The questions of the request, mostly one, and the answer to each.

        Where one of several questions has no answer, the whole may have one that speaks of it: "how do I join, and how
        long will it take" asks for one thing.
        """
        asked, pieces = self.understood()
        parts = [self.part(*question) for question in asked]
        if pieces and not any(part.lines for part in parts):
            asked = pieces
            parts = [self.part(*question) for question in asked]
        if len(parts) > 1 and any(part.lines for part in parts):
            missing = [part.question for part in parts if not part.lines]
            if missing:
                whole = self.resolved()
                part = self.part(*whole)
                if part.lines and all(speaks_of(part.lines, question) for question in missing):
                    return [whole], [part]
                parts = self._without_leaning(asked, parts)
        if not any(part.lines for part in parts):
            return self._asked_of_model(asked) or (asked, parts)
        return asked, parts

    def _without_leaning(self, asked: Sequence[Resolved], parts: Sequence[Part]) -> list[Part]:
        """The parts, where what leans on a question without an answer has none: "who learnt it, who gave the aid?"."""
        kept: list[Part] = []
        for (_, question), part in zip(asked, parts, strict=True):
            leans = bool(kept) and not kept[-1].lines and leans_on_another(question)
            kept.append(Part(part.question, nothing(question, self.context(question)), ()) if leans else part)
        return kept

    def _asked_of_model(self, asked: Sequence[Resolved]) -> tuple[list[Resolved], list[Part]] | None:
        """What a model takes the request for, where the rules find no answer to what they do; None without any."""
        if self.model is None:
            return None
        if self.earlier.questions:
            said = [*self.earlier.questions, *(line for answer in self.earlier.answers[:1] for line in answer)]
            meant = self.model.resolved(self.request.question, said)
            questions = [meant] if meant else []
        else:
            questions = self.model.parts(asked[0][0]) if len(asked) == 1 else []
        pieces = [self._resolved(self._english(question), ()) for question in questions]
        answers = [self.part(*piece) for piece in pieces]
        return (pieces, answers) if any(part.lines for part in answers) else None

    def understood(self) -> tuple[list[Resolved], list[Resolved]]:
        """The questions of the request, mostly one; and its pieces, in case it has no answer as a whole."""
        text = self._english(self.request.question)
        questions = self._before()
        whole = self._resolved(text, questions)
        pieces = split_questions(text)
        if len(pieces) == 1 or whole[1].quotation:
            wider = widened(text, whole[1]) if questions else ""
            otherwise = put_otherwise(whole[0]) or ([wider] if wider else [])
            return [whole], [self._resolved(piece, questions) for piece in otherwise]
        asked = [self._resolved(pieces[0], questions)]
        for piece in pieces[1:]:
            asked.append(self._resolved(piece, [*questions, *(resolved for resolved, _ in asked)]))
        if any(lacks_subject(question, self.catalog) for _, question in asked):
            return [whole], []
        if stand_apart(pieces, asked):
            return asked, []
        return [whole], [question for piece, question in zip(pieces, asked, strict=True) if not says_nothing(piece)]

    def text(self) -> str:
        """The request's question in English, else as it was asked: what goes with a question helps a search."""
        return self._translated(self.request.question)

    def resolved(self) -> Resolved:
        """The request as one question."""
        return self._resolved(self._english(self.request.question), self._before())

    def _before(self) -> list[str]:
        """The questions before this one, each self-contained: what a caller sends along may lean on each other."""
        questions: list[str] = []
        for question in map(self._english, self.earlier.questions):
            if self.request.conversation_id is None:
                answers = self.earlier.answers[len(self.earlier.questions) - len(questions) :]
                question, _ = resolve(question, questions, self.catalog, self.as_of, answers)
            questions.append(question)
        return questions

    def part(self, resolved: str, question: Question) -> Part:
        """The verified answer to one question of the request."""
        context = self.context(question)
        alone = self.request.conversation_id is None and not self.request.history and not question.quotation
        says_nothing = lacks_subject(question, self.catalog) and not tells_deed(question.text)
        draft = clarification(context) if alone and says_nothing else answer_from(question, context)
        draft, lines = _verified(draft, question, context)
        return Part(resolved, draft, lines)

    def context(self, question: Question) -> Context:
        """What composers may use for a question."""
        wanted = self.request.filters.document_ids
        ids = frozenset(wanted) if wanted else None
        if question.document_ids is not None:
            ids = question.document_ids if ids is None else ids & question.document_ids
        retriever = Retriever(self.view, self.embedder, self.catalog.word_vectors)
        return Context(self.view, self.catalog, retriever, self.as_of, ids, self.words)

    def _resolved(self, text: str, earlier: Sequence[str]) -> Resolved:
        resolved, reference = resolve(text, earlier, self.catalog, self.as_of, self.earlier.answers)
        question = understand(resolved, self.catalog, self.as_of, reference)
        return resolved, _within(question, self.request.filters, self.catalog)

    def _translated(self, question: str) -> str:
        return translated(question.strip(), self.catalog.knows, self.catalog.names_together).text

    def _english(self, question: str) -> str:
        english = kinds_spelled_out(self.catalog.own_name_in_full(self._translated(question)), self.catalog)
        english = unaddressed(english, self.catalog)
        english = corrected(plain_request(asking_clauses(english)), self.catalog, self.as_of)
        dated = plain_times(mended_months(english), self.as_of)
        spelled = names_mended(mended(dated, self.catalog), self.catalog)
        return reworded(counted_doers(spelled, self.catalog), self.catalog, self.as_of)


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
    lines = [line for line in draft.lines if holds(line, context)]
    if draft.status is Status.NOT_FOUND or not draft.lines:
        return draft, []
    if not lines:
        return nothing(question, context), []
    if len(lines) < len(draft.lines):
        left = len(draft.lines) - len(lines)
        note = context.words.count(
            left,
            "1 line could not be verified and is left out.",
            "{count} lines could not be verified and are left out.",
        )
        coverage = replace(draft.coverage, shown=len(lines))
        return replace(draft, status=Status.PARTIAL, outro=f"{draft.outro} {note}".strip(), coverage=coverage), lines
    return draft, lines
