"""Lists of holders after a role's label: organisations, persons with their affiliation, offices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctassist.extraction.holder_parts import first_of_joined, is_of_something, is_office, is_organisation, is_person
from ctassist.extraction.names import ACRONYM, SPELLED, WORD, abbreviated
from ctassist.extraction.role_grammar import PERSON
from ctassist.extraction.role_words import role_label
from ctassist.extraction.vocabulary import alternatives, forms_of_address, months, shortened_days, table, weekdays
from ctassist.model.text import Span

_HANDLE = re.compile(r"\s*\((?:\W*@[\w-]+\W*)+\)|\s+@[\w-]+")
_OUTER_HANDLES = re.compile(r"^(?:@[\w-]+[\s,;]*)+|(?:(?:^|[\s,;]+)@[\w-]+)+$")
"""Handles around the organisation in brackets: "(@ana, Acme)"."""
_ASIDE = r",\s+who\s[^,.;()\n]{3,80}(?:,\s*and\s+|,|\s+and\s+(?=[A-Z]))"
"""What may be said of a holder before the next one: "Ana Roe, who was chair until May, and Bo Ferri"."""
_SEPARATOR = re.compile(rf"\s*(?:{_ASIDE}|,\s*and\s+|,|;|/|\band\b|&|\.(?=\s+[A-Z]{{2}}))\s*")
_HOLDER_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder's name, its affiliation where stated, and the span of both."""

    name: str
    span: Span
    affiliation: str | None = None


def of_somebody(holder: Holder) -> Holder:
    """A holder with whom "of" gives as a sender apart from the name: "Ana Roe of WTO", "Ana Roe of Tern Gardens"."""
    match = _OF_SOMEBODY.fullmatch(holder.name)
    apart = match and is_person(match["name"])
    return replace(holder, name=match["name"], affiliation=match["of"]) if match and apart else holder


_OF_SOMEBODY = re.compile(rf"(?P<name>{PERSON}) of (?:the )?(?P<of>{ACRONYM}|{WORD}(?:\s+{WORD}){{0,4}})")


@cache
def _name() -> re.Pattern[str]:
    joiner = "|".join(map(re.escape, table("organisations")["joiners"]))
    return re.compile(
        rf"(?:the\s+)?(?:{forms_of_address()}\s+)?(?P<name>(?:{SPELLED}"
        rf"|{WORD})(?:[ \t]+[A-Z]\.(?=[ \t]+[A-Z])|[ \t]+(?:(?:{joiner})[ \t]+){{0,2}}{WORD})*)"
        r"(?P<brackets>\s*\([^()\n]{1,60}\))?"
    )


@cache
def _next_label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{role_label(listed=True)})\b", re.IGNORECASE)


def read_holders(text: str, span: Span, *, one: bool = False, several: bool = False) -> tuple[list[Holder], int]:
    """Reads the holders at the start of ``span``; returns them and the offset where they end.

    Args:
        text: the canonical text.
        span: from the first holder to wherever they must end.
        one: the span is one person or organisation ("Ana Roe (@ana), Acme"): what follows the name is the affiliation.
        several: the label says that there are several: "Marsh Watch, Delta Fund" are two.
    """
    if one:
        return _one(text, span)
    holders: list[Holder] = []
    at = span.start
    while at < span.end:
        while at < span.end and text[at] in " \t\n*_":
            at += 1
        match = _name().match(text, at, span.end)
        if not match or len(match.group()) > _HOLDER_LENGTH:
            break
        after_person = bool(holders) and is_person(holders[-1].name) and text[: match.start()].rstrip().endswith(",")
        if _next_label().fullmatch(match["name"]) and (not after_person or text.startswith(":", match.end())):
            break
        holder = _whole(text, match, span.end, after_person=after_person)
        if _is_a_sentence(text, holder, span.end) or not _is_a_name(holder.name):
            break
        if (
            holders
            and "\n" in text[holders[-1].span.end : holder.span.start]
            and not _separated(text, holders[-1].span.end, holder.span.start)
        ):
            break
        holders.append(holder)
        separator = _SEPARATOR.match(text, holder.span.end, span.end)
        if not separator or not separator.group().strip():
            return _with_posts(text, holders, several=several), holder.span.end
        at = separator.end()
    return _with_posts(text, holders, several=several), min(at, span.end)


def _with_posts(text: str, parts: Sequence[Holder], *, several: bool) -> list[Holder]:
    """Holders with what stands behind them after a comma: a title, what that is of, an organisation."""
    if several and len(parts) == _TWO and " " in parts[1].name and not is_office(parts[1].name):
        return list(parts)
    holders: list[Holder] = []
    for at, part in enumerate(parts):
        last = holders[-1] if holders else None
        beside = last is not None and text[last.span.end : part.span.start].strip() == ","
        if last and beside and (_belongs(last, part, parts[at + 1 :]) or _is_place_of(text, last, part)):
            post = ", ".join(filter(None, (last.affiliation, part.name, part.affiliation)))
            holders[-1] = replace(last, span=Span(last.span.start, part.span.end), affiliation=post)
        elif last and beside and last.affiliation is None and is_office(last.name) and is_person(part.name):
            # "Head of the Office, Jane Roe" is one who is named behind her title.
            post = ", ".join(filter(None, (last.name, part.affiliation)))
            holders[-1] = replace(part, span=Span(last.span.start, part.span.end), affiliation=post)
        else:
            holders.append(part)
    return holders


