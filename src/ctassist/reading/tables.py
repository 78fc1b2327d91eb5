"""Tables in HTML: which hold data, which only place things on a page, and in which column each cell stands."""

from collections import Counter

from lxml import etree

_PARTS = frozenset({"table", "tr", "td", "th"})
_CELLS = frozenset({"td", "th"})
_FLOWING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "menu", "dir", "blockquote", "dl", "hr"})
# More columns than any table that people read; a larger span would only make empty cells.
_WIDEST_SPAN = 50


def data_tables(root: etree._Element) -> dict[etree._Element, int]:
    """Returns the tables of data under ``root`` with their rows and cells.

    With each cell goes the number of empty cells before it, where cells of other rows or columns reach over.
    All other tables are layout: they contain tables, lists or headings, or have one column or a single bare row.
    """
    open_tables: list[_Table] = []
    found: dict[etree._Element, int] = {}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if element.tag == "table":
                table = open_tables.pop()
                found.update(table.parts if table.is_data() else {})
        elif element.tag == "table":
            if open_tables:
                open_tables[-1].flowing = True
            open_tables.append(_Table(element))
        elif open_tables:
            open_tables[-1].note(element)
    return found


def names_columns(row: etree._Element) -> bool:
    """Says whether a row is a header: several cells, all of them ``th`` or in the table's head."""
    cells = [cell.tag for cell in row if cell.tag in _CELLS]
    parent = row.getparent()
    in_head = parent is not None and parent.tag == "thead"
    return len(cells) > 1 and (in_head or all(cell == "th" for cell in cells))


class _Table:
    def __init__(self, element: etree._Element) -> None:
        self.parts: dict[etree._Element, int] = {element: 0}
        self.flowing = element.get("role") in ("presentation", "none")
        self._rows = 0
        self._widest = 0
        self._headed = False
        self._column = 0
        self._owed = 0
        # For each column, how many rows below the current one a cell from above reaches into.
        self._reaching: Counter[int] = Counter()

    def is_data(self) -> bool:
        return not self.flowing and self._widest > 1 and (self._rows > 1 or self._headed)

    def note(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _FLOWING:
            self.flowing = True
        elif tag == "tr":
            self.parts[element] = 0
            self._rows += 1
            self._column = self._owed = 0
            self._widest = max(self._widest, sum(cell.tag in _CELLS for cell in element))
        elif tag in _CELLS:
            self._headed |= tag == "th"
            self.parts[element] = self._place(_span(element, "colspan"), _span(element, "rowspan"))

    def _place(self, columns: int, rows: int) -> int:
        empty, self._owed = self._owed, columns - 1
        while self._reaching[self._column]:
            self._reaching[self._column] -= 1
            self._column += 1
            empty += 1
        for column in range(self._column, self._column + columns):
            self._reaching[column] = rows - 1
        self._column += columns
        return empty


def _span(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() and len(value) < 6 and int(value) > 0 else 1
