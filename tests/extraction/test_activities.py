"""Activities: what was done, when, by whom and where."""

import pytest
from tests.extraction.shown import said, taken, words

from ctassist.model.records import Activity

TITLE = "Harbour Review January-February 2024\n\nKEY EVENTS\n\n"


def done(*lines: str, title: str = TITLE) -> list[Activity]:
    return list(taken(title + "\n".join(f"• {line}" for line in lines) + "\n")[1].activities)


def test_an_activity_knows_when_who_and_where() -> None:
    (activity,) = done("WTO and the Bright Pilots Union (BPU) met pilots in Lisbon, Portugal (24-25 Jan)")
    assert [said(interval) for interval in activity.intervals] == ["2024-01-24/2024-01-25"]
    assert {"WTO", "BPU", "Bright Pilots Union"} == set(activity.organisations)
    assert activity.places == ("Lisbon", "Portugal")
    assert activity.section == ("KEY EVENTS",)


def test_a_date_in_brackets_counts_before_one_in_the_words() -> None:
    (activity,) = done("WTO published the guide to lamps that was begun on 3 January (12 Feb)")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-12"]


def test_what_somebody_counted_on_a_day_in_brackets_was_done() -> None:
    (activity,) = done("WTO counted 71 covered lamps in Latvia (15 Jan)")
    assert [said(interval) for interval in activity.intervals] == ["2024-01-15"]


def test_a_bare_year_dates_nothing_that_has_a_day() -> None:
    (activity,) = done("WTO met the 40 pilots who began in 2019 in Riga (12 Feb)")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-12"]


def test_a_date_in_brackets_with_its_place_counts_before_one_in_the_words() -> None:
    (activity,) = done("WTO published the guide to lamps that was begun on 3 January (Riga, 12 Feb)")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-12"]
    assert activity.places == ("Riga",)


def test_all_dates_of_a_line_date_it() -> None:
    (activity,) = done("BPU supported pilots in Togo (9-12 Jan) and Kenya (29 Jan)")
    assert [said(interval) for interval in activity.intervals] == ["2024-01-09/2024-01-12", "2024-01-29"]
    assert activity.places == ("Togo", "Kenya")


def test_an_organisation_named_in_full_and_not_defined_is_an_actor() -> None:
    (activity,) = done("The World Tide Office opened a school for pilots in Accra (3 Jan)")
    assert activity.organisations == ("World Tide Office",)


def test_an_issue_of_a_year_may_cross_into_the_next() -> None:
    title = "Harbour Review November-December 2022\n\nKEY EVENTS\n\n"
    (activity,) = done("WTO held a course for pilots in Accra (29 Dec-2 Jan)", title=title)
    assert [said(interval) for interval in activity.intervals] == ["2022-12-29/2023-01-02"]


def test_an_undated_line_is_kept_without_a_date() -> None:
    (activity,) = done("WTO supported Mozambique with a batch of new lamps and a course for pilots")
    assert activity.intervals == ()
    assert activity.organisations == ("WTO",)
    assert activity.places == ("Mozambique",)


def test_a_line_without_an_actor_but_with_a_date_is_an_activity() -> None:
    (activity,) = done("High-level briefing for member ports on lamps and buoys (23 Jan)")
    assert activity.organisations == ()


def test_what_only_points_elsewhere_is_no_activity() -> None:
    assert done("Please contact the Secretariat, WTO") == []
    assert done("To see the full list of members: bit.ly/members") == []


def test_the_date_of_a_heading_dates_the_lines_below_it() -> None:
    source = (
        "# Harbour Weekly January-February 2024\n\n## 12 January – Riga\n\n"
        "- WTO met pilots to speak of lamps\n\n## Later\n\n- BPU met pilots to speak of oil and of fog\n"
    )
    text, found = taken(source, "a.md")
    assert [(words(text, a.span), [said(i) for i in a.intervals]) for a in found.activities] == [
        ("WTO met pilots to speak of lamps", ["2024-01-12"]),
        ("BPU met pilots to speak of oil and of fog", []),
    ]


