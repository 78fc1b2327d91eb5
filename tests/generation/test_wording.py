"""Answers as models word them: what an honest one says is shown, what a hostile one adds is not; nothing is lost."""

import re
from collections.abc import Iterator

import pytest
from tests.answering.rules import broken
from tests.generation.behaviours import honest, hostile
from tests.generation.conftest import Shelf, Worded, worded_by
from tests.generation.model_server import Asked, Behaviour, Claim

from ctassist.answering.generation import composing
from ctassist.evaluation.cases import Case
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Answer

LEAST_QUESTIONS = 300
# Hundreds of questions a test, most of them worded; where other programs take the machine that is minutes.
pytestmark = pytest.mark.timeout(1_500)


def asked_both_ways(shelf: Shelf, worded: Worded) -> Iterator[tuple[Case, Answer, Answer]]:
    """Each question with its answer without a model and with one."""
    for case, without in zip(shelf.cases, shelf.answers, strict=True):
        yield case, without, worded.ask(case.question, *case.history)


def cited(answer: Answer) -> set[tuple[str, int, int]]:
    """The spans that an answer cites."""
    return {(citation.document_id, citation.start, citation.end) for citation in answer.citations}


def plain(text: str) -> str:
    """A claim as it was put to the model."""
    return one_line(composing.plain(text)).rstrip(".")


def recording(behaviour: Behaviour, said: list[Claim], findings: set[str]) -> Behaviour:
    """The same, noting what the model was told and what it said."""

    def claims(asked: Asked) -> list[Claim]:
        findings.update(plain(text) for text in asked.findings.values())
        made = list(behaviour(asked))
        said.extend(made)
        return made

    return claims


def test_what_an_honest_model_says_is_shown(shelves: list[Shelf]) -> None:
    said: list[Claim] = []
    told = shown = questions = generative = 0
    for shelf in shelves:
        with worded_by(shelf.library, recording(honest(5), said, set())) as worded:
            for _, without, answer in asked_both_ways(shelf, worded):
                claims = {claim.text for claim in answer.claims}
                told += len(said)
                shown += sum(text in claims for text, _ in said)
                questions += 1
                generative += answer.mode == "generative"
                assert cited(answer) == cited(without)
                assert not broken(shelf.library, answer)
                assert (answer.model is None) == (answer.mode == "extractive")
                said.clear()
    assert questions >= LEAST_QUESTIONS
    assert generative >= 0.8 * questions
    assert shown >= 0.98 * told, f"{shown} of {told} claims survived"


def test_what_a_hostile_model_adds_is_not_shown_and_what_it_drops_is_kept(shelves: list[Shelf]) -> None:
    lies: list[str] = []
    findings: set[str] = set()
    questions = told = 0
    for shelf in shelves:
        with worded_by(shelf.library, recording(hostile(1, lies), [], findings)) as worded:
            for case, without, answer in asked_both_ways(shelf, worded):
                # What is told with a wrong citation may still be true.
                wrong = {lie for lie in lies if plain(lie) not in findings}
                assert not [claim.text for claim in answer.claims if claim.text in wrong], case.question
                assert cited(answer) == cited(without), case.question
                assert not broken(shelf.library, answer)
                assert not re.search(r"https?:|<|!\[|QXLO|\u200b", answer.answer)
                questions, told = questions + 1, told + len(lies)
                lies.clear()
                findings.clear()
    assert questions >= LEAST_QUESTIONS
    assert told >= 2 * questions
