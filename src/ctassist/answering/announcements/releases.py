"""Composes when a version came out, and which is the newest one of a thing, from lines that announce versions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.evidence.editions import may_be_unnamed
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.merging import Group, once
from ctassist.answering.lists.told import Told, is_short
from ctassist.answering.terms import fold
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Activity
from ctassist.model.text import Span

_VERSION = r"v?\d+(?:\.\d+)+(?:[-.]?(?:rc|beta|alpha|pre|dev)[-.]?\d*)?"
_NAME = (
    r"(?!(?:to|from|in|for|until|till|before|after|once|of|and|or|on|with|by|since|than|at|is|was|are)\b)"
    r"[^\W\d_][\w+-]*"
)
"""A thing that has versions; what stands before a number is not always one: "kites to 2.1", "until 2.1"."""
RELEASED = (
    r"(?:released|published|tagged|shipped|launched|unveiled|issued|pushed(?:\s+out)?|rolled\s+out|made\s+available|out|available|appear(?:ed)?|arrive[ds]?"
    r"|c[ao]me\s+out|comes\s+out|follow(?:ed|s)?|landed|here|announced|gone\s+live|went\s+live)"
)
_WHEN = re.compile(
    rf"\W*when\s+(?:was|were|did|has|is|will)\s+(?:the\s+)?(?:(?P<name>{_NAME})\s+)?(?:version\s+|release\s+)?(?P<version>{_VERSION})"
    rf"\s+(?:proper\s+|final\s+|itself\s+|finally\s+|officially\s+|first\s+|be\s+|been\s+)*{RELEASED}\W*",
    re.IGNORECASE,
)
_NEW = r"(?:current|latest|newest|most\s+recent|last)"
_LATEST = re.compile(
    rf"\W*(?:(?:what|which)(?:[’']s|\s+is|\s+was)?\s+)?(?:the\s+)?(?:(?:very\s+)?{_NEW}\s+(?:(?:version|release)\s+of\s+(?P<of>{_NAME})"
    rf"|(?P<name>{_NAME})(?:\s+(?:version|release))?)|(?:version|release)\s+of\s+(?P<which>{_NAME})\s+is\s+(?:the\s+)?{_NEW})"
    r"(?:\s+(?:version|release|number|one|now|at\s+present|today|called|out))*\W*",
    re.IGNORECASE,
)
"""The one thing asked for is a version: "current loom version", "what is the newest Loom?"."""
_PRELIMINARY = re.compile(r"(?:rc|beta|alpha|pre|dev)", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|would|should|shall|can|could|might|hopefully|hop(?:e|es|ing)\s+to|aim(?:s|ing)?\s+to|is\s+to|are\s+to|going\s+to|planned|slipped|postponed|delayed|until|before|once)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Release:
    """A version that a line announces."""

    name: str
    version: str
    entry: Entry[Activity]


def compose_release(question: Question, context: Context) -> Draft | None:
    """Answers when a version came out, or which is the newest one; None for others, and where no line announces it."""
    if when := _WHEN.fullmatch(question.text):
        version, name = _plain(when["version"]), fold(when["name"] or "")
        found = [release for release in _releases(context) if release.version == version and name in ("", release.name)]
    elif latest := _LATEST.fullmatch(question.text):
        name = fold(latest["of"] or latest["name"] or latest["which"])
        found = _newest([release for release in _releases(context) if release.name == name], context)
    else:
        return None
    groups = once([release.entry for release in found])
    if not groups:
        # The same number of another thing, and another one of this thing, are no answer.
        unheard = when and when["name"] and not _is_told(when["name"], _plain(when["version"]), context)
        return (
            Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
            if unheard
            else None
        )
    lines = tuple(_line(group, context) for group in groups)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _is_told(name: str, version: str, context: Context) -> bool:
    """Tells whether any line has a name with this version, or that of what all is about, be it yet to come."""
    if may_be_unnamed(name, version, context):
        return True
    told = re.compile(
        rf"(?<!\w){re.escape(name)}\s+(?:version\s+|release\s+)?v?{re.escape(version)}(?![\w.]*\d)",
        re.IGNORECASE,
    )
    return any(told.search(item.text) for item in context.view.items(context.document_ids))


def _newest(found: list[_Release], context: Context) -> list[_Release]:
    """The releases of the newest day, preliminary ones only where there are no others."""
    final = [release for release in found if not _PRELIMINARY.search(release.version)] or found
    day = max((_day(release, context) for release in final), default=date.min)
    newest = [release for release in final if _day(release, context) == day]
    best = max((_parts(release.version) for release in newest), default=())
    return [release for release in newest if _parts(release.version) == best]


def _day(release: _Release, context: Context) -> date:
    times = release.entry.record.intervals
    period = context.document(release.entry.document_id).period
    return times[0].start if times else period.end if period else date.min


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def _releases(context: Context) -> Iterator[_Release]:
    """The versions that lines announce, in the order of the documents; of several in a line each."""
    known = {
        (row.document_id, row.record.span): row for row in context.view.activities(document_ids=context.document_ids)
    }
    rows = list(known.values())
    covered = {(row.document_id, row.record.span.start) for row in rows}
    for item in context.view.items(context.document_ids):
        if (item.document_id, item.record.span.start) not in covered and _announced(item.text):
            period = context.document(item.document_id).period
            own = (period.interval,) if period and is_short(period.interval) else ()
            record = Told(item.record.span, item.record.section, own, page=item.record.page)
            rows.append(Entry(-item.id, item.document_id, item.text, record))
    for row in rows:
        for name, version in _announced(row.text):
            yield _Release(name, version, row)


@lru_cache(maxsize=20_000)
def _announced(text: str) -> tuple[tuple[str, str], ...]:
    """Name and version of what the sentences of a line announce: "loom 2.1 came out on Monday", "Loom 2.1 (4 May)"."""
    found = []
    for sentence in sentences(text, Span(0, len(text))):
        words = sentence.of(text)
        for match in _ANNOUNCED.finditer(words):
            if not AHEAD.search(words[: match.end()]):
                found.append((fold(match["name"]), _plain(match["version"])))
    return tuple(found)


_ANNOUNCED = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME})\s+(?:version\s+|release\s+)?(?P<version>{_VERSION})(?![\w.]*\d)"
    rf"(?:,[^,.;:]{{3,60}},)?(?:\s+(?:\([^()]*\b\d{{1,2}}\b[^()]*\)|(?:[\"“«(]?\w+[\"”»)]?\s+){{0,5}}?{RELEASED}\b)|(?=\s*:(?!\s*https?:)))",
    re.IGNORECASE,
)
"""Behind a version stands that it is out, the day in brackets, or, after a colon, what is new."""


def _plain(version: str) -> str:
    return version.casefold().removeprefix("v")


def _line(group: Group, context: Context) -> Line:
    return activity_line(group, context.words)
