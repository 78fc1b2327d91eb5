"""Versions of what a letter is about: its lines need not repeat the name."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

_WEEK = """# Letter of the weavers {number}

Date: {day}

## News

Shuttlework needs no wax.

{news}
"""
_WEEKS = {
    "letter_3": _WEEK.format(
        number=3,
        day="2047-02-06",
        news="Release lead Ines Calder announced two changes for 2.1, a freeze among them.\n\n"
        "- Pattern freeze for 2.1: 12 May 2047\n"
        "- Song freeze for 2.0: 3 March 2047\n- Song freeze for 2.1: 19 May 2047",
    ),
    "letter_5": _WEEK.format(
        number=5,
        day="2047-02-20",
        news="Key dates for 4.7:\n\n- Thread freeze: 4 June 2047\n- Needle freeze: 9 June 2047",
    ),
    "letter_4": _WEEK.format(number=4, day="2047-02-13", news="Bobbin to 3.49 mends the reel."),
}


@pytest.fixture(scope="module")
def weavers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two letters on Shuttlework, which is not in their name."""
    library = shelve(tmp_path_factory.mktemp("weavers"), **_WEEKS)
    yield library
    library.archive.close()


def test_a_version_without_the_name_is_of_what_all_letters_speak_of(weavers: Library) -> None:
    answer = weavers.ask("Who is the release lead announcing changes for Shuttlework 2.1?")
    assert "Ines Calder" in answer.answer
    assert_holds(weavers, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the release lead announcing changes for Shuttlework 2.2?",
        "Who is the release lead announcing changes for Bobbin 2.1?",
        "What does Shuttlework 3.49 mend?",
    ],
)
def test_other_versions_and_other_names_are_not_meant(weavers: Library, question: str) -> None:
    assert weavers.ask(question).status == "not_found"


def test_a_follow_up_is_of_the_version_that_was_asked_about(weavers: Library) -> None:
    answer = weavers.ask("and the song freeze?", "When is the pattern freeze for 2.1?")
    assert "19 May 2047" in answer.answer
    assert "3 March" not in answer.answer


def test_the_paragraph_above_a_list_says_of_which_version_it_is(weavers: Library) -> None:
    answer = weavers.ask("When is the needle freeze for 4.7?")
    assert "9 June 2047" in answer.answer
    assert "Key dates for 4.7" in answer.answer
    assert_holds(weavers, answer)
    assert weavers.ask("When is the needle freeze for 4.8?").status == "not_found"
