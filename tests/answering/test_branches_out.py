"""Lists of versions by their branch ("the 2.4.x patches"), of new versions of a thing, and of what was given up."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## News\n\n"


@pytest.fixture
def stoves(shelf: Shelve) -> Library:
    """Weekly letters of stove builders."""
    issues = {
        "January 12, 2048": "Two kilns of the old yard are being retired, to save coal:\n\n"
        "* The [brick](https://x.example/1) kiln is going cold\n* tileworks, too\n\n"
        "## Release Schedule\n\n2.5.3, 2.4.7 and 2.3.9 were released on January 7th.\n\n"
        "## Version Updates\n\n* [grate client to 1.4.2](https://x.example/2)\n"
        "* [bellows to 2.4.1](https://x.example/3)\n",
        "January 19, 2048": "The Flue-gauge project [has been archived](https://x.example/4).\n\n"
        "The poker tool has not been archived.\n\n"
        "The ember guide will be archived in spring.\n\n"
        "The hearth call for papers (CfP) has been extended to January 30th.\n\n"
        "## Release Schedule\n\nThe next patches (2.5.4, 2.4.8) are due on January 28th.\n\n"
        "On the 15th the yard pushed out 2.5.5, 2.4.9 and 2.3.10.\n\n"
        "## Version Updates\n\n* [grate to v1.4.5](https://x.example/5) in 2.6\n",
    }
    return shelf(**{f"issue{at}": _HEAD.format(day=day) + text for at, (day, text) in enumerate(issues.items())})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("List the 2.4.x patches.", ["2.4.7", "2.4.8", "2.4.9"], ["bellows"]),
        ("Which 2.4.x versions came out?", ["2.4.7"], ["2.4.8", "bellows"]),
        ("grate version bumps?", ["client to 1.4.2", "v1.4.5"], ["bellows"]),
        ("Which projects were archived?", ["Flue-gauge"], ["poker", "ember", "brick"]),
        ("Which projects were archived, or are going to be?", ["Flue-gauge", "ember"], ["poker"]),
        ("Which tools were retired or archived?", ["brick", "tileworks", "Flue-gauge"], ["poker", "ember"]),
        ("List every set of patches that was announced as out in January 2048.", ["2.4.7", "2.4.9"], ["2.4.8"]),
        ("Which patches came out in the week ending January 19, 2048?", ["2.4.9"], ["2.4.7", "2.4.8"]),
        ("Which deadlines fell in January 2048?", ["January 30th"], []),
    ],
)
def test_all_that_is_asked_for_is_listed(stoves: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = stoves.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(stoves, answer)


def test_nothing_has_come_out_when_the_newest_letter_is_over(stoves: Library) -> None:
    assert not stoves.ask("Which patches came out in March 2048?").claims


def test_another_branch_has_no_versions(stoves: Library) -> None:
    assert not stoves.ask("Which 2.7.x versions came out?").claims
    assert not stoves.ask("Which 2.4.x releases mended the damper?").claims
