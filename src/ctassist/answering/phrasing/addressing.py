"""Names without the way people are addressed: "Ms. Roe" is Roe, whatever the archive writes before the name."""

import re
from functools import cache

from ctassist.answering.terms import table
from ctassist.answering.understanding.catalog import Catalog
from ctassist.extraction.places import find_places
from ctassist.extraction.vocabulary import alternatives
from ctassist.extraction.vocabulary import table as extraction_table

_CASUAL = r"(?:mr|ms|mrs|dr|mme|prof)"
"""These are told from other words without a capital, too."""


@cache
def _address() -> re.Pattern[str]:
    forms = alternatives([*extraction_table("people")["honorifics"], *table("words")["honorifics"]])
    return re.compile(
        rf"(?<![\w&.-])(?:(?:(?=[^\W\d_a-z])(?i:{forms})|{_CASUAL})\.?(?:\s+|-(?=[^\W\d_a-z])))+(?=[^\W\d_a-z][\w’'-]+)"
    )


def unaddressed(text: str, catalog: Catalog) -> str:
    """Returns a question with its people's names alone; what is part of a name of the archive, or a place's, stays."""
    named = [found.span for found in catalog.find_entities(text)]
    named += [found.span for found in find_places(text) if _address().match(text, found.span.start)]

    def plain(match: re.Match[str]) -> str:
        inside = any(span.start < match.end() and match.start() < span.end for span in named)
        return match.group() if inside else ""

    return _address().sub(plain, text)
