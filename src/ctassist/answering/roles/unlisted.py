"""Posts that the newest chart does not have any more, though an older one is the last to state them."""

from collections import defaultdict
from collections.abc import Sequence

from ctassist.answering.context import Context
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.tenures import Stated


def unlisted_in(body: Body, role: str, told: Stated, bodies: Sequence[Body], context: Context) -> str | None:
    """The newest issue with a chart of these bodies that leaves a post out, in words; None where none does.

    A chart is one of these bodies where it has another one that the older chart has, or other posts of this one.
    """
    if any(row.record.interval for row in told.rows):
        return None
    then = {row.document_id for row in told.rows}
    charts = _charts(bodies)
    for document in reversed([d for d in context.documents() if d.period and d.id in charts]):
        if document.id in then or not document.period or document.period.end <= told.rank[1]:
            return None
        chart = charts[document.id]
        if chart.get(body.name, set()) or any(
            set(chart) & set(charts[id_]) - {body.name} for id_ in then if id_ in charts
        ):
            return None if role in chart.get(body.name, set()) else context.issue(document.id)
    return None


def _charts(bodies: Sequence[Body]) -> dict[str, dict[str, set[str]]]:
    """Of each document the bodies that it charts, with their posts."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for body in bodies:
        for row in body.rows:
            if row.record.interval is None:
                found[row.document_id][body.name].add(row.record.role)
    return found
