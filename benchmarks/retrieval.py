"""What ``/v1/search`` finds in conversations, against plain fusion of words and meaning over all turns, in one run."""

import json
import math
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctassist.answering.assistant import Assistant
from ctassist.answering.retrieval import Retriever
from ctassist.answering.terms import content
from ctassist.answering.understanding.catalog import Catalog
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.model.answer import AnswerRequest, Scope, Turn
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

DATA = Path(__file__).parent / "conversations"
FIRST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One turn of a conversation: the questions up to it, and the passages that answer it."""

    questions: tuple[str, ...]
    relevant: frozenset[str]
    collection: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Recall and normalised discounted cumulative gain (Järvelin and Kekäläinen, TOIS 2002) of the first five."""

    recall: float
    ndcg: float
    by_kind: dict[str, float]


Search = Callable[[Asked], Sequence[str]]
"""The names of passages found for a turn, best first, each once."""


def read_turns() -> list[Asked]:
    """The turns of all conversations."""
    members: dict[str, set[str]] = defaultdict(set)
    for passage in _lines("passages"):
        members[passage["collection"]].add(passage["id"])
    turns = []
    for conversation in _lines("conversations"):
        questions: tuple[str, ...] = ()
        for turn in conversation["turns"]:
            questions = (*questions, turn["user"])
            within = frozenset(members[conversation["collection"]])
            turns.append(Asked(questions, frozenset(turn["relevant"]), within, turn["kind"]))
    return turns


def make_index(folder: Path) -> Archive:
    """An index of all passages, each a page of its own."""
    files = folder / "files"
    files.mkdir()
    for passage in _lines("passages"):
        (files / f"{passage['id']}.md").write_text(f"# {passage['title']}\n\n{passage['text']}\n", encoding="utf-8")
    settings = Settings(index_dir=folder / "index", database_url=None)
    ingest([files], settings)
    return Archive.open(settings)


def measure(search: Search, turns: Sequence[Asked]) -> Measured:
    """What a search finds in the first five passages."""
    recalls: dict[str, list[float]] = defaultdict(list)
    gains = []
    for turn in turns:
        found = list(search(turn))[:FIRST]
        recalls[turn.kind].append(len(turn.relevant & set(found)) / len(turn.relevant))
        gain = sum(1 / math.log2(rank + 1) for rank, name in enumerate(found, 1) if name in turn.relevant)
        gains.append(gain / sum(1 / math.log2(rank + 1) for rank in range(1, min(FIRST, len(turn.relevant)) + 1)))
    every = [recall for kind in recalls.values() for recall in kind]
    by_kind = {kind: statistics.mean(values) for kind, values in sorted(recalls.items())}
    return Measured(statistics.mean(every), statistics.mean(gains), by_kind)


class Searches:
    """The two searches over one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._assistant = Assistant(archive)
        with archive.view(ANYONE) as view:
            self._names = {document.id: document.name.removesuffix(".md") for document in view.documents()}
            self._words = Catalog(view).word_vectors
        self._ids = {name: id for id, name in self._names.items()}

    def ours(self, turn: Asked) -> Sequence[str]:
        """What a caller of ``/v1/search`` gets who sends the earlier questions as history."""
        history = tuple(Turn("user", question) for question in turn.questions[:-1])
        request = AnswerRequest(turn.questions[-1], None, history, None, Scope(document_ids=self._within(turn)))
        found = self._assistant.search(request, ANYONE, 4 * FIRST).passages
        return list(dict.fromkeys(self._names[passage.document_id] for passage in found))

    def plain(self, turn: Asked) -> Sequence[str]:
        """Reciprocal rank fusion of BM25 and embeddings with all questions as one query."""
        query = " ".join(turn.questions)
        words = list(dict.fromkeys(token.text for token in content(query)))
        with self._archive.view(ANYONE) as view:
            retriever = Retriever(view, lambda: self._archive.embedder, self._words)
            found = retriever.search(query, words, document_ids=self._within(turn), limit=20 * FIRST)
        return list(dict.fromkeys(self._names[candidate.found.document_id] for candidate in found))

    def _within(self, turn: Asked) -> tuple[str, ...]:
        return tuple(sorted(self._ids[name] for name in turn.collection))


def _lines(name: str) -> Iterator[dict[str, Any]]:
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    turns = read_turns()
    with tempfile.TemporaryDirectory() as folder:
        archive = make_index(Path(folder))
        searches = Searches(archive)
        for name, search in (("plain fusion", searches.plain), ("with the conversation", searches.ours)):
            measured = measure(search, turns)
            kinds = ", ".join(f"{kind} {recall:.2f}" for kind, recall in measured.by_kind.items())
            print(f"{name:22} recall@5 {measured.recall:.3f}  nDCG@5 {measured.ndcg:.3f}  ({kinds})")
        archive.close()


if __name__ == "__main__":
    main()
