"""Composes what a body decided: sentences that tell what it resolved, appointed, raised; lines headed "Decisions"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.terms import (
    Token,
    content,
    fold,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
)
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import has_date
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.sentences import sentences
from ctassist.extraction.vocabulary import alternatives
from ctassist.extraction.vocabulary import table as extraction_table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Span

_ASKED = re.compile(
    r"\b(?:what|which)\b[^?]*?\b(?:decid(?:e|ed)|resolved?|agreed?(?:\s+(?:on|upon|to))?)\b"
    r"|\b(?:what|which|list|all|the|any)\s+(?:\w+\s+){0,2}?(?:decisions?|resolutions)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\W*(?:(?:Then|Finally|Also|Afterwards|On [^,]{3,30}|In [^,]{3,30}),?\s+)?(?:the\s+|our\s+|its\s+)?"
    r"(?:(?:[\w-]+\s+)?(?:meeting|session|sitting)\s+of\s+(?:the\s+|our\s+)?)?"
    r"(?P<who>(?:[\w’'-]+\s+(?:(?:of|on|for)\s+(?:the\s+)?)?){1,6}?)"
    r"(?:(?:meeting|session|sitting)\s+)?(?:(?:also|then|thus|therefore|again|finally|unanimously|formally|provisionally|further)\s+)*(?P<verb>(?-i:[a-z]+))\b",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(r"\W*It\s+was\s+(?:\w+ly\s+)?(?:decided|agreed|resolved|approved)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:(?:the|key|main|all|our)\s+)*(?:decisions?|resolutions?)\b[\w\s]*", re.IGNORECASE
)
_LABEL = re.compile(r"\W*(?:decision|resolution|resolved|decided|agreed)\b[^:]{0,20}:\s", re.IGNORECASE)
_TOP = 200
"""So many characters hold the title, the place and the day of minutes."""


def compose_decisions(question: Question, context: Context) -> Draft | None:
    """Answers with all that a body decided, in the asked time; None where that is not asked for or not told.

    A topic that the question names must stand in the sentence or above it.
    """
    if not _ASKED.search(question.text) or question.unknown or question.roles:
        return None
    asked = [token for word in question.subject for token in content(word)]
    bodies = frozenset(token.stem for token in asked if _is_actor(token))
    topic = frozenset(t.stem for t in asked) - bodies - _ways() - context.catalog.own_stems
    topic -= {word for place in question.places for word in stems(place.name)}
    time = ListedTime.of(question, context)
    lines: dict[str, Line] = {}
    for entry in context.view.items(context.document_ids):
        if not time.may_meet(entry.document_id) or not _is_there(entry, question, context):
            continue
        for span in _decisions(entry, bodies, context):
            words = " ".join(context.quote(entry.document_id, span).split())
            around = stems(" ".join((words, *entry.record.section)))
            if topic <= around and _is_in_time(entry, time):
                lines.setdefault(fold(words), _line(words, entry, span, context))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines.values()), coverage=coverage)


def _is_actor(token: Token) -> bool:
    """Tells whether a word of the question is of whoever decides: "the Steering Board", "the assembly"."""
    return is_body_noun(token) or (token.text[0].isupper() and token.start > 0) or fold(token.text) in _MEETINGS


_MEETINGS = frozenset(["meeting", "session", "congress", "convention", "parliament", "presidium", "plenary"])


@cache
def _ways() -> frozenset[str]:
    """Stems of the words by which decisions are asked for."""
    own = stems(
        "decide decided decision decisions resolve resolved resolution resolutions agree agreed took taken made"
    )
    return own | light_stems() | generic_event_stems() | stems(" ".join(_MEETINGS))


@cache
def _deciding() -> re.Pattern[str]:
    """Verbs in the past; those of seeing and of coming together decide nothing."""
    irregular = alternatives(extraction_table("grammar")["irregular_past"])
    return re.compile(rf"(?!(?:{alternatives(table('words')['attending_verbs'])})$)(?:\w{{2,}}ed|{irregular})")


def _decisions(entry: Entry[Item], bodies: frozenset[str], context: Context) -> Iterator[Span]:
    """The sentences of a line that tell a decision of a body with these words, or of any where there are none."""
    text = context.text(entry.document_id)
    section = entry.record.section
    headed = bool(section) and _HEADING.fullmatch(section[-1]) is not None
    title = context.document(entry.document_id).title
    whose = stems(" ".join((title, *section)))
    for span in sentences(text, entry.record.span):
        words = " ".join(span.of(text).split())
        subject = _SUBJECT.match(_ASIDE.sub(" ", words[_after_day(words) :]))
        acts = subject and _deciding().fullmatch(subject["verb"]) and _is_named(subject["who"], bodies)
        told = headed or _LABEL.match(words) or _IMPERSONAL.match(words)
        if acts or (told and bodies - _ways() <= whose | stems(words)):
            yield span


_ASIDE = re.compile(r",\s+(?:at|in|on|during|the\s+first|the\s+last|presided|chaired|led|hosted)\b[^,.;]{2,60},\s+")
"""What stands between a body and what it did: "the Board, at its ninth session, approved …"."""
_DAY_FIRST = re.compile(r"[^–—|:]{3,28}?\s*[–—|]\s+(?=[^\W\d_])")


def _after_day(words: str) -> int:
    """Where a sentence begins behind the day that stands before it: "4-5 Jul – Ninth Board meeting approved …"."""
    first = _DAY_FIRST.match(words)
    return first.end() if first and has_date(first.group()) else 0


def _is_named(who: str, bodies: frozenset[str]) -> bool:
    """Tells whether a sentence's subject is the body asked for; without one, whether it is any body."""
    subject = list(content(who))
    if bodies - _ways():
        return bodies - _ways() <= {token.stem for token in subject}
    return bool(subject) and is_body_noun(subject[-1])


def _is_there(entry: Entry[Item], question: Question, context: Context) -> bool:
    """Tells whether the top of a document, or the line itself, has the places that a question names."""
    if not question.places:
        return True
    words = f"{context.text(entry.document_id)[:_TOP]} {entry.text}"
    found = [place.place for place in find_places(" ".join(words.split()))]
    return all(any(lies_in(place, asked) for place in found) for asked in question.places)


def _is_in_time(entry: Entry[Item], time: ListedTime) -> bool:
    """Tells whether a decision is of the asked time: in minutes that of the meeting, be it for a later day."""
    period = time.periods[entry.document_id]
    if time.asked is None or period is None or (period.end - period.start).days >= _SHORT_DAYS:
        return time.meets(entry)
    return time.asked.meets(period.interval)


_SHORT_DAYS = 10
"""Minutes are of few days."""


def _line(words: str, entry: Entry[Item], span: Span, context: Context) -> Line:
    issue = context.issue(entry.document_id)
    evidence = Evidence(entry.document_id, span, entry.record.section, entry.record.page)
    return Line(f"{words} ({issue})", (evidence,), None, frame=(issue,))
