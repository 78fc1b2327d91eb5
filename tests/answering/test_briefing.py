"""Briefings of a period, measured against the facts that the archive was made from."""

import io
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from random import Random
from zipfile import ZipFile

import docx
import pytest
from tests.answering.asking import Asker
from tests.answering.library import BOARD, SECRETS, Library, Shelve, shelve_reviews
from tests.archives import RIVERS, Archive, Layout, Line, invent, truth

from ctassist.answering.briefing import composing
from ctassist.answering.briefing.markdown import markdown
from ctassist.answering.briefing.searched import uncovered
from ctassist.answering.briefing.word import word
from ctassist.errors import UsageError
from ctassist.model.answer import Citation
from ctassist.model.briefing import Briefing, BriefLine, BriefRequest, BriefSection
from ctassist.model.caller import ANYONE, Caller
from ctassist.model.time import Interval

MARKER = re.compile(r"(?<!\\)\[(\d+)\]")


def brief(
    library: Library, start: str, end: str, *, entity: str | None = None, place: str | None = None, by: Caller = ANYONE
) -> Briefing:
    """A briefing from the first day of a month to the last one of another."""
    (year, month), last = map(int, start.split("-")), [int(part) for part in end.split("-")]
    until = date(last[0], last[1], monthrange(*last)[1])
    return library.assistant.brief(BriefRequest(date(year, month, 1), until, entity, place), by)


def lines(briefing: Briefing, heading: str) -> list[str]:
    return [line.text for section in briefing.sections if section.heading == heading for line in section.lines]


def written(when: Interval) -> tuple[str, str]:
    return f"{when.start:%Y-%m}", f"{when.end:%Y-%m}"


def assert_sound(library: Library, briefing: Briefing) -> None:
    """Each source is the very text of its document, and each line has sources that there are."""
    for citation in briefing.citations:
        assert library.texts[citation.document_id][citation.start : citation.end] == citation.quote
    assert [citation.n for citation in briefing.citations] == list(range(1, len(briefing.citations) + 1))
    told = [line for section in briefing.sections for line in section.lines]
    assert all(line.citations and line.text.startswith(line.lead) for line in told)
    assert {n for line in told for n in line.citations} == {citation.n for citation in briefing.citations}
    assert {int(n) for n in MARKER.findall(markdown(briefing))} == {citation.n for citation in briefing.citations}


def assert_lists(told: list[str], expected: list[Line], archive: Archive) -> None:
    """Each expected activity stands in one line, and no other one in any."""
    for line in archive.lines:
        assert sum(line.topic in text for text in told) == (line in expected), line.topic
    assert len(told) == len(expected)


@pytest.fixture(scope="module", params=[Layout.TABLES, Layout.DATE_HEADINGS, Layout.PROSE])
def rivers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve_reviews(tmp_path_factory.mktemp("rivers"), RIVER_REVIEWS, request.param)
    yield library
    library.archive.close()


RIVER_REVIEWS = invent(RIVERS, seed=5, issues=2)


def test_every_activity_of_a_month_stands_in_its_briefing_once_and_none_of_another(
    mixed: Library, invented: Archive
) -> None:
    for month in Asker(invented, Random(0)).months:
        found = brief(mixed, *written(month))
        expected = truth.activities(invented, start=month.start, end=month.end)
        assert_lists(lines(found, "Activities"), expected, invented)
        assert found.coverage.matched == found.coverage.shown == len(expected)
        assert_sound(mixed, found)


def test_other_layouts_tell_the_same(rivers: Library) -> None:
    for month in Asker(RIVER_REVIEWS, Random(0)).months:
        found = brief(rivers, *written(month))
        expected = truth.activities(RIVER_REVIEWS, start=month.start, end=month.end)
        assert_lists(lines(found, "Activities"), expected, RIVER_REVIEWS)
        assert_sound(rivers, found)


def test_a_briefing_on_an_organisation_or_a_place_has_all_of_its_activities(mixed: Library, invented: Archive) -> None:
    start, end = invented.reviews[0].period.start, invented.reviews[-1].period.end
    whole = written(Interval(start, end))
    asker = Asker(invented, Random(0))
    for acronym in asker.acronyms:
        found = brief(mixed, *whole, entity=acronym)
        assert_lists(lines(found, "Activities"), truth.activities(invented, by=acronym), invented)
        assert_lists(
            [text for text in lines(found, "Without a date") if "“" not in text],
            truth.undated(invented, by=acronym),
            invented,
        )
    for place in asker.places:
        found = brief(mixed, *whole, place=place)
        assert_lists(lines(found, "Activities"), truth.activities(invented, place=place), invented)
        assert_sound(mixed, found)


