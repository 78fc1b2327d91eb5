"""What a search finds for a question that leans on those before it, measured on the conversations of ``benchmarks``."""

from collections.abc import Iterator

import pytest
from benchmarks.retrieval import Searches, make_index, measure, read_turns
from tests.answering.library import Shelve

from ctassist.model.answer import AnswerRequest
from ctassist.model.caller import ANYONE


@pytest.fixture(scope="module")
def searches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searches]:
    archive = make_index(tmp_path_factory.mktemp("conversations"))
    yield Searches(archive)
    archive.close()


def test_the_conversation_finds_more_than_all_its_words_at_once(searches: Searches) -> None:
    turns = read_turns()
    assert len(turns) == 182
    plain, ours = measure(searches.plain, turns), measure(searches.ours, turns)
    assert ours.recall >= 0.9, ours
    assert ours.ndcg >= 0.75, ours
    assert ours.recall >= plain.recall + 0.05, (plain, ours)
    assert ours.ndcg >= plain.ndcg + 0.1, (plain, ours)


def test_paragraphs_that_stand_together_are_one_passage_and_lines_of_a_list_are_not(shelf: Shelve) -> None:
    library = shelf(
        page="# Kilns\n\nA kiln is lit at dawn. It burns for two days.\n\nIts door is bricked up with clay.\n",
        news="# Kiln Review March 2031\n\n- The guild lit a kiln in Lima (3 Mar)\n"
        "- The guild sold a kiln in Cusco (4 Mar)\n",
    )
    found = library.assistant.search(AnswerRequest("kiln"), ANYONE, 10).passages
    assert sorted(passage.text for passage in found) == [
        "A kiln is lit at dawn. It burns for two days.\n\nIts door is bricked up with clay.",
        "The guild lit a kiln in Lima (3 Mar)",
        "The guild sold a kiln in Cusco (4 Mar)",
    ]
    for passage in found:
        assert library.texts[passage.document_id][passage.start : passage.end] == passage.text
