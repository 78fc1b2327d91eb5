"""Who does what a line tells: which of its places joined, gave or were given, and which names are of somebody."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.terms import bodies, stem, stems, tokens
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Entity, Question
from ctassist.extraction.places import find_places
from ctassist.extraction.role_words import role_label


def parties(question: Question, text: str) -> Callable[[str], bool]:
    """Tells of a place by its name whether a line has it do what is asked, where that can be told from its words.

    Whoever joins stands before the verb: "WTO joined a fund in Nepal" makes Nepal no member. Whoever was supported did
    not support: "a school in Togo, with the support of Norway". What is hosted is in a place, or the place hosts it. To
    whom something was done stands behind the verb: "briefed the Fund on the crisis in Togo" was not done to Togo.
    """
    if asks_who_joined(question.text) and (joining := list(_JOINS.finditer(text))):
        return frozenset().union(*(_joined(match, text) for match in joining)).__contains__
    if _HOSTS.search(question.text):
        places = {found.place.name for found in find_places(text) if _IN.search(text[: found.span.start])}
        hosting = _HOSTED.search(text)
        return (places | (_before(hosting, text) if hosting else set())).__contains__
    if (asked := _DONE_TO.search(question.text)) and (whom := _whom(asked["verb"], text)) is not None:
        return {found.place.name for found in find_places(whom)}.__contains__
    gives, receives = _GIVES.search(question.text), _RECEIVES.search(question.text)
    if not (gives or receives):
        return lambda place: True
    givers = {found.place.name for found in find_places(text) if _GIVEN_BY.search(text[: found.span.start])}
    giving = _GAVE.search(text)
    if giving and any(form in text[giving.end() :] for entity in question.entities for form in entity.forms):
        givers |= _before(giving, text)
    return givers.__contains__ if gives else lambda place: place not in givers


def asks_who_joined(text: str) -> bool:
    """Tells whether a question asks who came to be part of something: "joined", "was admitted", "became a member"."""
    return bool(stems(text) & _JOIN)


def tells_who_joined(text: str) -> bool:
    """Tells whether a line says, by whatever verb, that somebody came to be part of something, and not to a post."""
    return _ACCESSION.search(text) is not None or any(
        not _to_a_post().match(text, m.start()) for m in _JOINS.finditer(text)
    )


def admitted_in(text: str) -> str | None:
    """The words for whom a line says that somebody else took in: "the Board admitted WTO as a member"; None without."""
    match = _ADMITS.search(text)
    return match["whom"] if match else None


def _joined(verb: re.Match[str], text: str) -> set[str]:
    """The places that joined: those before the verb in its clause, or those listed behind it ("three came in: …")."""
    behind = text[verb.end() :]
    if behind.startswith(":"):
        return {found.place.name for found in find_places(re.split(r"[.;]", behind)[0])}
    clause = re.split(r"[.;)]\s", text[: verb.start()])[-1]
    return {found.place.name for found in find_places(clause)}


def _before(verb: re.Match[str], text: str) -> set[str]:
    return {found.place.name for found in find_places(text[: verb.start()])}


def _whom(verb: str, text: str) -> str | None:
    """The words for whom a line says that something was done to, by the same verb; None where it has it otherwise."""
    for token in tokens(text):
        if token.stem == stem(verb) and not _PASSIVE.search(text[: token.start]):
            return re.split(r"[.;]|\s(?:on|about|regarding|concerning|over)\s", text[token.end :])[0]
    return None


_DONE_TO = re.compile(
    r"\b(?:countries|nations|states)\s+(?:were|was|are|have\s+been|has\s+been|had\s+been|got)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+(?:ed|en))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_HOSTS = re.compile(r"\b(?:countries|nations|states|cities|towns|places)\s+(?:have\s+|had\s+)?hosted\b", re.IGNORECASE)
_HOSTED = re.compile(r"\b(?:host(?:s|ed)|welcome[sd])\b", re.IGNORECASE)
_IN = re.compile(
    r"(?:\b(?:in|at|near|outside|off|across)\s+(?:the\s+)?|[\w)],\s+(?:and\s+)?|\b(?:and|or)\s+)$", re.IGNORECASE
)
_JOIN = stems("join accede become admit enter ratify")
_BELONGING = (
    r"(?:members?|participants?|participating|part(?:y|ies)|contracting|signator(?:y|ies)|adherents?|subscribers?)"
)
_JOINS = re.compile(
    r"\b(?:joined(?!\s+(?:by|forces|hands|efforts|in|up|with|together|colleagues|partners|peers|friends|others|experts|teams)\b)|joins|acceded|accedes|ratifie[sd](?!\s+by\b)|(?:was|were|is|are)\s+(?:admitted|accepted)|entered|came\s+in"
    r"|followed\s+as\s+(?:the|its|our)\s+\d+(?:st|nd|rd|th)"
    r"|deposit(?:s|ed)\s+(?:[\w’'-]+\s+){1,3}?of\s+(?:accession|ratification|acceptance|approval|adherence|succession)"
    rf"|(?:bec(?:ame|omes?)|(?:admitted|accepted|welcomed|received)(?:\s+[^.;:]{{2,120}}?)?\s+as)\s+(?:[\w-]+\s+){{0,3}}{_BELONGING})\b",
    re.IGNORECASE,
)
_ACCESSION = re.compile(r"\b[Aa]ccession\s+(?:of|by)\s+(?:the\s+)?[A-Z]")


@cache
def _to_a_post() -> re.Pattern[str]:
    """A person comes to a post: "joined the Lamp Office as editor"."""
    return re.compile(
        rf"join(?:ed|s)\s+(?:[^.;:]{{2,80}}?\s)?as\s+(?:(?:an?|the|its|our)\s+)?(?:new\s+)?(?i:{role_label()})\b"
    )


_ADMITS = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:admitted|accepted|welcomed|received)\s+"
    rf"(?P<whom>(?:the\s+)?[A-Z][^.;:]{{1,120}}?)\s+as\s+(?:[\w-]+\s+){{0,3}}{_BELONGING}\b"
)
_GIVE = r"(?:support|assist|help|fund|financ|aid)"
_GIVES = re.compile(rf"\b(?:countries|nations|states)\s+(?:have\s+|had\s+)?{_GIVE}e?d\b", re.IGNORECASE)
_RECEIVES = re.compile(rf"\b(?:did|does|has|have|had)\s+.+\b{_GIVE}(?:e|ed)?\b", re.IGNORECASE)
_GAVE = re.compile(rf"\b(?:{_GIVE}(?:s|es|ed)|donate[sd]|contribute[sd])\b", re.IGNORECASE)
_GIVEN_BY = re.compile(
    r"\b(?:support|assistance|help|funds|funding|financing|contributions?|generosity|donations?|grants?|aid)"
    r"\s+(?:of|from|by|provided by|given by)\s+(?:the\s+)?(?:governments?\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


_SOME = r"(?:any\s+|some\s+|its\s+|their\s+|the\s+)?"
_WITH_OTHERS = re.compile(
    r"\b(?:together|jointly|hand in hand|side by side"
    r"|in\s+(?:partnership|cooperation|co-operation|collaboration|concert|tandem))\s+with"
    rf"\s+{_SOME}(?:other|others|another|partners?|somebody|someone|anybody|anyone)\b"
    rf"|\bwith\s+{_SOME}other\s+(?:organi[sz]ations?|entit(?:y|ies)|agenc(?:y|ies)|bod(?:y|ies)|partners?)\b",
    re.IGNORECASE,
)


def asks_with_others(question: Question) -> bool:
    """Tells whether only what somebody did with others is asked for, whoever they are."""
    return len(question.entities) == 1 and _WITH_OTHERS.search(question.text) is not None


def others(names: Iterable[str], asked: Sequence[Entity], context: Context) -> list[Entity]:
    """Of names of organisations those of somebody beside the ones that a question names, and the archive's own."""
    catalog = context.catalog
    found = {entity.key: entity for entity in (catalog.entity(part) for name in names for part in catalog.parted(name))}
    known = catalog.holders | catalog.speakers
    return [
        entity
        for entity in found.values()
        if not catalog.is_own_name(entity)
        and not any(entity.key == other.key or mentions(entity.key, other) for other in asked)
        and (entity.key in known or (_may_act(entity) and is_somebody(entity, context)))
    ]


