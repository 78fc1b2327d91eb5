"""A question in words to a Question: its kind, its time, its names, and the words that are left."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ctassist.answering.synonyms import meanings
from ctassist.answering.terms import (
    Token,
    bodies,
    body_noun_pattern,
    content,
    event_stems,
    fold,
    generic_actor_stems,
    generic_event_stems,
    light_stems,
    stem,
    stems,
    table,
    tokens,
)
from ctassist.answering.understanding.catalog import Catalog, FoundEntity, are_named_after
from ctassist.answering.understanding.framing import frames_only
from ctassist.answering.understanding.joining import any_will_do, own_things, written_out_names
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.pointing import quoted_line, without_quotation
from ctassist.answering.understanding.question import Entity, Facet, History, Intent, Question, Wants, Without
from ctassist.answering.understanding.role_scope import find_roles, role_pattern
from ctassist.answering.understanding.succession import asks_of_succession, succession
from ctassist.answering.understanding.time_scope import TimeScope, find_time
from ctassist.answering.understanding.written import asks_long_form, asks_of_text
from ctassist.extraction.demonyms import find_asked_places, place_said
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.names import title_words
from ctassist.extraction.places import FoundPlace, Place, lies_in
from ctassist.extraction.role_words import canonical_role, role_verbs
from ctassist.model.text import Span
from ctassist.model.time import Interval

_WANTS = (
    (Wants.HOW_MANY, re.compile(r"\bhow (?:many|much)\b|\bnumber of\b", re.I)),
    (
        Wants.WHEN,
        re.compile(
            r"\bwhen\b|\bwhat(?:[’']s| is| was)? (?:the |its |their |his |her )?(?:new |exact )?(?:date|day)\b"
            r"|\bwhat(?:[’']s| is| was| were| are) (?:the |its |their |our )?"
            r"(?:(?:(?!of\b|for\b|on\b|in\b|at\b|up\b)[\w-]+ ){1,3}dates?"
            r"|(?:[\w-]+ )?(?:release|due|closing|opening|launch|election|publication|last|final) day)\b"
            r"|\bthe (?:date|day) (?:on which|of|when)\b"
            r"|\b(?:which|what) (?:exact )?(?:dates?|days?|months?)\b|\bsince when\b",
            re.I,
        ),
    ),
    (
        Wants.WHERE,
        re.compile(
            # In what, rather than in which place: "where did the Guild say it was short of people?".
            r"\bwhere\b(?!\s+(?:did|does|do|has|have)\s+[^?,]{2,60}?\s+(?:(?:say|said|state[d]?|complain(?:ed)?|admit(?:ted)?|feel|felt)"
            r"\s+(?:that\s+)?(?:it|they|we|he|she)\s+(?:lack|need|was\s+short|were\s+short|is\s+short|are\s+short|ha[ds]\s+too|fell|want"
            r"|struggl)|lack|need|struggle|fall\s+short)|\s+(?:is|are|was|were)\s+[^?,]{2,60}?\s+(?:short\s+of|short-handed|lacking))"
            r"|\b(?:which|what) (?:cit(?:y|ies)|countr(?:y|ies)|places?|locations?|venues?|towns?)\b"
            r"|\b(?:venue|location|place|city|town|country) (?:for|in which|that hosted)\b"
            r"|\b(?:venue|location|place) of\b|\b(?:city|town|country) of\b(?! (?-i:[A-Z]))",
            re.I,
        ),
    ),
    (
        Wants.WHO,
        re.compile(
            r"\bwho(?:m|se)?\b|\bby whom\b|\bwhich (?:organi[sz]ations?|entit(?:y|ies)|agenc(?:y|ies)|persons?"
            r"|people|compan(?:y|ies)|firms?|business(?:es)?|institutions?|bod(?:y|ies)|teams?|groups?)\b",
            re.I,
        ),
    ),
)
_WHILE = re.compile(
    r"(?P<asks>^\W*(?:and\s+)?(?:what|which|who|how|why)\b[^?,;]*?(?<!\band)(?<!\bor)(?<!\babout)(?<!\bof)(?<!\bsince)"
    r"(?<!\bfrom)(?<!\buntil)(?<!\bknow)(?<!\bknows)(?<!\bknown)(?<!\btell)\s)when\b",
    re.IGNORECASE,
)
"""What somebody said when she left is not asked for by "when"."""
_ACTIVE = re.compile(r"\bwhere (?:was|were|has|have|is|are)\b.{2,60}\b(?:active|engaged|involved)\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:for|in) (?:my|our|his|her|their) (?:next )?\w+"
    r"|\b(?:I|we)(?:[’']m|[’']re|[’']ll be| am| are| (?:will|shall) be)\s+(?:currently |soon |now |just )?"
    r"(?:travell?|go|fly|head|plann|visit|prepar|stay|mov|tour)ing\b"
    r"(?:\s+(?:an? |my |our )?(?:travels?|trips?|visits?|journeys?|tours?|stays?))?",
    re.IGNORECASE,
)
"""What a question is asked for ("for my briefing", "I am travelling in Asia") is not what it asks."""
_GROUPS_OF_HOLDER = re.compile(
    r"\b(?:which|what|list|name|how many|all)\s+(?:the\s+|all\s+|of\s+(?:the|those|these|our|its)\s+"
    r"|other\s+)*(?:(?!(?:do|does|did|is|are|was|were|has|have|had|of|in|at|on|for)\b)\w+[ -]){0,2}?"
    r"(?:groups?|bod(?:y|ies)|committees?|wgs|sigs|(?:wg|sig)(?!\s+(?-i:[A-Z]))|teams?|task forces?|roles?"
    r"|positions?|subprojects?|projects?)\b",
    re.I,
)
"""Asks in which bodies somebody holds posts; "how many chairs does SIG Docs have" asks of the one it names."""


@cache
def _intents() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("intents")


@cache
def _histories() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("histories")


@cache
def _facets() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("facets")


def _patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(entry["patterns"]), re.IGNORECASE)) for kind, entry in table(name).items())


OVER_TIME = re.compile(
    r"\bover\s+(?:the\s+(?:years|course\s+of\s+time)|time)\b|\b(?:across|through(?:out)?)\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:issues|years)\b"
    r"|\b(?:in|over)\s+the\s+course\s+of\s+(?:time|the\s+years)\b|\bsince\s+the\s+(?:beginning|start|outset)\b",
    re.IGNORECASE,
)
"""All the time that the archive covers."""
_RUBRIC = re.compile(
    r"\b(?:the|a|any|which|what|this|each|every|whose)\s+(?:\w+\s+)?headings?\b|\bheadings?\s+[\"“«'‘]"
    r"|\bunder\s+the\s+(?:[\w&/-]+\s+){2,5}headings?\b",
    re.I,
)
"""A heading is no head of anything."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where in a question its time, names, places and roles stand."""

    time: TimeScope
    entities: tuple[FoundEntity, ...]
    places: tuple[FoundPlace, ...]
    roles: tuple[tuple[Span, str], ...]


