"""A gazette's columns, prizes, words and calendar, asked for as people do."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

_WINTER = """# Tether, January - February 2031

## From the Guest Book

Mill at Skoll, Iceland: a goat signed its name with a hoof.

## What members did

* 12 Jan: The Brass Kettle 2031 went to the ferry crew of Lund, Sweden.
* 3 Feb: ORC opened a bakery in Turin, Italy.

The Ovens and Rafts Circle (ORC) was renamed in May. Its seat stays in Padua, Italy.

## In their words

> “A loaf does not read the clock.”

— Signe Holm, Warden of the Ovens and Rafts Circle
"""
_SPRING = """# Tether, March - April 2031

## From the Guest Book

Hut at Ebru, Norway: somebody left a lamp burning for the next guest.

## What members did

* 9 Apr: ORC mended a raft in Malmö, Sweden.
* 11 Apr: Palermo became the 30th city to join the International Convention on Quiet Harbours.
* 14 Apr: The Special Rapporteur on bells briefed the harbour pilots on cracked rims.
* 17 Apr: ORC delivered a batch of lamps to the Lund Ferry Board and the Malmö Raft School in Sweden.
* 20 Apr: The 4th meeting of the Bell Founders' Committee, in Trondheim, spoke of clappers.

## Coming up

* 8-10 May 2031: Common Assembly of the Tether, Bergen, Norway
"""
_PAGE = "# Kettle board\n\nChair: Signe Holm\n"


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("gazette"), winter=_WINTER, spring=_SPRING, board=_PAGE)
    yield library
    library.archive.close()


_TOLD = {
    "What does the Guest Book column report from Iceland?": "goat",
    "What is in the Guest Book piece of March-April 2031?": "lamp burning",
    "Who won the Brass Kettle in 2031?": "ferry crew of Lund",
    "Where will the next Common Assembly be, and when?": "Bergen",
    "When is the next Common Assembly?": "8-10 May 2031",
    "Where does ORC have its seat?": "Padua",
    "Another subject: where does ORC have its seat?": "Padua",
    "Who said that a loaf doesn't read the clock, and in what capacity?": "Signe Holm, Warden",
    "Who chairs the Kettle board?": "Signe Holm",
    "Which city was the 30th to join the quiet harbours treaty?": "Palermo",
    "On which matter did the Special Rapporteur brief the harbour pilots?": "cracked rims",
    "Whom did the Special Rapporteur brief on cracked rims?": "harbour pilots",
    "Which two Swedish bodies received lamps from ORC?": "Lund Ferry Board",
    "In which town did the Bell Founders' Committee gather?": "Trondheim",
}


@pytest.mark.parametrize("question", _TOLD)
def test_a_gazette_tells_it(gazette: Library, question: str) -> None:
    answer = gazette.ask(question)

    assert _TOLD[question] in answer.answer, answer.answer
    assert_holds(gazette, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What does the Guest Book column report from Peru?",
        "Who won the bakery in Turin?",
        "Where does ORC have its kitchen?",
        "Who chaired the Kettle board in 2019?",
    ],
)
def test_what_a_gazette_does_not_tell_is_not_found(gazette: Library, question: str) -> None:
    assert gazette.ask(question).status == "not_found"
