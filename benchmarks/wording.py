"""Measures what verification adds to a language model's time, with a model on loopback that words honestly.

Run from the checkout as `python -m benchmarks.wording`. A missed bar is told, not failed: other programs on this
machine take their share.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from tests.answering.library import Library, shelve_reviews
from tests.answering.measured import ISSUES, questions
from tests.archives import HARBOUR, SEEDS, Layout, invent
from tests.generation.behaviours import honest
from tests.generation.conftest import Worded, worded_by

from ctassist.answering.generation import composing
from ctassist.answering.generation.entailment import Verdict
from ctassist.answering.generation.replies import ReplyReader
from ctassist.answering.generation.sources import Source
from ctassist.evaluation.cases import Case
from ctassist.model.answer import AnswerRequest, Claim, Turn
from ctassist.model.caller import ANYONE

FIRST_BAR, CLAIM_BAR = 150.0, 30.0
"""Milliseconds: from the last piece of the first claim to its event, and to verify one claim."""
PAUSES = (0.0, 0.02)
"""Seconds between two pieces of a reply."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200, help="most questions to ask, half of each archive")
    arguments = parser.parse_args()
    verified: list[float] = []
    composing.judge = _timed(composing.judge, verified)
    waits: dict[float, list[float]] = {pause: [] for pause in PAUSES}
    asked = 0
    with tempfile.TemporaryDirectory() as folder:
        for layout, profile in ((Layout.BULLETS, HARBOUR), (Layout.HTML, SEEDS)):
            archive = invent(profile, seed=31, issues=ISSUES[profile.name])
            library = shelve_reviews(Path(folder), archive, layout)
            cases = questions(archive, 31)
            chosen = cases[:: max(1, -(-2 * len(cases) // arguments.questions))]
            asked += len(chosen)
            for pause, found in waits.items():
                found += _waits(library, chosen, pause)
            library.archive.close()
    print(f"{asked} questions of two invented archives; each bar in milliseconds")
    for pause, found in waits.items():
        _tell(f"first claim, {pause * 1000:.0f} ms between pieces ({len(found)} answers)", found, FIRST_BAR)
    _tell(f"verification of a claim ({len(verified)} claims)", verified, CLAIM_BAR)


def _waits(library: Library, cases: Sequence[Case], pause: float) -> list[float]:
    """Milliseconds from when the first claim was sent until it was told, of each answer whose first claim held."""
    with worded_by(library, honest(5)) as worded:
        worded.model.pause = pause
        waits = [_wait(worded, case) for case in cases]
    return [wait for wait in waits if wait is not None]


def _wait(worded: Worded, case: Case) -> float | None:
    told: list[tuple[str, float]] = []

    def listener(kind: str, what: object) -> None:
        if kind == "claim" and isinstance(what, Claim):
            told.append((what.text, time.perf_counter()))

    worded.model.sent.clear()
    request = AnswerRequest(case.question, history=tuple(Turn("user", earlier) for earlier in case.history))
    worded.assistant.answer(request, ANYONE, listener)
    reader = ReplyReader()
    first = next(((claim, at) for piece, at in worded.model.sent for claim in reader.add(piece)), None)
    if first is None or not told or told[0][0] != first[0].text:
        return None
    return 1000 * (told[0][1] - first[1])


def _timed(
    judge: Callable[[str, Sequence[Source]], Verdict], took: list[float]
) -> Callable[[str, Sequence[Source]], Verdict]:
    def timed(claim: str, sources: Sequence[Source]) -> Verdict:
        started = time.perf_counter()
        verdict = judge(claim, sources)
        took.append(1000 * (time.perf_counter() - started))
        return verdict

    return timed


def _tell(what: str, took: Sequence[float], bar: float) -> None:
    if len(took) < 2:
        print(f"  {what}: nothing to measure")
        return
    far = quantiles(took, n=100)[98]
    held = "held" if far <= bar else "missed"
    print(f"  {what}: median {median(took):.1f}, p99 {far:.1f}, most {max(took):.1f}; bar {bar:.0f} {held}")


if __name__ == "__main__":
    main()
