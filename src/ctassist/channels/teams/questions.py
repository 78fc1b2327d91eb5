"""Answers what was asked, follows it when it is edited or deleted, and says hello; each once, whatever process dies."""

from datetime import timedelta

import structlog
from microsoft_teams.api.activities import MessageActivityInput

from ctassist.channels.delivery import ATTEMPTS, TryAgain
from ctassist.channels.teams.callers import asker
from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.connector import Address, Connector, Gone
from ctassist.channels.teams.incoming import Activity, short_name
from ctassist.channels.teams.messages import answer_message, sentence_message, so_far, welcome_message
from ctassist.channels.teams.store import Store, is_settled, stream_of
from ctassist.channels.teams.stream import Stream
from ctassist.channels.teams.words import HELP, NEW
from ctassist.errors import CtassistError, NotFound
from ctassist.indexing.inbox import Event
from ctassist.indexing.posts import Post
from ctassist.model.answer import Answer, AnswerRequest, Claim
from ctassist.model.caller import Caller
from ctassist.service.asking import asking
from ctassist.service.engine import Engine
from ctassist.service.overview import examples

_SEARCHING = "Searching the archive…"
_BEGUN_ANEW = "All right: your next question begins a new conversation."
_WENT_WRONG = "Something went wrong on my side; please ask again in a moment."
_BUSY = timedelta(seconds=3)

log = structlog.get_logger("ctassist.channels.teams")


def event_id(activity: Activity) -> str | None:
    """Returns the name under which an activity is dealt with once; None for what is not dealt with.

    Bots are not answered, lest two of them talk for ever. Where several talk, only what is said to this bot counts.
    """
    if activity.type in ("conversationUpdate", "installationUpdate"):
        added = activity.bot_added if activity.type == "conversationUpdate" else activity.action == "add"
        # Teams sends one of them or both.
        return short_name("welcome", activity.conversation) if added else None
    if activity.sent_by_bot or not activity.id:
        return None
    if activity.type == "message":
        ours = activity.scope == "personal" or activity.mentions_bot or activity.from_our_button
        return short_name("message", activity.conversation, activity.id) if ours else None
    if activity.type in ("messageUpdate", "messageDelete"):
        # Each edit has the id of the message; what tells them apart is when it was made.
        return short_name(activity.type, activity.conversation, activity.id, activity.event, activity.timestamp)
    return None


