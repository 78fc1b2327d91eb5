"""Posts of which there is one for each region, country or kind: "Regional focal points: Africa – Ana Roe (WTO); …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.holders import Holder, is_name, read_holders
from ctassist.extraction.places import place_of
from ctassist.extraction.role_labels import bare_label
from ctassist.extraction.role_words import canonical_role, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span


@dataclass(frozen=True, slots=True)
class _Share:
    """The part of a whole that somebody holds the post for, and who does."""

    of: str
    holder: Holder


def by_division(text: str, group: Sequence[Placed]) -> Iterator[Role]:
    """The posts that a line lists, or the lines under a heading, each with what it is for in front of its holder."""
    yield from _under_heading(text, group)
    for place in group:
        span = place.block.span
        label = _label_ahead().match(text, span.start, span.end)
        if not label or place.block.kind is BlockKind.TABLE_ROW:
            continue
        shares = _shares(text, Span(label.end(), span.end))
        if len(shares) >= _SEVERAL:
            yield from (_role(place, label["label"], share) for share in shares)


_SEVERAL = 2


def _under_heading(text: str, group: Sequence[Placed]) -> Iterator[Role]:
    heading = group[0].section[-1] if group[0].section else ""
    if not _divided().fullmatch(bare_label(heading)):
        return
    found = [
        (place, share)
        for place in group
        if place.block.kind is not BlockKind.TABLE_ROW and (share := _share(text, place.block.span))
    ]
    if len(found) >= _SEVERAL or len(found) == len(group):
        yield from (_role(place, heading, share) for place, share in found)


def _role(place: Placed, label: str, share: _Share) -> Role:
    match = _divided().fullmatch(bare_label(label))
    role = canonical_role(match["role"] if match else label) or ""
    holder = share.holder
    return Role(
        place.block.span,
        share.of,
        role,
        one_line(label),
        holder.name,
        holder.affiliation,
        None,
        place.section,
        page=place.block.page,
    )


@cache
def _divided() -> re.Pattern[str]:
    """A post with the word that says that there are several, one for each part: "Regional focal points"."""
    words = alternatives(table("bodies")["divisions"])
    return re.compile(rf"(?:(?:our|the|all)\s+)?(?:{words})\s+(?P<role>{role_label(listed=True)})", re.IGNORECASE)


@cache
def _label_ahead() -> re.Pattern[str]:
    """The label of a list of such posts at the beginning of a line."""
    words = alternatives(table("bodies")["divisions"])
    return re.compile(
        rf"\W*(?P<label>(?i:(?:(?:our|the|all)\s+)?(?:(?:{words})\s+)?(?:{role_label()})))\s*(?::|\s[–—-]|\s(?i:are|is)\b:?)\s+"
    )


def _shares(text: str, span: Span) -> list[_Share]:
    """The parts of a list, or none where one of them is not of its form."""
    for sign in (";", ","):
        cuts = [span.start, *(match.end() for match in re.finditer(f"{sign}|$", span.of(text)))]
        ends = [cuts[0], *(span.start + cut for cut in cuts[1:])]
        parts = [trimmed(text, Span(start, end), " \n\t;,.") for start, end in pairwise(ends)]
        found = [_share(text, part) for part in parts if part.start < part.end]
        if len(found) >= _SEVERAL and all(found):
            return [share for share in found if share]
    return []


def _share(text: str, span: Span) -> _Share | None:
    """What "Africa: Ana Roe, WTO", "Africa – Ana Roe (WTO)" and "Ana Roe (Africa)" say."""
    if match := _AHEAD.match(text, span.start, span.end):
        holders = read_holders(text, Span(match.end(), span.end), one=True)[0]
        held = len(holders) == 1 and is_name(holders[0].name) and not place_of(holders[0].name)
        return _Share(one_line(match["of"]), holders[0]) if held and not canonical_role(match["of"]) else None
    if match := _BEHIND.fullmatch(text, span.start, span.end):
        holder = Holder(one_line(match["name"]), Span(*match.span("name")), match["at"])
        return _Share(match["of"], holder) if is_person(holder.name) and place_of(match["of"]) else None
    return None


_AHEAD = re.compile(r"\W*(?P<of>[^\W\d_a-z][^:;–—|()]{1,60}?)(?::|\s[–—-])\s+(?=[^\W\d_])")
_BEHIND = re.compile(
    r"\W*(?:and\s+)?(?P<name>[^\W\d_a-z][^:;,–—|()]{3,60}?)\s+\((?:(?P<at>[A-Z][A-Z\d]+),\s*)?(?P<of>[^\W\d_a-z][^()]{1,40})\)"
)
