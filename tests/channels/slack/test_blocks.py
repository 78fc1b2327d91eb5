"""Any Answer as a message, against the limits that Slack publishes."""

import json
import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st
from tests.channels.slack.limits import MARKDOWN, block_faults, chunk_faults, message_faults, view_faults

from ctassist.channels.links import base_of
from ctassist.channels.slack.blocks import Frame, Message, answer_message, comment_view, invitation, sentence
from ctassist.channels.slack.pages import LINES, SOURCES, pages_of
from ctassist.model.answer import Answer, Citation, Claim, Coverage, Status
from ctassist.settings import Settings

HERE = base_of(Settings.model_validate({"public_url": "https://archive.example.org/reviews/"}))
NOWHERE = base_of(Settings())
MARK = re.compile(r"(?<!\\)\[(\d+)\]")

words = st.text(st.sampled_from("ab & < > ! @ # * _ ~ ` | [ ] ( ) \\ : é 漢 \u200f") | st.characters(), max_size=60)
tricky = st.sampled_from(
    ["<!here>", "<@U1>", "@channel", "@everyone", "&amp;", "[x](http://a.example)", "a" * 3000, ""]
)
lines = st.lists(words | tricky, min_size=1, max_size=4).map(" ".join)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Any answer: with headings, long lines, many sources, and odd words."""
    sources = draw(st.integers(0, 60))
    rows = draw(st.lists(lines, min_size=1, max_size=25))
    cited = [draw(st.lists(st.integers(1, max(sources, 1)), max_size=6)) if sources else [] for _ in rows]
    marked = [
        f"{'- ' if draw(st.booleans()) else ''}{row} {''.join(f'[{n}]' for n in numbers)}"
        for row, numbers in zip(rows, cited, strict=True)
    ]
    citations = tuple(
        Citation(
            n, f"d{n}", draw(words), draw(lines), 0, 9, f"/documents/d{n}?start=0&end=9#mark", ("2024-01", "2024-02")
        )
        for n in range(1, sources + 1)
    )
    return Answer(
        id="an-id",
        question=draw(lines) or "Who?",
        resolved_question="Who?",
        status=draw(st.sampled_from(Status)),
        answer="So:\n" + draw(st.sampled_from(["\n", "\n\n"])).join(marked),
        conversation_id="a-conversation",
        claims=tuple(Claim(row, tuple(numbers)) for row, numbers in zip(rows, cited, strict=True)),
        citations=citations,
        coverage=Coverage(start=date(2024, 1, 1), matched=draw(st.integers(0, 99)), shown=3),
        suggestions=tuple(draw(st.lists(lines, max_size=30))),
        model=draw(st.none() | words.filter(bool)),
    )


def check(message: Message) -> None:
    assert message_faults({"text": message.text, "blocks": message.blocks}) == []
    assert block_faults(list(message.below)) == []
    assert len(message.body) <= MARKDOWN
    assert chunk_faults([{"type": "markdown_text", "text": message.body}]) == []


@bounded(max_examples=60)
@given(answers(), st.booleans(), st.sampled_from([HERE, NOWHERE]))
def test_each_page_of_any_answer_is_within_the_limits(answer: Answer, lead: bool, base: str) -> None:
    for page in range(1, len(pages_of(answer, base)) + 1):
        check(answer_message(answer, base, Frame("1.2", lead, lead), page))


@bounded(max_examples=60)
@given(answers())
def test_the_pages_hold_the_whole_answer_and_each_source_that_it_names(answer: Answer) -> None:
    pages = pages_of(answer, NOWHERE)
    named = {int(n) for n in MARK.findall(answer.answer)} & {citation.n for citation in answer.citations}
    assert {citation.n for page in pages for citation in page.citations} == named
    for page in pages:
        marked = [line for line in page.text.split("\n") if MARK.search(line)]
        assert len(marked) <= LINES
        assert len(page.citations) <= SOURCES or len(marked) <= 2
    unescaped = "".join(unwritten(page.text) for page in pages)
    assert "".join(unescaped.split()) == "".join(bracketed(answer.answer).split())


def bracketed(text: str) -> str:
    """Text without what a numbers' brackets were escaped with, or a word was kept from calling people."""
    return text.replace("\u2060", "").replace("\\[", "[").replace("\\]", "]")


