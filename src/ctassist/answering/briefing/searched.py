"""The sentences that say what a briefing was made from, and how complete it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ctassist.answering.briefing.headings import Heading
from ctassist.answering.briefing.told import Told
from ctassist.answering.context import Context
from ctassist.answering.understanding.question import Question
from ctassist.model.time import Interval

_KINDS = {
    Heading.FIGURES: "headline figures",
    Heading.CHANGES: "changes of roles",
    Heading.ACTIVITIES: "dated activities",
    Heading.STATEMENTS: "dated statements",
}


@dataclass(frozen=True, slots=True)
class Left:
    """What is not shown: activities beyond the most that are, and lines that could not be verified."""

    beyond: int = 0
    unverified: int = 0


def searched(question: Question, context: Context, found: Mapping[Heading, Sequence[Told]], left: Left) -> str:
    """What was searched, whether all activities stand here, what there is none of, and which days no issue covers."""
    asked = question.interval
    assert asked is not None
    periods = [d.period.interval for d in context.documents() if d.period]
    meeting = sum(period.meets(asked) for period in periods)
    covers = "covers" if meeting == 1 else "cover"
    said = [f"Searched: {context.searched()}; {meeting or 'none'} of them {covers} days of this period."]
    if any(found.values()):
        said += [*_completeness(len(found[Heading.ACTIVITIES]), left), *_missing(found)]
    else:
        said.append("Nothing in the archive belongs to it.")
    if gaps := uncovered(asked, periods):
        said.append(f"No issue covers {', '.join(map(context.words.time, gaps))}.")
    return " ".join(said)


def uncovered(asked: Interval, periods: Iterable[Interval]) -> list[Interval]:
    """The stretches of a period that no issue covers."""
    gaps, day, one = [], asked.start, timedelta(days=1)
    for period in sorted(periods):
        if period.start > asked.end:
            break
        if period.start > day:
            gaps.append(Interval(day, period.start - one))
        if period.end >= asked.end:
            return gaps
        day = max(day, period.end + one)
    return [*gaps, Interval(day, asked.end)]


def _completeness(shown: int, left: Left) -> list[str]:
    said = []
    if left.beyond:
        said.append(
            f"{shown:,} dated activities are listed and {left.beyond:,} are left out: ask for a shorter period, an "
            "organisation or a place, or take all rows from /v1/activities."
        )
    elif shown and not left.unverified:
        said.append(f"All {shown:,} dated activities are listed." if shown > 1 else "The one dated activity is listed.")
    if left.unverified:
        lines = "1 line is" if left.unverified == 1 else f"{left.unverified:,} lines are"
        said.append(f"{lines} left out, as the sources do not bear every name and number out.")
    return said


def _missing(found: Mapping[Heading, Sequence[Told]]) -> list[str]:
    none = [words for heading, words in _KINDS.items() if not found[heading]]
    listed = " or ".join(filter(None, (", ".join(none[:-1]), *none[-1:])))
    return [f"The archive has no {listed} for it."] if none else []
