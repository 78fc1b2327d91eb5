import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Answer


def lines(answer: Answer) -> list[str]:
    return [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    "question",
    [
        "Who chaired the working group on pests before BT?",
        "Who was the previous chair of the pests group?",
        "Who is the former chair of the working group on pests?",
        "Who did BT take over from as chair of the working group on pests?",
    ],
)
def test_who_held_a_role_before(orchards: Library, question: str) -> None:
    answer = orchards.ask(question)
    assert lines(answer) == ["Former chair (last stated in January to February 2021): AGF"]
    assert_holds(orchards, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who took over from AGF as chair of the working group on pests?",
        "Who succeeded AGF as chair of the pests group?",
    ],
)
def test_who_held_a_role_next(orchards: Library, question: str) -> None:
    assert lines(orchards.ask(question)) == ["Chair (first stated in March to April 2021): BT"]


@pytest.mark.parametrize(
    "question",
    [
        "Since when does BT chair the working group on pests?",
        "How long has BT chaired the pests group?",
        "When did BT become chair of the working group on pests?",
        "Who chairs the pests group and since when?",
    ],
)
def test_since_when_a_role_is_held(orchards: Library, question: str) -> None:
    answer = orchards.ask(question)
    assert lines(answer)[0] == "Chair (since March to April 2021): BT"
    assert {citation.period for citation in answer.citations} >= {("2021-03", "2021-04")}
    assert_holds(orchards, answer)


@pytest.mark.parametrize(
    "question",
    [
        "When did the chair of the working group on pests change?",
        "In which issue did the chair of the pests group change?",
        "Who have chaired the working group on pests over the years?",
    ],
)
def test_when_a_role_changed_hands(orchards: Library, question: str) -> None:
    answer = orchards.ask(question)
    assert lines(answer) == ["Chair (January to February 2021): AGF", "Chair (since March to April 2021): BT"]
    assert_holds(orchards, answer)


def test_all_groups_whose_chair_changed_are_listed(orchards: Library) -> None:
    answer = orchards.ask("Which groups changed their chair in 2021?")
    assert "Working Group on Pests: Chair (since March to April 2021): BT" in lines(answer)
    assert any("Markets" in line and "Omar Salieri" in line for line in lines(answer))


def test_all_who_held_a_role_in_a_year_are_named_with_their_time(orchards: Library) -> None:
    said = lines(orchards.ask("Who chaired the working group on pests in 2021?"))
    assert "Chair (January to February 2021): AGF" in said
    assert "Chair (May to June 2021): BT" in said


def test_documents_that_contradict_each_other_are_both_shown(orchards: Library) -> None:
    answer = orchards.ask("Who chairs the working group on markets?")
    assert any("circular.md" in line and line.endswith("Ines Duarte (PI)") for line in lines(answer))
    assert any("summer.md" in line and line.endswith("Omar Salieri (AGF)") for line in lines(answer))
    assert "differ" in answer.answer
    assert_holds(orchards, answer)


def test_one_who_never_held_the_role_is_not_found(orchards: Library) -> None:
    assert orchards.ask("Since when does PI chair the working group on pests?").status == "not_found"


SPRING = """# Reed Review March-April 2020

## Groups

### Working Group on Moss
- Chair: Fen Trust (FT)
"""
SUMMER = """# Reed Review May-June 2020

## Events

- Lake Union (LU) took over as chair of the Working Group on Moss from FT (11 May)
- LU met growers in Riga, Latvia (2 Jun)

## Groups

### Working Group on Moss
- Chair: LU
"""


def test_the_line_that_tells_of_a_change_gives_its_day(shelf: Shelve) -> None:
    library = shelf(spring=SPRING, summer=SUMMER)
    answer = library.ask("When did the chair of the working group on moss change?")
    assert any(line.startswith("**11 May 2020:**") for line in lines(answer))
    assert_holds(library, answer)


CHART = "# Tide Review {month} 2031\n\n## Groups\n\n### Working group on tides\n\n- {first}\n- Vice-Chair: BPU\n"


