"""What looks wrong with an issue once it is read: sentences for the person who takes it in."""

from collections.abc import Iterator
from functools import cache

from ctassist.extraction.vocabulary import table
from ctassist.model.records import Extraction

_FEW = 4
"""Of fewer items nothing can be told."""
_SHOWN = 5


def doubts(found: Extraction) -> Iterator[str]:
    """Yields what a person should look at: no dates, no headings, figures without numbers, a chart without holders.

    Pages without a period are no issues: undated lines and plain text are as they should be there.
    """
    if found.period is not None:
        yield from _undated(found)
        yield from _without_sections(found)
    yield from _without_numbers(found)
    yield from _without_holders(found)


def _undated(found: Extraction) -> Iterator[str]:
    if len(found.activities) >= _FEW and not any(activity.intervals for activity in found.activities):
        yield f"None of its {len(found.activities)} activities has a date: questions about a time pass them by."


def _without_sections(found: Extraction) -> Iterator[str]:
    if len(found.items) >= _FEW and not any(item.section for item in found.items):
        yield f"None of its {len(found.items)} items stands under a heading: its headings may not have been recognised."


def _without_numbers(found: Extraction) -> Iterator[str]:
    labels = list(dict.fromkeys(figure.label for figure in found.indicators if figure.value is None))
    if labels:
        shown = ", ".join(f"“{label}”" for label in labels[:_SHOWN]) + (" and more" if len(labels) > _SHOWN else "")
        yield f"No number could be told for {shown}."


def _without_holders(found: Extraction) -> Iterator[str]:
    """Charts, by their headings, in which nobody was found to hold a post."""
    held = {heading for role in found.roles for heading in (*role.section, role.body)}
    # Where dated lines stand, the heading is that of news of the groups.
    held |= {heading for activity in found.activities if activity.intervals for heading in activity.section}
    charts = dict.fromkeys(item.section[-1] for item in found.items if item.section and _is_chart(item.section[-1]))
    for heading in charts:
        if heading not in held:
            yield f"Under “{heading}” nobody was found to hold a post: look whether its chart was read right."


def _is_chart(heading: str) -> bool:
    """Tells whether a heading announces bodies and who leads them: "Working groups", "Task forces in 2024"."""
    words = heading.casefold().split()
    return any(" ".join(words[at : at + size]) in _bodies() for size in (1, 2, 3) for at in range(len(words)))


@cache
def _bodies() -> frozenset[str]:
    """Nouns of bodies in the plural; of one word they are too common to tell a chart ("boards", "teams")."""
    return frozenset(f"{noun.casefold()}s" for noun in table("bodies")["nouns"] if " " in noun)
