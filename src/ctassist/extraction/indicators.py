"""Headline figures: a number with its label, in a box, a line, a table; never paired by guess."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctassist.extraction.dates import has_date
from ctassist.extraction.items import is_open
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.vocabulary import months
from ctassist.model.records import Indicator
from ctassist.model.text import BlockKind, Span

NUMBER = r"(?:[$€£]\s?)?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|(?:[$€£]\s?)?\d+(?:\.\d+)?"
_SCALE = r"million|billion|thousand|bn|mn|k|m"
_FIGURE = rf"[+~≈><]?\s*(?:{NUMBER})\s*(?:(?:{_SCALE})\b)?\s*(?:%|per ?cent\b)?\+?"
_FIGURE_PARTS = re.compile(rf"(?P<number>{NUMBER})\s*(?:(?P<scale>{_SCALE})\b)?\s*(?P<unit>%|per ?cent\b)?", re.I)
_ONLY_FIGURE = re.compile(rf"\W*{_FIGURE}\W*", re.I)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_LINE_AFTER = re.compile(rf"\W*(?P<label>[^\W\d][^:|\n]*?)\s*(?::|\||–|—|=|\.{{3,}})\s*(?P<figure>{_FIGURE})\W*", re.I)
_LINE_BEFORE = re.compile(rf"\W*(?P<figure>{_FIGURE})\s*(?:[:–—|-]\s*)?(?P<label>[^\W\d].*?)\W*", re.I)
_LINE_END = re.compile(rf"\W*(?P<label>[^\W\d][^\d:|]*?[^\W\d])\s+(?P<figure>{_FIGURE})\W*", re.I)
"""A label and its figure with nothing between: "Documents sent 3,512". Small numbers number things ("Pillar 2")."""
_LABEL_WORDS = 9
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of a figure box: a number, or (part of) a label."""

    span: Span
    is_number: bool
    place: Placed


def find_indicators(text: str, placed: Sequence[Placed]) -> list[Indicator]:
    """Finds the headline figures of a document.

    In a box whose numbers and labels stand on lines of their own, each number belongs to the label after it, as a large
    figure stands above its caption; only where the box begins with a label and ends with a number does it belong to the
    label before it. What is left over (a label that lost its number) is kept without a value.
    """
    found: list[Indicator] = []
    for run in _runs(text, placed):
        found += _pair(text, run)
    for place in placed:
        for line in (
            _lines(text, place.block.span) if place.block.kind is not BlockKind.TABLE_ROW else [place.block.span]
        ):
            if not any(i.span.start < line.end and line.start < i.span.end for i in found):
                found += _in_line(text, place, line)
    return sorted(found, key=lambda indicator: indicator.span)


def figure_value(text: str) -> tuple[float, str | None] | None:
    """Reads a number with its scale and unit: "1.2 million" is (1200000.0, None), "45 %" is (45.0, "%")."""
    match = _FIGURE_PARTS.search(text)
    if not match:
        return None
    digits = re.sub(r"[^\d.]", "", match["number"])
    value = float(digits) * _SCALES.get((match["scale"] or "").casefold(), 1)
    currency = re.match(r"[$€£]", match["number"])
    return value, "%" if match["unit"] else (currency.group() if currency else None)


def _runs(text: str, placed: Sequence[Placed]) -> Iterator[list[_Piece]]:
    """Stretches of number lines and short label lines under one heading, with at least two numbers."""
    run: list[_Piece | None] = []
    heading = -1
    for place in placed:
        pieces = list(_pieces(text, place))
        if place.heading != heading or not pieces:
            yield from _checked(run)
            run = []
        heading = place.heading
        run += pieces
    yield from _checked(run)


def _pieces(text: str, place: Placed) -> Iterator[_Piece | None]:
    """The lines of a block of figures as pieces; None stands for a line that is label and figure at once."""
    lines = _lines(text, place.block.span)
    kinds = [_kind(line.of(text), place) for line in lines]
    if all(kinds) and (len(lines) == 1 or "number" in kinds or "pair" in kinds):
        yield from (
            None if kind == "pair" else _Piece(line, kind == "number", place)
            for line, kind in zip(lines, kinds, strict=True)
        )


