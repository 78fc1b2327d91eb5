"""Posts of the whole: the publisher by its long name, its acronym and the noun that it is called by for short."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

CHART = """
## Groups

| Group | Chair | Vice-chair |
|---|---|---|
| Ropes | Eva Holm (TOB) | Jon Dahl (BRG) |
| Bell Metal | Ida Berg (LUR) | Per Lund (TOB) |
"""
ISSUES = {
    "bell_and_rope_4": f"""# Bell & Rope

Review of the Alliance for Towers and Old Bells (ATOB)

Issue 4 · January–February 2031 · Published by the ATOB office, Ghent

## News

- 5 January, Ghent – The Tower Office (TOB) lent 40 ropes.
{CHART}
Chair of the Alliance: Nora Vik (LUR). Secretary-General: Odd Moe.
""",
    "bell_and_rope_5": f"""# Bell & Rope, Issue 5: March–April 2031

The review of ATOB, the Alliance for Towers and Old Bells

## News

- 9 March, Riga – The council of towers elected Sven Falk (BRG) Chair of the Alliance from 1 April 2031.
{CHART}""",
    "bell_and_rope_6": f"""# Bell & Rope, Issue 6: May–June 2031

The review of ATOB, the Alliance for Towers and Old Bells

## News

- Odd Moe said farewell on 3 May; Tora Lie became Secretary-General on 1 June 2031.
- 7 June, Turku – The Ringers' Guild (RIG) made Kai Ness its Director.
{CHART}""",
}


@pytest.fixture(scope="module")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("alliance"), **ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Who is the Chair of the Alliance now?", "Sven Falk", "Nora Vik"),
        ("Who chairs ATOB?", "Sven Falk", "Eva Holm"),
        ("Who chaired ATOB in January 2031?", "Nora Vik", "Sven Falk"),
        ("Who is the Secretary-General of ATOB?", "Tora Lie", "Kai Ness"),
        ("Who chairs the group on Ropes?", "Eva Holm", "Sven Falk"),
    ],
)
def test_the_alliance_and_its_acronym_are_one_body(bells: Library, question: str, said: str, unsaid: str) -> None:
    answer = bells.ask(question)
    told = " ".join(claim.text for claim in answer.claims)
    assert said in told, answer.answer
    assert unsaid not in told, answer.answer
    assert_holds(bells, answer)


@pytest.mark.parametrize("question", ["Who is the Director of ATOB?", "Who chairs the group on Towers?"])
def test_a_post_that_the_alliance_has_not_is_nobodys(bells: Library, question: str) -> None:
    assert bells.ask(question).status is not Status.ANSWERED
