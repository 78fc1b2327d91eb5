"""Layouts: ways to put an issue on pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth
from tests.newsletters.invention import ROLES, Group, Issue, Section
from tests.newsletters.typesetting import HEIGHT, WIDTH, Manner, Page, Pen, broken

LEFT, RIGHT, TOP, BOTTOM = 50.0, 545.0, 60.0, 770.0


@dataclass
class Sheets:
    """The pages of an issue being written, with a running head and foot from the second page on."""

    issue: Issue
    manner: Manner
    pages: list[Page]
    running: bool = False

    def page(self) -> Page:
        """Begins a page."""
        page = Page()
        self.pages.append(page)
        number = len(self.pages)
        if self.running:
            page.write(LEFT, 808, f"{self.issue.foot} | page {number}", self.manner.regular, 7)
            page.write(LEFT, 28, self.issue.title.upper(), self.manner.regular, 7)
            page.write(RIGHT - 60, 28, "Second series", self.manner.regular, 7)
        return page

    def title(self, page: Page) -> float:
        """Writes the title and returns where the page goes on."""
        issue, manner = self.issue, self.manner
        page.write(LEFT, TOP, issue.title, manner.bold, 22)
        page.write(LEFT, TOP + 20, issue.publisher, manner.regular, 12)
        page.write(RIGHT - stringWidth(issue.period, manner.regular, 12), TOP, issue.period, manner.regular, 12)
        return TOP + 46


Layout = Callable[[Issue, Manner], list[Page]]


def single_column(issue: Issue, manner: Manner) -> list[Page]:
    """One column over the whole page."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    pen = Pen(page, manner, LEFT, sheets.title(page), RIGHT - LEFT)
    _flow(issue.sections, [pen], sheets)
    return sheets.pages


def two_columns(issue: Issue, manner: Manner) -> list[Page]:
    """Two columns; sections run on from one into the next."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    _flow(issue.sections, _columns(page, manner, sheets.title(page), 2), sheets, 2, 0.62)
    return sheets.pages


def three_columns_of_boxes(issue: Issue, manner: Manner) -> list[Page]:
    """Boxes with a heading and items, three beside each other."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    _boxes(page, issue.sections, replace(manner, size=min(manner.size, 9.0)), sheets.title(page), 3)
    return sheets.pages


def figures_above_labels(issue: Issue, manner: Manner) -> list[Page]:
    """A strip of figures over their labels, then two columns."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    y = _figure_strip(page, issue, manner, sheets.title(page), 4)
    _flow(issue.sections[:4], _columns(page, manner, y, 2), sheets, 2, 0.7)
    return sheets.pages


def figures_below_labels(issue: Issue, manner: Manner) -> list[Page]:
    """A strip of labels over their figures, then two columns."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    y = _figure_strip(page, issue, manner, sheets.title(page), 4, label_first=True)
    _flow(issue.sections[:4], _columns(page, manner, y, 2), sheets, 2, 0.7)
    return sheets.pages


def figures_beside_labels(issue: Issue, manner: Manner) -> list[Page]:
    """A wide column of items and a narrow one of figures with their labels on the right."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    y = sheets.title(page)
    wide = 0.64 * (RIGHT - LEFT)
    _flow(issue.sections[:4], [Pen(page, manner, LEFT, y, wide)], sheets)
    x = LEFT + wide + manner.gutter + 4
    y += 14
    for label, number in issue.figures:
        page.write(x, y + 6, number, manner.bold, 19, "navy")
        inset = 74.0
        for line in broken(label, RIGHT - x - inset, manner.regular, 8.0):
            page.write(x + inset, y, line, manner.regular, 8.0)
            y += 9.6
        y += 26
    return sheets.pages


def chart_of_groups(issue: Issue, manner: Manner) -> list[Page]:
    """A chart of working groups, three in a row, with the number before the name, beside it or above it."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    pen = Pen(page, manner, LEFT, sheets.title(page), RIGHT - LEFT)
    pen.heading("Working groups", manner.size * 1.6)
    y = _chart(page, issue.groups, manner, pen.y)
    _flow(issue.sections[:2], [Pen(page, manner, LEFT, y + 10, RIGHT - LEFT)], sheets)
    return sheets.pages


