"""Composes who bears a title that a question names with no more than whose it is: "Who is the Secretary-General?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.statements.speakers import bears_title, staff
from ctassist.answering.terms import fold, stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question, Wants
from ctassist.extraction.dates import find_dates
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.names import ACRONYM, WORD
from ctassist.extraction.role_grammar import PERSON
from ctassist.extraction.speakers import address, office_pattern
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item, Statement

_MOST = 3
"""Where more organisations have somebody with the title, the question does not tell which is meant."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who bears a title in an issue; ``organisation`` is empty where it needs none, None where unsaid."""

    name: str
    title: str
    organisation: str | None
    entry: Entry[Statement] | Entry[Item]
    new: bool
    """Whether the line tells that it is somebody else now."""
    since: date | None = None
    """The day from which on, where the line says it."""


def compose_office(question: Question, context: Context) -> Draft | None:
    """Answers who bears a title by the newest line that says so, for each organisation that has one.

    None where nobody does, or where the question asks for more than a title and whose it is.
    """
    match = _asked().match(question.timeless or question.text) if question.wants is Wants.WHO else None
    if not match or question.places or question.unknown or len(question.entities) > 1:
        return None
    if question.interval is None and _WAS.search(question.text):
        return None
    whose = match["of"] or match["before"]
    of_own = bool(whose) and stems(whose) <= context.catalog.own_stems
    if bool(whose and not of_own) != bool(question.entities):
        return None
    rows = context.view.statements(document_ids=context.document_ids)
    bearers = bearers_of(match["title"], context)
    known = bearers
    coming = _WILL.search(question.text) is not None
    bearers = _to_come(bearers, question, context) if coming else _in_time(bearers, question, context)
    if question.entities:
        own = staff(rows, question.entities[0], context)
        before = [one for one in known if one.organisation and mentions(one.organisation, question.entities[0])]
        bearers = [
            one
            for one in bearers
            if _comes_after(one, before, context)
            # Whose title somebody is to bear must be told: it is not that of whoever is asked about.
            or (not (coming and one.organisation is None) and _is_of(one, question.entities[0], headless="" in own))
        ]
    elif of_own:
        bearers = [one for one in bearers if not key_of(one.organisation, context)]
    newest = _newest(bearers, context)
    if not newest or len(newest) > _MOST:
        return None
    lines = tuple(bearer_line(one, context) for one in newest)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def bearers_of(title: str, context: Context) -> list[Bearer]:
    """All who bear a title in some line of the archive."""
    rows = context.view.statements(document_ids=context.document_ids)
    return [*_speakers(rows, title), *_told(title, context)]


def titles_of(entity: Entity, context: Context) -> list[str]:
    """The titles that lines of the archive give somebody, or may give: they stand in a line that has the name.

    A kind of office is a title of its own: a "Harbour Lead" is not the lead.
    """
    lines = [entry.text for entry in context.view.items(context.document_ids) if mentions(entry.text, entity)]
    kinds = dict.fromkeys(match.group() for text in lines for match in _of_kind().finditer(text))
    titles = dict.fromkeys(match.group().casefold() for text in lines for match in office_pattern().finditer(text))
    borne = [t for t in (*kinds, *titles) if any(mentions(one.name, entity) for one in bearers_of(t, context))]
    return [t for t in borne if not any(stems(t) < stems(kind) for kind in borne if kind in kinds)]


@cache
def _of_kind() -> re.Pattern[str]:
    """An office with what kind it is, both with capitals: "Harbour Lead"; of a head's title it says whose it is."""
    people = table("people")
    offices = alternatives(sorted({*people["titles"], *people["offices"]} - {*people["heads"]}))
    kind = rf"(?!{ACRONYM}|(?i:{alternatives(people['attributes'])}|the|our|its)\b){WORD}"
    return re.compile(rf"(?<![\w-]){kind}\s+(?=[A-Z])(?i:{offices})\b")


def when(one: Bearer, context: Context) -> tuple[str, bool, int]:
    """Orders bearers by the issues that tell of them, those who are new last."""
    period = context.document(one.entry.document_id).period
    return (one.since or period.end).isoformat() if period else "", one.new, one.entry.id


_WILL = re.compile(r"\b(?:will|is\s+to|becomes?)\b", re.IGNORECASE)
_WAS = re.compile(r"\bwas\b", re.IGNORECASE)
"""Without a time it asks for somebody before the present one."""


