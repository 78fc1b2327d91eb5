"""Headings of Markdown and HTML that are only paragraphs in bold, alone or before the one paragraph they head."""

import re
from collections.abc import Iterator

from lxml import etree
from markdown_it.token import Token

from ctassist.reading.draft import DEEPEST_HEADING
from ctassist.reading.headings import is_plain_heading
from ctassist.reading.month_names import month_names

_SEVERAL = 2
_RUN_IN_WORDS = 5
_ASIDE = re.compile(r":\s+(?=[a-z]\D*$)")
_BREAKS = ("softbreak", "hardbreak")


def with_bold_headings(tokens: list[Token]) -> list[Token]:
    """Returns the tokens of a document with headings where paragraphs are wholly in bold and something follows them.

    Where a document heads its sections so, a paragraph that opens with a few words in bold and a colon, or with what
    thanks and good wishes begin with ("**Thanks** to …"), is a section of its own, if the next one begins after it.
    """
    alone = {at for at in _paragraphs(tokens) if _is_bold(tokens[at + 1])}
    if not alone:
        return tokens
    heads = {at for at in alone if not _ends_section(tokens, at + 3, alone)}
    run_in = {at for at in _paragraphs(tokens) if at not in alone and _run_in(tokens[at + 1])}
    if len(heads) < _SEVERAL:
        run_in = set()
    run_in = {at for at in run_in if _ends_section(tokens, at + 3, alone | run_in)}
    written: list[Token] = []
    level = 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        tag = f"h{min(level + 1, DEEPEST_HEADING)}"
        if at in heads:
            written.append(Token("heading_open", tag, 1))
        elif at - 2 in heads:
            written.append(Token("heading_close", tag, -1))
        elif at in run_in:
            head, rest = _parted(tokens[at + 1])
            written += [Token("heading_open", tag, 1), head, Token("heading_close", tag, -1), token]
            tokens[at + 1] = rest
        else:
            written.append(token)
    return written


def _paragraphs(tokens: list[Token]) -> Iterator[int]:
    """Where paragraphs begin that are part of nothing else; each has its words and its end right behind it."""
    for at, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            yield at


def _ends_section(tokens: list[Token], at: int, heads: set[int]) -> bool:
    """Tells whether what comes at a place heads a section, or nothing does."""
    while at < len(tokens) and tokens[at].type == "hr":
        at += 1
    return at >= len(tokens) or tokens[at].type == "heading_open" or at in heads


def _is_bold(inline: Token) -> bool:
    """Tells whether words are wholly in bold and can head a section."""
    bold, rest = _bold(inline)
    words = _words(bold)
    # A colon before a capital gives a value to a name: "Chair: WTO"; "Tools: new, and gone" says what is told.
    # But "Next due: plates, 3 May" has its day.
    told = _ASIDE.sub(" ", words)
    return bool(bold) and not _words(rest) and is_plain_heading(told) and not _is_date(words)


def _is_date(words: str) -> bool:
    """Tells whether words are a year or a month and little else: such a line dates what follows, and heads nothing."""
    rest = [word for word in re.findall(r"[^\W\d_]+", words.casefold()) if len(word) > _JOINER]
    return bool(_YEAR.search(words)) or (bool(rest) and all(word in month_names() for word in rest))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JOINER = 3
"""Letters of the words between months: "and", "to"."""


def _run_in(inline: Token) -> bool:
    """Tells whether a paragraph opens with what can head it."""
    bold, rest = _bold(inline)
    return _heads_rest(_words(bold), _words(rest))


def _heads_rest(head: str, said: str) -> bool:
    """Tells whether words in bold head what follows them in their paragraph."""
    parted = head.endswith(":") or said.startswith(":")
    given = said.startswith("to ") or (head.endswith(" to") and said[:1].isalpha())
    if not said.strip(" :") or not (parted or given):
        return False
    return len(head.split()) <= _RUN_IN_WORDS and is_plain_heading(head.rstrip(": ") or ":")


