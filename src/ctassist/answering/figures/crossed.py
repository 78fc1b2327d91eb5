"""Figures of tables where a row and a column meet that a question names: "how many reefs in Asia in 2031?"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.terms import function_words, generic_actor_stems, generic_event_stems, light_stems, stem, stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.figure_words import YEAR, is_figure
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.text import Block, BlockKind

_FEWEST = 3
"""So many columns has a table with a figure for each of several things."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure with the names of its row and its column."""

    document_id: str
    row: Block
    header: Block
    name: str
    column: str
    figure: str


def compose_crossed(question: Question, context: Context) -> Draft | None:
    """Answers how many by the one cell whose row and column a question names whole, and nothing beside them.

    None for others. The newest issue counts where several have such a table.
    """
    asked = stems(question.text)
    if question.wants is not Wants.HOW_MANY and not asked & _numbers():
        return None
    found = [cell for cell in _named(asked, question, context) if _is_all(asked, cell, context)]
    newest = max((context.last_day(cell.document_id) for cell in found), default=None)
    found = [cell for cell in found if context.last_day(cell.document_id) == newest]
    if len(found) != 1:
        return None
    (cell,) = found
    evidence = tuple(
        Evidence(cell.document_id, block.span, _section(cell, context), block.page) for block in (cell.row, cell.header)
    )
    line = Line(f"{cell.name} – {cell.column}: **{cell.figure}**", evidence, bullet=False)
    return Draft(Status.ANSWERED, "", (line,), coverage=context.coverage(question, matched=1, shown=1))


def _named(asked: frozenset[str], question: Question, context: Context) -> Iterator[_Cell]:
    """The figures whose row and column have all their words in the question."""
    starts: dict[str, set[int]] = {}
    for entry in context.view.items(question.document_ids or context.document_ids):
        name, bar, _ = entry.text.partition(" | ")
        if bar and (words := stems(name)) and words <= asked:
            starts.setdefault(entry.document_id, set()).add(entry.record.span.start)
    for document_id, rows in starts.items():
        if context.last_day(document_id) <= context.as_of:
            yield from _cells(document_id, rows, asked, question, context)


def _cells(
    document_id: str, starts: set[int], asked: frozenset[str], question: Question, context: Context
) -> Iterator[_Cell]:
    text, header = context.text(document_id), None
    for block in context.blocks(document_id):
        if block.kind is not BlockKind.TABLE_ROW:
            header = None
        elif block.header:
            header = block if len(block.cells) >= _FEWEST else None
        elif header and block.span.start in starts:
            name = one_line(block.cells[0].of(text))
            for label, cell in list(zip(header.cells, block.cells, strict=False))[1:]:
                column, figure = one_line(label.of(text)), one_line(cell.of(text))
                meant = (words := stems(column)) and words <= asked and not YEAR.fullmatch(column)
                if meant and is_figure(figure) and _is_then(column, document_id, question, context):
                    yield _Cell(document_id, block, header, name, column, figure)


def _is_then(column: str, document_id: str, question: Question, context: Context) -> bool:
    """Tells whether a column is of the time of the question: it says so, or its issue is of that time."""
    if question.interval is None or YEAR.search(column):
        return True
    period = context.document(document_id).period
    return (
        period is not None
        and period.interval.start <= question.interval.end
        and question.interval.start <= period.interval.end
    )


def _is_all(asked: frozenset[str], cell: _Cell, context: Context) -> bool:
    """Tells whether a question has no telling word beside those of a row and a column: "amber alerts" are only some."""
    own = stems(cell.name) | stems(cell.column)
    return asked <= own | _light() | context.catalog.own_stems


@cache
def _light() -> frozenset[str]:
    small = frozenset(map(stem, function_words()))
    return light_stems() | generic_event_stems() | generic_actor_stems() | small | _numbers()


@cache
def _numbers() -> frozenset[str]:
    return stems("number numbers total figure figures count counts amount many much year")


def _section(cell: _Cell, context: Context) -> tuple[str, ...]:
    rows = context.view.items((cell.document_id,))
    return next((row.record.section for row in rows if row.record.span.start == cell.row.span.start), ())
