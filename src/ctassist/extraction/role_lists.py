"""Lists of holders: under a heading that is a role, and items that name the holder first."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.holders import Holder, is_name, plain, read_holders
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.role_labels import body_of, heading_body, line_label, titled_label
from ctassist.extraction.role_words import canonical_role, is_listed, is_plural, is_title, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span

_NAME_THEN_ROLE = re.compile(
    r"(?P<name>[^\W\d_][^(),:;—–|]{2,60}?)\s*(?:\((?P<brackets>[^()]*)\))?\s*(?:—|–|\s-\s|,"
    r"|:)\s*(?P<label>[^\W\d_][\w -]{2,30}?)(?:,?\s*\(?(?:since|from)\s+[^,;:()]{2,40}\)?)?"
)
_ROLE_IN_BRACKETS = re.compile(r"(?P<name>[^\W\d_][^(),:;—–|]{2,60}?)\s*\((?P<label>[^\W\d_][\w -]{2,40})\)")
"""A holder with the role in brackets: "Ana Roe (Treasurer)", where the document is about a body."""


_TAGGED = re.compile(
    r"(?P<name>[^\W\d_][^(),:;\[\]|]{2,60}?)(?P<tags>(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|,\s*[^()\[\],]{2,60})){1,6})\s*"
)
"""A holder with whatever is to be said in brackets: "Ana Roe (@ana) (Co-chair, term: 2023 – 2025)", "Bo Li [Chair]"."""


_FIGURE = re.compile(r"\d[\d.,\s]*[%+]?")


def under_heading(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """A heading that is a role ("Chairs", "Members of the Board"), with its holders in the list, or the line, below."""
    section = group[0].section
    heading = next((part for part in reversed(section) if titled_label(part, title)), None)
    if not heading or (
        group[0].block.kind is BlockKind.LIST_ITEM
        and section[-1] != heading
        and len(section) > 1
        and not titled_label(section[-1], title)
    ):
        return
    if any(_FIGURE.fullmatch(place.block.span.of(text).strip()) for place in group):
        return  # "Focal points" between figures is what one of them counts.
    label = titled_label(heading, title)
    assert label is not None
    body = label.body or heading_body(section[: section.index(heading)], title)
    # "Lamp Oil" may be a person's name; beside "Harbour Lights of the North: Ana Roe" it is where a post is held.
    spans = [place.block.span for place in group if place.block.kind is BlockKind.LIST_ITEM]
    bodies = not is_listed(label.role) and any(_of_each(text, span) for span in spans)
    for place in group:
        listed = place.block.kind is BlockKind.LIST_ITEM or _are_names(place.block.span.of(text))
        if not listed or place.block.header or line_label().search(place.block.span.of(text)):
            continue
        each = _of_each(text, place.block.span, sure=False) if bodies else None
        of, holders = each or (body, read_holders(text, place.block.span, one=True)[0])
        for holder in holders:
            # A list of members may list what they did: there only names count.
            if (is_listed(label.role) and not is_name(holder.name)) or _is_of_others(holder):
                continue
            yield Role(
                place.block.span,
                of,
                label.role,
                heading,
                holder.name,
                holder.affiliation,
                None,
                section,
                page=place.block.page,
            )


def _is_of_others(holder: Holder) -> bool:
    """Tells whether a line says where holders are listed, and is none: "All Maintainers"."""
    last = holder.name.split()[-1]
    return canonical_role(last) is not None and is_plural(last)


def _are_names(words: str) -> bool:
    """Tells whether a line is nothing but the names of persons: "Ana Roe and Bo Li"."""
    return all(is_person(name.strip()) for name in re.split(r",\s+and\s|,|\sand\s|&|;", one_line(words).strip(" .")))


def _of_each(text: str, span: Span, *, sure: bool = True) -> tuple[str, list[Holder]] | None:
    """The body of an item in a list of those who hold a post in several: "Harbour Lights: Ana Roe" under "Liaisons".

    Args:
        text: the canonical text.
        span: the item.
        sure: a body that may be a person's name is none.
    """
    match = re.match(r"(?P<body>[^\W\d_a-z][^:;()@]{2,80}?)(?::\s+|\s+[–—]\s+)(?=[^\W\d_])", span.of(text))
    if not match or (sure and is_person(match["body"])) or line_label().match(text, span.start, span.end):
        return None
    after = Span(span.start + match.end(), span.end)
    holders = read_holders(text, after)[0]
    if not holders or not all(is_person(holder.name) for holder in holders):
        return None
    return body_of(text, Span(span.start, span.start + match.end("body"))).name, holders


_JOINED = re.compile(r"\s(?:and|&)\s")


def named_first(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """List items that name the holder first: "Ana Roe (@ana, Acme) — chair"; "docs-leads – Leads" names a team."""
    for place in group:
        words = plain(one_line(place.block.span.of(text)))
        if place.block.kind is not BlockKind.LIST_ITEM:
            continue
        match = _NAME_THEN_ROLE.fullmatch(words) or (_ROLE_IN_BRACKETS.fullmatch(words) if body_in(title) else None)
        several = match is not None and is_plural(match["label"]) and not _JOINED.search(match["name"])
        if match and not several and (role := canonical_role(match["label"])):
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


def tagged(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """List items with a role among several brackets behind the holder: "Ana Roe (@ana) (Chair, term: 2023 – 2025)"."""
    for place in group:
        match = _TAGGED.fullmatch(one_line(place.block.span.of(text)))
        if place.block.kind is not BlockKind.LIST_ITEM or not match or not is_name(match["name"]):
            continue
        tags = [tag.strip() for tag in re.split(r"[()\[\],;]", match["tags"]) if tag.strip()]
        labels = [] if len(tags) == 1 else [(tag, label) for tag in tags if (label := titled_label(tag, title))]
        for written, label in labels:
            if is_listed(label.role):
                continue
            yield Role(
                place.block.span,
                label.body or heading_body(place.section, title),
                label.role,
                written,
                match["name"],
                None,
                None,
                place.section,
                page=place.block.page,
            )


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:previous|former|past|emeritus)\s+(?P<body>(?:[A-Z][\w-]+\s+){{0,5}})"
        rf"(?P<label>(?i:{role_label(listed=True)}))\b[^.:]*:\s*$"
    )


def introduced(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """Lists of who held a role before, where a line introduces them: "We thank the previous FSB members: …"."""
    found: tuple[str, str, str] | None = None
    for place in group:
        span = place.block.span
        if place.block.kind is not BlockKind.LIST_ITEM:
            match = _introduction().search(text, span.start, span.end)
            role = canonical_role(match["label"]) if match else None
            before = "emeritus member" if role == "member" else f"emeritus {role}"
            body = match["body"].strip() if match else ""
            found = None
            if match and role and not is_title(role):
                found = (body or heading_body(place.section, title), before, one_line(match.group()).rstrip(":"))
        elif found:
            for holder in read_holders(text, span, one=True)[0]:
                if is_name(holder.name):
                    yield Role(
                        span, *found, holder.name, holder.affiliation, None, place.section, page=place.block.page
                    )
