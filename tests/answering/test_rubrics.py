"""Lists by the headings of a weekly letter that a question names on its way, and by the folder of minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, open_library, shelve
from tests.answering.rules import assert_holds

_ISSUE = """# Loom Notes {number}

Date: {day}

## From the weavers

### Reports & photo essays

{reports}

### Latest exchanges

{exchanges}

## From the workshop

### New Shuttle releases

{releases}

### Noteworthy changes

{changes}

### Helpers this week

{helpers}
{events}
"""

_ISSUES = {
    "notes-31.md": _ISSUE.format(
        number=31,
        day="2046-03-05",
        reports="- [A loom for felt](https://loom.example/1)\n- [Dyes without water](https://loom.example/2)",
        exchanges="- [Which felt for beginners?](https://loom.example/3)",
        releases="- [Shuttle 4.0.0 tp 2](https://loom.example/4)\n- [Shuttle 3.9.1](https://loom.example/5)",
        changes="- [Warp tension is kept](https://loom.example/6): The tension no longer drops on a linen warp.\n"
        "- [Longer selvedges](https://loom.example/7)\n"
        "- [Keep the treadle straight](https://loom.example/8): This prevents a tangle of the treadle cords.",
        helpers="- tovey\n- m-brandt",
        events="\n## Upcoming events\n\n- [7 March: Fjord weavers meetup](https://loom.example/9)\n",
    ),
    "notes-32.md": _ISSUE.format(
        number=32,
        day="2046-03-12",
        reports="- [Felt on the roof](https://loom.example/10)",
        exchanges="- [Selling a felt pattern](https://loom.example/11)\n- [Knots](https://loom.example/12)",
        releases="- [Shuttle 4.0.0 tp 3](https://loom.example/13)",
        changes="- [Fix a tangle of two shuttles](https://loom.example/14)\n"
        "- [Linen is measured dry](https://loom.example/15)\n"
        "- The reporter of a knot noticed it first.",
        helpers="- ilse\n- m-brandt",
        events="\nLoom Notes rests and is back on 26 March!\n",
    ),
    "notes-33.md": _ISSUE.format(
        number=33,
        day="2046-03-26",
        reports="- [Shuttle 4.1 will have pedals](https://loom.example/16)",
        exchanges="- [Wool or linen](https://loom.example/17)",
        releases="- [Shuttle 4.0.0](https://loom.example/18)",
        changes="- [Bobbins are counted](https://loom.example/19)",
        helpers="- tovey",
        events="\n## Upcoming events\n\n- [4 April: Dale weavers conference](https://loom.example/20)\n"
        "- [9 April: Fjord weavers meetup](https://loom.example/21)\n",
    ),
}
_MINUTES = """# {day}

Chair: Tove Lind.

## Decisions

{decisions}

## Next steps

{steps}
"""
_GUILD = {
    "guild/teams/felt-presses/minutes/2046-05-04.md": _MINUTES.format(
        day="May 4, 2046",
        decisions="- Buy a second press rather than mend the old one.\n- Open it to visitors before June 1.",
        steps="- Ruben: Ask three smiths for a price.\n- Agda: Clear the shed.\n- Ruben: Draw the pedals.",
    ),
    "guild/teams/felt-presses/minutes/2046-05-18.md": _MINUTES.format(
        day="May 18, 2046", decisions="- Take the smith of Osby.", steps="- Ruben: Fetch the press."
    ),
    "guild/teams/dye-garden/minutes/2046-05-04.md": _MINUTES.format(
        day="May 4, 2046", decisions="- Plant woad.", steps="- Ruben: Dig the beds."
    ),
    "guild/README.md": """# Weavers' Guild (WVG)

The WVG keeps the looms for the House Council (HC). It holds talks with the subgroups.

## Members

- Agda Holm (term: 2045 to 2047) [HC-named]
- Pelle Storm (term: 2045 to 2047) [Guild-named]
- Ruben Falk (term: 2044 to 2046) [HC-named]



## Teams and WVG subgroups

Teams come and go.

### WVG subgroups

- Young Hands
- Wool Law

### How to join

