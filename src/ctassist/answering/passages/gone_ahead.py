"""Whether something announced went ahead: the line that calls it off or moves it says so."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.synonyms import told
from ctassist.answering.terms import stem
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_ASKS = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?:did|does|do|will|has|have|is|was|were)\s+(?P<what>(?:the|our|this|that)\s+[^?]+?)\s+"
    r"(?:(?:actually|really|still|also|be|been|to)\s+)*(?:go(?:ing|es|ne)?\s+ahead|went\s+ahead|take\s+place|taken\s+place|happen(?:ing|ed)?|go\s+on)"
    r"(?:\s+(?:on|in|at)\s+[^?]+?)?(?:\s+(?:as\s+(?:planned|announced|scheduled)|at\s+all|after\s+all|in\s+the\s+end))*\W*",
    re.IGNORECASE,
)
_OFF = ("cancelled", "postponed", "moved")
"""How something fares that does not go ahead, in the words by which lines are looked for."""


def compose_gone_ahead(question: Question, context: Context) -> Draft | None:
    """Answers whether something took place with the line that calls it off; None where nothing does."""
    asked = _ASKS.fullmatch(question.text)
    if not asked:
        return None
    for off in _OFF:
        text = f"Was {asked['what']} {off}?"
        topic = tuple(word for word in question.topic if word in asked["what"])
        draft = compose_passages(replace(question, text=text, topic=(*topic, off)), context)
        if draft.status is Status.ANSWERED and all(
            told(frozenset([stem(off)]), text, line.text) for line in draft.lines
        ):
            return draft
    return None
