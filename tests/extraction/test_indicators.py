"""Headline figures: a number with its own label, never with a neighbour's."""

import pytest
from tests.extraction.shown import figures, items, taken

from ctassist.extraction.figure_words import figure_value

TITLE = "Harbour Review January-February 2024\n\n"
AFTER = "\n\nKEY EVENTS\n\n• Experts met pilots in Riga (3 Jan)\n"


def box(*lines: str) -> list[tuple[str, float | None]]:
    return figures(f"{TITLE}IN NUMBERS\n\n" + "\n\n".join(lines) + AFTER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,050", (1050.0, None)),
        ("251,230", (251230.0, None)),
        ("1 050", (1050.0, None)),
        ("1.2 million", (1200000.0, None)),
        ("45 %", (45.0, "%")),
        ("45 per cent", (45.0, "%")),
        ("$3.5 million", (3500000.0, "$")),
        ("€ 20", (20.0, "€")),
        ("28", (28.0, None)),
        ("3.75", (3.75, None)),
        ("no number", None),
    ],
)
def test_a_figure_has_a_value_and_a_unit(text: str, expected: tuple[float, str | None] | None) -> None:
    assert figure_value(text) == expected


def test_numbers_above_their_labels() -> None:
    assert box("137", "Member ports", "1,050", "Total focal points", "28", "New lamps") == [
        ("Member ports", 137.0),
        ("Total focal points", 1050.0),
        ("New lamps", 28.0),
    ]


def test_numbers_below_their_labels() -> None:
    assert box("Member ports", "137", "Total focal points", "1,050", "New lamps", "28") == [
        ("Member ports", 137.0),
        ("Total focal points", 1050.0),
        ("New lamps", 28.0),
    ]


def test_a_label_that_lost_its_number_has_no_value() -> None:
    assert box("137", "Member ports", "International partners", "1,050", "Focal points") == [
        ("Member ports", 137.0),
        ("International partners", None),
        ("Focal points", 1050.0),
    ]


def test_a_label_over_two_lines_is_one_label() -> None:
    assert box("137", "Visits to the", "pilots' platform", "28", "New lamps") == [
        ("Visits to the pilots' platform", 137.0),
        ("New lamps", 28.0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1,050 focal points",
        "• 1,050 focal points",
        "focal points: 1,050",
        "• focal points – 1,050",
        "1,050 – focal points",
    ],
)
def test_a_line_that_is_a_figure_and_its_label(line: str) -> None:
    assert figures(f"{TITLE}IN NUMBERS\n\n{line}{AFTER}") == [("focal points", 1050.0)]


def test_rows_of_a_table_of_figures() -> None:
    source = (
        "# Review March 2024\n\n| Figure | Value |\n|---|---|\n| Focal points | 1,050 |\n| Rate of return | 45 % |\n"
    )
    _, found = taken(source, "a.md")
    assert [(i.label, i.value, i.unit, i.figure) for i in found.indicators] == [
        ("Focal points", 1050.0, None, "1,050"),
        ("Rate of return", 45.0, "%", "45 %"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "• 23rd meeting of pilots",
        "• 2024 Lamp Awards",
        "• 12 January",
        "2. Fog signals",
        "• 40 officers were trained by WTO in Riga on the use of lamps (3 Jan)",
        "• The platform has been visited 3 times by experts from 12 ports.",
    ],
)
def test_numbers_that_are_no_headline_figures(line: str) -> None:
    assert figures(f"{TITLE}KEY EVENTS\n\n{line}{AFTER}") == []


def test_a_figure_is_no_activity() -> None:
    assert [
        a.span for a in taken(f"{TITLE}IN NUMBERS\n\n• 137 ports that are members of the WTO\n")[1].activities
    ] == []


def test_figures_whose_lines_have_become_one() -> None:
    assert box("41 Member ports 9 Observers 880 Focal points 2,415 Lamps lit") == [
        ("Member ports", 41.0),
        ("Observers", 9.0),
        ("Focal points", 880.0),
        ("Lamps lit", 2415.0),
    ]


@pytest.mark.parametrize("line", ["Issue 35", "Issue: 35", "Page 12", "Volume 18", "Phase: 12"])
def test_the_number_of_a_thing_counts_nothing(line: str) -> None:
    assert box(line, "Member ports: 137") == [("Member ports", 137.0)]


