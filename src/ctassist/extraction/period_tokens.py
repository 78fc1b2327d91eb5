"""The words of titles and file names as tokens of time: months, quarters, halves, weeks, seasons and years."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.vocabulary import months, table
from ctassist.model.text import Span

UNITS = ("months", "quarter", "half", "week", "season")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
"""First and last month; 13 and 14 are January and February of the next year."""
_MOST = {"quarter": 4, "half": 2}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?:0[1-9]|1[0-2])"
_NO_LETTER_BEFORE, _NO_LETTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of a title.

    ``kind`` is a unit (``first`` and ``last`` count in it; of a season they are months), ``year``, ``day`` (0 where it
    stands with its month and year), ``join``, ``filler`` or ``other``.
    """

    kind: str
    span: Span
    first: int = 0
    last: int = 0
    year: int | None = None


def tokens(text: str, is_name: bool) -> Iterator[Token]:
    """Yields the tokens of a title, or of a file's name, whose digits are ASCII."""
    at, before = 0, "other"
    while at < len(text):
        token = next(found for found in _at(text, at, is_name, before) if found)
        if not text[at].isspace():
            yield token
            before = token.kind
        at = token.span.end


def _at(text: str, at: int, is_name: bool, before: str) -> Iterator[Token | None]:
    for kind, pattern in _grammar(is_name):
        # "dec21" ends in a year, "tide21" does not.
        if kind != "short_year" or before in ("months", "season"):
            match = pattern.match(text, at)
            yield _token(kind, match) if match else None
    yield Token("other", Span(at, at + 1))


def _token(kind: str, match: re.Match[str]) -> Token | None:
    span, said = Span(match.start(), match.end()), match.groupdict()
    first, year = said.get("first"), said.get("year")
    if kind in ("year", "short_year"):
        return _year(span, match.group() if kind == "short_year" else str(year), said.get("after"))
    if first is None:
        day = int(said.get("day") or 0)
        return Token(kind, span, day, day)
    if kind == "season":
        return Token(kind, span, *_seasons().get(first.casefold(), (3, 5)))
    begins, ends = _number(kind, first), _number(kind, said.get("last") or first)
    # Letters that are equal but for their case in no locale of ours ("APRİL") are no month.
    return Token(kind, span, begins, ends, int(year) if year else None) if begins and ends else None


def _number(kind: str, word: str) -> int | None:
    words = month_names() if kind == "months" else _by_word("ordinals")
    number = int(word) if word.isdecimal() else words.get(word.casefold())
    return number and min(number, _MOST.get(kind, number))


def _year(span: Span, year: str, after: str | None) -> Token:
    first = int(re.sub(r"\D", "", year))
    first = first if first > 99 else 2000 + first
    last = first if after is None else int(after) if len(after) == 4 else first // 100 * 100 + int(after)
    # "2023-24" are two years; "2023-15" is a year beside some other number.
    return Token("year", span, first, last if last == first + 1 else first)


@cache
def _by_word(name: str) -> Mapping[str, int]:
    """A table of numbers with their words, by word."""
    return {word: int(number) for number, words in table("periods")[name].items() for word in words}


@cache
def _seasons() -> Mapping[str, tuple[int, int]]:
    """First and last month of seasons, by their names."""
    return {word: _SEASONS[season] for season, words in table("periods")["seasons"].items() for word in words}


@cache
def month_names() -> Mapping[str, int]:
    """Names and short forms in all languages, as written and without their accents, as file names have them."""
    named = {**months(tuple(table("periods")["languages"])), **_by_word("months")}
    found = {name: number for name, number in named.items() if not name[0].isdigit()}
    bare = {_without_accents(name): number for name, number in found.items()}
    return {**bare, **found}


def _without_accents(word: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))


def _any(words: Iterable[str]) -> str:
    """One of the words, whole; those of Chinese have no boundaries."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    chinese = re.compile(r"[\u4e00-\u9fff]")
    return "|".join(
        re.escape(word) if chinese.match(word) else f"{_NO_LETTER_BEFORE}{re.escape(word)}{_NO_LETTER}"
        for word in ordered
    )


@cache
def _grammar(is_name: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of tokens with their patterns, the most specific first."""
    rows = [*_counted(), *(_numerals() if is_name else ())]
    words = table("periods")
    rows += [
        ("months", rf"(?P<first>{_any(month_names())})\.?"),
        ("season", rf"(?P<first>{_any(_seasons())})"),
        ("year", rf"(?<!\d){_YEAR}(?:[-–/](?P<after>\d\d(?:\d\d)?))?(?!\d)"),
        ("short_year", r"\s?['’][0-3]\d(?!\d)" + (r"|[0-3]\d(?!\d)" if is_name else "")),
        ("day", r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|\.(?=\s))?(?!\d)"),
        ("join", rf"[-‐‑–—−/&+~]|{_any(words['joins'])}"),
        ("filler", rf",|\s+|(?:{_any(words['fillers'])})\.?"),
        ("other", r"[^\W\d_]+|\d+"),
    ]
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in rows)


def _counted() -> Iterator[tuple[str, str]]:
    """What is counted within a year: "Q2", "second quarter", "trimestre 2", "W12", "week 12-13", "1月至3月"."""
    words = table("periods")
    ordinal = _any(_by_word("ordinals"))
    weeks = rf"(?:{_any(words['weeks'])})[\s-]?(?:n(?:o\.?|[°º])\s?)?"
    yield "week", rf"(?<!\d){_YEAR}[-\s]?W(?P<first>\d\d)(?!\d)"
    yield "week", rf"(?:(?<!\w)W|{weeks}|第)(?P<first>\d\d?)(?:\s?[-–]\s?W?(?P<last>\d\d?))?(?![\d月季])(?:[周週])?"
    for kind, letter, nouns in (("quarter", "Q", words["quarters"]), ("half", "H", words["halves"])):
        yield kind, rf"{_NO_LETTER_BEFORE}{letter}(?P<first>[1-4])(?!\d)"
        yield kind, rf"(?<!\d)(?P<first>[1-4]){letter}{_NO_LETTER}"
        yield kind, rf"(?P<first>{ordinal}|(?<!\d)[1-4])[\s-]?(?:{_any(nouns)})"
        yield kind, rf"(?:{_any(nouns)})[\s-]?(?P<first>{ordinal}|[1-4](?!\d))"
    yield "months", r"(?<!\d)(?P<first>1[0-2]|[1-9])(?:\s?[-–—~至到]\s?(?P<last>1[0-2]|[1-9]))?月"


def _numerals() -> Iterator[tuple[str, str]]:
    """Months of file names as bare numbers: "2024 01", "202401", "2024 01-02", "01-2024"; days among them are none.

    A number apart from a month that is one word with its year counts issues: "12 Mar2020".
    """
    yield "other", rf"(?<!\d)\d{{1,3}}(?=[\s-]+(?:{_any(month_names())})['’]?(?:20)?\d\d(?!\d))"
    yield "day", rf"(?<!\d)(?:19|20)\d\d-?{_MONTH}-?(?:0[1-9]|[12]\d|3[01])(?!\d)"
    yield "months", rf"(?<!\d){_YEAR}\s(?P<first>{_MONTH})-(?P<last>{_MONTH})(?!\d)"
    yield "months", rf"(?<!\d){_YEAR}(?:\s?[-.]\s?|\s)?(?P<first>{_MONTH})(?!\d|[-.]\d)"
    yield "months", rf"(?<![\d-])(?P<first>{_MONTH})[-.\s]{_YEAR}(?!\d)"
