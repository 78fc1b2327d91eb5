"""Names with several forms of address, posts with a rank, and whose words a name alone tells."""

import pytest
from tests.extraction.shown import figures, roles, taken


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Prof. Dr. Ana Roe", "Ana Roe"),
        ("Dipl.-Ing. Bo Li", "Bo Li"),
        ("Univ.-Prof. Dr. med. Cy Poe", "Cy Poe"),
        ("Dr.-Ing. Di Fox", "Di Fox"),
        ("H.E. Mr. Ed Gale", "Ed Gale"),
        ("Mme Flo Hart", "Flo Hart"),
    ],
)
def test_several_forms_of_address_are_no_part_of_a_name(written: str, name: str) -> None:
    row = f"| Board on Sails | Chair: {written} (WTO) |\n"
    chart = f"# Mill Notes\n\nMarch 2031\n\n## Bodies\n\n| Body | Lead |\n|---|---|\n{row}"
    assert roles(chart, "notes.md") == [("Board on Sails", "chair", name)]
    torn = f"Mill Notes\nMarch 2031\n\nSTRUCTURE\n\n1. Board on Sails\n\nChair:\n\n{written} (WTO)\n"
    assert roles(torn) == [("Board on Sails", "chair", name)]
    _, found = taken(
        f"# Mill Notes\n\nMarch 2031\n\n## Words\n\n> “Wind is free, sails are not.”\n> — {written}, miller (4 Mar)\n",
        "n.md",
    )
    assert [statement.speaker for statement in found.statements] == [name]


def test_an_acronym_before_a_word_is_no_form_of_address() -> None:
    _, found = taken("# Mill Notes\n\nMarch 2031\n\n- ING Bank gave sails to the Sail Fund (3 Mar)\n", "notes.md")
    assert "Bank" not in {name.key for name in found.names}


def test_a_rank_is_no_part_of_the_role() -> None:
    chart = (
        "# Mill Notes\n\nMarch 2031\n\n## Bodies\n\n| Body | Lead | Others |\n|---|---|---|\n"
        "| Council of Millers | President: Ana Roe (WTO) | First Vice-President: Bo Li (BPU) |\n"
        "| Liaison to the Bakers' Guild | Cy Poe (CSO) | – |\n"
    )
    assert roles(chart, "notes.md") == [
        ("Council of Millers", "president", "Ana Roe"),
        ("Council of Millers", "vice-president", "Bo Li"),
        ("Bakers' Guild", "liaison", "Cy Poe"),
    ]


def test_the_first_words_of_a_torn_name_may_stand_behind_its_holders() -> None:
    chart = (
        "Mill Notes\nMarch 2031\n\nSTRUCTURE\n\nStones and Sieves\n\nChair: Ana Roe (WTO)\n\n"
        "Deputy chair:\n\nMs. Bo Li (BPU)\n\n3. Advisory Panel on\n\n1. Working Group on Ovens\n\n"
        "Chair: Cy Poe (CSO)\n\n2. Task Team on\n\nSails\n\nChair: Di Fox (TRA)\n"
    )
    _, found = taken(chart)
    assert [(role.number, role.body, role.holder) for role in found.roles] == [
        ("3", "Advisory Panel on Stones and Sieves", "Ana Roe"),
        ("3", "Advisory Panel on Stones and Sieves", "Bo Li"),
        ("1", "Working Group on Ovens", "Cy Poe"),
        ("2", "Task Team on Sails", "Di Fox"),
    ]


def said(source: str, name: str = "notes.md") -> list[tuple[str, str | None, str | None]]:
    """Speaker, organisation and day of each statement."""
    _, found = taken("# Mill Notes\n\nMarch 2031\n\n## Words\n\n" + source, name)
    return [(s.speaker, s.organisation, str(s.interval.start) if s.interval else None) for s in found.statements]


