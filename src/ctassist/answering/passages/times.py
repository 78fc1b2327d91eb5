"""Whether a passage says when."""

import re
from functools import cache

from ctassist.extraction.vocabulary import months


@cache
def _time_words() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    days = "mon|tues|wednes|thurs|fri|satur|sun"
    return re.compile(
        rf"\d{{1,2}}:\d{{2}}|\b\d{{4}}\b|\b(?:{days})days?\b|\b\d{{1,2}}\s+(?:{names})\b"
        rf"|\b(?:in|each|every|until|since|from|by|to|last|next)\s+(?:{names})\b",
        re.I,
    )


def has_time(text: str) -> bool:
    """Tells whether a text states a time of day, a weekday, a day of a month or a year."""
    return _time_words().search(text) is not None
