"""Charts in bold lines with numbered groups, months in bold above lists, posts that a chart drops, slips corrected."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_HEAD = "# Heron Flyway Compact in Review, {issue}\n\n"


@pytest.fixture
def flyways(shelf: Shelve) -> Library:
    """Three quarterly issues: charts of groups, months in bold above what was done in them, grants."""
    return shelf(
        heron_1=_HEAD.format(issue="January to March 2031")
        + "## Working groups\n\n**Working Group 1: Wetland Mapping**\nChair: IWB\n"
        "Vice-Chairs: Marsh Watch, Delta Fund\n\n"
        "**Working Group 2: Poaching and Trade**\nChair: Rana Osei (WTO)\nCo-Chair: Delta Fund\n\n"
        "**Working Group 3: Youth and Schools**\nChair: Lida Brandt (Marsh Watch)\n"
        "Members: Ivo Petek (Delta Fund), Sun Lee (IWB), Carla Dias (WTO)\n\n"
        "**Working Group 4: Night Counts**\nChair: Delta Fund\n\n"
        "## Activities\n\n**January 2031**\n\n"
        "- The International Wetland Bureau (IWB) and WTO trained 40 port officers in Lagos, Nigeria\n"
        "- Delta Fund opened a bird hospital in Kinshasa, DR Congo\n\n**March 2031**\n\n"
        "- WTO and Marsh Watch published a handbook on egg smuggling\n- IWB held a mapping camp in Dakar, Senegal\n\n"
        "## Grants\n\n- Marsh Watch received a grant of $20,000 for its radio series\n",
        heron_2=_HEAD.format(issue="April to June 2031")
        + "## Working groups\n\n**Working Group 1: Wetland Mapping**\nChair: Delta Fund\nVice-Chair: Marsh Watch\n\n"
        "**Working Group 2: Poaching and Trade**\nChair: Rana Osei (WTO)\n\n"
        "**Working Group 3: Youth and Schools**\nChair: Lida Brandt (Marsh Watch)\n"
        "Members: Ivo Petek (Delta Fund), Sun Lee (IWB)\n\n**Working Group 4: Night Counts**\nChair: Delta Fund\n\n"
        "## Activities\n\n**June 2031**\n\n- Marsh Watch planted reeds in Accra, Ghana\n\n"
        "## Grants\n\n- Delta Fund received a grant of $35,000 for nest cameras\n",
        heron_3=_HEAD.format(issue="July to September 2031")
        + "## Working groups\n\n**Working Group 1: Wetland Mapping**\nChair: Delta Fund\nVice-Chair: Marsh Watch\n\n"
        "**Working Group 2: Poaching and Trade**\nChair: Tomas Reyes (WTO)\n\n"
        "**Working Group 4: Night Counts**\nChair: Delta Fund\n\n## Activities\n\n"
        "- WTO, Delta Fund and Marsh Watch signed a charter on ports in Lagos, Nigeria (4 September)\n"
        "- WTO replaced the ropes of Delta Fund in Dakar, Senegal (5 September)\n",
    )


def told(library: Library, *questions: str) -> list[str]:
    """The claims of the answer to the last question, asked in one conversation after the others."""
    conversation = None
    for question in questions:
        answer = library.ask(question, conversation=conversation)
        conversation = answer.conversation_id
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


@pytest.mark.parametrize("question", ["Which organisations worked with WTO?", "Who worked with WTO?"])
def test_partners_are_those_of_joint_deeds_and_not_of_one_chart(flyways: Library, question: str) -> None:
    claims = told(flyways, question)
    assert {claim.split(":")[0].strip("*") for claim in claims} == {"IWB", "Marsh Watch", "Delta Fund"}
    assert not any("Chair" in claim for claim in claims)


def test_nobody_worked_with_whom_only_a_chart_names_beside(shelf: Shelve) -> None:
    library = shelf(
        may_2031="# Reed Letter, May 2031\n\n## Groups\n\n**Fog**\nChair: BPU / Co-Chair: CSO\n\n## News\n\n"
        "- WTO met growers in Riga, Latvia (3 May)\n"
    )
    assert library.ask("Which organisations worked with CSO?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Who succeeded Rana Osei?", "Tomas Reyes (WTO)"),
        ("Who took over from IWB?", "Delta Fund"),
        ("Who was Tomas Reyes' predecessor?", "Rana Osei (WTO)"),
        ("Who preceded Tomas Reyes?", "Rana Osei (WTO)"),
    ],
)
def test_successors_are_told_without_the_name_of_the_group(flyways: Library, question: str, holder: str) -> None:
    (claim,) = told(flyways, question)
    assert claim.endswith(holder)


def test_nobody_succeeded_who_still_has_the_post(flyways: Library) -> None:
    assert flyways.ask("Who succeeded Tomas Reyes?").status is Status.NOT_FOUND


def test_whoever_replaced_a_thing_of_somebody_succeeded_nobody(flyways: Library) -> None:
    assert any("ropes" in claim for claim in told(flyways, "Who replaced the ropes of Delta Fund?"))


def test_a_post_that_the_newest_chart_drops_is_said_to_be_dropped(flyways: Library) -> None:
    answer = flyways.ask("Who chairs Youth and Schools?")
    assert answer.claims[0].text == "Chair: Lida Brandt (Marsh Watch)"
    assert "not listed any more in the issue of July to September 2031" in answer.answer
    assert "not listed any more" not in flyways.ask("Who chairs Wetland Mapping?").answer


def test_a_post_of_a_group_that_is_still_charted_is_said_to_be_dropped(flyways: Library) -> None:
    answer = flyways.ask("Who co-chairs Poaching and Trade?")
    assert "Co-chair, Poaching and Trade: not listed any more" in answer.answer


def test_months_in_bold_date_the_lists_below_them(flyways: Library) -> None:
    assert len(told(flyways, "What happened in March 2031?")) == 2
    assert told(flyways, "What happened in June 2031?") == ["**June 2031:** Marsh Watch planted reeds in Accra, Ghana"]


@pytest.mark.parametrize("question", ["Who chairs working group 3?", "Who is the chair of WG3?"])
def test_a_group_is_meant_by_the_number_before_its_name(flyways: Library, question: str) -> None:
    assert told(flyways, question) == ["Chair: Lida Brandt (Marsh Watch)"]


def test_members_are_told_as_such(flyways: Library) -> None:
    assert told(flyways, "Which members does WG3 have?") == ["Members: Ivo Petek (Delta Fund), Sun Lee (IWB)"]
    assert told(flyways, "Which groups have people from IWB?") == ["Member: Youth and Schools – Sun Lee (IWB)"]


def test_two_names_below_a_plural_are_two_holders(flyways: Library) -> None:
    claims = told(flyways, "Who were the vice-chairs of Wetland Mapping in February 2031?")
    assert claims == ["Vice-chairs: Marsh Watch, Delta Fund"]


def test_a_choice_that_was_asked_for_is_kept_by_what_follows(flyways: Library) -> None:
    asked = flyways.ask("Who is the chair?")
    assert asked.status is Status.CLARIFY
    assert told(flyways, "Who is the chair?", "Poaching and Trade") == ["Chair: Tomas Reyes (WTO)"]
    former = told(flyways, "Who is the chair?", "Wetland Mapping please", "Who chaired it before?")
    assert former == ["Former chair (last stated in January to March 2031): IWB"]
    after = told(flyways, "Who is the chair?", "Wetland Mapping", "Who chaired it before?", "Who are its vice-chairs?")
    assert after == ["Vice-chair: Marsh Watch"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("What happened in January... I mean June 2031?", "What happened in June 2031?"),
        ("What happened in January, sorry, in June 2031?", "What happened in June 2031?"),
        ("What happened in Dakar — no, Accra?", "What happened in Accra?"),
        ("What did WTO do, no wait, IWB do in March 2031?", "What did IWB do in March 2031?"),
        ("Who is the chair, I mean the vice-chair of Wetland Mapping?", "Who is the vice-chair of Wetland Mapping?"),
    ],
)
def test_what_is_said_last_corrects_what_was_said_before(flyways: Library, slip: str, meant: str) -> None:
    assert flyways.ask(slip).resolved_question == meant


@pytest.mark.parametrize(
    "question", ["What happened in no country in June 2031?", "Did WTO say no to IWB in March 2031?"]
)
def test_a_no_that_corrects_nothing_stays(flyways: Library, question: str) -> None:
    assert "no" in flyways.ask(question).resolved_question.split()


def test_who_received_something_year_by_year_is_a_list(flyways: Library) -> None:
    claims = told(flyways, "Who received grants year by year?")
    assert [claim.split(" received")[0] for claim in claims] == ["Marsh Watch", "Delta Fund"]


def test_a_part_of_a_place_s_name_is_no_organisation(flyways: Library) -> None:
    claims = told(flyways, "Which organisations worked in DR Congo?")
    assert [claim.split(":")[0] for claim in claims] == ["**Delta Fund"]


def test_a_change_of_subject_leaves_the_old_time_behind(flyways: Library) -> None:
    claims = told(flyways, "What happened in March 2031?", "What did Delta Fund do?")
    assert any("charter" in claim for claim in claims)
