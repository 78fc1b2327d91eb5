"""The bodies of an archive that have roles (working groups, committees), however their names are written."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import PurePath

from ctassist.answering.context import Context
from ctassist.answering.roles.numbered import with_names
from ctassist.answering.roles.spellings import in_one_word, with_short_names
from ctassist.answering.roles.tenures import stated_on
from ctassist.answering.terms import (
    Token,
    content,
    fold,
    is_body_noun,
    stem,
    stems,
    tokens,
    written_out,
)
from ctassist.answering.understanding.publisher import nouns_of
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.role_words import is_between
from ctassist.extraction.vocabulary import table
from ctassist.model.archive import Entry
from ctassist.model.records import Role

_SHORT = re.compile(r"\((?P<short>[A-Z][A-Z\d]+)\)\W*$")
"""A page may say at the end of its title how its body is called for short."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way of writing a body's name: the stems that tell it from others, its nouns' stems, all its words."""

    telling: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    initials: str


@dataclass(frozen=True, slots=True)
class Body:
    """All roles of one body, by whatever spelling of its name."""

    name: str
    stems: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    """The words themselves in lower case, for misspelt questions."""
    initials: frozenset[str]
    aliases: frozenset[str]
    """Stems of its short names, and of the folder that is named after it."""
    around: frozenset[str]
    """Stems of the titles of its documents: a page is about one group, and a question may name the organisation.

    So may the folders around its page, which say of what it is a part.
    Also stems of what its liaisons link it to.
    """
    edition: frozenset[str]
    """Numbers in the title of its page: "Summit 2023" is not "Summit 2022"."""
    rows: tuple[Entry[Role], ...]


def in_order(bodies: Iterable[Body]) -> list[Body]:
    """The bodies in the order in which the documents name them."""
    return sorted(bodies, key=lambda body: min(row.id for row in body.rows))


def bodies_of(rows: Iterable[Entry[Role]], context: Context) -> list[Body]:
    """The bodies that have the roles, each once however its name is written.

    Roles without a body of their own in a dated issue are the organisation's: one body through all issues.
    """
    rows = with_names(list(rows))
    rows += _handed_on(rows, context)
    nouns = _own_nouns(row.record.body for row in rows)
    groups: dict[tuple[frozenset[str], frozenset[str]], list[Entry[Role]]] = defaultdict(list)
    for row in rows:
        groups[_telling(row, context, nouns), _edition(row, context)].append(row)
    return [
        _body(telling, edition, in_one_word(alike), context, nouns)
        for (telling, edition), found in with_short_names(groups).items()
        for alike in _apart(found, nouns)
    ]


def _handed_on(rows: Sequence[Entry[Role]], context: Context) -> list[Entry[Role]]:
    """Posts whose line names who had them before, in the body where that one had them last.

    "Treasurer | Ana Roe | Bo Karv | 3 May" below "Changes of office" is of the board whose treasurer Ana Roe was.
    """
    found: list[Entry[Role]] = []
    for row in rows:
        document = context.document(row.document_id)
        if document.period is None or fold(row.record.body) != fold(document.title):
            continue
        day = stated_on(row, context)
        before = [
            other
            for other in rows
            if other.record.role == row.record.role
            and other.record.holder != row.record.holder
            and other.record.holder in row.text
            and fold(other.record.body) != fold(context.document(other.document_id).title)
            and stated_on(other, context) < day
        ]
        if before:
            last = max(before, key=lambda other: (stated_on(other, context), other.id))
            found.append(replace(row, record=replace(row.record, body=last.record.body)))
    return found


def _apart(rows: Sequence[Entry[Role]], own: frozenset[str]) -> list[list[Entry[Role]]]:
    """The rows of names that differ in their nouns alone, apart where one page has two that share none.

    The "Fog Group" of one issue is the "Fog Committee" of another; on the page of the "Fog Working Group", the "Fog
    Team" is another body.
    """
    pages: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in rows:
        kind = _spelling(row.record.body, own).nouns
        if kind and kind not in pages[row.document_id]:
            pages[row.document_id].append(kind)
    kinds = max(pages.values(), key=lambda found: len(_unlike(found)), default=[])
    if len(unlike := _unlike(kinds)) < 2:
        return [list(rows)]
    found: dict[frozenset[str], list[Entry[Role]]] = {kind: [] for kind in unlike}
    for row in rows:
        called = _spelling(row.record.body, own).nouns
        found[max(unlike, key=lambda kind: len(kind & called))].append(row)
    return list(found.values())


