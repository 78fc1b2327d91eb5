"""Lines that are a date date what stands below them."""

from datetime import date

import pytest

from ctassist.extraction.date_lines import dates_by_lines, only_dates
from ctassist.extraction.sections import find_title, place
from ctassist.model.time import Interval, Precision
from ctassist.reading.markdown import read_text

_QUARTER = Interval(date(2031, 1, 1), date(2031, 3, 31))


def dated(text: str) -> dict[str, str]:
    """What stands below lines with dates, with the first of those dates."""
    reading = read_text(text)
    placed = place(reading, find_title(reading, "x.md"), _QUARTER)
    return {p.block.span.of(reading.text): f"{p.dates[0].start:%B}" for p in placed if p.dates}


def test_a_month_in_bold_dates_the_list_below_it_and_nothing_after_it() -> None:
    text = "# Reed Letter\n\n## News\n\n**March 2031**\n\n- A fair\n- A walk\n\nThe office is closed.\n\n- A call\n"
    assert dated(text) == {"A fair": "March", "A walk": "March"}


def test_several_months_part_all_that_stands_under_a_heading() -> None:
    text = "# Reed Letter\n\n## News\n\n**January**\n\nA fair.\n\nA walk.\n\n"
    text += "**In February 2031:**\n\nA call.\n\n## Staff\n\nMo.\n"
    assert dated(text) == {"A fair.": "January", "A walk.": "January", "A call.": "February"}


def test_a_lone_month_above_prose_dates_nothing() -> None:
    assert dated("# Reed Letter\n\n## News\n\n**March 2031**\n\nA fair.\n") == {}


def test_the_time_of_the_issue_dates_nothing() -> None:
    assert dated("# Reed Letter\n\n**January to March 2031**\n\n- A fair\n") == {}


@pytest.mark.parametrize("words", ["March was cold", "The March", "Report of March 2031"])
def test_a_line_with_other_words_is_no_date(words: str) -> None:
    assert only_dates(words, _QUARTER) == ()


def test_a_line_may_have_two_dates() -> None:
    first, last = only_dates("3 March and 5 March 2031", _QUARTER)
    assert (first.start, last.start, first.precision) == (date(2031, 3, 3), date(2031, 3, 5), Precision.DAY)


def test_a_document_without_such_lines_has_none() -> None:
    assert dates_by_lines(read_text("# Reed Letter\n\nA fair.\n"), _QUARTER) == {}


def test_a_date_in_brackets_ends_the_line_before_it_and_dates_none_below() -> None:
    assert dated("# Reed Letter\n\n## News\n\n- A fair in\n\n(21 January)\n\n- A walk\n") == {}


def test_a_sentence_that_begins_with_a_day_and_ends_in_a_list_dates_that() -> None:
    text = "# Reed Letter\n\n## Fair\n\nOn 3 March 2031 the circle\n\n"
    text += "- chose a lamp;\n- closed the fair.\n\nAll went home.\n"
    assert dated(text) == {"chose a lamp;": "March", "closed the fair.": "March"}


@pytest.mark.parametrize("words", ["On 3 March 2031 the circle met.", "The circle met on 3 March 2031 with"])
def test_a_finished_sentence_or_one_with_its_day_behind_dates_no_list_below(words: str) -> None:
    assert dated(f"# Reed Letter\n\n## Fair\n\n{words}\n\n- A lamp\n- A walk\n") == {}


def test_days_of_which_a_reader_takes_some_for_headings_each_date_what_stands_below_them() -> None:
    long = "Course for keepers on the handling of nets and lamps in bad weather, in Riga"
    text = f"# Reed Letter\n\n## 4 FEB\n\nA fair.\n\n11-12 FEB\n\n{long}\n\n2 MAR\n\n{long}\n\n## Staff\n\nMo.\n"
    reading = read_text(text)
    placed = place(reading, find_title(reading, "x.md"), _QUARTER)
    assert [f"{p.dates[0].start:%d %b}" for p in placed if p.dates and len(p.block.span.of(reading.text)) > 6] == [
        "04 Feb",
        "04 Feb",
        "11 Feb",
        "02 Mar",
    ]
