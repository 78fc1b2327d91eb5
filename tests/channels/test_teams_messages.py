"""Answers of any kind as messages and cards: within all limits of Teams, nothing left out, nothing taken for markup."""

import json
import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.channels.teams_checks import LARGEST, MARKER, check_card, check_message, run_texts

from ctassist.channels.teams.cards import answer_card
from ctassist.channels.teams.lines import escaped, lines_of, message_text, shorten
from ctassist.channels.teams.messages import answer_message, sentence_message, so_far, welcome_message
from ctassist.channels.teams.pages import pages_of
from ctassist.model.answer import Answer, Citation, Claim, Status

WORDS = st.text(min_size=1, max_size=300).filter(lambda text: text.strip() != "")
PROSE = st.text("ab é漢<>&*_[]()`#|~\\{}-+.1\"'", min_size=1, max_size=600).filter(lambda text: text.strip() != "")


def citation(n: int, title: str, quote: str, page: int | None) -> Citation:
    return Citation(
        n=n,
        document_id=f"d{n}",
        title=title,
        quote=quote,
        start=0,
        end=len(quote),
        url=f"/documents/d{n}?start=0&end={len(quote)}#mark",
        period=("2024-01", "2024-02") if n % 2 else None,
        section=(title, quote[:50]),
        page=page,
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Answers of up to 80 lines, of which some name many sources and some the same."""
    count = draw(st.integers(0, 80))
    titles, quotes = draw(st.lists(WORDS, min_size=1, max_size=4)), draw(st.lists(PROSE, min_size=1, max_size=4))
    citations = [
        citation(n, titles[n % len(titles)], quotes[n % len(quotes)], n % 7 or None) for n in range(1, count + 1)
    ]
    texts = draw(st.lists(PROSE, min_size=1, max_size=6))
    claims, at = [], 0
    while at < count:
        size = min(draw(st.sampled_from((1, 1, 1, 2, 3, 30))), count - at)
        numbers = tuple(range(at + 1, at + size + 1))
        claims.append(Claim(" ".join(texts[at % len(texts)].split()), numbers))
        at += size
    lines = [f"- {claim.text} {''.join(f'[{n}]' for n in claim.citations)}" for claim in claims]
    status = draw(st.sampled_from(Status)) if claims else Status.NOT_FOUND
    suggestions = tuple(draw(st.lists(WORDS, max_size=9)))
    return Answer(
        id="answer",
        conversation_id="talk",
        question="What?",
        resolved_question=draw(st.sampled_from(("What?", "What happened in 2024?"))),
        status=status,
        answer="\n".join(["**Heading** (as of now):", "", *lines]) if claims else draw(PROSE),
        claims=tuple(claims),
        citations=tuple(citations),
        suggestions=suggestions,
        fallback=draw(st.none() | WORDS),
    )


def dumped(part: Any) -> Any:
    return part.model_dump(by_alias=True, exclude_none=True)


@given(answers(), st.booleans(), st.sampled_from((None, "https://reviews.example.org/archive")))
def test_any_answer_is_a_message_that_teams_takes(answer: Answer, personal: bool, public_url: str | None) -> None:
    message = dumped(answer_message(answer, public_url, "29:ana" if personal else ""))
    check_message(message, personal=personal)
    cited = [claim for entity in message["entities"] for claim in entity.get("citation", [])]
    assert all(("url" in claim["appearance"]) == (public_url is not None) for claim in cited)


@given(answers())
def test_the_pages_of_an_answer_have_all_its_lines_in_their_order_and_all_fit(answer: Answer) -> None:
    pages = pages_of(answer, "https://reviews.example.org")
    whole = lines_of(answer.answer, [citation.n for citation in answer.citations])
    assert [line.numbers for page in pages for line in page.lines] == [line.numbers for line in whole]
    assert pages == pages_of(answer, "https://reviews.example.org")
    for at in range(1, len(pages)):
        card = answer_card(answer, pages, at)
        assert card is not None
        written = dumped(card)
        check_card(written)
        titles = [action["title"] for action in written["actions"]]
        assert ("More" in titles) == (at + 1 < len(pages))
        assert "Back" in titles


@given(PROSE)
def test_text_of_the_archive_is_never_markup(text: str) -> None:
    written = message_text(lines_of(text, ()))
    # What is left when all that was escaped is a letter has no power.
    bare = re.sub(r"\\[!-/:-@\[-`{-~]|&amp;|&lt;", "x", written)
    assert not re.search(r"[<`_\[\]|~]", bare)
    pairs = [line.count("**") % 2 == 0 for line in bare.splitlines()]
    assert all(pairs)
    assert not re.search(r"(?m)^(#|>|\d+[.)](\s|$))", bare)
    assert not MARKER.search(escaped(text))


def test_bold_words_points_and_numbers_stay_and_all_else_is_text() -> None:
    lines = lines_of("**2 groups** match:\n\n- A *b* <i> & [9] [1]\n  - deeper [2]\n\n1. no list", (1, 2))
    assert message_text(lines) == (
        "**2 groups** match:\n\n- A \\*b\\* &lt;i> &amp; \\[9\\] [1]\n  - deeper [2]\n\n1\\. no list"
    )


def test_long_lists_say_that_there_is_more_and_how_to_get_it() -> None:
    claims = [Claim(f"Line {n}", (n,)) for n in range(1, 58)]
    answer = Answer(
        id="answer",
        conversation_id="talk",
        question="What?",
        resolved_question="What?",
        status=Status.ANSWERED,
        answer="\n".join(f"- {claim.text} [{claim.citations[0]}]" for claim in claims),
        claims=tuple(claims),
        citations=tuple(citation(n, "Review", f"Line {n}", 1) for n in range(1, 58)),
    )
    message = dumped(answer_message(answer, None))
    card = message["attachments"][0]["content"]
    pages = pages_of(answer, None)
    assert f"Page 1 of {len(pages)} of this answer" in list(run_texts(message["attachments"]))
    more = next(action for action in card["actions"] if action["title"] == "More")
    assert more["data"] == {"ctassist": "page", "conversation": "talk", "answer": "answer", "page": 1}
    last = dumped(answer_card(answer, pages, len(pages) - 1))
    assert "• Line 57 [57]" in list(run_texts([{"content": last}]))


def test_choices_are_buttons_and_suggestions_are_offered_as_the_place_allows() -> None:
    answer = Answer(
        id="answer",
        question="Who chairs it?",
        resolved_question="Who chairs it?",
        status=Status.CLARIFY,
        answer="Which group do you mean?",
        suggestions=tuple(f"Who chairs group {n}?" for n in range(9)),
    )
    message = dumped(answer_message(answer, None, "29:ana"))
    check_message(message, personal=True)
    sets = [element["actions"] for element in message["attachments"][0]["content"]["body"]]
    assert [len(actions) for actions in sets] == [6, 3]
    assert sets[0][0]["data"]["msteams"]["text"] == "Who chairs group 0?"
    assert "suggestedActions" not in message


@given(st.lists(st.builds(Claim, PROSE, st.lists(st.integers(1, 99), min_size=1, max_size=3).map(tuple)), max_size=60))
def test_what_is_shown_on_the_way_only_grows(claims: list[Claim]) -> None:
    told = [so_far(claims[:count]) for count in range(len(claims) + 1)]
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(told))
    assert len(json.dumps(told[-1]).encode()) < LARGEST


@given(PROSE, st.lists(WORDS, max_size=9))
def test_sentences_and_welcomes_are_messages_too(text: str, questions: list[str]) -> None:
    check_message(dumped(sentence_message(text)), personal=False)
    check_message(dumped(welcome_message(questions, "29:ana")), personal=True)
    check_message(dumped(welcome_message(questions)), personal=False)


@given(st.text(), st.integers(1, 50))
def test_what_is_shortened_is_no_longer_than_it_may_be(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length
