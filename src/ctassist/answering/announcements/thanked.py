"""Composes who was thanked, from what stands under "Thanks", "Hat tips" and the like, and from lines that thank."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.frames import is_credit, says_nothing
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.synonyms import told
from ctassist.answering.terms import event_stems, fold, generic_actor_stems, light_stems, stems, tokens
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Precision

_ASKS = re.compile(
    r"^\W*(?:(?:and|so)\s+)?(?:who(?:m)?|everyone|everybody|anyone|list|name|all|which\s+\w+)\b[^?]*?\b(?:thanked|thank|thanks)\b"
    r"|^\W*(?:(?:the|all|list|show)\s+)*(?:thanks|thank-yous|acknowledge?ments)\b",
    re.IGNORECASE,
)
"""Asks who was thanked: "whom did we thank in May?", "everyone thanked in issue 7", "thanks in June"."""
_THANKS = re.compile(
    r"\b(?:thanks|thank[\s-]yous?|thanked?|hat[\s-]tips?|kudos|shout-?outs?|gratitude|indebted)\b", re.IGNORECASE
)
_FEWEST = 4
"""A line of fewer words only thanks, and tells nobody's name."""


def compose_thanked(question: Question, context: Context) -> Draft | None:
    """Answers who was thanked, and for what; None for other questions, and where nobody was."""
    if not _ASKS.search(question.text) or question.roles:
        return None
    time = ListedTime.of(question, context)
    time = replace(time, by_issue=time.asked is not None and time.asked.precision is not Precision.YEAR)
    rows = [row for row in rows_of(context, time) if time.meets(row.entry) and _thanks(row.entry)]
    headed = {row.entry.document_id for row in rows if _under_thanks(row.entry)}
    rows = [row for row in rows if _under_thanks(row.entry) or row.entry.document_id not in headed]
    rows = [row for row in rows if _is_meant(row, question, context)]
    lines = tuple(line_of([row.entry], rows, context) for row in rows)
    if not lines:
        return None
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _under_thanks(entry: Entry[Item]) -> bool:
    """Tells whether the nearest heading does nothing but thank: "Thank you", "Many thanks to"."""
    words = {fold(token.text) for token in tokens(entry.record.section[-1])} if entry.record.section else set()
    return bool(words) and _THANKS.search(entry.record.section[-1]) is not None and len(words) <= _FEWEST


def _thanks(entry: Entry[Item]) -> bool:
    telling = len(entry.text.split()) >= _FEWEST and not (says_nothing(entry.text) or is_credit(entry.text))
    return telling and (_under_thanks(entry) or _THANKS.search(entry.text) is not None)


def _is_meant(row: Row, question: Question, context: Context) -> bool:
    """Tells whether a line has what else the question says: for what, or where."""
    named = all(mentions(row.entry.text, entity) for entity in question.entities)
    ordinary = light_stems() | generic_actor_stems() | list_words("framing") | list_words("listing") | _WAYS
    rest = frozenset(word for text in question.topic for word in stems(text)) - ordinary - context.catalog.title_stems
    rest -= stems(" ".join(entity.key for entity in question.entities)) - event_stems()
    return named and rest <= told(rest, question.text, row.entry.text)


_WAYS = stems("thank thanks thanked acknowledgement everyone everybody person people contributor issue week")
