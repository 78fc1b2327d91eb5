"""Sheets: what stands on each page of a document, before anything is known of its order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liteparse import ParsedPage

from ctassist.reading.layout.drawings import Drawings, drawings_of
from ctassist.reading.layout.margins import running_text
from ctassist.reading.layout.marks import with_marks
from ctassist.reading.layout.runs import Run, runs_of
from ctassist.reading.layout.spread import joined
from ctassist.reading.layout.trimming import trimmed


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, its words and what is drawn on it; ``heads`` are running heads that name the document."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    drawings: Drawings
    heads: tuple[Run, ...] = ()


def sheets_of(pages: Iterable[ParsedPage]) -> list[Sheet]:
    """Returns the pages without what runs along their edges, each word bound to its bullet."""
    # Bound first: the words of a justified line, alone, may stand where others like them do on another page.
    return _without_margins([_bound(_sheet(page)) for page in pages])


def _sheet(page: ParsedPage) -> Sheet:
    drawings = drawings_of(page.vector_graphics, page.width, page.height)
    return Sheet(page.page_num, page.width, page.height, tuple(trimmed(runs_of(page.text_items))), drawings)


def _without_margins(sheets: Sequence[Sheet]) -> list[Sheet]:
    running = running_text([(sheet.number, sheet.height, sheet.runs) for sheet in sheets])
    return [
        replace(sheet, runs=tuple(run for run in sheet.runs if run not in dropped), heads=tuple(heads))
        for sheet, (dropped, heads) in zip(sheets, running, strict=True)
    ]


def _bound(sheet: Sheet) -> Sheet:
    return replace(sheet, runs=tuple(joined(with_marks(sheet.runs, sheet.drawings.marks), sheet.drawings.frames)))
