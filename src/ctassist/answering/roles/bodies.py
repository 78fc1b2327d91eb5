"""Which bodies (working groups, committees) a question means: by number, or by words of their names, long or short."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath

from ctassist.answering.context import Context
from ctassist.answering.roles.body_phrases import BodyPhrase, body_phrases
from ctassist.answering.terms import (
    Token,
    abbreviates,
    body_noun_pattern,
    content,
    fold,
    is_body_noun,
    misspelt,
    of_one_ism,
    stem,
    stems,
    tokens,
    written_out,
)
from ctassist.answering.understanding.question import Question
from ctassist.extraction.role_words import is_between
from ctassist.model.archive import Entry
from ctassist.model.records import Role

_ENOUGH = 0.72
"""The share of a question's words, by weight, that must stand in a body's name. Below it the body is another one."""
_SAME = 0.15
_GENERIC_WEIGHT = 0.08
_FEW = 3
"""A role without a body ("the treasurer") is meant wherever it is held, if by so few bodies."""
_SHORT = re.compile(r"\((?P<short>[A-Z][A-Z\d]+)\)\W*$")
"""A page may say at the end of its title how its body is called for short."""
_GROUP = stem("group")
_ALL = re.compile(
    r"\b(?:all|any|every|each|list|overview|which|what)\b"
    rf"|\b(?:an?|no)\s+(?:{body_noun_pattern()})\b(?!\s+(?:on|for|of)\b)",
    re.IGNORECASE,
)


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

    Also stems of what its liaisons link it to.
    """
    edition: frozenset[str]
    """Numbers in the title of its page: "Summit 2023" is not "Summit 2022"."""
    rows: tuple[Entry[Role], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The bodies a question means; ``asked`` tells whether it names one at all."""

    bodies: tuple[Body, ...]
    asked: bool


def bodies_of(rows: Iterable[Entry[Role]], context: Context) -> list[Body]:
    """The bodies that have the roles, each once however its name is written.

    Roles without a body of their own in a dated issue are the organisation's: one body through all issues.
    """
    rows = list(rows)
    nouns = _own_nouns(row.record.body for row in rows)
    groups: dict[tuple[frozenset[str], frozenset[str]], list[Entry[Role]]] = defaultdict(list)
    for row in rows:
        groups[_telling(row, context, nouns), _edition(row, context)].append(row)
    return [_body(telling, edition, found, context, nouns) for (telling, edition), found in groups.items()]


def _own_nouns(names: Iterable[str]) -> frozenset[str]:
    """The stems of nouns that this archive has for bodies: "Bench on Fog", "Bench on Lamps" are benches."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if match := re.match(r"(?P<noun>[A-Z]\w+) (?:on|for|of) (?P<subject>.+)", name):
            found[stem(match["noun"])].add(fold(match["subject"]))
    return frozenset(noun for noun, subjects in found.items() if len(subjects) > 1)


def _telling(row: Entry[Role], context: Context, nouns: frozenset[str]) -> frozenset[str]:
    document = context.document(row.document_id)
    own = document.period is not None and fold(row.record.body) == fold(document.title)
    return context.catalog.own_stems if own else _spelling(row.record.body, nouns).telling


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
        name=rows[-1].record.body,
        stems=telling,
        nouns=frozenset().union(*(spelling.nouns for spelling in spellings)),
        words=frozenset().union(*(spelling.words for spelling in spellings)),
        initials=frozenset(spelling.initials for spelling in spellings),
        aliases=frozenset(aliases),
        around=frozenset().union(*(stems(document.title) for document in documents), *map(_other_end, rows)),
        edition=edition,
        rows=tuple(rows),
    )


def _other_end(row: Entry[Role]) -> frozenset[str]:
    return stems(row.record.label) - stems(row.record.role.split()[-1]) if is_between(row.record.role) else frozenset()


def _folder(source: str) -> str:
    """The name of a page's folder where it names a body ("sig-docs/README.md"), else nothing."""
    folder = PurePath(source).parent.name.replace("-", " ").replace("_", " ")
    return folder if any(is_body_noun(token) for token in tokens(written_out(folder))) else ""


