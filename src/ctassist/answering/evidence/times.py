"""Whether a passage says when, and a question asks at what time of day."""

import re
from datetime import date
from functools import cache

from ctassist.answering.terms import stems, table
from ctassist.extraction.dates import find_dates
from ctassist.extraction.vocabulary import alternatives, months
from ctassist.model.time import Interval


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
    """Tells whether a text states a time of day, a weekday, a day ("on the 15th"), a year, or "next week"."""
    return has_habitual_time(text) or _YEAR.search(text) is not None or _SOON.search(text) is not None


_SOON = re.compile(
    r"\b(?:by|at|before|until|till|from|towards?)\s+the\s+(?:end|beginning|start|middle)\s+of\s+(?:the|this|next)\s+"
    r"(?:week|month|quarter|year|season)\b|\b(?:next|later\s+this)\s+(?:week|month|quarter|year|season)\b|\btomorrow\b",
    re.IGNORECASE,
)


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
    r"\b(?:will|shall|won[’']t|going\s+to|imminent(?:ly)?|upcoming|forthcoming|approaching|nearing|coming\s+up|(?:draws|drawing|getting)\s+(?:near|close)|(?:a)?round\s+the\s+corner|soon|shortly|about\s+to|(?:days?|weeks?|months?)\s+away"
    r"|in\s+(?:a|one|two|three|four|five|six|\d+)\s+(?:days?|weeks?|months?)|(?:is|are)\s+(?:to\s+be|planned|scheduled|expected|due))\b",
    re.IGNORECASE,
)


def looks_ahead(text: str) -> bool:
    """Tells whether a text speaks of what is still to come: then the day on which it says so is not when that is."""
    return _AHEAD.search(text) is not None


_FORESEEN = "expected|planned|scheduled|due|supposed|slated|foreseen"
_ASKS_AHEAD = re.compile(
    rf"\bwhen\s+(?:will|shall|(?:is|are)\b[^?]{{2,80}}?\b(?:{_FORESEEN}|going|set|to\s+be))\b"
    rf"|\b(?:is|are)\b[^?]{{2,80}}?\b(?:{_FORESEEN})\s+to\b"
    rf"|\b(?:{_FORESEEN}|target|projected|estimated|anticipated|intended)\s+(?:[\w-]+\s+){{0,2}}?dates?\b",
    re.IGNORECASE,
)


_ASKS_LIMIT = re.compile(r"\b(?:until|till|by)\s+when\b|\bdeadline\b|\blast\s+day\b", re.IGNORECASE)


def asks_ahead(question: str) -> bool:
    """Tells whether a question asks when something will be, or ends: when that is said is neither."""
    return _ASKS_AHEAD.search(question) is not None or _ASKS_LIMIT.search(question) is not None


_EXACT_DAY = re.compile(
    r"\b(?:what|which)\s+(?:(?:exact|precise|calendar)\s+)?(?:dates?|days?)\b(?!\s+of\s+the\s+week\b)|\bexact\s+date\b",
    re.IGNORECASE,
)


def asks_exact_day(question: str) -> bool:
    """Tells whether a question asks for the date, which no week of an issue is: "on what date does it start"."""
    return _EXACT_DAY.search(question) is not None


_MOVED = (
    r"(?:moved|shifted|rescheduled|changed|postponed|extended|prolonged|delayed|deferred|slip(?:ped)?"
    r"|pushed(?:\s+(?:back|off|out))?)"
)
_TO_WHEN = re.compile(
    rf"\b(?:to|until|till|for)\s+(?:when|(?:what|which)\s+(?:day|date|week|month))\b[^?]*\b{_MOVED}\b"
    rf"|\bwhen\b[^?]*\b{_MOVED}\s+(?:to|until|till|for)\W*$|\bnew\s+date\b",
    re.IGNORECASE,
)
_MOVES = re.compile(rf"\b{_MOVED}\b", re.IGNORECASE)


