"""Answers that the asker alone sees: to a command, to a shortcut, and to what is pressed below such an answer.

Slack gives an address for each, good for half an hour and five messages. What was posted there cannot be looked up: a
process that dies between posting and recording posts once more, to the same person.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta

import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from ctassist.channels.delivery import TryAgain
from ctassist.channels.slack.blocks import Frame, Message, answer_message, sentence
from ctassist.channels.slack.callers import Callers
from ctassist.channels.slack.events import Incoming
from ctassist.channels.slack.faults import told
from ctassist.channels.slack.patience import retry_after
from ctassist.channels.slack.posting import Poster
from ctassist.channels.slack.records import Records
from ctassist.errors import CtassistError
from ctassist.indexing.posts import Post
from ctassist.model.answer import Answer, AnswerRequest
from ctassist.service.asking import asking
from ctassist.service.engine import Engine

log = structlog.get_logger("ctassist.channels.slack")


@dataclass(frozen=True, slots=True)
class Whispered:
    """A question of one person; ``address`` is where Slack takes the answer, ``mark`` names the question."""

    team: str
    user: str
    mark: str
    text: str
    address: str

    @property
    def key(self) -> str:
        """Names the question among all."""
        return f"private:{self.mark}"

    def incoming(self) -> Incoming:
        """The question as it is kept; those of one person are dealt with one after the other."""
        return Incoming(self.key, f"private/{self.team}/{self.user}", {"kind": "whispered", **asdict(self)})


class Whispering:
    """Answers to the asker alone."""

    def __init__(self, engine: Engine, records: Records, poster: Poster, callers: Callers, base: str) -> None:
        self._engine = engine
        self._records = records
        self._poster = poster
        self._callers = callers
        self._base = base

    async def answer(self, asked: Whispered, attempts: int) -> None:
        """Answers a question with the rights of the asker."""
        post = await self._records.answering(asked.key)
        if post and post.replies:
            return
        try:
            message, made = await self._message(asked, post)
        except CtassistError as error:
            message, made = sentence(told(error, attempts)), Post("", ())
        await self._records.keep(asked.key, made)
        await self.whisper(asked.address, message)
        await self._records.keep(asked.key, Post("", ("whispered",), made.conversation_id, made.answer_id))

    async def whisper(self, address: str, message: Message, replace: bool = False) -> None:
        """Shows a message to one person, below or instead of the one whose address it is. Raises TryAgain."""
        client = self._poster.client
        webhook = AsyncWebhookClient(
            address, timeout=20, session=client.session, logger=client.logger, retry_handlers=[], proxy=client.proxy
        )
        response = await webhook.send_dict(
            {
                "response_type": "ephemeral",
                "replace_original": replace,
                "text": message.text,
                "blocks": message.blocks,
                "unfurl_links": False,
                "unfurl_media": False,
            }
        )
        if response.status_code == 429:
            raise TryAgain(timedelta(seconds=retry_after(response.headers)))
        if response.status_code >= 500:
            raise ConnectionError(f"Slack says {response.status_code}")
        if response.status_code != 200:
            # Used up, or too old: there is no other way to this person's eyes alone.
            log.warning("an answer to one person was not taken", status=response.status_code, fault=response.body[:100])

    async def _message(self, asked: Whispered, post: Post | None) -> tuple[Message, Post]:
        caller = self._callers.person(asked.team, asked.user)
        if post and post.answer_id and post.conversation_id:
            answer = await self._records.answer(caller, post.conversation_id, post.answer_id)
        else:
            async with asking(self._engine, AnswerRequest(asked.text), caller) as events:
                answer = [event async for event in events if isinstance(event, Answer)][-1]
        message = answer_message(answer, self._base, Frame(asked.mark, lead=True))
        return message, Post("", (), answer.conversation_id, answer.id)
