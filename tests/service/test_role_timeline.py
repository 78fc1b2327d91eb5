from pathlib import Path
from typing import Any

import pytest
from tests.parsed import parse_here
from tests.service.archive import write_issue
from tests.service.client import call
from tests.service.gliders import make_gliders

from ctassist.application.app import create_app
from ctassist.indexing.ingest import ingest
from ctassist.service.replies import RoleTimelineReply
from ctassist.settings import Settings

Told = dict[str, Any]


def timeline(settings: Settings) -> Told:
    response = call(create_app(settings), "GET", "/v1/roles/timeline")
    assert response.status_code == 200, response.text
    told: Told = response.json()
    assert RoleTimelineReply.model_validate(told).model_dump() == told
    return told


@pytest.fixture(scope="module")
def gliders(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return timeline(make_gliders(tmp_path_factory.mktemp("gliders")))


def spells(told: Told, body: str, role: str) -> list[tuple[str, int, int, int | None]]:
    post = posts(told, body)[role]
    return [(one["latest"]["name"], one["since"], one["last"], one["until"]) for one in post["spells"]]


def posts(told: Told, body: str) -> dict[str, Told]:
    return {post["role"]: post for found in told["bodies"] if body in found["spellings"] for post in found["posts"]}


def write(folder: Path, **issues: str) -> Told:
    for name, text in issues.items():
        write_issue(folder / "files", f"{name}.md", text)
    settings = Settings(index_dir=folder / "index")
    ingest([folder / "files"], settings, parse=parse_here())
    return timeline(settings)


def test_the_stops_are_the_issues_that_state_roles(gliders: Told) -> None:
    assert [stop["day"] for stop in gliders["stops"]] == [
        *("2024-02-29", "2024-04-30", "2024-06-30", "2024-08-31", "2024-10-31", "2024-12-31")
    ]
    assert gliders["stops"][0]["period"] == {"start": "2024-01", "end": "2024-02"}


def test_a_body_is_one_however_it_is_written_and_so_is_a_holder(gliders: Told) -> None:
    assert spells(gliders, "Thermal Maps Working Group", "chair") == [("ASC", 0, 1, 2), ("MET", 2, 3, None)]
    first = posts(gliders, "Working Group on Thermal Maps")["chair"]["spells"][0]["first"]
    assert first["name"] == "Alpine Soaring Club"
    assert first["citation"]["period"] == {"start": "2024-01", "end": "2024-02"}
    assert "Chair: Alpine Soaring Club" in first["citation"]["quote"]


def test_each_of_several_holders_has_spells_of_their_own(gliders: Told) -> None:
    vices = spells(gliders, "Working Group on Thermal Maps", "vice-chair")
    assert sorted(vices) == [("MET", 0, 1, 2), ("RSB", 0, 0, 1), ("TOW", 1, 3, None)]
    assert posts(gliders, "Working Group on Thermal Maps")["vice-chair"]["changed"] == [1, 2]


def test_who_is_not_mentioned_has_not_left_until_co_chairs_stand_in_place_of_the_chair(gliders: Told) -> None:
    winch = posts(gliders, "Working Group on Winch Safety")
    assert spells(gliders, "Working Group on Winch Safety", "chair") == [("RSB", 0, 2, 4)]
    assert (winch["chair"]["stated"], winch["chair"]["changed"]) == ([0, 2], [4])
    assert {name for name, *_ in spells(gliders, "Working Group on Winch Safety", "co-chair")} == {"RSB", "MET"}


def test_a_role_that_is_stated_later_than_the_first_issue_is_a_change(gliders: Told) -> None:
    assert posts(gliders, "Working Group on Young Pilots")["chair"]["changed"] == [2]


CHART = "## Working groups\n### Working Group on Tides\n- Chair: {}\n"


def test_a_line_with_a_day_is_a_stop_of_its_own(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        winter=f"# Tide Review\nJanuary-February 2021\n\n{CHART.format('RSB')}",
        spring="# Tide Review\nMarch-April 2021\n\n## News\n"
        "- Jane Roe (HPG) was elected chair of the Working Group on Tides (9 March)\n",
        summer=f"# Tide Review\nMay-June 2021\n\n{CHART.format('Jane Roe (HPG)')}",
    )
    assert [stop["day"] for stop in told["stops"]] == ["2021-02-28", "2021-03-09", "2021-06-30"]
    assert told["stops"][1]["period"] == {"start": "2021-03-09", "end": "2021-03-09"}
    assert spells(told, "Working Group on Tides", "chair") == [("RSB", 0, 0, 1), ("Jane Roe", 1, 2, None)]


def test_the_first_chart_is_no_news_whatever_a_line_tells_of_a_day_before_it(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        winter="# Tide Review\nJanuary-February 2021\n\n## News\n"
        f"- Jane Roe (HPG) was elected chair of the Working Group on Sand (9 February)\n\n{CHART.format('RSB')}",
        spring=f"# Tide Review\nMarch-April 2021\n\n{CHART.format('RSB')}- Vice-chair: HPG\n",
    )
    assert [stop["day"] for stop in told["stops"]] == ["2021-02-09", "2021-02-28", "2021-04-30"]
    assert posts(told, "Working Group on Sand")["chair"]["changed"] == []
    tides = posts(told, "Working Group on Tides")
    assert (tides["chair"]["changed"], tides["vice-chair"]["changed"]) == ([], [2])


def test_documents_of_one_day_that_differ_are_told_as_such(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        review=f"# Tide Review\nJanuary-February 2021\n\n{CHART.format('RSB')}",
        letter=f"# Harbour Letter\nJanuary-February 2021\n\n{CHART.format('HPG')}",
    )
    chair = posts(told, "Working Group on Tides")["chair"]
    assert (chair["disputed"], chair["changed"]) == ([0], [])
    assert {(one["first"]["name"], one["first"]["citation"]["title"]) for one in chair["spells"]} == {
        ("RSB", "Tide Review"),
        ("HPG", "Harbour Letter"),
    }


def test_a_page_without_a_period_tells_of_the_present(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        review=f"# Tide Review\nJanuary-February 2021\n\n{CHART.format('RSB')}",
        page="# Working Group on Tides\n\nChair: HPG\n",
    )
    assert [(stop["day"], stop["beginning"]) for stop in told["stops"]] == [("2021-02-28", False), (None, False)]
    assert spells(told, "Working Group on Tides", "chair")[-1][:2] == ("HPG", 1)
    assert posts(told, "Working Group on Tides")["chair"]["changed"] == [1]


def test_an_undated_page_does_not_tell_that_what_it_states_is_new(tmp_path: Path) -> None:
    told = write(
        tmp_path,
        review=f"# Tide Review\nJanuary-February 2021\n\n{CHART.format('RSB')}",
        page="# Steering Committee\n\n## Initial membership\n- Chair: Bo Lind\n\n## Membership\n- Chair: Cy Doe\n",
        other="# Working Group on Sand\n\nChair: HPG\n",
    )
    assert [stop["beginning"] for stop in told["stops"]] == [True, False, False]
    assert posts(told, "Working Group on Tides")["chair"]["changed"] == []
    assert posts(told, "Working Group on Sand")["chair"]["changed"] == []
    assert spells(told, "Steering Committee", "chair") == [("Bo Lind", 0, 0, 2), ("Cy Doe", 2, 2, None)]
    assert posts(told, "Steering Committee")["chair"]["changed"] == [2]


def test_an_archive_without_roles_has_no_stops(tmp_path: Path) -> None:
    assert write(tmp_path, note="# Note\nJune 2024\n\nThe lake is blue.\n") == {"stops": [], "bodies": []}
