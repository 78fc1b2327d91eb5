"""The time a question asks about: dates, "since", "before", "between", "last year", "the latest issue"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from rapidfuzz.distance import OSA

from ctassist.answering.terms import is_english
from ctassist.answering.understanding.asked_issues import (
    FIRST_TO_LAST,
    ISSUES,
    TimeScope,
    ended_within,
    issue_in_order,
    issue_words,
    issues_in_order,
    numbered_issue,
    of_time,
    several_issues,
)
from ctassist.answering.understanding.issue_days import as_issue, with_days_of_issues
from ctassist.answering.understanding.issue_kinds import find_kind_of_issue
from ctassist.answering.understanding.relative_times import BARE_YEAR, RELATIVE, relative_time, spanning, twelve_months
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY
from ctassist.extraction.dates import FoundDate, find_dates
from ctassist.extraction.vocabulary import months
from ctassist.model.archive import Document
from ctassist.model.text import Span
from ctassist.model.time import Interval, Precision

_YEARS = re.compile(r"(?<![\w-])((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)\d\d)(?![\w-])")
_AGAINST_NOW = re.compile(
    r"\b(?:versus|vs\.?|compared (?:to|with)|as against|and|then and)\s+"
    r"(?P<now>now|today|at present|the present|currently)\b",
    re.IGNORECASE,
)
_FRAME_BEFORE = re.compile(
    r"(?:\baccording to\s+)?(?:\b(?:as of|as at|back in|back on|at|by)\s+)?(?:\bthe\s+)?(?:(?:very\s+)?(?:end"
    r"|beginning|start|close|middle)\s+of\s+(?:the\s+)?)?(?:\b(?:week|month|year|issue|edition|newsletter|review"
    r"|report)\s+"
    r"(?:ending|ended|of|beginning|starting|dated|for|from)\s+(?:the\s+)?)*(?:\bon\s+)?(?:\b(?:early|mid|late)[\s-]+)?$",
    re.IGNORECASE,
)
_FRAME_AFTER = re.compile(r"\s+(?:issue|edition|newsletter|review|bulletin)s?\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|from|after|following|starting(?: in| from)?|beginning(?: in)?|as from"
    r"|later than)\s+(?:the\s+)?(?:(?:end|beginning|start)\s+of\s+)?(?:about\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following|later than)\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:before|until|till|up to|prior to|by|earlier than|through)\s+(?:the\s+)?(?:(?:end|close|beginning"
    r"|start)\s+of\s+)?$",
    re.IGNORECASE,
)
_STRICTLY_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)\s+", re.IGNORECASE)
_PART = r"(?:(?:end|beginning|start|close|middle)\s+of\s+)"


def find_time(text: str, as_of: date, documents: Sequence[Document], reference: Interval | None = None) -> TimeScope:
    """Finds the time a question asks about.

    Args:
        text: the question.
        as_of: the day on which it is asked, for "last year" and for months without a year: the most recent such month.
        documents: the readable documents, for "the latest issue".
        reference: the time of the question before, which a month without a year in a follow-up lies next to.
    """
    if (match := FIRST_TO_LAST.search(text)) and (dated := issues_in_order(documents, as_of)):
        whole = Interval(min(p.start for p in dated), dated[-1].end, Precision.RANGE)
        ends = tuple(Interval(p.start, p.end, Precision.ISSUE) for p in (dated[0], dated[-1]))
        return TimeScope(whole, (Span(*match.span()),), times=ends if match["both"] else (whole,))
    if kind := find_kind_of_issue(text, documents):
        return TimeScope(None, (kind[0],), kind[1])
    if numbered := numbered_issue(text, documents):
        return numbered
    if (match := ISSUES.search(text)) and (several := several_issues(match, as_of, documents)):
        return several
    if issues := [
        (span, named)
        for match in issue_words(text, documents)
        for within, span in [of_time(text, Span(*match.span()), as_of)]
        if (named := issue_in_order(match, as_of, ended_within(documents, within))) is not None
    ]:
        if len(issues) == 1 and (scope := _since_first(text, *issues[0])):
            return scope
        spans, times = tuple(span for span, _ in issues), tuple(named[0] for _, named in issues)
        return TimeScope(spanning(times), spans, frozenset().union(*(named[1] for _, named in issues)), times)
    if reference and (that_year := _year_before(text, reference)):
        return that_year
    found = find_dates(text, reference or twelve_months(as_of), casual=True)
    found = [part for date_ in found if not _is_may(text, date_) for part in _apart(text, date_)]
    for match in _YEARS.finditer(text):
        if not any(date_.span.start < match.end() and match.start() < date_.span.end for date_ in found):
            first, last = date(int(match.group(1)), 1, 1), date(int(match.group(2)), 12, 31)
            found += [FoundDate(Span(*match.span()), Interval(first, last, Precision.RANGE))] if first < last else []
    for match in BARE_YEAR.finditer(text):
        if not any(date_.span.start < match.end() and match.start() < date_.span.end for date_ in found):
            year = int(match.group(1))
            found.append(FoundDate(Span(*match.span()), Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)))
    relative = [FoundDate(Span(*match.span()), relative_time(match, as_of)) for match in RELATIVE.finditer(text)]
    if len(relative) == 1 and relative[0].interval.precision is Precision.YEAR and found:
        # "May this year": the month lies in that year.
        found = [date_ for date_ in find_dates(text, relative[0].interval, casual=True) if not _is_may(text, date_)]
        span = Span(found[0].span.start, max(found[-1].span.end, relative[0].span.end))
        return TimeScope(
            Interval(found[0].interval.start, found[-1].interval.end, found[0].interval.precision), (span,)
        )
    found += relative
    if found and (match := _AGAINST_NOW.search(text)) and (dated := issues_in_order(documents, as_of)):
        found.append(FoundDate(Span(*match.span("now")), Interval(dated[-1].start, dated[-1].end, Precision.ISSUE)))
    if not found:
        return TimeScope()
    found = with_days_of_issues(text, found, documents)
    found.sort(key=lambda date_: date_.span.start)
    stated, found = _within(text, found)
    scope = _combine(text, found)
    if stated and scope.interval:
        start, end = max(scope.interval.start, stated.interval.start), min(scope.interval.end, stated.interval.end)
        interval = replace(scope.interval, start=start, end=end) if start <= end else scope.interval
        spans = tuple(sorted((*scope.spans, stated.span), key=lambda span: span.start))
        scope = replace(scope, interval=interval, spans=spans)
    return replace(
        scope,
        interval=as_issue(scope.interval, documents) if scope.interval else None,
        spans=tuple(_with_frame(text, span) for span in scope.spans),
        times=tuple(as_issue(date_.interval, documents) for date_ in found),
    )


_THAT_YEAR = re.compile(
    r"\b(?:(?:in|of|during|for)\s+)?(?:(?:that|the)\s+(?:very\s+)?same\s+year|that\s+year(?!\s+(?:before|after))"
    r"|the\s+(?P<next>following\s+year|year\s+(?:after|thereafter)(?:\s+that)?)|the\s+(?P<last>year\s+before(?:\s+that)?))(?!\s+\w+ed\b)\b",
    re.IGNORECASE,
)


def _year_before(text: str, reference: Interval) -> TimeScope | None:
    """The year of the time before, or the one beside it, or months in it: "and in November of that year?"."""
    said = _THAT_YEAR.search(text)
    if not said or reference.start.year != reference.end.year or BARE_YEAR.search(text):
        return None
    year = reference.start.year + (1 if said["next"] else -1 if said["last"] else 0)
    whole = Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    parts = [found for found in find_dates(text, whole, casual=True) if not _is_may(text, found)]
    times = tuple(part.interval for part in parts)
    spans = sorted((*(part.span for part in parts), Span(*said.span())), key=lambda span: span.start)
    return TimeScope(spanning(times) if times else whole, tuple(spans), times=times or (whole,))


def _since_first(text: str, span: Span, named: tuple[Interval, frozenset[str]]) -> TimeScope | None:
    """All that came since the first issue, which is not that issue alone; None for another issue."""
    lead = _SINCE.search(text[: span.start])
    if not lead or not _FIRST.search(span.of(text)):
        return None
    words = (Span(lead.start(), span.end),)
    return TimeScope(Interval(named[0].start, LAST_DAY, Precision.RANGE), words, times=(named[0],))


_FIRST = re.compile(r"\b(?:first|oldest|earliest)\b", re.IGNORECASE)


def _within(text: str, found: list[FoundDate]) -> tuple[FoundDate | None, list[FoundDate]]:
    """The year (or half, quarter, season) that a question states apart from months without one, and those months in it.

    "In 2022, what took place between March and May?", "in autumn 2022, from September to November".
    """
    wholes = [date_ for date_ in found if _YEAR_SAID.search(date_.span.of(text)) and date_.interval.months > 1]
    parts = [date_ for date_ in found if not _YEAR_SAID.search(date_.span.of(text))]
    if len(wholes) != 1 or not parts or len(parts) + 1 != len(found):
        return None, found
    whole = wholes[0]
    around = text[: whole.span.start], text[whole.span.end :]
    if _BOUND.search(around[0]) or _JOINED.match(around[1]) or _JOINED_BEFORE.search(around[0]):
        return None, found
    inner = [
        part
        for date_ in find_dates(text, whole.interval, casual=True)
        for part in _apart(text, date_)
        if any(part.span == other.span for other in parts) and whole.interval.contains(part.interval.start)
    ]
    return (whole, inner) if len(inner) == len(parts) else (None, found)


_YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BOUND = re.compile(
    r"\b(?:since|before|after|until|till|up to|prior to|between|from|by|than|as of)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:and|or|to|until|till|through|vs\.?|versus|with|against|than|-|–)\s", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r"\b(?:and|or|to|through|vs\.?|versus|with|against|-|–)\s+(?:in\s+)?$", re.IGNORECASE)
"""A year that bounds a time, or stands beside another one, is not the year of months elsewhere in the question."""


_AND = re.compile(r"\s+(?:and|or|vs\.?|versus)\s+", re.IGNORECASE)


def _apart(text: str, found: FoundDate) -> list[FoundDate]:
    """Two months that are named together ("June and October 2022") are two times; days together are one."""
    pieces = _AND.split(found.span.of(text))
    start, parts = found.span.start, []
    for piece in pieces:
        start = text.index(piece, start)
        read = [date_ for date_ in find_dates(piece, found.interval, casual=True) if date_.span.of(piece) == piece]
        if len(pieces) < 2 or len(read) != 1 or read[0].interval.precision is not Precision.MONTH:
            return [found]
        parts.append(FoundDate(Span(start, start + len(piece)), read[0].interval))
    return parts


def _with_frame(text: str, span: Span) -> Span:
    """Takes in the words around a date that name the issue it stands for: "the week ending …", "the … review"."""
    before = _FRAME_BEFORE.search(text[: span.start])
    after = _FRAME_AFTER.match(text[span.end :])
    return Span(before.start() if before else span.start, span.end + after.end() if after else span.end)


def mended_months(text: str) -> str:
    """Writes misspelt months as they are meant: "Novemeber 2023" is "November 2023"."""

    def mend(match: re.Match[str]) -> str:
        word = match.group().casefold()
        if word in months() or (len(word) < _SURE and is_english(word)):
            return match.group()
        slips = 2 if len(word) >= _SURE else 1
        near = [
            name
            for name in months()
            if len(name) >= min(len(word), _SURE) and OSA.distance(word, name, score_cutoff=slips) <= slips
        ]
        return near[0].capitalize() if near else match.group()

    return _BEFORE_TIME.sub(mend, text)


_SURE = 5
"""A word of so many letters may have two slips; a shorter one has one, and is no English word: "Juli 2024"."""
_BEFORE_TIME = re.compile(r"\b[^\W\d_]{4,}(?=\s+(?:19|20)\d\d\b)|(?<=\bin )[^\W\d_]{6,}\b(?=\s*\??$)", re.IGNORECASE)


def _is_may(text: str, found: FoundDate) -> bool:
    """Tells "may" and "march" as verbs from the months: "may I see", "who may chair"."""
    words = found.span.of(text).casefold()
    if words not in ("may", "march") or (found.span.of(text)[0].isupper() and found.span.start > 0):
        return False
    before = text[: found.span.start].rstrip().casefold()
    return not re.search(
        r"\b(?:in|during|of|since|before|after|until|by|from|to|and|for|about|last|early|late|mid|-)$", before
    )


def _combine(text: str, found: list[FoundDate]) -> TimeScope:
    first, last = found[0], found[-1]
    before = re.sub(r"\b(?:last|this|past)\s+$", "", text[: first.span.start], flags=re.IGNORECASE)
    spans = [date_.span for date_ in found]
    between = re.search(rf"\b(?:between|from)\s+(?:the\s+)?{_PART}?$", before, re.IGNORECASE)
    if (
        len(found) == 2
        and between
        and re.fullmatch(
            rf"\s*(?:and|to|until|till|through|-|–)\s*(?:the\s+)?{_PART}?",
            text[first.span.end : last.span.start],
            re.IGNORECASE,
        )
    ):
        start, end = min(first.interval.start, last.interval.start), max(first.interval.end, last.interval.end)
        spans = [Span(between.start(), last.span.end)]
        return TimeScope(Interval(start, end, Precision.RANGE), tuple(spans))
    if len(found) == 1 and (lead := _SINCE.search(before)) and not re.search(r"\bfrom\s+(?:the\s+)?$", before, re.I):
        start = first.interval.end + timedelta(days=1) if _AFTER.match(lead.group()) else first.interval.start
        return TimeScope(Interval(start, LAST_DAY, Precision.RANGE), (Span(lead.start(), first.span.end),))
    if (
        len(found) == 1
        and re.search(r"\bfrom\s+$", before, re.I)
        and re.match(r"\s+(?:on|onwards?|until now|to date|till now)\b", text[first.span.end :], re.I)
    ):
        return TimeScope(Interval(first.interval.start, LAST_DAY, Precision.RANGE), (first.span,))
    if len(found) == 1 and (lead := _BEFORE.search(before)):
        end = first.interval.start - timedelta(days=1) if _STRICTLY_BEFORE.match(lead.group()) else first.interval.end
        return TimeScope(Interval(FIRST_DAY, end, Precision.RANGE), (Span(lead.start(), first.span.end),))
    return TimeScope(spanning([date_.interval for date_ in found]), tuple(spans))
