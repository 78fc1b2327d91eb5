"""Lists of what is new or to come: what was promoted or merged, which bodies were formed, which days are the last."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

_LETTERS = {
    "letter-1": """# Week Ending May 6, 2043

## News

A new working group, WG Moorings, has been formed to look after the chains.

Ana Reis is a new chair of the rowing club.

## Other Merges

* `capstan` turns both ways
* The winch no longer sticks
* A chart of the old mole

## Promotions

* SlackTide to trial
* FogBell to permanent

## Launch Schedule

**Next Deadline: Chart review, June 7th**
""",
    "letter-2": """# Week Ending May 13, 2043

## News

We have two new Working Groups:

* WG Lanterns will keep the lights
* WG Nets will mend the nets

The harbour office is closed on Monday.

## Other Merges

* Oil for `capstan` and bollard

## Promotions

* EbbGate to trial

## Rejected

* The trial of a second slip

## Launch Schedule

**Next Deadline: Papers for the slip, June 27th**
""",
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


_CAPSTAN = {"capstan turns", "Oil for capstan"}
_TRIAL = {"SlackTide", "EbbGate"}
_DEADLINES = {"Chart review, June 7th", "Papers for the slip, June 27th"}
_FORMED = {"WG Moorings", "WG Lanterns", "WG Nets"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which capstan improvements landed in May 2043?", _CAPSTAN),
        ("Which capstan changes were merged in May 2043?", _CAPSTAN),
        ("What capstan enhancements came in May 2043?", _CAPSTAN),
        ("Which sea gates were promoted to trial?", _TRIAL),
        ("What moved up to trial in May 2043?", _TRIAL),
        ("Which features graduated to trial in May 2043?", _TRIAL),
        ("Which new working groups have been formed or proposed?", _FORMED),
        ("Which new working groups were set up?", _FORMED),
        ("Which launch deadlines fall in June 2043?", _DEADLINES),
        ("Next deadline given in the issues of May 2043?", _DEADLINES),
    ],
)
def test_what_is_new_is_listed_whole_and_alone(letters: Library, question: str, told: set[str]) -> None:
    answer = letters.ask(question)

    assert_holds(letters, answer)
    found = [claim.text for claim in answer.claims]
    assert len(found) == len(told), answer.answer
    assert all(any(words in line for line in found) for words in told), answer.answer
