"""Plain text: what is torn stays torn, what is a heading, an item or a table is seen as one."""

import pytest
from tests.reading.shown import cells, shown

from ctassist.model.text import BlockKind, Reading
from ctassist.reading import read_bytes


def read(text: str) -> Reading:
    return read_bytes(text.encode(), "review.txt")


def test_a_short_first_line_is_the_title_and_capitals_are_headings() -> None:
    reading = read(
        """\
Harbour Compact in Review March-April 2021

KEY EVENTS

The tide tables were launched in Lagos (3 Mar)

MEETINGS, WORKSHOPS, VISITS
AND OTHER EVENTS
A workshop was held in Quito.
"""
    )
    assert shown(reading) == [
        "# Harbour Compact in Review March-April 2021",
        "## KEY EVENTS",
        "The tide tables were launched in Lagos (3 Mar)",
        "## MEETINGS, WORKSHOPS, VISITS AND OTHER EVENTS",
        "A workshop was held in Quito.",
    ]


def test_a_heading_in_capitals_may_say_of_which_day_its_figures_are() -> None:
    reading = read(
        "Net Letter 3\n\nIII. THE LARDER\n\nFull.\n\nIV. THE FLEET IN FIGURES (at 30 April 2031)\n\nBoats ..... 9\n"
    )
    assert [line for line in shown(reading) if line.startswith("## ")] == [
        "## III. THE LARDER",
        "## IV. THE FLEET IN FIGURES (at 30 April 2031)",
    ]


def test_names_above_a_post_and_bullets_head_the_parts_of_a_report() -> None:
    part = "{name}\nChair: WTO. Deputy: BPU.\n- A mast was opened.\n- Another was mended.\n\n"
    both = read("Reports\n\n" + part.format(name="Task Force on Fog") + part.format(name="Cluster on Tides"))
    assert [line for line in shown(both) if line.startswith("## ")] == ["## Task Force on Fog", "## Cluster on Tides"]
    alone = read("Reports\n\n" + part.format(name="Task Force on Fog"))
    assert "Task Force on Fog Chair: WTO. Deputy: BPU." in shown(alone)


def test_lines_of_one_paragraph_run_on_and_blank_lines_part_paragraphs() -> None:
    reading = read("It was a long day and the tables of the counter-\npiracy unit were\nread aloud.\n\nNobody slept.\n")
    assert shown(reading) == [
        "It was a long day and the tables of the counter-piracy unit were read aloud.",
        "Nobody slept.",
    ]


def test_bullets_of_many_kinds_start_items_and_are_no_part_of_them() -> None:
    reading = read(
        """\
These were the events.

- → One (1 Mar)
→ Two (2 Mar)
  and its second line
• Three
– Four
\uf0b7 Five
*  Six
1. Seven
(a) Eight
"""
    )
    assert shown(reading)[1:] == [
        *["- One (1 Mar)", "- Two (2 Mar) and its second line", "- Three", "- Four", "- Five", "- Six"],
        *["- 1. Seven", "- (a) Eight"],
    ]
    assert "\n- " not in reading.text
    assert "•" not in reading.text


def test_a_bullet_alone_on_its_line_belongs_to_the_next_line() -> None:
    assert shown(read("Some events took place.\n\n•\nOne\n•\nTwo\n"))[1:] == ["- One", "- Two"]
    # Within a list whose other marks stand beside their words, and by any glyph.
    assert shown(read("They met.\n\n➔ One\nand on\n➔\n2 May: Two\n"))[1:] == ["- One and on", "- 2 May: Two"]


def test_indentation_gives_the_depth_of_items() -> None:
    reading = read("They met.\n\n- one\n  - inner\n    - innermost\n  - inner again\n- two\n")
    assert shown(reading)[1:] == ["- one", "-- inner", "--- innermost", "-- inner again", "- two"]


def test_a_number_within_a_sentence_starts_no_item() -> None:
    assert shown(read("The meeting was opened on the evening of March\n24. by the chair\nin person.\n")) == [
        "The meeting was opened on the evening of March 24. by the chair in person."
    ]


def test_fragments_of_a_torn_box_stay_paragraphs() -> None:
    torn = ["2.", "Border management", "and critical", "Chair: AAA", "Vice-Chairs:", "BBB, CCC,", "DDDD"]
    torn += ["1,050", "Total focal points", "GLOBAL", "HARBOUR-WATCH", "STRATEGY", "5.", "Tides, currents,"]
    assert shown(read("It begins with a sentence.\n\n" + "\n\n".join(torn)))[1:] == torn


