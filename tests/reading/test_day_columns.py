"""Two columns of items that begin with their days and whose lines alternate."""

from ctassist.reading.text import read_text

LEFT = [
    "• 6-8 Sep – Ringers' League holds its twelfth congress of towers in Cadiz,",
    "  Spain",
    "• 14 Sep – Foundry group prints its list of ropes",
    "• 21 Sep – Carillon evening in the square behind the old customs house of",
    "  Mechelen",
    "• 3 Oct – Bell Union lends a clapper to Malta",
]
RIGHT = [
    "• 1 Sep – BPU opens a school for keepers",
    "• 9 Sep – Tin and copper are weighed anew in",
    "  Turku, Finland",
    "• 19-23 Sep – BPU counts the bells of the north",
    "• 5 Oct – A bell comes home to Tartu",
]


def whole(items: list[str]) -> list[str]:
    return "\n".join(items).replace("\n  ", " ").replace("• ", "").split("\n")


def page(lines: list[str]) -> str:
    return "Bell Review\nSeptember – October 2031\n\nNEWS\n\n" + "\n".join(lines) + "\n\nEND\n\nOne.\n"


def alternating() -> list[str]:
    return [line for pair in zip(LEFT, RIGHT, strict=False) for line in pair] + LEFT[len(RIGHT) :]


def test_items_whose_days_go_to_and_fro_are_two_columns() -> None:
    text = read_text(page(alternating())).text
    assert "\n".join(["NEWS", "", *whole(LEFT), *whole(RIGHT)]) in text


def test_items_in_the_order_of_their_days_stay_as_they_are() -> None:
    listed = ["• 1 Sep – One in", "  Ghent", "• 2 Sep – Two", "• 5 Sep – Three", "• 9 Sep – Four", "• 3 Oct – Five"]
    assert "\n".join(whole(listed)) in read_text(page(listed)).text


def test_items_in_no_order_of_days_stay_as_they_are() -> None:
    listed = [f"• {day} Sep – Peal number {day} was rung" for day in (9, 3, 8, 2, 7, 6, 4, 5)]
    assert "\n".join(whole(listed)) in read_text(page(listed)).text
