"""Where a figure was counted: one for the whole says nothing of a single place."""

from ctassist.answering.context import Context
from ctassist.answering.terms import stems
from ctassist.answering.understanding.question import Question
from ctassist.extraction.demonyms import told_places
from ctassist.extraction.places import event_places, lies_in
from ctassist.model.archive import Entry
from ctassist.model.records import Indicator


def is_of_places(row: Entry[Indicator], question: Question, context: Context) -> bool:
    """Tells whether a figure is of the places asked about: by its words, the headings above it or its document."""
    if not question.places:
        return True
    words = " | ".join([row.text, *row.record.section, context.document(row.document_id).title])
    told = stems(words) | context.catalog.own_stems
    places = [*event_places(words), *told_places(words)]
    return all(stems(asked.name) <= told or any(lies_in(place, asked) for place in places) for asked in question.places)
