"""An answer as text with its sources below, whatever stands in it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.service.archive import make_index

from ctassist.answering.assistant import Assistant
from ctassist.application.app import create_app
from ctassist.channels.links import with_addresses
from ctassist.channels.openai.rendering import extras
from ctassist.channels.sourced import markers, sourced, unsourced
from ctassist.model.answer import Answer, AnswerRequest, Citation, Piece, Stage, Status
from ctassist.model.contract import answer_json
from ctassist.model.text import Link, Span

BASE = "https://archive.example.org"
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
CITATIONS = st.builds(
    lambda title, quote, section: Citation(
        *(1, "d1", title, quote, 0, len(quote), "/documents/d1?start=0&end=3#mark"),
        period=("2022-05", "2022-06"),
        section=tuple(section),
        page=2,
    ),
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=2),
)


def answer_of(text: str, citations: list[Citation]) -> Answer:
    numbered = tuple(replace(citation, n=number) for number, citation in enumerate(citations, 1))
    return Answer("a1", "Who?", "Who?", Status.ANSWERED, text, citations=numbered)


def _titled(title: str) -> Citation:
    return Citation(1, "d1", title, "q", 0, 1, "/documents/d1?start=0&end=3#mark")


@example("", [_titled("-")])
@example("", [_titled("- 2031 -"), _titled("3. Issue"), _titled("# Notes"), _titled("> said")])
@example("", [_titled("+"), _titled("12) x"), _titled("====")])
@given(TEXT, st.lists(CITATIONS, max_size=4))
def test_the_sources_are_a_list_of_their_own_and_taken_off_again(text: str, citations: list[Citation]) -> None:
    answer = answer_of(f"{text} [1]", citations)
    for base in ("", BASE):
        content = sourced(answer, base)
        assert unsourced(content) == answer.answer
        sources = content.removeprefix(answer.answer)
        tokens = MarkdownIt().parse(sources)
        assert sum(1 for token in tokens if token.type == "list_item_open") == len(citations)
        links = [child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"]
        assert links == [BASE + citation.url for citation in citations if base]


@given(TEXT, st.lists(CITATIONS, min_size=1, max_size=3))
def test_each_marker_has_an_annotation_that_points_to_it(text: str, citations: list[Citation]) -> None:
    said = text.replace("[", "(")
    answer = answer_of(f"{said} [1] and \\[1\\] and [9][1]", citations)
    notes = [note["url_citation"] for note in extras(answer, "", BASE)["annotations"]]
    content = sourced(answer, "")
    assert [content[note["start_index"] : note["end_index"]] for note in notes] == ["[1]", "[1]"]
    assert {note["url"] for note in notes} == {BASE + citations[0].url}
    assert [citation.n for _, _, citation in markers(answer)] == [1, 1]


def test_an_address_leads_to_where_people_reach_the_service_or_stays_as_it_is() -> None:
    cited = Citation(1, "d1", "T", "q", 0, 1, "/documents/d1", links=(Link(Span(0, 1), "https://lamps.example.org"),))
    written = answer_json(answer_of("x [1]", [cited]))
    assert with_addresses(written, "") == written
    told = with_addresses(written, BASE)["citations"][0]
    assert (told["url"], told["links"][0]["url"]) == (f"{BASE}/documents/d1", "https://lamps.example.org")


def test_text_that_has_no_sources_is_left_alone() -> None:
    for text in ("", "Yes.", "One\n\n---\n\ntwo", "One\n\n---\n\n"):
        assert unsourced(text) == text


@pytest.mark.parametrize("fault", [RuntimeError("the disk is on fire")])
def test_a_stream_that_fails_half_way_ends_with_an_error(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def answer(self: Assistant, wanted: AnswerRequest, caller: Any, tell: Callable[..., None], gone: Any) -> Answer:
        tell("stage", Stage("understanding"))
        tell("piece", Piece("It is"))
        raise fault

    app = create_app(make_index(tmp_path_factory.mktemp("failing")))
    monkeypatch.setattr(Assistant, "answer", answer)
    monkeypatch.setattr(Assistant, "warm", lambda self, caller: None)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        body = {"model": "ctassist", "messages": [{"role": "user", "content": "Who?"}], "stream": True}
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.post("/v1/chat/completions", json=body)

    lines = asyncio.run(ask()).text.strip().split("\n\n")
    assert '"It is"' in lines[1]
    assert '"type": "server_error"' in lines[-1]
    assert "fire" not in lines[-1]
    assert "[DONE]" not in lines[-1]