def unwritten(text: str) -> str:
    """Text before it was written for Slack."""
    text = bracketed(text)
    for character, entity in (("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")):
        text = text.replace(entity, character)
    return text


def answer(text: str, sources: int, **fields: Any) -> Answer:
    cited = tuple(
        Citation(n, f"d{n}", f"Review {n}", f"Quote {n}", 0, 9, f"/documents/d{n}?start=0&end=9#mark")
        for n in range(1, sources + 1)
    )
    told = {"id": "a", "question": "Q?", "resolved_question": "Q?", "status": Status.ANSWERED, "citations": cited}
    return Answer(**{**told, "answer": text, **fields})


def test_a_list_is_cut_between_its_lines_and_each_page_has_its_sources() -> None:
    text = "**30 activities**\n\n" + "\n".join(f"- line {n} [{n}]" for n in range(1, 31))
    pages = pages_of(answer(text, 30), NOWHERE)
    assert [len(page.citations) for page in pages] == [12, 12, 6]
    assert pages[0].text.startswith("**30 activities**")
    assert [line for page in pages for line in page.text.split("\n") if line.startswith("- ")] == text.split("\n")[2:]


def test_headings_stand_above_what_they_head() -> None:
    groups = "\n\n".join(f"**Group {n}**\n\n- one [{2 * n - 1}]\n- two [{2 * n}]" for n in range(1, 9))
    pages = pages_of(answer(groups, 16), NOWHERE)
    assert [page.text.count("**Group") for page in pages] == [6, 2]
    assert pages[1].text.startswith("**Group 7**")


def test_markers_lead_to_their_sources_where_it_is_known_how_people_reach_them() -> None:
    told = answer("It is so [1][2]. Not [9], nor \\[1\\].", 2)
    linked = answer_message(told, HERE, Frame()).body
    address = "https://archive.example.org/reviews/documents/d1?start=0&amp;end=9#mark"
    assert linked.startswith(f"It is so [[1]]({address})[[2]](")
    assert linked.endswith("Not [9], nor [1].")
    bare = answer_message(told, NOWHERE, Frame())
    assert bare.body == "It is so [1][2]. Not [9], nor [1]."
    assert "http" not in json.dumps(bare.blocks)


def test_how_an_answer_came_out_is_said() -> None:
    def notes(told: Answer) -> str:
        return json.dumps([b for b in answer_message(told, HERE, Frame()).blocks if b["type"] == "context"])

    assert "Not found" in notes(answer("Nothing.", 0, status=Status.NOT_FOUND))
    partly = notes(answer("Some.", 0, status=Status.PARTIAL, coverage=Coverage(matched=90, shown=40)))
    assert "Not complete: 40 of 90" in partly
    assert "Worded by small-model" in notes(answer("Some.", 0, model="small-model"))
    assert notes(answer("All.", 0)) == "[]"


def test_choices_are_buttons_that_hold_the_whole_question() -> None:
    long = "Who chairs " + "the very long group " * 20 + "?"
    message = answer_message(answer("Which?", 0, status=Status.CLARIFY, suggestions=("Who?", long)), HERE, Frame())
    [block] = [b for b in message.blocks if b["type"] == "actions"]
    assert [element["value"] for element in block["elements"]] == ["Who?", long]
    assert len(block["elements"][1]["text"]["text"]) <= 75


def test_a_page_that_does_not_exist_is_the_nearest_that_does() -> None:
    told = answer("\n".join(f"- {n} [{n}]" for n in range(1, 30)), 30)
    assert answer_message(told, HERE, Frame(), 99) == answer_message(told, HERE, Frame(), 3)
    assert answer_message(told, HERE, Frame(), 0) == answer_message(told, HERE, Frame(), 1)


@given(lines.filter(lambda text: bool(text.strip())), st.lists(lines, max_size=30))
def test_sentences_and_invitations_are_within_the_limits(text: str, questions: list[str]) -> None:
    check(sentence(text[:2000]))
    check(invitation(text[:2000], questions))


def test_the_window_for_comments_is_within_the_limits() -> None:
    assert view_faults(comment_view("a" * 40, None)) == []
