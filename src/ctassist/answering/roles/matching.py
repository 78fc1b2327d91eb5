"""Which bodies (working groups, committees) a question means: by number, or by words of their names, long or short."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ctassist.answering.context import Context
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.body_phrases import BodyPhrase, body_phrases, titling
from ctassist.answering.roles.body_versions import of_version
from ctassist.answering.roles.likeness import GENERIC_WEIGHT, NAME_SHARE, asked_words, likeness
from ctassist.answering.roles.narrowing import employers
from ctassist.answering.roles.numbered import usual_number
from ctassist.answering.roles.whole import without_whole
from ctassist.answering.terms import (
    Token,
    body_noun_pattern,
    content,
    core_body_stems,
    fold,
    generic_actor_stems,
    is_body_noun,
    is_english,
    stem,
    stems,
    tokens,
    written_out,
)
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.role_words import role_label, role_verbs
from ctassist.extraction.vocabulary import table

_ENOUGH = 0.72
"""The share of a question's words, by weight, that must stand in a body's name. Below it the body is another one."""
_FEW = 3
"""A role without a body ("the treasurer") is meant wherever it is held, if by so few bodies."""
_GROUP = stem("group")
_ALL = re.compile(
    r"\b(?:all|any|every|each|list|overview|which|what)\b"
    rf"|\b(?:an?|no)\s+(?:{body_noun_pattern()})\b(?!\s+(?:on|for|of)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """The bodies a question means; ``asked`` tells whether it names one at all, ``choices`` any of which it may be."""

    bodies: tuple[Body, ...]
    asked: bool
    choices: tuple[Body, ...] = ()


def match_bodies(
    question: Question, context: Context, bodies: Sequence[Body], is_held: Callable[[Body], bool]
) -> Matched:
    """The bodies that a question names: by number, or by enough of the words of its name.

    The nearest name may have no holder at the asked time (``is_held``); then the next one is meant.
    """
    bodies, question = of_version(bodies, question, context)
    numbers = _numbers(question)
    if numbers and (numbered := [b for b in bodies if any(r.record.number in numbers for r in b.rows)]):
        usual = [body for body in numbered if usual_number(body.rows) in numbers]
        return Matched(tuple(usual or numbered), True)
    phrases = _without_asked_holders(phrases_of(question, context, bodies), question)
    wanted = asked_words(phrases, bodies, context)
    if not wanted:
        stray = any(phrase.stray and phrase.attached for phrase in phrases)
        roles = set(question.roles)
        holding = [body for body in bodies if any(row.record.role in roles for row in body.rows) and is_held(body)]
        if stray and (paged := _on_page_of(phrases, holding, context)):
            return Matched(paged, True)
        own = all(stems(entity.key) <= context.catalog.whole_stems for entity in question.entities)
        few = [] if stray or not own else _of_the_whole(holding, question, context)
        return Matched(tuple(few) if len(few) <= _FEW else (), stray)
    asked = {token.stem for token in wanted}
    telling = any(weight > GENERIC_WEIGHT for weight in wanted.values()) or any(b.stems <= asked for b in bodies)
    if not telling and not question.entities and _names_stranger(phrases, question, context):
        return Matched((), True)
    if not telling and _names_thing(phrases, question):
        return Matched((), True)  # Which group "owns" or "leads" a thing is not told by the posts of groups.
    if not telling and (_ALL.search(question.text) or any(map(_is_plural, wanted))):
        of_one = question.entities and not employers(question, (row for body in bodies for row in body.rows))
        return Matched(() if of_one else _all_called(wanted, question.roles, bodies), True)
    if not telling and len(only := [b for b in _only_called(asked, question, bodies) if is_held(b)]) == 1:
        return Matched(tuple(only), True)  # "The board" is the only one that has such a post.
    others = [body for body in bodies if not _is_of_another_kind(body, question, bodies)]
    scored = sorted(
        ((likeness(wanted, body, context), body) for body in others), key=lambda pair: (-pair[0], pair[1].name)
    )
    best = scored[0][0] if scored else 0.0
    enough = [(score, body) for score, body in scored if score >= _ENOUGH]
    if not enough and (several := _each_in_whole(wanted, others)):
        return Matched(several, True)
    enough = enough or _mostly_named(wanted, scored)
    near = [body for score, body in enough if score >= best - NAME_SHARE / 4]
    if not near and not telling and not question.entities:
        # "The working group" may be any of them; what has no such noun in its name may be called a group.
        called = [body for body in bodies if body.nouns >= asked]
        called += [body for body in bodies if not body.nouns and (_GROUP in asked or not called)]
        return Matched((), True, tuple(body for body in called if is_held(body)))
    kinds = asked & frozenset(word for body in near for word in body.nouns)
    held = [body for _, body in enough if is_held(body) and (body in near or _may_be_called(body, kinds))]
    if not held and asked <= context.catalog.whole_stems and not question.history:
        # "The secretary of the Partnership" is not that of the Partnership Council, which has none.
        roles = set(question.roles)
        others = [body for body in bodies if is_held(body) and any(row.record.role in roles for row in body.rows)]
        if 0 < len(others) <= _FEW:
            return Matched(tuple(others), True)
    return Matched(tuple(_of_edition(near if not held or held[0] in near else held[:1], question)), True)


def _without_asked_holders(phrases: list[BodyPhrase], question: Question) -> list[BodyPhrase]:
    """The phrases without those that only name who is asked about, where another one names the body.

    An organisation may be a body too: "since when has the Guild been chair of the bell group".
    """
    holders = frozenset(word for entity in question.entities for form in entity.forms for word in stems(form))
    others = [phrase for phrase in phrases if not {token.stem for token in phrase.words} <= holders]
    return others if any(phrase.attached and not phrase.stray for phrase in others) else phrases


def _on_page_of(phrases: Iterable[BodyPhrase], holding: Sequence[Body], context: Context) -> tuple[Body, ...]:
    """The bodies of the one page whose title a question has: "treasurer of the Friends", of "Friends of Fog"."""
    said = frozenset(token.stem for phrase in phrases if phrase.stray and phrase.attached for token in phrase.words)
    pages = {
        document.title: stems(document.title)
        for document in context.documents()
        if document.period is None and said and said <= stems(document.title)
    }
    if len(pages) != 1:
        return ()
    (title,) = pages
    return tuple(b for b in holding if all(context.document(row.document_id).title == title for row in b.rows))


def _of_the_whole(holding: list[Body], question: Question, context: Context) -> list[Body]:
    """Of bodies that have a post, those whose is the organisation's, where a question names it: "of the Alliance".

    Who was elected by an assembly has the post that a chart tells of the board.
    """
    roles = set(question.roles)
    charted = [body for body in holding if any(r.record.role in roles and r.record.interval is None for r in body.rows)]
    elected = [body for body in holding if body not in charted and body.words & _ELECTING]
    if charted and elected and roles & _OF_ORGANISATIONS:
        holding = [body for body in holding if body not in elected]
    if not stems(question.text) & context.catalog.whole_stems:
        return holding
    organs = [
        body
        for body in holding
        if stems(" ".join(body.words)) <= stems(" ".join(_ORGANS)) | context.catalog.whole_stems
    ]
    return organs or holding


_ELECTING = frozenset(["assembly", "conference", "congress", "convention", "meeting"])
_OF_ORGANISATIONS = frozenset(["president", "vice-president", "treasurer", "secretary", "secretary-general"])
_ORGANS = ("board", "bureau", "council", "executive", "committee", "presidium", "secretariat", "steering", "management")
"""Words of which the name of a body that runs the whole is made: "Executive Committee"."""
_MOSTLY = 0.6
"""Such a share of the question's words and of the name's, without weights, names the one body that has any of them."""


def _mostly_named(wanted: Collection[Token], scored: Sequence[tuple[float, Body]]) -> list[tuple[float, Body]]:
    """The one body that most words of the question name, if no other shares nearly as many of them."""
    telling = {token.stem for token in wanted if not is_body_noun(token)}
    shared = [(len(telling & body.stems), score, body) for score, body in scored if telling & body.stems]
    if not shared:
        return []
    count, score, body = max(shared, key=lambda found: found[:2])
    others = max((other for other, _, rival in shared if rival is not body), default=0)
    named = count >= _MOSTLY * len(telling) and count >= _MOSTLY * len(body.stems)
    return [(score, body)] if count > others + 1 and named else []


def _each_in_whole(wanted: Collection[Token], bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies that a question names one beside the other, each by its whole name: "the leads of Fog and Lamps"."""
    telling = frozenset(token.stem for token in wanted if not is_body_noun(token))
    whole = [body for body in bodies if body.stems <= telling]
    named = frozenset[str]().union(*(body.stems for body in whole))
    apart = sum(len(body.stems) for body in whole) == len(named)
    return tuple(whole) if len(whole) > 1 and apart and telling <= named else ()


