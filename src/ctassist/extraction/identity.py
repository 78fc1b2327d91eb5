"""Which issue of which periodical a document is: series, number, language and version, the title page first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ctassist.extraction.file_names import read_name
from ctassist.extraction.language import language_of
from ctassist.extraction.period import title_page
from ctassist.extraction.sections import one_line, title_of_name
from ctassist.extraction.stated_periods import stated_periods
from ctassist.extraction.version_words import standing, version_in_name, version_on_page
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Identity
from ctassist.model.text import BlockKind, Reading, Span
from ctassist.model.time import Period

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = " \t|·•:;,،.–—-/*_~#+([{"
_LAST_NUMBER = re.compile(r"(?<=\s)#?(\d{1,4})$")
_LONGEST = 120
_SOME_WORDS = 2
_TOP_BLOCKS, _SHORT = 8, 60
_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def find_identity(reading: Reading, title: str, period: Period | None, name: str) -> tuple[Identity, tuple[str, ...]]:
    """Finds what identifies a document beside its title and period, and warns where page and name disagree on it.

    Args:
        reading: the document as read.
        title: its title, as found.
        period: its period, if it has one.
        name: its file name.
    """
    stem = read_name(name).stem
    page = [one_line(line) for line in title_page(reading)]
    declared = one_line(reading.metadata.get("title", ""))
    own = "" if title == title_of_name(name) else title
    numbers = (n for text in (own, *page, declared, _spaced(stem)) if (n := number_in(text)))
    last = _last_number(_without(own, period), stem)
    number = next(numbers, last)
    is_issue = period is not None or number is not None
    version, warnings = _version(own, [*page, *_small_lines(reading)], declared, stem, is_issue)
    series = _series(own, page, declared, stem, period, last) if is_issue else None
    return Identity(series, number, language_of(reading), version), warnings


def series_key(series: str) -> str:
    """Returns a series' name in the form in which names of one series are equal, however written."""
    words = _WORD.findall(series.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] in table("issues")["articles"] else words)


def number_in(text: str) -> str | None:
    """Returns the number of an issue that a line states: "14" of "Vol. 2, No. 14"."""
    for match in _number().finditer(text):
        if first := match["n"] or match["zh"]:
            return f"{int(first)}-{int(match['last'])}" if match["last"] else str(int(first))
    return None


def _version(
    title: str, page: Sequence[str], declared: str, stem: str, is_issue: bool
) -> tuple[str | None, tuple[str, ...]]:
    pages = [version_on_page(title, opens=is_issue), *(version_on_page(line) for line in page)]
    said = next((mark.label for mark in (*pages, version_on_page(declared)) if mark), None)
    named = version_in_name(stem, "" if said else title)
    if said and named and said.split()[0] != named.label.split()[0]:
        told = f"Its title page says “{said}” and its file's name “{named.label}”: the title page is trusted."
        return said, (told,)
    return said or (named.label if named else None), ()


def _small_lines(reading: Reading) -> Iterator[str]:
    """Short lines near the top, below small headings too: there a draft says that it is one.

    A number among them may be of anything ("v3.5" heads a list of releases).
    """
    for block in reading.blocks[:_TOP_BLOCKS]:
        line = one_line(block.span.of(reading.text))
        mark = version_on_page(line) if block.kind in _LINES and len(line) <= _SHORT else None
        if mark and standing(mark.label) != standing(f"v{mark.label.removeprefix('v')}"):
            yield line


def _series(
    title: str, page: Sequence[str], declared: str, stem: str, period: Period | None, last: str | None
) -> str | None:
    """The title without what only this issue has; a line of the page instead that the file is called after."""
    named = _words(stem)
    first = _without(title, period)
    if last:
        first = _LAST_NUMBER.sub("", first).rstrip(_ENDS)
    lines = [_without(text, period) for text in (*page, declared)]
    candidates = [text for text in (first, *lines) if _names_something(text)]
    if not _names_something(first):
        # A page without a title is called after the line that its file is called after, or after the file.
        called = [text for text in candidates if named & _words(text)]
        candidates = [*called[:1], *filter(_names_something, [_name_without(stem)]), *candidates]
    if not candidates:
        return None
    chosen = candidates[0]
    if not named & _words(chosen):
        # A title that is a headline: the name of the periodical stands beside it, and in the file's name.
        chosen = next((text for text in candidates if set(series_key(text).split()) <= named), chosen)
    return chosen[:_LONGEST].rstrip()


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _spaced(stem: str) -> str:
    return re.sub(r"[_-]", " ", stem)


