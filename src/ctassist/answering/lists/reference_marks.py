"""Lines with things called by letters and numbers: "CVE-2031-17", or whatever is so called, "which CVEs"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from ctassist.answering.context import Context
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.subjects import PUBLISHED
from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.model.text import Block, BlockKind

_MARK = re.compile(r"(?<![\w-])(?P<mark>[A-Z]{2,}-\d{2,}(?:-\d+)*)(?!\w)")
"""What is called by letters and numbers: "CVE-2031-17"."""
_ASKED = (
    r"\b(?i:(?:which|what|list|name|show|give|all|every|any|the)\s+(?:(?:me|us|all|of|the|any|new|known|these)\s+)*)"
)
_MARKED = re.compile(rf"{_ASKED}(?:(?P<noun>(?:[\w-]+\s+){{1,4}})\()?(?P<letters>[A-Z]{{2,}})s\b(?(noun)\))")
"""Asks for what is called by such marks: "which CVEs", "which weak spots (CVEs)"."""
_UNSAID = re.compile(
    rf"\bby\s+(?:(?:a|its|their)\s+)?(?:number|name|mark|code|id|identifier)s?\b|\b(?:the|our|these|this)\s+{PUBLISHED}\b",
    re.IGNORECASE,
)
"""Says how a thing is named, or where, which no line needs to say."""
_LISTED = re.compile(r"\b(?:which|what|list|all|every)\s+(?:[\w-]+\s+){0,3}?[^\W\d_]+s\b", re.IGNORECASE)
_MENDING = stems(
    "fix fixed patch patched address addressed resolve resolved close closed mitigate plug remedy repair mend cure"
)


def marked_words(text: str) -> frozenset[str]:
    """The words by which a question means whatever has such a mark, "faults (CVEs)"; empty where it has none."""
    kind = _MARKED.search(text)
    return frozenset([f"{kind['letters']}s", *(kind["noun"] or "").split()]) if kind else frozenset()


@dataclass(frozen=True, slots=True)
class Marked:
    """What is called by a mark that a question names, or by any of its kind, and what else lines must say of it."""

    named: re.Pattern[str]
    rest: frozenset[str] = frozenset()
    mends: bool = False
    """Whether only its mending is asked for."""

    @classmethod
    def of(cls, question: Question) -> Self | None:
        """What a question asks for by its mark; None where it does not."""
        marks = {match["mark"] for match in _MARK.finditer(question.text)}
        if not marks and (kind := _MARKED.search(question.text)):
            return cls._of_kind(kind["letters"], question)
        if len(marks) != 1 or not _LISTED.search(question.text):
            return None
        named = re.compile(rf"(?<![\w-]){re.escape(marks.pop())}(?![\w-])")
        return cls(named, mends=not stems(question.text).isdisjoint(_MENDING))

    @classmethod
    def _of_kind(cls, letters: str, question: Question) -> Self:
        # Beside the mark the noun that it stands for need not be said.
        asked = _UNSAID.sub(" ", _MARKED.sub(" ", question.timeless or question.text))
        plain = light_stems() | asking_stems() | stems(" ".join(function_words())) | _MENDING
        plain |= list_words("framing") | list_words("listing")
        rest = frozenset(token.stem for token in content(asked)) - plain
        named = re.compile(rf"(?<![\w-]){re.escape(letters)}[-‐‑ ]\d{{2,}}(?:-\d+)*")
        return cls(named, rest, not stems(asked).isdisjoint(_MENDING))

    def named_in(self, text: str) -> frozenset[str]:
        """The marks in a text."""
        return frozenset(self.named.findall(text))

    def told_in(self, text: str) -> bool:
        """Tells whether a text has such a mark, and all else that is asked."""
        if not self.named.search(text):
            return False
        said = stems(text)
        return self.rest <= said and not (self.mends and said.isdisjoint(_MENDING))


def marked_headings(marked: Marked, time: ListedTime, context: Context) -> Iterator[tuple[str, Block]]:
    """The headings with such marks, of the documents of a time: what stands below them presents what is so called."""
    for document in context.documents():
        if time.may_meet(document.id) and time.has_issue(document.id):
            text = context.text(document.id)
            for block in context.blocks(document.id):
                if block.kind is BlockKind.HEADING and marked.told_in(block.span.of(text)):
                    yield document.id, block
