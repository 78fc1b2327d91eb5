"""Tables that state roles: columns that are roles, a column of roles, or rows of label and name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctassist.extraction.dates import find_dates, has_date
from ctassist.extraction.holders import Holder, is_name, read_cell, read_holders
from ctassist.extraction.role_inline import posts_ahead
from ctassist.extraction.role_labels import (
    Label,
    bare_label,
    body_of,
    heading_body,
    labels_in,
    line_label,
    named_body,
    read_label,
    shared_role,
    titled_label,
)
from ctassist.extraction.role_words import canonical_role, is_between, is_listed, is_plural, is_title, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval

_AFFILIATION = re.compile(r"affiliation|organi[sz]ation|company|employer|entity|institution|works? (?:at|for)", re.I)
_MEMBER = re.compile(r"members?", re.IGNORECASE)
_HOLDER = re.compile(r"name|holder|person|who|entity|organi", re.IGNORECASE)
_NAME = re.compile(r"(?:full\s+)?names?|who|persons?|people", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\b(?:profile|handle|account|user\s?name|github|gitlab|e-?mail|mail|contact|phone|photo|term|since|until|start(?:ed)?|ends?"
    r"|country|city|time\s?zone|pronouns|notes?|remarks?)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"group|body|committee|board|team", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the headers of its columns."""

    text: str
    place: Placed
    header: Sequence[str]
    title: str

    @property
    def cells(self) -> Sequence[Span]:
        return self.place.block.cells

    def words(self, index: int) -> str:
        return one_line(self.cells[index].of(self.text))

    def under(self, pattern: re.Pattern[str], without: Sequence[int]) -> int | None:
        """The first column, but those of ``without``, whose header has a word."""
        columns = range(min(len(self.header), len(self.cells)))
        return next((at for at in columns if at not in without and pattern.search(self.header[at])), None)

    def role(self, label: Label, written: str, body: str, number: str | None, holder: Holder) -> Role:
        block = self.place.block
        section = self.place.section
        return Role(
            block.span, body, label.role, written, holder.name, holder.affiliation, number, section, page=block.page
        )


def in_tables(text: str, group: Sequence[Placed], title: str, reference: Interval | None = None) -> Iterator[Role]:
    """The roles that the tables under one heading state; ``reference`` is the time that gives days their year."""
    header: Sequence[str] = ()
    for place in group:
        block = place.block
        if block.kind is not BlockKind.TABLE_ROW:
            header = ()
        elif block.header:
            header = [one_line(cell.of(text)) for cell in block.cells]
        else:
            row = _Row(text, place, header, title)
            yield from _by_columns(row) or _by_label(row, reference) or _by_labels_within(row) or _by_heading(row)


def _by_columns(row: _Row) -> list[Role]:
    """A row under a header that has roles: "Group | Chair | Vice-chairs", "Member | Organisation | Term"."""
    labels = {index: label for index, name in enumerate(row.header[: len(row.cells)]) if (label := read_label(name))}
    labels |= _beside_lead(row, labels)
    posts = {index: label for index, label in labels.items() if not is_listed(label.role)}
    # Beside a post, "Member" is whom its holder belongs to.
    labels = posts or _as_headed(row, labels)
    if not labels or (posts and _dates_itself(row, labels)) or _is_dated_first(row, labels):
        return []
    works_at = row.under(_AFFILIATION, list(labels))
    if works_at is None:
        # In a list of the members of one body, "Body" is whom they come from.
        works_at = row.under(_MEMBER if posts else _BODY, list(labels))
    named = [at for at in range(len(row.cells)) if at not in labels and re.search(r"[^\W\d_]", row.words(at))]
    named = [at for at in named if at != works_at and not (at > min(labels) and _is_of_person(row, at))]
    if labels is not posts:
        named = []
    if named and _is_post_itself(row, named[0], [label.role for label in labels.values()]):
        return []
    body, number = heading_body(row.place.section, row.title), None
    if named:
        found = body_of(row.text, row.cells[named[0]])
        body, number = found.name, found.number or _number_before(row, named[0])
    stated = [
        role
        for index, label in labels.items()
        for role in _in_cell(row, row.cells[index], label.body or body, number)
        or [
            row.role(
                _held_by(holders, label, row.header[index], own),
                own or row.header[index],
                label.body or body,
                number,
                _working_at(row, holder, works_at),
            )
            for own in [_post_behind(row.words(index), label)]
            for holders in [
                list(read_cell(row.text, row.cells[index], several=is_plural(bare_label(row.header[index]))))
            ]
            for holder in holders
        ]
    ]
    if not posts:
        stated += _posts_of_members(row, stated)
    own = [at for at in range(len(row.cells)) if at not in (*labels, works_at, *named[:1])]
    return [*stated, *(role for at in own for role in _in_cell(row, row.cells[at], body, number))] if stated else []


