"""Who holds which role in which body: in charts, lists under headings, tables and sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ctassist.extraction.dates import has_date
from ctassist.extraction.holders import Holder, read_holders
from ctassist.extraction.items import is_open
from ctassist.extraction.role_words import canonical_role, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span

_NUMBER = re.compile(r"(?:\(?(?P<number>\d{1,2})[.):])\s*")
_BODY_LENGTH = 200
_HEADING_REACH = 400
_NAME_THEN_ROLE = re.compile(
    r"(?P<name>[^\W\d_][^(),:;—–|]{2,60}?)\s*(?:\((?P<brackets>[^()]*)\))?\s*(?:—|–|\s-\s|,"
    r"|:)\s*(?P<label>[^\W\d_][\w -]{2,30})"
)
_GROUP_LABEL = re.compile(
    r"^(?:name|title|(?:working\s+)?(?:group|committee|team|body)(?:\s+name)?)\s*\d*\s*:\s*", re.IGNORECASE
)
_AFFILIATION = re.compile(r"affiliation|organi[sz]ation|company|employer|entity|institution", re.IGNORECASE)


@cache
def _label_pattern() -> re.Pattern[str]:
    """A role word with a colon (or a dash) after it, optionally with its body: "Chair of the Working Group on X: "."""
    return re.compile(
        rf"(?<![\w-])(?P<label>(?i:{role_label()}))(?:\s+(?:of|for)\s+(?:the\s+)?(?P<body>[^:;\n]{{3,90}}?))?\s*(?::|(?:\s[–—]\s))\s*",
    )


@dataclass(slots=True)
class _Chart:
    """What is known while reading a chart block by block."""

    body: str = ""
    body_start: int = 0
    number: str | None = None
    label: str = ""
    waiting: bool = False
    """The last label has no holder yet, or its list of holders goes on."""
    list_level: int | None = None
    """After a label without holders on its line: list items deeper than this are its holders, one each."""
    pending: list[Span] = field(default_factory=list)
    """Pieces since the last holder: the name of the next body, and whatever stands around it."""


def find_roles(text: str, placed: Sequence[Placed], title: str) -> list[Role]:
    """Finds the roles that lines with labels, lists under headings and tables state. Sentences: ``role_sentences``."""
    roles: list[Role] = []
    by_heading: dict[int, list[Placed]] = {}
    for place in placed:
        by_heading.setdefault(place.heading, []).append(place)
    for group in by_heading.values():
        headed = list(_under_heading(text, group, title)) or list(_named_first(text, group, title))
        roles += headed or list(_in_chart(text, group, title))
        roles += _in_tables(text, group, title)
    return roles


def _in_chart(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    chart = _Chart()
    for place in group:
        if place.block.kind is BlockKind.TABLE_ROW:
            continue
        labels = list(_label_pattern().finditer(text, place.block.span.start, place.block.span.end))
        if not labels:
            yield from _continue(text, chart, place)
            continue
        before = trimmed(text, Span(place.block.span.start, labels[0].start()))
        _name_body(text, chart, before, labels[0].start(), place, title)
        for index, label in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else place.block.span.end
            if index and (between := _next_body(text, chart, label.start())):
                chart.body, chart.body_start, chart.number = between
            if label["body"]:
                chart.body, chart.body_start, chart.number = one_line(label["body"]), label.start("body"), None
            chart.label, chart.pending = label["label"], []
            holders, rest = read_holders(text, Span(label.end(), end))
            yield from _roles(chart, holders, place)
            chart.list_level = (
                None if holders else (place.block.level if place.block.kind is BlockKind.LIST_ITEM else 0)
            )
            said = text[label.end() : end].strip()
            if not holders and said:
                # "Focal points: 1,050" gives a number and "Chair: vacant" a gap; neither names anybody.
                chart.label, chart.pending, chart.waiting = "", [], False
                continue
            chart.waiting = not said or bool(holders and _list_goes_on(text, holders[-1].span.end, rest))
            if not chart.waiting or holders:
                left = trimmed(text, Span(rest, end), " \n\t/,;)(|")
                chart.pending = [left] if left.start < left.end else []


def _list_goes_on(text: str, holder_end: int, rest: int) -> bool:
    """A list of holders goes on after a comma, a slash or "and" at the end of its line."""
    return re.search(r"(?:[,&]|\band)\s*$", text[holder_end:rest] or "") is not None


def _continue(text: str, chart: _Chart, place: Placed) -> Iterator[Role]:
    """A block without a label: holders that the last label still waits for, or a piece of the next body's name."""
    span = place.block.span
    if (
        chart.list_level is not None
        and place.block.kind is BlockKind.LIST_ITEM
        and place.block.level > chart.list_level
    ):
        yield from _roles(chart, read_holders(text, span, one=True)[0], place)
        chart.waiting = False
        return
    chart.list_level = None
    if chart.waiting and chart.label:
        holders, rest = read_holders(text, span)
        if holders and holders[0].span.start == span.start:
            yield from _roles(chart, holders, place)
            chart.waiting = _list_goes_on(text, holders[-1].span.end, rest) and rest >= span.end
            left = trimmed(text, Span(rest, span.end), " \n\t/,;)(|")
            chart.pending = [left] if left.start < left.end else []
            return
    chart.waiting = False
    chart.pending.append(span)


