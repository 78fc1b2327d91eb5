"""Composes what a page has under one of its headings, and what a page or a part of it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.times import asks_hour, has_time, tells_hour
from ctassist.answering.lists.marks import of_mark
from ctassist.answering.parts.form_answers import compose_below, leading_line
from ctassist.answering.parts.headed import Part, named_pages, naming_words, parts_of
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import (
    bodies,
    content,
    counted_people_stems,
    fold,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stem,
    stems,
    table,
    tokens,
    written_out,
)
from ctassist.answering.understanding.framing import framing_words
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import Block, BlockKind, Span

_MOST_LINES, _MOST_CHARACTERS = 40, 3_000
"""A longer part is no answer: passages of it may be."""


def compose_page_part(question: Question, context: Context) -> Draft | None:
    """Answers with what a page has under a heading; None when the question names no page with such a heading."""
    if question.wants is Wants.HOW_MANY:
        return None
    if everywhere := compose_labelled_everywhere(question, context):
        return everywhere
    own = context.catalog.title_stems
    for document, title in named_pages(question, context).items():
        parts = [part for part in parts_of(document.id, context) if part.heading != document.title]
        named = [(part, words) for part in parts if (words := _named(part, title, question))]
        # The archive's own name in a heading names nothing: "This week at the bench", of Bench Notes.
        most = max((len(words - own) for _, words in named), default=0)
        for words in (words for _, words in named if len(words - own) == most):
            if lead := leading_line(document, words - title, title, question, context):
                return compose_below(lead, document, question, context)
        for part, words in named:
            if _lacks_label(part, title | words, question, context):
                return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
            lines = _lines(part, title | words, question, context) if len(words - own) == most else ()
            if lines:
                coverage = context.coverage(question, matched=len(lines), shown=len(lines))
                source = f"**{part.heading}** ({context.source(document.id)}):" if len(lines) > 1 else ""
                return Draft(Status.ANSWERED, source, lines, coverage=coverage)
    return None


def _lacks_label(part: Part, said: frozenset[str], question: Question, context: Context) -> bool:
    """Tells whether a question asks for what would stand below a label that a part does not have: "Retired:"."""
    text = context.text(part.document_id)
    labels = [_label_words(b.span.of(text)) for b in part.blocks if b.kind is BlockKind.PARAGRAPH and is_label(b, text)]
    had = [meant for own, meant in _label_meanings() if any(own & words for words in labels)]
    asked = _asked_label(question, context) - said - stems(question.time_words) - _holding()
    wanted = [meant for _, meant in _label_meanings() if asked and asked <= meant]
    return bool(had) and bool(wanted) and not any(meant in had for meant in wanted)


def compose_labelled_everywhere(question: Question, context: Context) -> Draft | None:
    """What stands below one label in the reports of a time, whosever they are: "which teams were retired in 2031?"."""
    if question.interval is None or question.entities:
        return None
    asked = _asked_label(question, context)
    if not any(asked & meant for _, meant in _label_meanings()) or named_pages(question, context):
        return None  # Before any part is read: few questions have the words of a label.
    lines: list[Line] = []
    divided = False
    for part in _named_parts(question, asked, context):
        heading = stems(part.heading)
        text, source = context.text(part.document_id), context.source(part.document_id)
        wanted = asked - heading
        lines += [_line(part, span, text, source) for span in _labelled(part, heading, wanted, question, text)]
        divided = divided or _lacks_label(part, heading, question, context)
    if not lines and not divided:
        return None
    lines = [line for line in lines if not _NONE.search(line.text.removesuffix(f" ({line.frame[0]})"))] or lines
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=coverage, final=True)
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


_NONE = re.compile(r":\s*(?:none|nothing|nil|n/a|no|-|–|—)\W*$", re.IGNORECASE)
"""Below a label of one report stands that there is nothing of the kind, while others have something."""


def _asked_label(question: Question, context: Context) -> frozenset[str]:
    """The telling words of a question, and those that tell little but in labels: "new"."""
    adjectives = (t.stem for t in tokens(question.text) if fold(t.text) in table("words")["adjectives"])
    return telling_words(question, context) | (frozenset(adjectives) & _telling_labels())


def _named_parts(question: Question, asked: frozenset[str], context: Context) -> Iterator[Part]:
    """The parts of the reports of the asked time whose heading a question has, with nothing but a label beside it.

    ``asked`` are the words of the question that a heading and a label may have.
    """
    time = question.interval
    for document in context.documents():
        if not (time and document.period and time.contains(document.period.end)):
            continue
        for part in parts_of(document.id, context):
            words = stems(part.heading)
            label = asked - words - stems(question.time_words)
            named = part.heading != document.title and words and words <= stems(question.text)
            if named and label and any(label <= meant for _, meant in _label_meanings()):
                yield part


def compose_counted_part(question: Question, context: Context) -> Draft | None:
    """Answers how many things a page has under a heading: "How many subprojects does the group have?".

    A part with labels of its own ("New:", "Retired:") or a report of another time lists what no longer counts.
    """
    match = _HOW_MANY.search(question.text)
    if match and question.interval:
        return _counted_in_issue(question, context)
    if not match:
        return None
    counted = stems(match["what"])
    for document, title in named_pages(question, context).items():
        for part in parts_of(document.id, context) if not document.period else ():
            words = naming_words(part.heading) - title
            text = context.text(part.document_id)
            labelled = any(block.kind is BlockKind.PARAGRAPH and is_label(block, text) for block in part.blocks)
            listed = any(block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) for block in part.blocks)
            if not words or not words <= counted or labelled or not listed:
                continue
            lines = _lines(part, title | words, question, context)
            if lines and len(lines) == len(_entries(part)):
                source = f"**{part.heading}: {len(lines)}** ({context.source(document.id)}):"
                coverage = context.coverage(question, matched=len(lines), shown=len(lines))
                return Draft(Status.ANSWERED, source, lines, coverage=coverage)
    return None


def _counted_in_issue(question: Question, context: Context) -> Draft | None:
    """How many things one issue lists under a heading that says all that is asked: "how many were promoted?".

    None where a line may tell of several: what would be counted then are lines.
    """
    asked = telling_words(question, context) - stems(question.time_words)
    people = counted_people_stems() | generic_actor_stems()
    if not asked or question.entities or _NOT.search(question.text) or not people.isdisjoint(stems(question.text)):
        return None
    for document in context.documents():
        period, asked_time = document.period, question.interval
        if not (period and asked_time and (period.start, period.end) == (asked_time.start, asked_time.end)):
            continue
        text = context.text(document.id)
        for part in parts_of(document.id, context):
            listed = bool(part.blocks) and all(block.kind is BlockKind.LIST_ITEM for block in part.blocks)
            if not listed or stems(part.heading) - light_stems() != asked:
                continue
            entries = _entries(part)
            if any(_SEVERAL_THINGS.search(span.of(text)) for span in entries):
                return None
            lines = tuple(_line(part, span, text, "") for span in entries)
            head = f"**{part.heading}: {len(lines)}** ({context.source(document.id)}):"
            coverage = context.coverage(question, matched=len(lines), shown=len(lines))
            return Draft(Status.ANSWERED, head, lines, coverage=coverage)
    return None


_NOT = re.compile(r"\b(?:not|never|without|un\w+ed)\b|n[’']t\b", re.IGNORECASE)
_SEVERAL_THINGS = re.compile(r",|;|&|\b(?:and|both|several)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many\s+(?P<what>[\w-]+(?:\s+[\w-]+)?)", re.IGNORECASE)


def is_label(block: Block, text: str) -> bool:
    """Tells whether a paragraph heads a list within a part: "New in 2031:"; one that ends a sentence introduces all."""
    words = one_line(block.span.of(text))
    return words.endswith(":") and len(words.split()) <= _LABEL


_LABEL = 4
"""A line of more words before a list says what all of it is."""


def _named(part: Part, title: frozenset[str], question: Question) -> frozenset[str]:
    """The words of a heading, if the question has them all beside those of the page's title; else none."""
    asked = stems(_without_page(question.text, title)) - title
    words = naming_words(part.heading) - title
    if not words <= asked | said_otherwise(meanings(question.text), part.heading):
        return frozenset()
    # "Board of the week" is named by more words than "This week at the bench", though a board may be a body.
    return words and words | (frozenset(token.stem for token in content(part.heading)) & asked)