def parts_of(text: str, catalog: Catalog, as_of: date, reference: Interval | None = None) -> Parts:
    """Finds the parts of a question; a word belongs to one part only."""
    named = catalog.find_entities(text)
    # "Jan de Wit" tells no month.
    persons = [found.span for found in named if is_person(found.span.of(text))]
    timed = _without(catalog.without_own_name(text), persons)
    time = find_time(timed, as_of, list(catalog.documents.values()), reference)
    taken = list(time.spans)
    rubrics = [Span(*match.span()) for match in _RUBRIC.finditer(text)]
    roles = [
        found
        for found in find_roles(text, catalog)
        if not _overlaps(found[0], [*taken, *rubrics]) and not _is_in_name(found[0], text, named)
    ]
    entities = [
        found
        for found in named
        if not _overlaps(found.span, taken)
        and not canonical_role(found.span.of(text))
        and not any(_inside(found.span, span) or found.span == span for span, _ in roles)
    ]
    places = [
        found
        for found in _places(text, catalog)
        if not (found.span.of(text).islower() and _is_word(found.span.of(text), catalog))
        and not _overlaps(found.span, taken)
        and not _is_somebody(found, text, catalog)
        and not any(_part_of(found.span, e.span) or _is_acronym(found.span, e.span, text) for e in entities)
    ]
    entities = [e for e in entities if not any(_inside(e.span, p.span) or e.span == p.span for p in places)]
    return Parts(time, tuple(entities), tuple(places), tuple(roles))


def _is_word(typed: str, catalog: Catalog) -> bool:
    """Tells whether what is typed like a small town's name is an ordinary word: "come" is not Comé."""
    return catalog.is_ordinary(typed) or stem(typed) in light_stems()


