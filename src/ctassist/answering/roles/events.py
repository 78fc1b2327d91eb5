"""The lines of the archive that tell of a change in a role: "On 6 December, UNICEF became chair of …"."""

from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Line
from ctassist.answering.lists.activities import activity_line
from ctassist.answering.lists.selection import once
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.lines import HEADS
from ctassist.answering.roles.tenures import Tenure
from ctassist.answering.terms import stems, table
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.extraction.role_words import canonical_role


def change_lines(body: Body, role: str, held: Sequence[Tenure], context: Context) -> list[Line]:
    """The activities that name the body, the role, one of its holders, and a verb for changing hands, in date order."""
    verbs = stems(" ".join(table("words")["change_verbs"]))
    holders = [stems(row.record.holder) for tenure in held for now in tenure.stated for row in now.rows]
    rows = [
        row
        for row in context.view.activities(document_ids=context.document_ids)
        if body.stems <= (words := stems(row.text) | stems(" ".join(row.record.section)))
        and words & verbs
        and any(holder <= words for holder in holders)
        and names_role(row.text, role)
    ]
    return [activity_line(group, context.words) for group in once(rows)]


def names_role(text: str, role: str) -> bool:
    """Tells whether a line has a word for a role."""
    named = {canonical_role(match.group()) for match in role_pattern().finditer(text) if match["label"]}
    return role in named or (role in HEADS and bool(named & set(HEADS)))
