"""Issues by their numbers, with what else a question calls them; and titles that came out in them."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Status

_FIRST = """# Gull Letter No. 15

January 2046

## Counted

- 446 focal points
- 1,588 rings lent on GullNet

## Done

- The Tern Union (TUN) released “Beaks of the North” on 3 January.
- TUN launched the campaign “Nests Now” in Riga, Latvia, on 5 January.
- TUN promised to publish the results of its count on 6 January.
- The Auk League (ALG) issued a second edition of “Eggs on Rock” on 9 January.

## Groups

**Cliff and Shore Nesting**
Chair: TUN
Vice-Chairs: ALG, PUF

**Open Sea Feeding**
Chair: ALG
Vice-Chair: TUN
"""
_SECOND = """# Gull Letter No. 16

February 2046

## Counted

At the end of February the League counted 458 focal points. GullNet had 2,788
registered ringers, who have lent 1,671 rings since May.

## Done

- “What Nests Cost”, a new report by PUF, came out on 8 February.
"""


@pytest.fixture(scope="module")
def gulls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("gulls"), gull_15=_FIRST, gull_16=_SECOND)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "issue", ["in the first issue of 2046 (No. 15)", "in the first issue of 2046, No. 15", "in No. 15"]
)
def test_an_issue_may_be_named_by_its_place_and_its_number(gulls: Library, issue: str) -> None:
    answer = gulls.ask(f"Who were the vice-chairs of the cliff nesting group {issue}?").answer

    assert "ALG, PUF" in answer


@pytest.mark.parametrize(
    ("thing", "figures"), [("focal points", ("446", "458")), ("GullNet rings", ("1,588", "1,671"))]
)
def test_two_numbers_of_issues_are_two_times(gulls: Library, thing: str, figures: tuple[str, str]) -> None:
    answer = gulls.ask(f"Were there more {thing} in No. 16 than in No. 15? Give both figures.").answer

    assert all(figure in answer for figure in figures)
    assert "stated for" not in answer


def test_titles_that_came_out_are_publications_and_promises_and_campaigns_are_none(gulls: Library) -> None:
    answer = gulls.ask("List all the publications of 2046.").answer

    for title in ("Beaks of the North", "Eggs on Rock", "What Nests Cost"):
        assert title in answer
    assert "Nests Now" not in answer
    assert "promised" not in answer


def test_a_group_that_the_issue_does_not_have_has_no_chairs(gulls: Library) -> None:
    assert gulls.ask("Who were the vice-chairs of the walrus group in No. 15?").status is Status.NOT_FOUND
