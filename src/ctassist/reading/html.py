"""HTML: the main content of a page, without what is around it."""

import re

from lxml import etree
from lxml import html as lxml_html

from ctassist.errors import UnreadableFile
from ctassist.model.text import Reading
from ctassist.reading import elements
from ctassist.reading.addresses import kept_address
from ctassist.reading.bold_headings import mark_bold_headings
from ctassist.reading.characters import decode
from ctassist.reading.draft import Draft, in_one_line
from ctassist.reading.flow import Flow
from ctassist.reading.page import Page

MEDIA_TYPE = "text/html"
_HEAD = 2048
_DOCUMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
_DATES = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "date",
)


def looks_like_html(data: bytes) -> bool:
    """Says whether a file starts as an HTML document does."""
    return bool(_DOCUMENT.match(data[:_HEAD]))


def read(data: bytes, name: str) -> Reading:
    """Reads a web page, saved or sent by mail.

    Raises:
        UnreadableFile: If there is nothing in it.
        RecursionError: If it is nested deeper than the parser goes.
    """
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, name, declared.group(1).decode("ascii") if declared else None)
    root = _parse(decoded.text)
    if root is None:
        raise UnreadableFile(f"{name} has no words in it; check that it is the right file.")
    draft = Draft()
    mark_bold_headings(root)
    page, base = Page(root), _base(root)
    flow = Flow(draft)
    for part in page.parts():
        elements.write(part, flow, page.is_dropped, base)
    return draft.reading(MEDIA_TYPE, metadata=_metadata(root), warnings=decoded.warnings)


def write_fragment(source: str, flow: Flow) -> None:
    """Writes a piece of HTML, such as Markdown may contain, into a flow."""
    root = _parse(source)
    if root is not None:
        elements.write(root, flow, Page(root).is_dropped)


def address_of(tag: str) -> str:
    """Returns where the tag of a link leads, as it says so."""
    root = _parse(tag)
    link = None if root is None else next(root.iter("a"), None)
    return "" if link is None else link.get("href") or ""


def _parse(source: str) -> etree._Element | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    # The parser drops what is nested deeper than it goes, and says so only here.
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise RecursionError("HTML is nested deeper than the parser goes")
    return root


def _base(root: etree._Element) -> str:
    """The address that a page declares as its own, against which its relative links are meant; empty if it does not."""
    links = root.iter("link")
    canonical = next((link.get("href") for link in links if (link.get("rel") or "").lower() == "canonical"), None)
    own = kept_address(canonical)
    based = next((base.get("href") for base in root.iter("base") if base.get("href")), None)
    declared = kept_address(based, own) or own
    return declared if declared.startswith("http") else ""


def _metadata(root: etree._Element) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (content := in_one_line(element.get("content"))):
            meta.setdefault(key.lower(), content)
    title = root.find(".//title")
    time = root.find(".//time[@datetime]")
    facts = {
        "title": in_one_line(title.text if title is not None else None) or meta.get("og:title", ""),
        "date": next((meta[name] for name in _DATES if name in meta), "")
        or in_one_line(time.get("datetime") if time is not None else None),
        "lang": in_one_line(root.get("lang")),
    }
    return {key: value for key, value in facts.items() if value}
