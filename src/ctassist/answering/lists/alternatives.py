"""Topics of which either will do: "which activities were about reeds or boat moorings"."""

import re
from collections.abc import Sequence

from ctassist.answering.terms import Token, stems, tokens
from ctassist.answering.understanding.kinds import kind_stems
from ctassist.answering.understanding.question import Entity, Question

_OR = r"\s+or\s+(?:(?:of|on|in|about|for|with|to|from|by|at|against)\s+)?(?:(?:the|an?|its|their|our|any)\s+)?"


def either(topic: frozenset[str], question: Question) -> tuple[frozenset[str], ...]:
    """The sets of words of which a line must have one whole: one for each topic that "or" joins, with all else.

    Args:
        topic: the stems that lines must have.
        question: the question, in whose text they stand.
    """
    words = [token for token in tokens(question.text) if token.stem in topic]
    at = next((index for index in range(1, len(words)) if _joined(words, index, question.text, _OR)), None)
    if at is None:
        return (topic,)
    first, last = at - 1, at
    while first > 0 and _joined(words, first, question.text, r"[\s-]+"):
        first -= 1
    while last + 1 < len(words) and _joined(words, last + 1, question.text, r"[\s-]+"):
        last += 1
    left, right = words[first:at], words[at : last + 1]
    # "Fog or ice signals" are signals in either case; "of fog or of ice signals" may be of fog alone.
    # "Fog or hand-held exercises" share the kind of thing, which is no part of the topic.
    shared = _joined(words, at, question.text, r"\s+or\s+") and len(right) > len(left)
    shared = shared and not _before_kind(right[-1], question.text)
    left = [*left, right[-1]] if shared else left
    rest = topic - {token.stem for token in (*left, *right)}
    return tuple(rest | {token.stem for token in phrase} for phrase in (left, right))


def _before_kind(word: Token, text: str) -> bool:
    """Tells whether a noun for a kind of things follows a word at once."""
    after = next((token for token in tokens(text) if token.start >= word.end), None)
    return after is not None and after.stem in kind_stems() and text[word.end : after.start].isspace()


_OR_NAME = r"(?:\s*/\s*|\s+or\s+)"


def named_or_said(
    terms: Sequence[frozenset[str]], question: Question
) -> tuple[tuple[frozenset[str], ...], tuple[Entity, ...]]:
    """The words that lines must have and the names, of which one beside a word may be said by that: "SA / settled"."""
    names = list(question.entities)
    found = list(terms)
    for entity in question.entities:
        for form in entity.forms:
            said = rf"(?<![\w-]){re.escape(form)}(?![\w-])"
            match = re.search(rf"{said}{_OR_NAME}(?P<behind>[\w-]+)|(?P<before>[\w-]+){_OR_NAME}{said}", question.text)
            word = stems(match["behind"] or match["before"]) if match else frozenset[str]()
            at = next((index for index, term in enumerate(found) if word and word <= term), None)
            if at is not None and entity in names:
                names.remove(entity)
                found[at] = found[at] | stems(form)
    return tuple(found), tuple(names)


def _joined(words: Sequence[Token], index: int, text: str, sign: str) -> bool:
    """Tells whether nothing but a sign stands between a word and the one before it."""
    return re.fullmatch(sign, text[words[index - 1].end : words[index].start], re.IGNORECASE) is not None
