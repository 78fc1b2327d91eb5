import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from tests.parsed import parse_here
from tests.service.archive import JULY, MAY, write_issue
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

YEAR = """# Lighthouse Network Yearbook
2022

## The year
- CSO opened a training centre in Lisbon, Portugal (12 May)
"""


def get(app: FastAPI, path: str, **query: str | int) -> dict[str, Any]:
    response = call(app, "GET", path, params=query)
    assert response.status_code == 200, response.text
    return dict(response.json())


def rows(app: FastAPI, kind: str, **query: str | int) -> list[str]:
    return [row["text"].split(" (")[0] for row in get(app, f"/v1/{kind}", **query)[kind]]


def test_documents_are_listed_page_by_page_the_latest_first(app: FastAPI) -> None:
    first = get(app, "/v1/documents", limit=1)
    second = get(app, "/v1/documents", limit=1, cursor=first["next"])
    names = [page["documents"][0]["name"] for page in (first, second)]
    assert names == ["july-august.md", "may-june.md"]
    assert (first["total"], second["next"]) == (2, None)
    assert first["documents"][0]["period"] == {"start": "2022-07", "end": "2022-08"}


def test_documents_are_found_by_words_of_their_record_and_their_period(app: FastAPI) -> None:
    def names(q: str) -> list[str]:
        return [document["name"] for document in get(app, "/v1/documents", q=q)["documents"]]

    assert names("network JUNE 2022") == names("may-june.md") == names("2022-06") == ["may-june.md"]
    assert names("lighthouse") == ["july-august.md", "may-june.md"]
    assert names("lighthouse 2021") == []
    assert get(app, "/v1/documents", q="june", limit=1) == get(app, "/v1/documents", q="june") | {"next": None}


def test_the_links_of_a_document_are_listed_page_by_page(app: FastAPI, indexed: Settings) -> None:
    july, may = [document["document_id"] for document in get(app, "/v1/documents")["documents"]]
    first = get(app, f"/v1/documents/{may}/links", limit=1)
    second = get(app, f"/v1/documents/{may}/links", limit=1, cursor=first["next"])
    text = call(app, "GET", f"/v1/documents/{may}/text").content.decode("utf-8")
    found = [(text[link["start"] : link["end"]], link["url"]) for page in (first, second) for link in page["links"]]
    assert found == [
        ("guide to buoys", "https://bpu.example.org/guide?of=buoys&in=2022"),
        ("Ana Reis", "mailto:reis@cso.example.org"),
    ]
    assert (first["total"], second["next"]) == (2, None)
    assert get(app, f"/v1/documents/{july}/links") == {"links": [], "total": 0, "next": None}
    assert call(app, "GET", "/v1/documents/none/links").status_code == 404


def test_a_document_says_which_issue_of_what_it_is_and_what_it_replaces(tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "230130_draft_review.md", MAY)
    write_issue(tmp_path / "files", "review_may-june_final.md", MAY.replace("Lisbon, Portugal", "Porto, Portugal"))
    settings = Settings(index_dir=tmp_path / "index")
    ingest([tmp_path / "files"], settings, parse=parse_here())
    app = create_app(settings)

    page = get(app, "/v1/documents")
    newer = page["documents"][0]
    older = get(app, f"/v1/documents/{newer['replaces'][0]['document_id']}")

    assert (page["total"], len(page["documents"])) == (1, 1)
    assert (newer["series"], newer["language"], newer["version"]) == ("Lighthouse Network Review", "en", "final")
    assert newer["versions"] == ["It replaces 230130_draft_review.md (draft), an earlier version of the same issue."]
    assert (older["status"], older["replaced_by"]["document_id"]) == ("replaced", newer["document_id"])
    assert older["versions"] == [
        "It is replaced by review_may-june_final.md (final), a later version of the same issue."
    ]
    shown = call(app, "GET", f"/documents/{older['document_id']}").text
    assert "It is replaced by review_may-june_final.md (final)" in shown
    assert get(app, "/v1/status")["documents"] == 1


def test_what_title_page_and_name_disagree_on_is_among_the_warnings(tmp_path: Path) -> None:
    path = write_issue(tmp_path, "review_jan-feb_2023.md", MAY)
    settings = Settings(index_dir=tmp_path / "index")
    ingest([path], settings, parse=parse_here())
    app = create_app(settings)
    assert get(app, "/v1/documents", warned="true")["documents"][0]["warnings"] == [
        "Its title page says May–June 2022 and its file's name January–February 2023: the title page is trusted."
    ]
    assert get(app, "/v1/status")["documents_with_warnings"] == 1
    write_issue(tmp_path / "more", "july-august.md", JULY)
    ingest([tmp_path / "more"], settings, parse=parse_here())
    assert (get(app, "/v1/documents")["total"], get(app, "/v1/documents", warned="true")["total"]) == (2, 1)


