"""Which days an issue covers: the title page is trusted before the file's name, and a conflict is told."""

from datetime import date, timedelta

import pytest
from tests.archives import PROFILES, Layout, Profile, file_name, invent, render
from tests.extraction.shown import said, taken

from ctassist.extraction.period import find_period
from ctassist.model.text import Reading
from ctassist.reading import read_bytes

BODY = "\n\nKEY EVENTS\n\n• Experts met in Riga to speak of tides (5 Mar)\n• Pilots met in Lima to speak of fog\n"


def covered(source: str, name: str = "review.txt") -> str | None:
    period = taken(source, name)[1].period
    return said(period.interval) if period else None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour Review January-February 2024", "2024-01-01/2024-02-29"),
        ("Harbour Review, January – February 2024", "2024-01-01/2024-02-29"),
        ("Harbour Review Jan-Feb 2024", "2024-01-01/2024-02-29"),
        ("HARBOUR REVIEW JANUARY/FEBRUARY 2024", "2024-01-01/2024-02-29"),
        ("Harbour Review November 2022-January 2023", "2022-11-01/2023-01-31"),
        ("Harbour Review December-January 2023", "2022-12-01/2023-01-31"),
        ("Harbour Review: March 2024", "2024-03-01/2024-03-31"),
        ("Harbour Review January-June 2022", "2022-01-01/2022-06-30"),
        ("Harbour Review, first half of 2022", "2022-01-01/2022-06-30"),
        ("No. 2 February–March 2023", "2023-02-01/2023-03-31"),
        ("Harbour Review No. 12 March 2024", "2024-03-01/2024-03-31"),
        ("Harbour Review Q3 2022", "2022-07-01/2022-09-30"),
        ("Harbour Alliance Annual Review 2021", "2021-01-01/2021-12-31"),
        ("2021 Annual Report of the Harbour Alliance", "2021-01-01/2021-12-31"),
        ("Harbour Weekly 4-10 March 2024", "2024-03-04/2024-03-10"),
        ("Harbour Weekly: 29 January-4 February 2024", "2024-01-29/2024-02-04"),
        ("Harbour Weekly, week of 4 March 2024", "2024-03-04/2024-03-10"),
        ("Harbour Weekly, week ending 10 March 2024", "2024-03-04/2024-03-10"),
        ("Minutes of the Harbour Board, 12 March 2024", "2024-03-12"),
    ],
)
def test_the_title_says_the_period(title: str, expected: str) -> None:
    assert covered(title + BODY) == expected
    assert covered(f"# {title}{BODY}", "review.md") == expected


def test_a_line_under_the_title_says_it_too() -> None:
    assert covered("# Harbour Review\n\nMarch-April 2024" + BODY, "review.md") == "2024-03-01/2024-04-30"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Issue 7 · third quarter of 2031 (July to September)**", "2031-07-01/2031-09-30"),
        ("Our seventh letter, second half of 2031 (July-December)", "2031-07-01/2031-12-31"),
        ("A walk of all the keepers round the moles (July to September)", None),
        ("A walk of all the keepers, spring of 2031 (Riga)", None),
    ],
)
def test_a_line_that_says_its_months_again_in_brackets_is_no_sentence(line: str, expected: str | None) -> None:
    assert covered(f"# Harbour Review\n\n{line}" + BODY, "review.md") == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("# Harbour Review 15\n\nMay 2031. Covering February to April 2031.", "2031-02-01/2031-04-30"),
        (
            "# Harbour Letter\nRiga, 10 February 2031\n\nTo the members (October 2030 to January 2031)",
            "2030-10-01/2031-01-31",
        ),
        (
            "# Harbour Days\n\nJuly 2031\n\nWhat the crews did between May and July 2031, day by day.",
            "2031-05-01/2031-07-31",
        ),
        (
            f"# Harbour Review\n\nMay 2031\n\n{'The fleet is old. ' * 12}It sailed from June to July 2031.",
            "2031-05-01/2031-05-31",
        ),
        ("# Harbour Review\n\nMay 2031\n\nThe fair will last from July to August 2031.", "2031-05-01/2031-05-31"),
    ],
)
def test_the_months_that_an_issue_covers_go_before_the_one_it_came_out_in(top: str, expected: str) -> None:
    assert covered(top + BODY, "review.md") == expected


def test_whose_journal_it_is_may_stand_before_its_months() -> None:
    whose = "Newsletter of the World Alliance of Small Harbours, Piers and Moorings (WASHPM)\nIssue 11\n"
    assert covered(f"THE HARBOUR REVIEW\n{whose}September – November 2031" + BODY) == "2031-09-01/2031-11-30"


