"""Chooses from when on a passage answers a question: asks the calibration set of ``benchmarks/abstention`` with many
thresholds, takes the cheapest ones, and checks each choice on archives that it was not made on."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from ctassist.answering.assistant import Assistant
from ctassist.answering.passages.abstaining import Thresholds, measuring, thresholds
from ctassist.answering.retrieval import Retriever
from ctassist.indexing.archive import Archive
from ctassist.indexing.embedding import Embedder
from ctassist.indexing.ingest import ingest
from ctassist.model.answer import Answer, AnswerRequest, Status
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

DATA = Path(__file__).parent / "abstention"
COST = 10
"""A wrong answer costs so many refusals of what the archive says."""
SHARES = (0.5, 0.56, 0.62, 0.67, 0.72, 0.77, 0.82, 0.87, 0.92)
ALIKE = (0.5, 0.6, 0.7, 1.01)
SHOWN, PROCESSES = 12, 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for one fact of an archive, with the phrase to cite or None where the archive has no answer."""

    archive: str
    question: str
    cites: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some questions."""

    stated: int
    absent: int
    refused: int
    """Questions that the archive answers, and the assistant did not."""
    elsewhere: int
    """The same, answered with another line: wrong answers, too."""
    answered: int
    """Questions without an answer in the archive that got one."""

    @property
    def wrong(self) -> int:
        return self.answered + self.elsewhere

    @property
    def cost(self) -> int:
        return COST * self.wrong + self.refused

    @property
    def abstention(self) -> float:
        """The share of questions without an answer that got none."""
        return 1 - self.answered / self.absent

    @property
    def refusals(self) -> float:
        """The share of questions with an answer that got none."""
        return self.refused / self.stated


class Shelves:
    """The archives of the calibration set, each in an index of its own."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._stack = ExitStack()
        self._assistants: dict[str, Assistant] = {}
        for name in names:
            settings = Settings(index_dir=folder / name, database_url=None)
            ingest([DATA / name], settings)
            archive = Archive.open(settings)
            self._stack.callback(archive.close)
            self._assistants[name] = Assistant(archive)

    def __enter__(self) -> "Shelves":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def ask(self, asked: Asked, others: Thresholds | None = None) -> Answer:
        with measuring(others or thresholds()):
            return self._assistants[asked.archive].answer(AnswerRequest(asked.question), ANYONE)


