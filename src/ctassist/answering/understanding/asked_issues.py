"""The issues that a question names: by their number, by their place in order, by their time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ctassist.answering.understanding.relative_times import BARE_YEAR, NUMBERS, spanning, twelve_months
from ctassist.extraction.dates import FoundDate, find_dates
from ctassist.extraction.vocabulary import months
from ctassist.model.archive import Document
from ctassist.model.text import Span
from ctassist.model.time import Interval, Period, Precision

_ISSUE = re.compile(
    r"\b(?:in |of |from )?(?:the |this )?(?P<which>latest|last|newest|most recent|current|previous|first|oldest"
    r"|earliest)\s+(?:\w+\s+)?(?P<noun>issue|review|newsletter|edition|report|bulletin|gazette|magazine"
    r"|(?P<own>digest|letter|chronicle|journal|circular|dispatch|courier|monitor))\b",
    re.IGNORECASE,
)
"""Which issue is meant; ``own`` is what only the issues of some archives are called."""
_AND_ISSUE = re.compile(
    r"\b(?:and|with|to)\s+(?:the |that )?(?P<which>latest|last|newest|previous|first|oldest|earliest)(?:\s+one)?"
    r"(?=\s+(?:of|in|from|for)\s)",
    re.IGNORECASE,
)
"""The second of two issues, whose noun the first has: "between the last issue of 2027 and the first of 2028"."""
ISSUES = re.compile(
    r"\b(?:in |of |from |between |over |across )?(?:the )?(?:(?P<which>latest|last|newest|most recent|previous|first"
    r"|oldest|earliest) (?P<count>two|three|four|five|six|\d{1,2})|(?P<counted>two|three|four|five|six|\d{1,2})"
    r" (?P<end>latest|last|newest|most recent|first|oldest|earliest))"
    r"\s+(?:issues|reviews|newsletters|editions|reports|bulletins|gazettes|magazines)\b",
    re.IGNORECASE,
)
FIRST_TO_LAST = re.compile(
    r"\b(?:from\s+)?(?:the\s+)?(?:very\s+)?(?:first|earliest|oldest)\s+(?:issue|review|newsletter|edition|report|bulletin|gazette|magazine|one)?\s*"
    r"(?:\([^()]*\)\s*)?(?:(?P<both>and)|to|until|till|up to|through|-|–)\s+(?:in\s+)?(?:the\s+)?(?:very\s+)?"
    r"(?:last|latest|newest|most recent)\b(?!\s+(?:day|date|week|month|year|time)s?\b)"
    r"(?:\s+(?:issue|review|newsletter|edition|report|bulletin|gazette|magazine|one))?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:(?:issue|edition|newsletter|weekly|monthly|bulletin|review|letter|circular)\s+)?"
    r"(?:issue|number|no\.|nr\.|edition|newsletter|weekly|monthly|bulletin)\s*#?\s*"
    r"|#)(?P<number>\d{1,3})\b(?!\s*(?:(?:st|nd|rd|th)\b|\d|[A-Z][a-z]+ \d))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeScope:
    """The days asked about, the words that say so, and the documents meant where an issue is named."""

    interval: Interval | None = None
    spans: tuple[Span, ...] = ()
    document_ids: frozenset[str] | None = None
    times: tuple[Interval, ...] = ()
    """Each time that is named, in the order of the text."""


def numbered_issue(text: str, documents: Sequence[Document]) -> TimeScope | None:
    """The issue whose title bears the number asked for: "issue 25", "#23"."""
    matches = list(_NUMBERED.finditer(text)) or _titled(text, documents)
    meant = [d for match in matches for d in documents if _bears(match["number"], d)]
    if not meant:
        return None
    times = tuple(d.period.interval for d in meant if d.period) if len(matches) > 1 else ()
    spans = tuple(_with_apposition(text, Span(*match.span())) for match in matches)
    return TimeScope(None, spans, frozenset(d.id for d in meant), times)


_OPENS = re.compile(r"\s*[,(–—-]?\s*$")


def _with_apposition(text: str, number: Span) -> Span:
    """A number with the words before it that name the same issue: "the first issue of 2022 (No. 11)"."""
    year = r"(?:\s+(?:of|in|from|for)\s+(?:the\s+year\s+)?(?:19|20)\d\d)?"
    for match in issue_words(text):
        behind = re.compile(year).match(text, match.end())
        end = behind.end() if behind else match.end()
        if end <= number.start and _OPENS.fullmatch(text, end, number.start):
            closing = re.compile(r"\s*\)").match(text, number.end) if "(" in text[end : number.start] else None
            return Span(match.start(), closing.end() if closing else number.end)
    return number


def _titled(text: str, documents: Sequence[Document]) -> list[re.Match[str]]:
    """The names of issues that a text has with their numbers: "Seed Post 45", as the titles begin."""
    names = {name["name"] for document in documents if (name := _TITLE.match(document.title))}
    # "Meeting of May 4" is of a day, and has no number.
    names = {name for name in names if name.split()[-1].casefold() not in months()}
    if not names:
        return []
    series = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return list(
        re.finditer(rf"\b(?:the\s+)?(?:{series})\s+(?:no\.?\s*|#)?(?P<number>\d{{1,3}})\b(?![.,]\d)", text, re.I)
    )


_TITLE = re.compile(r"(?P<name>[^\W\d_][^\d:|–—]*?[^\W\d_])\s+(?:no\.?\s*|#)?\d{1,3}(?!\w|[.,]\d)")


def _bears(number: str, document: Document) -> bool:
    """Tells whether an issue has a number: as it says itself, else in its title beside the day or month there."""
    if document.number is not None and document.number.isdigit():
        return int(document.number) == int(number)
    title = document.title
    for found in reversed(find_dates(title)):
        title = title[: found.span.start] + title[found.span.end :]
    return re.search(rf"(?<!\d){number}(?!\d)", title) is not None


def of_time(text: str, issue: Span, as_of: date) -> tuple[Interval | None, Span]:
    """The month or year right behind an issue ("the first issue of May 2024"), and the words of both."""
    lead = re.match(r"\s+(?:of|in|from|for)\s+", text[issue.end :], re.IGNORECASE)
    if not lead:
        return None, issue
    rest = text[issue.end + lead.end() :]
    dated = [found for found in find_dates(rest, twelve_months(as_of), casual=True) if found.span.start == 0]
    year = BARE_YEAR.match(rest)
    if not dated and year:
        number = int(year.group(1))
        dated = [FoundDate(Span(*year.span()), Interval(date(number, 1, 1), date(number, 12, 31), Precision.YEAR))]
    if not dated:
        return None, issue
    return dated[0].interval, Span(issue.start, issue.end + lead.end() + dated[0].span.end)


def issue_words(text: str, documents: Sequence[Document] = ()) -> list[re.Match[str]]:
    """The words for single issues, in order; a second one may leave the noun out."""
    found = [match for match in _ISSUE.finditer(text) if not match["own"] or called(match["own"], documents)]
    return found + list(_AND_ISSUE.finditer(text, found[-1].end())) if found else []


def called(noun: str, documents: Sequence[Document]) -> Sequence[Document]:
    """The documents whose title, or else name, has a word for issues: "the first digest" is none of the letters."""
    word = re.compile(rf"(?<![^\W_]){re.escape(noun)}(?![^\W_])", re.IGNORECASE)
    return [d for d in documents if word.search(d.title)] or [d for d in documents if word.search(d.name)]


def ended_within(documents: Sequence[Document], within: Interval | None) -> Sequence[Document]:
    """The issues whose last day lies within a time; all without one."""
    return [d for d in documents if within is None or (d.period is not None and within.contains(d.period.end))]


def issues_in_order(documents: Sequence[Document], as_of: date) -> list[Period]:
    """The periods of the issues up to a day, the oldest first."""
    return [period for period, _ in _dated(documents, as_of)]


def _dated(documents: Sequence[Document], as_of: date) -> list[tuple[Period, str]]:
    """The issues up to a day, the oldest first: their periods and ids."""
    dated = [(d.period, d.id) for d in documents if d.period and d.period.end <= as_of]
    return sorted(dated, key=lambda issue: (issue[0].end, issue[0].start))


def several_issues(match: re.Match[str], as_of: date, documents: Sequence[Document]) -> TimeScope | None:
    """The issues meant by "the last two issues", the oldest first; None where there are fewer.

    A review of a year beside those of two months is not one of them.
    """
    word = (match["count"] or match["counted"]).casefold()
    count = int(word) if word.isdigit() else NUMBERS[word]
    dated = _dated(documents, as_of)
    longest = 2 * (dated[-1][0].end - dated[-1][0].start) if dated else timedelta()
    dated = [(period, id_) for period, id_ in dated if period.end - period.start <= longest]
    if not 1 < count <= len(dated):
        return None
    first = (match["which"] or match["end"]).casefold() in ("first", "oldest", "earliest")
    chosen = dated[:count] if first else dated[-count:]
    times = tuple(Interval(period.start, period.end, Precision.ISSUE) for period, _ in chosen)
    return TimeScope(spanning(times), (Span(*match.span()),), frozenset(id_ for _, id_ in chosen), times)


def issue_in_order(
    match: re.Match[str], as_of: date, documents: Sequence[Document]
) -> tuple[Interval, frozenset[str]] | None:
    """The time and the ids of the issue that a match of its place in order names; None without dated issues."""
    own = match.groupdict().get("own")
    dated = _dated(called(own, documents) if own else documents, as_of)
    if not dated:
        return None
    which = match["which"].casefold()
    position = {"first": 0, "oldest": 0, "earliest": 0, "previous": -2}.get(which, -1)
    period, id_ = dated[max(position, -len(dated))]
    return Interval(period.start, period.end, Precision.ISSUE), frozenset([id_])
