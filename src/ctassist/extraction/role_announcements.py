"""Roles that sentences give without naming the body: "Ana Roe became co-chair", "Ana Roe to serve as board liaison"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.names import WORD
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.role_words import canonical_role, is_between, is_title, role_label, role_verbs
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Item

_LONGEST_HEADING = 8
"""A heading of more words says something; a shorter one with a noun of bodies names one."""
_ARTICLES = (
    r"(?:(?:the|its|our|a|an|new|first|second|third|next|another|additional|sole|only|interim|acting|role|position|post"
    r"|mantle|function|duties|of)\s+)*"
)
_TOOK = (
    r"(?:was\s+|were\s+|has\s+been\s+|have\s+been\s+|has\s+|have\s+|also\s+|now\s+|then\s+|will\s+(?:be\s+|now\s+)?|to\s+(?:be\s+)?|is\s+to\s+"
    r"|agreed\s+to\s+|volunteered\s+to\s+|offered\s+to\s+)*(?:re-?)?"
    r"(?:elected|appointed|designated|named|made|welcomed|confirmed|selected|chosen|been|became|becomes|become|is|are|remained|remains|remain|serves?"
    r"|serving|acts?|took\s+over|takes\s+over|take\s+over|took\s+on|takes\s+on|take\s+on|takes\s+up|took\s+up|assumed|assumes|assume"
    r"|continues?|continued|stays?|joins|joined|stepped\s+in|steps\s+in|step\s+in|stepped\s+up|steps\s+up|stepping\s+(?:in|up))"
)
_END = (
    r"(?=\s*(?:[.;,)]|$)|\s+on\s+\d|\s+(?:while|and|with|beside|alongside|in|since|from|until|during|at|after|following|effective|this|last|next|as"
    r"|for\s+(?:the\s+)?(?:\d{4}|coming|next|year|term|remainder|rest|a|one|two|three))\b)"
)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A role as a sentence gives it to somebody: where the holder stands, the body, the role and the words for it."""

    holder: tuple[int, int]
    body: str
    role: str
    label: str


def taken_up(
    text: str, item: Item, holders: str, subject: str | None, spoken: Callable[[int], str | None] = lambda _: None
) -> Iterator[TakenUp]:
    """The roles that an item gives without naming their body.

    It is the item's own, that of the words before, the heading's or the document's.

    Args:
        text: the canonical text.
        item: the item.
        holders: a regular expression for holders.
        subject: the body that the document's title names.
        spoken: which body the words before a place speak of.
    """
    patterns = _patterns(holders)
    for pattern in patterns:
        for match in pattern.finditer(text, item.span.start, item.span.end):
            before = spoken(match.start())
            if pattern is patterns[-2] and not _is_whole(text, item, match):
                continue
            if pattern is patterns[-1] and not before:
                continue
            role, label = _role(match["other"], match["label"])
            body = one_line(match["lead"]) if match["lead"] else before or _about(item) or subject
            if role and body:
                yield TakenUp(match.span("holder"), body, role, label)


def titles_taken_up(text: str, item: Item, holders: str, whole: str) -> Iterator[TakenUp]:
    """The titles that an item gives without saying whose they are: "Ana Roe became Executive Secretary on 1 May".

    In an issue that is the title of the whole's, if nobody else is named whose it may be.

    Args:
        text: the canonical text.
        item: the item.
        holders: a regular expression for holders.
        whole: what the roles of the whole are kept under.
    """
    headings = [heading for heading in item.section if not heading.isupper()]
    if any(_OTHERS.search(words) for words in (item.span.of(text), *headings)):
        return
    for match in _title(holders).finditer(text, item.span.start, item.span.end):
        role = canonical_role(match["label"])
        if role and is_title(role):
            yield TakenUp(match.span("holder"), whole, role, match["label"])


_OTHERS = re.compile(r"\b[A-Z]{2}[A-Za-z\d-]*\b|\([A-Z]")
"""An acronym, or a name in brackets."""


@cache
def _title(holders: str) -> re.Pattern[str]:
    end = r"(?=\s*(?:[.;)]|$)|,?\s+(?:on|from|since|until|after|effective|as\s+of)\b)"
    label = rf"(?P<label>(?-i:(?=[A-Z]))(?i:{role_label()}))"
    return re.compile(
        rf"(?P<holder>{holders})\s+(?:{_TOOK}|will\s+(?:be|become))\s+(?:as\s+)?(?:(?:the|its|our|new|acting|interim)\s+)*{label}{end}"
    )


