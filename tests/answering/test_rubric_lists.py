"""Lists by the headings of issues whose lines do not repeat them, and who presides where no group has a president."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Answer, Status

_ISSUE = """# Moor Society Journal {period}

Members of the Society include the Peatland Trust (PET) and the Bog Rangers' Union (BRU).

## Courses

- PET training on reed cutting in Riga, Latvia ({one})
- PET evening on sedges in Tartu, Estonia ({two})

## Field outings

- BRU counted cranes in Poland ({one})
- PET and BRU mended a boardwalk in Ireland ({two})

## Voices

- President {president} said that “{words}” ({one})

## Picture of the season

- {picture}

## Boards

### Water Levels
- Lead: Ida Brand (PET)
- Deputy Lead: Jon Reis (BRU)
"""
_ISSUES = {
    "spring": _ISSUE.format(
        period="March-April 2031",
        one="4 Mar",
        two="11 Apr",
        president="Okafor",
        words="a bog is a slow library",
        picture="Picture of the season: Cranes at Dawn",
    ),
    "summer": _ISSUE.format(
        period="May-June 2031",
        one="6 May",
        two="20 Jun",
        president="Lind",
        words="peat keeps what we forget",
        picture="Sundew in Rain",
    ),
    "yearbook": """# Moor Society Yearbook 2031

## Looking back

- BRU course on rafts in Oulu, Finland (3 Oct)
- BRU planted alders in Latvia (9 Oct)
""",
}


@pytest.fixture(scope="module")
def moors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("moors"), **_ISSUES)
    yield library
    library.archive.close()


def quotes(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


def test_lines_under_a_heading_are_of_its_kind_whatever_they_say(moors: Library) -> None:
    assert quotes(moors.ask("Which courses and trainings did PET give?")).count("PET") == 4
    answer = moors.ask("How many field outings were there in the May-June 2031 issue?")
    assert answer.coverage.matched == 2
    assert "cranes" in quotes(answer)
    assert "boardwalk" in quotes(answer)


def test_an_issue_without_the_heading_lists_only_what_says_that_it_is_one(moors: Library) -> None:
    answer = quotes(moors.ask("Which courses took place in 2031?"))
    assert "rafts" in answer
    assert answer.count("PET") == 4
    assert "alders" not in answer


def test_a_label_in_one_issue_does_not_hide_what_stands_under_its_heading_in_another(moors: Library) -> None:
    answer = quotes(moors.ask("List all pictures of the season"))
    assert "Cranes at Dawn" in answer
    assert "Sundew in Rain" in answer


def test_a_president_of_no_group_is_told_by_the_newest_line(moors: Library) -> None:
    assert "Lind" in moors.ask("Who is the President of the Society?").answer
    assert "Okafor" in moors.ask("Who was the President in April 2031?").answer
    assert moors.ask("Who is the rapporteur?").status is not Status.ANSWERED


def test_a_deputy_lead_is_no_co_lead(moors: Library) -> None:
    assert "Deputy" in moors.ask("Which post does Jon Reis hold?").answer


def test_an_acronym_of_beginnings_is_known_by_its_long_form(moors: Library) -> None:
    assert "boardwalk" in quotes(moors.ask("What did the Peatland Trust do in Ireland?"))
