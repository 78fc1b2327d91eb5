"""Who makes an issue, as its last lines say, be it with handles: "The Reed Letter is edited by ana, @bo and kim-li"."""

import re
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.names import WORD
from ctassist.extraction.role_words import role_verbs
from ctassist.model.records import Item, Role
from ctassist.model.time import Interval

_NAME = r"@?[\w][\w.-]*\w(?:\s+@?(?!and\b)[\w][\w.-]*\w){0,2}"
_JOINT = r"\s*(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)"
_NO_NAMES = frozenset(["the", "a", "an", "our", "its", "members", "volunteers", "us", "you", "me"])
_CAPITALISED = re.compile(rf"{WORD}(?:\s+{WORD})*")


@cache
def _credited() -> re.Pattern[str]:
    verbs = "|".join(verb for verb, role in role_verbs().items() if role == "editor" and verb.endswith("ed"))
    return re.compile(
        rf"(?:(?P<own>(?i:this)\s+(?:[a-z]+[’']s?\s+)?[a-z]+)|(?P<name>{WORD}(?:\s+[\w-]+){{0,6}}?))\s+(?:is|was)\s+(?P<verb>{verbs})\s+by:?\s+"
        rf"(?P<holders>{_NAME}(?:{_JOINT}{_NAME})*)\s*\.?\s*"
    )


def find_credits(text: str, items: list[tuple[Item, Interval | None]], title: str) -> Iterator[Role]:
    """Yields the editors that a line of its own names, where they are not all written with capitals.

    Names with capitals are those of any sentence on roles. "This newsletter" and "this week's edition" are of the
    periodical whose name the document bears.
    """
    for item, interval in items:
        match = _credited().fullmatch(item.span.of(text).strip(" *_"))
        names = [name.strip().removeprefix("@") for name in re.split(_JOINT, match["holders"])] if match else []
        if not match or all(_CAPITALISED.fullmatch(name) for name in names):
            continue
        if any(name.split()[0].casefold() in _NO_NAMES for name in names):
            continue
        body = match["name"] or title
        for name in names:
            yield Role(item.span, body, "editor", match["verb"], name, None, None, item.section, interval, item.page)
