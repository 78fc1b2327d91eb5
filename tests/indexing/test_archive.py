from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.indexing.invented import MARCH, MAY, WordEmbedder, write
from tests.parsed import parse_here

from ctassist.errors import IndexMissing, IndexUnusable, NotFound
from ctassist.extraction import extract
from ctassist.indexing import schema
from ctassist.indexing.archive import Archive
from ctassist.indexing.database import write_meta, writing
from ctassist.indexing.report import IngestReport
from ctassist.indexing.view import View
from ctassist.model.caller import ANYONE, Caller
from ctassist.model.records import Activity, Extraction, Indicator, Item, Name, NameKind, Role, Statement
from ctassist.model.text import Block, BlockKind, Box, Link, Reading, Span, Word
from ctassist.model.time import Interval, Period, Precision
from ctassist.reading import read_file
from ctassist.settings import Settings

Take = Callable[..., IngestReport]
STAFF = Caller("staff", frozenset({"open", "secretariat"}))
NOBODY = Caller("nobody", frozenset())


@pytest.fixture
def archive(take: Take, reviews: Path, settings: Settings) -> Iterator[Archive]:
    take(reviews / "july.md", access="secretariat")
    take(reviews)
    with Archive.open(settings) as archive:
        yield archive


@pytest.fixture
def view(archive: Archive) -> Iterator[View]:
    with archive.view(ANYONE) as view:
        yield view


def month(number: int) -> Interval:
    return Interval(date(2023, number, 1), date(2023, number, 28), Precision.MONTH)


def test_documents_come_in_the_order_of_their_periods(archive: Archive) -> None:
    with archive.view(STAFF) as view:
        assert [document.name for document in view.documents()] == ["march.md", "may.md", "july.md"]


def test_a_document_is_found_by_its_id_with_its_text_and_file(view: View, reviews: Path) -> None:
    march = view.documents()[0]

    assert view.document(march.id) == march
    assert march.period == Period(date(2023, 3, 1), date(2023, 4, 30), "title")
    assert march.source == str(reviews / "march.md")
    assert march.passages > 0
    assert view.text(march.id).startswith("Harbour Alliance in Review")
    path, document = view.file(march.id)
    assert (path.read_text(encoding="utf-8"), document) == (MARCH, march)


def test_the_words_of_every_row_are_those_of_its_span(view: View) -> None:
    entries: list[Any] = [*view.activities(), *view.roles(), *view.indicators(), *view.statements(), *view.items()]

    assert len(entries) > 10
    assert all(entry.text == entry.record.span.of(view.text(entry.document_id)) != "" for entry in entries)


def test_everything_that_was_read_and_extracted_comes_back_the_same(view: View, reviews: Path) -> None:
    march = view.documents()[0]
    reading = read_file(reviews / "march.md", 10**6)
    found = extract(reading, "march.md")

    assert view.blocks(march.id) == list(reading.blocks)
    for kind in ("activities", "roles", "indicators", "statements", "items"):
        entries = getattr(view, kind)(document_ids=[march.id])
        assert sorted(entry.record.span for entry in entries) == sorted(record.span for record in getattr(found, kind))
        assert {entry.record for entry in entries} == set(getattr(found, kind))
    assert [name for id, name in view.names() if id == march.id] == list(found.names)


def test_every_field_of_a_record_is_kept(take: Take, tmp_path: Path, settings: Settings) -> None:
    span = Span(0, 5)
    day = Interval(date(2023, 12, 31), date(2024, 1, 2), Precision.RANGE)
    found = Extraction(
        title="Title",
        period=Period(date(2023, 1, 1), date(2023, 2, 28), "name"),
        published=date(2023, 3, 1),
        items=(Item(span, ("One", "Two"), 2),),
        activities=(Activity(span, ("One",), (day, month(3)), ("A", "B"), ("P",), ("Q",), 2),),
        roles=(Role(span, "Body", "chair", "Chair", "A", "B", "2.", ("One",), day, 2),),
        indicators=(Indicator(span, "Label", 1.5, "1.5", "per cent", ("One",), 2), Indicator(span, "Bare", None, "")),
        statements=(Statement(span, Span(1, 4), "P", "said", "Head", "A", day, ("One",), 2),),
        names=(Name("A", NameKind.PLACE, ("Aa", "Aaa")),),
        warnings=("one", "two"),
    )
    box = Box(2, 1.0, 2.0, 3.5, 4.0)
    block = Block(BlockKind.TABLE_ROW, span, 3, 2, (box, box), (Span(0, 2), Span(3, 5)), True)
    reading = Reading("words of the document", (block,), "text/plain", pages=4, warnings=("zero",))
    take(write(tmp_path / "one", doc="x"), parse=parse_here(lambda *_: reading, lambda *_: found))

    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        document = view.documents()[0]
        assert (document.title, document.period, document.published) == ("Title", found.period, found.published)
        assert (document.pages, document.warnings) == (4, ("zero", "one", "two"))
        assert view.blocks(document.id) == [block]
        assert view.names() == [(document.id, found.names[0])]
        for kind in ("activities", "roles", "indicators", "statements", "items"):
            assert tuple(entry.record for entry in getattr(view, kind)()) == getattr(found, kind)