def test_a_date_before_a_colon_is_no_figure() -> None:
    assert box("30 Feb: BPU published the Buoy Cookbook.") == []


def test_a_line_may_count_things_and_some_of_them() -> None:
    assert box("* 1,204 lamps in the harbour, 35 of them new") == [
        ("lamps in the harbour", 1204.0),
        ("lamps in the harbour, of them new", 35.0),
    ]


def test_a_figure_and_a_label_that_stand_together_belong_together() -> None:
    assert box("137\nMember ports", "1,050\nFocal points", "Buoys laid\n28", "Lamps lit") == [
        ("Member ports", 137.0),
        ("Focal points", 1050.0),
        ("Buoys laid", 28.0),
        ("Lamps lit", None),
    ]


def test_a_label_alone_between_groups_has_lost_its_number() -> None:
    assert box("Member ports\n137", "Focal points", "Buoys laid\n28") == [
        ("Member ports", 137.0),
        ("Focal points", None),
        ("Buoys laid", 28.0),
    ]


def test_the_number_of_a_page_below_a_box_pairs_with_none_of_its_labels() -> None:
    assert box("27\nMember ponds", "Ponds on alert\n9", "Ponds without gauges", "Fish ladders watched\n141", "3") == [
        ("Member ponds", 27.0),
        ("Ponds on alert", 9.0),
        ("Ponds without gauges", None),
        ("Fish ladders watched", 141.0),
    ]


def test_a_line_that_counts_several_things_holds_a_figure_of_each() -> None:
    line = "At the end of March: **12** ports, **2,515** pilots on the roll and **66** lamps lit."
    expected = [("ports", 12.0), ("pilots on the roll", 2515.0), ("lamps lit", 66.0)]
    assert figures(f"# Review March 2024\n\n{line}\n", "a.md") == expected


def test_those_who_did_what_is_counted_are_a_figure_too() -> None:
    line = "This week 412 buoys were painted by 96 volunteers, and 57 lamps were lit."
    assert figures(f"# Review March 2024\n\n{line}\n", "a.md") == [
        ("buoys were painted", 412.0),
        ("lamps were lit", 57.0),
        ("volunteers", 96.0),
    ]


@pytest.mark.parametrize(
    ("line", "label", "figure", "value"),
    [
        ("Nets mended since 2019: 438", "Nets mended since 2019", "438", 438.0),
        ("2027 Target for the roof: $45k", "2027 Target for the roof", "$45k", 45000.0),
        ("Mailing list members: 56 (up 21%)", "Mailing list members", "56 (up 21%)", 56.0),
        ("Yearly goal for gifts increased to $500,000", "Yearly goal for gifts", "$500,000", 500000.0),
        ("Dues set at $15 (now close to $9)", "Dues", "$15 (now close to $9)", 15.0),
    ],
)
def test_a_label_may_have_a_year_and_a_figure_a_remark(line: str, label: str, figure: str, value: float) -> None:
    _, found = taken(f"{TITLE}IN NUMBERS\n\n{line}{AFTER}")
    assert [(i.label, i.figure, i.value) for i in found.indicators] == [(label, figure, value)]


@pytest.mark.parametrize(
    "lines",
    [
        "• The lamp campaign drew 210\nharbours on both coasts",
        "• Lampwright 0.14",
        "• Workshop on fog bells in Riga for 19",
        "3\n\nSteering Board Chair: Ada Voss\n\nSignals Chair: BPU\n\n4",
    ],
)
def test_torn_lines_versions_and_rows_of_a_chart_are_no_figures(lines: str) -> None:
    assert [f for f in figures(f"{TITLE}KEY EVENTS\n\n{lines}{AFTER}") if f[1] is not None] == []


def test_an_amount_alone_under_a_heading_is_named_by_it() -> None:
    source = "# Minutes 4 March 2024\n\n## Finance\n\n### Balance\n\nUSD $268,221\n\n## Next meeting\n\n7\n"
    text, found = taken(source, "a.md")
    assert [(i.label, i.value, i.unit) for i in found.indicators] == [("Balance", 268221.0, "$")]
    assert found.indicators[0].span.of(text).startswith("Balance")


def test_one_figure_under_a_heading_of_figures_belongs_to_the_label_beside_it() -> None:
    assert box("Pilots with a lamp", "219") == [("Pilots with a lamp", 219.0)]
    assert figures(f"{TITLE}WORDS OF THE MONTH\n\nPilots with a lamp\n\n219{AFTER}") == []


