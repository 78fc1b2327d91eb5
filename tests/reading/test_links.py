"""Links are kept from every format: which words lead where, without a change to the text that is quoted."""

import io
from collections.abc import Callable, Mapping, Sequence

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas
from tests.reading.shown import assert_sound, shown

from ctassist.model.text import Reading
from ctassist.reading import read_bytes
from ctassist.reading.addresses import kept_address
from ctassist.reading.linked import Buffer

SITE = "https://lamps.example.org"


def links(reading: Reading) -> list[tuple[str, str]]:
    """The words of each link with where they lead."""
    assert_sound(reading)
    return [(link.span.of(reading.text), link.address) for link in reading.links]


# HTML


def html(body: str, head: str = "") -> Reading:
    return read_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def test_the_links_of_a_page_are_kept_word_for_word() -> None:
    reading = html(f"""<h1>The <a href="{SITE}">Lamp  Letter</a></h1>
        <p>Here is a lamp. You can <b>register <a href="{SITE}/day?a=1&amp;b=2">he<i>r</i>e</a></b>, here alone.</p>
        <ul><li>• <a href="mailto:ada@lamps.example.org">Ada</a> writes</li></ul>
        <table><tr><th>Group</th><th>Page</th></tr><tr><td>Wicks</td><td>see <a href="{SITE}/w">wicks</a></td></tr>
        <tr><td></td><td><a href="{SITE}/o">oil</a></td></tr></table>
        <dl><dt><a href="{SITE}/t">Term</a></dt><dd>what <a href="{SITE}/d">it</a> means</dd></dl>""")
    assert links(reading) == [
        ("Lamp Letter", SITE),
        ("here", f"{SITE}/day?a=1&b=2"),
        ("Ada", "mailto:ada@lamps.example.org"),
        ("wicks", f"{SITE}/w"),
        ("oil", f"{SITE}/o"),
        ("Term", f"{SITE}/t"),
        ("it", f"{SITE}/d"),
    ]
    assert reading.text[reading.links[1].span.start - 9 :].startswith("register here, here alone.")


def test_a_link_over_several_blocks_is_one_in_each() -> None:
    reading = html(f'<a href="{SITE}/all"><h2>Open day</h2><p>All are welcome</p></a><p>Bring a lamp</p>')
    assert links(reading) == [("Open day", f"{SITE}/all"), ("All are welcome", f"{SITE}/all")]


def test_links_without_words_and_those_of_the_furniture_are_left_out() -> None:
    picture = f'<a href="{SITE}"><img src="a.png"></a>'
    reading = html(f'<nav><a href="{SITE}/home">Home</a></nav><p>Lamps {picture} and <a name="x">oil</a></p>')
    assert links(reading) == []


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("", ""),
        (f'<link rel="canonical" href="{SITE}/news/may.html">', f"{SITE}/news/june.html"),
        (f'<base href="{SITE}/old/"><link rel="canonical" href="{SITE}/news/may.html">', f"{SITE}/old/june.html"),
        (f'<base href="old/"><link rel="canonical" href="{SITE}/news/may.html">', f"{SITE}/news/old/june.html"),
        ('<base href="file:///home/ada/">', ""),
    ],
)
def test_a_relative_link_is_kept_where_the_page_says_its_own_address(head: str, address: str) -> None:
    found = links(html('<p>See <a href="june.html">June</a> and <a href="#top">the top</a></p>', head))
    assert found == ([("June", address)] if address else [])


def test_a_mail_is_read_with_the_links_of_its_page() -> None:
    mail = f'Subject: Lamps\nContent-Type: text/html\n\n<p>Read <a href="{SITE}/r">the report</a></p>'
    assert links(read_bytes(mail.encode(), "lamps.eml")) == [("the report", f"{SITE}/r")]


# Markdown


def test_the_links_of_markdown_are_kept() -> None:
    source = f"""# The [Lamp Letter]({SITE})

Here you can [register *here*]({SITE}/r "now"), or write to <ada@lamps.example.org>.
See [the list][1] and <a href="{SITE}/h">the *hall*</a>.

- [Report]({SITE}/report)
- [x] Done with [oil]({SITE}/oil)
- Read [this]({SITE}/this) first

| Group | Page |
|---|---|
| Wicks | see [wicks]({SITE}/w) |

<p>Or <a href="{SITE}/block">a block</a></p>

[1]: {SITE}/list
"""
    reading = read_bytes(source.encode(), "letter.md")
    assert links(reading) == [
        ("Lamp Letter", SITE),
        ("register here", f"{SITE}/r"),
        ("ada@lamps.example.org", "mailto:ada@lamps.example.org"),
        ("the list", f"{SITE}/list"),
        ("the hall", f"{SITE}/h"),
        ("Report", f"{SITE}/report"),
        ("oil", f"{SITE}/oil"),
        ("this", f"{SITE}/this"),
        ("wicks", f"{SITE}/w"),
        ("a block", f"{SITE}/block"),
    ]
    assert f"- Report: {SITE}/report" in shown(reading)