Write to the WVG when a subgroup suits you.
""",
}


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    yield from _library(tmp_path_factory.mktemp("notes"), _ISSUES)


@pytest.fixture(scope="module")
def guild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    yield from _library(tmp_path_factory.mktemp("guild"), _GUILD)


def _library(folder: Path, texts: dict[str, str]) -> Iterator[Library]:
    for name, text in texts.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library = open_library(folder)
    yield library
    library.archive.close()


NOTES = {
    "Which new Shuttle releases did we report between 1 March 2046 and 15 March 2046?": ["tp 2", "3.9.1", "tp 3"],
    "all 4.0.0 trial previews that appeared under new releases": ["tp 2", "tp 3"],
    "List the reports, photo essays and exchanges on felt": ["for felt", "on the roof", "beginners", "felt pattern"],
    "who are the helpers named in issue 31": ["tovey", "m-brandt"],
    "Can you pull together everything we ran under Reports & photo essays in March 2046": [
        "loom for felt",
        "without water",
        "on the roof",
        "have pedals",
    ],
    "Which noteworthy changes were about linen?": ["linen warp", "measured dry"],
    "what tangle fixes were among the noteworthy changes": ["treadle cords", "two shuttles"],
    "List every event that we have announced, meetups as well as conferences.": ["7 March", "4 April", "9 April"],
    "When did the Fjord weavers meet? Give me each meetup.": ["7 March", "9 April"],
}


@pytest.mark.parametrize("question", NOTES)
def test_a_heading_is_named_on_the_way(notes: Library, question: str) -> None:
    _assert_lists(notes, question, NOTES[question])


GUILD = {
    "decisions of the felt presses session on 4 May 2046": ["second press", "visitors before June 1"],
    "At the felt presses meeting of May 4, 2046, which next steps were given to Ruben?": ["three smiths", "pedals"],
    "What subgroups does the WVG have? All of them please.": ["Young Hands", "Wool Law"],
    "Which members of the WVG were named by the House Council?": ["Agda Holm", "Ruben Falk"],
}


@pytest.mark.parametrize("question", GUILD)
def test_a_folder_or_a_heading_says_what_lines_are_of(guild: Library, question: str) -> None:
    _assert_lists(guild, question, GUILD[question])


@pytest.mark.parametrize(
    "question",
    [
        "decisions of the felt presses session on 11 May 2046",
        "At the dye garden meeting of May 4, 2046, which next steps were given to Agda?",
        "Which members of the WVG were named by the Dyers' Court?",
    ],
)
def test_another_day_folder_or_name_is_not_listed(guild: Library, question: str) -> None:
    answer = guild.ask(question)
    assert answer.status == "not_found", answer.answer


def _assert_lists(library: Library, question: str, lines: list[str]) -> None:
    answer = library.ask(question)
    assert answer.status == "answered", answer.answer
    assert all(words in answer.answer for words in lines), answer.answer
    assert len(answer.claims) == len(lines), answer.answer
    assert_holds(library, answer)


_SAILS = """# Sail News {number}

Date: {day}

## From the Sail community

{lines}
"""


_SAIL_ISSUES = {
    "sails_3": _SAILS.format(
        number="3",
        day="2047-02-06",
        lines="- Announcing Sail 1.27.1.\n- Sailcloth: try Sailcloth 0.3 at home.\n- rigging to v7.0\n"
        "- Feb 20. Bergen, NO - Sail Makers Meetup February 2047\n- rigging 7.1 needs Sail",
    ),
    "sails_4": _SAILS.format(
        number="4",
        day="2047-02-13",
        lines="- Announcing Sail 1.28.\n- The lowest version that we support.\n- Feb 20. Oslo, NO - Hem night\n"
        "- A weak seam in Sail 1.3 through 1.21 is mended.",
    ),
}


@pytest.fixture(scope="module")
def sails(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two issues of a letter that is named after what it tells of, and that tells of other things too."""
    library = shelve(tmp_path_factory.mktemp("sails"), **_SAIL_ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Which new Sail versions were announced in February 2047?", ["Sail 1.27.1", "Sail 1.28"]),
        ("List all versions of Sail", ["Sail 1.27.1", "Sail 1.28"]),
        ("Which rigging releases were there?", ["rigging to v7.0", "rigging 7.1"]),
    ],
)
def test_versions_are_of_the_thing_that_is_named(sails: Library, question: str, lines: list[str]) -> None:
    answer = sails.ask(question)
    assert len(answer.claims) == len(lines), answer.answer
    assert all(words in answer.answer for words in lines), answer.answer
    assert_holds(sails, answer)


def test_a_day_with_its_month_that_leads_a_line_is_no_sentence(sails: Library) -> None:
    answer = sails.ask("Which events are on 20 February 2047?")
    assert "Feb 20. Bergen" in answer.answer
    assert len(answer.claims) == 2, answer.answer
