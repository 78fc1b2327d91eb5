"""Short lines below another one, which say too little without it: "Promoted to stable." below a gate's name."""

from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence
from ctassist.answering.evidence.leads import lead_above
from ctassist.model.archive import Entry
from ctassist.model.records import Activity, Item

_SHORT = 6
"""A line of at most so many words is told with the one that it stands below."""


def lead_of_short(entry: Entry[Item] | Entry[Activity], context: Context) -> Evidence | None:
    """The line below which a short one is nested; None for longer ones, which speak for themselves."""
    if len(entry.text.split()) > _SHORT:
        return None
    return lead_above(entry.document_id, entry.record.span, entry.record.section, context)
