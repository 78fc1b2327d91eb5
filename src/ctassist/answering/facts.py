"""What one passage says of what is asked: a date, a place, a number, somebody; and the line that shows it."""

import re

from ctassist.answering.catalog import mentions
from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, Line
from ctassist.answering.question import Question, Wants
from ctassist.answering.terms import content, event_stems, fold, light_stems, stems, tokens
from ctassist.extraction.activities import dates_in
from ctassist.extraction.names import persons
from ctassist.extraction.places import Place, find_places, lies_in
from ctassist.extraction.sections import heading_dates
from ctassist.extraction.statements import title_pattern
from ctassist.indexing.view import Found
from ctassist.model.time import Interval


def says(found: Found, question: Question, context: Context) -> bool:
    """Tells whether a passage has the kind of words that the question wants, beyond those of the question."""
    text = found.text
    if text.rstrip().endswith("?"):
        return False
    if not all(
        mentions(f"{text} {' '.join(found.section)} {context.document(found.document_id).title}", e)
        for e in question.entities
    ):
        return False
    if question.interval and not _dated_within(found, question.interval, context):
        return False
    if _WHY.match(question.text) and not _BECAUSE.search(text):
        return False
    if not all(_is_in(found, place, context) for place in question.places):
        return False
    if question.wants is Wants.WHEN:
        return bool(_dates(found, context)) or bool(
            re.search(r"\d{1,2}:\d{2}|\b\d{4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", text, re.I)
        )
    if question.wants is Wants.HOW_MANY:
        return _counts(text, question)
    if question.wants is Wants.WHERE:
        asked = {fold(place.name) for place in question.places}
        return (
            any(fold(named.place.name) not in asked for named in find_places(text))
            or bool(re.search(r"\bonline\b|\bvirtual", text, re.I))
            or ":" in text
        )
    if question.wants is Wants.WHO:
        if not all(_bears_title(found, match.group()) for match in title_pattern().finditer(question.text)):
            return False
        return _names_somebody(text, question)
    return True


_WHY = re.compile(r"\s*(?:and\s+)?why\b", re.IGNORECASE)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|reasons?|as a result|in order to|so that|caused|given that|in response to|since)\b",
    re.I,
)


def _is_in(found: Found, place: Place, context: Context) -> bool:
    """Tells whether a passage, its headings or its document's title name a place, or one that lies in it."""
    around = f"{found.text} | {' | '.join(found.section)} | {context.document(found.document_id).title}"
    return any(lies_in(named.place, place) for named in find_places(around))


def _bears_title(found: Found, title: str) -> bool:
    """Tells whether a passage has the title that a question asks for, in full or by its initials."""
    initials = "".join(part[0] for part in re.split(r"[\s-]+", title) if part).upper()
    held = stems(found.text) | stems(" ".join(found.section))
    return stems(title) <= held or (len(initials) > 1 and re.search(rf"\b{initials}\b", found.text) is not None)


def _dated_within(found: Found, interval: Interval, context: Context) -> bool:
    dates = _dates(found, context)
    period = context.document(found.document_id).period
    return any(date.meets(interval) for date in dates) if dates else period is None or period.interval.meets(interval)


def _dates(found: Found, context: Context) -> tuple[Interval, ...]:
    """The dates of a passage, or those of the nearest heading that is a date."""
    period = context.document(found.document_id).period
    reference = period.interval if period else None
    headed = next((dates for part in reversed(found.section) if (dates := heading_dates(part, reference))), ())
    return dates_in(found.text, period, headed)


def _counts(text: str, question: Question) -> bool:
    """A number must stand within a few words of what is counted."""
    match = re.search(r"\b(?:how (?:many|much)|number of)\s+(?P<what>.+)", question.text, re.I)
    head = (
        next((token.stem for token in content(match["what"]) if token.stem not in light_stems()), None)
        if match
        else None
    )
    words = tokens(text)
    for index, token in enumerate(words):
        if re.fullmatch(r"\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", token.text, re.I):
            near = {t.stem for t in words[max(index - 3, 0) : index + 6]}
            if head is None or head in near:
                return True
    return False


def _names_somebody(text: str, question: Question) -> bool:
    asked = stems(question.text)
    return any(True for _ in persons(text)) or any(
        token.text[0].isupper() and token.stem not in asked and token.stem not in event_stems()
        for token in tokens(text)
    )


def _where(text: str) -> str:
    """The places that something was in or at: "in Nairobi, Kenya", not "focused on Africa"."""
    named = list(find_places(text))
    chosen: list[str] = []
    for index, found in enumerate(named):
        lead = text[: found.span.start].rstrip().casefold()
        follows = index and chosen and chosen[-1] == named[index - 1].span.of(text) and lead.endswith((",", "("))
        if follows or re.search(r"\b(?:in|at)(?:\s+the)?$", lead):
            chosen.append(found.span.of(text))
    return ", ".join(dict.fromkeys(" ".join(name.split()) for name in chosen))


def fact_line(found: Found, question: Question, context: Context) -> Line:
    """One line for a passage, led by the date or place that is asked for."""
    text = " ".join(found.text.split()).strip(" |")
    when = ", ".join(map(context.words.time, _dates(found, context))) if question.wants is Wants.WHEN else ""
    lead = f"**{when}** – " if when else ""
    where = _where(found.text) if question.wants is Wants.WHERE else ""
    lead = f"**{where}** – " if where else lead
    source = context.source(found.document_id)
    evidence = Evidence(found.document_id, found.span, found.section, found.page)
    return Line(f"{lead}{text} ({source})", (evidence,), None, frame=(when, where, source), bullet=False)
