from datetime import UTC, date, datetime

import pytest

from ctassist.answering.understanding.asked_issues import TimeScope
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY, say, whole_months
from ctassist.answering.understanding.time_scope import find_time
from ctassist.model.archive import Document
from ctassist.model.time import Interval, Period

AS_OF = date(2024, 2, 29)


def issue(start: date, end: date) -> Document:
    made = datetime(2024, 3, 1, tzinfo=UTC)
    return Document(f"{start}", "a.md", "Review", "text/markdown", "0", 1, "a.md", made, Period(start, end))


OLD, NEW = issue(date(2023, 11, 1), date(2023, 12, 31)), issue(date(2024, 1, 1), date(2024, 2, 29))


def scope(question: str, reference: Interval | None = None) -> TimeScope:
    return find_time(question, AS_OF, [OLD, NEW], reference)


def days(question: str, reference: Interval | None = None) -> tuple[str, str] | None:
    found = scope(question, reference).interval
    return (found.start.isoformat(), found.end.isoformat()) if found else None


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("In 2022, what happened in May?", "2022-05-01", "2022-05-31"),
        ("What took place in 2022 between March and May?", "2022-03-01", "2022-05-31"),
        ("What took place in 2022, in March and April?", "2022-03-01", "2022-04-30"),
        ("in autumn 2021, from September to November", "2021-09-01", "2021-11-30"),
        ("In 2022, what happened after March?", "2022-04-01", "2022-12-31"),
        ("Which events in 2021 took place before April?", "2021-01-01", "2021-03-31"),
        ("In 2021, what happened on 4 April?", "2021-04-04", "2021-04-04"),
        ("from 2021 to March", "2021-01-01", "2023-03-31"),
        ("List everything from the second quarter of 2021", "2021-04-01", "2021-06-30"),
        ("What happened in 2021 and in May?", "2021-01-01", "2023-05-31"),
        ("What has been done since 2021 in May?", "2021-01-01", "2023-05-31"),
    ],
)
def test_months_without_a_year_lie_in_the_year_that_is_said_apart(question: str, start: str, end: str) -> None:
    assert days(question) == (start, end)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("What happened in February 2024?", "2024-02-01", "2024-02-29"),
        ("Events of Feb 2023", "2023-02-01", "2023-02-28"),
        ("What happened on 25 January 2024?", "2024-01-25", "2024-01-25"),
        ("What happened on January 25, 2024?", "2024-01-25", "2024-01-25"),
        ("on 2024-01-25?", "2024-01-25", "2024-01-25"),
        ("during 24-26 January 2024", "2024-01-24", "2024-01-26"),
        ("What went on in 2023?", "2023-01-01", "2023-12-31"),
        ("between March and May 2023", "2023-03-01", "2023-05-31"),
        ("from March 2023 to January 2024", "2023-03-01", "2024-01-31"),
        ("between 5 March 2023 and 7 April 2023", "2023-03-05", "2023-04-07"),
        ("from November 2022 until February 2023", "2022-11-01", "2023-02-28"),
        ("in the first quarter of 2023", "2023-01-01", "2023-03-31"),
        ("in the second half of 2023", "2023-07-01", "2023-12-31"),
        ("in Q4 2023", "2023-10-01", "2023-12-31"),
        ("last month", "2024-01-01", "2024-01-31"),
        ("this month", "2024-02-01", "2024-02-29"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("this year", "2024-01-01", "2024-12-31"),
        ("in the last three months", "2023-12-01", "2024-02-29"),
        ("in January and February 2024", "2024-01-01", "2024-02-29"),
        ("What happened in January?", "2024-01-01", "2024-01-31"),
        ("What happened in March?", "2023-03-01", "2023-03-31"),
        ("What happened in May?", "2023-05-01", "2023-05-31"),
    ],
)
def test_the_time_of_a_question_is_found(question: str, start: str, end: str) -> None:
    assert days(question) == (start, end)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("since March 2023", date(2023, 3, 1)),
        ("What has been done since 12 January 2024?", date(2024, 1, 12)),
        ("after March 2023", date(2023, 4, 1)),
        ("since last March", date(2023, 3, 1)),
        ("since the beginning of 2023", date(2023, 1, 1)),
        ("from March 2023 on", date(2023, 3, 1)),
        ("from March 2023 onwards", date(2023, 3, 1)),
        ("starting in March 2023", date(2023, 3, 1)),
    ],
)
def test_a_time_may_have_no_end(question: str, start: date) -> None:
    found = scope(question).interval
    assert found
    assert found.start == start
    assert found.end in (AS_OF, LAST_DAY)


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("before March 2023", date(2023, 2, 28)),
        ("prior to 12 January 2024", date(2024, 1, 11)),
        ("until March 2023", date(2023, 3, 31)),
        ("up to the end of March 2023", date(2023, 3, 31)),
    ],
)
def test_a_time_may_have_no_beginning(question: str, end: date) -> None:
    assert scope(question).interval == Interval(FIRST_DAY, end, scope(question).interval.precision)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the working group on trade?",
        "May I see the list of members?",
        "Who may chair a group?",
        "Tell me about the march for peace",
        "How many of the 12 groups have a chair?",
        "What does resolution 1325 say?",
        "Who leads Working Group 7?",
    ],
)
def test_words_and_numbers_that_are_no_time_are_left_alone(question: str) -> None:
    assert days(question) is None


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What does the latest issue say?", NEW),
        ("List the activities in the most recent review", NEW),
        ("in the last newsletter", NEW),
        ("What was in the previous issue?", OLD),
        ("the first issue", OLD),
    ],
)
def test_an_issue_may_be_meant_instead_of_days(question: str, meant: Document) -> None:
    found = scope(question)
    assert found.document_ids == frozenset([meant.id])
    assert meant.period
    assert found.interval
    assert (found.interval.start, found.interval.end) == (meant.period.start, meant.period.end)


