"""The language that a document is written in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ctassist.extraction.vocabulary import table
from ctassist.model.text import Reading

_FEWEST_BYTES = 60
"""Letters in UTF-8: of fewer nothing can be told, and what the file declares counts, which may be a mere setting."""
_SURE = 0.8
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(reading: Reading) -> str | None:
    """Returns the code (ISO 639-1) of a document's language: told by its text, else what the file declares."""
    declared = re.split(r"[-_]", reading.metadata.get("lang", "").strip().casefold())[0]
    if len("".join(_LETTERS.findall(reading.text)).encode(errors="replace")) >= _FEWEST_BYTES:
        found, chance = _identifier().classify(reading.text)
        if chance >= _SURE or not declared:
            return str(found) if chance >= 1 / 2 else None
    return declared if re.fullmatch(r"[a-z]{2,3}", declared) else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(table("issues")["languages"])
    return identifier