def mixed(issue: Issue, manner: Manner) -> list[Page]:
    """Pages with running heads and feet: figures, columns, boxes and a chart."""
    sheets = Sheets(issue, manner, [], running=True)
    first = sheets.page()
    y = _figure_strip(first, issue, manner, sheets.title(first), 4)
    _flow(issue.sections[:3], _columns(first, manner, y, 2), sheets, 2, 0.7)
    second = sheets.page()
    y = _boxes(second, issue.sections[3:], replace(manner, size=min(manner.size, 9.0)), TOP, 3)
    pen = Pen(second, manner, LEFT, y + 14, RIGHT - LEFT)
    if pen.y < 480:
        pen.heading("Working groups", manner.size * 1.6)
        _chart(second, issue.groups, manner, pen.y)
    else:
        third = sheets.page()
        pen = Pen(third, manner, LEFT, TOP, RIGHT - LEFT)
        pen.heading("Working groups", manner.size * 1.6)
        _chart(third, issue.groups, manner, pen.y)
    return sheets.pages


def columns_under_headings(issue: Issue, manner: Manner) -> list[Page]:
    """Headings over the whole page, each over two columns of its own items."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    y = sheets.title(page)
    for section in issue.sections:
        pen = Pen(page, manner, LEFT, y + 6, RIGHT - LEFT)
        pen.heading(section.heading)
        pens = _columns(page, manner, pen.y, 2)
        half = (len(section.items) + 1) // 2
        for at, item in enumerate(section.items):
            pens[at >= half].item(item)
        y = max(pen.y for pen in pens)
    return sheets.pages


def dates_beside_items(issue: Issue, manner: Manner) -> list[Page]:
    """A narrow column of dates, each beside what happened then."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    y = sheets.title(page)
    for section in issue.sections:
        pen = Pen(page, manner, LEFT, y, RIGHT - LEFT)
        pen.heading(section.heading)
        for item in section.items:
            day, words = item.split(" | ") if " | " in item else dated(item)
            page.write(LEFT, pen.y, day, manner.bold if manner.framed else manner.regular, manner.size)
            for line in broken(words, RIGHT - LEFT - 70, manner.regular, manner.size):
                pen.line(line, LEFT + 70)
            pen.y += 4
        y = pen.y
    return sheets.pages


def table_of_groups(issue: Issue, manner: Manner) -> list[Page]:
    """A table of groups and who chairs them, with lines around its cells or none."""
    sheets = Sheets(issue, manner, [])
    page = sheets.page()
    _flow(issue.sections, [pen := Pen(page, manner, LEFT, sheets.title(page), RIGHT - LEFT)], sheets)
    pen.heading("Working groups")
    names = ("Group", *ROLES)
    rows = [(group.name, *(dict(group.posts).get(role, "") for role in ROLES)) for group in issue.groups]
    edges = [LEFT, LEFT + 190, LEFT + 300, LEFT + 400, RIGHT]
    for at, row in enumerate([names, *rows]):
        font = manner.bold if at == 0 else manner.regular
        for x, words in zip(edges, row, strict=False):
            page.write(x + 4, pen.y, words, font, manner.size)
        if manner.framed:
            for x0, x1 in pairwise(edges):
                page.frame(x0, pen.y - manner.size - 2, x1, pen.y + 4)
        pen.y += manner.size + 6
    return sheets.pages


def dated(item: str) -> tuple[str, str]:
    """An item with its date taken out."""
    words, _, day = item.partition(" (")
    return (day.rstrip(")") or "28 Feb", words)


LAYOUTS: tuple[Layout, ...] = (
    single_column,
    two_columns,
    three_columns_of_boxes,
    figures_above_labels,
    figures_below_labels,
    figures_beside_labels,
    chart_of_groups,
    mixed,
    columns_under_headings,
    dates_beside_items,
    table_of_groups,
)


def shown_in(layout: Layout, issue: Issue) -> Issue:
    """The part of an issue that a layout has room for."""
    figures = issue.figures if layout.__name__.startswith("figures") or layout is mixed else ()
    groups = issue.groups if layout in (chart_of_groups, mixed, table_of_groups) else ()
    if layout is table_of_groups:
        groups = tuple(replace(group, numbered=False) for group in groups)
    few: dict[Layout, int] = {
        chart_of_groups: 2,
        table_of_groups: 2,
        dates_beside_items: 5,
        figures_above_labels: 4,
        figures_below_labels: 4,
        figures_beside_labels: 4,
    }
    sections = issue.sections[: few.get(layout, 6)]
    if layout is dates_beside_items:
        sections = tuple(
            replace(section, items=tuple(" | ".join(dated(item)) for item in section.items)) for section in sections
        )
    return replace(issue, figures=figures, groups=groups, sections=sections)


def _columns(page: Page, manner: Manner, y: float, count: int) -> list[Pen]:
    width = (RIGHT - LEFT - (count - 1) * manner.gutter) / count
    return [Pen(page, manner, LEFT + at * (width + manner.gutter), y, width) for at in range(count)]


