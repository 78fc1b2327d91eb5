"""Reports that are filled-in forms: lines below a question, lists of a named group, meetings of a weekday."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

REPORT = """# {year} Annual Report: WG {name}

## Work

1. What work did the group do this year that its members are proud of? For example, ropes, sails and other things
   that were made.

   - {work}

2. Boats, and how far they are:

   - afloat:
     - {afloat}

## Health

1. Which harbours of the group need the most help with repairs? Are there any with fewer than two hands? (link to the
   list of all hands)

   - {help}

"""
PAGE = """# {name} Working Group

The group mends what the wind tears.

## Meetings

* {meeting} Meeting: {day} at 18:30 (weekly).
  * Notes of {name}.
  * Recordings of all of them in the shed.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("forms"),
        schedule=REPORT.format(
            year=2041,
            name="Scheduling",
            work="a new calendar of tides",
            afloat="1201 - Tide clock",
            help="The clock tower is short of hands",
        ),
        sails=REPORT.format(
            year=2041,
            name="Sails",
            work="forty sails sewn",
            afloat="1305 - Storm jib",
            help="Only Ole knows how to sew at Vik",
        ),
        older=REPORT.format(
            year=2040, name="Sails", work="a loft found", afloat="1100 - Red spinnaker", help="Bruus lies waste"
        ),
        one=PAGE.format(name="Scheduling", meeting="Calendar", day="Wednesdays"),
        two=PAGE.format(name="Sails", meeting="Loft", day="Wednesdays"),
        three=PAGE.format(name="Ropes", meeting="Walk", day="Fridays"),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "What harbours need help according to the 2041 annual reports?",
            ["clock tower", "Only Ole"],
            ["Bruus", "forty sails", "two hands"],
        ),
        ("Which harbours needed help in 2040?", ["Bruus"], ["clock tower", "Only Ole"]),
        ("Which boats of WG Scheduling were afloat in 2041?", ["1201"], ["1305", "1100"]),
        ("When does the Loft meeting of the Sails Working Group take place?", ["Wednesdays at 18:30"], ["Calendar"]),
        ("Which meetings are held on Wednesdays?", ["Calendar", "Loft"], ["Walk", "Notes of", "Recordings"]),
    ],
)
def test_a_list_has_what_stands_below_what_is_asked(
    reports: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = reports.ask(question)
    assert_holds(reports, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer
    assert [words for words in unsaid if words in answer.answer] == [], answer.answer
