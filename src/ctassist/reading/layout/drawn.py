"""Drawn words: where each stands on its page, and which letters of the text that was made of them are its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ctassist.model.text import Span
from ctassist.reading.layout.areas import Area

_SPLIT_END = "-\u2010\u00ad"
# So many letters of a text may belong to no word before the next one does: a full stop, a bar between cells.
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class Drawn:
    """A word as it is drawn, or several where the parser does not tell them apart."""

    text: str
    area: Area


def placed(words: Iterable[Drawn], text: str) -> Iterator[tuple[Span, Area]]:
    """Yields which letters of ``text`` each word is, in order; a word that is not in it is left out.

    The text says the words as they are drawn, but for white space, hyphens at which lines end, full stops after drawn
    numerals, bullets, and bars between cells.
    """
    at = 0
    for word in words:
        found = _found(word.text, text, at)
        if found is not None:
            yield found, word.area
            at = found.end


def _found(word: str, text: str, at: int) -> Span | None:
    while at < len(text) and text[at].isspace():
        at += 1
    for form in (word, word.rstrip(_SPLIT_END)):
        if form and text.startswith(form, at):
            return Span(at, at + len(form))
    token = _token(text, at)
    if token and word.endswith(token):
        return Span(at, at + len(token))
    start = text.find(word, at, at + _FARTHEST + len(word)) if word else -1
    while start > 0 and not text[start - 1].isspace():
        start = text.find(word, start + 1, at + _FARTHEST + len(word))
    return Span(start, start + len(word)) if start >= 0 else None


def _token(text: str, at: int) -> str:
    """The letters from here to the next space."""
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end]
