"""What no claim may have, whatever it says: links, markup, characters that are not seen, far more words."""

import re
import unicodedata
from collections.abc import Sequence

from ctassist.answering.generation.sources import Source

_MARKUP = re.compile(
    r"<[/!a-z?]|`|\]\(|!\[|\[\[|\{\{|\}\}|https?:|www\.|\bjavascript:|\bdata:|[\[\]{}<>|\\^~]|\*|^#|_{2,}"
)
_LONGEST = 1.6
_SPARE = 120
"""A claim may be so many times as long as its sources, and so many characters more."""
_PRONOUN = re.compile(r"\W*(?:it|they|he|she|this|these|those|i|we|you)\b", re.IGNORECASE)


def fault_of_form(claim: str, sources: Sequence[Source]) -> str:
    """Says what is wrong with how a claim is written; empty if nothing is."""
    if not claim.strip() or not sources:
        return "it is empty, or cites nothing that is there"
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp") for letter in claim):
        return "it has characters that cannot be seen"
    said = " ".join(source.text for source in sources)
    if any(found not in said for found in _MARKUP.findall(claim)):
        return "it has a link or markup"
    if len(claim) > _LONGEST * len(said + " ".join({source.around for source in sources})) + _SPARE:
        return "it is longer than what it words"
    if _PRONOUN.match(claim):
        return "it begins with a word that stands for another claim's"
    return ""
