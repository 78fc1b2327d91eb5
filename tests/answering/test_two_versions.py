"""Dates of two versions of a weekly: which step of which one, asked of one alone or side by side."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## News\n\n{news}\n\n## Winding Schedule\n\n"


@pytest.fixture
def ropes(shelf: Shelve) -> Library:
    """Weekly letters of rope makers, most of which speak of a freeze; of two coils only one has all its steps."""
    issues = {
        "april": (
            "April 4, 2049",
            "The freeze is on our minds at the Ropewalk.",
            "We shall wind new coils on the following *tentative* schedule:\n\n"
            "* 5.1: August 3, 2049\n* 5.2: December 15, 2049\n",
        ),
        "may": (
            "May 9, 2049",
            "Twist your hemp before the freeze.",
            "The 5.1 coil has a plan. Important dates:\n\n* June 10th: Hemp Freeze\n* July 7th: Twist Freeze\n"
            "* August 5th: Release\n",
        ),
        "june": ("June 6, 2049", "Hemp for 5.1 is short.", "**Next Deadline: Hemp Freeze, June 10th**\n"),
        "july": ("July 4, 2049", "A freeze is near, so twist.", "**Next Deadline: Twist Freeze, July 7th**\n"),
        "september": (
            "September 5, 2049",
            "The 5.2 coil has begun.",
            "**Next Deadline: Hemp Freeze, Sept. 16**\n\nSend your hemp for 5.2 before the freeze.\n",
        ),
    }
    more = "\n## Material Updates\n\n* Racks for 5.2 are oak\n"
    return shelf(**{name: _HEAD.format(day=day, news=news) + text + more for name, (day, news, text) in issues.items()})


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When is Twist Freeze for 5.1?", "7 July 2049"),
        ("What is the date of Hemp Freeze for the 5.2 cycle?", "16 September 2049"),
        ("5.2 版本的 Hemp Freeze 是哪一天？", "2049年9月16日"),
    ],
)
def test_a_step_is_that_of_its_version(ropes: Library, question: str, day: str) -> None:
    answer = ropes.ask(question)
    assert day in answer.answer
    assert_holds(ropes, answer)


@pytest.mark.parametrize(
    "question",
    ["On what date is Twist Freeze for the 5.2 coil?", "When is Twist Freeze for 5.2?", "When is Tar Freeze for 5.1?"],
)
def test_a_step_without_a_day_is_not_the_last_one(ropes: Library, question: str) -> None:
    assert ropes.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Compare the Hemp Freeze dates of the 5.1 and 5.2 cycles.",
        "How do the Hemp Freeze days differ between 5.1 and 5.2?",
    ],
)
def test_two_versions_are_asked_one_by_one(ropes: Library, question: str) -> None:
    answer = ropes.ask(question)
    assert "10 June 2049" in answer.answer
    assert "16 September 2049" in answer.answer
    assert answer.status is Status.ANSWERED


def test_a_version_without_the_step_is_said_to_have_none(ropes: Library) -> None:
    answer = ropes.ask("Compare the Twist Freeze dates of 5.1 and 5.2.")
    assert answer.status is Status.PARTIAL
    assert "7 July 2049" in answer.answer
    assert "15 December 2049" not in answer.answer


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("What tentative dates were given for coils 5.1 to 5.2?", ["3 August 2049", "15 December 2049"]),
        ("When are 5.1 and 5.2 due?", ["5 August 2049", "15 December 2049"]),
        ("How did the planned release date of 5.1 move?", ["3 August 2049", "5 August 2049"]),
    ],
)
def test_the_newest_day_holds_unless_the_first_is_asked_for(ropes: Library, question: str, days: list[str]) -> None:
    answer = ropes.ask(question)
    assert [claim.text.split("**")[1] for claim in answer.claims] == days
    assert_holds(ropes, answer)


@pytest.mark.parametrize(
    "question", ["What tentative dates were given for 5.1 to 5.4?", "How did the date of 5.2 move?"]
)
def test_a_list_without_an_end_or_a_move_is_no_answer(ropes: Library, question: str) -> None:
    assert not any(claim.text.startswith("**3 August") for claim in ropes.ask(question).claims)
