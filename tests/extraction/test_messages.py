"""Messages that open an issue: whoever signs the paragraphs under their heading says them."""

import pytest
from tests.extraction.shown import taken, words

HEAD = "# Lamp Review May 2031\n\n## "
SIGNED = {
    HEAD + "Message of the Director\n\nOil is dear. Burn less.\n\nIlse van der Lind, Director, Lamp Bureau": (
        "Ilse van der Lind",
        "Oil is dear. Burn less.",
    ),
    "LAMP REVIEW\n\nMay 2031\n\nFROM THE DIRECTOR\n\nOil is dear this year, and so is the wick that drinks\n"
    "it. Burn less.\nPim Okafor, Director, Lamp Bureau\n\nNEWS\n\n- Lamps were lit (4 May)": (
        "Pim Okafor",
        "Oil is dear this year, and so is the wick that drinks it. Burn less.",
    ),
    HEAD + "Foreword\n\nOil is dear.\n\nSo is the wick that drinks it.\n\nAda Poe, President of the Lamp Guild": (
        "Ada Poe",
        "Oil is dear. So is the wick that drinks it.",
    ),
}
UNSIGNED = (
    HEAD + "News\n\nOil is dear. Burn less of it.\n\nIlse van der Lind, Director, Lamp Bureau",
    HEAD + "Message of the Director\n\nOil is dear. Burn less of it.\n\nThe lamps of Delft, old and new",
)


@pytest.mark.parametrize("source", SIGNED)
def test_who_signs_a_message_says_it(source: str) -> None:
    name = "review.md" if source.startswith("#") else "review.txt"
    text, found = taken(source, name)
    assert [(said.speaker, words(text, said.quote)) for said in found.statements] == [SIGNED[source]]


@pytest.mark.parametrize("source", UNSIGNED)
def test_other_paragraphs_are_nobodys_words(source: str) -> None:
    assert taken(source, "review.md")[1].statements == ()
