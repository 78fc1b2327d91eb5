"""How dates are written: the grammar of days, ranges, lists of days, months, quarters, halves, seasons and years."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ctassist.extraction.vocabulary import alternatives, months, weekdays
from ctassist.model.text import Span

LONGEST_KEPT = 2_000
"""Characters of the longest text whose dates are remembered."""
YEAR = r"(?:19|20)\d\d"
_SOME_YEAR = re.compile(YEAR)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[:.,]\d|\s?%)"
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TO_TWENTY = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
SPELT_DAYS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TO_TWENTY), start=1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, start=1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""The days of a month as words, the words of each joined by one hyphen."""
RANGE = r"\s*(?:-|‐|‑|–|—|−|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
LIST = r"\s*(?:,\s*and\b|,\s*&|\band\b|&|,|/|\bor\b)\s*"
_COMMA = r"\s*,?\s*"
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
# Meteorological seasons of the northern hemisphere; winter belongs to the year in which it ends.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (-1, 2)}


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A form of date as it stands in a text, whatever it means."""

    name: str
    match: re.Match[str]
    span: Span
    bracketed: bool
    explicit_year: bool


def written_dates(text: str, casual: bool) -> tuple[WrittenDate, ...]:
    """Finds the dates that a text has by their forms, the most specific form first.

    Args:
        text: any words.
        casual: accept names of months in lower case and without a preposition, as people type them in questions.
    """
    return _written_before(text, casual) if len(text) <= LONGEST_KEPT else _written(text, casual)


@lru_cache(maxsize=1024)
def _written_before(text: str, casual: bool) -> tuple[WrittenDate, ...]:
    return _written(text, casual)


def _written(text: str, casual: bool) -> tuple[WrittenDate, ...]:
    written: list[WrittenDate] = []
    has = _has(text)
    for name, needs, pattern in _patterns():
        if not needs <= has:
            continue
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if any(span.start < other.span.end and other.span.start < span.end for other in written):
                continue
            if _is_meant(name, match, text, casual):
                explicit = _SOME_YEAR.search(match.group()) is not None
                written.append(WrittenDate(name, match, span, _fills_brackets(text, span), explicit))
    return tuple(written)


@cache
def _patterns() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """The grammar, most specific form first: the interpreter of each below, what a text must have for it, the form."""
    month = rf"{alternatives(months())}\b\.?"
    week = rf"(?:{alternatives(weekdays())}\.?,?\s+)?"
    one = rf"{DAY}(?:{RANGE}{week}{DAY})?"
    days = rf"{one}(?:{LIST}{week}{one})*"
    # After a month a comma alone adds no day: "On January 1, 12 experts met".
    days_after = rf"{one}(?:(?:,\s*{one})*,?\s*(?:\band\b|&)\s*{one}|/{one})?"
    year = rf"(?:{_COMMA}(?:of\s+)?(?P<{{}}>{YEAR})(?!\d))?"
    y1, y2 = year.format("y1"), year.format("y2")
    head = r"(?<![\w\d.–-])"
    ordinal = "|".join(ORDINALS)
    spelt = rf"(?:{'|'.join(sorted(SPELT_DAYS, key=len, reverse=True))})\b".replace("-", r"[\s-]")
    spelt_days = rf"{spelt}(?:(?:{RANGE}|{LIST})(?:the\s+)?{spelt})*"
    rows = (
        ("iso_range", rf"{head}(?P<a>{YEAR}-\d\d-\d\d)\s*(?:/|to|–|—|-)\s*(?P<b>{YEAR}-\d\d-\d\d)(?!\d)"),
        ("iso_day", rf"{head}(?P<a>{YEAR}[-/.]\d\d[-/.]\d\d)(?!\d)"),
        ("iso_month", rf"{head}(?P<a>{YEAR}-(?:0[1-9]|1[0-2]))(?![\d-]|\s+{month})"),
        (
            "numeral_range",
            rf"{head}(?P<d1>\d{{1,2}})(?:[./](?P<m1>\d{{1,2}})(?:[./](?P<y1>{YEAR}))?)?[./]?{RANGE}"
            rf"(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y>{YEAR})",
        ),
        ("numeral_day", rf"{head}(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})[./](?P<y>{YEAR})(?!\d)"),
        # Without a year only where it fills brackets, and can be no fraction: "(25/11 – 6/12)", "(9.5.)".
        (
            "bare_numerals",
            rf"(?<=[(\[])(?P<d1>\d{{1,2}})[./](?P<m1>\d{{1,2}})\.?{RANGE}(?P<d2>\d{{1,2}})[./](?P<m2>\d{{1,2}})\.?(?=[)\]])",
        ),
        ("bare_numerals", r"(?<=[(\[])(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?=[)\]])"),
        (
            "cross_range",
            rf"{head}{week}(?P<d1>{DAY})\s+(?:of\s+)?(?P<m1>{month}){y1}{RANGE}{week}(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{month}){y2}",
        ),
        (
            "cross_range",
            rf"\b(?P<m1>{month})\s+(?P<d1>{DAY}){y1}{RANGE}(?P<m2>{month})\s+(?P<d2>{DAY}){y2}",
        ),
        ("between", rf"\bbetween\s+{week}(?P<d1>{DAY})\s+and\s+{week}(?P<d2>{DAY})\s*(?:of\s+)?(?P<m1>{month}){y1}"),
        ("between", rf"\bbetween\s+(?P<m1>{month})\s+(?P<d1>{DAY})\s+and\s+(?P<d2>{DAY}){y1}"),
        ("days", rf"{head}{week}(?P<days>{days})\s*(?:of\s+)?(?P<m1>{month}){y1}"),
        ("days", rf"\b{week}(?P<m1>{month})\s+(?:the\s+)?(?P<days>{days_after}){y1}"),
        # Without its article an ordinal counts other things: "the board's second May meeting", "May first".
        ("days", rf"\bthe\s+(?P<days>{spelt_days})\s+(?:day\s+)?of\s+(?P<m1>{month}){y1}"),
        ("days", rf"\b(?P<m1>{month})\s+the\s+(?P<days>{spelt_days}){y1}"),
        ("month_range", rf"\b(?P<m1>{month}){y1}(?:{RANGE}|/|\s+and\s+)(?P<m2>{month}){y2}"),
        (
            "month",
            rf"\b(?:(?P<part>early|mid|late|(?:first|second|third|last)\s+week\s+of|(?:first|second)\s+half\s+of)[\s-]+)?(?P<m1>{month}){y1}",
        ),
        (
            "quarter",
            rf"\bQ(?P<n>[1-4])[\s,/-]*(?P<y>{YEAR})\b|\b(?P<n2>{ordinal})\s+quarter(?:\s+of)?\s+(?P<y2>{YEAR})\b",
        ),
        (
            "half",
            rf"\bH(?P<n>[12])[\s,/-]*(?P<y>{YEAR})\b|\b(?P<n2>first|second|1st|2nd)\s+half(?:\s+of)?\s+(?P<y2>{YEAR})\b",
        ),
        ("season", rf"\b(?P<s>{'|'.join(SEASONS)})(?:\s+of)?[\s,]+(?P<y>{YEAR})(?:[/–-](?P<y2>\d\d(?:\d\d)?))?\b"),
        ("part_of_year", rf"\b(?P<part>early|mid|late|(?:beginning|start|end|middle)\s+of)[\s-]+(?P<y>{YEAR})\b"),
        ("year", rf"(?<=\bin )(?P<y>{YEAR})\b|(?<=\bduring )(?P<z>{YEAR})\b|(?<=\bthroughout )(?P<x>{YEAR})\b"),
    )
    return tuple((name, _needs(pattern, month), re.compile(pattern, re.IGNORECASE)) for name, pattern in rows)


def _needs(pattern: str, month: str) -> frozenset[str]:
    """What no text lacks in which a form is found: months' names, or a year, or numbers in brackets."""
    named = [f"(?P<{group}>{month})" in pattern for group in ("m1", "m2")]
    without_month = "year" if YEAR in pattern else "brackets"
    needs = {"months" if all(named) else "month" if any(named) else without_month}
    return frozenset(needs | ({"between"} if "between" in pattern else set()))


