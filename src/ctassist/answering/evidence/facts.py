"""What one passage says of what is asked: a date, a place, a number, somebody; and the line that shows it."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence, Line
from ctassist.answering.evidence.attending import asks_who_attended, tells_who_attended
from ctassist.answering.evidence.coming import asks_for_coming, is_over
from ctassist.answering.evidence.deeds import tells_becoming
from ctassist.answering.evidence.editions import understood_names
from ctassist.answering.evidence.elections import tells_of_success
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.evidence.issues import named_issues
from ctassist.answering.evidence.kinds import has_kind, names_something
from ctassist.answering.evidence.leads import (
    announcement_of,
    label_above,
    lead_of,
    sentence_before,
    told,
    version_of,
)
from ctassist.answering.evidence.links import has_link, lacks_channel, link_words, without_addresses
from ctassist.answering.evidence.merge_requests import names_author
from ctassist.answering.evidence.presenters import asks_presenter, names_presenter
from ctassist.answering.evidence.quantities import counts
from ctassist.answering.evidence.times import (
    asks_ahead,
    asks_exact_day,
    asks_habit,
    asks_new_date,
    has_habitual_time,
    has_time,
    is_another_deadline,
    looks_ahead,
    tells_of_move,
)
from ctassist.answering.evidence.whereabouts import place_words, says_where
from ctassist.answering.terms import (
    content,
    counted_people_stems,
    deciding_stems,
    generic_actor_stems,
    process_nouns,
    stem,
    stems,
)
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Intent, Question, Wants
from ctassist.extraction.activities import dates_in
from ctassist.extraction.numeral_days import leads_with_numerals
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.places import Place, find_places, lies_in
from ctassist.extraction.sections import heading_dates, one_line
from ctassist.extraction.speakers import initials_of, title_pattern
from ctassist.extraction.vocabulary import alternatives, months, table
from ctassist.indexing.view import Found
from ctassist.model.time import Interval, Precision


def says(found: Found, question: Question, context: Context, *, whole: bool = False) -> bool:
    """Tells whether a passage has the kind of words that the question wants, beyond those of the question.

    Args:
        found: the passage.
        question: what is asked.
        context: the archive.
        whole: whether the passage holds every telling word of the question, so that its short issue may date it.
    """
    text = told(found, context)
    if text.rstrip().endswith("?") or (says_nothing(found.text) and not _is_of_its_issue(found, question, context)):
        return False
    if not all(is_about(found, entity, question, context) for entity in question.entities):
        return False
    if _asks_words(question) and not _speaking().search(text) and not _speaks_in_it(found, question, context):
        return False
    if not tells_of_success(f"{text} {' '.join(found.section)}", question.text):
        return False
    if not tells_becoming(question.text, f"{text} {' '.join(found.section)}"):
        return False
    asked_time = None if _timed_vote().search(question.text) else question.interval
    if asked_time and not named_issues(question, context) and not _dated_within(found, asked_time, context):
        return False
    if asked_time and question.intent is Intent.ACTIVITIES and not _has_some_time(found, context):
        return False
    if asks_for_coming(question.text) and question.interval is None and _is_over(found, context):
        return False
    if asks_who_attended(question.text) and not tells_who_attended(f"{text} {' '.join(found.section)}"):
        return False
    if link_words(question.text) and not _leads_somewhere(found, text, context):
        return False
    if lacks_channel(question.text, f"{' '.join(found.section)} {text}"):
        return False
    if asks_why(question) and not _BECAUSE.search(text):
        return False
    if not all(_is_in(found, place, context) for place in question.places):
        return False
    if question.wants is Wants.WHEN:
        if is_another_deadline(text, question.text):
            return False
        if asks_habit(question.text):
            days = (date for date in dates_of(found, context) if date.precision is not Precision.YEAR)
            return has_habitual_time(text) or any(days)
        exact = asks_exact_day(question.text) or asks_new_date(question.text)
        if dates_of(found, context) or (has_habitual_time(text) if exact else has_time(text)):
            return True
        undated = exact or asks_ahead(question.text)
        return whole and not undated and _short_issue(found, context) is not None
    if question.wants is Wants.HOW_MANY:
        return counts(text, question)
    if question.wants is Wants.WHERE:
        return says_where(text, question)
    if question.wants is Wants.WHO:
        if not all(_bears_title(found, match.group()) for match in title_pattern().finditer(question.text)):
            return False
        return names_author(found, question.text, context) or _names_somebody(text, question, context)
    return has_kind(text, question, context)


def _is_of_its_issue(found: Found, question: Question, context: Context) -> bool:
    """Tells whether a question is on the days of one issue, or on that issue: "nothing this week" answers no other."""
    if question.document_ids is not None:
        return True
    period = context.document(found.document_id).period
    return period is None or (question.interval is not None and period.interval.contains(question.interval.end))


def _leads_somewhere(found: Found, text: str, context: Context) -> bool:
    """Tells whether a passage has an address, in its words or under them."""
    return has_link(text) or bool(context.view.links_at(found.document_id, found.span))


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"[“„«\"]|\b(?:{alternatives(table('speech')['verbs'])})\b", re.IGNORECASE)


_SAID = re.compile(
    r"\bwhat (?:did|has|have|had)\b(?! the (?:review|report|issue|newsletter|archive|page|document))", re.I
)


def _asks_words(question: Question) -> bool:
    """Tells whether a question asks for somebody's words, which a passage that only names them does not have."""
    decided = not stems(question.text).isdisjoint(deciding_stems())
    return (
        question.intent is Intent.STATEMENTS and not decided and bool(question.entities or _SAID.search(question.text))
    )


