"""What a model may do with questions: resolve a follow-up and split a question, with words that are there already."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ctassist.answering.generation.consultation import Consultation
from ctassist.answering.generation.failures import ModelFailed
from ctassist.answering.generation.templates import template
from ctassist.answering.generation.words import Word, words_in
from ctassist.extraction.sections import one_line

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"questions": {"type": "array", "items": {"type": "string"}}},
    "required": ["questions"],
    "additionalProperties": False,
}
_SHARE = 0.25
"""What is asked about a question leaves the rest of an answer's time to word what is found."""
_LONGEST = 400
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class QuestionModel:
    """A model that is asked about one question."""

    model: Consultation

    def resolved(self, question: str, conversation: Sequence[str]) -> str | None:
        """A follow-up as a question of its own; None where the model has none, or names what nobody named.

        Raises AskerGone.
        """
        said = "\n".join(f"- {one_line(line)}" for line in conversation)
        found = self._asked("resolve", {"question": one_line(question), "conversation": said})
        if len(found) != 1 or not _is_made_of(
            found[0], [question, *conversation], lambda word: word.name or word.number
        ):
            return None
        return found[0]

    def parts(self, question: str) -> list[str]:
        """The questions that a question asks; empty where the model tells fewer than two, or says anything new.

        Raises AskerGone.
        """
        found = self._asked("split", {"question": one_line(question)})
        made = all(_is_made_of(part, [question], lambda word: not word.glue) for part in found)
        return found if made and 2 <= len(found) <= _MOST_PARTS else []

    def _asked(self, purpose: str, values: dict[str, str]) -> list[str]:
        try:
            reply = "".join(self.model.stream(template(purpose), values, SCHEMA, _SHARE))
        except ModelFailed:
            return []
        return _questions(reply)


def _questions(reply: str) -> list[str]:
    try:
        found = json.loads(reply[reply.index("{") : reply.rindex("}") + 1])["questions"]
    except (ValueError, KeyError, TypeError):
        return []
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return []
    lines = [one_line(one) for one in found]
    return lines if all(0 < len(line) <= _LONGEST and line.isprintable() for line in lines) else []


def _is_made_of(text: str, said: Iterable[str], counts: Callable[[Word], bool]) -> bool:
    """Tells whether those words of a text that count have been said; the first is no name for its capital."""
    known = {word.key for line in said for word in words_in(line)}
    return all(word.key in known for word in words_in(text) if counts(word))
