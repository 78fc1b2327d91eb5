"""Two invented archives, every question that can be asked of them, and models of both kinds to word the answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
import torch
from pydantic import SecretStr
from tests.answering.library import Library, shelve_reviews
from tests.answering.measured import ISSUES, questions
from tests.archives import HARBOUR, SEEDS, Layout, invent
from tests.generation.model_server import KEY, MODEL, Behaviour, LoopbackModel, loopback_model

from ctassist.answering.assistant import Assistant
from ctassist.answering.generation.client import ModelClient
from ctassist.evaluation.cases import Case
from ctassist.model.answer import Answer, AnswerRequest, Turn
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings


@dataclass(frozen=True, slots=True)
class Shelf:
    """An archive, its questions, and their answers without a model."""

    library: Library
    cases: list[Case]
    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class Worded:
    """An assistant with a model behind it."""

    assistant: Assistant
    model: LoopbackModel

    def ask(self, question: str, *history: str, mode: str = "auto") -> Answer:
        """Asks one question, after earlier ones if there are any."""
        turns = tuple(Turn("user", earlier) for earlier in history)
        return self.assistant.answer(AnswerRequest(question, history=turns, mode=mode), ANYONE)


@contextmanager
def worded_by(library: Library, behaviour: Behaviour, **settings: object) -> Iterator[Worded]:
    """An assistant over a library whose answers a model words; it must have been asked as the protocol says."""
    with loopback_model(behaviour) as model:
        values = {"llm_base_url": model.url, "llm_model": MODEL, "llm_api_key": SecretStr(KEY), **settings}
        client = ModelClient(Settings(index_dir="index", **values))  # type: ignore[arg-type]
        try:
            yield Worded(Assistant(library.archive, client), model)
        finally:
            client.close()
        assert not model.faults


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Shelf]]:
    """Archives of two organisations with all kinds of questions."""
    torch.set_num_threads(1)
    made = []
    for layout, profile in ((Layout.BULLETS, HARBOUR), (Layout.HTML, SEEDS)):
        archive = invent(profile, seed=31, issues=ISSUES[profile.name])
        library, cases = shelve_reviews(tmp_path_factory.mktemp(layout), archive, layout), questions(archive, 31)
        made.append(Shelf(library, cases, [library.ask(case.question, *case.history) for case in cases]))
    yield made
    for shelf in made:
        shelf.library.archive.close()
