import io
from typing import Any

import docx
import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.service.replies import BriefReply
from ctassist.settings import Settings

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def brief(app: FastAPI, start: Any, end: Any, **body: Any) -> dict[str, Any]:
    response = call(app, "POST", "/v1/briefs", json={"from": start, "to": end, **body})
    assert response.status_code == 200, response.text
    return dict(response.json())


def refused(app: FastAPI, **body: Any) -> tuple[int, str]:
    response = call(app, "POST", "/v1/briefs", json={"from" if key == "start" else key: body[key] for key in body})
    assert response.headers["content-type"] == "application/problem+json"
    return response.status_code, response.json()["detail"]


def test_a_briefing_as_json_has_the_documented_shape_and_quotes_its_documents(app: FastAPI) -> None:
    made = brief(app, "2022-05", "2022-08-31")
    assert BriefReply.model_validate(made).model_dump(by_alias=True) == made
    assert [section["heading"] for section in made["sections"]] == [
        "Headline figures",
        "Changes of roles",
        "Activities",
        "What was said",
        "Without a date",
    ]
    for cited in made["citations"]:
        text = call(app, "GET", f"/v1/documents/{cited['document_id']}/text").content.decode("utf-8")
        assert text[cited["start"] : cited["end"]] == cited["quote"]
        assert call(app, "GET", cited["url"]).status_code == 200
    assert (made["coverage"]["documents"], made["coverage"]["matched"], made["coverage"]["shown"]) == (2, 4, 4)


def test_days_and_months_may_both_be_given(app: FastAPI) -> None:
    whole = brief(app, "2022-06", "2022-06")
    assert whole == brief(app, "2022-06-01", "2022-06-30")
    assert whole["title"] == "Briefing: June 2022"
    assert brief(app, "2022-06-05", "2022-06-30")["coverage"]["matched"] == 0


def test_a_briefing_is_narrowed_by_entity_and_place(app: FastAPI) -> None:
    made = brief(app, "2022-05", "2022-08", entity="Baltic Pilots Union", place="Africa")
    told = [line for section in made["sections"] if section["heading"] == "Activities" for line in section["lines"]]
    assert [line["text"] for line in told] == ["21 August 2022: BPU met harbour masters in Accra, Ghana (21 Aug)"]
    assert told[0]["group"] == "August 2022"
    assert (made["coverage"]["entities"], made["coverage"]["places"]) == (["BPU"], ["Africa"])


@pytest.mark.parametrize(
    ("form", "media_type", "name"),
    [
        ("markdown", "text/markdown; charset=utf-8", "briefing_2022-05-01_2022-08-31.md"),
        ("docx", WORD, "briefing_2022-05-01_2022-08-31.docx"),
    ],
)
def test_a_briefing_as_a_file_holds_the_same(app: FastAPI, form: str, media_type: str, name: str) -> None:
    response = call(app, "POST", "/v1/briefs", json={"from": "2022-05", "to": "2022-08", "format": form})
    assert response.headers["content-type"] == media_type
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert response.headers["x-content-type-options"] == "nosniff"
    made = brief(app, "2022-05", "2022-08")
    if form == "markdown":
        assert response.text == made["markdown"]
    else:
        told = [paragraph.text for paragraph in docx.Document(io.BytesIO(response.content)).paragraphs]
        for line in (line for section in made["sections"] for line in section["lines"]):
            assert any(text.startswith(line["text"]) for text in told)


def test_a_period_of_which_nothing_is_known_is_an_empty_briefing(app: FastAPI) -> None:
    made = brief(app, "2019-01", "2019-02")
    assert (made["sections"], made["citations"], made["coverage"]["matched"]) == ([], [], 0)
    assert "2 documents, May to August 2022" in made["searched"]
    assert made["searched"] in made["markdown"]


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"start": "2022-06", "to": "2022-05"}, 400, "from lies after to; swap them."),
        ({"start": "2022-05", "to": "2022-06", "entity": "BPUU"}, 400, "The archive names no “BPUU”. Near it: BPU."),
        ({"start": "2022-05", "to": "2022-06", "place": "Lisbonn"}, 400, "Near it: Lisbon"),
        ({"start": "2022-05"}, 422, "to: Field required"),
        ({"start": "soon", "to": "2022-06"}, 422, "'soon' is not a date"),
        ({"start": 2022, "to": "2022-06"}, 422, "from: "),
        ({"start": "2022-05", "to": "2022-06", "entity": ""}, 422, "entity: "),
        ({"start": "2022-05", "to": "2022-06", "place": "x" * 301}, 422, "place: "),
        ({"start": "2022-05", "to": "2022-06", "format": "pdf"}, 422, "format: "),
        ({}, 422, "from: Field required"),
    ],
)
def test_a_briefing_that_cannot_be_written_is_refused_with_a_sentence(
    app: FastAPI, body: dict[str, Any], status: int, sentence: str
) -> None:
    got, detail = refused(app, **body)
    assert (got, sentence in detail) == (status, True), detail


def test_a_briefing_asks_for_a_key_where_keys_are_set(indexed: Settings) -> None:
    app = create_app(indexed.model_copy(update={"api_keys": "one"}))
    body = {"from": "2022-05", "to": "2022-06"}
    assert call(app, "POST", "/v1/briefs", json=body).status_code == 401
    assert call(app, "POST", "/v1/briefs", json=body, headers={"Authorization": "Bearer one"}).status_code == 200


def test_without_an_index_a_briefing_says_what_to_do(empty_app: FastAPI) -> None:
    assert refused(empty_app, start="2022-05", to="2022-06")[0] == 503
