"""Composes how the day of something moved: each day that issues gave for it, in the order in which they did."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ctassist.answering.announcements.schedules import VERSION, asks_for_release, one_version, release_days
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.terms import Token, content, function_words, light_stems, stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Span
from ctassist.model.time import Interval, Precision

_DATE = r"(?:dates?|days?|deadlines?|due\s+dates?|timing)"
_MOVED = (
    r"(?:moved?|shift(?:ed)?|slip(?:ped)?|postponed?|rescheduled|delayed|deferred|extended|prolonged|advanced|pushed\s+(?:back|out)|put\s+(?:off|back)"
    r"|(?:brought|moved|pulled)\s+forward)"
)
_ASKED = re.compile(
    rf"^\W*how\s+(?:often\s+|many\s+times\s+|far\s+)?(?:did|do|does|has|have|had|was|were|is)\s+"
    rf"(?:(?P<moved>[^?;]+?)\s+(?:(?:been|being|get|got)\s+)?{_MOVED}\b"
    rf"|(?P<dated>(?=[^?;]*\b{_DATE}\b)[^?;]+?)\s+(?:been\s+)?(?:changed?|develop(?:ed)?|evolved?|altered|revised|corrected)\b)",
    re.IGNORECASE,
)
"""Of what is changed in some other way than by being moved, the day has to be asked for."""
_FROM_WHICH = re.compile(
    rf"^\W*(?:(?:was|were|is|has|have|had)\s+(?P<moved>[^?;,]+?)\s+(?:been\s+)?{_MOVED}\b[^?;]*?"
    r"\b(?:from|to|until)\s+(?:which|what|when)\b"
    rf"|from\s+(?:which|what)\s+(?:{_DATE}\s+)?to\s+(?:which|what)(?:\s+{_DATE})?\s+(?:was|were|is|has|have|had)\s+"
    rf"(?P<dated>[^?;,]+?)\s+(?:been\s+)?{_MOVED}\W*$)",
    re.IGNORECASE,
)
"""Asks for both days: "was the ball moved, and from which date to which?"."""
_DATE_STEMS = stems("date day deadline")
_SET = (
    r"(?:is|are|was|were|has|have|had|been|be|will|would|should|now|then|still|also|officially|again"
    r"|instead|set|fixed|planned|scheduled|slated|due|foreseen|expected|announced|coming|comes|starts?|starting|started"
    r"|begins?|beginning|began|takes|take|taking|place|falls?|happens?|extended|postponed|delayed|deferred|moved|moves|shifted"
    r"|pushed|brought|put|back|forward|up|off|over|rescheduled|changed|slipped|slips|to|from|until|till|for|on|by|in|the|of)"
)
_LINK = re.compile(rf"(?:[\s:,(*_–—-]|\b{_SET}\b)*$", re.IGNORECASE)
"""What may stand between a thing and the day given for it."""
_DAY_OF = re.compile(
    rf"^\W*(?:the\s+)?{_DATE}\s+(?:of|for)\b|\b(?:dates?|deadlines?|due\s+dates?|timing)(?=\s+(?:of|for)\b|\W*$)",
    re.IGNORECASE,
)
"""What says that the day of something is asked for; a "dye day" is called so itself."""
_MOVED_FROM = re.compile(rf"\b{_MOVED}(?:\s+(?:back|forward|over|up))?(?:\s+from)?\W*$", re.IGNORECASE)
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Given:
    """A day that a sentence of an issue gives for the thing."""

    entry: Entry[Item]
    span: Span
    day: Interval
    issued: date


def compose_moved_date(question: Question, context: Context) -> Draft | None:
    """Answers how the day of something moved with what issues said of it; None where they gave fewer than two days."""
    said = question.timeless or question.text
    asked = _ASKED.match(said) or _FROM_WHICH.match(said)
    if asked is None or question.unknown:
        return None
    version = one_version(question.text)
    thing = _thing(asked["moved"] or asked["dated"], context)
    if not thing:
        return None
    if version and asks_for_release(thing) and (listed := _of_release(version, question, context)):
        return listed
    given = [found for found in _given(thing, version, context) if _is_in_time(found, question)]
    told = _changes(_of_version(_rounds(given), version, context))
    if len(told) < _SEVERAL:
        return None
    lines = tuple(_line(found, context) for found in told)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _of_release(version: str, question: Question, context: Context) -> Draft | None:
    """How the day of a version itself moved, as lists of dates have it one after the other; None of one day alone."""
    days = [next(same) for _, same in groupby(release_days(version, question, context), key=lambda given: given[0])]
    if len(days) < _SEVERAL:
        return None
    lines = tuple(line for _, line in days)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _thing(words: str, context: Context) -> frozenset[str]:
    """The stems of what is asked about, without its version and the name of what all issues are about."""
    every = replace(context, document_ids=None)
    named = VERSION.sub(" ", _DAY_OF.sub(" ", words))
    tokens = [token for token in content(named) if not _is_whole(token, every)]
    return frozenset(token.stem for token in tokens) - stems(" ".join(function_words()))


def _is_whole(token: Token, context: Context) -> bool:
    own = context.catalog.title_stems | context.catalog.own_stems
    return token.text[0].isupper() and (token.stem in own or is_subject(token.text, context))


def _is_in_time(found: _Given, question: Question) -> bool:
    return question.interval is None or question.interval.contains(found.issued)


def _given(thing: frozenset[str], version: str | None, context: Context) -> Iterator[_Given]:
    """The days that sentences give for the thing, in the order in which their issues came out."""
    entries = [e for e in context.view.items(context.document_ids) if thing <= stems(e.text)]
    entries = [entry for entry in entries if context.document(entry.document_id).period]
    for entry in sorted(entries, key=lambda entry: (context.last_day(entry.document_id), entry.record.span.start)):
        text = context.text(entry.document_id)
        for span in sentences(text, entry.record.span):
            for day in _days(one_line(span.of(text)), thing, version, entry, context):
                yield _Given(entry, span, day, context.last_day(entry.document_id))


def _days(
    said: str, thing: frozenset[str], version: str | None, entry: Entry[Item], context: Context
) -> Iterator[Interval]:
    period = context.document(entry.document_id).period
    behind, named = 0, False
    for found in find_dates(said, period.interval if period else None):
        clause = re.split(r"[;.]\s", said[behind : found.span.start])[-1]
        link = _LINK.search(clause)
        before = clause[: link.start()] if link else clause
        # "From 3 May to 9 May" gives two days for the one thing before.
        named = (named and not before.strip()) or _ends_in(before, thing, version)
        behind = found.span.end
        if named:
            yield from _single_days(found.interval, link.group() if link else "")


def _single_days(found: Interval, link: str) -> Iterator[Interval]:
    """The day of a date, or both days of "moved from 3 May to 9 May", which lasts from neither to the other."""
    if found.precision is Precision.DAY:
        yield found
    elif found.precision is Precision.RANGE and _MOVED_FROM.search(link):
        yield from (Interval(day, day, Precision.DAY) for day in (found.start, found.end))


def _ends_in(clause: str, thing: frozenset[str], version: str | None) -> bool:
    """Tells whether a clause ends in the thing's name, of the version asked for where it names one."""
    own = {match["number"] for match in VERSION.finditer(clause)}
    if own and version not in own:
        return False
    if not own and thing <= light_stems() | stems("release version"):
        return False  # Whose "release" it is must be said.
    plain = re.sub(r"\b(?:of|for)\s*$", "", VERSION.sub(" ", clause).rstrip(), flags=re.IGNORECASE)
    tokens = list(content(plain))
    while tokens and tokens[-1].stem in _DATE_STEMS - thing:
        tokens.pop()  # "The code freeze date is …"
    return bool(tokens) and tokens[-1].stem in thing and thing <= {token.stem for token in tokens}


