"""Labels in capitals that recur tell what a line is, and the name of a building behind a date where it is."""

import pytest
from tests.answering.library import Library, Shelve

_LETTER = """# Moss Letter, {month} 2031

## Seen elsewhere

{lines}
"""


@pytest.fixture
def mosses(shelf: Shelve) -> Library:
    may = (
        "- PODCAST: Damp places, with Ana Roe, 3 May 2031\n- VIDEO: How moss drinks, 4 May 2031\n"
        "- The moss podcast of Bo Li has closed.\n- The Moss Congress 2031 is 3-5 July 2031, Fen Memorial Hall.\n"
        "- The Lichen Day is on 6 July 2031, and Cy Ode of the Tide Hall will speak."
    )
    june = "- PODCAST: Peat and time, with Dee Fox, 2 June 2031\n- VIDEO: A year of peat, 5 June 2031"
    return shelf(may=_LETTER.format(month="May", lines=may), june=_LETTER.format(month="June", lines=june))


def _told(library: Library, question: str) -> list[str]:
    return [claim.text.partition(",")[0] for claim in library.ask(question).claims]


def test_a_label_that_recurs_tells_what_a_line_is(mosses: Library) -> None:
    both = ["PODCAST: Damp places", "PODCAST: Peat and time"]
    assert _told(mosses, "Which podcasts did the letter point its readers to?") == both
    assert _told(mosses, "Which videos were linked in June 2031?") == ["VIDEO: A year of peat"]
    assert _told(mosses, "Which podcasts were there about peat?") == both[1:]


def test_what_no_line_of_the_label_is_about_is_not_told(mosses: Library) -> None:
    assert "PODCAST" not in mosses.ask("Which podcasts were there about frogs?").answer


def test_the_building_behind_a_date_is_where_something_is(mosses: Library) -> None:
    assert "Fen Memorial Hall" in mosses.ask("Where is the Moss Congress 2031?").answer
    assert mosses.ask("Where is the Lichen Day?").status == "not_found"
