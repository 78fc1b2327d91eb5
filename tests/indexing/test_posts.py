from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ctassist.indexing.conversations import Conversations
from ctassist.indexing.database import open_database
from ctassist.indexing.posts import Post, Posts
from ctassist.model.caller import Caller

CALLER = Caller("slack:T1:C1", frozenset({"open"}))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'ctassist.db'}")
    yield engine
    engine.dispose()


def conversation(engine: Engine) -> str:
    return Conversations(engine).append(None, CALLER, "Who?", "Who?", "{}")


def test_a_place_holds_the_last_conversation_that_was_put_there(engine: Engine) -> None:
    posts, first, second = Posts(engine, "slack"), conversation(engine), conversation(engine)
    assert posts.conversation("C1:1") is None
    posts.hold("C1:1", first)
    posts.hold("C1:1", second)
    assert posts.conversation("C1:1") == second
    assert Posts(engine, "teams").conversation("C1:1") is None
    posts.leave("C1:1")
    assert posts.conversation("C1:1") is None


def test_a_deleted_conversation_is_held_nowhere(engine: Engine) -> None:
    posts, held = Posts(engine, "slack"), conversation(engine)
    posts.hold("C1:1", held)
    posts.keep("C1:2", Post("C1:1", ("3",), held, "a1"))
    Conversations(engine).delete(held, CALLER)
    assert posts.conversation("C1:1") is None
    assert posts.answering("C1:2") == Post("C1:1", ("3",), None, "a1")


def test_what_answers_a_message_is_kept_until_it_is_forgotten(engine: Engine) -> None:
    posts, held = Posts(engine, "slack"), conversation(engine)
    assert posts.answering("C1:2") is None
    posts.keep("C1:2", Post("C1:1", ("3",)))
    answered = Post("C1:1", ("3", "4"), held, "a1")
    posts.keep("C1:2", answered)
    assert posts.answering("C1:2") == answered
    posts.forget("C1:2")
    assert posts.answering("C1:2") is None