def _name_body(text: str, chart: _Chart, before: Span, label_start: int, place: Placed, title: str) -> None:
    """Finds the body that a label speaks of: words before it, pieces above it, the body before, or the heading."""
    before = trimmed(text, before, " \n\t(–—-:|,/;•→")
    if len(before.of(text)) <= _BODY_LENGTH / 2:
        before = trimmed(text, before, ".")
    pieces = [*chart.pending, *([before] if before.start < before.end else [])]
    tail = _tail(text, pieces)
    if tail and len(tail.of(text)) <= _BODY_LENGTH and not tail.of(text).endswith("."):
        chart.body, chart.body_start, chart.number = _body(text, tail)
    elif chart.body and not pieces:
        pass
    else:
        body = _heading_body(place.section, title)
        chart.body, chart.body_start, chart.number = body, _heading_start(place, body, label_start), None
        if match := _NUMBER.match(body):
            chart.body, chart.number = body[match.end() :], match["number"]


def _heading_start(place: Placed, body: str, label_start: int) -> int:
    """Where the heading that names the body begins, so that the role's span shows it; far away it is left out."""
    near = place.heading_span and label_start - place.heading_span.start <= _HEADING_REACH
    return (
        place.heading_span.start
        if near and place.heading_span and place.section and place.section[-1] == body
        else label_start
    )


def _next_body(text: str, chart: _Chart, label_start: int) -> tuple[str, int, str | None] | None:
    """The body named between the holders of one label and the next label in the same block."""
    if not chart.pending:
        return None
    last = chart.pending[-1]
    tail = trimmed(text, Span(last.start, label_start), " \n\t(–—-:|,/;")
    return _body(text, tail) if len(tail.of(text)) > 3 else None


def _body(text: str, span: Span) -> tuple[str, int, str | None]:
    words = one_line(span.of(text))
    match = _NUMBER.match(words)
    name = words[match.end() :] if match else words
    name = _GROUP_LABEL.sub("", name.strip(" –—-:|,*("))
    return name, span.start, match["number"] if match else None


def _tail(text: str, pieces: Sequence[Span]) -> Span | None:
    """The last pieces that are one name: back to a number, or to a piece with a capital after a closed one."""
    if not pieces:
        return None
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index].of(text)
        if _NUMBER.fullmatch(piece + " ") and index < len(pieces) - 1:
            return Span(pieces[index].start, pieces[-1].end)
        if _NUMBER.match(piece):
            return Span(pieces[index].start, pieces[-1].end)
        if len(pieces) - index > 6:
            break
    first = len(pieces) - 1
    while first > 0:
        piece, above = pieces[first].of(text), pieces[first - 1].of(text)
        if not piece[0].islower() and not is_open(above):
            break
        first -= 1
    return Span(pieces[first].start, pieces[-1].end)


def _roles(chart: _Chart, holders: Sequence[Holder], place: Placed) -> Iterator[Role]:
    role = canonical_role(chart.label)
    for holder in holders:
        if chart.body and role:
            start = min(chart.body_start, holder.span.start)
            yield Role(
                Span(start, holder.span.end),
                chart.body,
                role,
                one_line(chart.label),
                holder.name,
                holder.affiliation,
                chart.number,
                place.section,
                page=place.block.page,
            )