@lru_cache(maxsize=10_000)
def _spelling(body: str, own: frozenset[str]) -> _Spelling:
    """Takes one spelling of a body's name apart; ``own`` are the stems of nouns that only this archive has."""
    words = content(written_out(body))
    nouns = frozenset(token.stem for token in words if is_body_noun(token) or token.stem in own)
    telling = frozenset(token.stem for token in words) - nouns
    return _Spelling(
        telling or nouns,
        nouns,
        frozenset(fold(token.text) for token in words),
        "".join(token.text[0] for token in words if token.stem in telling).upper(),
    )


def match_bodies(
    question: Question, context: Context, bodies: Sequence[Body], is_held: Callable[[Body], bool]
) -> Matched:
    """The bodies that a question names: by number, or by enough of the words of its name.

    The nearest name may have no holder at the asked time (``is_held``); then the next one is meant.
    """
    if question.number and (numbered := [b for b in bodies if any(r.record.number == question.number for r in b.rows)]):
        return Matched(tuple(numbered), True)
    phrases = phrases_of(question, context, bodies)
    wanted = asked_words(phrases, bodies, context)
    if not wanted:
        stray = any(phrase.stray and phrase.attached for phrase in phrases)
        roles = set(question.roles)
        holding = (body for body in bodies if any(row.record.role in roles for row in body.rows) and is_held(body))
        few = [] if stray or question.entities else list(holding)
        return Matched(tuple(few) if len(few) <= _FEW else (), stray)
    asked = {token.stem for token in wanted}
    telling = any(weight > _GENERIC_WEIGHT for weight in wanted.values()) or any(b.stems <= asked for b in bodies)
    if not telling and not question.entities and _names_stranger(phrases, context):
        return Matched((), True)
    if not telling and (_ALL.search(question.text) or any(map(_is_plural, wanted))):
        return Matched(() if question.entities else _all_called(wanted, bodies), True)
    if not telling and len(only := [b for b in _only_called(asked, question, bodies) if is_held(b)]) == 1:
        return Matched(tuple(only), True)  # "The board" is the only one that has such a post.
    scored = sorted(
        ((likeness(wanted, body, context), body) for body in bodies), key=lambda pair: (-pair[0], pair[1].name)
    )
    best = scored[0][0] if scored else 0.0
    enough = [(score, body) for score, body in scored if score >= _ENOUGH]
    near = [body for score, body in enough if score >= best - _SAME / 4]
    kinds = asked & frozenset(word for body in near for word in body.nouns)
    held = [body for _, body in enough if is_held(body) and (body in near or _may_be_called(body, kinds))]
    return Matched(tuple(_of_edition(near if not held or held[0] in near else held[:1], question)), True)


def _may_be_called(body: Body, kinds: Collection[str]) -> bool:
    """Tells whether nouns of a body are none of another kind: the "SIG Node" is not the "WG Node Lifecycle"."""
    return not (kinds and body.nouns) or body.nouns.issuperset(kinds) or body.nouns.issubset(kinds)


def _is_plural(word: Token) -> bool:
    """Tells whether a word means several bodies: "groups"."""
    singular = word.text[:-1]
    return word.text.endswith("s") and is_body_noun(word) and is_body_noun(replace(word, text=singular))


def _all_called(wanted: Iterable[Token], bodies: Sequence[Body]) -> tuple[Body, ...]:
    """All bodies but those that are called something else: "every working group" leaves out a board."""
    asked = {token.stem for token in wanted}
    return tuple(body for body in bodies if not body.nouns or body.nouns >= asked) or tuple(bodies)


def _names_stranger(phrases: Iterable[BodyPhrase], context: Context) -> bool:
    """Tells whether a question speaks of somebody whom the archive does not know: "which groups does Acme chair?"."""
    strange = (token for phrase in phrases if phrase.stray for token in phrase.words)
    return any(
        token.text[0].isupper() and token.start and token.stem not in context.catalog.own_stems for token in strange
    )