def test_the_column_of_the_time_of_the_issue_is_read() -> None:
    table = "| Figure | 2023 | 2022 |\n|---|---|---|\n| Member ports | 70 | 58 |\n| Lamps lit | 1,310 | – |\n"
    assert figures(f"# Annual Review 2023\n\n{table}", "a.md") == [("Member ports", 70.0), ("Lamps lit", 1310.0)]
    assert figures(f"# Annual Review 2021\n\n{table}", "a.md") == []
    last_day = table.replace("2023 | 2022", "31 December 2023 | January 2023")
    assert figures(f"# Annual Review 2023\n\n{last_day}", "a.md") == [("Member ports", 70.0), ("Lamps lit", 1310.0)]
    days = "| Figure | 30 March 2023 | 31 March 2023 |\n|---|---|---|\n| Member ports | 70 | 58 |\n"
    assert figures(f"# Review March 2023\n\n{days}", "a.md") == []


def test_figures_between_commas_on_a_line_of_their_own() -> None:
    source = "# Review March 2024\n\n3 lamps lost, 5 buoys found\n"
    assert figures(source, "a.md") == [("lamps lost", 3.0), ("buoys found", 5.0)]


def test_a_label_taken_for_a_heading_keeps_its_number() -> None:
    assert box("38", "Member ports", "11,505", "- Lamps lit", "905", "Pilots trained", "- Patrol days") == [
        ("Member ports", 38.0),
        ("Lamps lit", 11505.0),
        ("Pilots trained", 905.0),
        ("Patrol days", None),
    ]


def test_a_label_that_stands_above_a_paragraph_keeps_the_labels_before_it_with_their_numbers() -> None:
    lines = ["Partner schools", "38", "Member ports", "905", "Pilots trained", "11", "Lamps lit"]
    paragraph = (
        "The ports of the coast and the Bay Pilots Union (BPU) look after the lamps together since the great storm."
    )
    assert box(*lines, paragraph) == [
        ("Partner schools", None),
        ("Member ports", 38.0),
        ("Pilots trained", 905.0),
        ("Lamps lit", 11.0),
    ]


def test_a_heading_below_labels_with_their_numbers_is_none_of_them() -> None:
    source = (
        f"{TITLE}In numbers\n\nMember ports\n\n38\n\nLamps lit\n\n11\n\nKey events\n\n• Experts met in Riga (3 Jan)\n"
    )
    assert figures(source) == [("Member ports", 38.0), ("Lamps lit", 11.0)]


def test_figures_with_a_capital_after_a_lead_are_read_apart_from_what_follows() -> None:
    line = "2024-03-12: 3 Losses, 5 Repairs Most of them are due to the storm."
    assert figures(f"# Review March 2024\n\n- {line}\n", "a.md") == [("Losses", 3.0), ("Repairs", 5.0)]


def test_a_year_below_a_label_belongs_to_it() -> None:
    assert box("38", "Member ports", "905", "Pilots trained since", "2020", "11", "Lamps lit") == [
        ("Member ports", 38.0),
        ("Pilots trained since 2020", 905.0),
        ("Lamps lit", 11.0),
    ]


def test_lines_that_may_be_two_labels_have_no_number() -> None:
    found = box(
        "39", "member ports", "905", "pilots trained since", "2020", "readers", "letters sent on the", "Board", "8,790"
    )
    assert ("member ports", 39.0) in found
    assert ("pilots trained since 2020", 905.0) in found
    assert 8790.0 not in [value for _, value in found]
    assert 2020.0 not in [value for _, value in found]


@pytest.mark.parametrize(
    "rows", [("| 41 | 1.2 million |", "| pilots | lamps lit |"), ("| pilots | lamps lit |", "| 41 | 1.2 million |")]
)
def test_a_row_of_figures_stands_above_or_below_a_row_of_labels(rows: tuple[str, str]) -> None:
    source = f"# Harbour Review May 2031\n\n## The month\n\n{rows[0]}\n| --- | --- |\n{rows[1]}\n"
    assert figures(source, "review.md") == [("pilots", 41.0), ("lamps lit", 1200000.0)]


