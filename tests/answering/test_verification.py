from collections.abc import Callable

import pytest

from ctassist.answering.draft import Evidence, Line
from ctassist.answering.verification import supported
from ctassist.model.text import Span

TEXT = "CSO opened a training centre in Lisbon for 1,050 pilots (12 May)"
WHOLE = Evidence("a", Span(0, len(TEXT)))


def quote(document_id: str, span: Span) -> str:
    return span.of(TEXT)


def shown(text: str, *frame: str, around: str = "", quote_of: Callable[[str, Span], str] = quote) -> bool:
    return supported(Line(text, (WHOLE,), frame=frame), quote_of, around)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "CSO opened a training centre",
        "**CSO** in *Lisbon*",
        "1,050 pilots",
        "A centre was opened by CSO",
        "the centre in Lisbon",
    ],
)
def test_a_line_of_words_from_its_quote_is_shown(text: str) -> None:
    assert shown(text, "A")


@pytest.mark.parametrize(
    "text",
    [
        "BPU opened a training centre in Lisbon",
        "CSO and BPU opened a training centre in Lisbon",
        "CSO opened a training centre in Riga",
        "CSO opened a training centre for 1,051 pilots",
        "CSO opened a training centre for 105 pilots",
        "CSO opened a training centre (13 May)",
        "CSO, led by Ana Reisner, opened a training centre",
    ],
)
def test_a_line_with_a_name_or_number_that_its_quote_lacks_is_dropped(text: str) -> None:
    assert not shown(text)


def test_the_frame_and_the_headings_may_add_words() -> None:
    assert not shown("12 May 2022: CSO in Lisbon")
    assert shown("12 May 2022: CSO in Lisbon", "12 May 2022")
    assert shown("12 May 2022: CSO in Lisbon", around="Review of May 2022")


def test_a_line_without_evidence_is_dropped() -> None:
    assert not supported(Line("CSO", ()), quote, "CSO")


def test_a_line_with_empty_evidence_is_dropped() -> None:
    assert not shown("the centre", quote_of=lambda document_id, span: "  ")