class Questions:
    """Deals with what the inbox keeps."""

    def __init__(self, engine: Engine, bot: Bot, connector: Connector, store: Store) -> None:
        self._engine = engine
        self._bot = bot
        self._connector = connector
        self._store = store

    async def handle(self, event: Event) -> None:
        """Deals with one event. Raises TryAgain, or what goes wrong: then it comes again."""
        activity = Activity.restored(event.payload)
        try:
            match activity.type:
                case "message":
                    await self._message(activity, last=event.attempts >= ATTEMPTS)
                case "messageUpdate":
                    await self._edited(activity, last=event.attempts >= ATTEMPTS)
                case "messageDelete":
                    await self._deleted(activity)
                case _:
                    await self._welcome(activity)
        except Gone as gone:
            log.info("nobody can be answered there any more", reason=str(gone))

    async def give_up(self, event: Event) -> None:
        """Tells whoever waits that nothing will come."""
        activity = Activity.restored(event.payload)
        if activity.type in ("message", "messageUpdate"):
            post = await self._store.answering(activity)
            if post is None or not is_settled(post):
                await self._say(activity, self._stream(activity, post), _WENT_WRONG)

    async def _message(self, activity: Activity, *, last: bool) -> None:
        post = await self._store.answering(activity)
        if post and is_settled(post):
            return
        at = Address.of(activity)
        stream = self._stream(activity, post)
        words = activity.text.strip().strip(".!?").casefold()
        if words in ("", HELP):
            await self._store.settled(activity, await self._connector.post(at, await self._greeting(activity)))
        elif words == NEW:
            await self._store.leave(activity)
            await self._say(activity, stream, _BEGUN_ANEW)
        else:
            caller = asker(self._bot, activity)
            answer = await self._store.answer(post.conversation_id, post.answer_id, caller) if post else None
            try:
                answer = answer or await self._begin(activity, caller, stream)
            except CtassistError as error:
                await self._fail(activity, stream, error, last=last)
                return
            await self._store.settled(activity, await stream.finish(self._shown(answer, activity)), answer)

    async def _begin(self, activity: Activity, caller: Caller, stream: Stream) -> Answer:
        """Shows that something is coming, and answers; a later attempt shows the same answer in the same stream."""
        if activity.scope == "personal":
            await stream.tell(_SEARCHING)
        else:
            await self._connector.typing(Address.of(activity))
        answer = await self._ask(activity, caller, stream)
        await self._store.began(activity, stream.id, answer)
        return answer

    async def _ask(self, activity: Activity, caller: Caller, stream: Stream | None) -> Answer:
        conversation = await self._store.conversation(activity)
        try:
            answer = await self._answer(AnswerRequest(activity.text, conversation), caller, stream)
        except NotFound:
            # The conversation was deleted, or is one of another caller since the bot's settings changed.
            answer = await self._answer(AnswerRequest(activity.text), caller, stream)
        if answer.conversation_id and answer.conversation_id != conversation:
            await self._store.hold(activity, answer.conversation_id)
        return answer

    async def _answer(self, wanted: AnswerRequest, caller: Caller, stream: Stream | None) -> Answer:
        claims: list[Claim] = []
        async with asking(self._engine, wanted, caller) as events:
            async for event in events:
                if isinstance(event, Answer):
                    return event
                if isinstance(event, Claim) and stream:
                    claims.append(event)
                    await stream.show(so_far(claims))
        raise AssertionError("an answer comes last, or an error is raised")

    async def _edited(self, activity: Activity, *, last: bool) -> None:
        """Answers an edited question in the place of its first answer; one that was none before like any other."""
        post = await self._store.answering(activity)
        if post is None or not is_settled(post):
            if activity.scope == "personal" or activity.mentions_bot:
                await self._message(activity, last=last)
            return
        reply = post.replies[0]
        try:
            answer = await self._ask(activity, asker(self._bot, activity), None)
        except CtassistError as error:
            if error.status >= 500 and not last:
                raise
            await self._connector.update(Address.of(activity), reply, sentence_message(str(error)))
            await self._store.settled(activity, reply)
            return
        await self._connector.update(Address.of(activity), reply, self._shown(answer, activity))
        await self._store.settled(activity, reply, answer)

    async def _deleted(self, activity: Activity) -> None:
        """Takes back what answered a message that is no more."""
        post = await self._store.answering(activity)
        if post is None:
            return
        for reply in post.replies if is_settled(post) else ():
            try:
                await self._connector.delete(Address.of(activity), reply)
            except Gone:
                log.info("an answer was deleted already")
        await self._store.forget(activity, post)

    async def _welcome(self, activity: Activity) -> None:
        await self._connector.post(Address.of(activity), await self._greeting(activity))

    async def _greeting(self, activity: Activity) -> MessageActivityInput:
        caller = asker(self._bot, activity)

        def work() -> list[str]:
            with self._engine.archive.view(caller) as view:
                return examples(view)

        questions = await self._engine.run(work)
        return welcome_message(questions, activity.sender if activity.scope == "personal" else "")

    async def _fail(self, activity: Activity, stream: Stream, error: CtassistError, *, last: bool) -> None:
        """Tells the asker what is wrong; where that may pass soon, after some more attempts."""
        if error.status == 503 and not last:
            raise TryAgain(_BUSY) from None
        if error.status >= 500 and error.status != 503:
            raise error
        await self._say(activity, stream, str(error))

    def _stream(self, activity: Activity, post: Post | None) -> Stream:
        began = stream_of(post)
        return Stream(self._connector, Address.of(activity), began, live=activity.scope == "personal" and not began)

    async def _say(self, activity: Activity, stream: Stream, sentence: str) -> None:
        await self._store.settled(activity, await stream.finish(sentence_message(sentence)))

    def _shown(self, answer: Answer, activity: Activity) -> MessageActivityInput:
        suggest_to = activity.sender if activity.scope == "personal" else ""
        return answer_message(answer, self._bot.public_url, suggest_to)
