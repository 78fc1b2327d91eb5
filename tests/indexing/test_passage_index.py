"""What every retrieval engine must do; add an engine to ``engines`` and it is tested."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.indexing.invented import WordEmbedder

from ctassist.errors import IndexUnusable
from ctassist.indexing.embedded import EmbeddedIndex
from ctassist.indexing.embedded_files import build
from ctassist.indexing.embedding import MODEL, Embedder, ModelIdentity
from ctassist.indexing.passage_index import PassageEntry, PassageFilter, PassageIndex
from ctassist.model.time import Interval

MAY = Interval(date(2023, 5, 1), date(2023, 5, 31))
EVERYTHING = PassageFilter()


def day(month: int, number: int) -> Interval:
    return Interval(date(2023, month, number), date(2023, month, number))


LINES = [
    (10, 1, "Key events", "PSO opened a training centre in Rotterdam", day(3, 5)),
    (11, 1, "Key events", "BWF and PSO met in Accra", Interval(date(2023, 4, 12), date(2023, 5, 1))),
    (12, 1, "Key events", "A new newsletter on training was started", None),
    (20, 2, "Dredging", "BWF gave grants in Lagos", day(5, 2)),
    (
        21,
        2,
        "Dredging",
        "A workshop on oil spills took place in Valparaíso",
        day(6, 3),
    ),
]


def entries(embedder: Embedder, lines: Sequence[tuple[int, int, str, str, Interval | None]]) -> list[PassageEntry]:
    vectors = embedder.embed([line[3] for line in lines])
    return [
        PassageEntry(id, row, interval, context, words, vector)
        for (id, row, context, words, interval), vector in zip(lines, vectors, strict=True)
    ]


def embedded(folder: Path, passages: Sequence[PassageEntry]) -> PassageIndex:
    folder.mkdir()
    build(folder, iter(passages), 7, MODEL)
    return EmbeddedIndex(folder, 7)


@pytest.fixture(scope="module", params=[embedded])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PassageIndex]:
    folder = tmp_path_factory.mktemp("engine") / "7"
    index: PassageIndex = request.param(folder, entries(WordEmbedder(), LINES))
    yield index
    index.close()


def vector(text: str) -> NDArray[np.float32]:
    return WordEmbedder().embed_query(text)


def ids(
    index: PassageIndex, terms: Sequence[str], passage_filter: PassageFilter = EVERYTHING, limit: int = 9
) -> list[int]:
    return [hit.passage_id for hit in index.lexical(terms, passage_filter, limit)]


def test_it_knows_its_generation(engine: PassageIndex) -> None:
    assert engine.generation == 7


def test_dense_finds_the_nearest_first(engine: PassageIndex) -> None:
    hits = engine.dense(vector("BWF gave grants in Lagos"), EVERYTHING, 3)

    assert hits[0].passage_id == 20
    assert hits[0].score == pytest.approx(1)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_lexical_finds_any_of_the_terms_in_any_form_and_with_or_without_accents(engine: PassageIndex) -> None:
    assert ids(engine, ["grant"]) == [20]
    assert ids(engine, ["Valparaiso"]) == [21]
    assert set(ids(engine, ["Rotterdam", "Lagos"])) == {10, 20}
    assert ids(engine, ["zeppelin"]) == []


def test_rare_terms_count_more(engine: PassageIndex) -> None:
    hits = engine.lexical(["PSO", "Accra"], EVERYTHING, 9)

    assert [hit.passage_id for hit in hits] == [11, 10]
    assert hits[0].score > hits[1].score


def test_a_phrase_is_found_as_a_whole(engine: PassageIndex) -> None:
    assert ids(engine, ["oil spills"]) == [21]
    assert ids(engine, ["spills oil"]) == []


def test_headings_are_searched_but_count_less_than_words(engine: PassageIndex) -> None:
    assert set(ids(engine, ["dredging"])) == {20, 21}


@pytest.mark.parametrize(
    ("passage_filter", "expected"),
    [
        (PassageFilter(document_rows=frozenset({1})), {10, 11, 12}),
        (PassageFilter(document_rows=frozenset({2, 99})), {20, 21}),
        (PassageFilter(document_rows=frozenset()), set()),
        (PassageFilter(interval=MAY), {11, 20}),
        (PassageFilter(frozenset({1}), MAY), {11}),
    ],
)
def test_the_filter_holds_for_both_searches(
    engine: PassageIndex, passage_filter: PassageFilter, expected: set[int]
) -> None:
    assert {hit.passage_id for hit in engine.dense(vector("training"), passage_filter, 9)} == expected
    found = set(ids(engine, ["PSO", "BWF", "training", "workshop"], passage_filter))
    assert found == expected


def test_the_filter_is_applied_before_the_limit(engine: PassageIndex) -> None:
    far = PassageFilter(document_rows=frozenset({2}))

    assert len(engine.dense(vector("PSO opened a training centre"), far, 2)) == 2
    assert ids(engine, ["PSO", "training", "workshop"], far, limit=1) == [21]


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_of_nothing_finds_nothing(engine: PassageIndex, limit: int) -> None:
    assert engine.dense(vector("training"), EVERYTHING, limit) == []
    assert engine.lexical(["training"], EVERYTHING, limit) == []


def test_no_terms_find_nothing(engine: PassageIndex) -> None:
    assert ids(engine, []) == ids(engine, ["", "  "]) == ids(engine, ["--", '"']) == []


@pytest.mark.parametrize(
    "term",
    [
        '"',
        '""" OR words:*',
        "NEAR(PSO BWF)",
        "PSO AND",
        "-PSO",
        "words : PSO",
        "^PSO",
        "(",
        "a\0b",
        "\ud800",
        "PSO*",
        "%s",
    ],
)
def test_no_term_can_break_the_search(engine: PassageIndex, term: str) -> None:
    assert 20 in ids(engine, [term, "Lagos"])