def _parted(inline: Token) -> tuple[Token, Token]:
    """The words in bold without their colon, and the rest of the paragraph."""
    bold, rest = _bold(inline)
    texts = [token for token in bold if token.type == "text" and token.content]
    if texts:
        texts[-1].content = texts[-1].content.rstrip(": ")
    while rest and rest[0].type in ("text", *_BREAKS) and not rest[0].content.strip(" :"):
        rest = rest[1:]
    if rest and rest[0].type == "text":
        rest[0].content = rest[0].content.lstrip(": ")
    return Token("inline", "", 0, children=bold), Token("inline", "", 0, children=rest)


def _bold(inline: Token) -> tuple[list[Token], list[Token]]:
    """The tokens that a text opens with in bold, all on one line, and those after them; none of a text without."""
    inside = [token for token in inline.children or [] if not (token.type == "text" and not token.content)]
    if not inside or inside[0].type != "strong_open":
        return [], inside
    end = next((at for at, token in enumerate(inside) if token.type == "strong_close"), len(inside))
    bold = inside[1:end]
    return ([], inside) if any(token.type in _BREAKS for token in bold) else (bold, inside[end + 1 :])


def _words(tokens: list[Token]) -> str:
    return "".join(" " if token.type in _BREAKS else token.content for token in tokens).strip()


_BOLD_TAGS = ("b", "strong")
_HEADING_TAG = re.compile(r"h[1-6]")
_WITHIN = frozenset(["li", "td", "th", "blockquote", "dd", "dt", "figure", "figcaption", "caption", "a"])


def mark_bold_headings(root: etree._Element) -> None:
    """Turns paragraphs of a page that head others by being in bold into headings, as ``with_bold_headings`` does."""
    paragraphs = [p for p in root.iter("p") if not any(above.tag in _WITHIN for above in p.iterancestors())]
    alone = {p for p in paragraphs if (parts := _bold_parts(p)) and not parts[1] and is_plain_heading(parts[0])}
    heads = {p for p in alone if not _ends(p, alone)}
    if not heads:
        return
    run_in = {p for p in paragraphs if p not in alone and (parts := _bold_parts(p)) and _heads_rest(*parts)}
    run_in = {p for p in run_in if len(heads) >= _SEVERAL and _ends(p, alone | run_in)}
    level = 0
    for element in list(root.iter(etree.Element)):
        if isinstance(element.tag, str) and _HEADING_TAG.fullmatch(element.tag):
            level = int(element.tag[1])
        tag = f"h{min(level + 1, DEEPEST_HEADING)}"
        if element in heads:
            element.tag = tag
        elif element in run_in:
            _part(element, tag)


def _bold_parts(paragraph: etree._Element) -> tuple[str, str] | None:
    """The words that a paragraph opens with in bold, and the rest of it; None where it does not open so."""
    first = next(iter(paragraph), None)
    if first is None or first.tag not in _BOLD_TAGS or (paragraph.text or "").strip():
        return None
    whole = " ".join("".join(paragraph.itertext()).split())
    bold = " ".join("".join(first.itertext()).split())
    return bold, whole[len(bold) :].strip()


def _ends(paragraph: etree._Element, heads: set[etree._Element]) -> bool:
    """Tells whether what follows a paragraph heads a section, or nothing does."""
    following = paragraph.getnext()
    while following is not None and (following.tag in ("hr", "br") or not "".join(following.itertext()).strip()):
        following = following.getnext()
    return following is None or bool(_HEADING_TAG.fullmatch(str(following.tag))) or following in heads


def _part(paragraph: etree._Element, tag: str) -> None:
    """Puts the words that a paragraph opens with in bold into a heading of their own before it."""
    bold = paragraph[0]
    heading = etree.Element(tag)
    heading.text = " ".join("".join(bold.itertext()).split()).rstrip(": ")
    paragraph.text = (bold.tail or "").lstrip(" :\n")
    paragraph.remove(bold)
    paragraph.addprevious(heading)
