"""What stands under a heading that issues repeat: whole sections of a time, and what a feature presents."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

_SAID = "It keeps its line taut where others slacken, and whoever sails by night will find its bell of use. " * 4


def _letter(day: str, news: str, tool: str) -> str:
    return f"""---
title: Week Ending {day} 2043
---

## Developer News

{news}

## Tool of the Week

### {tool}

{_SAID}

{_SAID}

## Other Work

* The slip was tarred.
"""


_LETTERS = {
    "letter-1": _letter("March 6,", "The old crane is for sale.\n\nMaud Ferrier keeps the stores now.", "Plumb 2"),
    "letter-2": _letter("March 13,", "The new crane came on 9 March.", "Halyard: A winch without a drum"),
    "letter-3": _letter("March 20,", "Nobody may use the crane after dark.", "Bittern"),
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Developer news, week ending March 6",
        "Developer news in the issue for the week ending 6 March 2043",
        "Please show me the developer news of the week ending March 6",
    ],
)
def test_a_section_of_a_week_is_that_section_alone(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer

    assert "crane is for sale" in answer
    assert "keeps the stores" in answer
    assert "tarred" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Which gadget was presented as tool of the week in each of the March 2043 issues?",
        "What were the tools of the week in March 2043?",
        "Which device was picked as Tool of the Week in the issues of March 2043?",
    ],
)
def test_what_a_feature_presents_is_named_by_the_heading_below_its_own(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer

    for tool in ("Plumb 2", "Halyard: A winch without a drum", "Bittern"):
        assert tool in answer


@pytest.mark.parametrize("issues", ["all issues", "all of the issues", "every issue"])
def test_what_a_feature_presented_in_all_issues_is_listed(letters: Library, issues: str) -> None:
    answer = letters.ask(f"Which tools have been featured as Tool of the Week in {issues}?")
    assert all(tool in answer.answer for tool in ("Plumb 2", "Halyard", "Bittern")), answer.answer