def test_what_a_caller_may_not_read_is_in_no_list_gap_or_count_of_warnings(tmp_path: Path) -> None:
    for name, period in (("a", "January-February 2022"), ("b", "March-April 2022"), ("c", "May-June 2022")):
        write_issue(tmp_path / "files", f"{name}.md", MAY.replace("May-June 2022", period))
    settings = Settings(index_dir=tmp_path / "index")
    ingest([tmp_path / "files"], settings, parse=parse_here())
    database = sqlite3.connect(settings.index_dir / "ctassist.db")
    with database:
        database.execute("UPDATE documents SET access = 'closed', warnings = '[\"A secret.\"]' WHERE name = 'b.md'")
    database.close()
    app = create_app(settings)
    held = get(app, "/v1/status")
    march = {"start": "2022-03", "end": "2022-04"}
    assert (held["documents"], held["documents_with_warnings"]) == (2, 0)
    assert held["gaps"] == held["series"][0]["missing"] == [march]
    assert get(app, "/v1/documents", q="march")["total"] == get(app, "/v1/documents", warned="true")["total"] == 0


def test_every_row_of_every_listing_quotes_its_document(app: FastAPI) -> None:
    for kind in ("activities", "roles", "indicators", "statements"):
        found = get(app, f"/v1/{kind}")[kind]
        assert found
        for row in found:
            cited = row["citation"]
            text = call(app, "GET", f"/v1/documents/{cited['document_id']}/text").content.decode("utf-8")
            assert text[cited["start"] : cited["end"]] == cited["quote"] == row["text"]
            assert call(app, "GET", cited["url"]).status_code == 200


def test_activities_are_filtered_by_time_entity_place_and_words(app: FastAPI) -> None:
    assert len(rows(app, "activities", **{"from": "2022-06", "to": "2022-07"})) == 2
    assert rows(app, "activities", entity="Baltic Pilots Union", **{"from": "2022-08"}) == [
        "BPU met harbour masters in Accra, Ghana"
    ]
    assert rows(app, "activities", place="Africa") == ["BPU met harbour masters in Accra, Ghana"]
    assert rows(app, "activities", q="FOG workshop") == [
        ["Baltic Pilots Union", "BPU) and CSO held a workshop on fog signals in Riga"][0]
    ]
    assert rows(app, "activities", entity="Pilot") == []


def test_undated_activities_are_listed_alone(app: FastAPI) -> None:
    found = rows(app, "activities", undated="true")
    assert found == ["BPU published a guide to buoys"]
    assert len(found) == get(app, "/v1/activities/timeline")["undated"]


def test_a_span_tells_where_its_words_lead(app: FastAPI) -> None:
    cited = get(app, "/v1/activities", q="guide")["activities"][0]["citation"]
    path = f"/v1/documents/{cited['document_id']}/span"
    found = get(app, path, start=cited["start"], end=cited["end"])
    assert [link["url"] for link in found["links"]] == ["https://bpu.example.org/guide?of=buoys&in=2022"]
    assert (found["boxes"], found["ocr_confidence"]) == ([], None)
    assert call(app, "GET", f"{path}?start=9&end=9").status_code == 400
    assert call(app, "GET", "/v1/documents/unknown/span?start=0&end=1").status_code == 404


def test_a_role_as_of_a_day_is_what_the_latest_issue_until_then_says(app: FastAPI) -> None:
    def holders(**query: str) -> list[str]:
        found = get(app, "/v1/roles", body="fog signals", **query)["roles"]
        return [row["holder"] for row in found if row["role"] == "chair"]

    assert holders() == ["CSO", "BPU"]
    assert holders(as_of="2022-06") == ["CSO"]
    assert holders(as_of="2022-07") == ["BPU"]
    assert holders(as_of="2021") == []


def test_a_listing_as_csv_holds_all_rows_and_no_formula(app: FastAPI) -> None:
    response = call(app, "GET", "/v1/activities", params={"format": "csv", "limit": 1})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    found = list(csv.DictReader(io.StringIO(response.text)))
    assert len(found) == get(app, "/v1/activities")["total"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row.values())


@pytest.mark.parametrize(
    ("query", "status"),
    [("limit=0", 422), ("from=soon", 422), ("format=xml", 422), ("cursor=zzz", 400), ("from=2024&to=2023", 400)],
)
def test_a_filter_that_makes_no_sense_is_refused(app: FastAPI, query: str, status: int) -> None:
    assert call(app, "GET", f"/v1/activities?{query}").status_code == status


@pytest.mark.parametrize(
    "path", ["/v1/documents/{}", "/v1/documents/{}/text", "/v1/documents/{}/file", "/documents/{}"]
)
@pytest.mark.parametrize("name", ["unknown", "..%2F..%2Fetc%2Fpasswd", "%00", "%ff", "a" * 5000])
def test_an_unknown_document_is_not_found(app: FastAPI, path: str, name: str) -> None:
    response = call(app, "GET", path.format(name))
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_files_come_back_byte_by_byte_under_any_name_and_cannot_run_in_the_page(tmp_path: Any) -> None:
    name = 'r\u00e9sum\u00e9 "x"; y.html'
    path = write_issue(
        tmp_path / "files", name, "<h1>June 2022</h1><p>CSO met BPU in Rome (3 Jun)</p><script>alert(1)</script>"
    )
    settings = Settings(index_dir=tmp_path / "index")
    ingest([path], settings)
    app = create_app(settings)
    document = get(app, "/v1/documents")["documents"][0]
    response = call(app, "GET", f"/v1/documents/{document['document_id']}/file")
    assert response.content == path.read_bytes()
    assert response.headers["content-disposition"].startswith("attachment; filename*=utf-8''r%C3%A9sum%C3%A9%20%22x%22")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]