def _without_page(text: str, title: frozenset[str]) -> str:
    """A question without the abbreviation beside the page's name: "SIG Trees" asks for no heading on groups."""

    def shortened(match: re.Match[str]) -> str:
        return match["name"] if stem(match["name"]) in title else match.group()

    return _abbreviated().sub(shortened, text)


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(bodies()['abbreviations'])})s?[\s-]+(?P<name>[^\W_]+)", re.IGNORECASE)


def _lines(part: Part, said: frozenset[str], question: Question, context: Context) -> tuple[Line, ...]:
    text = context.text(part.document_id)
    entries = _entries(part)
    if _tells_more(part, entries, context):
        return ()
    # What leads a list tells nothing where the list is empty.
    entries = [span for span in entries if not (len(entries) > 1 and span.of(text).rstrip().endswith(":"))]
    if not entries or len(entries) > _MOST_LINES or sum(s.end - s.start for s in entries) > _MOST_CHARACTERS:
        return ()
    whole = text[part.blocks[0].span.start : part.blocks[-1].span.end]
    wanted = telling_words(question, context) - said
    if labelled := _labelled(part, said, wanted, question, text):
        source = context.source(part.document_id)
        return tuple(_line(part, span, text, source if len(labelled) == 1 else "") for span in labelled)
    rest = wanted - said_otherwise(meanings(question.text), whole) - (_holding() - stems(whole))
    if context.document(part.document_id).period:
        rest -= stems(question.time_words)  # All that a report of the year tells is of it.
    if not rest <= stems(whole):
        return ()
    rest -= stems(_introduction(part, entries[0], text))
    chosen = _wholly(part, entries, rest, text)
    chosen = chosen or [span for span in entries if not rest or rest & stems(span.of(text))] or entries
    chosen = of_mark(chosen, [span.of(text) for span in chosen], question.text)
    if below := _headed_part(part, chosen, rest, text, context):
        return _lines(below, said | naming_words(below.heading), question, context)
    if question.wants is Wants.WHEN:
        chosen = [span for span in chosen if has_time(span.of(text))]
    if asks_hour(question.text):
        chosen = [span for span in chosen if tells_hour(span.of(text))]
    source = context.source(part.document_id) if len(chosen) == 1 else ""
    return tuple(_line(part, span, text, source) for span in chosen)


