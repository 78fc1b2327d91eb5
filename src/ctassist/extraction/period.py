"""Which days an issue covers: read from its title page, what the file declares of itself, or, last, its file name."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from ctassist.extraction.dates import find_dates
from ctassist.extraction.days_covered import days_covered
from ctassist.extraction.file_names import days_in_figures, read_name
from ctassist.extraction.stated_periods import nearest, numbers_of_bodies_hidden, stated_periods
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.text import BlockKind, Reading
from ctassist.model.time import Interval, Period, Precision

_TITLE_BLOCKS = 8
_LONG = 100
_NEAR_TITLE = 3
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_HYPHEN_BY_YEAR = re.compile(r"_|-(?=(?:19|20)\d\d)|(?<=\d{4})-(?=[^\W\d_]{2})")
"""What parts words in a file's name, and a year from them: "2031-lamps-annual", "annual-report-2031"."""
_WEEK_BEGINS = re.compile(r"\bweek\s+(?:of|beginning|starting|from)\b", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:week|weekly)\b", re.IGNORECASE)
_SOURCES = {
    "title": "title page",
    "text": "title page",
    "metadata": "declared title",
    "name": "file's name",
}


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a period may be stated: texts, the first that states one counts."""

    name: str
    texts: tuple[str, ...]


def find_period(reading: Reading, title: str, name: str) -> tuple[Period | None, tuple[str, ...]]:
    """Finds the period of an issue, and warns where its sources disagree.

    The title page is trusted before declared metadata, and both before the file name; but not for its year where the
    name and the declared day agree on the one before or after, as in the first issues of a year. Months without a year
    take the one that stands elsewhere on the title page or in the name, else the one nearest to the publication.
    """
    declared = (reading.metadata.get("title", ""), reading.metadata.get("date", ""))
    sources = (
        _Source("title", (title, *_with_its_year(reading, title))),
        _Source("text", tuple(title_page(reading))),
        _Source("metadata", declared),
    )
    found: list[tuple[str, Interval]] = []
    for source in sources:
        for text in source.texts:
            if (interval := period_in(text, context=f"{title} {name}")) and not _greets(source, text, interval):
                found.append((source.name, interval))
                break
    named = _in_name(name, title)
    if named:
        found.append(("name", named))
    if not any(source in ("title", "text") for source, _ in found):
        completed = ((source.name, _completed(reading, source, name)) for source in sources[:2])
        found[:0] = [(source, interval) for source, interval in completed if interval][:1]
    if covered := _covered(reading, found[0][1] if found else None):
        found[:1] = [("text", covered)]
    if not found:
        return None, ()
    chosen, interval = found[0]
    if _length(interval) < timedelta(days=7) and (days := days_covered(reading, interval.end)):
        found[0] = chosen, interval = "metadata", days
    if chosen == "metadata" and named and named.meets(interval) and _is_declared_day(reading, interval):
        interval = max(named, interval, key=_length)
    if (
        chosen == "metadata"
        and named
        and _of_other_week(named, interval, title)
        and _is_declared_day(reading, interval)
    ):
        chosen, interval = "name", named
    if named and (meant := _year_corrected(interval, named, _day(reading.metadata.get("date", "")[:10]))):
        told = f"Its {_SOURCES[chosen]} says {say(interval)}, its file's name and its declared date {say(meant)}"
        return Period(meant.start, meant.end, "name"), (f"{told}: the year is taken from them.",)
    others = [(source, other) for source, other in found[1:] if source in ("metadata", "name")]
    warnings = [
        f"Its {_SOURCES[chosen]} says {say(interval)} and its {_SOURCES[source]} {say(other)}: "
        f"the {_SOURCES[chosen]} is trusted."
        for source, other in others
        if _disagree(interval, other)
    ]
    return Period(interval.start, interval.end, chosen), tuple(warnings)


_LATE = timedelta(days=60)
"""An issue comes out at most so long after its last day."""
_TAGLINE, _LONGEST_TAGLINE = 4, 200
"""A line of so many characters, among so many blocks at the top, may say which months an issue covers."""


def _covered(reading: Reading, stated: Interval | None) -> Interval | None:
    """The months that an issue says it covers, where its title names the month or day on which it came out.

    "May 2031. Covering February to April 2031.", "A letter to the members (October 2030 to January 2031)".
    """
    if stated and stated.end - stated.start > timedelta(days=31):
        return None
    for at, block in enumerate(reading.blocks[:_TITLE_BLOCKS]):
        text = block.span.of(reading.text)
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(text) > _LONGEST_TAGLINE:
            continue
        if not _covering().search(text) and (at >= _TAGLINE or stated is None):
            continue
        for found in stated_periods(text):
            months = found.interval
            if (
                months
                and months.precision is Precision.MONTH
                and months.end - months.start > timedelta(days=31)
                and (stated is None or months.start <= stated.start <= months.end + _LATE)
            ):
                return months
    return None


@cache
def _covering() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('periods')['covering'])})(?!\w)", re.IGNORECASE)


def _is_declared_day(reading: Reading, interval: Interval) -> bool:
    """Tells whether a period was made of the declared day alone, which is rather that of publication."""
    return interval.start == interval.end or _day(reading.metadata.get("date", "")[:10]) == interval.end


def _of_other_week(named: Interval, declared: Interval, title: str) -> bool:
    """Tells whether the name of an issue, whose title names a week without its day, is of another week than declared.

    Such a heading was left as it came from a template, and so, rather than the name, was the day beside it.
    """
    weeks = _WEEK.search(title) is not None and _length(named) == _length(declared) == timedelta(days=6)
    return weeks and not named.meets(declared)


def _year_corrected(stated: Interval, named: Interval, published: date | None) -> Interval | None:
    """The stated days in the year before or after, where the name and the day of publication both say that one."""
    years = named.end.year - stated.end.year
    if published is None or abs(years) != 1 or _came_out(stated, published) or stated.meets(named):
        return None
    meant = replace(stated, start=_years_later(stated.start, years), end=_years_later(stated.end, years))
    return meant if meant.meets(named) and _came_out(meant, published) else None


def _came_out(period: Interval, published: date) -> bool:
    return period.start <= published <= period.end + _LATE


def _years_later(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


_YEAR_THAT_DOES = re.compile(
    r"\d{4}\s+(?:is|was|has|had|will|would|can|could|may|might|shall|should|must|does|did)\b", re.IGNORECASE
)
"""A year of which a sentence says something, as it may of any: "2031 was a year of storms"."""


def _greets(source: _Source, text: str, interval: Interval) -> bool:
    """Tells whether a line below the title only speaks of a year, as wishes do: "Best wishes for the year 2031!"."""
    speaks = text.endswith(("!", "?")) or _YEAR_THAT_DOES.search(text) is not None
    return source.name == "text" and interval.precision is Precision.ISSUE and speaks


def _disagree(trusted: Interval, other: Interval) -> bool:
    """Tells whether two periods cannot both be meant: neither lies within the other, and no day is that of publication.

    A season is taken for any part of its year and of the winter round it.
    """
    if other.start == other.end and trusted.start != trusted.end:
        return False
    if _length(other) < timedelta(days=7) and other.start != other.end and other.meets(trusted):
        return False  # A weekly issue is called after its first day, its last, or the one on which it came out.
    if other.precision is Precision.SEASON or trusted.precision is Precision.SEASON:
        return not {trusted.start.year, trusted.end.year} & {other.start.year, other.end.year}
    within = trusted.start <= other.start and other.end <= trusted.end
    return not within and not (other.start <= trusted.start and trusted.end <= other.end)


def _length(interval: Interval) -> timedelta:
    return interval.end - interval.start


def _completed(reading: Reading, source: _Source, name: str) -> Interval | None:
    """The months that a title page states without their year, with the year from elsewhere."""
    texts = [words for text in source.texts if (words := _of_the_issue(text))]
    if source.name == "text":
        # Opening hours and calendars have months too: below the title they count on a line of their own.
        texts = [text for text in texts if any(found.span.of(text) == text.strip() for found in stated_periods(text))]
    months = next((months for text in texts if (months := _lone_months(text))), None)
    return _with_year(months, [*source.texts, *title_page(reading)], reading, name) if months else None


def _lone_months(text: str, *, is_name: bool = False) -> tuple[int, int] | None:
    stated = [found.months for found in stated_periods(text, is_name=is_name) if found.months]
    # A lone word may be another one, "May" or "March": on a title page only two months count.
    return next((months for months in stated if is_name or months[0] != months[1]), None)


def _with_year(months: tuple[int, int], texts: list[str], reading: Reading | None, name: str) -> Interval | None:
    named = read_name(name)
    years = [int(year) for text in (*texts, re.sub(r"[_-]", " ", named.stem)) for year in _YEAR.findall(text)]
    if years:
        last = date(years[0], (months[1] - 1) % 12 + 1, 28)
        return nearest(months, last)
    day = named.published or _leading_day(named.stem) or (_declared_day(reading) if reading else None)
    return nearest(months, day) if day else None


def _leading_day(stem: str) -> date | None:
    """The day of publication in front of a name, written with hyphens: "2022-11-02 newsletter sept-oct"."""
    return _day(stem[:10])


def _declared_day(reading: Reading) -> date | None:
    return next((day for key in ("date", "created") if (day := _day(reading.metadata.get(key, "")[:10]))), None)


def published_on(reading: Reading, name: str) -> date | None:
    """Returns the day on which a document came out: the one its file name begins with, else the one it declares."""
    return read_name(name).published or _day(reading.metadata.get("date", "")[:10])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _with_its_year(reading: Reading, title: str) -> Iterator[str]:
    """A title that names months, with the year that stands alone on one of the next lines."""
    for block in reading.blocks[1:_NEAR_TITLE]:
        words = block.span.of(reading.text)
        whole = f"{title} {words}"
        if _YEAR.fullmatch(words) and not _YEAR.search(title) and find_dates(whole, casual=True):
            yield whole


def period_in(text: str, context: str = "", *, is_name: bool = False) -> Interval | None:
    """Reads the period that a title or name states; ``context`` may say that issues are weekly."""
    text = _of_the_issue(text)
    if not text.strip():
        return None
    words = _HYPHEN_BY_YEAR.sub(" ", days_in_figures(text)) if is_name else numbers_of_bodies_hidden(text)
    dates = [found.interval for found in find_dates(words, casual=True) if found.explicit_year]
    # A title names one period: with several dates the widest kind counts ("12 March 2024 · January-February 2024").
    spans = [interval for interval in dates if interval.start != interval.end]
    spans += [found.interval for found in stated_periods(text, is_name=is_name) if found.interval]
    if dates and (months := _length_before(words)):
        spans.append(_ending(dates[0].end, months))
    if spans:
        return max(spans, key=_length)
    if dates:
        return _week_around(dates[0].start, f"{text} {context}".replace("_", " "))
    years = [int(year) for year in _YEAR.findall(words)]
    if years and (_whole_year().search(words) or _YEAR.fullmatch(words.strip())):
        return Interval(date(min(years), 1, 1), date(max(years), 12, 31), Precision.ISSUE)
    return None


_BETWEEN_CLAUSES = re.compile(r"\s+[·•|]\s+")
"""What sets apart the statements of a masthead: "Issue 4 · May 2031 · Published by the Union"."""


def _of_the_issue(text: str) -> str:
    """What a line says of its issue, without what it says of when and by whom that was published."""
    if not _published().search(text):
        return text
    return " · ".join(clause for clause in _BETWEEN_CLAUSES.split(text) if not _published().search(clause))


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('periods')['published'])})(?!\w)", re.IGNORECASE)


@cache
def _whole_year() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{alternatives(table('periods')['yearly'])})", re.IGNORECASE)


@cache
def _length_named() -> re.Pattern[str]:
    lengths = alternatives(table("periods")["lengths"])
    return re.compile(rf"(?<!\w)({lengths})\s+(?:to|ending|ended)(?!\w)", re.IGNORECASE)


def _length_before(text: str) -> int:
    """The months of a stretch of time that is named by its last day: 6 in "Half year to 30 June 2015"; else 0."""
    match = _length_named().search(text)
    return int(table("periods")["lengths"][re.sub(r"[\s-]+", " ", match[1].casefold())]) if match else 0


def _ending(last: date, months: int) -> Interval:
    after = last.year * 12 + last.month - months
    return Interval(date(after // 12, after % 12 + 1, 1), last, Precision.ISSUE)


def _week_around(day: date, context: str) -> Interval:
    if _WEEK_BEGINS.search(context):
        return Interval(day, day + timedelta(days=6), Precision.ISSUE)
    if _WEEK.search(context):
        return Interval(day - timedelta(days=6), day, Precision.ISSUE)
    return Interval(day, day, Precision.ISSUE)


def title_page(reading: Reading) -> Iterator[str]:
    """Short blocks at the top, headings of any level below each other among them; no bullet or sentence is a title."""
    top = reading.blocks[:_TITLE_BLOCKS]
    for at, block in enumerate(top):
        text = block.span.of(reading.text)
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and _may_be_masthead(text):
            yield text
        goes_on = at + 1 < len(top) and top[at + 1].kind is BlockKind.HEADING
        if block.kind is BlockKind.HEADING and block.level > 2 and not goes_on:
            return


def _may_be_masthead(text: str) -> bool:
    """Tells whether words are short enough for a title page; whose journal it is may stand before its months."""
    stated = [found.span.end for found in stated_periods(text) if found.interval or found.months]
    ends = bool(stated) and text[max(stated) :] in ("", ")")
    return not _is_sentence(text) or ends if len(text) <= _LONG else ends and len(text) <= _LONGEST_TAGLINE


def is_masthead(text: str, period: Period | None, at: int) -> bool:
    """Tells whether a line near the top of an issue only says which one it is: "Paper of the Union · No. 7 · May 2031".

    Args:
        text: the line.
        period: the issue's.
        at: how many blocks stand above it.
    """
    if period is None or at >= _TITLE_BLOCKS or not _may_be_masthead(text):
        return False
    dates = {found.interval for found in find_dates(text, casual=True)}
    dates |= {found.interval for found in stated_periods(text) if found.interval}
    if not dates:
        return False
    return (min(found.start for found in dates), max(found.end for found in dates)) == (period.start, period.end)


_WORD = re.compile(r"[^\W\d_]+")


def names_document(words: str, title: str) -> bool:
    """Tells whether a line has all words of a document's title, as the head or foot of its pages does."""
    name = set(_WORD.findall(title.casefold()))
    return bool(name) and name <= set(_WORD.findall(words.casefold()))