def test_lines_with_bullets_of_their_own_keep_their_links() -> None:
    reading = read_bytes(f"• Read [the report]({SITE}/a)\n• And [the list]({SITE}/b) too\n".encode(), "letter.md")
    assert shown(reading) == ["- Read the report", "- And the list too"]
    assert links(reading) == [("the report", f"{SITE}/a"), ("the list", f"{SITE}/b")]


# Word


def word(*paragraphs: str, targets: Mapping[str, str]) -> Reading:
    """A Word document of paragraphs in which ``{name}`` stands for the id of a target."""
    document = docx.Document()
    ids = {
        name: document.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) for name, to in targets.items()
    }
    for number, words in enumerate(paragraphs):
        document.element.body.insert(number, parse_xml(f"<w:p {nsdecls('w', 'r')}>{words.format(**ids)}</w:p>"))
    file = io.BytesIO()
    document.save(file)
    return read_bytes(file.getvalue(), "letter.docx")


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, words: str) -> str:
    edges = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{edges[0]}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{edges[1]}{words}{edges[2]}'


def test_links_of_a_word_document_are_elements_or_fields() -> None:
    report = f'<w:hyperlink r:id="{{report}}" w:anchor="two">{run("the  report")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="x">{run("here")}</w:hyperlink>'
    shown_tip = field(f" HYPERLINK &quot;{SITE}/f&quot; &#92;o &quot;tip&quot; ", run("a field"))
    simple = f'<w:fldSimple w:instr="HYPERLINK {SITE}/s">{run("simple")}</w:fldSimple>'
    reading = word(
        run("• Read ") + report + run(" today"),
        run("Or ") + shown_tip + run(" instead"),
        simple + run(" and ") + field(" PAGE ", run("7")),
        field(" HYPERLINK &#92;l &quot;below&quot; ", run("below")) + inside,
        f'<w:hyperlink r:id="{{file}}">{run("a file")}</w:hyperlink>',
        targets={"report": f"{SITE}/report", "file": "file:///home/ada/lamps.docx"},
    )
    assert links(reading) == [
        ("the report", f"{SITE}/report#two"),
        ("a field", f"{SITE}/f"),
        ("simple", f"{SITE}/s"),
    ]
    assert shown(reading)[0] == "Read the report today"


def test_links_in_cells_of_a_word_table_are_kept() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    filled = [cell for row in table.rows for cell in row.cells]
    for cell, words in zip(filled, ("Group", "Page", "Wicks", ""), strict=True):
        cell.text = words
    to = document.part.relate_to(f"{SITE}/w", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    cell = table.cell(1, 1)
    cell.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Two</w:t><w:br/><w:t>lines</w:t></w:r>"))
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{to}"><w:r><w:t>wicks</w:t></w:r></w:hyperlink>'
    cell.add_paragraph()._p.append(parse_xml(link))
    file = io.BytesIO()
    document.save(file)
    reading = read_bytes(file.getvalue(), "letter.docx")
    assert shown(reading)[-1] == "| Wicks | Two; lines; wicks"
    assert links(reading) == [("wicks", f"{SITE}/w")]


# PowerPoint


def test_links_of_slides_are_those_of_words_and_of_shapes() -> None:
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = "Lamps"
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    for words, address in (
        ("Read ", ""),
        ("the report", f"{SITE}/report"),
        (" or ", ""),
        ("run it", "file:///run.exe"),
    ):
        made = paragraph.add_run()
        made.text = words
        if address:
            made.hyperlink.address = address
    button = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(1))
    button.text_frame.text = "Register now"
    button.click_action.hyperlink.address = f"{SITE}/register"
    following = slides.slides.add_slide(slides.slide_layouts[5])
    following.shapes.title.text = "Oil"
    jump = slide.shapes.add_textbox(Inches(5), Inches(5), Inches(3), Inches(1))
    jump.text_frame.text = "Next slide"
    jump.click_action.target_slide = following
    file = io.BytesIO()
    slides.save(file)
    reading = read_bytes(file.getvalue(), "lamps.pptx")
    assert links(reading) == [("the report", f"{SITE}/report"), ("Register now", f"{SITE}/register")]
    assert "- Read the report or run it" in shown(reading)


