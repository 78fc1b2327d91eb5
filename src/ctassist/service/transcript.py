"""A conversation as a Markdown document to keep: its questions, answers and sources."""

import json
import re
from collections.abc import Sequence

from ctassist.indexing.conversations import TurnRow
from ctassist.model.contract import Json

_MEANT = re.compile(r"([\\`*_\[\]<>#|~])")
"""What Markdown would take for its own."""


def transcript(title: str, turns: Sequence[TurnRow]) -> str:
    """Returns a conversation in Markdown; each answer is followed by the words that it cites."""
    parts = [f"# {plain(title)}"]
    for turn in turns:
        answer = json.loads(turn.answer_json)
        parts += [f"## {plain(turn.question)}", f"*{turn.at:%d %B %Y, %H:%M} UTC*"]
        if answer["resolved_question"] != turn.question:
            parts.append(f"Understood as: {plain(answer['resolved_question'])}")
        parts.append(answer["answer"])
        if answer["citations"]:
            parts.append("\n".join(["Sources:", "", *map(_source, answer["citations"])]))
    return "\n\n".join(parts) + "\n"


def _source(citation: Json) -> str:
    period = citation["period"]
    months = " to ".join(dict.fromkeys(period.values())) if period else ""
    page = f"page {citation['page']}" if citation["page"] else ""
    where = ", ".join(part for part in (plain(citation["title"]), months, page) if part)
    return f"- \\[{citation['n']}\\] {where}: “{plain(' '.join(citation['quote'].split()))}”"


def plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MEANT.sub(r"\\\1", " ".join(text.split()))