@pytest.mark.parametrize("above", ["| 2030 | 2031 |", "| 1 | 2 |"])
def test_names_below_years_and_places_are_no_figures(above: str) -> None:
    source = f"# Harbour Review May 2031\n\n## Winners\n\n{above}\n| --- | --- |\n| Tide Guild | Lamp Society |\n"
    assert figures(source, "review.md") == []


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_as_many_labels_as_figures_below_them_have_them_in_their_order(blank: str) -> None:
    lines = [blank.join(["137", "1.2 million", "28"]), blank.join(["Member ports", "Focal points", "New lamps"])]
    assert box(*lines) == [("Member ports", 137.0), ("Focal points", 1200000.0), ("New lamps", 28.0)]
    assert box(lines[0], "Member ports\nFocal points\nNew lamps\nat sea")[2] == ("New lamps at sea", 28.0)
    assert {value for _, value in box(lines[0], "Member ports\nFocal points")} == {None}


@pytest.mark.parametrize("label", ["students in exchange", "states", "thirds of all lamps", "new pilots"])
def test_a_label_that_begins_like_the_end_of_an_ordinal_is_one(label: str) -> None:
    lines = f"# Review\n\nMay 2024\n\n## In numbers\n\n- 57 {label}\n- 12 ports\n"
    assert figures(lines, "a.md") == [(label, 57.0), ("ports", 12.0)]


def noted(line: str) -> list[tuple[str, float | None]]:
    return figures(f"# Net Letter 9, 6 March 2024\n\n## Sheds\n\n- {line}\n- Bo met Ada.\n", "letter.md")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("So far: 57 nets mended by 21 people.", [("nets mended", 57.0), ("people", 21.0)]),
        ("Calm again: 38 torn nets were mended.", [("torn nets were mended", 38.0)]),
        ("Back at work: 71 nets mended, 9 of them by beginners.", [("nets mended", 71.0)]),
        ("52 nets mended, by 25 people.", [("nets mended", 52.0), ("people", 25.0)]),
        ("31 nets mended since the last letter.", [("nets mended since the last letter", 31.0)]),
        ("63 nets went out this week (two came back).", [("nets went out this week", 63.0)]),
    ],
)
def test_a_count_of_what_was_done_may_follow_a_lead(line: str, expected: list[tuple[str, float | None]]) -> None:
    assert noted(line) == expected


@pytest.mark.parametrize("line", ["Fire: 12 sheds burned on 3 March.", "Rule 7: 3 boats passed the lock."])
def test_what_somebody_did_is_no_count(line: str) -> None:
    assert noted(line) == []


@pytest.mark.parametrize(
    ("this", "last"), [("this week", "last week"), ("This issue", "The previous issue"), ("this month", "month before")]
)
def test_the_column_of_this_time_holds_the_figures_of_the_issue(this: str, last: str) -> None:
    table = f"| | {last} | {this} |\n|---|---|---|\n| nets mended | 66 | 80 |\n| ropes | 97 | 112 |\n"
    source = f"# Net Letter 9, 6 March 2024\n\n## Numbers\n\n{table}"
    assert figures(source, "letter.md") == [("nets mended", 80.0), ("ropes", 112.0)]


def test_sentences_compare_a_figure_with_one_of_another_time_and_go_on_with_others() -> None:
    assert noted("The Register of Lost Oars held 6,940 oars, against 6,102 in July.") == [
        ("Register of Lost Oars oars", 6940.0)
    ]
    assert noted("The number of alarms given since the start came to 158, and 202 pilots had been trained.") == [
        ("alarms given since the start", 158.0),
        ("pilots had been trained", 202.0),
    ]


def test_a_column_that_only_says_that_figures_stand_there_holds_those_of_the_issue() -> None:
    table = "| Indicator | Value | Previous issue |\n|---|---|---|\n| Nets mended | 80 | 66 |\n| Ropes | 112 | – |\n"
    source = f"# Net Letter 9, March 2024\n\n## Numbers at 31 March 2024\n\n{table}"
    assert figures(source, "letter.md") == [("Nets mended", 80.0), ("Ropes", 112.0)]


def test_a_row_of_figures_is_nothing_that_happened_on_the_day_of_its_heading() -> None:
    table = "| Port | Nets | Ropes |\n|---|---|---|\n| Faro | 80 | 66 |\n| Oslo | 112 | – |\n"
    source = f"# Net Letter 9, March 2024\n\n## Mended by 30 March 2024\n\n{table}"
    assert not taken(source, "letter.md")[1].activities


