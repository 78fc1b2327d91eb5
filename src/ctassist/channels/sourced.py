"""An answer as one Markdown text, for places that show nothing but text: its words, then its numbered sources."""

import re
from collections.abc import Iterator

from ctassist.model.answer import Answer, Citation
from ctassist.service.transcript import plain

_RULE = "\n\n---\n\n"
_OPENS = re.compile(r"^(\d*)([-+>#=~|:.)])")
"""What a line of Markdown would begin a list, a heading or the like with: a title may be "- 2031 -"."""
_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")


def sourced(answer: Answer, base: str) -> str:
    """Returns the answer's text with its sources below a rule.

    Args:
        answer: the answer; its citations' addresses are relative to the service.
        base: the address under which people reach the service; without one, sources are no links, as a link that
            leads nowhere is worse than none.
    """
    if not answer.citations:
        return answer.answer
    return answer.answer + _RULE + "\n".join(source(citation, base) for citation in answer.citations)


def unsourced(text: str) -> str:
    """Returns the answer's text of what ``sourced`` made; other text as it is."""
    said, rule, sources = text.rpartition(_RULE)
    return said if rule and sources.startswith("1. ") else text


def source(citation: Citation, base: str) -> str:
    """Returns one numbered source: where it stands, and its words."""
    where = _OPENS.sub(r"\1\\\2", plain(citation.origin))
    shown = f"[{where}]({base}{citation.url})" if base else where
    return f"{citation.n}. {shown}: “{plain(citation.quote)}”"


def markers(answer: Answer) -> Iterator[tuple[int, int, Citation]]:
    """Yields each ``[n]`` of the answer's text: where it begins, where it has ended, and what it cites."""
    cited = {citation.n: citation for citation in answer.citations}
    for found in _MARKER.finditer(answer.answer):
        if int(found[1]) in cited:
            yield found.start(), found.end(), cited[int(found[1])]