def test_a_chair_that_was_shared_since_is_not_told(shelf: Shelve) -> None:
    library = shelf(
        march=CHART.format(month="March", first="Chair: WTO"),
        may=CHART.format(month="May", first="Co-Chairs: IGA, KMO"),
    )
    answer = library.ask("Who chairs the working group on tides?").answer
    assert "IGA, KMO" in answer
    assert "WTO" not in answer
    assert "WTO" in library.ask("Who chaired the working group on tides in March 2031?").answer


FENS = """# Fen Letter, {month} 2030

## News

{news}

## Groups

| Group | Chair | Vice-Chairs |
|---|---|---|
| Reeds and sedges | {reeds} | {reeds_vice} |
| Peat and carbon | {peat} | BPU |

## Who is who

- FDO: Fen Drainage Office
- NFA: North Fen Agency
"""
BEFORE = FENS.format(
    month="May", news="- FDO met growers in Riga (3 May)", reeds="WTO", reeds_vice="FDO", peat="Ms Ana Reis (CSO)"
)
AFTER = FENS.format(
    month="September",
    news="- The Fen Drainage Office (FDO) became the North Fen Agency (NFA) (1 July)\n"
    "- WTO and FDO changed places in the working group on reeds, FDO now in the chair (6 June)\n"
    "- Dr Bo Lind (BPU) succeeded Ms Ana Reis (CSO) at the head of the working group on peat (9 Sept)",
    reeds="FDO",
    reeds_vice="WTO",
    peat="Dr Bo Lind (BPU)",
)
LATER = FENS.format(
    month="November", news="- NFA met growers in Oslo (3 Nov)", reeds="NFA", reeds_vice="WTO", peat="Dr Bo Lind (BPU)"
)


@pytest.fixture
def fens(shelf: Shelve) -> Library:
    """An archive whose news calls groups by half their names, and one of whose organisations gets another name."""
    return shelf(may=BEFORE, september=AFTER, november=LATER)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Since when has FDO chaired the group on reeds and sedges?", "Chair (since 6 June 2030): NFA"),
        ("Since when has NFA chaired the reeds group?", "Chair (since 6 June 2030): NFA"),
        ("Who chaired the group on reeds before NFA?", "Former chair (last stated in May 2030): WTO"),
        ("Who led the peat group before Dr Lind?", "Former chair (last stated in May 2030): Ana Reis (CSO)"),
        ("Who took over the peat group from Reis?", "Chair (first stated in 9 September 2030): Bo Lind (BPU)"),
        ("Who heads the peat and carbon group?", "Chair: Bo Lind (BPU)"),
    ],
)
def test_news_that_calls_a_group_by_half_its_name_tells_of_its_chart(fens: Library, question: str, first: str) -> None:
    answer = fens.ask(question)
    assert lines(answer)[0] == first
    assert_holds(fens, answer)


@pytest.mark.parametrize(
    "question", ["Where is WTO currently a vice-chair?", "Where is WTO now serving as vice-chair?"]
)
def test_where_somebody_holds_a_post_asks_for_bodies(fens: Library, question: str) -> None:
    assert lines(fens.ask(question)) == ["Vice-chair: Reeds and sedges"]


@pytest.mark.parametrize(
    "question",
    [
        "Which chairs changed in 2030?",
        "Which chair positions changed hands in 2030?",
        "Which groups got a new chair in 2030?",
        "Who became chair of a group in 2030?",
    ],
)
def test_all_posts_that_changed_hands_are_listed(fens: Library, question: str) -> None:
    told = " | ".join(lines(fens.ask(question)))
    assert "Reeds and sedges: Chair (since 6 June 2030): NFA" in told
    assert "Peat and carbon: Chair (since 9 September 2030): Bo Lind (BPU)" in told


def test_how_long_somebody_held_a_post_ends_with_the_last_source(fens: Library) -> None:
    assert lines(fens.ask("How long was Ana Reis chair of peat and carbon?"))[0] == "Chair (May 2030): Ana Reis (CSO)"
    first = lines(fens.ask("How long has NFA chaired reeds and sedges?"))[0]
    assert first == "Chair (since 6 June 2030): NFA"


@pytest.mark.parametrize(
    "question",
    [
        "When did the chairmanship of reeds and sedges pass to FDO?",
        "When did the chair of the reeds group move from WTO to FDO?",
        "Reeds and sedges: which chair was replaced by which in 2030?",
    ],
)
def test_a_post_that_passes_on_is_told_with_both_holders(fens: Library, question: str) -> None:
    told = lines(fens.ask(question))
    assert told[:2] == ["Chair (May 2030): WTO", "Chair (since 6 June 2030): NFA"]