def _may_be_called(body: Body, kinds: Collection[str]) -> bool:
    """Tells whether nouns of a body are none of another kind: the "SIG Node" is not the "WG Node Lifecycle"."""
    return not (kinds and body.nouns) or body.nouns.issuperset(kinds) or body.nouns.issubset(kinds)


def _is_of_another_kind(body: Body, question: Question, bodies: Iterable[Body]) -> bool:
    """Tells whether a question has a noun beside words of a body's name that is another body's.

    The "Committee on Oil" is not the "Oil Spill Group", nor the "Oil Panel" where there are committees. With no such
    body, somebody may merely call the "Oil Panel" a committee.
    """
    asked = frozenset(
        kind
        for kind, beside in _kinds_beside(written_out(question.timeless or question.text))
        if beside & body.stems - core_body_stems()
    )
    own = _kinds(body)
    if not own and body.nouns:  # The "Oil Team" is not the "Oil Panel" that is asked for, where there is one.
        return any(asked & _kinds(other) for other in bodies if other.stems == body.stems)
    if not asked or not own or asked & own:
        return False
    whole = body.stems - core_body_stems() <= stems(question.text)
    return not whole or any(asked & _kinds(other) for other in bodies)


def _kinds(body: Body) -> frozenset[str]:
    return frozenset(kind for row in body.rows for kind, _ in _kinds_beside(written_out(row.record.body)))


