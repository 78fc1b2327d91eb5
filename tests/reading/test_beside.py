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