@cache
def _month_names() -> re.Pattern[str]:
    """Finds what may be the name of a month, in text without capitals."""
    return re.compile(rf"{alternatives(months())}\b")


def _has(text: str) -> set[str]:
    """What ``_needs`` may ask for: looking for a whole form takes much longer than for what it must have."""
    plain = text.casefold()
    named = len(_month_names().findall(plain))
    there = {
        "month": named > 0,
        "months": named > 1,
        "between": "between" in plain,
        "year": _SOME_YEAR.search(text) is not None,
        "brackets": _NUMERALS.search(text) is not None,
    }
    return {what for what, is_there in there.items() if is_there}


_NUMERALS = re.compile(r"[(\[]\d{1,2}[./]\d")


_ACTS = re.compile(r"(?:(?:The|Our|An?)\s+[A-Z]|[A-Z]{2,}[a-z]?\b)")
"""Who acts, right after a month that stands first: an acronym, or a name with its article."""
_NUMBERED = re.compile(r"(?:\b(?:no|nr|vol)\.|№)\s*$", re.IGNORECASE)
_GOES_ON = re.compile(rf"{RANGE}([^\W\d_]+)\.?(?:,?\s*{YEAR}\b|\s*$)")
_OPENS = re.compile(r"(?:^|[.;:!?]\s+)(?:in|during|throughout)$", re.IGNORECASE)


