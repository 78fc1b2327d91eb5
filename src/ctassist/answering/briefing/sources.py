"""Where a citation comes from, in words."""

import re

from ctassist.model.answer import Citation

_REFUSED = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 allows in no document, and the other control characters, which no reader can see."""


def origin(citation: Citation) -> str:
    """Title, period, headings and page: "Review · 2024-01 to 2024-02 · Key events · page 2"."""
    parts = [citation.title]
    if citation.period:
        parts.append(" to ".join(dict.fromkeys(citation.period)))
    parts += citation.section
    if citation.page:
        parts.append(f"page {citation.page}")
    return one_line(" · ".join(parts))


def marks(citations: tuple[int, ...]) -> str:
    """The markers of a line: "[1][3]"."""
    return "".join(f"[{n}]" for n in citations)


def one_line(text: str) -> str:
    """A text as one line of characters that can be seen and that XML allows."""
    return _REFUSED.sub("\ufffd", " ".join(text.split()))
