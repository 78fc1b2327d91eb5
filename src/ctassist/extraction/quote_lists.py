"""Lists of what was said: lines with a name, a colon and words in quotation marks, below one heading.

There a family name alone says who speaks, where the document has it in full elsewhere: "Roe: “The tide is in” (5 May)".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.names import PARTICLES, WORD
from ctassist.extraction.places import place_of
from ctassist.extraction.speakers import address
from ctassist.model.records import Item, Statement
from ctassist.model.text import Span
from ctassist.model.time import Interval

_ALIKE = 2
"""So many lines of one heading are a list; one alone may be a motto."""
_FEWEST_WORDS = 3


def find_listed_quotes(text: str, items: Sequence[tuple[Item, Interval | None]]) -> Iterator[Statement]:
    """Yields the words of such lines whose name is a person's."""
    lines = [(item, time, match) for item, time in items if (match := _line().fullmatch(item.span.of(text)))]
    alike = Counter(item.section for item, _, _ in lines)
    for item, time, match in lines:
        quote = Span(item.span.start + match.start("quote"), item.span.start + match.end("quote"))
        if alike[item.section] < _ALIKE or len(quote.of(text).split()) < _FEWEST_WORDS:
            continue
        if _is_somebody(match["name"], text):
            organisation = match["organisation"]
            yield Statement(item.span, quote, match["name"], "said", None, organisation, time, item.section, item.page)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:{address()})?(?P<name>{WORD}(?:\s+{PARTICLES}{WORD}){{0,3}})(?:\s+\((?P<organisation>[A-Z][^()]{{1,60}})\))?:"
        r"\s+[“\"«„]\s*(?P<quote>[^“”\"«»„]+?)\s*[”\"»“](?:\s*\([^()]+\))?\W*"
    )


def _is_somebody(name: str, text: str) -> bool:
    """Tells whether a name is a person's, in full or as the last word of one that the document has in full."""
    if " " in name:
        return is_person(name) and not place_of(name)
    full = (match.group() for match in re.finditer(rf"(?<!\w){WORD}\s+{re.escape(name)}(?!\w)", text))
    return any(is_person(found) and not place_of(found) for found in full)
