"""Bodies that lines call by their numbers, and in running text by number and name: whose posts are whose."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.caller import ANYONE

_CHART = """## Working groups

| Working group | Chair | Vice-Chairs |
|---|---|---|
| 1. Tides | WTO | BPU |
| 2. Fog Signals | {fog} | CSO |
"""


@pytest.fixture
def groups(shelf: Shelve) -> Library:
    """Three issues: two with charts of numbered groups, between which one tells who took over group 2."""
    return shelf(
        may_2030="# Fen Letter, May 2030\n\nNews of the Fen Union.\n\n## Working groups\n\n"
        "Working Group 1 (Tides) is chaired by WTO, with BPU\nand CSO as vice-chairs.\n"
        "Working Group 2 (Fog Signals) is led by its chair, Ana Roe (BPU); Vice-Chair: CSO.\n"
        "Lamps (Working Group 3) is chaired by CSO; its vice-chairs are WTO and BPU.\n",
        july_2030="# Fen Letter, July 2030\n\n## News\n\n"
        "- Bo Lind of WTO was appointed Chair of Working Group 2, in succession to Ana Roe (9 July)\n"
        "- CSO opened a mast in Riga, Latvia (3 July)\n\n## Voices\n\n"
        '- Bo Lind, Chair of Working Group 2, said that "fog is patient" (9 July)\n',
        may_2031="# Fen Letter, May 2031\n\n## News\n\n- CSO opened a mast in Oslo, Norway (3 May)\n\n"
        + _CHART.format(fog="Bo Lind (WTO)"),
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who chaired Working Group 1 in May 2030?", "Chair: WTO"),
        ("Who chaired the group on fog signals in May 2030?", "Chair: Ana Roe (BPU)"),
        ("Who chaired Working Group 2 in May 2030?", "Chair: Ana Roe (BPU)"),
        ("Who presides over working group number two?", "Chair: Bo Lind (WTO)"),
        ("Who were the vice-chairs of the lamps group in May 2030?", "Vice-chairs: WTO, BPU"),
        ("Who chaired Working Group 3 in May 2030?", "Chair: CSO"),
        ("Who chairs the fog signals group?", "Chair: Bo Lind (WTO)"),
    ],
)
def test_sentences_say_whose_posts_are_whose(groups: Library, question: str, expected: str) -> None:
    answer = groups.ask(question)
    assert_holds(groups, answer)
    assert expected in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who followed Ana Roe at the head of WG2 and from which date?",
        "Who succeeded Ana Roe as chair of the fog signals group?",
        "Since when has Bo Lind chaired Working Group 2?",
    ],
)
def test_news_of_a_number_tells_when_the_named_group_changed_hands(groups: Library, question: str) -> None:
    answer = groups.ask(question)
    assert_holds(groups, answer)
    assert "Bo Lind" in answer.answer
    assert "9 July 2030" in answer.answer
    assert any("was appointed Chair of Working Group 2" in citation.quote for citation in answer.citations)


def test_the_page_itself_gets_no_posts_of_the_groups_it_tells_of(groups: Library) -> None:
    """The posts of "its" stand for the group that the sentence begins with."""
    with groups.archive.view(ANYONE) as view:
        bodies = {row.record.body for row in view.roles()}
    assert bodies == {"Tides", "Fog Signals", "Lamps", "Working Group 2"}


def test_a_number_that_two_bodies_have_names_neither(shelf: Shelve) -> None:
    chart = (
        "# Fen Letter, {issue}\n\n## Working groups\n\n"
        "| Working group | Chair |\n|---|---|\n| 1. {one} | WTO |\n| 2. {two} | BPU |\n"
    )
    library = shelf(
        may=chart.format(issue="May 2030", one="Tides", two="Fog Signals"),
        june="# Fen Letter, June 2030\n\n## News\n\n- CSO took over the chair of Working Group 1 from WTO (3 June)\n",
        july=chart.format(issue="July 2031", one="Fog Signals", two="Tides"),
    )
    assert "CSO" not in library.ask("Who chaired Tides in June 2030?").answer
