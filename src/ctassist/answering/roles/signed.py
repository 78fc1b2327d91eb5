"""Posts that people sign their words with: "Jane Roe, President of the Tide Board" tells who heads it."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.terms import content, fold, stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_words import canonical_role
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Statement

_HONORIFIC = r"(?:(?:mr|ms|mrs|miss|dr|prof|sir|dame)\.?\s+)?"
_BEFORE = re.compile(rf"\bbefore\s+{_HONORIFIC}(?P<name>[^\W\d_][\w’'. -]*?)\s*\??\s*$", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:after|first|former|previous|deputy|until|succe\w+|replaced|predecessors?)\b", re.IGNORECASE
)


_PRESIDING = {"chair", "president"}
"""Other languages have one word for both."""


def compose_signed(question: Question, context: Context) -> Draft | None:
    """Answers who holds, or held before somebody, a post of an organisation; None when nobody signs with it."""
    match = _asked().search(question.text)
    if not match or question.places or _OTHER_TIME.search(_BEFORE.sub("", question.text)):
        return None
    post = match["post"] or match["own_post"]
    whose = match["whose"] or match["owner"]
    rows = [row for row in _in_order(context) if _holds(row.record, post, whose, question, context)]
    rows = _told(rows, question, context)
    if not rows:
        return None
    issue = context.issue(rows[-1].document_id)
    record = rows[-1].record
    line = Line(
        f"{record.title}: {record.speaker} ({issue})", (evidence_of(rows[-1]),), None, frame=(record.title or "", issue)
    )
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


@cache
def _asked() -> re.Pattern[str]:
    people = table("people")
    posts = alternatives([*people["titles"], *people["offices"], *(role for role in table("roles"))])
    post = rf"(?:[\w-]+[ -])?(?:{posts})(?:[ -](?!(?:of|at)\b)[\w-]+)?"
    return re.compile(
        r"\bwho(?:[’']s|\s+(?:is|was|are|were|serves?\s+as|acts?\s+as))?\s+(?:currently\s+|now\s+|then\s+)?(?:"
        # What is put into English from other languages may lack the "of".
        rf"(?:the\s+)?(?:current\s+|present\s+)?(?P<post>{post})\s+(?:(?:of|at)\s+|\(\s*|(?=(?-i:[A-Z])))(?:the\s+)?"
        r"(?P<whose>[^,;?)]+?)"
        rf"|(?:the\s+)?(?P<owner>[A-Z][\w -]*?)(?:[’']s?)?\s+(?P<own_post>{post}))"
        r"(?=\s*(?:[?)]|$|,|\b(?:now|today|currently|at present|these days|before|in|as of|at the)\b))",
        re.IGNORECASE,
    )


def _in_order(context: Context) -> list[Entry[Statement]]:
    def when(row: Entry[Statement]) -> tuple[str, int]:
        period = context.document(row.document_id).period
        return (period.end.isoformat() if period else "", row.id)

    return sorted(context.view.statements(document_ids=context.document_ids), key=when)


def _holds(record: Statement, post: str, whose: str, question: Question, context: Context) -> bool:
    if not record.title or not record.organisation:
        return False
    signed = re.split(r"\s+(?:of|at|for)\s+|,\s*", record.title, maxsplit=1)[0]
    if _key(signed) != _key(post) and {_key(signed), _key(post)} != _PRESIDING:
        return False
    named = question.entities[:1]
    if _name(record.organisation) == _name(whose) or _is_own(whose, record.organisation, context):
        return True
    return any(mentions(record.organisation, entity) for entity in named)


def _is_own(whose: str, organisation: str, context: Context) -> bool:
    """Tells whether both are the archive's own body: "the Accord" for the "High Ground Accord"."""
    words = {token.stem for token in content(whose)}
    return bool(words) and words <= context.catalog.own_stems and words <= stems(organisation)


def _key(post: str) -> str:
    words = fold(post).replace("-", " ")
    return canonical_role(post.casefold()) or words


def _name(words: str) -> str:
    return re.sub(r"^the\s+", "", fold(words).strip())


def _told(rows: Sequence[Entry[Statement]], question: Question, context: Context) -> list[Entry[Statement]]:
    """The rows of the asked time, or those before the one that the question names."""
    if match := _BEFORE.search(question.text):
        name = fold(match["name"])
        first = next((at for at, row in enumerate(rows) if _is_called(row, name)), None)
        return [row for row in rows[: first or 0] if not _is_called(row, name)]
    return [row for row in rows if _is_in_time(row, question, context)]


def _is_called(row: Entry[Statement], name: str) -> bool:
    return set(name.split()) <= set(fold(row.record.speaker).split())


def _is_in_time(row: Entry[Statement], question: Question, context: Context) -> bool:
    period = context.document(row.document_id).period
    return question.interval is None or (period is not None and period.interval.start <= question.interval.end)
