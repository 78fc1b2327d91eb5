"""Charts of bodies with their posts: names of bodies and lines with labels, in whatever pieces a reader got them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ctassist.extraction.dates import begins_with_date
from ctassist.extraction.holders import Holder, read_holders
from ctassist.extraction.items import is_open
from ctassist.extraction.lone_numbers import LoneNumbers, run_above
from ctassist.extraction.page_bodies import body_in, names_body
from ctassist.extraction.places import place_of
from ctassist.extraction.role_labels import (
    NUMBER,
    BodyName,
    apart,
    body_of,
    heading_body,
    is_count,
    is_generic,
    is_kind_of_page,
    is_labelled,
    labels_in,
    tail_of,
    unqualified,
)
from ctassist.extraction.role_words import is_between, is_plural
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import sentences, trimmed
from ctassist.extraction.vocabulary import alternatives, forms_of_address, table
from ctassist.model.records import Role
from ctassist.model.text import Block, BlockKind, Span

_BODY_LENGTH = 200
_DEPUTY, _VICE_CHAIR, _CHAIRS = "deputy", "vice-chair", frozenset(["chair", "co-chair"])
"""A deputy named below a chair is the chair's."""
_HEADING_REACH = 400


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that may name a body, and the block they stand in."""

    span: Span
    block: Block


@dataclass(slots=True)
class _Chart:
    """What is known while reading a chart block by block."""

    body: str = ""
    body_start: int = 0
    number: str | None = None
    label: str = ""
    role: str = ""
    waiting: bool = False
    """The last label has no holder yet, or its list of holders goes on."""
    list_level: int | None = None
    """After a label without holders on its line: list items deeper than this are its holders, one each."""
    said: set[str] = field(default_factory=set)
    """The roles that the body's lines have told so far; one that comes again is another body's."""
    of_post: bool = False
    """Whether only a post has named the body, "Chair of the Council": what follows need not be of the same."""
    pending: list[_Piece] = field(default_factory=list)
    """Since the last holder: the name of the next body, and whatever stands around it."""
    numbers: LoneNumbers = field(default_factory=LoneNumbers)

    def name(self, body: BodyName) -> None:
        """Takes a body for the one that the next labels speak of."""
        self.body, self.body_start, self.number = body.name, body.start, body.number
        self.of_post = False
        self.said.clear()

    def keep(self, text: str, left: Span, place: Placed) -> None:
        """What is left of a line after its holders is all that is pending."""
        left = trimmed(text, left, " \n\t/,;)(|")
        self.pending = [_Piece(left, place.block)] if left.start < left.end else []


def in_chart(text: str, group: Sequence[Placed], title: str, numbers: LoneNumbers | None = None) -> Iterator[Role]:
    """The roles that the lines under one heading state by labels: "Chair: WTO".

    ``numbers`` are those of the bodies under the headings above: headings of a torn page may stand within a chart.
    """
    told: list[Role] = []
    chart = _Chart(numbers=numbers or LoneNumbers())
    for role in _read(text, chart, group, title):
        if isinstance(role, BodyName):
            told = [replace(one, body=role.name, number=role.number) if one.body == chart.body else one for one in told]
        else:
            told.append(role)
    yield from told


def _read(text: str, chart: _Chart, group: Sequence[Placed], title: str) -> Iterator[Role | BodyName]:
    """The roles of a chart; a body's name is the whole one of the body whose roles came right before."""
    taken: Placed | None = None
    for at, place in enumerate(group):
        if place.block.kind is BlockKind.TABLE_ROW or place is taken:
            continue
        labels = labels_in(text, place.block.span)
        if not labels:
            yield from _continue(text, chart, place)
            continue
        if whole := _head_behind(text, chart):
            yield whole
        before = trimmed(text, Span(place.block.span.start, labels[0].start))
        _name_body(text, chart, before, labels[0].role, labels[0].start, place, title)
        for index, label in enumerate(labels):
            end = labels[index + 1].start if index + 1 < len(labels) else place.block.span.end
            if index and (between := _next_body(text, chart, label.start)):
                chart.name(between)
            if label.body:
                chart.name(BodyName(label.body, label.start))
                chart.of_post = True
            chart.label, chart.role, chart.pending = label.written, label.role, []
            if index == 0 and before.of(text) and not unqualified(one_line(before.of(text))):
                chart.label = Span(before.start, label.start).of(text) + label.written
            elif index == 0 and _is_other_end(text, before, label.role, title, place):
                chart.label = Span(before.start, label.start).of(text) + label.written
                other = re.sub(r"^\W+", "", one_line(before.of(text))).casefold()
                chart.role = f"{other} {label.role}"
            if label.role == _DEPUTY and chart.said & _CHAIRS:
                chart.role = _VICE_CHAIR
            chart.said.add(label.role)
            following = labels[index + 1].role if index + 1 < len(labels) else _first_role(text, group[at + 1 :])
            last = _before_next_body(text, Span(label.end, end)) if following in chart.said else end
            holders, rest = read_holders(text, Span(label.end, last), several=is_plural(label.written))
            if index + 1 == len(labels) and (whole_name := _torn(text, holders, rest, group[at : at + 2])):
                holders, taken = [whole_name], group[at + 1]
            yield from _roles(chart, holders, place)
            chart.list_level = (
                None if holders else (place.block.level if place.block.kind is BlockKind.LIST_ITEM else 0)
            )
            said = text[label.end : end].strip()
            if not holders and said:
                # "Focal points: 1,050" gives a number and "Chair: vacant" a gap; neither names anybody.
                chart.label, chart.pending, chart.waiting, chart.list_level = "", [], False, None
                continue
            chart.waiting = not said or bool(holders and _list_goes_on(text, holders[-1].span.end, rest))
            if not chart.waiting or holders:
                chart.keep(text, Span(rest, end), place)
    if whole := _head_behind(text, chart):
        yield whole


