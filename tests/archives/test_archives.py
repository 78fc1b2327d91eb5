"""What the archive builder promises: every layout states every fact, and the truth follows from the facts."""

from datetime import date
from pathlib import Path

import pytest
from tests.archives import (
    HARBOUR,
    PROFILES,
    RIVERS,
    Archive,
    Figure,
    Group,
    Layout,
    Line,
    Organisation,
    Person,
    Place,
    Post,
    Profile,
    Review,
    days,
    file_name,
    invent,
    period,
    render,
    truth,
    whole_month,
    write,
)

from ctassist.reading import read_bytes

WTO = Organisation("WTO", "World Tide Office")
BPU = Organisation("BPU", "Bright Pilots Union")
ANA = Person("Ana Reis", "Director", WTO)
LISBON = Place("Lisbon, Portugal", ("Lisbon", "Portugal", "Southern Europe", "Europe"))
FIRST = Review(
    "Harbour Review January-February 2023",
    period(2023, 1, months=2),
    lines=(
        Line("tide tables", "held a workshop on", (WTO, BPU), (days(date(2023, 1, 30), date(2023, 2, 2)),), (LISBON,)),
        Line("buoys", "published a guide to", (BPU,), (whole_month(2023, 2),)),
        Line("lamps", "Workshop on", (BPU,)),
    ),
    groups=(Group("fog", 1, (Post("chair", (ANA,)), Post("vice-chair", (WTO, BPU)))),),
    figures=(Figure("ports", 41),),
)
SECOND = Review("Harbour Review March-April 2023", period(2023, 3, months=2), figures=(Figure("ports", 44),))
THIRD = Review(
    "Harbour Review May-June 2023",
    period(2023, 5, months=2),
    groups=(Group("fog", 1, (Post("chair", (BPU,)),)),),
)
ARCHIVE = Archive("Harbour", (FIRST, SECOND, THIRD))


def test_a_line_reads_as_a_sentence() -> None:
    assert [line.words for line in FIRST.lines] == [
        "WTO and BPU held a workshop on tide tables in Lisbon, Portugal",
        "BPU published a guide to buoys",
        "Workshop on lamps organised by BPU",
    ]


def test_activities_are_found_by_time_organisation_and_place_together() -> None:
    def topics(**asked: object) -> list[str]:
        return [line.topic for line in truth.activities(ARCHIVE, **asked)]  # type: ignore[arg-type]

    assert topics() == ["tide tables", "buoys"]
    assert topics(start=date(2023, 2, 3)) == ["buoys"]
    assert topics(end=date(2023, 1, 30)) == ["tide tables"]
    assert topics(by="World Tide Office", place="Europe") == ["tide tables"]
    assert topics(by="WTO", place="Africa") == []
    assert [line.topic for line in truth.undated(ARCHIVE, by="BPU")] == ["lamps"]


def test_a_role_holds_from_the_issue_that_states_it_until_one_that_states_otherwise() -> None:
    assert truth.holders(ARCHIVE, "fog", "chair", on=date(2022, 12, 31)) == ()
    assert truth.holders(ARCHIVE, "fog", "chair", on=date(2023, 4, 1)) == ("Ana Reis",)
    assert truth.holders(ARCHIVE, "fog", "vice-chair", on=date(2023, 4, 1)) == ("WTO", "BPU")
    assert truth.holders(ARCHIVE, "fog", "chair") == ("BPU",)


def test_figures_are_known_by_day_and_as_a_series() -> None:
    assert truth.figure(ARCHIVE, "ports", on=date(2023, 2, 1)) == 41
    assert truth.figure(ARCHIVE, "ports") == 44
    assert [value for _, value in truth.series(ARCHIVE, "ports")] == [41, 44]


def test_the_same_seed_makes_the_same_archive_and_another_seed_another() -> None:
    assert invent(HARBOUR, seed=1) == invent(HARBOUR, seed=1) != invent(HARBOUR, seed=2)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_topics_stand_once_in_an_archive_and_dates_lie_in_their_issue(profile: Profile) -> None:
    archive = invent(profile, seed=3, issues=3)
    topics = [line.topic for line in archive.lines]
    assert len(set(topics)) == len(topics)
    for review in archive.reviews:
        for line in review.lines:
            assert all(when.meets(review.period) for when in line.when)


def test_consecutive_issues_cross_the_end_of_a_year() -> None:
    assert any(review.period.start.year != review.period.end.year for review in invent(RIVERS, seed=1).reviews)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_every_layout_states_every_fact(profile: Profile, layout: Layout) -> None:
    for review in invent(profile, seed=2, issues=2).reviews:
        text = " ".join(read_bytes(render(review, layout).encode(), file_name(1, layout)).text.split())
        assert review.title in text
        for line in review.lines:
            assert text.count(line.topic) == 1
        for said in review.statements:
            assert said.words[1:] in text
        for figure in review.figures:
            assert f"{figure.value:,}" in text
        for group in review.groups:
            assert group.name.casefold() in text.casefold()


def test_issues_are_written_to_files_in_turn(tmp_path: Path) -> None:
    write(ARCHIVE, tmp_path, Layout.BULLETS, Layout.TABLES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["issue-01.txt", "issue-02.md", "issue-03.txt"]
