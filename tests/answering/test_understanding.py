from collections.abc import Iterator
from datetime import date

import pytest
from tests.answering.library import Library

from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import History, Intent, Question, Wants
from ctassist.model.caller import ANYONE

AS_OF = date(2023, 1, 31)


@pytest.fixture(scope="module")
def catalog(harbours: Library) -> Iterator[Catalog]:
    with harbours.archive.view(ANYONE) as view:
        yield Catalog(view)


def test_who_leads_is_a_question_for_roles(catalog: Catalog) -> None:
    for question in (
        "Who chairs the Working Group on Fog Signals?",
        "Who is the vice-chair of the Working Group on Fog Signals?",
        "Chair of the Working Group on Harbour Lights?",
        "Name the vice-chairs of fog signals",
        "Tell me who currently chairs the group on harbour lights.",
        "The group on fog signals is chaired by whom?",
        "Which groups does CSO chair?",
        "Which roles does BPU hold?",
        "Which posts in working groups does BPU hold?",
        "Who used to chair the Working Group on Fog Signals?",
    ):
        assert understand(question, catalog, AS_OF).intent is Intent.ROLES, question


def test_what_happened_is_a_question_for_activities(catalog: Catalog) -> None:
    for question in (
        "What happened in June 2022?",
        "Which activities involved CSO?",
        "List all events in Africa",
        "What did BPU do in September 2022?",
        "What has CSO been up to since May 2022?",
        "Give me an overview of October 2022",
        "Which workshops took place in Riga?",
        "Show me what CSO did in Ghana.",
        "CSO in Africa?",
        "June 2022?",
        "Please summarise September 2022",
        "Which events fell in May 2022?",
    ):
        assert understand(question, catalog, AS_OF).intent is Intent.ACTIVITIES, question


def test_how_many_is_a_question_for_figures(catalog: Catalog) -> None:
    for question in (
        "How many focal points are there?",
        "What is the number of member organisations?",
        "how many focal points",
        "What is the total number of focal points now?",
        "How has the number of focal points grown?",
        "What is the latest figure for focal points?",
        "Show the trend of member organisations over time.",
    ):
        assert understand(question, catalog, AS_OF).intent is Intent.INDICATORS, question


def test_who_said_what_is_a_question_for_statements(catalog: Catalog) -> None:
    for question in (
        "What did Reisner say about lamps?",
        "Quote the Director of CSO on patience.",
        "What has Okelo said?",
        "Which statements did Reisner make?",
        "Who said that charts must be honest?",
        "What did Okelo underscore?",
        "What did Reisner stress?",
        "Give me the remarks of Okelo on charts.",
    ):
        assert understand(question, catalog, AS_OF).intent is Intent.STATEMENTS, question


def test_one_thing_is_a_question_for_a_fact_and_what_would_answer_is_known(catalog: Catalog) -> None:
    for question, wants in (
        ("When was the training centre in Lisbon opened?", Wants.WHEN),
        ("On which date did CSO sign the agreement on lamp oil?", Wants.WHEN),
        ("Where was the training centre opened?", Wants.WHERE),
        ("In which city is the new training centre?", Wants.WHERE),
        ("Who opened the training centre?", Wants.WHO),
        ("Which organisation published the guide to buoys?", Wants.WHO),
    ):
        understood = understand(question, catalog, AS_OF)
        assert (understood.intent, understood.wants) == (Intent.FACT, wants), question


def names(question: Question) -> tuple[list[str], list[str]]:
    return [entity.key for entity in question.entities], [place.name for place in question.places]


def test_organisations_and_places_are_found_in_any_form(catalog: Catalog) -> None:
    for asked, entities, places in (
        ("What did CSO do in Ghana?", ["CSO"], ["Ghana"]),
        ("What did the Coastal Safety Office do in Africa?", ["CSO"], ["Africa"]),
        ("Which activities involved CSO and BPU?", ["CSO", "BPU"], []),
        ("what did the coastal safety office do in northern europe?", ["CSO"], ["Northern Europe"]),
        ("What happened in Riga?", [], ["Riga"]),
        ("What was said on the North American buoy summit?", [], ["North America"]),
        ("What was said on the American buoy summit?", [], ["United States"]),
    ):
        assert names(understand(asked, catalog, AS_OF)) == (entities, places), asked


def test_time_is_no_part_of_the_topic(catalog: Catalog) -> None:
    understood = understand("Which workshops on fog signals took place since June 2022?", catalog, AS_OF)
    assert understood.interval
    assert understood.interval.start == date(2022, 6, 1)
    assert not {"June", "2022", "since"} & set(understood.topic)
    assert {"fog", "signals"} <= set(understood.topic)


def test_names_that_the_archive_does_not_have_are_known_to_be_missing(catalog: Catalog) -> None:
    assert "UNESCO" in understand("What did UNESCO do in 2022?", catalog, AS_OF).unknown
    assert not understand("What did CSO do in 2022?", catalog, AS_OF).unknown


def test_the_number_of_a_body_and_the_wish_for_a_series_are_understood(catalog: Catalog) -> None:
    assert understand("Who chairs working group 3?", catalog, AS_OF).number == "3"
    assert understand("How has the number of focal points grown?", catalog, AS_OF).series
    assert not understand("How many focal points are there?", catalog, AS_OF).series
    assert understand("Who chaired the Working Group on Fog Signals before?", catalog, AS_OF).history is History.FORMER
