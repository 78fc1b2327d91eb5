"""The whole room at once: what invented archives state comes back, and no text upsets it."""

from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archives import PROFILES, Hand, Layout, Profile, file_name, invent, render
from tests.extraction.measured import KINDS, Measured, measure
from tests.extraction.shown import assert_sound, taken

from ctassist.errors import UnreadableFile
from ctassist.extraction import extract
from ctassist.model.text import Reading
from ctassist.reading import read_bytes


@cache
def measured(layout: Layout) -> dict[str, Measured]:
    return measure(layout)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", Layout)
def test_what_a_review_states_is_found_and_nothing_else(layout: Layout, kind: str) -> None:
    found = measured(layout)[kind]
    assert found.recall >= 0.95, found.missing[:5]
    assert found.precision >= 0.95, found.wrong[:5]


@pytest.mark.parametrize(
    ("layout", "hand"),
    [
        (Layout.BULLETS, Hand(month_first=True)),
        (Layout.BULLETS, Hand(short=False, dash=" – ")),
        (Layout.BULLETS, Hand(short=False, month_first=True, year=True)),
        (Layout.DATE_HEADINGS, Hand(year=True)),
        (Layout.DATE_HEADINGS, Hand(short=False, dash=" to ")),
        (Layout.DATE_FIRST, Hand(month_first=True, dash="–")),
        (Layout.PROSE, Hand(short=False, month_first=True, dash=" to ")),
        (Layout.PROSE, Hand(short=False, year=True, dash=" to ")),
    ],
)
def test_dates_come_back_in_whatever_hand_they_are_written(layout: Layout, hand: Hand) -> None:
    found = measure(layout, hand=hand, seeds=(3,), issues=2)["activities"]
    assert found.recall >= 0.95, found.missing[:5]
    assert found.precision >= 0.95, found.wrong[:5]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_spans_are_sound_and_titles_are_read_in_every_layout(profile: Profile, layout: Layout) -> None:
    review = invent(profile, seed=5, issues=1).reviews[0]
    reading = read_bytes(render(review, layout).encode(), file_name(1, layout))
    found = extract(reading, file_name(1, layout))
    assert_sound(reading, found)
    assert found.title == review.title or layout is Layout.TORN
    assert found == extract(reading, file_name(1, layout))


def test_a_title_with_a_colon_is_the_title_of_a_text() -> None:
    _, found = taken("Harbour Weekly: 11-17 December 2023\n\nTHIS WEEK\n\n• WTO met pilots in Riga (12 Dec)\n")
    assert found.title == "Harbour Weekly: 11-17 December 2023"
    assert len(found.activities) == 1


def test_a_document_of_one_word_has_a_title_and_nothing_else() -> None:
    _, found = taken("Words")
    assert (found.activities, found.roles, found.indicators, found.statements, found.period) == ((), (), (), (), None)


def test_a_reading_without_blocks_is_extracted_to_nothing() -> None:
    found = extract(Reading("", (), "text/plain"), "a_b.txt")
    assert (found.title, found.items) == ("a b", ())


PIECES = [
    *[
        "WTO",
        "World Tide Office (WTO)",
        "Ana Reis",
        "Ms.",
        "Director",
        "Working Group on tides",
        "Lisbon, Portugal",
        "Riga",
    ],
    *[
        "Chair:",
        "Vice-Chairs:",
        "is chaired by",
        "was elected chair of",
        "said",
        "stressed that",
        "with",
        "as vice-chairs",
    ],
    *["(12 Jan)", "(25 Jan and 8 Feb", "30 Feb", "March 2024", "in 2020", "1,050", "45 %", "2.", "137", "focal points"],
    *[
        "“",
        "”",
        '"',
        "«",
        "— Ana Reis, WTO",
        "(",
        ")",
        ",",
        ";",
        ":",
        ".",
        "/",
        "–",
        "&",
        "and",
        "U. S.",
        "ﬁ",
        "漢字",
        "🙂",
    ],
]
BREAKS = [
    "\n",
    "\n\n",
    "\n- ",
    "\n• ",
    "\n→ ",
    "\n## ",
    "\n> ",
    " | ",
    "\n| a | b |\n|---|---|\n",
    "\n  - ",
    "\n\nKEY EVENTS\n\n",
]
SOUP = st.lists(st.sampled_from(PIECES + [" "] * 12) | st.sampled_from(BREAKS) | st.text(max_size=4), max_size=60)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "review_jan-feb_2024.txt"])


@given(SOUP.map("".join), NAMES)
def test_any_text_is_extracted_soundly_and_always_alike(soup: str, name: str) -> None:
    with suppress(UnreadableFile):
        reading = read_bytes(f"Review January-February 2024\n\n{soup}".encode("utf-8", "replace"), name)
        found = extract(reading, name)
        assert_sound(reading, found)
        assert found == extract(reading, name)


@given(st.text(max_size=300), NAMES)
def test_any_characters_are_extracted_without_complaint(text: str, name: str) -> None:
    with suppress(UnreadableFile):
        reading = read_bytes(text.encode("utf-8", "replace"), name)
        assert_sound(reading, extract(reading, name))