def _is_meant(name: str, match: re.Match[str], text: str, casual: bool) -> bool:
    """Tells whether a month's name is one: "may" and "March" are other words too."""
    if name == "days" and _numbers_an_issue(match, text):
        return False
    if name not in ("month", "days", "month_range", "cross_range", "between") or casual:
        return True
    word = match["m1"]
    if not word[0].isupper():
        return False
    if name != "month" or match["y1"] or match["part"]:
        return True
    before = text[: match.start()].rstrip()
    after = text[match.end() :].lstrip()
    if before.endswith(("(", "[", "|")) or (not before and (not after or after[0] in ":–—|")):
        return True
    if _OPENS.search(before):
        return True  # "In June Bay Harbours held a regatta": who acts follows at once.
    if not before and _ACTS.match(after):
        return True  # "May WTO opened a harbour", as tables of dates read without their rules.
    # A lone month in a list of dates inside brackets: "(Jan, 3 Feb)".
    return re.search(
        r"\b(?:in|during|since|by|of|from|until|till|to|and|for|throughout|early|late|mid|end of|month of)$",
        before,
        re.IGNORECASE,
    ) is not None and (not after or not after[0].isupper() or word[-1] == ".")


def _numbers_an_issue(match: re.Match[str], text: str) -> bool:
    """Tells whether the day is the number of an issue: "No. 2 February 2023", "No. 2 February–March 2023"."""
    if match.start("days") > match.start("m1"):
        return False
    if _NUMBERED.search(text[: match.start("days")]):
        return True
    after = _GOES_ON.match(text, match.end())
    return after is not None and after[1].casefold() in months()


def _fills_brackets(text: str, span: Span) -> bool:
    """Tells whether the date stands in brackets with at most other dates: "(25 Jan and 8 Feb)"."""
    opening = max(text.rfind("(", 0, span.start), text.rfind("[", 0, span.start))
    if opening < 0 or ")" in text[opening : span.start] or "]" in text[opening : span.start]:
        return False
    closing = [at for at in (text.find(")", span.end), text.find("]", span.end)) if at >= 0]
    inside = text[opening + 1 : min(closing) if closing else min(len(text), span.end + 12)]
    place = re.match(r"\s*[A-Z][^,;:()\d]{1,30},(?=\s)", inside)
    words = re.findall(r"[^\W\d_]{2,}", inside[place.end() :] if place else inside)
    return all(word.casefold() in _beside_dates() for word in words)


@cache
def _beside_dates() -> frozenset[str]:
    """The words that may stand beside a date in its brackets."""
    joints = {"and", "to", "of", "from", "st", "nd", "rd", "th", "until", "early", "mid", "late"}
    return frozenset({*months(), *weekdays(), *joints})
