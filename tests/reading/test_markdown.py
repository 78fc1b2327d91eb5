"""Markdown: read as its rendered page reads."""

from tests.reading.shown import cells, shown

from ctassist.model.text import Reading
from ctassist.reading import read_bytes


def read(text: str) -> Reading:
    return read_bytes(text.encode(), "review.md")


def test_headings_keep_their_level_and_words_lose_their_markup() -> None:
    reading = read(
        "# Harbour *Review* &amp; more\n\nSoft\nbreak, `code`, <u>tag</u>, ~~struck~~, [link](http://x.org).\n"
    )
    assert shown(reading) == ["# Harbour Review & more", "Soft break, code, tag, struck, link."]


def test_items_have_their_own_words_and_their_depth() -> None:
    reading = read("- one\n  goes on\n\n  and on\n  - inner\n    1. deep\n- [x] two\n- → three\n")
    assert shown(reading) == ["- one goes on and on", "-- inner", "--- 1. deep", "- two", "- three"]


def test_glyph_bullets_that_markdown_does_not_know_are_items_too() -> None:
    reading = read("Events:\n• one\n• two\ngoes on\n\n→ three\n")
    assert shown(reading) == ["Events:", "- one", "- two goes on", "- three"]


def test_each_paragraph_of_a_quotation_is_a_quote() -> None:
    assert shown(read("> one\n> goes on\n>\n> two\n")) == ["> one goes on", "> two"]


def test_a_table_has_a_header_row_and_cells() -> None:
    reading = read("| Group | Chair |\n|---|---|\n| **Tides** | AAA |\n| | BBB |\n")
    assert shown(reading) == ["|! Group | Chair", "| Tides | AAA", "| | BBB"]
    assert cells(reading)[2] == ["", "BBB"]


def test_a_table_with_an_empty_header_has_none() -> None:
    assert shown(read("| | |\n|---|---|\n| a | b |\n")) == ["| a | b"]


def test_front_matter_becomes_metadata() -> None:
    reading = read("---\ntitle: Review\ndate: 2021-03-04\nissue: 7\ntags: [a, b]\nx: {y: 1}\n---\nWords.\n")
    assert reading.metadata == {"title": "Review", "date": "2021-03-04", "issue": "7", "tags": "a, b"}
    assert reading.text == "Words."


def test_two_rules_around_words_are_not_front_matter() -> None:
    reading = read("---\nOnly [words\n---\nMore.\n")
    assert "Only [words" in reading.text
    assert reading.metadata == {}


def test_html_in_markdown_is_read_and_comments_are_not() -> None:
    reading = read("<!-- no -->\n\n<div><h2>Key</h2><ul><li>one</ul></div>\n\nWords <!-- no --> here<br>and there.\n")
    assert shown(reading) == ["## Key", "- one", "Words here and there."]


def test_code_keeps_its_lines_and_images_say_their_alternative_text() -> None:
    assert shown(read("```\na b\n  c\n```\n\n![A map](m.png) ![](n.png)\n")) == ["a b\nc", "A map"]


def test_facts_at_the_beginning_of_a_file_become_metadata() -> None:
    reading = read("Title: Kite Weekly 7\nDate: 2041-03-06\n\nWords.\n")
    assert shown(reading) == ["Words."]
    assert reading.metadata == {"title": "Kite Weekly 7", "date": "2041-03-06"}


def test_lines_of_an_event_are_no_metadata() -> None:
    assert shown(read("Event: Kite day\nDate: 2041-03-06\n\nWords.\n")) == [
        "Event: Kite day Date: 2041-03-06",
        "Words.",
    ]


def test_an_item_that_is_only_a_link_with_a_label_tells_its_address() -> None:
    reading = read(
        "- [Mailing list](https://lists.example/tides)\n- [Notes](https://x.example/n).\n- See the [notes](https://x.example/n)\n"
        "- [What the harbour masters saw in May](https://x.example/m)\n- [Ports](../ports.md)\n"
    )
    assert shown(reading) == [
        "- Mailing list: https://lists.example/tides",
        "- Notes: https://x.example/n",
        "- See the notes",
        "- What the harbour masters saw in May",
        "- Ports",
    ]


