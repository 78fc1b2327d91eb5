"""What holds for every page, however it was drawn: no word is lost or doubled, and boxes cover their words."""

import random
from collections import Counter

import pytest
from liteparse import LiteParse
from tests.newsletters.invention import invent
from tests.newsletters.layouts import LAYOUTS, Layout, shown_in
from tests.newsletters.typesetting import HEIGHT, ORDERS, WIDTH, Manner, Page, drawn
from tests.reading.shown import assert_sound

from ctassist.errors import UnreadableFile
from ctassist.model.text import Box
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
    right = blocks = 0
    for seed in (3, 8):
        data = drawn(layout(shown_in(layout, invent(seed)), Manner.of(seed)), ORDERS[seed % 3], seed)
        words = _placed_words(data)
        reading = read_bytes(data, "issue.pdf")
        for block in reading.blocks:
            inside = [word for page, x, y, word in words if any(_holds(box, page, x, y) for box in block.boxes)]
            letters = Counter("".join(ch for ch in "".join(inside) if ch.isalnum()))
            said = Counter(ch for ch in block.span.of(reading.text) if ch.isalnum())
            right, blocks = right + (letters == said), blocks + 1
            assert all(0 <= box.x0 < box.x1 <= WIDTH and 0 <= box.y0 < box.y1 <= HEIGHT for box in block.boxes)
    assert right >= 0.99 * blocks


def _placed_words(data: bytes) -> list[tuple[int, float, float, str]]:
    parser = LiteParse(ocr_enabled=False, quiet=True, emit_word_boxes=True, keep_headers_footers=True)
    return [
        (page.page_num, word.x + word.width / 2, word.y + word.height / 2, word.text)
        for page in parser.parse(data).pages
        for item in page.text_items
        for word in item.words
    ]


def _holds(box: Box, page: int, x: float, y: float) -> bool:
    return box.page == page and box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1


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
