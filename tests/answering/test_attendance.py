"""Who was at a meeting: the list with which its minutes begin, and of no other meeting."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

MINUTES = {
    "kilns": """# 4 March 2043

## Attendees

- Ruta Blom (Kiln Works)
- Osei Danton

## Agenda

- Kiln shelves
- Speaker: Pia Corvin

## Notes

- Osei Danton explained how salt glazes eat the bricks.
- Lids: two lids cracked and will be cast anew.
- Chat: #potters on the guild's server
""",
    "boats": """# Council of the boat yard, 2 April 2043

Members in attendance:
- Nils Abery
- Mirle Fossum

Apologies:
- Ruta Blom

## Matters

- Tar for the winter
""",
    "rowers": """# Rowers of Sloeby, 9 May 2043

Present: Ada Kern, Bo Lindahl

## Matters

- Oars
""",
}
PRESENT = {
    "Who attended the kiln meeting of 4 March 2043?": ["Ruta Blom", "Osei Danton"],
    "Who was present on 2 April 2043?": ["Nils Abery", "Mirle Fossum"],
    "Who were the attendees of the rowers' meeting of 9 May 2043?": ["Ada Kern, Bo Lindahl"],
    "List the participants of the boat yard council in April 2043": ["Nils Abery", "Mirle Fossum"],
}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("minutes"), **MINUTES)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", PRESENT)
def test_those_present_are_listed_and_nobody_else(minutes: Library, question: str) -> None:
    answer = minutes.ask(question)
    assert len(answer.claims) == len(PRESENT[question]), answer.answer
    assert all(name in answer.answer for name in PRESENT[question])
    assert_holds(minutes, answer)


@pytest.mark.parametrize(
    "question", ["Who attended the weavers' meeting of 4 March 2043?", "Who was present on 3 March 2043?"]
)
def test_another_meeting_is_not_told_of(minutes: Library, question: str) -> None:
    assert minutes.ask(question).status is Status.NOT_FOUND


def test_what_was_said_at_a_meeting_need_not_name_it(minutes: Library) -> None:
    answer = minutes.ask("What did Osei Danton explain at the kiln meeting of March 2043?").answer
    assert "salt glazes" in answer
    assert minutes.ask("What did Ruta Blom explain at the kiln meeting of March 2043?").status is Status.NOT_FOUND
    assert minutes.ask("What did Osei Danton explain at the oar meeting of May 2043?").status is Status.NOT_FOUND


def test_a_channel_is_told_by_its_sign(minutes: Library) -> None:
    assert "#potters" in minutes.ask("What is the channel of the guild?").answer