def _name_without(stem: str) -> str:
    """The words of a file's name that are no period, number or version."""
    spans = [found.span for found in stated_periods(stem, is_name=True)]
    if mark := version_in_name(stem, ""):
        spans.append(mark.span)
    for span in sorted(spans, reverse=True):
        stem = f"{stem[: span.start]} {stem[span.end :]}"
    return " ".join(_number().sub(" ", _spaced(stem)).split())


def _names_something(text: str) -> bool:
    plain = set(table("issues")["plain"])
    return any(word not in plain and len(word) > 1 for word in _WORD.findall(text.casefold()))


def _without(text: str, period: Period | None) -> str:
    """A title without its period, number and version, and without what joined them."""
    spans = [
        found.span
        for found in stated_periods(text)
        if found.interval or found.months or _is_of(text, found.span, period)
    ]
    spans += [Span(match.start(), match.end()) for match in _number().finditer(text)]
    if mark := version_on_page(text, opens=True):
        spans.append(mark.span)
    for span in sorted(spans, reverse=True):
        before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
        # "The Year 2024 in Review" goes on after its year; what else stands behind a period is no part of the name.
        goes_on = before[-1:].isalpha() and after[:1].islower()
        text = f"{before} {after}" if goes_on else f"{before} | {after}"
    parts = [part.strip(f"{_ENDS})]}}") for part in text.split(" | ")] if spans else [text.strip()]
    kept = [part for part in parts if _names_something(part)]
    return _without_loose_end(kept[0]) if kept and spans else "" if spans else text.strip()


def _without_loose_end(name: str) -> str:
    """A name without the articles and prepositions that led to its period: "Tide Letter: the"."""
    words, loose = name.split(), {*table("issues")["articles"], *table("periods")["fillers"]}
    while len(words) > 1 and words[-1].casefold() in loose:
        words.pop()
    return " ".join(words).rstrip(_ENDS)


def _is_of(text: str, span: Span, period: Period | None) -> bool:
    """Tells whether days or a lone year in a title are those of the issue: the "2030" of an agenda is not."""
    years = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", span.of(text))}
    return period is None or not years or bool(years & {period.start.year, period.end.year})


def _last_number(title: str, stem: str) -> str | None:
    """The number that ends a title: "This Week in Korrin 207"; after a lone word the file's name must have it too."""
    match = _LAST_NUMBER.search(title)
    if match is None:
        return None
    before = title[: match.start()].split()
    if len(before) < _SOME_WORDS and match[1].lstrip("0") not in [n.lstrip("0") for n in re.findall(r"\d+", stem)]:
        return None
    bodies = {noun.casefold() for noun in table("bodies")["nouns"]}
    return None if not before or before[-1].casefold() in bodies else str(int(match[1]))


@cache
def _number() -> re.Pattern[str]:
    words = table("issues")
    numbers, volumes = (_any(words[kind]) for kind in ("numbers", "volumes"))
    volume = rf"(?:{volumes})\.?\s*(?:\d{{1,4}}|[IVXLC]+)(?!\w)"
    return re.compile(
        rf"(?:{volume}[\s,;:./–-]*)?(?:{numbers})[.:]?\s*(?P<n>\d{{1,4}})(?!\d)(?:\s?[-–/&]\s?(?P<last>\d{{1,4}})(?![\d-]))?"
        rf"|第\s?(?P<zh>\d{{1,4}})\s?期|{volume}(?=[\s,;:)]|$)",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(rf"(?<![^\W_]){re.escape(word)}" if word[0].isalpha() else re.escape(word) for word in ordered)
