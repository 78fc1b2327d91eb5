"""The OpenAI-compatible protocol: what is sent to ``/chat/completions``, and the text in what comes back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ctassist.answering.generation.failures import Failure, ModelFailed
from ctassist.settings import Settings

Message = Mapping[str, str]
"""``role`` (system or user) and ``content``."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is, and how it is addressed."""

    url: str
    headers: Mapping[str, str]
    params: Mapping[str, str]
    model: str

    @classmethod
    def of(cls, settings: Settings) -> "Endpoint":
        """The endpoint that settings name: with ``llm_api_version`` Azure's deployment, else the base and its path."""
        base, key = (settings.llm_base_url or "").rstrip("/"), settings.llm_api_key.get_secret_value()
        if settings.llm_api_version:
            path = "" if "/openai/deployments/" in base else f"/openai/deployments/{settings.llm_model}"
            params = {"api-version": settings.llm_api_version}
            return cls(f"{base}{path}/chat/completions", {"api-key": key}, params, settings.llm_model)
        headers = {"authorization": f"Bearer {key}"} if key else {}
        return cls(f"{base}/chat/completions", headers, {}, settings.llm_model)


class Form(StrEnum):
    """How a server is asked for the JSON of a schema: as the protocol says, as llama-cpp-python does, or in words."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    WORDS = "words"


def body(
    model: str, messages: Sequence[Message], schema: Mapping[str, Any] | None, most_tokens: int, form: Form
) -> dict[str, Any]:
    """The request for a streamed completion, in the JSON of ``schema`` where one is given."""
    asked: dict[str, Any] = {
        "model": model,
        "messages": list(messages),
        "temperature": 0,
        "max_tokens": most_tokens,
        "stream": True,
    }
    if schema is not None and form is Form.JSON_SCHEMA:
        named = {"name": "claims", "strict": True, "schema": dict(schema)}
        asked["response_format"] = {"type": form.value, "json_schema": named}
    elif schema is not None and form is Form.JSON_OBJECT:
        asked["response_format"] = {"type": form.value, "schema": dict(schema)}
    return asked


def text_of(data: str) -> tuple[str, bool]:
    """The text in one event or one whole reply, and whether the reply is complete with it.

    Raises:
        ModelFailed: It is no such reply, an error, a refusal, or cut off at the limit.
    """
    try:
        reply = json.loads(data)
        if not isinstance(reply, dict) or "error" in reply:
            raise ModelFailed(Failure.BROKEN if isinstance(reply, dict) else Failure.GARBAGE)
        choices = reply.get("choices") or []
        if not choices:
            return "", False  # Azure begins with what its filter found; others end with what was used.
        said = choices[0].get("delta") or choices[0].get("message") or {}
        ended = choices[0].get("finish_reason")
        refused, text = said.get("refusal"), said.get("content")
    except (ValueError, AttributeError, TypeError, KeyError, IndexError):
        raise ModelFailed(Failure.GARBAGE) from None
    if refused or ended == "content_filter":
        raise ModelFailed(Failure.REFUSED)
    if ended == "length":
        raise ModelFailed(Failure.LONG)
    if text is not None and not isinstance(text, str):
        raise ModelFailed(Failure.GARBAGE)
    return text or "", ended is not None
