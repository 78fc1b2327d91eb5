"""A weekly of a shipyard in running prose: leads of a kind, demonstrations, labelled deadlines, counted lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_MAY_5 = """---
title: Week Ending May 5, 2031
---

## Dock Meeting Notes

The dock meeting opened with a demo of Caulkbot, a robot that presses oakum.

Bo Tarn demoed the new tide gauge. It has a lamp.

Ines Calder walked us through the repairs to come:

* Replace the slipway chain
* Paint the crane

Launch Lead Otto Brand asked everybody to finish the hulls.

## Launch Schedule

**Next Deadline: Hull Freeze, May 20th**

The 4.2 fleet is due, and 4.2.1 will be launched on June 30th.

## Hull Repairs

* Tern patched at the bow
* Gull caulked anew

## Part Changes

* winch to 2.1
* capstan to 0.9
"""
_MAY_12 = """---
title: Week Ending Month DD, YYYY
slug: 2031-05-12-update
---

## Dock Meeting Notes

There was no demo this week, since the hall was flooded.

Pia Holm and Lena Voss gave the report on ropes. The ropes are dry, Voss is now the Rigging Lead, and tar is short.

Ravi Roe and Mara Roe reported on paint. Roe is now the Colour Lead.

## Launch Schedule

**Next Deadline: Paint Freeze, June 3rd**

Fleet 4.2 is afloat.

The vote on the new slipway is under way with 61 votes cast.

## Featured Works

### winch: Let the drum run backwards

It saves an hour at each launch.

## Hull Repairs

* Plover got a new keel

## Part Changes

* anchor to 3.0
"""
_JUNE_2 = """---
title: Week Ending June 2, 2031
---

## Dock Meeting Notes

The dock meeting began with a demonstration of Sailfold, which packs canvas.

Rigging was spoken for by Una Vik, also a new warden, who read out the log.

## Launch Schedule

Ida Marsh, the new Launch Lead, said that 4.3 will be a small fleet.

**Next Deadline: Mast Freeze, June 10th**

## Hull Repairs

* Heron scraped, and Egret painted

## Part Changes

* winch to 2.2
"""


@pytest.fixture(scope="module")
def dock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("dock")
    files = {"2031-05-05-update.md": _MAY_5, "2031-05-12-update.md": _MAY_12, "2031-06-02-update.md": _JUNE_2}
    library = shelve_files(folder, files)
    yield library
    library.archive.close()


def told(library: Library, *questions: str) -> list[str]:
    *history, question = questions
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is the Launch Lead?", "Ida Marsh"),
        ("Who held the position of Launch Lead in May 2031?", "Otto Brand"),
        ("Before Ida Marsh took over, who was Launch Lead?", "Otto Brand"),
        ("Who was the Launch Lead before Ida Marsh?", "Otto Brand"),
        ("Who succeeded Otto Brand as Launch Lead?", "Ida Marsh"),
        ("Which post did Lena Voss take up in May 2031?", "Rigging Lead"),
        ("What new position is Una Vik said to hold in the June 2031 issue, and in which team?", "warden"),
        ("From which issue on does the weekly list Ida Marsh as the Launch Lead?", "27 May to 2 June 2031"),
    ],
)
def test_a_lead_of_a_kind_is_told_as_of_the_time(dock: Library, question: str, said: str) -> None:
    [line] = told(dock, question)
    assert said in line


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Paint Lead?",
        "Which post did Pia Holm take up in May 2031?",
        "Which post does Mara Roe have?",
        "Who was the Rigging Lead before Lena Voss?",
        "Which post did Lena Voss take up in June 2031?",
    ],
)
def test_a_lead_of_another_kind_or_by_another_name_is_nobody(dock: Library, question: str) -> None:
    assert dock.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("Which machines were demoed at the dock meetings in May 2031?", ["Caulkbot", "tide gauge"]),
        ("List all demonstrations at the dock meetings.", ["Caulkbot", "tide gauge", "Sailfold"]),
        ("Which demos were shown according to the June 2031 issues?", ["Sailfold"]),
    ],
)
def test_all_that_was_demonstrated_is_listed(dock: Library, question: str, things: list[str]) -> None:
    lines = told(dock, question)
    assert len(lines) == len(things)
    assert all(thing in line for thing, line in zip(things, lines, strict=True))


def test_what_else_was_told_of_a_thing_is_no_demonstration(dock: Library) -> None:
    assert dock.ask("Which demos were about ropes?").status is Status.NOT_FOUND


def test_each_issue_has_the_deadline_that_it_labels(dock: Library) -> None:
    lines = told(dock, "What was the next deadline stated in every issue of May 2031?")
    assert [("Hull" in line, "Paint" in line) for line in lines] == [(True, False), (False, True)]


def test_lines_below_a_heading_are_counted(dock: Library) -> None:
    answer = dock.ask("What did the May 2031 issues give as part changes, and how many of them are there?")
    assert_holds(dock, answer)
    assert "Part Changes: 3" in answer.answer
    assert len(answer.claims) == 3


def test_lines_that_tell_of_several_things_are_not_counted(dock: Library) -> None:
    answer = dock.ask("How many hull repairs were listed in the June 2031 issues?")
    assert "activit" not in answer.answer
    assert "1" not in answer.answer.split("(")[0]


def test_what_changed_in_a_thing_stands_below_a_story_on_it_as_well(dock: Library) -> None:
    lines = told(dock, "What changed in the winch according to the May 2031 issues?")
    assert len(lines) == 2
    assert "an hour" in lines[1]


def test_what_somebody_did_before_a_list_is_told(dock: Library) -> None:
    [line] = told(dock, "Every mention of Ines Calder")
    assert line.startswith("Ines Calder walked us through")


def test_a_title_that_nobody_filled_in_names_no_issue(dock: Library) -> None:
    assert "YYYY" not in " ".join(told(dock, "Everything about the anchor"))


@pytest.mark.parametrize("question", ["When will 4.2 be launched?", "What is the launch date of 4.2?"])
def test_the_day_of_a_later_version_is_none_of_the_one_asked_for(dock: Library, question: str) -> None:
    assert "30 June" not in dock.ask(question).answer


def test_a_follow_up_says_its_preposition_once(dock: Library) -> None:
    answer = dock.ask("And for paint?", "Who reported for ropes in May 2031?")
    assert "for for" not in answer.resolved_question


def test_votes_cast_are_no_activities(dock: Library) -> None:
    [line] = told(dock, "How many votes were cast in the vote on the slipway?")
    assert "61 votes" in line
    assert "activit" not in dock.ask("How many votes did Ravi Roe get in the vote on the slipway?").answer
