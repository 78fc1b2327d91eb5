"""Composes which alphas, betas and release candidates of a version there were: "list the pre-releases of 1.22"."""

import re
from collections.abc import Iterator

from ctassist.answering.announcements.releases import AHEAD, RELEASED
from ctassist.answering.announcements.scheduled import Schedule
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status

_KINDS = {
    "alpha": r"alpha|a(?=\d)",
    "beta": r"beta|b(?=\d)",
    "rc": r"rc|release\s+candidate",
}
_ASKED = re.compile(
    r"\b(?:which|what|list|name|show|give|tell|all|every|each|the)\b[^?;]*?"
    r"(?:\bpre-?\s?releases?\b|\bpreliminary\s+(?:versions?|releases?)\b|\b(?:alphas|betas|rcs)\b|\brelease\s+candidates?\b"
    r"|\b(?:alpha|beta|rc)\s+(?:versions?|releases?|builds?)\b)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\bpre-?\s?releases?\b|\bpreliminary\b", re.IGNORECASE)
_KIND = {
    "alpha": re.compile(r"\balphas?\b", re.IGNORECASE),
    "beta": re.compile(r"\bbetas?\b", re.IGNORECASE),
    "rc": re.compile(r"\brcs?\b|\brelease\s+candidates?\b", re.IGNORECASE),
}
_CAME_OUT = re.compile(
    rf"\b(?:was|were|has|have|been|did)\s+(?:[\w-]+\s+){{0,3}}?(?:{RELEASED}|come\s+out)\b|\bcame\s+out\b",
    re.IGNORECASE,
)
"""Asks for those that were out: what was still to come is none."""
_NUMBER = re.compile(r"(?<![\d.])v?\d+(?:\.\d+)+")


def compose_preliminary(question: Question, context: Context) -> Draft | None:
    """Answers with the sentences that tell of a version's pre-releases; None for others, and where none does."""
    if not _ASKED.search(question.text) or (schedule := Schedule.of(question.text)) is None:
        return None
    named = frozenset(kind for kind, pattern in _KIND.items() if pattern.search(question.text))
    kinds = named or frozenset(_KIND if _ANY.search(question.text) else ())
    time = ListedTime.of(question, context)
    rows = [row for row in rows_of(context, time) if time.meets(row.entry)]
    out = _CAME_OUT.search(question.text) is not None
    lines = tuple(_lines(rows, kinds, schedule, context, out=out))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _lines(
    rows: list[Row], kinds: frozenset[str], schedule: Schedule, context: Context, *, out: bool
) -> Iterator[Line]:
    names = "|".join(_KINDS[kind] for kind in sorted(kinds))
    whole = re.compile(
        rf"(?<![\w.])v?{re.escape(schedule.number)}(?:\.0)?[\s.-]?(?:{names})[\s.-]?\d*(?!\w)", re.IGNORECASE
    )
    alone = re.compile(rf"(?<![\w.])(?:{names})[\s.-]\d+(?!\w)", re.IGNORECASE)
    unnamed = [row for row in rows if alone.search(row.entry.text)]
    of_it = schedule.lines(unnamed, context) if unnamed else frozenset()
    for row in rows:
        entry, text = row.entry, context.text(row.entry.document_id)
        if not (entry.id in of_it or whole.search(entry.text)):
            continue
        for span in sentences(text, entry.record.span):
            said = one_line(span.of(text))
            if out and AHEAD.search(said):
                continue
            # "Beta 0 comes out tomorrow" is of the version whose schedule it stands in.
            if whole.search(said) or (entry.id in of_it and alone.search(said) and not _NUMBER.search(said)):
                source = context.source(entry.document_id)
                evidence = Evidence(entry.document_id, span, entry.record.section, entry.record.page)
                yield Line(f"{said} ({source})", (evidence,), None, frame=(source,))
