"""Composes what was merged, in a time, by somebody or on a thing: lines that lead to merge requests tell it.

Weeklies of software list what landed under any heading, by any verb: "aroe sped up the gauge", linked to its request.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.evidence.merge_requests import leads_to_change
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of, once
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.terms import (
    choosing_stems,
    content,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    light_stems,
    stems,
)
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question, Wants
from ctassist.answering.word_forms import lacks_name, plural_names, said_within
from ctassist.model.answer import Status

_MOST = 300
_ASKS = re.compile(
    r"\b(?:land(?:ed|s)?|merge[ds]?|committed|(?:went|gone|got|gotten|made\s+it|came)\s+in(?:to\s+(?:master|main|trunk|the\s+tree))?"
    r"|(?:pull|merge)\s+requests?|prs|mrs|commits|patches)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:open|wanted|help|propos(?:al|ed)|pending|(?:in|under)\s+(?:progress|review|discussion)|needs?|upcoming|call)\b",
    re.IGNORECASE,
)
"""Heads what is still to be merged."""
_FEW = 2
"""Lines that lead there, of those below a heading, make what else stands there a list of changes; or all do."""


def compose_merged(question: Question, context: Context) -> Draft | None:
    """Answers what was merged with every line that tells it; None for other questions, and where nothing was."""
    if not _asks(question) or question.roles or question.places or _names_chosen(question, context):
        return None
    # "PRs" are what is asked for, whatever else has that name.
    others = tuple(entity for entity in question.entities if not _ASKS.fullmatch(f"{entity.key}s"))
    question = replace(question, entities=others)
    terms = _terms(question, context)
    if not (terms or question.entities or question.interval or question.document_ids):
        return None
    time = replace(ListedTime.of(question, context), by_issue=True)
    listed = [row for row in rows_of(context, time) if not row.leads and not says_nothing(row.entry.text)]
    names = plural_names(question.text, context.texts_in_scope())
    rows = [
        row
        for row in _changes(listed, context)
        if time.meets(row.entry) and _tells(row, terms, question) and not lacks_name(names, row.entry.text)
    ]
    lines = tuple(line_of(same, rows, context) for same in once(rows, context))
    if not lines:
        return None
    shown = lines[:_MOST]
    status = Status.PARTIAL if len(lines) > _MOST else Status.ANSWERED
    coverage = context.coverage(question, matched=len(lines), shown=len(shown))
    return Draft(status, "", shown, coverage=coverage, final=True)


def _names_chosen(question: Question, context: Context) -> bool:
    """Tells whether a heading that says they were chosen is asked for: "the featured PRs" stand below it."""
    asked = stems(question.text)
    headings = context.catalog.regular_headings(_FEW).values()
    return any(words <= asked and words & choosing_stems() and len(words) > 1 for words in headings)


def _asks(question: Question) -> bool:
    """Tells whether a question is for what was merged, or for all who worked on something."""
    text = question.timeless or question.text
    if question.wants is Wants.WHO:
        return _WHO_WORKED.search(text) is not None
    listed = _LISTS.search(text) is not None and _COMPARED.search(text) is None
    return question.wants is Wants.ANYTHING and listed and _ASKS.search(text) is not None


_LISTS = re.compile(
    r"\b(?:which|what|list|show|give|name|tell|enumerate|everything|anything|all|every|summari[sz]e|rundown|overview)\b"
    r"|^\W*(?:merged|landed)\b(?!\s+(?:pull|merge|prs?|mrs?|commits?|patches)\b)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:more|fewer|less|most|fewest|(?:issue|week)\s+by\s+(?:issue|week)|(?:each|every|per)\s+(?:week|issue))\b",
    re.IGNORECASE,
)
"""How many were merged when is a figure: "commits, issue by issue", "were more merged in May?"."""


_WHO_WORKED = re.compile(
    r"\bwho\s+(?:all\s+|else\s+)?(?:(?:has|have|had)\s+)?(?:(?:been\s+)?work(?:ed|s|ing)?\s+on|contribut(?:ed|es|ing)?\s+to"
    r"|(?:(?:land|merge)d|made|did)\s+(?:\w+\s+)?(?:changes|prs|patches|work)\s+(?:in|to|on|for))\b",
    re.IGNORECASE,
)


def _terms(question: Question, context: Context) -> list[frozenset[str]]:
    """The words for who merged or what it was on; none for a change itself."""
    plain = (
        light_stems()
        | generic_event_stems()
        | generic_actor_stems()
        | list_words("framing")
        | list_words("novelties")
        | list_words("arrivals")
        | stems(" ".join(function_words()))
        | stems(_OF_ANY)
        | context.catalog.title_stems
    )
    asked = _WHO_WORKED.sub(" ", question.timeless or question.text)
    asked = _ASKS.sub(" ", _WHOLE_TEAM.sub(" ", asked))
    named = stems(" ".join(form for entity in question.entities for form in entity.forms))
    return [frozenset([token.stem]) for token in content(asked) if token.stem not in plain | named]


_WHOLE_TEAM = re.compile(
    r"\b(?:the|our|your)\s+(?:[A-Z]\w+\s+)?(?:team|project|developers|community|contributors)(?=\s+(?:land|merge|do)(?:ed|d)?\b)"
)
"""All who work on the whole, whose name says nothing of what they merged."""
_OF_ANY = (
    "change changes addition notable noteworthy complete full whole list week weeks fortnight day month year issue"
    " pull merge request code master main trunk patch fix one two three four"
)


def _changes(rows: Sequence[Row], context: Context) -> list[Row]:
    """The lines that lead to changes, and the others of the lists that are made of such lines."""
    below: dict[tuple[str, tuple[str, ...]], list[bool]] = defaultdict(list)
    for row in rows:
        if any(_NOT_YET.search(heading) for heading in row.entry.record.section):
            continue
        below[row.entry.document_id, row.entry.record.section].append(
            leads_to_change(row.entry.document_id, row.entry.record.span, context)
        )
    lists = {place for place, leads in below.items() if sum(leads) >= max(min(_FEW, len(leads)), len(leads) / 2)}
    # Where headings say what was merged, they say it of all that was.
    lists = {place for place in lists if not _MERGED.isdisjoint(stems(" ".join(place[1])))} or lists
    return [row for row in rows if (row.entry.document_id, row.entry.record.section) in lists]


_MERGED = stems("merged landed merges")


def _tells(row: Row, terms: Sequence[frozenset[str]], question: Question) -> bool:
    words = stems(row.entry.text) | row.above | said_within(question.text, row.entry.text)
    named = all(mentions(row.entry.text, entity) for entity in question.entities)
    return named and all(term & words for term in terms)
