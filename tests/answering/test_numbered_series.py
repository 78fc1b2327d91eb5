"""Instalments of a numbered series to which the issues of a weekly point."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds


@pytest.fixture
def looms(shelf: Shelve) -> Library:
    """Four issues with links to two series, and to what has a number for another reason."""
    links = {
        51: ("2041-09-06", ["Notes from the dye house 7", "This month in Tassels 12"]),
        52: ("2041-09-13", ["Notes from the dye house 8", "Loom fair 40", "Hands-on tassels"]),
        53: ("2041-10-04", ["Notes from the dye house 9", "This month in Tassels 13"]),
        54: ("2041-10-11", ["On dye and houses", "This month in Tassels 14"]),
    }
    issues = {}
    for number, (date, titles) in links.items():
        lines = "".join(f"* [{title}](https://x.example/{at}).\n" for at, title in enumerate(titles))
        issues[f"l{number}"] = f"Title: Loom Weekly {number}\nDate: {date}\n\n## Reading\n\n{lines}\n"
    return shelf(**issues)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("All instalments of Notes from the dye house, please", ["house 7", "house 8", "house 9"], ["and houses"]),
        ("Which of the numbered dye house notes were linked?", ["house 7", "house 8"], ["and houses", "fair"]),
        ("List every issue of 'This month in Tassels'.", ["Tassels 12", "Tassels 13", "Tassels 14"], ["Hands-on"]),
        ("Which numbers of This month in Tassels were linked in October 2041?", ["13", "14"], ["Tassels 12", "Hands"]),
    ],
)
def test_all_instalments_are_listed(looms: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = looms.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(looms, answer)


def test_a_link_that_ends_in_a_number_is_no_figure(looms: Library) -> None:
    assert not looms.ask("How many notes from the dye house are there?").claims


@pytest.mark.parametrize("question", ["All instalments of This month in Fringes", "All parts of the reed house notes"])
def test_a_series_that_nobody_links_has_no_instalments(looms: Library, question: str) -> None:
    assert not looms.ask(question).claims