def test_a_short_line_over_items_or_a_long_paragraph_is_a_heading() -> None:
    reading = read(
        """\
Harbour Review

Regional Work

- A visit to Lagos

Background and purpose

The compact has existed for years. It has many members.

Key outcomes:
- None
"""
    )
    assert shown(reading) == [
        "# Harbour Review",
        "### Regional Work",
        "- A visit to Lagos",
        "### Background and purpose",
        "The compact has existed for years. It has many members.",
        "### Key outcomes:",
        "- None",
    ]


def test_a_short_line_between_a_finished_paragraph_and_a_sentence_or_a_day_is_a_heading() -> None:
    told = "The circle of lamps took Mo Berg of the port of Riga as its eleventh keeper."
    letter = f"Harbour Review\n\nPilots met in Riga. All came.\n\nA new keeper\n\n{told}\n\n"
    letter += "What comes next\n\n3 May 2031: fair, Oslo\n"
    assert [line for line in shown(read(letter)) if line.startswith("###")] == [
        "### A new keeper",
        "### What comes next",
    ]


def test_a_short_line_behind_another_or_above_a_label_is_no_heading() -> None:
    torn = "Harbour Review\n\nPilots met in Riga. All came.\n\nA new keeper\n\nChair: AAA.\n\n"
    torn += "BBB of the pilots\n\n3 keepers\n"
    assert not [line for line in shown(read(torn)) if line.startswith("###")]


def test_underlined_lines_are_headings_and_rules_alone_are_dropped() -> None:
    reading = read("Review\n======\n\nEvents\n------\nA visit was made.\n\n----------\n│\n\nThe end came.\n")
    assert shown(reading) == ["# Review", "### Events", "A visit was made.", "The end came."]


def test_light_markup_goes_and_its_words_stay() -> None:
    tags = 'The <u>first\nworkshop</u> of <b class="x">R&amp;D</b>, 3 < 4 <i> 5 * 6 &lt;b&gt;,'
    assert (
        read(f"{tags} **bold** [words](https://x.org/a).").text
        == "The first workshop of R&D, 3 < 4 <i> 5 * 6 <b>, bold words."
    )


def test_tables_of_tabs_bars_and_spaces_are_rows_with_cells() -> None:
    tabs = read("These are the figures.\n\nGroup\tMembers\nTides\t12\nPiracy\t7\n")
    assert shown(tabs)[1:] == ["|! Group | Members", "| Tides | 12", "| Piracy | 7"]
    bars = read("These are the groups.\n\n| Group | Chair |\n|-------|-------|\n| Tides | AAA |\n|  | BBB |\n")
    assert cells(bars) == [["Group", "Chair"], ["Tides", "AAA"], ["", "BBB"]]
    assert [block.header for block in bars.blocks if block.cells] == [True, False, False]
    spaces = read("These are the figures.\n\nTides          12   Lagos\nPiracy         7    Quito\n")
    assert cells(spaces) == [["Tides", "12", "Lagos"], ["Piracy", "7", "Quito"]]
    assert not any(block.header for block in spaces.blocks)


def test_a_numbered_list_with_tabs_is_no_table() -> None:
    assert shown(read("They are two.\n\n1.\tTides\n2.\tPiracy\n"))[1:] == ["- 1. Tides", "- 2. Piracy"]


def test_form_feeds_count_pages_and_page_numbers_go() -> None:
    reading = read("It began here.\n\n1\n\fIt went on here.\n1,050\nPage 2 of 3\n\fIt ended here.\n\n3")
    assert [(block.page, block.span.of(reading.text)) for block in reading.blocks] == [
        (1, "It began here."),
        (2, "It went on here. 1,050"),
        (3, "It ended here."),
    ]
    assert reading.pages == 3


def test_a_text_that_is_plainly_markdown_is_read_as_markdown() -> None:
    reading = read("# Review\n\n## Events\n\n* One\n")
    assert shown(reading) == ["# Review", "## Events", "- One"]
    assert reading.media_type == "text/markdown"


def test_an_organisation_in_capitals_within_a_paragraph_is_no_heading() -> None:
    text = "The tables were launched by the\nWORLD TIDE OFFICE\nin the spring of that year."
    assert shown(read(text)) == ["The tables were launched by the WORLD TIDE OFFICE in the spring of that year."]


