"""Issues of a journal in torn text and Markdown: what happened, what each issue has, who signs with which post."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, open_library

from ctassist.model.answer import Status

_ONE = """# The Reed Letter

**Letter of the Union of Marsh Wardens** · No. 1 · May 2041

## News from the wardens

- **3 May** – The Lower Fen Office (LFO) opened a sluice in Riga, Latvia.
- **9 May** – ALMA and LFO cut reeds for twelve roofs.
- **20 May** – The Hive Society (HVS) counted the herons.

## In their words

> “A dyke forgets nothing.”
> — Ms. Ana Roe, Warden-General of the Union

> “Reeds pay no rent.”
> — Mr. Bo Lind, President of LFO

## Working groups

**Working Group on Old Dykes**

- Chair: LFO
- Deputy: ALMA

## Book of the month

*Mud and Memory* (LFO, 90 pages)

## Coming up

- 4 July 2041: Night of the Herons
"""

_TWO = """THE REED LETTER
LETTER OF THE UNION OF MARSH WARDENS
No. 2  June-August 2041

NEWS FROM THE WARDENS
➔ 2 June: The Hive Society became the
Bee Keepers of the Marsh (BKM).
➔ 5 June: ALMA mended a pump in Indone-
sia.
➔ June: LFO dug a canal.
➔ 28 June: LFO handed the chair of the
Working Group on Old Dykes to BKM.

IN THEIR WORDS
1\f
THE REED LETTER  |  June-August 2041  |  No. 2
“A pump has the last word.”
Mr. Cleo Xan, Warden-General of the Union

➔ 19 June: BKM sowed willows in Lima,
Peru.

WORKING GROUPS
Working Group on Old Dykes
Chair: BKM
Deputy: LFO

BOOK OF THE QUARTER
Herons by Night (BKM, 120 pages)

COMING UP
➔ 6-8 October 2041: Fen Fair, Riga
➔ 24 December 2041: Eve of Ice
2
"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two issues."""
    folder: Path = tmp_path_factory.mktemp("reeds")
    (folder / "files").mkdir()
    (folder / "files" / "reed-letter-1.md").write_text(_ONE)
    (folder / "files" / "reed-letter-2.txt").write_text(_TWO)
    library = open_library(folder)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did the wardens do in June 2041?", ["Bee Keepers", "mended a pump", "dug a canal", "sowed willows"]),
        ("Give me everything the wardens did in May 2041.", ["opened a sluice", "twelve roofs", "counted the herons"]),
        ("List the activities of ALMA.", ["twelve roofs", "mended a pump"]),
        (
            "What did BKM do, including what it did under its old name Hive Society?",
            ["herons", "Bee Keepers", "willows"],
        ),
        (
            "List all activities of BKM, including those from when it still had its old name.",
            ["herons", "Bee Keepers", "willows"],
        ),
        ("What is planned from July 2041 on?", ["Night of the Herons", "Fen Fair", "Eve of Ice"]),
        ("What was done in Indonesia?", ["mended a pump"]),
        (
            "Good morning, I am writing a note and would be grateful for a list of what happened in May 2041.",
            ["sluice"],
        ),
    ],
)
def test_what_happened_is_told_in_full(letters: Library, question: str, told: list[str]) -> None:
    answer = letters.ask(question)
    lines = " ".join(answer.answer.split())
    assert answer.status is Status.ANSWERED
    assert all(words in lines for words in told)
    assert "Letter of the Union" not in lines
    assert "No. 2" not in lines


@pytest.mark.parametrize("question", ["Which book did each issue pick?", "Which book did every issue single out?"])
def test_what_each_issue_has_is_a_feature_by_whatever_name(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer
    assert "Mud and Memory" in answer
    assert "Herons by Night" in answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the president of LFO?", "Bo Lind"),
        ("Who is LFO's president?", "Bo Lind"),
        ("Who is the Warden-General of the Union?", "Cleo Xan"),
        ("Who was Warden-General of the Union before Cleo Xan?", "Ana Roe"),
        ("¿Quién es el presidente de LFO?", "Bo Lind"),
        ("Кто сейчас председатель Working Group on Old Dykes?", "BKM"),
    ],
)
def test_who_signs_with_a_post_holds_it(letters: Library, question: str, name: str) -> None:
    assert name in letters.ask(question).answer


@pytest.mark.parametrize("question", ["Who is the president of BKM?", "Who is the treasurer of LFO?"])
def test_a_post_that_nobody_signs_with_is_not_known(letters: Library, question: str) -> None:
    assert letters.ask(question).status is Status.NOT_FOUND


def test_who_held_a_post_before_and_since_when_it_is_held(letters: Library) -> None:
    assert "LFO" in letters.ask("Before BKM, who chaired the Working Group on Old Dykes?").answer
    assert "28 June 2041" in letters.ask("Since when has BKM been in charge of the old dykes group?").answer
    assert "ALMA" in letters.ask("Before LFO, who was deputy chair of the Working Group on Old Dykes?").answer
