"""Figures of a line that is a label and its figure, or several, and nothing else."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ctassist.extraction.dates import has_date
from ctassist.extraction.figure_words import FIGURE, LABEL_WORDS, YEAR, figure_value, is_figure, label_of
from ctassist.extraction.items import is_open
from ctassist.extraction.role_words import role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import sentences, trimmed
from ctassist.extraction.vocabulary import months, table
from ctassist.model.records import Indicator
from ctassist.model.text import BlockKind, Span

_TAIL = r"(?:\s*\([^()]*\d[^()]*\)(?:\s+with\b[^.:;]*)?)?"
"""What is said of a figure right behind it: "56 (up 21%)"."""
_LINE_AFTER = re.compile(
    rf"\W*(?P<label>(?:(?:19|20)\d\d\s+)?[^\W\d][^:|\n]*?)\s*(?::|\||–|—|=|\.{{3,}})\s*(?P<figure>{FIGURE}{_TAIL})\W*",
    re.I,
)
_LINE_BEFORE = re.compile(
    rf"\W*(?P<figure>{FIGURE})\s*(?:[:–—|-]\s*)?(?P<label>[^\W\d][^:]*?)(?:\s\([^()]*\d[^()]*\))?\W*", re.I
)
_LINE_END = re.compile(
    rf"\W*(?P<label>[^\W\d][^\d:|]*?(?:[^\W\d]|\bsince\s(?:19|20)\d\d))\s+(?P<figure>{FIGURE}{_TAIL})\W*", re.I
)
"""A label and its figure with nothing between: "Documents sent 3,512", "Pilots trained since 2020 990".

Small numbers number things ("Pillar 2")."""
_VERSION = re.compile(r"\d+\.\d+")
_RUN_LABEL = r"(?P<label>[^\W\d](?:[^\d.;:!?|]*[^\W\d])?)"
_RUN_BEFORE = re.compile(rf"(?P<figure>{FIGURE})\s+{_RUN_LABEL}(?=\s+[$€£~≈><+]?\d|\s*$)", re.I)
_RUN_AFTER = re.compile(rf"{_RUN_LABEL}\s+(?P<figure>{FIGURE})(?=\s+[^\W\d]|\s*$)", re.I)
_RUN = 3
_DIGITS = re.compile(r"\d+")


def lines_of(text: str, span: Span) -> list[Span]:
    """The lines of a block."""
    starts = [span.start, *(at + 1 for at in range(span.start, span.end) if text[at] == "\n")]
    return [trimmed(text, Span(a, b)) for a, b in zip(starts, [*starts[1:], span.end], strict=True)]


def figures_in_line(text: str, place: Placed, line: Span) -> Iterator[Indicator]:
    """Yields the figures of a line or table row that is labels and figures, and nothing else."""
    block = place.block
    if block.kind is BlockKind.TABLE_ROW:
        yield from _in_row(text, place)
        return
    words = one_line(line.of(text))
    if "·" in words or words.count(" | ") >= 2 or words.count(";") >= 2:
        yield from _listed(text, place, line, r"[·|;]")
    elif _is_series(words):
        yield from _listed(text, place, line, r"\.\s+")
    elif _is_enumeration(text, place, line, _COUNTED_ON):
        yield from _listed(text, place, line, _COUNTED_ON)
    elif _is_enumeration(text, place, line, _COUNTED_WITHIN):
        yield from _listed(text, place, line, _COUNTED_WITHIN)
    elif (pair := pair_in(_without_part(words))) and not _goes_on(text, place, line):
        yield _made(place, line, *pair)
    elif stated := _stated_in_turn(text, line):
        for part in stated:
            yield from figures_in_line(text, place, part)
    else:
        yield from _run_on(text, place, line)


def pair_in(words: str) -> tuple[str, str] | None:
    """Label and figure of a line that is nothing else."""
    words = one_line(words)
    more = len(words.split()) - (LABEL_WORDS + 3)
    if (more > 0 and more > len(_aside(words).split())) or _is_dated(words) or is_figure(words):
        return None
    match = _LINE_AFTER.fullmatch(words) or _LINE_BEFORE.fullmatch(words) or _LINE_END.fullmatch(words)
    if not match or _is_numbering(words, match):
        return None
    label = label_of(match["label"])
    if match.re is _LINE_END:
        label = _risen().sub("", label)
        if is_open(label) or _IS.search(label):
            return None  # "The fee is now 250" is a sentence, and says something beside its figure.
    known = YEAR if match.re is _LINE_AFTER else _SINCE
    plain = 0 < len(label.split()) <= LABEL_WORDS and not re.search(r"\d", known.sub("", label))
    plain = plain and not _TWO_SENTENCES.search(label) and not _charted().search(label)
    return (label, match["figure"]) if plain else None


@cache
def _charted() -> re.Pattern[str]:
    """A post with its holder behind a name: the number before it counts the bodies of a chart."""
    return re.compile(rf"(?:^|[–—\-.;:,]\s*)(?i:{role_label()})s?:?\s+[A-Z]")


_IS = re.compile(r"\s(?:is|are|was|were)(?:\s+(?:now|currently|still|already|then|only|set|at))*$", re.I)
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-z]")


def _is_dated(words: str) -> bool:
    """Tells whether words have a date other than the year of which a label's figure is: "Lamps lit in 2031"."""
    return has_date(_OF_YEAR.sub(" ", words))