def test_names_with_values_on_lines_of_their_own_are_apart() -> None:
    reading = read("The forum has figures.\n\nMembers: 42\nVice-Chairs: AAA,\nBBB\nDocuments: 1,204\n")
    assert shown(reading)[1:] == ["Members: 42", "Vice-Chairs: AAA, BBB", "Documents: 1,204"]


def test_capitals_right_after_an_item_and_over_another_list_are_a_heading() -> None:
    assert shown(read("They met.\n\n- a visit\nKEY ISSUES\n- a speech\n"))[1:] == [
        "- a visit",
        "## KEY ISSUES",
        "- a speech",
    ]


def test_a_closing_quotation_mark_that_opens_a_line_is_a_bullet() -> None:
    source = "» Riga repaired two buoys (3 Jan)\n» Port of Tallinn lit a lamp (4 Jan)\n"
    assert [block.kind for block in read_bytes(source.encode(), "a.txt").blocks] == [BlockKind.LIST_ITEM] * 2


def test_a_few_words_right_above_bullets_or_entries_head_them() -> None:
    text = "Lamp News\n\nIn numbers\nMembers: 36\nLamps lit: 1,260\n\nAt sea\n* WTO met (3 May)\n* BPU met (4 May)\n"
    assert shown(read(text)) == [
        "# Lamp News",
        "In numbers",
        "Members: 36",
        "Lamps lit: 1,260",
        "### At sea",
        "- WTO met (3 May)",
        "- BPU met (4 May)",
    ]


def test_lines_that_begin_with_numbers_are_apart_and_a_few_words_above_them_are_their_heading() -> None:
    reading = read(
        "Harbour Review\nMarch-April 2021\n\n"
        "The Pact in numbers\n41 ports\n115 Member States of the Pact\n702 pilots\n\n"
        "Groups\n1 Tides - Chair: WTO; Vice-Chair: BPU\n2 Fog and ice - Chair: CSO; Vice-Chairs: BPU, OLS\n"
    )
    assert shown(reading)[1:] == [
        "### The Pact in numbers",
        "41 ports",
        "115 Member States of the Pact",
        "702 pilots",
        "### Groups",
        "1 Tides - Chair: WTO; Vice-Chair: BPU",
        "2 Fog and ice - Chair: CSO; Vice-Chairs: BPU, OLS",
    ]


def test_a_line_below_an_item_that_has_told_its_day_is_another_item() -> None:
    reading = read(
        "Harbour Review\n\nNEWS\n\n→ Pilots met growers from all harbours of the north in\nRiga (6-10 Feb)\n"
        "Tide tables for 300 lamps (Jan-Feb)\n- A workshop on fog in Quito (3 Mar)\n"
    )
    assert [line.lstrip("- ") for line in shown(reading)[-3:]] == [
        "Pilots met growers from all harbours of the north in Riga (6-10 Feb)",
        "Tide tables for 300 lamps (Jan-Feb)",
        "A workshop on fog in Quito (3 Mar)",
    ]


def test_names_with_a_dash_behind_them_are_apart_and_a_few_words_above_them_are_their_heading() -> None:
    reading = read(
        "Harbour Review\nMarch-April 2021\n\n• The tide tables were launched (3 Mar)\n\n"
        "Groups\nTides – WTO (Chair); BPU (Vice-Chair)\nFog and ice – CSO (Chair)\nLamps – OLS (Chair)\n"
    )
    assert shown(reading)[-4:] == [
        "### Groups",
        "Tides – WTO (Chair); BPU (Vice-Chair)",
        "Fog and ice – CSO (Chair)",
        "Lamps – OLS (Chair)",
    ]


def test_running_heads_of_later_pages_are_dropped() -> None:
    pages = (
        "THE REED LETTER\nPAPER OF THE MARSH UNION\nNo. 4  May-June 2031\n\nNEWS\nThe union met.\n\n1\n",
        "THE REED LETTER | May-June 2031 | No. 4\nThe sluice was opened by the wardens.\n2\n",
        "THE REED LETTER | May-June 2031 | No. 4\nNEWS\nThe reed was cut.\n3\n",
    )
    assert shown(read("\f".join(pages)))[-5:] == [
        "## NEWS",
        "The union met.",
        "The sluice was opened by the wardens.",
        "## NEWS",
        "The reed was cut.",
    ]


