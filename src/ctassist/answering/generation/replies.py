"""A model's reply as it comes, taken apart into claims: JSON, or lines that end in numbers in brackets."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "citations": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "citations"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
"""What a server that holds to schemas is asked for."""

_ARRAY = re.compile(r'"claims"\s*:\s*\[')
_JSON = re.compile(r"[`json \n]*\{")
_BETWEEN = re.compile(r"[\s,]*")
_MARKED = re.compile(r"^\s*(?:[-*•]\s+|\d+[.)]\s+)?(?P<text>.*?)\s*(?P<marks>(?:\[\d+(?:\s*,\s*\d+)*\]\s*)+)[.]?\s*$")
_MARKED_BEFORE = re.compile(r"^\s*(?:[-*•]\s+)?(?P<marks>(?:\[\d+(?:\s*,\s*\d+)*\]\s*)+)(?P<text>\S.*?)\s*$")
"""Small models put the numbers where the findings have them."""
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence of the model, and the numbers of the findings that it is said to word."""

    text: str
    numbers: tuple[int, ...]


class ReplyReader:
    """Takes a reply apart while it comes. What is no claim (thoughts, greetings) is passed over."""

    def __init__(self) -> None:
        self._text = ""
        self._at: int | None = None
        self._read = 0

    def add(self, text: str) -> Iterator[Worded]:
        """Yields the claims that are complete with this piece of text."""
        self._text += text
        if self._at is None and "[" in text and (array := _ARRAY.search(self._text)):
            self._at = array.end()
        if self._at is None:
            yield from self._marked()
        elif "}" in text:
            yield from self._objects()

    def end(self) -> Iterator[Worded]:
        """Yields what was complete only because the reply has ended."""
        if self._at is None:
            self._text += "\n"
            yield from self._marked()

    def _objects(self) -> Iterator[Worded]:
        assert self._at is not None
        while True:
            start = self._at + len(_BETWEEN.match(self._text, self._at).group())  # type: ignore[union-attr]
            if not self._text.startswith("{", start):
                return
            try:
                found, self._at = _DECODER.raw_decode(self._text, start)
            except ValueError:
                return  # Not complete yet, or never.
            if claim := _claim(found):
                yield claim

    def _marked(self) -> Iterator[Worded]:
        # A brace begins JSON, of which no line is a claim.
        if _JSON.match(self._text):
            return
        while (end := self._text.find("\n", self._read)) >= 0:
            line = self._text[self._read : end]
            self._read = end + 1
            if marked := _MARKED.match(line) or _MARKED_BEFORE.match(line):
                numbers = tuple(int(number) for number in re.findall(r"\d+", marked["marks"]) if len(number) < 6)
                yield Worded(marked["text"].strip(), numbers)


def _claim(found: Any) -> Worded | None:
    text, numbers = found.get("text"), found.get("citations")
    if not isinstance(text, str) or not isinstance(numbers, list):
        return None
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        return None
    return Worded(re.sub(r"\s*(?:\[\d+\]\s*)+\.?$", "", text).strip(), tuple(numbers))
