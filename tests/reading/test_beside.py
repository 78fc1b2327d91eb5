"""Two things without marks beside each other, whose lines alternate, each alone between blank lines."""

import pytest

from ctassist.reading.text import read_text

BESIDE = [
    "Bell Union and the Ringers' League",
    "BFF lent six ropes to the",
    "held a hearing on ladders in",
    "belfry of Tallinn, Estonia (11 Jan)",
]
OF_PLACES = ["RL and BU convened the", "BFF ran a summer camp for", "panel of ringers in", "young keepers in"]


def review(*lines: str) -> str:
    return read_text(
        "\n\n".join(["Bell Review", "JOINT WORK", "→ BU cast a bell (2 Jan)", *lines, "TOOLS"]) + "\n"
    ).text


def test_the_lines_of_two_things_that_alternate_are_read_one_below_the_other() -> None:
    text = review(*OF_PLACES, "Bruges (8 and 22 Mar)", "Ghent, Belgium (3-6 Apr)")
    assert "RL and BU convened the panel of ringers in Bruges (8 and 22 Mar)" in text
    assert "BFF ran a summer camp for young keepers in Ghent, Belgium (3-6 Apr)" in text
    text = review(*BESIDE[:3], "belfry of Tallinn,", "Riga (24 Jan)", "in Estonia (11 Jan)")
    assert "Bell Union and the Ringers' League held a hearing on ladders in Riga (24 Jan)" in text


@pytest.mark.parametrize(
    "lines",
    [
        # Each line is a thing of its own, or one follows the other.
        ["BU met pilots (3 Jan)", "RL met keepers (4 Jan)", "BFF met founders (5 Jan)", "Riga (6 Jan)"],
        [
            "RL convened a panel of ringers",
            "who came from three countries",
            "to Bruges (8 Mar)",
            "BFF met them (9 Mar)",
        ],
        ["Ropes are worn", "Ladders are old", "Bells are sound", "Nobody fell"],
    ],
)
def test_lines_that_follow_each_other_stay_as_they_are(lines: list[str]) -> None:
    text = " ".join(review(*lines).split())
    assert " ".join(lines) in text


DATED = [
    "→ BU cast a bell (2 Jan)",
    "→ RL lent ropes (5 Jan)",
    "→ Founders met in Lima (7 Jan)",
    "→ RL gilded a cock (9 Jan)",
]
MARKED = [
    "→ RL course on knots and",
    "→ BU counted the clappers",
    "splices in Porto,",
    "of Turku and Oulu, Finland",
    "Portugal (12 Jan)",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_two_things_with_marks_beside_each_other_are_read_one_below_the_other(gap: str) -> None:
    lines = [*DATED, *MARKED, "(14-16 Jan)", "→ BU sold a crane (20 Jan)"]
    text = read_text(f"Bell Review\n\nJOINT WORK\n\n{gap.join(lines)}\n\nTOOLS\n").text
    assert "RL course on knots and splices in Porto, Portugal (12 Jan)" in text
    assert "BU counted the clappers of Turku and Oulu, Finland (14-16 Jan)" in text


@pytest.mark.parametrize(
    "lines",
    [
        # A thing with two days, and one of one line with its own.
        [*DATED, "→ RL heard the founders (3 Feb)", "→ BU counted clappers", "in Turku (4 Feb)", "in Oulu (6 Feb)"],
        # Where things bear no days, one with two says nothing of the one before it.
        [
            "→ Ropes",
            "→ Ladders",
            "→ Bells",
            "→ Cranes",
            "→ RL met",
            "→ BU cast bells",
            "in Turku (4 Feb)",
            "in Oulu (6 Feb)",
        ],
    ],
)
def test_things_with_marks_that_follow_each_other_stay_as_they_are(lines: list[str]) -> None:
    text = " ".join(review(*lines).split())
    assert "BU counted clappers in Turku (4 Feb)" in text or "BU cast bells in Turku (4 Feb)" in text
