"""Questions in uncommon words, put in common ones: "Hymns by the lake: venue?" asks where Hymns by the lake was."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from ctassist.answering.terms import akin, body_noun_pattern, content, generic_event_stems, table
from ctassist.answering.understanding.asked_parts import parts_of
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.kinds import kind_stems
from ctassist.answering.understanding.pointing import quoted_line
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.role_words import is_between
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.text import Span

_TIME, _NAME, _PLACE, _QUOTED = "\ue000", "\ue400", "\ue800", "\uec00"
"""The first of 1024 private characters each that stand for what a question names."""
_MASKS = {
    "time": "[\ue000-\ue3ff]",
    "name": "[\ue400-\ue7ff]",
    "place": "[\ue800-\uebff]",
    "scope": "[\ue000-\uebff](?:(?:,? and |, | in | of )?[\ue000-\uebff])*",
}
_MASKED = re.compile("[\ue000-\uefff]")
_QUESTION = re.compile(r"(?:how|what|which|who|when|where|is|are|was|were|do|does|did)\b", re.IGNORECASE)
_QUOTATION = re.compile(r"“[^”]+”|\"[^\"]+\"|«[^»]+»")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A way of asking, and the common one; ``of`` tells what "x" must be."""

    patterns: tuple[re.Pattern[str], ...]
    plain: str
    way: str
    """How: "whole" puts a question otherwise, "part" some of its words, "raw" the same before names are found."""
    of: str | None


@cache
def _rules() -> tuple[_Rule, ...]:
    words = {name: alternatives(forms) for name, forms in table("rewordings")["words"].items()} | _MASKS
    words["body"] = body_noun_pattern()
    return tuple(
        _Rule(
            tuple(_compiled(pattern, words) for pattern in rule["asks"]),
            rule["plain"],
            rule["way"],
            rule.get("of"),
        )
        for rule in table("rewordings")["rules"]
    )


def _compiled(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    named = re.sub(r"\{([a-z]+)\}", lambda match: f"(?:{words[match.group(1)]})", pattern)
    return re.compile(named, re.IGNORECASE)


def reworded(text: str, catalog: Catalog, as_of: date) -> str:
    """Returns a question in the words that the patterns know; unchanged where it is in them already.

    Args:
        text: the question, in English.
        catalog: what the archive knows: its names are left as they are.
        as_of: the day on which it is asked.
    """
    if quoted_line(text):
        return text
    masked, hidden = _mask(text, catalog, as_of)
    for rule in _rules():
        if rule.way == "raw":
            changed = _applied(rule, text, lambda _: True)
        else:
            plain = _applied(rule, masked, partial(_is, rule.of, hidden, catalog))
            changed = text if plain == masked else " ".join(_shown(plain, hidden).split())
        if changed != text:
            # A change may uncover or cover names and times ("run me through May"): they are found anew.
            text = changed
            masked, hidden = _mask(text, catalog, as_of)
    return text


def _applied(rule: _Rule, masked: str, fits: Callable[[str], bool]) -> str:
    for pattern in rule.patterns:
        if rule.way == "whole":
            match = pattern.fullmatch(masked)
            if match and fits(match["x"] if "x" in pattern.groupindex else ""):
                return _expanded(match, rule.plain)
        else:
            masked = pattern.sub(lambda match: _expanded(match, rule.plain), masked)
    return masked


def _expanded(match: re.Match[str], plain: str) -> str:
    groups = match.groupdict()
    return re.sub(r"\\g<(\w+)>", lambda name: groups.get(name[1]) or "", plain)


def _mask(text: str, catalog: Catalog, as_of: date) -> tuple[str, dict[str, str]]:
    """The text with one private character for each quotation, time, name and place, and what these stand for."""
    parts = parts_of(text, catalog, as_of)
    spans = [
        *((Span(*match.span()), _QUOTED) for match in _QUOTATION.finditer(text)),
        *((span, _TIME) for span in parts.time.spans),
        *((_bare(found.span, text), _NAME) for found in parts.entities),
        *((found.span, _PLACE) for found in parts.places),
    ]
    hidden: dict[str, str] = {}
    pieces, end = [], 0
    for number, (span, first) in enumerate(sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end))):
        if span.start < end or number > 1000:
            continue
        sign = chr(ord(first) + number)
        hidden[sign] = span.of(text)
        pieces += [text[end : span.start], sign]
        end = span.end
    return "".join([*pieces, text[end:]]), hidden


def _bare(name: Span, text: str) -> Span:
    """A name without the ending of its genitive."""
    return Span(name.start, name.end - 2) if name.of(text).endswith(("’s", "'s")) else name


def _shown(text: str, hidden: dict[str, str]) -> str:
    return _MASKED.sub(lambda match: hidden.get(match.group(), match.group()), text)


def _is(what: str | None, hidden: dict[str, str], catalog: Catalog, masked: str) -> bool:
    """Tells whether words name a figure, a thing that is none, a holder of roles (a person) or a speaker.

    Words for "liaisons" need an archive that has some.
    """
    if what is None:
        return True
    text = _shown(masked, hidden)
    if what == "liaisons":
        return any(map(is_between, catalog.held_roles))
    if what in ("figures", "things"):
        return _is_figure(text, catalog) is (what == "figures")
    known = catalog.speakers if what == "speakers" else catalog.holders
    named = [found.entity.key for found in catalog.find_entities(text) if found.entity.key in known]
    return any(map(is_person, named)) if what == "persons" else bool(named)


def _is_figure(text: str, catalog: Catalog) -> bool:
    if _QUESTION.match(text):
        # "How many lamps are there in" of "How many lamps are there in total?".
        return False
    words = [token.stem for token in content(text)]
    if len(words) > 1 and any(frozenset(label) == frozenset(words) for label in catalog.labels):
        return True
    if not words or set(words) & (kind_stems() | generic_event_stems()):
        return False
    return any(all(any(word == own or akin(word, own) for own in label) for word in words) for label in catalog.labels)
