"""Running text in columns that stand side by side in plain text, a gutter of blanks between them."""

import pytest

from ctassist.reading.text import read_text

LEFT = [
    "Meetings",
    "",
    "3 May - The Bell Union met the keepers of",
    "towers in Turku, Finland.",
    "9 May - Malta joined.",
    "12-14 May - Ringers' League held its spring",
    "school, for which forty pupils came to",
    "Ghent, Belgium.",
    "20 May - A bronze prize was given to two",
    "founders.",
]
RIGHT = [
    "Lessons",
    "",
    "• 4 May - Casting was taught to",
    "  nine apprentices.",
    "• 11 and 18 May - Two evenings on",
    "  ropes in Aveiro, Portugal.",
    "• 22 May - A carillon was tuned",
    "  in Tartu, Estonia.",
]
WHOLE_LEFT = [
    "3 May - The Bell Union met the keepers of towers in Turku, Finland.",
    "12-14 May - Ringers' League held its spring school, for which forty pupils came to Ghent, Belgium.",
    "20 May - A bronze prize was given to two founders.",
]
WHOLE_RIGHT = [
    "4 May - Casting was taught to nine apprentices.",
    "11 and 18 May - Two evenings on ropes in Aveiro, Portugal.",
    "22 May - A carillon was tuned in Tartu, Estonia.",
]


def page(width: int, *, after: str = "") -> str:
    right = [*RIGHT, *[""] * (len(LEFT) - len(RIGHT))]
    body = "\n".join(f"{one:<{width}}{other}".rstrip() for one, other in zip(LEFT, right, strict=True))
    return f"Bell Review\nMay 2023\n\n{body}\n\n{after}"


@pytest.mark.parametrize("width", [48, 55, 70])
def test_text_in_columns_is_read_one_column_after_the_other(width: int) -> None:
    text = read_text(page(width, after="Structure\n\nOne union.")).text
    places = [text.index(line) for line in ("Meetings", *WHOLE_LEFT, "Lessons", *WHOLE_RIGHT, "Structure")]
    assert places == sorted(places)


def test_a_heading_over_all_columns_ends_them() -> None:
    voices = "Voices\n\n" + "\n".join(f"{one:<48}{other}" for one, other in zip(LEFT[2:8], RIGHT[2:], strict=True))
    text = read_text(page(48, after=voices)).text
    assert text.index("Lessons") < text.index("22 May") < text.index("Voices")


def test_a_table_with_cells_of_several_lines_stays_a_table() -> None:
    rows = [
        ("Group", "Chair"),
        ("Bronze and the", "Bell Union with"),
        ("casting of bells", "the founders"),
        ("Ropes and the", "League of young"),
        ("care of towers", "ringers"),
        ("Tuning of old", "Carillon house"),
        ("instruments", "of Bruges"),
    ]
    text = read_text("Bell Review\n\n" + "\n".join(f"{one:<24}{other}" for one, other in rows)).text
    assert text.index("Bell Union with") < text.index("Ropes and the") < text.index("Carillon house")


def test_lines_that_begin_with_a_day_and_a_dash_are_things_of_their_own() -> None:
    lines = [
        "4 May – The Bell Union met the keepers of",
        "towers in Turku, Finland.",
        "9 May – Malta joined the union of the bells.",
        "11-12 May – A carillon was tuned in Tartu.",
        "May – The league issued a handbook on ropes.",
        "No date – Bruges renewed the list of towers.",
    ]
    reading = read_text("Bell Review\n\n" + "\n".join(lines))
    told = [reading.text[block.span.start : block.span.end] for block in reading.blocks]
    assert told[1:] == [f"{lines[0]} {lines[1]}", *lines[2:]]