def _rounds(given: Sequence[_Given]) -> list[list[_Given]]:
    """The days in rounds: what is announced after a day is over is the next of its kind, and no move of it."""
    rounds: list[list[_Given]] = []
    for found in given:
        if rounds and found.issued <= rounds[-1][-1].day.end:
            rounds[-1].append(found)
        else:
            rounds.append([found])
    return rounds


def _of_version(rounds: list[list[_Given]], version: str | None, context: Context) -> list[_Given]:
    """The round whose issues speak of the version; without one the only round in which a day was moved."""
    if version is None:
        moved = [found for found in rounds if len(_changes(found)) >= _SEVERAL]
        return moved[0] if len(moved) == 1 else []
    naming = [sum(_speaks_of(found, version, context) for found in each) for each in rounds]
    most = max(naming, default=0)
    best = [each for each, count in zip(rounds, naming, strict=True) if count == most]
    return best[0] if most and len(best) == 1 else []


def _speaks_of(found: _Given, version: str, context: Context) -> bool:
    """Tells whether the section of a line names the version, or its first number ("1.3.0" of 1.3)."""
    section = [
        entry.text
        for entry in context.view.items([found.entry.document_id])
        if entry.record.section == found.entry.record.section
    ]
    numbers = {match["number"] for match in VERSION.finditer(" ".join(section))}
    return not numbers.isdisjoint((version, f"{version}.0"))


def _changes(given: Sequence[_Given]) -> list[_Given]:
    """The first line for each day, and again where an issue went back to a day."""
    return [next(same) for _, same in groupby(given, key=lambda found: found.day)]


def _line(found: _Given, context: Context) -> Line:
    entry, source = found.entry, context.source(found.entry.document_id)
    said = one_line(context.quote(entry.document_id, found.span))
    when = context.words.time(found.day)
    evidence = Evidence(entry.document_id, found.span, entry.record.section, entry.record.page)
    return Line(f"**{when}** – {said} ({source})", (evidence,), None, frame=(when, source))
