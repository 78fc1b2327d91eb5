"""Markdown, as its rendered page reads."""

import datetime
import re
from collections.abc import Mapping

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from ctassist.model.text import Reading
from ctassist.reading import html
from ctassist.reading.addresses import kept_address
from ctassist.reading.bold_headings import with_bold_headings
from ctassist.reading.bullets import starts_with_glyph
from ctassist.reading.characters import clean, decode
from ctassist.reading.draft import Draft
from ctassist.reading.flow import Flow
from ctassist.reading.linked import Buffer, Linked, joined

MEDIA_TYPE = "text/markdown"
# The parser drops what is nested deeper; far above any real document and below Python's stack.
_DEEPEST = 80
_TASK = re.compile(r"\[[ xX]\]\s+")
_BREAK_TAG = re.compile(r"</?(?:br|p|div)\b", re.IGNORECASE)
_LINK_TAG = re.compile(r"<(?P<end>/?)a\b", re.IGNORECASE)
_SCALARS = (str, int, float, datetime.date)


def read(data: bytes, name: str) -> Reading:
    """Reads a Markdown file."""
    decoded = decode(data, name)
    return read_text(decoded.text, decoded.warnings)


def read_text(source: str, warnings: tuple[str, ...] = ()) -> Reading:
    """Reads Markdown: CommonMark with tables, strike-through, task lists, YAML front matter or lines of metadata.

    Raises:
        RecursionError: If it is nested deeper than the parser goes.
    """
    head, source = _head(source)
    source = _LABEL_BEHIND_ITEM.sub(r"\g<item>\n\n\g<label>\n", source)
    source = _LABEL_BELOW_ITEM.sub(r"\g<item>\n\n", source)
    tokens = _parser().use(front_matter_plugin).parse(source)
    metadata: Mapping[str, str] = head
    if tokens and tokens[0].type == "front_matter":
        declared = _declared(tokens[0].content)
        if declared is None:
            # Two rules with words between them, not front matter: nothing of it may be lost.
            tokens = _parser().parse(source)
        else:
            metadata = declared
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        raise RecursionError("Markdown is nested deeper than the parser goes")
    draft = Draft()
    _walk(with_bold_headings(tokens), Flow(draft))
    return draft.reading(MEDIA_TYPE, metadata=metadata, warnings=warnings)


_LABEL_BELOW_ITEM = re.compile(
    r"^(?P<item>[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S[^\n]*)\n"
    r"(?=(?:\*\*|__)[^*_\n]+(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]*$)",
    re.MULTILINE,
)
"""A label in bold right below a list ("**Retired:**") heads the next one; CommonMark joins it to the last item."""
_LABEL_BEHIND_ITEM = re.compile(
    r"^(?P<item>(?P<indent>[ \t]*)(?:(?P<mark>[-*+][ \t]+)[^\n]*\S|(?![ \t]*(?:[-*+#>|]|\d{1,9}[.)]))[^\n]*[^\s\n]))"
    r"[ \t]+"
    r"(?P<label>(?:\*\*|__)[^*_\n]{3,60}:(?:\*\*|__))[ \t]*$(?=\n(?(mark)(?P=indent)|[ \t]*)[-*+][ \t])",
    re.MULTILINE,
)
"""A label in bold behind the last item of a list, where an editor has filled up the lines, heads the next list."""
_FACT = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,30}):[ \t]+(?P<value>\S.*)")


def _head(source: str) -> tuple[dict[str, str], str]:
    """The facts that a file begins with, "Title: …" and "Date: …" among them, one a line; and the rest of the file.

    Pelican and MultiMarkdown write them without rules around them, up to the first blank line.
    """
    head, _, rest = source.lstrip("\ufeff\n").partition("\n\n")
    facts = [_FACT.fullmatch(line.rstrip()) for line in head.split("\n")]
    found = {fact["key"].casefold(): clean(fact["value"]) for fact in facts if fact}
    if len(found) < 2 or len(found) < len(facts) or "title" not in found:
        return {}, source
    return found, rest


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])