_TWO = 2


def _belongs(holder: Holder, part: Holder, after: Sequence[Holder]) -> bool:
    """Tells whether a part says what a person is, rather than that somebody else is a holder too."""
    if not is_person(holder.name):
        return False
    if is_office(part.name):
        return holder.affiliation is None
    if not (is_organisation(part.name) or is_of_something(part.name)) or (after and not is_person(after[0].name)):
        return False
    return holder.affiliation is None or is_office(holder.affiliation)


def _is_place_of(text: str, holder: Holder, part: Holder) -> bool:
    """Tells whether one word behind a person with a handle is where that one works: "Ana Roe (@ana), Lumen"."""
    handled = _HANDLE.search(holder.span.of(text)) is not None
    return handled and holder.affiliation is None and " " not in part.name and is_person(holder.name)


_LISTED = re.compile(r"(?:^|(?<=[\s|]))[*•‣–-]\s+(?P<item>[^\W\d_].*?)(?=\s+[*•‣–-]\s|\s*$)", re.MULTILINE)
"""A holder in a list that stands in one cell: "* Ana Roe * Bo Li"."""


def read_cell(text: str, cell: Span, *, several: bool = False) -> list[Holder]:
    """The holders in a cell, which may be persons with affiliations after a comma: "Ana Roe, WTO; Bo Li, BPU".

    Args:
        text: the canonical text.
        cell: where the cell stands.
        several: the cell may list several persons, so that two names with a comma between them are two.
    """
    listed = list(_LISTED.finditer(text, cell.start, cell.end))
    if listed and text[cell.start : listed[0].start()].strip() == "":
        ones = [read_holders(text, Span(*match.span("item")), one=True)[0] for match in listed]
        return [found[0] for found in ones if found and is_name(found[0].name)]
    parts = [Span(cell.start + m.start(), cell.start + m.end()) for m in re.finditer(r"[^;]+", cell.of(text))]
    persons = several and len(parts) == 1 and all(is_person(name.strip()) for name in cell.of(text).split(","))
    if all("," in part.of(text) for part in parts) and not persons:
        ones = [read_holders(text, _stripped(text, part), one=True)[0] for part in parts]
        if all(found and _is_person_with_place(found[0]) for found in ones):
            return [found[0] for found in ones]
    return read_holders(text, cell)[0]


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _is_person_with_place(holder: Holder) -> bool:
    """Tells "Ana Roe, WTO" from two organisations "WTO, BPU": a person's name has several words, none in capitals."""
    words = holder.name.split()
    named = 1 < len(words) <= 4 and not any(word.isupper() and len(word) > 2 for word in words)
    return named and holder.affiliation is not None and "," not in holder.affiliation


def is_name(words: str) -> bool:
    """Tells whether words are a name and nothing else: each with a capital, or in a script without capitals."""
    joiners = table("organisations")["joiners"]
    cased = " ".join(word for word in words.split() if word.upper() != word.lower())
    return re.fullmatch(rf"{WORD}(?:\s+(?:{WORD}|{'|'.join(map(re.escape, joiners))}|&))*", cased) is not None


def _is_a_sentence(text: str, holder: Holder, limit: int) -> bool:
    """Tells whether a capitalised word merely begins a sentence or a label: "Documents shared"."""
    plain = " " not in holder.name and not holder.name.isupper()
    return plain and re.match(r"[ \t]+(?!and\b)[a-z]", text[holder.span.end : limit]) is not None


def _separated(text: str, start: int, end: int) -> bool:
    return any(sign in text[start:end] for sign in (",", "/", ";", "&", "and"))


def _whole(text: str, match: re.Match[str], limit: int, *, after_person: bool) -> Holder:
    """The first holder of a match, with the organisation behind it in brackets."""
    name, end = match["name"], match.end("name")
    first = first_of_joined(name, after_person=after_person)
    if first != name:
        return Holder(" ".join(first.split()), Span(match.start("name"), match.start("name") + len(first)))
    brackets = match["brackets"]
    affiliation = None
    if brackets:
        inside = _OUTER_HANDLES.sub("", brackets.strip(" \n()"))
        end = match.end("brackets")
        if (
            inside
            and not _HANDLE.fullmatch(" " + brackets.strip())
            and not _next_label().search(inside)
            and not re.search(r"\d", inside)
            and not _TERM.match(inside)
        ):
            affiliation = inside
    return Holder(" ".join(name.split()), Span(match.start("name"), min(end, limit)), affiliation)