def test_the_year_of_the_title_may_stand_on_the_next_line() -> None:
    assert covered("# Harbour Review: March-April\n\n2024" + BODY, "review.md") == "2024-03-01/2024-04-30"
    assert covered("# Harbour Review\n\n2024" + BODY, "review.md") == "2024-01-01/2024-12-31"


def test_headings_below_each_other_are_all_of_the_title() -> None:
    source = "# Harbour\n\n### No. 5\n\n### Bulletin of the Union\n\n### March - April 2024" + BODY
    assert covered(source, "harbour-05-2024.md") == "2024-03-01/2024-04-30"


def test_a_day_of_publication_is_no_period() -> None:
    source = "# Harbour Review\n\nPublished on 7 May 2024\n\nMarch-April 2024" + BODY
    assert covered(source, "review.md") == "2024-03-01/2024-04-30"
    assert covered("# Harbour Review\n\nPublished by the Union · 7 May 2024" + BODY, "review.md") == "2024-05-07"


@pytest.mark.parametrize("sign", ["·", "|", "•"])
def test_a_masthead_may_say_beside_its_months_who_publishes_it(sign: str) -> None:
    source = f"# Harbour Review\n\nNo. 4 {sign} March-April 2024 {sign} Published by the Union, Riga" + BODY
    assert covered(source, "review.md") == "2024-03-01/2024-04-30"
    assert covered(f"# Harbour Review\n\nNo. 4 {sign} Published on 7 May 2024" + BODY, "review.md") is None


def test_wishes_for_a_year_are_no_period() -> None:
    source = "# Nets to mend\n\nDear friends,\n\nBest wishes for the year 2031!" + BODY
    assert covered(source, "letter_10_jan2031.md") == "2031-01-01/2031-01-31"
    assert covered(source, "letter.md") is None


def test_without_any_date_there_is_no_period() -> None:
    assert covered("# Harbour Review\n\nExperts met.\n", "review.md") is None


def test_a_date_of_an_activity_is_no_period() -> None:
    assert covered("# Harbour Review\n\n- Experts met in Riga on 5 March 2024 to speak of tides\n", "review.md") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024-lamps-annual.md", "2024-01-01/2024-12-31"),
        ("review_january-february_2024.txt", "2024-01-01/2024-02-29"),
        ("2024-03_review.txt", "2024-03-01/2024-03-31"),
        ("review-2024-03.txt", "2024-03-01/2024-03-31"),
        ("annual_review_2021.txt", "2021-01-01/2021-12-31"),
        ("211207_harbour_newsletter_sept-oct_2021_final.txt", "2021-09-01/2021-10-31"),
        ("230130_draft_harbour_bimonthly_newsletter_nov-dec_2022.txt", "2022-11-01/2022-12-31"),
        ("221102_harbour_bimonthly_newsletter_sept-oct.txt", "2022-09-01/2022-10-31"),
        ("230130_harbour_bimonthly_newsletter_nov-dec.txt", "2022-11-01/2022-12-31"),
        ("letter_03_Apr2031.txt", "2031-04-01/2031-04-30"),
        ("letter-12-sept31.txt", "2031-09-01/2031-09-30"),
        ("014-2031-nov-13.txt", "2031-11-13"),
        ("2031_november_4_weekly.txt", "2031-10-29/2031-11-04"),
        ("tides-sept-4-2031.txt", "2031-09-04"),
        ("letter-12-nov-2031.txt", "2031-11-01/2031-11-30"),
        ("tides-2031-nov-dec.txt", "2031-11-01/2031-12-31"),
        ("tides-07_2031-q3.txt", "2031-07-01/2031-09-30"),
        ("tides-4-2031-q4.txt", "2031-10-01/2031-12-31"),
        ("tides-02-2031-summer.txt", "2031-06-01/2031-08-31"),
    ],
)
def test_the_name_of_the_file_is_the_last_resort(name: str, expected: str) -> None:
    """Six digits in front are the day of publication: the last such months before it are meant."""
    assert covered("Harbour Review\n\nExperts met in Riga and spoke of tides.\n", name) == expected


