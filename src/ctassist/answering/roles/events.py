"""The lines of the archive that tell of a change in a role: "On 6 December, UNICEF became chair of …"."""

import re
from collections.abc import Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Line
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.merging import once
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.lines import HEADS
from ctassist.answering.roles.tenures import Tenure
from ctassist.answering.terms import body_noun_pattern, stems, table
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.extraction.role_words import canonical_role


def change_lines(body: Body, role: str, held: Sequence[Tenure], context: Context) -> list[Line]:
    """The activities that name the body, the role, one of its holders, and a verb for changing hands, in date order."""
    verbs = stems(" ".join(table("words")["change_verbs"]))
    told = [row for tenure in held for now in tenure.stated for row in now.rows]
    holders = [stems(row.record.holder) for row in told]
    stated = {(row.document_id, row.record.span) for row in told}
    rows = [
        row
        for row in context.view.activities(document_ids=context.document_ids)
        if (
            body.stems <= (words := stems(row.text) | stems(" ".join(row.record.section)))
            or _in_short(body, row.text)
            or (row.document_id, row.record.span) in stated  # The whole is called by one word of its long name.
        )
        and words & verbs
        and any(holder <= words for holder in holders)
        and names_role(row.text, role)
    ]
    return [activity_line(group, context.words) for group in once(rows)]


def _in_short(body: Body, text: str) -> bool:
    """Tells whether a line has some words of a body's name, and no other ones, behind a noun: "the group on cables"."""
    named = (stems(match["topic"]) for match in _about().finditer(text))
    return any(bool(words) and words <= body.stems for words in named)


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{body_noun_pattern()})\s+(?:on|for)\s+(?P<topic>[^,.;:()]+)", re.IGNORECASE)


def names_role(text: str, role: str) -> bool:
    """Tells whether a line has a word for a role, or the initials of one of several words: a "TL" is a tech lead."""
    named = {canonical_role(match.group()) for match in role_pattern().finditer(text) if match["label"]}
    initials = "".join(word[0] for word in re.split(r"[\s-]", role)).upper()
    short = len(initials) > 1 and re.search(rf"(?<![\w-]){initials}s?(?![\w-])", text) is not None
    return role in named or short or (role in HEADS and bool(named & set(HEADS)))
