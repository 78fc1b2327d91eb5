"""Who speaks, as documents introduce or sign them: a name with title and organisation, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctassist.extraction.holder_parts import is_organisation
from ctassist.extraction.names import PARTICLES, WORD, abbreviated
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, forms_of_address, table

_TITLE_ABBREVIATION = re.compile(r"[A-Z]{2,6}")
_OWNER = re.compile(r"(?P<organisation>[A-Z][A-Z\d&-]{1,11})[’']s\s+(?=[A-Z])")
"""Whose somebody is who speaks: "WTO's Roe"."""


_OF = re.compile(
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}})\s+(?:of|from)\s+(?:the\s+)?(?P<organisation>[A-Z][^,;:()]{{1,60}})"
)
"""Somebody and where they work, without an office: "Jane Roe of the Water Office", "Ms. Roe of WTO"."""

_MEMBER = re.compile(rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}})\s+\((?P<organisation>[A-Z][^()]{{1,60}})\)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name, with the title and the organisation that stand beside it."""

    name: str
    title: str | None = None
    organisation: str | None = None


def read_speaker(words: str) -> Speaker | None:
    """Reads "CTED ASG Gherman", "Jane Roe, Director of the Water Office", "the Director of X, Ms. Jane Roe"."""
    words = re.sub(r"^\W*(?:[Tt]he|[Hh]is|[Hh]er|[Oo]ur|[Aa]s|[Aa]nd)\s+", "", one_line(words)).strip(" ,-–—*•")
    words = re.sub(r"^(?:In|At|On|During|After|Before|With|[A-Z][a-z]+ing)\b[^,]{0,80},\s*(?:the\s+)?", "", words)
    if (match := _attribute().match(words)) and office_pattern().match(words, match.end()):
        words = words[match.end() :]
        words = words[0].upper() + words[1:]
    if _office_first(words):
        words = words[0].upper() + words[1:]
    if not words or not words[0].isupper() or len(words) > 140:
        return None
    if (owner := _OWNER.match(words)) and (speaker := read_speaker(words[owner.end() :])):
        return replace(speaker, organisation=speaker.organisation or owner["organisation"])
    if run_on := _run_on(words):
        words = f"{run_on['name']}, {run_on['title']}"
    plain = re.sub(rf"^{address()}", "", words)
    if (
        (works := _OF.fullmatch(plain))
        and not office_pattern().search(words)
        and _is_somebody(works, addressed=plain != words)
    ):
        return Speaker(works["name"], None, works["organisation"])
    parts = [part.strip() for part in words.split(",") if part.strip()]
    title, organisation, name = None, None, words
    if len(parts) >= 2:
        is_office = [bool(office_pattern().search(part)) for part in parts]
        if is_office[0] and not is_office[1] and parts[1][:1].isupper():
            title, name = parts[0], parts[1]
            first, _, rest = title.partition(" ")
            if first.isupper() and office_pattern().match(rest):
                organisation, title = first, rest
        else:
            if len(parts) > 2 and (parts[-1].isupper() or _is_organisation(parts, is_office)):
                organisation = parts.pop()
            name, title = parts[0], ", ".join(parts[1:])
            if not any(is_office[1:]):
                # "Jane Roe, picked by Ada Poe" and "Jane Roe, after her talk" say how and when, and of no employer.
                title, organisation = None, title if title and _EMPLOYER.match(title) else organisation
    else:
        organisation, title, name = _stacked(words)
        works = _OF.fullmatch(name) or _MEMBER.fullmatch(name)
        if organisation is None and works and abbreviated(works["organisation"]):
            name, organisation = works["name"], works["organisation"]  # "Professor Roe of WTO", "Jane Roe (WTO)".
    name = re.sub(rf"^{address()}", "", name)
    if title and organisation is None and (match := re.search(r"\b(?:of|at|for)\s+(?:the\s+)?([A-Z].*)$", title)):
        employer = _AND_OFFICE.split(match.group(1))[0]
        organisation = None if office_pattern().fullmatch(employer) else employer
    if organisation:
        # What a name is shortened to is learned from its line.
        organisation = re.sub(r"(?<=[a-z])\s+\([A-Z][A-Z\d&-]+\)$", "", organisation)
    return Speaker(name, title, organisation) if name and not name.isdigit() else None


_AND_OFFICE = re.compile(r"\s+and\s+(?:the\s+)?(?:new|former|current|incoming|outgoing)\s")
"""What leads to another office of the same person: "director of WTO and new chair of the Board"."""


def _is_somebody(works: re.Match[str], *, addressed: bool) -> bool:
    """Tells whether one word before "of" is a name: behind a form of address, or of someone from "WTO"."""
    one = " " not in works["name"]
    return not one or addressed or (abbreviated(works["organisation"]) and not is_organisation(works["name"]))


