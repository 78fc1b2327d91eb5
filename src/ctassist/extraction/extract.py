"""The door of this room: one reading in, everything found in it out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ctassist.extraction.activities import find_activities, item_dates, puts_day_right
from ctassist.extraction.corrections import find_corrections
from ctassist.extraction.credits import find_credits
from ctassist.extraction.dates import begins_with_date, has_bracketed_date, has_date
from ctassist.extraction.doubts import doubts
from ctassist.extraction.figure_lists import counting_lines
from ctassist.extraction.figure_words import is_figure
from ctassist.extraction.found_names import find_names
from ctassist.extraction.glossary import find_glossary, is_roster
from ctassist.extraction.identity import find_identity
from ctassist.extraction.indicator_sentences import find_indicator_sentences
from ctassist.extraction.indicators import find_indicators
from ctassist.extraction.interviews import find_interviews
from ctassist.extraction.items import PlacedItem, find_items, is_entry
from ctassist.extraction.labelled_months import in_one_year
from ctassist.extraction.messages import find_messages
from ctassist.extraction.page_bodies import page_body
from ctassist.extraction.period import find_period, is_imprint, is_masthead, names_document, published_on
from ctassist.extraction.quote_lists import find_listed_quotes
from ctassist.extraction.role_ends import with_day_of_list, with_end
from ctassist.extraction.role_sentences import find_role_sentences
from ctassist.extraction.roles import employers, find_roles, persons_of
from ctassist.extraction.sections import bare_headings, find_title, one_line, place
from ctassist.extraction.sentences import sentences
from ctassist.extraction.short_names import find_short_names
from ctassist.extraction.statements import find_block_quotes, find_statements, find_tabled_quotes
from ctassist.model.records import Extraction, Indicator, Item, Statement
from ctassist.model.text import Block, BlockKind, Reading, Span
from ctassist.model.time import Interval

_TORN = "text/plain"
"""The format whose lines may be pieces of a page rather than whole paragraphs."""
_EDGE = 6
"""So many blocks at the top and at the bottom of an issue may say who brings it out."""
_GUESSED = (_TORN, "application/pdf")
"""Formats whose headings are guessed from how they look."""


def extract(reading: Reading, name: str) -> Extraction:
    """Finds title, period, identity, items and records of one document.

    Args:
        reading: the document as read.
        name: its file name, a last resort for title and period.
    """
    text = reading.text
    title = find_title(reading, name)
    period, warnings = find_period(reading, title, name)
    identity, doubted = find_identity(reading, title, period, name)
    reference = period.interval if period else None
    blocks = list(place(reading, title, reference))
    glossary = find_glossary(text, blocks)
    indicators = [
        figure
        for figure in find_indicators(text, blocks, reference, identity.number)
        if not _is_linked_title(reading, figure)
    ]
    roles = find_roles(text, blocks, title, reference)
    subject = page_body(title, text, dated=period is not None)
    # A row with figures of other times alone stays for readers as it is.
    taken = [indicator.span for indicator in indicators if indicator.interval is None]
    torn, guessed = reading.media_type == _TORN, reading.media_type in _GUESSED
    # A page's headings are guessed from its letters: two in a row may be pieces of one.
    bare = (
        [] if guessed else [p for p in bare_headings(reading, title) if not has_date(one_line(p.block.span.of(text)))]
    )
    telling = sorted((*blocks, *bare), key=lambda p: p.block.span.start)
    placed = find_items(text, telling, taken, reference, torn=torn)
    dated: list[tuple[Item, Interval | None]] = [
        (entry.item, next(iter(item_dates(text, entry, period)), None)) for entry in placed
    ]
    # Nothing was said after the issue that quotes it: a later day is what the words around it look ahead to.
    said = [(item, None if reference and time and time.start > reference.end else time) for item, time in dated]
    statements = list(find_statements(text, said))
    quoted = {statement.quote for statement in statements}
    statements += [found for found in find_block_quotes(text, blocks, reference) if found.quote not in quoted]
    statements += find_tabled_quotes(text, blocks, reference)
    statements += find_messages(text, blocks, reference)
    quoted = {statement.quote for statement in statements}
    listed = (*find_listed_quotes(text, said), *find_interviews(text, blocks, reference))
    statements += [found for found in listed if found.quote not in quoted]
    roles += [
        role
        for role in (
            *find_role_sentences(
                text,
                dated,
                title,
                {r.body for r in roles},
                subject=subject,
                dated=period is not None,
                reference=reference,
            ),
            *find_credits(text, dated, identity.series or title),
        )
        if not _said_already(role.span, [r.span for r in roles if r.role == role.role or r.body != role.body])
    ]
    counting = counting_lines(text, placed, indicators, period)
    counted = list(find_indicator_sentences(text, (item for item, _ in dated)))
    # What was wrong is nothing that happened, and no figure: an answer tells the correction beside it.
    corrections = list(find_corrections(text, reading.blocks)) if period else []
    counted = [figure for figure in counted if not _inside(figure.span, corrections)]
    indicators += [figure for figure in counted if not _said_already(figure.span, [i.span for i in indicators])]
    spoken = [statement.span for statement in statements if not statement.is_report(statement.span.of(text))]
    entries = [entry.item.span for entry in placed if is_entry(entry.item.span.of(text))]
    roles = [role for role in roles if not any(span.start <= role.span.start < span.end for span in entries)]
    # "In November, …" under "Members at work" is what somebody did, and nobody's name.
    roles = [role for role in roles if not has_date(role.holder)]
    rosters = [block.span for block in reading.blocks if is_roster(one_line(block.span.of(text)))]
    # Below the headings of a calendar, a last line with the members of the whole is no body's.
    events = {entry.item.section for entry in placed if begins_with_date(entry.item.span.of(text))}
    roles = [role for role in roles if role.section not in events or not _inside(role.span, rosters)]
    chart = [role.span for role in roles if role.interval is None]
    mastheads = [
        block.span
        for at, block in enumerate(reading.blocks)
        if block.kind is BlockKind.PARAGRAPH
        and is_masthead(
            words := one_line(block.span.of(text)),
            period,
            0 if _opens_page(reading, at) or names_document(words, title) else at,
        )
    ]
    edges = (*reading.blocks[:_EDGE], *reading.blocks[-_EDGE:])
    mastheads += [block.span for block in edges if is_imprint(one_line(block.span.of(text)))]
    headers = [above.span for above, below in pairwise(reading.blocks) if _heads_figures(above, below, indicators)]
    whole = {entry.item.span for entry in placed}
    opened = [_before_words(text, entry, statements) for entry in placed]
    doing = [
        entry
        for entry in opened
        if (entry.item.span not in whole or not _inside(entry.item.span, spoken))
        and not (_inside(entry.item.span, chart) and not _goes_on_to_a_day(text, entry.item.span, chart))
        and entry.item.span not in mastheads
        and (not _inside(entry.item.span, corrections) or puts_day_right(entry.item.span.of(text), period))
        and entry.item.span not in glossary
        and not _inside(entry.item.span, rosters)
        and entry.item.span not in headers
        and entry.item.span not in counting
        and not _only_counts(text, entry.item.span, counted)
        and not _is_row_of_figures(text, entry)
    ]
    names = find_names(
        (
            words
            for block in reading.blocks
            if block.span not in glossary
            and (
                not (words := block.span.of(text)).isupper()
                or (" " not in words and block.kind is not BlockKind.HEADING)
            )
        ),
        [abbreviation for line in glossary.values() for abbreviation in line],
    )
    short_names = find_short_names(
        "\n".join(one_line(block.span.of(text)) for block in reading.blocks),
        subject,
        ((one_line(link.span.of(text)), link.address) for link in reading.links),
    )
    full_names = [alias for name in names for alias in name.aliases if " " in alias]
    found = Extraction(
        title=title,
        period=period,
        items=tuple(entry.item for entry in placed),
        activities=tuple(
            in_one_year(
                text, list(find_activities(text, doing, period, employers(roles), persons_of(roles), full_names))
            )
        ),
        roles=tuple(with_day_of_list(with_end(text, role, reference), reference) for role in roles),
        indicators=tuple(indicators),
        statements=tuple(statements),
        names=names + tuple(short_names),
        published=published_on(reading, name),
        identity=identity,
    )
    return replace(found, warnings=(*warnings, *doubted, *doubts(found)))


def _before_words(text: str, entry: PlacedItem, statements: Sequence[Statement]) -> PlacedItem:
    """An item up to the sentence of somebody's words, where one before it has a day: "Ana Roe opened the pier on 3 May.

    She said that …" tells of the pier first.
    """
    span = entry.item.span
    quotes = [
        said.quote.start for said in statements if said.span == span and span.start <= said.quote.start < span.end
    ]
    if not quotes or entry.cells:
        return entry
    before = [sentence for sentence in sentences(text, span) if sentence.end <= min(quotes)]
    if not before or not has_date(Span(span.start, before[-1].end).of(text)):
        return entry
    return replace(entry, item=replace(entry.item, span=Span(span.start, before[-1].end)))


def _is_linked_title(reading: Reading, figure: Indicator) -> bool:
    """Tells whether a line is the title of something elsewhere that bears a number: a link "Notes from the kiln 35"."""
    words = figure.span.of(reading.text)
    numbered = words.rstrip(" .*_").endswith(f" {figure.figure}") and figure.figure.isdigit() and ":" not in words
    spans = (link.span for link in reading.links) if numbered else ()
    return any(s.start <= figure.span.start and len(words.rstrip(" .*_")) <= s.end - figure.span.start for s in spans)


def _said_already(span: Span, others: list[Span]) -> bool:
    """A line whose label form was understood needs no reading as a sentence."""
    return any(span.start <= other.start and other.end <= span.end for other in others)


def _opens_page(reading: Reading, at: int) -> bool:
    """Tells whether a block is the first of its page, where a running head stands."""
    page = reading.blocks[at].page
    return page is not None and (at == 0 or reading.blocks[at - 1].page != page)


def _heads_figures(above: Block, below: Block, figures: list[Indicator]) -> bool:
    """Tells whether a table's row heads the figures in the row below it: its dates say when they were counted."""

    def counts(block: Block) -> bool:
        return any(block.span.start <= figure.span.start < block.span.end for figure in figures)

    rows = above.kind is BlockKind.TABLE_ROW and below.kind is BlockKind.TABLE_ROW
    return rows and counts(below) and not counts(above)


