"""Names of several words by their initials: "the SC" in an issue that speaks of the Steering Committee."""

import re
from functools import lru_cache
from typing import Any

from ctassist.answering.context import Context
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity
from ctassist.model.archive import Entry

_CAPITAL = re.compile(r"(?<![\w’'-])[A-Z](?=[a-z])")
_FEWEST = 2


def says_initials(text: str, entity: Entity, entry: Entry[Any], context: Context) -> bool:
    """Tells whether a line has a name's initials, where its document has the name and they are nobody else's."""
    initials = _initials(entity.key)
    if initials is None or not initials.search(text):
        return False
    letters = initials.pattern[len(_BEFORE) : -len(_BEHIND)]
    known = [found.entity for found in context.catalog.find_entities(letters)]
    unexplained = all(other.key == entity.key or set(other.forms) == {letters} for other in known)
    return unexplained and mentions(context.text(entry.document_id), entity)


_BEFORE, _BEHIND = r"(?<![\w-])", r"(?![\w-])"


@lru_cache(maxsize=256)
def _initials(name: str) -> re.Pattern[str] | None:
    letters = "".join(_CAPITAL.findall(name))
    words = name.split()
    whole = len(letters) >= _FEWEST and all(word[0].isupper() or word.islower() for word in words)
    return re.compile(f"{_BEFORE}{letters}{_BEHIND}") if whole else None