def test_how_much_something_is_now_is_told_by_a_line_that_stays_one() -> None:
    lines = "• Limit of hanks for the tall looms is now 40\n• One net has over 10 million knots on it"
    source = f"{TITLE}NOTES\n\n{lines}{AFTER}"
    assert figures(source) == [("Limit of hanks for the tall looms", 40.0), ("knots", 10_000_000.0)]
    assert "Limit of hanks for the tall looms is now 40" in items(source)


def test_several_figures_in_a_row_each_beside_its_label() -> None:
    assert box(
        "Member ports            16        Total focal points      428\n"
        "Countries covered       59        Alerts issued        24,600"
    ) == [
        ("Member ports", 16.0),
        ("Total focal points", 428.0),
        ("Countries covered", 59.0),
        ("Alerts issued", 24600.0),
    ]


def test_numbers_of_a_table_with_named_columns_are_no_figures_of_their_own() -> None:
    rows = "| Country | Ports | Lead | Budget |\n|---|---|---|---|\n| Togo | 3 | WTO | 400 |\n| Fiji | 5 | BPU | 90 |\n"
    assert figures("# Harbour Review January 2024\n\n## In numbers\n\n" + rows, "review.md") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Primary channel member count: 2014", [("Primary channel member count", 2014.0)]),
        ("Number of nets: 2031", [("Number of nets", 2031.0)]),
        ("Founded: 2014", []),
        ("Review for the year: 2022", []),
    ],
)
def test_a_label_that_counts_has_no_year_behind_it(line: str, expected: list[tuple[str, float | None]]) -> None:
    assert figures(f"{TITLE}IN NUMBERS\n\n- {line}{AFTER}") == expected


def test_two_numbers_in_a_row_turn_those_before_them_around() -> None:
    lines = ("Boats", "31", "Pilots", "8", "Harbours", "12", "40", "Lamps lit", "Visits paid", "75", "Nets mended")
    assert box(*lines, "4", "Storms seen") == [
        ("Boats", 31.0),
        ("Pilots", 8.0),
        ("Harbours", 12.0),
        ("Lamps lit", 40.0),
        ("Visits paid", None),
        ("Nets mended", 75.0),
        ("Storms seen", 4.0),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "At the end of March the register held 481 boats, the Union had 49 ports and 11 clubs, and 291 pilots were"
            " on our list.",
            [("register boats", 481.0), ("ports", 49.0), ("clubs", 11.0), ("pilots", 291.0)],
        ),
        ("In March alone, 22 nets were mended and 87 crews were trained.", [("nets", 22.0), ("crews", 87.0)]),
        ("On 5 May, 22 crews were trained and 87 lamps were lit.", []),
        ("WTO held 12 workshops and trained 30 pilots.", []),
        ("The fund had 12 donors, and Ana Roe opened the pier.", [("fund donors", 12.0)]),
    ],
)
def test_clauses_that_do_nothing_but_count(sentence: str, expected: list[tuple[str, float]]) -> None:
    found = figures(f"{TITLE}NEWS\n\n{sentence}\n")
    assert [(label.partition(" were")[0], value) for label, value in found] == expected


def test_what_comes_as_the_how_manieth_is_no_figure() -> None:
    assert figures(f"{TITLE}NEWS\n\n• Oman joined as number 46\n") == []


def test_a_line_that_only_counts_may_say_since_when() -> None:
    told = "30 June - Count: 26 reed beds, 67,750 notes in the Reed Book, 721 keepers trained since 2021."
    assert figures(f"# Reed Letter\n\nJune 2031\n\n## News\n\n{told}\n", "letter.md") == [
        ("reed beds", 26.0),
        ("notes in the Reed Book", 67750.0),
        ("keepers trained since 2021", 721.0),
    ]


def test_a_line_with_a_part_that_counts_nothing_is_no_list_of_figures() -> None:
    told = "30 June - Fair: 26 boats, the mayor of Riga, 721 guests since 2021."
    assert figures(f"# Reed Letter\n\nJune 2031\n\n## News\n\n{told}\n", "letter.md") == []


TABLE = """# Reed Letter: May–June 2031

## In figures

| Figure | 2029 | 2030 | 30 June 2031 | Target for 2033 | Change |
|---|---|---|---|---|---|
| Reed beds mapped | 14 | 19 | 26 | 40 | +7 |
| Notes in the Reed Book | 1,204 | 1,377 | n/a | 2,000 | – |
"""