def _posts_of_members(row: _Row, members: Sequence[Role]) -> list[Role]:
    """The posts that a column beside that of members gives them: "Ana Roe | WTO | Treasurer" below "Function"."""
    at = next((at for at in range(len(row.cells)) if at < len(row.header) and _OFFICE.search(row.header[at])), None)
    label = read_label(row.words(at)) if at is not None and not row.under(_SINCE, []) else None
    if at is None or label is None or is_listed(label.role) or len(members) != 1:
        return []
    (member,) = members
    return [replace(member, role=label.role, label=row.words(at), body=label.body or member.body)]


def _beside_lead(row: _Row, labels: dict[int, Label]) -> dict[int, Label]:
    """The columns whose headers are posts only beside that of whoever leads: "Led by | Second"."""
    if not any(label.role in _LEADS | _CHAIRS for label in labels.values()):
        return {}
    columns = enumerate(row.header[: len(row.cells)])
    return {at: Label(role) for at, name in columns if at not in labels and (role := _seconds().get(name.casefold()))}


@cache
def _seconds() -> dict[str, str]:
    """The words for posts that are such only at the head of a column, with their roles."""
    return {word: role for role, entry in table("roles").items() for word in entry.get("columns", [])}


def _post_behind(words: str, label: Label) -> str | None:
    """The post that a cell below "Led by" says itself: "Ana Roe (WTO), chair"; a title may be one of elsewhere."""
    match = _behind().search(words) if label.role in _LEADS else None
    role = canonical_role(match["post"]) if match else None
    return match["post"] if match and role and not is_title(role) else None


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf",\s+(?P<post>{role_label()})$", re.IGNORECASE)


def _held_by(holders: Sequence[Holder], label: Label, header: str, own: str | None) -> Label:
    """The label for those in a cell: their own, and below "Chair or co-chairs" several are co-chairs."""
    if own and (role := canonical_role(own)):
        return Label(role, label.body)
    together = shared_role(header) if len(holders) > 1 else None
    return Label(together, label.body) if together else label


def _is_post_itself(row: _Row, at: int, headed: Sequence[str]) -> bool:
    """Tells whether a row of bodies names a post, whose holder leads nothing: "Liaison to the Pilots | Ana Roe"."""
    post = read_label(row.words(at))
    if post is None or not post.body:
        return False
    return is_between(post.role) or (headed[0] in _LEADS and post.role not in headed)


_CHAIRS = frozenset(["chair", "co-chair", "co-lead", "convener", "president"])
_LEADS = frozenset(["lead", "head"])
"""Whoever is first in a body, whatever that one is called there."""


def _is_of_person(row: _Row, at: int) -> bool:
    """Tells whether a column says more of the holder, and names no body: "Profile", "Term end"."""
    return at < len(row.header) and _PERSONAL.search(row.header[at]) is not None


def _as_headed(row: _Row, labels: dict[int, Label]) -> dict[int, Label]:
    """A column of members under "Emeritus Members" holds those."""
    headed = read_label(row.place.section[-1]) if row.place.section else None
    if headed and is_listed(headed.role):
        return {index: Label(headed.role, label.body or headed.body) for index, label in labels.items()}
    return labels