def _may_act(entity: Entity) -> bool:
    """Tells whether a name is an acronym, or has a noun of bodies or institutes: others are of places and things."""
    return entity.key.isupper() or _body_noun().search(entity.key) is not None


def is_somebody(entity: Entity, context: Context) -> bool:
    """Tells whether a name in capitals is of somebody: a workshop "on AI" or "for PVE strategies" names a topic alone.

    Somebody has a post or a full name with the noun of a body, speaks, or does something in a line of the archive.
    """
    catalog = context.catalog
    known = entity.key in catalog.holders | catalog.speakers
    if known or not entity.key.isupper() or any(_body_noun().search(form) for form in entity.forms):
        return True
    names = "|".join(map(re.escape, entity.forms))
    acts = re.compile(rf"{_AMONG_ACTORS}(?:{names})\b|\b(?:by|with|between|among)\s+(?:the\s+)?(?:{names})\b")
    return any(acts.search(entry.text) for entry in context.view.activities())


@cache
def _body_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, bodies()['nouns']))})s?\b", re.IGNORECASE)


_AMONG_ACTORS = (
    r"^\W*(?:\d[^–—:|]{0,30}[–—:|]\s*)?(?:The\s+)?"
    r"(?:[A-Z][\w.]*(?:\s+[A-Z][a-z]\w*)*(?:\s*[-–/&]\s*|,\s+|,?\s+and\s+))*"
)
"""How a line begins before one of those who do what it tells: "BPU, TI and ", "3 May – The INTERPOL-"."""