def _is_a_name(name: str) -> bool:
    """Tells a name from a date, an opening word that merely has a capital, or a gap: "December", "On", "Vacant"."""
    if names_nobody(name):
        return False
    words = {word if _is_short_in_capitals(word) else word.casefold().rstrip(".") for word in name.split()}
    return not words <= months().keys() | set(weekdays()) | set(table("grammar")["open_endings"]) | set(
        table("grammar")["anaphora"]
    )


def _is_short_in_capitals(word: str) -> bool:
    """Tells "FRI" and "SEP", which stand for somebody where a holder may stand, from "Fri" and "SEPTEMBER"."""
    return word.isupper() and word.casefold() in shortened_days()


def names_nobody(name: str) -> bool:
    """Tells whether words where a name may stand say that there is none: "Vacant", "None at present"."""
    return _nobody().match(name) is not None


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('people')['nobody'])})\b", re.IGNORECASE)


_NOTE = re.compile(r"\s*(?:\[[^\[\]]*\]?|\(?\bterm\b[^()\[\]]*\d[^()\[\]]*\)?|\([^()]*\d[^()]*\)?)", re.IGNORECASE)
"""What brackets add to a holder that is no affiliation: "(Term: 2025-07-01 – 2026-06-30)", "[elected]"."""


_TERM = re.compile(r"(?:until|till|up\s+to|from|since)\s+(?:[A-Z]\w+\b|\d)[^()\[\],;]*")
"""From when or until when a holder has the post, which is nobody's employer."""
_PRONOUNS = re.compile(r"\s*[(\[][a-z]{2,5}/[a-z]{2,5}(?:/[a-z]{2,7})?[)\]]", re.IGNORECASE)
_MAIL = re.compile(r"\s*<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_HANDLE_FIRST = re.compile(r"(?:\W*@[\w-]+)+\W+|[a-z\d][\w-]*\s+[–—-]\s+(?=[^\W\d_a-z])")
"""What a page puts before a name: "@ana Ana Roe", "ana-roe - Ana Roe"."""


_NUMBERING = re.compile(r"^\d{1,3}[.)]\s+")


def plain(words: str) -> str:
    """A holder's line without its handle in front, address and pronouns: "anaroe - Ana Roe <ana@…> (she/her)"."""
    words = _PRONOUNS.sub("", _MAIL.sub("", _NUMBERING.sub("", words)))
    first = _HANDLE_FIRST.match(words)
    return words[first.end() :] if first else words


def _one(text: str, span: Span) -> tuple[list[Holder], int]:
    words = " ".join(span.of(text).split())
    each = [_single(part, span) for part in _JOINT.split(words)]
    several = [holder for holder in each if holder and (is_person(holder.name) or abbreviated(holder.name))]
    if len(several) == len(each) > 1:
        # "Ana Roe and Bo Li, WTO" are both of it.
        shared = several[-1].affiliation if not any(holder.affiliation for holder in several[:-1]) else None
        return [replace(holder, affiliation=holder.affiliation or shared) for holder in several], span.end
    whole = _single(words, span)
    return ([whole], span.end) if whole else ([], span.start)


_JOINT = re.compile(r"\s+(?:and|&)\s+(?![^()]*\))")
"""An "and" outside of brackets, which may join two holders in one line."""


_LONE_HANDLE = re.compile(r"(?:^|(?<=[\s,(]))@[\w-]+[\s,;]*")


_GENERATION = re.compile(r"(?:\s*,)?\s+(Jr|Sr)\b\.?")
"""What tells a son from his father is of the name: "Bo Li, Jr., Acme"."""
_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Corp|Co|Bros)\.$")
"""An organisation's name may end with a point, as a sentence does."""


def _single(words: str, span: Span) -> Holder | None:
    """The holder that words of one begin with, and its affiliation."""
    words = _GENERATION.sub(r" \1", plain(words))
    handle = _HANDLE.search(words)
    name, rest = (words[: handle.start()], words[handle.end() :]) if handle else _cut(words)
    name = name.strip(" *_-–—:,")
    rest = rest.strip(" *_-–—:,.()")
    if (
        not name
        or names_nobody(name)
        or len(name.split()) > 9
        or not name[0].isupper()
        or (name.endswith((".", "!", "?")) and not _SHORTENED.search(name))
    ):
        return None
    if (term := _TERM.search(rest)) and (not term.start() or rest[: term.start()].rstrip()[-1:] in ",;()–—-"):
        rest = f"{rest[: term.start()]} {rest[term.end() :]}".strip(" *_-–—:,;.()")
    # A term, a post or a tag behind a name is nobody's employer.
    rest = _LONE_HANDLE.sub("", _NOTE.sub("", rest)).strip(" *_-–—:,;.")
    works_at = (
        rest in words
        and rest != name
        and len(rest.split()) <= 8
        and re.search(r"[^\W\d_]", rest)
        and not _next_label().match(rest)
    )
    return Holder(name, span, rest if works_at else None)


def _cut(words: str) -> tuple[str, str]:
    """Cuts a line after the name: at a comma, a bracket, a spaced dash or a colon."""
    match = re.search(r"\s*[,;(|]\s*|\s+[–—-]\s+|:\s+", words)
    return (words[: match.start()], words[match.end() :]) if match else (words, "")
