"""An answer that is complete without a model, worded by one: each claim verified as it comes, or left as it was."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.generation.client import ModelClient
from ctassist.answering.generation.entailment import judge
from ctassist.answering.generation.failures import Failure, ModelFailed
from ctassist.answering.generation.replies import SCHEMA, ReplyReader, Worded
from ctassist.answering.generation.sources import Source
from ctassist.answering.generation.templates import Template, template
from ctassist.answering.generation.words import words_in
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

MOST_LINES = 40
"""A longer list is shown as it is: nobody reads it better for being worded."""
_MOST_CLAIMS = 3 * MOST_LINES
_MOST_RETRIES = 5
_MARKUP = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|\\(?=[\[\]])")


@dataclass(slots=True)
class Told:
    """What became of the lines of an answer. ``worded`` counts those of the model's claims that are shown."""

    worded: int = 0
    prompt: str | None = None
    failure: Failure | None = None


def may_be_worded(draft: Draft, lines: Sequence[Line], context: Context) -> bool:
    """Tells whether a model may word an answer: one that was found, in English, neither long nor grouped."""
    said = draft.status in (Status.ANSWERED, Status.PARTIAL)
    flat = not any(line.group for line in lines)
    return said and flat and 0 < len(lines) <= MOST_LINES and context.words.language == "en"


def word(
    draft: Draft,
    lines: Sequence[Line],
    question: str,
    context: Context,
    model: ModelClient,
    show: Callable[[Line], None],
    gone: Callable[[], bool],
) -> Told:
    """Has a model word the lines; each verified claim is shown as soon as it holds, and every line is shown once.

    Args:
        draft: the answer that the lines belong to.
        lines: its verified lines.
        question: the question, self-contained.
        context: what the lines were composed from.
        model: where the model is.
        show: told of each line in the order of the answer.
        gone: tells whether nobody waits for the answer any more.

    Raises:
        AskerGone: nobody does.
    """
    return _Wording(draft, lines, question, context, model, show, gone).run()


class _Wording:
    """One answer on its way through the model."""

    def __init__(
        self,
        draft: Draft,
        lines: Sequence[Line],
        question: str,
        context: Context,
        model: ModelClient,
        show: Callable[[Line], None],
        gone: Callable[[], bool],
    ) -> None:
        self._lines = lines
        self._question = question
        self._model = model
        self._show = show
        self._gone = gone
        self._deadline = time.monotonic() + model.seconds
        self._sources = [_source(line, draft, context) for line in lines]
        # Found before the model is asked: the first claim must not wait for it.
        self._kept = [source.told if len(lines) > 1 else source.owners for source in self._sources]
        self._intro = plain(draft.intro)
        self._untold = set(range(len(lines)))
        self._told = Told(prompt=template("phrase").label)
        self._retries = 0

    def run(self) -> Told:
        """Words what can be worded, and shows the rest as it is."""
        try:
            for number, claim in enumerate(self._claims(template("phrase"), range(len(self._lines)), {})):
                self._take(claim)
                # What a model says when everything is told is not waited for.
                if number >= _MOST_CLAIMS or not self._untold:
                    break
        except ModelFailed as failed:
            self._told.failure = failed.failure
        for number in sorted(self._untold):
            self._keep(number)
        if not self._told.worded and self._told.failure is None:
            self._told.failure = Failure.UNVERIFIED
        return self._told

    def _take(self, claim: Worded) -> None:
        """Shows a claim that holds, or the one that the model makes of it when asked once more, or its lines."""
        cited = self._cited(claim)
        if not cited:
            return  # It is on nothing that is there, or on what has been told already.
        fault = self._told_by(claim.text, cited)
        if fault and self._retries < _MOST_RETRIES:
            self._retries += 1
            fault = self._asked_again(claim, cited, fault)
        if fault:
            for number in cited:
                self._keep(number)

    def _told_by(self, text: str, cited: Sequence[int]) -> str:
        """Shows a text if it tells the lines that it cites, all that matters in them; else says what is wrong."""
        sources = [self._sources[number] for number in cited]
        verdict = judge(text, sources)
        if verdict.fault:
            return verdict.fault
        used = [cited[number] for number in sorted(verdict.used)]
        keys = {word.key for word in words_in(text)}
        for number in used:
            if lost := self._kept[number] - keys:
                return f"it leaves out what finding {number + 1} says ({', '.join(sorted(lost))})"
        self._show(_merged(text, [self._lines[number] for number in used]))
        self._told.worded += 1
        self._untold -= set(used)
        return ""

    def _asked_again(self, claim: Worded, cited: Sequence[int], fault: str) -> str:
        values = {"sentence": one_line(claim.text), "fault": fault}
        try:
            for again in self._claims(template("phrase_again"), cited, values):
                return self._told_by(again.text, cited)
        except ModelFailed:
            pass
        return fault

    def _cited(self, claim: Worded) -> list[int]:
        numbers = dict.fromkeys(number - 1 for number in claim.numbers)
        if any(not 0 <= number < len(self._lines) for number in numbers):
            return []
        return [number for number in numbers if number in self._untold]

    def _claims(self, asked: Template, numbers: Sequence[int], values: dict[str, str]) -> Iterator[Worded]:
        # On one line each, so that nothing in them can begin a line of the prompt.
        findings = "\n".join(f"[{number + 1}] {one_line(self._sources[number].text)}" for number in numbers)
        values = {
            "question": one_line(self._question),
            "context": one_line(self._intro),
            "findings": findings,
            "language": "English",
            **values,
        }
        reader = ReplyReader()
        reply = self._model.stream(asked.messages(values), self._deadline, SCHEMA, self._gone)
        try:
            for piece in reply:
                yield from reader.add(piece)
            yield from reader.end()
        finally:
            reply.close()

    def _keep(self, number: int) -> None:
        if number in self._untold:
            self._untold.remove(number)
            self._show(self._lines[number])


def _source(line: Line, draft: Draft, context: Context) -> Source:
    document = context.document(line.evidence[0].document_id)
    # The words of somebody are told with a verb that their line does without.
    verbs = ("said", "stated") if line.kind == "statement" else ()
    around = " | ".join(map(plain, (draft.intro, *line.frame, *verbs)))
    return Source(plain(line.spoken or line.text), around, document.period.interval if document.period else None)


def _merged(text: str, lines: Sequence[Line]) -> Line:
    """A line that words several: with all their evidence."""
    evidence = tuple(dict.fromkeys(part for line in lines for part in line.evidence))
    frame = tuple(dict.fromkeys(part for line in lines for part in (line.text, *line.frame)))
    first = lines[0]
    return Line(text, evidence, first.kind, frame, first.bullet)


def plain(markdown: str) -> str:
    """Markdown of ours without its emphasis."""
    return _MARKUP.sub("", markdown)