_IMPRINT = re.compile(
    r"(?:(?:this|the)\s+\w+\s+(?:is|was)\s+)?(?:published|issued|printed|produced|edited|compiled|prepared)"
    r"(?:\s+and\s+\w+)?\s+(?:(?:by|for)\s+[^.]{3,150}|(?:in|at|on)\s+[^.;:]{3,60}\d{4})\.?",
    re.IGNORECASE,
)


def is_imprint(text: str) -> bool:
    """Tells whether a line at an edge of an issue only says who brings it out: "Published by the Union on 6 May"."""
    return _IMPRINT.fullmatch(text) is not None


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", ")")) and len(text.split()) > 6 and not _says_time_again(text)


_LAST_BRACKETS = re.compile(r"\(([^()]*)\)$")


def _says_time_again(text: str) -> bool:
    """Tells whether a line ends in the months, in brackets, of the time before them: "No. 3: autumn of 2031 (…)"."""
    brackets = _LAST_BRACKETS.search(text)
    if brackets is None:
        return False
    inside = [found for found in stated_periods(brackets[1]) if found.span.of(brackets[1]) == brackets[1].strip()]
    before = text[: brackets.start()].rstrip()
    return bool(inside) and any(found.interval and found.span.end == len(before) for found in stated_periods(before))


def _in_name(name: str, context: str) -> Interval | None:
    """The period in a file's name; the day of publication before it gives its months their year."""
    named = read_name(name)
    months = _lone_months(named.stem, is_name=True)
    stated = period_in(named.stem, context, is_name=True)
    if stated and (months is None or stated.start != stated.end):
        return stated
    return _with_year(months, [], None, name) if months else None


def say(interval: Interval | Period) -> str:
    """Returns a period in words: "September–October 2022", "December 2022–January 2023", "4 March–10 March 2024"."""
    whole = interval.start.day == 1 and (interval.end + timedelta(days=1)).day == 1
    first, last = (f"{day:%B %Y}" if whole else f"{day.day} {day:%B %Y}" for day in (interval.start, interval.end))
    if first == last:
        return first
    if whole and (interval.start.month, interval.end.month) == (1, 12):
        years = dict.fromkeys((interval.start.year, interval.end.year))
        return "–".join(map(str, years))
    if interval.start.year == interval.end.year:
        first = first.removesuffix(f" {interval.start.year}")
    return f"{first}–{last}"
