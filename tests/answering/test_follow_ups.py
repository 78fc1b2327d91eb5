from collections.abc import Iterator
from datetime import date

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.follow_ups.resolving import resolve
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.errors import NotFound
from ctassist.model.caller import ANYONE, Caller

AS_OF = date(2023, 1, 31)
CHAIR = "Who chairs the Working Group on Fog Signals?"
TIDES = "Who chairs the Working Group on Tides?"
JUNE = "What happened in June 2022?"


@pytest.fixture(scope="module")
def catalog(harbours: Library) -> Iterator[Catalog]:
    with harbours.archive.view(ANYONE) as view:
        yield Catalog(view)


def resolved(catalog: Catalog, question: str, *earlier: str) -> str:
    return resolve(question, earlier, catalog, AS_OF)[0]


def understood(catalog: Catalog, question: str, *earlier: str) -> Question:
    text, reference = resolve(question, earlier, catalog, AS_OF)
    return understand(text, catalog, AS_OF, reference)


@pytest.mark.parametrize(
    "question",
    ["And its vice-chairs?", "And who are the vice-chairs?", "Who are its vice-chairs?", "And the vice-chairs?"],
)
def test_a_follow_up_keeps_the_body(catalog: Catalog, question: str) -> None:
    text = resolved(catalog, question, CHAIR).casefold()
    assert "vice-chair" in text
    assert "fog signals" in text


@pytest.mark.parametrize(
    "question",
    [
        "And the Working Group on Harbour Lights?",
        "What about harbour lights?",
        "And of the Working Group on Harbour Lights?",
    ],
)
def test_a_follow_up_keeps_the_role_and_changes_the_body(catalog: Catalog, question: str) -> None:
    text = resolved(catalog, question, CHAIR).casefold()
    assert "chair" in text
    assert "harbour lights" in text
    assert "fog" not in text


@pytest.mark.parametrize(
    "question", ["And in May?", "What about May?", "And May 2022?", "How about in May 2022?", "Same for May"]
)
def test_a_follow_up_changes_the_month(catalog: Catalog, question: str) -> None:
    interval = understood(catalog, question, JUNE).interval
    assert interval
    assert (interval.start, interval.end) == (date(2022, 5, 1), date(2022, 5, 31))


def test_a_follow_up_narrows_by_organisation_or_place_and_keeps_the_time(catalog: Catalog) -> None:
    for question, entities, places in (
        ("And by CSO?", ["CSO"], []),
        ("What about CSO?", ["CSO"], []),
        ("And in Latvia?", [], ["Latvia"]),
    ):
        found = understood(catalog, question, JUNE)
        assert found.interval, question
        assert found.interval.start == date(2022, 6, 1), question
        assert [entity.key for entity in found.entities] == entities, question
        assert [place.name for place in found.places] == places, question


def test_a_follow_up_changes_the_organisation(catalog: Catalog) -> None:
    for question in ("And BPU?", "What about BPU?", "And what did BPU do?"):
        assert [e.key for e in understood(catalog, question, "What did CSO do?").entities] == ["BPU"], question


def test_a_question_with_its_own_subject_takes_nothing_over(catalog: Catalog) -> None:
    for before, question in (
        (CHAIR, JUNE),
        (JUNE, CHAIR),
        (JUNE, "How many focal points are there?"),
        (CHAIR, "What did Reisner say about lamps?"),
        ("What did CSO do in June 2022?", "Which activities involved BPU?"),
        (JUNE, "Who published the guide to buoys?"),
        (CHAIR, "Is there anything about Ghana?"),
    ):
        assert resolved(catalog, question, before) == question


def test_without_a_question_before_nothing_changes(catalog: Catalog) -> None:
    assert resolved(catalog, "And its vice-chairs?") == "And its vice-chairs?"


def test_a_chain_of_follow_ups_is_understood(harbours: Library) -> None:
    first = harbours.ask(CHAIR)
    second = harbours.ask("And its vice-chairs?", conversation=first.conversation_id)
    third = harbours.ask("And the chair of the Working Group on Harbour Lights?", conversation=second.conversation_id)
    assert first.conversation_id == second.conversation_id == third.conversation_id
    assert "CSO" in second.answer
    assert "BPU" in third.answer


def test_it_makes_no_difference_whether_the_history_is_kept_or_sent(harbours: Library) -> None:
    kept = harbours.ask("And in May?", conversation=harbours.ask(JUNE).conversation_id)
    sent = harbours.ask("And in May?", JUNE)
    assert kept.answer == sent.answer
    assert kept.resolved_question == sent.resolved_question


def test_a_conversation_is_its_callers_alone(harbours: Library) -> None:
    theirs = harbours.ask(JUNE, caller=Caller("somebody", ANYONE.access)).conversation_id
    for conversation in (theirs, "no-such-conversation"):
        with pytest.raises(NotFound):
            harbours.ask("And in May?", conversation=conversation)