def _introduction(part: Part, first: Span, text: str) -> str:
    """What leads the things listed and so holds of all of them: "The following boats are owned by the guild:"."""
    leading = text[part.blocks[0].span.start : first.start].strip()
    return leading if leading.endswith(":") else ""


def _wholly(part: Part, entries: Sequence[Span], rest: frozenset[str], text: str) -> list[Span]:
    """The things of which a part says, in what is nested below each, all that is asked beside the heading.

    Empty where it says so of none or of all of them.
    """
    if any(block.kind is BlockKind.HEADING for block in part.blocks):
        return []
    starts = [*(span.start for span in entries[1:]), part.blocks[-1].span.end]
    whole = [Span(span.start, max(span.end, end)) for span, end in zip(entries, starts, strict=True)]
    found = [
        entry if rest <= stems(entry.of(text)) else span
        for entry, span in zip(entries, whole, strict=True)
        if rest and rest <= stems(span.of(text))
    ]
    return [Span(s.start, s.start + len(s.of(text).rstrip())) for s in found] if len(found) < len(entries) else []


def _headed_part(part: Part, chosen: Sequence[Span], rest: frozenset[str], text: str, context: Context) -> Part | None:
    """The part below a deeper heading that the rest of a question names in full: "RFCs" of "Open for comment"."""
    if len(chosen) != 1 or not rest:
        return None
    return next(
        (
            deeper
            for deeper in parts_of(part.document_id, context)
            if deeper.title.span.start == chosen[0].start and deeper.blocks and naming_words(deeper.heading) <= rest
        ),
        None,
    )


def _labelled(part: Part, said: frozenset[str], wanted: frozenset[str], question: Question, text: str) -> list[Span]:
    """The items below the one label within a part that a question names: "Retired in 2031:"; the first with it.

    A label is named by what it says beside its year and the heading; all of ``wanted`` but the time must be in it.
    """
    labels = {
        at: _label_words(block.span.of(text))
        for at, block in enumerate(part.blocks)
        if block.kind is BlockKind.PARAGRAPH and is_label(block, text)
    }
    times, asked = stems(question.time_words), stems(question.text)
    if any((_without_years(words) - times) & asked & _telling_labels() for words in labels.values()):
        wanted -= _holding()  # Which new ones a group "sponsors" are its new ones.
    named = {
        at: len((_without_years(words) or words) - said & asked)
        for at, words in labels.items()
        if wanted - times <= words and (not times or words - _without_years(words) <= times)
    }
    most = max(named.values(), default=0)
    found = [at for at, count in named.items() if count == most > 0]
    if len(found) != 1 or len(labels) < 2:
        return []
    listed = list(takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, part.blocks[found[0] + 1 :]))
    spans = [block.span for block in listed if block.level == min(item.level for item in listed)]
    return [Span(part.blocks[found[0]].span.start, spans[0].end), *spans[1:]] if spans else []


