"""What holds for every document, whatever is in it."""

import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.shown import assert_sound

from ctassist.errors import UnreadableFile
from ctassist.reading import read_bytes

PIECES = [
    *[
        "word",
        "Chair: AAA",
        "KEY EVENTS",
        "1,050",
        "(3 Mar)",
        "e.g.",
        "\xa0",
        "\u200b",
        "ﬁ",
        "漢字",
        "🙂",
        "\ufffd",
        "\uf0b7",
    ],
    *["\n", "\n\n", "\r\n", "\f", "\t", "  ", " ", "\x0b", "\u2028"],
    *["- ", "→ ", "• ", "1. ", "(a) ", "o ", "> ", "# ", "---\n", "===\n", "|", " | ", "|---|---|\n", "```\n", "    "],
    *[
        "<u>",
        "</u>",
        "<b>",
        "</b>",
        "**",
        "*",
        "_",
        "`",
        "[x](http://y.z)",
        "![a](b)",
        "&amp;",
        "&lt;",
        "&#0;",
        "<!--",
        "-->",
    ],
    *[
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "<td colspan=3 rowspan=2>",
    ],
    *["<h2>", "</h2>", "<dl>", "<dt>", "<dd>", "</dl>", "<blockquote>", "<pre>", "</pre>", "<br>", "<main>", "<nav>"],
]
SOUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html"])


@given(SOUP, NAMES)
def test_blocks_are_trimmed_spans_in_order_and_reading_is_repeatable(soup: str, name: str) -> None:
    data = soup.encode("utf-8", "replace")
    with suppress(UnreadableFile):
        reading = read_bytes(data, name)
        assert_sound(reading)
        assert reading == read_bytes(data, name)


@given(st.binary(max_size=300), NAMES)
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes, name: str) -> None:
    with suppress(UnreadableFile):
        assert_sound(read_bytes(data, name))


WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCéüñя"), min_size=1, max_size=9)
LINE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=2, max_size=4).map("\n".join),
    st.lists(LINE.map("- {}".format), min_size=1, max_size=4).map("\n".join),
    st.lists(LINE.map("→ {}".format), min_size=1, max_size=4).map("\n".join),
    st.lists(LINE.map("  - {}".format), min_size=1, max_size=3).map("- outer\n{}".format),
    LINE.map(str.upper),
    LINE.map("{}\n-------".format),
    LINE.map("<u>{}</u> after".format),
    LINE.map("**{}** after".format),
    st.lists(st.tuples(WORD, WORD).map(" | ".join), min_size=2, max_size=4).map("\n".join),
    st.lists(st.tuples(WORD, WORD).map("\t".join), min_size=2, max_size=4).map("\n".join),
)
MARKDOWN_BLOCK = BLOCK | LINE.map("## {}".format) | LINE.map("> {}".format) | LINE.map("1. {}".format)


def letters(text: str) -> Counter[str]:
    # After a list, a line that begins with a lone "o" is an item with that bullet.
    return Counter(word for word in re.findall(r"[^\W\d_]+", re.sub("</?u>", "", text)) if word != "o")


@given(st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join))
def test_every_word_of_a_text_is_in_the_canonical_text(source: str) -> None:
    assert letters(read_bytes(source.encode(), "a.txt").text) == letters(source)


@given(st.lists(MARKDOWN_BLOCK, min_size=1, max_size=8).map("\n\n".join))
def test_every_word_of_a_markdown_document_is_in_the_canonical_text(source: str) -> None:
    assert letters(read_bytes(source.encode(), "a.md").text) == letters(source)


@given(st.lists(LINE, min_size=1, max_size=8), st.sampled_from(["p", "li", "div", "td", "h2", "blockquote", "dd"]))
def test_every_word_of_a_page_is_in_the_canonical_text(lines: list[str], tag: str) -> None:
    source = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    assert letters(read_bytes(f"<html><body>{source}".encode(), "a.html").text) == letters(" ".join(lines))


@pytest.mark.parametrize(
    "piece",
    [
        *("- ", "•", "<u>", "**a", "[", "[a](", "a  ", "---\n", "X", "\f", "a\tb\n", "&a", "1. "),
        *("words that run on and on\n", "- an item of a list\n", "A paragraph.\n\n"),
    ],
)
def test_a_megabyte_of_one_piece_of_markup_is_read(piece: str) -> None:
    """Where time grows with the square of the size, this does not end within the time any test has."""
    data = (piece * (1_000_000 // len(piece.encode())) + " word").encode()
    assert read_bytes(data, "a.txt").text.endswith("word")
