"""Lists of holders: under a heading that is a role, and items that name the holder first."""

import re
from collections.abc import Iterator, Sequence

from ctassist.extraction.holders import is_name, read_holders
from ctassist.extraction.role_labels import body_in, heading_body, line_label, read_label
from ctassist.extraction.role_words import canonical_role, is_listed
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.records import Role
from ctassist.model.text import BlockKind

_NAME_THEN_ROLE = re.compile(
    r"(?P<name>[^\W\d_][^(),:;—–|]{2,60}?)\s*(?:\((?P<brackets>[^()]*)\))?\s*(?:—|–|\s-\s|,"
    r"|:)\s*(?P<label>[^\W\d_][\w -]{2,30})"
)
_ROLE_IN_BRACKETS = re.compile(r"(?P<name>[^\W\d_][^(),:;—–|]{2,60}?)\s*\((?P<label>[^\W\d_][\w -]{2,40})\)")
"""A holder with the role in brackets: "Ana Roe (Treasurer)", where the document is about a body."""


def under_heading(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """A heading that is a role ("Chairs", "Members of the Board"), with its holders in the list below."""
    section = group[0].section
    heading = next((part for part in reversed(section) if read_label(part)), None)
    if not heading or (
        group[0].block.kind is BlockKind.LIST_ITEM
        and section[-1] != heading
        and len(section) > 1
        and not read_label(section[-1])
    ):
        return
    label = read_label(heading)
    assert label is not None
    body = label.body or heading_body(section[: section.index(heading)], title)
    for place in group:
        if place.block.kind is not BlockKind.LIST_ITEM or line_label().search(place.block.span.of(text)):
            continue
        for holder in read_holders(text, place.block.span, one=True)[0]:
            # A list of members may list what they did: there only names count.
            if is_listed(label.role) and not is_name(holder.name):
                continue
            yield Role(
                place.block.span,
                body,
                label.role,
                heading,
                holder.name,
                holder.affiliation,
                None,
                section,
                page=place.block.page,
            )


def named_first(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """List items that name the holder first: "Ana Roe (@ana, Acme) — chair"."""
    for place in group:
        words = one_line(place.block.span.of(text))
        if place.block.kind is not BlockKind.LIST_ITEM:
            continue
        match = _NAME_THEN_ROLE.fullmatch(words) or (_ROLE_IN_BRACKETS.fullmatch(words) if body_in(title) else None)
        if match and (role := canonical_role(match["label"])):
            brackets = match.groupdict().get("brackets") or ""
            inside = [part.strip() for part in brackets.split(",") if "@" not in part and part.strip()]
            yield Role(
                place.block.span,
                heading_body(place.section, title),
                role,
                match["label"],
                match["name"].strip(),
                ", ".join(inside) or None,
                None,
                place.section,
                page=place.block.page,
            )
