"""The periodicals of an archive: which issues there are of each, and which its rhythm says are missing."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from ctassist.extraction.identity import series_key
from ctassist.extraction.period import say
from ctassist.model.archive import Document
from ctassist.model.time import Period

_FEWEST_FOR_A_RHYTHM = 3
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Series:
    """A periodical: its issues' number, first and last day, and the periods of issues that seem to be missing.

    ``names`` are all the ways in which its issues write ``name``.
    """

    name: str
    language: str | None
    issues: int
    period: Period
    missing: tuple[Period, ...]
    names: tuple[str, ...]


def series_of(documents: Iterable[Document]) -> list[Series]:
    """Returns the periodicals that documents are issues of, by name; what has no period is no issue."""
    groups: dict[tuple[str, str | None], list[Document]] = defaultdict(list)
    for document in documents:
        if document.series and document.period:
            groups[series_key(document.series), document.language].append(document)
    found = []
    for (_, language), issues in sorted(groups.items(), key=lambda group: (group[0][0], group[0][1] or "")):
        periods = sorted({(d.period.start, d.period.end) for d in issues if d.period})
        whole = Period(periods[0][0], max(end for _, end in periods))
        names = tuple(sorted({issue.series for issue in issues if issue.series}))
        found.append(Series(_name(issues), language, len(periods), whole, tuple(missing(periods)), names))
    return found


def series_words(series: Series) -> str:
    """Returns "Tide Review: 6 issues, January 2023 to February 2024; missing: July–August 2023"."""
    first, last = (
        (f"{day:%B %Y}" if _whole_months([(series.period.start, series.period.end)]) else f"{day.day} {day:%B %Y}")
        for day in (series.period.start, series.period.end)
    )
    span = first if first == last else f"{first} to {last}"
    gaps = [say(gap) for gap in series.missing]
    more = f" and {len(gaps) - _SHOWN} more" if len(gaps) > _SHOWN else ""
    told = f"; missing: {', '.join(gaps[:_SHOWN])}{more}" if gaps else ""
    return f"{series.name}: {series.issues} {'issue' if series.issues == 1 else 'issues'}, {span}{told}"


def missing(periods: Sequence[tuple[date, date]]) -> Iterator[Period]:
    """Yields the periods between the first and the last issue for which none is there, as far as a rhythm can be told.

    Args:
        periods: first and last days, in order, each once.
    """
    if _whole_months(periods):
        yield from _missing_months([(_month(start), _month(end)) for start, end in periods])
    elif len(periods) >= _FEWEST_FOR_A_RHYTHM:
        yield from _missing_days(periods)


def _missing_months(issues: Sequence[tuple[int, int]]) -> Iterator[Period]:
    """Issues of several months follow each other; those of one month do if any two do, and else have a step."""
    sizes = Counter(last - first + 1 for first, last in issues)
    size, often = sizes.most_common(1)[0]
    touching = any(following == last + 1 for (_, last), (following, _) in pairwise(issues))
    if len(issues) > 1 and 2 * often > len(issues) and (size > 1 or touching):
        covered = issues[0][0]
        for first, last in issues:
            step = size if (first - covered) % size == 0 else first - covered
            yield from (_months(at, at + step - 1) for at in range(covered, first, max(step, 1)))
            covered = max(covered, last + 1)
    elif len(issues) >= _FEWEST_FOR_A_RHYTHM:
        step = median_low([second - first for (first, _), (second, _) in pairwise(issues)])
        for (first, _), (second, _) in pairwise(issues):
            count = round((second - first) / step) if step else 0
            yield from (_months(first + n * step, first + n * step + size - 1) for n in range(1, count))


def _missing_days(periods: Sequence[tuple[date, date]]) -> Iterator[Period]:
    step = median_low([(second - first).days for (first, _), (second, _) in pairwise(periods)])
    for (first, last), (second, _) in pairwise(periods):
        for n in range(1, round((second - first).days / step) if step else 0):
            yield Period(first + timedelta(days=n * step), last + timedelta(days=n * step))


def _whole_months(periods: Iterable[tuple[date, date]]) -> bool:
    return all(start.day == 1 and (end + timedelta(days=1)).day == 1 for start, end in periods)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _months(first: int, last: int) -> Period:
    year, month = last // 12, last % 12 + 1
    return Period(date(first // 12, first % 12 + 1, 1), date(year, month, monthrange(year, month)[1]))


def _name(issues: Sequence[Document]) -> str:
    """The name as most issues write it, rather not in capitals."""
    names = Counter(document.series for document in issues if document.series)
    return min(names, key=lambda name: (name.isupper(), -names[name], name))