def _kind(words: str, place: Placed) -> str:
    if _ONLY_FIGURE.fullmatch(words) and not re.fullmatch(r"\W*\d{1,2}[.)]\W*", words):
        return "number"
    if _pair_in(words):
        return "pair"
    return "label" if _may_be_label(words, place) else ""


def _lines(text: str, span: Span) -> list[Span]:
    starts = [span.start, *(span.start + m.end() for m in re.finditer(r"\n", span.of(text)))]
    return [trimmed(text, Span(a, b)) for a, b in zip(starts, [*starts[1:], span.end], strict=True)]


def _checked(run: Sequence[_Piece | None]) -> Iterator[list[_Piece]]:
    """Cuts a run at its complete lines; a lone number is no box."""
    if sum(piece is None or piece.is_number for piece in run) < 2:
        return
    part: list[_Piece] = []
    for piece in [*run, None]:
        if piece is not None:
            part.append(piece)
            continue
        if any(p.is_number for p in part) or (part and len(part) < len(run)):
            yield part
        part = []


def _may_be_label(words: str, place: Placed) -> bool:
    if place.block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not any(ch.isalpha() for ch in words):
        return False
    return (
        len(words.split()) <= _LABEL_WORDS
        and not words.rstrip().endswith((".", "!", "?", ")", ":"))
        and not has_date(words)
    )


def _grouped(text: str, run: Sequence[_Piece]) -> list[list[_Piece]]:
    """The groups that blank lines make of a run; empty unless each number stands in one with a single label."""
    groups: list[list[_Piece]] = []
    for piece in run:
        if groups and "\n\n" not in text[groups[-1][-1].span.end : piece.span.start]:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    numbered = [group for group in groups if any(piece.is_number for piece in group)]
    paired = all(len(group) == 2 and group[0].is_number != group[1].is_number for group in numbered)
    return groups if numbered and paired else []


def _in_groups(text: str, groups: Sequence[list[_Piece]]) -> Iterator[Indicator]:
    """Pairs within groups; a label alone between two of them has lost its number."""
    numbered = [at for at, group in enumerate(groups) if len(group) == 2]
    for at, group in enumerate(groups):
        if at in numbered:
            label, number = sorted(group, key=lambda piece: piece.is_number)
            yield _indicator(text, label, number)
        elif at > numbered[0]:
            for piece in group:
                yield _indicator(text, piece, None)


def _pair(text: str, run: list[_Piece]) -> Iterator[Indicator]:
    if groups := _grouped(text, run):
        yield from _in_groups(text, groups)
        return
    pieces = _whole_labels(text, run)
    label_first = not pieces[0].is_number and pieces[-1].is_number
    if label_first:
        pieces = pieces[::-1]
    used: set[int] = set()
    for index, piece in enumerate(pieces):
        follower = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.is_number and follower and not follower.is_number:
            used |= {index, index + 1}
            yield _indicator(text, follower, piece)
    for index, piece in enumerate(pieces[1:], start=1):
        # A number that no label follows can only be that of a label left over before it.
        if piece.is_number and index not in used and index - 1 not in used and not pieces[index - 1].is_number:
            used |= {index, index - 1}
            yield _indicator(text, pieces[index - 1], piece)
    for index, piece in enumerate(pieces):
        if not piece.is_number and index not in used:
            yield _indicator(text, piece, None)


def _whole_labels(text: str, run: list[_Piece]) -> list[_Piece]:
    """Joins label lines that are one label, and drops lines before the first and after the last that are none."""
    joined: list[_Piece] = []
    for piece in run:
        last = joined[-1] if joined else None
        if last and not last.is_number and not piece.is_number:
            words, before = piece.span.of(text), last.span.of(text)
            inside = len(joined) > 1 and any(p.is_number for p in joined)
            if words[0].islower() or is_open(before):
                joined[-1] = _Piece(Span(last.span.start, piece.span.end), False, last.place)
                continue
            if not inside:
                joined[-1] = piece  # Above the first number only the nearest line can be a label.
                continue
        joined.append(piece)
    return joined


