from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.indexing.invented import MARCH

from ctassist.extraction import extract
from ctassist.indexing.passages import PassageDraft, passages_of
from ctassist.model.records import Activity, Extraction, Item
from ctassist.model.text import Block, BlockKind, Reading, Span
from ctassist.model.time import Interval
from ctassist.reading import read_bytes


def passages(*lines: str, section: tuple[str, ...] = ("Events",)) -> list[PassageDraft]:
    """The passages of lines that are one item each."""
    text = "\n".join(lines)
    items, start = [], 0
    for line in lines:
        items.append(Item(Span(start, start + len(line)), section))
        start += len(line) + 1
    return passages_of(Reading(text, (), "text/plain"), Extraction("Review", None, tuple(items)))


def test_an_item_is_embedded_with_its_title_and_headings() -> None:
    reading = read_bytes(MARCH.encode(), "march.md")
    found = passages_of(reading, extract(reading, "march.md"))

    assert found[0].text == (
        "Harbour Alliance in Review March-April 2023 > Key events: "
        "Port Safety Office (PSO) opened a training centre in Rotterdam (5 Mar)"
    )
    assert (found[0].start_date, found[0].end_date) == (date(2023, 3, 5), date(2023, 3, 5))
    assert all(passage.words == passage.span.of(reading.text) for passage in found)


def test_figures_that_are_in_no_item_are_passages_too() -> None:
    reading = read_bytes(MARCH.encode(), "march.md")
    found = passages_of(reading, extract(reading, "march.md"))

    assert any("412 Focal points" in passage.words for passage in found)


def test_a_line_of_one_or_two_words_is_joined_to_the_next_of_its_section() -> None:
    assert [p.words for p in passages("137", "Member entities of it", "A longer line here")] == [
        "137\nMember entities of it",
        "A longer line here",
    ]


def test_a_short_last_line_is_joined_to_the_one_before() -> None:
    assert [p.words for p in passages("A longer line here", "Accra")] == ["A longer line here\nAccra"]


def test_lines_of_different_sections_are_never_joined() -> None:
    text = "Accra\nA longer line here"
    items = (Item(Span(0, 5), ("Places",)), Item(Span(6, 24), ("Events",)))
    found = passages_of(Reading(text, (), "text/plain"), Extraction("Review", None, items))

    assert [passage.words for passage in found] == ["Accra", "A longer line here"]


def test_a_long_item_is_cut_at_the_ends_of_sentences() -> None:
    sentences = [f"The delegates of harbour number {number} met to discuss dredging." for number in range(60)]
    found = passages(" ".join(sentences))

    assert len(found) > 1
    assert all(passage.words.endswith("dredging.") for passage in found)
    assert " ".join(passage.words for passage in found) == " ".join(sentences)


def test_headings_alone_are_no_passages() -> None:
    heading = Block(BlockKind.HEADING, Span(0, 10), level=2)
    reading = Reading("Key events\nSomething happened there", (heading,), "text/plain")
    items = (Item(Span(0, 10)), Item(Span(11, 35), ("Key events",)))

    assert [p.words for p in passages_of(reading, Extraction("", None, items))] == ["Something happened there"]


def test_a_document_without_items_is_taken_by_its_blocks() -> None:
    text = "Title\n\nPorts\n\nA paragraph of some length"
    blocks = (
        Block(BlockKind.HEADING, Span(0, 5), level=1),
        Block(BlockKind.HEADING, Span(7, 12), level=2),
        Block(BlockKind.PARAGRAPH, Span(14, 40), page=3),
    )
    found = passages_of(Reading(text, blocks, "text/plain"), Extraction("Title", None))

    assert [(p.text, p.section, p.page) for p in found] == [
        ("Title > Ports: A paragraph of some length", ("Ports",), 3)
    ]


def test_a_passage_spans_all_the_dates_of_its_line() -> None:
    text = "A workshop was held on 8 May and on 3 June"
    span = Span(0, len(text))
    days = (Interval(date(2023, 6, 3), date(2023, 6, 3)), Interval(date(2023, 5, 8), date(2023, 5, 8)))
    extraction = Extraction("", None, (Item(span),), (Activity(span, intervals=days),))

    found = passages_of(Reading(text, (), "text/plain"), extraction)

    assert (found[0].start_date, found[0].end_date) == (date(2023, 5, 8), date(2023, 6, 3))


LINES = st.text(st.characters(exclude_characters="\n"), max_size=3_000).map(lambda line: f"x{line}")


@given(st.lists(LINES, max_size=8))
def test_no_word_is_lost_and_no_passage_is_too_long(lines: list[str]) -> None:
    found = passages(*lines)

    assert "".join("".join(passage.words.split()) for passage in found) == "".join("".join(lines).split())
    assert all(len(passage.words.encode(errors="replace")) <= 1_200 for passage in found)
    assert all(passage.words == passage.words.strip() != "" for passage in found)