@given(st.lists(st.text(max_size=40), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_can_break_the_search(engine: PassageIndex, terms: list[str]) -> None:
    assert 20 in ids(engine, [*terms, "Lagos"])


def test_a_thousand_terms_are_searched(engine: PassageIndex) -> None:
    assert ids(engine, [*(f"word{number}" for number in range(1_000)), "Lagos"]) == [20]


def test_many_threads_search_at_once(engine: PassageIndex) -> None:
    def search(number: int) -> tuple[list[int], int]:
        return ids(engine, ["grant"]), engine.dense(vector(LINES[number % 5][3]), EVERYTHING, 1)[0].passage_id

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(search, range(100)))

    assert found == [([20], LINES[number % 5][0]) for number in range(100)]


def test_an_index_without_passages_finds_nothing(tmp_path: Path) -> None:
    index = embedded(tmp_path / "empty", [])

    assert index.dense(vector("training"), EVERYTHING, 3) == []
    assert index.lexical(["training"], EVERYTHING, 3) == []
    index.close()


@pytest.mark.parametrize("name", ["vectors.faiss", "words.db", "places.npy", "manifest.json"])
@pytest.mark.parametrize("harm", ["missing", "cut", "changed"])
def test_a_damaged_folder_is_refused_with_the_way_to_mend_it(tmp_path: Path, name: str, harm: str) -> None:
    folder = tmp_path / "7"
    embedded(folder, entries(WordEmbedder(), LINES)).close()
    content = (folder / name).read_bytes()
    if harm == "missing":
        (folder / name).unlink()
    elif harm == "cut":
        (folder / name).write_bytes(content[: len(content) // 2])
    else:
        (folder / name).write_bytes(content[:-20] + bytes(20))

    with pytest.raises(IndexUnusable, match="missing or damaged: run `ctassist ingest PATH`"):
        EmbeddedIndex(folder, 7)


def test_a_folder_of_another_generation_or_model_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "7"
    embedded(folder, entries(WordEmbedder(), LINES)).close()

    with pytest.raises(IndexUnusable):
        EmbeddedIndex(folder, 8)
    with pytest.raises(IndexUnusable):
        EmbeddedIndex(folder, 7, ModelIdentity("other", "0" * 64, 384))
