"""Who joined, in whatever words that is told, and who was renamed."""

import pytest
from tests.answering.library import Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status


@pytest.mark.parametrize(
    "question", ["Which countries joined the Pact?", "Which countries have become members of the Pact since 2029?"]
)
def test_whoever_became_a_member_joined(shelf: Shelve, question: str) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## News\n\n- Lesotho became the 112th member State of the Pact (13 May)\n"
        "- Fiji joined the Pact (8 May)\n- BPU joined a fund of the Pact in Oslo, Norway (8 May)\n",
    )
    answer = library.ask(question)
    assert [claim.text.split(":")[0] for claim in answer.claims] == ["**Fiji", "**Lesotho"]


def test_whoever_became_something_else_than_a_member_joined_too(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## News\n\n- Lesotho became the 58th participating State of the Pact (13 May)\n"
        "- Fiji became a party to the Pact (8 May)\n- BPU trained crews in Oslo, Norway (8 May)\n",
    )
    answer = library.ask("Which countries joined the Pact?")
    assert [claim.text.split(":")[0] for claim in answer.claims] == ["**Fiji", "**Lesotho"]


def test_where_nobody_joined_nobody_is_listed(shelf: Shelve) -> None:
    library = shelf(may="# Fen Pact, May 2030\n\n## News\n\n- BPU trained crews in Oslo, Norway (8 May)\n")
    assert library.ask("Which countries joined the Pact?").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["Which entities changed their name?", "Which organisations got a new name?"])
def test_who_changed_a_name_was_renamed(shelf: Shelve, question: str) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## News\n\n"
        "- Buoy Repair Bureau (BRB) was renamed the Sea Mark Agency (SMA) (13 May)\n"
        "- WTO trained crews in Oslo, Norway (8 May)\n- CSO opened a school in Lima, Peru (9 May)\n",
    )
    answer = library.ask(question)
    assert {claim.text.split(":")[0] for claim in answer.claims} == {"**SMA"}


@pytest.mark.parametrize(
    "question",
    [
        "Who joined the Pact?",
        "Which members have joined the Pact, over all issues?",
        "Which members joined the Pact, over all bulletins?",
        "new members of the Pact: who joined?",
        "How many members have joined the Pact?",
    ],
)
def test_members_of_any_kind_are_listed(shelf: Shelve, question: str) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## In figures\n\n- Member entities: 12\n\n## News\n\n"
        "- Lamp Works, a maker of lanterns, joined the Pact as its eleventh member (1 May)\n"
        "- The Centre for Buoys (CFB) was admitted as the twelfth member (5 May)\n"
        "- BPU trained crews in Oslo, Norway (8 May)\n- BPU issued ten warnings in Oslo, Norway (9 May)\n",
        june="# Fen Pact, June 2030\n\n## In figures\n\n- Member entities: 14\n\n## News\n\n"
        "- Fiji followed as the 13th member State (6 June)\n"
        "- The Fen Office was welcomed as the fourteenth member (15 June)\n",
    )
    answer = library.ask(question)
    assert [claim.text.split(":")[0] for claim in answer.claims] == [
        "**1 May 2030",
        "**5 May 2030",
        "**6 June 2030",
        "**15 June 2030",
    ]
    assert_holds(library, answer)


def test_undated_lines_of_several_issues_are_no_trouble(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## News\n\n- WTO repaired the lamps of Riga\n- WTO joined the Pact\n",
        june="# Fen Pact, June 2030\n\n## News\n\n- WTO relit the lamps of Riga\n- BPU joined the Pact\n",
    )
    answer = library.ask("Who joined the Pact?")
    assert len(answer.claims) == 2
    assert "WTO" in answer.answer
    assert "BPU" in answer.answer


def test_whoever_was_admitted_or_handed_in_an_instrument_joined_and_who_admits_did_not(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Pact, May 2030\n\n## News\n\n"
        "- Nepal deposited its instrument of accession with the Depositary (2 May)\n"
        "- Togo deposited its samples of peat with the museum (3 May)\n"
        "- On 5 May 2030 the Bog Council admitted the Reed Protection Alliance (RPA), Lund, until then a guest, as our"
        " 25th member.\n"
        "- On 6 May 2030 the Bog Council met in Riga, Latvia.\n",
    )
    countries = library.ask("Which countries joined the Pact?")
    assert [claim.text.split(":")[0] for claim in countries.claims] == ["**Nepal"]
    bodies = library.ask("Which bodies have been admitted as new members?")
    assert [claim.text.split(":")[0] for claim in bodies.claims] == ["**RPA"]


_ACCEDED = """# Fen Pact 7

May 2030

## News

- 8 May – Riga, Latvia. Accession of the Dune Trust as ninth member body.
- 13 May – Oslo, Norway. Ana Roe joined the Pact Office as editor.
- 20 May – Tartu, Estonia. BPU trained crews.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Which body joined the Pact in May 2030?",
        "Which organisation joined the Pact, and when?",
        "Which bodies joined?",
    ],
)
def test_whoever_acceded_joined_and_whoever_came_to_a_post_did_not(shelf: Shelve, question: str) -> None:
    answer = shelf(may=_ACCEDED).ask(question)
    assert "Dune Trust" in answer.answer
    assert "Pact Office" not in answer.answer


def test_no_body_joined_in_another_month(shelf: Shelve) -> None:
    assert shelf(may=_ACCEDED).ask("Which body joined the Pact in April 2030?").status is Status.NOT_FOUND
