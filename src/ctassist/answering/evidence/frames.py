"""Lines that only frame others: what leads a list, closes it, says that it is empty, or how a vote went."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.evidence.attending import ABSENT, PRESENT
from ctassist.answering.terms import content, fold, table
from ctassist.answering.understanding.kinds import list_words
from ctassist.extraction.names import WORD
from ctassist.extraction.sections import lead_words
from ctassist.extraction.vocabulary import table as extraction_table
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Block, BlockKind

LEAD_WORDS = 4
"""A line above deeper ones with at most so many words is their heading and tells nothing by itself."""
_NOTHING = re.compile(
    r"\W*(?:(?i:(?:none|nil|n/?a|nothing(?: new)?(?: to report)?)(?: (?:this|last) (?:week|time|month|issue))?"
    r"|to be (?:announced|confirmed)|tb[acd])"
    r"|(?:There (?:is|are|was|were) )?[Nn]o (?:(?:[a-z]|[A-Z]{2})\S*\s+){0,6}?(?:is|are|was|were|has|have|this)\b.*)\W*"
)


def says_nothing(text: str) -> bool:
    """Tells whether a line says that there is nothing to list: "None", "No prizes were awarded this month."."""
    return _NOTHING.fullmatch(" ".join(text.split())) is not None


def lists_those_present(text: str) -> bool:
    """Tells whether a line of minutes says who came, or did not: "Present: Ana Roe, Bo Li"."""
    head, colon, _ = " ".join(text.split()).partition(":")
    return bool(colon) and (PRESENT.fullmatch(head) or ABSENT.fullmatch(head)) is not None


def is_credit(text: str) -> bool:
    """Tells whether a line does nothing but name who made the issue: "Edited by Ana Roe and Bo Li."."""
    return _CREDIT.fullmatch(" ".join(text.split())) is not None


_CREDIT = re.compile(
    r"\W*(?:(?i:this|the)\s+[a-z]+\s+(?:is|was)\s+)?(?i:edited|compiled|written|prepared|assembled|curated|produced|put\s+together"
    r"|collected|proofread)(?:\s+(?:and|&)\s+(?i:edited|compiled|written|curated|published|proofread))?(?:\s+this\s+\w+)?\s+by:?\s+"
    rf"{WORD}(?:(?:,|\s+and|,\s+and|\s+&)?\s+{WORD})*\W*"
)


def is_address(text: str) -> bool:
    """Tells whether a line only says where to write to: "Contact: Secretariat, office@guild.example"."""
    return _ADDRESS.fullmatch(" ".join(text.split())) is not None


_ADDRESS = re.compile(
    r"\W*(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|questions|correspondence|write\s+to\s+us|get\s+in\s+touch|for\s+more"
    r"|(?:for\s+)?(?:more|further)\s+information)(?:\s+\w+){0,2}?(?:\s*[:–—-]\s+|\s+(?=please\b))[^.;]*?"
    r"(?:[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|\+?\d[\d ()/-]{5,})\W*",
    re.IGNORECASE,
)


def is_vote(text: str) -> bool:
    """Tells whether a line is nothing but the outcome of a vote: "Approved unanimously", "Motion carried"."""
    words = {token.stem for token in content(text)}
    return bool(words) and words <= list_words("votes") | list_words("outcomes")


def addresses_reader(text: str) -> bool:
    """Tells whether a line invites or thanks whoever reads it: "Please send us your events"."""
    return _reader().search(text) is not None


@cache
def _reader() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("lists")["reader"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def is_lead(entry: Entry[Item], following: Entry[Item] | None) -> bool:
    """Tells whether a line only heads those below it: it ends in a colon, or is a few words above deeper lines.

    So does a question that they answer.
    """
    text = " ".join(entry.text.split())
    if text.endswith(":"):
        return True
    below = following.record.section[-1:] if following else ()
    if below and below[0].endswith("?") and text.startswith(below[0]) and below != entry.record.section[-1:]:
        return True
    heads = following is not None and following.record.section[-1:] == (text,) != entry.record.section[-1:]
    return heads and len(text.split()) <= LEAD_WORDS


def is_form(text: str, context: Context) -> bool:
    """Tells whether a line is a question of a form to which it has no answer here: elsewhere lines stand below it."""
    asked = lead_words(" ".join(text.split()))
    return asked.endswith("?") and asked.casefold() in context.catalog.headings()


def under_furniture(section: Sequence[str]) -> bool:
    """Tells whether a heading is of what no issue reports: who was present, whom to write to, how to subscribe."""
    return any(
        (words := {token.stem for token in content(heading)}) and words <= list_words("furniture")
        for heading in section
    )


def without_frames(entries: Sequence[Entry[Item]], context: Context) -> list[Entry[Item]]:
    """The lines of rubrics without paragraphs around lists, also where an issue's list is empty and only they stand.

    A paragraph with something dated or said is no frame: pages lose the bullets of some lines.
    """
    ids = sorted({entry.document_id for entry in entries})
    shapes = {id_: Shape.of(id_, context) for id_ in ids}
    telling = {(row.document_id, row.record.span) for row in context.view.activities(dated=True, document_ids=ids)}
    telling |= {(row.document_id, row.record.span) for row in context.view.statements(document_ids=ids)}
    framing = {
        fold(entry.text)
        for entry in entries
        if shapes[entry.document_id].frames(entry) and (entry.document_id, entry.record.span) not in telling
    }
    return [entry for entry in entries if fold(entry.text) not in framing]


@dataclass(frozen=True, slots=True)
class Shape:
    """The blocks of a document and, for each, whether it is a paragraph under a heading that has a list as well."""

    starts: tuple[int, ...]
    around: tuple[bool, ...]

    @staticmethod
    def of(document_id: str, context: Context) -> "Shape":
        """The shape of a document."""
        blocks = context.blocks(document_id)
        around: list[bool] = []
        for run in _runs(blocks):
            listed = any(block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) for block in run)
            around += [listed and block.kind is BlockKind.PARAGRAPH for block in run]
        return Shape(tuple(block.span.start for block in blocks), tuple(around))

    def frames(self, entry: Entry[Item]) -> bool:
        """Tells whether a line introduces or closes a list, as paragraphs beside bullets do."""
        at = bisect_right(self.starts, entry.record.span.start) - 1
        return at >= 0 and self.around[at]


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each heading, the heading first."""
    runs: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            runs.append([])
        runs[-1].append(block)
    return runs


_ON_ROLL = re.compile(r"\s*[^\W\d_a-z][^()]{3,90}\s\((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][\w&.-]{1,11}\)\s*")


def is_on_roll(text: str) -> bool:
    """Tells whether a line is nothing but a name with what it is called for short: "Office for Lamps (OL)"."""
    return _ON_ROLL.fullmatch(text) is not None and all(
        word[0].isupper() or word.strip(",") in _joiners() or not word[0].isalpha() for word in text.split()
    )


@cache
def _joiners() -> frozenset[str]:
    return frozenset(extraction_table("organisations")["joiners"])