def _torn(text: str, holders: Sequence[Holder], rest: int, here: Sequence[Placed]) -> Holder | None:
    """A person whose name ends a line and goes on in the next block, with who sent her: "Clerk: Ana", "Roe (WTO)"."""
    listed = here[0].block.kind is BlockKind.LIST_ITEM
    if len(holders) != 1 or len(here) < _TWO or rest < here[0].block.span.end or listed:
        return None
    first, below = holders[0], here[1].block.span
    lone = " " not in first.name and not first.name.isupper() and not first.affiliation and not place_of(first.name)
    match = _SURNAME.fullmatch(text, below.start, below.end) if lone else None
    if match is None:
        return None
    return Holder(f"{first.name} {match['name']}", Span(first.span.start, below.end), match["of"])


_TWO = 2
_SURNAME = re.compile(r"(?P<name>[^\W\d_a-z][\w’'-]+)\s+\((?P<of>[A-Z][\w-]*[A-Z][\w-]*)\)")


def _head_behind(text: str, chart: _Chart) -> BodyName | None:
    """The whole name of a body whose first words stand behind its holders: "Night Boats", "Chair: WTO", "2. Panel on".

    On a torn page lines of one box may come in another order. Words that the next name may begin with are left to it.
    """
    first = chart.pending[0].span if chart.pending else None
    if first is None or not chart.body or names_body(chart.body) or not _HEAD.fullmatch(first.of(text)):
        return None
    head, number = apart(one_line(first.of(text)))
    behind = chart.pending[1].span.of(text) if len(chart.pending) > 1 else None
    goes_on = behind is not None and not NUMBER.match(behind + " ") and not names_body(behind)
    if goes_on or not names_body(head):
        return None
    chart.pending.pop(0)
    return BodyName(f"{head} {chart.body}", first.start, number)


_HEAD = re.compile(r"(?:\(?\d{1,2}[.):]\s*)?[^\W\d_a-z](?:[\w’'&-]|\s(?=\S)){2,40}\s(?:on|for|of)(?:\sthe)?")


def _first_role(text: str, below: Sequence[Placed]) -> str | None:
    """The role that the next line begins with."""
    labels = labels_in(text, below[0].block.span) if below else []
    return labels[0].role if labels and not text[below[0].block.span.start : labels[0].start].strip() else None


def _before_next_body(text: str, span: Span) -> int:
    """Where the holders end that the name of the next body follows without a sign: "WTO Working Group on Tides"."""
    match = _next_name().search(text, span.start, span.end)
    return match.start() if match else span.end


@cache
def _next_name() -> re.Pattern[str]:
    nouns = alternatives([*table("bodies")["core"], "panel", "commission", "forum", "network", "council"])
    return re.compile(rf"(?<=[\w)])\s+(?=(?:{nouns})\s+(?:on|for|of)\b)", re.IGNORECASE)


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
        if holders and _ADDRESSED.fullmatch(text, span.start, holders[0].span.start):
            yield from _roles(chart, holders, place)
            chart.waiting = _list_goes_on(text, holders[-1].span.end, rest) and rest >= span.end
            chart.keep(text, Span(rest, span.end), place)
            return
    chart.waiting = False
    chart.pending.append(_Piece(span, place.block))


_ADDRESSED = re.compile(rf"(?:{forms_of_address()}\s+)?")
"""What may stand before the name of a holder."""


