"""Titles with a rank before them: a Deputy Secretary-General is not the Secretary-General."""

import re

from ctassist.extraction.speakers import initials_of, office_pattern

_RANK = r"(?:deputy|vice|assistant|associate|under|sub|former|outgoing)"
_RANKED_BEFORE = re.compile(rf"\b{_RANK}[\s-]+$", re.IGNORECASE)


def without_lower_ranks(text: str, question: str) -> str:
    """The text without titles that are lower than the one asked for: "who is the SG" is not told by "Deputy SG Roe"."""
    for asked in office_pattern().finditer(question):
        if not _RANKED_BEFORE.search(question[: asked.start()]):
            initials = initials_of(asked.group())
            title = re.escape(asked.group()) + (rf"|{initials}" if len(initials) > 1 else "")
            text = re.sub(rf"\b{_RANK}[\s-]+(?:{title})(?![\w-])", " ", text, flags=re.IGNORECASE)
    return text
