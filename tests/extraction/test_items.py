"""Items: one thing a line, whatever the page did to it."""

import pytest
from tests.extraction.shown import items, taken

TITLE = "Harbour Review January-February 2024\n\n"


def test_each_bullet_is_an_item_under_its_heading() -> None:
    text, found = taken("# Review March 2024\n\n## Events\n\n### Abroad\n\n- One met two\n- Two met three\n", "a.md")
    assert [(item.span.of(text), item.section) for item in found.items] == [
        ("One met two", ("Events", "Abroad")),
        ("Two met three", ("Events", "Abroad")),
    ]


def test_a_bullet_with_several_dates_in_one_sentence_is_one_item() -> None:
    line = "A round table (25-27 Feb) and a ministerial meeting (28-29 Feb) in Riga for pilots spoke of tides"
    assert items(f"{TITLE}KEY EVENTS\n\n• {line}\n• Experts met (3 Jan)\n") == [line, "Experts met (3 Jan)"]


def test_each_dated_sentence_of_a_paragraph_is_an_item() -> None:
    first = "On 12 January, WTO opened a school in Riga."
    second = "On 3 February, BPU met pilots in Lima."
    assert items(f"{TITLE}KEY EVENTS\n\n{first} {second}\n") == [first, second]


def test_a_sentence_that_speaks_of_the_one_before_stays_with_it() -> None:
    first = "On 12 January, WTO opened a school in Riga. It has room for 40 pilots. They stay for a year."
    second = "On 3 February, BPU met pilots in Lima."
    assert items(f"{TITLE}KEY EVENTS\n\n{first} {second}\n") == [first, second]


def test_points_of_abbreviations_and_initials_end_no_sentence() -> None:
    line = "Dr. J. Roe of the U. S. and Mr. Poe met approx. 40 pilots in St. Louis on 5 Jan. with WTO Inc. and others."
    assert items(f"{TITLE}KEY EVENTS\n\n{line}\n") == [line]


def test_a_line_that_goes_on_after_a_blank_line_is_one_item() -> None:
    source = (
        f"{TITLE}KEY EVENTS\n\nWTO meetings with BPU discussed\n\nthe matrix of joint initiatives and\n\n"
        "enhancing partnership (25 Jan and 8 Feb\n\n• Experts met in Riga (3 Jan)\n"
    )
    assert items(source) == [
        "WTO meetings with BPU discussed the matrix of joint initiatives and enhancing partnership (25 Jan and 8 Feb",
        "Experts met in Riga (3 Jan)",
    ]


def test_a_date_torn_over_a_blank_line_belongs_to_its_item() -> None:
    source = (
        f"{TITLE}KEY EVENTS\n\nWTO and BPU opened a school for young\n\npilots in Riga, Latvia (15-18\n\n"
        "Jan)\n\n• Experts met (3 Feb)\n"
    )
    assert items(source) == [
        "WTO and BPU opened a school for young pilots in Riga, Latvia (15-18 Jan)",
        "Experts met (3 Feb)",
    ]


def test_two_whole_lines_in_a_row_stay_two_items() -> None:
    source = f"{TITLE}KEY EVENTS\n\nWTO met pilots in Riga (3 Jan)\n\nBPU met pilots in Lima (4 Jan)\n"
    assert items(source) == ["WTO met pilots in Riga (3 Jan)", "BPU met pilots in Lima (4 Jan)"]


def test_headings_and_rows_that_name_columns_are_no_items() -> None:
    source = "# Review March 2024\n\n## Events\n\n| Date | Event |\n|---|---|\n| 3 Mar | Experts met |\n"
    assert items(source, "a.md") == ["3 Mar | Experts met"]


def test_the_lead_of_a_nested_list_is_a_heading_of_what_is_below_it() -> None:
    text, found = taken(
        "# Review March 2024\n\n- Riga\n  - Experts met pilots\n- Lima\n  - Pilots met experts\n", "a.md"
    )
    sections = {item.span.of(text): item.section for item in found.items}
    assert sections["Experts met pilots"] == ("Riga",)
    assert sections["Pilots met experts"] == ("Lima",)


def test_headline_figures_are_no_items() -> None:
    source = (
        f"{TITLE}IN NUMBERS\n\n137\n\nMember ports\n\n1,050\n\nFocal points\n\nKEY EVENTS\n\n• Experts met (3 Jan)\n"
    )
    assert items(source) == ["Experts met (3 Jan)"]


def test_days_on_lines_of_their_own_are_those_of_the_blocks_right_below() -> None:
    lines = ["5 March", "WTO met pilots.", "11 and 18 April", "BPU met them too.", "CSO counted the lamps of Riga."]
    _, found = taken("# Tide Review March-April 2024\n\n## Events\n\n" + "\n\n".join(lines), "a.md")
    days = [[str(interval.start) for interval in activity.intervals] for activity in found.activities]
    assert days == [["2024-03-05"], ["2024-04-11", "2024-04-18"], []]


def test_a_day_that_stands_alone_once_dates_nothing() -> None:
    _, found = taken("# Tide Review March-April 2024\n\n5 March\n\nWTO met the pilots of Riga.\n", "a.md")
    assert [activity.intervals for activity in found.activities] == [()]


def test_a_line_of_a_chart_that_tells_the_holders_is_over() -> None:
    chart = (
        "Chair: WTO\n\nVice-Chairs:\n\nBPU, CSO\n\nBUOYS\n\nVice-Chair: OLS\n\n8 groups under 4 pillars\n\n"
        "Fog signals and\n\nhorns of pilots\n\nChair: BPU\n"
    )
    assert items(f"{TITLE}STRUCTURE OF THE WHOLE\n\n{chart}") == [
        "Chair: WTO",
        "Vice-Chairs: BPU, CSO",
        "BUOYS",
        "Vice-Chair: OLS",
        "8 groups under 4 pillars",
        "Fog signals and horns of pilots",
        "Chair: BPU",
    ]