def _is_organisation(parts: Sequence[str], is_office: Sequence[bool]) -> bool:
    """Tells whether the last of a name, a title and something in capitals is whom somebody works for."""
    small = (word for word in parts[-1].split() if word[0].islower() and len(word) > _SMALL)
    return any(is_office[1:-1]) and not is_office[-1] and parts[-1][0].isupper() and not any(small)


_SMALL = 3
"""Letters of the small words within names: "of", "the", "and"."""


_EMPLOYER = re.compile(r"(?:the\s+)?[A-Z\d]")


def _office_first(words: str) -> bool:
    """Tells whether an office without a capital stands before a name: "tide group chair, Jane Roe"."""
    office, _, name = words.partition(", ")
    found = list(office_pattern().finditer(office))
    return bool(found) and found[-1].end() == len(office) and bool(re.fullmatch(rf"{WORD}(?:\s+{WORD}){{1,3}}", name))


@cache
def title_pattern() -> re.Pattern[str]:
    """A regular expression for people's titles, longest first."""
    return re.compile(rf"\b(?:{alternatives(table('people')['titles'])})\b", re.IGNORECASE)


def initials_of(title: str) -> str:
    """The first letters of a title's words: "SG" of Secretary-General."""
    return "".join(part[0] for part in re.split(r"[\s-]+", title) if part).upper()


@cache
def office_pattern() -> re.Pattern[str]:
    """A regular expression for whatever somebody who speaks is introduced as: titles, and offices such as treasurer."""
    return re.compile(
        rf"\b(?:{alternatives([*table('people')['titles'], *table('people')['offices']])})\b", re.IGNORECASE
    )


@cache
def _run_on_pattern() -> re.Pattern[str]:
    office = alternatives([*table("people")["titles"], *table("people")["offices"]])
    rank = alternatives(table("people")["ranks"])
    name = rf"(?P<name>(?P<address>{address()})?{WORD}(?:\s+{WORD})+?)"
    title = rf"(?P<title>(?i:(?:(?:{rank})\s+)*(?:{office}))\b(?:,\s+(?P<acronym>[A-Z]{{2,}})$|.*))"
    return re.compile(rf"{name}\s+{title}")


def _run_on(words: str) -> re.Match[str] | None:
    """A name with the title right behind it, as two lines that became one: "Dr. Jane Roe Director, BPU".

    Without a form of address, only an acronym behind the title tells it from "BPU Director Jane Roe".
    """
    found = _run_on_pattern().fullmatch(words)
    if not found or office_pattern().search(found["name"]):
        return None
    return found if found["address"] or (found["acronym"] and not found["name"].split()[0].isupper()) else None


@cache
def address() -> str:
    """A pattern for forms of address with the blank behind them: "Ms. ", "Prof. Dr. "."""
    return rf"{forms_of_address()}\s+"


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{alternatives(table('people')['attributes'])})\s+)+", re.IGNORECASE)


def _stacked(words: str) -> tuple[str | None, str | None, str]:
    """Splits "UNOCT USG Voronkov" and "UNODC Executive Director Waly" at the office before the name."""
    tokens = words.split()
    last_title = -1
    for index, token in enumerate(tokens[:-1]):
        if _ends_title(tokens, index) or (_TITLE_ABBREVIATION.fullmatch(token) and index <= 3):
            last_title = index
    if last_title < 0:
        return None, None, words
    name = " ".join(tokens[last_title + 1 :])
    if not _NAMED.match(name) or office_pattern().search(name):
        return None, None, words
    start = next(at for at in range(max(last_title - 3, 0), last_title + 1) if _is_title(tokens[at : last_title + 1]))
    while start > 0 and tokens[start - 1].casefold() in table("people")["ranks"]:
        start -= 1
    if start == last_title and start > 0 and not _TITLE_ABBREVIATION.fullmatch(tokens[start]):
        while start > 0 and office_pattern().search(tokens[start - 1]):
            start -= 1
    organisation = " ".join(tokens[:start]) or None
    return organisation, " ".join(tokens[start : last_title + 1]), name


_NAMED = re.compile(rf"{PARTICLES}{WORD}")
"""How a name begins, be it with a small word: "van der Berg"."""


def _ends_title(tokens: Sequence[str], index: int) -> bool:
    """Tells whether a word is a title, or the last one of it: "Chief Executive"."""
    return any(
        office_pattern().fullmatch(" ".join(tokens[at : index + 1])) for at in range(max(index - 3, 0), index + 1)
    )


def _is_title(tokens: Sequence[str]) -> bool:
    return len(tokens) == 1 or office_pattern().fullmatch(" ".join(tokens)) is not None