@lru_cache(maxsize=1_000)
def _kinds_beside(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The nouns for kinds of bodies in a text, each with the stems of the words before and after it.

    Anything may be called a group or a team.
    """
    found = []
    for match in re.finditer(rf"\b(?:{body_noun_pattern()})\b", text, re.IGNORECASE):
        before = re.search(r"([\w-]+)\s+$", text[: match.start()])
        after = re.match(r"\s+(?:(?:on|for|of)\s+)?(?:the\s+)?([\w-]+)", text[match.end() :])
        kind = re.sub(r"[\s-]", "", fold(match.group()))
        if kind not in ("group", "team"):
            found.append((kind, frozenset(stem(near[1]) for near in (before, after) if near)))
    return tuple(found)


def _is_plural(word: Token) -> bool:
    """Tells whether a word means several bodies: "groups"."""
    singular = word.text[:-1]
    return word.text.endswith("s") and is_body_noun(word) and is_body_noun(replace(word, text=singular))


def _all_called(wanted: Iterable[Token], roles: Collection[str], bodies: Sequence[Body]) -> tuple[Body, ...]:
    """All bodies but those that are called something else: "every working group" leaves out a board.

    What is called nothing is meant where it has the very role: a group's subproject has leads, and no chair.
    """
    asked = {token.stem for token in wanted}
    called = [body for body in bodies if body.nouns and body.nouns >= asked]
    return tuple(
        body
        for body in bodies
        if body in called
        or (not body.nouns and (not called or not roles or any(row.record.role in roles for row in body.rows)))
    ) or tuple(bodies)


def _numbers(question: Question) -> frozenset[str]:
    """The numbers of the bodies that a question names: "working groups 2 and 3"."""
    named = _numbered().finditer(question.timeless or question.text)
    found = frozenset(number for match in named for number in re.findall(r"\d+", match.group()))
    return found | ({question.number} if question.number else set())


@cache
def _numbered() -> re.Pattern[str]:
    noun = rf"(?:{body_noun_pattern()})s?"
    number = r"\d{1,2}\b(?!\s*[-–]?\s*\d)"
    beside = rf"(?:\s*,\s*(?:and\s+)?|\s*(?:and|&|or)\s*)(?:{noun}\s*)?{number}"
    return re.compile(rf"\b{noun}\s*(?:nos?\.?|numbers?|#)?\s*{number}(?:{beside})*", re.IGNORECASE)


def _names_stranger(phrases: Iterable[BodyPhrase], question: Question, context: Context) -> bool:
    """Tells whether a question speaks of somebody whom the archive does not know: "which groups does Acme chair?"."""
    strange = [token for phrase in phrases if phrase.stray for token in phrase.words]
    leader = _leading().search(question.text)
    if leader and any(token.text == leader["who"] for token in strange):
        return stem(leader["who"]) not in generic_actor_stems()
    return any(
        token.text[0].isupper() and token.start and token.stem not in context.catalog.whole_stems for token in strange
    )


@cache
def _leading() -> re.Pattern[str]:
    """Whoever is said to lead something, in one word: "acme" of "which groups does acme chair"."""
    verbs = "|".join(map(re.escape, role_verbs()))
    return re.compile(rf"\b(?:do|does|did|has|have|had)\s+(?P<who>[\w-]+)\s+(?:\w+ly\s+)?(?:{verbs})\b", re.IGNORECASE)


def _names_thing(phrases: Iterable[BodyPhrase], question: Question) -> bool:
    """Tells whether a question asks which body leads or owns what is no body: "which group owns the dock?"."""
    things = [re.escape(phrase.words[0].text) for phrase in phrases if phrase.stray and phrase.attached]
    verbs = "|".join(map(re.escape, role_verbs()))
    return any(
        re.search(
            rf"\b(?:{body_noun_pattern()}|{_shorts()})s?\s+(?:\w+ly\s+)?(?:{verbs})\s+(?:the\s+)?{thing}\b",
            question.text,
            re.I,
        )
        for thing in things
    )


def _shorts() -> str:
    return "|".join(table("bodies")["abbreviations"])


def _only_called(nouns: Collection[str], question: Question, bodies: Sequence[Body]) -> list[Body]:
    """The bodies called by nouns that stand for one of them, such as "the board"; anything may be called a group."""
    own = frozenset(word for body in bodies for word in body.stems | body.nouns)
    others = [entity for entity in question.entities if not stems(entity.key) <= own]
    if _GROUP in nouns and not all(body.nouns for body in bodies):
        return []
    called = [body for body in bodies if body.nouns.issuperset(nouns)]
    return [body for body in called if all(_holds_in(body, entity) for entity in others)]


def _holds_in(body: Body, entity: Entity) -> bool:
    """Tells whether a person holds a post of a body: "since when has Ana Roe been chair of the board?"."""
    return is_person(entity.key) and any(mentions(row.record.holder, entity) for row in body.rows)


def _of_edition(bodies: Sequence[Body], question: Question) -> Sequence[Body]:
    """Of several editions of one thing, those whose number the question has."""
    numbers = set(re.findall(r"\d+(?:\.\d+)*", question.text))
    return [body for body in bodies if body.edition & numbers] or bodies


_CONTRAST = re.compile(
    r"\([^()]*\b(?:not|before|unlike|rather\s+than|instead\s+of|other\s+than|as\s+opposed\s+to|as\s+against)\b[^()]*\)",
    re.IGNORECASE,
)
"""An aside on what a question does not mean: "the Oil Board (not the Oil and Gas Board)"."""


def strangers(question: Question, context: Context, bodies: Sequence[Body]) -> list[str]:
    """The names in a question that the archive does not have, but for those in what names a body.

    Where holders go by handles, so may whoever is asked about: a word in small letters that is none of the language.
    """
    named = {
        token.stem for phrase in phrases_of(question, context, bodies) if not phrase.stray for token in phrase.words
    }
    handles: list[str] = []
    if any(holder.islower() for holder in context.catalog.holders):
        held = {token.text for entity in question.entities for form in entity.forms for token in tokens(form)}
        words = (token.text for word in question.subject for token in tokens(word) if word.islower())
        handles = [word for word in words if not (is_english(word) or word.isdigit() or word in held)]
    return [name for name in (*question.unknown, *handles) if not stems(name) & named]


def phrases_of(question: Question, context: Context, bodies: Sequence[Body]) -> list[BodyPhrase]:
    """The phrases of a question that may name one of the bodies; its name in brackets counts alone."""
    question = without_whole(question, context)
    question = replace(question, timeless=_CONTRAST.sub(" ", question.timeless or question.text))
    for inside in re.findall(r"\(([^()]{3,80})\)", question.timeless):
        named = sum(stems(inside) <= body.stems for body in bodies)
        if named == 1 or any(body.stems <= stems(inside) for body in bodies):
            question = replace(question, text=inside, timeless=inside)
            break
    question = _without_owner(_without_holders(question, bodies, context))
    asked = stems(question.text)
    whole = frozenset(word for body in bodies if body.stems <= asked for word in body.stems)
    whole |= frozenset(word for body in bodies for word in body.aliases & asked)
    return body_phrases(question, context, _named_words(bodies), whole)


def _without_holders(question: Question, bodies: Sequence[Body], context: Context) -> Question:
    """The question with blanks for the long names of those it speaks of: "Office for Harbour Lights" is no group.

    Nor is whoever somebody works for: "which chairs work for Acme" does not ask for the "Acme Forum".

    A name all of whose words some body has may be that of the body, which a chart may tell without what it is called:
    "Night Landing" is the "Night Landing Committee".
    """
    asked = question.timeless or question.text
    called = titling(question)
    senders = employers(question, (row for body in bodies for row in body.rows))
    forms = {form: entity for entity in question.entities if entity not in called for form in entity.forms}
    for form in sorted(forms, key=len, reverse=True):
        words = content(written_out(form))
        named = any(_has_all(body, words) or _is_called(body, form, context) for body in bodies)
        if forms[form] in senders or (" " in form and not named):
            asked = re.sub(rf"\b{re.escape(form)}\b", lambda name: " " * len(name.group()), asked, flags=re.IGNORECASE)
    return replace(question, timeless=asked)


def _is_called(body: Body, name: str, context: Context) -> bool:
    """Tells whether the page of a body calls it by a longer name: "the Alliance Steering Committee decides on …"."""
    pages = {row.document_id for row in body.rows if not context.document(row.document_id).period}
    longer = fold(name).endswith(f" {fold(body.name)}")
    own = longer and (page for page in pages if fold(body.name) in fold(context.document(page).title))
    return any(name in context.text(page) for page in own or ())


def _without_owner(question: Question) -> Question:
    """The question without those whose post for something it is: "the Guild's focal point for Orkney"."""
    asked = question.timeless or question.text
    return replace(question, timeless=_owner().sub(" ", asked))


@cache
def _owner() -> re.Pattern[str]:
    name = r"(?:(?:the|our|its)\s+)?[^\W\d_][\w-]*(?:\s+[A-Z][\w-]*){0,4}[’']s\s+"
    return re.compile(rf"{name}(?=(?:[a-z]+\s+)?(?i:{role_label()})\s+(?:for|on)\s)")


def _has_all(body: Body, words: Iterable[Token]) -> bool:
    """Tells whether a body has all the words of a name; a body that is called nothing may be called anything."""
    own = body.stems | body.nouns | body.around | body.aliases
    return all(word.stem in own or (is_body_noun(word) and not body.nouns) for word in words)


def _named_words(bodies: Iterable[Body]) -> frozenset[str]:
    """The stems by which any of the bodies may be named."""
    return frozenset(word for body in bodies for word in body.stems | body.aliases | body.nouns)
