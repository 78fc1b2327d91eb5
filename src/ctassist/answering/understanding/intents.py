"""What kind of answer a question wants."""

import re
from collections.abc import Iterable
from functools import cache

from ctassist.answering.terms import content, generic_actor_stems, generic_event_stems, light_stems, stems, table
from ctassist.answering.understanding.asked_parts import Parts, without
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import History, Intent, Question, Wants
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.answering.understanding.succession import asks_of_succession, succession
from ctassist.answering.understanding.written import asks_long_form
from ctassist.model.text import Span

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
_RELATIVE_WHO = re.compile(
    r"(?P<asks>^\W*(?:and\s+)?(?:what|how|why)\b[^?,;]*?\b(?:people|persons|those|everyone|everybody|anyone|anybody|someone|all|others"
    r"|(?:users|members|(?!(?:asks|tells|knows|says|shows|is|was|does|has)\b)[a-z]{2,}s))\s)who(?=\s+[a-z’']+)",
    re.IGNORECASE,
)
"""What people who row are to do is not asked for by "who"."""
_ACTIVE = re.compile(r"\bwhere (?:was|were|has|have|is|are)\b.{2,60}\b(?:active|engaged|involved)\b", re.IGNORECASE)


@cache
def intents() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The name of each way of asking with its pattern, from the room's table."""
    return _patterns("intents")


@cache
def _histories() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _patterns("histories")


@cache
def facets() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What of a list's lines is asked for (places, organisations, dates), with its pattern."""
    return _patterns("facets")


def _patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(entry["patterns"]), re.IGNORECASE)) for kind, entry in table(name).items())


OVER_TIME = re.compile(
    r"\bover\s+(?:the\s+(?:years|course\s+of\s+time)|time)\b|\b(?:across|through(?:out)?)\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:issues|years)\b"
    r"|\b(?:in|over)\s+the\s+course\s+of\s+(?:time|the\s+years)\b|\bsince\s+the\s+(?:beginning|start|outset)\b",
    re.IGNORECASE,
)
"""All the time that the archive covers."""


def tells_label(text: str, catalog: Catalog) -> bool:
    """Tells whether a question has all words of a figure's label: "how have exchange visits developed?" lists none."""
    said = stems(text)
    return any(len(label) > 1 and label <= said for label in catalog.labels)


def history_of(text: str, parts: Parts, catalog: Catalog) -> History | None:
    """How the question looks at a role over time; "before March" is a time, "before CTED" is not.

    Who succeeded a holder is asked of that one's posts, whichever they are.
    """
    asked = without(text, parts.time.spans)
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


def masked(text: str, names: Iterable[Span]) -> str:
    """The text with names of several words made unreadable: what "the Office for Tides" has is no office."""
    for span in names:
        if " " in span.of(text):
            text = f"{text[: span.start]}{re.sub(_LETTER, 'x', span.of(text))}{text[span.end :]}"
    return text


_LETTER = re.compile(r"[^\W\d_]")


def wants_of(text: str, names: list[Span]) -> Wants:
    """What kind of words would answer; names are left out, for "WHO" may be one."""
    asked = _RELATIVE_WHO.sub(r"\g<asks>", _WHILE.sub(r"\g<asks>", without(text, names)))
    found = [(match.start(), wants) for wants, pattern in _WANTS if (match := pattern.search(asked))]
    return min(found, key=lambda pair: pair[0])[1] if found else Wants.ANYTHING


def intent_of(question: Question, hits: list[str], text: str, own_name: frozenset[str], *, framed: bool) -> Intent:
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
