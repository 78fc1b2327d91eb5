"""Puts a briefing together: the sections, each line verified, its citations numbered, and what was searched."""

from collections.abc import Mapping, Sequence

from ctassist.answering.briefing.figures import headline_figures
from ctassist.answering.briefing.happenings import activities, statements, undated
from ctassist.answering.briefing.headings import Heading
from ctassist.answering.briefing.posts import changed_posts, held_posts
from ctassist.answering.briefing.scope import asked
from ctassist.answering.briefing.searched import Left, searched
from ctassist.answering.briefing.told import Told
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.rendering import render
from ctassist.answering.understanding.question import Question
from ctassist.answering.verification import holds
from ctassist.model.answer import Citation, Status
from ctassist.model.briefing import Briefing, BriefLine, BriefRequest, BriefSection

MOST_ACTIVITIES = 2_000
"""More than these are not shown: it is some six years of a review, and no briefing any more."""

_COMPOSERS = {
    Heading.FIGURES: headline_figures,
    Heading.CHANGES: changed_posts,
    Heading.HELD: held_posts,
    Heading.ACTIVITIES: activities,
    Heading.STATEMENTS: statements,
    Heading.UNDATED: undated,
}


def compose_briefing(request: BriefRequest, context: Context) -> Briefing:
    """Writes a briefing from what the view of ``context`` may read. Raises UsageError for a scope that is none."""
    question = asked(request, context)
    found = {heading: compose(question, context) for heading, compose in _COMPOSERS.items()}
    matched = len(found[Heading.ACTIVITIES])
    found[Heading.ACTIVITIES] = found[Heading.ACTIVITIES][:MOST_ACTIVITIES]
    sound = {heading: [told for told in lines if holds(told.line, context)] for heading, lines in found.items()}
    left = Left(
        beyond=matched - len(found[Heading.ACTIVITIES]),
        unverified=sum(map(len, found.values())) - sum(map(len, sound.values())),
    )
    numbered, citations = _numbered(sound, context)
    return Briefing(
        title=title(question, context),
        searched=searched(question, context, sound, left),
        sections=numbered,
        citations=citations,
        coverage=context.coverage(
            question,
            matched=matched,
            shown=len(sound[Heading.ACTIVITIES]),
            undated=len(sound[Heading.UNDATED]),
        ),
    )


def title(question: Question, context: Context) -> str:
    """What a briefing is on, in words: "Briefing: UNODC, Africa, February 2024"."""
    assert question.interval is not None
    names = [*(entity.key for entity in question.entities), *(place.name for place in question.places)]
    return f"Briefing: {', '.join([*names, context.words.time(question.interval)])}"


def _numbered(
    found: Mapping[Heading, Sequence[Told]], context: Context
) -> tuple[tuple[BriefSection, ...], tuple[Citation, ...]]:
    """The sections that have lines, and the sources in the order in which the lines name them."""
    lines = [told.line for section in found.values() for told in section]
    rendered = render(Draft(Status.ANSWERED), lines, context)
    claims = iter(rendered.claims)
    sections = tuple(
        BriefSection(heading.value, tuple(_line(told, next(claims).citations) for told in section))
        for heading, section in found.items()
        if section
    )
    return sections, tuple(rendered.citations)


def _line(told: Told, citations: Sequence[int]) -> BriefLine:
    return BriefLine(told.line.text, tuple(citations), told.lead, told.group)
