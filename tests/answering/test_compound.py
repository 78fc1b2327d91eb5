import pytest
from tests.answering.library import Library
from tests.answering.rules import assert_holds

from ctassist.answering.compound import says_nothing, split_questions
from ctassist.answering.understanding.pointing import listed_lines, point
from ctassist.model.answer import AnswerRequest, Turn
from ctassist.model.caller import ANYONE


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Who chairs pests and how many orchards are there?", ["Who chairs pests?", "How many orchards are there?"]),
        ("Who chairs pests? When did AGF visit Togo?", ["Who chairs pests?", "When did AGF visit Togo?"]),
        ("In March, who chaired the group?", ["In March, who chaired the group?"]),
        ("What did AGF and BT do in March?", ["What did AGF and BT do in March?"]),
        ("Bees and honey", ["Bees and honey"]),
        ("What did Roe say? Give me both statements.", ["What did Roe say? Give me both statements."]),
        ("What did Roe say? Name the hives.", ["What did Roe say?", "Name the hives?"]),
        (
            "In May 2031, how many bees and how many hives were lent?",
            ["In May 2031, how many bees were lent?", "In May 2031, how many hives were lent?"],
        ),
        (
            "In May 2031, who chaired pests and who chaired them in June 2031?",
            ["In May 2031, who chaired pests?", "Who chaired them in June 2031?"],
        ),
        (
            "With whom did AGF sign a pact in May 2031, and with whom in June?",
            ["With whom did AGF sign a pact in May 2031?", "With whom did AGF sign a pact in June?"],
        ),
    ],
)
def test_questions_come_apart_where_one_ends(text: str, pieces: list[str]) -> None:
    assert split_questions(text) == pieces


@pytest.mark.parametrize(
    ("piece", "alone"),
    [
        ("Give me each meetup?", False),
        ("When? I want every award?", False),
        ("How many were they?", False),
        ("Which awards were given?", True),
        ("Give me every award for orchards?", True),
    ],
)
def test_a_wish_for_all_of_what_was_asked_is_no_question_of_its_own(piece: str, alone: bool) -> None:
    assert says_nothing(piece) is not alone


def test_two_questions_get_two_answers(orchards: Library) -> None:
    answer = orchards.ask("Who chairs the working group on pests and how many orchards are there?")
    assert answer.status == "answered"
    assert answer.resolved_question == "Who chairs the working group on pests? How many orchards are there?"
    assert "Chair: BT" in answer.answer
    assert "orchards: **150**" in answer.answer
    assert_holds(orchards, answer)


def test_an_answer_to_one_of_two_questions_is_partial_and_says_which_is_missing(orchards: Library) -> None:
    answer = orchards.ask("Who chairs the working group on pests and what is its budget?")
    assert answer.status == "partial"
    assert "Chair: BT" in answer.answer
    assert "The archive does not say" in answer.answer
    assert_holds(orchards, answer)


def test_the_second_one_is_a_line_of_the_answer_before(orchards: Library) -> None:
    listed = orchards.ask("What happened in Togo?")
    more = orchards.ask("Tell me more about the second one", conversation=listed.conversation_id)
    assert "handed over 40 hives" in more.resolved_question
    assert "handed over 40 hives" in more.citations[0].quote
    where = orchards.ask("Where was the first one?", conversation=listed.conversation_id)
    assert where.answer.startswith("**Lomé, Togo**")
    when = orchards.ask("When was it?", conversation=listed.conversation_id)
    assert when.answer.startswith("**14 January 2021**")
    other = orchards.ask("And in Ecuador?", conversation=listed.conversation_id)
    assert other.resolved_question == "What happened in Ecuador?"


def test_an_answer_as_a_channel_shows_it_will_do(orchards: Library) -> None:
    listed = orchards.ask("What happened in Togo?")
    history = (Turn("user", "What happened in Togo?"), Turn("assistant", listed.answer))
    more = orchards.assistant.answer(AnswerRequest("Tell me more about the last one", history=history), ANYONE)
    assert "handed over 40 hives" in more.citations[0].quote


def test_ordinals_that_are_part_of_a_name_point_at_nothing() -> None:
    answers = [["AGF met growers", "BT met growers"]]
    for question in ("When was the second workshop held?", "What happened in the first quarter?", "The last issue"):
        assert point(question, answers) is None, question
    assert point("When was the second one?", answers) == "When was “BT met growers”?"
    assert point("What about the third one?", answers) is None


def test_the_lines_of_markdown_are_bare() -> None:
    markdown = "**2 activities**:\n\n- **8 May 2021:** One thing [1]\n- Another **thing** [2][3]\n\nA note."
    assert listed_lines(markdown) == ["One thing", "Another thing"]


def test_what_two_numbers_share_is_said_once() -> None:
    assert split_questions("How many kites and how many reels did the club lend in May 2041?") == [
        "How many kites did the club lend in May 2041?",
        "How many reels did the club lend in May 2041?",
    ]
