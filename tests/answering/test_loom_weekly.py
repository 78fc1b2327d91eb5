"""A weekly of a loom's software: what was merged in a week, by somebody or on a thing, and the days of its issues."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_HEAD = """---
layout: post
title: This Week in Loom {number}
date: {date} 09:30:00
summary: What's up with Loom for the {weeks}
---

In the [last week](https://forge.example/pulls?q=is:merged), we landed {count} PRs in the Loom repositories.
"""
_FIRST = (
    _HEAD.format(number=7, date="2031-03-10", weeks="week of 03 Mar 2031 - 10 Mar 2031", count=41)
    + """
Bo Tarn ([btarn](https://github.com/btarn)) has become a reviewer! She is at home in the shuttle code.

### Noteworthy Changes

 - aroe [sped up](https://forge.example/loom/pull/101) the shuttle on `linen-musl`
 - btarn [taught](https://forge.example/loom/pull/102) the heddle to skip Reeds
 - aroe and lvoss [rewrote](https://forge.example/loom/pull/103) the warp parser

### New Weavers

 - [Ida Marsh](https://github.com/imarsh)

### Help Wanted

 - Teach the [pedal](https://forge.example/loom/pull/99) to rest
 - Trim the [selvage](https://forge.example/loom/pull/98)

### Get Involved

There are a few tasks that suit new weavers.
"""
)
_SECOND = (
    _HEAD.format(number=8, date="2031-03-17", weeks="week of 10 Mar 2031 - 17 Mar 2031", count=38)
    + """
Ida Marsh truly delivered this week! She reviewed all the old requests, and took us from around 60 open PRs down to
41. The meeting was cancelled, as the looms stood still.

### Noteworthy Changes

 - lvoss [removed](https://forge.example/loom/pull/111) the old bobbin
 - ferri [dropped](https://forge.example/loom/pull/112) a lock from the shuttle and glued a peg
 - aroe continued the reed update, which still waits for its tests

### New Weavers

 - [Una Vik](https://github.com/unav)

### Get Involved

There are a few tasks that suit new weavers.
"""
)
_THIRD = (
    _HEAD.format(number=9, date="2031-03-31", weeks="weeks of 17 Mar 2031 - 31 Mar 2031", count=77)
    + """
### Noteworthy Changes

 - btarn [added](https://forge.example/loom/pull/121) a brake
 - lvoss [cut](https://forge.example/loom/pull/122) the start of the shuttle by half
 - imarsh [ported](https://forge.example/loom/pull/123) `TensionSensor::read()` to Pegs
 - lvoss [silenced](https://forge.example/loom/pull/124) all warnings on Pegs

### Pictures

None this week.

### Meetings

For lack of an agenda, we skipped the meeting last week.
"""
)


@pytest.fixture(scope="module")
def loom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("loom")
    files = {"2031-03-10-twil-7.md": _FIRST, "2031-03-17-twil-8.md": _SECOND, "2031-03-31-twil-9.md": _THIRD}
    library = shelve_files(folder, files)
    yield library
    library.archive.close()


def told(library: Library, *questions: str) -> list[str]:
    *history, question = questions
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


FIRST = ["sped up", "taught", "rewrote"]
SECOND = ["removed", "dropped", "continued"]
THIRD = ["brake", "start of the shuttle", "TensionSensor", "warnings on Pegs"]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["What was merged in the week of 3 to 10 March 2031?"], FIRST),
        (["merged week 10-17 March 2031"], SECOND),
        (["Which changes landed between 10 and 17 March 2031?"], SECOND),
        (["Please list the notable changes that landed in the two weeks from 17 to 31 March 2031."], THIRD),
        (["What landed in March 2031?"], [*FIRST, *SECOND]),
        (["What was merged in the week of 3 to 10 March 2031?", "And in the week after that?"], SECOND),
        (["What has aroe landed, over all issues?"], ["sped up", "rewrote", "continued"]),
        (["Which PRs landed on the shuttle?"], ["sped up", "dropped", "start of the shuttle"]),
        (["What did aroe land in March 2031?", "And lvoss?"], ["rewrote", "removed"]),
        (["What did the Loom team merge from 11 to 17 March 2031?"], SECOND),
        (["Who worked on the shuttle?"], ["sped up", "dropped", "start of the shuttle"]),
    ],
)
def test_what_was_merged_is_told_by_the_lines_that_lead_to_merge_requests(
    loom: Library, questions: list[str], said: list[str]
) -> None:
    lines = told(loom, *questions)
    if "March 2031" in questions[-1] and "landed in March" not in questions[-1]:
        assert len(lines) == len(said)
    assert all(any(words in line for line in lines) for words in said)
    assert not any("pedal" in line or "selvage" in line for line in lines)


@pytest.mark.parametrize(
    "question", ["What was merged in January 2031?", "What landed for the tassel?", "What did unav land?"]
)
def test_nothing_was_merged_where_no_line_tells_it(loom: Library, question: str) -> None:
    assert loom.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What landed on Pegs?", ["TensionSensor", "warnings on Pegs"]),
        ("Which noteworthy changes concerned Pegs?", ["TensionSensor", "warnings on Pegs"]),
        ("What landed for Tension?", ["TensionSensor"]),
        ("Give me everything the issues say on Tension support in Loom.", ["TensionSensor"]),
        ("What did Bo Tarn land?", ["taught", "brake"]),
        ("What did Ida Marsh land?", ["TensionSensor"]),
        ("What did Bo Tarn do from 3 to 10 March 2031?", ["has become a reviewer", "taught"]),
        ("What did btarn do in March 2031?", ["has become a reviewer", "taught", "brake"]),
    ],
)
def test_names_are_known_by_handles_within_longer_words_and_with_an_s_at_their_end(
    loom: Library, question: str, said: list[str]
) -> None:
    lines = told(loom, question)
    assert len(lines) == len(said)
    assert all(any(words in line for line in lines) for words in said)


def test_what_happened_in_a_week_has_the_news_above_its_headings_and_no_line_that_says_nothing(loom: Library) -> None:
    assert any("has become a reviewer" in line for line in told(loom, "What happened from 3 to 10 March 2031?"))
    assert not any("None this week" in line for line in told(loom, "What happened from 17 to 31 March 2031?"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many PRs were landed in the week 10 March to 17 March 2031?", "38"),
        ("How many PRs were landed from 17 to 31 March 2031?", "77"),
    ],
)
def test_a_week_from_monday_to_monday_is_that_of_one_issue(loom: Library, question: str, said: str) -> None:
    lines = told(loom, question)
    assert len(lines) == 1
    assert said in lines[0]


@pytest.mark.parametrize(
    ("question", "author"),
    [
        ("Who taught the heddle to skip Reeds?", "btarn"),
        ("Who removed the old bobbin?", "lvoss"),
        ("Who silenced the warnings on Pegs?", "lvoss"),
    ],
)
def test_who_made_a_change_stands_first_in_the_line_that_leads_to_it(loom: Library, question: str, author: str) -> None:
    lines = told(loom, question)
    assert len(lines) == 1
    assert lines[0].startswith(author)


@pytest.mark.parametrize(
    "question",
    [
        "Who removed the treadle?",
        "How many PRs were landed in the week from 31 March to 7 April 2031?",
        "When did Ida Marsh become a reviewer?",
    ],
)
def test_no_neighbour_answers_in_the_place_of_what_is_asked(loom: Library, question: str) -> None:
    assert loom.ask(question).status is Status.NOT_FOUND


def test_what_was_done_in_the_time_of_each_issue_is_a_series(loom: Library) -> None:
    lines = told(loom, "How has the number of landed PRs developed over all the issues?")
    assert all(any(figure in line for line in lines) for figure in ("41", "38", "77"))


@pytest.mark.parametrize(
    "question",
    [
        "On which occasions was the Loom meeting skipped or cancelled, and why?",
        "Which meetings were skipped or cancelled?",
    ],
)
def test_what_became_of_a_meeting_is_told_below_that_heading_and_above_all(loom: Library, question: str) -> None:
    lines = told(loom, question)
    assert len(lines) == 2
    assert "was cancelled" in lines[0]
    assert "skipped the meeting" in lines[1]


def test_what_stands_below_a_heading_that_is_counted_as_a_whole_is_counted(loom: Library) -> None:
    answer = loom.ask("How many new weavers were listed in This Week in Loom 8?")
    assert_holds(loom, answer)
    assert "New Weavers: 1" in answer.answer


def test_a_heading_that_a_question_has_as_a_whole_is_what_stands_below_it(loom: Library) -> None:
    lines = told(loom, "new weavers week of 10 - 17 March 2031")
    assert len(lines) == 1
    assert "Una Vik" in lines[0]
