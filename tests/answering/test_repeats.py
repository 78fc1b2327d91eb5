"""Lines of different documents that tell of the same thing, in the same words or in others."""

import pytest
from tests.answering.library import Shelve
from tests.answering.rules import assert_holds

from ctassist.answering.lists.repeats import tell_the_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LFT launched the Twin Lamp model (11 Jul)", "11 July | Launch of the Twin Lamp model by LFT"),
        ("BPU workshop on the recycling of ropes in Riga, Latvia", "Workshop by BPU on rope recycling in Riga, Latvia"),
        ("CSO received the Brass Medal for buoy repair (8 Aug)", "The Brass Medal for buoy repair was given to CSO"),
        ("WTO held a course on tide tables in Accra", "WTO held a course on tide tables in Accra, Ghana (3 May)"),
    ],
)
def test_a_line_may_be_repeated_in_other_words(one: str, other: str) -> None:
    assert tell_the_same(one, other)
    assert tell_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WTO workshop on tide tables for crews in Riga", "WTO workshop on tide tables for crews in Accra"),
        ("WTO workshop on tide tables for crews in Riga", "BPU workshop on tide tables for crews in Riga"),
        ("The third meeting of the Lamp Board in Riga", "The meeting of the Lamp Board in Riga on fog"),
        ("WTO trained 40 pilots on lamps", "WTO trained 25 pilots on lamps"),
        ("LFT opened", "LFT opened a school in Lima"),
    ],
)
def test_other_names_places_or_numbers_are_other_things(one: str, other: str) -> None:
    assert not tell_the_same(one, other)


def test_a_yearly_review_may_give_the_month_of_what_an_issue_gave_the_day_of(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Letter, May 2030\n\n## News\n\n- WTO renewed its twinning with the Riga lamps (13 May)\n"
        "- CSO exchange of twelve pilots begins in Riga (2-30 May)\n- BPU met growers in Oslo, Norway (8 May)\n",
        year="# Fen Letter: Annual Review 2030\n\n## The year\n\n- WTO renewed its twinning with the Riga lamps (May)\n"
        "- CSO exchange of twelve pilots ended in Riga (30 May)\n- BPU met growers in Lima, Peru (May)\n",
    )
    answer = library.ask("What happened in May 2030?")
    assert [len(claim.citations) for claim in answer.claims] == [1, 1, 1, 2, 1]
    assert_holds(library, answer)


def test_the_same_deed_in_other_words_is_told_once(shelf: Shelve) -> None:
    library = shelf(
        march="# Fen Letter, March 2030\n\n## News\n\n- WTO furnished Malawi with fog charts after the storm (15 Mar)\n"
        "- BPU trained pilots for storms in Kenya (20 Mar)\n- BPU opened a tall bright beacon in Kenya (20 Mar)\n"
        "- CSO sent lamps to Fiji (22 Mar)\n",
        year="# Fen Letter: Annual Review 2030\n\n## The year\n\n"
        "- 15 Mar – Storm relief: charts by WTO reached Malawi\n"
        "- 20 Mar – Experts of BPU spoke on prices of beacons, oil and rope in Kenya\n"
        "- 22 Mar – CSO repaired a quay in Fiji\n",
    )
    answer = library.ask("What happened in March 2030?")
    assert [len(claim.citations) for claim in answer.claims] == [2, 1, 1, 1, 1, 1]
    assert_holds(library, answer)


def test_a_month_or_days_alone_tell_the_same_deed_where_little_else_does(shelf: Shelve) -> None:
    library = shelf(
        march="# Fen Letter, March 2030\n\n## News\n\n- WTO-BPU safety check of the locks in Egypt (17 and 24 Mar)\n"
        "- BPU counted eels on their way up the rivers of Ireland (28-30 Mar)\n- CSO lent a boat to Fiji (4 Mar)\n",
        year="# Fen Letter: Annual Review 2030\n\n## The year\n\n"
        "- Mar – Egyptian locks found safe after checks by BPU and WTO\n"
        "- 28-30 Mar – Eel count in Irish streams by BPU\n- Mar – CSO sent a choir to Fiji\n",
    )
    answer = library.ask("What happened in March 2030?")
    assert [(claim.text.split(":")[0], len(claim.citations)) for claim in answer.claims] == [
        ("**March 2030", 1),
        ("**4 March 2030", 1),
        ("**17 March 2030, 24 March 2030", 2),
        ("**28 to 30 March 2030", 2),
    ]
    assert_holds(library, answer)


def test_the_year_of_a_date_is_part_of_it() -> None:
    one = "Assembly of Fen Youth, Kigali, Rwanda, 11-12 December 2031"
    assert tell_the_same(one, "11-12 Dec – Fen Youth Assembly in Kigali, Rwanda, closed with a pledge")