_OF_YEAR = re.compile(r"(?<=[^\W\d])\s+(?:in|during|for|of|by|until)\s+(?:19|20)\d\d(?=\s*(?:[:|–—=]|\.{3}|$))", re.I)
_SINCE = re.compile(r"\bsince\s+(?:19|20)\d\d\b", re.I)


_LAST_ASIDE = re.compile(_TAIL + r"\W*$", re.I)


def _aside(words: str) -> str:
    """What stands behind a figure in brackets, and what follows."""
    match = _LAST_ASIDE.search(words)
    return match.group() if match else ""


@cache
def _risen() -> re.Pattern[str]:
    """What leads from a label to its figure: "the goal *was increased to* $500"."""
    moves = "|".join(re.escape(verb) for verb in table("grammar")["moving_verbs"])
    return re.compile(rf"\s+(?:(?:has|have|had|was|were|is|are|been)\s+)*(?:{moves})\s+(?:to|at)$", re.I)


def _goes_on(text: str, place: Placed, line: Span) -> bool:
    """Tells whether the line below it in the same block goes on with it: it is half a sentence."""
    rest = text[line.end : place.block.span.end].lstrip()
    return rest[:1].islower()


def _in_row(text: str, place: Placed) -> Iterator[Indicator]:
    """A row of two cells, one of them the figure."""
    block = place.block
    if len(block.cells) != 2 or block.header:
        return
    label, figure = (cell.of(text) for cell in block.cells)
    if is_figure(label):
        label, figure = figure, label
    if is_figure(figure) and any(ch.isalpha() for ch in label) and not _is_dated(label):
        yield _made(place, block.span, label, figure)


def _is_series(words: str) -> bool:
    """Tells whether a line is labels with their figures, one after the other: "Lent: 4,310. Borrowers: 212."."""
    parts = re.split(r"\.\s+", words.rstrip("."))
    return len(parts) > 1 and all(":" in part and pair_in(part) for part in parts)


def _is_enumeration(text: str, place: Placed, line: Span, between: str) -> bool:
    """Tells whether a line is figures with their labels between commas, and no piece of a sentence."""
    parts = re.split(between, one_line(line.of(text)).rstrip("."))
    before = text[place.block.span.start : line.start].rstrip()
    begins = not before or before.endswith((":", ")", "."))
    counted = all((pair := pair_in(part)) and part.endswith(pair[0]) and not _OF.match(pair[0]) for part in parts)
    return len(parts) > 1 and begins and counted and not _goes_on(text, place, line)


_COUNTED_ON = r",\s+(?:and\s+)?|\s+and\s+(?=\d)"
"""Between figures that are listed with their labels: "12 boats, 3 pilots and 2 lamps"."""
_COUNTED_WITHIN = r",?\s+(?:with|by|from|in|at|across|for)\s+(?=\d)"
"""Between two figures of which one says more of the other: "12 boats with 96 berths", "310 letters, by 40 readers"."""
_PART_OF_THEM = re.compile(r",\s+(?:among\s+(?:them|these)|including|of\s+(?:whom|which))\s+[^,.;:]{1,40}$", re.I)


def _without_part(words: str) -> str:
    """A line without what it says of some of those it counts: "19 keepers, among them 5 new ones"."""
    bare = _PART_OF_THEM.sub("", words.rstrip(" ."))
    return bare if bare != words.rstrip(" .") and words[:1].isdigit() else words


