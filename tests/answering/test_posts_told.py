"""An invented review whose issues chart posts in one season and tell of them in sentences in the next."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.answering.library import Library, open_library
from tests.answering.rules import assert_holds

SPRING = """# Beekeepers' Union in Review

**March 2031**

## Key events

- The second Honey Fair of the Union was held in Lyon, France (4 March)
- The Wax Office (WXO) trained ten keepers in Togo (7 March)

## Committees

| Circle | Lead | Co-lead | Deputy leads | Rapporteur |
|---|---|---|---|---|
| Hives and Frames | WXO | BTA | CRN | Ana Roe (BTA) |
| Nectar and Pollen | BTA | CRN | DLM | Bo Lind (WXO) |
| Mites | DLM | BTA | WXO | Cem Aydin (DLM) |
"""
SUMMER = """# Beekeepers' Union in Review

**June 2031**

## Key events

- CRN opened a hive school in Ghana (2 June)
- The fourth Honey Fair of the Union was held in Porto, Portugal (20 June)

## Committees

Since 3 June, the committee on Hives and Frames is led by BTA, and WXO has become its co-lead. CRN remains \
deputy lead; Dot Ives (CRN) remains rapporteur.

- DLM replaced CRN as co-lead of the committee on Nectar and Pollen (9 June)
- EPO replaced WXO as a deputy lead of the committee on Mites (11 June)
"""
AUTUMN = """# Beekeepers' Union in Review

**September 2031**

## Key events

- WXO announced on 8 September that it would be called Honey and Wax Agency (HWA) from 1 January 2032
- Bo Lind received a medal (9 September)
- The tenth anniversary of the Union was marked in Rome, Italy (12 September)
- BTA signed a memorandum with Comb Press on free maps of meadows (14 September)
- A CRN survey of the staff of 40 apiaries found that 31 per cent are women (16 September)

## Voices

- “Ten years ago we were two sheds and a smoker” — Selby Ando, Secretary-General of the Union (12 September)
- “A hive that nobody counts is no hive” — Selby Ando, Secretary-General of the Union (16 September)
- “Teach a teacher and the meadow will hum” — Dot Ives, Director of CRN (20 September)
- “A swarm is no crowd,” according to DLM Director Eli Marsh (21 September)

## Committees

- Hives and Frames: BTA (lead), WXO (co-lead), CRN (deputy lead), Dot Ives of CRN (rapporteur).
- Swarms: EPO (lead), DLM (co-lead).
- BTA leads the committee on Nectar and Pollen, with DLM as co-lead. Fay Noor (DLM) followed Bo Lind as rapporteur.
- The committee on Mites is led by CRN, which changed places with DLM, now co-lead, on 1 September. EPO is deputy lead.

## Regional focal points

- Africa: Mo Diallo (CRN)
- Europe: Ivo Brandt (EPO), successor of Lea Conti

HWA: Honey and Wax Agency (until 2031: Wax Office, WXO)
"""


@pytest.fixture(scope="module")
def union(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("union")
    (folder / "files").mkdir()
    for name, text in (("2031-03.md", SPRING), ("2031-06.md", SUMMER), ("2031-09.md", AUTUMN)):
        (folder / "files" / name).write_text(text, encoding="utf-8")
    library = open_library(folder)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What changed at the top of the hives committee between March 2031 and June 2031?",
            ["lead: WXO → **BTA**", "co-lead: BTA → **WXO**"],
        ),
        ("Which committees got a new lead between March 2031 and September 2031?", ["WXO → **BTA**", "DLM → **CRN**"]),
        ("Which deputy lead left the mites committee in June 2031 and who came instead?", ["EPO replaced WXO"]),
        ("Who co-led the nectar committee according to the March issue, and who according to the June issue?", ["CRN"]),
        ("Who is rapporteur of the nectar committee in September 2031?", ["Fay Noor (DLM)"]),
        ("Who co-leads the mites committee in September 2031?", ["DLM"]),
        ("Since when has WXO been called HWA?", ["from 1 January 2032"]),
    ],
)
def test_posts_are_told_as_charts_and_sentences_have_them(union: Library, question: str, told: list[str]) -> None:
    answer = union.ask(question)
    assert all(words in answer.answer for words in told)
    assert_holds(union, answer)


def test_the_same_holder_written_otherwise_is_no_change(union: Library) -> None:
    answer = union.ask("What changed in the hives committee between June 2031 and September 2031?")
    assert "Dot Ives" not in answer.answer


def test_a_clause_on_another_post_gives_no_second_lead(union: Library) -> None:
    answer = union.ask("Who leads the hives committee?", as_of=date(2031, 6, 30))
    assert "Lead: BTA [1]" in answer.answer


def test_who_left_is_not_told_of_another_committee(union: Library) -> None:
    assert union.ask("Which deputy lead left the hives committee in June 2031?").status == "not_found"


@pytest.mark.parametrize(
    "follow_up", ["And the fourth?", "And the fourth, where was it held?", "What about the fourth one?"]
)
def test_the_same_is_asked_of_another_number(union: Library, follow_up: str) -> None:
    answer = union.ask(follow_up, "Where was the second Honey Fair of the Union held?")
    assert "Porto" in answer.answer
    assert "Lyon" not in answer.answer


def test_words_said_on_an_occasion_are_those_of_its_day(union: Library) -> None:
    answer = union.ask("What did Selby Ando recall on the tenth anniversary?")
    assert "two sheds" in answer.answer
    assert "nobody counts" not in answer.answer
    assert union.ask("What did Selby Ando recall on the third anniversary?").status == "not_found"


def test_a_title_that_is_spoken_of_names_no_speaker(union: Library) -> None:
    assert "Dot Ives" in union.ask("Who spoke of teaching a teacher?").answer


def test_accords_are_listed_without_what_is_told_according_to_somebody(union: Library) -> None:
    answer = union.ask("Which agreements and memoranda with partners (firms, schools) has the archive recorded?")
    assert "Comb Press" in answer.answer
    assert "swarm" not in answer.answer
    assert "free maps" in union.ask("What did BTA agree with Comb Press?").answer


def test_a_share_is_found_in_other_words(union: Library) -> None:
    assert "31 per cent" in union.ask("What share of the apiary staff are female?").answer


def test_a_region_told_first_is_that_region(union: Library) -> None:
    answer = union.ask("I am preparing a note for our African desk: which activities took place in that region?")
    assert "Togo" in answer.answer
    assert "Ghana" in answer.answer
    assert "Portugal" not in answer.answer


def test_who_bore_a_title_before_is_not_who_is(union: Library) -> None:
    assert union.ask("Who was Secretary-General of the Union before Selby Ando?").status == "not_found"
    assert "Lea Conti" in union.ask("Who was focal point for Europe before Ivo Brandt?").answer
    answer = union.ask("Who was rapporteur of the nectar committee before Fay Noor?")
    assert "followed Bo Lind as rapporteur" in answer.answer
