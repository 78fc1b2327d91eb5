"""Lines of different documents that tell of the same thing, in the same words or in others."""

import pytest

from ctassist.answering.lists.repeats import tell_the_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LFT launched the Twin Lamp model (11 Jul)", "11 July | Launch of the Twin Lamp model by LFT"),
        ("BPU workshop on the recycling of ropes in Riga, Latvia", "Workshop by BPU on rope recycling in Riga, Latvia"),
        ("CSO received the Brass Medal for buoy repair (8 Aug)", "The Brass Medal for buoy repair was given to CSO"),
        ("WTO held a course on tide tables in Accra", "WTO held a course on tide tables in Accra, Ghana (3 May)"),
    ],
)
def test_a_line_may_be_repeated_in_other_words(one: str, other: str) -> None:
    assert tell_the_same(one, other)
    assert tell_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WTO workshop on tide tables for crews in Riga", "WTO workshop on tide tables for crews in Accra"),
        ("WTO workshop on tide tables for crews in Riga", "BPU workshop on tide tables for crews in Riga"),
        ("The third meeting of the Lamp Board in Riga", "The meeting of the Lamp Board in Riga on fog"),
        ("WTO trained 40 pilots on lamps", "WTO trained 25 pilots on lamps"),
        ("LFT opened", "LFT opened a school in Lima"),
    ],
)
def test_other_names_places_or_numbers_are_other_things(one: str, other: str) -> None:
    assert not tell_the_same(one, other)
