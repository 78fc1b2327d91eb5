"""What Teams waits for: feedback, turned pages, and searches from where somebody writes a message."""

import asyncio
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog
from microsoft_teams.cards import AdaptiveCard

from ctassist.channels.teams.callers import asker, person, searcher
from ctassist.channels.teams.cards import TURN_PAGE, answer_card, inserted_card
from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.incoming import OURS, Activity
from ctassist.channels.teams.lines import Line, lines_of, shorten
from ctassist.channels.teams.pages import Source, pages_of, source_of
from ctassist.channels.teams.store import Store
from ctassist.channels.teams.words import QUERY
from ctassist.errors import CtassistError
from ctassist.indexing.feedback import Rating
from ctassist.model.answer import Answer, AnswerRequest, Claim, Turn
from ctassist.service.engine import Engine

CARD = "application/vnd.microsoft.card.adaptive"
_RATINGS = {"like": Rating.UP, "dislike": Rating.DOWN}
_LONGEST_COMMENT = 4_000
_SECONDS = 8.0
"""Teams gives up soon after."""
_RESULTS = 25
_TITLE_LENGTH = 200
_BUSY = "The archive is busy; try again in a moment."
_ASK_AGAIN = "This answer is not kept any more: ask again."

log = structlog.get_logger("ctassist.channels.teams")


@dataclass(frozen=True, slots=True)
class Reply:
    """What Teams is told."""

    status: int
    body: Any = None


class Invokes:
    """Answers invokes at once; done twice, each does what it did once."""

    def __init__(self, engine: Engine, bot: Bot, store: Store) -> None:
        self._engine = engine
        self._bot = bot
        self._store = store

    async def reply(self, activity: Activity) -> Reply:
        """Returns the answer to an invoke: 501 for one that is none of this bot's."""
        value = activity.value if isinstance(activity.value, Mapping) else {}
        match activity.name:
            case "message/submitAction":
                return await self._judge(activity, value)
            case "adaptiveCard/action":
                return await self._turn(activity, value)
            case "composeExtension/query":
                return await self._search(activity, value)
        return Reply(501)

    async def _judge(self, activity: Activity, value: Mapping[str, Any]) -> Reply:
        """Keeps a thumb and the words with it."""
        told = value.get("actionValue")
        told = told if isinstance(told, Mapping) else {}
        rating = _RATINGS.get(str(told.get("reaction")))
        if value.get("actionName") == "feedback" and rating:
            caller = person(self._bot, activity)
            await self._store.judged(activity, caller, rating, _comment(told.get("feedback")))
        return Reply(200, {})

    async def _turn(self, activity: Activity, value: Mapping[str, Any]) -> Reply:
        """Shows another page of an answer in the place of a card."""
        action = value.get("action")
        data = action.get("data") if isinstance(action, Mapping) else None
        if not isinstance(data, Mapping) or data.get(OURS) != TURN_PAGE or not isinstance(data.get("page"), int):
            return _card_error(400, "This button is not one of mine.")
        kept = str(data.get("conversation")), str(data.get("answer"))
        try:
            async with asyncio.timeout(_SECONDS):
                answer = await self._store.answer(*kept, asker(self._bot, activity))
        except TimeoutError:
            return _card_error(503, _BUSY)
        if answer is None:
            return _card_error(404, _ASK_AGAIN)
        pages = pages_of(answer, self._bot.public_url)
        card = answer_card(answer, pages, min(max(int(data["page"]), 0), len(pages) - 1))
        if card is None:
            return _card_error(404, _ASK_AGAIN)
        return Reply(200, {"statusCode": 200, "type": CARD, "value": _json(card)})

    async def _search(self, activity: Activity, value: Mapping[str, Any]) -> Reply:
        """Returns lines with their sources, of which one is put into the message that somebody is writing."""
        words = _parameter(value, QUERY)
        if not words:
            return _message("Type a question, or what you look for.")
        # With a history of its own, a question is kept in no conversation: it comes with every key that is pressed.
        wanted = AnswerRequest(words, history=(Turn("assistant", ""),), mode="extractive")
        caller = searcher(self._bot, activity)
        try:
            async with asyncio.timeout(_SECONDS):
                answer = await self._engine.run(lambda: self._engine.assistant.answer(wanted, caller))
        except TimeoutError:
            return _message(_BUSY)
        except CtassistError as error:
            return _message(str(error))
        first, count = _window(value)
        found = [self._result(claim, answer) for claim in answer.claims[first : first + count]]
        if not found:
            return _message(answer.answer if first == 0 else "There is nothing more.")
        return Reply(200, _extension({"type": "result", "attachmentLayout": "list", "attachments": found}))

    def _result(self, claim: Claim, answer: Answer) -> dict[str, Any]:
        by_number = {citation.n: citation for citation in answer.citations}
        # The numbers of the answer say nothing where one of its lines stands alone.
        sources = [
            replace(source_of(by_number[n], self._bot.public_url), n=at) for at, n in enumerate(claim.citations, 1)
        ]
        line = _line(claim, sources)
        title = shorten("".join(run.text for run in line.runs if not run.marker), _TITLE_LENGTH)
        origin = " · ".join(part for part in (sources[0].name, sources[0].origin) if part)
        preview = {"title": title, "text": html.escape(origin)}
        return {
            "contentType": CARD,
            "content": _json(inserted_card(line, sources)),
            "preview": {"contentType": "application/vnd.microsoft.card.thumbnail", "content": preview},
        }


def _line(claim: Claim, sources: list[Source]) -> Line:
    numbers = [source.n for source in sources]
    written = f"{' '.join(claim.text.split())} {''.join(f'[{n}]' for n in numbers)}"
    return lines_of(written, numbers)[0].shortened(2_000)


def _comment(written: Any) -> str:
    """The words of the form that Teams shows, which come as JSON in a text."""
    try:
        told = json.loads(written) if isinstance(written, str) else written
    except ValueError:
        return str(written)[:_LONGEST_COMMENT]
    said = told.get("feedbackText", "") if isinstance(told, Mapping) else ""
    return str(said).encode(errors="replace").decode()[:_LONGEST_COMMENT]


def _parameter(value: Mapping[str, Any], name: str) -> str:
    given = value.get("parameters")
    named = [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
    found = next((one.get("value") for one in named if one.get("name") == name), "")
    return " ".join(found.encode(errors="replace").decode().split()) if isinstance(found, str) else ""


def _window(value: Mapping[str, Any]) -> tuple[int, int]:
    options = value.get("queryOptions")
    options = options if isinstance(options, Mapping) else {}
    skip, count = options.get("skip"), options.get("count")
    first = skip if isinstance(skip, int) and skip > 0 else 0
    return first, min(count, _RESULTS) if isinstance(count, int) and count > 0 else _RESULTS


def _json(card: AdaptiveCard) -> Any:
    return card.model_dump(by_alias=True, exclude_none=True)


def _extension(content: dict[str, Any]) -> dict[str, Any]:
    return {"composeExtension": content}


def _message(sentence: str) -> Reply:
    return Reply(200, _extension({"type": "message", "text": shorten(sentence, 500)}))


def _card_error(status: int, sentence: str) -> Reply:
    told = {"code": str(status), "message": sentence}
    return Reply(200, {"statusCode": status, "type": "application/vnd.microsoft.error", "value": told})