def _only_counts(text: str, span: Span, counted: list[Indicator]) -> bool:
    """Tells whether each sentence of a line does nothing but state figures; what has its day in brackets was done."""
    if has_bracketed_date(span.of(text)):
        return False
    figures = {figure.span for figure in counted}
    return all(sentence in figures for sentence in sentences(text, span))


def _is_row_of_figures(text: str, entry: PlacedItem) -> bool:
    """Tells whether a row is a label with its figures: the day in the heading is the one on which they were counted."""
    label, *cells = [one_line(cell.of(text)) for cell in entry.cells] or [""]
    figures = [is_figure(cell) for cell in cells if any(map(str.isalnum, cell))]
    return bool(figures) and all(figures) and any(map(str.isalpha, label)) and not has_date(label)


def _goes_on_to_a_day(text: str, span: Span, chart: list[Span]) -> bool:
    """Tells whether a line goes on behind what looks like a holder, up to its day.

    "Session with all members: Ana Roe spoke for the first time (3 May)" charts nobody.
    """
    ends = [role.end for role in chart if span.start <= role.start and role.end < span.end]
    rest = text[max(ends) : span.end] if ends else ""
    return _SINCE.search(rest) is None and rest.rstrip(" .").endswith(")") and has_bracketed_date(rest)


_SINCE = re.compile(r"\(\s*(?:since|from|until|till|to|up to|as of|through)\b", re.IGNORECASE)
"""Opens a bracket that says since when or until when somebody holds a post."""


def _inside(span: Span, others: list[Span]) -> bool:
    """Tells whether an item is (part of) a line that only states a role."""
    return any(other.start <= span.start < other.end or span.start <= other.start < span.end for other in others)