def test_a_name_with_an_organisation_tells_whose_words_follow() -> None:
    assert said('- Dr. Ana Roe, WTO: "Wind is free, sails are not." (4 March)\n') == [("Ana Roe", "WTO", "2031-03-04")]
    assert said('- Bo Li, BPU: "Wind is free, sails are not." (4 March)\n') == [("Bo Li", "BPU", "2031-03-04")]
    assert said('- Ms. Cy Poe: "Wind is free, sails are not." (4 March)\n') == [("Cy Poe", None, "2031-03-04")]
    assert said('- New York, USA: "Wind is free, sails are not." (4 March)\n') == []
    assert said('- Opening Words: "Wind is free, sails are not." (4 March)\n') == []
    assert said('- Ms. Poe of CSO warned that "wind is free, and sails are not" (4 March)\n') == [
        ("Poe", "CSO", "2031-03-04")
    ]


def test_a_name_below_quoted_words_signs_them() -> None:
    quoted = (
        '<blockquote><p>"Wind is free, sails are not."</p><footer>Dr. Ana Roe, WTO, 2031-03-04</footer></blockquote>'
    )
    page = f"<html><body><h1>Mill Notes, March 2031</h1><h2>Words</h2>{quoted}</body></html>"
    _, found = taken(page, "notes.html")
    assert [(s.speaker, s.organisation) for s in found.statements] == [("Ana Roe", "WTO")]
    assert not found.activities
    # Where names stand above what they said, the one below says something else.
    above = 'Ana Roe, WTO\n\n"Wind is free, sails are not."\n\nBo Li, BPU\n\n"Stones are patient, millers less so."\n'
    assert ("Bo Li", "BPU", "2031-03-01") not in said(above)[:1]


def test_who_heads_a_place_speaks() -> None:
    line = '"Nobody leaves the mill hungry," said its keeper, Ms. Ana Roe, at the fair on 14 March.\n'
    assert [speaker for speaker, _, _ in said(line)] == ["Ana Roe"]


def test_each_quotation_is_one_statement() -> None:
    assert len(said("> “Wind is free, sails are not.”\n> — Ana Roe, WTO (4 March)\n")) == 1


def test_a_figure_may_stand_within_another_ones_line() -> None:
    box = "# Mill Notes\n\nMarch 2031\n\n## Where we stand\n\n"
    box += "**12** mills with **1,140** beds\n\n**310** letters answered, by **45** keepers\n"
    assert figures(box, "notes.md") == [
        ("mills", 12.0),
        ("beds", 1140.0),
        ("letters answered", 310.0),
        ("keepers", 45.0),
    ]


def test_what_an_issue_presents_is_no_news_but_an_event_is() -> None:
    made = "A sieve, drawn by the keepers of WTO, which was sold to bakers.\n"
    _, found = taken(f"# Mill Notes\n\nMarch 2031\n\n## Tool of the month\n\n{made}", "notes.md")
    assert not found.activities
    _, found = taken(f"# Mill Notes\n\nMarch 2031\n\n## Event of the month\n\n{made}", "notes.md")
    assert len(found.activities) == 1


def test_whoever_says_i_is_no_name_and_the_head_of_a_table_no_member() -> None:
    letter = "# Mill Letter\n\nMarch 2031\n\n## Spring\n\n"
    letter += "On 1 March, I took over as Treasurer of the Mill Board from Ms. Ana Roe.\n"
    assert [holder for _, _, holder in roles(letter, "letter.md")] == []
    members = "# Mill Notes\n\nMarch 2031\n\n## Members\n\n| Acronym | Mill |\n|---|---|\n| HMG | High Mill Ghent |\n"
    assert "Acronym" not in [holder for _, _, holder in roles(members, "notes.md")]


def test_the_head_of_a_letter_is_no_news_and_an_editor_is_of_the_whole() -> None:
    letter = "Mill Letter\nJuly to December 2031\n\n\nRiga, December 21, 2031\n\nDear members,\n\n"
    letter += "our sails were torn and mended.\n\nSummer\n\nOn July 5, WTO opened its mill in Tartu, Estonia.\n"
    _, found = taken(letter, "letter.txt")
    assert ["Estonia" in activity.places for activity in found.activities] == [True]
    notes = "# Mill Notes\n\nMarch 2031\n\n## Upcoming events\n\n- 4 April 2031: fair, Riga\n\nEditor: Ana Roe\n"
    assert roles(notes, "notes.md") == [("Mill Notes", "editor", "Ana Roe")]
