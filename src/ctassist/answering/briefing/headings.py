"""The headings of a briefing."""

from enum import StrEnum


class Heading(StrEnum):
    """The sections in their order."""

    FIGURES = "Headline figures"
    CHANGES = "Changes of roles"
    HELD = "Roles held"
    ACTIVITIES = "Activities"
    STATEMENTS = "What was said"
    UNDATED = "Without a date"


SOURCES = "Sources"