def read_questions() -> list[Asked]:
    """All questions of the set."""
    lines = (DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [Asked(**json.loads(line)) for line in lines]


def archives() -> list[str]:
    """The names of the archives."""
    return sorted({asked.archive for asked in read_questions()})


def judged(asked: Asked, answer: Answer) -> str:
    """Returns "right", "refused", "elsewhere" (another line is cited) or "answered" (there is no answer)."""
    if answer.status not in (Status.ANSWERED, Status.PARTIAL):
        return "refused" if asked.cites else "right"
    if asked.cites is None:
        return "answered"
    quoted = (" ".join(citation.quote.split()) for citation in answer.citations)
    return "right" if any(asked.cites in quote for quote in quoted) else "elsewhere"


def outcome(judgements: Iterable[tuple[Asked, str]]) -> Outcome:
    """Counts what became of questions."""
    found = Counter[str]()
    for asked, judgement in judgements:
        found["absent" if asked.cites is None else "stated"] += 1
        found[judgement] += 1
    return Outcome(found["stated"], found["absent"], found["refused"], found["elsewhere"], found["answered"])


class Measured:
    """What becomes of each question with each threshold.

    A question has few telling words or many, so only one of the two shares bears on it, and what becomes of it changes
    at few shares: this leaves few of all combinations to be asked.
    """

    def __init__(self, questions: Sequence[Asked]) -> None:
        self.questions = questions
        self._few: set[Asked] = set()
        self._found: dict[tuple[Asked, float, float], str] = {}
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
            for few, found in pool.map(_measured, archives()):
                self._few |= few
                self._found |= found

    def outcome(self, tried: Thresholds, names: Iterable[str]) -> Outcome:
        chosen = set(names)
        return outcome(
            (asked, self._found[asked, tried.alike, tried.enough_of_few if asked in self._few else tried.enough])
            for asked in self.questions
            if asked.archive in chosen
        )

    def choice(self, names: Sequence[str]) -> list[tuple[Thresholds, Outcome]]:
        """All thresholds, the cheapest first; of equally cheap ones the strictest."""
        tried = (Thresholds(*numbers) for numbers in product(SHARES, SHARES, ALIKE) if numbers[0] <= numbers[1])
        measured = [(numbers, self.outcome(numbers, names)) for numbers in tried]
        return sorted(measured, key=lambda m: (m[1].cost, -m[0].enough_of_few, -m[0].enough, -m[0].alike))


def _measured(archive: str) -> tuple[set[Asked], dict[tuple[Asked, float, float], str]]:
    """The questions of an archive that have few words, and all judgements."""
    torch.set_num_threads(1)
    embed_once()
    questions = [asked for asked in read_questions() if asked.archive == archive]
    with tempfile.TemporaryDirectory() as folder, Shelves(Path(folder), [archive]) as shelves:
        few = {asked for asked in questions if _has_few(asked, shelves)}
        found = {
            (asked, alike, share): judgement
            for asked, alike in product(questions, ALIKE)
            for share, judgement in _by_share(asked, alike, shelves)
        }
    return few, found


def _has_few(asked: Asked, shelves: Shelves) -> bool:
    """Tells whether the share for few words decides: nothing else than a share above one refuses everything."""
    first = judged(asked, shelves.ask(asked, Thresholds(min(SHARES), min(SHARES), min(ALIKE))))
    return first != judged(asked, shelves.ask(asked, Thresholds(min(SHARES), 2.0, min(ALIKE))))


def _by_share(asked: Asked, alike: float, shelves: Shelves) -> Iterator[tuple[float, str]]:
    """The judgement for each share; between two shares with the same one, there is no other."""

    @cache
    def at(index: int) -> str:
        return judged(asked, shelves.ask(asked, Thresholds(SHARES[index], SHARES[index], alike)))

    def between(first: int, last: int) -> Iterator[str]:
        if at(first) == at(last):
            yield from [at(first)] * (last - first)
        elif last - first == 1:
            yield at(first)
        else:
            middle = (first + last) // 2
            yield from between(first, middle)
            yield from between(middle, last)

    last = len(SHARES) - 1
    yield from zip(SHARES, [*between(0, last), at(last)], strict=True)


def embed_once() -> None:
    """Keeps the vector of each question and the likeness of words, which are asked for with every threshold."""
    embed, likeness = Embedder.embed_query, Retriever.likeness
    alike: dict[tuple[str, tuple[str, ...]], float] = {}

    @cache
    def kept(self: Embedder, text: str) -> NDArray[np.float32]:
        return embed(self, text)

    def known(self: Retriever, word: str, others: Sequence[str]) -> float:
        key = (word, tuple(others))
        if key not in alike:
            alike[key] = likeness(self, word, others)
        return alike[key]

    Embedder.embed_query = kept  # type: ignore[method-assign]
    Retriever.likeness = known  # type: ignore[method-assign]


def row(tried: Thresholds, found: Outcome) -> str:
    """One line of the table."""
    return (
        f"{tried.enough:>7.2f} {tried.enough_of_few:>7.2f} {tried.alike:>6.2f} | {found.answered:>3} of {found.absent}"
        f" {found.elsewhere:>9} {found.refused:>7} of {found.stated} | {found.cost:>5}"
        f"  abstention {found.abstention:.1%}, refused {found.refusals:.1%}"
    )


def main() -> None:
    torch.set_num_threads(1)
    questions = read_questions()
    names = archives()
    measured = Measured(questions)
    head = " enough  of few  alike | answered  elsewhere  refused        |  cost"
    ranked = measured.choice(names)
    chosen, _ = ranked[0]
    print(f"{len(questions)} questions; a wrong answer costs {COST} refusals. The cheapest thresholds:\n{head}")
    seen: set[Outcome] = set()
    for tried, found in ranked:
        if found not in seen and len(seen) < SHOWN:
            seen.add(found)
            print(row(tried, found))
    print(f"With less and with more of one of them:\n{head}")
    for name, steps in (("enough", SHARES), ("enough_of_few", SHARES), ("alike", ALIKE)):
        for step in steps:
            now = {"enough": chosen.enough, "enough_of_few": chosen.enough_of_few, "alike": chosen.alike, name: step}
            print(row(Thresholds(**now), measured.outcome(Thresholds(**now), names)))
    print(f"Chosen on all other archives, checked on one:\n{head}")
    for archive in names:
        best, _ = measured.choice([other for other in names if other != archive])[0]
        print(row(best, measured.outcome(best, [archive])), archive)
    print(f"Chosen on one half, checked on the other:\n{head}")
    for other in names[1:]:
        half = (names[0], other)
        rest = [archive for archive in names if archive not in half]
        for made, checked in ((half, rest), (rest, half)):
            best, _ = measured.choice(list(made))[0]
            print(row(best, measured.outcome(best, checked)), "checked on", " and ".join(checked))
    print(f"Chosen: enough = {chosen.enough}, enough_of_few = {chosen.enough_of_few}, alike = {chosen.alike}")
    if chosen != thresholds():
        print(f"Shipped are others (answering/data/abstention.toml): {thresholds()}")


if __name__ == "__main__":
    main()
