"""The same facts as seven kinds of documents."""

import html as markup
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import cycle
from pathlib import Path
from textwrap import wrap

from tests.archives.facts import Archive, Group, Line, Post, Review, Said
from tests.archives.writing import Hand


class Layout(StrEnum):
    """A way to lay a review out."""

    BULLETS = "bullets"
    DATE_FIRST = "date_first"
    TABLES = "tables"
    PROSE = "prose"
    DATE_HEADINGS = "date_headings"
    TORN = "torn"
    HTML = "html"

    @property
    def suffix(self) -> str:
        return {"tables": ".md", "date_headings": ".md", "html": ".html"}.get(self.value, ".txt")


def render(review: Review, layout: Layout, hand: Hand | None = None) -> str:
    """Writes one issue; ``hand`` writes its dates otherwise than the layout usually does."""
    renderer, usual = _RENDERERS[layout]
    return renderer(review, hand or usual)


def file_name(number: int, layout: Layout) -> str:
    """The name of an issue's file (the first is 1); it says nothing of the period."""
    return f"issue-{number:02}{layout.suffix}"


def write(archive: Archive, folder: Path, *layouts: Layout) -> Path:
    """Writes each issue to a file of its own, in the layouts given in turn, and returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (review, layout) in enumerate(zip(archive.reviews, cycle(layouts), strict=False), 1):
        (folder / file_name(number, layout)).write_text(render(review, layout), encoding="utf-8")
    return folder


def bullets(review: Review, hand: Hand) -> str:
    """Headings in capitals; bullets with "(12 Jan)" at their end; one line a group; "1,050 focal points"."""
    parts = [review.title]
    for section, lines in review.sections.items():
        parts += [section.upper(), _list(f"• {line.words}{_bracketed(line, hand)}" for line in lines)]
    if review.statements:
        told = (f"• {_introduced(said)} “{said.words}” ({hand.write(said.when)})" for said in review.statements)
        parts += ["WORDS OF THE HEADS", _list(told)]
    if review.figures:
        parts += ["IN NUMBERS", _list(f"• {f.value:,} {f.label}" for f in review.figures)]
    if review.groups:
        parts += ["STRUCTURE", _list(f"{g.number}. {_upper(g.name)} – {_posts(g, '; ')}" for g in review.groups)]
    return _page(parts)


def date_first(review: Review, hand: Hand) -> str:
    """ "12-14 January: …" on lines of their own; "Focal points: 1,050"; a group's posts below its name."""
    parts = [review.title]
    for section, lines in review.sections.items():
        parts += [section.upper(), *(f"{_dated(line, hand)}{line.words}" for line in lines)]
    if review.statements:
        told = (f'{hand.write(said.when)}: {_introduced(said)} "{said.words}"' for said in review.statements)
        parts += ["IN THEIR OWN WORDS", *told]
    if review.figures:
        parts += ["AT A GLANCE", _list(f"{_upper(f.label)}: {f.value:,}" for f in review.figures)]
    if review.groups:
        charts = ["\n".join([g.words, *(f"{p.label}: {p.words}" for p in g.posts)]) for g in review.groups]
        parts += ["GROUPS", *charts]
    return _page(parts)


def tables(review: Review, hand: Hand) -> str:
    """Markdown with a table a section, one of figures and one of groups; statements are block quotations."""
    parts = [f"# {review.title}"]
    for section, lines in review.sections.items():
        rows = [(hand.write_all(line.when), line.actors, line.what, line.places) for line in lines]
        parts += [f"## {section}", _table(("Date", "Who", "What", "Where"), rows)]
    if review.statements:
        parts += ["## Voices", *(f"> {s.words}\n>\n> — {_signed(s)} ({hand.write(s.when)})" for s in review.statements)]
    if review.figures:
        parts += [
            "## Figures",
            _table(("Figure", "Value"), [(_upper(f.label), f"{f.value:,}") for f in review.figures]),
        ]
    if review.groups:
        roles = list(dict.fromkeys(post.role for group in review.groups for post in group.posts))
        held = [(str(g.number), g.words, *(_held(g, role) for role in roles)) for g in review.groups]
        parts += ["## Groups", _table(("No.", "Group", *(role.title() for role in roles)), held)]
    return _page(parts)