LINES = (Box(1, 10.0, 10.0, 90.0, 20.0), Box(1, 10.0, 22.0, 60.0, 32.0))
PLACED = Reading(
    "words of the document\n\nlines alone",
    (
        Block(BlockKind.PARAGRAPH, Span(0, 21), page=1, boxes=LINES),
        Block(BlockKind.PARAGRAPH, Span(23, 34), page=2, boxes=(Box(2, 1.0, 2.0, 3.0, 4.0),)),
    ),
    "application/pdf",
    pages=2,
    words=(
        *(Word(Span(0, 5), Box(1, 10.0, 10.0, 40.004, 20.0)), Word(Span(6, 8), Box(1, 43.0, 10.0, 50.0, 20.0))),
        *(Word(Span(9, 12), Box(1, 53.0, 10.0, 90.0, 20.0)), Word(Span(13, 21), Box(1, 10.0, 22.0, 60.0, 32.0))),
    ),
    links=(Link(Span(0, 5), "https://example.org/words"), Link(Span(13, 21), "mailto:ada@example.org")),
)


def test_quotes_have_the_rectangles_of_their_words_and_the_links_in_them(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    nothing = Extraction(title="Title", period=None)
    take(write(tmp_path / "one", doc="x"), parse=parse_here(lambda *_: PLACED, lambda *_: nothing))

    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        document = view.documents()[0].id
        assert view.boxes_at(document, Span(6, 15)) == [Box(1, 43.0, 10.0, 90.0, 20.0), Box(1, 10.0, 22.0, 60.0, 32.0)]
        assert view.boxes_at(document, Span(0, 5)) == [Box(1, 10.0, 10.0, 40.0, 20.0)]
        assert view.boxes_at(document, Span(20, 30)) == [Box(1, 10.0, 22.0, 60.0, 32.0), Box(2, 1.0, 2.0, 3.0, 4.0)]
        assert view.boxes_at(document, Span(40, 50)) == []
        assert view.links(document) == list(PLACED.links)
        assert view.links_at(document, Span(5, 14)) == [PLACED.links[1]]
        assert view.links_at(document, Span(5, 13)) == []
    with Archive.open(settings) as archive, archive.view(NOBODY) as view, pytest.raises(NotFound):
        view.links(document)


def test_links_go_with_their_document(take: Take, tmp_path: Path, settings: Settings) -> None:
    words = "- [One](https://example.org/1) of {} links\n"
    folder = write(tmp_path / "one", a=words.format("many"), b=words.format("few"))
    take(folder)
    (folder / "a.md").unlink()
    take(folder, prune=True)

    with Archive.open(settings) as archive, archive.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(schema.links)).scalar_one() == 1


def test_activities_come_in_the_order_of_their_dates_and_undated_ones_last(archive: Archive) -> None:
    with archive.view(STAFF) as view:
        firsts = [min((i.start for i in e.record.intervals), default=date.max) for e in view.activities()]
        assert len(firsts) >= 6
        assert firsts == sorted(firsts)
        assert all(entry.record.intervals for entry in view.activities(dated=True))
        assert not any(entry.record.intervals for entry in view.activities(dated=False))
        assert len(view.activities(dated=True)) + len(view.activities(dated=False)) == len(firsts)


def test_an_activity_is_found_by_any_of_its_dates(view: View) -> None:
    def places(interval: Interval) -> list[str]:
        return [entry.text.split(" in ")[-1].split()[0] for entry in view.activities(interval=interval)]

    assert places(month(3)) == ["Rotterdam"]
    assert places(month(5)) == ["Lagos", "Lima"]
    assert places(month(6)) == ["Lima"]
    assert places(month(1)) == []
    assert places(Interval(date(2023, 4, 13), date(2023, 4, 13))) == ["Accra"]
    assert places(Interval(date(2023, 5, 9), date(2023, 6, 2))) == []


