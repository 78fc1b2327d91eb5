"""What is made of the figures of several issues: the highest, the lowest, their average, the growth between them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Line, evidence_of
from ctassist.answering.figures.times import figure_time
from ctassist.answering.terms import content, figure_stems, fold, generic_event_stems, stem, table, tokens, written_out
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator

_MOST = 2 / 3
"""The share of figures that must have one label."""


class Reckoning(StrEnum):
    """What a question makes of figures."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    AVERAGE = "average"
    PERCENT = "percent"
    DIFFERENCE = "difference"


@cache
def _patterns() -> tuple[tuple[Reckoning, re.Pattern[str]], ...]:
    entries = table("reckonings").items()
    return tuple((Reckoning(name), re.compile("|".join(entry["patterns"]))) for name, entry in entries)


def reckoning(text: str) -> Reckoning | None:
    """What a question makes of the figures it asks for; None when it wants them as they stand."""
    lowered = text.casefold()
    return next((kind for kind, pattern in _patterns() if pattern.search(lowered)), None)


def of_one_kind(rows: Sequence[Entry[Indicator]]) -> list[Entry[Indicator]]:
    """The figures that may be reckoned with: those whose label most of them have; none when they differ too much.

    "Merged in the last week" and "merged in the last two weeks" do not count the same.
    """
    called = kinds(rows)
    common, count = Counter(called.values()).most_common(1)[0]
    return [row for row in rows if called[row.id] == common] if count >= _MOST * len(rows) else []


def kinds(
    rows: Sequence[Entry[Indicator]], read: Callable[[str], frozenset[str]] | None = None
) -> dict[int, frozenset[str]]:
    """What each figure counts, by its id: "total members" are "members" where no document has figures of both.

    Args:
        rows: the figures.
        read: the words of a label that tell it from others.
    """
    words = {row.id: (read or label_words)(row.record.label) for row in rows}
    by_document: dict[tuple[str, frozenset[str]], set[frozenset[str]]] = defaultdict(set)
    for row in rows:
        by_document[row.document_id, words[row.id] - _whole()].add(words[row.id])
    apart = {counted for (_, counted), labels in by_document.items() if len(labels) > 1}
    return {id: own if own - _whole() in apart else own - _whole() or own for id, own in words.items()}


@cache
def _whole() -> frozenset[str]:
    """Stems of words that say of a figure that nothing is left out of it."""
    return frozenset(map(stem, table("words")["whole_figures"]))


@lru_cache(maxsize=10_000)
def label_words(label: str) -> frozenset[str]:
    """The words that tell one label from another."""
    adjectives = table("words")["adjectives"]
    telling = {t.stem for t in tokens(label) if fold(t.text) in adjectives}
    words = {t.stem for t in content(written_out(label))}
    return frozenset(words) - generic_event_stems() - figure_stems() | telling


def extremes(rows: Sequence[Entry[Indicator]], kind: Reckoning, context: Context) -> list[Line]:
    """The highest or the lowest figure, each issue that has it, said to be so."""
    wanted = (max if kind is Reckoning.HIGHEST else min)(_value(row) for row in rows)
    lines = []
    for row in (row for row in rows if _value(row) == wanted):
        issue = figure_time(row, context) if row.record.interval else context.numbered_issue(row.document_id)
        frame = "the highest of {count} figures" if kind is Reckoning.HIGHEST else "the lowest of {count} figures"
        told = context.words(frame, count=len(rows))
        text = f"{row.record.label}: **{row.record.figure}** ({issue}; {told})"
        lines.append(Line(text, (evidence_of(row),), "indicator", frame=(issue, told)))
    return lines


def average(rows: Sequence[Entry[Indicator]], context: Context) -> Line:
    """The mean of all figures, with the figures as its evidence."""
    mean = sum(_value(row) for row in rows) / len(rows)
    told = context.words("average of {count} figures", count=len(rows))
    when = _from_to(rows, context)
    said = f"{mean:,.1f}".removesuffix(".0")
    text = f"{rows[-1].record.label}: **{said}** ({told}, {when})"
    return Line(text, tuple(evidence_of(row) for row in rows), "indicator", frame=(said, told, when))


def growth(rows: Sequence[Entry[Indicator]], context: Context, *, percent: bool) -> Line:
    """One line from the first figure to the last."""
    first, last = rows[0], rows[-1]
    change = f"{_value(last) - _value(first):+,.10g}"
    if percent and _value(first):
        change += f", {100 * (_value(last) - _value(first)) / _value(first):+,.1f} %"
    when = _from_to(rows, context)
    text = f"{last.record.label}: **{first.record.figure} → {last.record.figure}** ({change}, {when})"
    return Line(text, (evidence_of(first), evidence_of(last)), "indicator", frame=(change, when))


def _from_to(rows: Sequence[Entry[Indicator]], context: Context) -> str:
    first, last = figure_time(rows[0], context), figure_time(rows[-1], context)
    return context.words("{first} to {last}", first=first, last=last)


def _value(row: Entry[Indicator]) -> float:
    assert row.record.value is not None
    return row.record.value
