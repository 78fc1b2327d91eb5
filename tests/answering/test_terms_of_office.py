"""Pages that say from when to when, or how long, their officers serve, asked for it; and asked of strangers."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

FILES = {
    "ropes": """# Rope Circle

## Leadership
### Wardens

Wardens keep the keys.

### Chairs
- Ana Holm (@ana), Spar (Term: 2030-07-01 - 2032-06-30)
- Bo Lind (@bo) (Term: 2030-07-01 - 2031-06-30)
""",
    "oils": """# Oil Circle

### Chairs

| Name | Organization | Term |
|------|--------------|------|
| Cy Dorn | Lumen | May, 2029 - May, 2031 |
| Dee Falk | Wick | October, 2029 - October, 2031 |
""",
    "oils-and-waxes": "# Oil and Wax Circle\n\n### Chairs\n\n- Cy Dorn\n",
    "former": "# Former chairs\n\n| Circle | Emeritus Chair |\n|--|--|\n| Oil Circle | Eve Moor |\n",
    "council": """# Guild Council

## Members

* Fay Noor (term: 2 years - start: 1/29/2030)
* Gil Otter (term: 3 years - start: 1/29/2030)
* Hana Pike (term: 18 months - start: 3/17/2030)
""",
}


@pytest.fixture(scope="module")
def circles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("circles"), **FILES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Who chairs the Rope Circle, and until when do their terms run?", ("2032-06-30", "2031-06-30"), ("Cy Dorn",)),
        ("Who are the chairs of the Rope Circle and when does the term of each end?", ("2032-06-30", "2031-06-30"), ()),
        ("Which council members have two-year terms?", ("Fay Noor",), ("Gil Otter", "Hana Pike")),
        ("Which members of the Guild Council have a term of 18 months?", ("Hana Pike",), ("Gil Otter", "Fay Noor")),
        ("Since when was Dee Falk a chair of the Oil Circle?", ("October 2029",), ("May 2029", "Cy Dorn")),
        ("Since when is Cy Dorn chair of the Oil Circle (not the Oil and Wax Circle)?", ("May 2029",), ("Wax",)),
        ("Is Eve Moor still a chair of the Oil Circle?", ("Cy Dorn", "Dee Falk", "Emeritus lead: Eve Moor"), ()),
    ],
)
def test_terms_are_told_as_the_pages_state_them(
    circles: Library, question: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    answer = circles.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in not_told), answer.answer
    assert_holds(circles, answer)


@pytest.mark.parametrize(
    "question",
    [
        "When did Linda Okafor become chair of the Oil Circle?",
        "Who was chair of the Rope Circle before Linda Okafor?",
        "Which council members have five-year terms?",
    ],
)
def test_of_strangers_and_of_other_terms_nothing_is_said(circles: Library, question: str) -> None:
    answer = circles.ask(question)
    assert answer.status == "not_found", answer.answer
