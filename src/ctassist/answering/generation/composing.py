"""An answer that is complete without a model, worded by one: each claim verified as it comes, or left as it was."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.generation.consultation import Consultation
from ctassist.answering.generation.entailment import judge
from ctassist.answering.generation.failures import Failure, ModelFailed
from ctassist.answering.generation.replies import SCHEMA, ReplyReader, Worded
from ctassist.answering.generation.sources import Source
from ctassist.answering.generation.templates import Template, template
from ctassist.answering.generation.words import words_in
from ctassist.answering.synonyms import meanings
from ctassist.answering.wording import ENGLISH
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_AT_ONCE = 40
"""A longer list is put to the model in stretches of so many lines."""
_MOST_CLAIMS = 3 * _AT_ONCE
_MOST_RETRIES = 5
_MARKUP = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|\\(?=[\[\]])")


@dataclass(frozen=True, slots=True)
class Composed:
    """An answer as it was composed without a model: its draft and verified lines, and what they were composed from."""

    draft: Draft
    lines: Sequence[Line]
    question: str
    """Self-contained."""
    context: Context

    @property
    def found(self) -> bool:
        """Whether there is anything to be worded."""
        return self.draft.status in (Status.ANSWERED, Status.PARTIAL) and bool(self.lines)


@dataclass(slots=True)
class Told:
    """What became of the lines of an answer. ``worded`` counts those of the model's claims that are shown."""

    worded: int = 0
    prompt: str | None = None
    failure: Failure | None = None


def word(composed: Composed, model: Consultation, show: Callable[[Line], None]) -> Told:
    """Has a model word an answer; each verified claim is shown as soon as it holds, and every line is shown once.

    Lines stay under their headings, in the order of these. A language in which no claim can be verified costs no call.

    Args:
        composed: the answer.
        model: who is asked.
        show: told of each line in the order of the answer.

    Raises:
        AskerGone: nobody waits for the answer any more.
    """
    if composed.context.words.language == ENGLISH:
        return _Wording(composed, model, show).run()
    for line in composed.lines:
        show(line)
    return Told(failure=Failure.LANGUAGE)


class _Wording:
    """One answer on its way through the model."""

    def __init__(self, composed: Composed, model: Consultation, show: Callable[[Line], None]) -> None:
        self._lines = lines = composed.lines
        self._question = composed.question
        self._model = model
        self._show = show
        self._sources = [_source(line, composed) for line in lines]
        # Before the model is asked: the first claim must wait neither for this nor for the table of other words.
        meanings(composed.question)
        self._kept = [
            source.told if len(lines) > 1 or line.kind == "role" else source.owners
            for line, source in zip(lines, self._sources, strict=True)
        ]
        self._sections = _sections(lines)
        self._intro = plain(composed.draft.intro)
        self._untold = set(range(len(lines)))
        self._told = Told(prompt=template("phrase").label)
        self._retries = 0

    def run(self) -> Told:
        """Words what can be worded, and shows the rest as it is."""
        try:
            for first in range(0, len(self._lines), _AT_ONCE):
                self._word(range(first, min(first + _AT_ONCE, len(self._lines))))
        except ModelFailed as failed:
            self._told.failure = failed.failure
        self._keep(self._untold)
        if not self._told.worded and self._told.failure is None:
            self._told.failure = Failure.UNVERIFIED
        return self._told

    def _word(self, asked: range) -> None:
        """Words a stretch of the lines; what of them is not told then is shown as it is."""
        for number, claim in enumerate(self._claims(template("phrase"), asked, {})):
            self._take(claim, asked)
            # What a model says when everything is told is not waited for.
            if number >= _MOST_CLAIMS or self._untold.isdisjoint(asked):
                break
        self._keep(asked)

    def _take(self, claim: Worded, asked: range) -> None:
        """Shows a claim that holds, or the one that the model makes of it when asked once more, or its lines."""
        cited = self._cited(claim, asked)
        if not cited:
            return  # It is on nothing that is there, or on what has been told already.
        fault = self._told_by(claim.text, cited)
        if fault and self._retries < _MOST_RETRIES:
            self._retries += 1
            fault = self._asked_again(claim, cited, fault)
        if fault:
            # Those under a later heading may still be told in their turn.
            first = min(self._sections[number] for number in cited)
            self._open(first)
            self._keep([number for number in cited if self._sections[number] == first])

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
        if len({self._sections[number] for number in used}) > 1:
            return "it puts findings of several headings together"
        self._open(self._sections[used[0]])
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

    def _cited(self, claim: Worded, asked: range) -> list[int]:
        numbers = dict.fromkeys(number - 1 for number in claim.numbers)
        if any(number not in asked for number in numbers):
            return []
        return [number for number in numbers if number in self._untold]

    def _claims(self, asked: Template, numbers: Sequence[int], values: dict[str, str]) -> Iterator[Worded]:
        values = {
            "question": one_line(self._question),
            "context": one_line(self._intro),
            "findings": "\n".join(self._findings(numbers)),
            "language": "English",
            **values,
        }
        reader = ReplyReader()
        reply = self._model.stream(asked, values, SCHEMA)
        try:
            for piece in reply:
                yield from reader.add(piece)
            yield from reader.end()
        finally:
            reply.close()

    def _findings(self, numbers: Sequence[int]) -> Iterator[str]:
        """Lines with their numbers, and headings before them, on one line each: nothing in them begins another."""
        before: tuple[str, ...] = ()
        for number in numbers:
            group = self._lines[number].group
            if group != before:
                yield f"# {one_line(plain(' / '.join(group)))}"
            before = group
            yield f"[{number + 1}] {one_line(self._sources[number].text)}"

    def _open(self, section: int) -> None:
        """Shows what is left of the lines under the headings before one."""
        self._keep([number for number in self._untold if self._sections[number] < section])

    def _keep(self, numbers: Iterable[int]) -> None:
        """Shows those of the lines as they are that have not been told."""
        for number in sorted(self._untold.intersection(numbers)):
            self._untold.remove(number)
            self._show(self._lines[number])


def _sections(lines: Sequence[Line]) -> list[int]:
    """Under the how manieth heading each line stands."""
    return list(accumulate((one.group != other.group for one, other in pairwise(lines)), initial=0))


def _source(line: Line, composed: Composed) -> Source:
    document = composed.context.document(line.evidence[0].document_id)
    # The introduction names whose roles and figures follow. Of other lines it says what was asked for, not who did it.
    intro = (composed.draft.intro,) if line.kind in ("role", "indicator") else ()
    # The words of somebody are told with a verb that their line does without.
    verbs = ("said", "stated") if line.kind == "statement" else ()
    around = " | ".join(map(plain, (*intro, *line.frame, *verbs)))
    return Source(plain(line.spoken or line.text), around, document.period.interval if document.period else None)


def _merged(text: str, lines: Sequence[Line]) -> Line:
    """A line that words several: with all their evidence, under their heading."""
    evidence = tuple(dict.fromkeys(part for line in lines for part in line.evidence))
    frame = tuple(dict.fromkeys(part for line in lines for part in (line.text, *line.frame)))
    first = lines[0]
    return Line(text, evidence, first.kind, frame, first.bullet, group=first.group)


def plain(markdown: str) -> str:
    """Markdown of ours without its emphasis."""
    return _MARKUP.sub("", markdown)
