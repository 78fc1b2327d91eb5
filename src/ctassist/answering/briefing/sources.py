"""Where a citation comes from, in words."""

import re

from ctassist.model.answer import Citation

_REFUSED = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 allows in no document, and the other control characters, which no reader can see."""


def origin(citation: Citation) -> str:
    """Where it is, on one line of characters that can be seen."""
    return one_line(citation.origin)


def marks(citations: tuple[int, ...]) -> str:
    """The markers of a line: "[1][3]"."""
    return "".join(f"[{n}]" for n in citations)


def one_line(text: str) -> str:
    """A text as one line of characters that can be seen and that XML allows."""
    return _REFUSED.sub("\ufffd", " ".join(text.split()))
