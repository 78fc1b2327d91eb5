"""What the archive knows, for understanding questions: names, headings, words; one a generation and caller."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile
from pathlib import PurePath
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ctassist.answering.terms import (
    BASE,
    Weights,
    are_derived,
    bodies,
    content,
    event_stems,
    fold,
    function_words,
    generic_event_stems,
    is_body_noun,
    is_core_body_noun,
    is_english,
    is_everyday,
    light_stems,
    misspelt,
    role_noun_stems,
    stem,
    stems,
    tokens,
)
from ctassist.answering.understanding.body_forms import in_short
from ctassist.answering.understanding.known_organisations import is_widely_known, known_forms
from ctassist.answering.understanding.name_forms import long_form_stems, words_of
from ctassist.answering.understanding.publisher import (
    above_charts,
    called_for_short,
    common_start,
    first_letters,
    masthead_stems,
    member_stems,
    named_on_top,
    publisher_stems,
)
from ctassist.answering.understanding.question import Entity
from ctassist.answering.understanding.shortened import by_initials, by_last_name, may_be_meant, shortened
from ctassist.answering.word_forms import is_within
from ctassist.extraction.holder_parts import in_one_script, is_office, is_person
from ctassist.extraction.names import PARTICLES, UPPER
from ctassist.extraction.places import place_of
from ctassist.extraction.sections import LEADING_HEADING
from ctassist.extraction.speakers import office_pattern
from ctassist.indexing.archive import View
from ctassist.model.archive import Document
from ctassist.model.records import Name, NameKind
from ctassist.model.text import Span

_LONGEST_NAME = 12
_SEVERAL = 2
"""So many documents have a regular heading, or the figure of a series."""
_OFFICE_OF = re.compile(rf"(?:{office_pattern().pattern})\s+of\s", re.IGNORECASE)
"""A title with what it is of is the name of nobody: "Director of WTO"."""
_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
_LETTERS = re.compile(r"(?<![\w.&/-])[A-Z][A-Za-z]*[A-Z](?![\w&/-])")
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)


_COUNTED = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-h])[.)]\s+(?=\S)")


def plain_heading(heading: str) -> str:
    """A heading in lower case without its number: "5. Book of the month" and "Book of the Month" are one."""
    return _COUNTED.sub("", heading.casefold())


_LED = re.compile(r"(?P<lead>[^\W\d_][^:|\n]{2,40}?[^\W\d_])\s*:\s+(?=\S)")
_ROWED = re.compile(r"(?P<lead>[^\W\d_][^:|\n]{2,40}?[^\W\d_])\s*\|\s+(?=[^|\s][^|]*$)")


def lead_of_heading(heading: str) -> str | None:
    """What a heading of two parts may be known by in other issues: "fish in focus", of "3. Fish in focus: Pike"."""
    match = _LED.match(_COUNTED.sub("", heading))
    return match["lead"].casefold() if match and " " in match["lead"] else None


def lead_of_row(row: str) -> str | None:
    """What a row of two cells begins with, where it may be a heading of other issues: "Fish in focus | Pike"."""
    match = _ROWED.match(row)
    return match["lead"].casefold() if match and " " in match["lead"] else None


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity named in a question."""

    span: Span
    entity: Entity


_CAPITAL = rf"\b[{UPPER}][^\W\d_]+"
NAME_IN_A_ROW = re.compile(rf"{_CAPITAL}(?:\s+{PARTICLES}{_CAPITAL})+")
"""Capitalised words in a row, as names are, with the particles between them."""


_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")


_OF_KIND = re.compile(r"(?P<kind>[A-Z]{2,5})\s+[A-Z]")
_FEWEST_OF_KIND = 3
_CAPITAL_INSIDE = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}[a-z]")


T = TypeVar("T")


class Catalog:
    """Names, words and dates of the documents that one caller may read, in one generation."""

    def __init__(self, view: View) -> None:
        self.documents: dict[str, Document] = {document.id: document for document in view.documents()}
        items = view.items()
        counts: Counter[str] = Counter()
        self.capitalised: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        self._compounds: set[str] = set()
        """Words with a capital inside, which may have a name within them: "WebLoom"."""
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._headings: dict[str, set[str]] = defaultdict(set)
        spelled: Counter[str] = Counter()
        led: dict[str, set[str]] = defaultdict(set)
        rowed: dict[str, set[str]] = defaultdict(set)
        for entry in items:
            for heading in entry.record.section:
                self._headings[plain_heading(heading)].add(entry.document_id)
                if lead := lead_of_heading(heading):
                    led[lead].add(entry.document_id)
            if lead := lead_of_row(entry.text):
                rowed[lead].add(entry.document_id)
            if leading := LEADING_HEADING.match(entry.text):
                self._headings[plain_heading(leading["heading"])].add(entry.document_id)
            # A handle ("@anaroe") is a name however it is written.
            words = [token for token in tokens(entry.text) if entry.text[token.start - 1 : token.start] != "@"]
            counts.update({token.stem for token in words})
            spelled.update(fold(token.text) for token in words)
            self._compounds.update(token.text for token in words if _CAPITAL_INSIDE.search(token.text))
            for heading in entry.record.section[-2:]:
                counts.update(stems(heading) - {token.stem for token in words})
            for name in NAME_IN_A_ROW.finditer(entry.text):
                row = [fold(word) for word in name.group().split() if word[0].isupper()]
                for one, other in pairwise(row):
                    self._beside[stem(one)].add(other)
                    self._beside[stem(other)].add(one)
            addresses = [match.span() for match in _ADDRESS.finditer(entry.text)]
            for token in words[1:]:
                if any(start <= token.start < end for start, end in addresses):
                    continue  # Addresses write every name small: "groups.acme.com".
                (self.capitalised if token.text[0].isupper() else self.lower)[token.stem] += 1
        self.feature_leads = self._learn_leads(led, rowed)
        for document in self.documents.values():
            counts.update(stems(document.title))
        spelled.update(fold(token.text) for row in view.all_indicators() for token in tokens(row.record.label))
        self._spelled: dict[str, list[str]] = defaultdict(list)
        for word, _ in spelled.most_common():
            if len(word) > 4 and word.isalpha():
                self._spelled[word[0]].append(word)
        self._apostrophes = {word.replace("'", ""): word for word in spelled if _INNER_APOSTROPHE.search(word)}
        self.word_vectors: dict[str, NDArray[np.float32]] = {}
        """Embeddings of single words met so far."""
        self._regular: dict[int, dict[str, frozenset[str]]] = {}
        self._folders: dict[str, frozenset[str]] | None = None
        self._learnt: dict[str, Any] = {}
        self._beginnings: dict[str, list[str]] | None = None
        titles = Counter(word for document in self.documents.values() for word in stems(document.title))
        self.title_stems = frozenset(word for word, count in titles.items() if count * 2 > len(self.documents))
        """Words in most titles: the archive's own name, which narrows nothing."""
        series = Counter(document.series for document in self.documents.values() if document.series)
        self.own_initials = {initials: name for name in series if (initials := first_letters(name))}
        """The names of the series, by the first letters of all their words: "this week in kites", "twik"."""
        self._own_name = common_start([document.title for document in self.documents.values()])
        self.weight = Weights(counts, len(items))
        self._forms: dict[str, set[str]] = defaultdict(set)
        """Each entity's ways of being written."""
        self._keys: dict[tuple[str, ...], str] = {}
        """Folded words of each form, to the entity's key."""
        self._exact: set[str] = set()
        names = view.names()
        self.own_stems = (
            self.title_stems | publisher_stems(names, len(self.documents), view) | masthead_stems(above_charts(view))
        )
        self.called = called_for_short(items, [name for _, name in names], len(self.documents))
        """The stem of the noun by which most documents call the publisher for short."""
        self.own_stems |= self.called
        """Words of the archive's own name and of its publisher's, which most documents name."""
        sure = self.title_stems | masthead_stems(above_charts(view))
        self.whole_stems = self.own_stems - (member_stems([name for _, name in names], view) - sure)
        """Those of them that call no body another one: what a member is called is not the whole's name."""
        posts: dict[str, set[str]] = defaultdict(set)
        for said in view.statements():
            posts[said.record.speaker] |= stems(f"{said.record.title or ''} {said.record.organisation or ''}")
        self._learn((name for _, name in names), posts)
        self._learn_records(view)
        self.body_kinds = self._learn_body_kinds(view)
        """Short names for a kind of bodies, of which several are called: "TAG" of "TAG Harbours" and "TAG Lights"."""
        self.publisher = named_on_top(self._forms.values(), above_charts(view), self.called)
        """All forms of the publisher's name, where the tops of the documents tell it."""
        top = frozenset(token.stem for form in self.publisher for token in content(form))
        self.own_stems |= top
        self.whole_stems |= top
        for key, forms in self._forms.items():
            forms |= {*in_short(key)}
        self._shortened = shortened(self._keys)

    def _learn(self, names: Iterable[Name], posts: Mapping[str, Collection[str]]) -> None:
        merged: dict[str, set[str]] = defaultdict(set)
        kinds: dict[str, NameKind] = {}
        for name in names:
            merged[name.key] |= {name.key, *name.aliases}
            kinds[name.key] = name.kind
        people = {key for key, kind in kinds.items() if kind is NameKind.PERSON}
        for last, full in by_last_name({*posts, *people}, posts):
            if kinds.get(last, NameKind.PERSON) is NameKind.PERSON and is_person(full):
                merged[full] |= {full, last, *merged.pop(last, ())}
                kinds.setdefault(full, NameKind.PERSON)
        for key, known in known_forms(merged).items():
            merged[key] |= known
        canonical = _canonical(merged)
        self._people = people
        for key, forms in sorted(merged.items()):
            target = canonical[key]
            for form in forms:
                self._add(target, form)
            if kinds[key] is NameKind.PERSON and len(key.split()) > 1:
                self._add(target, key.split()[-1], weak=True)
        self._organisations = {
            key for key, kind in kinds.items() if kind is NameKind.ORGANISATION or is_widely_known(key)
        }
        named = (key for key in merged if kinds[key] is NameKind.ORGANISATION and merged[key] == {key})
        for short, long in by_initials(named).items():
            if not self.weight.known(stem(short)):
                self._add(canonical[long], short)

    def _learn_records(self, view: View) -> None:
        # "Roe" is Ana Roe, whoever of them is met first.
        for statement in sorted(view.statements(), key=lambda row: -len(row.record.speaker.split())):
            for name in (statement.record.speaker, statement.record.organisation):
                if name and len(name.split()) <= 6:
                    self._add(self.key_of(name) or name, name)
            if len(statement.record.speaker.split()) > 1:
                self._add(statement.record.speaker, statement.record.speaker.split()[-1], weak=True)
        roles = view.roles()
        self.held_roles = frozenset(role.record.role for role in roles)
        """The roles that the archive states."""
        for role in roles:
            for name in (role.record.holder, role.record.affiliation):
                if name and len(name.split()) <= 6 and not _OFFICE_OF.match(name):
                    self._add(self.key_of(name) or name, name)
                    self._add(self.key_of(name) or name, in_one_script(name))
        self.holders = frozenset(self.key_of(name) or name for role in roles if (name := role.record.holder))
        self.employers = frozenset(
            self.key_of(name) or name
            for role in roles
            if (name := role.record.affiliation) and name[0].isupper() and not is_office(name) and not place_of(name)
        )
        """Those for whom somebody who holds a post works."""
        self.speakers = frozenset(
            self.key_of(name) or name
            for statement in view.statements()
            for name in (statement.record.speaker, statement.record.organisation)
            if name
        )
        self.labels = frozenset(stems(row.record.label) for row in view.all_indicators())
        """The words of each figure's label, as stems."""
        told = Counter(label for label, _ in {(stems(row.record.label), row.document_id) for row in view.indicators()})
        series = {label for label, documents in told.items() if documents >= _SEVERAL}
        self._bodies = {stems(role.record.body) for role in roles}
        self._titles = series | self._bodies

    def _learn_body_kinds(self, view: View) -> frozenset[str]:
        """The short names with which several bodies' names begin, and which are nobody's; they stay no entities."""
        named = {role.record.body for role in view.roles()} | {document.title for document in self.documents.values()}
        leads = Counter(match["kind"] for name in named if (match := _OF_KIND.match(name)))
        acting = self.holders | self.employers | self.speakers
        kinds = {
            kind
            for kind, count in leads.items()
            if count >= _FEWEST_OF_KIND
            and kind not in acting
            and all(form == kind or is_core_body_noun(tokens(form)[-1]) for form in self._forms.get(kind, ()))
        }
        self._keys = {words: key for words, key in self._keys.items() if key not in kinds}
        return frozenset(kinds)

    def _add(self, key: str, form: str, *, weak: bool = False) -> None:
        words = words_of(form)
        if not words or (len(words) == 1 and (len(words[0]) < 2 or words[0] in bodies()["abbreviations"])):
            return
        if all(map(is_core_body_noun, tokens(form))):
            return  # "Working Group" is a kind of body, no name.
        if weak and (words in self._keys or (len(words) == 1 and self.lower[stem(words[0])] > 0)):
            return
        self._keys.setdefault(words, key)
        self._forms[self._keys[words]].add(form)
        if len(words) == 1 and (
            words[0] in function_words() or self.lower[stem(words[0])] > self.capitalised[stem(words[0])]
        ):
            self._exact.add(form)

    def key_of(self, name: str) -> str | None:
        """The key of the entity that is written like this, or None."""
        return self._keys.get(words_of(name))

    def spelled_out(self, text: str) -> frozenset[str]:
        """The stems of what the acronyms of a text stand for, as the archive says elsewhere.

        An organisation's name tells who did something, and not what it was about.
        """
        return frozenset(word for thing in self.abbreviated_things(text) for word in long_form_stems(thing))

    def abbreviated_things(self, text: str) -> list[Entity]:
        """What the acronyms of a text stand for, but for organisations."""
        entities = (self.entity(match.group()) for match in _CAPITALS.finditer(text))
        return [entity for entity in entities if entity.key not in self._organisations]

    def entity(self, name: str) -> Entity:
        """The entity that is written like this; an unknown name is an entity of its own."""
        key = self.key_of(name) or name
        return Entity(key, tuple(sorted(self._forms.get(key, {name}))))

    def parted(self, name: str) -> tuple[str, ...]:
        """The names that a name is made of where "and" joins several that the archive knows: "Delta Fund and WTO"."""
        parts = re.split(r"\s+(?:and|&)\s+", name)
        return tuple(parts) if len(parts) > 1 and all(map(self.key_of, parts)) else (name,)

    def find_entities(self, text: str) -> list[FoundEntity]:
        """Finds the longest names of the archive in a question.

        An acronym that is also an ordinary word ("WHO", "IT") must be typed in capitals.
        """
        words = tokens(text)
        folded = [fold(_PLURAL.sub("", token.text)).removesuffix("'s") for token in words]
        found: list[FoundEntity] = []
        index = 0
        while index < len(words):
            for count in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
                key = self._keys.get(tuple(folded[index : index + count]))
                span = Span(words[index].start, words[index + count - 1].end)
                if key and self._is_meant(span.of(text), count):
                    found.append(FoundEntity(span, Entity(key, tuple(sorted(self._forms[key])))))
                    index += count - 1
                    break
                short = self._shortened.get(tuple(folded[index : index + count])) if count > 1 else None
                before = words[index - 1].text if index else ""
                if short and may_be_meant(span.of(text).split(), before, whole=short[1]):
                    found.append(FoundEntity(span, Entity(short[0], tuple(sorted(self._forms[short[0]])))))
                    index += count - 1
                    break
            index += 1
        return found

    def _is_meant(self, typed: str, count: int) -> bool:
        if count > 1:
            return True
        key = self._keys.get((fold(typed),)) or ""
        spelt_out = len(self._forms[key]) > 1 if key else False
        if typed.islower() and key.isupper() and (is_everyday(typed) if spelt_out else is_english(typed)):
            return False  # "UPCOMING" in a torn heading is nobody whom "upcoming" names.
        if key.isupper() and not typed.isupper() and self.lower[stem(typed)] and self._forms[key] == {key}:
            return False  # Where "code" is a word, "CODE FREEZE" is nobody whom "Code" names.
        if fold(typed) in function_words() or self.lower[stem(typed)] > self.capitalised[stem(typed)]:
            if typed not in self._exact:
                return False
            known = self.holders | self.speakers | self._people
            handle = key in known and not is_english(typed)  # "kbrand" is nothing but a name.
            return handle or typed.isupper() or any(character.isdigit() for character in typed)
        ordinary = stem(typed) in light_stems() | event_stems() | generic_event_stems() | role_noun_stems()
        return not ordinary or typed[:1].isupper()

    def without_own_name(self, text: str) -> str:
        """A question with blanks for the archive's own name: "This Week in Lighthouses" tells no time."""
        if not self._own_name:
            return text
        # With a number behind it, it names one issue.
        return self._own_name.sub(lambda m: m.group() if _NUMBER.match(text, m.end()) else " " * len(m.group()), text)

    def own_name_in_full(self, text: str) -> str:
        """A question with the name of a series for its initials, where these are nobody's else: "TWIK 12"."""

        def full(match: re.Match[str]) -> str:
            name = self.own_initials.get(match.group().casefold())
            key = self.key_of(match.group())
            return match.group() if not name or (key and len(self._forms[key]) > 1) else name

        return _LETTERS.sub(full, text) if self.own_initials else text

    def is_own_name(self, entity: Entity) -> bool:
        """Tells whether a name is (part of) what most titles say: the publisher's, which narrows nothing.

        So does one word of the publisher's name, as it calls itself for short.
        """
        words = stems(_ARTICLE.sub("", entity.key))
        return words <= self.title_stems or (len(words) == 1 and words <= self.own_stems and not entity.key.isupper())

    def _learn_leads(self, led: Mapping[str, set[str]], rowed: Mapping[str, set[str]]) -> frozenset[str]:
        """The regular headings that some issues have with their thing: "Fish in focus: Pike", "Fish in focus | Pike".

        Several documents have such a heading; what leads the row of a table is one where others have it above a text.
        """
        leads = {lead: found for lead, found in led.items() if len(found | self._headings.get(lead, set())) >= _SEVERAL}
        leads |= {
            lead: found | leads.get(lead, set()) for lead, found in rowed.items() if lead in {*self._headings, *leads}
        }
        for lead, found in leads.items():
            self._headings[lead] |= found
        return frozenset(leads)

    def regular_headings(self, least: int) -> dict[str, frozenset[str]]:
        """The headings that at least ``least`` documents have, with the stems of their words.

        "Featured plant" and "Featured plants" are one.
        """
        if least not in self._regular:
            words = {heading: frozenset(token.stem for token in content(heading)) for heading in self._headings}
            having: dict[frozenset[str], set[str]] = defaultdict(set)
            for heading, documents in self._headings.items():
                having[words[heading]] |= documents
            self._regular[least] = {
                heading: stems_ for heading, stems_ in words.items() if stems_ and len(having[stems_]) >= least
            }
        return self._regular[least]

    def heads(self, text: str) -> bool:
        """Tells whether a text has a heading of several words, that several documents have, in a row."""
        asked = " ".join(token.stem for token in content(text))
        rows = (" ".join(token.stem for token in content(heading)) for heading in self.regular_headings(_SEVERAL))
        return any(" " in row and f" {row} " in f" {asked} " for row in rows)

    def folder_stems(self, document_id: str) -> frozenset[str]:
        """The words of the folders in which a document lay, without those around all documents."""
        if self._folders is None:
            parts = {id_: PurePath(document.source).parent.parts for id_, document in self.documents.items()}
            shared = [set(level) for level in zip(*(part for part in parts.values() if part), strict=False)]
            common = len(list(takewhile(lambda level: len(level) == 1, shared)))
            self._folders = {id_: stems(" ".join(part[common:]).replace("_", " ")) for id_, part in parts.items()}
        return self._folders.get(document_id, frozenset())

    def headings(self) -> Mapping[str, Collection[str]]:
        """All headings over items, plain ones, with the ids of the documents that have them."""
        return self._headings

    def learnt(self, what: str, find: Callable[[], T]) -> T:
        """What composers learn from all the lines of the archive, such as headings of calendars: looked for once."""
        if what not in self._learnt:
            self._learnt[what] = find()
        found: T = self._learnt[what]
        return found

    def beside(self, word: str) -> Collection[str]:
        """The words, folded, that stand right beside a word in the names of the archive."""
        return self._beside.get(stem(word), ())

    def has_within(self, name: str) -> bool:
        """Tells whether a longer word of the archive has a name in it: "Loom" in "WebLoom"."""
        return is_within(name, self._compounds)

    def documents_under(self, heading: str) -> frozenset[str]:
        """The ids of the documents that have a heading, however it is numbered there."""
        return frozenset(self._headings.get(plain_heading(heading), ()))

    def is_name(self, word: str) -> bool:
        """Tells whether the archive writes a word mostly with a capital."""
        stem_ = stem(word)
        return self.capitalised[stem_] > self.lower[stem_]

    def is_ordinary(self, word: str) -> bool:
        """Tells whether the archive writes a word mostly without a capital: "time" is no town here."""
        stem_ = stem(word)
        return self.lower[stem_] > self.capitalised[stem_]

    def knows(self, word: str) -> bool:
        """Tells whether the archive uses a word, in the label of a figure too, or one that asks."""
        return self.weight.known(stem(word)) or self._labels_have(stem(word)) or fold(word) in function_words()

    def names_together(self, words: str, others: Collection[str]) -> bool:
        """Tells whether a body or a figure of the archive is named by some words beside one of others.

        The others may be written nearly so: a word of another language is often the English one but for its ending.
        """
        wanted = stems(words)
        beside = {token.stem for other in others for token in content(other) if not is_body_noun(token)} - wanted
        names = [name - wanted for name in self._titles if wanted <= name]
        return any(word == other or misspelt(word, other) for name in names for word in name for other in beside)

    def is_body(self, words: str) -> bool:
        """Tells whether words are all that tells a body from others, with or without what it is called."""
        said = frozenset(token.stem for token in content(words) if not is_body_noun(token))
        return bool(said) and any(said <= body for body in self._bodies)

    def _labels_have(self, stem_: str) -> bool:
        return any(stem_ in label for label in self.labels)

    def has_derived(self, stem_: str) -> bool:
        """Tells whether the archive uses a word (as a stem), or one derived from it: "Congress" and "Congressional"."""
        if self.weight.known(stem_):
            return True
        return any(are_derived(stem_, other) for other in self._by_beginning().get(stem_[:BASE], ()))

    def _by_beginning(self) -> Mapping[str, Sequence[str]]:
        """The long stems of the archive by their first letters."""
        if self._beginnings is None:
            found: dict[str, list[str]] = defaultdict(list)
            for other in self.weight.stems():
                if len(other) >= BASE:
                    found[other[:BASE]].append(other)
            self._beginnings = found
        return self._beginnings

    def spelled(self, first: str) -> tuple[str, ...]:
        """The words of five letters or more that begin with a letter, in lower case, the most frequent first."""
        return tuple(self._spelled.get(first, ()))

    def with_apostrophe(self, word: str) -> str | None:
        """The word of the archive, in lower case, that ``word`` is without its apostrophe: "quran" is "qur'an"."""
        return self._apostrophes.get(word)

    def newest_day(self, within: Collection[str] | None = None) -> date | None:
        """The last day that any (chosen) issue covers."""
        return max(
            (d.period.end for d in self.documents.values() if d.period and (within is None or d.id in within)),
            default=None,
        )


