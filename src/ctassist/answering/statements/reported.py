"""What somebody said in other words than their own: "UNEP ED Roe warned that nets drift for years"."""

import re
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.archive import Entry
from ctassist.model.records import Item

_LONGEST_SPEAKER = 120


@cache
def _that() -> re.Pattern[str]:
    verbs = alternatives(table("speech")["verbs"])
    return re.compile(
        rf"(?P<who>[^.;:“”\"]{{2,{_LONGEST_SPEAKER}}}?),?\s+(?:also\s+|further\s+|has\s+|have\s+)*(?:{verbs})\s+that\s+(?![“\"‘«])",
        re.IGNORECASE,
    )


def reported_by(question: Question, context: Context) -> list[Entry[Item]]:
    """The lines that tell, without quotation marks, what those said whom a question names."""
    if not question.entities:
        return []
    items = context.view.items(document_ids=context.document_ids)
    told = ((item, match) for item in items if (match := _that().match(item.text)))
    return [item for item, match in told if all(mentions(match["who"], entity) for entity in question.entities)]
