"""Chooses from when on a passage answers a question.

It asks the calibration set of ``benchmarks/abstention``, fits what each measure of a passage counts for, and checks it
on archives that it was not made on: each of the set left out, and the shelves of the tests.
"""

import json
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from ctassist.answering.assistant import Assistant
from ctassist.answering.evidence.leads import told
from ctassist.answering.passages import composing, weighing
from ctassist.answering.passages.abstaining import Thresholds, measuring, thresholds
from ctassist.answering.passages.weighing import chance, names_of_measures
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.model.answer import Answer, AnswerRequest, Status
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

DATA = Path(__file__).parent / "abstention"
SHELVES = Path(__file__).parents[1] / "tests" / "shelves"
COST = 10
"""A wrong answer costs so many refusals of what the archive says."""
ENOUGH = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
AGAINST = frozenset({"undone"})
"""Measures that can only speak against a passage; the others can only speak for it."""
PENALTY, ROUNDS, STEPS = 0.5, 4, 40
"""Ridge penalty of the logistic model; how often the hardest passages are chosen anew, and Newton's steps each time."""
ABSENT, BESIDE = 2.0, 0.5
"""Weights of the nearest passage where there is no answer, and of the nearest one beside the answer."""
PROCESSES = 2

Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for one fact of an archive, with the phrase to cite or None where the archive has no answer."""

    archive: str
    question: str
    cites: str | None
    kind: str
    or_cites: tuple[str, ...] = ()
    """Other phrases that would do."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the measures of each passage that may answer it, and whether the passage does."""

    asked: Asked
    measures: tuple[tuple[float, ...], ...]
    answers: tuple[bool, ...]


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
        return 1 - self.answered / max(self.absent, 1)

    @property
    def refusals(self) -> float:
        """The share of questions with an answer that got none."""
        return self.refused / max(self.stated, 1)


class Shelves:
    """Archives, each in an index of its own: those of the calibration set, and the shelves of the tests."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._stack = ExitStack()
        self._assistants: dict[str, Assistant] = {}
        for name in names:
            settings = Settings(index_dir=folder / name, database_url=None)
            ingest([DATA / name if (DATA / name).is_dir() else SHELVES / name / "docs"], settings)
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
    """All questions of the calibration set."""
    lines = (DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [Asked(**json.loads(line)) for line in lines]


def read_shelves() -> list[Asked]:
    """The questions of the shelves that stand alone and ask for no list."""
    found = []
    for path in sorted(SHELVES.glob("*/cases.jsonl")):
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            phrases = tuple(phrase for alternatives in case["evidence"] for phrase in alternatives)
            absent = case["status"] == "not_found"
            if not case["history"] and not case["needles"] and (absent or phrases):
                first, others = (None, ()) if absent else (phrases[0], phrases[1:])
                found.append(Asked(path.parent.name, case["question"], first, case["kind"], others))
    return found


def archives() -> list[str]:
    """The names of the archives of the calibration set."""
    return sorted({asked.archive for asked in read_questions()})


def judged(asked: Asked, answer: Answer) -> str:
    """Returns "right", "refused", "elsewhere" (another line is cited) or "answered" (there is no answer)."""
    if answer.status not in (Status.ANSWERED, Status.PARTIAL):
        return "refused" if asked.cites else "right"
    if asked.cites is None:
        return "answered"
    return "right" if any(_says(asked, citation.quote) for citation in answer.citations) else "elsewhere"


def _says(asked: Asked, text: str) -> bool:
    plain = _plain(text)
    return any(_plain(phrase) in plain for phrase in (asked.cites, *asked.or_cites) if phrase)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    return re.sub(r"[\s\-‐-―*_]+", "", plain)


def outcome(judgements: Iterable[tuple[Asked, str]]) -> Outcome:
    """Counts what became of questions."""
    found = Counter[str]()
    for asked, judgement in judgements:
        found["absent" if asked.cites is None else "stated"] += 1
        found[judgement] += 1
    return Outcome(found["stated"], found["absent"], found["refused"], found["elsewhere"], found["answered"])


def examples_of(archive: str) -> list[Example]:
    """The questions of an archive that passages are asked for, with their measures."""
    torch.set_num_threads(1)
    questions = [asked for asked in (*read_questions(), *read_shelves()) if asked.archive == archive]
    found = []
    with tempfile.TemporaryDirectory() as folder, Shelves(Path(folder), [archive]) as shelves:
        for asked in questions:
            with _listening(asked) as heard:
                shelves.ask(asked)
            found += heard[-1:]
    return found


@contextmanager
def _listening(asked: Asked) -> Iterator[list[Example]]:
    """Collects the measures while a question is answered."""
    heard: list[Example] = []
    real = weighing.measured

    def listened(accounts, terms, question, context):  # type: ignore[no-untyped-def]
        found = real(accounts, terms, question, context)
        texts = [
            " ".join([told(a.candidate.found, context), *(context.quote(e.document_id, e.span) for e in a.evidence)])
            for a in accounts
        ]
        heard.append(Example(asked, tuple(map(astuple, found)), tuple(_says(asked, text) for text in texts)))
        return found

    composing.measured = listened  # type: ignore[attr-defined]
    try:
        yield heard
    finally:
        composing.measured = real  # type: ignore[attr-defined]


def fitted(examples: Sequence[Example]) -> tuple[float, tuple[float, ...]]:
    """The constant and the counts of a logistic model that tells the passages that answer from the nearest others."""
    width = len(names_of_measures())
    constant, counts = 0.0, (1.0,) * width
    for _ in range(ROUNDS):
        rows, targets, weights = [], [], []
        for example in examples:
            ranked = sorted(
                zip(example.measures, example.answers, strict=True), key=lambda p: -chance_of(p[0], constant, counts)
            )
            answers = [measures for measures, answer in ranked if answer][:1]
            others = [measures for measures, answer in ranked if not answer][:1]
            if example.asked.cites and not answers:
                continue  # The search did not find it: nothing to learn.
            rows += [*answers, *others]
            targets += [1.0] * len(answers) + [0.0] * len(others)
            weights += [1.0] * len(answers) + [BESIDE if example.asked.cites else ABSENT] * len(others)
        constant, counts = _logistic(np.array(rows), np.array(targets), np.array(weights))
    return constant, counts


def _logistic(rows: Row, targets: Row, weights: Row) -> tuple[float, tuple[float, ...]]:
    """Newton's method; a measure that would count the wrong way round is left out."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in names_of_measures()])
    used = np.ones(len(signs))
    while True:
        inputs = np.c_[np.ones(len(rows)), (rows - mean) / spread * used]
        ridge = PENALTY * np.r_[1e-9, np.ones(len(signs))]
        found = np.zeros(inputs.shape[1])
        for _ in range(STEPS):
            chances = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
            slope = inputs.T @ (weights * (chances - targets)) + ridge * found
            curve = (inputs.T * (weights * chances * (1 - chances))) @ inputs + np.diag(ridge)
            found -= np.linalg.solve(curve, slope)
        wrong = (found[1:] * signs < -1e-6) & (used > 0)
        if not wrong.any():
            break
        used[wrong] = 0.0
    counts = found[1:] * used / spread
    return float(found[0] - counts @ mean), tuple(float(count) for count in counts)


