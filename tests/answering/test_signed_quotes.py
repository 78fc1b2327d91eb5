"""Quotations without marks below a heading for them, signed with a handle, and what each issue presents."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_SUGGEST = "Thanks to mquill for the tip. Send us yours!"


@pytest.fixture
def kites(shelf: Shelve) -> Library:
    """Four issues of a weekly of kite makers."""
    news = 'Each week the guild announces the "last call for tails" for all plans.\n\n'
    reel = "It runs on two wheels.\n\n"
    parts = {
        81: "## Reel of the Week\n\nThe reel of this week is Gullwing.\n\n" + reel + "## Quote of the Week\n\n"
        f"*If wind is a question, a tail is an answer.* — [tailq on the forum](https://x.example)\n\n{_SUGGEST}\n",
        82: "## Reel of the Week\n\nWe now pick a reel.\n\nThis week's Reel of the Week is Skyhook.\n\n" + reel,
        83: "## Reel & Quote of the Week\n\nThis week's Reel of the Week is Cirrus, by mquill.\n\n"
        "> Lines make friends.\n\n— A song about strings by @hempy.\n",
        84: "## Reel of the Week\n\nOur Reel of the Week is Plover.\n\n" + reel + "## Quote of the Week\n\n"
        f"Kites are fun – really\n\n{_SUGGEST}\n",
    }
    days = {81: "2041-06-07", 82: "2041-06-14", 83: "2041-06-21", 84: "2041-06-28"}
    head = "Title: Kite Weekly {number}\nDate: {date}\n\n"
    return shelf(**{f"k{n}": head.format(number=n, date=days[n]) + news + text for n, text in parts.items()})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What did tailq say about wind?", ["a tail is an answer"], []),
        ("What has hempy said?", ["Lines make friends"], []),
        (
            "Which was the reel of the week in each issue?",
            ["Gullwing", "Skyhook", "Cirrus", "Plover"],
            ["wheels", "pick"],
        ),
        ("What was the quote of the week in issue 83?", ["Lines make friends"], ["Cirrus"]),
        ("What was the reel of the week in issue 83?", ["Cirrus"], ["Lines"]),
    ],
)
def test_what_issues_present_is_told(kites: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = kites.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(kites, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What did really say?",
        "Who was the quote of the week in issue 82 from?",
        "What did tailq say about mortgage rates?",
    ],
)
def test_what_nobody_said_is_not_told(kites: Library, question: str) -> None:
    assert not kites.ask(question).claims
