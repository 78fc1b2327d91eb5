"""Headings that issues give to what is still to come, whatever they call it: "Where to meet", "Save the date"."""

from collections import Counter, defaultdict

from ctassist.answering.context import Context
from ctassist.answering.lists.standing import is_standing
from ctassist.answering.terms import content, event_stems, stems
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.kinds import kind_stems, list_words
from ctassist.extraction.dates import begins_with_date
from ctassist.extraction.numeral_days import leads_with_numerals
from ctassist.model.archive import Entry
from ctassist.model.records import Activity

_SEVERAL = 2
_MOST = 0.8
"""So large a share of a calendar's lines, and in so many issues, tells what is yet to come."""
_DAY_FIRST = 0.5
"""And of so many of them the day stands first, which sets them apart from news of what is planned."""


def calendars_for(asked: frozenset[str], context: Context) -> frozenset[str]:
    """The headings of calendars, in lower case, where a question asks for events of any kind; else none.

    So it does by the word that heads a calendar: where that is "Where to meet", all that calendars have are meetings.

    Args:
        asked: the stems of the nouns for events in a question.
        context: what the archive knows.
    """
    if not asked:
        return frozenset()
    found = context.catalog.learnt("calendars", lambda: _calendars(context))
    named = any((words := _words(heading)) and words <= asked for heading in found)
    return found if named or asked & list_words("gatherings") else frozenset()


def _words(heading: str) -> frozenset[str]:
    return frozenset(token.stem for token in content(heading)) - list_words("when")


def _calendars(context: Context) -> frozenset[str]:
    """Finds the headings; what stands under "Jobs" or "Deadlines" is another kind of thing, be it with its day."""
    ends = {d.id: d.period.end for d in context.catalog.documents.values() if d.period}
    lines: dict[str, int] = defaultdict(int)
    ahead: dict[str, list[str]] = defaultdict(list)
    day_first: Counter[str] = Counter()
    for entry in context.view.activities():
        if is_standing(entry.text, context):
            continue
        for heading in {plain_heading(heading) for heading in entry.record.section}:
            lines[heading] += 1
            if entry.document_id in ends and _is_ahead(entry, ends[entry.document_id].toordinal()):
                ahead[heading].append(entry.document_id)
                day_first[heading] += begins_with_date(entry.text) or leads_with_numerals(entry.text)
    other = kind_stems() - event_stems()
    return frozenset(
        heading
        for heading, documents in ahead.items()
        if len(documents) >= _MOST * lines[heading]
        and day_first[heading] >= _DAY_FIRST * len(documents)
        and len(set(documents)) >= _SEVERAL
        and not stems(heading) & other
    )


def _is_ahead(entry: Entry[Activity], end: int) -> bool:
    times = entry.record.intervals
    return bool(times) and times[0].start.toordinal() >= end
