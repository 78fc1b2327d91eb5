"""Jobs under a heading that is a play on words: a line of most issues tells what stands there."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_CALL = "*Write to us to have your vacancies posted here!*"
_HEAD = "Title: Kiln Weekly {number}\nDate: {date}\n\n## News\n\n* [Clay is {how}](https://x.example/{number})\n\n"


@pytest.fixture
def kilns(shelf: Shelve) -> Library:
    """Three issues with jobs, one of them with none."""
    adverts = {
        71: ("2041-03-08", "dear", "No vacancies were posted this week."),
        72: (
            "2041-03-15",
            "cheap",
            "* [Glazer](https://a.ex) at Embers\n* [Stoker](https://b.ex) at Holm Kilns",
        ),
        73: (
            "2041-03-22",
            "grey",
            "* [Glazer](https://a.ex) at Embers\n* [Potter](https://c.ex) at Embers, Riga",
        ),
    }
    issues = {}
    for number, (date, how, lines) in adverts.items():
        head = _HEAD.format(number=number, date=date, how=how)
        issues[f"k{number}"] = f"{head}## Feed the fire\n\n{lines}\n\n{_CALL}\n"
    return shelf(**issues)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Which jobs has Embers offered?", ["Glazer", "Potter"], ["Stoker", "Write"]),
        ("All vacancies in the issue of 15 March 2041", ["Glazer", "Stoker"], ["Potter", "Write"]),
        ("What job openings are there in Riga?", ["Potter"], ["Glazer", "Stoker"]),
        ("Which jobs were advertised in issue 71?", ["No vacancies"], ["Glazer"]),
    ],
)
def test_jobs_are_found_by_what_stands_below_them(
    kilns: Library, question: str, told: list[str], untold: list[str]
) -> None:
    answer = kilns.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(kilns, answer)


@pytest.mark.parametrize("question", ["Which jobs has Tileworks offered?", "Which jobs for divers were advertised?"])
def test_what_nobody_advertised_is_not_told(kilns: Library, question: str) -> None:
    assert not kilns.ask(question).claims
