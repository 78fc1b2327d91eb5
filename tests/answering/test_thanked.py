"""Who was thanked, whether something went ahead, and what else a weekly has under headings of its own."""

import pytest
from tests.answering.library import Library, Shelve

_FIRST = """# Shed Weekly 7 (8 May 2030)

## News

- The purl evening in Oslo on 4 May was called off; the roof leaks.
- Thanks to Kim Vale for the wool.

## Jobs

- Tarn Mill (Bergen): dyer

## Dates to keep

- 9 May, Oslo (Norway): Shed evening
- 20 May, online: Knot clinic

## Thank you!

To Ana Roe, who mended the stove.

Edited by Bo Lind.
"""
_SECOND = """# Shed Weekly 8 (15 May 2030)

## News

- The dye day in Bergen had 12 guests (11 May).

## Vacancies

- Fell Farm (Voss): shepherd

## Rendezvous

- 20 May, online: Knot clinic
- 2 June, Lima (Peru): Shed on tour

## Hat tips

Kim Vale and Jo Fenn have sorted ten thousand buttons.
"""
_THIRD = """# Shed Weekly 9 (22 May 2030)

## News

- Kim Vale told us of 40 moths.

## Rendezvous

- 2 June, Lima (Peru): Shed on tour

## Dates to keep

- 9 June, Riga (Latvia): Moth night
"""


@pytest.fixture
def sheds(shelf: Shelve) -> Library:
    """Three issues of a weekly whose headings change."""
    return shelf(first=_FIRST, second=_SECOND, third=_THIRD)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who was thanked in May 2030?", ["Ana Roe", "Jo Fenn"]),
        ("Everyone thanked in the May 2030 issues", ["Ana Roe", "Jo Fenn"]),
        ("Whom did we thank for the stove?", ["Ana Roe"]),
        ("Who was thanked in issue 8?", ["Jo Fenn"]),
    ],
)
def test_those_under_thanks_were_thanked(sheds: Library, question: str, told: list[str]) -> None:
    claims = [claim.text for claim in sheds.ask(question).claims]
    assert len(claims) == len(told)
    assert all(name in claim for name, claim in zip(told, claims, strict=True))


def test_nobody_was_thanked_for_what_no_line_names(sheds: Library) -> None:
    assert sheds.ask("Who was thanked for the ferry?").status == "not_found"


@pytest.mark.parametrize(
    "question", ["Did the purl evening in Oslo go ahead?", "Did the purl evening take place as planned?"]
)
def test_what_was_called_off_did_not_go_ahead(sheds: Library, question: str) -> None:
    assert "was called off" in sheds.ask(question).claims[0].text


@pytest.mark.parametrize("question", ["Did the dye day in Bergen go ahead?", "Did the knot evening in Oslo go ahead?"])
def test_another_thing_was_not_called_off(sheds: Library, question: str) -> None:
    assert not any("called off" in claim.text for claim in sheds.ask(question).claims)


def test_vacancies_are_jobs_whatever_their_heading(sheds: Library) -> None:
    answer = sheds.ask("Which jobs were advertised?")
    assert [claim.text.split(" (")[0] for claim in answer.claims] == ["Tarn Mill", "Fell Farm"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which gatherings were scheduled for May 2030?", ["Shed evening", "Knot clinic"]),
        ("Where can people meet others in June 2030?", ["Shed on tour", "Moth night"]),
        ("Get-togethers in Peru", ["Shed on tour"]),
        ("What online events did May 2030 offer?", ["Knot clinic"]),
        ("Any meet-ups in Latvia, north or south?", ["Moth night"]),
    ],
)
def test_calendars_are_known_whatever_they_are_called(sheds: Library, question: str, told: list[str]) -> None:
    claims = [claim.text for claim in sheds.ask(question).claims]
    assert len(claims) == len(told)
    assert all(name in claim for name, claim in zip(told, claims, strict=True))


def test_who_makes_an_issue_is_no_news_of_it(sheds: Library) -> None:
    answer = sheds.ask("What happened between 1 and 10 May 2030?")
    assert not any("Edited by" in claim.text for claim in answer.claims)
    assert "Bo Lind" in sheds.ask("Who edited issue 7?").answer


def test_meetings_of_any_kind_are_meant_where_nothing_is_called_one(sheds: Library) -> None:
    assert ["Knot clinic" in claim.text for claim in sheds.ask("Any online meetings?").claims] == [True]
    assert sheds.ask("Any meetings in Togo?").status == "not_found"


def test_the_day_in_a_title_is_no_number_of_an_issue(shelf: Shelve) -> None:
    page = "# Shed Weekly {} ({} May 2030)\n\n## Quote of the week\n\n> Wool {} is only slow rope.\n\n– Ana Roe\n"
    sheds = shelf(first=page.format(7, 15, "one"), second=page.format(8, 22, "two"))
    assert sheds.ask("Quote of the week in issue 22?").status == "not_found"
    assert "Wool two" in sheds.ask("Quote of the week in issue 8?").answer