def _dates_itself(row: _Row, labels: dict[int, Label]) -> bool:
    """Tells whether a row is an activity with its date: its "lead" is no role in a body."""
    return any(has_date(row.words(at)) for at in range(len(row.cells)) if at not in labels)


def _is_dated_first(row: _Row, labels: dict[int, Label]) -> bool:
    """Tells whether a row opens with its day: "Date | Place | Member | What" is a calendar of what members did."""
    before = range(min(min(labels), len(row.header)))
    return any(has_date(row.words(at)) and _WHEN.fullmatch(row.header[at].strip()) for at in before)


_WHEN = re.compile(r"(?:dates?|days?|when|time|month|week|dates? (?:and|&|/) times?)", re.IGNORECASE)
"""Headers of the time of what happened; "Since" and "Elected" are of whoever holds a post."""


def _number_before(row: _Row, named: int) -> str | None:
    digits = re.fullmatch(r"\W*(\d{1,2})\W*", row.words(0)) if named else None
    return digits.group(1) if digits else None


def _by_label(row: _Row, reference: Interval | None) -> list[Role]:
    """A row with a cell that is a role: "Treasurer | Ana Roe (WTO)", "Chair | Board | Ana Roe | WTO"."""
    labels = ((at, read_label(row.words(at)) or _post(row, at)) for at in range(len(row.cells)))
    at, label = next(((at, label) for at, label in labels if label), (0, None))
    others = [index for index in range(len(row.cells)) if index != at]
    dated = [index for index in others if has_date(row.words(index)) and not _is_of_term(row, index)]
    if label is None or not others or dated:
        return []
    body_at = row.under(_BODY, [at])
    gone = [index for index in others if index < len(row.header) and _GONE.search(row.header[index])]
    without = [at, *gone, *([] if body_at is None else [body_at])]
    come = row.under(_COME, without) if gone else None
    name_at = row.under(_HOLDER, without) if come is None else come
    if gone and name_at is None:
        return []
    name_at = next((index for index in others if index != body_at), others[0]) if name_at is None else name_at
    works_at = row.under(_AFFILIATION, [at, name_at])
    works_at = None if works_at == body_at else works_at
    body = label.body or (row.words(body_at) if body_at is not None else heading_body(row.place.section, row.title))
    return [
        replace(row.role(label, row.words(at), body, None, _working_at(row, holder, works_at)), interval=since)
        for since in [_since(row, [at, name_at], reference)]
        for holder in read_cell(row.text, row.cells[name_at], several=is_plural(row.words(at)) or works_at is not None)
    ]


def _post(row: _Row, at: int) -> Label | None:
    """The post of a cell below "Office" that has its body behind a comma or a dash: "Chair, Tides group"."""
    match = _OFFICE_OF.fullmatch(row.words(at)) if at < len(row.header) and _OFFICE.search(row.header[at]) else None
    role = canonical_role(match["role"]) if match else None
    return Label(role, named_body(match["body"])) if match and role else None


_OFFICE = re.compile(r"\b(?:office|post|position|function|role|title|job|appointment)s?\b", re.IGNORECASE)
_OFFICE_OF = re.compile(r"(?P<role>[^,:–—()]{3,40}?)\s*(?:,|:|\s[–—-])\s*(?:the\s+)?(?P<body>[^\W_].*[^\W_])")
_GONE = re.compile(
    r"\b(?:(?:until|till|up to) (?:now|then|today|recently)|previous(?:ly)?|former(?:ly)?|before|outgoing|leaving"
    r"|departing|predecessors?|old|past|ex|so far|hitherto)\b",
    re.IGNORECASE,
)
"""Columns of those who have left a post: "Until now", "Predecessor"."""
_COME = re.compile(
    r"\b(?:new(?:ly)?|now|incoming|successors?|next|today|current(?:ly)?|present|elected|appointed)\b", re.I
)
"""Columns of those who hold it now, beside one of those who have left."""