def test_a_date_of_its_own_counts_before_that_of_the_heading() -> None:
    source = "# Harbour Review January-February 2024\n\n## January\n\n- WTO met pilots to speak of lamps (3 Feb)\n"
    assert [said(a.intervals[0]) for a in taken(source, "a.md")[1].activities] == ["2024-02-03"]


def test_a_person_who_acts_is_known() -> None:
    (activity,) = done("Executive Director Ana Reis visited pilots and ports in Accra (23 Jan)")
    assert activity.persons == ("Ana Reis",)


def test_lines_with_keys_are_one_activity_up_to_the_next_of_the_same_key() -> None:
    source = (
        "Harbour Review January-February 2024\n\nEVENTS\n\n"
        "Event: School of tides\nDate: 7 February 2024\nLead: WTO\nPlace: Riga, Latvia\n\n"
        "Event: Lamp fair\nDate: 9 February 2024\nLead: BPU\nPlace: Accra, Ghana\n"
    )
    _, found = taken(source)
    assert [said(activity.intervals[0]) for activity in found.activities] == ["2024-02-07", "2024-02-09"]
    assert [activity.organisations for activity in found.activities] == [("WTO",), ("BPU",)]
    assert found.activities[0].places == ("Riga", "Latvia")


def test_the_date_that_leads_a_line_counts_before_others() -> None:
    (activity,) = done("2024-02-12 | Accra, GH | WTO moved the course of 3 January to this day")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-12"]
    assert activity.places == ("Accra",)
    assert activity.organisations == ("WTO",)


def test_a_year_before_the_issue_dates_nothing_in_it() -> None:
    (activity,) = done("Launched in 2015, the lamp portal of WTO is maintained by the Bright Pilots Union (BPU)")
    assert activity.intervals == ()


def test_a_line_that_only_introduces_others_is_no_activity() -> None:
    assert done("WTO was asked by its members to approve what follows:") == []


def test_a_list_of_abbreviations_names_organisations_and_tells_nothing() -> None:
    rows = "| Short | Name |\n|---|---|\n| WTO | World Tide Office |\n| NHV | Nordic Lamps |\n"
    rows += "| BPU | Bright Pilots Union (until May 2020) |\n"
    _, found = taken(f"# Harbour Review January-February 2024\n\n## Abbreviations\n\n{rows}", "review.md")
    assert found.activities == ()
    known = {name.key: name.aliases for name in found.names}
    assert known["NHV"] == ("Nordic Lamps",)
    assert known["BPU"] == ("Bright Pilots Union",)


def test_a_list_of_abbreviations_may_run_on_in_one_paragraph() -> None:
    line = "WTO World Tide Office; BPU Bright Pilots Union; NHV Nordic Lamps; GLS Guild of Lamp Smiths."
    _, found = taken(f"# Harbour Review January-February 2024\n\n## Members\n\n{line}\n", "review.md")
    known = {name.key: name.aliases for name in found.names}
    assert known["WTO"] == ("World Tide Office",)
    assert known["GLS"] == ("Guild of Lamp Smiths",)
    assert found.activities == ()


def test_who_brings_an_issue_out_is_no_activity() -> None:
    text = "# Harbour Review January-February 2024\n\n## News\n\n- BPU met in Riga (3 Feb)\n\n"
    _, found = taken(
        f"{text}Published by the Secretariat of the World Tide Office (WTO) on 9 February 2024\n", "review.md"
    )
    assert [activity.organisations for activity in found.activities] == [("BPU",)]


def test_an_event_and_the_line_below_that_completes_it_are_one() -> None:
    lines = "* 2024-01-12 | Graz, AT | Lamp Circle\n    * Talks night: wicks\n"
    lines += "* 14 January\n    * WTO met pilots in Riga\n    * BPU met its keepers in Riga\n"
    text, found = taken(f"# Harbour Review January-February 2024\n\n## Events\n\n{lines}", "review.md")
    assert [words(text, activity.span) for activity in found.activities] == [
        "2024-01-12 | Graz, AT | Lamp Circle Talks night: wicks",
        "WTO met pilots in Riga",
        "BPU met its keepers in Riga",
    ]
    assert [said(activity.intervals[0]) for activity in found.activities] == ["2024-01-12", "2024-01-14", "2024-01-14"]


