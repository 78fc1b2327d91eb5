"""Bodies that a line calls by their number alone: "WTO took over the chair of Working Group 3"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from ctassist.answering.terms import body_noun_pattern
from ctassist.model.archive import Entry
from ctassist.model.records import Role

_CLEARLY = 2
"""So many times as many documents as for any other name give a number to the body that is meant by it."""


@cache
def _number_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{body_noun_pattern()})\s*(?:no\.?|number|#)?\s*(?P<number>\d{{1,2}})", re.IGNORECASE)


def is_number_alone(words: str) -> bool:
    """Tells whether words call a body by its number alone: "Working Group 3"."""
    return _number_alone().fullmatch(words) is not None


def usual_number(rows: Iterable[Entry[Role]]) -> str | None:
    """The number that most documents give to a body; a page whose lines are torn may put that of another beside it."""
    found = Counter(number for _, number in {(row.document_id, row.record.number) for row in rows} if number)
    return min(found, key=lambda number: (-found[number], number)) if found else None


def with_names(rows: Sequence[Entry[Role]]) -> list[Entry[Role]]:
    """The roles, with the name of the body where a line gives its number alone and charts tell whose number it is.

    The chart of the same document counts, else the name to which clearly most documents give the number.
    """
    numbered: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    spelt: dict[str, str] = {}
    for row in rows:
        if row.record.number and not is_number_alone(row.record.body):
            key = row.record.body.casefold()
            numbered[row.record.number][key].add(row.document_id)
            spelt.setdefault(key, row.record.body)
    return [_named(row, numbered, spelt) for row in rows]


def _named(row: Entry[Role], numbered: dict[str, dict[str, set[str]]], spelt: dict[str, str]) -> Entry[Role]:
    match = _number_alone().fullmatch(row.record.body)
    if match is None or match["number"] not in numbered:
        return row
    names = numbered[match["number"]]
    here = [name for name, documents in names.items() if row.document_id in documents]
    name = here[0] if len(here) == 1 else _clearly(names)
    return replace(row, record=replace(row.record, body=spelt[name], number=match["number"])) if name else row


def _clearly(names: dict[str, set[str]]) -> str | None:
    """The name that clearly most documents have, or None."""
    (first, most), *others = Counter({name: len(documents) for name, documents in names.items()}).most_common()
    return first if not others or most >= _CLEARLY * others[0][1] else None
