"""What a question for a list says its lines concern: "which repairs concerned the crane"."""

import re

from ctassist.answering.synonyms import told
from ctassist.answering.terms import light_stems, stems

_CONCERNING = re.compile(
    r"\b(?:concern(?:s|ed|ing)?|regard(?:s|ed|ing)?|affect(?:s|ed|ing)?|touch(?:es|ed|ing)?(?:\s+(?:up)?on)?|involv(?:es?|ed|ing)"
    r"|(?:relat(?:es?|ed|ing)|pertain(?:s|ed|ing)?)\s+to|deal(?:s|t|ing)?\s+with|(?:have|has|had|having)\s+to\s+do\s+with"
    r"|mention(?:s|ed|ing)?)\s+(?P<topic>[^,.;:?!()]+?)"
    r"(?=\s+(?:in|during|since|over|across|from|between|throughout|for|by|until|till|before|after|so\s+far)\s|[,.;:?!]|\s*$)",
    re.IGNORECASE,
)


def what_is_concerned(text: str) -> str:
    """The words for what is listed must concern; empty where a question does not say so."""
    match = _CONCERNING.search(text)
    return match["topic"] if match else ""


def concerns(topic: str, text: str) -> bool:
    """Tells whether a line with the headings above it speaks of all that it must concern."""
    wanted = stems(topic) - light_stems()
    return told(wanted, topic, text) >= wanted
