"""Activities, each once: rows of different documents that tell of the same thing are one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ctassist.answering.lists.repeats import tell_the_same
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision


@dataclass(frozen=True, slots=True)
class Group:
    """One activity with every row that tells of it."""

    entries: tuple[Entry[Activity], ...]


def once(entries: Sequence[Entry[Activity]]) -> list[Group]:
    """Merges rows of different documents that tell of the same thing, in date order.

    A yearly review may give the month alone of what an issue gave the day of.
    """
    groups: list[list[Entry[Activity]]] = []
    by_day: dict[date | None, list[list[Entry[Activity]]]] = {}
    for entry in sorted(entries, key=lambda entry: (time.days if (time := _vague(entry)) else 0, *_order(entry))):
        if (time := _vague(entry)) and (known := _told_within(groups, entry, time)):
            known.append(entry)
            continue
        day = entry.record.intervals[0].start if entry.record.intervals else None
        same = next((g for g in by_day.get(day, []) if _repeats(g, entry)), None)
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
    return next(
        (
            group
            for group in groups
            if (told := group[0].record.intervals)
            and time.start <= told[0].start
            and told[-1].end <= time.end
            and _repeats(group, entry)
        ),
        None,
    )


def _order(entry: Entry[Activity]) -> tuple[date, date, int]:
    first = entry.record.intervals[0] if entry.record.intervals else Interval(date.max, date.max)
    return first.start, first.end, entry.id


def _repeats(group: Sequence[Entry[Activity]], entry: Entry[Activity]) -> bool:
    return all(known.document_id != entry.document_id for known in group) and tell_the_same(group[0].text, entry.text)
