"""Lines among headline figures count something of some months: nothing happened then."""

import pytest
from tests.extraction.shown import taken, words

HEAD = "# Tide Letter\n\nApril to June 2031\n\n## Where we stand\n\n"
FIGURES = ["- Members: 13", "- Lamps lit: 438"]


def told(lines: list[str]) -> list[str]:
    text, found = taken(HEAD + "\n".join([*FIGURES, *lines]) + "\n", "letter.md")
    return [words(text, activity.span) for activity in found.activities]


@pytest.mark.parametrize("line", ["Letters (April to June): 44", "Ships in May and June 2031: 21", "Tides, June | 40"])
def test_a_line_that_counts_among_figures_is_no_activity(line: str) -> None:
    assert told([f"- {line}"]) == []


@pytest.mark.parametrize("line", ["3 May: 40 pilots met in Riga", "The pier was opened on 3 May for 40"])
def test_what_was_done_on_a_day_is_told_among_figures(line: str) -> None:
    assert told([f"- {line}"]) == [line]


def test_a_list_without_figures_of_its_own_may_end_in_a_number() -> None:
    text, found = taken("# Tide Letter\n\nMay 2031\n\n## News\n\n- In May WTO opened pier 4\n", "letter.md")
    assert [words(text, activity.span) for activity in found.activities] == ["In May WTO opened pier 4"]