def _label_words(label: str) -> frozenset[str]:
    """The words of a label, those among them that say little elsewhere: "New:"."""
    adjectives = (token.stem for token in tokens(label) if fold(token.text) in table("words")["adjectives"])
    words = frozenset(token.stem for token in content(label)).union(adjectives)
    return words.union(*(meant for own, meant in _label_meanings() if own & words))


@cache
def _holding() -> frozenset[str]:
    return stems(" ".join(table("words")["holding_verbs"]))


@cache
def _label_meanings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """For the words of labels those by which questions ask for what stands below: what is "new" was added."""
    return tuple((stems(" ".join(own)), stems(" ".join(asked))) for own, asked in meanings_of_labels())


def meanings_of_labels() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The words of labels that mean one thing, and those by which questions ask for it, group by group."""
    return tuple((tuple(group["label"]), tuple(group["asked"])) for group in table("lists")["labels"].values())


@cache
def _telling_labels() -> frozenset[str]:
    return frozenset(word for own, meant in _label_meanings() for word in own | meant)


def _without_years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word.isdigit())


def telling_words(question: Question, context: Context) -> frozenset[str]:
    """The words of a question that neither name a page nor merely ask."""
    asked = content(written_out(question.text))
    words = frozenset(t.stem for t in asked if not is_body_noun(t) and fold(t.text) not in framing_words())
    return words - light_stems() - generic_event_stems() - generic_actor_stems() - context.catalog.title_stems


def _entries(part: Part) -> list[Span]:
    """The things that a part tells: its deeper headings, else its outermost list items or rows, else its paragraphs."""
    headings = [at for at, block in enumerate(part.blocks) if block.kind is BlockKind.HEADING]
    if headings:
        first = min(part.blocks[at].level for at in headings)
        return [_headed(part.blocks, at) for at in headings if part.blocks[at].level == first]
    listed = [b for b in part.blocks if b.kind is BlockKind.LIST_ITEM]
    rows = [b for b in part.blocks if b.kind is BlockKind.TABLE_ROW and not b.header]
    if listed or rows:
        first = min((block.level for block in listed), default=1)
        return [b.span for b in part.blocks if b in rows or (b in listed and b.level == first)]
    return [block.span for block in part.blocks]


def _tells_more(part: Part, entries: Sequence[Span], context: Context) -> bool:
    """Tells whether things that happened stand between the things listed, without a bullet that the others have."""
    whole = Span(part.blocks[0].span.start, part.blocks[-1].span.end) if part.blocks else part.title.span
    told = (entry.record.span for entry in context.view.activities(dated=True, document_ids=[part.document_id]))
    return any(
        whole.start <= span.start < whole.end and not any(own.start <= span.start < own.end for own in entries)
        for span in told
    )


def _headed(blocks: Sequence[Block], at: int) -> Span:
    """A deeper heading with the paragraph after it."""
    follower = blocks[at + 1] if at + 1 < len(blocks) else None
    paragraph = follower is not None and follower.kind is BlockKind.PARAGRAPH
    return Span(blocks[at].span.start, (follower if follower and paragraph else blocks[at]).span.end)


def _line(part: Part, span: Span, text: str, source: str) -> Line:
    evidence = Evidence(part.document_id, span, (part.heading,), part.title.page)
    *above, last = filter(None, (one_line(piece) for piece in span.of(text).split("\n\n")))
    words = ": ".join([*(piece.rstrip(":") for piece in above), last])
    return Line(f"{words} ({source})" if source else words, (evidence,), None, frame=(source,))


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile("|".join(table("words")["purpose_patterns"]), re.IGNORECASE)


def compose_purpose(question: Question, context: Context) -> Draft | None:
    """Answers what a body or thing is for with the paragraph that opens its page, or its part of one."""
    if question.interval or not _purpose().search(question.text):
        return None
    ways = stems(" ".join(table("words")["purpose_words"]))
    asked = telling_words(question, context) - ways
    for entity in question.entities:
        asked |= naming_words(" ".join(entity.forms))
    found = [
        part
        for document in context.documents()
        for part in parts_of(document.id, context)
        if _is_of(part, asked, question)
    ]
    found = [part for part in found if part.blocks and part.blocks[0].kind is BlockKind.PARAGRAPH]
    if not found:
        return None
    part = min(found, key=lambda part: part.title.level)
    text = context.text(part.document_id)
    line = _line(part, part.blocks[0].span, text, context.source(part.document_id))
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


def _is_of(part: Part, asked: frozenset[str], question: Question) -> bool:
    words = naming_words(part.heading)
    return (
        bool(words)
        and words <= asked
        and asked <= words | stems(" ".join(f for e in question.entities for f in e.forms))
    )
