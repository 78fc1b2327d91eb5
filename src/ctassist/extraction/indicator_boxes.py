"""Figures of a box: numbers and labels that stand on lines of their own, never paired by guess."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ctassist.extraction.dates import has_date
from ctassist.extraction.figure_words import LABEL_WORDS, figure_value, is_amount, is_figure, label_of
from ctassist.extraction.indicator_lines import lines_of, pair_in
from ctassist.extraction.items import is_open
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Indicator
from ctassist.model.text import BlockKind, Span

_LETTERS = 3
"""A label has at least so many letters: the signs of a picture that was read as text are none."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of a figure box: a number, or (part of) a label."""

    span: Span
    is_number: bool
    place: Placed
    loose: bool = False
    """Whether it may be two labels: all of its lines begin in lower case, and none must go on."""


def boxed_figures(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the figures of boxes.

    Each number belongs to the label after it, as a large figure stands above its caption, unless more numbers have a
    label when some belong to those before them; where the box begins with a label and ends with a number it is the
    other way round. What is left over (a label that lost its number) is kept without a value.
    """
    for run in _runs(text, placed):
        yield from _pair(text, run)


def headed_figures(text: str, placed: Sequence[Placed]) -> Iterator[Indicator]:
    """Yields the amounts that stand alone under the heading that names them: "Balance", and below it "$269,000"."""
    for at, place in enumerate(placed):
        block, heading = place.block, place.heading_span
        beside = [other.heading for other in (*placed[at - 1 : at], *placed[at + 1 : at + 2])]
        if heading is None or not place.section or place.heading in beside or not is_amount(block.span.of(text)):
            continue
        figure, label = one_line(block.span.of(text)).strip(" -–•"), label_of(place.section[-1])
        between = text[heading.end : block.span.start].strip("#*_- \n")
        named = label in one_line(heading.of(text)) and len(label.split()) <= LABEL_WORDS and not has_date(label)
        if named and not between and not _counts_figures(place):
            value, unit = figure_value(figure) or (None, None)
            span = Span(heading.start, block.span.end)
            yield Indicator(span, label, value, figure, unit, place.section[:-1], block.page)


def _runs(text: str, placed: Sequence[Placed]) -> Iterator[list[_Piece]]:
    """Stretches of number lines and short label lines under one heading, with at least two numbers."""
    run: list[_Piece | None] = []
    before: Placed | None = None
    for place in placed:
        pieces = list(_pieces(text, place))
        if before and place.heading != before.heading and (label := _label_above(text, before, place, run, placed)):
            run.append(label)
        elif before is None or place.heading != before.heading or not pieces:
            yield from _checked(run)
            run = []
        before = place
        run += pieces
    yield from _checked(run)


def _label_above(
    text: str, before: Placed, place: Placed, run: Sequence[_Piece | None], placed: Sequence[Placed]
) -> _Piece | None:
    """The heading above a block, where it is the label that the last number of a box still wants.

    A reader of torn text takes a short line before a bullet or paragraph for a heading; it is one below the box's own.
    """
    last, heading = (run[-1] if run else None), place.heading_span
    if last is None or not last.is_number or heading is None or place.heading != before.heading + 1:
        return None
    inner = place.section[:-1] == before.section and heading.start >= last.span.end
    words = one_line(heading.of(text))
    if not inner or words.isupper() or not _may_be_label(words, before):
        return None
    wants = sum(1 if piece.is_number else -1 for piece in run if piece)
    # With a label before the first number too, either that label or this heading goes without one.
    begins = wants == 0 and run[0] is not None and not run[0].is_number
    goes_on = any(piece is not None for piece in _pieces(text, place))
    label = (wants == 1 and goes_on) or ((wants == 1 or begins) and _looks_alone(before, placed))
    return _Piece(heading, False, before) if label else None


def _looks_alone(before: Placed, placed: Sequence[Placed]) -> bool:
    """Tells whether all headings but those below a box's own are in capitals: then what is not is hardly a heading."""
    depth = len(before.section)
    headings = {name for place in placed if place.section[:depth] != before.section for name in place.section}
    return bool(headings) and all(name.isupper() for name in (*headings, *before.section))


def _counts_figures(place: Placed) -> bool:
    """Tells whether the heading above a block says that figures stand below it: "In numbers"."""
    words = set(re.findall(r"[^\W\d_]+", place.section[-1].casefold())) if place.section else set()
    return bool(words & set(table("grammar")["figure_headings"]))


def _pieces(text: str, place: Placed) -> Iterator[_Piece | None]:
    """The lines of a block of figures as pieces; None stands for a line that is label and figure at once."""
    lines = lines_of(text, place.block.span)
    kinds = [_kind(line.of(text), place) for line in lines]
    if all(kinds) and (len(lines) == 1 or "number" in kinds or "pair" in kinds):
        yield from (
            None if kind == "pair" else _Piece(line, kind == "number", place)
            for line, kind in zip(lines, kinds, strict=True)
        )


def _kind(words: str, place: Placed) -> str:
    if is_figure(words) and not re.fullmatch(r"\W*\d{1,2}[.)]\W*", words):
        return "number"
    if pair_in(words):
        return "pair"
    return "label" if _may_be_label(words, place) else ""


def _checked(run: Sequence[_Piece | None]) -> Iterator[list[_Piece]]:
    """Cuts a run at its complete lines; a lone number is no box, save with one label under a heading of figures."""
    numbers = sum(piece is None or piece.is_number for piece in run)
    alone = len(run) == 2 and run[0] is not None and run[1] is not None and _counts_figures(run[0].place)
    if numbers < 2 and not (numbers == 1 and alone):
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
    if (
        place.block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        or sum(ch.isalpha() for ch in words) < _LETTERS
    ):
        return False
    return (
        len(words.split()) <= LABEL_WORDS
        and ":" not in words
        and not words.rstrip().endswith((".", "!", "?", ")", ":"))
        and not has_date(words)
    )


_PAIR = 2
"""A label and its number."""


def _grouped(text: str, run: Sequence[_Piece]) -> list[list[_Piece]]:
    """The groups that blank lines make of a run; empty unless each number stands in one with a single label."""
    groups: list[list[_Piece]] = []
    for piece in run:
        if groups and "\n\n" not in text[groups[-1][-1].span.end : piece.span.start]:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    pairs = [group for group in groups if len(group) == _PAIR]
    if len(groups) > 1 and pairs and len(groups[-1]) == 1 and groups[-1][0].is_number:
        groups.pop()  # Where others have their labels beside them, a last number alone is that of the page.
    numbered = [group for group in groups if any(piece.is_number for piece in group)]
    paired = all(len(group) == _PAIR and group[0].is_number != group[1].is_number for group in numbered)
    return groups if numbered and paired else []


def _in_groups(text: str, groups: Sequence[list[_Piece]]) -> Iterator[Indicator]:
    """Pairs within groups; a label alone between two of them has lost its number."""
    numbered = [at for at, group in enumerate(groups) if len(group) == _PAIR]
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
    if rows := _in_rows(text, run):
        yield from (_indicator(text, label, number) for label, number in rows)
        return
    pieces = _whole_labels(text, run)
    label_first = not pieces[0].is_number and pieces[-1].is_number
    if label_first:
        pieces = pieces[::-1]
    paired = _neighbours(pieces)
    for index, piece in enumerate(pieces):
        if index in paired:
            yield _indicator(text, *paired[index])
        elif not piece.is_number and not any(piece is label for label, _ in paired.values()):
            yield _indicator(text, piece, None)


def _neighbours(pieces: Sequence[_Piece]) -> dict[int, tuple[_Piece, _Piece]]:
    """Labels with the numbers beside them, by where the number stands: as many pairs as there can be.

    Of several ways the one counts that gives most numbers the label after them. Two numbers in a row may turn those
    before them around: "Boats 31, Pilots 8, 12 Lamps" has three pairs.
    """
    best: list[tuple[tuple[int, int], tuple[int, ...]]] = [((0, 0), ()), ((0, 0), ())]
    for index in range(1, len(pieces)):
        (pairs, after), chosen = best[index - 1]
        one, other = pieces[index - 1], pieces[index]
        options = [best[index]]
        if one.is_number != other.is_number and not (other.is_number and one.loose):
            options.append(((pairs + 1, after + one.is_number), (*chosen, index - 1)))
        best.append(max(options, key=lambda option: option[0]))
    found: dict[int, tuple[_Piece, _Piece]] = {}
    for at in best[-1][1]:
        label, number = sorted(pieces[at : at + 2], key=lambda piece: piece.is_number)
        found[at if pieces[at].is_number else at + 1] = (label, number)
    return found


def _in_rows(text: str, run: Sequence[_Piece]) -> list[tuple[_Piece, _Piece | None]]:
    """The labels with their numbers, where several numbers stand before or after as many labels, as rows of a page.

    Where there are more of one kind than of the other, nobody can tell which belong together.
    """
    rows = [list(row) for _, row in groupby(run, key=lambda piece: piece.is_number)]
    pairs = [sorted(pair, key=lambda row: row[0].is_number) for pair in zip(rows[::2], rows[1::2], strict=False)]
    several = [min(map(len, pair)) >= _ROW for pair in pairs]
    alike = all(len(labels) == len(numbers) for labels, numbers in pairs)
    if len(rows) % 2 or not any(several) or not (all(several) or alike):
        return []
    return [found for labels, numbers in pairs for found in _in_row(text, labels, numbers)]


def _in_row(text: str, labels: list[_Piece], numbers: list[_Piece]) -> list[tuple[_Piece, _Piece | None]]:
    """The labels of one row with the numbers above or below them."""
    if len(labels) > len(numbers):
        labels = list(_wrapped(text, labels))
    if len(numbers) != len(labels):
        return [(label, None) for label in labels]
    return list(zip(labels, numbers, strict=True))


_ROW = 2


def _wrapped(text: str, labels: Sequence[_Piece]) -> Iterator[_Piece]:
    """Labels with the lines that go on with them, which begin in lower case."""
    whole: _Piece | None = None
    for label in labels:
        if whole and label.span.of(text)[0].islower():
            whole = _Piece(Span(whole.span.start, label.span.end), False, whole.place)
            continue
        if whole:
            yield whole
        whole = label
    if whole:
        yield whole


def _whole_labels(text: str, run: list[_Piece]) -> list[_Piece]:
    """Joins label lines that are one label, and drops lines before the first and after the last that are none."""
    joined: list[_Piece] = []
    for piece in run:
        last = joined[-1] if joined else None
        if last and not last.is_number and piece.is_number and _is_its_year(last.span.of(text), piece.span.of(text)):
            joined[-1] = _Piece(Span(last.span.start, piece.span.end), False, last.place)
            continue
        if last and not last.is_number and not piece.is_number:
            words, before = piece.span.of(text), last.span.of(text)
            is_whole = _ends_with_year(before)
            inside = len(joined) > 1 and any(p.is_number for p in joined)
            if (words[0].islower() and not is_whole) or is_open(before):
                loose = last.loose or (before[0].islower() and not is_open(before))
                joined[-1] = _Piece(Span(last.span.start, piece.span.end), False, last.place, loose)
                continue
            if not inside:
                joined[-1] = piece  # Above the first number only the nearest line can be a label.
                continue
        joined.append(piece)
    return joined


_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = re.compile(r"\b(?:since|in|of|from|until|by|for|after|before)$", re.IGNORECASE)


def _ends_with_year(label: str) -> bool:
    return _BEFORE_YEAR.search(_FINAL_YEAR.sub("", label)) is not None and _FINAL_YEAR.search(label) is not None


_FINAL_YEAR = re.compile(r"\s+(?:19|20)\d\d$")


def _is_its_year(label: str, number: str) -> bool:
    """Tells whether a number is the year with which a label ends: "pilots trained since" above "2020"."""
    return _YEAR.fullmatch(number.strip()) is not None and _BEFORE_YEAR.search(label.rstrip()) is not None


def _indicator(text: str, label: _Piece, number: _Piece | None) -> Indicator:
    span = label.span
    value, unit, figure = None, None, ""
    if number:
        span = Span(min(label.span.start, number.span.start), max(label.span.end, number.span.end))
        figure = one_line(number.span.of(text)).strip(" -–•")
        value, unit = figure_value(figure) or (None, None)
    return Indicator(
        span, label_of(label.span.of(text)), value, figure, unit, label.place.section, label.place.block.page
    )
