"""Composes the day of a step of a schedule: "Code freeze: 10 July" below "the timeline of 1.31. Important dates:"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.terms import content, function_words, light_stems, numeral_stems, stems
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import Span
from ctassist.model.time import Interval

VERSION = re.compile(r"(?<![\w.])v?(?P<number>\d+(?:\.\d+)+)(?![\w]|\.\d)", re.IGNORECASE)
_DAY_ASKED = re.compile(r"\b(?:(?:what|which|the)\s+(?:\w+\s+){0,3}?(?:date|day)|date|day|target)\b", re.IGNORECASE)
_SEVERAL = 2
_LONGEST = 8
"""A step of a schedule is named in at most so many words."""
_WAYS = stems(
    "planned plan tentative tentatively provisional provisionally preliminary schedule scheduled date day target"
    " targeted expected expect due foreseen slated estimated set originally currently version release cycle final next"
    " new issue timeline deadline begin start"
)
_LAST_STEP = stems("target final date day planned official general availability")
_RELEASED = stems("release released releasing out publish published ship shipped launch launched")


@dataclass(frozen=True, slots=True)
class _Step:
    """A line of a schedule: what it names, and when that is."""

    row: Row
    label: str
    when: Interval


def compose_schedule(question: Question, context: Context) -> Draft | None:
    """Answers when a step for a version is due, as lists of dates tell; None without a version.

    What a newer issue says of a step holds, unless the question names the issue.
    """
    if question.intent is Intent.COMPARISON:
        return None  # What a schedule told at each of two times is asked one by one.
    if several := _of_several(question, context):
        return several
    version = one_version(question.text)
    if version and _ALL_ASKED.search(question.text) and (whole := _whole_schedule(version, question, context)):
        return whole
    if version is None or not (question.wants is Wants.WHEN or _DAY_ASKED.search(question.text)):
        return None
    meant = named_in(question, context)
    ranked: list[tuple[int, _Step]] = []
    for step in _steps(question, context):
        if rank := _rank(step, meant, version):
            ranked.append((rank, step))
    best = max((rank for rank, _ in ranked), default=0)
    found = [step for rank, step in ranked if rank == best]
    newest = max((_issued(step, context) for step in found), default=date.min)
    lines = tuple(_line(step, context) for step in found if _issued(step, context) == newest)
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


_ALL_ASKED = re.compile(
    r"\b(?:what|which|list|all|show|give|name|the)\b[^?;]*\b(?:dates|milestones)\b|\b(?:timeline|schedule)\b",
    re.IGNORECASE,
)
_ALL_WAYS = stems(
    "important key main major relevant date dates milestone milestones timeline schedule plan cycle release"
)


def _whole_schedule(version: str, question: Question, context: Context) -> Draft | None:
    """All steps that a list of dates gives for a version, each as the newest issue has it; None of fewer than two."""
    if named_in(question, context) - _WAYS - _ALL_WAYS:
        return None
    newest: dict[frozenset[str], _Step] = {}
    for step in _steps(question, context):
        if _versions_of(step) == {version} and step.row.announced:
            newest[stems(step.label)] = step
    lines = tuple(_line(step, context) for step in sorted(newest.values(), key=lambda step: step.when.start))
    if len(lines) < _SEVERAL:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _of_several(question: Question, context: Context) -> Draft | None:
    """The day of each of several versions: "the dates for 2.1 to 2.4"; None where one that is named has none.

    The newest issue holds, unless it is asked what was tentative.
    """
    asked = _versions_asked(question.text)
    if asked is None or not _DAYS_ASKED.search(question.text):
        return None
    meant = named_in(question, context) - _WAYS - _RELEASED - numeral_stems()
    kind = stems(question.text) & _TENTATIVE
    newest: dict[str, _Step] = {}
    for step in sorted(_steps(question, context), key=lambda step: _issued(step, context)):
        around = stems(f"{step.row.announced} {' '.join(step.row.entry.record.section)}") | step.row.introduced
        for number in _versions_of(step) if meant | kind <= around else ():
            if asked(number) and _rank(step, frozenset(), number):
                newest[number] = step
    named = {match["number"] for match in VERSION.finditer(question.text)}
    if not named <= newest.keys():
        return None
    lines = tuple(_line(step, context) for step in sorted(newest.values(), key=lambda step: step.when.start))
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


_TENTATIVE = stems("tentative tentatively provisional provisionally preliminary")
_DAYS_ASKED = re.compile(r"\b(?:dates|days|schedule|timeline|when)\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?<![\w.])v?(?P<first>\d+(?:\.\d+)+)\s*(?:to|through|until|till|up\s+to|[–—-])\s*"
    r"(?:version\s+|release\s+)?v?(?P<last>\d+(?:\.\d+)+)(?![\w.]*\d)",
    re.IGNORECASE,
)


def _versions_asked(text: str) -> Callable[[str], bool] | None:
    """Tells of a version whether a text asks for it among several, one by one or from one to another."""
    if span := _FROM_TO.search(text):
        first, last = _parts(span["first"]), _parts(span["last"])
        return lambda number: first <= _parts(number) <= last
    named = {match["number"] for match in VERSION.finditer(text)}
    return named.__contains__ if len(named) >= _SEVERAL else None


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def release_days(version: str, question: Question, context: Context) -> list[tuple[Interval, Line]]:
    """The days that lists give for a version itself, in the order of the issues that have them."""
    steps = [step for step in _steps(question, context) if _rank(step, frozenset(), version)]
    return [(step.when, _line(step, context)) for step in sorted(steps, key=lambda step: _issued(step, context))]


def asks_for_release(words: frozenset[str]) -> bool:
    """Tells whether the words for what has a day say no more than that a version is to come out: "planned release"."""
    return bool(words & _RELEASED) and words <= _WAYS | _RELEASED


def one_version(text: str) -> str | None:
    """The version that a text names; None where it names none, or several."""
    found = {match["number"] for match in VERSION.finditer(text)}
    return found.pop() if len(found) == 1 else None


def named_in(question: Question, context: Context) -> frozenset[str]:
    """The words of a question for the step: without those of time, of its ways of asking, and of the whole archive."""
    text = VERSION.sub(" ", question.timeless or question.text)
    own = context.catalog.title_stems | {word for entity in question.entities for word in stems(entity.key)}
    named = [token for token in content(text) if token.start and token.text[0].isupper()]
    every = replace(context, document_ids=None)
    whole = {token.stem for token in named if token.stem in own or is_subject(token.text, every)}
    plain = light_stems() - _called(text) | stems(" ".join(function_words())) | whole
    return frozenset(token.stem for token in content(text)) - plain


def _called(text: str) -> frozenset[str]:
    """The stems of words with a capital in front of another one: "Feature Freeze" is a name, whatever "feature" is."""
    return frozenset(word for match in _NAME_BEGINS.finditer(text) for word in stems(match.group()))


_NAME_BEGINS = re.compile(r"(?<=\s)[A-Z][\w-]*(?=\s+[A-Z][a-z])")


def _steps(question: Question, context: Context) -> Iterator[_Step]:
    """The lines of lists that give a day to something named in few words, in the issues that are asked about."""
    time = ListedTime.of(question, context)
    for row in rows_of(context, time):
        period = context.document(row.entry.document_id).period
        if period is None or (time.asked is not None and not time.asked.meets(period.interval)):
            continue
        text = one_line(row.entry.text)
        dates = find_dates(text, period.interval)
        if len(dates) != 1:
            continue
        span = dates[0].span
        before, after = text[: span.start].strip(" *_"), text[span.end :].strip(" *_")
        if not before and _LED.match(after):
            label = _LED.sub("", after)
        elif not after.strip(" .") and _LEADS.search(before):
            label = _LEADS.sub("", before)
        else:
            continue
        if 0 < len(label.split()) <= _LONGEST:
            yield _Step(row, label, dates[0].interval)


_LED = re.compile(r"^(?:st|nd|rd|th)?\s*[:–—-]\s*")
_LEADS = re.compile(r"\s*[:–—]\s*$|\s+-\s*$|,\s*$")


def steps_of_version(
    question: Question, context: Context
) -> Iterator[tuple[str, frozenset[str], Interval, tuple[Evidence, ...]]]:
    """Each step that lists date for one version: the version, the step's words, the day, and the lines with it."""
    for step in _steps(replace(question, interval=None, times=(), document_ids=None), context):
        versions = _versions_of(step)
        if len(versions) == 1:
            label = stems(VERSION.sub(" ", step.label)) - stems(" ".join(function_words()))
            yield next(iter(versions)), label, step.when, _line(step, context).evidence


