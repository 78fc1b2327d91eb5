"""Charts of bodies on torn pages: numbers below names, names over two lines."""

from tests.extraction.shown import taken

PAGE = """LAMP GAZETTE 9

MAY 2031

FOUR BODIES

2.

Panel on

Piers

Lead: LSU

Rapporteur: Dima

Marsh (BPU)

Working Group on

Night Ferries

1.

Lead: CSO (since 1 May 2031)

Deputies: LSU, TKO
"""


def test_a_number_may_stand_below_its_name_and_a_name_go_on_below() -> None:
    found = [(one.body, one.number, one.role, one.holder, one.affiliation) for one in taken(PAGE)[1].roles]
    assert found == [
        ("Panel on Piers", "2", "lead", "LSU", None),
        ("Panel on Piers", "2", "rapporteur", "Dima Marsh", "BPU"),
        ("Working Group on Night Ferries", "1", "lead", "CSO", None),
        ("Working Group on Night Ferries", "1", "deputy", "LSU", None),
        ("Working Group on Night Ferries", "1", "deputy", "TKO", None),
    ]


def test_a_country_that_leads_is_not_the_first_name_of_who_stands_below() -> None:
    page = PAGE.replace("Rapporteur: Dima", "Rapporteur: Latvia")
    assert ("rapporteur", "Latvia") in [(one.role, one.holder) for one in taken(page)[1].roles]


def test_heads_of_two_columns_run_together_number_the_groups_below_them() -> None:
    page = (
        "Lamp Gazette May 2031\n\nWHO LEADS\n\nTask force 1            Task force 2\n\nWeirs and locks\nChair: WTO\n\n"
        "Otter paths\nChair: BPU\n\nTask force 3\n\nNight boats\nChair: LSU\n"
    )
    told = {(role.body, role.number, role.holder) for role in taken(page)[1].roles}
    assert told == {("Weirs and locks", "1", "WTO"), ("Otter paths", "2", "BPU"), ("Night boats", "3", "LSU")}
