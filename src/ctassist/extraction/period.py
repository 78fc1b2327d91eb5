"""Which days an issue covers: read from its declared date, its title page, or, last, its file name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ctassist.extraction.dates import find_dates
from ctassist.model.text import BlockKind, Reading
from ctassist.model.time import Interval, Period, Precision

_TITLE_BLOCKS = 8
_NEAR_TITLE = 3
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_WHOLE_YEAR = re.compile(r"\b(?:annual|yearly|year|review|report|overview|highlights)\b", re.IGNORECASE)
_WEEK_BEGINS = re.compile(r"\bweek\s+(?:of|beginning|starting|from)\b", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:week|weekly)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|issued|updated|posted|released|last modified)\b", re.IGNORECASE)


def find_period(reading: Reading, title: str, name: str) -> tuple[Period | None, tuple[str, ...]]:
    """Finds the period of an issue, and warns where its sources disagree.

    The title page is trusted before declared metadata, and both before the file name.
    """
    sources: list[tuple[str, Interval]] = []
    for source, texts in (
        ("title", [title, *_with_its_year(reading, title)]),
        ("text", list(_title_page(reading))),
        ("metadata", [reading.metadata.get("title", ""), reading.metadata.get("date", "")]),
    ):
        interval = next((found for text in texts if (found := period_in(text, context=f"{title} {name}"))), None)
        if interval:
            sources.append((source, interval))
    if named := _in_name(name, title):
        sources.append(("name", named))
    if not sources:
        return None, ()
    chosen, interval = sources[0]
    if chosen == "metadata" and named and interval.start == interval.end and named.meets(interval):
        interval = max(named, interval, key=lambda found: found.end - found.start)
    warnings = tuple(
        f"The file's name says {_say(other)}, its {chosen} says {_say(interval)}: the {chosen} is trusted."
        for source, other in sources[1:]
        if source == "name" and not other.meets(interval)
    )
    return Period(interval.start, interval.end, chosen), warnings


def _with_its_year(reading: Reading, title: str) -> Iterator[str]:
    """A title that names months, with the year that stands alone on one of the next lines."""
    for block in reading.blocks[1:_NEAR_TITLE]:
        words = block.span.of(reading.text)
        whole = f"{title} {words}"
        if _YEAR.fullmatch(words) and not _YEAR.search(title) and find_dates(whole, casual=True):
            yield whole


def period_in(text: str, context: str = "") -> Interval | None:
    """Reads the period that a title or name states; ``context`` may say that issues are weekly."""
    if not text.strip() or _PUBLISHED.search(text):
        return None
    dates = [found.interval for found in find_dates(text, casual=True) if found.explicit_year]
    # A title names one period: with several dates the widest kind counts ("12 March 2024 · January-February 2024").
    spans = [interval for interval in dates if interval.start != interval.end]
    if spans:
        return max(spans, key=lambda interval: interval.end - interval.start)
    if dates:
        return _week_around(dates[0].start, f"{text} {context}")
    years = [int(year) for year in _YEAR.findall(text)]
    if years and (_WHOLE_YEAR.search(text) or _YEAR.fullmatch(text.strip())):
        return Interval(date(min(years), 1, 1), date(max(years), 12, 31), Precision.ISSUE)
    return None


def _week_around(day: date, context: str) -> Interval:
    if _WEEK_BEGINS.search(context):
        return Interval(day, day + timedelta(days=6), Precision.ISSUE)
    if _WEEK.search(context):
        return Interval(day - timedelta(days=6), day, Precision.ISSUE)
    return Interval(day, day, Precision.ISSUE)


def _title_page(reading: Reading) -> Iterator[str]:
    """Short blocks at the top, headings of any level below each other among them; no bullet or sentence is a title."""
    top = reading.blocks[:_TITLE_BLOCKS]
    for at, block in enumerate(top):
        text = block.span.of(reading.text)
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(text) <= 100 and not _is_sentence(text):
            yield text
        goes_on = at + 1 < len(top) and top[at + 1].kind is BlockKind.HEADING
        if block.kind is BlockKind.HEADING and block.level > 2 and not goes_on:
            return


def is_masthead(text: str, period: Period | None, at: int) -> bool:
    """Tells whether a line near the top of an issue only says which one it is: "Paper of the Union · No. 7 · May 2031".

    Args:
        text: the line.
        period: the issue's.
        at: how many blocks stand above it.
    """
    if period is None or at >= _TITLE_BLOCKS or len(text) > 100 or _is_sentence(text):
        return False
    dates = {found.interval for found in find_dates(text, casual=True)}
    return {(found.start, found.end) for found in dates} == {(period.start, period.end)}


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", ")")) and len(text.split()) > 6


def _in_name(name: str, context: str) -> Interval | None:
    """The period in a file's name; the day of publication before it gives its months their year."""
    stem = re.sub(r"\.\w{1,8}$", "", name.rsplit("/", 1)[-1])
    published = published_in(name)
    words = re.sub(r"_|-(?=(?:19|20)\d\d)", " ", re.sub(r"^\d{6}[_-]", "", stem))
    if stated := period_in(words, context):
        return stated
    dates = (
        [found.interval for found in find_dates(words, Interval(published, published), casual=True)]
        if published
        else []
    )
    return max(dates, key=lambda interval: interval.end - interval.start, default=None)


def published_in(name: str) -> date | None:
    """The day of publication that a file's name begins with: "221102_review.pdf" is of 2 November 2022."""
    match = re.match(r"(\d\d)(\d\d)(\d\d)[_-]", name.rsplit("/", 1)[-1])
    if not match:
        return None
    try:
        return date(2000 + int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _say(interval: Interval) -> str:
    return (
        f"{interval.start:%B %Y}"
        if interval.start.month == interval.end.month
        else f"{interval.start:%B %Y} to {interval.end:%B %Y}"
    )
