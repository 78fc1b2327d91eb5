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
    own = stems(context.document(document_id).title) | context.catalog.folder_stems(document_id)
    return subjects <= own or subjects <= _groups_in(" | ".join((text, *section)))


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
