"""The words of a Word paragraph, with the links on them."""

import re
from collections.abc import Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from ctassist.reading.addresses import kept_address
from ctassist.reading.characters import clean
from ctassist.reading.draft import tidy
from ctassist.reading.linked import Buffer, Linked

BOX = qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_RUN, _WORDS, _DELETED = qn("w:r"), qn("w:t"), qn("w:del")
_LINK, _SIMPLE, _EDGE, _CODE = qn("w:hyperlink"), qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")
# The code of a field that links: its address, in quotation marks or not, and perhaps a place in what is there.
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*))(?:.*?\\l\s+"(?P<place>[^"]*)")?')


def link_targets(part: Any) -> dict[str, str]:
    """Returns where the links of a part of a document lead outside of it, by their ids."""
    external = (known for known in part.rels.values() if known.is_external)
    return {known.rId: known.target_ref for known in external if known.reltype == RELATIONSHIP_TYPE.HYPERLINK}


def text_of(paragraph: etree._Element, targets: Mapping[str, str]) -> Linked:
    """Returns the visible words of a paragraph, those of links and insertions among them, but not of its text boxes.

    A link is an element of its own, whose target is told by its id in ``targets``, or a field.
    """
    words = Buffer()
    codes: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if tag in (_LINK, _SIMPLE):
                words.close()
        elif tag in (BOX, FALLBACK, _DELETED):
            walk.skip_subtree()
        elif tag == _LINK:
            _open(words, targets.get(element.get(qn("r:id"), ""), ""), element.get(qn("w:anchor"), ""))
        elif tag == _SIMPLE:
            _open_field(words, element.get(qn("w:instr"), ""))
        elif tag == _CODE and codes:
            codes[-1] += element.text or ""
        elif tag == _EDGE:
            _pass_edge(element.get(qn("w:fldCharType"), ""), codes, words)
        elif tag == _WORDS:
            words.write(clean(element.text or ""))
        elif tag in _BREAKS and element.getparent().tag == _RUN:
            words.write(_BREAKS[tag])
    words.close()
    written = words.take()
    return written.becoming(tidy(written.text))


def _pass_edge(kind: str, codes: list[str], words: Buffer) -> None:
    """A field begins, goes over from its code to its words, or ends; fields stand in one another."""
    if kind == "begin":
        codes.append("")
    elif kind == "separate" and codes:
        _open_field(words, codes[-1])
    elif kind == "end" and codes and _HYPERLINK.match(codes.pop()):
        words.close()


def _open_field(words: Buffer, code: str) -> None:
    if field := _HYPERLINK.match(code):
        _open(words, field["quoted"] or field["bare"] or "", field["place"] or "")


def _open(words: Buffer, address: str, place: str) -> None:
    whole = f"{address}#{place}" if place and "#" not in address else address
    if kept := kept_address(whole):
        words.open(kept)