def test_an_undated_bullet_among_dated_ones_needs_no_verb() -> None:
    first, second, third = done(
        "WTO course on lamps in Riga (3-4 Jan)",
        "WTO workshop on knots in Oslo (9 Feb)",
        "BPU course on the trimming of wicks in Gdansk",
    )
    assert (first.intervals, second.intervals) != ((), ())
    assert third.intervals == ()
    assert third.organisations == ("BPU",)


def test_a_month_that_holds_a_day_is_no_second_date() -> None:
    (activity,) = done("12 January, Riga - Pilots of January 2024 meet the Bright Pilots Union (BPU)")
    assert [said(interval) for interval in activity.intervals] == ["2024-01-12"]


def test_a_month_opens_a_sentence_before_the_name_of_who_acts() -> None:
    (activity,) = done("In February Sound Bay Lineage held a regatta for pilots at Launceston.")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-01/2024-02-29"]


def test_what_lasts_until_a_day_does_not_happen_on_it() -> None:
    assert all(activity.intervals == () for activity in done("BPU has enough oil for lamps until May"))


def test_rows_of_officers_below_a_dated_heading_are_no_activities() -> None:
    source = (
        "# Harbour Review 2024\n\n## Who does what (December 2024)\n\n### Officers\n\n"
        "| Office | Name |\n|---|---|\n| Keeper | Sunniva Holm |\n| Deputy Keeper | Aino Raita |\n\n"
        "## Talks in May 2024\n\n| Town | What |\n|---|---|\n| Riga | Talks on lamps for pilots |\n"
    )
    text, found = taken(source, "a.md")
    assert [words(text, a.span) for a in found.activities] == ["Riga | Talks on lamps for pilots"]


def test_rows_of_members_on_a_day_are_no_activities() -> None:
    source = (
        "# Harbour Review 2024\n\n## Members on 31 December 2024\n\n"
        "| Acronym | Name | Seat |\n|---|---|---|\n| OLT | Office for Lamps on Towers in the North | Riga |\n\n"
        "## Members in May 2024\n\n| Town | What |\n|---|---|\n| Riga | OLT lit 40 lamps |\n"
    )
    text, found = taken(source, "a.md")
    assert [words(text, a.span) for a in found.activities] == ["Riga | OLT lit 40 lamps"]


def test_what_must_be_done_by_a_day_does_not_happen_on_it() -> None:
    (activity,) = done("WTO started with a grant and must report by the end of 2025")
    assert activity.intervals == ()


@pytest.mark.parametrize(
    "words_of",
    [
        "WTO decided to launch the lamp campaign, under which keepers will check a thousand lamps by the end of 2026",
        "WTO agreed to set up a panel and to raise its target to 90 lamps by the end of 2026",
    ],
)
def test_what_somebody_means_to_have_done_by_a_day_does_not_happen_on_it(words_of: str) -> None:
    assert all(activity.intervals == () for activity in done(words_of))


def test_what_was_reached_by_a_day_is_dated_by_it() -> None:
    (activity,) = done("WTO had checked 90 lamps by 31 January 2024")
    assert [said(interval) for interval in activity.intervals] == ["2024-01-31"]


def test_a_title_behind_the_day_of_a_calendar_is_an_event() -> None:
    assert [words_of.section for words_of in done("24 December 2024: Eve of Ice")] == [("KEY EVENTS",)]


def test_the_masthead_of_an_issue_is_no_event() -> None:
    masthead = "**Letter of the Union of Wardens** · No. 1 · May 2041"
    source = f"# Reed Letter\n\n{masthead}\n\n## News\n\n- **May** – LFO cut reeds.\n"
    text, found = taken(source, "letter.md")
    assert [words(text, activity.span) for activity in found.activities] == ["May – LFO cut reeds."]


def test_an_acronym_is_no_town() -> None:
    (activity,) = done("ALMA and WTO met pilots in Lisbon, Portugal (24-25 Jan)")
    assert activity.places == ("Lisbon", "Portugal")


