"""Whether a passage says when, and a question asks at what time of day."""

import re
from functools import cache

from ctassist.answering.terms import stems, table
from ctassist.extraction.dates import find_dates
from ctassist.extraction.vocabulary import alternatives, months


@cache
def _time_words() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    days = "mon|tues|wednes|thurs|fri|satur|sun"
    return re.compile(
        rf"\d{{1,2}}:\d{{2}}|\b(?:{days})days?\b|\b\d{{1,2}}\s+(?:{names})\b"
        rf"|\b(?:in|each|every|until|since|from|by|to|last|next)\s+(?:{names})\b"
        r"|\b(?:on|by|until|before|from|since)\s+the\s+(?:[12]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th|31st)(?=\s*(?:[.,;:)]|$|and\b))",
        re.I,
    )


def has_time(text: str) -> bool:
    """Tells whether a text states a time of day, a weekday, a day of a month ("on the 15th") or a year."""
    return has_habitual_time(text) or _YEAR.search(text) is not None


def has_habitual_time(text: str) -> bool:
    """Tells whether a text states a time of day, a weekday, or a day or a name of a month."""
    return _time_words().search(text) is not None


_YEAR = re.compile(r"\b\d{4}\b")
_HABIT = re.compile(
    r"\bwhen\s+(?:and\s+where\s+)?(?:do|does)\s+[^?]{2,100}?\s"
    r"(?:meet|gather|convene|assemble|sit|take\s+place|happen|(?:get|come)\s+together|hold\s+[^?]*\b(?:meetings?|calls?|sessions?))\b",
    re.IGNORECASE,
)


def asks_habit(question: str) -> bool:
    """Tells whether a question asks when something happens again and again, which a year is no answer to."""
    return _HABIT.search(question) is not None


_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|going\s+to|imminent(?:ly)?|upcoming|forthcoming|soon|shortly|about\s+to|(?:days?|weeks?|months?)\s+away"
    r"|in\s+(?:a|one|two|three|four|five|six|\d+)\s+(?:days?|weeks?|months?)|(?:is|are)\s+(?:to\s+be|planned|scheduled|expected|due))\b",
    re.IGNORECASE,
)


def looks_ahead(text: str) -> bool:
    """Tells whether a text speaks of what is still to come: then the day on which it says so is not when that is."""
    return _AHEAD.search(text) is not None


_EXACT_DAY = re.compile(
    r"\b(?:what|which)\s+(?:(?:exact|precise|calendar)\s+)?(?:dates?|days?)\b(?!\s+of\s+the\s+week\b)|\bexact\s+date\b",
    re.IGNORECASE,
)


def asks_exact_day(question: str) -> bool:
    """Tells whether a question asks for the date, which no week of an issue is: "on what date does it start"."""
    return _EXACT_DAY.search(question) is not None


_TIME_OF_DAY = re.compile(
    r"\b(?:what|which)\s+(?:time|hour)\b(?!\s+of\s+(?:the\s+)?(?:year|month|week)\b)", re.IGNORECASE
)
_HOUR = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*(?:[ap]\.?m\b|o[’']clock\b|h(?:ours|rs)?\b|UTC\b|GMT\b)"
    r"|\b\d{4}\s*(?:hours|hrs|UTC|GMT)\b|\b(?:noon|midnight|midday)\b",
    re.IGNORECASE,
)


def asks_hour(question: str) -> bool:
    """Tells whether a question asks for a time of day."""
    return _TIME_OF_DAY.search(question) is not None


def tells_hour(text: str) -> bool:
    """Tells whether a text has a time of day."""
    return _HOUR.search(text) is not None


_DEADLINE = re.compile(r"\bdeadlines?\b|\bclos(?:es|ing date)\b|\bdue date\b", re.IGNORECASE)
_LAST_DAY = stems(
    "deadline close closing due submit submission apply application register registration enter entry propose proposal"
    " abstract book booking nominate nomination until till last latest end send freeze cutoff expire expiry expiration"
)


_ASKS_LAST_DAY = re.compile(r"\bdeadlines?\b|\bclose\W*$|\bclosing date\b|\bdue date\b|\buntil when\b", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('lists')['deadlines'])})\b[^.;]{{0,60}}\d", re.IGNORECASE)


def deadline_words(text: str, question: str) -> frozenset[str]:
    """The stems of the words by which a question asks for a last day, if a text tells one in whatever words."""
    tells = _ASKS_LAST_DAY.search(question) and (_DEADLINE.search(text) or _ends().search(text))
    return stems("deadline close closing due date until") if tells and find_dates(text, casual=True) else frozenset()


_LAST_DAY_ALONE = re.compile(
    r"\W*(?:(?:the|new|next|final|extended)\s+)*(?:deadline|(?:closing|due|cut-?off)\s+date|last\s+(?:day|date))\b[^.;]*\W*",
    re.IGNORECASE,
)


def tells_last_day_alone(text: str) -> bool:
    """Tells whether a line says until when something is open, and nothing else: "Deadline for entries: 4 May"."""
    return _LAST_DAY_ALONE.fullmatch(text) is not None


_ASKS_NEW_DATE = re.compile(
    r"\b(?:(?:was|were|is|has|have|had|been|being|got)\s+(?:[\w-]+\s+){0,6}?)(?P<deed>moved|shifted|rescheduled|changed)\b",
    re.IGNORECASE,
)


@cache
def _new_date() -> re.Pattern[str]:
    day = rf"(?:[a-z]+day,?\s+)?(?:the\s+)?(?:\d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th)\b|(?:{alternatives(months())})\b)"
    return re.compile(
        r"\b(?:moved|shifted|rescheduled|changed|postponed|extended|prolonged|delayed|deferred"
        r"|(?:pushed|moved|put)\s+(?:back|off|out)|(?:moved|brought|pulled)\s+forward)\s+"
        rf"(?:from\s+{day}[^.;]{{0,40}}?\s)?(?:to|until|till)\s+{day}",
        re.IGNORECASE,
    )


def moved_words(text: str, question: str) -> frozenset[str]:
    """The stem of the word by which a question asks for the new date of something, if a text tells one in any words.

    What was extended from one day to another, postponed or brought forward, was moved.
    """
    asked = _ASKS_NEW_DATE.search(question)
    return stems(asked["deed"]) if asked and _new_date().search(text) else frozenset()


def is_another_deadline(text: str, question: str) -> bool:
    """Tells whether a line only says until when one may hand in something for what is asked about.

    "Deadline: proposals for the Assembly, 3 May" does not say when, or where, the Assembly is; "Next deadline: harvest
    begins, 3 May" does say when the harvest begins.
    """
    if not _DEADLINE.search(text) or stems(question) & _LAST_DAY:
        return False
    said = _AFTER_LABEL.search(text)
    named = stems(said["what"]) if said else frozenset[str]()
    done = _DONE.search(question)
    same = done is not None and stems(done["deed"]) <= named <= stems(question)
    return len(list(find_dates(text))) < 2 and not same


_DONE = re.compile(r"\bwhen\s+(?:do|does|did|will|shall)\b.*\b(?P<deed>[a-z]{3,})\W*$", re.IGNORECASE)
"""Asks when something happens that a verb tells: "when does the harvest begin"."""

_AFTER_LABEL = re.compile(
    rf"\bdeadlines?[*_]*:[*_]*\s*(?P<what>[^,;:()]*?)[*_\s]*[,;:(–—][\s*_]*"
    rf"(?:(?:on|by)\s+)?(?=\d|{alternatives(months())})",
    re.IGNORECASE,
)
"""What a label says has its last day, in front of the day."""