def test_a_bold_label_right_below_a_list_heads_the_next_one() -> None:
    source = "**New in 2031:**\n  - loop\n  - bend\n**Retired in 2031:**\n  - hitch\n"
    reading = read_bytes(source.encode(), "report.md")
    assert [block.span.of(reading.text) for block in reading.blocks] == [
        "New in 2031:",
        "loop",
        "bend",
        "Retired in 2031:",
        "hitch",
    ]


def test_a_bold_label_behind_the_last_item_heads_the_next_list() -> None:
    source = (
        "**New in 2031:**\n  - loop\n  - [bend](https://x.example/<no\nvalue>#bend) **Retired in 2031:**\n  - hitch\n"
    )
    reading = read_bytes(source.encode(), "report.md")
    assert [block.span.of(reading.text) for block in reading.blocks] == [
        "New in 2031:",
        "loop",
        "[bend](https://x.example/#bend)",
        "Retired in 2031:",
        "hitch",
    ]


def test_a_bold_label_that_ends_an_item_heads_what_is_nested_below_it() -> None:
    reading = read("- Fruit, **by kind:**\n  - apple\n- Nuts, **by kind:**\n  - hazel\n")
    assert shown(reading) == ["- Fruit, by kind:", "-- apple", "- Nuts, by kind:", "-- hazel"]


def test_a_paragraph_in_bold_that_stands_alone_heads_what_follows() -> None:
    reading = read(
        "# Harbour Notes 7\n\n**Dates**\n\n- one\n\n**Vacant berths**\n\nNone.\n\n## Letters\n\n__Praise__\n\nGood.\n"
    )
    assert shown(reading) == [
        "# Harbour Notes 7",
        "## Dates",
        "- one",
        "## Vacant berths",
        "None.",
        "## Letters",
        "### Praise",
        "Good.",
    ]


def test_a_label_in_bold_with_its_day_is_a_line_and_heads_nothing() -> None:
    reading = read("## Calendar\n\n**Next due: plates, 3 May**\n\nHurry.\n\n**Tools: new, and gone**\n\nA saw.\n")
    assert shown(reading) == ["## Calendar", "Next due: plates, 3 May", "Hurry.", "### Tools: new, and gone", "A saw."]


def test_bold_words_that_nothing_follows_or_that_are_a_sentence_head_nothing() -> None:
    reading = read(
        "**The ferry is late.**\n\nSorry.\n\n**Crew list**\n\n## Dates\n\n> **All in**\n\n- **Rope**\n\n**The end**\n"
    )
    assert shown(reading) == [
        "The ferry is late.",
        "Sorry.",
        "Crew list",
        "## Dates",
        "> All in",
        "- Rope",
        "The end",
    ]


def test_a_paragraph_that_opens_with_its_heading_is_a_section_where_others_have_theirs_in_bold() -> None:
    source = "**Dates**\n\nNone.\n\n**In figures:** 4 boats, 2 buoys.\n\n**Crew**\n\nAda.\n\n**Thanks** to Bo for [paint](http://x.org).\n"
    assert shown(read(source)) == [
        "# Dates",
        "None.",
        "# In figures",
        "4 boats, 2 buoys.",
        "# Crew",
        "Ada.",
        "# Thanks",
        "to Bo for paint.",
    ]


def test_a_label_in_bold_within_a_section_stays_with_its_words() -> None:
    source = "**Dates**\n\n**Note:** bring a coat.\n\nMore.\n\n**Crew**\n\n**Ada Roe** sailed to Riga.\n"
    assert shown(read(source)) == ["# Dates", "Note: bring a coat.", "More.", "# Crew", "Ada Roe sailed to Riga."]
    assert shown(read("## Dates\n\nNone.\n\n**Next:** 4 May.\n")) == ["## Dates", "None.", "Next: 4 May."]
