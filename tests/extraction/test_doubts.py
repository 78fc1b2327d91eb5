"""What looks wrong with an issue is said to whoever takes it in."""

import pytest
from tests.extraction.shown import taken

HEAD = "# Harbour Review January-February 2024\n\n"
EVENTS = "## Key events\n\n- WTO lit a lamp (3 Jan)\n- BPU met (4 Jan)\n- BPU sailed (5 Jan)\n- WTO won a cup (6 Jan)\n"
CHART = "\n## Working groups\n\n**Fog signals**\n\nChair: WTO\n"


def warnings(source: str, name: str = "a.md") -> tuple[str, ...]:
    return taken(source, name)[1].warnings


def test_nothing_is_said_of_a_sound_issue() -> None:
    assert warnings(HEAD + EVENTS + CHART) == ()


def test_an_issue_without_dates() -> None:
    undated = "".join(f"- BPU met pilots from {place}\n" for place in ("Riga", "Lisbon", "Ghent", "Oslo"))
    assert "None of its 4 activities has a date" in warnings(f"{HEAD}## Key events\n\n{undated}")[0]


def test_a_page_without_a_period_needs_no_dates() -> None:
    assert (
        warnings("# Fog signals\n\n- WTO lit a lamp\n- BPU met pilots\n- BPU sailed to Riga\n- WTO won a cup\n") == ()
    )


def test_items_without_a_heading() -> None:
    items = "".join(f"- BPU met pilots in Riga ({day} Jan)\n" for day in range(3, 8))
    assert any("stands under a heading" in warning for warning in warnings(HEAD + items))


def test_a_figure_that_lost_its_number() -> None:
    text = (
        "Harbour Review January-February 2024\n\nIN NUMBERS\n\n137\n\nMember ports\n\nFocal points\n\n28\n\nNew lamps\n"
    )
    assert any(
        "“Focal points”" in warning for warning in warnings(f"{text}\n\nKEY EVENTS\n\n- BPU met (4 Jan)\n", "a.txt")
    )


@pytest.mark.parametrize("below", ["Fog signals\n\nBuoys and lamps\n", "- Fog signals\n- Buoys\n"])
def test_a_chart_without_holders(below: str) -> None:
    told = warnings(f"{HEAD}{EVENTS}\n## Working groups\n\n{below}")
    assert any("Under “Working groups” nobody was found" in warning for warning in told)


def test_news_of_the_groups_is_no_chart() -> None:
    assert warnings(f"{HEAD}{EVENTS}\n## News of the working groups\n\n- Fog signals met in Riga (7 Feb)\n") == ()