def _only_called(nouns: Collection[str], question: Question, bodies: Sequence[Body]) -> list[Body]:
    """The bodies called by nouns that stand for one of them, such as "the board"; anything may be called a group."""
    if question.entities or (_GROUP in nouns and not all(body.nouns for body in bodies)):
        return []
    return [body for body in bodies if body.nouns.issuperset(nouns)]


def _of_edition(bodies: Sequence[Body], question: Question) -> Sequence[Body]:
    """Of several editions of one thing, those whose number the question has."""
    numbers = set(re.findall(r"\d+(?:\.\d+)*", question.text))
    return [body for body in bodies if body.edition & numbers] or bodies


def phrases_of(question: Question, context: Context, bodies: Sequence[Body]) -> list[BodyPhrase]:
    """The phrases of a question that may name one of the bodies; its name in brackets counts alone."""
    for inside in re.findall(r"\(([^()]{3,80})\)", question.timeless or question.text):
        if any(body.stems <= stems(inside) for body in bodies):
            question = replace(question, text=inside, timeless=inside)
            break
    question = _without_holders(question, bodies)
    asked = stems(question.text)
    whole = frozenset(word for body in bodies if body.stems <= asked for word in body.stems)
    whole |= frozenset(word for body in bodies for word in body.aliases & asked)
    return body_phrases(question, context, _named_words(bodies), whole)


def _without_holders(question: Question, bodies: Sequence[Body]) -> Question:
    """The question with blanks for the long names of those it speaks of: "Office for Harbour Lights" is no group.

    A name all of whose words some body has may be that of the body.
    """
    asked = question.timeless or question.text
    longest = sorted((form for entity in question.entities for form in entity.forms), key=len, reverse=True)
    for form in longest:
        words = {token.stem for token in content(written_out(form))}
        if " " in form and not any(words <= body.stems | body.nouns | body.around | body.aliases for body in bodies):
            asked = re.sub(rf"\b{re.escape(form)}\b", lambda name: " " * len(name.group()), asked, flags=re.IGNORECASE)
    return replace(question, timeless=asked)


def _named_words(bodies: Iterable[Body]) -> frozenset[str]:
    """The stems by which any of the bodies may be named."""
    return frozenset(word for body in bodies for word in body.stems | body.aliases | body.nouns)


def asked_words(phrases: Iterable[BodyPhrase], bodies: Iterable[Body], context: Context) -> dict[Token, float]:
    """The words of the body's name in the question, with their weights."""
    nouns = frozenset(word for body in bodies for word in body.nouns - body.stems)
    wanted: dict[str, tuple[Token, float]] = {}
    for phrase in phrases:
        if not phrase.stray:
            for token in phrase.words:
                generic = is_body_noun(token) or token.stem in nouns
                weight = _GENERIC_WEIGHT if generic else max(context.catalog.weight(token.stem), 0.3)
                wanted.setdefault(token.stem, (token, weight))
    return dict(wanted.values())


def likeness(wanted: dict[Token, float], body: Body, context: Context) -> float:
    """Share of the question's words in the body's name (misspelt ones count nearly full), and a little the reverse."""
    if not wanted or not any(
        _found(word, replace(body, around=frozenset()), context)
        for word in wanted
        if word.stem not in body.nouns or word.stem in body.stems
    ):
        return 0.0
    recall = sum(weight * _found(word, body, context) for word, weight in wanted.items()) / sum(wanted.values())
    covered = sum(1 for word in wanted if word.stem not in body.nouns and _found(word, body, context)) / max(
        len(body.stems), 1
    )
    return recall * (1 - _SAME) + min(covered, 1.0) * _SAME


def _found(word: Token, body: Body, context: Context) -> float:
    if word.stem in body.stems | body.nouns | body.aliases | body.around:
        return 1.0
    if word.text.isupper() and any(abbreviates(word.text, initials, body.name) for initials in body.initials):
        return 1.0
    if any(of_one_ism(word.stem, other) for other in body.stems):
        return 0.9
    if context.catalog.weight.known(word.stem) or len(word.text) < 4:
        return 0.0
    return 0.9 if any(misspelt(fold(word.text), other) for other in body.words) else 0.0
