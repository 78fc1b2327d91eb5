"""What an issue takes back: the paragraphs that do so, and that they are neither activities nor figures."""

import pytest
from tests.extraction.shown import figures, taken, words

from ctassist.extraction.corrections import find_corrections
from ctassist.reading import read_bytes

ISSUE = """# Lamp League Letter, March 2031

## News

The League lit nine lamps in Oslo on 3 March 2031.

{correction}
"""


@pytest.mark.parametrize(
    "correction",
    [
        "Correction. In the issue of January we wrote that the grant was 2.1 million crowns on 4 March. The race had "
        "64 boats; there were 46. We apologise to the cashier.",
        "## Corrections\n\nThe January letter dated the race in Riga 4 March 2031. It took place on 11 March 2031, and "
        "38 boats, not 35, sailed.",
        "18. A correction: the bulletin for January gave the number of boats on 4 March as 40; it was 38.",
        "## 7. Errata\n\nOur last issue gave 412 keepers on 4 March. The right figure is 402.",
    ],
)
def test_what_was_wrong_neither_happened_nor_counts(correction: str) -> None:
    source = ISSUE.format(correction=correction)
    text, found = taken(source, "letter.md")
    assert [words(text, activity.span) for activity in found.activities] == [
        "The League lit nine lamps in Oslo on 3 March 2031."
    ]
    assert figures(source, "letter.md") == []


def test_a_letter_that_says_what_was_said_puts_nothing_right() -> None:
    source = ISSUE.format(correction="Ana Roe said that the race was held on 4 March and had 46 boats.")
    reading = read_bytes(source.encode(), "letter.md")
    assert list(find_corrections(reading.text, reading.blocks)) == []
