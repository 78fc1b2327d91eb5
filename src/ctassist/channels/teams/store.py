"""What is kept of talks in Teams: which conversation is held where, what answers a message, and what people think."""

import json
from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

from ctassist.channels.teams.incoming import Activity, short_name
from ctassist.errors import NotFound
from ctassist.indexing.conversations import Conversations
from ctassist.indexing.feedback import Feedback, Rating
from ctassist.indexing.posts import Post, Posts
from ctassist.model.answer import Answer
from ctassist.model.caller import Caller
from ctassist.model.contract import answer_of
from ctassist.service.engine import Engine

T = TypeVar("T")

NAME = "teams"
"""The channel's name in the database."""
_STREAM = "stream:"


def is_settled(post: Post) -> bool:
    """Tells whether what answers a message has arrived, and is not only on its way."""
    return bool(post.replies) and not stream_of(post)


def stream_of(post: Post | None) -> str:
    """Returns the stream in which an answer is on its way; empty where there is none."""
    began = [reply for reply in post.replies if reply.startswith(_STREAM)] if post else []
    return began[0].removeprefix(_STREAM) if began else ""


class Store:
    """The database beside the event loop; the threads are not those that answer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = anyio.CapacityLimiter(4)

    async def conversation(self, activity: Activity) -> str | None:
        """Returns the conversation that is held where an activity comes from."""
        return await self._posts(lambda posts: posts.conversation(_place(activity)))

    async def hold(self, activity: Activity, conversation: str) -> None:
        """Says that a conversation is held there."""
        await self._posts(lambda posts: posts.hold(_place(activity), conversation))

    async def leave(self, activity: Activity) -> None:
        """Begins anew there."""
        await self._posts(lambda posts: posts.leave(_place(activity)))

    async def answering(self, activity: Activity) -> Post | None:
        """Returns what answers a message."""
        return await self._posts(lambda posts: posts.answering(_message(activity)))

    async def began(self, activity: Activity, stream: str, answer: Answer | None = None) -> None:
        """Says that an answer is on its way: in a stream, if there is one, and what it is, once that is known."""
        replies = (f"{_STREAM}{stream}",) if stream else ()
        await self._keep(activity, replies, answer)

    async def settled(self, activity: Activity, reply: str, answer: Answer | None = None) -> None:
        """Says that a message is answered by another one, which shows an Answer or a mere sentence."""
        post = await self._keep(activity, (reply,), answer)
        await self._posts(lambda posts: posts.keep(_reply(activity.place, reply), post))

    async def forget(self, activity: Activity, post: Post) -> None:
        """Forgets what answers a message."""

        def work(posts: Posts) -> None:
            posts.forget(_message(activity))
            for reply in post.replies:
                posts.forget(_reply(activity.place, reply))

        await self._posts(work)

    async def answer(self, conversation: str | None, answer: str | None, caller: Caller) -> Answer | None:
        """Returns an Answer that was given before; None where there is none for this caller."""
        if not conversation or not answer:
            return None

        def work() -> Answer | None:
            try:
                turns = Conversations(self._engine.archive.engine).turns(conversation, caller)
            except NotFound:
                return None
            kept = (json.loads(turn.answer_json) for turn in reversed(turns))
            found = next((one for one in kept if one["id"] == answer), None)
            # It is kept before it knows where.
            return answer_of({**found, "conversation_id": conversation}) if found else None

        return await self._run(work)

    async def judged(self, activity: Activity, caller: Caller, rating: Rating, comment: str) -> None:
        """Keeps what somebody thinks of the Answer that one of our messages shows."""
        post = await self._posts(lambda posts: posts.answering(_reply(activity.place, activity.reply_to)))
        if post and post.answer_id:
            told = post.answer_id, post.conversation_id, rating, comment
            await self._run(lambda: Feedback(self._engine.archive.engine).put(caller, *told))

    async def _keep(self, activity: Activity, replies: tuple[str, ...], answer: Answer | None) -> Post:
        ids = (answer.conversation_id, answer.id) if answer else (None, None)
        post = Post(_place(activity), replies, *ids)
        await self._posts(lambda posts: posts.keep(_message(activity), post))
        return post

    async def _posts(self, work: Callable[[Posts], T]) -> T:
        return await self._run(lambda: work(Posts(self._engine.archive.engine, NAME)))

    async def _run(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self._threads)


def _place(activity: Activity) -> str:
    return short_name(activity.tenant, activity.conversation)


def _message(activity: Activity) -> str:
    return short_name("message", activity.place, activity.id)


def _reply(place: str, reply: str) -> str:
    return short_name("reply", place, reply)