def test_a_sentence_on_a_year_below_the_title_is_not_the_time_of_the_issue() -> None:
    source = "# Welcome to the first Tide Weekly of 2031\n\n## 2030 was a year of storms\n\nExperts met in Riga.\n"
    assert covered(source, "2031-01-07-letter.md") == "2031-01-01/2031-01-07"
    # A line that names the year's report says what is covered.
    assert covered(source.replace("was a year of storms", "in review"), "letter.md") == "2030-01-01/2030-12-31"


def test_the_title_is_trusted_before_the_name_and_a_conflict_is_told() -> None:
    _, found = taken("Harbour Review January-February 2024" + BODY, "review_may-june_2023.txt")
    assert found.period is not None
    assert (found.period.start, found.period.end, found.period.source) == (date(2024, 1, 1), date(2024, 2, 29), "title")
    assert len(found.warnings) == 1
    assert "May–June 2023" in found.warnings[0]
    assert "January–February 2024" in found.warnings[0]


def test_a_year_that_name_and_declared_day_both_contradict_is_a_slip() -> None:
    issue = "---\ntitle: Tide Letter, week ending {said}\ndate: {day}\n---\n\n## News\n\nExperts met in Riga.\n"
    period, warnings = _of(issue.format(said="January 7, 2030", day="2031-01-09"), "2031-01-07-letter.md")
    assert period == (date(2031, 1, 1), date(2031, 1, 7))
    assert len(warnings) == 1
    assert "year is taken" in warnings[0]
    # Neither alone is enough: old issues are put up again, and names are given long after.
    for day, name in (("2030-01-09", "2031-01-07-letter.md"), ("2031-01-09", "letter.md")):
        assert _of(issue.format(said="January 7, 2030", day=day), name)[0] == (date(2030, 1, 1), date(2030, 1, 7))


def test_a_title_without_its_date_leaves_the_week_to_the_name_before_the_day_of_publication() -> None:
    source = "---\ntitle: Tide Letter, week ending DAY MONTH\ndate: 2031-03-10\n---\n\n## News\n\nExperts met.\n"
    assert _of(source, "2031-03-09-letter.md")[0] == (date(2031, 3, 3), date(2031, 3, 9))


def _of(source: str, name: str) -> tuple[tuple[date, date], tuple[str, ...]]:
    found = taken(source, name)[1]
    assert found.period is not None
    return (found.period.start, found.period.end), found.warnings


def test_a_name_that_agrees_is_no_conflict() -> None:
    assert taken("Harbour Review January-February 2024" + BODY, "review_jan-feb_2024.txt")[1].warnings == ()


def test_a_declared_date_counts_where_title_and_text_are_silent() -> None:
    reading = read_bytes(b"---\ndate: 2024-03-05\n---\n# Harbour Review\n\nExperts met in Riga.\n", "review.md")
    period, _ = find_period(reading, "Harbour Review", "review.md")
    assert period is not None
    assert (period.start, period.end, period.source) == (date(2024, 3, 5), date(2024, 3, 5), "metadata")


def test_a_document_without_blocks_has_no_period() -> None:
    assert find_period(Reading("", (), "text/plain"), "", "") == (None, ())


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_the_period_of_every_issue_is_read_in_every_layout(profile: Profile) -> None:
    last = None
    for review in invent(profile, seed=1, issues=5).reviews:
        for layout in Layout:
            name = file_name(1, layout)
            _, found = taken(render(review, layout), name)
            assert found.period is not None
            assert found.period.interval == review.period
        assert last is None or review.period.start == last + timedelta(days=1)
        last = review.period.end


def test_a_page_that_only_declares_its_period_in_its_title_covers_it() -> None:
    page = (
        "<html><head><title>Harbour Review, April-June 2024</title></head><body><h1>Harbour Review</h1>"
        "<p>Pilots met in Lima (3 May).</p></body></html>"
    )
    assert covered(page, "review.html") == "2024-04-01/2024-06-30"


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        ("review_2024-02.txt", False),  # within the period
        ("review_2024.txt", False),  # holds the period
        ("2024-03-05_review.txt", False),  # the day of publication
        ("review_winter_2024.txt", False),
        ("review_feb-mar_2024.txt", True),
        ("review_summer_2021.txt", True),
    ],
)
def test_a_name_is_doubted_where_both_cannot_be_meant(name: str, doubted: bool) -> None:
    warnings = taken("Harbour Review January-February 2024" + BODY, name)[1].warnings
    assert any("is trusted" in warning for warning in warnings) is doubted