def _is_other_end(text: str, before: Span, role: str, title: str, place: Placed) -> bool:
    """Tells whether words before a role that links two bodies name the other one: "Board liaison" on a group's page."""
    words = one_line(before.of(text))
    # Below "Contact" the page speaks of its own body, whatever that is called.
    own = body_in(title) is not None or (bool(place.section) and is_generic(place.section[-1]))
    return is_between(role) and 0 < len(words.split()) <= _OTHER_END and own


_OTHER_END = 4


def _name_body(text: str, chart: _Chart, before: Span, role: str, label_start: int, place: Placed, title: str) -> None:
    """Finds the body that a label speaks of: words before it, pieces above it, the body before, or the heading."""
    before = tail_of(text, before)
    if len(before.of(text)) <= _BODY_LENGTH / 2:
        before = trimmed(text, before, ".")
    if not unqualified(one_line(before.of(text))) or _is_other_end(text, before, role, title, place):
        before = Span(before.end, before.end)
    if is_count(before.of(text)):
        before = Span(before.end, before.end)
    if having := _HAVING.fullmatch(before.of(text)):
        before = Span(before.start, before.start + len(having["body"] or ""))
    if is_kind_of_page(one_line(before.of(text)), title):
        chart.name(BodyName(heading_body((), title), label_start))
        return
    pieces = [*_naming(text, chart.pending, place), *([before] if before.start < before.end else [])]
    # On a torn page the number may stand below the name, right above the first label.
    below = NUMBER.fullmatch(pieces[-1].of(text) + " ") if len(pieces) > 1 else None
    if below:
        pieces.pop()
    tail = _tail(text, pieces)
    tail, heads = _below_heads(text, tail, pieces)
    if tail and is_generic(one_line(tail.of(text))):
        tail, pieces = None, pieces[:-1]
    if tail and _is_owned_below(one_line(tail.of(text)), place):
        pieces = [tail]
        tail = None
    if tail and len(tail.of(text)) <= _BODY_LENGTH and not tail.of(text).endswith("."):
        named = body_of(text, tail)
        if below and named.number is None:
            named = replace(named, number=below["number"])
        lone = heads or run_above([piece.of(text) for piece in pieces if piece.start <= tail.start])
        if heads:
            named = replace(named, number=heads[0])
        unnumbered = bool(chart.body) and chart.number is None
        chart.name(replace(named, number=chart.numbers.of(named.number, lone, above_has_none=unnumbered)))
    elif not pieces and (found := _of_office(text, chart.pending)):
        chart.name(found)
    elif chart.body and not pieces:
        if chart.of_post and role in _OF_THE_WHOLE:
            chart.name(BodyName("", label_start))
    else:
        of_issue = role in _OF_ISSUES and not any(map(names_body, place.section[-1:]))
        body = heading_body(() if of_issue else place.section, title)
        chart.body_start = _heading_start(place, body, label_start)
        chart.body, chart.number = apart(body)


_HEADS = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+)? \d{1,2}(?:\s+|$)){1,6}")
_HEADED = re.compile(r"(?P<noun>[^\d]+?) (?P<number>\d{1,2})(?:\s+|$)")
"""What stands above two columns of a chart that became one: "Working group 1   Working group 2"."""


def _below_heads(text: str, tail: Span | None, pieces: Sequence[Span]) -> tuple[Span | None, list[str]]:
    """A name without the heads of several columns before it, and their numbers: the first is that of its own."""
    if tail is None:
        return None, []
    above = [piece for piece in pieces if piece.end <= tail.start][-1:]
    for words, start in ((tail.of(text), tail.start), *((piece.of(text), -1) for piece in above)):
        match = _HEADS.match(words)
        heads = list(_HEADED.finditer(match.group())) if match else []
        alike = len({one_line(head["noun"]).casefold() for head in heads}) == 1 and names_body(heads[0]["noun"])
        apart_from_name = start < 0 and match is not None and match.end() == len(words)
        if match and alike and (apart_from_name or (start >= 0 and len(heads) > 1 and match.end() < len(words))):
            name = trimmed(text, Span(start + match.end(), tail.end)) if start >= 0 else tail
            return name, [head["number"] for head in heads]
    return tail, []


