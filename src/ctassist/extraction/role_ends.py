"""Until when a holder had a post, where a list says so ("Ana Roe (until March)"), and as of which day a list is."""

import re
from dataclasses import replace

from ctassist.extraction.dates import find_dates
from ctassist.extraction.role_labels import remark_of_label
from ctassist.model.records import Role
from ctassist.model.time import Interval


def with_end(text: str, role: Role, reference: Interval | None) -> Role:
    """The role with the interval in which it ended; as it is where its own words state no end.

    Args:
        text: the canonical text.
        role: a role as a list or a chart states it.
        reference: the time that the document is about, which gives the year.
    """
    words = role.span.of(text)
    # A pattern for each holder takes long to make; few lines have the word that it must find.
    said = _end(role.holder).search(words) if role.interval is None and _UNTIL.search(words) else None
    dates = find_dates(said["when"], reference) if said else []
    return replace(role, interval=dates[0].interval) if dates else role


def with_day_of_list(role: Role, reference: Interval | None) -> Role:
    """The role with the day as of which the label above its holders is: "Liaisons - updated as of 4 May 2031"."""
    dates = find_dates(remark_of_label(role.label), reference) if role.interval is None else []
    return replace(role, interval=dates[0].interval) if len(dates) == 1 else role


_UNTIL = re.compile(r"(?:until|till)\s", re.IGNORECASE)


def _end(holder: str) -> re.Pattern[str]:
    name = r"\s+".join(map(re.escape, holder.split()))
    # What stands between: a handle or an employer, in brackets or behind a comma, and nobody else.
    beside = r"(?:\s*\((?!until|till)[^()]*\)|\s*,\s*(?!until|till)[^,;()\n]+?)?"
    return re.compile(rf"{name}{beside}[\s,(\[–—-]+(?:until|till)\s+(?P<when>[^(),;\[\]\n]+)", re.IGNORECASE)
