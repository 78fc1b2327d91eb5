"""What holds for every page, however it was drawn: no word is lost or doubled, and boxes cover their words."""

import io
import random
from collections import Counter

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.newsletters.invention import invent
from tests.newsletters.layouts import LAYOUTS, Layout, shown_in
from tests.newsletters.measure import Tally, measure_boxes
from tests.newsletters.typesetting import HEIGHT, ORDERS, WIDTH, Manner, Page, drawn
from tests.reading.shown import assert_sound

from ctassist.errors import UnreadableFile
from ctassist.model.text import BlockKind
from ctassist.reading import read_bytes

WORDS = (
    *("lantern", "orchard", "ferry", "kite", "bell", "moss", "glass", "heron", "river", "tower"),
    *("427", "1,204", "(3 May)", "Chair:", "notes"),
)


def scattered(seed: int) -> tuple[bytes, Counter[str]]:
    """A page with words anywhere on it, none over another, and with frames and dots between them."""
    chance = random.Random(seed)
    page, written = Page(), Counter[str]()
    for row in range(30):
        x = chance.uniform(20, 200)
        while x < WIDTH - 90:
            word = chance.choice(WORDS)
            font = chance.choice(["Helvetica", "Helvetica-Bold", "Times-Roman"])
            page.write(x, 110 + 20 * row + chance.uniform(-3, 3), word, font, chance.choice([8, 9, 14]))
            written.update(word.split())
            x += chance.uniform(75, 300)
    for _ in range(chance.randrange(6)):
        x, y = chance.uniform(0, 400), chance.uniform(100, 600)
        page.frame(x, y, x + chance.uniform(10, 190), y + chance.uniform(10, 190))
        page.disc(x, y, 1.5)
    return drawn([page], "shuffled", seed), written


@pytest.mark.parametrize("seed", range(25))
def test_words_anywhere_on_a_page_are_all_read_once(seed: int) -> None:
    data, written = scattered(seed)
    reading = read_bytes(data, "page.pdf")
    assert Counter(reading.text.replace("|", " ").split()) == written
    assert_sound(reading)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_boxes_of_a_block_cover_its_words_and_no_others(layout: Layout) -> None:
    tally = Tally()
    for seed in (3, 8):
        data = drawn(layout(shown_in(layout, invent(seed)), Manner.of(seed)), ORDERS[seed % 3], seed)
        reading = read_bytes(data, "issue.pdf")
        measure_boxes(data, reading, tally)
        boxes = [box for block in reading.blocks for box in block.boxes]
        assert all(0 <= box.x0 < box.x1 <= WIDTH and 0 <= box.y0 < box.y1 <= HEIGHT for box in boxes)
    assert tally.share("boxes") >= 0.99, "\n".join(tally.misses)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    data = bytearray(drawn(layout(shown_in(layout, invent(seed)), Manner.of(seed)), "as written", seed))
    for _ in range(chance.choice([1, 10, 200])):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    try:
        assert_sound(
            read_bytes(bytes(data[: chance.randrange(200, len(data))] if seed % 4 == 0 else data), "issue.pdf")
        )
    except UnreadableFile as refusal:
        assert "issue.pdf" in str(refusal)  # noqa: PT017


MATRICES = {"upright": (1, 0, 0, 1), "slanted": (1, 0, 0.3, 1), "condensed": (0.7, 0, 0, 1)}


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES)
def test_words_are_read_in_whatever_unit_their_size_is_set(matrix: tuple[float, float, float, float]) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    # Of letters that slant, the parser sees no spaces between those of size 1.
    sizes = (6.0 if matrix[2] else 1.0, 12.0, 60.0)
    for at, size in enumerate(sizes):
        text = canvas.beginText()
        text.setFont("Helvetica", size)
        text.setTextTransform(*(12 / size * part for part in matrix), 60, 700 - 40 * at)
        text.textOut(f"Lanterns set in {size}")
        canvas.drawText(text)
    canvas.save()
    reading = read_bytes(file.getvalue(), "page.pdf")
    assert [block.span.of(reading.text) for block in reading.blocks] == [f"Lanterns set in {size}" for size in sizes]
    assert {block.kind for block in reading.blocks} == {BlockKind.PARAGRAPH}


def test_words_that_reach_over_the_last_line_of_a_grid_are_in_its_last_row() -> None:
    page = Page()
    for row in range(3):
        for column in range(3):
            page.frame(50 + 150 * column, 100 + 50 * row, 200 + 150 * column, 150 + 50 * row)
            y, size = (263.2, 40) if row == 2 else (130 + 50 * row, 9)
            page.write(55 + 150 * column, y, "bell", "Helvetica", size)
    reading = read_bytes(drawn([page], "as written", 0), "page.pdf")
    assert reading.text.split().count("bell") == 9
