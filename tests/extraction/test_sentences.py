"""Sentences: where one ends, and where a point is only part of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctassist.extraction.sentences import sentences
from ctassist.model.text import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Experts met in Riga.", "Pilots met in Lima."],
        ["Experts met on March 9.", "Pilots met on March 12."],
        ["Experts met on 9 March 2024.", "Pilots met later."],
        ["Was it dark?", "It was!", "Nobody saw."],
        ["“It was dark.”", "“Nobody saw.”"],
        ["Experts met (in Riga).", "Pilots met."],
        ["There were 40.", "Pilots met."],
        ["Roe said: “Tides wait.” (4 February 2031).", "Lind said: “Ropes sleep.” (5 Feb)"],
        ["The pier was opened.", "(Photo: Roe) Pilots met."],
        ["WTO met BPU.", "“Lamps” were lit."],
        ["One met two.", "Élan was shown."],
        ["Pilots met (Ana Roe, 6.2. Link).", "Others did not."],
        ["(Pilots met.", "So did we.)"],
    ],
)
def test_sentences_end_at_final_points(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Roe met Mr. Poe.",
        "J. R. Roe met pilots.",
        "The U.S. Navy and the U. S. Army met.",
        "On Jan. 5 pilots met.",
        "See Art. 5 and No. 7 of the guide.",
        "Version 1.5 of the guide is out.",
        "H.E. Ana Reis met pilots.",
        "St. Louis is warm.",
        "The tiller can be remapped (Ana Roe, Sail 6.2. Link)",
        "The log book no longer sinks (Ana Roe and Bo Li, Logbook 3.1.1. Link 1 and link 2).",
    ],
)
def test_points_of_abbreviations_initials_and_numbers_end_none(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_a_part_of_a_text_is_split_with_offsets_of_the_whole() -> None:
    text = "No. Experts met. Pilots met. No."
    assert [span.of(text) for span in sentences(text, Span(4, 28))] == ["Experts met.", "Pilots met."]


PIECES = ["Experts met", "Dr", "Jan", "5", "U", "S", ".", "!", "?", "”", "“", "(", ")", " ", "\n", "É", "1.5"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_sentences_are_trimmed_in_order_and_leave_nothing_out(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()
