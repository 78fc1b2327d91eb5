"""Questions, searches, what people think of answers, and briefings."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ctassist.client.call import Call, Day, Json, as_bytes, as_json, as_text, day, known, nothing
from ctassist.client.errors import NotUnderstood, problem_of
from ctassist.model.answer import Answer, Claim, Passage, Scope, Stage, Turn
from ctassist.model.briefing import Briefing, BriefLine, BriefSection
from ctassist.model.contract import answer_of, citation_of, claim_of, coverage_of, passage_of, stage_of

Event = Stage | Claim | Answer
"""What comes while an answer is made: stages, verified claims, and at the end the Answer."""
Mode = Literal["auto", "extractive", "generative"]
EVENT_STREAM = "text/event-stream"
_READERS: Mapping[str, Callable[[Mapping[str, Any]], Event]] = {
    "stage": stage_of,
    "claim": claim_of,
    "answer": answer_of,
}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The passages that a question would be answered from, best first, and the question as it was understood."""

    resolved_question: str
    passages: tuple[Passage, ...]


def ask(
    question: str,
    *,
    conversation_id: str | None = None,
    history: Sequence[Turn] = (),
    as_of: Day | None = None,
    filters: Scope | None = None,
    mode: Mode = "auto",
) -> Call[Answer]:
    """Asks one question; gives the cited Answer.

    Args:
        question: 1 to 2,000 characters.
        conversation_id: From an earlier answer, to ask on in the same conversation.
        history: The earlier messages, instead of ``conversation_id``.
        as_of: Answer as the archive stood on this day.
        filters: What to limit the question to.
        mode: Whether a language model, where the service has one, may word the answer.

    Raises:
        CallFailed: One of its kinds, such as BadRequest or Unavailable.
    """
    body = _question(question, conversation_id, history, as_of, filters, mode)
    # Asked twice, a question is answered twice, and stands twice in its conversation.
    return Call("POST", "v1/answers", as_json(answer_of), body=body, repeatable=False)


def search(
    question: str,
    *,
    limit: int = 10,
    conversation_id: str | None = None,
    history: Sequence[Turn] = (),
    as_of: Day | None = None,
    filters: Scope | None = None,
) -> Call[SearchResult]:
    """Gives at most ``limit`` (1 to 100) passages that a question would be answered from. Raises CallFailed."""
    body = _question(question, conversation_id, history, as_of, filters, "auto") | {"limit": limit}
    return Call("POST", "v1/search", as_json(_found), body=body)


def feedback(
    answer: Answer | str,
    rating: Literal["up", "down"] | None,
    comment: str = "",
    *,
    conversation_id: str | None = None,
) -> Call[None]:
    """Says what one thinks of an answer, or of the answer with that id; a ``rating`` of None takes it back."""
    if isinstance(answer, Answer):
        conversation_id = conversation_id or answer.conversation_id
    answer_id = answer.id if isinstance(answer, Answer) else answer
    body = {"answer_id": answer_id, "rating": rating, "comment": comment} | known(conversation_id=conversation_id)
    return Call("POST", "v1/feedback", nothing, body=body)


def brief(start: Day, end: Day, *, entity: str | None = None, place: str | None = None) -> Call[Briefing]:
    """Gives a cited briefing on the days from ``start`` to ``end``, both included; narrowed if you like.

    The text of its lines is plain; ``lead`` is not told apart.
    """
    return Call("POST", "v1/briefs", as_json(_briefing), body=_brief(start, end, entity, place, "json"))


def brief_markdown(start: Day, end: Day, *, entity: str | None = None, place: str | None = None) -> Call[str]:
    """Gives a briefing as Markdown, with its numbered sources."""
    body = _brief(start, end, entity, place, "markdown")
    return Call("POST", "v1/briefs", as_text, body=body, accept="text/markdown")


def brief_docx(start: Day, end: Day, *, entity: str | None = None, place: str | None = None) -> Call[bytes]:
    """Gives a briefing as a Word file."""
    return Call("POST", "v1/briefs", as_bytes, body=_brief(start, end, entity, place, "docx"), accept="*/*")


def event_of(name: str, data: str) -> Event | None:
    """Reads one event of a streamed answer; None for a kind that this client does not know.

    Raises ProblemReply for an event that says what went wrong, and NotUnderstood for what cannot be read.
    """
    try:
        if name == "error":
            written = json.loads(data)
            raise problem_of(int(written.get("status", 500)), written)
        return _READERS[name](json.loads(data)) if name in _READERS else None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotUnderstood(f"The service sent an event that this client cannot read ({name}).") from error


def _question(
    question: str,
    conversation_id: str | None,
    history: Sequence[Turn],
    as_of: Day | None,
    filters: Scope | None,
    mode: Mode,
) -> Json:
    return {"question": question, "mode": mode} | known(
        conversation_id=conversation_id,
        history=[{"role": turn.role, "text": turn.text} for turn in history] or None,
        as_of=day(as_of),
        filters=_scope(filters) if filters else None,
    )


def _scope(scope: Scope) -> Json:
    named = {
        "entities": list(scope.entities),
        "places": list(scope.places),
        "document_ids": list(scope.document_ids),
    }
    return named | known(**{"from": day(scope.start), "to": day(scope.end)})


def _brief(start: Day, end: Day, entity: str | None, place: str | None, form: str) -> Json:
    return {"from": day(start), "to": day(end), "format": form} | known(entity=entity, place=place)


def _found(written: Mapping[str, Any]) -> SearchResult:
    return SearchResult(written["resolved_question"], tuple(passage_of(passage) for passage in written["passages"]))


def _briefing(written: Mapping[str, Any]) -> Briefing:
    return Briefing(
        title=written["title"],
        searched=written["searched"],
        sections=tuple(
            BriefSection(section["heading"], tuple(_line(line) for line in section["lines"]))
            for section in written["sections"]
        ),
        citations=tuple(citation_of(citation) for citation in written["citations"]),
        coverage=coverage_of(written["coverage"]),
    )


def _line(written: Mapping[str, Any]) -> BriefLine:
    return BriefLine(written["text"], tuple(written["citations"]), group=written["group"] or "")