def _speaks_in_it(found: Found, question: Question, context: Context) -> bool:
    """Tells whether a passage is of somebody's own report: what a group writes there, the group says."""
    document = context.document(found.document_id)
    own = [entity for entity in question.entities if mentions(document.title, entity)]
    return bool(own) and document.period is not None and body_in(document.title) is not None


def is_about(found: Found, entity: Entity, question: Question, context: Context) -> bool:
    """Tells whether a passage names an entity, with its headings and its document's title.

    Of "proposal 1138" the number alone tells which one is meant, where the document speaks of proposals.
    """
    around = f"{told(found, context)} {' '.join(found.section)} {context.document(found.document_id).title}"
    if mentions(around, entity) or goes_on_about(found, entity, context):
        return True
    version = version_of(found, context)
    if version and stems(entity.key) <= understood_names(question, version[0], context):
        return True
    numbered = re.search(rf"{re.escape(entity.key)}\s*#?(?P<number>\d{{3,}})\b", question.text)
    return (
        numbered is not None
        and re.search(rf"\b{numbered['number']}\b", found.text) is not None
        and mentions(context.text(found.document_id), entity)
    )


def goes_on_about(found: Found, entity: Entity, context: Context) -> bool:
    """Tells whether a passage goes on from a sentence that begins with an entity: "Currently there are four seats."."""
    above = sentence_before(found, context)
    opening = context.quote(above.document_id, above.span).split()[:_OPENING] if above else []
    return mentions(" ".join(opening), entity)


_OPENING = 5
_FORMER_DATE = re.compile(
    r"\b(?:(?:moved|postponed|rescheduled|shifted|deferred|delayed|extended|prolonged|changed"
    r"|(?:moved|pushed|put|brought|pulled)\s+(?:back|off|out|forward))\s+from|originally|formerly"
    r"|instead of|not on)\s+(?:(?:planned|scheduled|due)\s+)?(?:for\s+|on\s+)?"
    r"(?:(?!\s(?:to|until|till)\s)[^();,])*",
    re.IGNORECASE,
)
_SHORT_ISSUE = timedelta(days=10)
"""What an issue of so many days says without a date is of those days (decision 6)."""


def _short_issue(found: Found, context: Context) -> Interval | None:
    if looks_ahead(found.text):
        return None
    period = context.document(found.document_id).period
    return period.interval if period and period.end - period.start <= _SHORT_ISSUE else None


_WHY = re.compile(
    r"\s*(?:and\s+)?(?:why\b|for (?:what|which) reason\b|what (?:is|was|were|are) the (?:reasons?|cause)\b)",
    re.IGNORECASE,
)
_AND_WHY = re.compile(r"\s(?:and|,)\s+(?:why|for\s+(?:what|which)\s+reasons?)\W*$", re.IGNORECASE)


def asks_why(question: Question) -> bool:
    """Tells whether a question asks for a reason, be it beside something else: "when was it moved, and why?"."""
    return _WHY.match(question.text) is not None or _AND_WHY.search(question.text) is not None


_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|reasons?|as a result|in order to|so that|caused|given that|in response to|since)\b"
    r"|,\s(?:as|where|so)\s|\bto\s+(?!(?:an?|the|its|their|his|her|our|this|that|these|those|all|each|both)\b)(?-i:[a-z]+)",
    re.I,
)


def _is_in(found: Found, place: Place, context: Context) -> bool:
    """Tells whether a passage, its headings or its document's title name a place, or one that lies in it."""
    around = f"{found.text} | {' | '.join(found.section)} | {context.document(found.document_id).title}"
    said = re.search(rf"(?<!\w){re.escape(place.name)}(?!\w)", around) is not None
    return said or any(lies_in(named.place, place) for named in find_places(around))


