"""Who bears a title: the newest line that says so, of whichever organisation is meant."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

ISSUES = {
    "tides_may_2041": """# Tide Review May 2041

## Names

The United Harbours (UH), the United Harbours Fog Office (UHFO) and the United Harbours Buoy Fund (UHBF) met in Riga.

## Words of heads

- SG Marlowe said that “fog asks every harbour the same question” (3 May)
- UHFO Commissioner Ana Reis noted that “fog is a common enemy of pilots” (4 May)
- UHBF Comptroller Jo Poe stressed that “a buoy lent is a wreck spared” (5 May)
- Under-Secretary-General Al Roe told the council that “rope frays in fog” (6 May)

## Activities

- Report of the Secretary-General on ropes (7 May)
""",
    "tides_june_2041": """# Tide Review June 2041

## Activities

- Mr. Bo Lindqvist took office as Commissioner of UHFO (2 June)
- Outgoing Commissioner Ana Reis visited Turku (3 June)

## Words of heads

- UHBF Comptroller Jo Poe stressed that “a chain is lent link by link” (5 June)
""",
}
HELD = {
    "Who is the Secretary-General?": "Marlowe",
    "Who is the UH Secretary-General?": "Marlowe",
    "Who is the Commissioner?": "Bo Lindqvist",
    "Who is UHFO's Commissioner now?": "Bo Lindqvist",
    "Who was the Commissioner in May 2041?": "Ana Reis",
    "Who is the Comptroller?": "Jo Poe",
}


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("tides"), **ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", HELD)
def test_a_title_is_told_with_its_newest_bearer_alone(tides: Library, question: str) -> None:
    answer = tides.ask(question)
    assert HELD[question] in answer.answer, answer.answer
    assert len(answer.citations) == 1
    assert_holds(tides, answer)


@pytest.mark.parametrize("question", ["Who is the Ombudsman?", "Who is the Secretary-General of UHBF?"])
def test_a_title_that_nobody_bears_is_refused(tides: Library, question: str) -> None:
    assert tides.ask(question).status is Status.NOT_FOUND