def test_the_head_of_a_table_of_figures_is_no_activity() -> None:
    rows = (("Figure", "January 2024", "31 December 2024"), ("Members", "14", "17"), ("Shared boats", "31", "37"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    source = f"<html><body><h1>Harbour Review, annual report 2024</h1><table>{cells}</table></body></html>"
    text, found = taken(source, "a.html")
    assert len([one for one in found.indicators if one.interval is None]) == 2
    assert not any("Figure" in told.span.of(text) for told in found.activities)


def test_an_organisation_with_an_acronym_in_its_name_is_not_the_other_one() -> None:
    source = (
        "Harbour Review January-February 2024\n\nNEWS\n\n• WTO-UN Pilots study of buoys in Riga, Latvia (3 Jan)\n\n"
        "STRUCTURE\n\nWorking Group on tides\n\nChair: UN Pilots\n"
    )
    assert taken(source)[1].activities[0].organisations == ("WTO", "UN Pilots")


@pytest.mark.parametrize("said_so", ["and not, as we wrote, on", "and not on", "rather than on", "instead of"])
def test_a_day_that_is_put_right_is_not_that_of_what_was_done(said_so: str) -> None:
    (activity,) = done(f"WTO met the pilots of Riga on 12 February {said_so} 13 February")
    assert [said(interval) for interval in activity.intervals] == ["2024-02-12"]


def test_who_bears_a_title_is_no_news_of_the_day_in_the_heading() -> None:
    page = "# Harbour Review\n\nJuly-December 2031\n\n## Structure on 31 December 2031\n\n"
    page += "- **Champion for Young Pilots** – Ana Roe (WTO).\n- **Envoy for Lamps**: Bo van Lind, BPU\n"
    assert taken(page, "review.md")[1].activities == ()


def test_when_an_issue_was_published_is_nothing_that_it_tells() -> None:
    page = "# Harbour Review\n\nPeriod: July-December 2031\n\nPublished in Riga on 26 January 2032\n\n## News\n\n"
    _, found = taken(page + "- WTO met pilots in Oslo (5 July)\n", "review.md")
    assert [activity.places for activity in found.activities] == [("Oslo",)]


def test_an_island_is_no_city_of_its_name_in_another_country() -> None:
    row = "Survey of the islands of Santiago and Fogo, from Praia, Cabo Verde (12 Feb)"
    assert "Santiago" not in done(row)[0].places
    assert "Zanzibar" in done("Survey of the island of Zanzibar by WTO (12 Feb)")[0].places


@pytest.mark.parametrize(
    "heading", ["Lamp in the spotlight", "Lamp in focus", "Lamp under the lens", "Lamp of the month"]
)
def test_what_each_issue_presents_is_no_news(heading: str) -> None:
    source = f"# Tide Letter May 2031\n\n## {heading}\n\nWTO has lit 40 of them so far.\n"
    assert taken(source, "letter.md")[1].activities == ()


def test_a_project_in_focus_is_news() -> None:
    source = "# Tide Letter May 2031\n\n## Project in focus\n\nWTO has lit 40 lamps so far.\n"
    assert len(taken(source, "letter.md")[1].activities) == 1


@pytest.mark.parametrize("day", ["at the end of 2030", "on 3 May 2031", "in April"])
def test_when_something_was_counted_is_no_day_on_which_it_happened(day: str) -> None:
    source = f"# Tide Letter May 2031\n\n## Erratum\n\nThe number of lamps {day} was 48, not 84, and we are sorry.\n"
    assert taken(source, "letter.md")[1].activities == ()


def test_what_was_done_to_a_number_of_things_has_its_day() -> None:
    source = "# Tide Letter May 2031\n\n## News\n\nA number of pilots met on 3 May in Riga.\n"
    assert len(taken(source, "letter.md")[1].activities) == 1


def test_what_the_next_issue_is_of_has_not_happened() -> None:
    (activity,) = done("WTO wrote to the pilots of Riga. The next review covers March and April 2024.")
    assert activity.intervals == ()


def test_the_time_of_an_issue_that_a_line_speaks_of_is_no_day_of_its_own() -> None:
    (activity,) = done("Our November 2023 issue said that WTO taught 240 pilots in Riga")
    assert activity.intervals == ()