def _is_somebody(found: FoundPlace, text: str, catalog: Catalog) -> bool:
    """Tells whether a small town's name is rather that of somebody who has a post: "which tasks are for Marlow?"."""
    if found.place.certain or found.place.kind != "city" or _WITHIN.search(text[: found.span.start]):
        return False
    name = fold(found.span.of(text))
    return any(name in fold(holder).split() for holder in catalog.holders if is_person(holder))


_WITHIN = re.compile(r"\b(?:in|at|near|around|from|within|outside|to)\s+$", re.IGNORECASE)


def _places(text: str, catalog: Catalog) -> list[FoundPlace]:
    """The places of a question, also by words that the archive does not use: it writes "Kenya", not "Kenyan"."""
    asked = list(find_asked_places(text))
    spans = [found.span for found in asked]
    return asked + [found for found in _places_otherwise(text, catalog) if not _overlaps(found.span, spans)]


def _places_otherwise(text: str, catalog: Catalog) -> list[FoundPlace]:
    words = tokens(text)
    found = []
    for before, token in zip([None, *words], words, strict=False):
        if not token.text[0].isupper() or text.isupper() or catalog.weight.known(token.stem):
            continue
        # "North American" is not "American".
        both = Span(before.start, token.end) if before else None
        if both and (place := place_said(both.of(text))):
            found.append(FoundPlace(both, place))
        elif place := place_said(token.text):
            found.append(FoundPlace(_span(token), place))
    return found


def _is_in_name(role: Span, text: str, named: Iterable[FoundEntity]) -> bool:
    """Tells whether a verb for a role stands within a name: nobody is asked for by "the Coordinating Council"."""
    return role.of(text).casefold() in role_verbs() and any(_inside(role, found.span) for found in named)


def understand(text: str, catalog: Catalog, as_of: date, reference: Interval | None = None) -> Question:
    """Understands a question that stands on its own.

    Args:
        text: the question.
        catalog: what the archive knows.
        as_of: the day on which it is asked.
        reference: the time of the question before, for months without a year.
    """
    if quoted_line(text):
        return replace(understand(without_quotation(text), catalog, as_of, reference), text=text, quotation=text)
    parts = parts_of(text, catalog, as_of, reference)
    scope_spans = [*parts.time.spans, *(found.span for found in parts.places)]
    role_spans = [span for span, _ in parts.roles]
    scope_spans += [Span(*match.span()) for match in _PURPOSE.finditer(text)]
    scope_spans += [*own_things(text, parts.entities), *written_out_names(text, parts.entities)]
    excepted = _excepted((*parts.entities, *parts.places), text)
    scope_spans += [Span(*match.span()) for e in excepted if (match := _EXCEPT.search(text[: e.span.start]))]
    words = [token for token in content(text) if not _overlaps(_span(token), scope_spans)]
    subject = [token for token in words if not _overlaps(_span(token), role_spans)]
    names = [found.span for found in parts.entities]
    topic = [token for token in subject if not _overlaps(_span(token), names)]
    topic = [token for token in topic if not _is_own_name(token, text, catalog)]
    ours = _people_of_own(text, catalog)
    topic = [token for token in topic if not _overlaps(_span(token), ours)]
    framed = bool(parts.time.interval or parts.entities or parts.places) and frames_only(_foreign(topic, catalog), text)
    if framed:
        topic = [token for token in topic if token.stem in generic_event_stems() | list_words("gatherings")]
    lowered = _masked(text, names).casefold()
    hits = [name for name, pattern in _intents() if pattern.search(lowered)]
    if asks_of_text(text):
        hits = [name for name in hits if name != "statements"]
    if "series" in hits and _tells_label(text, catalog):
        hits = [name for name in hits if name != "activities"]
    question = Question(
        text=text,
        wants=_wants(text, [found.span for found in parts.entities]),
        interval=parts.time.interval,
        times=parts.time.times,
        time_words=" ".join(span.of(text) for span in parts.time.spans),
        timeless=_without(text, parts.time.spans),
        as_of=as_of,
        entities=_unique(found.entity for found in parts.entities if not catalog.is_own_name(found.entity)),
        places=_unique_places(found.place for found in parts.places),
        roles=tuple(dict.fromkeys(role for _, role in parts.roles)),
        topic=tuple(token.text for token in topic),
        subject=tuple(token.text for token in subject),
        words=tuple(token.text for token in words),
        unknown=_unknown([token for token in words if not _overlaps(_span(token), names)], catalog),
        document_ids=parts.time.document_ids,
        series="series" in hits,
        by_holder=bool(_GROUPS_OF_HOLDER.search(text)),
        number=_body_number(text),
        history=_history(text, parts, catalog),
        facet=next((Facet(name) for name, pattern in _facets() if pattern.search(lowered)), None),
        either=any_will_do(text, parts.entities),
        both="both" in hits or (len(parts.places) > 1 and bool(_JOINTLY.search(text))),
    )
    if "activities" in hits and _LED.search(lowered):
        question = replace(question, roles=(), history=None, by_holder=False)
    question = replace(question, intent=_intent(question, hits, text, catalog.title_stems, framed=framed))
    return _without_excepted(question, excepted) if question.intent in _LISTS else question


