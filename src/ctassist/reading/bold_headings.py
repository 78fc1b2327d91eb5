"""Headings of Markdown that are only paragraphs in bold, alone or before the one paragraph they head."""

from collections.abc import Iterator

from markdown_it.token import Token

from ctassist.reading.draft import DEEPEST_HEADING
from ctassist.reading.headings import is_plain_heading

_SEVERAL = 2
_RUN_IN_WORDS = 5
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
    return bool(bold) and not _words(rest) and is_plain_heading(_words(bold))


def _run_in(inline: Token) -> bool:
    """Tells whether a paragraph opens with what can head it."""
    bold, rest = _bold(inline)
    head, said = _words(bold), _words(rest)
    parted = head.endswith(":") or said.startswith(":")
    if not said.strip(" :") or not (parted or said.startswith("to ")):
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
