"""What a list is to leave out: places, and organisations."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Answer, Status

_SPRING = """# Kiln Federation in Review March-April 2031

## Courses and visits

- Clay Academy (CLA) course on ash glazes in Accra, Ghana (4 Mar)
- Kiln Safety Board (KSB) and CLA course on flues in Lima, Peru (11-12 Mar)
- KSB inspected the wood kilns of Portugal (20 Mar)
- CLA lecture on porcelain (2 Apr)
- Stoneware Trust (STT) course on salt glazes in Hanoi, Viet Nam (8 Apr)
- STT and CLA handed over a kiln to Mali (15 Apr)
"""
_LISTS = {
    "Which courses were held outside Africa?": {"flues", "salt"},
    "Which courses were not held in Ghana or Peru?": {"salt"},
    "List everything CLA did outside Africa": {"flues"},
    "What happened in March 2031 other than in Ghana?": {"flues", "wood kilns"},
    "What did CLA do without KSB or STT?": {"ash", "porcelain"},
    "All activities in April 2031 except those by CLA": {"salt"},
    "What was done in Africa?": {"ash", "handed over"},
}
_TELLING = ("ash", "flues", "wood kilns", "porcelain", "salt", "handed over")


@pytest.fixture(scope="module")
def kilns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("excepted"), spring=_SPRING)
    yield library
    library.archive.close()


def told(answer: Answer) -> set[str]:
    quotes = " ".join(citation.quote for citation in answer.citations)
    return {word for word in _TELLING if word in quotes}


@pytest.mark.parametrize("question", _LISTS)
def test_a_list_leaves_out_what_the_question_excepts(kilns: Library, question: str) -> None:
    answer = kilns.ask(question)
    assert answer.status is Status.ANSWERED
    assert told(answer) == _LISTS[question]


def test_what_is_left_out_is_counted_out_and_said(kilns: Library) -> None:
    answer = kilns.ask("How many courses were held outside Africa?")
    assert answer.answer.startswith("**2 activities** outside Africa")
    assert "hors de" in kilns.ask("Quelles activités hors d'Afrique en mars 2031 ?").answer
