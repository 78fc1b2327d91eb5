"""Messages that open an issue: whoever signs the paragraphs under their heading says them."""

import pytest
from tests.extraction.shown import taken, words

SIGNED = {
    "# Lamp Review May 2031\n\n## Message of the Director\n\nOil is dear. Burn less of it.\n\nIlse van der Lind, Director, Lamp Bureau": (
        "Ilse van der Lind",
        "Oil is dear. Burn less of it.",
    ),
    "LAMP REVIEW\n\nMay 2031\n\nFROM THE DIRECTOR\n\nOil is dear this year, and so is the wick that drinks\nit. Burn less of it.\n"
    "Pim Okafor, Director, Lamp Bureau\n\nNEWS\n\n- Lamps were lit (4 May)": (
        "Pim Okafor",
        "Oil is dear this year, and so is the wick that drinks it. Burn less of it.",
    ),
    "# Lamp Review May 2031\n\n## Foreword\n\nOil is dear.\n\nSo is the wick that drinks it.\n\nAda Poe, President of the Lamp Guild": (
        "Ada Poe",
        "Oil is dear. So is the wick that drinks it.",
    ),
}
UNSIGNED = (
    "# Lamp Review May 2031\n\n## News\n\nOil is dear. Burn less of it.\n\nIlse van der Lind, Director, Lamp Bureau",
    "# Lamp Review May 2031\n\n## Message of the Director\n\nOil is dear. Burn less of it.\n\nThe lamps of Delft, old and new",
)


@pytest.mark.parametrize("source", SIGNED)
def test_who_signs_a_message_says_it(source: str) -> None:
    name = "review.md" if source.startswith("#") else "review.txt"
    text, found = taken(source, name)
    assert [(said.speaker, words(text, said.quote)) for said in found.statements] == [SIGNED[source]]


@pytest.mark.parametrize("source", UNSIGNED)
def test_other_paragraphs_are_nobodys_words(source: str) -> None:
    assert taken(source, "review.md")[1].statements == ()
