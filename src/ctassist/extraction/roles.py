"""Who holds which role in which body, as lines with labels, lists under headings and tables state it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ctassist.extraction.bare_days import leads_with_bare_day
from ctassist.extraction.holder_parts import is_office, is_person
from ctassist.extraction.holders import is_name
from ctassist.extraction.lone_numbers import LoneNumbers
from ctassist.extraction.places import place_of
from ctassist.extraction.role_charts import in_chart
from ctassist.extraction.role_divisions import by_division
from ctassist.extraction.role_handles import by_handles
from ctassist.extraction.role_inline import below_names, in_lines
from ctassist.extraction.role_labels import is_of_tasks
from ctassist.extraction.role_lists import introduced, named_first, tagged, under_heading
from ctassist.extraction.role_tables import in_tables
from ctassist.extraction.role_words import is_listed
from ctassist.extraction.sections import Placed
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval


def find_roles(text: str, placed: Sequence[Placed], title: str, reference: Interval | None = None) -> list[Role]:
    """Finds the roles that lines with labels, lists under headings and tables state. Sentences: ``role_sentences``.

    Args:
        text: the canonical text.
        placed: its blocks with their headings.
        title: the title of the document.
        reference: the time that the document is about, which gives days their year.
    """
    roles: list[Role] = []
    by_heading: dict[int, list[Placed]] = {}
    for place in placed:
        if not _is_of_calendar(text, place):
            by_heading.setdefault(place.heading, []).append(place)
    numbers = LoneNumbers()
    for group in by_heading.values():
        if is_of_tasks(group[0].section):
            continue
        divided = list(by_division(text, group))
        taken = {role.span for role in divided}
        roles += divided
        group = [place for place in group if place.block.span not in taken]
        if not group:
            continue
        named = list(named_first(text, group, title))
        headed = list(under_heading(text, group, title)) or named
        own = list(tagged(text, group, title)) if headed or group[0].section else []
        own += [role for role in named if headed is not named and role.span not in {other.span for other in own}]
        headed = headed or list(introduced(text, group, title))
        lines = _numbered(list(in_lines(text, group, title)))
        of_chart = [place for place in group if not any(_within(role.span, place.block.span) for role in lines)]
        roles += _with_own(headed, own) or _numbered(list(in_chart(text, of_chart, title, numbers)))
        roles += lines
        roles += below_names(text, group, title)
        roles += _numbered(list(in_tables(text, group, title, reference)))
        roles += by_handles(text, group, title)
    return roles


def _is_of_calendar(text: str, place: Placed) -> bool:
    """Tells whether a row tells of a day: "19 | Board admits WTO as new member | Board" gives the Board no post."""
    row = place.block.kind is BlockKind.TABLE_ROW and bool(place.dates)
    return row and leads_with_bare_day(place.block.span.of(text))


def _within(span: Span, block: Span) -> bool:
    return block.start <= span.start and span.end <= block.end


def employers(roles: Sequence[Role]) -> list[str]:
    """The names of several words of those for whom holders of posts work, and of organisations that hold some."""
    holders = (role.holder for role in roles if role.affiliation is None and _BEGINS_SHORT.match(role.holder))
    named = dict.fromkeys((*(role.affiliation for role in roles if role.affiliation), *holders))
    return [name for name in named if " " in name and is_name(name) and not is_office(name) and not place_of(name)]


_BEGINS_SHORT = re.compile(r"[A-Z\d]{2,}\s+[A-Z]")
"""What begins with an acronym, as "UN Women", is no person."""


def persons_of(roles: Sequence[Role]) -> list[str]:
    """The full names of the persons who hold posts."""
    return [name for name in dict.fromkeys(role.holder for role in roles) if is_person(name) and is_name(name)]


_COUNTED = re.compile(r"(?P<number>\d{1,2})\s+(?P<name>[^\W\d_a-z].*)")


def _numbered(roles: list[Role]) -> list[Role]:
    """Roles whose bodies are counted without a sign behind their numbers: "1 Tides - Chair: WTO", "2 Fog - …"."""
    found = {role.body: match for role in roles if (match := _COUNTED.fullmatch(role.body))}
    numbers = {int(match["number"]) for match in found.values()}
    if len(numbers) < _COUNT or 1 not in numbers:
        return roles
    return [
        replace(role, body=found[role.body]["name"], number=found[role.body]["number"]) if role.body in found else role
        for role in roles
    ]


_COUNT = 2
"""So many different numbers count bodies; a single one may be a part of a name."""


def _with_own(headed: Sequence[Role], own: Sequence[Role]) -> list[Role]:
    """Roles by their heading, and those that holders have by their own lines: a "lead" is the co-chair it says."""
    said = {role.span for role in own}
    return [*(role for role in headed if role.span not in said or is_listed(role.role)), *own]
