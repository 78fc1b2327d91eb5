"""Weeklies: what each issue has in the same words is news of none; their calendars, whatever heads them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

_ISSUE = """## Welcome to the Moth Weekly

## Fresh

+ The Fen Trust has a new lamp, number {n}, for its traps.

## Seen elsewhere

+ [Why moths came late](https://x.example/{n}a), The Lantern, {read} Mar 2031

## What lies before us

*Did you know that the Moth Guild has a forum for its members?*

+ **{day} Apr 2031:** [Trap night {n}](https://x.example/{n}) by the pond of the Fen Trust
{more}
"""
_MORE = "+ [The Hawk Fair](https://x.example/h) of the Fen Trust will be held in Riga, Latvia on 26 April 2031."
_LATER = (
    "",
    "\n+ The Pond Congress of the Fen Trust is coming up in June 2031.",
    "\n+ **14-16 Jun 2031:** The Pond Congress of the Fen Trust is a congress on water.",
    "\n+ **3 Jun 2031:** The Lamp Congress of the Moth Guild is a congress on light.",
)


@pytest.fixture(scope="module")
def moths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Four issues that are called after the day on which they came out."""
    issues = {}
    for n, later in enumerate(_LATER):
        more = (_MORE if n < 2 else "") + later
        issues[f"{n:03}-2031-mar-{3 + 7 * n}.md"] = _ISSUE.format(n=n, day=3 + 5 * n, read=n + 1, more=more)
    folder: Path = tmp_path_factory.mktemp("moths")
    library = shelve_files(folder, issues)
    yield library
    library.archive.close()


def test_the_events_of_a_month_are_what_calendars_have_for_it(moths: Library) -> None:
    answer = moths.ask("Which events were announced for April 2031?")
    told = [claim.text for claim in answer.claims]
    assert [text.partition(":** ")[0] for text in told] == [f"**{day} April 2031" for day in (3, 8, 13, 18, 26)]
    assert_holds(moths, answer)


def test_what_each_issue_has_in_the_same_words_did_not_happen_in_a_week(moths: Library) -> None:
    told = moths.ask("What happened between 15 and 24 March 2031?").answer
    assert "new lamp, number 3" in told
    assert "forum for its members" not in told


def test_articles_are_no_events_of_their_day(moths: Library) -> None:
    assert "moths came late" not in moths.ask("Which events were there in March 2031?").answer


def test_the_days_of_an_event_are_told_rather_than_its_month(moths: Library) -> None:
    told = moths.ask("When is the Pond Congress?").answer
    assert "14 to 16 June 2031" in told
    assert "coming up" not in told
    assert "3 June" not in told