def chance_of(measures: Sequence[float], constant: float, counts: Sequence[float]) -> float:
    """The chance of a passage by its measures."""
    return chance(measures, counts, constant)


def judgements(examples: Iterable[Example], tried: Thresholds) -> Iterator[tuple[Asked, str]]:
    """What the passages alone would make of each question."""
    for example in examples:
        chances = [chance_of(measures, tried.constant, tried.counts) for measures in example.measures]
        best = max(range(len(chances)), key=chances.__getitem__)
        if chances[best] < tried.enough:
            yield example.asked, "refused" if example.asked.cites else "right"
        elif example.asked.cites is None:
            yield example.asked, "answered"
        else:
            yield example.asked, "right" if example.answers[best] else "elsewhere"


def row(name: str, enough: float, found: Outcome) -> str:
    """One line of the table."""
    return (
        f"{name:<28} {enough:>5.2f} | {found.answered:>3} of {found.absent:>3} {found.elsewhere:>9}"
        f" {found.refused:>7} of {found.stated:>3} | {found.cost:>4}"
        f"  abstention {found.abstention:.1%}, refused {found.refusals:.1%}"
    )


def main() -> None:
    names = [*archives(), *sorted({asked.archive for asked in read_shelves()})]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        by_archive = dict(zip(names, pool.map(examples_of, names), strict=True))
    groups = {"calibration set": archives(), "shelves": [name for name in names if name not in archives()]}
    learnt = [example for name in archives() for example in by_archive[name]]
    constant, counts = fitted(learnt)
    print(f"{sum(map(len, by_archive.values()))} questions have passages that may answer")
    print("                             enough | answered  elsewhere  refused        | cost")
    for enough in ENOUGH:
        for group, members in groups.items():
            asked = [example for name in members for example in by_archive[name]]
            print(row(group, enough, outcome(judgements(asked, Thresholds(enough, constant, counts)))))
    print("Fitted on all other archives of the set, checked on one:")
    left_out = {name: fitted([example for example in learnt if example.asked.archive != name]) for name in archives()}
    for enough in ENOUGH:
        found = outcome(
            judgement
            for name in archives()
            for judgement in judgements(by_archive[name], Thresholds(enough, *left_out[name]))
        )
        print(row("calibration set", enough, found))
    print(f"Fitted:\nconstant = {constant:.2f}\n\n[counts]")
    for name, count in zip(names_of_measures(), counts, strict=True):
        print(f"{name} = {count:.2f}")
    print(f"Shipped: {thresholds()}")


if __name__ == "__main__":
    main()
