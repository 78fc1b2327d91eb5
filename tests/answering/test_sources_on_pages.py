"""What an answer cites can be marked on its page, and followed to where its words lead."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.answering.library import Library, open_library, shelve
from tests.newsletters.typesetting import Manner, Page, Pen, Stroke, drawn
from tests.reading.ink import InkedPage, inked

from ctassist.model.answer import Answer

MANNER = Manner(leading=1.02, bullet="disc", look="rule")
LEFT = (
    "Key Events",
    "The Lantern Guild opened a training centre for lamp keepers in Porto, together with the Ferry Union (4 March)",
    "The Ferry Union tested night ferries in Bergen and counted their passengers (9 March)",
    "The Kite Society repaired the signal tower of Galway after the storms of winter (11 April)",
)
RIGHT = (
    "News and Dates",
    "The crossings group met in Graz and drafted a guide to footbridges (17 March)",
    "The Heron Trust published a report on ponds, with maps of all that were restored (2 April)",
    "Apprentices can register for the webinar on bell metal until the end of April",
)
REPORT, WEBINAR = "https://heron.example.org/ponds.pdf", "https://bells.example.org/webinar?series=2"
QUESTIONS = (
    "What did the Ferry Union do in March 2024?",
    "What happened in Graz?",
    "When did the Heron Trust publish its report on ponds?",
    "Who repaired the signal tower of Galway?",
    "How can I register for the webinar?",
)


def page_of(columns: bool = True) -> Page:
    """A page of two columns that are set close; without any words for ``columns=False``."""
    page = Page()
    page.write(50, 60, "Lantern Review", MANNER.bold, 22)
    page.write(50, 80, "March-April 2024", MANNER.regular, 12)
    for x, (heading, *items) in ((50.0, LEFT), (310.0, RIGHT)):
        pen = Pen(page, MANNER, x, 110, 235)
        pen.heading(heading)
        for item in items:
            pen.item(item)
    return page if columns else Page(under=page.under)


def link_over(words: str, address: str) -> Stroke:
    """A link over words of one line, as PDFium finds them on the page without links."""
    with pdfium.PdfDocument(drawn([page_of()], "as written", 0)) as document:
        text = document[0].get_textpage()
        at, count = text.search(words).get_next()
        boxes = [text.get_charbox(letter) for letter in range(at, at + count)]
    area = (boxes[0][0], min(box[1] for box in boxes), boxes[-1][2], max(box[3] for box in boxes))

    def stroke(canvas: Canvas) -> None:
        canvas.linkURL(address, area)

    return stroke


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    page = page_of()
    page.under += [link_over("a report on ponds", REPORT), link_over("register", WEBINAR)]
    folder = tmp_path_factory.mktemp("lanterns")
    (folder / "files").mkdir()
    (folder / "files" / "lantern-review.pdf").write_bytes(drawn([page], "interleaved", 0))
    library = open_library(folder)
    yield library
    library.archive.close()


@pytest.fixture(scope="module")
def ink() -> InkedPage:
    blank = drawn([page_of(columns=False)], "as written", 0)
    return inked(drawn([page_of()], "as written", 0), blank)[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_words_of_every_quote_are_marked_and_no_others(question: str, library: Library, ink: InkedPage) -> None:
    answer = library.ask(question)
    assert answer.citations
    for citation in answer.citations:
        quoted = ink.words_of(citation.quote, 0, len(citation.quote))
        assert quoted
        assert {box.page for box in citation.boxes} == {1}
        assert ink.misses(quoted, citation.boxes) == (0, 0), citation.quote


def leads(answer: Answer) -> list[tuple[str, str]]:
    """The words of links in quotes with where they lead."""
    for citation in answer.citations:
        assert all(citation.start <= link.span.start < link.span.end <= citation.end for link in citation.links)
    return [
        (citation.quote[link.span.start - citation.start : link.span.end - citation.start], link.address)
        for citation in answer.citations
        for link in citation.links
    ]


def test_a_citation_tells_where_the_words_of_its_quote_lead(library: Library) -> None:
    assert leads(library.ask("How can I register for the webinar?")) == [("register", WEBINAR)]
    assert leads(library.ask("What is the link to the report on ponds?")) == [("a report on ponds", REPORT)]
    assert leads(library.ask("Who repaired the signal tower of Galway?")) == []


def test_a_page_without_places_has_links_and_no_rectangles(tmp_path: Path) -> None:
    text = f"# Bell Review\nMarch-April 2024\n\n- Apprentices can [register for the webinar]({WEBINAR}) on bell metal\n"
    shelf = shelve(tmp_path, review=text)
    answer = shelf.ask("How can I register for the webinar?")
    assert leads(answer) == [("register for the webinar", WEBINAR)]
    assert [citation.boxes for citation in answer.citations] == [()]
    shelf.archive.close()
