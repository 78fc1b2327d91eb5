"""Calendars with days in numerals: events by month, day and place, and the days on which something is held."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "Title: Net Weekly {number}\nDate: {date}\n\n## Nets in the news\n\n* [{news}](https://x.example/n{number})\n\n"


@pytest.fixture
def nets(shelf: Shelve) -> Library:
    """Three issues of a weekly of net menders."""
    calendars = {
        7: ("2041-05-12", "Hemp is back", ["5/15. Riga Net Circle", "5/18. Menders of Oslo: Knots and Soup"]),
        8: ("2041-05-19", "Nylon is out", ["5/22. Net Evening Lisbon", "5/29. Riga Net Circle", "6/5. Quay Supper"]),
        9: ("2041-05-26", "Flax for all", ["5/29. Riga Net Circle", "6/5. Quay Supper", "6/19. Net Evening Lisbon"]),
    }
    issues = {}
    for number, (date, news, lines) in calendars.items():
        listed = "".join(f"* [{line}](https://x.example/{number}).\n" for line in lines)
        issues[f"net{number}"] = _HEAD.format(number=number, date=date, news=news) + f"## Upcoming Meetups\n\n{listed}"
    return shelf(**issues)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("All events in June 2041, please", ["5 June 2041", "19 June 2041"], ["Riga", "Oslo"]),
        ("What takes place on 29 May 2041?", ["5/29"], ["6/5", "5/22"]),
        ("which meetups are there in Lisbon", ["5/22", "6/19"], ["Riga"]),
        ("When did the Riga circle come together?", ["15 May 2041", "29 May 2041"], ["Lisbon", "Oslo"]),
        ("On what dates was there a Net Evening?", ["22 May 2041", "19 June 2041"], ["Riga"]),
        ("When is the Quay Supper?", ["5 June 2041"], ["Riga"]),
    ],
)
def test_calendars_are_asked_by_their_days(nets: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = nets.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(nets, answer)


@pytest.mark.parametrize(
    "question",
    [
        "When did the Turin circle come together?",
        "When was there a Rope Evening?",
        "When did the Riga Net Circle vote on its budget?",
        "Which meetups were there in July 2041?",
        "When was the first Riga meetup?",
    ],
)
def test_what_no_calendar_has_is_not_told(nets: Library, question: str) -> None:
    assert not nets.ask(question).claims
