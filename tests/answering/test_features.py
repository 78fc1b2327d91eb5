"""What stands under a heading that issues repeat: whole sections of a time, and what a feature presents."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve

from ctassist.model.answer import Status

_SAID = "It keeps its line taut where others slacken, and whoever sails by night will find its bell of use. " * 4


def _letter(day: str, news: str, tool: str) -> str:
    return f"""---
title: Week Ending {day} 2043
---

## Developer News

{news}

## Tool of the Week

### {tool}

{_SAID}

{_SAID}

## Other Work

* The slip was tarred.
"""


_LETTERS = {
    "letter-1": _letter("March 6,", "The old crane is for sale.\n\nMaud Ferrier keeps the stores now.", "Plumb 2"),
    "letter-2": _letter("March 13,", "The new crane came on 9 March.", "Halyard: A winch without a drum"),
    "letter-3": _letter("March 20,", "Nobody may use the crane after dark.", "Bittern"),
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Developer news, week ending March 6",
        "Developer news in the issue for the week ending 6 March 2043",
        "Please show me the developer news of the week ending March 6",
    ],
)
def test_a_section_of_a_week_is_that_section_alone(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer

    assert "crane is for sale" in answer
    assert "keeps the stores" in answer
    assert "tarred" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Which gadget was presented as tool of the week in each of the March 2043 issues?",
        "What were the tools of the week in March 2043?",
        "Which device was picked as Tool of the Week in the issues of March 2043?",
    ],
)
def test_what_a_feature_presents_is_named_by_the_heading_below_its_own(letters: Library, question: str) -> None:
    answer = letters.ask(question).answer

    for tool in ("Plumb 2", "Halyard: A winch without a drum", "Bittern"):
        assert tool in answer


@pytest.mark.parametrize("issues", ["all issues", "all of the issues", "every issue"])
def test_what_a_feature_presented_in_all_issues_is_listed(letters: Library, issues: str) -> None:
    answer = letters.ask(f"Which tools have been featured as Tool of the Week in {issues}?")
    assert all(tool in answer.answer for tool in ("Plumb 2", "Halyard", "Bittern")), answer.answer


_BOATS = {
    "May": ("Wherry Albion", "A trading boat of 1898, which carried grain."),
    "June": ("Punt No. 4", "A flat boat of oak."),
    "July": ("The Old Ferry", "It was pulled by a chain. No other boat had a bell."),
    "August": ("Skerry", "She was built for a widow and has three owners by now."),
}


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    papers = {
        month: f"# Quay Paper {month} 2043\n\n## News\n\n- ABC met rowers in Oslo, Norway (3 {month})\n\n"
        f"## Keel on view\n\n### {name}\n\n{told}\n\n## Boats\n\n- Chair: ABC\n"
        for month, (name, told) in _BOATS.items()
    }
    library = shelve(tmp_path_factory.mktemp("boats"), **papers)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    [
        "Which boats were shown under Keel on view?",
        "Which boats have been presented as Keel on view?",
        "List all the boats in Keel on view",
    ],
)
def test_what_most_features_are_called_is_not_asked_of_each(boats: Library, question: str) -> None:
    answer = boats.ask(question).answer
    assert all(name in answer for name, _ in _BOATS.values())


def test_the_one_thing_that_an_issue_presents_is_asked_for_by_any_noun(boats: Library) -> None:
    for question in ("Which vessel was the Keel on view of August 2043?", "Which boat was the Keel on view in August?"):
        answer = boats.ask(question).answer
        assert "Skerry" in answer, answer
        assert "Albion" not in answer


def test_a_noun_that_few_features_have_narrows_them(boats: Library) -> None:
    answer = boats.ask("Which punts were shown under Keel on view?").answer
    assert "Punt No. 4" in answer
    assert "Albion" not in answer
    assert "Skerry" not in boats.ask("Which aeroplanes were shown under Keel on view?").answer


def test_which_things_of_a_kind_stand_in_a_list_leaves_out_the_others(shelf: Shelve) -> None:
    letter = "# Week Ending {day} 2043\n\n## Yard Notes\n\n{notes}\n"
    library = shelf(
        one=letter.format(
            day="March 6,", notes="- tarpot heats evenly now\n- Mast repairs begun\n- Fix for tarpot lids"
        ),
        two=letter.format(day="March 13,", notes="- Oars varnished, then the tarpot cleaned\n- The slip was swept"),
        three=letter.format(day="March 20,", notes="- Two bells hung\n- Mast stepped"),
    )
    told = [claim.text for claim in library.ask("Which tarpot changes are under Yard Notes in March 2043?").claims]
    assert len(told) == 3
    assert all("tarpot" in line for line in told)
    both = library.ask("Which tarpot and mast changes are under Yard Notes in March 2043?")
    assert len(both.claims) == 5
    assert len(library.ask("Which changes are under Yard Notes in March 2043?").claims) == 7


_DAYS = """# Peat Letter No. {number}

{months} 2044

## A wet {first}

The Fen League (FL) drained a ditch in Riga, Latvia, on 3 {first}. {early}

## And then {second}

