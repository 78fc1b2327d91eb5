"""Whether a line is of the group that a question names by its short noun: "SIG Boats"."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.lists.wanted import named_subjects
from ctassist.answering.terms import bodies, body_noun_pattern, stems
from ctassist.answering.understanding.question import Question


def is_of_named_group(
    document_id: str, text: str, section: Sequence[str], question: Question, context: Context
) -> bool:
    """Tells whether a line is of the group that a question names, where the title of some document has its name.

    What "SIG Boats" needs is not told by what another group says of boats.
    """
    subjects = named_subjects(question.text)
    titles = [stems(document.title) for document in context.documents()]
    if not subjects or not any(subjects <= title for title in titles):
        return True
    if _has_report(subjects, question, context) and not _is_of_year(document_id, text, question, context):
        return False  # What a page says now tells nothing of a year that has its own report.
    own = stems(context.document(document_id).title) | context.catalog.folder_stems(document_id)
    return subjects <= own or subjects <= _groups_in(" | ".join((text, *section)))


def _has_report(subjects: frozenset[str], question: Question, context: Context) -> bool:
    """Tells whether there is a report of the group on the time that is asked about."""
    asked = question.interval
    return asked is not None and any(
        document.period and asked.contains(document.period.end) and subjects <= stems(document.title)
        for document in context.documents()
    )


def _is_of_year(document_id: str, text: str, question: Question, context: Context) -> bool:
    """Tells whether a line stands in a document of some time, or names the year that is asked about."""
    year = question.interval.end.year if question.interval else 0
    return context.document(document_id).period is not None or re.search(rf"\b{year}\b", text) is not None


def _groups_in(text: str) -> frozenset[str]:
    """The stems of the words beside nouns for bodies in a text: "sig-boats", "the Boats Special Interest Group"."""
    return frozenset(word for match in _group().finditer(text) for word in stems(match["after"] or match["before"]))


@cache
def _group() -> re.Pattern[str]:
    noun = rf"(?:{body_noun_pattern()}|{'|'.join(bodies()['abbreviations'])})"
    name = r"[\w-]+(?:\s+[\w-]+)?"
    return re.compile(
        rf"\b{noun}[\s-]+(?:on\s+|for\s+)?(?P<after>{name})|\b(?P<before>{name})\s+{noun}\b", re.IGNORECASE
    )
