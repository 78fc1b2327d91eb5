"""From the pages of a document to its pieces in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, starmap

from ctassist.model.text import BlockKind
from ctassist.reading.columns import is_headed
from ctassist.reading.layout.blocks import Piece, Setting, pieces_of, whole
from ctassist.reading.layout.figures import Figures
from ctassist.reading.layout.leading import leading_of, surely_goes_on
from ctassist.reading.layout.lines import is_entry, lines_of, run_on
from ctassist.reading.layout.pages import Plan, plan_of
from ctassist.reading.layout.parts import Box, Column, Part
from ctassist.reading.layout.ranks import ranked
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.sheets import Sheet
from ctassist.reading.layout.styles import Body
from ctassist.reading.layout.tables import Table
from ctassist.reading.split_words import compounds, vocabulary

_FEWEST_CELLS = 3
_LONGEST_CELL = 12
_LONGEST_NAME = 45
_SAME_EDGE, _SAME_SIZE = 3.0, 0.6


def pieces_in(sheets: Sequence[Sheet]) -> list[Piece]:
    """Returns the headings, items, paragraphs, figures and rows of a document, in reading order."""
    runs = [run for sheet in sheets for run in sheet.runs]
    body = Body.of(runs)
    plans = [plan_of(sheet, body.on(sheet.runs)) for sheet in sheets]
    columns = [column.runs for plan in plans for column in _columns(plan.parts)]
    words = vocabulary(run.text for run in runs)
    stacks = [lines_of(column) for column in columns]
    stacks += [
        list(cell) for plan in plans for table in _tables(plan.parts) for row in table.rows for cell in row.cells
    ]
    words |= compounds((pair for stack in stacks for pair in pairwise(line.text for line in stack)), words)
    setting = Setting(body, words, leading_of(columns))
    pieces: list[Piece] = []
    for plan in plans:
        found = list(_Page(plan, replace(setting, body=body.on(plan.sheet.runs))).pieces())
        for piece in found:
            piece.page = plan.sheet.number
        pieces += found
    for before, piece in pairwise(pieces):
        piece.joined = piece.joined and before.kind is BlockKind.PARAGRAPH and before.page == piece.page
    return ranked(pieces)


def _columns(parts: Iterable[Part]) -> Iterator[Column]:
    return (part for part in _unboxed(parts) if isinstance(part, Column))


def _tables(parts: Iterable[Part]) -> Iterator[Table]:
    return (part for part in _unboxed(parts) if isinstance(part, Table))


def _unboxed(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Box):
            yield from _unboxed(part.parts)
        else:
            yield part


class _Page:
    """The pieces of one page."""

    def __init__(self, plan: Plan, setting: Setting) -> None:
        self._plan = plan
        self._setting = setting
        self._all = list(_columns(plan.parts))
        self._last = ""
        self._chart = sum(self._is_cell(box) for box in _boxes(plan.parts)) >= _FEWEST_CELLS

    def pieces(self) -> Iterator[Piece]:
        """Yields them in reading order."""
        for run in self._plan.sheet.heads:
            yield Piece(BlockKind.PARAGRAPH, run.text, (run.area,), words=run.words)
        yield from whole(list(self._of(self._plan.parts)), self._setting.words)

    def _of(self, parts: Sequence[Part]) -> Iterator[Piece]:
        for part in parts:
            if isinstance(part, Column):
                found = pieces_of(part.runs, self._limit(part), self._setting, self._last)
                self._last = found[-1].text if found else ""
                yield from found
            elif isinstance(part, Figures):
                yield from self._figures(part)
            elif isinstance(part, Table):
                yield from self._rows(part)
            elif self._chart and self._is_cell(part):
                yield self._cell(part)
            else:
                yield from self._of(part.parts)

    def _limit(self, column: Column) -> float:
        """How far the lines of a column could reach: as far as any of its usual size that begin at its left edge do."""
        left = min(run.area.x0 for run in column.runs)
        letters: Counter[float] = Counter()
        for run in column.runs:
            letters[run.size] += len(run.text)
        usual = max(letters, key=lambda size: (letters[size], size))
        reach = [
            run.area.x1
            for other in self._all
            if abs(min(run.area.x0 for run in other.runs) - left) < _SAME_EDGE and other.area.x1 <= column.area.x1 + 1
            for run in other.runs
            if abs(run.size - usual) < _SAME_SIZE
        ]
        if not any(starmap(surely_goes_on, pairwise(lines_of(column.runs)))):
            # Nobody knows how far lines could go that all may be whole: as far as what is drawn as wide as the column.
            across = self._plan.sheet.drawings.across
            reach += [line.x1 for line in across if abs(line.x0 - left) < _SAME_EDGE and line.x1 <= column.area.x1 + 1]
        return max([*reach, *(run.area.x1 for run in column.runs if run.size == usual)])

    def _is_cell(self, box: Box) -> bool:
        """Says whether a box holds a body with its posts and nothing else."""
        columns = list(_columns([box]))
        runs = [run for column in columns for run in column.runs]
        lines = [run.text for run in runs]
        return (
            0 < len(lines) <= _LONGEST_CELL
            and any(map(is_entry, lines))
            and not any(run.mark is not None and not run.numbered for run in runs)
        )

    def _cell(self, box: Box) -> Piece:
        pieces = list(self._of(box.parts))
        areas = tuple(area for piece in pieces for area in piece.areas)
        words = tuple(word for piece in pieces for word in piece.words)
        return Piece(BlockKind.PARAGRAPH, "\n".join(piece.text for piece in pieces), areas, words=words)

    def _figures(self, figures: Figures) -> Iterator[Piece]:
        for figure in figures.members:
            number = _figure_piece(" ".join(run.text for run in figure.number), figure.number)
            label = _figure_piece(
                run_on([line.text for line in lines_of(figure.label)], self._setting.words), figure.label
            )
            pair = [label, number] if figure.label_first else [number, label]
            known = [piece for piece in pair if piece.text]
            for piece in known[1:]:
                piece.joined = True
            yield from known

    def _rows(self, table: Table) -> Iterator[Piece]:
        texts = [
            tuple(run_on([line.text for line in cell], self._setting.words) for cell in row.cells) for row in table.rows
        ]
        named = bool(texts) and all(0 < len(cell) <= _LONGEST_NAME for cell in texts[0])
        headed = named and (table.headed or is_headed(texts))
        for at, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
            lines = [line for cell in row.cells for line in cell]
            areas, words = tuple(line.area for line in lines), tuple(word for line in lines for word in line.words)
            yield Piece(BlockKind.TABLE_ROW, "", areas, cells=cells, header=headed and at == 0, words=words)


def _figure_piece(text: str, runs: Sequence[Run]) -> Piece:
    words = tuple(word for line in lines_of(runs) for word in line.words)
    return Piece(BlockKind.PARAGRAPH, text, tuple(run.area for run in runs), words=words)


def _boxes(parts: Iterable[Part]) -> Iterator[Box]:
    for part in parts:
        if isinstance(part, Box):
            yield part
            yield from _boxes(part.parts)
