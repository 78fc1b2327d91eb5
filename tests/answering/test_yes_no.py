"""Questions for yes or no, for links and for members: answered by lines that say just that, or not at all."""

from collections.abc import Collection, Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.answering.phrasing.languages import translated

_REVIEW = """# Beacon Pact Review March 2041

## Key events

- The 12th Keepers' Coordinating Council, co-hosted by Norway and OLA in Bergen, Norway, focused on Africa (3-4 Mar)
- Ninth Beacon Assembly of Elders discussed the future of lamps in Asia (9 Mar)
- NLW and OLA global meeting on lenses reaffirmed its commitment to clear glass (11-12 Mar)
- OLA handed over a repaired lens to the Ghana Harbour Police (14 Mar)
- Commissioner Asta Lindqvist addressed the United States Congressional Briefing on Fog (17 Mar)
- Tonga became the 41st state party to the Convention on Buoys (18 Mar)
- RSK workshop on drones in Togo (20 Mar)
- RSK moved its lamp school to Bergen (22 Mar)
- RSK symposium on signals renewed its pledge to honest AI (21 Mar)
- The 5th GKF Steering Board meeting, hosted by RSK in Turku, Finland, dealt with ropes (24 Mar)

## Words of the keepers

- NLW Director Brankovic said that "a lamp without a keeper is only a candle in the wind" (3 Mar)
- OLA Commissioner Lindqvist stressed that "the keeper is the first line of defence against the wind" (4 Mar)

## More

To read the Beacon Pact Handbook: bit.example/pact-handbook

- 14 international and coastal organizations
- 842 NLW TR recommendations
"""
_ANSWERED = {
    "Was the 12th Keepers' Coordinating Council held in Oslo?": "Bergen",
    "Who hosted the 12th Keepers' Coordinating Council?": "Norway and OLA",
    "Where was the GKF Steering Board held?": "Turku",
    "Has Tonga joined the Convention on Buoys?": "Tonga",
    "What did the Ghanaian police recieve from OLA?": "repaired lens",
    "Who addressed the US Congress?": "Lindqvist",
    "What did the US Congress hear?": "Lindqvist",
    "link to the Pact handbook?": "bit.example/pact-handbook",
    "How many international organizations are members?": "14",
    "How many technical review (TR) recommendations by NLW?": "842",
    "What was handed over?": "repaired lens",
    "What were Mr Brankovic's words on keepers?": "candle in the wind",
    "What ought to be the first line of defence, in OLA's view?": "the keeper is",
    "Which line of defence did Ms Lindqvist ask for?": "the keeper is",
}
_ABSENT = (
    "Did NLW join the Beacon Pact in 2041?",
    "When did NLW join the Pact?",
    "Which organisations left the Pact?",
    "Did OLA open an office in Ghana?",
    "In which city was the Ninth Beacon Assembly held?",
    "Where was the Ninth Beacon Assembly held?",
    "Where did the symposium on signals take place?",
    "Why did RSK move its lamp school?",
    "How many participants came to the workshop in Togo?",
    "Was the workshop held in Kenya?",
    "Was the global meeting on lenses held in Lima?",
    "What was signed?",
    "link to the Pact budget?",
    "Did both Brankovic and Lindqvist speak of candles?",
)


@pytest.fixture(scope="module")
def pact(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("pact"), pact=_REVIEW)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", _ANSWERED)
def test_a_line_that_says_so_answers(pact: Library, question: str) -> None:
    answer = pact.ask(question)
    assert answer.status == "answered", answer.answer
    assert _ANSWERED[question] in answer.answer, answer.answer
    assert_holds(pact, answer)


@pytest.mark.parametrize("question", _ABSENT)
def test_what_somebody_did_otherwise_is_no_answer(pact: Library, question: str) -> None:
    answer = pact.ask(question)
    assert answer.status == "not_found", answer.answer


def test_each_of_several_speakers_is_quoted(pact: Library) -> None:
    answer = pact.ask("What did Mr. Brankovic and Commissioner Lindqvist each have to say in March 2041?")
    assert len(answer.claims) == 2, answer.answer
    both = pact.ask("Did both Brankovic and Lindqvist speak of keepers?")
    assert len(both.claims) == 2, both.answer


def test_another_person_or_a_bare_day_takes_the_place_of_the_one_before(pact: Library) -> None:
    assert "first line" in pact.ask("And Mme Lindqvist?", "What did Director Brankovic say?").answer
    assert "Tonga" in pact.ask("And on the 18th?", "What happened on 14 March 2041?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Où s'est tenue la 23e réunion du comité ?",
        "¿Dónde se celebró la 23.ª reunión del comité?",
        "Где состоялось 23-е заседание комитета?",
        "第23次委员会会议在哪里举行?",
        "第二十三次委员会会议在哪里举行?",
    ],
)
def test_ordinals_of_other_languages_are_english_ones(question: str) -> None:
    assert "23rd" in translated(question, lambda word: True).text


@pytest.mark.parametrize(
    "question", ["¿Quién preside el grupo de viaductos ferroviarios?", "Où vont les viaducs ferroviaires ?"]
)
def test_of_two_translations_the_one_in_a_name_of_the_archive_is_taken(question: str) -> None:
    def together(words: str, others: Collection[str]) -> bool:
        return words == "railway" and any(other.startswith("viad") for other in others)

    assert "railway" in translated(question, lambda word: True, together).text
    assert "railway" not in translated(question, lambda word: True).text
