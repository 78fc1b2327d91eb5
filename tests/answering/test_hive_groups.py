"""Pages and reports of beekeepers' groups: one's post in one group, initials of posts, handles, a year's work."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

WAX = """# Wax Special Interest Group

Covers wax, candles and what they are made of.

## Leadership

### Chairs

* Ana Roe (**[@aroe](https://example.org/aroe)**), Combworks
* Bo Lind (**[@blind](https://example.org/blind)**), Nectar

### Technical Leads

* Cem Aydin (**[@caydin](https://example.org/caydin)**), Smoker

## Emeritus Leads

* Dot Ives (**[@dives](https://example.org/dives)**)

## Subprojects

The following subprojects are owned by sig-wax:

### candle-mould

Moulds that are lent out.

- Owners: @hpitt, @kim-li

### smoke-book

A book on smoke, co-owned with sig-honey.
"""
HONEY = """# Honey Special Interest Group

## Leadership

### Chairs

* Eli Marsh (**[@emarsh](https://example.org/emarsh)**), Smoker

## Subprojects

### Frame Register

A register of all frames that were ever lent.

|  |  |
| --- | --- |
| Ready for use | Not yet. |
| Owner(s) | [@perot](https://example.org/perot), [@font](https://example.org/font) |
"""
TABLET = """# tern Tablet Working Group

Works out how hives are read by tablets.

## Organizers

* Fay Noor (**[@fnoor](https://example.org/fnoor)**), Nectar
"""
FORM = """# {year} Annual Report: {group}

## Initiatives and health

1. What work did the group do this year that should be shown to others?

{work}

2. Which hives does your group need help with?

- The hives at Vik

## Operational

- [x] Page of the group read again
"""
HEADED = """# 2031 Annual Report: Mead Working Group

## Key achievements

- Forty bottles were filled at Bruus
- The recipe book is out

## Plans for 2032

- A cellar of our own
"""


@pytest.fixture(scope="module")
def hives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("hives"),
        wax=WAX,
        honey=HONEY,
        tablet=TABLET,
        wax31=FORM.format(
            year=2031, group="SIG Wax", work="- A press for combs was built\n- Candles were sold at Bruus"
        ),
        honey31=FORM.format(year=2031, group="SIG Honey", work=""),
        tablet31=FORM.format(year=2031, group="WG tern Tablet", work="- Read twelve hives by tablet"),
        mead31=HEADED,
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("What is Dot Ives's role in SIG Wax these days?", ["Emeritus lead"], ["Ana", "Cem"]),
        ("What is the role of Cem Aydin in the Wax SIG?", ["Technical lead", "Smoker"], ["Ana"]),
        ("Which position does Bo Lind hold in SIG Wax?", ["Chair", "Nectar"], ["Ana"]),
        ("Who are the TLs of SIG Wax?", ["Cem Aydin"], ["Ana", "Bo"]),
        ("Who are the chairs and TLs of SIG Wax?", ["Ana Roe", "Bo Lind", "Cem Aydin"], ["Dot"]),
        ("Who from Smoker leads SIG Wax?", ["Cem Aydin"], ["Ana", "Eli"]),
        ("Who from Nectar leads SIG Wax?", ["Bo Lind"], ["Ana", "Cem", "Fay"]),
        ("Which subprojects are owned by SIG Wax?", ["candle-mould", "smoke-book"], ["Frame"]),
        ("Which subprojects of SIG Wax are co-owned with SIG Honey?", ["smoke-book"], ["candle-mould"]),
        ("Who owns the Frame Register?", ["@perot", "@font"], ["@hpitt"]),
        ("Who owns the candle mould?", ["@hpitt", "@kim-li"], ["@perot"]),
        ("Who organizes the tern Tablet working group?", ["tern Tablet Working Group", "Fay Noor"], ["Ana"]),
    ],
)
def test_posts_on_pages_of_groups(hives: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = hives.ask(question)
    assert_holds(hives, answer)
    assert answer.status == "answered", answer.answer
    assert [words for words in said if words not in answer.answer] == [], answer.answer
    assert [words for words in unsaid if words in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What is Dot Ives's role in SIG Honey?",
        "What is Ana Roe's role in the tern Tablet working group?",
        "Who are the TLs of SIG Honey?",
        "Who is the chair of SIG TL?",
        "Who from Nectar leads SIG Honey?",
        "Who owns the smoke book?",
        "What did SIG Honey do in 2031?",
        "What did SIG Wax do in 2030?",
        "What did SIG Wax do about mead in 2031?",
    ],
)
def test_what_pages_and_reports_do_not_say_is_refused(hives: Library, question: str) -> None:
    answer = hives.ask(question)
    assert_holds(hives, answer)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What did SIG Wax get done in 2031?", ["press for combs", "Candles were sold"]),
        ("What did the wax SIG do in 2031?", ["press for combs", "Candles were sold"]),
        ("What did the tern Tablet working group accomplish in 2031?", ["Read twelve hives"]),
        ("What did the Mead Working Group achieve in 2031?", ["Forty bottles", "recipe book"]),
        ("What were the highlights of the Mead Working Group in 2031?", ["Forty bottles", "recipe book"]),
    ],
)
def test_a_report_tells_what_its_group_did_in_the_year(hives: Library, question: str, said: list[str]) -> None:
    answer = hives.ask(question)
    assert_holds(hives, answer)
    assert [words for words in said if words not in answer.answer] == [], answer.answer
    beside = [words for words in ("Vik", "cellar", "read again") if words in answer.answer]
    assert len(answer.claims) == len(said), answer.answer
    assert not beside, answer.answer
