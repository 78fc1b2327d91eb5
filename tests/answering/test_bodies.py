"""Which body a question means, however it is called and whatever stands around its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

PAGES = {
    "signals": """# Fog Signals Special Interest Group

The group is known for short as SIG FS.

## Leadership

### Chairs

* Ada Roe (**[@lampwright](https://example.org/ada)**), Fog House

### Technical Leads

* Bo Li (**[@boli](https://example.org/bo)**), Kestrel Works
""",
    "archive": """# Long Memory Working Group

The group is known for short as WG LM.

## Organizers

### Chairs

* Cléo Marr (**[@cleo](https://example.org/cleo)**), Kestrel Works
""",
    "board": """# Lamp Board

## Members

* Dag Ulv (@dag), Fog House
* Eve Orm (@eve), Kestrel Works

## Officers

| Role | Name |
|---|---|
| Treasurer | Fay Lund |
| Co-chairs of the Task Force on Storms | Gil Bach (Fog House), Ida Fjeld |
""",
}


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("groups"), **PAGES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("SIG FS chair?", ["Ada Roe"], ["Marr"]),
        ("WG LM chairs?", ["Cléo Marr"], ["Roe"]),
        ("Could you tell me, for my notes, who is chairing the fog signals group these days?", ["Ada Roe"], ["Marr"]),
        ("fog signals - which person is in the chair at present?", ["Ada Roe"], ["Marr"]),
        ("Who presides over the Long Memory working group?", ["Cléo Marr"], ["Roe"]),
        ("Give me an overview of all present working group chairs", ["Cléo Marr"], []),
        ("Which people sit on the Lamp Board?", ["Dag Ulv", "Eve Orm"], ["Lund"]),
        ("Members of the Lamp Board, all of them please", ["Dag Ulv", "Eve Orm"], []),
        ("Who's the treasurer?", ["Fay Lund"], []),
        ("Which two people co-chair the task force on storms?", ["Gil Bach", "Ida Fjeld"], []),
        ("In which group does Bo Li hold a position?", ["Fog Signals", "Technical lead"], []),
        ("cleo marr - what is her role?", ["Long Memory", "Chair"], []),
        ("List every group lead employed by Kestrel Works", ["Bo Li", "Cléo Marr"], ["Roe"]),
        ("Whose handle is lampwright?", ["Ada Roe"], ["Bo Li"]),
    ],
)
def test_a_body_or_holder_is_found(groups: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = groups.ask(question)
    assert_holds(groups, answer)
    assert [name for name in said if name not in answer.answer] == [], answer.answer
    assert [name for name in unsaid if name in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the chess club?",
        "Who chairs the working group on fishing rights?",
        "Who is the secretary of the Lamp Board?",
        "Which people sit on the Harbour Council?",
        "Who is the treasurer of the rowing society?",
    ],
)
def test_a_body_or_role_that_is_not_there_is_not_guessed(groups: Library, question: str) -> None:
    answer = groups.ask(question)
    assert answer.status == "not_found", answer.answer
    assert "3 documents" in answer.answer
    assert not answer.claims


def test_a_role_that_many_hold_is_asked_back(shelf: Shelve) -> None:
    names = ("Tides", "Lamps", "Ropes", "Charts")
    library = shelf(all="# All groups\n\n" + "\n".join(f"## {name} Group\n\nChair: {name}man Roe\n" for name in names))
    answer = library.ask("Who is the chair?")
    assert answer.status == "clarify"
    assert all(name in answer.answer for name in names)
    assert "Who is the chair of Tides Group?" in answer.suggestions


def test_a_team_of_one_version_is_not_that_of_another(tmp_path: Path) -> None:
    letter = "# Week Ending May 6, 2043\n\n## News\n\nAna Reis, 2.4 Tide Team lead, has shared the dates.\n"
    library = shelve(tmp_path / "teams", letter=letter)

    assert "Ana Reis" in library.ask("Who leads the tide team for 2.4?").answer
    assert library.ask("Who leads the tide team for 2.5?").status is Status.NOT_FOUND
    library.archive.close()


def test_who_leads_work_on_one_version_does_not_lead_that_on_another(shelf: Shelve) -> None:
    library = shelf(
        letter="# Week Ending May 6, 2043\n\n## News\n\n"
        "Oarlock 2.4.0 is out. Work on the 2.5 edition will begin soon, with Edition Team Lead Ana Reis.\n"
    )
    assert library.ask("Who is the Edition Team Lead for 2.4?").status is Status.NOT_FOUND
    assert "Ana Reis" in library.ask("Who is the Edition Team Lead for the 2.5 edition?").answer
    assert "Ana Reis" in library.ask("Who is the Edition Team Lead?").answer


CREWS = "# {name}\n\nMinds the {what}.\n\n## Chairs\n\n- {chair}\n"


def test_bodies_named_by_one_short_noun_are_told_apart_by_the_rest(shelf: Shelve) -> None:
    library = shelf(
        fog=CREWS.format(name="TAG Fog", what="fog", chair="Ana Roe") + "\n## Technical leads\n\n- Bo Li\n",
        network=CREWS.format(name="TAG Network", what="nets", chair="Cem Aydin"),
        lamps=CREWS.format(name="TAG Lamps", what="lamps", chair="Dita Holm"),
    )
    assert library.ask("Who are the technical leads of TAG Network?").status == "not_found"
    assert "Cem Aydin" in library.ask("Who chairs TAG Network?").answer
    follow_up = library.ask("And TAG Lamps?", "Who chairs TAG Fog?")
    assert "Dita Holm" in follow_up.answer
    assert "Ana Roe" not in follow_up.answer


GROUPS = {"Fog and Night Landing": "WTO", "Ropes and Fenders": "ROF"}
"""Groups of a chart with their conveners."""


def test_a_group_of_a_chart_may_be_called_anything(shelf: Shelve) -> None:
    chart = "# Ferry Letter May 2031\n\n## Working structure\n\n{groups}"
    groups = "".join(f"### {name}\n\nConvener: {who}\nDeputies: BPU, LFO\n\n" for name, who in GROUPS.items())
    library = shelf(letter=chart.format(groups=groups))
    assert "WTO" in library.ask("Who is the convener of the Fog and Night Landing Committee?").answer
    assert "BPU" in library.ask("Please name the deputies of the Ropes and Fenders Board.").answer
    assert library.ask("Who is the convener of the Lamps and Wicks Committee?").status == "not_found"


_CHART = """# Weir Concord in Review {months} 2031

{news}

## Working groups

| Group | Chair | Vice-chair |
|---|---|---|
| Locks and gates | WTO | BPU |
| Climate and team spirit | BPU | TI |
| Fish ladders | TI | WTO |
"""


def test_all_bodies_of_the_newest_chart_are_listed_and_none_of_another_kind(shelf: Shelve) -> None:
    weirs = shelf(
        march=_CHART.format(months="March-April", news="The Concord met."),
        may=_CHART.format(
            months="May-June", news="On 3 May the working group on locks and gates elected the BPU as its chair."
        ).replace("| Locks and gates | WTO | BPU |", "| Locks and gates | BPU | WTO |"),
        july="# Weir Concord in Review July-August 2031\n\nThe group on fish ladders elected WTO its chair (3 July).",
    )
    for question in ("Which working groups are there?", "List the working groups", "What are the three groups called?"):
        answer = weirs.ask(question).answer
        assert "**3 bodies**" in answer
        assert [name in answer for name in ("Locks and gates:", "Climate and team spirit:", "Fish ladders:")] == [
            True
        ] * 3
    assert weirs.ask("Which task forces are there?").status == "not_found"


def test_bodies_without_a_kind_are_groups_and_none_that_stands_beside_them(shelf: Shelve) -> None:
    chart = "### Steering Panel\n\n- Chair: Ana Roe\n\n" + "\n".join(
        f"### {name}\n\n- Chair: {chair}\n" for name, chair in (("Fog and ice", "WTO"), ("Oil", "BPU"), ("Tar", "TI"))
    )
    news = (
        "- WTO met the working group on moss of the Quay Board (3 May)\n- BPU gave a lamp to the Pilot Force (4 May)\n"
    )
    library = shelf(
        may=f"# Weir Concord in Review May 2031\n\n## News\n\n{news}\n## Structure of the Concord\n\n{chart}"
    )
    groups = library.ask("Which working groups are there?").answer
    assert [name in groups for name in ("Fog and ice:", "Oil:", "Tar:")] == [True] * 3
    panels = library.ask("Which panels are there?").answer
    assert "Steering Panel" in panels
    assert "Oil" not in panels
    assert library.ask("Which task forces are there?").status == "not_found"


def test_pages_of_projects_are_no_groups_and_a_liaison_is_no_head(shelf: Shelve) -> None:
    page = "# {name}\n\n## Chairs\n\n- Ana Roe ({firm})\n\n## Liaisons\n\n- Bo Li (Steering)\n"
    kinds = ("Fog", "Ice", "Oil")
    groups = {f"sig_{kind}": page.format(name=f"{kind} Special Interest Group", firm="WTO") for kind in kinds}
    work = {f"wg_{kind}": page.format(name=f"{kind} Working Group", firm="BPU") for kind in ("Lamp", "Rope", "Net")}
    library = shelf(**groups, **work, lamp="# lampd\n\n## Leads\n\n- Cy Ode (TI)\n")
    answer = library.ask("List all SIGs").answer
    assert [f"{kind} Special Interest Group: Chair: Ana Roe" in answer for kind in kinds] == [True] * 3
    assert "Working Group" not in answer
    assert "lampd" not in answer
    assert "**3 bodies**" in library.ask("Which working groups exist?").answer
