"""A weekly of a glass studio: who came and went, schedules, versions, lists of what became of things, two issues."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_FIRST = """---
title: Week Ending January 12, 2031
---

## Studio News

Ivo Marsh will become a Technical Lead for SIG-Enamel.

The cane-racks repo [has been archived](https://x.example/1), since nobody pulls cane there any more.

## Firing Schedule

**Next Deadline: Pattern Freeze, January 28**

The 7.1 season has 14 patterns tracked.

* Kiln Freeze for 7.1: January 30
* 7.1: April 8, 2031
* 7.2: August 2, 2031
* 7.3: December 14, 2031
* 7.4: April 12, 2032

## Other Work

* Kiln logs [to plain notes](https://x.example/2)
* Ladle [stops dripping](https://x.example/3)
* Keep no more than 10K shards in one bin

Plain Notes Migration Beat: [annealer logs](https://x.example/4), [punty logs](https://x.example/5)

## Promotions

* [CoolBed to SA](https://x.example/30), and its feature bench will go next year
* [FineGrind to SA](https://x.example/6)
* [RakedFeather to trial](https://x.example/7)

## Retired

* Removed the [old blowpipe switches](https://x.example/8)

## Material Updates

* [borax to 3.2.1](https://x.example/9) in 7.1
"""
_SECOND = """---
title: Week Ending January 19, 2031
---

## Studio News

SIG-Glaze chair Rosa Quill [is stepping down](https://x.example/10), likely to be replaced by Ned Farrow.

We shall archive the punty-registry, which turned out to be unworkable.

## Firing Schedule

**Next Deadline: Pattern Freeze, January 28**

We are near the freeze, and currently have 21 tracked patterns and 9 opted-in patterns.

## Promotions

* [WetCut is SA](https://x.example/11), which ends a long wait
* [ColdSeal to trial](https://x.example/12)

## Material Updates

* [borax to 3.2.2](https://x.example/13) in 7.1
* [cullet v1.7.15: finer sieve](https://x.example/14)
"""
_THIRD = """---
title: Week Ending February 2, 2031
---

## Studio News

SIG-Prism has new leadership: Ana Reis is a new chair, and Bo and Cy are stepping down.
[SIG Lustre](https://x.example/15) is replacing Odo with Maud Pell.

Kat Moss and Ida Roe are [Kiln Team subproject leads](https://x.example/16), and
Bo Lind is the Glass Engineering subproject lead.

## Firing Schedule

**Next Deadline: Exceptions, February 10**

Patch batches 7.0.4, 6.9.8, and 6.8.12 are available.

## Promotions

* [SeedBubble to SA](https://x.example/17)

## Retired

* The [cane-puller flag](https://x.example/18) is gone

## Material Updates

* [cullet/cullet v1.7.16](https://x.example/19): new crate, washes shards twice
"""
_FOURTH = """---
title: Week Ending February 9, 2031
---

## Studio News

Tim Ash is [stepping down as SIG-Lustre lead](https://x.example/20) and nominating Rita Vane as chair.

Mould-press [is archived](https://x.example/21) and read-only.

## Firing Schedule

**Next Deadline: 7.2 Season Begins, May 2031**

Ulla Brook, [7.2 Firing Team](https://x.example/22) Lead, has shared the 7.2 timeline.
As part of the new yearly rhythm, 7.2 will be 15 weeks. Important dates:

* Pattern Freeze: June 14
* Kiln Freeze: July 10
* Target: August 4

The call for patterns of 7.2 is out, and Patterns lead Gus Lane has begun to count.

Patch batches 7.0.5, 6.9.9, and 6.8.13 came out this week.

## Promotions

* [TwinGather](https://x.example/23) to trial

## Material Updates

* [borax to 3.3.0](https://x.example/24) in 7.2
* [cullet to v1.7.17](https://x.example/25)
"""


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Four weeks of a studio; the third issue's file is called after a day that its title does not cover."""
    files = {
        "2031-01-12-update.md": _FIRST,
        "2031-01-19-update.md": _SECOND,
        "2031-01-26-update.md": _THIRD,
        "2031-02-09-update.md": _FOURTH,
    }
    folder: Path = tmp_path_factory.mktemp("studio")
    library = shelve_files(folder, files)
    yield library
    library.archive.close()


def _lines(library: Library, question: str, *history: str) -> list[str]:
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    assert answer.status is Status.ANSWERED, answer.answer
    return [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Who is stepping down as chair of SIG-Glaze, and who will probably replace her?",
            ["Rosa Quill", "Ned Farrow"],
        ),
        ("Who became chair of SIG Prism in February 2031, and who left?", ["Ana Reis", "Bo and Cy"]),
        ("SIG-Lustre lead stepping down, nominated chair", ["Tim Ash", "Rita Vane"]),
        ("Who chairs SIG Glaze?", ["is stepping down"]),
        ("Who leads the Glass Engineering subproject?", ["Bo Lind"]),
    ],
)
def test_who_came_and_went_is_told_of_groups_that_no_chart_has(studio: Library, question: str, told: list[str]) -> None:
    lines = _lines(studio, question)
    assert len(lines) == 1
    assert all(name in lines[0] for name in told)


def test_all_groups_whose_leaders_changed_are_told(studio: Library) -> None:
    lines = " | ".join(_lines(studio, "Which SIGs had changes in their leadership in February 2031?"))
    assert all(name in lines for name in ("SIG-Prism", "SIG Lustre", "Tim Ash"))
    assert "Rosa Quill" not in lines
    lines = " | ".join(_lines(studio, "How did the leadership of SIG Lustre change between January and February 2031?"))
    assert "Maud Pell" in lines
    assert "Tim Ash" in lines
    assert "SIG-Prism" not in lines


@pytest.mark.parametrize("question", ["Who stepped down as chair of SIG-Shards?", "Who chairs SIG-Shards?"])
def test_who_left_another_group_is_no_answer(studio: Library, question: str) -> None:
    assert studio.ask(question).status is Status.NOT_FOUND


def test_who_has_another_post_or_one_for_no_version_is_no_answer(studio: Library) -> None:
    assert "Gus Lane" in _lines(studio, "Who is the patterns lead for 7.2?")[0]
    assert studio.ask("Who is the sand lead for 7.2?").status is Status.NOT_FOUND
    assert studio.ask("Who was the kiln lead for 7.1?").status is Status.NOT_FOUND
    assert "Kat Moss" in _lines(studio, "Who are the Kiln Team subproject leads?")[0]


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When is the kiln freeze for 7.2?", "10 July 2031"),
        ("For what date is 7.4 tentatively planned?", "12 April 2032"),
        ("Which date did the 7.2 Firing Team set as the target?", "4 August 2031"),
        ("When will 7.2 be released?", "4 August 2031"),
    ],
)
def test_a_schedule_tells_the_day_of_a_step_for_a_version(studio: Library, question: str, day: str) -> None:
    lines = _lines(studio, question)
    assert len(lines) == 1
    assert day in lines[0]


def test_a_follow_up_may_ask_for_another_version(studio: Library) -> None:
    assert "10 July 2031" in _lines(studio, "And for 7.2?", "When is the kiln freeze for Studio 7.1?")[0]
    assert studio.ask("and for 7.3?", "When is the kiln freeze for 7.2?").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["When will 7.5 be released?", "When is the kiln freeze for 7.3?"])
def test_the_day_of_another_version_is_no_answer(studio: Library, question: str) -> None:
    assert studio.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["How many weeks does the 7.2 firing cycle last?", "How long will 7.2 be?"])
def test_how_long_a_version_takes_is_told(studio: Library, question: str) -> None:
    assert "15 weeks" in _lines(studio, question)[0]
    assert studio.ask(question.replace("7.2", "7.1")).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How did the planned date of 7.2 change between the issue of 12 January and that of 9 February 2031?",
            "August",
        ),
        (
            "How did the next deadline stated in the schedule change between the issues of January 19 and February 2?",
            "Deadline",
        ),
        ("How did the number of tracked patterns for 7.1 grow between early January and mid-January 2031?", "patterns"),
        ("How many patterns were tracked in the January 12 issue, and how many a week later?", "patterns"),
        (
            "Which 6.9 patch batch was announced in the issue of 2 February 2031 and which one in that of 9 February?",
            "6.9",
        ),
        ("Which borax version was listed in the issue of 12 January 2031, and which one four weeks later?", "borax"),
    ],
)
def test_two_issues_are_asked_one_by_one(studio: Library, question: str, told: str) -> None:
    lines = _lines(studio, question)
    assert len(lines) == 2
    assert all(told in line for line in lines)


def test_an_issue_may_be_called_after_the_day_in_its_file_name(studio: Library) -> None:
    assert "6.9.8" in _lines(studio, "Which patch batches were announced in the issue of 26 January 2031?")[0]
    assert studio.ask("Which patch batches were announced on 23 January 2031?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "version"),
    [
        ("Which cullet version was out in the week ending January 19, 2031?", "v1.7.15"),
        ("Which cullet version was out in the week ending February 9, 2031?", "v1.7.17"),
        ("Which patch batches became available according to the newest issue?", "7.0.5"),
    ],
)
def test_versions_of_a_time_are_those_of_the_thing_named(studio: Library, question: str, version: str) -> None:
    lines = _lines(studio, question)
    assert len(lines) == 1
    assert version in lines[0]


def test_versions_of_a_thing_without_any_are_not_found(studio: Library) -> None:
    assert studio.ask("Which ladle version was out in January 2031?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which repos and projects have been archived?", ["cane-racks", "Mould-press"]),
        ("What does the newsletter report about borax?", ["3.2.1", "3.2.2", "3.3.0"]),
        ("cullet changes in January and February 2031", ["1.7.15", "1.7.16", "1.7.17"]),
        ("Which git repositories have been archived or retired?", ["cane-racks", "Mould-press"]),
        ("How did the version of borax develop between January and February 2031?", ["3.2.1", "3.2.2", "3.3.0"]),
        (
            "Which features were promoted in January 2031?",
            ["CoolBed", "FineGrind", "RakedFeather", "WetCut", "ColdSeal"],
        ),
        ("Compare the kiln freeze of 7.2 with that of 7.1.", ["July 10", "January 30"]),
        ("What has been promoted to SA?", ["CoolBed", "FineGrind", "WetCut", "SeedBubble"]),
        (
            "List everything the Promotions sections report as having gone SA.",
            ["CoolBed", "FineGrind", "WetCut", "SeedBubble"],
        ),
        ("What was retired or removed in February 2031?", ["cane-puller"]),
    ],
)
def test_all_that_became_of_things_is_listed(studio: Library, question: str, told: list[str]) -> None:
    lines = _lines(studio, question)
    assert len(lines) == len(told)
    assert all(name in line for name, line in zip(told, lines, strict=True))


def test_thousands_may_be_written_short(studio: Library) -> None:
    assert "10K" in _lines(studio, "What is the maximum number of shards in a bin?")[0]
