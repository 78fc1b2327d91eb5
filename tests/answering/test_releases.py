"""When versions came out, and which is the newest one, from lines that announce them in many ways."""

import pytest
from tests.answering.library import Library, Shelve

_MAY = """# Shed Weekly 7 (8 May 2030)

## News

- Loom 4.1.0-rc1 was tagged on 2 May.
- loom-cli 2.9 (6 May): it can purl now.
- Kettle 1.3, the steamer, came out on 7 May
- Loom 5.0 will follow in the autumn.
- We read 60 letters.
"""
_JUNE = """# Shed Weekly 8 (15 May 2030)

## News

- Loom 4.1.0 arrived yesterday, 14 May. It needs Kettle 1.2.
- Kettle 1.4: colder than ever.
- The loom-cli 3.0 release has slipped to July.
"""


@pytest.fixture
def sheds(shelf: Shelve) -> Library:
    """Two issues of a weekly that announces versions."""
    return shelf(may=_MAY, june=_JUNE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was Loom 4.1.0 released?", "**14 May 2030:** Loom 4.1.0 arrived yesterday, 14 May."),
        ("When did 4.1.0 proper come out?", "**14 May 2030:** Loom 4.1.0 arrived yesterday, 14 May."),
        ("When was Loom 4.1.0-rc1 tagged?", "**2 May 2030:** Loom 4.1.0-rc1 was tagged"),
        ("current loom-cli version", "**6 May 2030:** loom-cli 2.9 (6 May)"),
        ("What's the newest Loom?", "**14 May 2030:** Loom 4.1.0 arrived"),
        ("What is the latest version of Kettle?", "Kettle 1.4: colder than ever."),
        ("Which release of loom-cli is the latest?", "**6 May 2030:** loom-cli 2.9"),
    ],
)
def test_the_line_that_announces_a_version_answers(sheds: Library, question: str, told: str) -> None:
    answer = sheds.ask(question)
    assert len(answer.claims) == 1
    assert told in answer.claims[0].text


@pytest.mark.parametrize(
    "question",
    [
        "current anvil version",
        "When was Kettle 4.1.0 released?",
        "When did loom 1.3 appear?",
        "When was anvil 2.9 tagged?",
    ],
)
def test_versions_of_other_things_are_no_answer(sheds: Library, question: str) -> None:
    assert sheds.ask(question).status == "not_found"


def test_a_version_that_is_yet_to_come_is_told_as_such(sheds: Library) -> None:
    assert [
        claim.text for claim in sheds.ask("When is Loom 5.0 out?").claims if "in the autumn" not in claim.text
    ] == []