_OF_THE_WHOLE = frozenset(["secretary-general", "director-general", "executive secretary", "executive director"])
"""Posts at the head of an organisation, which below "Chair of the Council" are not the council's."""
_OF_ISSUES = ("editor",)
"""Posts that the last lines of an issue tell of the whole, whatever heading stands above them."""
_HAVING = re.compile(
    r"(?:(?i:the|this|our|we|it|there)\b(?:\s+[a-z-]+)??|(?P<body>[^\W\d_a-z][^:;,.]{1,60}?))\s+(?:(?:currently|presently|today|now|still)\s+)?"
    r"(?:has|have|had|counts?|is|are|was|were)(?:\s+[a-z\d][\w-]*)*"
)
"""A sentence that counts the holders below it is not all a name: "Brass Lamp has seven core maintainers:"."""


def _is_owned_below(words: str, place: Placed) -> bool:
    """Tells whether words only say who houses the body of the heading, or where it sits.

    "WTO's Policy Branch" and "Hosted by WTO in Bern" do, below "Secretariat".
    """
    heading = place.section[-1] if place.section else ""
    return _OWNED.match(words) is not None and not names_body(words) and names_body(heading) and not is_generic(heading)


_OWNED = re.compile(r"[A-Z][\w-]*[’']s\s|[A-Z][a-z]+ed\s+(?:by|in|at|on|with|from|under|since)\s|(?:Seat|Home)\b")

_OFFICE = re.compile(r"[^\W\d_][^:\n]{1,40}? of (?:the )?(?P<body>[^:\n]{2,60}?):\s+[^\W\d]")


def _of_office(text: str, pending: Sequence[_Piece]) -> BodyName | None:
    """The body that posts by other names right above belong to: "Steersman of the Guild: Ana Roe"."""
    for piece in reversed(pending):
        match = _OFFICE.match(text, piece.span.start, piece.span.end)
        if match and is_labelled(piece.span.of(text)):
            return BodyName(one_line(match["body"]), piece.span.start)
    return None


_SIGNED = re.compile(r"[–—―]\s*[^\W\d_a-z]")
"""Who signs the words above: "— Ana Roe, at the fair" is no body."""


def _naming(text: str, pending: Sequence[_Piece], place: Placed) -> list[Span]:
    """The pieces that may name the body of a label: none that tells of a day ("9 May 2031: Fair of Bells").

    An item's siblings in a list that has levels are no names of bodies ("- Chat: #docs"), unless they say so.
    """
    block = place.block
    return [
        piece.span
        for piece in pending
        if not piece.span.of(text).endswith("?")
        and not _SIGNED.match(piece.span.of(text))
        and not is_labelled(piece.span.of(text))
        and not begins_with_date(piece.span.of(text))
        and not is_count(piece.span.of(text))
        and not (piece.span.of(text).endswith(":") and piece.block.level == block.level)
        and (
            block.kind is not BlockKind.LIST_ITEM
            or piece.block.kind is not BlockKind.LIST_ITEM
            or piece.block.level < block.level
            or NUMBER.match(piece.span.of(text))
            or (piece.block.level == block.level and names_body(piece.span.of(text)))
        )
    ]


def _heading_start(place: Placed, body: str, label_start: int) -> int:
    """Where the heading that names the body begins, so that the role's span shows it; far away it is left out."""
    near = place.heading_span and label_start - place.heading_span.start <= _HEADING_REACH
    return (
        place.heading_span.start
        if near and place.heading_span and place.section and body in place.section[-1]
        else label_start
    )


def _next_body(text: str, chart: _Chart, label_start: int) -> BodyName | None:
    """The body named between the holders of one label and the next label in the same block."""
    if not chart.pending:
        return None
    # In running text the holders before end their own sentence.
    tail = tail_of(text, trimmed(text, Span(chart.pending[-1].span.start, label_start), " \n\t."))
    if told := sentences(text, tail):
        tail = tail_of(text, told[-1])
    return body_of(text, tail) if len(tail.of(text)) > 3 else None


def _tail(text: str, pieces: Sequence[Span]) -> Span | None:
    """The last pieces that are one name: back to a number, or to a piece with a capital after a closed one."""
    if not pieces:
        return None
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index].of(text)
        if NUMBER.fullmatch(piece + " ") and index < len(pieces) - 1:
            if text[pieces[index].end : pieces[index + 1].start].strip():
                pieces = pieces[index + 1 :]  # A line between them names nothing, and the number is of what it says.
                break
            return Span(pieces[index].start, pieces[-1].end)
        if NUMBER.match(piece):
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
    """The roles of those whom a line lists; each is shown by the whole list, which nobody is to think shorter."""
    for holder in holders:
        if chart.body and chart.role:
            start = min(chart.body_start, holder.span.start)
            yield Role(
                Span(start, holders[-1].span.end),
                chart.body,
                chart.role,
                one_line(chart.label),
                holder.name,
                holder.affiliation,
                chart.number,
                place.section,
                page=place.block.page,
            )
