"""Presentations: what stands on their slides, in the order in which it is read."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches
from tests.reading.shown import assert_sound, cells, shown

from ctassist.errors import UnreadableFile
from ctassist.model.text import Reading
from ctassist.reading import read_bytes


def saved(write: Callable[[Any], object]) -> bytes:
    slides = Presentation()
    write(slides)
    file = BytesIO()
    slides.save(file)
    return file.getvalue()


def read(write: Callable[[Any], object], name: str = "review.pptx") -> Reading:
    reading = read_bytes(saved(write), name)
    assert_sound(reading)
    return reading


def a_review(slides: Any) -> None:
    cover = slides.slides.add_slide(slides.slide_layouts[0])
    cover.shapes.title.text = "Beekeepers' Letter"
    cover.placeholders[1].text = "May-June 2022"
    events = slides.slides.add_slide(slides.slide_layouts[1])
    events.shapes.title.text = "Swarms"
    frame = events.placeholders[1].text_frame
    frame.text = "Two hives swarmed in Ghent (4 May)"
    below = frame.add_paragraph()
    below.text, below.level = "One came back", 1


def test_a_slide_is_a_page_with_its_title_and_its_list() -> None:
    reading = read(a_review)
    assert shown(reading) == [
        "# Beekeepers' Letter",
        "May-June 2022",
        "## Swarms",
        "- Two hives swarmed in Ghent (4 May)",
        "-- One came back",
    ]
    assert [block.page for block in reading.blocks] == [1, 1, 2, 2, 2]
    assert reading.pages == 2


def test_text_boxes_are_paragraphs_and_tables_are_rows() -> None:
    def write(slides: Any) -> None:
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = "Working groups"
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1))
        box.text_frame.text = "Chairs change in May."
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(3), Inches(6), Inches(1)).table
        for at, words in enumerate(("Group", "Chair", "Swarms", "Ghent Bee Office")):
            table.cell(at // 2, at % 2).text = words

    reading = read(write)
    assert shown(reading)[:2] == ["# Working groups", "Chairs change in May."]
    assert cells(reading) == [["Group", "Chair"], ["Swarms", "Ghent Bee Office"]]
    assert reading.blocks[-2].header


def test_what_nobody_in_the_room_sees_is_left_out() -> None:
    def write(slides: Any) -> None:
        a_review(slides)
        slides.slides[0].notes_slide.notes_text_frame.text = "Smile here"
        hidden = slides.slides.add_slide(slides.slide_layouts[5])
        hidden.shapes.title.text = "Not for members"
        hidden.element.set("show", "0")

    text = read(write).text
    assert "Smile" not in text
    assert "Not for members" not in text


def test_shapes_of_a_group_are_read() -> None:
    def write(slides: Any) -> None:
        slide = slides.slides.add_slide(slides.slide_layouts[6])
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "137 hives"

    assert shown(read(write)) == ["137 hives"]


@pytest.mark.parametrize("spoil", [lambda data: data[: len(data) // 2], lambda data: data[:30] + b"\0" * 400])
def test_a_damaged_file_is_said(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnreadableFile, match=r"review\.pptx"):
        read_bytes(spoil(saved(a_review)), "review.pptx")


def test_a_presentation_that_inflates_is_refused() -> None:
    file = BytesIO(saved(a_review))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/slides/big.xml", b" " * 300_000_000)
    with pytest.raises(UnreadableFile, match="unpacks to"):
        read_bytes(file.getvalue(), "review.pptx")
