import csv
import io

import pytest

from ctassist.service.spreadsheet import to_csv


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(words: str) -> None:
    assert read(to_csv([{"text": words}], ()))[0]["text"] == "'" + words


def test_numbers_stay_numbers_and_nested_members_become_columns() -> None:
    rows = [{"value": -3.5, "citation": {"start": 1}, "names": ["a", "b"], "unit": None}]
    assert read(to_csv(rows, ())) == [{"value": "-3.5", "citation.start": "1", "names": "a; b", "unit": ""}]


def test_columns_stand_even_when_there_are_no_rows() -> None:
    assert to_csv([], ("id", "text")) == "id,text\r\n"


def test_quotes_commas_and_line_breaks_survive() -> None:
    words = 'He said "no", twice\nand left'
    assert read(to_csv([{"text": words}], ()))[0]["text"] == words