def test_feet_whose_number_changes_sides_are_dropped() -> None:
    pages = (
        "THE REED LETTER\n\nNEWS\nThe union met.\n\nThe Reed Letter · No. 4          1\n",
        "• 2 May – A sluice was opened\n\n2          The Reed Letter · No. 4\n",
        "• 3 May – Reed was cut\n\nThe Reed Letter · No. 4          3\n",
        "NEWS (cont.)\n\n• 4 May – The union left\n\n4          The Reed Letter · No. 4\n",
    )
    lines = shown(read("\f".join(pages)))
    assert not any("No. 4" in line for line in lines)
    assert "## NEWS (cont.)" in lines


def test_a_heading_that_two_pages_repeat_is_no_running_head() -> None:
    reading = read(
        "Tide Review 2031\nof the Tide Office\n\nALL GROUPS\nOne.\n\fALL GROUPS\nTwo.\n\fALL GROUPS\nThree.\n"
    )
    assert shown(reading).count("## ALL GROUPS") >= 2


def test_words_that_a_line_has_split_are_whole_and_compounds_keep_their_hyphen() -> None:
    reading = read(
        "Some towers were opened to visi-\ntors in Indone-\nsia by the ice-\nproof guild and the Secre-\n"
        "tary-General.\n\nEnd.\n"
    )
    assert shown(reading)[0] == (
        "Some towers were opened to visitors in Indonesia by the ice-proof guild and the Secretary-General."
    )


def test_a_chart_without_blank_lines_is_read_name_by_name() -> None:
    source = (
        "TIDE REVIEW\nMay 2031\n\nGROUPS\nOld Bells\nChair: WTO\nSecretary: BPU\nHarbour lights and\nbuoys\n"
        "Chair: Ana Reis\n(LLC)\nSecretary: WTO\n\nEVENTS\n- They met.\n"
    )
    assert shown(read(source))[-4:] == [
        "Old Bells Chair: WTO Secretary: BPU",
        "Harbour lights and buoys Chair: Ana Reis (LLC) Secretary: WTO",
        *shown(read(source))[-2:],
    ]


def test_names_that_stood_side_by_side_get_their_own_entries_even_over_a_page() -> None:
    source = (
        "TIDE REVIEW\nMay 2031\n\nOld Bells\nDry docks\nChair: WTO\n1\n\fDeputy: BPU\nChair: LLC\nDeputy: CSO\n"
        "Pilots\nChair: BPU\n2\n"
    )
    assert shown(read(source))[-3:] == [
        "Old Bells Chair: WTO Deputy: BPU",
        "Dry docks Chair: LLC Deputy: CSO",
        "Pilots Chair: BPU",
    ]


def test_a_short_line_below_a_name_without_room_for_it_is_the_names_rest() -> None:
    source = (
        "TIDE REVIEW\nMay 2031\n\nPilots\nChair: WTO\nDeputy: BPU\n\n"
        "Old Bells of Towers\nHarbour Lights of Sea\nBuoys\n"
        "Chair: CSO\nDeputy: WTO, BPU\nChair: LLC\nSecretary: BPU\n\nEVENTS\n- They met.\n"
    )
    assert [line for line in shown(read(source)) if "Chair" in line] == [
        "Pilots Chair: WTO Deputy: BPU",
        "Old Bells of Towers Chair: CSO Deputy: WTO, BPU",
        "Harbour Lights of Sea Buoys Chair: LLC Secretary: BPU",
    ]


def test_the_label_that_opens_the_entries_of_most_names_opens_those_of_the_next_name() -> None:
    source = (
        "TIDE REVIEW\nMay 2031\n\nPilots\nChair: WTO\nDeputy: BPU\n\nCaulkers\nChair: BPU\nDeputy: WTO\n\n"
        "Old Bells\nDry docks\nCo-Chairs: CSO, WTO\nDeputy: BPU\nChair: LLC\nDeputy: CSO\n\nEVENTS\n- They met.\n"
    )
    assert [line for line in shown(read(source)) if "Chair" in line][2:] == [
        "Old Bells Co-Chairs: CSO, WTO Deputy: BPU",
        "Dry docks Chair: LLC Deputy: CSO",
    ]


