"""Whether a question asks for whom somebody works."""

import re
from functools import cache

from ctassist.answering.terms import table


def asks_employer(question: str) -> bool:
    """Tells whether it asks for whom somebody works: neither a post nor a handle is an answer to that."""
    return _patterns().search(question) is not None


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(table("words")["employer_patterns"]), re.IGNORECASE)
