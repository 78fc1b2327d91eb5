"""What is kept of answers in Slack: which conversation is where, which message answers which, what people think."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ctassist.errors import NotFound
from ctassist.indexing.conversations import Conversations
from ctassist.indexing.feedback import Feedback, Rating
from ctassist.indexing.posts import Post, Posts
from ctassist.model.answer import Answer
from ctassist.model.caller import Caller
from ctassist.model.contract import answer_of
from ctassist.service.engine import Engine
from ctassist.service.overview import examples

T = TypeVar("T")

CHANNEL = "slack"


class Records:
    """The service's own tables, read and written beside the event loop."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def answering(self, key: str) -> Post | None:
        """What answers a question."""
        return await self._posts(lambda posts: posts.answering(key))

    async def keep(self, key: str, post: Post) -> None:
        """Keeps what answers a question."""
        await self._posts(lambda posts: posts.keep(key, post))

    async def forget(self, key: str) -> None:
        """Forgets what answers a question."""
        await self._posts(lambda posts: posts.forget(key))

    async def conversation(self, place: str) -> str | None:
        """The conversation that is held in a place."""
        return await self._posts(lambda posts: posts.conversation(place))

    async def leave(self, place: str) -> None:
        """Ends the conversation of a place."""
        await self._posts(lambda posts: posts.leave(place))

    async def hold(self, place: str, conversation_id: str) -> None:
        """Says that a conversation goes on in a place."""
        await self._posts(lambda posts: posts.hold(place, conversation_id))

    async def answer(self, caller: Caller, conversation_id: str, answer_id: str) -> Answer:
        """An answer that was given before. Raises NotFound when it is gone, or the caller may no longer read it all."""

        def work() -> Answer:
            archive = self._engine.archive
            for turn in reversed(Conversations(archive.engine).turns(conversation_id, caller)):
                written = json.loads(turn.answer_json)
                if written.get("id") == answer_id:
                    kept = replace(answer_of(written), conversation_id=conversation_id)
                    with archive.view(caller) as view:
                        for document_id in {citation.document_id for citation in kept.citations}:
                            view.document(document_id)
                    return kept
            raise NotFound("This answer is no longer kept: ask again.")

        return await self._engine.run(work)

    async def retract(self, caller: Caller, post: Post) -> None:
        """Takes a question and its answer out of the conversation."""
        conversation, answer = post.conversation_id, post.answer_id
        if conversation and answer:
            await self._engine.run(
                lambda: Conversations(self._engine.archive.engine).retract(conversation, caller, answer)
            )

    async def judge(self, caller: Caller, answer_id: str, conversation_id: str | None, up: bool, comment: str) -> None:
        """Keeps what somebody thinks of an answer."""
        rating = Rating.UP if up else Rating.DOWN
        feedback = (caller, answer_id, conversation_id, rating, comment)
        await self._engine.run(lambda: Feedback(self._engine.archive.engine).put(*feedback))

    async def examples(self, caller: Caller) -> list[str]:
        """Questions that the archive answers to a caller."""

        def work() -> list[str]:
            with self._engine.archive.view(caller) as view:
                return examples(view)

        return await self._engine.run(work)

    async def _posts(self, work: Callable[[Posts], T]) -> T:
        return await self._engine.run(lambda: work(Posts(self._engine.archive.engine, CHANNEL)))