def _flow(sections: Sequence[Section], pens: list[Pen], sheets: Sheets, count: int = 1, share: float = 1.0) -> None:
    """Writes sections into columns, and on to further pages."""
    at, bottom = 0, BOTTOM if share == 1.0 else pens[0].y + share * (BOTTOM - pens[0].y)
    for section in sections:
        pen = pens[at]
        for number, item in enumerate(section.items):
            need = _height(item, pen) + (3.5 * pen.manner.size if number == 0 else 0)
            if pen.y + need > bottom:
                at += 1
                if at == len(pens):
                    top = TOP + 10
                    pens += _columns(sheets.page(), pen.manner, top, count)
                    bottom = BOTTOM
                pen = pens[at]
            if number == 0:
                pen.heading(section.heading)
            pen.item(item)


def _height(item: str, pen: Pen) -> float:
    manner = pen.manner
    lines = broken(item, pen.width - manner.hang, manner.regular, manner.size, hyphens=manner.hyphens)
    return len(lines) * manner.leading * manner.size + manner.item_gap


def _boxes(page: Page, sections: Sequence[Section], manner: Manner, y: float, count: int) -> float:
    """Writes sections into boxes, row by row, and returns where the page goes on."""
    for start in range(0, len(sections), count):
        pens = _columns(page, manner, y, count)
        for pen, section in zip(pens, sections[start : start + count], strict=False):
            inner = Pen(page, manner, pen.x + 6, pen.y, pen.width - 12)
            inner.heading(section.heading)
            for item in section.items:
                inner.item(item)
            pen.y = inner.y
        bottom = max(pen.y for pen in pens)
        if manner.framed:
            for pen, _ in zip(pens, sections[start : start + count], strict=False):
                page.frame(pen.x, y - 2, pen.x + pen.width, bottom)
        y = bottom + 10
    return y


def _figure_strip(
    page: Page, issue: Issue, manner: Manner, y: float, count: int, *, label_first: bool = False
) -> float:
    """Writes figures in rows, each in the middle of its cell."""
    width = (RIGHT - LEFT) / count
    for start in range(0, len(issue.figures), count):
        row = issue.figures[start : start + count]
        labels = [broken(label, width - 26, manner.regular, 8.0) for label, _ in row]
        lines = max(map(len, labels))
        top = y + 16 if not label_first else y + 10 + 9.6 * lines + 16
        for at, ((_, number), label) in enumerate(zip(row, labels, strict=True)):
            middle = LEFT + (at + 0.5) * width
            page.write(middle - stringWidth(number, manner.bold, 20) / 2, top, number, manner.bold, 20, "navy")
            first = top + 12 if not label_first else top - 20 - 9.6 * (len(label) - 1)
            for down, line in enumerate(label):
                x = middle - stringWidth(line, manner.regular, 8.0) / 2
                page.write(x, first + 9.6 * down, line, manner.regular, 8.0)
            if manner.framed:
                page.frame(LEFT + at * width + 4, y - 4, LEFT + (at + 1) * width - 4, y + 34 + 9.6 * lines, "#e8eef8")
        y += 44 + 9.6 * lines
    return y + 6


def _chart(page: Page, groups: Sequence[Group], manner: Manner, y: float) -> float:
    """Writes the cells of a chart and returns where the page goes on."""
    width, size = (RIGHT - LEFT) / 3, 8.5
    for start in range(0, len(groups), 3):
        row = groups[start : start + 3]
        ends = [_cell(page, group, manner, LEFT + at * width + 8, y + 14, width - 20) for at, group in enumerate(row)]
        bottom = max(ends) + 2
        if manner.framed:
            for at in range(len(row)):
                page.frame(LEFT + at * width, y, LEFT + (at + 1) * width, bottom)
        y = bottom + (0 if manner.framed else 1.2 * size)
    return y + 10


def _cell(page: Page, group: Group, manner: Manner, x: float, y: float, width: float) -> float:
    """Writes a number, a name and its posts; returns where the next line would stand."""
    size, inset = 8.5, 0.0
    name = group.name
    style = int(manner.size * 2) % 3
    if style == 0:
        name = f"{group.number}. {name}"
    elif style == 1:
        page.write(x, y + 3, str(group.number), manner.bold, 16, "navy")
        inset = 22.0
    else:
        page.write(x, y, str(group.number), manner.bold, size)
        y += 1.25 * size
    for line in broken(name, width - inset, manner.bold, size):
        page.write(x + inset, y, line, manner.bold, size)
        y += 1.2 * size
    for role, holder in group.posts:
        page.write(x + inset, y, f"{role}: {holder}", manner.regular, size)
        y += 1.2 * size
    return y


__all__ = ["HEIGHT", "LAYOUTS", "WIDTH", "Layout", "shown_in"]
