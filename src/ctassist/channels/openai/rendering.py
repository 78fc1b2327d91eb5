"""An Answer as a chat completion: whole, or in chunks whose text, one after the other, is the same."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ctassist.channels.links import with_addresses
from ctassist.channels.openai.request import MODEL
from ctassist.channels.sourced import markers, sourced
from ctassist.model.answer import Answer, AnswerRequest
from ctassist.model.contract import answer_json

Json = dict[str, Any]
_COUNTED = re.compile(r"\w+|[^\w\s]")


def completion(answer: Answer, asked: AnswerRequest, created: int, base: str, here: str) -> Json:
    """Returns a whole chat completion.

    Args:
        answer: the answer.
        asked: what was asked, for its count of words.
        created: when, in seconds of Unix time.
        base: the address under which people reach the service; empty where none is set.
        here: the address under which the program that asks reaches it.
    """
    content = sourced(answer, base)
    message = {"role": "assistant", "content": content, "refusal": None, **extras(answer, base, here)}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": "chat.completion",
        "created": created,
        "model": MODEL,
        "choices": [choice],
        "usage": usage(asked, content),
        "system_fingerprint": None,
    }


def extras(answer: Answer, base: str, here: str) -> Json:
    """Returns what a message has beside its text: a ``url_citation`` for each marker, and the Answer object."""
    annotations = [
        {
            "type": "url_citation",
            "url_citation": {
                "start_index": start,
                "end_index": end,
                "title": citation.origin,
                "url": (base or here) + citation.url,
            },
        }
        for start, end, citation in markers(answer)
    ]
    return {"annotations": annotations, "ctassist": with_addresses(answer_json(answer), base)}


def chunk(name: str, created: int, delta: Mapping[str, Any], finish_reason: str | None = None) -> Json:
    """Returns one chunk of a streamed completion called ``name``."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return _chunk(name, created, [choice])


def usage_chunk(name: str, created: int, asked: AnswerRequest, content: str) -> Json:
    """Returns the last chunk of a stream that was asked to include ``usage``."""
    return {**_chunk(name, created, []), "usage": usage(asked, content)}


def usage(asked: AnswerRequest, content: str) -> Json:
    """Counts words and marks of punctuation: of the conversation as it was read, and of what was answered.

    They are no tokens of a language model, and nothing is charged by them.
    """
    prompt = sum(map(_count, [asked.question, *(turn.text for turn in asked.history)]))
    told = _count(content)
    return {"prompt_tokens": prompt, "completion_tokens": told, "total_tokens": prompt + told}


def _chunk(name: str, created: int, choices: Sequence[Json]) -> Json:
    return {
        "id": name,
        "object": "chat.completion.chunk",
        "created": created,
        "model": MODEL,
        "choices": list(choices),
        "system_fingerprint": None,
    }


def _count(text: str) -> int:
    return sum(1 for _ in _COUNTED.finditer(text))
