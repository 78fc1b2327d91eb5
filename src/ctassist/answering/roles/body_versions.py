"""Bodies of versions: the "1.31 Release Team" is not that of 1.32."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.evidence.posts import which_post
from ctassist.answering.roles.bodies import Body
from ctassist.answering.understanding.question import Question
from ctassist.model.archive import Entry
from ctassist.model.records import Role

_VERSION = re.compile(r"(?<![\w.])v?(?!\d{1,2}\.\d{1,2}\.\d{4}\b)(\d+(?:\.\d+)+)")
"""The number of a version, which no date is: "12.05.2047"."""


def of_version(bodies: Sequence[Body], question: Question, context: Context) -> tuple[list[Body], Question]:
    """The bodies with what is said of no other version than asked: the "1.31 Release Team" is not of 1.32.

    Where some bodies are of versions, one that no version is told of may be of any: its posts are not those of one.

    Whose sentences alone say the version is named without it: "work on 1.32 starts, with Release Lead Ana Ruiz".
    """
    asked = frozenset(_VERSION.findall(question.timeless or question.text))
    every, bodies = bodies, [body for body in bodies if not _is_of_another(body.name, asked)]
    if not asked:
        return bodies, question
    if any(asked & set(_VERSION.findall(body.name)) for body in bodies):
        # The "docs lead" of 1.31 is not the lead of the "1.31 Release Team".
        which = which_post(question.text)
        others = [b for b in bodies if which and which not in b.stems and asked & set(_VERSION.findall(b.name))]
        return [body for body in bodies if body not in others], question
    kept = [replace(body, rows=rows) for body in bodies if (rows := _rows_of_version(body, asked))]
    if not any(asked & set(_VERSION.findall(row.text)) for body in kept for row in body.rows):
        pages = [body for body in kept if any(asked & _versions_around(row, context) for row in body.rows)]
        return pages if len(kept) < len(every) else kept, question
    return kept, replace(question, timeless=_VERSION.sub(" ", question.timeless or question.text))


def _versions_around(row: Entry[Role], context: Context) -> set[str]:
    """The versions that the headings above a row, its document's title and its file's name have."""
    document = context.document(row.document_id)
    return set(_VERSION.findall(" | ".join((*row.record.section, document.title, document.name))))


def _rows_of_version(body: Body, asked: frozenset[str]) -> tuple[Entry[Role], ...]:
    return tuple(row for row in body.rows if not _is_of_another(row.text, asked))


def _is_of_another(text: str, asked: frozenset[str]) -> bool:
    """Tells whether a text is of one version and a question of another."""
    own = set(_VERSION.findall(text))
    return bool(own and asked) and not own & asked