def _indicator(text: str, label: _Piece, number: _Piece | None) -> Indicator:
    span = label.span
    value, unit, figure = None, None, ""
    if number:
        span = Span(min(label.span.start, number.span.start), max(label.span.end, number.span.end))
        figure = one_line(number.span.of(text)).strip(" -–•")
        value, unit = figure_value(figure) or (None, None)
    return Indicator(
        span, _label(label.span.of(text)), value, figure, unit, label.place.section, label.place.block.page
    )


def _label(words: str) -> str:
    return one_line(words).strip(" -–—•:|.,")


def _in_line(text: str, place: Placed, line: Span) -> Iterator[Indicator]:
    """A line or table row that is a label and a figure, and nothing else."""
    block = place.block
    if block.kind is BlockKind.TABLE_ROW:
        if len(block.cells) == 2 and not block.header:
            label, figure = (cell.of(text) for cell in block.cells)
            if _ONLY_FIGURE.fullmatch(label):
                label, figure = figure, label
            if _ONLY_FIGURE.fullmatch(figure) and any(ch.isalpha() for ch in label) and not has_date(label):
                yield _made(place, block.span, label, figure)
        return
    words = one_line(line.of(text))
    if "·" in words or words.count(" | ") >= 2 or words.count(";") >= 2:
        yield from _listed(text, place, line)
    elif pair := _pair_in(words):
        yield _made(place, line, *pair)
    else:
        yield from _run_on(text, place, line)


_RUN_LABEL = r"(?P<label>[^\W\d](?:[^\d.;:!?|]*[^\W\d])?)"
_RUN_BEFORE = re.compile(rf"(?P<figure>{_FIGURE})\s+{_RUN_LABEL}(?=\s+[$€£~≈><+]?\d|\s*$)", re.I)
_RUN_AFTER = re.compile(rf"{_RUN_LABEL}\s+(?P<figure>{_FIGURE})(?=\s+[^\W\d]|\s*$)", re.I)
_RUN = 3


def _run_on(text: str, place: Placed, line: Span) -> Iterator[Indicator]:
    """Figures whose lines have become one: "33 members 428 focal points 2,990 documents shared"."""
    words = line.of(text)
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
    if named and not gaps.strip() and not any(is_open(label) or len(label.split()) > _LABEL_WORDS for label in labels):
        for match in matches:
            span = Span(line.start + match.start(), line.start + match.end())
            yield _made(place, span, match["label"], match["figure"])


def _pair_in(words: str) -> tuple[str, str] | None:
    """Label and figure of a line that is nothing else."""
    words = one_line(words)
    if len(words.split()) > _LABEL_WORDS + 3 or has_date(words):
        return None
    match = _LINE_AFTER.fullmatch(words) or _LINE_BEFORE.fullmatch(words) or _LINE_END.fullmatch(words)
    if not match or _is_numbering(words, match):
        return None
    label = _label(match["label"])
    return (label, match["figure"]) if 0 < len(label.split()) <= _LABEL_WORDS and not re.search(r"\d", label) else None


def _listed(text: str, place: Placed, line: Span) -> Iterator[Indicator]:
    """Figures in one line: "33 members · 428 focal points · 2,990 documents exchanged"."""
    at = line.start
    for part in re.split(r"[·|;]", line.of(text)):
        span = trimmed(text, Span(at, at + len(part)))
        at += len(part) + 1
        if pair := _pair_in(span.of(text)):
            yield _made(place, span, *pair)


def _is_numbering(words: str, match: re.Match[str]) -> bool:
    """Tells a numbered or dated line ("2. Border management", "3rd meeting", "30 Feb: a film") from a figure."""
    after = words[match.end("figure") : match.end("figure") + 2]
    return (
        (
            match.start("figure") < match.start("label")
            and (after[:1] in (".", ")", "-", ":") or after[:2].casefold() in ("st", "nd", "rd", "th"))
        )
        or _YEAR.fullmatch(match["figure"].strip()) is not None
        or re.split(r"[\s:.,]", match["label"].casefold(), maxsplit=1)[0] in months()
        or (match.re is _LINE_END and re.fullmatch(r"\d", match["figure"].strip()) is not None)
    )


def _made(place: Placed, span: Span, label: str, figure: str) -> Indicator:
    value, unit = figure_value(figure) or (None, None)
    return Indicator(span, _label(label), value, one_line(figure).strip(" -–•"), unit, place.section, place.block.page)
