"""People counted by what they did, where the archive counts them by a noun: "how many people reviewed" – reviewers."""

import re

from ctassist.answering.terms import stem
from ctassist.answering.understanding.catalog import Catalog

_DID = re.compile(
    r"\b(?P<how>how\s+many)\s+(?:different\s+)?(?:people|persons|individuals|folks?|volunteers|men\s+and\s+women)\s+"
    r"(?:have\s+|had\s+|has\s+|did\s+)?(?P<verb>[a-z]{3,})(?:\s+(?:to|for|in|at|with|on))?\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_ENDINGS = ("or", "er", "ant", "ee", "ist")


def counted_doers(text: str, catalog: Catalog) -> str:
    """The question by the noun of a figure's label; unchanged where no figure of the archive is called so."""
    match = _DID.search(text)
    noun = _noun(match["verb"].casefold(), catalog) if match else None
    if not match or not noun:
        return text
    return f"{text[: match.start()]}{match['how']} {noun}s were there in {match['rest']}"


def _noun(verb: str, catalog: Catalog) -> str | None:
    """The word for those who do something, as a label has it: "contributor" for "contributed"."""
    base = re.sub(r"(?:e|ed|ing)$", "", verb)
    nouns = [base + ending for ending in _ENDINGS]
    nouns += [f"{base[:-2]}{ending}" for ending in _ENDINGS if base.endswith("at")]
    return next((noun for noun in nouns if any(stem(noun) in label for label in catalog.labels)), None)
