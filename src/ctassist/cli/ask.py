"""``ctassist ask``: one answer with its sources."""

import json
import sys
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from ctassist.cli.options import Common
from ctassist.errors import UsageError
from ctassist.model.answer import Answer, AnswerRequest, Citation, Status
from ctassist.model.caller import ANYONE
from ctassist.model.contract import answer_json
from ctassist.service.days import last_day

if TYPE_CHECKING:
    from rich.console import Console

_STATUS = {
    Status.PARTIAL: "Not everything is shown.",
    Status.NOT_FOUND: "Not in the archive.",
    Status.CLARIFY: "Please say which.",
}


def run(common: Common, question: str, *, as_json: bool, as_of: str | None, conversation: str | None) -> None:
    """Prints the answer to ``question``. Raises UsageError for a question or day that cannot be one."""
    from ctassist.answering.assistant import Assistant
    from ctassist.answering.generation.client import ModelClient

    if not _is_text(question) or not _is_text(conversation or ""):
        raise UsageError("The question is not text in this terminal's encoding: type it again, or set LANG=C.UTF-8.")
    day = last_day(as_of) if as_of else None
    request = AnswerRequest(question, conversation_id=conversation, as_of=day)
    model = ModelClient.configured(common.settings())
    with common.archive() as archive, closing(model) if model else nullcontext():
        answer = Assistant(archive, model).answer(request, ANYONE)
    if as_json:
        print(json.dumps(answer_json(answer), ensure_ascii=False, indent=2))
    elif sys.stdout.isatty():
        _show(answer)
    else:
        print(plain(answer))


def plain(answer: Answer) -> str:
    """Returns an answer as plain text with its numbered sources below."""
    parts = [answer.answer.strip()]
    if answer.citations:
        sources = ["\n    ".join([f"[{c.n}] {c.origin}", *_told(c)]) for c in answer.citations]
        parts.append("Sources\n" + "\n".join(sources))
    if answer.suggestions:
        parts.append("You could ask\n" + "\n".join(f"- {question}" for question in answer.suggestions))
    if wording := worded(answer):
        parts.append(wording)
    if answer.conversation_id:
        parts.append(f"Conversation: {answer.conversation_id}")
    return "\n\n".join(parts)


def worded(answer: Answer) -> str:
    """Says whose words an answer is in, where a language model has a part in it; empty where it has none."""
    told = [f"Worded by {answer.model}, and verified."] if answer.model else []
    return " ".join([*told, *([answer.fallback] if answer.fallback else [])])


def _show(answer: Answer) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(highlight=False)
    if answer.status in _STATUS:
        console.print(_STATUS[answer.status], style="yellow")
    # A marker is no Markdown link; nor are the square brackets of rich's own markup in play here.
    console.print(Markdown(answer.answer))
    if answer.citations:
        console.print("\nSources", style="bold")
    for citation in answer.citations:
        _show_source(console, citation)
    if answer.suggestions:
        console.print("\nYou could ask", style="bold")
    for question in answer.suggestions:
        console.print(f"- {question}", markup=False)
    if wording := worded(answer):
        console.print(f"\n{wording}", style="dim", markup=False)
    if answer.conversation_id:
        console.print(f"\nAsk on with --conversation {answer.conversation_id}", style="dim", markup=False)


def _show_source(console: "Console", citation: Citation) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text.assemble((f"[{citation.n}] ", "bold cyan"), (citation.origin, "dim")))
    for line in _told(citation):
        console.print(Padding(Text(line), (0, 0, 0, 4)))


def _told(citation: Citation) -> list[str]:
    """The words of a citation, and where some of them lead."""
    leads = []
    for link in citation.links:
        words = citation.quote[link.span.start - citation.start : link.span.end - citation.start]
        leads.append(f"{_one_line(words)}: {link.address}")
    return [f"“{_one_line(citation.quote)}”", *leads]


def _is_text(given: str) -> bool:
    """Tells whether an argument is text; bytes that are none arrive as halves of characters."""
    return not any("\ud800" <= character <= "\udfff" for character in given)


def _one_line(text: str) -> str:
    return " ".join(text.split())
