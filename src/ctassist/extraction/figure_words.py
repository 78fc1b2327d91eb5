"""What a figure looks like in a text: a number with its scale, its unit and its currency."""

import re
from functools import cache

from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import table

NUMBER = r"(?:(?:[$€£]\s?)?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|(?:[$€£]\s?)?\d+(?:\.\d+)?)"
_SCALE = r"million|billion|thousand|bn|mn|k|m"
FIGURE = rf"[+~≈><]?\s*(?:{NUMBER})\s*(?:(?:{_SCALE})\b)?\s*(?:%|per ?cent\b)?\+?"
YEAR = re.compile(r"(?:19|20)\d\d")
LABEL_WORDS = 9
_FIGURE_PARTS = re.compile(rf"(?P<number>{NUMBER})\s*(?:(?P<scale>{_SCALE})\b)?\s*(?P<unit>%|per ?cent\b)?", re.I)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}


def figure_value(text: str) -> tuple[float, str | None] | None:
    """Reads a number with its scale and unit: "1.2 million" is (1200000.0, None), "45 %" is (45.0, "%")."""
    match = _FIGURE_PARTS.search(text)
    if not match:
        return None
    digits = re.sub(r"[^\d.]", "", match["number"])
    value = float(digits) * _SCALES.get((match["scale"] or "").casefold(), 1)
    currency = re.match(r"[$€£]", match["number"])
    return value, "%" if match["unit"] else (currency.group() if currency else None)


def is_figure(words: str) -> bool:
    """Tells whether words are one figure and nothing else: "1,204", "45 %", "USD 3.5 million"."""
    return _only_figure().fullmatch(words) is not None


def is_amount(words: str) -> bool:
    """Tells whether words are one figure that no page or line has for its number: with a unit, or of thousands."""
    value = figure_value(words)
    return is_figure(words) and value is not None and bool(value[1] or re.search(r"\d\D\d{3}|[^\W\d]", words))


@cache
def _only_figure() -> re.Pattern[str]:
    """A figure, maybe with the name of its currency, which is no label."""
    grammar = table("grammar")
    codes, names = "|".join(grammar["currency_codes"]), "|".join(grammar["currency_names"])
    return re.compile(rf"\W*(?:(?-i:{codes})\s*)?{FIGURE}(?:\s*(?:(?-i:{codes})|{names}))?\W*", re.I)


def label_of(words: str) -> str:
    """The words of a label, without the marks around it, and without a bracket that is not closed in it."""
    return re.sub(r"\s\([^()]*$", "", one_line(words).strip(" -–—•:|.,"))
