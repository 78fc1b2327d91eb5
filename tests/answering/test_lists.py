"""What the composers of lists say: activities, figures, statements."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Scope

LISTED = {
    "What happened in June 2022?": ["fog signals in Riga", "lamp oil"],
    "What happened in May 2022?": ["training centre", "lamp oil"],
    "What happened in October 2022?": ["survey of piers"],
    "What happened in January 2023?": ["Tallinn", "rescue boats"],
    "What happened on 2 June 2022?": ["lamp oil"],
    "What did FIP do?": ["lamp oil", "tide gauges", "survey of piers"],
    "Which activities involved the Baltic Pilots Union?": [
        "fog signals in Riga",
        "Nairobi",
        "Tallinn",
        "guide to buoys",
    ],
    "What did CSO do in Africa?": ["Nairobi", "rescue boats"],
    "What happened in Ghana?": ["tide gauges", "rescue boats"],
    "What did CSO and BPU do together?": ["fog signals in Riga", "Nairobi"],
    "Which activities dealt with fog signals?": ["fog signals in Riga", "Nairobi"],
}


@pytest.mark.parametrize("question", LISTED)
def test_all_that_happened_is_listed_and_nothing_else(harbours: Library, question: str) -> None:
    answer = harbours.ask(question)
    expected = LISTED[question]
    found = [[phrase for phrase in expected if phrase in citation.quote] for citation in answer.citations]
    assert sorted(phrase for phrases in found for phrase in phrases) == sorted(expected), answer.answer
    assert len(answer.citations) == len(expected), answer.answer
    assert answer.coverage.matched == answer.coverage.shown == len(expected)
    assert_holds(harbours, answer)


def test_a_list_is_in_the_order_of_its_dates_and_says_them_with_their_year(harbours: Library) -> None:
    answer = harbours.ask("Which activities involved CSO?").answer
    places = [
        answer.index(words)
        for words in ("12 May 2022", "30 May 2022", "3 to 4 June 2022", "21 September 2022", "17 January 2023")
    ]
    assert places == sorted(places)


def test_a_list_over_the_end_of_a_year_has_the_right_years(harbours: Library) -> None:
    assert "30 December 2022 to 2 January 2023" in harbours.ask("What happened in December 2022?").answer


def test_lines_without_a_date_are_counted_where_a_time_is_asked_for(harbours: Library) -> None:
    answer = harbours.ask("What did BPU do in June 2022?")
    assert answer.coverage.undated == 1
    assert "buoys" not in answer.answer


def test_coverage_says_what_was_searched(harbours: Library) -> None:
    coverage = harbours.ask("What did CSO do in Latvia in June 2022?").coverage
    assert (str(coverage.start), str(coverage.end)) == ("2022-06-01", "2022-06-30")
    assert (coverage.entities, coverage.places, coverage.documents) == (("CSO",), ("Latvia",), 3)


def test_filters_narrow_a_question(harbours: Library) -> None:
    for filters, expected in (
        (Scope(entities=("FIP",)), 1),
        (Scope(places=("Latvia",)), 1),
        (Scope(document_ids=("none",)), 0),
    ):
        assert harbours.ask("What happened in June 2022?", filters=filters).coverage.matched == expected


def test_what_two_issues_tell_is_listed_once_with_both_sources(shelf: Shelve) -> None:
    line = "- Coastal Safety Office (CSO) opened a training centre in Lisbon, Portugal (12 May)\n"
    library = shelf(
        month=f"# Review May-June 2022\n\n## Events\n\n{line}", year=f"# Annual Review 2022\n\n## Events\n\n{line}"
    )
    answer = library.ask("What happened in May 2022?")
    assert len(answer.claims) == 1
    assert {citation.document_id for citation in answer.citations} == set(library.texts)
    assert_holds(library, answer)


def test_a_figure_is_that_of_the_latest_issue_that_states_it(harbours: Library) -> None:
    for question, figure, issue in (
        ("How many focal points are there?", "52", "2023"),
        ("How many member organisations are there?", "9", "2023"),
        ("How many focal points were there in June 2022?", "41", "2022"),
        ("How many focal points were there in October 2022?", "44", "2022"),
    ):
        answer = harbours.ask(question)
        assert len(answer.claims) == 1, question
        assert f"**{figure}**" in answer.answer or f" {figure} " in answer.answer, answer.answer
        assert issue in answer.answer, question


def test_growth_is_a_series_over_all_issues(harbours: Library) -> None:
    answer = harbours.ask("How has the number of focal points grown?")
    assert [figure for figure in ("41", "44", "52") if figure in answer.answer] == ["41", "44", "52"]
    assert "41 → 52** (+11" in answer.claims[0].text
    assert len(answer.claims) - 1 == len(answer.citations) == 3
    assert_holds(harbours, answer)


def test_a_statement_is_told_in_its_own_words_with_speaker_and_date(harbours: Library) -> None:
    answer = harbours.ask("What did Reisner say about patience?")
    assert "“patience is the first tool of a pilot”" in answer.answer
    assert "Reisner" in answer.answer
    assert "11 October 2022" in answer.answer
    assert len(answer.claims) == 1


def test_all_statements_of_a_speaker_are_told_in_order(harbours: Library) -> None:
    answer = harbours.ask("What did Reisner say?")
    assert [claim for claim in answer.claims if "Okelo" in claim.text] == []
    assert answer.answer.index("every lamp counts") < answer.answer.index("patience")


def test_nobody_is_made_to_say_what_somebody_else_said(harbours: Library) -> None:
    answer = harbours.ask("What did Reisner say about charts?")
    assert answer.status == "not_found"
    assert_holds(harbours, answer)


def test_who_said_something_is_found(harbours: Library) -> None:
    assert "Okelo" in harbours.ask("Who said that charts must be honest?").answer


def test_what_is_counted_is_the_last_word_of_its_noun(shelf: Shelve) -> None:
    library = shelf(
        letter_march="# Kiln Letter March 2031\n\n- 4 March: Delft held a fire drill at the pottery.\n"
        "- 9 March: Gouda tried buckets in a fire drill by the canal.\n- 12 March: A drill of the press was bought.\n",
        letter_april="# Kiln Letter April 2031\n\n- 3 April: Delft led a fire drill with 14 apprentices.\n",
    )
    assert "3 activities" in library.ask("How many fire drills were held in 2031?").answer
    assert "14 apprentices" in library.ask("How many apprentices were in the fire drill of April 2031?").answer
    assert not library.ask("How many fire inspections were held in 2031?").citations


PACTS = """# Otter Review March-April 2044

