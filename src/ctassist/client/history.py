"""The caller's conversations, and the links under which others read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ctassist.client.call import Call, Page, as_json, as_text, known, nothing, paged, segment
from ctassist.client.results import moment_of
from ctassist.model.answer import Answer
from ctassist.model.contract import answer_of


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """One conversation in a list; ``turns`` counts its answers."""

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    turns: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question with the Answer as it was sent."""

    at: datetime
    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation, the oldest question first; ``id`` is None for one that somebody else has shared."""

    id: str | None
    title: str
    turns: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Where others may read a conversation: ``url`` is relative to the service's address."""

    token: str
    url: str


def conversations(*, q: str = "", page_size: int = 50) -> Call[Page[ConversationSummary]]:
    """Goes through the caller's conversations, the latest first; ``q`` are words of their titles or questions."""
    params = {"limit": page_size} | known(q=q or None)
    return Call("GET", "v1/conversations", paged("conversations", _summary), params)


def conversation(conversation_id: str) -> Call[Conversation]:
    """Gives one conversation with its answers. Raises NothingThere."""
    return Call("GET", _path(conversation_id), as_json(_conversation))


def conversation_markdown(conversation_id: str) -> Call[str]:
    """Gives one conversation with its sources as Markdown, to keep. Raises NothingThere."""
    return Call("GET", _path(conversation_id), as_text, {"format": "md"}, accept="text/markdown")


def rename_conversation(conversation_id: str, title: str) -> Call[ConversationSummary]:
    """Gives a conversation another title. Raises NothingThere."""
    return Call("PATCH", _path(conversation_id), as_json(_summary), body={"title": title})


def delete_conversation(conversation_id: str) -> Call[None]:
    """Forgets a conversation with all its answers, and its link. Raises NothingThere."""
    # Repeated after it was done, it would end in NothingThere.
    return Call("DELETE", _path(conversation_id), nothing, repeatable=False)


def share_conversation(conversation_id: str) -> Call[Share]:
    """Makes a link under which others read a conversation as it grows. Raises NothingThere."""
    return Call("PUT", f"{_path(conversation_id)}/share", as_json(_share))


def withdraw_share(conversation_id: str) -> Call[None]:
    """Makes the link to a conversation lead nowhere. Raises NothingThere."""
    return Call("DELETE", f"{_path(conversation_id)}/share", nothing, repeatable=False)


def shared(token: str) -> Call[Conversation]:
    """Gives the conversation that a link leads to. Raises NothingThere."""
    return Call("GET", f"v1/shared/{segment(token)}", as_json(_conversation))


def copy_shared(token: str) -> Call[str]:
    """Copies the conversation that a link leads to, to ask on in it; gives the id of the copy. Raises NothingThere."""
    read = as_json(lambda written: str(written["conversation_id"]))
    return Call("POST", f"v1/shared/{segment(token)}/copy", read, repeatable=False)


def _path(conversation_id: str) -> str:
    return f"v1/conversations/{segment(conversation_id)}"


def _summary(written: Mapping[str, Any]) -> ConversationSummary:
    return ConversationSummary(
        id=written["conversation_id"],
        title=written["title"],
        created_at=moment_of(written["created_at"]),
        updated_at=moment_of(written["updated_at"]),
        turns=written["turns"],
    )


def _conversation(written: Mapping[str, Any]) -> Conversation:
    turns = tuple(
        Exchange(moment_of(turn["at"]), turn["question"], answer_of(turn["answer"])) for turn in written["turns"]
    )
    return Conversation(written.get("conversation_id"), written["title"], turns)


def _share(written: Mapping[str, Any]) -> Share:
    return Share(written["token"], written["url"])
