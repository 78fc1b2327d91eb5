"""Posts as a table of changes hands them on, and the publisher by the noun of its name."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

GROUPS = """
## Groups

| Group | Chair | Vice-chair |
|---|---|---|
| Kelp Beds | Eva Holm (TOB) | Jon Dahl (BRG) |
| Rock Pools | Ida Berg (LUR) | Per Lund (TOB) |

The Compact has two groups.
"""
ISSUES = {
    "shore_notes_4": f"""# Shore Notes – Issue 4

**January – February 2031**

*Letter of the Northern Compact on Living Shores (NCLS)*
{GROUPS}
## Steering Committee

| Member | Body | Function |
|---|---|---|
| Nora Vik | TOB | Treasurer |
| Odd Moe | BRG | Member |

## News

- 5 January 2031: LUR joined the Compact.
- 9 February 2031: TOB opened a limpet station in Riga.
""",
    "shore_notes_5": f"""# Shore Notes – Issue 5

**March – April 2031**

*Letter of the Northern Compact on Living Shores (NCLS)*
{GROUPS}
## Executive Office

Executive Secretary: Sven Falk

## News

- 9 March 2031: BRG paid its fee to the Compact.
""",
    "shore_notes_6": """# Shore Notes – Issue 6

**May – June 2031**

## Changes of office

| Office | Until now | New holder | Since |
|---|---|---|---|
| Executive Secretary | Sven Falk | Tora Lie | 1 June 2031 |
| Chair, Rock Pools group | Ida Berg (LUR) | Kai Ness (BRG) | 15 May 2031 |
| Treasurer | Nora Vik (TOB) | Odd Moe (BRG) | 20 May 2031 |

## News

- 7 June 2031: The office of the Compact moved to Turku.
- 8 June 2031: The Limpet Council met in Turku.
""",
}


@pytest.fixture(scope="module")
def shores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("shores"), **ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Who is the treasurer?", "Odd Moe", "Nora Vik"),
        ("Who was the treasurer in February 2031?", "Nora Vik", "Odd Moe"),
        ("Who is the Executive Secretary of the Compact now?", "Tora Lie", "Sven Falk"),
        ("Who is the Executive Secretary?", "Tora Lie", "Sven Falk"),
        ("Who chairs Rock Pools?", "Kai Ness", "Ida Berg"),
        ("Who chairs Kelp Beds?", "Eva Holm", "Kai Ness"),
    ],
)
def test_who_came_to_a_post_by_a_table_of_changes_has_it(
    shores: Library, question: str, said: str, unsaid: str
) -> None:
    answer = shores.ask(question)
    told = " ".join(claim.text for claim in answer.claims)
    assert said in told, answer.answer
    assert unsaid not in told, answer.answer
    assert_holds(shores, answer)


def test_what_the_compact_did_is_what_happened(shores: Library) -> None:
    answer = shores.ask("What were the activities of the Compact and its members in February 2031?")
    assert "limpet station" in answer.answer


@pytest.mark.parametrize(
    "question",
    ["Who is the Executive Secretary of the Limpet Council?", "What did the Limpet Council do in February 2031?"],
)
def test_another_body_is_not_the_compact(shores: Library, question: str) -> None:
    assert shores.ask(question).status is not Status.ANSWERED
