"""One body under two names, one post under two words: what lines of news call otherwise than the charts do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ctassist.answering.roles.lines import HEADS
from ctassist.answering.terms import fold
from ctassist.model.archive import Entry
from ctassist.model.records import Role

Key = tuple[frozenset[str], frozenset[str]]
"""What tells a body from others: the stems of its name, and its edition."""


def with_short_names(groups: Mapping[Key, Sequence[Entry[Role]]]) -> dict[Key, list[Entry[Role]]]:
    """The rows of bodies, those of a name that only news has joined to the chart's body that it is short for.

    "The working group on cables" is "Cables and hangers", where no other chart has its words, and whoever the news
    names holds a post in it.

    Args:
        groups: the rows of each body by what tells it from others.
    """
    charted = [key for key, rows in groups.items() if not _is_news(rows)]
    joined = {key: list(rows) for key, rows in groups.items()}
    for key, rows in groups.items():
        if not _is_news(rows):
            continue
        longer = [other for other in charted if key[0] < other[0] and key[1] == other[1]]
        if len(longer) == 1 and _holders(rows) & _holders(groups[longer[0]]):
            joined[longer[0]] = [*rows, *joined[longer[0]]]  # The name of the last row is the body's.
            del joined[key]
    return joined


def in_one_word(rows: Sequence[Entry[Role]]) -> list[Entry[Role]]:
    """The rows of a body with one word for its head, where news says "head" of whom the charts call its chair."""
    charts = {row.record.role for row in rows if not row.record.interval and row.record.role in HEADS}
    if len(charts) != 1:
        return list(rows)
    word = charts.pop()
    holders = _holders(row for row in rows if row.record.role == word)
    return [
        replace(row, record=replace(row.record, role=word))
        if row.record.interval and row.record.role in HEADS and fold(row.record.holder) in holders
        else row
        for row in rows
    ]


def _is_news(rows: Iterable[Entry[Role]]) -> bool:
    """Tells whether all rows are of dated lines, which tell of a change, and none of a chart."""
    return all(row.record.interval for row in rows)


def _holders(rows: Iterable[Entry[Role]]) -> frozenset[str]:
    return frozenset(fold(row.record.holder) for row in rows)