def _declared(content: str) -> dict[str, str] | None:
    try:
        values = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict):
        return None
    facts = {}
    for key, value in values.items():
        # Nested values are no plain facts, and aliases in them could unfold without end.
        parts = value if isinstance(value, list) else [value]
        if parts and all(isinstance(part, _SCALARS) for part in parts):
            facts[clean(str(key))] = clean(", ".join(map(str, parts)))
    return facts


def _walk(tokens: list[Token], flow: Flow) -> None:
    header = False
    for token in tokens:
        match token.type:
            case "heading_open":
                flow.open_heading(int(token.tag[1:]))
            case "bullet_list_open" | "ordered_list_open":
                flow.open_list()
            case "bullet_list_close" | "ordered_list_close":
                flow.close_list()
            case "list_item_open":
                flow.open_item(f"{token.info}{token.markup} " if token.info else "")
            case "blockquote_open":
                flow.open_quote()
            case "table_open":
                flow.open_table()
            case "thead_open" | "tbody_open":
                header = token.type == "thead_open"
            case "th_open" | "td_open":
                flow.open_cell()
            case "th_close" | "td_close":
                flow.close_cell()
            case "tr_close":
                flow.close_row(header)
            case "heading_close" | "list_item_close" | "blockquote_close":
                flow.close()
            case "paragraph_close" | "hr":
                flow.end_paragraph()
            case "inline":
                _write_inline(token, flow)
            case "code_block" | "fence":
                flow.end_paragraph()
                flow.write_lines(token.content)
                flow.end_paragraph()
            case "html_block":
                html.write_fragment(token.content, flow)


def _write_inline(token: Token, flow: Flow) -> None:
    inside = token.children or []
    address = _address(inside) if flow.is_item else ""
    seen = _seen(inside)
    if address:
        seen = joined("", [seen.part(0, len(seen.text.rstrip(" ."))), clean(address)])
    lines = seen.lines()
    if task := _TASK.match(lines[0].text):
        lines[0] = lines[0].part(task.end(), len(lines[0].text))
    if not flow.is_free or not any(starts_with_glyph(line.text) for line in lines):
        for index, line in enumerate(lines):
            if index:
                flow.break_line()
            flow.write(line)
        return
    # Converters to Markdown leave lists whose bullets they do not know as lines of one paragraph.
    listed = False
    for line in lines:
        if starts_with_glyph(line.text):
            if listed:
                flow.close()
            else:
                flow.open_list()
            flow.open_item()
            listed = True
        flow.write(joined("", [line, " "]))
    flow.close()
    flow.close_list()


_LABEL_WORDS = 3
_ADDRESS = re.compile(r"https?://\S+|mailto:\S+")


def _address(tokens: list[Token]) -> str:
    """Where a line leads that is only a link with a short label, "[Mailing list](...)": that is what it tells."""
    inside = [token for token in tokens if token.type != "text" or token.content.strip(" .:\u2013-")]
    if not inside or inside[0].type != "link_open" or inside[-1].type != "link_close":
        return ""
    address, label = str(inside[0].attrs.get("href", "")), _seen(inside).text
    alone = sum(token.type == "link_open" for token in inside) == 1
    short = 0 < len(label.split()) <= _LABEL_WORDS and not _ADDRESS.match(label)
    return f": {address.removeprefix('mailto:')}" if alone and short and _ADDRESS.fullmatch(address) else ""


def _seen(tokens: list[Token]) -> Linked:
    seen = Buffer()
    _write_seen(tokens, seen)
    seen.close()
    return seen.take()


def _write_seen(tokens: list[Token], seen: Buffer) -> None:
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                seen.write(clean(token.content))
            case "softbreak" | "hardbreak":
                seen.write("\n")
            case "image":
                _write_seen(token.children or [], seen)
            case "html_inline" if _BREAK_TAG.match(token.content):
                seen.write("\n")
            case "link_open":
                _open_link(str(token.attrs.get("href", "")), seen)
            case "html_inline" if (tag := _LINK_TAG.match(token.content)) and not tag["end"]:
                _open_link(html.address_of(token.content), seen)
            case "link_close" | "html_inline" if token.type == "link_close" or _LINK_TAG.match(token.content):
                seen.close()


def _open_link(address: str, seen: Buffer) -> None:
    if kept := kept_address(address):
        seen.open(kept)
