"""All that a model is asked for one answer shares one time; what it is asked of a question leaves the rest of it."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from typing import Any

import pytest
from pydantic import SecretStr
from tests.answering.library import Library, shelve
from tests.generation.behaviours import repeating
from tests.generation.conftest import worded_by
from tests.generation.model_server import KEY, MODEL, loopback_model
from tests.generation.test_fallback import REVIEW
from tests.generation.test_questions import CHAIR, MEANT, SECOND

from ctassist.answering.assistant import Assistant
from ctassist.answering.generation.client import ModelClient
from ctassist.answering.generation.consultation import Consultation
from ctassist.answering.generation.failures import Failure, ModelFailed
from ctassist.answering.generation.replies import SCHEMA
from ctassist.answering.generation.templates import template
from ctassist.answering.generation.wire import Message
from ctassist.indexing.conversations import Conversations
from ctassist.model.answer import AnswerRequest, Stage, Status, Turn
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

pytestmark = pytest.mark.timed


class Noting(ModelClient):
    """A client that notes until when each call may take."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.deadlines: list[float] = []

    def stream(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Mapping[str, Any] | None = None,
        gone: Callable[[], bool] = lambda: False,
    ) -> Generator[str, None, None]:
        self.deadlines.append(deadline)
        return super().stream(messages, deadline, schema, gone)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("network"), review=REVIEW)
    yield library
    library.archive.close()


def test_resolving_and_wording_share_one_time(network: Library) -> None:
    begun: list[float] = []

    def listen(kind: str, what: object) -> None:
        if (kind, what) == ("stage", Stage("searching")):
            begun.append(time.monotonic())

    with loopback_model(repeating) as model:
        model.questions = lambda _: [MEANT]
        values = {"llm_base_url": model.url, "llm_model": MODEL, "llm_api_key": SecretStr(KEY), "llm_seconds": 60}
        client = Noting(Settings(index_dir="index", **values))  # type: ignore[arg-type]
        request = AnswerRequest(SECOND, history=(Turn("user", CHAIR),))
        answer = Assistant(network.archive, client).answer(request, ANYONE, listen)
        client.close()
    assert answer.mode == "generative"
    resolving, wording = client.deadlines
    # The time began before the model was asked for anything, and begins only once.
    assert wording <= begun[0] + client.seconds
    assert resolving < wording


def test_a_model_that_is_slow_to_resolve_is_asked_once_and_leaves_the_answer_as_it_is(network: Library) -> None:
    with worded_by(network, repeating, llm_seconds=2) as worded:
        worded.model.silence = 30.0
        answer = worded.ask(SECOND, CHAIR)
        assert len(worded.model.requests) == 1
    assert (answer.status, answer.mode) == (Status.NOT_FOUND, "extractive")


def test_when_the_time_is_over_nothing_more_is_asked() -> None:
    values = {"question": "Who?", "context": "", "findings": "[1] Chair: OLA", "language": "English"}
    with loopback_model(repeating) as model:
        settings = {"llm_base_url": model.url, "llm_model": MODEL, "llm_api_key": SecretStr(KEY)}
        client = ModelClient(Settings(index_dir="index", **settings))  # type: ignore[arg-type]
        over = Consultation(client, time.monotonic(), lambda: False)
        with pytest.raises(ModelFailed) as failed:
            list(over.stream(template("phrase"), values, SCHEMA))
        assert "".join(Consultation.begun(client, lambda: False).stream(template("phrase"), values, SCHEMA))
        client.close()
        assert failed.value.failure is Failure.SLOW
        assert len(model.requests) == 1


def test_warming_asks_no_model_and_keeps_nothing(network: Library) -> None:
    kept = Conversations(network.archive.engine)
    before = kept.list(ANYONE, 100)
    with worded_by(network, repeating) as worded:
        worded.assistant.warm(ANYONE)
        assert worded.model.requests == []
    assert kept.list(ANYONE, 100) == before
