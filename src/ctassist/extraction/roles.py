"""Who holds which role in which body, as lines with labels, lists under headings and tables state it."""

from collections.abc import Sequence

from ctassist.extraction.role_charts import in_chart
from ctassist.extraction.role_labels import is_of_tasks
from ctassist.extraction.role_lists import introduced, named_first, tagged, under_heading
from ctassist.extraction.role_tables import in_tables
from ctassist.extraction.role_words import is_listed
from ctassist.extraction.sections import Placed
from ctassist.model.records import Role


def find_roles(text: str, placed: Sequence[Placed], title: str) -> list[Role]:
    """Finds the roles that lines with labels, lists under headings and tables state. Sentences: ``role_sentences``."""
    roles: list[Role] = []
    by_heading: dict[int, list[Placed]] = {}
    for place in placed:
        by_heading.setdefault(place.heading, []).append(place)
    for group in by_heading.values():
        if is_of_tasks(group[0].section):
            continue
        named = list(named_first(text, group, title))
        headed = list(under_heading(text, group, title)) or named
        own = list(tagged(text, group, title)) if headed or group[0].section else []
        own += [role for role in named if headed is not named and role.span not in {other.span for other in own}]
        headed = headed or list(introduced(text, group, title))
        roles += _with_own(headed, own) or list(in_chart(text, group, title))
        roles += in_tables(text, group, title)
    return roles


def _with_own(headed: Sequence[Role], own: Sequence[Role]) -> list[Role]:
    """Roles by their heading, and those that holders have by their own lines: a "lead" is the co-chair it says."""
    said = {role.span for role in own}
    return [*(role for role in headed if role.span not in said or is_listed(role.role)), *own]
