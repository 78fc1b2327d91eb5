"""Activities, each once: rows of different documents that tell of the same thing are one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ctassist.answering.lists.repeats import share_a_topic, tell_the_same
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
    alone = _only_ones(entries)
    by_day: dict[date | None, list[list[Entry[Activity]]]] = {}
    for entry in sorted(entries, key=lambda entry: (time.days if (time := _vague(entry)) else 0, *_order(entry))):
        if (time := _vague(entry)) and (known := _told_within(groups, entry, time)):
            known.append(entry)
            continue
        day = entry.record.intervals[0].start if entry.record.intervals else None
        same = next((g for g in by_day.get(day, []) if _repeats(g, entry)), None)
        same = same or next((g for g in by_day.get(day, []) if entry.id in alone and _rewords(g, entry, alone)), None)
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


_Deed = tuple[tuple[Interval, ...], frozenset[str], frozenset[str]]
"""The exact days of an activity, who acted and where."""


def _only_ones(entries: Sequence[Entry[Activity]]) -> dict[int, _Deed]:
    """The activities of which their document has no other with the same days, organisations and places, by id."""
    deeds = {entry.id: deed for entry in entries if (deed := _deed(entry.record))}
    counted = Counter((entry.document_id, deeds[entry.id]) for entry in entries if entry.id in deeds)
    return {
        entry.id: deeds[entry.id]
        for entry in entries
        if entry.id in deeds and counted[entry.document_id, deeds[entry.id]] == 1
    }


def _deed(activity: Activity) -> _Deed | None:
    exact = all(time.precision in (Precision.DAY, Precision.RANGE) for time in activity.intervals)
    if not (activity.intervals and exact and activity.organisations and activity.places):
        return None
    return activity.intervals, frozenset(activity.organisations), frozenset(activity.places)


def _rewords(group: Sequence[Entry[Activity]], entry: Entry[Activity], alone: Mapping[int, _Deed]) -> bool:
    """Tells whether an activity is one of another document in other words: the same people on the same days there."""
    return all(
        known.document_id != entry.document_id
        and alone.get(known.id) == alone[entry.id]
        and share_a_topic(known.text, entry.text)
        for known in group
    )


def _order(entry: Entry[Activity]) -> tuple[date, date, int]:
    first = entry.record.intervals[0] if entry.record.intervals else Interval(date.max, date.max)
    return first.start, first.end, entry.id


def _repeats(group: Sequence[Entry[Activity]], entry: Entry[Activity]) -> bool:
    return all(known.document_id != entry.document_id for known in group) and tell_the_same(group[0].text, entry.text)