def test_people_who_speak_in_turn_are_no_chart() -> None:
    source = "They spoke of tides.\n\nAna: We met in Riga\nand talked.\nBo: We did\nAna: So it was\n"
    assert shown(read(source))[-3:] == ["Ana: We met in Riga and talked.", "Bo: We did", "Ana: So it was"]


def test_feet_of_pages_are_left_out_of_a_text_that_has_lost_its_pages() -> None:
    feet = "Harbour met in\n\nTide Notes | May 2031 | HGA\n{number}\n\nOslo (3 May)\n\nWorking Group {number}\n\n"
    reading = read("TIDE NOTES\n\n" + "".join(feet.format(number=number) for number in (1, 2, 3)))
    assert "Tide Notes | May" not in reading.text
    assert all(f"Working Group {number}" in reading.text for number in (1, 2, 3))


def test_a_number_over_the_running_head_parts_pages_that_lost_their_form_feeds() -> None:
    head = "TIDE NOTES  Issue 4"
    pages = ["Tide Notes\nIssue 4\nMay 2031\n\nThey met.\n\n1", "NEWS\n\nOslo rang.\n\n2", "Riga rang.\n\n3\n"]
    reading = read(f"\n{head}\n\n".join(pages))
    assert shown(reading)[-4:] == ["They met.", "## NEWS", "Oslo rang.", "Riga rang."]
    assert [block.page for block in reading.blocks][-3:] == [2, 2, 3]


def test_numbers_over_names_part_no_pages() -> None:
    source = "Tide Notes\nMay 2031\n\nGROUPS\n\n1\nLamps\nAna Roe\n\n2\nLamps\nBo Lee\n"
    assert read(source).text.count("Lamps") == 2


def test_lines_without_blank_ones_between_end_where_the_next_word_had_fitted() -> None:
    source = (
        "TIDE REVIEW\nIssue 16\nJanuary 2025\nTHE UNION OF TIDES IN FIGURES\n"
        "548            43             2,301\nFocal points\nMembers\nDocuments shared\n\nEVENTS\n"
        "1 Jan: Ms. Ana Reis took office as Warden of the\nTides, succeeding Mr. Oke.\n"
        "21-22 Jan: The Bell Office met in York, at the\nNational Bell Museum.\n30 Jan - 4 Feb: BPU sailed to the "
        "harbour, it is told (BPU).\n16 and 23 Jan: They rang.\n"
    )
    lines = shown(read(source))
    assert lines[:4] == ["# TIDE REVIEW", "Issue 16", "January 2025", "## THE UNION OF TIDES IN FIGURES"]
    assert lines[4:10] == ["548", "43", "2,301", "Focal points", "Members", "Documents shared"]
    assert lines[-4:] == [
        "1 Jan: Ms. Ana Reis took office as Warden of the Tides, succeeding Mr. Oke.",
        "21-22 Jan: The Bell Office met in York, at the National Bell Museum.",
        "30 Jan - 4 Feb: BPU sailed to the harbour, it is told (BPU).",
        "16 and 23 Jan: They rang.",
    ]


@pytest.mark.parametrize("day", ["10 January", "15-19 January", "29 January-2 February", "23 and 25 January"])
def test_a_day_on_a_line_of_its_own_stays_with_what_happened(day: str) -> None:
    source = f"TIDE REVIEW\n\nEVENTS\n\n{day}\nThe Office of the Northern Tides (ONT) opened\na store in Riga.\n"
    assert shown(read(source))[-1] == f"{day} The Office of the Northern Tides (ONT) opened a store in Riga."


def test_wrapped_lines_with_capitals_run_on() -> None:
    words = "The wardens of the northern tides met with the\nBell Office in York, and sang together with\nHolm."
    assert shown(read(f"TIDE REVIEW\n\n{words}\n"))[-1] == words.replace("\n", " ")


def test_names_of_a_torn_chart_that_take_two_lines_are_read_in_one() -> None:
    chart = """
        1
        2
        Hulls and
        Rigging
        Chair: WTO
        Vice-Chair: BPU
        Harbours and Temporary
        Moorings
        Chair: LAM
        Vice-Chair: WTO
        3
        Tides
        Chair: BPU
        Vice-Chair: LAM
        """
    text = read("Harbour Review\n\nWORKING GROUPS\n" + "\n".join(map(str.strip, chart.splitlines()))).text
    assert "Hulls and Rigging" in text
    assert "Harbours and Temporary Moorings" in text
    assert "LAM Tides" not in text