The Bog Union (BU) opened a dam in Lund, Sweden, on 7 {second}.
"""


@pytest.fixture(scope="module")
def peat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("peat"),
        peat_4=_DAYS.format(
            number=4,
            months="March–April",
            first="March",
            second="April",
            early="On 2 April, FL met growers in Oslo, Norway.",
        ),
        peat_5=_DAYS.format(number=5, months="May–June", first="May", second="June", early=""),
        peat_10=_DAYS.format(number=10, months="March–April", first="March", second="April", early="").replace(
            "2044", "2045"
        ),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    "question",
    ["What happened in April 2044?", "Что произошло в апреле 2044 года?", "List all activities of April 2044"],
)
def test_what_happened_in_a_month_is_not_what_stands_under_its_name_alone(peat: Library, question: str) -> None:
    answer = peat.ask(question).answer

    assert "growers in Oslo" in answer
    assert "a dam in Lund" in answer
    assert "ditch" not in answer


def test_a_month_that_no_heading_has_in_its_issue_is_asked_for_like_any_other(peat: Library) -> None:
    answer = peat.ask("What happened in March and April 2044?").answer

    assert "drained a ditch" in answer
    assert "growers in Oslo" in answer


_FISH = """# Pond Letter No. {number}

{month} 2044

## News

- The Carp Union (CUN) dug a pond in Lund, Sweden (3 {month}).

{feature}
"""
_FEATURES = {
    "pond_7": (
        7,
        "January",
        "## Fish of the issue: Pike\n\nIt waits.\n\n## Club at the gate: Carp Union (CUN)\n\nIt digs.\n",
    ),
    "pond_8": (
        8,
        "February",
        "## Fish of the issue\n\nTench. It mends others.\n\n## Club at the gate\n\nThe Roach Society (RSO) counts.",
    ),
    "pond_9": (
        9,
        "March",
        "## Regular things\n\n| Thing | This time |\n|---|---|\n| Fish of the issue | Burbot: it spawns under ice |\n"
        "| Club at the gate | Pond League (PLG). It lends nets. |\n| Fish sold | Some |\n",
    ),
}


@pytest.fixture(scope="module")
def ponds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    texts = {
        name: _FISH.format(number=number, month=month, feature=feature)
        for name, (number, month, feature) in _FEATURES.items()
    }
    library = shelve(tmp_path_factory.mktemp("ponds"), **texts)
    yield library
    library.archive.close()


def test_a_feature_is_found_under_its_heading_in_its_heading_and_in_a_row(ponds: Library) -> None:
    answer = ponds.ask("List all the fishes of the issue so far").answer

    for fish in ("Pike", "Tench", "Burbot"):
        assert fish in answer
    assert "Fish sold" not in answer


@pytest.mark.parametrize(("number", "fish"), [(7, "Pike"), (8, "Tench"), (9, "Burbot")])
def test_a_follow_up_asks_for_the_feature_of_another_issue(ponds: Library, number: int, fish: str) -> None:
    assert fish in ponds.ask(f"and in No. {number}?", "Which fish was featured in No. 8?").answer


@pytest.mark.parametrize(
    ("club", "month"), [("Carp Union", "January"), ("the Roach Society", "February"), ("the Pond League", "March")]
)
def test_the_issue_with_somebody_in_a_feature_is_told(ponds: Library, club: str, month: str) -> None:
    assert month in ponds.ask(f"In which issue was {club} the club at the gate?").answer


def test_who_did_something_else_in_an_issue_was_not_in_its_feature(ponds: Library) -> None:
    answer = ponds.ask("Was the Carp Union the club at the gate in No. 9?")

    assert "dug a pond" not in answer.answer
    assert answer.status is not Status.ANSWERED


def _notes(month: str, moor: str, met: str) -> str:
    heads = ("MOOR CORNER", "AN HOUR WITH") if month == "March" else ("Moor corner", "An hour with")
    return f"# Peat Notes\n\n{month} 2041\n\n## {heads[0]}\n\n{moor}\n\n## {heads[1]}\n\n{met}\n"


_NOTES = {
    "notes-1": _notes("January", "Bog myrtle. It scents the beds.", "Ana Roe counts the rings of old oaks."),
    "notes-2": _notes("February", "Sundew. It eats what it catches.", "Bo Lind cuts turf before sunrise."),
    "notes-3": _notes("March", "Cotton grass. It nods before rain.", "Cy Dahl mends the sluices."),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ('Whom has the series "An hour with" portrayed?', ["Ana Roe", "Bo Lind", "Cy Dahl"]),
        ("Whom did An hour with portray in February 2041?", ["Bo Lind"]),
        ("What is in the Moor corner of each issue?", ["Bog myrtle", "Sundew", "Cotton grass"]),
    ],
)
def test_a_heading_of_small_words_is_named_as_it_is_spelt(shelf: Shelve, question: str, told: list[str]) -> None:
    answer = shelf(**_NOTES).ask(question).answer
    people = ("Ana Roe", "Bo Lind", "Cy Dahl", "Bog myrtle", "Sundew", "Cotton grass")
    assert [name for name in people if name in answer] == told


def test_an_hour_with_something_else_names_no_heading(shelf: Shelve) -> None:
    assert shelf(**_NOTES).ask("What happened in an hour with hail?").status is Status.NOT_FOUND


def test_the_name_of_a_place_in_a_heading_is_no_place(shelf: Shelve) -> None:
    """Of the headings of a page in capitals, no word is read as a city's."""
    pests = {"Moor corner": "Pest file", "MOOR CORNER": "PEST FILE"}
    named = {name: text.replace(old, new) for name, text in _NOTES.items() for old, new in pests.items() if old in text}
    answer = shelf(**named).ask("What is in the Pest file of each issue?").answer
    assert all(plant in answer for plant in ("Bog myrtle", "Sundew", "Cotton grass"))