def test_figures_are_those_at_the_end_with_the_change_since_the_ones_before(mixed: Library, invented: Archive) -> None:
    for before, review in zip((None, *invented.reviews), invented.reviews, strict=False):
        told = lines(brief(mixed, *written(review.period)), "Headline figures")
        assert len(told) == len(review.figures)
        for figure in review.figures:
            text = next(text for text in told if text.casefold().startswith(figure.label))
            assert f": {figure.value:,} (" in text
            past = before and truth.figure(invented, figure.label, on=before.period.end)
            assert (
                (f"; {figure.value - past:+} since" in text and f", {past:,})" in text) if past else "since" not in text
            )


def test_a_figure_without_one_before_the_period_is_compared_with_the_first_one_in_it(harbours: Library) -> None:
    assert lines(brief(harbours, "2022-05", "2023-01"), "Headline figures")[0] == (
        "Focal points: 52 (December 2022 to January 2023; +11 since May to June 2022, 41)"
    )


def test_figures_of_one_label_that_differ_are_shown_without_a_change(shelf: Shelve) -> None:
    library = shelf(
        may="# Review May 2022\n\n## In figures\n\n- 3 member ports\n",
        june="# Review June 2022\n\n## Africa\n\n- 4 member ports\n\n## Asia\n\n- 9 member ports\n",
    )
    assert lines(brief(library, "2022-06", "2022-06"), "Headline figures") == [
        "Member ports: 4 (June 2022)",
        "Member ports: 9 (June 2022)",
    ]
    assert lines(brief(library, "2022-05", "2022-05"), "Headline figures") == ["Member ports: 3 (May 2022)"]


def test_figures_of_a_time_within_an_issue_are_those_of_that_issue(harbours: Library) -> None:
    assert lines(brief(harbours, "2022-12", "2022-12"), "Headline figures") == [
        "Focal points: 52 (December 2022 to January 2023; +8 since September to October 2022, 44)",
        "Member organisations: 9 (December 2022 to January 2023; +2 since May to June 2022, 7)",
    ]


def test_roles_that_changed_are_told_with_their_holders_at_the_end(mixed: Library, invented: Archive) -> None:
    for before, review in zip((None, *invented.reviews), invented.reviews, strict=False):
        told = lines(brief(mixed, *written(review.period)), "Changes of roles")
        expected = 0
        for group in invented.reviews[0].groups:
            for post in group.posts:
                now = truth.holders(invented, group.name, post.role, on=review.period.end)
                past = truth.holders(invented, group.name, post.role, on=before.period.end) if before else now
                if set(now) != set(past):
                    expected += 1
                    text = next(t for t in told if group.name in t.casefold() and f", {post.role}" in t)
                    assert all(holder in text.partition("; before: ")[0] for holder in now)
                    assert all(holder in text.partition("; before: ")[2] for holder in past)
        assert len(told) == expected


def test_a_briefing_on_an_organisation_has_the_roles_that_it_holds(harbours: Library) -> None:
    found = brief(harbours, "2022-09", "2022-10", entity="BPU")
    assert lines(found, "Roles held") == ["Working Group on Harbour Lights, chair: BPU (as of May to June 2022)"]
    assert [text.partition(" (")[0] for text in lines(found, "Changes of roles")] == [
        "Working Group on Fog Signals, chair: BPU",
        "Working Group on Fog Signals, vice-chair: CSO",
    ]
    assert_sound(harbours, found)


def test_documents_of_one_day_that_name_different_holders_are_both_told(orchards: Library) -> None:
    found = brief(orchards, "2021-03", "2021-06")
    assert_sound(orchards, found)
    assert lines(found, "Changes of roles")[0] == (
        "Working Group on Markets, chair: Ines Duarte (PI) (circular.md) or Omar Salieri (AGF) (summer.md), as "
        "documents differ (new as of May to June 2021; before: Ines Duarte (PI), as of January to February 2021)"
    )


