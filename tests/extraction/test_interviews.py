"""Interviews and lists of what was said: who answers, and whose a family name before a colon is."""

import pytest
from tests.extraction.shown import said, taken, words

_TITLE = "# Reed Review 4\n\n**May–June 2041**\n\n"


def spoken(body: str, name: str = "reeds.md") -> list[tuple[str, str | None, str, str]]:
    """(speaker, organisation, words, time) of each statement."""
    text, found = taken(_TITLE + body if name.endswith(".md") else body, name)
    return [
        (one.speaker, one.organisation, words(text, one.quote), said(one.interval) if one.interval else "")
        for one in found.statements
    ]


@pytest.mark.parametrize(
    "head",
    [
        "## Five Minutes\n\n*with Ana Roe, director of the Tide Office*\n\n",
        "## Five questions for Ana Roe of the Tide Office\n\n",
        "## The Sofa\n\nQuestions put to Ms. Ana Roe, director of the Tide Office\n\n",
    ],
)
def test_answers_are_of_whom_the_questions_were_put_to(head: str) -> None:
    answers = (
        '**Why reeds?** "Because nobody else wanted them" (3 May 2041).\n\n**What next?** "More reeds, and a boat."\n'
    )
    assert spoken(head + answers) == [
        ("Ana Roe", "Tide Office", "Because nobody else wanted them", "2041-05-03"),
        ("Ana Roe", "Tide Office", "More reeds, and a boat.", "2041-05-01/2041-06-30"),
    ]


def test_without_somebody_to_whom_they_were_put_they_are_nobody_s() -> None:
    assert not spoken('## Riddles\n\nFrom the reed bed\n\n**Who bends?** "The one who stands in the wind."\n')
    assert not spoken('## Letters\n\n**Why reeds?** "Because nobody else wanted them."\n')


_LISTED = (
    "Reed Review 4\nMay-June 2041\n\nNEWS\n\nAna Roe opened a mast in Riga (3 May).\n\nWHAT THEY SAID\n\n"
    'Roe: "A mast is a tree with a purpose" (3 May).\nBo Lind (WTO): "We have counted the reeds twice" (4 May).\n'
)


def test_a_family_name_says_whose_words_a_list_has() -> None:
    assert spoken(_LISTED, "reeds.txt") == [
        ("Bo Lind", "WTO", "We have counted the reeds twice", "2041-05-04"),
        ("Roe", None, "A mast is a tree with a purpose", "2041-05-03"),
    ]


def test_other_words_before_a_colon_are_nobody() -> None:
    motto = _LISTED.replace("Roe: ", "Motto: ")
    assert [speaker for speaker, *_ in spoken(motto, "reeds.txt")] == ["Bo Lind"]


def test_whom_somebody_works_for_is_no_part_of_the_name() -> None:
    body = '## News\n\n- Professor Roe of WTO warned that "the reeds will be gone by May" (14 May)\n\n'
    assert spoken(body) == [("Roe", "WTO", "the reeds will be gone by May", "2041-05-14")]
    signed = '## Said\n\n> "The reeds will be gone." – Ana Roe (WTO), 3 May 2041\n'
    assert spoken(signed) == [("Ana Roe", "WTO", "The reeds will be gone.", "2041-05-03")]