@cache
def _patterns(holders: str) -> tuple[re.Pattern[str], ...]:
    nouns = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    topic = r"(?:\s+(?:on|for)\s+[^,.;:()|]{3,60})?"
    short = alternatives([noun.upper() for noun in table("bodies")["abbreviations"]])
    named = rf"(?:{WORD}\s+(?:(?:of|for|on|and)\s+)?){{0,6}}(?i:{nouns}){topic}|(?:{short})[\s-]{WORD}(?:\s+{WORD})?"
    # "The fog group has new leadership: Ana Roe is a chair".
    tells = r"(?:\s+(?:has|have|had|gets|got|is|sees|saw)\s+[^:.;]{3,50})?"
    lead = rf"(?:(?P<lead>{named}){tells}\s*:\s+)?"
    post = rf"{_ARTICLES}(?:(?P<other>[\w-]+(?:\s+[\w-]+)??)\s+)??(?P<label>(?i:{role_label()}))(?:ship)?"
    holder = rf"(?P<holder>{holders})"
    return (
        re.compile(rf"{lead}{holder}\s+{_TOOK}\s+(?:as\s+)?{post}{_END}"),
        re.compile(
            rf"{lead}{holder}\s+(?:has\s+|have\s+)?(?:succeed(?:s|ed)?|replace[sd]?|follow(?:s|ed)?|t(?:ook|akes|aken)\s+(?:over\s+from|the\s+(?:place|seat)\s+of))"
            rf"\s+[A-Z][^,.;]{{2,60}}?\s+as\s+{post}{_END}"
        ),
        re.compile(rf"{lead}(?:.{{0,80}}\bby\s+)?{holder}\s+as\s+{post}\W*$"),
        # "The group is led by WTO, which changed places with BPU, now deputy": of the group just named.
        re.compile(rf"{lead}{holder},\s+(?:now|since\s+then)\s+{post}(?=\s*(?:[,.;()]|$))"),
    )


def risen(text: str, item: Item, holders: str, spoken: Callable[[int], str | None]) -> Iterator[TakenUp]:
    """Who leads a body beside whose head they stood: "WTO, until then co-chair, now leads the cluster"."""
    for match in _risen(holders).finditer(text, item.span.start, item.span.end):
        role = canonical_role(match["label"]) or ""
        body = spoken(match.start()) or _about(item)
        if body and role != (head := _SECOND.sub("", role)):
            yield TakenUp(match.span("holder"), body, head, match["verb"])


_SECOND = re.compile(r"^(?:co|vice)-")


@cache
def _risen(holders: str) -> re.Pattern[str]:
    verbs = alternatives(role_verbs())
    return re.compile(
        rf"(?P<holder>{holders}),\s+(?:until\s+(?:then|now|that\s+day)|so\s+far|previously|formerly|hitherto)\s+(?:its\s+|the\s+)?"
        rf"(?P<label>(?i:{role_label()})),\s+(?:has\s+|is\s+)?(?:now|since\s+then)\s+(?P<verb>{verbs})\s+(?:the\s+[a-z]|it\b)"
    )


def _is_whole(text: str, item: Item, match: re.Match[str]) -> bool:
    """Believes "Ana Roe as chair" where it is all that an item says, or all that is said to be done by somebody."""
    return match.start() == item.span.start and match.end() == item.span.end


def _role(other: str | None, label: str) -> tuple[str | None, str]:
    """The role and the words for it; words before a role count only where it links two bodies ("board liaison")."""
    role = canonical_role(label)
    if not role or is_title(role):
        return None, label
    if not other:
        return role, label
    if _group().fullmatch(other) and not is_between(role):
        return role, label  # "The new SIG chair" on the page of a SIG is its own.
    written = f"{one_line(other)} {label}"
    return (f"{one_line(other).casefold()} {role}", written) if is_between(role) else (None, written)


def _about(item: Item) -> str | None:
    """The body that the nearest heading is about."""
    heading = next((heading for heading in reversed(item.section) if _group().search(heading)), None)
    if heading is None or len(heading.split()) > _LONGEST_HEADING:
        return None
    named = body_in(heading) or heading
    return named if len(named.split()) > 1 and named[0].isupper() else None


@cache
def _group() -> re.Pattern[str]:
    """The nouns that say body and nothing else; a heading on a "project" or a "network" is about many things."""
    return re.compile(
        rf"(?<![\w/-])(?:{alternatives([*table('bodies')['core'], *table('bodies')['abbreviations']])})(?![\w/-])"
        rf"|\b(?:{alternatives(table('bodies')['topical'])})\s+(?:on|for)\s",
        re.IGNORECASE,
    )