def test_everything_can_be_limited_to_documents(view: View) -> None:
    march, may = view.documents()

    assert {entry.document_id for entry in view.activities(document_ids=[may.id])} == {may.id}
    assert [entry.record.value for entry in view.indicators([may.id])] == [430.0]
    assert [entry.record.value for entry in view.indicators()] == [412.0, 37.0, 430.0]
    assert view.roles([may.id]) == view.roles([]) == view.roles(["unknown"]) == []
    assert {found.document_id for found in view.lexical(["PSO"], document_ids=[march.id])} == {march.id}
    assert {e.document_id for e in view.activities(interval=month(5), document_ids=[march.id, may.id])} == {may.id}


def test_passages_are_found_with_their_own_words(view: View) -> None:
    vector = WordEmbedder().embed_query("the first grants for wave energy")
    found = view.dense(vector, limit=1)[0]

    assert found.text == "BWF gave the first grants for wave energy in Lagos (2 May)"
    assert found.section == ("Key events",)
    assert found.text == found.span.of(view.text(found.document_id))
    assert view.lexical(["wave energy"], limit=5)[0].passage_id == found.passage_id
    assert view.dense(vector, interval=month(3), limit=1)[0].text.endswith("(5 Mar)")
    assert view.lexical(["grants", "training"], interval=month(3))[0].text.endswith("(5 Mar)")


def test_blocks_are_found_by_the_span_they_share(view: View) -> None:
    march = view.documents()[0].id
    accra = view.text(march).index("Accra")

    blocks = view.blocks_at(march, Span(accra, accra + 5))

    assert [block.span.of(view.text(march))[:15] for block in blocks] == ["Blue Water Fund"]
    assert len(view.blocks_at(march, Span(0, accra))) == 4
    assert view.blocks_at(march, Span(10**6, 10**6 + 1)) == []


def test_counts_are_those_of_what_is_visible(archive: Archive) -> None:
    with archive.view(ANYONE) as view:
        counts = view.counts()
        assert counts["documents"] == 2
        assert counts["activities"] == len(view.activities())
        assert counts["items"] == len(view.items())
        assert counts["names"] == len(view.names())
    with archive.view(STAFF) as view:
        assert view.counts()["documents"] == 3
    with archive.view(NOBODY) as view:
        assert set(view.counts().values()) == {0}


def test_what_a_caller_may_not_read_is_nowhere(archive: Archive) -> None:
    with archive.view(STAFF) as view:
        july = view.documents()[2].id
        assert july in {entry.document_id for entry in view.activities()}
        assert july in {id for id, _ in view.names()}
        assert view.lexical(["whales"])[0].document_id == july
    vector = WordEmbedder().embed_query("BWF published a study on whales")
    for caller in (ANYONE, NOBODY):
        with archive.view(caller) as view:
            found: list[Any] = [
                *view.activities(),
                *view.activities(document_ids=[july]),
                *view.activities(interval=month(8)),
                *view.items([july]),
                *view.dense(vector, limit=100),
                *view.dense(vector, document_ids=[july]),
                *view.lexical(["whales", "PSO"], limit=100),
                *view.lexical(["whales"], document_ids=[july]),
            ]
            assert july not in {entry.document_id for entry in found}
            assert july not in {id for id, _ in view.names()}
            for read in (view.document, view.text, view.file, view.blocks):
                with pytest.raises(NotFound, match=f"no document {july}"):
                    read(july)
            with pytest.raises(NotFound):
                view.blocks_at(july, Span(0, 1))


def test_an_archive_follows_new_generations_by_itself(archive: Archive, take: Take, reviews: Path) -> None:
    write(reviews, may=MAY.replace("Lima", "Callao"))
    take(reviews)

    with archive.view(ANYONE) as view:
        assert "Callao" in view.text(view.documents()[1].id)
        assert any("Callao" in entry.text for entry in view.activities())
        assert view.lexical(["Callao"])[0].document_id == view.documents()[1].id


def test_an_index_that_is_missing_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(IndexMissing, match="run `ctassist ingest PATH`"):
        Archive.open(settings)
    assert not settings.index_dir.exists()


def test_an_index_without_a_generation_is_missing(settings: Settings, take: Take, tmp_path: Path) -> None:
    take(write(tmp_path / "nothing"))
    with pytest.raises(IndexMissing):
        Archive.open(settings)


def test_an_index_of_another_model_is_refused(archive: Archive, settings: Settings, take: Take, reviews: Path) -> None:
    with writing(archive.engine) as connection:
        write_meta(connection, model_sha256="0" * 64, model_name="another-model")

    with pytest.raises(IndexUnusable, match="another embedding model"):
        Archive.open(settings)
    with pytest.raises(IndexUnusable, match="another embedding model"):
        take(reviews)


def test_a_missing_original_is_said(view: View, settings: Settings) -> None:
    for file in (settings.index_dir / "files").iterdir():
        file.unlink()
    with pytest.raises(NotFound, match="ingest it again"):
        view.file(view.documents()[0].id)
