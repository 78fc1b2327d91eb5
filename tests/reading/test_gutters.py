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


def test_columns_of_items_are_none_of_a_table_though_their_lines_keep_step() -> None:
    left = ["→ Ringers' League met the keepers of", "towers in Turku, Finland (3 May)"] * 3
    right = ["→ The union said that bells were", "never meant to be silent (4 May)"] * 3
    rows = "\n".join(f"{one:<44}{other}" for one, other in zip(left, right, strict=True))
    text = read_text(f"Bell Review\n\n{rows}\n\nEND\n\nOne.").text
    assert text.count("met the keepers of towers in Turku, Finland (3 May)") == 3
    assert text.count("The union said that bells were never meant to be silent (4 May)") == 3
    assert text.rindex("towers") < text.index("The union")


def test_a_sign_for_greater_that_begins_items_is_a_bullet_and_before_quoted_lines_it_is_none() -> None:
    items = [
        "> The union met (3 May)",
        "> Malta joined the bells of",
        "the north (9 May)",
        "> A prize was given (20 May)",
    ]
    assert ">" not in read_text("Bell Review\n\nNEWS\n\n" + "\n\n".join(items[:1]) + "\n" + "\n".join(items[1:])).text
    mail = "> The union met in the\n> north, where bells\n> are old."
    assert read_text(f"Bell Review\n\nShe wrote:\n\n{mail}\n").text.count(">") == 3


@pytest.mark.parametrize("foot", ["Bell Review May 2023 Page {} of 3", "{} | Bell Review | May 2023"])
def test_feet_of_lost_pages_are_left_out(foot: str) -> None:
    pages = "\n\n".join(f"The union met {number} times.\n\n{foot.format(number)}" for number in (1, 2, 3))
    text = read_text(f"Bell Review\n\n{pages}\n").text
    assert "May 2023" not in text
    assert "3 times" in text


def test_an_item_that_lost_its_bullet_but_not_its_day_is_another_item() -> None:
    items = (
        "• 3-5 May: The union met in Turku\n9 May: Malta joined the bells\nof the north\n• 20 May: A prize was given"
    )
    text = read_text(f"Bell Review\nMay 2023\n\nNEWS\n\n{items}\n").text
    assert "9 May: Malta joined the bells of the north" in text.splitlines()


def test_two_paragraphs_side_by_side_go_on_in_their_own_columns() -> None:
    page = (
        "Bell Review\n\nTWO VOICES\n\n"
        "Ana Lind has rung the tenor of Ghent for       Bo Karv, who leads the group on ropes, gives\n"
        "forty years, and she never wore a glove. In    another answer to the same question. A rope\n"
        "her view a rope that does not warm the hand    without a knot is a snake, and his group will\n"
        "is no rope at all, and the young ringers who   write down twelve knots that every tower is to\n"
        "come with gloves go home with blisters.        know by heart.\n\nEND\n\nOne.\n"
    )
    text = read_text(page).text
    assert "for forty years, and she never wore a glove. In her view a rope" in text
    assert "gives another answer to the same question. A rope without a knot is a snake" in text


def test_rows_that_all_go_on_below_are_still_a_table() -> None:
    page = (
        "Bell Review\n\nTOWERS\n\n"
        "Great tower of           Rung every day at noon\n"
        "the old harbour          and on feasts\n"
        "Small tower of           Rung on Fridays by the\n"
        "the new market           school of ringers\n"
        "Third tower of           Silent since the storm\n"
        "the southern gate        and the fire\n\nEND\n\nOne.\n"
    )
    text = read_text(page).text
    assert text.index("Rung every day at noon") < text.index("Small tower of")