def prose(review: Review, hand: Hand) -> str:
    """Paragraphs of sentences, their dates now before and now after; roles in sentences."""
    parts = [review.title]
    for section, lines in review.sections.items():
        sentences = [_sentence(line, hand, at) for at, line in enumerate(lines)]
        parts += [section.upper(), *(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))]
    if review.statements:
        parts += [
            "VOICES",
            *(f"“{_upper(s.words)},” said {_signed(s)}, on {hand.write(s.when)}." for s in review.statements),
        ]
    if review.figures:
        parts += ["FIGURES", *(f"{f.value:,} {f.label}" for f in review.figures)]
    if review.groups:
        parts += ["GROUPS", *(_told(group) for group in review.groups)]
    return _page(parts)


def date_headings(review: Review, hand: Hand) -> str:
    """Markdown in which dates are headings over their lines, as in a newsletter; undated lines under "Other news"."""
    parts = [f"# {review.title}"]
    headed: dict[str, list[Line]] = {}
    for line in sorted(review.lines, key=lambda line: (not line.when, line.when)):
        headed.setdefault(hand.write_all(line.when) or "Other news", []).append(line)
    for heading, lines in headed.items():
        parts += [f"## {heading}", _list(f"- {line.words}" for line in lines)]
    if review.statements:
        told = (f"- {_introduced(said)} “{said.words}” ({hand.write(said.when)})" for said in review.statements)
        parts += ["## Voices", _list(told)]
    if review.figures:
        parts += ["## In figures", _list(f"- **{f.value:,}** {f.label}" for f in review.figures)]
    for group in review.groups:
        parts += [f"## {group.words}", _list(f"- {post.label}: {post.words}" for post in group.posts)]
    return _page(parts)


def torn(review: Review, hand: Hand) -> str:
    """What extraction from a laid-out page leaves.

    Lines are broken as in a narrow column, at some breaks there is a blank line, some bullets have lost their mark
    and some brackets their end, links are underlined, numbers stand above their labels, the chart is in pieces.
    """
    parts = ["\n".join(wrap(review.title, 40))]
    if review.figures:
        parts += ["IN NUMBERS", *(piece for f in review.figures for piece in (f"{f.value:,}", _upper(f.label)))]
    for section, lines in review.sections.items():
        parts += [section.upper(), *(_torn_line(line, hand, at) for at, line in enumerate(lines))]
    if review.statements:
        parts.append("WORDS OF THE HEADS")
        for said in review.statements:
            told = f"→ {_introduced(said)} “{said.words}” ({hand.write(said.when)})"
            parts.append("\n".join(wrap(told, 60, break_on_hyphens=False)))
    if review.groups:
        parts += ["STRUCTURE", *(_torn_group(group) for group in review.groups)]
    return _page(parts)


def _torn_line(line: Line, hand: Hand, at: int) -> str:
    narrow = at % 3 == 2
    words = f"{line.words}{_bracketed(line, hand)}"
    if at % 4 == 1:
        words = words.replace(line.deed, f"<u>{line.deed}</u>")
    if at % 5 == 4:
        words = words.removesuffix(")")
    broken = wrap(words, 34 if narrow else 60, break_on_hyphens=False)
    return "\n\n".join(broken) if narrow else "\n".join(["→ " + broken[0], *broken[1:]])


def _torn_group(group: Group) -> str:
    """Its name under its number, with blank lines or without, or its posts in a row with slashes."""
    name = wrap(_upper(group.name), 16)
    if group.number % 3 == 2:
        return "\n".join([f"{group.number}.", *name[:-1], f"{name[-1]} {_posts(group, ' / ')}"])
    held = [piece for post in group.posts for piece in _broken(post)]
    return ("\n\n" if group.number % 3 else "\n").join([f"{group.number}.", *name, *held])


