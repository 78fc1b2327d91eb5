"""A weekly with a rubric of chosen requests, a labelled deadline in each issue, and single versions that came out."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve_files
from tests.answering.rules import assert_holds

from ctassist.answering.word_forms import said_apart
from ctassist.model.answer import Status

_ISSUE = """---
layout: post
title: Week Ending {title}
date: {date} 20:00:00 -0000
---

## Weaver News

{news}

## Calendar

**Next Deadline: {deadline}**

{versions}

## Featured PRs

### [#{number}: {featured}](https://forge.example/shuttle/pull/{number})

{told}

## Other Merges

* Teach the pedal [to rest](https://forge.example/shuttle/pull/81)
* {merged}
"""
_FIRST = _ISSUE.format(
    title="May 11, 2031",
    date="2031-05-12",
    news="The yarn fair in Riga was lovely.",
    deadline="Warp Freeze, May 14th",
    versions="Version 2.4.9, released last week, is the final patch for v2.4.",
    number=71,
    featured="Build the shuttle without tar",
    told="A long wished-for step, which makes the shuttle lighter.",
    merged="Give [SelvageTrim](https://forge.example/shuttle/pull/82) a longer pause",
)
_SECOND = _ISSUE.format(
    title="May 18, 2031",
    date="2031-05-19",
    news="The yarn fair in Oslo was cold.",
    deadline="Assemble the 2.7 weavers",
    versions="The weavers pushed out updates 2.6.3, 2.5.6, and 2.4.10 last week.",
    number=72,
    featured="Rest the heddle at night",
    told="It saves oil.",
    merged="Fix [rights of the SelvageTrim helper](https://forge.example/shuttle/pull/83)",
)
_THIRD = _ISSUE.format(
    title="June 8, 2031",
    date="2031-06-09",
    news="The yarn fair in Lima was hot.",
    deadline="Guides Done, June 12th",
    versions="Reed 3.1.4 was released, for those who use it.",
    number=73,
    featured="Oil the reed by hand",
    told="It saves tar.",
    merged="Let [the bobbin](https://forge.example/shuttle/pull/84) hum\n"
    "* Added [selvage trim batching](https://forge.example/shuttle/pull/85) to save yarn",
)


@pytest.fixture(scope="module")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three issues of a week each."""
    files: dict[str, str] = {
        f"2031-{day}-update.md": text for day, text in (("05-11", _FIRST), ("05-18", _SECOND), ("06-08", _THIRD))
    }
    library = shelve_files(tmp_path_factory.mktemp("weekly"), files)
    yield library
    library.archive.close()


def test_what_was_featured_is_not_all_that_was_merged(weekly: Library) -> None:
    """A heading that says it was chosen, asked for as a whole, is what stands below it alone."""
    answer = weekly.ask("What were the featured PRs of the week ending May 11, 2031?")
    assert answer.status is Status.ANSWERED
    assert "Build the shuttle without tar" in answer.answer
    assert "pedal" not in answer.answer
    assert_holds(weekly, answer)


def test_single_versions_that_came_out_stand_with_those_in_a_row(weekly: Library) -> None:
    """A sentence that begins with one version tells it as those with several do."""
    answer = weekly.ask("Which patch releases came out in May 2031?")
    assert all(number in answer.answer for number in ("2.4.9", "2.6.3", "2.4.10"))
    assert_holds(weekly, answer)


def test_versions_of_something_else_are_none_of_the_whole(weekly: Library) -> None:
    """Whoever names no thing does not ask for those of a part."""
    assert "3.1.4" not in weekly.ask("Which patch releases came out in June 2031?").answer


@pytest.mark.parametrize(
    "question", ["next deadlines announced in the May 2031 issues", "Which deadlines did the May 2031 issues name?"]
)
def test_deadlines_of_issues_are_all_that_these_label_so(weekly: Library, question: str) -> None:
    """Those of the issues of a time are told with and without a day, whenever that is."""
    answer = weekly.ask(question)
    assert "Warp Freeze" in answer.answer
    assert "Assemble the 2.7 weavers" in answer.answer
    assert "Guides Done" not in answer.answer
    assert_holds(weekly, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What has been changed around SelvageTrim over all the issues?",
        "What was changed around SelvageTrim?",
        "Which changes were about SelvageTrim?",
    ],
)
def test_what_was_changed_around_a_thing_is_all_lines_on_it(weekly: Library, question: str) -> None:
    """The words for how widely is asked are none that lines must have."""
    answer = weekly.ask(question)
    assert "longer pause" in answer.answer
    assert "rights of the SelvageTrim helper" in answer.answer
    assert "bobbin" not in answer.answer


def test_what_was_changed_around_a_thing_that_is_not_there_is_refused(weekly: Library) -> None:
    """No line is told where none has the thing."""
    answer = weekly.ask("What has been changed around TensionSensor over all the issues?")
    assert answer.status is Status.NOT_FOUND


def test_a_name_of_joined_words_may_be_written_apart() -> None:
    """It is found where a line has its words one after the other, and nowhere else."""
    asked = "List all changes in SelvageTrim"
    assert said_apart(asked, "Added selvage trims to save yarn")
    assert not said_apart(asked, "Trim the selvage to save yarn")
