"""The service with a language model behind it: claims arrive as they are verified, and nobody's call outlives them."""

import json
import time
from collections.abc import Iterator

import pytest
from tests.generation.behaviours import repeating
from tests.generation.model_server import KEY, MODEL, LoopbackModel, loopback_model
from tests.service.client import Server, served

from ctassist.settings import Settings

LIST = "What happened in 2022?"
PATIENCE = 60.0


@pytest.fixture(scope="module")
def model() -> Iterator[LoopbackModel]:
    with loopback_model(repeating) as running:
        yield running
        assert not running.faults


@pytest.fixture(scope="module")
def server(indexed: Settings, model: LoopbackModel) -> Iterator[Server]:
    configured = {"CTASSIST_LLM_BASE_URL": model.url, "CTASSIST_LLM_MODEL": MODEL, "CTASSIST_LLM_API_KEY": KEY}
    with served(indexed.index_dir, **configured) as running:
        yield running.ready()


def events(server: Server, question: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The events of an answer as they come."""
    headers = {"accept": "text/event-stream"}
    with server.http.stream("POST", "/v1/answers", json={"question": question}, headers=headers) as response:
        name = ""
        for line in response.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                yield name, json.loads(line.removeprefix("data: "))


def test_an_answer_is_in_the_models_words_and_says_so(server: Server) -> None:
    answer = server.ask(LIST)
    assert (answer["mode"], answer["model"], answer["prompt"], answer["fallback"]) == (
        *("generative", MODEL, "phrase@3"),
        None,
    )
    assert len(answer["claims"]) == len(server.ask(LIST, mode="extractive")["claims"]) > 2
    assert KEY not in json.dumps(answer) + server.log.read_text()


def test_claims_arrive_before_the_model_is_done(server: Server, model: LoopbackModel) -> None:
    model.knows_schema = False
    model.raw = ["CSO opened a training centre in Lisbon on 12 May 2022 [1]\n", *["thinking "] * 2_000]
    model.pause = 0.05
    given_up = model.given_up
    try:
        claim = next(data for name, data in events(server, "What did CSO open in Lisbon, Portugal?") if name == "claim")
        assert model.running == 1
        # The one who asked has left: so is the model.
        end = time.monotonic() + PATIENCE
        while model.given_up == given_up:
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        model.raw, model.pause = None, 0.0
    assert "Lisbon" in str(claim["text"])


def test_the_call_of_a_plain_request_ends_with_it_too(server: Server, model: LoopbackModel) -> None:
    model.raw, model.pause = ["thinking "] * 2_000, 0.05
    given_up = model.given_up
    try:
        with pytest.raises(Exception, match="timed out"):
            server.http.post("/v1/answers", json={"question": LIST}, timeout=1.0)
        end = time.monotonic() + PATIENCE
        while model.given_up == given_up:
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        model.raw, model.pause = None, 0.0
    assert server.ask(LIST)["mode"] == "generative"


def test_every_answer_streams_its_claims_and_then_itself(server: Server) -> None:
    seen = list(events(server, LIST))
    claims = [data for name, data in seen if name == "claim"]
    name, answer = seen[-1]
    assert name == "answer"
    assert answer["claims"] == claims
    assert answer["mode"] == "generative"
