"""The section a question asks for by its heading: "under 'Research and guidance'", "in the section on ports"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ctassist.answering.terms import Token, content, stems
from ctassist.answering.understanding.catalog import Catalog, plain_heading
from ctassist.answering.understanding.kinds import list_words, told_alike
from ctassist.model.text import Span

_NAMED = re.compile(
    r"\b(?:under(?:\s+the\s+(?:heading|title|section))?|(?:in|from|of)\s+(?:the\s+)?(?:section|chapter|rubric|part)(?:\s+(?:on|about|called|named|titled|headed))?"
    r"|(?:section|chapter|rubric|heading)|headed|below)\s+(?P<name>[\"“«'‘][^\"”»]{3,80}?[\"”»'’](?=\W|$)|(?:[\w&/’'-]+[,]?\s+){0,8}?[\w&/’'-]+)"
    r"(?=\s+(?:section|heading|of|in|for|during|from|since|until|by|between|at|on)\b|[.?!,;:]|\s*$)",
    re.IGNORECASE,
)
_QUOTED_BEFORE = re.compile(
    r"(?<!\w)[\"“«'‘](?P<name>[^\"“”«»]{3,80}?)[\"”»'’]\s+(?:section|chapter|rubric|heading|column|entries|items|lines)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bthe\s+(?P<name>(?:[\w&/’'-]+\s+){1,8}?)sections?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """The headings that a question names, in lower case, and the stems of the words that name them."""

    headings: frozenset[str]
    words: frozenset[str]

    def holds(self, section: tuple[str, ...]) -> bool:
        """Tells whether a line with these headings above it stands in the section."""
        return any(plain_heading(heading) in self.headings for heading in section)


def named_section(text: str, catalog: Catalog) -> Section | None:
    """The section named in a question by all or most words of its heading; None when no document has such a heading.

    A name that is the whole of a heading goes before one that is a part of it.
    """
    headings = catalog.regular_headings(1)
    partly: Section | None = None
    for name in _names(text):
        words = frozenset(token.stem for token in content(name)) - _FRAME
        found = frozenset(heading for heading, own in headings.items() if words and words <= own)
        # Of "Partners" and "Partners in the field" the heading that says no more is meant.
        if exact := frozenset(heading for heading in found if _plain(headings[heading]) == words):
            return Section(exact, words | _FRAME)
        partly = partly or (Section(found, words | _FRAME) if found else None)
    return partly


_FRAME = stems("section heading chapter part")

_TELLING = 3
"""So many words in a row are a heading's name, where the question does not say that it is one."""


def headed_in_full(text: str, catalog: Catalog) -> Section | None:
    """The section whose whole heading, of several words, stands in a question: "what work with schools and clubs …"."""
    asked = content(text)
    found = {
        heading
        for heading in catalog.regular_headings(1)
        if len(words := [token.stem for token in content(heading)]) >= _TELLING and _in_a_row(words, asked, frozenset())
    }
    return Section(frozenset(found), stems(" ".join(found))) if found else None


