import json
from typing import Any

import pytest
from tests.answering.library import Library

from ctassist.answering.assistant import Assistant
from ctassist.model.answer import AnswerRequest, Claim, Passage, Piece, Stage
from ctassist.model.caller import ANYONE
from ctassist.model.contract import answer_json, answer_of, passage_json, passage_of, stage_json, stage_of

ANSWER = {
    "id": str,
    "conversation_id": str,
    "question": str,
    "resolved_question": str,
    "status": str,
    "answer": str,
    "claims": list,
    "citations": list,
    "records": list,
    "coverage": dict,
    "suggestions": list,
    "as_of": str,
    "mode": str,
    "model": type(None),
    "timings_ms": dict,
}
CITATION = {"n", "document_id", "title", "period", "section", "page", "quote", "start", "end", "boxes", "links", "url"}
COVERAGE = {"from", "to", "entities", "places", "documents", "matched", "shown", "undated"}


def asked(library: Library, question: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(answer_json(library.ask(question)), ensure_ascii=False))
    return made


@pytest.mark.parametrize(
    "question", ["What happened in June 2022?", "Who chairs the Working Group on Fog Signals?", "What is the budget?"]
)
def test_an_answer_has_the_names_and_shapes_of_the_contract(harbours: Library, question: str) -> None:
    answer = asked(harbours, question)
    assert {name: type(answer[name]) for name in ANSWER} == ANSWER
    assert answer["status"] in ("answered", "partial", "not_found", "clarify")
    assert answer["mode"] == "extractive"
    assert answer["coverage"].keys() >= COVERAGE
    assert answer["timings_ms"]["total"] >= 0
    for claim in answer["claims"]:
        assert claim.keys() >= {"text", "citations"}
    for record in answer["records"]:
        assert record["kind"] in ("activity", "role", "indicator", "statement")


def test_a_citation_has_the_names_and_shapes_of_the_contract(harbours: Library) -> None:
    for citation in asked(harbours, "What happened in June 2022?")["citations"]:
        assert citation.keys() >= CITATION
        assert citation["period"] == {"start": "2022-05", "end": "2022-06"}
        assert citation["title"] == "Lighthouse Network in Review May-June 2022"
        assert citation["section"] == ["Key events"]
        assert citation["document_id"] in citation["url"]


def test_an_answer_says_as_of_when_it_holds(harbours: Library) -> None:
    assert asked(harbours, "What happened in June 2022?")["as_of"] == "2023-01-31"
    assert asked(harbours, "What happened in June 2022?")["coverage"]["from"] == "2022-06-01"


def test_each_answer_has_its_own_identity(harbours: Library) -> None:
    one, other = asked(harbours, "What is the budget?"), asked(harbours, "What is the budget?")
    assert one["id"] != other["id"]
    assert one["conversation_id"] != other["conversation_id"]


def test_a_listener_is_told_of_stages_and_of_each_claim(harbours: Library) -> None:
    told: list[tuple[str, object]] = []
    assistant: Assistant = harbours.assistant
    answer = assistant.answer(
        AnswerRequest("What happened in June 2022?"), ANYONE, lambda kind, what: told.append((kind, what))
    )
    assert [what for kind, what in told if kind == "claim"] == list(answer.claims)
    assert all(isinstance(what, Claim) for kind, what in told if kind == "claim")
    stages = [what for kind, what in told if kind == "stage"]
    assert stages == [Stage("understanding"), Stage("searching"), Stage("composing", answer.coverage)]
    assert told.index(("stage", stages[-1])) < told.index(("claim", answer.claims[0]))


@pytest.mark.parametrize(
    "question",
    [
        "What happened in 2022?",
        "What happened in June 2022, by organisation?",
        "Who chairs the Working Group on Fog Signals?",
        "Who chairs what?",
        "How many focal points are there?",
        "Where was the training centre opened?",
        "What is the budget?",
        "Who chairs the Working Group on Fog Signals, and what happened in June 2022?",
    ],
)
def test_the_pieces_of_an_answer_are_how_its_text_begins(harbours: Library, question: str) -> None:
    pieces: list[str] = []
    claimed: list[int] = []

    def listen(kind: str, what: object) -> None:
        if isinstance(what, Piece):
            pieces.append(what.text)
        claimed.extend([len("".join(pieces))] if kind == "claim" else [])

    answer = harbours.assistant.answer(AnswerRequest(question), ANYONE, listen)
    assert answer.answer.startswith("".join(pieces))
    if len(answer.claims) > 1:
        assert answer.claims[-1].text in "".join(pieces)
        assert claimed == sorted(claimed)
        assert len(pieces) >= len(answer.claims) - 1


def test_a_question_that_is_not_to_be_kept_is_in_no_conversation(harbours: Library) -> None:
    answer = harbours.assistant.answer(AnswerRequest("What happened in June 2022?", keep=False), ANYONE)
    assert answer.conversation_id is None


def test_a_search_gives_ranked_passages_with_their_places(harbours: Library) -> None:
    found = harbours.assistant.search(AnswerRequest("training centre in Lisbon"), ANYONE, 5)
    assert 1 <= len(found.passages) <= 5
    assert "Lisbon" in found.passages[0].text
    for passage in found.passages:
        assert harbours.texts[passage.document_id][passage.start : passage.end] == passage.text


@pytest.mark.parametrize(
    "question", ["What happened in June 2022?", "Who chairs the Working Group on Fog Signals?", "What is the budget?"]
)
def test_an_answer_is_read_back_from_its_json(harbours: Library, question: str) -> None:
    answer = harbours.ask(question)
    written = json.loads(json.dumps(answer_json(answer)))
    read = answer_of({**written, "added_later": 1})
    assert answer_json(read) == written
    assert read.claims == answer.claims
    assert read.citations == answer.citations
    assert read.coverage == answer.coverage
    assert read.as_of == answer.as_of


def test_a_stage_and_a_passage_are_read_back_from_their_json(harbours: Library) -> None:
    stage = Stage("composing", harbours.ask("What happened in June 2022?").coverage)
    assert stage_of(stage_json(stage)) == stage
    assert stage_of(stage_json(Stage("searching"))) == Stage("searching")
    passage = Passage("d", 1, 4, "abc", 0.5, 2, ("Key events",))
    assert passage_of(passage_json(passage)) == passage
