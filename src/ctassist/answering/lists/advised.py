"""Lines that advise readers who have a thing: "what does the newsletter advise people who use resin?"."""

import re
from collections.abc import Callable

from ctassist.answering.evidence.frames import addresses_reader
from ctassist.answering.lists.rows import Row
from ctassist.answering.lists.subjects import LOOSE_END, PUBLISHED
from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.question import Question

_ADVISED = re.compile(
    rf"\bwhat\s+(?:does|did|do|is|was|were|are)\s+(?:the|this|our|these)\s+(?:\w+\s+)?{PUBLISHED}\s+(?:advise|recommend|suggest|tell|advising|recommending)\s+"
    r"(?:to\s+)?(?:the\s+)?(?:(?:people|those|anyone|anybody|everyone|everybody|users|readers)\s+(?:who\s+|that\s+|still\s+)*(?:use|uses|using|run|runs|running|have|has|of|with|on)"
    r"|users\s+of)\s+(?:the\s+)?(?P<what>[\w.+/-]+(?:\s+(?!(?:regarding|about|concerning|on|in|for|to|with)\b)[\w.+/-]+){0,2})"
    r"(?:\s+(?:to\s+do|regarding|about|concerning|on|in|for|with)\b(?P<rest>[^?]*))?\W*$",
    re.IGNORECASE,
)
"""Asks what an issue advises those who have something to do."""


def of_advice(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that speak to readers who have a thing, of what else is asked beside it."""
    match = _ADVISED.search(LOOSE_END.sub("", " ".join((question.timeless or question.text).rstrip(" ?.!").split())))
    if match is None:
        return None
    plain = light_stems() | stems(" ".join(function_words()))
    named = frozenset(token.stem for token in content(match["what"])) - plain
    rest = frozenset(token.stem for token in content(match["rest"] or "")) - plain - named
    if not named:
        return None
    return lambda row: (
        named <= stems(row.entry.text)
        and addresses_reader(row.entry.text)
        and rest <= stems(row.entry.text) | row.above | row.introduced
    )
