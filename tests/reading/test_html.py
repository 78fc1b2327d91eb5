"""HTML: the content of a page, without the furniture."""

from tests.reading.shown import cells, shown

from ctassist.model.text import Reading
from ctassist.reading import read_bytes


def read(body: str, head: str = "") -> Reading:
    return read_bytes(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_furniture_and_hidden_parts_are_left_out() -> None:
    reading = read(
        "<header><nav>Home</nav></header><h1>Review</h1><p>Words that count, many of them in a row.</p>"
        "<aside>no</aside><p hidden>no</p><p style='display:none'>no</p><script>no</script><footer>no</footer>"
    )
    assert shown(reading) == ["# Review", "Words that count, many of them in a row."]


def test_an_aside_with_a_heading_and_words_of_its_own_is_a_box_of_the_page() -> None:
    box = "<aside><h2>In figures</h2><table><tr><th>What<th>How many<tr><td>Lamps<td>31</table></aside>"
    links = "<aside><h2>Older issues</h2><ul><li><a href='/1'>March 2023</a><li><a href='/2'>May 2023</a></ul></aside>"
    reading = read(f"<main><h1>Review</h1><p>Words that count, many of them in a row.</p>{box}{links}</main>")
    assert shown(reading)[2:] == ["## In figures", "|! What | How many", "| Lamps | 31"]


def test_the_main_part_is_preferred_and_keeps_the_title_above_it() -> None:
    reading = read("<h1>Review</h1><div>Share this</div><main><p>The words that matter are here.</p></main>")
    assert shown(reading) == ["# Review", "The words that matter are here."]


def test_a_main_part_with_few_of_the_words_is_not_all_that_is_read() -> None:
    reading = read("<main><p>Teaser</p></main><div><p>The body of the page stands outside of its main part.</p></div>")
    assert shown(reading) == ["Teaser", "The body of the page stands outside of its main part."]


def test_a_page_wrapped_in_a_form_is_read() -> None:
    assert shown(read("<form><h1>Review</h1><p>All the words.</p><select><option>no</select></form>")) == [
        "# Review",
        "All the words.",
    ]


def test_lists_nest_and_an_item_of_two_paragraphs_is_one_item() -> None:
    reading = read("<ul><li>one<ul><li>inner</ul><li><p>two</p><p>goes on<br>and on</p></ul>")
    assert shown(reading) == ["- one", "-- inner", "- two goes on and on"]


def test_tables_of_data_are_rows_whose_cells_keep_their_column() -> None:
    reading = read(
        "<table><caption>Groups</caption><tr><th>Group<th>Chair<th>Since</tr>"
        "<tr><td rowspan=2>Tides<td>AAA<td>2020</tr><tr><td>BBB<td>2021</tr><tr><td colspan=2>All<td>2022</table>"
    )
    assert shown(reading)[:2] == ["Groups", "|! Group | Chair | Since"]
    assert cells(reading)[1:] == [["Tides", "AAA", "2020"], ["", "BBB", "2021"], ["All", "", "2022"]]


def test_a_table_without_th_has_no_header() -> None:
    assert shown(read("<table><tr><td>a<td>b<tr><td>c<td>d</table>")) == ["| a | b", "| c | d"]


def test_tables_for_layout_are_read_as_flowing_content() -> None:
    reading = read(
        "<table><tr><td><table><tr><td><h2>Events</h2><ul><li>one</ul></td><td>beside</td></tr></table></td></tr></table>"
    )
    assert shown(reading) == ["## Events", "- one", "beside"]


def test_definitions_quotations_and_captions_are_kept() -> None:
    reading = read(
        "<dl><dt>Chair<dd>AAA<dt>Vice-chairs:<dd>BBB</dl><blockquote><p>One<p>Two</blockquote>"
        "<figure><img src=x><figcaption>A map</figcaption></figure>"
    )
    assert shown(reading) == ["Chair: AAA", "Vice-chairs: BBB", "> One", "> Two", "A map"]


def test_the_page_says_its_title_date_and_language() -> None:
    reading = read("<p>Words</p>", "<title>A\n title</title><meta name='DC.date' content='2021-03-04'>")
    assert reading.metadata == {"title": "A title", "date": "2021-03-04", "lang": "en"}
    assert read("<p>On <time datetime='2021-05-06'>May 6</time></p>").metadata["date"] == "2021-05-06"


def test_words_are_not_torn_by_inline_tags_nor_glued_by_block_tags() -> None:
    assert (
        read("<div>18<sup>th</sup>&nbsp;<b>r</b>eport<div>next</div>last</div>").text == "18th report\n\nnext\n\nlast"
    )


def test_a_declared_encoding_is_used() -> None:
    data = "<html><meta charset=windows-1251><p>Рабочая группа</p>".encode("cp1251")
    assert read_bytes(data, "a.html").text == "Рабочая группа"


def test_paragraphs_in_bold_head_what_follows_them() -> None:
    page = (
        "<h1>Harbour Circular 7</h1><p><b>Dates</b></p><ul><li><p><b>Rope day</b></p></li></ul>"
        "<p><strong>Crew</strong></p><p><strong>Ada Roe</strong> sailed to Riga.</p>"
        "<p><strong>With thanks to</strong> Bo for <a href='http://x.org/'>paint</a>.</p>"
        "<p><strong>The end</strong></p>"
    )
    assert shown(read_bytes(page.encode(), "page.html")) == [
        "# Harbour Circular 7",
        "## Dates",
        "- Rope day",
        "## Crew",
        "Ada Roe sailed to Riga.",
        "## With thanks to",
        "Bo for paint.",
        "The end",
    ]