def test_a_month_without_a_year_lies_next_to_the_time_before() -> None:
    before = Interval(date(2022, 2, 1), date(2022, 2, 28))
    assert days("And in March?", before) == ("2022-03-01", "2022-03-31")


def test_the_words_that_name_the_time_are_known() -> None:
    question = "What did CSO do in February 2024 in Riga?"
    assert " ".join(span.of(question) for span in scope(question).spans) in ("February 2024", "in February 2024")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 1, 24), date(2024, 1, 26), "24 to 26 January 2024"),
        (date(2023, 3, 1), LAST_DAY, "since 1 March 2023"),
        (FIRST_DAY, date(2023, 3, 1), "until 1 March 2023"),
        (date(2023, 3, 5), date(2023, 3, 5), "5 March 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2022, 12, 1), date(2023, 1, 31), "December 2022 to January 2023"),
        (date(2022, 12, 30), date(2023, 1, 2), "30 December 2022 to 2 January 2023"),
    ],
)
def test_an_interval_is_said_in_words(start: date, end: date, words: str) -> None:
    assert say(Interval(start, end)) == words


def test_whole_months_are_told_from_parts() -> None:
    assert whole_months(Interval(date(2024, 2, 1), date(2024, 2, 29)))
    assert not whole_months(Interval(date(2024, 2, 1), date(2024, 2, 28)))


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("events between 29 December 2023 and 7 January 2024, first and last day included", "2023-12-29", "2024-01-07"),
    ],
)
def test_a_time_may_be_counted_or_explained(question: str, start: str, end: str) -> None:
    assert days(question) == (start, end)


@pytest.mark.parametrize("asked", ["the last two issues", "the two latest reviews", "between the first 2 editions"])
def test_several_issues_are_each_a_time(asked: str) -> None:
    found = scope(f"What changed in {asked}?")
    assert [(time.start, time.end) for time in found.times] == [
        (date(2023, 11, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 2, 29)),
    ]
    assert found.document_ids == frozenset((OLD.id, NEW.id))


def test_more_issues_than_there_are_are_no_time() -> None:
    assert scope("the last three issues").times == ()


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What did the annual review say on tides?", "2023-01-01"),
        ("What stood in the annual review of 2023?", "2023-01-01"),
        ("What stood in the annual review of 2019?", None),
        ("What stood in the quarterly number?", None),
    ],
)
def test_an_issue_is_named_by_how_much_time_it_covers(question: str, meant: str | None) -> None:
    year = issue(date(2023, 1, 1), date(2023, 12, 31))
    found = find_time(question, AS_OF, [OLD, NEW, year])
    assert found.document_ids == (None if meant is None else frozenset([meant]))


def test_weeks_from_monday_to_monday_begin_behind_the_last_day_of_the_issue_before() -> None:
    weeks = [issue(date(2024, 2, 6), date(2024, 2, 12)), issue(date(2024, 2, 13), date(2024, 2, 19))]

    def weekly(question: str) -> tuple[date, date] | None:
        found = find_time(question, AS_OF, weeks).interval
        return (found.start, found.end) if found else None

    assert weekly("How many in the week from 12 to 19 February 2024?") == (date(2024, 2, 13), date(2024, 2, 19))
    assert weekly("How many from 19 to 26 February 2024?") == (date(2024, 2, 20), date(2024, 2, 26))
    assert weekly("How many from 12 to 18 February 2024?") == (date(2024, 2, 12), date(2024, 2, 18))
    assert days("What happened from 12 to 19 February 2024?") == ("2024-02-12", "2024-02-19")
