import asyncio
import json
from typing import Any

import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.service.guard import LARGEST_BODY, Guard

JSON = {"Content-Type": "application/json"}


def post(app: FastAPI, content: bytes, path: str = "/v1/answers", **headers: str) -> tuple[int, dict[str, Any]]:
    response = call(app, "POST", path, content=content, headers=JSON | headers)
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == response.status_code
    return response.status_code, body


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (b"{", 400, "not JSON"),
        (b"", 422, "Send a JSON object"),
        (b"null", 422, "Send a JSON object"),
        (b"[]", 422, "Send a JSON object"),
        (b'"text"', 422, "Send a JSON object"),
        (b'{"question": "\xff"}', 400, "not UTF-8"),
        (b"[" * 100_000, 400, "nested too deeply"),
        (b"{}", 422, "question"),
        (b'{"question": 5}', 422, "question"),
        (b'{"question": null}', 422, "question"),
        (b'{"question": ""}', 422, "it is empty"),
        (b'{"question": " \\n\\t \\u0000"}', 422, "it is empty"),
        (b'{"question": "\\ud800"}', 422, "question"),
        (json.dumps({"question": "x" * 2001}).encode(), 422, "2,001 characters"),
        (b'{"question": "x", "as_of": "2023-13"}', 422, "as_of"),
        (b'{"question": "x", "as_of": 5}', 422, "as_of"),
        (b'{"question": "x", "mode": "magic"}', 422, "mode"),
        (b'{"question": "x", "conversation_id": ""}', 422, "at least 1 character"),
        (b'{"question": "x", "filters": {"from": "2024-03", "to": "2024-02"}}', 422, "from lies after to"),
        (b'{"question": "x", "history": [{"role": "system", "text": ""}]}', 422, "history"),
        (b'{"question": "%s"}' % (b"x" * LARGEST_BODY), 413, "1 MB"),
    ],
)
def test_a_body_that_cannot_be_a_question_is_refused_with_a_sentence(
    empty_app: FastAPI, content: bytes, status: int, sentence: str
) -> None:
    got, body = post(empty_app, content)
    assert got == status
    assert sentence in body["detail"]


def test_a_client_that_asks_before_it_sends_much_is_told_at_once(empty_app: FastAPI) -> None:
    async def never_sent() -> Any:
        raise AssertionError("the body was waited for")

    told: list[Any] = []

    async def tell(message: Any) -> None:
        told.append(message)

    headers = [(b"content-length", b"200000000"), (b"expect", b"100-continue")]
    scope = {"type": "http", "method": "POST", "path": "/v1/answers", "headers": headers}
    asyncio.run(Guard(empty_app)(scope, never_sent, tell))
    assert told[0]["status"] == 413


def test_a_form_instead_of_json_is_told_the_right_media_type(empty_app: FastAPI) -> None:
    status, body = post(empty_app, b"question=x", **{"Content-Type": "application/x-www-form-urlencoded"})
    assert status == 415
    assert "application/json" in body["detail"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/v1/nothing", 404), ("DELETE", "/v1/answers", 405)])
def test_a_wrong_address_or_method_is_a_problem_document(
    empty_app: FastAPI, method: str, path: str, status: int
) -> None:
    response = call(empty_app, method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_without_an_index_the_answer_is_what_to_do(empty_app: FastAPI, accept: str) -> None:
    status, body = post(empty_app, b'{"question": "Who?"}', Accept=accept)
    assert status == 503
    assert "ingest" in body["detail"]


def test_without_an_index_the_service_lives_but_is_not_ready(empty_app: FastAPI) -> None:
    assert call(empty_app, "GET", "/healthz").status_code == 200
    response = call(empty_app, "GET", "/readyz")
    assert (response.status_code, response.json()["index"]) == (503, "missing")


def test_an_unexpected_failure_tells_nothing_of_the_inside(
    empty_app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("the secret")

    empty_app.add_api_route("/fail", fail)
    response = call(empty_app, "GET", "/fail")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text
    assert "the secret" in "".join(capsys.readouterr())


def test_every_response_carries_the_security_headers_and_no_leave_for_other_sites(empty_app: FastAPI) -> None:
    for path in ("/", "/healthz", "/v1/nothing", "/static/document.js"):
        headers = call(empty_app, "GET", path, headers={"Origin": "http://elsewhere.example"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers
