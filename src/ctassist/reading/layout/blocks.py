"""Blocks: the lines of a column cut into headings, items and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ctassist.model.text import BlockKind
from ctassist.reading.layout.areas import Area
from ctassist.reading.layout.drawn import Drawn
from ctassist.reading.layout.leading import INDENT, Leading
from ctassist.reading.layout.lines import Line, is_entry, lines_of, run_on
from ctassist.reading.layout.runs import Run
from ctassist.reading.layout.styles import Body, Style, is_heading, style_of

_CLOSED = (".", "!", "?", ":", ";")
_CLOSED_ITEM = (".", "!", "?", ")")
# A gap this much wider than the distance of lines ends a paragraph; indents and gaps count from this many letter sizes.
_WIDER = 1.22
# The lines of an item may stand a little to the right of its first, as far as a bullet is wide.
_HANG = 1.3
# The value of a label goes on no further below than this.
_WRAPPED = 1.7
_SPACE = 0.28


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a document when its columns are cut: its body, the distance of its lines, its words."""

    body: Body
    words: frozenset[str]
    leading: Leading

    def heads(self, run: Run) -> bool:
        """Says whether a run looks like a heading."""
        return is_heading(run, self.body)


@dataclass(slots=True)
class Piece:
    """A block in the making; ``style`` is a heading's, ``joined`` if nothing parts it from the piece before.

    ``words`` are those drawn in it, in their order.
    """

    kind: BlockKind
    text: str
    areas: tuple[Area, ...]
    level: int = 1
    style: Style | None = None
    joined: bool = False
    cells: tuple[str, ...] = ()
    header: bool = False
    flows: bool = False
    """Whether it stands in a column, and may go on in the next."""
    begins: bool = False
    """Whether it is the first of its column, and may go on from the one before."""
    hangs: bool = False
    """Whether it begins where the words of items do, further right than their bullets."""
    page: int = 1
    words: tuple[Drawn, ...] = ()


@dataclass(slots=True)
class _Group:
    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    after_gap: bool = True
    said: bool = False
    """Whether it is a quotation, or whose it is, in the letters of a heading."""

    @property
    def last(self) -> Line:
        return self.lines[-1]


def pieces_of(runs: Sequence[Run], limit: float, setting: Setting, before: str = "") -> list[Piece]:
    """Cuts a column into pieces.

    Args:
        runs: the column's words.
        limit: how far to the right its lines could reach.
        setting: what is known of the document.
        before: the last words of the column before, which may go on in this one.
    """
    groups = _groups(lines_of(runs), limit, setting, before if _OPEN_QUOTATION.fullmatch(before) else "")
    depths = _depths(groups)
    pieces = [_piece(group, depths, setting) for group in groups]
    for piece in pieces:
        piece.flows = True
    pieces[0].begins, pieces[0].hangs = True, _is_under_items(groups)
    return pieces


def _is_under_items(groups: Sequence[_Group]) -> bool:
    """Says whether a column begins with a line under the words of its items, and not under their bullets."""
    first = groups[0].lines[0].first
    items = [group.lines[0].first for group in groups if group.kind is BlockKind.LIST_ITEM]
    return any(abs(item.area.x0 - first.left) < 1 and item.left < first.left - 2 for item in items)


def _groups(lines: Sequence[Line], limit: float, setting: Setting, begun: str) -> list[_Group]:
    groups: list[_Group] = []
    # A bullet or a number hangs: the words of paragraphs begin further right.
    hanging = [line.first.left for line in lines]
    edges = min((line.area.x0 for line in lines if line.first.mark is None), default=min(hanging)), limit
    for line in lines:
        kind = _kind(line, setting)
        last = groups[-1] if groups else None
        heads_on = last and kind is BlockKind.HEADING and _same_style(last.last, line)
        if last and last.kind is BlockKind.HEADING and not heads_on and _runs_into(last, line, limit, setting):
            last.kind = BlockKind.PARAGRAPH
        said = kind is BlockKind.HEADING and _is_of_quotation(last, line, setting, begun if len(groups) < 2 else "")
        if said:
            kind = BlockKind.PARAGRAPH
        quoting = said and last is not None and last.said and _same_style(last.last, line)
        if last and (quoting or _goes_on(last, line, kind, edges, setting)):
            last.lines.append(line)
        else:
            groups.append(_Group(kind, [line], last is None or _gap(last.last, line, setting), said))
    return groups


def _kind(line: Line, setting: Setting) -> BlockKind:
    if setting.heads(line.main) and all(_is_part_of_heading(run, line.main) for run in line.runs) and _may_head(line):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if line.first.mark is not None else BlockKind.PARAGRAPH


def _is_part_of_heading(run: Run, main: Run) -> bool:
    """A heading is in one style from its number to its end."""
    return abs(run.size - main.size) < 0.6 and run.bold == main.bold


def _may_head(line: Line) -> bool:
    return line.first.mark is None or line.first.numbered


def _runs_into(group: _Group, line: Line, limit: float, setting: Setting) -> bool:
    """A strong first word or line of a paragraph is no heading of what goes on in small letters."""
    same = abs(line.main.size - group.last.main.size) < 1 and line.first.mark is None
    return same and line.text[0].islower() and not _gap(group.last, line, setting) and _is_full(group.last, line, limit)


def _is_of_quotation(group: _Group | None, line: Line, setting: Setting, begun: str) -> bool:
    """Says whether a line in large or strong letters quotes somebody, or signs the quotation right above it.

    What is quoted whole, and goes on in the next line, is no heading; neither is who said it.
    """
    if _OPEN_QUOTATION.fullmatch(line.text):
        return True
    if group is None:
        return bool(begun) and line.text[0].islower()
    if _gap(group.last, line, setting):
        return False
    before = " ".join([begun, *(above.text for above in group.lines)]).strip()
    if group.said and not _QUOTATION.fullmatch(before):
        return _same_style(group.last, line)
    return group.kind is BlockKind.PARAGRAPH and bool(_QUOTATION.fullmatch(before))


_OPEN_QUOTATION = re.compile(r"[“„«][^”»]*|\"[^\"]*")
"""Words whose quotation marks are opened and not closed."""
_QUOTATION = re.compile(r"(?:[“„«][^“”„»]{12,}[“”»]|\"[^\"]{12,}\")")
"""Words that are quoted whole."""


def _goes_on(group: _Group, line: Line, kind: BlockKind, edges: tuple[float, float], setting: Setting) -> bool:
    limit = edges[1]
    last = group.last
    if kind is group.kind is BlockKind.PARAGRAPH and _wraps(group, line, limit):
        return True
    if _gap(last, line, setting):
        return False
    if group.kind is BlockKind.LIST_ITEM and kind is BlockKind.HEADING and line.first.mark is None:
        # An item in large or strong letters goes on in them.
        return _same_style(group.lines[0], line) and _hangs(group, line, limit)
    if group.kind is BlockKind.HEADING or kind is BlockKind.HEADING:
        return group.kind is kind and _same_style(last, line) and line.first.mark is None
    if kind is BlockKind.LIST_ITEM:
        # A number at the start of a line may stand in the middle of a sentence.
        numbered = line.first.numbered and _is_full(last, line, limit) and group.lines[0].first.mark is None
        return numbered and not last.text.endswith(_CLOSED)
    if is_entry(line.text) or abs(last.main.size - line.main.size) > 0.15 * line.main.size + 0.6:
        return False
    if (line.text[0].islower() and not last.text.endswith((".", "!", "?"))) or last.text.endswith(","):
        return True
    if group.kind is BlockKind.LIST_ITEM:
        return _hangs(group, line, limit)
    if is_entry(group.lines[0].text):
        # Where a value stands tells nothing of indents; what follows it, as far in at least, goes on if it had to.
        return _is_full(last, line, limit) and line.area.x0 - last.area.x0 > -INDENT * line.main.size
    if not setting.leading.runs_on:
        return last.text.count("(") > last.text.count(")")
    return _is_centered(group, line) or _is_paragraph(group, line, edges, indented=setting.leading.indented)


def _wraps(group: _Group, line: Line, limit: float) -> bool:
    """Says whether the value of a label goes on in a line: it had to, in the same letters and in no wide distance.

    In a document in which no other line goes on, nothing else tells how far apart such lines are.
    """
    last = group.last
    near = line.baseline - last.baseline <= _WRAPPED * line.main.size
    forced = _is_full(last, line, limit) and abs(line.area.x0 - last.area.x0) <= INDENT * line.main.size
    value = is_entry(group.lines[0].text) and not is_entry(line.text) and line.first.mark is None
    return value and near and forced and _same_style(last, line)


