"""Questions that point at a line of the last answer: "tell me more about the second one"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ctassist.answering.terms import event_stems, generic_event_stems, stem

_ORDINALS = (
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
)
_LAST = ("last", "final", "latest")
_NUMBER = re.compile(r"\b(?:the\s+)?(?:number|no\.?|item|point|line|entry|#)\s*#?(?P<number>\d{1,3})\b", re.IGNORECASE)
_THIS = re.compile(
    r"^\W*(?:(?:please|can you|could you)\s+)?(?:tell|give|show|say|explain)?\s*(?:me|us)?\s*(?:some\s+|any\s+)?more\s*"
    r"(?:details?|information|info)?(?:\s+(?:about|on|of))?\s*(?P<what>it|this|that|them)?(?:\s+please)?\W*$"
    r"|^\W*(?:please\s+)?elaborate(?:\s+on\s+(?:it|this|that))?\W*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“(?P<line>[^“”]{12,})”")
_LONGEST = 300
"""A longer line is quoted by its beginning."""


@cache
def _ordinal() -> re.Pattern[str]:
    words = "|".join([*(word for pair in _ORDINALS for word in pair), *_LAST])
    return re.compile(
        rf"\b(?:the\s+)?(?P<word>{words})\s*(?P<noun>one|of (?:them|these|those)|\w+)?"
        r"(?P<tail>\s+(?:in|on|of|from) (?:the|that|this|your) list)?",
        re.IGNORECASE,
    )


def point(text: str, answers: Sequence[Sequence[str]]) -> str | None:
    """The question with the line it points at in quotation marks; None when it points at none.

    "The second workshop" may be anything's second workshop: it points at a line only where more is asked about it.

    Args:
        text: the question as asked.
        answers: the lines of each earlier answer, the last answer first.
    """
    if not answers:
        return None
    if match := _NUMBER.search(text):
        return _with(text, match, answers, int(match["number"]))
    if _THIS.match(text) and len(answers[0]) == 1:
        return f"Tell me more about {_quoted(answers[0][0])}."
    for match in _ordinal().finditer(text):
        if _points(text, match):
            word = match["word"].casefold()
            number = 0 if word in _LAST else next(at for at, pair in enumerate(_ORDINALS, 1) if word in pair)
            return _with(text, match, answers, number)
    return None


def another_of(text: str, last: str) -> str | None:
    """The question before with the number of which is asked now: "and the sixth, where …" after "the fifth Fair".

    None where the question names of what it asks for the sixth, or the one before counted nothing.
    """
    now, then = _counted_alone().search(text), _counted_thing().search(last)
    if not now or not then or now["word"].casefold() == then["word"].casefold():
        return None
    rest = f"{text[: now.start()]} {text[now.end() :]}"
    asks = _FIRST_ASKS.search(rest)
    if asks and _PLAIN_IT.search(rest, asks.start()):
        thing = f"the {now['word']}{last[then.end('word') : then.end()]}"
        asked = _PLAIN_IT.sub(thing, rest[asks.start() :].strip(), count=1)
        return f"{asked[0].upper()}{asked[1:]}"
    same = not asks or len(rest.split()) <= _FEW
    return f"{last[: then.start('word')]}{now['word']}{last[then.end('word') :]}" if same else None


_FIRST_ASKS = re.compile(r"\b(?:who|what|when|where|which|how)\b", re.IGNORECASE)
_PLAIN_IT = re.compile(r"\b(?:it|that|this|that\s+one|this\s+one)\b", re.IGNORECASE)
_FEW = 3


@cache
def _counted_alone() -> re.Pattern[str]:
    words = "|".join(word for pair in _ORDINALS for word in pair)
    return re.compile(
        rf"^\W*(?:and|but|what\s+about|how\s+about)\W+(?:the\s+)(?P<word>{words})(?:\s+one)?(?=\s*(?:[,;:?]|$))", re.I
    )


@cache
def _counted_thing() -> re.Pattern[str]:
    words = "|".join(word for pair in _ORDINALS for word in pair)
    return re.compile(rf"\bthe\s+(?P<word>{words})\s+(?P<noun>[^\W\d_]+(?:\s+of\s+the\s+[A-Z]\w+)?)", re.I)


def quoted_lines(answer: Mapping[str, Any]) -> list[str]:
    """The lines of an Answer object, each in the words of its first citation."""
    quotes = {citation["n"]: citation["quote"] for citation in answer["citations"]}
    return [quotes[claim["citations"][0]] for claim in answer["claims"] if claim["citations"]]


def listed_lines(markdown: str) -> list[str]:
    """The lines of an answer as a channel shows it: without date in front, emphasis and citation numbers."""
    lines = [line.strip() for line in re.sub(r"(?:\s*\[\d+\])+", "", markdown).splitlines() if line.strip()]
    listed = [line[2:] for line in lines if line.startswith(("- ", "* "))] or lines
    return [re.sub(r"^\*\*[^*]*\*\*:?\s*", "", line).replace("**", "") for line in listed]


def quoted_line(text: str) -> str | None:
    """The line that a question quotes, without the mark of having been cut."""
    match = _QUOTED.search(text)
    return match["line"].rstrip(" …") if match else None


def without_quotation(text: str) -> str:
    """A question without the line it quotes: how it is asked."""
    return _QUOTED.sub(" it ", text)


def _points(text: str, match: re.Match[str]) -> bool:
    noun = (match["noun"] or "").casefold()
    if match["tail"] or noun == "one" or noun.startswith("of "):
        return True
    if not noun:
        # "On the 3rd" asks for a day.
        day = match["word"][0].isdigit() and re.search(r"\bon\s+$", text[: match.start()], re.IGNORECASE)
        return not day and not re.search(r"\w", text[match.end() :])
    asks_more = re.search(r"\b(?:more|details?|elaborate|expand)\b", text, re.IGNORECASE) is not None
    return asks_more and stem(noun) in event_stems() | generic_event_stems()


def _with(text: str, match: re.Match[str], answers: Sequence[Sequence[str]], number: int) -> str | None:
    """Puts line ``number`` (0: the last one) of the last list that has it in the place of the words that point."""
    lists = [lines for lines in answers if len(lines) > 1] or list(answers[:1])
    lines = next((lines for lines in lists if number <= len(lines)), None)
    if not lines:
        return None
    return f"{text[: match.start()]}{_quoted(lines[number - 1])}{text[match.end() :]}".strip()


def _quoted(line: str) -> str:
    plain = " ".join(line.replace("“", "'").replace("”", "'").split())
    return f"“{plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"