_INNER_APOSTROPHE = re.compile(r"\w'(?!s\b|t\b|d\b|m\b|re\b|ve\b|ll\b)\w{2,}")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b\S*")


_NUMBER = re.compile(r"\s+(?:(?:no|nr)\.?\s*|#)?\d{1,3}(?!\w|[.,]\d)")


def _canonical(forms: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Each key's main key: names that share a long form are one, and so is a key that is another's alias."""
    main: dict[str, str] = {}
    by_form: dict[str, str] = {}
    for key in sorted(forms, key=lambda key: (-len(forms[key]), key)):
        aliases = [fold(form) for form in forms[key] if form != key]
        main[key] = next((by_form[form] for form in (fold(key), *aliases) if form in by_form), key)
        for form in aliases or [fold(key)]:
            by_form.setdefault(form, main[key])
    for key in (key for key in sorted(forms) if " " in key):
        # A name and the one before it may each have a short form of its own: all four are one.
        for other in {by_form.get(fold(form), main[key]) for form in forms[key]} - {main[key]}:
            main = {each: main[key] if own == other else own for each, own in main.items()}
            by_form = {form: main[key] if own == other else own for form, own in by_form.items()}
    return {key: main[_without_leading(own, main)] for key, own in main.items()}


def _without_leading(name: str, names: Collection[str]) -> str:
    """The name that one is with an acronym before it, where no other acronym leads it: "TC Fog Council" is the same."""
    short, _, rest = name.partition(" ")
    alone = short.isupper() and len(rest.split()) > 1 and rest in names and not all(map(is_body_noun, tokens(rest)))
    return rest if alone and sum(other.partition(" ")[2] == rest for other in names) == 1 else name


_PEOPLE = re.compile(r"[A-Z][a-z]+(?:ns|sts|sters|ers|tas|ites|eers|ors)")
_LEAST_NAME = 4


def are_named_after(people: str, own: Collection[str]) -> bool:
    """Tells whether a word names people after the archive, of whose name ``own`` are stems: "the Canalers of Ghent"."""
    return _PEOPLE.fullmatch(people) is not None and any(
        len(word) >= _LEAST_NAME and people.casefold().startswith(word) for word in own
    )
