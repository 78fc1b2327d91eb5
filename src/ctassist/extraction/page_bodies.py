"""Which body a page is about, as its title names it, and which words name bodies at all."""

import re
from functools import cache, lru_cache

from ctassist.extraction.names import WORD
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table


@lru_cache(maxsize=10_000)
def body_in(title: str) -> str | None:
    """The body that a title names: "2022 Annual Report: Docs Special Interest Group", "2021 SIG Docs annual report".

    A yearly report is about whatever its title names beside it: "Circle of Lamps: annual report 2031".
    """
    title = bare_title(title)
    words = title.rsplit(":", 1)[-1]
    words = _KIND_BEHIND.sub("", re.sub(r"\([^()]*\)\s*$", "", words).rstrip())
    match = _named_in().search(words)
    if match:
        return _UNCLOSED.sub("", one_line(_REPORT.sub("", match.group())).strip())
    return _reported(title)


_UNCLOSED = re.compile(r"\s*\([^()]*$")
"""What a name has lost the closing bracket of."""


def bare_title(title: str) -> str:
    """What a page is about, without what kind of page it is: "Charter of the Lamps Circle" is about the circle."""
    return _KIND_OF_PAGE.sub("", title)


_KIND_OF_PAGE = re.compile(
    r"^\W*(?:charter|statutes?|by-?laws|constitution|terms\s+of\s+reference|rules(?:\s+of\s+procedure)?|mandate|handbook)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?|\s*[:–—]\s*)(?=[A-Z])",
    re.IGNORECASE,
)


_KIND_BEHIND = re.compile(
    r"\s+(?:charter|proposal|statutes?|by-?laws|constitution|terms\s+of\s+reference|rules(?:\s+of\s+procedure)?|mandate|handbook)$",
    re.IGNORECASE,
)


_REVIEWED = re.compile(
    r"(?P<body>[A-Z][^\W_]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][^\W_]*){1,3})\s*[:–—]\s*(?:annual|yearly)\s+(?:review|summary|accounts)"
    r"(?:\s+(?:for|of|in)?\s*(?:19|20)\d{2})?\s*"
)


_REPORT = re.compile(r"\s*\b(?:annual|yearly|quarterly|charter|report|review|newsletter|update)\b.*$", re.IGNORECASE)


YEARLY = re.compile(
    r"\b(?:annual|yearly)\s+(?:activity\s+|progress\s+)?(?:report|review)\b(?:\s+(?:of|by|from|on|for)\b(?:\s+the\b)?)?",
    re.IGNORECASE,
)


_YEAR = re.compile(r"(?:\b(?:for|of|in)\s+)?(?<![\w-])(?:19|20)\d{2}(?:\s*[-–/]\s*\d{2,4})?(?![\w-])")


def _reported(title: str) -> str | None:
    """What a yearly report is about, or None where its title is of something else, or names nothing beside it."""
    if reviewed := _REVIEWED.fullmatch(title):
        return reviewed["body"]
    rest, reports = YEARLY.subn(" ", title)
    named = re.sub(r"^(?:of|by|from|on|for)\s+(?:the\s+)?", "", one_line(_YEAR.sub(" ", rest))).strip(" ,;:–—-()|")
    named = _UNCLOSED.sub("", named)
    # A single word may be a name without a capital: "k3x 2031 annual review".
    return named if reports and re.fullmatch(r"[^\W\d_a-z][^,;:|]*|[a-z][\w.-]*\d[\w.-]*", named) else None


def page_body(title: str, text: str, *, dated: bool) -> str | None:
    """The body that a page is about: as its title names it, or by the noun that its lines call it by.

    On "Circle of Lamps" or "Lamps Circle", lines say "the circle". An issue of a periodical is about many bodies.

    Args:
        title: the title of the document.
        text: its canonical text.
        dated: whether it has a period.
    """
    if (named := body_in(title)) or dated:
        return named
    name = re.sub(r"\s*\([^()]*\)\s*$", "", bare_title(one_line(title)))
    if bare_title(one_line(title)) != one_line(title):
        return name
    words = name.split()
    ends = {words[0], words[-1]} if len(words) > 1 else set()
    said = any(
        end.isalpha() and end.istitle() and re.search(rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+{end.casefold()}\b", text)
        for end in ends
    )
    return name if said else None


_SMALL = (
    "the|an?|our|its|their|this|that|all|some|of|on|in|at|to|for|from|by|with|about"
    "|how|what|who|why|when|where|which|and|or"
)
"""Words in small letters that begin no name."""


@cache
def _named_in() -> re.Pattern[str]:
    nouns = "|".join(
        noun.title().replace(" ", r"\s+") for noun in sorted(table("bodies")["nouns"], key=len, reverse=True)
    )
    short = "|".join(word.upper() for word in table("bodies")["abbreviations"])
    joined = rf"(?:(?:{WORD}|on|for|of|and|&)\s+)"
    return re.compile(
        rf"(?<!\w)(?:{short}|^\s*(?:{nouns}))s?\s+(?:(?:on|for)\s+)?{WORD}(?:\s+(?:(?:and|of|for|&|on)\s+)?{WORD})*"
        # A name may begin with a small letter: "tern Special Interest Group", "tern Watch Working Group".
        rf"|^\s*(?!(?:{_SMALL})\s)[a-z][\w.-]*(?:\s+{WORD}){{0,3}}\s+(?:{nouns})(?!\w)"
        # However it is written within: "Lamp SubProject".
        rf"|{joined}{{0,6}}(?<!\w)(?:(?=[A-Z][\w ]*[a-z])(?i:{nouns})(?!\w)(?:\s+(?:on|for)\s+.+)?|(?:{short})\s*$)"
    )


@cache
def body_noun() -> re.Pattern[str]:
    """Returns the pattern of a noun for bodies ("working groups", "SIG")."""
    words = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    return re.compile(rf"(?<![\w/@-])(?:{words})s?(?![\w/-])", re.IGNORECASE)


def names_body(words: str) -> bool:
    """Tells whether words have a noun for bodies: "Working Group on Tides"."""
    return body_noun().search(words) is not None