def _stated_in_turn(text: str, line: Span) -> list[Span]:
    """The parts of a line that states figures, sentence by sentence, and perhaps who holds which post behind them.

    "Boats: 31. Pilots: 8." and "33 keepers, 6 pilots. Chair: Ana Roe", but nothing that tells a story.
    """
    parts = sentences(text, line)
    states = [_states_a_figure(one_line(part.of(text))) for part in parts]
    if len(parts) < 2 or not states[0]:
        return []
    plain = all(known or _LABELLED.match(one_line(part.of(text))) for part, known in zip(parts, states, strict=True))
    return [part for part, known in zip(parts, states, strict=True) if known] if plain else []


_LABELLED = re.compile(r"[^\W\d_][^:.;]{1,40}:\s+\S")


def _states_a_figure(words: str) -> bool:
    """Tells whether a sentence is nothing but a figure with its label, or several."""
    plain = _without_part(words.rstrip(" ."))
    each = re.split(_COUNTED_ON, plain)
    return all((pair := pair_in(part)) and (":" in part or part.endswith(pair[0])) for part in each)


_OF = re.compile(r"of\b", re.I)
"""A part of what was counted before it: "35 of them new"."""


def _run_on(text: str, place: Placed, line: Span) -> Iterator[Indicator]:
    """Figures whose lines have become one: "33 members 428 focal points 2,990 documents shared"."""
    words = line.of(text)
    if len(_DIGITS.findall(words)) < _RUN:
        return
    pattern = _RUN_BEFORE if words[:1].isdigit() else _RUN_AFTER
    matches = list(pattern.finditer(words))
    if (
        len(matches) < _RUN
        or words[: matches[0].start()].strip()
        or words[matches[-1].end() :].strip()
        or has_date(words)
    ):
        return
    gaps = "".join(words[one.end() : other.start()] for one, other in pairwise(matches))
    labels = [match["label"] for match in matches]
    named = all(label[0].isupper() for label in labels) or len(labels) > _RUN
    if named and not gaps.strip() and not any(is_open(label) or len(label.split()) > LABEL_WORDS for label in labels):
        for match in matches:
            span = Span(line.start + match.start(), line.start + match.end())
            yield _made(place, span, match["label"], match["figure"])


def _listed(text: str, place: Placed, line: Span, separator: str) -> Iterator[Indicator]:
    """Figures in one line: "33 members · 428 focal points · 2,990 documents exchanged"."""
    at = line.start
    for part in re.split(f"({separator})", line.of(text)):
        span = trimmed(text, Span(at, at + len(part)))
        at += len(part)
        if pair := pair_in(span.of(text)):
            yield _made(place, span, *pair)


def _is_numbering(words: str, match: re.Match[str]) -> bool:
    """Tells a numbered or dated line ("2. Border management", "3rd meeting", "Issue 35") from a figure."""
    figure = match["figure"].strip()
    after = words[match.end("figure") : match.end("figure") + 1]
    right_after = words[match.start("figure") + len(match["figure"].rstrip()) :]  # "57 students" is no "57st".
    return (
        (
            match.start("figure") < match.start("label")
            and (after in (".", ")", "-", ":") or right_after[:2].casefold() in ("st", "nd", "rd", "th"))
        )
        or (YEAR.fullmatch(figure) is not None and not _COUNTS.search(match["label"]))
        or re.split(r"[\s:.,]", match["label"].casefold(), maxsplit=1)[0] in months()
        or match["label"].casefold().split()[-1].strip(".") in table("grammar")["numbered_things"]
        or (match.re is _LINE_END and _AS_NUMBER.search(match["label"]) is not None)
        or (match.re is _LINE_END and (re.fullmatch(r"\d", figure) or _VERSION.fullmatch(figure)) is not None)
    )


_AS_NUMBER = re.compile(r"\b(?:as|is|was|became|becoming)\s+(?:the\s+|\w+\s+)?(?:number|no\.?)$", re.I)
"""What comes as the how-manieth: "Oslo joined as number 46"."""
_COUNTS = re.compile(
    r"\b(?:counts?|number|total|tally|headcount|quantity)(?:\s*\([^()]*\))?\W*$|^\W*(?:total\s+)?number\s+of\b", re.I
)
"""A label that says it counts: what stands behind it is no year, even "Member count: 2014"."""


def _made(place: Placed, span: Span, label: str, figure: str) -> Indicator:
    value, unit = figure_value(figure) or (None, None)
    return Indicator(
        span, label_of(label), value, one_line(figure).strip(" -–•"), unit, place.section, place.block.page
    )
