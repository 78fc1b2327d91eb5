from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctassist.model.answer import Answer, Citation, Claim, Coverage, RecordReference, Status
from ctassist.model.archive import Document
from ctassist.model.contract import answer_json
from ctassist.model.text import Box, Link, Recognition, Span
from ctassist.model.time import Period
from ctassist.service.overview import gaps_between
from ctassist.service.pages import document_page
from ctassist.service.render import document_json, period_json, recognition_words
from ctassist.service.replies import AnswerReply, DocumentReply

DOCUMENT = Document(
    id="d1",
    name='a "b" <c>.md',
    title="Review <script>",
    media_type="text/markdown",
    sha256="0",
    size=3,
    source="/secret/place/a.md",
    ingested_at=datetime(2024, 3, 1),
    period=Period(date(2024, 1, 1), date(2024, 2, 29)),
)


def test_an_answer_as_json_has_the_documented_shape() -> None:
    citation = Citation(
        *(1, "d1", "Review", "words", 3, 8, "/documents/d1", ("2024-01", "2024-02"), ("A",), 2),
        boxes=(Box(2, 0, 0, 1, 1),),
        links=(Link(Span(3, 8), "https://lamps.example.org"),),
    )
    answer = Answer(
        "a1",
        "Who?",
        "Who chairs it?",
        Status.PARTIAL,
        "CSO [1]",
        claims=(Claim("CSO", (1,)),),
        citations=(citation,),
        records=(RecordReference("role", (1,)),),
        coverage=Coverage(start=date(2024, 1, 1), documents=1),
        as_of=date(2024, 2, 29),
        timings_ms={"total": 1.0},
    )
    written = answer_json(answer)
    assert AnswerReply.model_validate(written).model_dump(by_alias=True) == written


@pytest.mark.parametrize(
    ("recognition", "pages", "told"),
    [
        (None, 3, ""),
        (Recognition(unread=(1, 2)), 2, ""),
        (Recognition((1, 2, 4), 0.934, (), "eng 240"), 4, "3 of 4 pages read by OCR, confidence 0.93"),
        (Recognition((1,), 1.0, (), "eng 240"), 1, "the only page read by OCR, confidence 1.00"),
    ],
)
def test_a_documents_record_and_its_page_say_what_was_read_by_ocr(
    recognition: Recognition | None, pages: int, told: str
) -> None:
    document = replace(DOCUMENT, recognition=recognition, pages=pages)
    written = document_json(document)
    assert DocumentReply.model_validate(written).model_dump() == written
    assert (written["ocr"] is None) == (recognition is None)
    assert recognition_words(recognition, pages) == told
    assert told in document_page(document, "words", None, None)
    assert ("by OCR" in document_page(document, "words", None, None)) == bool(told)


def test_a_documents_record_does_not_tell_where_its_file_came_from() -> None:
    written = document_json(DOCUMENT)
    assert DocumentReply.model_validate(written).model_dump() == written
    assert "/secret" not in str(written)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2024, 1, 1), date(2024, 2, 29), {"start": "2024-01", "end": "2024-02"}),
        (date(2023, 2, 1), date(2023, 2, 28), {"start": "2023-02", "end": "2023-02"}),
        (date(2024, 1, 15), date(2024, 2, 29), {"start": "2024-01-15", "end": "2024-02-29"}),
    ],
)
def test_a_period_is_written_as_months_only_when_it_covers_whole_ones(
    start: date, end: date, written: dict[str, str]
) -> None:
    assert period_json(Period(start, end)) == written


def test_gaps_are_the_days_that_no_period_covers() -> None:
    periods = [
        Period(date(2023, 1, 1), date(2023, 12, 31)),
        Period(date(2023, 3, 1), date(2023, 4, 30)),
        Period(date(2024, 3, 1), date(2024, 4, 30)),
    ]
    assert gaps_between(periods) == [Period(date(2024, 1, 1), date(2024, 2, 29))]


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_a_document_page_never_holds_the_documents_own_markup(text: str, start: int, end: int) -> None:
    shown = document_page(DOCUMENT, text + "<b>&", start, end).split('lang="">')[1]
    assert "<b>" not in shown
    assert ("<mark" in shown) == (start < end <= len(text) + 4)


def test_a_document_page_marks_exactly_the_cited_words() -> None:
    shown = document_page(DOCUMENT, "one <two> three", 4, 9)
    assert ">&lt;two&gt;</mark> three" in shown
    assert "<script>" not in shown.replace('<script type="module"', "")
