"""Lines that name a body, then its holders with the post behind each: "Board: Ana Roe (Chair), Bo Li (Secretary)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.dates import has_date
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.holders import Holder, is_name, of_somebody, read_holders
from ctassist.extraction.page_bodies import names_body
from ctassist.extraction.role_labels import BodyName, apart, body_of, heading_body, is_generic
from ctassist.extraction.role_words import canonical_role, is_listed, is_plural, is_title, role_label
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Role
from ctassist.model.text import BlockKind, Span


@cache
def _body() -> re.Pattern[str]:
    """A body, with its kind in brackets behind it where that is not in its name: "Tides (task force) – lead WTO"."""
    kinds = alternatives(table("bodies")["nouns"])
    name = rf"(?:\d{{1,2}}[.):]?\s+)?[^\W\d_a-z][^:;()|\n]{{2,90}}?(?:\s+\((?i:{kinds})\))?"
    return re.compile(rf"(?P<body>{name})(?:(?::|\s[–—-])|(?P<stop>\.))\s+(?=[^\W\d_])")


_BRACKETED = re.compile(r"[\s,;&]*(?:and\s+)?(?P<names>[^():;|]{2,120}?)\s*\((?P<label>[^()]{3,60})\)")
_BEHIND = re.compile(r"[\s;]*(?P<names>[^,;:|]{2,90}?),\s+(?P<label>[^,;:|()]{3,60}?)\s*(?=;|\.?$)")


@cache
def _ahead() -> re.Pattern[str]:
    """A post before those who hold it, up to the next one: "president WTO; vice-presidents BPU and CSO".

    So are "President, WTO. Vice-presidents, BPU and CSO." and, beside posts without a sign, "other members: BPU, CSO".
    """
    which = rf"(?:(?i:{alternatives(table('bodies')['heading_qualifiers'])})\s+)?"
    label = rf"(?i:{role_label(listed=True)})"
    return re.compile(
        rf"[\s;,.]*{which}(?P<label>{label})(?P<sign>[:,]?)\s+(?P<names>[^\W\d_a-z][^:;|]{{1,90}}?|vacant)"
        rf"\s*(?=;|[,.]\s+{which}{label}[:,]?\s|\.?$)"
    )


@dataclass(frozen=True, slots=True)
class Post:
    """A post with those who hold it, as one part of a line says."""

    holders: list[Holder]
    role: str
    label: str
    affiliation: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A body with its posts; ``named`` tells whether the words before them are sure to name one."""

    span: Span
    place: Placed
    body: BodyName
    posts: list[Post]
    named: bool