def test_what_was_said_is_told_word_by_word_with_speaker_and_day(mixed: Library, invented: Archive) -> None:
    for review in invented.reviews:
        told = lines(brief(mixed, *written(review.period)), "What was said")
        assert len(told) == len(review.statements)
        for said in review.statements:
            text = next(text for text in told if said.words in text)
            assert f"“{said.words}”" in text
            assert said.speaker.family in text
            assert f"{said.when.start.day} {said.when.start:%B %Y}" in text


def test_what_bears_no_date_stands_apart_with_its_issue(harbours: Library) -> None:
    found = brief(harbours, "2022-06", "2022-06")
    assert lines(found, "Without a date") == ["Issue of May to June 2022: BPU published a guide to buoys"]
    assert found.coverage.undated == 1
    assert "Without a date" not in markdown(brief(harbours, "2022-10", "2022-10"))


def test_activities_stand_under_their_months_in_the_order_of_their_dates(harbours: Library) -> None:
    found = brief(harbours, "2022-06", "2023-01")
    told = [line for section in found.sections if section.heading == "Activities" for line in section.lines]
    assert [(line.group, line.lead) for line in told] == [
        ("June 2022", "30 May 2022, 2 June 2022:"),
        ("June 2022", "3 to 4 June 2022:"),
        ("September 2022", "8 September 2022:"),
        ("September 2022", "21 September 2022:"),
        ("October 2022", "October 2022:"),
        ("December 2022", "30 December 2022 to 2 January 2023:"),
        ("January 2023", "17 January 2023:"),
    ]


def test_what_is_dated_to_a_season_stands_behind_the_months(shelf: Shelve) -> None:
    library = shelf(
        year="# Review 2022\n\n## Events\n\n- CSO mended piers in Riga (spring 2022)\n- CSO met BPU in Rome (Nov)\n"
    )
    told = [line for section in brief(library, "2022-01", "2022-12").sections for line in section.lines]
    assert [(line.group, line.lead) for line in told] == [
        ("November 2022", "November 2022:"),
        ("Over several months", "March to May 2022:"),
    ]
    assert "piers" not in markdown(brief(library, "2022-11", "2022-11"))


def test_a_line_that_a_document_has_twice_stands_once(shelf: Shelve) -> None:
    line = "- CSO met BPU in Rome (3 May)\n"
    library = shelf(may=f"# Review May 2022\n\n## Summary\n\n{line}\n## Events\n\n{line}")
    found = brief(library, "2022-05", "2022-05")
    assert [len(told.citations) for section in found.sections for told in section.lines] == [2]
    assert_sound(library, found)


def test_a_statement_without_a_date_stands_apart(shelf: Shelve) -> None:
    said = "- CSO Director Reisner stressed that “every lamp counts, even the smallest”\n"
    library = shelf(may=f"# Review May 2022\n\n## Events\n\n- CSO met BPU in Rome (3 May)\n\n## Voices\n\n{said}")
    found = brief(library, "2022-05", "2022-05")
    assert lines(found, "Without a date") == ["CSO Director Reisner (May 2022): “every lamp counts, even the smallest”"]
    assert lines(found, "What was said") == []


def test_what_two_documents_tell_is_one_line_with_both_sources(shelf: Shelve) -> None:
    text = (
        "## Events\n\n- Coastal Safety Office (CSO) opened a training centre in Lisbon, Portugal (12 May)\n"
        "- CSO published a guide to piers\n\n## In figures\n\n- 41 focal points\n\n## Voices\n\n"
        "- CSO Director Reisner stressed that “every lamp counts, even the smallest” (20 May)\n"
    )
    library = shelf(month=f"# Review May-June 2022\n\n{text}", year=f"# Annual Review 2022\n\n{text}")
    found = brief(library, "2022-05", "2022-05")
    told = {section.heading: [len(line.citations) for line in section.lines] for section in found.sections}
    assert told["Activities"] == told["What was said"] == told["Without a date"] == [2]
    assert_sound(library, found)


