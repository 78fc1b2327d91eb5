"""Of the holders of a role those whom a question means: by whom they work for, or by what brackets say of them."""

import re
from collections.abc import Iterable, Sequence

from ctassist.answering.roles.numbered import is_number_alone
from ctassist.answering.roles.tenures import Row
from ctassist.answering.terms import fold
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question
from ctassist.extraction.role_words import rank_of

_EMPLOYED = re.compile(
    r"\b(?:employed\s+(?:by|at)|work(?:s|ing)?\s+(?:at|for)|affiliated\s+(?:with|to)|employees?\s+of|on\s+the\s+payroll\s+of"
    r"|(?:is|are|was|were|comes?|came)\s+from)\s+(?:the\s+)?"
    r"(?P<who>[^\W\d_a-z][\w.&'’-]*(?:\s+(?:of\s+|and\s+)?[^\W\d_a-z][\w.&'’-]*)*)"
)
_SENT = r"\b(?:from|at)\s+(?:the\s+)?"
_TAG = re.compile(r"[(\[]\s*(?P<tag>[^()\[\]@]*[^\W\d_][^()\[\]@]*?)\s*[)\]]")


def employers(question: Question, rows: Iterable[Row]) -> tuple[Entity, ...]:
    """Those named in a question whom holders of posts work for, where it means these: "chairs from Acme"."""
    told = " | ".join({row.record.affiliation for row in rows if row.record.affiliation})
    return tuple(
        entity for entity in question.entities if mentions(told, entity) and _are_sent_by(entity, question.text)
    )


def _are_sent_by(entity: Entity, text: str) -> bool:
    forms = "|".join(map(re.escape, entity.forms))
    employed = any(mentions(match["who"], entity) for match in _EMPLOYED.finditer(text))
    return employed or re.search(rf"{_SENT}(?:{forms})(?!\w)", text, re.IGNORECASE) is not None


def employed_by(rows: Iterable[Row], named: Sequence[Entity]) -> list[Row]:
    """The rows of those who work for all who are named; all rows where none is."""
    return [row for row in rows if all(mentions(row.record.affiliation or "", entity) for entity in named)]


def meant_holders(rows: Iterable[Row], question: str) -> list[Row]:
    """The rows of holders whom the question means; all where it sets no condition on them."""
    rows = _of_rank(list(rows), question)
    if match := _EMPLOYED.search(question):
        who = fold(match["who"])
        return [row for row in rows if re.match(rf"{re.escape(who)}\b", fold(row.record.affiliation or ""))]
    asked = fold(question)
    if sent := [row for row in rows if _is_sent_by(fold(row.record.affiliation or ""), row, asked)]:
        return sent
    tagged = [row for row in rows if any(re.search(rf"(?<!\w){re.escape(tag)}(?!\w)", asked) for tag in _tags(row))]
    return tagged or rows


def _of_rank(rows: list[Row], question: str) -> list[Row]:
    """The rows of the one of several deputies who is asked for: the "Second Vice-President" is not the first."""
    asked = rank_of(question)
    ranked = {row.id: rank_of(row.record.label) for row in rows}
    if asked is None or not any(ranked.values()):
        return rows
    return [row for row in rows if ranked[row.id] == asked]


def _is_sent_by(affiliation: str, row: Row, asked: str) -> bool:
    """Tells whether a question asks for those of an organisation: "the chairs from Acme", "which Acme members"."""
    if not affiliation or affiliation in fold(row.record.body):
        return False
    name = re.escape(affiliation)
    return re.search(rf"{_SENT}{name}(?!\w)", asked) is not None


def _tags(row: Row) -> set[str]:
    """What the line of a holder adds in brackets, other than the affiliation and the words of the role."""
    tags = {fold(match["tag"]) for match in _TAG.finditer(row.text)}
    known = fold(" ".join((row.record.body, row.record.label, row.record.role, *row.record.section)))
    return {tag for tag in tags if tag not in known and len(tag) > 3 and not is_number_alone(tag)}
