"""What a request asks, apart from what is said around it."""

import pytest

from ctassist.answering.phrasing.clauses import asking_clauses

ASKED = {
    "What was done in Togo? A complete list, please.": "What was done in Togo?",
    "What did BPU get up to in May? Need the full list please.": "What did BPU get up to in May?",
    "I'm a journalist. What did the Director say about tides?": "What did the Director say about tides?",
    "I am new here and rather lost: who chairs the group on tides?": "who chairs the group on tides?",
    "Our director would like to know who chairs the board": "who chairs the board",
    "Our desk for Africa asks what was done on the continent in May": "what was done in Africa in May",
    "The envoy of Togo would like to know who works there": "who works in Togo",
    "I meet the rowers at noon, could you tell me who leads the crew?": "could you tell me who leads the crew?",
    "Who chairs the board? I need every detail for every reader.": "Who chairs the board?",
    "Our Togo desk needs everything that concerned the country in May": "everything that concerned Togo in May",
    "I was away until 11 May 2031. What did I miss in the first half of that month?": (
        "What did I miss in the first half of May 2031?"
    ),
    "At what hours does the crew row? There seem to be two trainings.": "At what hours does the crew row?",
    "Who was in Oslo on 3 May? Could you list the entries for that day?": "Who was in Oslo on 3 May?",
}


@pytest.mark.parametrize("request_", ASKED)
def test_what_asks_for_nothing_is_left_out(request_: str) -> None:
    assert asking_clauses(request_) == ASKED[request_]


@pytest.mark.parametrize(
    "request_",
    [
        "Who chairs the board? And who is its secretary?",
        "What happened in March? Only meetings.",
        "What happened in March? In Togo, please.",
        "My minister meets WTO tomorrow; who leads it?",
        "I must say a word on tides; what could I mention?",
        "Under 'News': what was there in May?",
        "I meet the rowers at noon, can you tell me what they did in May?",
        "In May 2024, could you list what happened?",
        "Who chairs the board",
        "Who was given the Oar Prize, and when? I want each award",
    ],
)
def test_what_narrows_or_is_referred_to_stays(request_: str) -> None:
    assert asking_clauses(request_) == request_
