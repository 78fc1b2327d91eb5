"""When an election has its stages, which issues tell in the sentences after the one that names it."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_TEXT = """---
title: Week Ending March 7, 2049
---

## Hive News

The yearly [Honey Council election](https://hive.example/1) has begun. You may nominate beekeepers \
(or yourself) to run for HC until March 20th.
Now is also the time to look up your hives. Voting will be from Mar 24 to Apr 2. \
Votes for the Wax Board are due April 9.

The smoker of the Bee Court is broken. The poll on lids ends on March 12.
"""


@pytest.fixture
def hives(shelf: Shelve) -> Library:
    """Two weekly letters of beekeepers."""
    return shelf(
        march=_TEXT,
        april="---\ntitle: Week Ending April 11, 2049\n---\n\n## Hive News\n\nThe Honey Council is elected.\n",
    )


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("When does voting take place in the 2049 Honey Council election?", "24 March to 2 April 2049"),
        ("Until when can candidates be nominated for the Honey Council?", "20 March 2049"),
    ],
)
def test_a_stage_has_its_days(hives: Library, question: str, days: str) -> None:
    answer = hives.ask(question)
    assert [claim.text.split("**")[1] for claim in answer.claims] == [days]
    assert_holds(hives, answer)


@pytest.mark.parametrize(
    "question",
    [
        "When was voting in the 2048 Honey Council election?",
        "When does voting take place in the Bee Court election?",
        "Until when can candidates be nominated for the Wax Board?",
    ],
)
def test_another_election_has_no_such_days(hives: Library, question: str) -> None:
    assert hives.ask(question).status is Status.NOT_FOUND