def _bears_title(found: Found, title: str) -> bool:
    """Tells whether a passage has the title that a question asks for, in full or by its initials."""
    initials = initials_of(title)
    held = stems(found.text) | stems(" ".join(found.section))
    return stems(title) <= held or (len(initials) > 1 and re.search(rf"\b{initials}\b", found.text) is not None)


@cache
def _timed_vote() -> re.Pattern[str]:
    """A time that belongs to what was decided, not to what is asked: "after the March vote"."""
    return re.compile(
        rf"\b(?:after|before|since|following)\s+(?:the\s+|its\s+)?(?:{alternatives(months())})"
        rf"(?:\s+\d{{4}})?\s+(?:{alternatives(process_nouns())}|meeting|decision|session)\b",
        re.IGNORECASE,
    )


def _dated_within(found: Found, interval: Interval, context: Context) -> bool:
    if interval.precision is Precision.YEAR and re.search(rf"\b{interval.start.year}\b", found.text):
        return True  # "The 2031 survey" is of that year, whenever it is told of.
    dates = dates_of(found, context)
    period = context.document(found.document_id).period
    if dates:
        return any(date.meets(interval) for date in dates)
    if period is None and (years := re.findall(r"\b1[5-9]\d\d\b|\b20\d\d\b", found.text)):
        return any(interval.start.year <= int(year) <= interval.end.year for year in years)
    return period is None or period.interval.meets(interval)


def _has_some_time(found: Found, context: Context) -> bool:
    """Tells whether anything dates a passage: a line of a page without a time does not say what happened in a year."""
    words = " ".join((found.text, *found.section, context.document(found.document_id).title))
    dated = context.document(found.document_id).period is not None or bool(dates_of(found, context))
    return dated or re.search(r"\b(?:1[5-9]|20)\d\d\b", words) is not None


def _is_over(found: Found, context: Context) -> bool:
    period = context.document(found.document_id).period
    return is_over(dates_of(found, context), period.interval if period else None, context.as_of)


def dates_of(found: Found, context: Context) -> tuple[Interval, ...]:
    """The dates of a passage, or those of the nearest heading that is a date; the new date of what was moved.

    What numerals in front mean ("9/15. Meetup") the ledger knows, from the other lines of their document.
    """
    if leads_with_numerals(found.text):
        rows = context.view.activities(dated=True, document_ids=[found.document_id])
        if row := next((row for row in rows if row.record.span == found.span), None):
            return row.record.intervals
    period = context.document(found.document_id).period
    reference = period.interval if period else None
    label = label_above(found, context) if tells_of_move(found.text) else None
    if label and not dates_in(found.text, period, ()):
        return dates_in(context.quote(label.document_id, label.span), period, ())
    headed = next((dates for part in reversed(found.section) if (dates := heading_dates(part, reference))), ())
    return dates_in(_FORMER_DATE.sub("", found.text), period, headed)


_BY = re.compile(r"\bby\s+(?:the\s+|its\s+)?(?P<who>[a-z]+)\b")


def _names_somebody(text: str, question: Question, context: Context) -> bool:
    asked = stems(question.text)
    if asks_presenter(question.text) and not names_presenter(text, question.text, context):
        return False
    doers = counted_people_stems() | generic_actor_stems()
    if any(stem(match["who"]) in doers - asked for match in _BY.finditer(text)):
        return True
    # Nobody holds a post whom only the address of a page would name.
    return names_something(without_addresses(text) if question.roles else text, question, context)


def fact_line(found: Found, question: Question, context: Context, beside: Sequence[Evidence] = ()) -> Line:
    """One line for a passage, led by the date or place that is asked for, and by the line it is nested under.

    ``beside`` are lines around it that say what it does not; they are cited with it.
    """
    lead = lead_of(found, context)
    if lead is None and {token.stem for token in content(found.text)} <= stems(question.text):
        lead = announcement_of(found, context)  # The name of a thing says nothing: "Retired in 2031:" above it does.
    own = Evidence(found.document_id, found.span, found.section, found.page)
    around = {part.span: part for part in (*([lead] if lead else []), own, *beside)}
    evidence = [around[span] for span in sorted(around)]
    text = " – ".join(one_line(context.quote(part.document_id, part.span)).strip(" |") for part in evidence)
    when = _when(found, context) if question.wants is Wants.WHEN else ""
    where = place_words(told(found, context)) if question.wants is Wants.WHERE else ""
    opening = f"**{when or where}** – " if when or where else ""
    source = context.source(found.document_id)
    return Line(f"{opening}{text} ({source})", tuple(evidence), None, frame=(when, where, source), bullet=False)


def _when(found: Found, context: Context) -> str:
    """The dates of a passage in words; those of its issue where it is short, and the passage has none."""
    dates = dates_of(found, context)
    if not dates and not has_time(told(found, context)) and (issue := _short_issue(found, context)):
        dates = (issue,)
    return ", ".join(map(context.words.time, dates))
