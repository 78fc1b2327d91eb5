"""Lists of what stands in the archive: events over two lines, posts, pieces accepted, adverts, sections by heading."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

LISTS = {
    "Which meet-ups were there in German cities in March 2041?": ["Hymns by the lake", "Open stage"],
    "in-person events in the city of Berlin": ["Open stage", "Spring choir"],
    "virtual events march 2041": ["Scales before breakfast"],
    "online sessions, 7 March to 12 March 2041 inclusive?": ["Scales before breakfast"],
    "which events are there in the United States, from the first bulletin to the last?": ["Shanties on the quay"],
    "virtual events in March 2041 in these newsletters?": ["Scales before breakfast"],
    "Every date on which the people of Berlin get together": ["Open stage", "Spring choir"],
    "which african choir groups have something scheduled": ["Scales before breakfast"],
    "Events under the Europe heading (so not the virtual ones) from the 15th through the 16th of March 2041": [
        "Hymns by the lake",
        "Open stage",
    ],
    "Which pieces made it to approval or acceptance in March 2041?": ["A round for rain", "Canon for two ferries"],
    "What papers appeared in our Practice section during March 2041?": [
        "Larkvoice v0.4.0",
        "a tenor at sea",
        "Breathing for altos",
        "Larkvoice v0.5.0",
        "the second row",
    ],
    "Quire Waves is a series; name all its instalments so far": ["a tenor at sea", "the second row"],
    "All episodes of the Quire Waves series so far": ["a tenor at sea", "the second row"],
    'Every instalment of the "Quire Waves" series': ["a tenor at sea", "the second row"],
    "Anything virtual on 8 March 2041?": ["Scales before breakfast"],
    "remote get-togethers in the first half of March 2041": ["Scales before breakfast"],
    "All pieces listed under the Accepted Pieces heading in March 2041": ["A round for rain", "Canon for two ferries"],
    "Gather the posts and articles about altos / tenors": ["a tenor at sea", "Breathing for altos"],
    "Show South American events since March 2041": ["Voces de marzo"],
    "which events are there in the United States in 2041?": ["Shanties on the quay"],
    "List all Larkvoice releases": ["Larkvoice v0.4.0", "Larkvoice v0.5.0"],
    "everything that mentions Larkvoice": ["Larkvoice v0.4.0", "Larkvoice v0.5.0", "Larkvoice - sing the German parts"],
    "Episodes of the Quire Waves podcast, all that were linked": ["a tenor at sea", "the second row"],
    "which pieces got accepted during March 2041?": ["A round for rain", "Canon for two ferries"],
    "Calls for voices whose deadline falls in March 2041?": ["Fjord Festival"],
    "what gatherings were there in 2040?": ["Canon weekend", "Bakery concert"],
    "Which rooms were renovated?": ["Loft over the bakery"],
    "openings advertised by Quaver House": ["Choir master", "Page turner"],
    "Pls list the warnings on the official blog": ["Warning for the score reader", "Warning for the tuner"],
    'What stands under "Accepted pieces" in issue 42?': ["Canon for two ferries"],
    "Read me the 'Accepted pieces' entries of issue 42": ["Canon for two ferries"],
    "What stood under Accepted pieces in number 42?": ["Canon for two ferries"],
    "Which singing tasks has Larkvoice put up under calls for voices?": ["Larkvoice - sing the German parts"],
}


@pytest.mark.parametrize("question", LISTS)
def test_a_list_holds_all_that_is_named_once_and_nothing_else(choirs: Library, question: str) -> None:
    answer = choirs.ask(question)
    assert answer.status == "answered", answer.answer
    assert all(words in answer.answer for words in LISTS[question]), answer.answer
    assert len(answer.claims) == len(LISTS[question]), answer.answer
    assert_holds(choirs, answer)


def test_people_are_named_after_what_the_archive_is_about(weekly: Library) -> None:
    answer = weekly.ask("Every date on which the Kitesters of Galway get together")
    assert answer.status == "answered", answer.answer
    assert len(answer.claims) == 1
    assert "Spring meet" in answer.answer


def test_those_who_came_are_no_events(weekly: Library) -> None:
    answer = weekly.ask("How many people attended the spring meet in Galway?")
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which pieces got accepted during January 2041?",
        "openings advertised by Harbour Brass",
        "Which meetups were there in Kenyan cities?",
        'What stands under "Accepted dances"?',
    ],
)
def test_what_is_not_there_is_not_listed(choirs: Library, question: str) -> None:
    answer = choirs.ask(question)
    assert answer.status == "not_found", answer.answer


REPORTS = """# Harbour Choir Review
January 2041

## Work with schools, clubs and libraries

- BPU lent scores to three libraries in Bergen (9 Jan)
- A quiet film was shot with an unmanned aircraft over the quay (12 Jan)

## Other work

- BPU tuned the organ in Oslo (20 Jan)
"""


def test_a_heading_given_in_full_names_what_stands_under_it(shelf: Shelve) -> None:
    answer = shelf(reports=REPORTS).ask("What work with schools, clubs & libraries is reported?")
    assert answer.status == "answered", answer.answer
    assert [citation.quote[:5] for citation in answer.citations] == ["BPU l", "A qui"]


def test_a_subject_is_found_in_other_words(shelf: Shelve) -> None:
    answer = shelf(reports=REPORTS).ask("Anything on drones?")
    assert [citation.quote[:5] for citation in answer.citations] == ["A qui"], answer.answer


def test_a_misspelt_country_is_one_though_no_document_names_it(shelf: Shelve) -> None:
    answer = shelf(reports=REPORTS).ask("scandinvia activities")
    assert answer.resolved_question == "scandinavia activities"


def test_below_partners_a_name_alone_says_of_which_page_it_is_one(shelf: Shelve) -> None:
    page = "# {name} Group\n\nKeeps {what}.\n\n## Partner clubs\n\n- Club Skerry\n- Club {other}\n"
    library = shelf(
        tides=page.format(name="Tide", what="tides", other="Holm"),
        fog=page.format(name="Fog", what="fog", other="Sund"),
        lamps="# Lamp Group\n\nKeeps lamps.\n\n## Partner clubs\n\n- Club Holm\n",
    )
    answer = library.ask("In which groups is Club Skerry a partner?")
    assert "Tide Group" in answer.answer
    assert "Fog Group" in answer.answer
    assert "Lamp" not in answer.answer


def test_talk_of_a_treaty_is_no_agreement(shelf: Shelve) -> None:
    events = (
        "3 May: BPU signed an agreement with ROF on lamps in Riga, Latvia.",
        "9 May: ROF convened a meeting of ministers on options for a rope treaty in Ghent, Belgium.",
        "12 May: WTO and BPU signed the Treaty of Fog Bells in Turku, Finland.",
    )
    library = shelf(letter="# Tide Letter May 2031\n\n## News\n\n" + "".join(f"- {event}\n" for event in events))
    answer = library.ask("List all agreements and memoranda that were signed.").answer
    assert "lamps" in answer
    assert "Fog Bells" in answer
    assert "ministers" not in answer


def test_an_organisation_called_an_office_is_asked_for_no_office(shelf: Shelve) -> None:
    text = (
        "# Tide Review, May 2023\n\n## Activities\n\n- The Office for Tides (OFT) opened a gauge in Turku (3 May).\n"
        "- OFT trained pilots in Malta (9 May).\n\n## Groups\n\nWorking Group on Gauges. Chair: OFT\n"
    )
    answer = shelf(may=text).ask("What has the Office for Tides done since April 2023?")
    assert "2 activities" in answer.answer
    assert "Chair" not in answer.answer
