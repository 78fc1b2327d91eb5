"""How much of what is asked of invented archives is answered as it should be, layout by layout, kind by kind.

``python -m tests.answering.measured`` writes figures and failures for every layout and every organisation.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import mean

from tests.answering import listed, stated, talked
from tests.answering.asking import Asker
from tests.answering.library import Library, shelve_reviews
from tests.answering.rules import broken
from tests.archives import HARBOUR, PROFILES, RIVERS, SEEDS, Archive, Layout, Profile, invent

from ctassist.evaluation.cases import Case
from ctassist.evaluation.measures import Score, score
from ctassist.model.answer import Answer

ISSUES = {HARBOUR.name: 4, RIVERS.name: 3, SEEDS.name: 6}
SHELVES = (
    (Layout.BULLETS, HARBOUR),
    (Layout.DATE_FIRST, SEEDS),
    (Layout.TABLES, RIVERS),
    (Layout.PROSE, HARBOUR),
    (Layout.DATE_HEADINGS, RIVERS),
    (Layout.HTML, SEEDS),
)
"""Each layout with an organisation."""


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its answer, how good it is, and which rules it breaks."""

    layout: Layout
    score: Score
    answer: Answer
    broken: list[str]


@dataclass(slots=True)
class Results:
    """All results, for figures over some of them."""

    all: list[Result] = field(default_factory=list)

    def of(self, *kinds: str, layout: Layout | None = None) -> list[Score]:
        """The scores of some kinds, of one layout or of all."""
        chosen = [r for r in self.all if r.score.case.kind in kinds and layout in (None, r.layout)]
        return [result.score for result in chosen]


def questions(archive: Archive, seed: int) -> list[Case]:
    """All kinds of questions on an archive."""
    made = Asker(archive, Random(f"{archive.name} {seed}"))
    return [*listed.cases(made), *stated.cases(made), *talked.cases(made)]


def ask_all(library: Library, layout: Layout, cases: Iterable[Case]) -> Iterator[Result]:
    """Asks every question and marks its answer."""
    for one in cases:
        started = time.perf_counter()
        answer = library.ask(one.question, *one.history)
        marked = score(one, answer, time.perf_counter() - started, library.texts.__getitem__)
        yield Result(layout, marked, answer, broken(library, answer))


def exact(scores: Iterable[Score]) -> float:
    """The share of questions answered without any fault."""
    return mean([one.exact for one in scores] or [1.0])


def recall(scores: Iterable[Score]) -> float:
    return mean([one.recall for one in scores if one.recall is not None] or [1.0])


def precision(scores: Iterable[Score]) -> float:
    return mean([one.precision for one in scores if one.precision is not None] or [1.0])


def failures(scores: Iterable[Score]) -> str:
    """The questions with faults, each with what is amiss."""
    return "\n".join(
        f"  {one.case.kind}: {' > '.join([*one.case.history, one.case.question])}\n      {'; '.join(one.problems[:3])}"
        for one in scores
        if one.problems
    )


def _report(shelves: Iterable[tuple[Layout, Profile]], seed: int) -> None:
    results = Results()
    for layout, profile in shelves:
        archive = invent(profile, seed=seed, issues=ISSUES[profile.name])
        with tempfile.TemporaryDirectory() as folder:
            library = shelve_reviews(Path(folder), archive, layout)
            found = list(ask_all(library, layout, questions(archive, seed)))
            library.archive.close()
        results.all += found
        scores = [result.score for result in found]
        sys.stdout.write(f"\n{layout} {profile.name}: {len(scores)} questions, exact {exact(scores):.3f}\n")
        kinds: dict[str, list[Score]] = defaultdict(list)
        for one in scores:
            kinds[one.case.kind].append(one)
        for kind, group in kinds.items():
            figures = f"exact {exact(group):.2f} recall {recall(group):.2f} precision {precision(group):.2f}"
            sys.stdout.write(f"  {kind:16}{len(group):4}  {figures}\n")
        sys.stdout.write(failures(scores) + "\n")
        sys.stdout.writelines(f"  RULE {r.answer.question!r}: {r.broken}\n" for r in found if r.broken)
        sys.stdout.flush()


if __name__ == "__main__":
    everything = [(layout, profile) for layout in Layout for profile in PROFILES]
    _report(SHELVES if "quick" in sys.argv else everything, 11)
