"""How an Answer looks in Slack: Markdown above, then what to press, numbered sources and thumbs.

Pure functions of the Answer. All they return stays within the limits that Slack publishes: 50 blocks a message,
12,000 characters of Markdown, 3,000 a text, 75 a button, 2,000 behind it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ctassist.channels.links import absolute
from ctassist.channels.slack.pages import SOURCES, pages_of
from ctassist.channels.slack.text import escaped, shortened
from ctassist.model.answer import Answer, Citation, Status

Block = dict[str, Any]

ASK = "ask"
TURN = "turn"
JUDGE = "judge"
ASK_SHARED = "ask:shared"
"""What the id of an action begins with: a question to ask, a page to turn to, a thumb. The last is the id of the block
of questions where another company reads along, which Slack does not say again when one is pressed."""
_CHOICES = 10
_BUTTON = 75
_VALUE = 2000
_TEXT = 3000
_QUOTE = 300
_ORIGIN = 250
_LEAD = 600


@dataclass(frozen=True, slots=True)
class Message:
    """One message: ``body`` is Markdown, ``below`` the blocks under it, ``text`` what a notification shows of it."""

    body: str
    below: tuple[Block, ...] = ()
    text: str = ""

    @property
    def blocks(self) -> list[Block]:
        """The whole message as blocks."""
        return [{"type": "markdown", "text": self.body}, *self.below]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known around an answer, and again when a page is turned.

    ``mark`` names the question, ``lead`` shows it above the answer, as nobody sees it elsewhere, and ``shared`` tells
    that another company reads along.
    """

    mark: str = ""
    lead: bool = False
    shared: bool = False


def sentence(words: str) -> Message:
    """A message that is no answer."""
    return Message(escaped(words), text=escaped(words))


def invitation(words: str, questions: Sequence[str], shared: bool = False) -> Message:
    """A sentence with questions to choose from."""
    return Message(escaped(words), tuple(_choices(questions, shared)), escaped(words))


def answer_message(answer: Answer, base: str, frame: Frame, page: int = 1) -> Message:
    """Shows a page of an answer, counted from 1; a page that does not exist is the nearest that does."""
    pages = pages_of(answer, base)
    page = min(max(page, 1), len(pages))
    shown = pages[page - 1]
    asked = f"> {escaped(shortened(' '.join(answer.question.split()), _LEAD))}\n\n" if frame.lead else ""
    turned: Block = {"c": answer.conversation_id, "a": answer.id, "q": frame.mark}
    turned |= {"l": int(frame.lead), "s": int(frame.shared)}
    below = [
        *_notes(answer, page, len(pages)),
        *_turning(turned, page, len(pages)),
        *_sources(shown.citations, base),
        *_choices(answer.suggestions, frame.shared),
        _thumbs(answer),
    ]
    return Message(asked + shown.text, tuple(below), shortened(escaped(_bare(answer.answer)), _TEXT))


def _bare(markdown: str) -> str:
    return re.sub(r"\\([\[\]])", r"\1", markdown.replace("**", ""))


def _notes(answer: Answer, page: int, pages: int) -> list[Block]:
    """Says how the answer came out, where that is not plain, and which page this is."""
    notes = []
    if answer.status is Status.NOT_FOUND:
        notes.append("Not found in the archive")
    if answer.status is Status.PARTIAL:
        shown = f": {answer.coverage.shown} of {answer.coverage.matched}" if answer.coverage.matched else ""
        notes.append(f"Not complete{shown}")
    if answer.model:
        notes.append(f"Worded by {answer.model}, each sentence checked against its source")
    if pages > 1:
        notes.append(f"Page {page} of {pages}")
    text = shortened(" · ".join(notes), _TEXT)
    return [{"type": "context", "elements": [_plain(text)]}] if notes else []


def _turning(turned: dict[str, Any], page: int, pages: int) -> list[Block]:
    buttons = [
        _button(f"{TURN}:{name}", label, json.dumps({**turned, "p": to}))
        for name, label, to in (("back", "Previous", page - 1), ("on", "Next", page + 1))
        if 1 <= to <= pages
    ]
    return [{"type": "actions", "block_id": f"{TURN}:{page}", "elements": buttons}] if buttons else []


def _sources(citations: Sequence[Citation], base: str) -> list[Block]:
    """The sources as rich text, which Slack takes to the letter: nothing in a quotation is ever markup."""
    if not citations:
        return []
    head = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Sources", "style": {"bold": True}}]}
    each = [_source(citation, base, quoted=at < SOURCES) for at, citation in enumerate(citations)]
    return [
        {"type": "rich_text", "block_id": f"sources:{start}", "elements": [*([] if start else [head]), *some]}
        for start in range(0, len(each), SOURCES)
        if (some := each[start : start + SOURCES])
    ][:_MOST_SOURCE_BLOCKS]


_MOST_SOURCE_BLOCKS = 40


def _source(citation: Citation, base: str, quoted: bool) -> Block:
    address = absolute(base, citation.url)
    number = f"[{citation.n}]"
    first = {"type": "link", "url": address, "text": number} if address else {"type": "text", "text": number}
    elements: list[Block] = [first, {"type": "text", "text": f" {shortened(citation.origin, _ORIGIN)}"}]
    if quoted and citation.quote.strip():
        quote = shortened(" ".join(citation.quote.split()), _QUOTE)
        elements.append({"type": "text", "text": f"\n“{quote}”", "style": {"italic": True}})
    return {"type": "rich_text_section", "elements": elements}


def _choices(questions: Sequence[str], shared: bool) -> list[Block]:
    fitting = [question for question in dict.fromkeys(questions) if question.strip() and len(question) <= _VALUE]
    buttons = [
        _button(f"{ASK}:{at}", shortened(" ".join(question.split()), _BUTTON), question)
        for at, question in enumerate(fitting[:_CHOICES])
    ]
    return [{"type": "actions", "block_id": ASK_SHARED if shared else ASK, "elements": buttons}] if buttons else []


def _thumbs(answer: Answer) -> Block:
    def thumb(label: str, rating: str) -> Block:
        value = json.dumps({"a": answer.id, "c": answer.conversation_id, "r": rating})
        return {"text": _plain(label), "value": value}

    pair = {"positive_button": thumb("Good answer", "up"), "negative_button": thumb("Bad answer", "down")}
    element = {"type": "feedback_buttons", "action_id": JUDGE, **pair}
    return {"type": "context_actions", "block_id": JUDGE, "elements": [element]}


def comment_view(answer_id: str, conversation_id: str | None) -> Block:
    """The window that asks what is wrong with an answer."""
    entry = {"type": "plain_text_input", "action_id": "comment", "multiline": True, "max_length": 2000}
    return {
        "type": "modal",
        "callback_id": JUDGE,
        "private_metadata": json.dumps({"a": answer_id, "c": conversation_id, "r": "down"}),
        "title": _plain("Bad answer"),
        "submit": _plain("Send"),
        "close": _plain("Not now"),
        "blocks": [
            {
                "type": "input",
                "block_id": "comment",
                "optional": True,
                "label": _plain("What is wrong or missing?"),
                "element": entry,
            }
        ],
    }


def _button(action: str, label: str, value: str) -> Block:
    return {"type": "button", "action_id": action, "text": _plain(label), "value": value}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
