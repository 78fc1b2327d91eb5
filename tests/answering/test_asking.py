"""What is said around a question is left out; what it says stays."""

import pytest

from ctassist.answering.phrasing.asking import plain_request

PLAIN = {
    "I am travelling to Sri Lanka next week: what has been done there?": "what has been done in Sri Lanka?",
    "We're planning a trip to Togo. Which meet-ups were announced there?": "Which meetups were announced in Togo?",
    "I am writing a paper and would be grateful for all that was done in May.": "all which was done in May.",
    "I am writing a paper and could you say with whom WTO held its fair?": "could you say with whom WTO held its fair?",
    "I am reading a law and could you say when it was out?": "I am reading a law and could you say when it was out?",
    "What is there about BPU? All of it please: posts, jobs, events.": "What is there about BPU? All of it please",
    "My minister meets WTO tomorrow; who leads it?": "My minister meets WTO tomorrow; who leads it?",
    "I am looking for the chair. Who is it?": "I am looking for the chair. Who is it?",
    "Please list all work in Togo, I have a meeting in an hour.": "Please list all work in Togo",
    "Tell me about Togo, I need everything on ports": "Tell me about Togo, I need everything on ports",
    "I must say a word on tides; what activities could I mention?": "what activities could I mention on tides?",
    "My minister travels to Togo next week. Which events concerned that country?": "Which events concerned Togo?",
    "All that BPU did in May, for my colleagues in Oslo": "All which BPU did in May",
    "For a briefing this afternoon, could you kindly remind me when BPU met?": "when BPU met?",
    "Ahead of tomorrow's call with Oslo, please tell me who leads WTO.": "who leads WTO.",
    "Before the meeting in Oslo, what did BPU do?": "Before the meeting in Oslo, what did BPU do?",
    "On what day did BPU sink, according to the journal?": "On what day did BPU sink?",
    "According to the bulletin, who won the cup?": "who won the cup?",
    "According to the journal of the pilots, who won?": "According to the journal of the pilots, who won?",
    "Which panels, current or archived, deal with tides?": "Which panels deal with tides?",
    "Dear Ana, for a talk I need the tide gauges (TGs) that rose in May. Many thanks!": (
        "List the tide gauges (TGs) that rose in May."
    ),
    "Who leads WTO? Thank you for your help": "Who leads WTO?",
    "We would like the date of the fair, thanks.": "We would like the date of the fair",
    "I need the names of the pilots": "I need the names of the pilots",
    "Whom did BPU say thanks to in May?": "Whom did BPU say thanks to in May?",
    "List all work in Togo, for a briefing this afternoon.": "List all work in Togo",
    "ports, tides: what do we have?": "what do we have on ports? what do we have on tides?",
}


@pytest.mark.parametrize("question", PLAIN)
def test_a_request_is_told_from_its_reasons(question: str) -> None:
    assert plain_request(question) == PLAIN[question]


def test_a_region_that_has_its_own_noun_shares_none() -> None:
    assert (
        plain_request("What was done in the Middle East or North Africa?")
        == "What was done in the Middle East or North Africa?"
    )
    assert plain_request("What was done in South or East Asia?") == "What was done in South Asia or East Asia?"
