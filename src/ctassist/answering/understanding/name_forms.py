"""The forms of a name in a text."""

import re

from ctassist.answering.terms import fold, stems, tokens
from ctassist.answering.understanding.question import Entity


def long_form_stems(entity: Entity) -> frozenset[str]:
    """The stems of the words that an acronym stands for."""
    return frozenset(word for form in entity.forms if " " in form for word in stems(form))


def mentions(text: str, entity: Entity) -> bool:
    """Tells whether a text names an entity; forms in capitals must stand in capitals, long ones with one will do."""
    return any(_form_pattern(form).search(text) for form in entity.forms)


_LONG_ACRONYM = 5


def _dotted(word: str) -> str:
    """A pattern for a word; a short acronym may have points: "US" is "U.S."."""
    return r"\.?".join(word) + r"\.?" if word.isupper() and word.isalpha() and len(word) <= 4 else re.escape(word)


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _form_pattern(form: str) -> re.Pattern[str]:
    pattern = _PATTERNS.get(form)
    if pattern is None:
        words = r"[\s\-‐‑]+".join(_dotted(word) for word in re.split(r"[\s\-‐‑]+", form))
        if form.isupper() and form.isalpha() and len(form) >= _LONG_ACRONYM:
            words = f"(?:{words}|{form.capitalize()})"  # "UNESCO" is read as a word, and many write "Unesco".
        flags = 0 if form.isupper() or len(form.split()) == 1 else re.IGNORECASE
        pattern = _PATTERNS[form] = re.compile(rf"(?<!\w){words}(?:[’']s|s)?(?!\w)", flags)
    return pattern


def words_of(form: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without its article."""
    words = tuple(fold(token.text).removesuffix("'s") for token in tokens(form))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
