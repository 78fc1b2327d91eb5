"""The word lists of extraction: data files beside this module, and month names from the Unicode CLDR."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale


@cache
def table(name: str) -> dict[str, Any]:
    """Reads ``data/<name>.toml``."""
    text = files("ctassist.extraction").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def alternatives(words: Iterable[str]) -> str:
    """Returns a regular expression for any of ``words``, longest first; a blank matches blanks and hyphens."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    joints = {" ": r"[\s\-‐‑]+", "-": r"[\s\-‐‑]?"}
    return "|".join("".join(joints.get(ch) or re.escape(ch) for ch in word) for word in ordered)


@cache
def months(languages: tuple[str, ...] = ("en",)) -> dict[str, int]:
    """Month names and abbreviations in lower case, without final points, to 1..12."""
    found: dict[str, int] = {}
    for language in languages:
        locale = Locale(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    found.setdefault(name.casefold().rstrip("."), number)
        if language == "en":
            found["sept"] = 9
    return found


@cache
def weekdays(language: str = "en") -> tuple[str, ...]:
    """Names and abbreviations of the days of the week in lower case."""
    days = Locale(language).days["format"]
    return tuple(name.casefold().rstrip(".") for width in ("wide", "abbreviated") for name in days[width].values())
