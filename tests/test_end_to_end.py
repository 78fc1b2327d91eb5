"""A real server process over a real index, spoken to by HTTP alone."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.service.archive import make_index, write_issue
from tests.service.client import RUN, Server, served

from ctassist.application.app import create_app
from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

SHARED = Path(__file__).parents[2] / "shared"
CHAIR = "Who chairs the working group on fog signals?"
SEPTEMBER = """# Lighthouse Network Review
September-October 2022

## Working groups

### Working Group on Fog Signals
- Chair: Polar Lights Agency
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(archive: Settings) -> Iterator[Server]:
    with served(archive.index_dir) as running:
        yield running.ready()


def check(answer: dict[str, Any], server: Server) -> None:
    """Checks what holds for every Answer."""
    known = {citation["n"] for citation in answer["citations"]}
    for citation in answer["citations"]:
        text = server.http.get(f"/v1/documents/{citation['document_id']}/text").content.decode("utf-8")
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        page = server.http.get(citation["url"])
        assert (page.status_code, '<mark id="mark"' in page.text) == (200, True)
    for claim in answer["claims"]:
        assert claim["citations"]
        assert known.issuperset(claim["citations"])


def events(server: Server, question: str) -> list[tuple[str, Any]]:
    """Returns the events of an answer that is streamed."""
    found, name = [], ""
    headers = {"Accept": "text/event-stream"}
    with server.http.stream("POST", "/v1/answers", json={"question": question}, headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        for line in response.iter_lines():
            if line.startswith("event:"):
                name = line[6:].strip()
            elif line.startswith("data:"):
                found.append((name, json.loads(line[5:])))
    return found


@pytest.mark.parametrize(
    "question",
    [
        CHAIR,
        "What happened in June 2022?",
        "How many focal points are there?",
        "What did Ana Reis say?",
        "Where was the workshop on fog signals held?",
    ],
)
def test_each_kind_of_question_is_answered_with_spans_that_hold(server: Server, question: str) -> None:
    answer = server.ask(question)
    assert (answer["status"], bool(answer["citations"])) == ("answered", True)
    check(answer, server)
    again = server.ask(question)
    for field in ("id", "conversation_id", "timings_ms"):
        answer.pop(field), again.pop(field)
    assert answer == again


def test_what_the_archive_does_not_say_is_not_found(server: Server) -> None:
    answer = server.ask("What is the annual budget of the network?")
    assert (answer["status"], answer["claims"], answer["citations"]) == ("not_found", [], [])


def test_a_follow_up_knows_what_was_asked_by_conversation_and_by_history(server: Server) -> None:
    first = server.ask(CHAIR)
    kept = server.ask("And its vice-chair?", conversation_id=first["conversation_id"])
    history = [{"role": "user", "text": CHAIR}, {"role": "assistant", "text": first["answer"]}]
    stateless = server.ask("And its vice-chair?", history=history)
    assert "CSO" in kept["answer"]
    assert stateless["answer"] == kept["answer"]
    assert server.http.post("/v1/answers", json={"question": "x", "conversation_id": "unknown"}).status_code == 404


def test_fields_that_are_not_known_are_ignored_and_filters_are_not(server: Server) -> None:
    assert server.ask(CHAIR, colour="blue")["status"] == "answered"
    limited = server.ask("What did CSO do?", filters={"from": "2022-07", "to": "2022-07"})
    assert [citation["quote"][:10] for citation in limited["citations"]] == ["CSO tested"]


def test_a_streamed_answer_is_the_answer_after_its_stages_and_claims(server: Server) -> None:
    told = events(server, CHAIR)
    names = [name for name, _ in told]
    assert names[0] == "stage"
    assert names[-1] == "answer"
    answer = told[-1][1]
    assert [event for name, event in told if name == "stage"][-1] == {
        "stage": "composing",
        "coverage": answer["coverage"],
    }
    assert [claim for name, claim in told if name == "claim"] == answer["claims"]
    assert answer["answer"] == server.ask(CHAIR)["answer"]
    check(answer, server)


def test_search_gives_ranked_passages_that_are_spans(server: Server) -> None:
    found = server.http.post("/v1/search", json={"question": "workshop on fog signals", "limit": 3}).json()
    assert 1 <= len(found["passages"]) <= 3
    assert "fog signals" in found["passages"][0]["text"]
    for passage in found["passages"]:
        text = server.http.get(f"/v1/documents/{passage['document_id']}/text").content.decode("utf-8")
        assert text[passage["start"] : passage["end"]] == passage["text"]


def test_many_callers_at_once_get_the_same_answer(server: Server) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: server.ask(CHAIR)["answer"], range(40)))
    assert len(answers) == 1


