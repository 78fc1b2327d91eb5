"""Groups with charters, minutes and yearly reviews in folders: both sides of a scope, next steps, parts, employers."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, open_library
from tests.answering.rules import assert_holds

FILES = {
    "circles/lamps/README.md": """# Guild Lamps Circle

## Leads

- Selby Ando, Spar
- Bo Lind

## Meetings

- Guild Lamps Circle meeting: Mondays at 10:00 (first Mondays)

## Circles within

### Working Group Wick Tables

- **Meetings:**
  - WG Wick Tables meeting: Fridays at 16:00 (fourth Fridays)
""",
    "circles/lamps/charter.md": """# Guild Lamps Circle Charter

## Scope

### In scope

- Wicks and their oils
- Shades, including:
  - Paper shades

### Out of scope

- Candles of all kinds
- Wicks for stoves
""",
    "circles/ropes/charter.md": """# Guild Ropes Circle Charter

### Out of Scope

- Chains
""",
    "circles/lamps/minutes/2031-05-06.md": """# Minutes, 6 May 2031

## Summary

Those present spoke of the lamps fair and of what is to come.

## Next Steps

- Selby: Ask the guild for the next lamp room.
- Bo: Write to the glass makers.
- Selby: Send the oil table to Fay.
""",
    "reviews/2030-tern-annual.md": """# Tern Boats Review

Tern has 9 keepers from three different yards (Spar, Wick, and Lumen). It has 512 boats as of 9 June 2030.

## Helpers

* Got 27 new contributors to the boats

## Keepers

| Maintainer | Affiliation |
|------------|-------------|
| Dee Falk   | Spar        |
""",
    "reviews/2031-tern-annual.md": """# Tern Boats Review

## Helpers

* Got 31 new contributors to the boats

## Keepers

| Maintainer | Affiliation |
|------------|-------------|
| Dee Falk   | Lumen       |
""",
}


@pytest.fixture(scope="module")
def circles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("sides")
    for name, text in FILES.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library = open_library(folder)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("What is out of scope for the lamps circle?", ("Candles", "stoves"), ("oils", "Chains")),
        (
            "What does the charter of the Guild Lamps Circle put out of scope?",
            ("Candles", "stoves"),
            ("oils", "Chains"),
        ),
        ("What is in scope for the lamps circle?", ("oils", "Paper shades"), ("Candles", "stoves")),
        ("What were the next steps of the lamps meeting of 6 May 2031?", ("lamp room", "glass", "Fay"), ("fair",)),
        ("Where did Dee Falk work in 2030?", ("Spar",), ("Lumen",)),
        ("Where does Dee Falk work?", ("Lumen",), ("Spar",)),
        ("Where did Dee Falk work in the 2030 review of Tern, and where in the 2031 one?", ("Spar", "Lumen"), ()),
        ("How many keepers does Tern have, and from which yards?", ("9", "Spar, Wick, and Lumen"), ()),
        ("How many boats did Tern have in June 2030?", ("512",), ()),
        ("How many new contributers did Tern get in 2031?", ("31",), ("27",)),
    ],
)
def test_what_pages_minutes_and_reviews_say(
    circles: Library, question: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    answer = circles.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in not_told), answer.answer
    assert_holds(circles, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Is glass out of scope for the lamps circle?",
        "What is in scope for the ropes circle?",
        "Where did Fay Noor work in 2030?",
        "Where did Spar work in 2030?",
    ],
)
def test_the_other_side_is_no_answer(circles: Library, question: str) -> None:
    answer = circles.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_follow_up_asks_the_same_of_a_part_and_for_some_of_what_was_listed(circles: Library) -> None:
    first = circles.ask("When does the Guild Lamps Circle meet?")
    answer = circles.ask("And its Wick Tables working group?", conversation=first.conversation_id)
    assert "16:00" in answer.answer
    assert "10:00" not in answer.answer
    first = circles.ask("What next steps came out of the lamps meeting on 6 May 2031?")
    answer = circles.ask("Which of these are for Selby?", conversation=first.conversation_id)
    assert "lamp room" in answer.answer
    assert "oil table" in answer.answer
    assert "glass" not in answer.answer
