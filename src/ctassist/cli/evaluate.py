"""``ctassist eval``: question files scored in this process."""

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ctassist.cli.options import Common
from ctassist.errors import CtassistError
from ctassist.evaluation.cases import read_cases
from ctassist.evaluation.measures import Score
from ctassist.evaluation.report import by_kind, row_json, summary
from ctassist.evaluation.report import run as run_cases
from ctassist.model.answer import Answer, AnswerRequest
from ctassist.model.caller import OPEN, Caller

if TYPE_CHECKING:
    from ctassist.indexing.conversations import Conversations

# Its own subject, so that these conversations are nobody's and can be forgotten afterwards.
EVALUATOR = Caller(f"evaluation:{os.getpid()}", frozenset({OPEN}))


def run(common: Common, paths: Sequence[Path], *, verbose: bool, report: Path | None) -> None:
    """Scores ``paths`` and prints, by kind, how many are exact, and a line of JSON with all measures."""
    cases = [case for path in paths for case in read_cases(path)]
    from ctassist.answering.assistant import Assistant
    from ctassist.indexing.conversations import Conversations

    with common.archive() as archive:
        assistant = Assistant(archive)

        class InProcess:
            def ask(self, request: AnswerRequest) -> Answer:
                return assistant.answer(request, EVALUATOR)

            @cache  # noqa: B019 - lives as long as this command
            def text(self, document_id: str) -> str:
                with archive.view(EVALUATOR) as view:
                    return view.text(document_id)

        try:
            scores = run_cases(cases, InProcess(), _tell if verbose else None)
        finally:
            _forget(Conversations(archive.engine))
    for kind, (exact, number) in by_kind(scores).items():
        print(f"{kind:18} {exact:3}/{number}")
    measured = summary(scores)
    if report:
        _write(report, {"summary": measured, "rows": [row_json(score) for score in scores]})
    print(json.dumps(measured))


def _forget(conversations: "Conversations") -> None:
    while found := conversations.list(EVALUATOR)[0]:
        for row in found:
            conversations.delete(row.id, EVALUATOR)


def _tell(score: Score) -> None:
    if score.problems:
        print(f"  {score.case.id}: " + "; ".join(score.problems[:4]), flush=True)


def _write(path: Path, content: object) -> None:
    try:
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise CtassistError(f"{path} cannot be written: {error.strerror}.") from None