@cache
def _asked() -> re.Pattern[str]:
    kind = rf"(?![A-Z]{{2}}|(?:{_NO_KIND})\b)(?:{WORD}|[a-z][a-z-]+)"
    title = rf"(?:{kind}\s+)?(?i:{office_pattern().pattern})(?:[ -]{WORD})?"
    return re.compile(
        r"\W*(?i:and\s+|so\s+)?(?i:who(?:[’']s|\s+(?:is|was|are|serves?\s+as|acts?\s+as|(?:will|is\s+to)\s+(?:be(?:come)?|serve\s+as)|becomes?)))\s+"
        r"(?i:(?:currently|now|then|presently)\s+)?(?i:(?:the|our|its)\s+)?(?i:(?:current|present|new|serving)\s+)?"
        rf"(?:(?P<before>{WORD})(?:[’']s?)?\s+)??(?P<title>{title})"
        r"(?:\s+(?:of|at)\s+(?:the\s+)?(?P<of>[^?,;]+?))?"
        r"(?:\s+(?i:now|today|currently|at\s+present|these\s+days|in|during|on|as\s+of|as\s+from|at|from|by|starting))?\W*$"
    )


_NO_KIND = r"the|our|its|a|an|now|current|present|new|serving|currently|then|presently|next|first|last|former|previous"


def _speakers(rows: Sequence[Entry[Statement]], title: str) -> Iterator[Bearer]:
    for row in rows:
        record = row.record
        if record.title and bears_title(row, title) and _is_whole(record.title, title):
            yield Bearer(record.speaker, record.title, record.organisation or "", row, new=False)


def _is_whole(borne: str, title: str) -> bool:
    """Tells whether a title, without what it is of, is no more than the one asked for: no "Director General"."""
    post = _OF.split(borne)[0].strip()
    return stems(_NEW.sub("", post)) == stems(title) or post.isupper()


_OF = re.compile(r",|\s+(?:of|for|at|in)\s+")
_NEW = re.compile(r"^(?:(?:new|newly\s+\w+|acting|interim|incoming|current)\s+)+", re.IGNORECASE)