def test_a_service_without_an_index_answers_once_an_ingest_is_done_and_after_each_later_one(tmp_path: Path) -> None:
    settings = Settings(index_dir=tmp_path / "index")
    with served(settings.index_dir) as server:
        assert server.http.get("/").status_code == 200
        refused = server.http.post("/v1/answers", json={"question": CHAIR})
        assert (refused.status_code, "ingest" in refused.json()["detail"]) == (503, True)
        assert server.http.get("/readyz").json()["index"] == "missing"
        make_index(tmp_path)
        server.ready()
        assert "BPU" in server.ask(CHAIR)["answer"]
        ingest([write_issue(tmp_path / "files", "september.md", SEPTEMBER)], settings)
        answer = server.ask(CHAIR)
        assert "Polar Lights Agency" in answer["answer"]
        check(answer, server)


def test_a_killed_server_starts_again_and_keeps_conversations(archive: Settings) -> None:
    with served(archive.index_dir) as server:
        first = server.ask(CHAIR)
        server.process.kill()
        server.process.wait()
    with served(archive.index_dir) as server:
        following = server.ask("And its vice-chair?", conversation_id=first["conversation_id"])
        assert "CSO" in following["answer"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("loading", [True, False])
def test_a_server_that_is_told_to_stop_ends_in_good_order(
    archive: Settings, number: signal.Signals, loading: bool
) -> None:
    with served(archive.index_dir) as server:
        if loading:
            server.ask(CHAIR)
        else:
            server.ready()
        server.process.send_signal(number)
        assert server.process.wait(40) == 0
        assert "Traceback" not in server.log.read_text()


def test_several_processes_serve_one_port(archive: Settings) -> None:
    with served(archive.index_dir, "--workers", "2") as server, ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: server.ask(CHAIR)["answer"], range(12)))) == 1


def test_a_port_in_use_is_one_sentence_and_exit_code_1(server: Server, archive: Settings) -> None:
    port = server.url.rsplit(":", 1)[1]
    command = [*RUN, "--index", str(archive.index_dir), "serve", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert f"Port {port} on 127.0.0.1 is already in use" in done.stderr


def test_with_keys_only_their_holders_are_answered(archive: Settings) -> None:
    with served(archive.index_dir, "--host", "0.0.0.0", CTASSIST_API_KEYS="open-sesame") as server:
        server.http.base_url = server.url.replace("0.0.0.0", "127.0.0.1")
        assert server.http.post("/v1/answers", json={"question": CHAIR}).status_code == 401
        server.http.headers["Authorization"] = "Bearer open-sesame"
        check(server.ask(CHAIR), server)


def test_whatever_is_sent_is_answered_as_the_description_says(archive: Settings) -> None:
    description = schemathesis.openapi.from_asgi("/openapi.json", create_app(archive))
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    operations: list[Any] = [found.ok() for found in description.get_all_operations()]  # type: ignore[union-attr]
    assert len(operations) >= 15
    for operation in operations:

        @bounded(
            max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy())
        def conforms(case: Any) -> None:
            case.call_and_validate(checks=checks)

        conforms()


@pytest.mark.skipif(not SHARED.exists(), reason="the real review and its questions are not beside this checkout")
def test_the_real_review_reaches_the_bars(tmp_path: Path) -> None:
    settings = Settings(index_dir=tmp_path / "index")
    ingest([SHARED / "archive"], settings)
    with served(settings.index_dir) as server:
        server.ready()
        report = tmp_path / "report.json"
        cases = SHARED / "eval" / "review_2024_01_02.jsonl"
        command: list[str | Path] = [
            sys.executable,
            SHARED / "eval" / "score.py",
            "--url",
            server.url,
            "--json",
            report,
            cases,
        ]
        subprocess.run(command, check=True, capture_output=True, env=os.environ)
    summary = json.loads(report.read_text("utf-8"))["summary"]
    assert summary["exact"] >= 14 / 15
    assert (summary["broken_citations"], summary["uncited_claims"]) == (0, 0)
