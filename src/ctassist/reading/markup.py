"""Light markup: the tags, stars and entities that text extractors leave between the words of plain text."""

import html
import re

_TAG = re.compile(r"<(/?)(u|b|i|em|strong|sup|sub|a|span|br|font)(?:\s[^<>\n]{0,500})?\s?/?>", re.IGNORECASE)
# Nothing but a blank line may not stand between the stars.
_BOLD = re.compile(r"\*\*(?=[^\s*])((?:[^*\n]|\n(?![ \t]*\n)){1,2000})(?<!\s)\*\*")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\]\((?:https?://|mailto:|www\.|#)[^()\s]{0,2000}\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_SEVERAL = 2


def without_markup(text: str) -> str:
    """Returns ``text`` without balanced inline tags, ``**``, link addresses and entities; every word is kept."""
    if "<" in text:
        text = _without_tags(text)
    text = _LINK.sub(r"\1", _BOLD.sub(r"\1", text))
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


def looks_like_markdown(text: str) -> bool:
    """Says whether plain text is Markdown throughout: it has several ``#`` headings or several links."""
    headings = _HEADING.finditer(text)
    links = _LINK.finditer(text)
    return any(sum(1 for _ in zip(range(_SEVERAL), found, strict=False)) == _SEVERAL for found in (headings, links))


def _without_tags(text: str) -> str:
    opened: dict[str, list[re.Match[str]]] = {}
    dropped: list[tuple[int, int, str]] = []
    for tag in _TAG.finditer(text):
        closing, name = tag.group(1), tag.group(2).lower()
        if name == "br":
            dropped.append((*tag.span(), " "))
        elif not closing:
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            dropped += [(*opened[name].pop().span(), ""), (*tag.span(), "")]
    parts, at = [], 0
    for start, end, instead in sorted(dropped):
        parts += [text[at:start], instead]
        at = end
    return "".join([*parts, text[at:]])