# PDF


def pdf(lines: Sequence[str], areas: Sequence[tuple[str, float, float, float, float]]) -> Reading:
    """Lines in 10 points, 14 apart; areas are given by their address, line, and edges in points from the left."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setFont("Courier", 10)  # Each letter is 6 points wide.
    for at, line in enumerate(lines):
        canvas.drawString(60, 760 - 14 * at, line)
    for address, below, first, last, grown in areas:
        bottom = 758 - 14 * below
        canvas.linkURL(address, (60 + 6 * first - grown, bottom - grown, 60 + 6 * last + grown, bottom + 10 + grown))
    canvas.save()
    return read_bytes(file.getvalue(), "issue.pdf")


def test_words_under_the_links_of_a_pdf_lead_where_they_do() -> None:
    lines = [
        "Here you can register for the day of lamps, or see the long",
        "report of the harbour masters of Ghent, which is new. Write",
        "to Ada about it. No one reads this aloud.",
    ]
    reading = pdf(
        lines,
        [
            (f"{SITE}/day", 0, 13, 21, 1.0),  # register
            (f"{SITE}/report", 0, 54, 59, 1.0),  # long, and the next line's first words
            (f"{SITE}/report", 1, 0, 27, -1.0),
            ("mailto:ada@lamps.example.org", 2, 3, 6, 2.5),  # Ada
            ("javascript:alert(1)", 2, 20, 23, 1.0),
        ],
    )
    assert reading.text == " ".join(lines)
    assert links(reading) == [
        ("register", f"{SITE}/day"),
        ("long report of the harbour masters", f"{SITE}/report"),
        ("Ada", "mailto:ada@lamps.example.org"),
    ]


def test_items_that_lead_to_one_address_are_a_link_each() -> None:
    whole = [(f"{SITE}/all", line, 2, 20, 1.0) for line in (0, 1)]
    reading = pdf(["• The lamps of Ghent", "• (The oil of Bruges.)"], whole)
    assert links(reading) == [("The lamps of Ghent", f"{SITE}/all"), ("The oil of Bruges", f"{SITE}/all")]


# All formats


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "\x01javascript:alert(1)"),
        *("data:text/html,hello", "file:///etc/passwd", "vbscript:x", "ftp://lamps.example.org/a", "tel:+3212345"),
        *("//lamps.example.org/a", "lamps.html", "#top", "", "   ", "mailto:", "http://", "https:///a", "http://[::1"),
        *("blob:https://lamps.example.org/1", "view-source:https://lamps.example.org", "https:\\\\lamps.example.org"),
        f"{SITE}/{'a' * 3000}",
    ],
)
def test_no_other_addresses_are_kept(address: str) -> None:
    assert not kept_address(address)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (SITE, SITE),
        (" HTTPS://Lamps.example.org/A b\n", "HTTPS://Lamps.example.org/A%20b"),
        (f'{SITE}/"><script>', f"{SITE}/%22%3E%3Cscript%3E"),
        ("mailto:ada@lamps.example.org?subject=Oil", "mailto:ada@lamps.example.org?subject=Oil"),
        (f"{SITE}/straße?q=ü", f"{SITE}/straße?q=ü"),
    ],
)
def test_addresses_are_kept_as_a_browser_would_take_them(address: str, kept: str) -> None:
    assert kept_address(address) == kept


PIECES = st.tuples(st.text(alphabet=" \n\tab•;", max_size=6), st.booleans())


@given(st.lists(PIECES, max_size=8), st.sampled_from([str.upper, str.strip, lambda text: " ".join(text.split())]))
def test_a_link_keeps_its_letters_whatever_becomes_of_the_white_space(
    pieces: list[tuple[str, bool]], change: Callable[[str], str]
) -> None:
    buffer = Buffer()
    for words, is_link in pieces:
        if is_link:
            buffer.open(SITE)
        buffer.write(words)
        buffer.close()
    before = buffer.take()
    after = before.becoming("1. " + change(before.text))
    letters = ["".join(link.span.of(before.text).split()) for link in before.links]
    assert ["".join(link.span.of(after.text).split()).lower() for link in after.links] == [
        linked for linked in letters if linked
    ]


def test_a_megabyte_of_links_is_read() -> None:
    source = f"[a]({SITE})\n" * 30_000
    assert len(links(read_bytes(source.encode(), "links.md"))) == 30_000
    assert len(links(html(f'<a href="{SITE}">a</a> ' * 30_000))) == 30_000