def asks_new_date(question: str) -> bool:
    """Tells whether a question asks for the day to which something was moved: the day of moving it is none."""
    return _TO_WHEN.search(question) is not None


def tells_of_move(text: str) -> bool:
    """Tells whether a text says that something was moved to another time."""
    return _MOVES.search(text) is not None


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


_ASKS_LAST_DAY = re.compile(
    r"\bdeadlines?\b|\b(?:close|end|finish|expire)\W*$|\bclosing date\b|\bdue date\b|\buntil when\b", re.IGNORECASE
)


_ANY_YEAR = Interval(date(2024, 1, 1), date(2024, 12, 31))


def _tells_day(text: str) -> bool:
    """Tells whether a text has a date, with a year or, as issues write of their own time, without one."""
    return bool(find_dates(text, _ANY_YEAR, casual=True)) or has_habitual_time(text)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('lists')['deadlines'])})\b[^.;]{{0,60}}\d", re.IGNORECASE)


def deadline_words(text: str, question: str) -> frozenset[str]:
    """The stems of the words by which a question asks for a last day, if a text tells one in whatever words."""
    tells = _ASKS_LAST_DAY.search(question) and (_DEADLINE.search(text) or _ends().search(text))
    return stems("deadline close closing due date until") if tells and _tells_day(text) else frozenset()


_LAST_DAY_ALONE = re.compile(
    r"\W*(?:(?:the|new|next|final|extended)\s+)*(?:deadline|(?:closing|due|cut-?off)\s+date|last\s+(?:day|date))\b[^.;]*\W*",
    re.IGNORECASE,
)


def tells_last_day_alone(text: str) -> bool:
    """Tells whether a line says until when something is open, and nothing else: "Deadline for entries: 4 May"."""
    return _LAST_DAY_ALONE.fullmatch(text) is not None


_ASKS_NEW_DATE = re.compile(
    r"\b(?:(?:was|were|is|has|have|had|been|being|got)\s+(?:[\w’'-]+\s+){0,6}?)(?P<deed>moved|shifted|rescheduled|changed)\b",
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
    clauses = _CLAUSES.split(text)
    if len(clauses) > 1 and any(_tells_day(clause) and not _DEADLINE.search(clause) for clause in clauses):
        return False  # "The Assembly moved to 9 May, which means that the deadline is on Friday."
    said = _AFTER_LABEL.search(text)
    named = stems(said["what"]) if said else frozenset[str]()
    done = _DONE.search(question)
    same = done is not None and stems(done["deed"]) <= named <= stems(question)
    steps = _STEPS.split(said["what"]) if said and _MILESTONE.search(text) else []
    same = same or any((step := stems(words)) and step <= stems(question) for words in steps)
    return len(list(find_dates(text))) < 2 and not same


_MILESTONE = re.compile(r"\b(?:next|upcoming|coming|following)\s+deadlines?\b[*_]*:", re.IGNORECASE)
"""Schedules call each next step so: "Next deadline: Harvest complete, 3 May" tells when that step is."""
_STEPS = re.compile(r"\s*[/;]\s*")
_CLAUSES = re.compile(r",\s+(?=(?:which|while|whereas|but|though|although|so)\b)", re.IGNORECASE)
_DONE = re.compile(r"\bwhen\s+(?:do|does|did|will|shall)\b.*\b(?P<deed>[a-z]{3,})\W*$", re.IGNORECASE)
"""Asks when something happens that a verb tells: "when does the harvest begin"."""

_AFTER_LABEL = re.compile(
    rf"\bdeadlines?[*_]*:[*_]*\s*(?P<what>[^,;:()]*?)[*_\s]*[,;:(–—][\s*_]*"
    rf"(?:(?:on|by)\s+)?(?=\d|{alternatives(months())})",
    re.IGNORECASE,
)
"""What a label says has its last day, in front of the day."""
