"""Whatever is asked, an answer keeps the rules, and only the question itself can be at fault."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.answering import wordings
from tests.answering.harbours import SUMMER
from tests.answering.library import Library
from tests.answering.rules import assert_holds, assert_repeats

from ctassist.errors import UsageError

ASKED = (*wordings.MONTH, *wordings.BETWEEN, *wordings.SINCE, *wordings.BEFORE, *wordings.ROLE, *wordings.SAID_ABOUT)
WORDS = " ".join(
    [SUMMER, *ASKED, "and its their what about it that one then last year [1] ? how many when where"]
).split()
anything = st.text(min_size=1, max_size=2000)
worded = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
quick = settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def held(library: Library, question: str, *history: str) -> None:
    try:
        answer = library.ask(question, *history)
    except UsageError:
        assert not question.strip() or len(question) > 2000 or "\ud800" in question
        return
    assert_holds(library, answer)
    assert answer.question == question


@given(anything)
@example("\0")
@example("(" * 2000)
@example("[1]" * 600)
@example("Who chairs the \ud800?")
@example("2022-99-99 and 31 February 2022")
@example("since before between and until May")
@example("last 99 years")
@example("in the year 0000")
@example("Working Group 1 " * 125)
@quick
def test_any_text_may_be_asked(harbours: Library, question: str) -> None:
    held(harbours, question)


@given(worded)
@quick
def test_any_words_of_the_archive_may_be_asked(harbours: Library, question: str) -> None:
    held(harbours, question)


@given(worded, worded)
@quick
def test_any_follow_up_may_be_asked(harbours: Library, before: str, question: str) -> None:
    held(harbours, question, before)


@given(st.one_of(st.text(max_size=2000).filter(lambda text: not text.strip()), st.text(min_size=2001, max_size=2100)))
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_blank_question_and_a_too_long_one_are_refused_with_a_sentence(harbours: Library, question: str) -> None:
    with pytest.raises(UsageError, match=r"question.*\w\.$"):
        harbours.ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in June 2022?",
        "Which activities involved CSO?",
        "Who chairs the Working Group on Fog Signals?",
        "How has the number of focal points grown?",
        "What did Reisner say?",
        "When was the training centre in Lisbon opened?",
        "What is the budget?",
    ],
)
def test_the_same_question_gets_the_same_answer(harbours: Library, question: str) -> None:
    assert_repeats(harbours, question)


def test_the_same_follow_up_gets_the_same_answer(harbours: Library) -> None:
    assert_repeats(harbours, "And in May?", "What happened in June 2022?")