def _under_heading(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """A heading that is a role word, with its holders in the list below."""
    section = group[0].section
    heading = next((part for part in reversed(section) if canonical_role(part)), None)
    if not heading or (
        group[0].block.kind is BlockKind.LIST_ITEM
        and section[-1] != heading
        and len(section) > 1
        and not canonical_role(section[-1])
    ):
        return
    role, body = canonical_role(heading), _heading_body(section[: section.index(heading)], title)
    for place in group:
        if (
            place.block.kind is not BlockKind.LIST_ITEM
            or not role
            or _label_pattern().search(place.block.span.of(text))
        ):
            continue
        holders, _ = read_holders(text, place.block.span, one=True)
        for holder in holders:
            yield Role(
                place.block.span,
                body,
                role,
                heading,
                holder.name,
                holder.affiliation,
                None,
                section,
                page=place.block.page,
            )


def _named_first(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """List items that name the holder first: "Ana Roe (@ana, Acme) — chair"."""
    for place in group:
        words = one_line(place.block.span.of(text))
        match = _NAME_THEN_ROLE.fullmatch(words) if place.block.kind is BlockKind.LIST_ITEM else None
        if match and (role := canonical_role(match["label"])):
            inside = [part.strip() for part in (match["brackets"] or "").split(",") if "@" not in part and part.strip()]
            body = _heading_body(place.section, title)
            yield Role(
                place.block.span,
                body,
                role,
                match["label"],
                match["name"].strip(),
                ", ".join(inside) or None,
                None,
                place.section,
                page=place.block.page,
            )


def _heading_body(section: Sequence[str], title: str) -> str:
    """The nearest heading that names a body, else the title."""
    return next((heading for heading in reversed(section) if not _is_generic(heading)), title)


def _is_generic(heading: str) -> bool:
    """Tells whether a heading names no body: "Leadership", "Chairs and leads"."""
    generic = set(table("bodies")["generic_headings"])
    parts = re.split(r"\s+(?:and|&)\s+|\s*[,/]\s*", re.sub(r"^[\W\d_]+", "", heading).strip(" :"))
    return all(part.casefold() in generic or canonical_role(part) for part in parts)


def _in_tables(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    header: Sequence[Span] = ()
    for place in group:
        block = place.block
        if block.kind is not BlockKind.TABLE_ROW:
            header = ()
        elif block.header:
            header = block.cells
        elif header and not any(has_date(cell.of(text)) for cell in block.cells):
            # A row with a date is an activity, and its "lead" no role in a body.
            yield from _row(text, place, [one_line(cell.of(text)) for cell in header], title)
        elif len(block.cells) == 2 and (role := canonical_role(one_line(block.cells[0].of(text)))):
            for holder in read_holders(text, block.cells[1])[0]:
                label = one_line(block.cells[0].of(text))
                body = _heading_body(place.section, title)
                yield Role(
                    block.span, body, role, label, holder.name, holder.affiliation, None, place.section, page=block.page
                )


def _row(text: str, place: Placed, header: Sequence[str], title: str) -> Iterator[Role]:
    """A row under a header: columns that are roles ("Group | Chair"), or a column of roles ("Role | Name")."""
    cells = place.block.cells
    columns = {
        index: role for index, name in enumerate(header) if (role := canonical_role(name)) and index < len(cells)
    }
    if columns:
        named = [
            index
            for index in range(len(cells))
            if index not in columns and any(ch.isalpha() for ch in cells[index].of(text))
        ]
        body, _, number = _body(text, cells[named[0]]) if named else (_heading_body(place.section, title), 0, None)
        if (
            named
            and number is None
            and named[0] > 0
            and (digits := re.fullmatch(r"\W*(\d{1,2})\W*", cells[0].of(text)))
        ):
            number = digits.group(1)
        for index, role in columns.items():
            for holder in read_holders(text, cells[index])[0]:
                yield Role(
                    place.block.span,
                    body,
                    role,
                    header[index],
                    holder.name,
                    holder.affiliation,
                    number,
                    place.section,
                    page=place.block.page,
                )
        return
    cell_role = next(
        ((index, role) for index, cell in enumerate(cells) if (role := canonical_role(one_line(cell.of(text))))), None
    )
    if cell_role and len(cells) >= 2:
        at, role = cell_role
        others = [index for index in range(len(cells)) if index != at]
        name_at = next(
            (
                index
                for index in others
                if index < len(header) and re.search(r"name|holder|person|who|entity|organi", header[index], re.I)
            ),
            others[0],
        )
        body_at = next(
            (
                index
                for index in others
                if index < len(header) and re.search(r"group|body|committee|board|team", header[index], re.I)
            ),
            None,
        )
        body = one_line(cells[body_at].of(text)) if body_at is not None else _heading_body(place.section, title)
        works_at = next((index for index in others if index < len(header) and _AFFILIATION.search(header[index])), None)
        affiliation = (
            one_line(cells[works_at].of(text)) if works_at is not None and works_at not in (name_at, body_at) else None
        )
        for holder in read_holders(text, cells[name_at])[0]:
            yield Role(
                place.block.span,
                body,
                role,
                one_line(cells[at].of(text)),
                holder.name,
                holder.affiliation or affiliation,
                None,
                place.section,
                page=place.block.page,
            )