def test_a_title_goes_on_behind_the_question_that_it_opens_with() -> None:
    page = "# Tide Review\n\nMarch 2031\n\n## Book of the month\n\n"
    title, *told = "Who Lit It? Lamps 1884–2031, compiled by WTO.", "Who lit it?", "WTO opened the pier on 3 March."
    assert title in items(f"{page}*Who Lit It? Lamps 1884–2031*, compiled by WTO.\n", "review.md")
    assert set(told) < set(items(f"{page}{' '.join(told)}\n", "review.md"))


def test_a_salutation_joins_neither_the_head_of_a_letter_nor_what_it_tells() -> None:
    told = "On 8 January Norway joined the Accord and so became its 46th party."
    head = "To: focal points\nFrom: Mr. Bo Li, Keeper\n\nDear colleagues,\n\n"
    assert told in items(f"{TITLE}{head}{told} It was cold.\n\nTrade\n\nOn 9 January, WTO met pilots in Lima.\n")[-2]


@pytest.mark.parametrize(
    "told",
    [
        "**6 May** - Riga. Pilots moored 40 boats. The wind was kind to them.",
        "**6 May** – Rio de Janeiro, Brazil. Pilots moored 40 boats.",
        "**Course on knots, Riga, 6-8 May 2031.** The Pilots' Guild (PG) trained 12 cadets.",
    ],
)
def test_a_paragraph_that_opens_with_its_day_and_place_or_its_title_and_day_is_one_item(told: str) -> None:
    assert items(f"# Tide Letter\n\nMay 2031\n\n## News\n\n{told}\n", "letter.md")[1:] == [told.replace("**", "")]


@pytest.mark.parametrize(
    "told",
    [
        "On 6 May pilots met in Riga. Guards moored 40 boats.",
        "Pilots met in Riga on 6 May. Guards moored 40 boats.",
        "6 May - Riga. Pilots met. Guards moored 40 boats on 7 May.",
        "6 May - pilots met in Riga. Guards moored 40 boats.",
    ],
)
def test_a_sentence_with_a_day_takes_no_other_sentence_with_it(told: str) -> None:
    assert "Guards moored 40 boats" in items(f"# Tide Letter\n\nMay 2031\n\n## News\n\n{told}\n", "letter.md")[-1]
    assert "Riga" not in items(f"# Tide Letter\n\nMay 2031\n\n## News\n\n{told}\n", "letter.md")[-1]


def test_what_follows_a_day_and_its_place_happened_then_whatever_other_days_it_names() -> None:
    told = "**6–9 May, Oslo, Norway.** Pilots brought lamps to 40 harbours after the storm of 5 May; ropes came later."
    found = items(f"# Lamp Letter: May–June 2031\n\n## News\n\n{told}\n", "letter.md")
    assert found == [told.replace("*", "")]


def test_a_date_torn_over_a_page_belongs_to_its_item() -> None:
    told = "Some 30 pilots learnt to read the tides at a school that BPU ran in Riga, Latvia, on 25"
    assert items(f"{TITLE}KEY EVENTS\n\n{told}\n\nJanuary. It was free.\n\nOn 30 January, WTO met BPU in Lima.\n") == [
        f"{told} January. It was free.",
        "On 30 January, WTO met BPU in Lima.",
    ]


def test_a_number_before_a_month_that_begins_a_sentence_is_no_day() -> None:
    told = "Some 30 pilots learnt to read the tides in a long hall on the old pier and in room 25"
    later = "January Smith lit the lamps of the harbour on 3 February in the presence of all keepers"
    assert items(f"{TITLE}KEY EVENTS\n\n{told}\n\n{later}\n") == [told, later]


@pytest.mark.parametrize(
    "field", ["With: BPU, CSO.", "Hosts: BPU and CSO", "On board: all pilots.", "Guests: 40 more."]
)
def test_a_field_behind_a_dated_sentence_belongs_to_it(field: str) -> None:
    line = f"03.02.2024 · Riga, Latvia · Course on knots. {field}"
    assert items(f"{TITLE}KEY EVENTS\n\n{line}\n") == [line]


@pytest.mark.parametrize("after", ["Lima: BPU opened a pier.", "Elsewhere: pilots slept.", "Riga. BPU, CSO."])
def test_what_tells_of_something_else_is_no_field(after: str) -> None:
    line = "On 3 February, WTO opened a school in Riga."
    assert items(f"{TITLE}KEY EVENTS\n\n{line} {after}\n")[0] == line


def test_what_puts_a_day_right_stays_with_what_it_puts_right() -> None:
    first = "Our last letter gave 3 February as the day of the regatta."
    second = "It actually took place on 10 February."
    assert items(f"{TITLE}ERRATUM\n\n{first} {second}\n") == [f"{first} {second}"]
    assert items(f"{TITLE}NEWS\n\n{first} It ended on 11 February.\n") == [first, "It ended on 11 February."]


def test_a_day_in_brackets_below_a_long_line_is_its_day() -> None:
    line = "WTO compared eleven maps of the outer harbour with those of the last century"
    assert items(f"{TITLE}KEY EVENTS\n\n{line}\n\n(Jan)\n\nBPU met pilots in Lima (3 Jan)\n") == [
        f"{line} (Jan)",
        "BPU met pilots in Lima (3 Jan)",
    ]