def test_days_that_no_issue_covers_are_named(harbours: Library) -> None:
    assert "No issue covers July to August 2022, November 2022." in brief(harbours, "2022-05", "2023-01").searched
    assert "No issue" not in brief(harbours, "2022-05", "2022-06").searched


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        ([], [(1, 31)]),
        ([(1, 31)], []),
        ([(5, 10), (8, 12), (20, 31)], [(1, 4), (13, 19)]),
        ([(1, 3), (1, 2)], [(4, 31)]),
    ],
)
def test_stretches_without_an_issue(periods: list[tuple[int, int]], gaps: list[tuple[int, int]]) -> None:
    def days(first: int, last: int) -> Interval:
        return Interval(date(2024, 1, first), date(2024, 1, last))

    assert uncovered(days(1, 31), [days(*period) for period in periods]) == [days(*gap) for gap in gaps]


def test_a_period_of_which_the_archive_says_nothing_is_an_empty_briefing_that_says_what_was_searched(
    harbours: Library,
) -> None:
    for found in (
        brief(harbours, "2019-01", "2019-02"),
        brief(harbours, "2022-05", "2022-06", place="Mongolia"),
        harbours.assistant.brief(BriefRequest(date.min, date(1, 1, 31)), ANYONE),
        harbours.assistant.brief(BriefRequest(date(9999, 12, 1), date.max), ANYONE),
    ):
        assert (found.sections, found.citations) == ((), ())
        assert "3 documents, May 2022 to January 2023" in found.searched
        assert "Nothing in the archive belongs to it." in found.searched
        assert docx.Document(io.BytesIO(word(found))).paragraphs[1].text == found.searched


def test_all_time_is_a_period_too(harbours: Library) -> None:
    found = harbours.assistant.brief(BriefRequest(date.min, date.max), ANYONE)
    assert found.coverage.shown == len(lines(found, "Activities")) == 8
    assert_sound(harbours, found)


@pytest.mark.parametrize(
    ("entity", "place", "sentence"),
    [
        ("Coastal Safty Office", None, "Near it: CSO"),
        ("Qqqqqqqqqqqqqq", None, "names no “Qqqqqqqqqqqqqq”."),
        (None, "Estonai", "Near it: Estonia"),
        (None, "Latvai", "Near it: Latvia."),
        (None, "  ", "is no place"),
        ("x" * 5000, None, "names no “xxx"),
        ("\udcff", None, "names no"),
    ],
)
def test_an_unknown_name_is_refused_with_what_is_near_it(
    harbours: Library, entity: str | None, place: str | None, sentence: str
) -> None:
    with pytest.raises(UsageError) as refused:
        brief(harbours, "2022-05", "2022-06", entity=entity, place=place)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


def test_a_period_that_ends_before_it_begins_is_refused(harbours: Library) -> None:
    with pytest.raises(UsageError, match="from lies after to"):
        brief(harbours, "2022-06", "2022-05")


def test_nothing_that_the_caller_may_not_read_is_used_or_hinted_at(harbours: Library) -> None:
    told = markdown(brief(harbours, "2022-12", "2023-01"))
    assert not any(word in told for word in SECRETS)
    assert "obsidian" in markdown(brief(harbours, "2022-12", "2023-01", by=BOARD))
    for name in ("ZVA", "Zirkon Vault Agency", "Zirkon Vault", "Zora Quillon"):
        with pytest.raises(UsageError) as refused:
            brief(harbours, "2022-12", "2023-01", entity=name)
        assert "Near" not in str(refused.value)
    with pytest.raises(UsageError) as unknown:
        brief(harbours, "2022-12", "2023-01", place="Reykjavk")
    assert "Near it: Reykjav" in str(unknown.value)  # The gazetteer has it; the archive is not asked.


def test_the_same_request_gives_the_same_briefing(mixed: Library, invented: Archive) -> None:
    whole = written(Interval(invented.reviews[0].period.start, invented.reviews[-1].period.end))
    assert brief(mixed, *whole) == brief(mixed, *whole)


def test_more_activities_than_are_shown_are_counted(harbours: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "MOST_ACTIVITIES", 2)
    found = brief(harbours, "2022-05", "2023-01")
    assert len(lines(found, "Activities")) == found.coverage.shown == 2
    assert found.coverage.matched == 8
    assert "2 dated activities are listed and 6 are left out" in found.searched


def test_a_line_that_its_sources_do_not_support_is_left_out_and_counted(
    harbours: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "holds", lambda line, _: "piers" not in line.text)
    found = brief(harbours, "2022-10", "2022-10")
    assert "piers" not in markdown(found)
    assert (found.coverage.matched, found.coverage.shown) == (1, 0)
    assert "1 line is left out" in found.searched


