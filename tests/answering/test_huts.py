"""An alliance of mountain huts: torn issues, a letter without headings of its own, and a report with tables."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

ISSUE = """Mountain Hut Alliance In Brief November-December 2043

THE ALLIANCE IN NUMBERS

Member clubs

13

- Huts open

- 61

Wardens

402

548

Beds

Visits to the snow portal

75

Rescuers trained

44

Ropes mended

GOVERNANCE AND COHERENCE

KEY EVENTS

- ASF opened a winter room in Bolzano, Italy (5 Nov)

- Golden Crampon award 2043 went to TRG for the Balkan trails (3 Dec)

WORDS OF THE HEADS OF CLUBS

- ASF Director Moreau warned that "a hut without a stove is a shed with a view" (5 Nov)

- TRG President van Holt argued that "trails belong to those who walk them in the rain" (3 Dec)

STRUCTURE

STEERING COMMITTEE

Chair: Secretary-General of the ASF / Vice-Chair: TRG

Secretary: Bo Lindt

REGIONAL FOCAL POINTS

Alps: Ana Roe, ASF

Carpathians: Mei Tan, TRG

Balkans: Ivo Marsh, NPH

SECRETARIAT

Executive Secretary: Ada Poe / Deputy Executive Secretary: Kaya Stone
"""
LETTER = """# Mountain Hut Alliance: Circular of March 2042

Dear wardens,

On 2 March NPH opened a snow desk in Oslo, Norway.

The Secretary-General of the ASF, Ines Moreau-Diaz, was received by the Minister of Parks in Skopje, North Macedonia,
on 16 March. She told the press that "a range is a neighbourhood long before anyone draws a border".

TRG and NPH opened the avalanche school in Zermatt, Switzerland, on 8 March.

One correction: the meeting of guides in Vienna, Austria, which ASF hosted, took place on 20 March and not, as we wrote,
on 21 March.

As to figures, at the end of March 2042 the register held 481 beds, the Alliance had 49 open huts and 11 member clubs,
and 291 wardens were on our list. In March alone, 22 ropes were mended and 87 rescuers were trained.

Hut of the month: "The Eagle's Step", a stone hut by TRG above the Soča.
"""
REPORT = """# Yearly Report of the Mountain Hut Alliance

Period: January-December 2042

Published in Vienna on 26 January 2043

## Activities

| When | What | Who | Where |
|---|---|---|---|
| 4-6 Jul | Clinic on rope work | TRG, ASF | Brno, Czechia |
| 28 Sep-3 Oct | Survey of the islands of Santiago and Fogo | NPH | Praia, Cabo Verde |
| 12 Dec | Golden Crampon award 2042 presented to NPH for its stoves | NPH | Vienna, Austria |

## Words

> "Africa has been where wardens look for work. From today they find it."
> — Tomas Reyes, Head of TRG, 8 March

> "In Brno we learned that knots matter more than ropes."
> — Captain Henri Moreau, Director of ASF, 5 July

## Hut of the year

*Who Built It? Huts 1884–2042*, compiled by TRG.

## Structure on 31 December 2042

- **Working Group 1, Stoves and Fuel** – Chair: ASF. Vice-Chairs: TRG, NPH.
- **Champion for Young Wardens** – Sela Fifita (NPH).
"""
BULLETIN = """# Mountain Hut Alliance Bulletin

January-June 2042

## Who does what

| Group | Chair | Vice-Chairs |
|---|---|---|
| WG 1 Stoves and Fuel | NPH | TRG |

Regional focal points: Alps – Ana Roe (ASF); Carpathians – Pia Lang (TRG); Balkans – Ivo Marsh (NPH).

## Hut of the season

*The Crow's Nest*, by NPH, sleeps forty.
"""
FILES = {
    "440120_mha_in_brief_nov-dec.txt": ISSUE,
    "circular_2042_03.md": LETTER,
    "report_2042.md": REPORT,
    "bulletin_2042_h1.md": BULLETIN,
}


@pytest.fixture(scope="module")
def huts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve_files(tmp_path_factory.mktemp("huts"), FILES)
    yield library
    library.archive.close()


ANSWERED = {
    "Who is the regional focal point for the Balkans?": "Ivo Marsh",
    "Who was the focal point for the Carpathians in spring 2042?": "Pia Lang",
    "Who chairs the Steering Committee?": "Secretary-General of the ASF",
    "Who is Deputy Executive Secretary?": "Kaya Stone",
    "Who chaired Working Group 1 at the end of 2042?": "ASF",
    "How many wardens are there?": "402",
    "How many huts are open?": "61",
    "How many beds were in the register at the end of March 2042?": "481",
    "How many ropes were mended in March 2042?": "22",
    "What did Henri Moreau say about stoves?": "a shed with a view",
    "What did van Holt say about trails?": "those who walk them in the rain",
    "What were Reyes's words at the opening of the avalanche school in March 2042?": "From today they find it",
    "What did Ines Moreau-Diaz tell the press in March 2042?": "a range is a neighbourhood",
}


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_stated_is_answered(huts: Library, question: str) -> None:
    answer = huts.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert ANSWERED[question] in answer.answer
    assert_holds(huts, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the regional focal point for the Pyrenees?",
        "Who is the regional focal point for Asia?",
        "Who is Deputy Secretary-General of the ASF?",
        "What did Henri Moreau say about trails?",
        "What happened on 21 March 2042?",
        "What happened on 31 December 2042?",
        "What happened in January 2043?",
    ],
)
def test_what_is_not_stated_is_not(huts: Library, question: str) -> None:
    assert huts.ask(question).status is Status.NOT_FOUND


LISTED = {
    "Give me everything the Alliance and its clubs did in March 2042.": [
        "snow desk",
        "Zermatt",
        "was received by the Minister",
        "meeting of guides",
    ],
    "Which activities took place in Africa in 2042?": ["Survey of the islands"],
    "Which hut was featured in each issue?": ["The Crow's Nest", "Who Built It?", "The Eagle's Step"],
}


@pytest.mark.parametrize("question", LISTED)
def test_lists_are_whole_and_nothing_else(huts: Library, question: str) -> None:
    answer = huts.ask(question)
    assert len(answer.claims) == len(LISTED[question]), answer.answer
    for words in LISTED[question]:
        assert sum(words in claim.text for claim in answer.claims) == 1, answer.answer
    assert_holds(huts, answer)


def test_an_island_with_the_name_of_a_city_is_not_that_city(huts: Library) -> None:
    assert huts.ask("Which activities took place in South America in 2042?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["And who got it a year later?", "And one year later?", "And who won that in 2043?"]
)
def test_a_prize_is_asked_for_of_another_year(huts: Library, question: str) -> None:
    answer = huts.ask(question, "Who received the Golden Crampon in 2042?")
    assert "went to TRG" in answer.answer
    assert "NPH" not in answer.answer
