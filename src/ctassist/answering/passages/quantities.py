"""Whether a passage says how many or how much."""

import re

from ctassist.answering.terms import content, counted_people_stems, light_stems, money_stems, stems, tokens
from ctassist.answering.understanding.question import Question

_COUNTED = re.compile(r"\b(?P<how>how (?:many|much)|number of)\s+(?P<what>.+)", re.IGNORECASE)
_MONEY = re.compile(
    r"[$€£¥]\s?\d|\d[\d.,]*\s*[$€£¥]|\d[\d.,]*\s*(?:(?:thousand|million|billion|m|bn|k)\s+)?"
    r"(?:(?:us )?dollars?|euros?|pounds?|francs?|yen|yuan|rupees?|crowns?|pence|kron[ae]r?|usd|eur|gbp|chf|jpy)\b",
    re.IGNORECASE,
)


def has_money(text: str) -> bool:
    """Tells whether a text has an amount of money."""
    return _MONEY.search(text) is not None


_NUMERAL = re.compile(
    r"\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundreds?|dozens?",
    re.I,
)


def counts(text: str, question: Question) -> bool:
    """Tells whether a text says how many or how much: a number stands within a few words of what is counted."""
    match = _COUNTED.search(question.text)
    words_asked = [token.stem for token in content(match["what"])] if match else []
    head = next((word for word in words_asked if word not in light_stems()), None)
    if match and match["how"].casefold() == "how much" and (head in money_stems() or _VERB_FIRST.match(match["what"])):
        return _MONEY.search(text) is not None or re.search(r"\d\s*(?:%|per ?cent)", text) is not None
    people = counted_people_stems() if head in stems("people person individual") else frozenset[str]()
    words = tokens(text)
    for index, token in enumerate(words):
        if _NUMERAL.fullmatch(token.text):
            near = {t.stem for t in words[max(index - 3, 0) : index + 6]}
            if head is None or head in near or near & people:
                return True
    return False


_VERB_FIRST = re.compile(r"(?:did|does|do|has|have|had|was|were|is|are|will)\b", re.IGNORECASE)
