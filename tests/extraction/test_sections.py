"""Headings: which one is the title, and which tell all there is to tell."""

from tests.extraction.shown import taken, words

from ctassist.extraction import extract
from ctassist.reading import read_bytes

LETTER = """Title: Lamps Weekly 12
Date: 2043-05-06

# News of lamps

* Wicks are trimmed shorter

# Upcoming events

* 12 May: Lamps by night
"""
MINUTES = """# Lamp council, 6 May 2043

## Ongoing

### Oil
- Two barrels left

### Lease of the keeper

### Wicks
- Trimmed

## Letters
"""


def told(text: str) -> list[tuple[str, ...]]:
    reading = read_bytes(text.encode(), "a.md")
    return [(*item.section, item.span.of(reading.text)) for item in extract(reading, "a.md").items]


def test_a_declared_title_goes_before_the_first_of_several_headings_of_rank_one() -> None:
    found = extract(read_bytes(LETTER.encode(), "a.md"), "a.md")
    assert found.title == "Lamps Weekly 12"
    assert {item.section for item in found.items} == {("News of lamps",), ("Upcoming events",)}


def test_a_heading_with_nothing_below_among_others_is_an_item() -> None:
    assert told(MINUTES) == [
        ("Ongoing", "Oil", "Two barrels left"),
        ("Ongoing", "Lease of the keeper"),
        ("Ongoing", "Wicks", "Trimmed"),
    ]


FORM = """# Tern Guild: yearly report 2031

## Health

1. What did the guild get done?

- Rebuilt the slip.
- Taught 12 pilots.

2. Where are you short of people?

Pilots. We have none.

3. Changes among the keepers:

Ana Roe became clerk in May 2031.

## Plans

1. Paint the hull
2. Buy rope
"""


def test_what_a_form_asks_heads_what_is_answered_below_it() -> None:
    text, found = taken(FORM, "report.md")
    told = {words(text, item.span): item.section for item in found.items}
    assert told["Rebuilt the slip."] == ("Health", "What did the guild get done?")
    assert told["We have none."] == ("Health", "Where are you short of people?")
    assert told["Ana Roe became clerk in May 2031."] == ("Health", "Changes among the keepers:")
    assert "2. Where are you short of people?" not in told
    assert next(section for line, section in told.items() if "Paint" in line) == ("Plans",)