def test_months_on_the_title_page_take_their_year_from_elsewhere() -> None:
    assert covered("# Harbour Review\n\nSeptember-October" + BODY, "221102_review.md") == "2022-09-01/2022-10-31"
    assert covered("# Harbour Review: May-June" + BODY, "review-2021.md") == "2021-05-01/2021-06-30"
    assert covered("# Harbour Review\n\nOpen from May to June at noon" + BODY, "review.md") is None


def test_a_document_came_out_on_the_day_of_its_name_or_else_on_the_one_it_declares() -> None:
    source = f"---\ndate: 2022-11-05\n---\n# Harbour Review, September-October 2022{BODY}"
    assert taken(source, "review.md")[1].published == date(2022, 11, 5)
    assert taken(source, "221102_review.md")[1].published == date(2022, 11, 2)
    assert taken("# Harbour Review, September-October 2022" + BODY, "review.md")[1].published is None


def test_a_year_of_the_name_that_the_title_page_contradicts_is_told_in_one_sentence() -> None:
    _, found = taken("Harbour Review September-October 2022" + BODY, "230130_draft_review_nov-dec_2022.txt")
    assert found.warnings == (
        "Its title page says September–October 2022 and its file's name November–December 2022: "
        "the title page is trusted.",
    )


def test_a_week_left_open_in_the_title_is_that_of_the_name() -> None:
    source = b"---\ntitle: Week Ending Month DD, 2047\ndate: 2047-03-22 22:00:00\n---\n\n## Yard\n\nNo boats.\n"
    reading = read_bytes(source, "2047-03-15-letter.md")
    period, _ = find_period(reading, "Week Ending Month DD, 2047", "2047-03-15-letter.md")
    assert period is not None
    assert (period.start, period.end, period.source) == (date(2047, 3, 9), date(2047, 3, 15), "name")


def test_the_declared_day_of_a_letter_that_is_not_weekly_counts_before_the_name() -> None:
    source = b"---\ntitle: Yard Letter\ndate: 2047-03-22\n---\n\n## Yard\n\nNo boats.\n"
    period, _ = find_period(read_bytes(source, "2047-03-15-letter.md"), "Yard Letter", "2047-03-15-letter.md")
    assert period is not None
    assert (period.start, period.source) == (date(2047, 3, 22), "metadata")


def test_the_head_of_later_pages_is_a_masthead_where_it_names_the_document() -> None:
    news = (
        "NEWS\n\n• Pilots met in Lima (5 May)\n\nPOND LETTER 4 | May – June 2031\n\n• Fog rules for May – June 2031\n"
    )
    text, found = taken(f"POND LETTER\nIssue 4\nMay – June 2031\n\n{news}", "letter.txt")
    told = [activity.span.of(text) for activity in found.activities]
    assert told == ["Pilots met in Lima (5 May)", "Fog rules for May – June 2031"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Issue No 3 · Second quarter of 2031 (April to June)", "2031-04-01/2031-06-30"),
        ("Letter of the harbour guild, the second half of 2031 (July-December)", "2031-07-01/2031-12-31"),
    ],
)
def test_months_in_brackets_end_the_line_that_says_the_period(line: str, expected: str) -> None:
    assert covered(f"# Harbour Letter\n\n**{line}**\n\nPilots met.\n", "letter.md") == expected


def test_a_sentence_with_a_day_in_brackets_is_no_period() -> None:
    assert covered("# Harbour Letter\n\nPilots of all the nine ports met in Riga (12 May 2031)\n", "letter.md") is None


@pytest.mark.parametrize(
    ("declared", "opening", "expected"),
    [
        ("News for the week of 3 Mar 2031 - 10 Mar 2031", "", "2031-03-04/2031-03-10"),
        ("News for the week of 3 - 9 March 2031", "", "2031-03-03/2031-03-09"),
        ("News for the weeks of 24 Feb 2031 - 10 Mar 2031", "", "2031-02-25/2031-03-10"),
        ("All our news", "The week from 1 to 7 March brought 40 changes.", "2031-03-01/2031-03-07"),
        ("Our work from 3 to 9 March 2031", "", "2031-03-03/2031-03-09"),
        ("The fair of 3 to 10 March 2031", "", "2031-03-10"),
        ("News for the week of 3 - 9 February 2031", "", "2031-03-10"),
    ],
)
def test_an_issue_covers_the_days_that_it_names_beside_its_own(declared: str, opening: str, expected: str) -> None:
    source = f"---\ntitle: Tide News 12\ndate: 2031-03-10 09:00:00\nsummary: {declared}\n---\n\n{opening}{BODY}"
    assert covered(source, "tides.md") == expected