def html(review: Review, hand: Hand) -> str:
    """A page with lists, a definition list of figures and a table of groups."""
    body = [_tag("h1", review.title)]
    for section, lines in review.sections.items():
        items = "".join(_tag("li", f"{line.words}{_bracketed(line, hand)}") for line in lines)
        body += [_tag("h2", section), f"<ul>{items}</ul>"]
    if review.statements:
        told = (_tag("p", f"{_introduced(s)} “{s.words}” ({hand.write(s.when)})") for s in review.statements)
        body += [_tag("h2", "Voices"), *told]
    if review.figures:
        listed = "".join(_tag("dt", _upper(f.label)) + _tag("dd", f"{f.value:,}") for f in review.figures)
        body += [_tag("h2", "In figures"), f"<dl>{listed}</dl>"]
    if review.groups:
        roles = list(dict.fromkeys(post.role for group in review.groups for post in group.posts))
        head = "".join(_tag("th", name) for name in ("Group", *(role.title() for role in roles)))
        rows = "".join(
            "<tr>" + "".join(_tag("td", cell) for cell in (g.words, *(_held(g, role) for role in roles))) + "</tr>"
            for g in review.groups
        )
        body += [_tag("h2", "Groups"), f"<table><tr>{head}</tr>{rows}</table>"]
    return (
        f"<!DOCTYPE html>\n<html lang=en><head><title>{review.title}</title></head><body><main>\n"
        + "\n".join(body)
        + "\n</main></body></html>\n"
    )


_RENDERERS = {
    Layout.BULLETS: (bullets, Hand()),
    Layout.DATE_FIRST: (date_first, Hand(short=False, dash="–")),
    Layout.TABLES: (tables, Hand(year=True)),
    Layout.PROSE: (prose, Hand(short=False, dash=" to ")),
    Layout.DATE_HEADINGS: (date_headings, Hand(short=False, month_first=True)),
    Layout.TORN: (torn, Hand()),
    Layout.HTML: (html, Hand(short=False, dash="–")),
}


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def _tag(name: str, words: str) -> str:
    return f"<{name}>{markup.escape(words)}</{name}>"


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return _list("| " + " | ".join(cells) + " |" for cells in lines)


def _bracketed(line: Line, hand: Hand) -> str:
    return f" ({hand.write_all(line.when)})" if line.when else ""


def _dated(line: Line, hand: Hand) -> str:
    return f"{hand.write_all(line.when)}: " if line.when else ""


def _sentence(line: Line, hand: Hand, at: int) -> str:
    """A sentence that begins or ends with its date; one without a verb says that the event took place."""
    words = line.words
    if line.verbless:
        words = f"The {words[0].lower()}{words[1:]} took place"
    if not line.when:
        return f"{words}."
    written = hand.write_all(line.when)
    day = line.when[0].precision
    preposition = {"day": "on", "range": "from", "month": "in"}[day]
    if at % 2:
        return f"{words} {preposition} {written}."
    return f"{_upper(preposition)} {written}, {words[0].lower() + words[1:] if words.startswith('The ') else words}."


def _introduced(said: Said) -> str:
    """ "WTO Director Reisner stressed that"."""
    return f"{said.speaker.organisation.acronym} {said.speaker.title} {said.speaker.family} {said.verb} that"


def _signed(said: Said) -> str:
    return f"{said.speaker.name}, {said.speaker.title} of {said.speaker.organisation.acronym}"


def _posts(group: Group, separator: str) -> str:
    return separator.join(f"{post.label}: {post.words}" for post in group.posts)


def _held(group: Group, role: str) -> str:
    return ", ".join(post.words for post in group.posts if post.role == role)


def _told(group: Group) -> str:
    """ "The Working Group on fog signals is chaired by WTO, with BPU and CSO as vice-chairs."."""
    first, *others = group.posts
    verb = {"chair": "chaired", "lead": "led"}[first.role]
    rest = "".join(f", with {' and '.join(h.words for h in post.holders)} as {post.label.lower()}" for post in others)
    return f"The {group.words} is {verb} by {first.words}{rest}."


def _broken(post: Post) -> Iterator[str]:
    """One holder on the label's line; several below it, in two lines."""
    if len(post.holders) == 1:
        yield f"{post.label}: {post.words}"
        return
    yield f"{post.label}:"
    names = [holder.words for holder in post.holders]
    yield ", ".join(names[:2]) + ("," if names[2:] else "")
    if names[2:]:
        yield ", ".join(names[2:])
