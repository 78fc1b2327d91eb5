"""Deals with one question: asks the Assistant, shows what it says, and never answers twice.

A question has its row in ``posts`` from the moment in which it is begun. Without replies the row says that an earlier
attempt broke off somewhere: then the answer is looked for in Slack before anything is posted. The Answer is kept there
before it is posted, so that it is not made twice either.
"""

from contextlib import suppress
from dataclasses import replace

from ctassist.channels.slack.blocks import Frame, Message, answer_message, invitation, sentence
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.events import Asked
from ctassist.channels.slack.faults import told
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.records import Records
from ctassist.channels.slack.showing import Showing
from ctassist.errors import CtassistError, NotAllowed, NotFound
from ctassist.indexing.posts import Post
from ctassist.model.answer import Answer, AnswerRequest
from ctassist.model.caller import Caller
from ctassist.service.asking import asking
from ctassist.service.engine import Engine

WELCOME = "Ask me what you want to know from the archive, for instance:"


class Answering:
    """Answers questions where others may see them, or in the talk between two."""

    def __init__(self, engine: Engine, records: Records, poster: Poster, callers: Callers, base: str) -> None:
        self._engine = engine
        self._records = records
        self._poster = poster
        self._callers = callers
        self._base = base

    def caller(self, asked: Asked) -> Caller:
        """Whose rights hold for an answer. Raises NotAllowed."""
        return self._callers.asking(asked.team, asked.channel, asked.user, asked.direct, asked.shared)

    async def answer(self, asked: Asked, attempts: int) -> None:
        """Answers a question; one that was edited after it was answered is answered anew in the same message."""
        post = await self._records.answering(asked.key)
        if post and post.replies:
            if asked.edited:
                await self._revise(asked, post, attempts)
            return
        standing = None
        if post is None:
            await self._records.keep(asked.key, Post(asked.place, ()))
        elif found := await self._poster.find(asked):
            if found.done:
                await self._records.keep(asked.key, replace(post, replies=(found.ts,)))
                return
            standing = found.ts
        showing = Showing(self._poster, asked, standing)
        message, post = await self._message(asked, post, attempts, showing)
        ts = await showing.finish(message)
        await self._records.keep(asked.key, replace(post, replies=(ts,)))

    async def withdraw(self, asked: Asked) -> None:
        """Deletes what answers a question that was deleted, here and in Slack."""
        post = await self._records.answering(asked.key)
        if post is None:
            return
        replies = post.replies
        if not replies and (found := await self._poster.find(asked)):
            replies = (found.ts,)
        for ts in replies:
            await self._poster.delete(asked.channel, ts)
        await self._retract(asked, post)
        await self._records.forget(asked.key)

    async def give_up(self, asked: Asked, words: str) -> None:
        """Tells whoever waits that there will be no answer."""
        post = await self._records.answering(asked.key)
        if post and post.replies:
            return
        found = await self._poster.find(asked) if post else None
        if found and found.done:
            return
        ts = await Showing(self._poster, asked, found.ts if found else None).finish(sentence(words))
        # Should the question be edited, it is answered there.
        await self._records.keep(asked.key, Post(asked.place, (ts,)))

    async def _revise(self, asked: Asked, post: Post, attempts: int) -> None:
        await self._retract(asked, post)
        message, made = await self._message(asked, None, attempts, None)
        await self._records.keep(asked.key, replace(made, replies=post.replies))
        await self._poster.update(asked.channel, post.replies[0], message, asked.mark)

    async def _message(
        self, asked: Asked, post: Post | None, attempts: int, showing: Showing | None
    ) -> tuple[Message, Post]:
        """Says what is to be shown for a question, and what is to be kept of it."""
        nothing = Post(asked.place, ())
        try:
            caller = self.caller(asked)
            if not asked.text:
                questions = (await self._records.examples(caller))[:4]
                return invitation(WELCOME, questions, asked.shared), nothing
            answer = await self._answered(asked, post, caller, showing)
        except CtassistError as error:
            return sentence(told(error, attempts)), nothing
        message = answer_message(answer, self._base, Frame(asked.mark, asked.lead, asked.shared))
        return message, Post(asked.place, (), answer.conversation_id, answer.id)

    async def _answered(self, asked: Asked, post: Post | None, caller: Caller, showing: Showing | None) -> Answer:
        if post and post.answer_id and post.conversation_id and not asked.edited:
            with suppress(NotFound):
                return await self._records.answer(caller, post.conversation_id, post.answer_id)
        conversation = await self._records.conversation(asked.place)
        try:
            answer = await self._asked(AnswerRequest(asked.text, conversation), caller, showing)
        except NotFound:
            # What was held here is gone, or belongs to others since the rights were changed: a new one begins.
            await self._records.leave(asked.place)
            answer = await self._asked(AnswerRequest(asked.text), caller, showing)
        if answer.conversation_id:
            await self._records.hold(asked.place, answer.conversation_id)
        if showing:
            await self._records.keep(asked.key, Post(asked.place, (), answer.conversation_id, answer.id))
        return answer

    async def _asked(self, wanted: AnswerRequest, caller: Caller, showing: Showing | None) -> Answer:
        if showing:
            await showing.status()
        async with asking(self._engine, wanted, caller) as events:
            if showing:
                return await showing.follow(events)
            return [event async for event in events if isinstance(event, Answer)][-1]

    async def _retract(self, asked: Asked, post: Post) -> None:
        with suppress(NotAllowed, NotFound):
            await self._records.retract(self.caller(asked), post)
