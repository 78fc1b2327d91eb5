"""Runs cases and sums up their scores."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from ctassist.errors import CtassistError
from ctassist.evaluation.cases import Case
from ctassist.evaluation.measures import Score, score
from ctassist.model.answer import Answer, AnswerRequest


class Desk(Protocol):
    """What is scored: something that answers questions and holds documents."""

    def ask(self, request: AnswerRequest) -> Answer:
        """Answers one question."""

    def text(self, document_id: str) -> str:
        """Returns a document's canonical text."""


def run(cases: Sequence[Case], desk: Desk, seen: Callable[[Score], None] | None = None) -> list[Score]:
    """Asks and scores each case, its earlier questions first; ``seen`` is called with each score as it is there."""
    scores = []
    for case in cases:
        try:
            scores.append(_run(case, desk))
        except CtassistError as error:
            scores.append(Score(case, 0.0, (f"{type(error).__name__}: {error}",)))
        if seen:
            seen(scores[-1])
    return scores


def _run(case: Case, desk: Desk) -> Score:
    conversation = None
    for earlier in case.history:
        conversation = desk.ask(AnswerRequest(earlier, conversation_id=conversation)).conversation_id
    started = time.perf_counter()
    answer = desk.ask(AnswerRequest(case.question, conversation_id=conversation))
    return score(case, answer, time.perf_counter() - started, desk.text)


def by_kind(scores: Sequence[Score]) -> dict[str, tuple[int, int]]:
    """Returns, for each kind of question, how many are exact and how many there are."""
    kinds: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        kinds[one.case.kind].append(one)
    return {kind: (sum(s.exact for s in group), len(group)) for kind, group in sorted(kinds.items())}


def summary(scores: Sequence[Score]) -> dict[str, Any]:
    """Returns the measures over all cases; times are in milliseconds."""
    recalls = [one.recall for one in scores if one.recall is not None]
    precisions = [one.precision for one in scores if one.precision is not None]
    return {
        "cases": len(scores),
        "exact": sum(one.exact for one in scores) / len(scores),
        "list_recall": statistics.mean(recalls) if recalls else None,
        "list_precision": statistics.mean(precisions) if precisions else None,
        "citations": sum(one.citations for one in scores),
        "broken_citations": sum(one.broken for one in scores),
        "uncited_claims": sum(one.uncited for one in scores),
        "p50_ms": round(1000 * statistics.median(one.seconds for one in scores), 1),
        "max_ms": round(1000 * max(one.seconds for one in scores), 1),
    }


def row_json(one: Score) -> dict[str, Any]:
    """Returns one score for a report that programs read."""
    row: dict[str, Any] = {
        "id": one.case.id,
        "kind": one.case.kind,
        "seconds": one.seconds,
        "problems": list(one.problems),
        "citations": one.citations,
        "broken": one.broken,
        "claims": one.claims,
        "uncited": one.uncited,
    }
    return row if one.recall is None else row | {"recall": one.recall, "precision": one.precision}
