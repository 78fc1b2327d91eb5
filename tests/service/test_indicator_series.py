from pathlib import Path
from typing import Any

import pytest
from tests.parsed import parse_here
from tests.service.archive import write_issue
from tests.service.client import call
from tests.service.gliders import make_gliders

from ctassist.application.app import create_app
from ctassist.indexing.ingest import ingest
from ctassist.service.replies import IndicatorsReply
from ctassist.settings import Settings

Told = dict[str, Any]


def series(settings: Settings, **query: str | int) -> Told:
    response = call(create_app(settings), "GET", "/v1/indicators/series", params=query)
    assert response.status_code == 200, response.text
    told: Told = response.json()
    assert IndicatorsReply.model_validate(told).model_dump() == told
    return told


def figures(told: Told, label: str, unit: str | None = None) -> list[list[tuple[str, float | None]]]:
    """The figures of each series under a label, with their changes."""
    return [
        [(point["figure"], point["change"]) for point in one["points"]]
        for one in told["series"]
        if label in one["labels"] and one["unit"] == unit
    ]


@pytest.fixture(scope="module")
def gliders(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_gliders(tmp_path_factory.mktemp("gliders"))


def write(folder: Path, **issues: str) -> Told:
    for name, text in issues.items():
        write_issue(folder / "files", f"{name}.md", text)
    settings = Settings(index_dir=folder / "index")
    ingest([folder / "files"], settings, parse=parse_here())
    return series(settings)


def issue(period: str, *lines: str, name: str = "Tide Review", heading: str = "In figures") -> str:
    return f"# {name}\n{period}\n\n## {heading}\n" + "".join(f"- {line}\n" for line in lines)


def test_an_indicator_is_followed_through_the_issues_that_state_it(gliders: Settings) -> None:
    told = series(gliders)
    assert figures(told, "focal points") == [[("41", None), ("44", 3), ("52", 8), ("50", -2)]]
    assert told["series"][0]["label"] == "focal points"
    assert (told["total"], told["next"]) == (len(told["series"]), None)


def test_figures_of_another_unit_are_another_series(gliders: Settings) -> None:
    told = series(gliders)
    assert figures(told, "of pilots under thirty", "%") == [[("12 %", None), ("13 %", 1), ("15 %", 2)]]
    assert figures(told, "pilots under thirty") == [[("900", None)]]


def test_the_sources_of_all_figures_are_told_of_one_label(gliders: Settings) -> None:
    listed = [point["citation"] for point in series(gliders)["series"][0]["points"]]
    assert [citation is not None for citation in listed] == [False, False, False, True]
    (chosen,) = series(gliders, label="Focal  Points")["series"]
    assert [point["citation"]["quote"] for point in chosen["points"]] == [
        *("41 focal points", "44 focal points", "52 focal points", "50 focal points")
    ]
    assert series(gliders, label="focal")["series"] == []


def test_words_narrow_the_list_and_pages_follow_each_other(gliders: Settings) -> None:
    assert {one["label"] for one in series(gliders, q="THIRTY pilots")["series"]} == {
        "of pilots under thirty",
        "pilots under thirty",
    }
    every = series(gliders)["series"]
    first = series(gliders, limit=2)
    assert first["series"] + series(gliders, cursor=first["next"])["series"] == every


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("members", "events for members"),
        ("pilots under thirty", "pilots over thirty"),
        ("international observers", "internal observers"),
        ("C libraries", "C++ libraries"),
        ("nets lifted since 2020", "nets lifted since 2021"),
    ],
)
def test_labels_that_differ_by_a_word_are_not_joined(one: str, other: str, tmp_path: Path) -> None:
    told = write(
        tmp_path,
        winter=issue("January-February 2021", f"40 {one}", "7 boats"),
        spring=issue("March-April 2021", f"90 {other}", "9 boats"),
    )
    assert figures(told, one) == [[("40", None)]]
    assert figures(told, other) == [[("90", None)]]
    assert figures(told, "boats") == [[("7", None), ("9", 2)]]


def test_plurals_and_articles_make_no_other_figure(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        winter=issue("January-February 2021", "1 partner city"),
        spring=issue("March-April 2021", "3 partner cities"),
    )
    assert figures(told, "partner cities") == [[("1", None), ("3", 2)]]


def test_another_periodical_or_heading_counts_something_else(tmp_path: Path) -> None:
    board = "## Board\n- {} members\n\n## Association\n- {} members\n"
    told = write(
        tmp_path,
        winter="# Tide Review\nJanuary-February 2021\n\n" + board.format(5, 300),
        spring="# Tide Review\nMarch-April 2021\n\n" + board.format(6, 310),
        letter=issue("March-April 2021", "80 members", name="Harbour Letter"),
    )
    assert sorted(figures(told, "members")) == [
        [("300", None), ("310", 10)],
        [("5", None), ("6", 1)],
        [("80", None)],
    ]
    assert {(one["periodical"], one["heading"]) for one in told["series"]} == {
        ("Tide Review", "Board"),
        ("Tide Review", "Association"),
        ("Harbour Letter", None),
    }


def test_an_issue_that_states_two_numbers_has_no_difference(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        winter=issue("January-February 2021", "40 boats"),
        spring=issue("March-April 2021", "44 boats", "47 boats"),
        summer=issue("May-June 2021", "50 boats"),
        autumn=issue("July-August 2021", "50 boats", "50 boats"),
    )
    assert figures(told, "boats") == [[("40", None), ("44", None), ("47", None), ("50", None), ("50", 0)]]


def test_an_archive_without_figures_has_no_series(tmp_path: Path) -> None:
    assert write(tmp_path, note="# Note\nJune 2024\n\nThe lake is blue.\n") == {"series": [], "total": 0, "next": None}
