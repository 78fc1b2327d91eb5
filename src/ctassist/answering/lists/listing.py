"""Composes lists of lines that are no events: proposals approved, posts, adverts, what a section holds or names.

A line belongs to a list when it, the headings above it, the sentence that introduces it and the title of its document
together hold all that the question names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.lists.frames import is_lead, is_vote, says_nothing, without_frames
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.sections import Rubrics, Section, named_section, quotes_heading
from ctassist.answering.lists.selection import publisher_stems
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    bodies,
    content,
    fold,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    tokens,
)
from ctassist.answering.understanding.catalog import mentions
from ctassist.answering.understanding.kinds import Kind, kind_stems, kinds_done, kinds_in, list_words
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.places import find_places, lies_in
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import BlockKind

_MOST = 300
_ALL = re.compile(
    r"\b(?:list|enumerate|compile|put together|pull together|all|every|each|everything|anything|whatever)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\bwhat (?:has|have|had|(?:is )?there(?: is)?|do we have|was|were)\b.{0,60}?\b(?:about|on|regarding|concerning)\b",
    re.IGNORECASE,
)
_TOPICAL = re.compile(
    r"\b(?:history of|(?:all|lines?|items?|news)\s+(?:\w+\s+)?(?:on|about|regarding|concerning)"
    r"|(?:everything|anything|whatever)\s+(?:[\w’'-]+\s+){0,4}?(?:on|about|regarding|concerning)"
    r"|what (?:has|have|had|(?:is )?there|do we have)\b.{0,60}?\b(?:about|on|regarding|concerning))\b",
    re.IGNORECASE,
)
"""Asks for all on a subject, wherever it stands."""
_HEAD = re.compile(r"\b(?:which|what)\s+((?:[\w’'-]+\s+){0,3}?)([^\W\d_]+s|people|children)\b", re.IGNORECASE)
_TERSE_HEAD = re.compile(r"^\W*(?:the\s+)?(?:[\w’'-]+\s+){0,2}?[^\W\d_]{2,}s\b", re.IGNORECASE)
_NO_NOUNS = frozenset(["does", "is", "was", "has", "this", "its", "his", "us", "as", "ss", "says"])
_HOW = re.compile(r"\bhow\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(r"\b(?:who|what|which|when|where|why|how|whose|is|are|did|does|do)\b", re.IGNORECASE)
_COORDINATED = re.compile(
    r"\b(?:[^\W\d_]+,\s+)*[^\W\d_]+,?\s+(?:and|or)\s+[^\W\d_]+\b|\b[^\W\d_]+\s+\([^\W\d_]+\)", re.IGNORECASE
)
"""Words of which one will do: "corals and reefs", "guides, atlases or maps", "money (grants)"."""


_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?]$")
"""The first sentence under a heading introduces what follows it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with the stems of what stands above it."""

    entry: Entry[Item]
    above: frozenset[str]
    introduced: frozenset[str]
    """By the first sentence under its heading, and a line that is none by all sentences before it."""
    announced: str
    """The last lines before it, under its headings, that end in a colon."""
    leads: bool
    """Whether it only heads those below it."""


def compose_listing(question: Question, context: Context) -> Draft | None:
    """Answers with every line that the question names; None when it asks for no list, or no line holds all of it."""
    section = named_section(question.text, context.catalog)
    if section is None and quotes_heading(question.text):
        return None
    if question.roles or question.unknown or not (section or asks_for_list(question)):
        return None
    terms = _terms(question, section, context)
    rubrics = Rubrics.of(question.text, context.catalog)
    if not (terms or question.entities or question.places or section or rubrics.headings or _kinds(question)):
        return None
    time = ListedTime.of(question, context)
    rows: list[_Row] = []
    for fewer in _fewer(terms, question):
        rows = _telling(
            _matching(fewer, question, section, rubrics, time, context), question, section, rubrics, context
        )
        if rows:
            break
    if not rows or (section is None and _is_feature(question, rows, context)):
        return None
    lines = tuple(_line(same, context) for same in _once(rows))
    return Draft(
        Status.PARTIAL if len(lines) > _MOST else Status.ANSWERED,
        "",
        lines[:_MOST],
        coverage=context.coverage(question, matched=len(lines), shown=min(len(lines), _MOST)),
    )


def _fewer(terms: tuple[frozenset[str], ...], question: Question) -> Iterator[tuple[frozenset[str], ...]]:
    """All words, then those without verbs for listing ("assigned to"), then without what only says what a name is."""
    yield terms
    without = tuple(term for term in terms if not term <= list_words("listing"))
    if without != terms and (without or question.entities or question.places or question.interval):
        yield without
    apart = tuple(term for term in without if not _apposed(term, question))
    if apart and apart != without:
        yield apart


def _telling(
    rows: Sequence[_Row], question: Question, section: Section | None, rubrics: Rubrics, context: Context
) -> list[_Row]:
    """The rows without those that only frame others; of a rubric that the question names only what stands in it."""
    rows = [row for row in rows if not (row.leads or says_nothing(row.entry.text))]
    most = max((rubrics.rank(row.entry.record.section) for row in rows), default=0)
    if section is None and most and not _TOPICAL.search(question.text):
        rows = [row for row in rows if rubrics.rank(row.entry.record.section) == most]
    if section or most:
        telling = without_frames([row.entry for row in rows], context)
        listed = [row for row in rows if row.entry in telling]
        rows = [row for row in listed if not is_vote(row.entry.text)] or listed or rows
    elif _TOPICAL.search(question.text):
        rows = [row for row in rows if not _holds_role(row, context)]
    return list(rows)


def _holds_role(row: _Row, context: Context) -> bool:
    """Tells whether a line only names a holder: who leads a body is no news of it."""
    held = context.view.roles(document_ids=[row.entry.document_id])
    span = row.entry.record.span
    return any(
        role.record.span.start <= span.start
        and span.end <= role.record.span.end
        and row.entry.text.startswith(role.record.holder)
        for role in held
    )


def compose_section(question: Question, context: Context) -> Draft | None:
    """Answers what a section holds that is asked for by its heading; None when none is."""
    return compose_listing(question, context) if named_section(question.text, context.catalog) else None


def _is_feature(question: Question, rows: Sequence[_Row], context: Context) -> bool:
    """Tells whether the lines are paragraphs of a regular section that the question names: they belong together."""
    asked = stems(question.text)
    named = {h for h, words in context.catalog.regular_headings(2).items() if len(words) > 1 and words <= asked}
    return any(
        block.kind is BlockKind.PARAGRAPH
        for row in rows
        if named & {heading.casefold() for heading in row.entry.record.section}
        for block in context.view.blocks_at(row.entry.document_id, row.entry.record.span)
    )


def _kinds(question: Question) -> tuple[Kind, ...]:
    """The kinds of things asked for; "the Wide Sea project" asks for no projects, "news and releases" for all kinds."""
    if _AMONG_OTHERS.search(question.text):
        return ()
    if done := kinds_done(question.topic):
        return done
    return kinds_in(question.topic, list_words("framing") | _mixed(question))


def _mixed(question: Question) -> frozenset[str]:
    """Words that stand in a row with some that name no kind: of "guides, atlases and surveys" any word will do."""
    if _AMONG_OTHERS.search(question.text):
        return frozenset()
    return frozenset(word for series in _series(question) if not series <= kind_stems() for word in series)


def _series(question: Question) -> list[frozenset[str]]:
    """The words of which one will do, as they stand together in the question."""
    topic = frozenset(stem_ for word in question.topic for stem_ in stems(word))
    return [stems(match.group()) & topic for match in _COORDINATED.finditer(question.text)]


_NEWS = r"(?:news|updates|items|stories|articles|announcements|things)"
_AMONG_OTHERS = re.compile(
    rf"\b{_NEWS}(?:,|\s+and|\s+or)\s+\w+|\w+(?:,|\s+and|\s+or)\s+(?:other\s+)?{_NEWS}\b", re.IGNORECASE
)


def asks_for_list(question: Question) -> bool:
    """Tells whether a question asks for several lines: "all", "which posts", "what is there about", "openings at X"."""
    if question.wants not in (Wants.ANYTHING, Wants.WHO) or question.intent is Intent.COMPARISON:
        return False
    text = question.text
    if question.intent is Intent.INDICATORS and (not question.series or _HOW.search(text)):
        return False
    if _ALL.search(text) or _ABOUT.search(text):
        return True
    head = _HEAD.search(text)
    if head and not _NO_NOUNS & {fold(word) for word in (*head[1].split(), head[2])}:
        return True
    terse = _TERSE_HEAD.match(text)
    return terse is not None and not _QUESTION_WORD.search(terse.group()) and terse.group().split()[-1] not in _NO_NOUNS


def _terms(question: Question, section: Section | None, context: Context) -> tuple[frozenset[str], ...]:
    """The words that must be accounted for; of "corals and reefs" one will do, unless the archive joins them too."""
    dropped = (
        light_stems()
        | generic_event_stems()
        | generic_actor_stems()
        | list_words("framing")
        | (list_words("deadlines") if ListedTime.asks_for_deadline(question.text) else frozenset())
        | context.catalog.title_stems
        | kind_stems()
        | publisher_stems(question.text)
        | (section.words | list_words("sections") if section else frozenset())
        | {word for kind in _kinds(question) for word in kind.beside}
    )
    mixed = _mixed(question) & kind_stems()
    words = [
        token.stem
        for word in question.topic
        if not _restates_place(word, question)
        for token in content(word)
        if (token.stem not in dropped or token.stem in mixed)
        and not is_body_noun(token)
        and fold(token.text) not in bodies()["abbreviations"]
    ]
    if words and set(words) <= list_words("outcomes") | list_words("listing") and (head := _HEAD.search(question.text)):
        words += [word for word in stems(head[2]) if word not in words]  # "Approved" alone tells nothing of members.
    joined = {
        frozenset(joint)
        for match in _COORDINATED.finditer(question.text)
        if len(joint := stems(match.group()) & set(words)) > 1 and not _is_fixed(match, context)
    }
    alone = [frozenset([word]) for word in words if not any(word in pair for pair in joined)]
    return tuple(dict.fromkeys((*alone, *joined)))


def _restates_place(word: str, question: Question) -> bool:
    """Tells whether a word says a place that is named already, or what is of it: "Togo and Togolese ports"."""
    found = re.search(rf"([^\W\d_]+)\s+{re.escape(word)}\b|\b{re.escape(word)}\b", question.text)
    said = [place_said(word), place_said(found[1]) if found and found[1] else None]
    return any(place is not None and place in question.places for place in said)


def _matching(
    terms: Sequence[frozenset[str]],
    question: Question,
    section: Section | None,
    rubrics: Rubrics,
    time: ListedTime,
    context: Context,
) -> list[_Row]:
    rows = [row for row in _rows(context, time) if _fits(row, terms, question, section, rubrics, context)]
    return [row for row in rows if time.meets(row.entry)]


def _apposed(term: frozenset[str], question: Question) -> bool:
    """Tells whether a word only says what a name is: "episodes of the Wide Sea podcast"."""
    name = r"[A-Z][\w’'-]+"
    words = [
        token for token in content(question.text) if token.stem in term and (token.start == 0 or token.text.islower())
    ]
    return any(
        re.search(rf"\b{name}\s+{re.escape(t.text)}\b|\b{re.escape(t.text)}\s+of\s+(?:the\s+)?{name}", question.text)
        for t in words
    )


def _is_fixed(match: re.Match[str], context: Context) -> bool:
    """Tells whether the archive has two words together as the question has them: "search and rescue"."""
    pattern = re.compile(rf"\b{re.escape(match.group())}\b", re.IGNORECASE)
    return any(pattern.search(entry.text) for entry in context.view.items(context.document_ids))


def _rows(context: Context, time: ListedTime) -> Iterator[_Row]:
    """The lines of the documents that may matter, each with what introduces it."""
    introduced: dict[tuple[str, tuple[str, ...]], list[frozenset[str]]] = {}
    announced: dict[tuple[str, tuple[str, ...]], str] = {}
    items = context.view.items(context.document_ids)
    for entry, following in zip_longest(items, items[1:]):
        if not time.may_meet(entry.document_id):
            continue
        key = (entry.document_id, entry.record.section)
        if entry.text.rstrip().endswith(":"):
            # A line that is a heading of those below it announces nothing else.
            if following is None or len(following.record.section) <= len(entry.record.section):
                announced[key] = entry.text
            continue
        above = stems(" ".join(entry.record.section))
        if _SENTENCE.search(entry.text):
            introduced.setdefault(key, []).append(stems(entry.text))
            opening = introduced[key][0]
        else:
            opening = frozenset().union(*introduced.get(key, ()))
        yield _Row(entry, above, opening, _announced(key, announced), is_lead(entry, following))


def _announced(key: tuple[str, tuple[str, ...]], lines: Mapping[tuple[str, tuple[str, ...]], str]) -> str:
    document, section = key
    above = ((document, section[:depth]) for depth in range(len(section) + 1))
    return " ".join(lines[place] for place in above if place in lines)


def _fits(
    row: _Row,
    terms: Sequence[frozenset[str]],
    question: Question,
    section: Section | None,
    rubrics: Rubrics,
    context: Context,
) -> bool:
    entry = row.entry
    if section and not section.holds(entry.record.section):
        return False
    title = context.document(entry.document_id).title
    own = stems(entry.text)
    titled = stems(title) - context.catalog.title_stems
    around = own | row.above | row.introduced | stems(row.announced) | titled
    if not all(term & around for term in terms):
        otherwise = said_otherwise(meanings(question.text), entry.text)
        if not all(term & (around | otherwise) for term in terms):
            return False
    whole = " ".join((entry.text, *entry.record.section, row.announced, title))
    named = rubrics.words(entry.record.section)
    if not all(mentions(whole, entity) or stems(entity.key) <= named for entity in question.entities):
        return False
    kinds = _kinds(question)
    if kinds and not any(kind.told_in(entry.text, entry.record.section, context.catalog.title_stems) for kind in kinds):
        return False
    if question.places and not _in_places(entry.text, question):
        return False
    in_rubric = len(named) > 1 or (bool(named) and not (terms or question.entities))
    return bool(section) or in_rubric or _is_about(row, own, terms, question)


def _is_about(row: _Row, own: frozenset[str], terms: Sequence[frozenset[str]], question: Question) -> bool:
    """A title or an introduction alone makes no line one of the list: it, or its headings, must say something asked."""
    named = any(mentions(row.entry.text, entity) for entity in question.entities)
    if not (terms or question.entities):
        return bool(kinds_in(question.topic) or question.places)  # That is all that is asked, and the line is of it.
    if named or any(term & own for term in terms):
        return not _only_names(row.entry.text, question)
    above = " ".join((*row.entry.record.section, row.announced))
    if any(mentions(above, entity) for entity in question.entities):
        return True
    return bool(terms) and all(term & (row.above | stems(row.announced)) for term in terms)


def _only_names(text: str, question: Question) -> bool:
    """Tells whether a line is nothing but the name asked for, as in a list of members."""
    rest = text
    for form in sorted((form for entity in question.entities for form in entity.forms), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", rest)
    return bool(question.entities) and not [t for t in content(rest) if fold(t.text) not in function_words()]


def _in_places(text: str, question: Question) -> bool:
    found = [f.place for f in find_places(" ".join(text.split()))]
    if _TOPICAL.search(question.text):
        found += [place for token in tokens(text) if (place := place_said(token.text))]
    return any(lies_in(place, asked) for place in found for asked in question.places)


def _once(rows: Iterable[_Row]) -> list[list[Entry[Item]]]:
    """Lines of the same words, in whatever documents, are one."""
    same: dict[str, list[Entry[Item]]] = {}
    for row in rows:
        same.setdefault(" ".join(fold(row.entry.text).split()), []).append(row.entry)
    return list(same.values())


def _line(entries: Sequence[Entry[Item]], context: Context) -> Line:
    first = entries[0]
    issue = context.source(first.document_id)
    text = " ".join(first.text.split()).strip(" |")
    evidence: tuple[Evidence, ...] = tuple(evidence_of(entry) for entry in entries)
    return Line(f"{text} ({issue})", evidence, None, frame=(issue,))
