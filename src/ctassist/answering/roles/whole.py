"""A body's name without whose it is, where it is the archive's own: "the Secretariat of the Harbour Concord"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.terms import body_noun_pattern, stems
from ctassist.answering.understanding.question import Question


def without_whole(question: Question, context: Context) -> Question:
    """The question with blanks for the archive's own name behind a body's, which tells no body from another."""
    asked = question.timeless or question.text

    def kept(match: re.Match[str]) -> str:
        blank = " " * (match.end() - match.end("body"))
        return match["body"] + blank if _is_own(match["whole"], context) else match.group()

    return replace(question, timeless=_OF_WHOLE.sub(kept, asked))


def _is_own(name: str, context: Context) -> bool:
    """Tells whether a name, or what it is short for, is that of whoever publishes the archive."""
    forms = (form for form in (name, *context.catalog.entity(name).forms) if " " in form)
    return any(len(words := stems(form)) > 1 and words <= context.catalog.own_stems for form in forms)


_NAME = r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|on)\s+)*[A-Z][\w’'-]*)*"
_OF_WHOLE = re.compile(
    rf"(?P<body>\b(?i:{body_noun_pattern()}|secretariat)\b(?:\s+(?:on|for)\s+[^?,;.]{{2,60}}?)?)"
    rf"\s+(?:of|at|in|within)\s+(?:the\s+|our\s+)?(?P<whole>{_NAME})"
)
