"""Activities, each once: rows of different documents that tell of the same thing are one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ctassist.answering.lists.repeats import shared_topics, tell_the_same
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision

Rows = Sequence[Entry[Activity]]


@dataclass(frozen=True, slots=True)
class Group:
    """One activity with every row that tells of it."""

    entries: tuple[Entry[Activity], ...]


def once(entries: Rows) -> list[Group]:
    """Merges rows of different documents that tell of the same thing, in date order.

    A yearly review may give the month alone of what an issue gave the day of.
    """
    groups: list[list[Entry[Activity]]] = []
    deeds = Counter(_deed(entry) for entry in entries)
    by_day: dict[date | None, list[list[Entry[Activity]]]] = {}
    for entry in sorted(entries, key=lambda entry: (time.days if (time := _vague(entry)) else 0, *_order(entry))):
        if (time := _vague(entry)) and (known := _told_within(groups, entry, time)):
            known.append(entry)
            continue
        day = entry.record.intervals[0].start if entry.record.intervals else None
        of_day = by_day.get(day, [])
        same = next((group for group in of_day if _repeats(group, entry)), None)
        if same is None and deeds[_deed(entry)] == 1:
            same = next(
                (g for g in of_day if all(deeds[_deed(known)] == 1 for known in g) and _rewords(g, entry)), None
            )
        if same is not None:
            same.append(entry)
        else:
            groups.append([entry])
            by_day.setdefault(day, []).append(groups[-1])
    return [Group(tuple(group)) for group in sorted(groups, key=lambda group: _order(group[0]))]


_VAGUE = (Precision.MONTH, Precision.SEASON, Precision.YEAR)


def _vague(entry: Entry[Activity]) -> Interval | None:
    """The month or longer time that dates an activity: a vaguer word for a day within it, which a range is not."""
    times = entry.record.intervals
    return times[0] if len(times) == 1 and times[0].precision in _VAGUE else None


def _told_within(
    groups: Sequence[list[Entry[Activity]]], entry: Entry[Activity], time: Interval
) -> list[Entry[Activity]] | None:
    """The rows that tell of the same thing with a nearer date, in other documents."""
    nearer = [
        group
        for group in groups
        if (told := group[0].record.intervals) and time.start <= told[0].start and told[-1].end <= time.end
    ]
    if same := next((group for group in nearer if _repeats(group, entry)), None):
        return same
    # Within a year the same people do much alike.
    alike = [group for group in nearer if time.months <= _SEASON and _rewords(group, entry, vaguely=True)]
    return alike[0] if len(alike) == 1 else None


def _repeats(group: Rows, entry: Entry[Activity]) -> bool:
    return _is_of_others(group, entry) and tell_the_same(group[0].text, entry.text)


def _is_of_others(group: Rows, entry: Entry[Activity]) -> bool:
    return all(known.document_id != entry.document_id for known in group)


_Deed = tuple[str, tuple[Interval, ...], frozenset[str], frozenset[str]]
"""The document that tells of an activity, when it was, who acted and where."""


def _deed(entry: Entry[Activity]) -> _Deed:
    record = entry.record
    return entry.document_id, record.intervals, frozenset(record.organisations), frozenset(record.places)


_EXACT = (Precision.DAY, Precision.RANGE)
_FEW_TOPICS, _TOPICS = 1, 2
_SEASON = 3
"""Months."""


def _rewords(group: Rows, entry: Entry[Activity], *, vaguely: bool = False) -> bool:
    """Tells whether an activity is one of other documents in other words: the same people did it at the same time.

    Where nothing else tells two things apart, one word for what was done is enough on the same days in the same place.
    """
    _, times, who, where = _deed(entry)
    _, told_times, told_who, told_where = _deed(group[0])
    if (
        not who
        or who != told_who
        or not _is_of_others(group, entry)
        or not (where <= told_where or told_where <= where)
    ):
        return False
    if not times or not told_times:
        return False
    if not vaguely and (times != told_times or not all(time.precision in _EXACT for time in times)):
        return False
    sure = not vaguely and (bool(where and told_where) or len(times) > 1 or times[0].days > 1)
    return shared_topics(group[0].text, entry.text) >= (_FEW_TOPICS if sure else _TOPICS)


def _order(entry: Entry[Activity]) -> tuple[date, date, int]:
    first = entry.record.intervals[0] if entry.record.intervals else Interval(date.max, date.max)
    return first.start, first.end, entry.id
