"""Links to what an answer cites, for places that are not pages of the service itself."""

from dataclasses import replace

from ctassist.model.answer import Answer
from ctassist.settings import Settings


def base_of(settings: Settings) -> str:
    """Returns the address under which people reach the service, without a slash at its end; empty where none is set."""
    return str(settings.public_url).rstrip("/") if settings.public_url else ""


def linked(answer: Answer, base: str) -> Answer:
    """Returns an answer whose citations have whole addresses; unchanged where ``base`` is empty."""
    if not base:
        return answer
    return replace(answer, citations=tuple(replace(cited, url=base + cited.url) for cited in answer.citations))
