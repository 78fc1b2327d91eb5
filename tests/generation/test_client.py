"""The client against an endpoint on loopback that fails in every way an endpoint can."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.generation.behaviours import repeating
from tests.generation.model_server import KEY, MODEL, LoopbackModel, loopback_model

from ctassist.answering.generation.client import ModelClient
from ctassist.answering.generation.failures import AskerGone, Failure, ModelFailed
from ctassist.answering.generation.replies import SCHEMA
from ctassist.answering.generation.wire import Endpoint
from ctassist.settings import Settings

MESSAGES = [
    {"role": "system", "content": "Word the findings."},
    {"role": "user", "content": "=====ab QUESTION\nWho?\n=====ab FINDINGS\n[1] Chair: OLA\n=====ab END"},
]
PATIENCE = 60.0


@pytest.fixture
def endpoint() -> Iterator[LoopbackModel]:
    with loopback_model(repeating) as model:
        yield model
        assert not model.faults


@pytest.fixture
def client(endpoint: LoopbackModel) -> Iterator[ModelClient]:
    made = ModelClient(settings(endpoint.url))
    yield made
    made.close()


def settings(url: str, **more: object) -> Settings:
    values = {"llm_base_url": url, "llm_model": MODEL, "llm_api_key": SecretStr(KEY), **more}
    return Settings(index_dir=Path("index"), **values)  # type: ignore[arg-type]


def asked(client: ModelClient, seconds: float = PATIENCE, schema: bool = True) -> str:
    """The whole reply."""
    return "".join(client.stream(MESSAGES, time.monotonic() + seconds, SCHEMA if schema else None))


def failure(client: ModelClient, seconds: float = PATIENCE) -> Failure:
    """Why there is no whole reply."""
    with pytest.raises(ModelFailed) as failed:
        asked(client, seconds)
    return failed.value.failure


def test_a_reply_comes_in_pieces_over_one_kept_connection(client: ModelClient, endpoint: LoopbackModel) -> None:
    pieces = list(client.stream(MESSAGES, time.monotonic() + PATIENCE, SCHEMA))
    assert len(pieces) > 1
    assert "".join(pieces) == '{"claims": [{"text": "Chair: OLA", "citations": [1]}]}'
    asked(client)
    assert len(endpoint.connections) == 1
    assert endpoint.paths == ["/v1/chat/completions"] * 2


def test_a_whole_reply_is_read_as_well(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.streams = False
    assert "Chair: OLA" in asked(client)


def test_a_reply_that_nobody_reads_to_its_end_keeps_its_connection(
    client: ModelClient, endpoint: LoopbackModel
) -> None:
    endpoint.pause = 0.02
    for _ in range(5):
        reply = client.stream(MESSAGES, time.monotonic() + PATIENCE, SCHEMA)
        next(reply)
        reply.close()
        while endpoint.running:
            time.sleep(0.01)
        asked(client)
    # Whether one is free in time is a race; that none ever is would be no chance.
    assert len(endpoint.connections) <= 5


@pytest.mark.parametrize("status", [400, 422, 500, 501])
def test_a_server_without_schemas_is_asked_without_from_then_on(
    client: ModelClient, endpoint: LoopbackModel, status: int
) -> None:
    endpoint.knows_schema, endpoint.schema_status = False, status
    assert asked(client) == "Chair: OLA [1]"
    asked(client)
    assert ["response_format" in body for body in endpoint.bodies] == [True, False, False]


@pytest.mark.parametrize("status", [400, 500])
def test_a_server_that_names_another_form_of_schemas_is_asked_in_it(
    client: ModelClient, endpoint: LoopbackModel, status: int
) -> None:
    endpoint.knows_schema, endpoint.schema_status, endpoint.knows_object = False, status, True
    assert asked(client) == '{"claims": [{"text": "Chair: OLA", "citations": [1]}]}'
    asked(client)
    forms = [body["response_format"]["type"] for body in endpoint.bodies]
    assert forms == ["json_schema", "json_object", "json_object"]


def test_what_passes_is_tried_again(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.statuses = [503, 500]
    assert "Chair: OLA" in asked(client)
    assert ["response_format" in body for body in endpoint.bodies] == [True, True, True]


def test_a_busy_endpoint_is_asked_again_when_it_says(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.statuses, endpoint.retry_after = [429], "0"
    assert "Chair: OLA" in asked(client)
    assert len(endpoint.bodies) == 2


@pytest.mark.parametrize(
    ("statuses", "why", "tries"),
    [
        ([503] * 9, Failure.DOWN, 3),
        ([429] * 9, Failure.BUSY, 3),
        ([401], Failure.REJECTED, 1),
        ([404], Failure.REJECTED, 1),
        ([400, 400], Failure.REJECTED, 2),
    ],
)
def test_what_does_not_pass_is_given_up(
    client: ModelClient, endpoint: LoopbackModel, statuses: list[int], why: Failure, tries: int
) -> None:
    endpoint.statuses = statuses
    assert failure(client) is why
    assert len(endpoint.bodies) == tries


def test_an_endpoint_that_is_not_there_is_down() -> None:
    client = ModelClient(settings("http://127.0.0.1:9/v1"))
    assert failure(client) is Failure.DOWN
    client.close()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"raw": []}, Failure.EMPTY),
        ({"raw": ["x"], "content_type": "text/html"}, Failure.GARBAGE),
        ({"raw": ["x"], "finish": "length"}, Failure.LONG),
        ({"raw": ["x"], "finish": "content_filter"}, Failure.REFUSED),
        ({"raw": ["x" * 9_000] * 30}, Failure.LONG),
        ({"raw": ["x"] * 9, "breaks_after": 4}, Failure.BROKEN),
    ],
)
def test_how_a_reply_may_end(
    client: ModelClient, endpoint: LoopbackModel, change: dict[str, object], why: Failure
) -> None:
    for name, value in change.items():
        setattr(endpoint, name, value)
    assert failure(client) is why


def test_what_came_before_a_break_is_there(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.raw, endpoint.breaks_after = ["a", "b", "c", "d"], 3
    reply = client.stream(MESSAGES, time.monotonic() + PATIENCE)
    assert [next(reply), next(reply), next(reply)] == ["a", "b", "c"]
    with pytest.raises(ModelFailed):
        next(reply)


def test_a_reply_that_takes_too_long_is_given_up(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.silence = PATIENCE
    assert failure(client, 0.3) is Failure.SLOW


def test_who_leaves_gives_the_call_up(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.raw, endpoint.pause = ["x"] * 10_000, 0.02
    left = threading.Event()
    reply = client.stream(MESSAGES, time.monotonic() + PATIENCE, None, left.is_set)
    next(reply)
    left.set()
    with pytest.raises(AskerGone):
        list(reply)
    _until(lambda: endpoint.given_up == 1)


def test_closing_the_reply_gives_the_call_up(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.raw, endpoint.pause = ["x"] * 10_000, 0.02
    reply = client.stream(MESSAGES, time.monotonic() + PATIENCE)
    next(reply)
    reply.close()
    _until(lambda: endpoint.given_up == 1)


def test_no_more_calls_run_at_once_than_are_allowed(endpoint: LoopbackModel) -> None:
    client = ModelClient(settings(endpoint.url, llm_concurrency=2))
    endpoint.silence = 0.2
    replies: list[str] = []
    threads = [threading.Thread(target=lambda: replies.append(asked(client))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    client.close()
    assert len(replies) == 6
    assert endpoint.most_running == 2


def test_who_waits_too_long_for_others_goes_without(endpoint: LoopbackModel) -> None:
    client = ModelClient(settings(endpoint.url, llm_concurrency=1))
    endpoint.raw, endpoint.pause = ["x"] * 10_000, 0.02
    first = client.stream(MESSAGES, time.monotonic() + PATIENCE)
    next(first)
    assert failure(client) is Failure.BUSY
    first.close()
    client.close()


@pytest.mark.parametrize(
    ("change", "seconds", "why"),
    [({"statuses": [401] * 50}, PATIENCE, Failure.REJECTED), ({"silence": PATIENCE}, 0.2, Failure.SLOW)],
)
def test_an_endpoint_that_keeps_failing_is_left_alone_for_a_while_and_said_to_fail_as_it_did(
    client: ModelClient, endpoint: LoopbackModel, change: dict[str, object], seconds: float, why: Failure
) -> None:
    for name, value in change.items():
        setattr(endpoint, name, value)
    for _ in range(5):
        failure(client, seconds)
    calls = len(endpoint.bodies)
    assert failure(client, PATIENCE) is why
    assert len(endpoint.bodies) == calls


def test_calls_that_are_given_up_leave_the_endpoint_in_use(client: ModelClient, endpoint: LoopbackModel) -> None:
    endpoint.raw, endpoint.pause = ["x"] * 10_000, 0.02
    for _ in range(8):
        reply = client.stream(MESSAGES, time.monotonic() + PATIENCE)
        next(reply)
        reply.close()
    endpoint.raw, endpoint.pause = None, 0
    assert "Chair: OLA" in asked(client)


def test_azure_is_addressed_by_deployment_and_version(endpoint: LoopbackModel) -> None:
    base = endpoint.url.removesuffix("/v1")
    client = ModelClient(settings(base, llm_api_version="2024-10-21"))
    assert "Chair: OLA" in asked(client)
    client.close()
    assert endpoint.paths == [f"/openai/deployments/{MODEL}/chat/completions?api-version=2024-10-21"]


def test_azures_deployment_may_stand_in_the_address() -> None:
    given = settings("https://x.example/openai/deployments/d1/", llm_api_version="2024-10-21")
    assert Endpoint.of(given).url == "https://x.example/openai/deployments/d1/chat/completions"


def test_the_key_is_not_shown_where_settings_are() -> None:
    assert KEY not in repr(settings("http://127.0.0.1:9/v1"))


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