def times(table: str) -> list[tuple[str, str, str | None]]:
    indicators = taken(table, "letter.md")[1].indicators
    return [(i.label, i.figure, i.interval.end.isoformat() if i.interval else None) for i in indicators]


def test_the_columns_of_a_table_say_of_which_time_its_figures_are() -> None:
    assert set(times(TABLE)) == {
        ("Notes in the Reed Book", "1,204", "2029-12-31"),
        ("Notes in the Reed Book", "1,377", "2030-12-31"),
        ("Notes in the Reed Book – target", "2,000", "2033-12-31"),
        ("Reed beds mapped", "14", "2029-12-31"),
        ("Reed beds mapped", "19", "2030-12-31"),
        ("Reed beds mapped", "26", None),
        ("Reed beds mapped – target", "40", "2033-12-31"),
    }


@pytest.mark.parametrize(
    "heading", ["2029/30", "Change since 2030", "Women 2030", "2029–2030", "Season", "Budget 2030"]
)
def test_a_column_of_no_one_time_has_no_figures_of_a_time(heading: str) -> None:
    table = TABLE.replace("2030 |", f"{heading} |", 1)
    assert not any("19" in figure for _, figure, _ in times(table))


def test_the_one_column_of_a_table_may_be_of_an_earlier_year() -> None:
    table = "# Reed Letter: May–June 2031\n\n## Last year\n\n| Figure | {} |\n|---|---|\n| Beds mapped | 19 |\n"
    assert times(table.format("2030")) == [("Beds mapped", "19", "2030-12-31")]
    assert times(table.format("June 2031")) == [("Beds mapped", "19", None)]
    assert times(table.format("Number")) == [("Beds mapped", "19", None)]


def test_a_last_number_alone_is_of_the_page_where_the_one_before_it_has_its_label() -> None:
    lines = "Reed beds mapped\n\nNotes taken\n141\n\n7\n"
    found = figures(f"{TITLE}IN NUMBERS\n\n27\nkeepers\n\n63 %\nwater in the ponds of the shore\n\n{lines}{AFTER}")
    assert ("Notes taken", 141.0) in found
    assert ("Reed beds mapped", 141.0) not in found


BOX = "HEADLINE FIGURES\n26 reed beds\n1,377 notes in the Reed Book\n63 % of the beds with a keeper\n"


def test_lines_of_figures_stand_alone_above_the_day_that_they_are_of() -> None:
    counted = [("reed beds", 26.0), ("notes in the Reed Book", 1377.0), ("of the beds with a keeper", 63.0)]
    assert figures(f"{TITLE}{BOX}As of 29 February 2024{AFTER}") == counted
    assert figures(f"{TITLE}{BOX}{AFTER}") == counted


def test_a_paragraph_of_wrapped_lines_is_no_box_of_figures_for_ending_with_a_day() -> None:
    wrapped = (
        "The keepers of the shore wrote\n26 notes on reed beds and\n12 letters to the Board\nas of 29 February 2024"
    )
    text, found = taken(f"{TITLE}NEWS\n\n{wrapped}\n")
    assert not [i for i in found.indicators if i.label == "letters to the Board"]
    assert "wrote 26 notes on reed beds and 12 letters" in text


_BY_NUMBER = "| Count | No. 41 | No. 42 |\n|---|---:|---:|\n| Member ports | 70 | 72 |\n| Lamps lit | n/a | 1,310 |\n"


def test_the_column_of_the_number_of_the_issue_is_read() -> None:
    head = "# Tide Letter – Bulletin No. 42\n\nMay 2031\n\n## Counts\n\n"
    assert figures(f"{head}{_BY_NUMBER}", "a.md") == [("Member ports", 72.0), ("Lamps lit", 1310.0)]


