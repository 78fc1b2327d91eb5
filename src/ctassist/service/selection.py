"""Which ledger rows a listing asks for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ctassist.extraction.places import lies_in, place_of
from ctassist.model.archive import Document
from ctassist.model.time import Interval
from ctassist.service.rows import Kind, Row

if TYPE_CHECKING:
    from ctassist.indexing.view import View

Documents = Mapping[str, Document]
_NAMED = ("entity", "place", "body", "label")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a listing is limited to; None does not limit."""

    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    entity: str | None = None
    place: str | None = None
    body: str | None = None
    label: str | None = None
    section: str | None = None
    q: str | None = None
    undated: bool = False


def listing(kind: Kind, view: "View", wanted: Wanted) -> tuple[list[Row], Documents]:
    """Returns all rows of ``kind`` that ``wanted`` asks for, and the documents they stand in."""
    documents = {document.id: document for document in view.documents()}
    forms = _forms(view, wanted)
    rows = [row for row in kind.read(view) if _matches(kind, row, documents[row.document_id], wanted, forms)]
    if wanted.as_of and kind.state:
        rows = _latest(rows, documents, kind.state)
    return rows, documents


def _forms(view: "View", wanted: Wanted) -> dict[str, set[str]]:
    """Returns, for each filter that is set, all ways in which the documents write what it names."""
    forms = {name: {value} for name in _NAMED if (value := getattr(wanted, name))}
    named = [forms[name] for name in ("entity", "place") if name in forms]
    known = view.names() if named else ()
    for spellings in named:
        asked = {spelling.casefold() for spelling in spellings}
        for _, name in known:
            if asked & {form.casefold() for form in (name.key, *name.aliases)}:
                spellings.update((name.key, *name.aliases))
    return forms


def _matches(kind: Kind, row: Row, document: Document, wanted: Wanted, forms: Mapping[str, set[str]]) -> bool:
    if wanted.start or wanted.end:
        asked = Interval(wanted.start or date.min, wanted.end or date.max)
        if not any(asked.meets(interval) for interval in kind.days(row.record, document)):
            return False
    if wanted.undated and kind.days(row.record, document):
        return False
    if wanted.as_of and document.period and document.period.start > wanted.as_of:
        return False
    if wanted.section and not any(_says(heading, wanted.section) for heading in row.record.section):
        return False
    named = kind.names(row.record)
    for name, spellings in forms.items():
        fields = (*named.get(name, ()), row.text)
        if any(_says(field, spelling) for field in fields for spelling in spellings):
            continue
        if name != "place" or not _lies_in(named.get("place", ()), spellings):
            return False
    return not wanted.q or all(word in row.text.casefold() for word in wanted.q.casefold().split())


def _says(field: str | None, sought: str) -> bool:
    """Tells whether ``sought`` stands in ``field`` as whole words."""
    words = r"\s+".join(re.escape(word) for word in sought.casefold().split())
    return bool(field and re.search(rf"(?<!\w){words}(?!\w)", field.casefold()))


def _lies_in(places: Iterable[str | None], regions: Iterable[str]) -> bool:
    """Tells whether any of ``places`` lies in one of the countries or regions."""
    asked = [found for region in regions if (found := place_of(region)) and found.kind != "city"]
    stated = [found for place in places if place and (found := place_of(place))]
    return any(lies_in(place, region) for place in stated for region in asked)


def _latest(rows: list[Row], documents: Documents, state: Callable[[Any], tuple[str, ...]]) -> list[Row]:
    """Keeps of each state the rows of the latest document that states it."""

    def day(row: Row) -> date:
        period = documents[row.document_id].period
        return period.end if period else date.min

    last: dict[tuple[str, ...], date] = {}
    for row in rows:
        last[state(row.record)] = max(day(row), last.get(state(row.record), date.min))
    return [row for row in rows if day(row) == last[state(row.record)]]
