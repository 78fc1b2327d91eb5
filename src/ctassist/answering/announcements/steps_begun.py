"""Of which version a sentence is that names a step of a schedule in the days of that step, and no version itself.

"We are in Seed Freeze now, with 12 beds.": where the schedule of 3.4 has the Seed Freeze in that week, it is of 3.4.
"""

from collections.abc import Sequence
from datetime import timedelta

from ctassist.answering.announcements.schedules import VERSION
from ctassist.answering.context import Context
from ctassist.answering.draft import Evidence
from ctassist.answering.terms import stems
from ctassist.indexing.view import Found
from ctassist.model.time import Interval

_LONG = 2
"""A step of fewer words is named by any talk of it: "Launch"."""
_BEFORE = timedelta(days=3)
"""An issue tells of what began on the last days before it."""


def step_of_version(
    found: Found,
    version: str,
    steps: Sequence[tuple[str, frozenset[str], Interval, tuple[Evidence, ...]]],
    context: Context,
) -> tuple[Evidence, ...] | None:
    """The lines that date the step of a version, where a sentence is of that step.

    None where the sentence is of another day or names a version, and where another version has a step so called then.

    Args:
        found: the sentence.
        version: the version that is asked about.
        steps: all steps of all versions, as ``steps_of_version`` gives them.
        context: the archive.
    """
    period = context.document(found.document_id).period
    if period is None or VERSION.search(found.text):
        return None
    said = stems(found.text)
    at_it = [
        (of, evidence)
        for of, label, when, evidence in steps
        if period.start - _BEFORE <= when.start <= period.end and len(label) >= _LONG and label <= said
    ]
    own = [evidence for of, evidence in at_it if of == version]
    return own[-1] if own and len(own) == len(at_it) else None