@pytest.mark.parametrize(
    ("number", "table"),
    [
        ("41", _BY_NUMBER),
        ("2", _BY_NUMBER.replace("41", "1").replace("42", "2")),
        ("42", _BY_NUMBER.replace("No. 41", "Buoy")),
    ],
)
def test_columns_of_later_issues_of_numbered_things_and_of_names_are_no_issue_s_own(number: str, table: str) -> None:
    assert figures(f"# Tide Letter – Bulletin No. {number}\n\nMay 2031\n\n## Counts\n\n{table}", "a.md") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "LampNet had 3,120 registered keepers, who have lent 1,045 charts since it opened.",
            [("LampNet registered keepers", 3120.0), ("LampNet charts lent", 1045.0)],
        ),
        (
            "At the end of May the League counted 2,419 wardens and 48 Ports.",
            [("wardens", 2419.0), ("Ports", 48.0)],
        ),
        ("The library had 1,204 readers, who came from 12 ports.", [("library readers", 1204.0)]),
    ],
)
def test_a_sentence_counts_in_thousands_what_a_thing_has_and_what_those_did(
    sentence: str, expected: list[tuple[str, float]]
) -> None:
    assert figures(f"{TITLE}NEWS\n\n{sentence}\n") == expected


def test_labels_in_several_rows_belong_to_the_figure_above_them() -> None:
    rows = [
        "31            268           4.8 million",
        "member        pilots        lamps",
        "ports         at sea        lit",
        "",
        "1,390              150                125",
        "boats              ropes              nets",
        "moored at          in the             mended",
        "the Long           Store",
    ]
    assert figures(f"{TITLE}IN NUMBERS\n\n" + "\n".join(rows) + AFTER) == [
        ("member ports", 31.0),
        ("pilots at sea", 268.0),
        ("lamps lit", 4800000.0),
        ("boats moored at the Long", 1390.0),
        ("ropes in the Store", 150.0),
        ("nets mended", 125.0),
    ]


def test_rows_of_names_below_labels_are_no_part_of_them() -> None:
    table = "| 46 | 768 |\n| --- | --- |\n| members | curators |\n| Ana Roe | Bo Li |\n"
    assert ("members Ana Roe", 46.0) not in figures(f"# Harbour Review May 2031\n\n## Numbers\n\n{table}")


@pytest.mark.parametrize(
    "line",
    [
        "* letters sent (April to June): **44**",
        "Letters sent, April-June: 44",
        "| Letters sent (April–June 2031) | 44 |",
        "* Letters sent, April to June 44",
    ],
)
def test_the_months_of_the_issue_are_no_part_of_a_label(line: str) -> None:
    source = f"# Lamp Gazette\n\nApril to June 2031\n\n## Tally\n\n{line}\n"
    assert [(label.lower(), value) for label, value in figures(source, "gazette.md")] == [("letters sent", 44)]


def test_a_label_with_other_months_is_no_figure_of_the_issue() -> None:
    source = "# Lamp Gazette\n\nApril to June 2031\n\n## Tally\n\n* letters sent (January to March): **44**\n"
    assert figures(source, "gazette.md") == []


def test_rows_of_figures_above_rows_of_labels_are_told_apart() -> None:
    box = [
        *("14", "530", "71", "Towers", "Keepers", "Ropes lent, Jan-Feb"),
        *("1,385", "16,300", "Lamps lit since 2019", "Letters, Jan-Feb"),
    ]
    page = ["LAMP GAZETTE", "JANUARY + FEBRUARY 2031", "AT A GLANCE", *box, "Thanks to all who counted for us again."]
    assert figures("\n\n".join(page)) == [
        ("Towers", 14),
        ("Keepers", 530),
        ("Ropes lent", 71),
        ("Lamps lit since 2019", 1385),
        ("Letters", 16300),
    ]


def test_a_label_may_end_with_the_year_since_when_it_counts() -> None:
    source = "<html><h1>Lamp Gazette</h1><p>May 2031</p><ul><li>Keepers trained since 2019 <b>990</b></li></ul></html>"
    assert figures(source, "gazette.html") == [("Keepers trained since 2019", 990)]


@pytest.mark.parametrize(
    "lines",
    [
        ("44 1,020 12.5%", "Keepers / Weirs mended / Share of wet days"),
        ("Keepers · Weirs mended · Share of wet days", "44 1,020 12.5%"),
    ],
)
def test_figures_side_by_side_belong_to_the_labels_side_by_side_above_or_below(lines: tuple[str, str]) -> None:
    assert box(*lines) == [("Keepers", 44.0), ("Weirs mended", 1020.0), ("Share of wet days", 12.5)]


@pytest.mark.parametrize("lines", [("13 640 7", "Otters / Herons"), ("2031 2032", "Spring / Autumn")])
def test_figures_side_by_side_over_fewer_labels_and_years_are_given_to_none(lines: tuple[str, str]) -> None:
    assert not [value for _, value in box(*lines) if value is not None]