def _rank(step: _Step, meant: frozenset[str], version: str) -> int:
    """How many of the words for a step a line has; 0 where it is of another version, or of another step."""
    around = f"{step.row.announced} {' '.join(step.row.entry.record.section)}"
    if _versions_of(step) != {version}:
        return 0
    label = stems(VERSION.sub(" ", step.label))
    alone = not any(character.isalpha() for character in VERSION.sub("", step.label))
    if alone:
        # "1.22: 4 August": what has a day of its own without a word comes out then.
        return 1 if meant - _WAYS - _RELEASED <= stems(around) else 0
    if not meant - _WAYS - _RELEASED and label <= _RELEASED | _LAST_STEP:
        return 1 + len(meant & label)  # The day of a version is that of its last step: "Target: 4 August".
    told = meant & label
    if not told or meant - label - _WAYS - stems(around):
        return 0
    return 1 + len(told)


def _versions_of(step: _Step) -> set[str]:
    """The versions that a line names, else those that the announcement of its list does."""
    own = {match["number"] for match in VERSION.finditer(step.label)}
    return own or {match["number"] for match in VERSION.finditer(step.row.announced)}


def _issued(step: _Step, context: Context) -> date:
    return context.last_day(step.row.entry.document_id)


def _line(step: _Step, context: Context) -> Line:
    """The day, and the line that says so behind the one that announces its list."""
    entry = step.row.entry
    said, source = context.words.time(step.when), context.source(entry.document_id)
    lead = _lead(step, context)
    words = f"{one_line(context.quote(entry.document_id, lead.span))} – " if lead else ""
    evidence = (lead, evidence_of(entry)) if lead else (evidence_of(entry),)
    return Line(f"**{said}** – {words}{one_line(entry.text)} ({source})", evidence, None, frame=(said, source))


def _lead(step: _Step, context: Context) -> Evidence | None:
    """Where the words stand that announce the list, which name the version that its lines leave out."""
    if VERSION.search(step.label) or not step.row.announced:
        return None
    entry = step.row.entry
    text = context.text(entry.document_id)
    at = text.rfind(step.row.announced, 0, entry.record.span.start)
    if at < 0:
        return None
    return Evidence(entry.document_id, Span(at, at + len(step.row.announced)), entry.record.section, entry.record.page)