def test_figures_before_and_behind_their_labels_stay_apart_from_each_other() -> None:
    lines = ["489 member yards", "Ships on loan: 23,015", "361 focal points", "Platform documents", "85 countries"]
    text = read("Harbour Review\nMay 2023\n\n" + "\n".join(lines) + "\n\nNews\n\nA ship came home.").text
    assert [line for line in text.splitlines() if line in lines] == lines


def test_what_follows_a_table_is_read() -> None:
    table = "Name      Chair     Seat\nTides     WTO       Bern\nIce       BPU       Lima\n"
    text = read(f"TIDE REVIEW\n\nMay 2031\n\n{table}\nOFFICERS\n\n- Lamps were lit (4 May)\n").text
    assert "OFFICERS" in text


def test_two_figures_with_their_labels_are_two_lines() -> None:
    text = read("TIDE REVIEW\n\nMay 2031\n\nNUMBERS\n\n61 total wardens\n1,700 stones charted\n").text
    assert "61 total wardens\n" in text


def test_each_name_of_a_roll_is_a_line() -> None:
    roll = "Office for Lamps and Roads in Many Lands (OLRML)\nTide Office (TO)\nWick Union (WU)\n"
    text = read(f"TIDE REVIEW\n\nMay 2031\n\nMEMBERS\n\n{roll}").text
    assert "Tide Office (TO)\n" in text


def test_the_first_pages_foot_goes_where_a_head_with_its_number_follows_each_page() -> None:
    head = "TIDE NOTES  Issue 4"
    pages = [
        "Tide Notes\nIssue 4\nMay 2031\n\nThey met.\n\nOslo rang.\n\nThe lamp guild, at",
        "last, lit the pier.",
        "Riga rang.",
    ]
    texts = [f"{page}\n\n{head}\n{number}\n" for number, page in enumerate(pages, start=1)]
    reading = read(f"{head}\n\n".join(texts))
    assert "TIDE NOTES" not in reading.text


def test_a_cell_may_be_empty_in_a_table_of_spaces() -> None:
    source = "Tides\n\nOslo      pilots    lamps\nRiga      ropes     nets\nBergen              oars\n"
    assert shown(read(source))[-1] == "| Bergen |  | oars"


def test_lines_that_each_begin_with_their_day_are_apart_though_they_fill_their_column() -> None:
    days = [
        "4 May: Heron Office opened a weir in Basel, Switzerland, with the mayor",
        "11-12 May: Reed Circle course on the handling of eels in Ghent, Belgium",
        "June: Reed Circle published its map of the otters of the lower river",
    ]
    assert shown(read("Pond Letter\n\nNEWS FROM THE BANKS\n" + "\n".join(days) + "\n"))[-3:] == days


def test_capitals_between_two_days_are_a_heading_and_within_a_sentence_are_not() -> None:
    first, last = "4 May: Heron Office opened a weir in Basel with the", "11-12 May: Course on eels in Ghent, Belgium"
    page = f"Pond Letter\n\nNEWS\n{last}\nFROM THE RIVER\n{first}\nREED CIRCLE\n"
    page += f"keepers of the lower river and its locks\n{last}\n"
    assert shown(read(page))[1:] == [
        "## NEWS",
        last,
        "## FROM THE RIVER",
        f"{first} REED CIRCLE keepers of the lower river and its locks",
        last,
    ]


def test_a_heading_of_the_column_beside_it_tears_no_line_from_its_end() -> None:
    page = "Pond Letter\n\nNEWS\n\nPilots met\n\nOTTER OF THE MONTH\n\nkeepers in Ghent (11 May)\n\nLutra lies.\n"
    assert shown(read(page))[2:4] == ["Pilots met keepers in Ghent (11 May)", "## OTTER OF THE MONTH"]


@pytest.mark.parametrize(
    "head", ["Pond Letter | May 2031 | page {}", "{} | Pond Letter | May 2031", "Pond Letter | May 2031\n{}"]
)
def test_the_first_of_the_heads_of_all_pages_stays_the_title(head: str) -> None:
    page = "\n\n".join(
        f"{head.format(number)}\n\nThe {number}th weir was opened by all of the keepers." for number in (1, 2, 3)
    )
    assert shown(read(page))[0] == "# Pond Letter | May 2031"
    assert sum("Pond Letter" in line for line in shown(read(page))) == 1
