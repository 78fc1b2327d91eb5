"""Roles that a page's sentences give in its own body: "The circle is chaired by X", "Y chairs it", "Its clerk is Z"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ctassist.extraction.role_grammar import holders_pattern
from ctassist.extraction.role_words import canonical_role, is_title, role_label, role_verbs
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.records import Item


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role in the page's own body: where the holder and the whole sentence part stand, the role, the words for it."""

    holder: tuple[int, int]
    end: int
    role: str
    label: str


def own_roles(text: str, item: Item, subject: str, *, past: bool) -> Iterator[OwnRole]:
    """The roles that an item gives in the body that its page is about.

    Args:
        text: the canonical text.
        item: the item.
        subject: the body's name; "the" with one of its words means it.
        past: whether the page tells of a time, so that "was chaired by" says who chaired it then, and not before now.
    """
    nouns = "|".join(sorted({re.escape(word.casefold()) for word in re.findall(r"[^\W\d_]{3,}", subject)}))
    for pattern in _patterns(nouns, past):
        for match in pattern.finditer(text, item.span.start, item.span.end):
            word = match["verb"] if "verb" in pattern.groupindex else match["label"]
            role = role_verbs().get(word.casefold()) if "verb" in pattern.groupindex else canonical_role(word)
            if role and not (is_title(role) and "label" in pattern.groupindex):
                yield OwnRole(match.span("holder"), match.end(), role, word)


@lru_cache(maxsize=256)
def _patterns(nouns: str, past: bool) -> tuple[re.Pattern[str], ...]:
    body = rf"(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?:{nouns})"
    holder = rf"(?P<holder>{holders_pattern()})"
    finite = [verb for verb in role_verbs() if not verb.endswith(("ing", "ed")) or past]
    active = alternatives([verb for verb in finite if verb.endswith("s") or past])
    passive = alternatives([verb for verb in role_verbs() if verb.endswith("ed") or verb == "led"])
    tense = r"(?:is|are|was|were|has\s+been)" if past else r"(?:is|are)"
    label = rf"(?P<label>(?i:{role_label()}))"
    return (
        re.compile(rf"\b{body}\s+{tense}\s+(?:now\s+|currently\s+|jointly\s+)*(?P<verb>{passive})\s+by\s+{holder}"),
        re.compile(
            rf"{holder}\s+(?:now\s+|currently\s+|also\s+|jointly\s+)*(?P<verb>{active})\s+(?:it|{body})"
            r"(?=\s*[.,;:)]|\s*$|\s+(?:and|with|while|since)\b)"
        ),
        re.compile(
            rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?:current\s+|present\s+)?{label}\s+(?:of\s+{body}\s+)?{tense}\s+{holder}"
        ),
        # "Keepers are Ana Roe and Bo Li": a page on a body says it of its own.
        re.compile(rf"(?:^|(?<=[.;]\s)){label}(?<=s)\s+are\s+{holder}"),
        re.compile(rf"\b(?i:current)\s+{label}\s+{tense}\s+{holder}"),
        re.compile(
            rf"{holder}\s+{tense}\s+(?:an?|the|its|her|his|their|our)\s+(?:current\s+)?{label}(?:\s+of\s+{body})?"
            r"(?=\s*(?:[.,;:)]|$))"
        ),
        re.compile(rf"{holder}\s+{tense}\s+the\s+{label}(?=\s+of\s+{body}\b)"),
    )