@lru_cache(maxsize=256)
def _forms(title: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a line names the bearer of a title; groups ``name``, ``by`` or ``of``, and ``new``."""
    honorific = rf"(?:{address()})?"
    not_beside = r"(?<!former\s)(?<!outgoing\s)(?<!late\s)(?<!then\s)(?<![\w-])(?<!Deputy\s)(?<!Assistant\s)(?<!Vice\s)"
    whose = rf"(?:(?P<by>{ACRONYM})(?:[’']s)?\s+)?"
    post = rf"{whose}{not_beside}(?P<post>(?i:{re.escape(title)}))(?![\w-])"
    bare = rf"(?P<post>(?i:{re.escape(title)}))(?![\w-])"
    named = rf"{ACRONYM}|{WORD}(?:\s+(?:(?:of|for|on|and|the)\s+)?{WORD})*"
    of = rf"(?:\s+(?:of|at|for)\s+(?:the\s+)?(?P<of>{named}))?"
    name = rf"{honorific}(?P<name>{PERSON})"
    came = (
        r"(?P<new>took\s+(?:up\s+)?office|takes\s+office|(?:was|has\s+been)\s+(?:re-?)?(?:elected|appointed|named|sworn\s+in)"
        r"|took\s+over|is\s+now|becomes?|became|(?:succeed(?:s|ed)|follow(?:s|ed)|replace[sd]|t(?:ook|akes)\s+over\s+from)\s+[^.;]{3,50})"
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{post}{of},\s+{name}",
            # Without a comma, words with capitals go on with the name of what it is of.
            rf"{post}(?:\s+(?:of|at|for)\s+(?:the\s+)?(?P<of>{ACRONYM}))?\s+{name}",
            rf"(?<!of\s){name},\s+(?:(?:the|our|its|now|also|an?)\s+)*(?P<new>(?:new|incoming|newly\s+\w+)\s+)?{post}{of}",
            rf"{name}\s+(?:{came}|is|(?:serves|works|acts)(?=\s+as))\s+(?:as\s+)?(?:the\s+|its\s+|our\s+)?(?:new\s+|next\s+)?{post}{of}",
            rf"{name},\s+[^,.;]{{3,60}},\s+{came}\s+(?:as\s+)?(?:the\s+|its\s+|our\s+)?(?:new\s+|next\s+)?{post}{of}",
            rf"{name},?\s+(?:who\s+)?(?:has\s+)?(?P<new>joined|joins)\s+(?:the\s+)?(?:(?P<by>{named})\s+)?[^.;]{{0,30}}?\bas\s+"
            rf"(?:an?\s+|the\s+|its\s+|our\s+)?(?:new\s+)?{bare}{of}",
            rf"\b(?P<new>appoint(?:ed|s)|elect(?:ed|s)|nam(?:ed|es)|welcom(?:ed|es))\s+{name}\s+(?:as\s+|to\s+be\s+)?(?:the\s+|its\s+)?"
            rf"(?:new\s+|next\s+)?{post}{of}",
            rf"(?P<by>{named})\s[^.;:]{{0,80}}?\b(?P<new>made|elected|named"
            rf"|appointed|chose|picked|confirmed)\s+{name}\s+(?:as\s+)?(?:its|their)\s+(?:new\s+|next\s+)?{bare}",
            rf"{post}{of}\s*(?::|\s[–—-]\s)\s*{name}",
            rf"{name}\s+\({post}{of}\)",
        )
    )


def _told(title: str, context: Context) -> Iterator[Bearer]:
    words = stems(title)
    for entry in context.view.items(context.document_ids):
        if not words <= stems(entry.text):
            continue
        text = " ".join(entry.text.split())
        for form in _forms(title):
            for match in form.finditer(text):
                found = match.groupdict()
                if is_person(match["name"]):
                    organisation, new = found.get("by") or found.get("of"), bool(found.get("new"))
                    since = _since(text, match.end(), entry, context) if new else None
                    yield Bearer(match["name"], match["post"], organisation, entry, new=new, since=since)


_FROM = re.compile(r",?\s+(?:with\s+effect\s+)?(?:from|on|as\s+of|as\s+from|since|effective|starting|beginning)\s+")


def _since(text: str, end: int, entry: Entry[Item], context: Context) -> date | None:
    """The day that stands right behind a title, from which on somebody new bears it: "… from 1 July"."""
    behind = _FROM.match(text, end)
    period = context.document(entry.document_id).period
    dates = find_dates(text[behind.end() : behind.end() + 40], period.interval if period else None) if behind else []
    return dates[0].interval.start if dates and dates[0].span.start == 0 else None


def _to_come(bearers: Sequence[Bearer], question: Question, context: Context) -> list[Bearer]:
    """Those who are told to bear the title from a day on: who bears it now need not stay."""
    periods = {one.entry.document_id: context.document(one.entry.document_id).period for one in bearers}
    return [
        one
        for one in bearers
        if one.since
        and (period := periods[one.entry.document_id])
        and period.start <= one.since
        and (question.interval is None or one.since <= question.interval.end)
    ]


def _comes_after(bearer: Bearer, before: Sequence[Bearer], context: Context) -> bool:
    """Tells whether the paragraph that names somebody's title without whose names who bore it there before."""
    if bearer.organisation is not None:
        return False
    start, end = bearer.entry.record.span.start, bearer.entry.record.span.end
    text = context.text(bearer.entry.document_id)
    paragraph = text[text.rfind("\n", 0, start) + 1 : end]
    return any(one.name in paragraph for one in before if fold(one.name) != fold(bearer.name))


def _is_of(bearer: Bearer, entity: Entity, *, headless: bool) -> bool:
    return mentions(bearer.organisation, entity) if bearer.organisation else headless


def _in_time(bearers: Sequence[Bearer], question: Question, context: Context) -> list[Bearer]:
    """Those who may have borne the title in the time asked about: without who came later.

    An issue of that time tells it better than a review of the whole year, which may name who came after it.
    """
    asked = question.interval
    day = asked.end if asked else context.as_of
    later = {fold(one.name) for one in bearers if one.since and one.since > day}
    begun = [one for one in bearers if fold(one.name) not in later]
    if asked is None:
        return begun
    dated = [(one, period) for one in begun if (period := context.document(one.entry.document_id).period)]
    before = [(one, period) for one, period in dated if period.start <= day]
    within = [one for one, period in before if period.end <= day]
    if any(period.interval.meets(asked) and period.end <= day for _, period in before):
        return within  # An issue that goes on after the time may tell who came then.
    then = [one for one, period in before if period.end - day <= _LATER]
    direct = any(period.interval.meets(asked) and period.end - day <= _LATER for _, period in before)
    return then if direct else [one for one, _ in before]


_LATER = timedelta(days=62)


def _newest(bearers: Sequence[Bearer], context: Context) -> list[Bearer]:
    """The newest bearer for each organisation; only the archive's own, where it has one or needs no name."""
    found: dict[str | None, Bearer] = {}
    unsaid = _key_of_unsaid({key_of(one.organisation, context) for one in bearers})
    for one in sorted(bearers, key=lambda one: when(one, context)):
        key = key_of(one.organisation, context)
        found[unsaid if key is None else key] = one
    return [found[""]] if "" in found else list(found.values())


def key_of(organisation: str | None, context: Context) -> str | None:
    """What the title is of, however it is written; nothing for the archive's own organisation."""
    if not organisation:
        return organisation
    known = context.catalog.find_entities(organisation)
    forms = known[0].entity.forms if known else (organisation,)
    own = any(stems(form) <= context.catalog.own_stems for form in forms)
    return "" if own else known[0].entity.key if known else fold(organisation)


def _key_of_unsaid(keys: set[str | None]) -> str | None:
    """Whose a title is of which a line does not say it: the archive's own, or that of the only one that has it."""
    named = keys - {None}
    return "" if "" in named else next(iter(named)) if len(named) == 1 else None


def bearer_line(bearer: Bearer, context: Context) -> Line:
    """One line for whoever bears a title, with the issue that says so."""
    issue = context.issue(bearer.entry.document_id)
    named = bearer.organisation and fold(bearer.organisation) not in fold(bearer.title)
    post = f"{bearer.organisation} {bearer.title}" if named else bearer.title
    return Line(f"{post}: {bearer.name} ({issue})", (evidence_of(bearer.entry),), None, frame=(post, issue))