def _since(row: _Row, without: Sequence[int], reference: Interval | None) -> Interval | None:
    """From when the holder has the post, where a column says so."""
    at = row.under(_SINCE, without)
    dates = find_dates(row.words(at), reference) if at is not None else []
    return dates[0].interval if len(dates) == 1 else None


_SINCE = re.compile(r"^(?:since|from|as of|(?:with )?effect(?:ive)?|start(?:s|ed)?|begin(?:s|ning)?)\b", re.IGNORECASE)


def _is_of_term(row: _Row, at: int) -> bool:
    """Tells whether a column says from when or until when its holder has the post: "Elected", "Until"."""
    headed = at < len(row.header) and _IN_OFFICE.fullmatch(row.header[at].strip()) is not None
    return headed and row.under(_HOLDER, [at]) is not None


_IN_OFFICE = re.compile(
    r"(?:(?:re-?)?elected|appointed|since|from|until|till|to|in office(?: (?:since|until))?"
    r"|(?:start|end|begin|beginning)s?(?: of (?:the )?term)?|mandate"
    r"|term(?: of office)?(?: (?:starts?|ends?|begins?|expires?))?)"
    r"(?: on| in)?",
    re.IGNORECASE,
)


def _by_labels_within(row: _Row) -> list[Role]:
    """A row with a cell that has labels and holders: "2 | Fog signals | Chair: WTO; Vice-chairs: BPU, CSO"."""
    at = next(
        (at for at in range(len(row.cells)) if line_label().match(row.text, row.cells[at].start, row.cells[at].end)),
        None,
    )
    named = [index for index in range(at or 0) if re.search(r"[^\W\d_]", row.words(index))]
    if at is None or not named:
        return []
    body = body_of(row.text, row.cells[named[-1]])
    number = body.number or _number_before(row, named[-1])
    return [role for cell in row.cells[at:] for role in _in_cell(row, cell, body.name, number)]


def _in_cell(row: _Row, cell: Span, body: str, number: str | None) -> list[Role]:
    """The roles of a cell that labels its holders itself: "Chair: WTO; Vice-chairs: BPU, CSO", "Clerk Bo Li (CSO)"."""
    if not line_label().match(row.text, cell.start, cell.end):
        return [
            row.role(Label(post.role), post.label, body, number, holder)
            for posts in [posts_ahead(row.text, cell)]
            # "Lead Paint" is no holder: only one whose organisation is told, or who is one, is believed.
            if all(holder.affiliation or holder.name.isupper() for post in posts for holder in post.holders)
            for post in posts
            for holder in post.holders
        ]
    labels = labels_in(row.text, cell)
    ends = [*(label.start for label in labels[1:]), cell.end]
    return [
        row.role(Label(label.role), label.written, body, number, holder)
        for label, end in zip(labels, ends, strict=True)
        for holder in read_holders(row.text, Span(label.end, end))[0]
    ]


def _by_heading(row: _Row) -> list[Role]:
    """A row of names under a heading that is a role: "Chairs" with "Name | E-mail | Company" below."""
    heading = row.place.section[-1] if row.place.section else ""
    label = titled_label(heading, row.title)
    if label is None or not row.header or not _NAME.fullmatch(row.header[0]):
        return []
    body = label.body or heading_body(row.place.section[:-1], row.title)
    works_at = row.under(_AFFILIATION, [0])
    return [
        row.role(label, heading, body, None, _working_at(row, holder, works_at))
        for holder in read_holders(row.text, row.cells[0], one=True)[0]
        if is_name(holder.name)
    ]


def _working_at(row: _Row, holder: Holder, column: int | None) -> Holder:
    if holder.affiliation or column is None or column >= len(row.cells) or not row.words(column):
        return holder
    return Holder(holder.name, holder.span, row.words(column))
