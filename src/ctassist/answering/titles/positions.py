"""Composes which post somebody has, and since when, from the newest line that gives the person a post."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.terms import history_stems, light_stems, role_noun_stems, stem, stems, table, tokens
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.names import ACRONYM, WORD
from ctassist.extraction.role_grammar import PERSON
from ctassist.extraction.role_words import role_label
from ctassist.extraction.sections import one_line
from ctassist.extraction.speakers import address, office_pattern
from ctassist.extraction.vocabulary import alternatives
from ctassist.extraction.vocabulary import table as people
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Span
from ctassist.model.time import Interval

_ASKS_WHICH = re.compile(
    r"(?:^|\s[-–—]|[:,;])\W*(?:and\s+)?(?:in\s+)?(?:what|which)\b(?!\s+(?:groups?|bod(?:y|ies)|committees?)\b)", re.I
)
_ASKS_SINCE = re.compile(r"\bsince\s+when\b|\bhow\s+long\s+(?:has|is|have)\b|\bwhen\s+did\b", re.I)


@dataclass(frozen=True, slots=True)
class _Post:
    """A post as a line gives it to somebody; ``since`` is the time that a line says with how it came about."""

    words: str
    entry: Entry[Item]
    new: bool
    since: Interval | None
    named: Entry[Item]
    """The line with the whole name, where the one with the post has the family name alone."""


def compose_position(question: Question, context: Context) -> Draft | None:
    """Answers which post one person has; None when something else is asked, or no line gives the person a post."""
    name, further = _person(question, role_noun_stems() | light_stems())
    if not name or further or not _ASKS_WHICH.search(question.text):
        return None
    posts = [post for post in _posts(name, context) if _is_of_time(post, question, context)]
    newest = max(posts, key=lambda post: (context.last_day(post.entry.document_id), post.new), default=None)
    if newest is None:
        return None
    issue = context.issue(newest.entry.document_id)
    # Whose post it is, where its words do not say it, may stand elsewhere in the line.
    told = newest.words if " " in newest.words else f"{newest.words} – {one_line(newest.entry.text)}"
    return _answer(Line(f"{name}: {told} ({issue})", _evidence(newest), frame=(issue,)), question, context)


def compose_since(question: Question, context: Context) -> Draft | None:
    """Answers since when one person has the post that the newest line gives; None when nothing says it.

    Where the line has no time, it is told as it stands, with the issue that tells the news.
    """
    coming = frozenset(stem(word) for word in table("words")["change_verbs"])
    name, asked = _person(question, role_noun_stems() | light_stems() | history_stems() | coming)
    if not name or not _ASKS_SINCE.search(question.text) or question.interval:
        return None
    posts = [post for post in _posts(name, context) if asked <= stems(post.words)]
    dated = [(post.since, post) for post in posts if post.since and post.since.start <= context.as_of]
    if dated:
        since, post = max(dated, key=lambda pair: (pair[0].start, context.last_day(pair[1].entry.document_id)))
        when, issue = context.words.time(since), context.issue(post.entry.document_id)
        text = f"**{when}** – {one_line(post.entry.text)} ({issue})"
        frame: tuple[str, ...] = (when, issue)
    elif news := [post for post in posts if post.new and context.document(post.entry.document_id).period]:
        post = max(news, key=lambda post: context.last_day(post.entry.document_id))
        issue = context.issue(post.entry.document_id)
        text, frame = f"{one_line(post.entry.text)} ({issue})", (issue,)
    elif posts and asked:
        # Other lines with the name and some day would not be about the post.
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    else:
        return None
    return _answer(Line(text, (evidence_of(post.entry),), frame=frame), question, context)


def _evidence(post: _Post) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence_of(entry) for entry in (post.entry, post.named)))


def _answer(line: Line, question: Question, context: Context) -> Draft:
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


def _is_of_time(post: _Post, question: Question, context: Context) -> bool:
    """Tells whether an issue of the time that is asked about gives somebody a post."""
    period = context.document(post.entry.document_id).period
    return question.interval is None or (period is not None and period.interval.meets(question.interval))


def _person(question: Question, ways: Collection[str]) -> tuple[str | None, frozenset[str]]:
    """The one person whom a question names, and the stems of what it says beside the ways to ask for a post."""
    if question.places or len(question.entities) > 1:
        return None, frozenset()
    names = [entity.key for entity in question.entities] or _written(question.text)
    if len(names) != 1 or not (is_person(names[0]) or _may_be_family(names[0])):
        return None, frozenset()
    topic = frozenset(token.stem for word in question.topic for token in tokens(word)) - stems(names[0])
    return (names[0], topic - frozenset(ways)) if topic else (None, frozenset())


def _may_be_family(name: str) -> bool:
    """Tells whether one word may be somebody's family name: "Roe", which only "USG Roe" tells to be one."""
    return re.fullmatch(WORD, name) is not None and not name.isupper()


def _written(text: str) -> list[str]:
    """People whom a question names, known to the archive as such or not; how it begins is no name."""
    begins = re.match(r"\W*(?i:and\s+)?(?:What|Which|Since|How|When|In)\b", text)
    names = [match.group() for match in re.compile(PERSON).finditer(text, begins.end() if begins else 0)]
    return [name for name in names if not office_pattern().search(name)]


