"""A union's review: what it says of itself and its members, of posts that people hold, and of sums of a year."""

from collections.abc import Iterator

import pytest
from tests.answering.kilns import KILNS
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

FACTS = {
    "What did the Union and its members do in June 2031?": ["Brick Hall in Delft"],
    "What did the Union's members do in the Pacific islands?": ["lead glazes", "1,200 brick moulds", "Honiara"],
    "Which activities were about tiles or loams?": ["3,400 tiles", "Loam Park", "workshop on loams"],
    "How many brick moulds were delivered in 2031 altogether?": ["5,600"],
    "How many brick moulds were delivered to Samoa?": ["1,200"],
    "Who is the Secretary-General of the Union?": ["Bo Castellan"],
    "Who was Secretary-General in May 2031?": ["Ilse Vandam"],
    "Who was the Secretary-General of the Union in April 2031?": ["Ilse Vandam"],
    "Who was Secretary-General in August 2031?": ["Bo Castellan"],
    "Show me all messages of the Secretary-General.": ["dries slowly", "last firing", "under my nails"],
    "What was the message of the Secretary-General in the January–March 2031 issue?": ["dries slowly"],
    "Since when does Runa Tveit hold her post?": ["4 October 2031"],
    "Since when has Bo Castellan been in office?": ["1 July 2031"],
    "What is the position of Pia Okonjo?": ["Director of GSO"],
    "What is Pia Okonjo's job?": ["Director of GSO"],
    "How much money did the Ochre Foundation give to NTM?": ["6.5 million"],
    "What were Tam Ferrow's words at the Assembly in Delft?": ["only borrow the clay"],
    "Quote the head of the Brick Makers Council on the clay.": ["only borrow the clay"],
}
ABSENT = (
    "Who is the Deputy Secretary-General?",
    "Who is the Deputy Secretary-General of the Union?",
    "How much money did the Ochre Foundation give to BMC?",
    "What is the position of Ilse Castellan?",
    "How many apprentices are there in Peru?",
    "How many brick moulds were delivered in 2030?",
)


@pytest.fixture(scope="module")
def kilns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("kilns"), **KILNS)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", FACTS)
def test_what_the_review_says_is_told(kilns: Library, question: str) -> None:
    answer = kilns.ask(question)
    assert all(words in answer.answer for words in FACTS[question]), answer.answer
    assert len(answer.citations) == len(FACTS[question]), answer.answer
    assert_holds(kilns, answer)


@pytest.mark.parametrize("question", ABSENT)
def test_what_it_says_of_something_else_is_no_answer(kilns: Library, question: str) -> None:
    assert kilns.ask(question).citations == ()


def test_another_thing_is_counted_next(kilns: Library) -> None:
    answer = kilns.ask("And member workshops?", "How many focal points does the Union have?")
    assert "74" in answer.answer, answer.answer
