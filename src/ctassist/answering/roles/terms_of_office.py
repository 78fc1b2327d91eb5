"""Terms of office: whose ends in a time, and from when to when somebody held a post, as lists of holders say."""

import re
from collections.abc import Iterator, Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.holding import holding
from ctassist.answering.roles.lines import body_title
from ctassist.answering.roles.tenures import Row
from ctassist.answering.terms import fold, table
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Interval

_TERM = re.compile(
    r"\b(?:terms?|mandates?|tenures?)\b|\bwhose\s+(?:seats?|places?|posts?|positions?)\b.*\b(?:expires?|ends?|ending|expiring|runs?\s+out|up)\b|\bfrom\s+when\s+(?:until|till|to)\s+when\b|\bhow\s+long\s+(?:was|were|did|has|had)\b.+\b(?:on|in|serve[d]?|sit|sat)\b",
    re.IGNORECASE,
)

_NUMERALS = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?P<year>\d{4})\b")
"""A date that may be read in two ways ("3/4/2031") is still one to be shown, and its year to be compared."""
_YEAR = re.compile(r"(?:19|20)\d{2}")
"""In a cell of its own a year is one: "Term end | 2031"."""


def speaks_of_terms(question: Question) -> bool:
    """Tells whether a question speaks of somebody's term of office."""
    return _TERM.search(question.text) is not None


def compose_terms(
    question: Question, context: Context, matched: Sequence[Body], bodies: Sequence[Body]
) -> Draft | None:
    """Answers with the lines of holders whose term ends in the asked time, or that state a term of the asked length.

    Where neither is asked for, with the dated lines of one holder, or of all who have the asked post.

    Args:
        question: the question.
        context: what the archive knows.
        matched: the bodies that the question names; who names a holder may leave the body out.
        bodies: all bodies.
    """
    if not speaks_of_terms(question):
        return None
    named = _named(question, matched) or _named(question, bodies)
    theirs = [body for body in bodies if any(row.record.holder in named for row in body.rows)]
    bodies = [body for body in matched if body in theirs] or theirs or matched
    if not bodies:
        return None
    length = asked_length(question)
    if named or question.interval:
        rows = [row for body in bodies for row in body.rows]
    else:
        rows = [row for body in bodies for row in _holding_now(question, context, body)]
    if not named and question.interval is None and not length and not question.roles:
        return None
    holders = {row.record.holder for row in rows}
    lines = [
        line
        for entry in context.view.items({row.document_id for row in rows})
        if any(one_line(entry.text).lstrip(" |").startswith(holder) for holder in (named or holders))
        if not length or length in _lengths(entry.text)
        for line in _lines(entry, question.interval)
    ]
    if not lines:
        return None
    intro = f"**{body_title(bodies[0].name)}**:"
    count = len(lines)
    return Draft(Status.ANSWERED, intro, tuple(lines), coverage=context.coverage(question, matched=count, shown=count))


def _holding_now(question: Question, context: Context, body: Body) -> list[Row]:
    return [row for told in holding(question, context, body).values() for now in told for row in now.rows]


def asked_length(question: Question) -> int:
    """The length of term, in months, that a question asks about: 24 for "two-year terms"; 0 if it asks about none."""
    if not speaks_of_terms(question):
        return 0
    match = _LENGTH_OF_TERM.search(question.text)
    return next(iter(_lengths(match.group()))) if match else 0


_ONE_TO_TEN = ("one", *table("words")["numerals"])
_NUMBER = rf"\d{{1,2}}|{'|'.join(_ONE_TO_TEN)}"
_LENGTH = re.compile(rf"\b(?P<number>{_NUMBER})[\s-]+(?P<unit>year|month)s?\b", re.IGNORECASE)
_LENGTH_OF_TERM = re.compile(
    rf"\b(?:{_NUMBER})[\s-]+(?:year|month)s?[\s-]+(?:\w+\s+)?(?:term|mandate|tenure)s?\b"
    rf"|\b(?:term|mandate|tenure)s?\s+(?:of|for|lasting|running|over)\s+(?:{_NUMBER})[\s-]+(?:year|month)s?\b",
    re.IGNORECASE,
)


def _lengths(text: str) -> set[int]:
    """The lengths, in months, that a line states: 24 for "(term: 2 years, start: May 2031)"."""
    found = ((match["number"].casefold(), match["unit"].casefold()) for match in _LENGTH.finditer(text))
    return {
        (int(number) if number.isdigit() else _ONE_TO_TEN.index(number) + 1) * (12 if unit == "year" else 1)
        for number, unit in found
    }


def _named(question: Question, bodies: Sequence[Body]) -> frozenset[str]:
    """The holders whose full names stand in a question."""
    asked = fold(question.text)
    holders = {row.record.holder for body in bodies for row in body.rows}
    return frozenset(
        holder for holder in holders if " " in holder and re.search(rf"\b{re.escape(fold(holder))}\b", asked)
    )


def _lines(entry: Entry[Item], asked: Interval | None) -> Iterator[Line]:
    words = one_line(entry.text)
    heading = entry.record.section[-1] if entry.record.section else ""
    for said in (words, heading if _TERM.search(heading) else ""):
        dates = find_dates(said)
        years = [int(match["year"]) for match in _NUMERALS.finditer(said)]
        years = years or [int(cell) for cell in re.split(r"\s*\|\s*", said) if _YEAR.fullmatch(cell)]
        if not dates and not years:
            continue
        ends = max((found.interval.end for found in dates), default=None)
        ends = None if ends and years and max(years) > ends.year else ends
        within = asked is not None and (
            asked.start <= ends <= asked.end
            if ends
            else _is_of_years(asked) and asked.start.year <= max(years) <= asked.end.year
        )
        if asked is None or within:
            evidence = Evidence(entry.document_id, entry.record.span, entry.record.section, entry.record.page)
            yield Line(words if said == words else f"{words} ({heading})", (evidence,), "role", frame=(heading,))
        return


def _is_of_years(interval: Interval) -> bool:
    """Tells whether a time is one or more whole years."""
    return (interval.start.month, interval.start.day, interval.end.month, interval.end.day) == (1, 1, 12, 31)