def test_the_status_names_what_there_is_and_questions_that_are_answered(app: FastAPI) -> None:
    held = get(app, "/v1/status")
    assert (held["documents"], held["gaps"]) == (2, [])
    assert held["series"] == [
        {
            "name": "Lighthouse Network Review",
            "names": ["Lighthouse Network Review"],
            "language": "en",
            "issues": 2,
            "period": {"start": "2022-05", "end": "2022-08"},
            "missing": [],
        }
    ]
    assert held["period"] == {"start": "2022-05", "end": "2022-08"}
    assert len(held["examples"]) >= 4
    for question in held["examples"]:
        answer = call(app, "POST", "/v1/answers", json={"question": question}).json()
        assert answer["status"] == "answered", question


def test_activities_are_counted_by_month_with_what_narrows_them_down(app: FastAPI) -> None:
    told = get(app, "/v1/activities/timeline")
    assert told["months"] == [
        {"month": "2022-05", "activities": 1},
        {"month": "2022-06", "activities": 1},
        {"month": "2022-07", "activities": 1},
        {"month": "2022-08", "activities": 1},
    ]
    assert told["years"] == [{"year": 2022, "activities": 4}]
    assert told["undated"] == told["total"] - 4 == 1
    assert told["sections"] == [{"name": "Key events", "activities": 5}]
    for kind, filter_ in (("entities", "entity"), ("places", "place"), ("sections", "section")):
        assert told[kind]
        for choice in told[kind]:
            chosen = get(app, "/v1/activities", **{filter_: choice["name"]})
            assert chosen["total"] >= choice["activities"], choice


def test_a_month_without_activities_between_others_is_counted_as_none(app: FastAPI) -> None:
    told = get(app, "/v1/activities/timeline", entity="BPU", **{"from": "2022-06-04"})
    assert [month["activities"] for month in told["months"]] == [1, 0, 1]
    assert (told["total"], told["undated"]) == (2, 0)
    assert get(app, "/v1/activities/timeline", q="nothing like it")["months"] == []


def test_what_several_documents_tell_is_one_row_if_asked_for(tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "may.md", MAY)
    write_issue(tmp_path / "files", "year.md", YEAR)
    ingest([tmp_path / "files"], Settings(index_dir=tmp_path / "index"), parse=parse_here())
    app = create_app(Settings(index_dir=tmp_path / "index"))
    every = get(app, "/v1/activities", place="Lisbon")
    assert every["total"] == 2
    assert "repeats" not in every["activities"][0]
    merged = get(app, "/v1/activities", place="Lisbon", merged="true")
    assert merged["total"] == 1
    row = merged["activities"][0]
    cited = [row["citation"], *row["repeats"]]
    assert [one["title"] for one in cited] == ["Lighthouse Network Review", "Lighthouse Network Yearbook"]
    for one in cited:
        text = call(app, "GET", f"/v1/documents/{one['document_id']}/text").text
        assert text[one["start"] : one["end"]] == one["quote"]
    assert get(app, "/v1/activities/timeline", place="Lisbon", merged="true")["total"] == 1
    written = call(app, "GET", "/v1/activities?place=Lisbon&merged=true&format=csv").text
    assert [line["repeats"] for line in csv.DictReader(io.StringIO(written))] == [cited[1]["url"]]


def test_rows_are_chosen_by_the_heading_they_stand_under(app: FastAPI) -> None:
    assert get(app, "/v1/roles", section="harbour lights")["total"] == 1
    assert get(app, "/v1/activities", section="working groups")["total"] == 0


def test_conversations_belong_to_their_caller_and_can_be_forgotten(indexed: Settings) -> None:
    app = create_app(indexed.model_copy(update={"api_keys": "one,two"}))
    one, two = ({"Authorization": f"Bearer {key}"} for key in ("one", "two"))
    asked = call(app, "POST", "/v1/answers", json={"question": "What happened in June 2022?"}, headers=one).json()
    path = f"/v1/conversations/{asked['conversation_id']}"
    assert call(app, "GET", path, headers=one).json()["turns"][0]["answer"] == asked
    assert call(app, "GET", path, headers=two).status_code == 404
    assert call(app, "GET", "/v1/conversations", headers=two).json()["conversations"] == []
    assert call(app, "DELETE", path, headers=two).status_code == 404
    assert call(app, "DELETE", path, headers=one).status_code == 204
    assert call(app, "GET", path, headers=one).status_code == 404