def whole(pieces: Sequence[Piece], words: frozenset[str]) -> list[Piece]:
    """The pieces of a page, with those whole that go on in the next column: quotations, items, paragraphs."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last and piece.kind is BlockKind.PARAGRAPH and _goes_on_in(last, piece):
            last.text, last.areas = run_on([last.text, piece.text], words), (*last.areas, *piece.areas)
            last.words = (*last.words, *piece.words)
        else:
            made.append(piece)
    return made


def _goes_on_in(above: Piece, below: Piece) -> bool:
    """Says whether a piece is the rest of the one before: by its place, its small letters or its bracket."""
    small = below.text[:1].islower()
    if above.kind is BlockKind.PARAGRAPH and _OPEN_QUOTATION.fullmatch(above.text):
        return small
    if not (above.flows and below.begins) or above.text.endswith(_CLOSED_ITEM) or " " not in above.text:
        return False
    if above.kind is BlockKind.LIST_ITEM and below.hangs:
        return True
    bracket = below.text.startswith("(") or above.text.count("(") > above.text.count(")")
    return above.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and (small or bracket)


def _gap(above: Line, below: Line, setting: Setting) -> bool:
    size = max(above.main.size, below.main.size) if above.first.mark is None else below.main.size
    return below.baseline - above.baseline > _WIDER * setting.leading.at(size)


def _same_style(above: Line, below: Line) -> bool:
    one, other = style_of(above.main), style_of(below.main)
    colors = {above.main.color, below.main.color} - {""}
    return abs(one.size - other.size) < 0.6 and one.bold == other.bold and len(colors) < 2


def _is_full(above: Line, below: Line, limit: float) -> bool:
    """Says whether the first word of a line would not have fitted on the line above."""
    return above.area.x1 + _SPACE * above.main.size + below.first.lead > limit - 0.5


def _hangs(group: _Group, line: Line, limit: float) -> bool:
    """Says whether a line without a bullet belongs to the item above: it stands under its words or fills on."""
    first = group.lines[0]
    inset = line.area.x0 - first.area.x0
    under = first.first.left + 2 < line.area.x0 and inset <= _HANG * line.main.size
    if under or abs(inset) <= INDENT * line.main.size:
        return True
    return _is_full(group.last, line, limit)


def _is_centered(group: _Group, line: Line) -> bool:
    """Says whether a line has its middle below that of every line above it, and not its left edge."""
    middle = all(abs(above.area.center[0] - line.area.center[0]) < 1.5 for above in group.lines)
    return middle and abs(group.last.area.x0 - line.area.x0) > INDENT * line.main.size


def _is_paragraph(group: _Group, line: Line, edges: tuple[float, float], *, indented: bool) -> bool:
    left, limit = edges
    last = group.last
    if not _is_full(last, line, limit):
        return False
    inset = (line.area.x0 - last.area.x0) / line.main.size
    if inset < -INDENT:
        # The first line was indented; after others a line further left begins what hangs.
        return len(group.lines) == 1
    if indented and len(group.lines) == 1 and abs(line.area.x0 - left) < 1 and last.text.endswith(_CLOSED_ITEM):
        # Nothing in this column stands further right: its lines may all be first ones.
        return False
    if indented and line.area.x0 - left > INDENT * line.main.size:
        return False
    if inset > INDENT:
        return len(group.lines) == 1 and not last.text.endswith((".", "!", "?"))
    return True


def _depths(groups: Sequence[_Group]) -> list[float]:
    """The left edges of bullets, from the outermost to the innermost."""
    edges: list[float] = []
    for edge in sorted(_mark(group) for group in groups if group.kind is BlockKind.LIST_ITEM):
        if not edges or edge - edges[-1] > 4:
            edges.append(edge)
    return edges


def _mark(group: _Group) -> float:
    first = group.lines[0].first
    return first.area.x0 if first.mark is None else first.mark


def _piece(group: _Group, depths: Sequence[float], setting: Setting) -> Piece:
    text = run_on([line.text for line in group.lines], setting.words)
    areas = tuple(line.area for line in group.lines)
    drawn = tuple(word for line in group.lines for word in line.words)
    if group.kind is BlockKind.HEADING:
        return Piece(group.kind, text, areas, style=style_of(group.lines[0].main), words=drawn)
    if group.kind is BlockKind.LIST_ITEM:
        mark = _mark(group)
        return Piece(group.kind, text, areas, level=sum(edge <= mark + 1 for edge in depths), words=drawn)
    return Piece(group.kind, text, areas, joined=not group.after_gap, words=drawn)