def _people_of_own(text: str, catalog: Catalog) -> list[Span]:
    """The noun for those who are of the archive's own body: "the Alliance and its clubs" are all who act in it."""
    found = _AND_ITS.finditer(text)
    return [Span(*match.span("who")) for match in found if stems(match["own"]) <= catalog.own_stems]


_AND_ITS = re.compile(
    r"\bthe\s+(?P<own>[^\W\d_a-z]\w+)\s+(?:and|or|with)\s+(?:(?:any|all|some)\s+(?:of\s+)?)?its\s+(?P<who>[a-z]+(?:\s+[a-z]+)?s)\b"
    r"(?=\s*[?.,!]|\s+(?:did|do|does|has|have|had|in|on|at|during|from|since|between|are|were|been)\b|\s*$)"
)


def _tells_label(text: str, catalog: Catalog) -> bool:
    """Tells whether a question has all words of a figure's label: "how have exchange visits developed?" lists none."""
    said = stems(text)
    return any(len(label) > 1 and label <= said for label in catalog.labels)


_JOINTLY = re.compile(
    r"\b(?:together|jointly|along|in\s+(?:cooperation|co-operation|collaboration|partnership|concert|conjunction))\s+with\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:which|what|list|all|show|name)\s+(?:me\s+)?(?:(?:all|the|of|other)\s+)*(?:\w+\s+)?"
    r"(?:activities|events|workshops|courses|trainings|missions|seminars|exercises|campaigns|meetings|drills|surveys|conferences)\s+"
    r"(?:(?:were|was|that|which|did|does|do|has|have|had|are|is)\s+)?(?:[\w’'&-]+\s+){0,5}?(?:lead|leads|led|head|heads|headed|run|runs|ran)\b",
)
"""Who leads an activity has no post by that."""
_LISTS = (Intent.ACTIVITIES, Intent.INDICATORS)
_EXCEPT = re.compile(
    r"\b(?:outside(?:\s+of)?|except(?:ing)?(?:\s+(?:for|in|by|those\s+(?:in|of|by)))*|excluding|elsewhere\s+than(?:\s+in)?"
    r"|other\s+than(?:\s+(?:in|by))?|apart\s+from(?:\s+(?:those\s+)?(?:in|by))?|without"
    r"|not\s+(?:(?:held|done|organi[sz]ed|hosted|take\s+place|happen|involve|involving|located)\s+)?(?:in|by|from|with)?)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What leads to a name that a list is not to have."""


_OR_ALSO = re.compile(r"\s*(?:,|,?\s*(?:and|or|nor))\s+(?:(?:in|by|from|with)\s+)?(?:the\s+)?", re.IGNORECASE)


def _excepted(named: Iterable[FoundEntity | FoundPlace], text: str) -> list[FoundEntity | FoundPlace]:
    """The names that a question excepts: "outside Africa or Asia"."""
    excepted: list[FoundEntity | FoundPlace] = []
    for found in sorted(named, key=lambda found: found.span.start):
        joined = excepted and _OR_ALSO.fullmatch(text[excepted[-1].span.end : found.span.start])
        if joined or _EXCEPT.search(text[: found.span.start]):
            excepted.append(found)
    return excepted


def _without_excepted(question: Question, excepted: Iterable[FoundEntity | FoundPlace]) -> Question:
    """The question with what it excepts apart from what it asks for: "all workshops outside Africa"."""
    entities = _unique(found.entity for found in excepted if isinstance(found, FoundEntity))
    places = _unique_places(found.place for found in excepted if isinstance(found, FoundPlace))
    return replace(
        question,
        entities=tuple(entity for entity in question.entities if entity not in entities),
        places=tuple(place for place in question.places if place not in places),
        without=Without(entities, places),
    )


def _foreign(words: Iterable[Token], catalog: Catalog) -> list[Token]:
    """The words that are not those of the archive's own name, which says nothing within it."""
    return [token for token in words if token.stem not in catalog.title_stems]


def _is_own_name(token: Token, text: str, catalog: Catalog) -> bool:
    """Tells whether a word is what the publisher calls itself for short: "the Concord", but not "the Concord Prize"."""
    if not _POSSESSIVE.sub("", token.text).istitle() or token.stem not in catalog.own_stems:
        return False
    return bool(_AFTER_ARTICLE.search(text[: token.start])) and not _BEFORE_NAME.match(text[token.end :])


_POSSESSIVE = re.compile(r"[’']s?$")
_AFTER_ARTICLE = re.compile(r"\b(?:the|our|this)\s+$", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\s+(?:(?:of|for|on)\s+)?[A-Z]")


def _history(text: str, parts: Parts, catalog: Catalog) -> History | None:
    """How the question looks at a role over time; "before March" is a time, "before CTED" is not.

    Who succeeded a holder is asked of that one's posts, whichever they are.
    """
    asked = _without(text, parts.time.spans)
    if not parts.roles:
        holders = [found.span for found in parts.entities if found.entity.key in catalog.holders]
        match = asks_of_succession(asked)
        return succession(asked) if match and _meets(match, holders) else None
    found = [History(name) for name, pattern in _histories() if pattern.search(asked)]
    # "Who followed Ana Roe as chair, and since when?" asks for the next one first.
    holder = any(one.entity.key in catalog.holders for one in parts.entities)
    return History.NEXT if holder and History.NEXT in found and History.SINCE in found else next(iter(found), None)


def _meets(match: re.Match[str], spans: Iterable[Span]) -> bool:
    """Tells whether words stand beside one of the spans: "replaced the ropes of BPU" is another thing."""
    return any(match.start() - _BESIDE <= span.end and span.start <= match.end() + _BESIDE for span in spans)


_BESIDE = 6
"""So many characters may part a name from "succeeded": blanks, an article, a genitive."""


def _without(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def _masked(text: str, names: Iterable[Span]) -> str:
    """The text with names of several words made unreadable: what "the Office for Tides" has is no office."""
    for span in names:
        if " " in span.of(text):
            text = f"{text[: span.start]}{re.sub(_LETTER, 'x', span.of(text))}{text[span.end :]}"
    return text


_LETTER = re.compile(r"[^\W\d_]")


def _wants(text: str, names: list[Span]) -> Wants:
    """What kind of words would answer; names are left out, for "WHO" may be one."""
    asked = _WHILE.sub(r"\g<asks>", _without(text, names))
    found = [(match.start(), wants) for wants, pattern in _WANTS if (match := pattern.search(asked))]
    return min(found, key=lambda pair: pair[0])[1] if found else Wants.ANYTHING


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _intent(question: Question, hits: list[str], text: str, own_name: frozenset[str], *, framed: bool) -> Intent:
    """The kind of a question: the words that ask decide, then what is named; with only framing words, all is meant."""
    counts = question.wants is Wants.HOW_MANY or "counts" in hits
    held = question.by_holder and question.roles and question.entities
    if counts and "statements" not in hits and not held:
        return Intent.INDICATORS
    if "course" in hits and not question.roles and "statements" not in hits:
        return Intent.INDICATORS
    asked = content(text)
    if "comparison" in hits and (len(question.times) > 1 or len(question.entities) > 1 or len(question.places) > 1):
        return Intent.COMPARISON
    timed = question.interval or question.document_ids or OVER_TIME.search(text)
    if "changes" in hits and not question.roles and timed:
        return Intent.COMPARISON
    if question.history and "statements" not in hits:
        return Intent.ROLES
    if "statements" in hits:
        return Intent.STATEMENTS
    if "roles" in hits or (
        question.roles
        and "series" not in hits
        and (question.wants is Wants.WHO or question.by_holder or _is_terse(text))
        and not _holder_acts().search(text)
    ):
        return Intent.ROLES
    if (
        question.roles
        and "series" not in hits
        and question.wants is Wants.ANYTHING
        and not ("activities" in hits and not _role_leads(text))
        and not _holder_acts().search(text)
    ):
        return Intent.ROLES
    if question.entities and asks_long_form(text):
        return Intent.FACT
    if "activities" in hits and (question.wants is Wants.ANYTHING or _ACTIVE.search(text)):
        return Intent.ACTIVITIES
    if "counts" in hits or ("series" in hits and question.wants is not Wants.WHO):
        return Intent.INDICATORS
    scoped = question.interval or question.entities or question.places
    empty = light_stems() | generic_event_stems() | generic_actor_stems() | list_words("gatherings") | own_name
    left = [token for token in asked if token.text in question.topic and token.stem not in empty]
    if scoped and (framed or not left) and question.wants is Wants.ANYTHING and not _MEASURE.search(text):
        return Intent.ACTIVITIES
    return Intent.FACT


_MEASURE = re.compile(r"\bhow\s+(?:long|often|far|old|soon|big|large|tall|deep|wide|heavy|fast)\b", re.IGNORECASE)
"""Asks for one measure, not for what happened."""


def _is_terse(text: str) -> bool:
    return (
        not re.search(r"\b(?:is|are|was|were|did|do|does|has|have|happened)\b", text, re.I) and len(text.split()) <= 8
    )


@cache
def _holder_acts() -> re.Pattern[str]:
    """Asks whom or about what a holder did it, and for no holder: "whom did the Rapporteur brief", "on what"."""
    return re.compile(
        r"\b(?:what|which|whom?)\b[^?]*?\bdid\s+(?:the|our|its|their)\s+(?:\w+[ -]){0,2}?"
        rf"(?:{role_pattern().pattern})\s+[a-z]",
        re.IGNORECASE,
    )


def _role_leads(text: str) -> bool:
    """Tells whether a question asks for a role first ("the chair of …") rather than naming one on the way."""
    match = role_pattern().search(text)
    return match is not None and match.start() < 30


@cache
def _numbered_body() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{body_noun_pattern()})\s*(?:no\.?|number|#)?\s*(?P<number>\d{{1,2}})\b(?!\s*[-–]?\s*\d)", re.IGNORECASE
    )


def _body_number(text: str) -> str | None:
    match = _numbered_body().search(text)
    return match["number"] if match else None


def _unknown(words: Iterable[Token], catalog: Catalog) -> tuple[str, ...]:
    """Words typed as names (a capital inside the question, or an acronym) that the archive does not use at all."""
    return tuple(
        token.text
        for token in words
        if (token.text[0].isupper() and (token.start > 0 or token.text.isupper()))
        and len(token.text) > 1
        and not catalog.has_derived(token.stem)
        and not catalog.knows(f"{token.text}lang")
        and not _is_said_otherwise(token, catalog)
        and fold(token.text) not in ("i", "ok", *bodies()["abbreviations"])
        and not token.text.isdigit()
        and token.stem not in light_stems() | event_stems()
        and fold(token.text) not in title_words()
        and not are_named_after(token.text, catalog.title_stems)
    )


def _is_said_otherwise(token: Token, catalog: Catalog) -> bool:
    """Tells whether the archive may have a word's meaning in other words: "MoU", "memorandum of understanding"."""
    return any(
        all(catalog.has_derived(word) for word in phrase)
        for meaning in meanings(token.text)
        for phrase in meaning.phrases
    )


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _part_of(span: Span, name: Span) -> bool:
    """Tells whether a place is part of a name, be it without the article before both: "the Sahel Wells Network"."""
    return _overlaps(span, [name]) and not (span.start <= name.start and name.end <= span.end)


def _is_acronym(span: Span, name: Span, text: str) -> bool:
    """Tells whether a name in capitals is also a town's: who types "ALMA" means the organisation."""
    return span == name and span.of(text).isupper() and not text.isupper()


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and other != span


def _unique(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({entity.key: entity for entity in entities}.values())


def _unique_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places, each once; of a city and the country it lies in, the city is meant."""
    unique = tuple({place.name: place for place in places}.values())
    return tuple(
        place
        for place in unique
        if not any(other is not place and lies_in(other, place) and other.kind == "city" for other in unique)
    )


def content_stems(words: Iterable[str]) -> tuple[str, ...]:
    """Stems of words, in order, each once."""
    return tuple(dict.fromkeys(token.stem for word in words for token in tokens(word)))
