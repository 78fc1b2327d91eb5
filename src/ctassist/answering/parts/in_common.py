"""Composes what two pages have in common: "Which working groups are sponsored by both the Docs and the Web Group?"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.parts.page_parts import compose_page_part
from ctassist.answering.terms import fold
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_NAME = r"(?:the\s+)?[^,;?]{2,60}?"
_HAVE = (
    r"(?:have|has|had|own|owns|owned|sponsors?|sponsored|lists?|runs?|names?|use[sd]?|needs?|maintains?|leads?|holds?"
    r"|keeps?|offers?)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?P<lead>.+?)\bboth\s+(?:of\s+|by\s+|to\s+|for\s+|in\s+)?(?P<one>{_NAME})\s+and\s+(?:by\s+|to\s+|for\s+|in\s+|of\s+)?(?P<other>{_NAME})"
        rf"(?P<tail>\s+{_HAVE}\b[^?]*)?\W*$",
        rf"^(?P<lead>.+?\b(?:do|does|did)\s+)(?P<one>{_NAME})\s+and\s+(?P<other>{_NAME})\s+(?:both\s+|jointly\s+)?"
        rf"(?P<tail>(?:{_HAVE})\b[^?]*?)\s*(?:in\s+common|together|jointly|both)?\W*$",
        rf"^(?P<lead>.+?\b)(?P<share>shared?)\s+(?:by|between|among)\s+(?P<one>{_NAME})\s+and\s+(?P<other>{_NAME})(?P<tail>)\W*$",
        rf"^(?P<lead>.+?\b(?:do|does|did)\s+)(?P<one>{_NAME})\s+and\s+(?P<other>{_NAME})\s+(?P<share>share)(?P<tail>)\W*$",
    )
)
_COMMON = re.compile(r"\b(?:both|in\s+common|shared?|jointly|together)\b", re.IGNORECASE)


def compose_in_common(question: Question, context: Context) -> Draft | None:
    """Answers with what stands under the same heading of two pages; None for other questions, and without two such."""
    match = next((found for form in _FORMS if (found := form.search(question.text))), None)
    if match is None or not _COMMON.search(question.text):
        return None
    one, other = (_of(match, side, question, context) for side in ("one", "other"))
    if not one or not other or one[0].evidence[0].document_id == other[0].evidence[0].document_id:
        return None
    there = {_said(line): line for line in other}
    lines = tuple(
        replace(line, text=_plain(line), evidence=(*line.evidence, *there[_said(line)].evidence))
        for line in one
        if _said(line) in there
    )
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=coverage, final=True)
    return Draft(Status.ANSWERED, "", lines, coverage=coverage)


def _of(match: re.Match[str], side: str, question: Question, context: Context) -> tuple[Line, ...]:
    """What one page has of what is asked for."""
    verb = (
        "of " if match.groupdict().get("share") and not match["lead"].rstrip().endswith(("do", "does", "did")) else ""
    )
    tail = match["tail"] or (" have" if match.groupdict().get("share") and not verb else "")
    text = f"{match['lead']}{verb}{match[side].strip()} {tail.strip()}".strip()
    asked = understand(f"{text}?", context.catalog, context.as_of)
    draft = compose_page_part(replace(asked, interval=question.interval, times=question.times), context)
    return draft.lines if draft and draft.status is Status.ANSWERED else ()


def _plain(line: Line) -> str:
    """The words of a line without the page that it is from."""
    return next((line.text.removesuffix(f" ({source})") for source in line.frame if source), line.text)


def _said(line: Line) -> str:
    return fold(_plain(line))