HOSTILE = "\x00\x1b[31m\ufffe\ud800 <b>&amp; ]]> **bold** [1] [x](http://y) `c` _e_ \x85 \u202e é"


def hostile() -> Briefing:
    citation = Citation(1, "d", HOSTILE, HOSTILE, 0, len(HOSTILE), "/", ("2024-01", "2024-02"), (HOSTILE,), 3)
    line = BriefLine(f"1 May: {HOSTILE}", (1,), "1 May:", HOSTILE)
    return Briefing(HOSTILE * 9, HOSTILE, (BriefSection(HOSTILE, (line,)),), (citation,))


def test_hostile_characters_are_shown_and_have_no_effect() -> None:
    document = docx.Document(io.BytesIO(word(hostile())))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert any("<b>&amp; ]]> **bold** [1] [x](http://y) `c` _e_" in text and "\ufffd" in text for text in told)
    shown = markdown(hostile())
    assert "\\<b>\\&amp; \\]\\]> \\*\\*bold\\*\\* \\[1\\] \\[x\\](http://y) \\`c\\` \\_e\\_" in shown
    assert shown.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", shown + "".join(told).replace("\t", ""))
    assert MARKER.findall(shown) == ["1"]


def test_a_word_document_holds_the_same_lines_and_each_marker_is_a_link_to_its_source(
    mixed: Library, invented: Archive
) -> None:
    found = brief(mixed, *written(invented.reviews[1].period))
    document = docx.Document(io.BytesIO(word(found)))
    told = {style: [p.text for p in document.paragraphs if p.style and p.style.name == style] for style in STYLES}
    assert told["Title"] == [found.title]
    assert told["Heading 1"] == [*(section.heading for section in found.sections), "Sources"]
    assert told["List Bullet"] == [
        f"{line.text} {''.join(f'[{n}]' for n in line.citations)}"
        for section in found.sections
        for line in section.lines
    ]
    assert len(told["Source"]) == len(found.citations)
    for citation, text in zip(found.citations, told["Source"], strict=True):
        assert text.startswith(f"[{citation.n}]\t{citation.title}")
        assert text.endswith(f"“{' '.join(citation.quote.split())}”")
    marks = {mark.get(NAME) for mark in document.element.iter(f"{W}bookmarkStart")}
    links = [link.get(ANCHOR) for link in document.element.iter(f"{W}hyperlink")]
    assert len(marks) == len(found.citations)
    assert set(links) == marks


def test_a_word_document_is_a_page_of_paper_with_title_and_language(harbours: Library) -> None:
    found = brief(harbours, "2022-05", "2022-06")
    document = docx.Document(io.BytesIO(word(found)))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.left_margin is not None
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1), round(page.left_margin.cm, 1)) == (
        21.0,
        29.7,
        2.0,
    )
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (found.title, "ctassist", "en-GB")
    assert {lang.get(f"{W}val") for lang in document.styles.element.iter(f"{W}lang")} == {"en-GB"}
    assert found.title in page.footer.paragraphs[0].text


def test_a_word_document_that_is_long_is_set_smaller_and_not_cut(shelf: Shelve) -> None:
    told = "".join(
        f"- CSO held workshop number {n} on fog signals at sea in Riga, Latvia (3 May)\n" for n in range(200)
    )
    library = shelf(may=f"# Review May 2022\n\n## Events\n\n{told}")
    found = brief(library, "2022-05", "2022-05")
    long, short = (docx.Document(io.BytesIO(word(made))) for made in (found, brief(library, "2020-05", "2020-05")))
    assert sum("workshop number" in p.text for p in long.paragraphs if p.style and p.style.name == "List Bullet") == 200
    sizes = [document.styles["List Bullet"].font.size.pt for document in (long, short)]
    assert sizes[0] < sizes[1]


def test_two_word_documents_of_one_briefing_differ_in_their_time_alone(harbours: Library) -> None:
    found = brief(harbours, "2022-05", "2022-06")
    one, other = (ZipFile(io.BytesIO(word(found))) for _ in range(2))
    assert one.namelist() == other.namelist()
    for name in one.namelist():
        assert name == "docProps/core.xml" or one.read(name) == other.read(name)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME, ANCHOR = f"{W}name", f"{W}anchor"
STYLES = ("Title", "Heading 1", "List Bullet", "Source")