@pytest.mark.parametrize(
    ("earlier", "question", "resolved"),
    [
        (TIDES, "Who was it in June 2022?", f"{TIDES[:-1]} in June 2022?"),
        (TIDES, "Who was it before?", "Who was the chair of the Working Group on Tides before?"),
        (TIDES, "Since when?", "Since when has the Working Group on Tides had its chair?"),
        (TIDES, "Since when has he had that job?", "Since when has the Working Group on Tides had its chair?"),
        (TIDES, "And how long has she been in the post?", "Since when has the Working Group on Tides had its chair?"),
        (TIDES, "When did they take over?", "Since when has the Working Group on Tides had its chair?"),
        ("How many lamps were lit in the July 2022 issue?", "And in May 2022?", "How many lamps were lit in May 2022?"),
    ],
)
def test_a_follow_up_asks_the_same_of_another_time(
    catalog: Catalog, earlier: str, question: str, resolved: str
) -> None:
    assert resolve(question, [earlier], catalog, catalog.newest_day() or date.max)[0] == resolved


def test_a_role_without_a_body_is_that_of_the_body_before(catalog: Catalog) -> None:
    resolved, _ = resolve("Who had the chair in June 2022?", [TIDES], catalog, catalog.newest_day() or date.max)
    assert resolved == "Who is the chair of the Working Group on Tides in June 2022?"


@pytest.mark.parametrize("question", ["What was in the upcoming events of issue 42?", "Upcoming events, issue 42"])
def test_a_section_of_ordinary_words_named_with_its_issue_says_enough(weekly: Library, question: str) -> None:
    answer = weekly.ask(question)
    assert answer.status == "answered", answer.answer
    assert "Night of the lanterns" in answer.answer
    assert_holds(weekly, answer)


def test_a_follow_up_names_another_issue(weekly: Library) -> None:
    answer = weekly.ask("And in issue 42?", "How many repairs were finished according to issue 41?")
    assert "187" in answer.answer


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("What took place in Riga?", "How about Smallhaven?", "What took place in Smallhaven?"),
        ("When does the Bollards team meet?", "And Mooring Lines?", "When does the Mooring Lines team meet?"),
    ],
)
def test_a_name_that_nobody_knows_takes_the_place_of_the_one_name_before(
    catalog: Catalog, earlier: str, question: str, expected: str
) -> None:
    assert resolved(catalog, question, earlier) == expected


@pytest.mark.parametrize(
    "earlier", ["When does the Coaches Standing Committee meet?", "How often does Coaches convene?"]
)
def test_who_meets_is_asked_about_further(clubs: Library, earlier: str) -> None:
    assert "Odile Marsh" in clubs.ask("Who is its chair?", earlier).answer


def test_what_is_counted_under_a_label_is_no_post_of_the_body_before(catalog: Catalog) -> None:
    assert resolved(catalog, "How many focal points are there?", CHAIR) == "How many focal points are there?"
    assert "Fog Signals" in resolved(catalog, "How many vice-chairs are there?", CHAIR)


def test_another_thing_is_counted_next_at_the_same_time(catalog: Catalog) -> None:
    before = "How many focal points were there in June 2022?"
    asked = resolved(catalog, "And how many member organisations does the Network have?", before)
    assert asked == "How many member organisations were there in June 2022?"


@pytest.mark.parametrize("question", ["And of butter?", "And for butter?", "What about butter?"])
def test_a_follow_up_asks_the_same_of_another_thing(catalog: Catalog, question: str) -> None:
    assert resolved(catalog, question, "What is the newest kind of bread?") == "What is the newest kind of butter?"


_GAZETTE = """# Lamp Gazette

May and June 2031

## Who keeps what

* **Lamp Council** – in the chair: Ana Roe (LSU)
* **Rope Panel** – lead BPU; deputy CSO; further members: LSU, TKO and WFA
* **Committee on Piers** – lead CSO; secretary Di Marsh (TKO)

Di Marsh, the new secretary of the Committee on Piers, followed Ed Noll in June 2031.

## Heard

* Ana Roe (12 May): "A lamp that nobody trims tells lies."
"""


@pytest.mark.parametrize(
    ("earlier", "question", "meant"),
    [
        ("Who chairs the Lamp Council?", "What did she say in May 2031?", "What did Ana Roe say in May 2031?"),
        ("Which post does Di Marsh hold?", "And whom did she follow?", "whom did Di Marsh follow?"),
    ],
)
def test_she_is_whoever_was_told_to_hold_the_post(shelf: Shelve, earlier: str, question: str, meant: str) -> None:
    library = shelf(gazette=_GAZETTE)
    conversation = library.ask(earlier).conversation_id
    assert library.ask(question, conversation=conversation).resolved_question == meant


def test_what_somebody_holds_and_whom_they_followed_are_two_questions(shelf: Shelve) -> None:
    answer = shelf(gazette=_GAZETTE).ask("Which post does Di Marsh hold, and whom did she follow?").answer
    assert "Committee on Piers" in answer
    assert "Ed Noll" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Which further members does the Rope Panel have, besides lead and deputy?",
        "Who sits on the Rope Panel apart from the lead?",
    ],
)
def test_members_beside_the_posts_that_are_known(shelf: Shelve, question: str) -> None:
    answer = shelf(gazette=_GAZETTE).ask(question).answer
    assert all(member in answer for member in ("LSU", "TKO", "WFA"))
    assert "BPU" not in answer