def _unlike(kinds: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Of the nouns of several names, those that have none in common with any before them."""
    found: list[frozenset[str]] = []
    for kind in kinds:
        if not any(kind & other for other in found):
            found.append(kind)
    return found


def _own_nouns(names: Iterable[str]) -> frozenset[str]:
    """The stems of nouns that this archive has for bodies.

    "Bench on Fog" and "Bench on Lamps" are benches, "Study ring on Fog" and "… on Lamps" are study rings; "TAG Fog",
    "TAG Lamps" and "TAG Oil" are TAGs; "Fog Circle", "Lamps Circle" and "Oil Circle" are circles.
    """
    found: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if match := re.match(r"(?P<noun>[A-Z]\w+(?: [a-z]\w+){0,2}?) (?:on|for|of) (?P<subject>.+)", name):
            for noun in tokens(match["noun"]):
                found[noun.stem].add(fold(match["subject"]))
        elif match := re.match(r"(?P<noun>[A-Z]{2,6}) (?P<subject>[A-Z].+)", name) or re.match(
            r"(?P<subject>[A-Z].+) (?P<noun>[A-Z][a-z]+)(?: \([^()]*\))?$", name
        ):
            short[stem(match["noun"])].add(fold(match["subject"]))
    nouns = {noun for noun, subjects in found.items() if len(subjects) > 1}
    return frozenset(nouns | {noun for noun, subjects in short.items() if len(subjects) > 2})


def _telling(row: Entry[Role], context: Context, nouns: frozenset[str]) -> frozenset[str]:
    document = context.document(row.document_id)
    spelling = _spelling(row.record.body, nouns)
    if _is_publisher(row.record.body, context):
        return context.catalog.own_stems
    if document.period is None:
        return spelling.telling
    title = fold(row.record.body) == fold(document.title)
    of_archive = title or (row.record.body == body_in(document.title) and spelling.telling <= context.catalog.own_stems)
    return context.catalog.own_stems if of_archive else spelling.telling


def _is_publisher(body: str, context: Context) -> bool:
    """Tells whether a body is called as the archive's publisher is, or by the noun that its name begins or ends with.

    "Small Concord of Harbours (SCH)" is "the Concord", and the "Baltic Lamp Alliance" is "the Alliance".
    """
    names = context.catalog.publisher
    if fold(body) in map(fold, names):
        return True
    ends = {fold(word) for name in names if " " in name for word in (name.split()[0], *nouns_of(name))}
    nouns = {*table("bodies")["nouns"], *table("organisations")["nouns"]}
    called = bool(context.catalog.called) and stems(body) <= context.catalog.called
    return body.istitle() and (called or fold(body) in ends & nouns)


def _edition(row: Entry[Role], context: Context) -> frozenset[str]:
    document = context.document(row.document_id)
    return frozenset() if document.period else frozenset(re.findall(r"\d+(?:\.\d+)*", document.title))


def _body(
    telling: frozenset[str],
    edition: frozenset[str],
    rows: Sequence[Entry[Role]],
    context: Context,
    own: frozenset[str],
) -> Body:
    spellings = [_spelling(name, own) for name in dict.fromkeys(row.record.body for row in rows)]
    documents = {row.document_id: context.document(row.document_id) for row in rows}.values()
    pages = [document for document in documents if not document.period]
    short = [
        form
        for name in dict.fromkeys(row.record.body for row in rows)
        for form in context.catalog.entity(name).forms
        if form != name
    ]
    short += [
        match["short"]
        for page in pages
        if (match := _SHORT.search(page.title)) and fold(rows[-1].record.body) in fold(page.title)
    ]
    folders = [_folder(page.source) for page in pages if fold(page.title).find(fold(rows[-1].record.body)) >= 0]
    aliases = {word.stem for form in (*short, *folders) for word in tokens(written_out(form)) if not is_body_noun(word)}
    return Body(
        name=_called(rows, context),
        stems=telling,
        nouns=frozenset().union(*(spelling.nouns for spelling in spellings)),
        words=frozenset().union(*(spelling.words for spelling in spellings)),
        initials=frozenset(spelling.initials for spelling in spellings),
        aliases=frozenset(aliases),
        around=frozenset().union(
            *(stems(document.title) for document in documents),
            *(context.catalog.folder_stems(page.id) - own - _nouns() for page in pages),
            *map(_other_end, rows),
        ),
        edition=edition,
        rows=tuple(rows),
    )


def _called(rows: Sequence[Entry[Role]], context: Context) -> str:
    """What a body is called in the newest row that does not call it by the title of its dated issue.

    A name goes before what a sentence calls it in small letters: "the working group on fog and ice".
    """
    named = [
        row.record.body
        for row in reversed(rows)
        if not (document := context.document(row.document_id)).period or fold(row.record.body) != fold(document.title)
    ]
    return next((name for name in named if not name[0].islower()), (named or [rows[-1].record.body])[0])


@cache
def _nouns() -> frozenset[str]:
    return stems(" ".join([*table("bodies")["nouns"], *table("bodies")["abbreviations"]]))


def _other_end(row: Entry[Role]) -> frozenset[str]:
    return stems(row.record.label) - stems(row.record.role.split()[-1]) if is_between(row.record.role) else frozenset()


def _folder(source: str) -> str:
    """The name of a page's folder where it names a body ("sig-docs/README.md"), else nothing."""
    folder = PurePath(source).parent.name.replace("-", " ").replace("_", " ")
    return folder if any(is_body_noun(token) for token in tokens(written_out(folder))) else ""


def kind_of(name: str) -> frozenset[str]:
    """The stems of the nouns by which a name says what a body is: those of "Fog Working Group"; none for "Fog"."""
    return _spelling(name, frozenset()).nouns


def _is_head(noun: Token, words: Sequence[Token], called: Collection[Token], text: str) -> bool:
    """Tells whether a noun says what a body is: the "team" of "Climate and team spirit" does not."""
    at = words.index(noun)
    beside = {words[near] for near in (at - 1, at + 1) if 0 <= near < len(words)}
    ends = at in (0, len(words) - 1) or re.match(r"\s*(?:[(:–—-]|(?:on|for|of|in)\b)", text[noun.end :]) is not None
    return ends or not noun.text.islower() or not beside.isdisjoint(called)


@lru_cache(maxsize=10_000)
def _spelling(body: str, own: frozenset[str]) -> _Spelling:
    """Takes one spelling of a body's name apart; ``own`` are the stems of nouns that only this archive has."""
    text = written_out(body)
    words = content(text)
    called = {token for token in words if is_body_noun(token) or token.stem in own}
    nouns = frozenset(token.stem for token in called if _is_head(token, words, called, text))
    telling = frozenset(token.stem for token in words) - nouns
    return _Spelling(
        telling or nouns,
        nouns,
        frozenset(fold(token.text) for token in words),
        "".join(token.text[0] for token in words if token.stem in telling).upper(),
    )