def in_lines(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """The roles of lines that name a body first; where nothing says that it is one, several lines must be alike."""
    lines = [read for place in group for line in _lines_of(text, place) if (read := _read(text, line, place, title))]
    for line in lines:
        if not line.named and len(lines) < _ALIKE:
            continue
        yield from _roles(line)


def below_names(text: str, group: Sequence[Placed], title: str) -> Iterator[Role]:
    """The roles below a heading that is a body's name, without a sign between post and holders: "Chair WTO".

    All lines under the heading must be such, or be in what a reader has joined: "Chair WTO Vice-Chairs BPU, CSO".
    """
    heading = group[0].section[-1] if group[0].section else ""
    if not heading or is_generic(heading) or has_date(heading):
        return
    told: list[tuple[Placed, list[Post]]] = []
    for place in group:
        span = place.block.span
        if place.block.kind is BlockKind.TABLE_ROW or not _begins_with_post().match(text, span.start, span.end):
            break  # Sentences may follow a chart.
        posts = _posts(text, span, _without_sign())
        if not posts:
            break
        told.append((place, posts))
    posts = [post for _, several in told for post in several]
    sure = names_body(heading) or (len({post.role for post in posts}) > 1 and not all(is_title(p.role) for p in posts))
    if not sure or not all(is_name(holder.name) for post in posts for holder in post.holders):
        return
    body = BodyName(heading_body(group[0].section, title), group[0].block.span.start)
    for place, several in told:
        yield from _roles(_Line(place.block.span, place, body, several, named=True))


@cache
def _begins_with_post() -> re.Pattern[str]:
    return re.compile(rf"(?=[^\W\d_a-z])(?i:{role_label()})\s+[^\W\d_a-z]")


@cache
def _without_sign() -> re.Pattern[str]:
    """A post before those who hold it, up to the next one: "Chair WTO Vice-Chairs BPU, CSO"."""
    label = rf"(?=[^\W\d_a-z])(?i:{role_label()})"
    return re.compile(rf"\s*(?P<label>{label})\s+(?P<names>[^\W\d_a-z][^:;|.]{{1,90}}?|vacant)(?=\s+{label}\s|\s*$)")


def _roles(line: _Line) -> Iterator[Role]:
    for post in line.posts:
        for holder in post.holders:
            yield Role(
                line.span,
                line.body.name,
                post.role,
                post.label,
                holder.name,
                holder.affiliation or post.affiliation,
                line.body.number,
                line.place.section,
                page=line.place.block.page,
            )


_ALIKE = 2
_VACANT = "vacant"


def _lines_of(text: str, place: Placed) -> list[Span]:
    """The parts of a block where each names a body, else the whole of it; a reader may have joined lines into one."""
    span = place.block.span
    starts = [span.start, *(span.start + match.end() for match in _next().finditer(span.of(text)))]
    parts = [trimmed(text, Span(a, b)) for a, b in zip(starts, [*starts[1:], span.end], strict=True)]
    apart = all(_body().match(text, part.start, part.end) for part in parts)
    return [] if place.block.kind is BlockKind.TABLE_ROW else parts if apart else [span]


@cache
def _next() -> re.Pattern[str]:
    """Where the name of the next body begins: behind the post of the last holder, or with a noun for bodies."""
    nouns = alternatives(noun.capitalize() for noun in table("bodies")["nouns"])
    return re.compile(
        r"(?<=\))\.?\s+(?=[^\W\d_a-z][^:;()]{2,80}?(?::|\s[–—-]\s))"
        rf"|(?<=[\w.)])\s+(?=(?:{nouns})\s+(?:on|for|of)\s[^:;()]{{2,60}}?:\s)"
    )


_ASIDE = re.compile(
    r"\s*\((?:from|since|until|till|up to|as of|effective|with effect from|new|newly|established|created|set up"
    r"|launched|formed|founded|formerly)\b[^()]*\)|,\s+who\s[^,;.()\n]{3,90}(?=[.;]|$)"
)
"""From when or until when somebody holds a post, how a body began, what is told of the last holder before a point."""
_COUNTED = re.compile(r"(?P<number>\d{1,2})\s+(?=[^\W\d_a-z])")


def _read(text: str, span: Span, place: Placed, title: str) -> _Line | None:
    if _ASIDE.search(text, span.start, span.end):
        # Said of a post, its holder or the body; without it the line is read like any other.
        blank = _ASIDE.sub(lambda aside: " " * len(aside.group()), span.of(text))
        text = text[: span.start] + blank + text[span.end :]
    match = _body().match(text, span.start, span.end)
    if not match or has_date(span.of(text)):
        return None
    words = one_line(match["body"])
    rest = Span(match.end(), span.end)
    posts = _posts(text, rest, _BRACKETED) or _posts(text, rest, _BEHIND) or _posts(text, rest, _ahead())
    if not posts or canonical_role(words):
        return None
    if is_generic(words):
        return _Line(span, place, BodyName(heading_body(place.section, title), span.start), posts, named=True)
    named = names_body(words)
    if match["stop"] and not (named and is_name(apart(words)[0])):
        return None
    if not named and all(is_title(post.role) for post in posts):
        return None
    if counted := _COUNTED.match(match["body"]):
        body = BodyName(one_line(match["body"][counted.end() :]), span.start, counted["number"])
        return _Line(span, place, body, posts, named)
    return _Line(span, place, body_of(text, Span(*match.span("body"))), posts, named)


def posts_ahead(text: str, span: Span) -> list[Post]:
    """The posts of words that name each before those who hold it: "rapporteur Bo Li (CSO); secretary WTO"."""
    return _posts(text, span, _ahead())


def _posts(text: str, span: Span, form: re.Pattern[str]) -> list[Post]:
    """The posts that a line is made of, or none where any part of it is something else.

    A line of labels with colons alone is left to ``role_charts``; members are told beside posts only.
    """
    posts: list[Post] = []
    at, signs = span.start, set()
    while match := form.match(text, at, span.end):
        signs.add(match.groupdict().get("sign"))
        parts = [part.strip() for part in match["label"].split(",")]
        label = next((part for part in parts if canonical_role(part)), None)
        role = canonical_role(label) if label else None
        names = Span(*match.span("names"))
        if role and names.of(text) == _VACANT:
            at = match.end()
            continue
        # "Ana Roe, Finavia (Convener)" is one holder, "WTO, BPU (Vice-Chairs)" are two.
        person, comma, _ = names.of(text).partition(",")
        one = bool(comma) and not is_plural(match["label"]) and is_person(person.strip())
        holders, end = read_holders(text, names, one=one)
        beside = bool(posts) or not role or not is_listed(role)
        if not role or not label or not beside or not holders or end < match.end("names"):
            return []
        holders = [of_somebody(holder) for holder in holders]
        posts.append(Post(holders, role, label, ", ".join(part for part in parts if part != label) or None))
        at = match.end()
    return posts if not text[at : span.end].strip(" .;\n") and signs != {":"} else []
