"""The last days of the schedule that leads to a version, all mentions of a thing, and all that goes by a mark."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## Yard News\n\n"


@pytest.fixture
def boats(shelf: Shelve) -> Library:
    """Weekly letters of boat builders, whose plan books have versions and a schedule."""
    issues = {
        "March 3, 2047": "Share your thoughts and join the jury before Monday, April 7th.\n\n"
        "The old slip was in use before April 2nd.\n\n"
        "Tarpot support, brushes and all, is being removed from the book.\n\n"
        "## Schedule\n\n**Next Deadline: Keel Freeze, March 6**\n\nHave your 4.2 drawings ready.\n",
        "March 10, 2047": "The tarpot has been removed from the shed.\n\n"
        "* Fix HULL-2047-11 by caulking the seams\n\n"
        "## Schedule\n\n**Next Deadline: Rib Freeze, March 13**\n\nTwenty are in. From here the deadlines are:\n\n"
        "* Mast Freeze: March 20\n* Sail Freeze: April 3\n\nThis was the last mend for 4.0, so buy the new one.\n",
        "March 17, 2047": "Two leaks: HULL-2047-15 floods the bilge and HULL-2047-16 the locker.\n\n"
        "## Schedule\n\n**Next Deadline: Oar Freeze, March 27**\n\nBook 4.2 goes to print in April.\n",
        "May 5, 2047": "Nothing was reported.\n\n"
        "## Schedule\n\n**Next Deadline: Hull Freeze, May 12**\n\nThe 4.3 season has begun.\n\n"
        "You have until May 20th to request a berth.\n",
    }
    return shelf(**{f"issue{at}": _HEAD.format(day=day) + text for at, (day, text) in enumerate(issues.items())})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Which 4.2 deadlines fell in March 2047?", ["Keel", "Rib", "Mast", "Oar"], ["Sail", "Hull"]),
        ("List the 4.2 release deadlines.", ["Keel", "Rib", "Mast", "Sail", "Oar"], ["Hull", "jury", "berth"]),
        ("What 4.3 deadlines fell in May 2047?", ["Hull"], ["berth", "Oar"]),
        ("Which deadlines fall in April 2047?", ["jury", "Sail"], ["old slip", "Oar"]),
        ("Which deadlines fall in May 2047?", ["Hull", "berth"], ["Sail"]),
        ("List the HULLs the issues report on.", ["2047-11", "2047-15", "2047-16"], ["tarpot"]),
        ("Which HULLs flood the bilge?", ["2047-15"], ["2047-11"]),
        ("Everything the letter said about the removal of Tarpot support, please.", ["brushes", "shed"], ["HULL"]),
        ("Every mention of the bilge", ["bilge"], ["caulking"]),
        ("How has the tarpot fared in March 2047? Every mention in order.", ["brushes", "shed"], ["HULL"]),
    ],
)
def test_all_of_a_schedule_and_of_a_thing_is_told(
    boats: Library, question: str, told: list[str], untold: list[str]
) -> None:
    answer = boats.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(boats, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Which 4.1 deadlines fell in March 2047?",
        "Which 4.3 deadlines fell in March 2047?",
        "Which HULLs flood the galley?",
        "Every mention of the galley",
    ],
)
def test_what_no_line_tells_of_is_not_found(boats: Library, question: str) -> None:
    answer = boats.ask(question)
    assert not answer.claims, answer.answer


def test_what_happened_in_a_week_is_told_by_no_last_day_and_no_month(boats: Library) -> None:
    answer = boats.ask("What happened in the week ending March 17, 2047?")
    assert "bilge" in answer.answer
    assert "Rib Freeze" not in answer.answer
    assert_holds(boats, answer)