@pytest.mark.parametrize("question", ["Which groups did AGF chair?", "Which working groups has AGF ever chaired?"])
def test_what_somebody_held_is_told_with_when_it_ended(orchards: Library, question: str) -> None:
    answer = orchards.ask(question)
    assert any("ests (last stated in January to February 2021)" in line for line in lines(answer))
    assert_holds(orchards, answer)
    assert not any("last stated" in line for line in lines(orchards.ask("Which groups does BT chair?")))


def test_each_of_several_holders_has_a_time_of_their_own(shelf: Shelve) -> None:
    chart = "# Polar Review\n\n{period}\n\n## Working groups\n### Working Group on Data\n- Vice-chairs: {holders}\n"
    library = shelf(
        january=chart.format(period="January-February 2029", holders="BPU, TI"),
        march=chart.format(period="March-April 2029", holders="BPU, CSO"),
        may=chart.format(period="May-June 2029", holders="BPU, CSO"),
    )
    told = [claim.text for claim in library.ask("Since when has the group on data had its vice-chairs?").claims]
    assert told == [
        "Vice-chair (since January to February 2029, the first source that states it): BPU",
        "Vice-chair (since March to April 2029): CSO",
        "Former vice-chair (until January to February 2029): TI",
    ]
    assert [claim.text for claim in library.ask("Since when has CSO been vice-chair of the group on data?").claims] == [
        "Vice-chair (since March to April 2029): CSO"
    ]


def test_another_group_is_asked_about_after_since_when(shelf: Shelve) -> None:
    library = shelf(
        may=(
            "# Polar Review\n\nMay-June 2029\n\n## Working groups\n"
            "### Working Group on Data\n- Chair: BPU\n### Working Group on Ice\n- Chair: TI\n"
        )
    )
    answer = library.ask("And the group on ice?", "Who chairs the group on data?", "Since when?")
    assert answer.resolved_question == "Since when has the group on ice had its chair?"
    assert "TI" in answer.answer
    follow = library.ask("And of the group on ice?", "Who leads the group on data?", "And who chairs it?")
    assert follow.resolved_question == "Who is the chair of the group on ice?"


@pytest.fixture
def stations(shelf: Shelve) -> Library:
    chart = (
        "# Polar Review\n\n{period}\n\n## News\n\n- TI opened the fifth Winter School in Oslo, Norway ({day})\n\n"
        "## Working groups\n\n| Group | Chair | Vice-chairs |\n|---|---|---|\n"
        "| Rescue at Sea | {chairs[0]} | CSO |\n| Ice and Snow | {chairs[1]} | WTO |\n"
    )
    return shelf(
        january=chart.format(period="January-February 2029", day="8 Jan", chairs=("BPU", "TI")),
        march=chart.format(period="March-April 2029", day="9 Mar", chairs=("FAO", "TI")),
    )


@pytest.mark.parametrize("question", ["Was BPU ever chair of a group?", "Has BPU ever chaired a group?"])
def test_a_post_that_was_held_once_is_told(stations: Library, question: str) -> None:
    assert "Chair: Rescue at Sea (last stated in January to February 2029)" in stations.ask(question).answer


def test_a_row_of_a_chart_answers_no_question_on_another_post(stations: Library) -> None:
    answer = stations.ask("Has CSO ever chaired a group?")
    assert not answer.claims
    assert "vice-chair" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who has chaired the group on rescue?",
        "When did BPU stop chairing Rescue at Sea?",
        "Until when did BPU chair it?",
    ],
)
def test_all_who_had_a_post_are_told_one_after_the_other(stations: Library, question: str) -> None:
    told = [claim.text for claim in stations.ask(question, "Who is the chair of Rescue at Sea?").claims]
    assert told == ["Chair (January to February 2029): BPU", "Chair (since March to April 2029): FAO"]


def test_an_event_with_a_name_was_where_its_line_says(stations: Library) -> None:
    assert stations.ask("Where was the Winter School held?").answer.startswith("**Oslo, Norway**")
    assert not stations.ask("When was BPU held?").claims