## Done
- OTTER UNION (OUN) signed a ferry charter with the pilots of Turku (3 Mar)
- OUN signed a salt pact in Oslo (9 March)
- OUN signed a memorandum on otter counts (2 April)
- OUN opened a slipway in Turku (9 April)
"""


def test_of_kinds_in_a_row_any_will_do(shelf: Shelve) -> None:
    answer = shelf(review=PACTS).ask("Which charters, memoranda or pacts have been signed so far? I want all of them.")
    assert all(words in answer.answer for words in ("ferry charter", "salt pact", "otter counts")), answer.answer
    assert len(answer.claims) == 3


def test_what_is_public_is_no_publication(shelf: Shelve) -> None:
    library = shelf(
        review="# Otter Review March-April 2044\n\n## Done\n- OTTER UNION (OUN) published a map of dens (3 Mar)\n"
        "- OUN met public broadcasters in Oslo (9 March)\n- OUN released a guide to rivers (2 April)\n"
    )
    answer = library.ask("Which publications were released in 2044?")
    assert "guide to rivers" in answer.answer
    assert "broadcasters" not in answer.answer


@pytest.mark.parametrize(
    "question",
    ["Which training courses did members give?", "Which trainings were there in 2044?", "List all trainings."],
)
def test_whoever_taught_or_coached_people_gave_a_training(shelf: Shelve, question: str) -> None:
    library = shelf(
        review="# Otter Review March-April 2044\n\n## Done\n"
        "- OTTER UNION (OUN) taught 14 wardens to read tracks (3 Mar)\n"
        "- OUN trained nine pilots in Oslo (9 March)\n- OUN coached 20 keepers in Turku (2 April)\n"
        "- OUN opened a slipway in Turku (9 April)\n"
    )
    answer = library.ask(question)
    assert all(words in answer.answer for words in ("14 wardens", "nine pilots", "20 keepers")), answer.answer
    assert "slipway" not in answer.answer


@pytest.mark.parametrize("verb", ["signed", "concluded", "reached"])
def test_memoranda_may_be_concluded_by_any_verb(shelf: Shelve, verb: str) -> None:
    answer = shelf(review=PACTS).ask(f"Which memoranda of understanding have been {verb} so far?")
    assert "otter counts" in answer.answer, answer.answer
    assert len(answer.claims) == 1


def test_a_name_of_a_year_that_went_to_somebody_is_an_award(shelf: Shelve) -> None:
    lines = (
        "- The Bronze Oar 2022 went to the pilots of Riga (3 Mar)\n"
        "- WTO gave a prize to Ana Roe (4 Mar)\n"
        "- The Harbour Board went to Lima (5 Mar)\n"
    )
    answer = shelf(review=f"# Review March 2022\n\n{lines}").ask("Which awards and prizes were given?").answer
    assert "Bronze Oar" in answer
    assert "Ana Roe" in answer
    assert "Lima" not in answer


def test_a_numbered_council_is_a_meeting_of_it(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Letter, May 2031\n\n## News\n\n- Fourth Peat Council discussed growers in Riga (3 May)\n"
        "- Extraordinary session of the Peat Council on floods (9 May)\n- The Peat Council thanked WTO (12 May)\n"
    )
    answer = library.ask("List the meetings of the Peat Council.")
    assert [claim.text.split(":")[0] for claim in answer.claims] == ["**3 May 2031", "**9 May 2031"]


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("Which countries did BPU support?", {"Ghana", "Togo"}),
        ("Which countries supported BPU?", {"Norway", "Chile"}),
    ],
)
def test_whoever_gave_is_told_from_whom_it_was_given_to(shelf: Shelve, question: str, countries: set[str]) -> None:
    library = shelf(
        may=(
            "# Buoy Review\n\nMay 2031\n\n## News\n\n"
            "- Baltic Pilots Union (BPU) supported harbour masters in Ghana (3 May)\n"
            "- BPU opened a school for pilots in Togo, with the financial support of Norway (9 May)\n"
            "- Chile supported BPU with new lamps (12 May)\n"
        )
    )
    told = library.ask(question).answer
    assert {name for name in ("Ghana", "Togo", "Norway", "Chile") if f"**{name}:**" in told} == countries


def test_topics_in_capitals_are_no_organisations(shelf: Shelve) -> None:
    library = shelf(
        may=(
            "# Buoy Review\n\nMay 2031\n\n## News\n\n"
            "- BPU-TI workshop on AI for pilots in Accra, Ghana (3 May)\n"
            "- BPU trained pilots in PVE methods, organised with CSO, in Lomé, Togo (9 May)\n"
            "- WTO and FAO met growers in Cusco, Peru (12 May)\n"
        )
    )
    told = library.ask("Which organisations did BPU work with?").answer
    assert {name for name in ("TI", "CSO", "AI", "PVE", "WTO", "FAO") if f"**{name}:**" in told} == {"TI", "CSO"}


def test_a_country_that_is_talked_about_has_not_hosted_what_was_elsewhere(shelf: Shelve) -> None:
    library = shelf(
        may=(
            "# Buoy Review\n\nMay 2031\n\n## News\n\n"
            "- The Steering Board met in Hobart, Australia, and admitted Ghana (3 May)\n"
            "- Norway hosted a workshop on lamps for pilots from Togo (9 May)\n"
        )
    )
    told = library.ask("Which countries hosted events in May 2031?").answer
    assert {name for name in ("Australia", "Ghana", "Norway", "Togo") if f"**{name}:**" in told} == {
        "Australia",
        "Norway",
    }


def test_countries_in_a_region_lie_in_it_and_activities_for_them_are_no_countries(shelf: Shelve) -> None:
    library = shelf(
        may=(
            "# Buoy Review\n\nMay 2031\n\n## News\n\n"
            "- BPU and Norway trained harbour masters of Jordan (3 May)\n"
            "- CSO spoke on buoys in Central Asia (9 May)\n"
            "- WTO met growers in Cusco, Peru (12 May)\n"
        )
    )
    told = library.ask("Which countries in Asia had activities?").answer
    assert ["**Jordan:**" in told, "**Norway:**" in told] == [True, False], told
    others = library.ask("Other than Jordan, which countries had activities in May 2031?").answer
    assert ["**Jordan:**" in others, "**Peru:**" in others] == [False, True], others
    listed = library.ask("List the activities for countries in Asia.").answer
    assert [name in listed for name in ("Jordan", "Central Asia", "Cusco")] == [True, True, False], listed


def test_everything_on_an_organisation_is_what_it_did(harbours: Library) -> None:
    listed = harbours.ask("Everything on CSO").answer
    assert "activities** involving CSO" in listed
    assert "every lamp counts" not in listed


@pytest.fixture
def reeds(shelf: Shelve) -> Library:
    """What was signed, awarded and looked into, in several words each, and what only comes near to it."""
    return shelf(
        may_2031="# Reed Letter\n\nMay 2031\n\n## News\n\n"
        "- WTO and BPU put their signatures to a plan for reed cutting in Oslo, Norway (3 May)\n"
        "- A letter of intent on punts was exchanged between WTO and CSO in Riga, Latvia (5 May)\n"
        "- CSO concluded an arrangement on weirs with BPU in Bergen, Norway (9 May)\n"
        "- BPU drafted an agreement on sluices with CSO in Turku, Finland (11 May)\n"
        "- WTO plans to sign an agreement on ferries with BPU; talks were held in Vaasa, Finland (12 May)\n"
        "- CSO presented the Heron Medal to Ana Roe in Tartu, Estonia (15 May)\n"
        "- The pilots of Narva won the Bittern Prize in Narva, Estonia (17 May)\n"
        "- WTO invited entries for the Otter Prize at a fair in Pskov, Russia (19 May)\n"
        "- BPU sent two engineers to Lagos, Nigeria to study dredging (21 May)\n"
        "- A team from CSO was in Accra, Ghana to advise on silt (23 May)\n"
        "- WTO visited Lome, Togo to assess reed beds (25 May)\n"
        "- School classes visited the Reed Museum in Aarhus, Denmark (27 May)\n"
    )


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which agreements were signed in May 2031?", {"Oslo", "Riga", "Bergen"}),
        ("How many agreements were signed in May 2031?", {"Oslo", "Riga", "Bergen"}),
        ("Which prizes were awarded, and to whom?", {"Tartu", "Narva"}),
        ("How many prizes were awarded?", {"Tartu", "Narva"}),
        ("Which missions were carried out in May 2031?", {"Lagos", "Accra", "Lome"}),
    ],
)
def test_what_came_about_is_listed_by_whatever_verb_says_so(reeds: Library, question: str, places: set[str]) -> None:
    answer = reeds.ask(question)
    quotes = " ".join(citation.quote for citation in answer.citations)
    listed = ["Oslo", "Riga", "Bergen", "Turku", "Vaasa", "Tartu", "Narva", "Pskov", "Lagos", "Accra", "Lome", "Aarhus"]
    assert {place for place in listed if place in quotes} == places, answer.answer
    assert_holds(reeds, answer)