def _posts(name: str, context: Context) -> Iterator[_Post]:
    paragraph: Entry[Item] | None = None
    family = name.rsplit(maxsplit=1)[-1]
    for entry in context.view.items(context.document_ids):
        text = one_line(entry.text)
        paragraph = entry if name in text else paragraph
        if paragraph is None or family not in text:
            continue
        called = [name] if name in text else []
        if family != name and _goes_on(paragraph, entry, family, context):
            called.append(family)
        for form in chain.from_iterable(_ways_to_tell(one, person=is_person(name)) for one in called):
            for match in form.finditer(text):
                new = bool(match.groupdict().get("came"))
                since = _since(text, match.end(), entry, context) if new else None
                yield _Post(match["post"], entry, new, since, paragraph)


def _ways_to_tell(name: str, *, person: bool) -> tuple[re.Pattern[str], ...]:
    return (*(_forms(name) if person else ()), _by_initials(name))


def _goes_on(before: Entry[Item], entry: Entry[Item], family: str, context: Context) -> bool:
    """Tells whether a line is of the paragraph of one with the whole name, and no other name ends like it there."""
    if entry.document_id != before.document_id:
        return False
    words = Span(before.record.span.start, entry.record.span.end).of(context.text(entry.document_id))
    named = {match.group("first") for match in re.finditer(rf"(?P<first>{WORD})\s+{re.escape(family)}\b", words)}
    return "\n\n" not in words and len(named) == 1


@lru_cache(maxsize=256)
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a line gives somebody a post; with the group ``came`` it tells how that came about."""
    honorific = rf"(?:{address()})?"
    who = rf"(?<![\w-]){honorific}{re.escape(name)}"
    named = rf"{WORD}(?:\s+(?:(?:of|for|on|and|the)\s+){{0,2}}{WORD})*"
    of = rf"(?:\s+(?:of|for|at)\s+(?:the\s+)?{named}|,\s+{ACRONYM}(?!\w))?"
    rank = rf"(?i:\b(?:{alternatives(people('people')['ranks'])}))"
    office = rf"(?i:{office_pattern().pattern}|\b(?:{role_label()})\b)"
    kind = rf"(?:(?:{WORD}\s+){{0,4}}?|{_KIND}\s+)"
    post = rf"(?:(?:the|its|our|their|a|an|also|now|new|post|position|role|office|of)\s+)*(?P<post>{kind}{office}{of})"
    came = (
        r"(?P<came>is\s+now|joins(?:\s+[^.;]{3,50}?)?(?=\s+as\s)|(?:has\s+|have\s+)?joined(?:\s+[^.;]{3,50}?)?(?=\s+as\s)|(?:started|starts|began|begins)(?=\s+as\s)|took\s+(?:up|over)|takes\s+(?:up|over)|becomes?|became|(?:was|has\s+been|is)\s+(?:re-?)?(?:elected|appointed|named)"
        rf"|(?:succeed(?:s|ed)|follow(?:s|ed)|replace[sd]|t(?:ook|akes)\s+over\s+from)\s+{honorific}[^.;]{{3,50}}?)"
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{who},?\s+(?:(?:the|our|its|an?|also|now)\s+)*(?P<came>(?:new|newly\s+\w+)\s+){post}",
            rf"{who},?\s+{post}",
            rf"{who}\s+(?:is|(?:serves|works|acts)\s+as)\s+(?:(?:currently|presently|still|also)\s+)?{post}",
            rf"{who},?\s+(?:who\s+)?{came}\s+(?:as\s+)?{post}",
            rf"\b(?P<came>(?:re-?)?(?:appoint(?:ed|s)|elect(?:ed|s)|named|names|welcom(?:ed|es)))\s+{who}\s+(?:as\s+|to\s+be\s+)?{post}",
            rf"(?<!of\s)(?P<post>(?:{ACRONYM}(?:[’']s)?\s+)?(?:(?:(?!{ACRONYM}){WORD}|{rank})\s+)?(?i:{office_pattern().pattern})),?\s+{who}",
        )
    )


@lru_cache(maxsize=256)
def _by_initials(name: str) -> re.Pattern[str]:
    """The initials of an office before a name, and whose it is: "WTO ED Roe"."""
    offices = alternatives(people("people")["short"])
    return re.compile(rf"(?P<post>(?:{ACRONYM}\s+)?(?<![\w-])(?:{offices}))\s+(?:{WORD}\s+)?{re.escape(name)}(?!\w)")


_KIND = r"(?:(?!(?:who|whose|and|or|of|to|with|by|from|for|the|in|at|on|as|is|was|not|no|only|best|one)\b)[a-z][a-z-]+)"
"""What kind of office somebody has, in small letters: "community manager"."""
_FROM = re.compile(r",?\s+(?:with\s+effect\s+)?(?:from|on|as\s+of|as\s+from|in|since|effective|starting|beginning)\s+")


def _since(text: str, end: int, entry: Entry[Item], context: Context) -> Interval | None:
    """The time right behind a post, else the one that the line begins with."""
    period = context.document(entry.document_id).period
    dates = find_dates(text, period.interval if period else None)
    behind = _FROM.match(text, end)
    if behind and (found := next((date for date in dates if date.span.start == behind.end()), None)):
        return found.interval
    return dates[0].interval if dates and dates[0].span.start <= _LEAD else None


_LEAD = 4
"""A line may begin with "On" before its date."""
