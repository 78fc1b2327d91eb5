"""What a page tells below a line that says more of what is asked than its headings: the question of a form."""

import re
from collections.abc import Iterator

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.frames import LEAD_WORDS
from ctassist.answering.evidence.links import without_addresses
from ctassist.answering.parts.headed import named_pages
from ctassist.answering.terms import (
    Token,
    bodies,
    content,
    fold,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    written_out,
)
from ctassist.answering.understanding.framing import framing_words
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import lead_words, one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Document, Entry
from ctassist.model.records import Indicator, Item
from ctassist.model.text import BlockKind

_SEVERAL = 2
"""So many words that often merely ask ("need", "help") tell something together, where a lead has them too."""
_EXPLAINED = re.compile(r"\([^()]*\)")


def leading_line(
    document: Document, named: frozenset[str], title: frozenset[str], question: Question, context: Context
) -> str:
    """The line above others of a page that has all words of a heading and more of the question's; empty without one.

    Below "Are there projects that you need help with?" stands which projects need help, below "Projects" stand all.

    Args:
        document: the page.
        named: the words of the heading.
        title: the words that name the page, which tell nothing within it.
        question: what is asked.
        context: the archive.
    """
    times = stems(question.time_words)
    asked = [token for token in content(written_out(question.text)) if token.stem not in named | times | title]
    found = {
        lead: len(shared)
        for lead in dict.fromkeys(_leads(document, context))
        if named & stems(lead) and (shared := _shared(lead, asked))
    }
    most = max(found.values(), default=0)
    best = [lead for lead, count in found.items() if count == most]
    return best[0] if len(best) == 1 else ""


def _leads(document: Document, context: Context) -> Iterator[str]:
    text = context.text(document.id)
    headings = {one_line(b.span.of(text)) for b in context.blocks(document.id) if b.kind is BlockKind.HEADING}
    for entry in context.view.items([document.id]):
        # A longer line tells something itself: "Loft meeting: Tuesdays at 9 in the boat house".
        leads = (lead for lead in entry.record.section if lead not in headings)
        yield from (lead for lead in leads if lead.endswith(("?", ":")) or len(lead.split()) <= LEAD_WORDS)
        if (unanswered := lead_words(one_line(entry.text))).endswith("?"):
            yield unanswered


def _shared(lead: str, asked: list[Token]) -> frozenset[str]:
    """The words of a question that a lead has too, if they tell what stands below it."""
    words = stems(without_addresses(_EXPLAINED.sub(" ", lead)))
    shared = [token for token in asked if token.stem in words and not is_body_noun(token)]
    telling = [t for t in shared if t.stem not in light_stems() and fold(t.text) not in framing_words()]
    found = frozenset(token.stem for token in shared)
    return found if telling or len(found) >= _SEVERAL else frozenset()


def compose_form(question: Question, context: Context) -> Draft | None:
    """Answers with what a report has below the question of a form that says all that is asked of its group.

    "What did the Loft highlight in 2031?" is "What should be highlighted?" in its report of that year.
    """
    if question.interval is None:
        return None
    merely_asks = light_stems() | list_words("framing")
    for document, title in named_pages(question, context).items():
        words = (word for word in question.topic if fold(word) not in bodies()["abbreviations"])
        topic = (token.stem for word in words for token in content(word) if not is_body_noun(token))
        asked = frozenset(topic) - title - stems(question.time_words)
        # "Need" and "help" merely ask each, and tell something together.
        asked = asked - merely_asks or (asked if len(asked) >= _SEVERAL else frozenset())
        leads = [lead for lead in dict.fromkeys(_leads(document, context)) if lead.endswith("?")]
        told = {lead: stems(_EXPLAINED.sub(" ", lead)) for lead in leads}
        named = [lead for lead in leads if asked & told[lead] and asked - generic_event_stems() <= told[lead]]
        if document.period and len(named) == 1:
            return compose_below(named[0], document, question, context)
    return None


def compose_below(lead: str, document: Document, question: Question, context: Context) -> Draft:
    """Answers with all that stands below a leading line; where that is nothing, the archive does not say."""
    entries = entries_below(lead, document, context)
    if not entries:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    source = context.source(document.id)
    lines = tuple(line_below(entry, lead, source if len(entries) == 1 else "") for entry in entries)
    intro = f"**{lead.rstrip(':')}** ({source}):" if len(lines) > 1 else ""
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, intro, lines, coverage=coverage)


def entries_below(lead: str, document: Document, context: Context) -> list[Entry[Item] | Entry[Indicator]]:
    """All that stands below a leading line of a document, in its order."""
    # A line that counts something is a figure, and no item.
    told: list[Entry[Item] | Entry[Indicator]] = [
        *context.view.items([document.id]),
        *context.view.indicators([document.id]),
    ]
    below = [entry for entry in told if lead in entry.record.section]
    return list({e.record.span: e for e in sorted(below, key=lambda e: e.record.span.start)}.values())


def line_below(entry: Entry[Item] | Entry[Indicator], lead: str, source: str) -> Line:
    """One thing that stands below a leading line; with ``source``, it says which line, and in which document."""
    evidence = Evidence(entry.document_id, entry.record.span, entry.record.section, entry.record.page)
    words = one_line(entry.text)
    told = f"{lead.rstrip(':')} – {words} ({source})" if source else words
    return Line(told, (evidence,), None, frame=(lead, source))
