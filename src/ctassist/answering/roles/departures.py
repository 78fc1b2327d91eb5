"""Who has left a post since it was last stated: "Ana Roe stood down as deputy in May; her post is not filled"."""

import re
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.draft import Line, evidence_of
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.comings import LEFT
from ctassist.answering.roles.events import names_role
from ctassist.answering.roles.tenures import Row, stated_on
from ctassist.answering.terms import stems
from ctassist.extraction.dates import find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.archive import Entry
from ctassist.model.records import Item


def departures(rows: Sequence[Row], role: str, body: Body, context: Context) -> dict[str, Line]:
    """The lines that tell that holders have left a post since, by holder.

    A page without a period is kept current: whom it names has the post.

    Args:
        rows: what was stated last of the post.
        role: the post.
        body: whose post it is.
        context: what the archive knows.
    """
    dated = [row for row in rows if context.document(row.document_id).period]
    if not dated or len(dated) < len(rows):
        return {}
    found: dict[str, Line] = {}
    for entry in context.view.items(context.document_ids):
        named = [row for row in dated if row.record.holder in entry.text]
        if not named or not LEFT.search(one_line(entry.text)):
            continue
        for row in named:
            if _leaves(entry, row, role, body, context):
                found[row.record.holder] = Line(one_line(entry.text), (evidence_of(entry),), "role")
    return found


def _leaves(entry: Entry[Item], row: Row, role: str, body: Body, context: Context) -> bool:
    """Tells whether a line says that a holder left the post, later than the post was stated."""
    document = context.document(entry.document_id)
    words = one_line(entry.text)
    same = entry.document_id == row.document_id and entry.record.span == row.record.span
    # "The chair Ana Roe is stepping down" names the holder, and says who leaves at once.
    between = (
        r"\s+(?:(?:is|are|was|were|has|have|will|be|now|also|soon|then)\s+)*" if same else r"\W+(?:[\w,]+\W+){0,3}?"
    )
    left = re.compile(rf"{re.escape(row.record.holder)}{between}(?:{LEFT.pattern})", re.IGNORECASE)
    if document.period is None or not left.search(words):
        return False
    dates = find_dates(words, document.period.interval)
    when = max((date.interval.end for date in dates), default=document.period.end)
    about = stems(" ".join((words, document.title, *entry.record.section)))
    later = same or stated_on(row, context) < when <= context.as_of
    return later and names_role(words, role) and body.stems <= about
