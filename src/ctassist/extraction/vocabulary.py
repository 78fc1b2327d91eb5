"""The word lists of extraction: data files beside this module, and month names from the Unicode CLDR."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale


@cache
def table(name: str) -> dict[str, Any]:
    """Reads ``data/<name>.toml``."""
    text = files("ctassist.extraction").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_JOINTS = {" ": r"[\s\-‐‑]+", "-": r"[\s\-‐‑]?"}


def alternatives(words: Iterable[str]) -> str:
    """Returns a regular expression for any of ``words``, longest first; a blank matches blanks and hyphens.

    What words begin with alike is written once, for the engine tries each alternative at each place of a text.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    first = {word[:1] for word in ordered}
    # Most places are left at once, which matters where case is ignored: each alternative is then slow to rule out.
    ahead = f"(?=[{''.join(map(re.escape, sorted(first)))}])" if len(first) > 1 and not first & {"", *_JOINTS} else ""
    return f"{ahead}{_branches(ordered) if ordered else ''}"


def _branches(endings: Sequence[str]) -> str:
    """Any of ``endings``, which are longest first, as a tree of the letters that they share."""
    by_letter: dict[str, list[str]] = {}
    for ending in endings:
        if ending:
            by_letter.setdefault(ending[0], []).append(ending[1:])
    branches = [(_JOINTS.get(letter) or re.escape(letter)) + _branches(rest) for letter, rest in by_letter.items()]
    branches += [""] if "" in endings else []
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def forms_of_address() -> str:
    """A regular expression for what is written before a person's name, be it several: "Ms.", "Prof. Dr."."""
    people = table("people")
    one = rf"(?:{alternatives(people['honorifics'])})\b\.?"
    return rf"(?i:{one}(?:\s*[-‐‑]?\s*{one})*(?:\s+(?:{alternatives(people['degrees'])})\.)*)"


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


@cache
def shortened_days(language: str = "en") -> frozenset[str]:
    """Abbreviations of months and of days of the week in lower case, without those that are whole names: "may"."""
    locale = Locale(language)
    named = {name.casefold() for names in (locale.months, locale.days) for name in names["format"]["wide"].values()}
    return frozenset({*months((language,)), *weekdays(language)} - named)