_REGULAR = 2
"""A heading that so many documents have is one of the archive's rubrics."""
_LISTED = re.compile(
    r"\b(?:which|what|list|enumerate|name|show(?:\s+me)?|give(?:\s+me)?|find|all|every|each|any|the)\s+"
    r"(?:(?:the|all|every|each|any|of|our|its|their|other)\s+)*(?P<nouns>(?:[\w’'/-]+\s+){0,2}?[^\W\d_]+s)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:which|what)\s+(?:[\w’'-]+\s+){0,4}?(?:was|were|is|are|got|been|has been|have been)\s+(?:\w+ly\s+)?"
    r"(?P<verb>[^\W\d_]+ed)\b",
    re.IGNORECASE,
)
"""What was done to what is listed: "which gates were promoted" means what stands under "Promotions"."""
_DONE_TO = re.compile(
    r"\b(?:who|whom|everyone|everybody|anyone|anybody|all\s+(?:those|people)|those|people)\s+"
    r"(?:(?:who|that|has|have|had|was|were|is|are|been|got|all|else|did|does|do|we|they)\s+)*(?P<verb>[^\W\d_]+(?:ed|en)|thank)\b",
    re.IGNORECASE,
)
"""What was done to people: "who was thanked" means who stands under "Thanks"."""
_TERSE = re.compile(r"\W*(?P<nouns>[^\W\d_]{2,}s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rubrics:
    """The regular headings that a question names without saying so, with how many of its words each has.

    "Which grants were approved in May?" means what stands under "Grants approved", where issues have that.
    """

    headings: Mapping[str, int]

    @staticmethod
    def of(text: str, catalog: Catalog) -> "Rubrics":
        """The rubrics of a question: all telling words of the heading in a row, or its one word in what is listed.

        One telling word will do as well where the whole heading stands there: "new contributors in May".
        """
        asked = content(text)
        nouns = frozenset(word for match in (*_LISTED.finditer(text), *_first(text)) for word in stems(match["nouns"]))
        nouns |= frozenset(
            word for match in (*_DONE.finditer(text), *_DONE_TO.finditer(text)) for word in stems(match["verb"])
        )
        spans = {
            heading: (span, core)
            for heading in catalog.regular_headings(_REGULAR)
            if (core := _core(heading)) and (span := _in_a_row(core, asked, stems(heading)))
        }
        named = {
            heading
            for heading, (_, core) in spans.items()
            if len(core) > 1 or core[0] in nouns or _stands_whole(heading, text)
        }
        while beside := {
            heading
            for heading in spans.keys() - named
            if any(_joined(spans[heading][0], spans[other][0], text) for other in named)
        }:
            named |= beside
        whole = stems(text)
        ranks = {heading: len(stems(heading) & whole) for heading in named}
        alike = _of_same_core(named, catalog) | _named_alike(named, catalog)
        # Of "posts and discussions" the one with the longer heading is meant no more than the other.
        return Rubrics(
            {
                heading: max(
                    ranks[other]
                    for other in named
                    if other == heading or _joined(spans[heading][0], spans[other][0], text)
                )
                for heading in named
            }
            | {heading: max(ranks[other] for other in others) for heading, others in alike.items()}
        )

    @property
    def asked(self) -> frozenset[str]:
        """The words of all headings that the question names."""
        return stems(" ".join(self.headings))

    def said(self, section: tuple[str, ...]) -> frozenset[str]:
        """The words of those headings of a line that the question names."""
        return stems(" ".join(heading for heading in section if plain_heading(heading) in self.headings))

    def rank(self, section: tuple[str, ...]) -> int:
        """How many words of its headings a line shares with the question; 0 for a line that stands elsewhere."""
        return sum(self.headings.get(plain_heading(heading), 0) for heading in section)


def _of_same_core(named: Collection[str], catalog: Catalog) -> dict[str, list[str]]:
    """Other headings, also of a single document, that say the same as one named: "Repairs" beside "Other repairs"."""
    cores = {heading: core for heading in named if (core := _core(heading))}
    found = {
        heading: [other for other, core in cores.items() if core == own]
        for heading in (catalog.regular_headings(1) if cores else ())
        if heading not in named and (own := _core(heading))
    }
    return {heading: others for heading, others in found.items() if others}


def _named_alike(named: Collection[str], catalog: Catalog) -> dict[str, list[str]]:
    """Other headings for a kind of things of which there are some by name: "Vacancies" beside "Jobs"."""
    kinds = {heading: words for heading in named if (words := told_alike(_core(heading)))}
    found = {
        heading: [other for other, words in kinds.items() if frozenset(core) <= words]
        for heading in (catalog.regular_headings(1) if kinds else ())
        if heading not in named and (core := _core(heading))
    }
    return {heading: others for heading, others in found.items() if others}


def _first(text: str) -> Iterator[re.Match[str]]:
    if match := _TERSE.match(text):
        yield match


def _core(heading: str) -> list[str]:
    """The words of a heading that say what stands there, without those for which of them: "approved", "new"."""
    which, fared = list_words("when") | list_words("chosen"), list_words("outcomes") | list_words("listing")
    words = [token.stem for token in content(_THIS_ISSUE.sub(" ", heading)) if token.stem not in which]
    # "Promotions" and "Approved" say what happened to all that stands there.
    return words if len(words) == 1 else [word for word in words if word not in fared]


_THIS_ISSUE = re.compile(
    r"\b(?:(?:this|last|next|the (?:past|coming))\s+(?:week|month|quarter|year|issue)|today)\b", re.IGNORECASE
)


def _stands_whole(heading: str, text: str) -> bool:
    """Tells whether all of a heading of several words stands in a question, as it is."""
    return " " in heading and re.search(rf"(?<!\w){re.escape(heading)}(?!\w)", text, re.IGNORECASE) is not None


def _in_a_row(words: Sequence[str], asked: Sequence[Token], whole: frozenset[str]) -> Span | None:
    """Where words stand in a row in a question, with those after them that are of the ``whole`` heading as well."""
    for at in range(len(asked) - len(words) + 1):
        row = asked[at : at + len(words)]
        if [token.stem for token in row] == list(words):
            after = takewhile(lambda token: token.stem in whole, asked[at + len(words) :])
            return Span(row[0].start, max(token.end for token in (*row, *after)))
    return None


_JOINT = re.compile(r"\s*(?:,|&|/|and|or|as well as)(?:\s+(?:and|or|the|all|any|every|other))*\s*", re.IGNORECASE)


def _joined(one: Span, other: Span, text: str) -> bool:
    """Tells whether two names in a question are coordinated: "posts and discussions"."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return _JOINT.fullmatch(text[first.end : second.start]) is not None


def quotes_heading(text: str) -> bool:
    """Tells whether a question gives a heading in quotation marks."""
    return any(match["name"][0] in '"“«' for match in _NAMED.finditer(text))


def _names(text: str) -> list[str]:
    """What may be the name of a section, the longest first at each place."""
    names = [match["name"].strip("\"“”«»'‘’ ") for match in _BEFORE.finditer(text)]
    names += [match["name"] for match in _QUOTED_BEFORE.finditer(text)]
    for match in _NAMED.finditer(text):
        quoted = match["name"][0] in "\"“«'‘"
        rest = text[match.start("name") :]
        if not quoted:
            words = re.split(r"[.?!;:]", rest)[0].split()
            names += [" ".join(words[:count]) for count in range(min(len(words), 9), 0, -1)]
        names.append(match["name"].strip("\"“”«»'‘’ "))
    return names


def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word[0].isdigit())
