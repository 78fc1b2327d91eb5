"""Texts and links of documents, remembered by their rows: a row never changes and its number is never used again."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from ctassist.indexing import rows, schema
from ctassist.model.text import Link

_MOST_CHARACTERS = 20_000_000
"""Some tens of megabytes; an archive of forty issues has a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is quoted of a document: its canonical text, and its links in the order of the text."""

    text: str
    links: tuple[Link, ...]


class DocumentCache:
    """What documents say, by row; safe to share between threads.

    Which documents a caller may see is decided by who asks for a row, never here.
    """

    def __init__(self) -> None:
        """Starts empty."""
        self._known: dict[int, Written] = {}
        self._characters = 0

    def written(self, connection: Connection, row: int) -> Written:
        """Returns what the document in ``row`` says."""
        known = self._known.get(row)
        if known is None:
            known = _load(connection, row)
            self._remember(row, known)
        return known

    def _remember(self, row: int, written: Written) -> None:
        if self._characters + len(written.text) > _MOST_CHARACTERS:
            # Another thread may be reading the old one.
            self._known, self._characters = {}, 0
        if len(written.text) <= _MOST_CHARACTERS:
            self._known[row] = written
            self._characters += len(written.text)


def _load(connection: Connection, row: int) -> Written:
    documents, links = schema.documents.c, schema.links
    text = connection.execute(select(documents.text).where(documents.row == row)).scalar_one()
    found = connection.execute(select(links).where(links.c.document_row == row).order_by(links.c.seq))
    return Written(str(text), tuple(map(rows.link_of, found)))
