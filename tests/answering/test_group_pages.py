"""A community of "parlours": its pages and yearly reports, asked who holds what, who left, how many there are."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

FILES = {
    "knots": """# Knots and Bends Parlour (KBP)

The parlour collects knots.

## Chairs

- Ana Holm (@ana), Spar
- Bo Lind (@bo), Tern Gardens

## Chair Emeriti

- Cy Dorn (@cy), Spar
- Dee Falk (@dee), Lumen

## Projects

### loop-ring

A ring of loops.

- Leads: Eve Moor (@eve), Spar

### bend-atlas

- Leads: Fay Noor (@fay), Lumen
""",
    "sails": """# Old Sails Parlour

The parlour mends sails. Gil Otter of Lumen chairs it. Its first chair was Cy Dorn, who left in 2029.
""",
    "ropes": """# Ropes Special Interest Group

## Chairs

- Mia Reef (@mia), Spar
- Ned Cole (@ned), Wick
""",
    "lamps": "# Harbour Lamps Parlour\n\n## Chair\n\n- Hana Pike (@hana), Wick\n",
    "council": """# Parlour Council

| &nbsp; | Member | Company | Term end |
| - | ------ | ------- | -------- |
| <img src="a"> | Ivo Quist | Wick | 2033 |
| <img src="b"> | Ana Holm | Spar | 2034 |

## Emeritus members

- Jon Reed
""",
    "knots-2030": """# Knots and Bends Parlour: Annual Report 2030

## Officers in 2030

| Office | Name |
| ------ | ---- |
| Chair | Dee Falk |

## Projects

**New in 2030:**
- loop-ring
**Retired in 2030:**
- hitch-box
""",
    "sails-2030": """# Annual report of the Old Sails Parlour, 2030

The parlour was chaired by Kim Stone, with Lou Tarn as secretary.
""",
}


@pytest.fixture(scope="module")
def parlours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("parlours"), **FILES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Who chairs the Knots and Bends Parlour?", ("Ana Holm", "Bo Lind"), ("Cy Dorn", "Dee Falk")),
        ("Who chaired the Knots and Bends Parlour in 2030?", ("Dee Falk",), ("Ana Holm",)),
        ("Who chaired the Old Sails Parlour in 2030?", ("Kim Stone",), ("Gil Otter",)),
        ("Who are the former chairs of the knots parlour?", ("Cy Dorn", "Dee Falk"), ("Ana Holm",)),
        ("Who was the first chair of the Old Sails Parlour?", ("Cy Dorn",), ()),
        ("Who used to be on the Parlour Council?", ("Jon Reed",), ("Ivo Quist",)),
        ("When does Ivo Quist's term on the council end?", ("2033",), ("2034",)),
        ("Which chairs of the Knots and Bends Parlour are from Spar?", ("Ana Holm",), ("Bo Lind",)),
        ("Which chairs of special interest groups work for Spar?", ("Mia Reef",), ("Ana Holm", "Eve Moor")),
        ("Which of the SIG Ropes chairs is from Wick?", ("Ned Cole",), ("Hana Pike", "Ivo Quist")),
        ("How many chairs does SIG Ropes have?", ("2", "Mia Reef"), ("1 body", "Ana Holm")),
        ("Who are the chairs of all parlours?", ("Ana Holm", "Bo Lind", "Gil Otter", "Hana Pike"), ("Eve Moor",)),
        ("How many projects does the Knots and Bends Parlour have?", ("2", "loop-ring", "bend-atlas"), ()),
        ("Which project of the Knots and Bends Parlour was retired in 2030?", ("hitch-box",), ("loop-ring",)),
    ],
)
def test_pages_and_reports_of_one_body_are_told_apart_by_time(
    parlours: Library, question: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    answer = parlours.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in not_told), answer.answer
    assert_holds(parlours, answer)


def test_whoever_works_elsewhere_is_no_chair_of_the_group_that_is_named(parlours: Library) -> None:
    assert parlours.ask("Which chairs of the Knots and Bends Parlour work for Wick?").status == "not_found"


def test_what_a_chair_is_paid_is_no_number_of_chairs(parlours: Library) -> None:
    assert parlours.ask("How much is a parlour chair paid?").status == "not_found"
