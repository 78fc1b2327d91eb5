"""What a claim is judged by: the lines of an answer that was composed without a model, taken apart into clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ctassist.answering.generation.words import Word, is_in, words_in
from ctassist.model.time import Interval

_BOUNDARY = re.compile(
    r"(?<=[a-z\d)\]”\"])[.!?]\s+(?=[A-Z“\"])|[;\n|]\s*|\s/\s|,?\s+(?:while|whereas|but)\s+"
    r"|,?\s+and\s+(?=[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*\s+(?:is|are|was|were|has|have|had|[a-z]+ed)\b)"
)
"""Where a clause ends: what is said in one is not said of the names in another."""
_LABEL = re.compile(r"(?<=[\w)])[\s,]+(?=(?:[A-Z][\w-]*\s+)?[A-Z][\w-]*:\s)")
"""A further label with its value: "Chair: OLA Vice-chair: MSI"."""


@dataclass(frozen=True)
class Clause:
    """A piece of a line within which names, numbers and deeds belong together."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        return words_in(self.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its words are compared by."""
        return frozenset(word.key for word in self.words)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Whom it may be about: the names that it begins with, or that a label gives."""
        values = [word for word in self.words if word.name and ":" in self.text[: word.start]]
        return frozenset(word.key for word in (*leading_names(self.words), *values))

    def places(self, key: str) -> list[int]:
        """Where among its words one stands."""
        return [at for at, word in enumerate(self.words) if word.key == key]


@dataclass(frozen=True)
class Source:
    """One verified line. ``around`` is said of it elsewhere in the answer: introduction, headings, what was asked for.

    ``reference`` is the time of its document, by which a date without a year is understood.
    """

    text: str
    around: str = ""
    reference: Interval | None = None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The line as a whole where it is one clause, else its clauses."""
        return tuple(Clause(text) for text in _clauses(self.text))

    @cached_property
    def around_keys(self) -> frozenset[str]:
        """What the words around it are compared by."""
        return frozenset(word.key for word in words_in(self.around))

    @cached_property
    def told(self) -> frozenset[str]:
        """The names, numbers and what changes a statement: a claim that stands for the line has them all."""
        return frozenset(
            w.key for w in words_in(self.text) if w.name or w.number or w.month or (w.qualifier and w.start)
        )

    @cached_property
    def owners(self) -> frozenset[str]:
        """Whose statement it is: the names that it begins with or that stand before its first colon.

        What somebody said or posted is not so without them.
        """
        head = self.text.partition(": ")[0] if ": " in self.text else ""
        return frozenset(w.key for w in (*leading_names(words_in(self.text)), *words_in(head)) if w.name)


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for cut in _BOUNDARY.finditer(text):
        # "On 3 May, OLA and MSI trained": who acts together begins no sentence of its own.
        said = text[begin : cut.start()]
        if "and" not in cut.group() or any(word.plain and said[word.start].islower() for word in words_in(said)):
            yield said
            begin = cut.end()
    yield text[begin:]


def _clauses(text: str) -> Iterator[str]:
    for sentence in _sentences(text):
        pieces = _LABEL.split(sentence) if sentence else []
        # What stands before the first label is said of each.
        head, colon, rest = pieces[0].partition(": ") if pieces else ("", "", "")
        shared = f"{head}: " if colon and ": " in rest else ""
        for number, piece in enumerate(pieces):
            if piece.strip(" .,"):
                yield piece if number == 0 else shared + piece


def leading_names(group: Sequence[Word]) -> list[Word]:
    """The names that a piece of a claim begins with, be it behind a place or words without a statement of their own."""
    found: list[Word] = []
    located = False
    for word in group:
        if word.name:
            if not located:
                found.append(word)
        elif is_in(word, "locatives"):
            located = True
        elif word.plain or word.qualifier or (found and not word.glue):
            break
    return found
