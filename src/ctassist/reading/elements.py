"""HTML elements: what each one means for the flow of content."""

from collections.abc import Callable, Mapping

from lxml import etree

from ctassist.reading.addresses import kept_address
from ctassist.reading.characters import clean
from ctassist.reading.flow import Flow
from ctassist.reading.tables import data_tables, names_columns

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "details",
        "dialog",
        "div",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "main",
        "nav",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "dl",
    }
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def write(root: etree._Element, flow: Flow, is_dropped: Callable[[etree._Element], bool], base: str = "") -> None:
    """Writes an element and all in it, without what is dropped, into a flow of content.

    Links that are relative are resolved against ``base``, the page's own address, if it says one.
    """
    tables = data_tables(root)
    verbatim = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and is_dropped(element):
            walk.skip_subtree()
            if tag in _BLOCKS:
                flow.end_paragraph()
        elif event == "start":
            _open(element, flow, tables)
            if tag == "a" and (address := kept_address(element.get("href"), base)):
                flow.open_link(address)
            verbatim += tag == "pre"
            _write(element.text, flow, verbatim)
        else:
            if not is_dropped(element):
                if tag == "a":
                    flow.close_link()
                _close(element, flow, tables)
                verbatim -= tag == "pre"
            if element is not root:
                _write(element.tail, flow, verbatim)
    flow.end_paragraph()


def _write(text: str | None, flow: Flow, verbatim: int) -> None:
    if text:
        (flow.write_lines if verbatim else flow.write)(clean(text))


def _open(element: etree._Element, flow: Flow, tables: Mapping[etree._Element, int]) -> None:
    match element.tag:
        case tag if tag in _HEADINGS:
            flow.open_heading(_HEADINGS[tag])
        case tag if tag in _LISTS:
            flow.open_list()
        case "li":
            flow.open_item()
        case "blockquote":
            flow.open_quote()
        case "dt":
            flow.open_term()
        case "dd":
            flow.open_definition()
        case "table" if element in tables:
            flow.open_table()
        case "td" | "th" if element in tables:
            flow.open_cell(empty_before=tables[element])
        case "tr" if element in tables:
            flow.end_block()
        case "br":
            flow.break_line()
        case tag if tag in _BLOCKS or "-" in tag:
            flow.end_paragraph()


def _close(element: etree._Element, flow: Flow, tables: Mapping[etree._Element, int]) -> None:
    match element.tag:
        case tag if tag in _HEADINGS or tag in ("li", "blockquote", "dt", "dd"):
            flow.close()
        case tag if tag in _LISTS:
            flow.close_list()
        case "dl":
            flow.close_definitions()
        case "td" | "th" if element in tables:
            flow.close_cell()
        case "tr" if element in tables:
            flow.close_row(names_columns(element))
        case tag if tag in _BLOCKS or "-" in tag:
            flow.end_paragraph()
