"""What a follow-up leaves unsaid, taken from the question before it."""

import re
from collections.abc import Sequence
from datetime import date

from ctassist.answering.terms import (
    content,
    event_stems,
    function_words,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    tokens,
    written_out,
)
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.neighbours import beside, right_beside
from ctassist.answering.understanding.parsing import Parts, parts_of, understand
from ctassist.answering.understanding.pointing import another_of, point, quoted_line
from ctassist.answering.understanding.question import History, Intent, Question, Wants
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.answering.understanding.time_scope import say
from ctassist.extraction.speakers import title_pattern
from ctassist.model.text import Span
from ctassist.model.time import Interval

_CONTINUES = re.compile(r"^\s*(?:and|or|but|also|what about|how about|same for|the same for)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:its|their|his|her|it|they|them|he|she|him|this|that|these|those|there|then)\b"
    r"(?:\s+(?:group|working group|committee|body|team|event|meeting|workshop|organi[sz]ation|entity|person"
    r"|figure|project|one|sig|wg)\b)?",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:its|their)\s+(?:very\s+)?(?:latest|last|newest|first|most recent|current)\s+"
    r"(?:issue|edition|number|review|newsletter)\b|"
    r"\b(?:this|that|these|those)\s+(?:year|month|week|quarter|issue|archive|day)\b|\bthat\b(?=\s+(?:\w+ed|is"
    r"|are|was|were|the|it|took|went|came|has|have|had|fell|ran)\b)"
    r"|\b(?:except(?:ing)?|other than|apart from|but not)\s+(?:for\s+)?those\b"
    r"|\b(?:has|have|had)\s+there\s+been\b|\bis there\b|\bare there\b|\bwas there\b|\bwere there\b"
    # "The Concord and its members" says whose members.
    r"|(?-i:\b[A-Z][\w&-]*)\s+and\s+(?:all\s+)?(?:of\s+)?(?:its|their|his|her)\b",
    re.IGNORECASE,
)
_ONLY_ASKS = re.compile(
    r"\W*(?:and\s+)?(?:(?P<wh>when|where|who|why)|(?:(?:on|at)\s+)?(?:the|what|which)\s+(?:date|day))\W*", re.IGNORECASE
)
_THEY = r"(?:he|she|they|this person|that person|(?:the|this|that) (?:chair|person|holder|one))"
_JOB = (
    r"(?:(?:the|this|that|his|her|their|its|such an?|it|there) ?)?(?:(?:current|present|same|new) )?"
    r"(?:job|post|office|position|role|function|seat|chair|mandate|charge|place|it|that|there|so)?"
)
_SINCE = re.compile(
    r"\W*(?:and\s+)?(?:(?:since when|since what (?:date|day|year)|(?:for )?how long(?: (?:already|now))?)"
    rf"(?: (?:has|have|is|was|does|do|did) {_THEY}(?: (?:already|now))?"
    r"(?: (?:been|had|held|hold|holding|have|done|doing|occupied|served|serving|filled|kept))*"
    rf"(?: (?:in|at|as|on))?(?: {_JOB})?(?: (?:now|already|for))?)?"
    rf"|(?:when|on what (?:date|day)|on which day) (?:did|was|were|has|have) {_THEY} "
    rf"(?:take over|take (?:up )?{_JOB}|start(?: (?:in|at|with))?(?: {_JOB})?|begin|get {_JOB}|come in(?:to {_JOB})?"
    rf"|assume {_JOB}|become {_JOB}|given {_JOB}|elected|appointed|chosen|named|installed)(?: to {_JOB})?)\W*",
    re.IGNORECASE,
)
"""Asks since when somebody has had a role: "since when?", "and since when has she had that job?"."""
_BEFORE = re.compile(
    r"\W*(?:and|but|or|what about|how about)?\s*(?:who\s+)?(?:(?:was|were|had)\s+(?:it\s+|that\s+)?)?"
    r"(?:before(?:\s+(?:that|then|him|her|them|it|this))?|previously)\W*",
    re.IGNORECASE,
)
"""Asks who had a role before: "and before her?", "before that?"."""
_NOW = re.compile(
    r"\W*(?:and|but|or|what about|how about)?\s*"
    r"(?:who\s+(?:(?:is|does|has|holds|chairs|leads|heads)\s+)?(?:(?:it|that|so)\s+)?)?"
    r"(?:now|today|currently|at present|nowadays|these days|at the moment)\W*",
    re.IGNORECASE,
)
"""Asks who has a role now, after another time: "and today?", "who does now?"."""
_HOLDER = re.compile(r"\W*(?:and\s+)?who(?:m|[’']s)?\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:all|every|each|which|list)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"^\s*(?:who|what|when|where|why|which|how(?:\s+(?:many|much))?)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\s+", re.IGNORECASE)
_WH = re.compile(
    r"^\s*(?:and\s+)?(?:(?:in|on|at|by|for|to|of|with|from)\s+)?(?:who|what|which|when|where|how(?:\s+(?:many"
    r"|much))?|why|please|tell me|show me|list|give me)\b[\s,]*"
    r"(?:(?:is|are|was|were|did|do|does|has|have|had|will|can|about|all|the date of|me|happened (?:at|in|to"
    r"|with))\s+)*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]*(?:,?\s*and\s+(?:who|what|when|where|which|how)\b.*|(?:take|took|taken)\s+place|(?:(?:usually|regularly|normally|next|last)\s+)?(?:meets?|met|conven(?:e|es|ed)|gathers?|gathered|assembles?|assembled|come\s+together)(?:\s+(?:next|usually|regularly|again))?|held|happen(?:ed)?|occur(?:red)?|start(?:ed)?|begin|began|organi[sz]ed?|hosted?|about|launched?|published|released|founded)?[\s?.!]*$",
    re.IGNORECASE,
)


def is_follow_up(text: str, parts: Parts, asks: bool) -> bool:
    """Tells whether a question needs the one before it.

    Args:
        text: the question as asked.
        parts: its time, names, places and roles.
        asks: whether it has a subject of its own.
    """
    if _CONTINUES.match(text) or _ONLY_ASKS.fullmatch(text):
        return True
    if _names_first(text, parts):
        return False
    if _PRONOUN.search(_DETERMINER.sub(" ", text)) and not re.search(r"\bthat (?:said|stated)\b", text):
        return not (
            asks
            and re.search(r"\b(?:it|they)\b", text, re.I) is None
            and _POSSESSIVE.search(text) is None
            and re.search(r"\b(?:this|that|these|those|there|then)\b", text, re.I)
            and len(text.split()) > 8
        )
    return (
        not re.search(
            r"\b(?:who|what|which|when|where|how|why|list|show|tell|give|name|find|is|are|did|does|do)\b", text, re.I
        )
        and len(text.split()) <= 4
        and not asks
    )


_THEN = re.compile(r"\s*(?:[,;:–—]\s*(?:and\s+)?|\s+and\s+)(?=(?:who|what|when|where|which|why|how)\b)", re.IGNORECASE)


def _names_first(text: str, parts: Parts) -> bool:
    """Tells whether a question names what its pronoun stands for: "the song of June, and who wrote it?"."""
    asks = _THEN.search(text)
    if not asks or _PRONOUN.search(_DETERMINER.sub(" ", text[: asks.start()])):
        return False
    named = [found.span for found in parts.entities if found.span.end <= asks.start()]
    own = [
        token
        for token in content(text[: asks.start()])
        if token.stem not in light_stems() | generic_event_stems()
        and not any(span.start < token.end and token.start < span.end for span in parts.time.spans)
    ]
    return bool(named) or len(own) > 1


_MEMBERS = re.compile(r"\b(?:members|membership|belongs?|mak(?:es?|ing)\s+up)\b", re.IGNORECASE)


def lacks_subject(question: Question, catalog: Catalog) -> bool:
    """Tells whether a question says nothing by itself: a greeting, or a follow-up ("and its chair?") to nothing.

    A regular heading named with its issue says enough, however ordinary its words are: "Call for entries in issue 9".
    """
    if question.document_ids is not None and catalog.heads(question.text):
        return False
    if _MEMBERS.search(question.text) and stems(" ".join(question.subject)) & catalog.own_stems:
        return False  # "The members of the Accord" are those of the archive's own body.
    asked = [token for word in question.topic for token in tokens(word)]
    own = any(token.stem not in light_stems() | generic_event_stems() for token in asked)
    own = own or bool(question.roles and question.intent is not Intent.ROLES)
    own = own or bool(question.words and question.wants is Wants.HOW_MANY)
    if (
        not own
        and not question.entities
        and not question.number
        and _PRONOUN.search(_blank(question.text, _DETERMINER))
    ):
        return True
    if own or question.roles or question.entities or question.places or question.interval:
        return False
    return not any(token.stem in generic_event_stems() for token in asked)


def resolve(
    text: str, earlier: Sequence[str], catalog: Catalog, as_of: date, answers: Sequence[Sequence[str]] = ()
) -> tuple[str, Interval | None]:
    """Makes a question self-contained.

    Args:
        text: the question as asked.
        earlier: the questions before it, oldest first, each self-contained.
        catalog: what the archive knows.
        as_of: the day on which it is asked.
        answers: the lines of each earlier answer, the last first: "the second one" is one of them.

    Returns:
        The resolved question, and the time of the question before, which a month without a year lies next to.
    """
    if not earlier:
        return text, None
    if pointed := point(text, answers):
        return pointed, None
    last = earlier[-1]
    if (line := quoted_line(last)) and not _CONTINUES.match(text) and (pronoun := _PRONOUN.search(text)):
        return f"{text[: pronoun.start()]}“{line}”{text[pronoun.end() :]}", None
    last = next((question for question in reversed(earlier) if not quoted_line(question)), last)
    before = understand(last, catalog, as_of)
    text = beside(text, before.interval, list(catalog.documents.values()))
    if before.interval and before.intent is not Intent.ROLES:
        text = right_beside(text, before.interval)
    parts = parts_of(text, catalog, as_of, before.interval)
    if before.intent is Intent.INDICATORS and (when := _counts_then(text, parts)):
        text, last = when, _AT_PRESENT.sub("", last)
        parts = parts_of(text, catalog, as_of, before.interval)
    if chosen := _chosen(text, before, catalog):
        return f"{last.strip().rstrip('?.! ')} of {chosen}?", before.interval
    if counted := another_of(text, last):
        return counted, before.interval
    own = _own_subject(text, parts, before)
    if not is_follow_up(text, parts, bool(own)) and not _asks_role_alone(text, parts, own, before, catalog):
        return text, None
    return _rewrite(text, parts, own, last, before, catalog, as_of), before.interval


def _chosen(text: str, before: Question, catalog: Catalog) -> str:
    """The body that somebody names who was asked which one is meant: "Who is the chair?", "The tide committee"."""
    if before.intent is not Intent.ROLES or not before.roles or before.subject or before.entities or before.number:
        return ""
    named = re.sub(
        r"^(?:(?:I\s+mean|of|for|that\s+of|the\s+one\s+(?:of|for|on))\s+)+", "", _bare(text), flags=re.IGNORECASE
    )
    named = re.sub(r"[\s,]*\bplease\b\W*$", "", named, flags=re.IGNORECASE)
    asks = _FIRST_WORD.match(text) or _PRONOUN.search(named) or role_pattern().search(named)
    return "" if asks or not catalog.is_body(named) else named


_SO_MANY = re.compile(
    r"\W*(?:and\s+)?how\s+(?:many|much)(?:\s+(?:(?:of\s+(?:them|those)\s+)?(?:were|are|was|is)\s+(?:there|they|it)"
    r"|(?:did|does|do|had|has|have)\s+(?:it|they|we|there)\s+(?:have|been|be)|had\s+there\s+been))?\W*",
    re.IGNORECASE,
)


_AT_PRESENT = re.compile(r"\s+(?:now|today|currently|at present)(?=\W*$)", re.IGNORECASE)


def _counts_then(text: str, parts: Parts) -> str:
    """What asks for the same number at another time: "And in 2031?" of "how many were there in 2031?", else nothing."""
    if not parts.time.spans or parts.entities or parts.places:
        return ""
    # A time may be said twice: "in spring 2031, in the May issue".
    rest = text
    for when in reversed(parts.time.spans):
        rest = f"{rest[: when.start]} {rest[when.end :]}"
    rest = re.sub(r"\b(?:in|on|at|by|as of|back in)\s*(?=\W*$|\s*[,(]|\s+in\b)", "", rest)
    named = ", ".join(when.of(text) for when in parts.time.spans)
    return f"And {_in(named)}?" if _SO_MANY.fullmatch(rest) else ""


def _asks_role_alone(text: str, parts: Parts, own: Sequence[str], before: Question, catalog: Catalog) -> bool:
    """Tells whether a question after one on roles asks for a role and names no body: "who had the chair in 2022?"."""
    if _SINCE.fullmatch(text) or _BEFORE.fullmatch(text) or _NOW.fullmatch(text):
        return before.intent is Intent.ROLES
    if _HOW_MANY.match(text) and any(_counted(parts, text) <= label for label in catalog.labels):
        return False
    return bool(
        before.intent is Intent.ROLES and parts.roles and not own and not parts.entities and not _ANY.search(text)
    )


_HOW_MANY = re.compile(r"\W*(?:and\s+)?(?:how many|what (?:is|was) the number of)\b", re.IGNORECASE)


def _counted(parts: Parts, text: str) -> frozenset[str]:
    """The stems of the roles of a question that the archive may count under a label: "Focal points: 1,050"."""
    return frozenset(word for span, _ in parts.roles for word in stems(span.of(text)))


def _own_subject(text: str, parts: Parts, before: Question) -> list[str]:
    """The words of a follow-up that are neither scope nor a way of asking, nor roles where roles are asked for."""
    roles = [span for span, _ in parts.roles] if before.intent is Intent.ROLES else []
    spans = [
        *parts.time.spans,
        *(e.span for e in parts.entities),
        *(p.span for p in parts.places),
        *roles,
    ]
    return [
        token.text
        for token in content(text)
        if token.stem not in light_stems() | generic_event_stems()
        and not any(s.start < token.end and token.start < s.end for s in spans)
    ]


def _rewrite(
    text: str, parts: Parts, own: list[str], last: str, before: Question, catalog: Catalog, as_of: date
) -> str:
    last_parts = parts_of(last, catalog, as_of)
    focus = _focus(last, before, last_parts)
    if before.intent is Intent.ROLES and focus and before.roles and (post := _THAT_POST.search(text)):
        when = "" if parts.time.spans or _NOW_OR_BEFORE.search(text) else _in(before.time_words)
        said = f"{text[: post.start()]}{before.roles[0]} of {focus}{text[post.end() :]}"
        return f"{_drop_opening(said).rstrip(' ?.!')}{' ' + when if when else ''}?"
    if before.intent is Intent.ROLES and focus and before.roles and _SINCE.fullmatch(text):
        return f"Since when has {focus} had its {before.roles[0]}?"
    named = f" of {focus}" if focus and not role_pattern().search(focus) else ""
    if before.intent is Intent.ROLES and before.roles and _BEFORE.fullmatch(text):
        return f"Who was the {before.roles[0]}{named} before?"
    if before.intent is Intent.ROLES and before.roles and _NOW.fullmatch(text):
        return f"Who is the {before.roles[0]}{named}?"
    asks_holder = not own and not parts.roles and _HOLDER.match(text)
    if before.intent is Intent.ROLES and asks_holder and (it := _PRONOUN.search(text)):
        if parts.time.spans:
            return _with_slots(text, parts, own, last, last_parts, before, focus)
        if before.roles and it.group().casefold() == "it":
            return f"{_drop_opening(text[: it.start()])}the {before.roles[0]} of {focus}{text[it.end() :]}"
    history = understand(text, catalog, as_of).history
    if parts.roles and not own and before.intent is Intent.ROLES and focus and history is History.FORMER:
        return f"Who was the {parts.roles[0][1]} of {focus} before?"
    if parts.roles and not own and before.intent is Intent.ROLES and focus and history is None:
        label = _POSSESSIVE.sub("", parts.roles[0][0].of(text))
        does = re.search(r"\bwho\s+(?:else\s+|also\s+)?$", text[: parts.roles[0][0].start], re.IGNORECASE)
        plural = label.casefold().endswith("s") and not does
        verb = "are" if plural else "is"
        when = _in(_time_words(text, parts))
        if any(is_body_noun(token) for found in parts.entities for token in tokens(found.span.of(text))):
            return f"{_bare(text)}?"
        if parts.entities:
            return f"{_bare(text)} of {focus}?"
        return (
            f"Who {verb} the {_noun(label, parts.roles[0][1], plural=plural)} of {focus}{' ' + when if when else ''}?"
        )
    names_body = any(is_body_noun(token) for token in tokens(written_out(text))) or _is_called_like(_bare(text), focus)
    if before.intent is Intent.ROLES and focus and names_body:
        return f"{last.strip().rstrip('?.! ').replace(focus, _LED.sub('', _bare(text)))}?"
    if only := _ONLY_ASKS.fullmatch(text):
        return _FIRST_WORD.sub((only["wh"] or "when").capitalize(), last, count=1)
    if those := _OF_THOSE.fullmatch(text):
        return f"{last.strip().rstrip('?.! ')} {those['which']}?"
    if before.intent is not Intent.INDICATORS and focus and (part := _PART_OF.fullmatch(_bare(text))) and names_body:
        within = f"the {part['name']} of {focus}"
        return f"{last.strip().rstrip('?.! ').replace(focus, within)}?"
    if before.wants is Wants.WHO and parts.time.spans and _same_then(text, parts, last):
        return _with_slots(text, parts, own, last, last_parts, before, focus)
    pronoun = _PRONOUN.search(_blank(text, _DETERMINER))
    if pronoun and (own or re.search(r"\b(?:who|what|which|when|where|how|why|did|was|were|is|are)\b", text, re.I)):
        subject = _referent(pronoun.group(), last_parts, before) or _timeless(focus, parts, last, last_parts)
        return _with_subject(text, pronoun, subject)
    return _with_slots(text, parts, own, last, last_parts, before, focus)


_THAT_POST = re.compile(
    r"(?:(?<=\bfrom )|(?<=\bas ))(?:(?:that|this|the\s+same)\s+(?:role|post|position|job|office|seat|function)|it)"
    r"(?=\W*$)",
    re.IGNORECASE,
)
"""The post that the question before asks about, which somebody left: "and who stepped down from that role?"."""
_NOW_OR_BEFORE = re.compile(r"\b(?:now|today|currently|is|are|before|previously|earlier)\b", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"\W*(?:and\s+)?which\s+(?:ones?\s+)?of\s+(?:these|those|them)\s+(?:is|are|was|were)\s+"
    r"(?P<which>(?:for|from|in|at|on|by|with|about|to)\s+[^?]+?)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for some of what was listed: "which of these are for Ana?"."""
_PART_OF = re.compile(r"(?:its|their)\s+(?P<name>[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){0,6})")
"""Asks the same of a body within the one before: "and its Tide Tables working group?"."""


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match.group()), text)


def _is_called_like(name: str, focus: str | None) -> bool:
    """Tells whether a name is made like that of the body spoken of: "TAG Fog" and "TAG Lamps"."""
    mine, other = name.split(), (focus or "").split()
    return len(mine) > 1 and len(other) > 1 and mine[0] == other[0] and mine[0].isupper()


def _noun(label: str, role: str, *, plural: bool) -> str:
    """The role as a noun: "chairs it" asks for the chair, "its deputies" for several."""
    if not plural:
        return role
    return label if label.casefold().rstrip("s").endswith(role[-4:]) else re.sub(r"y$", "ie", role) + "s"


def _referent(pronoun: str, parts: Parts, before: Question) -> str | None:
    """Whom "he", "she" or "they" means: the last person or organisation named."""
    if (
        pronoun.casefold().split()[0] in ("he", "she", "him", "his", "her", "they", "them", "their")
        and parts.entities
        and before.intent is not Intent.ROLES
    ):
        return parts.entities[-1].entity.key
    if pronoun.casefold() == "there" and parts.places:
        return f"in {parts.places[-1].place.name}"
    return None


def _with_subject(text: str, pronoun: re.Match[str], subject: str) -> str:
    words = pronoun.group()
    if words.casefold().startswith(("its", "their", "his", "her")) and _POSSESSIVE.match(words + " "):
        rest = text[pronoun.end() :].strip(" ?.!")
        return f"{_bare(text[: pronoun.start()])} {rest} of {subject}?".strip()
    return re.sub(r"\s+", " ", f"{_drop_opening(text[: pronoun.start()])}{subject}{text[pronoun.end() :]}").strip()


def _timeless(focus: str, parts: Parts, last: str, last_parts: Parts) -> str:
    """What the question before was about, without its time where the follow-up has one of its own."""
    for span in last_parts.time.spans if parts.time.spans else ():
        focus = re.sub(rf"(?:\s+(?:in|on|at|during|as of|since|by))?\s+{re.escape(span.of(last))}", "", focus)
    return focus


def _same_then(text: str, parts: Parts, last: str) -> bool:
    """Tells whether a follow-up asks who did the same at another time: "And who won it in 2031?"."""
    asked = _SAME.match(text)
    if not asked or not stems(asked["done"]) <= light_stems() | stems(last) | stems(" ".join(function_words())):
        return False
    rest = text[asked.end() :]
    for span in parts.time.spans:
        rest = rest.replace(span.of(text), "")
    return re.fullmatch(r"\W*(?:(?:in|on|at|during|as of|back|then|the|for)\W*)*", rest, re.IGNORECASE) is not None


_SAME = re.compile(
    r"\W*(?:(?:and|but|so|then)\W+)*who\s+(?:else\s+)?(?P<done>(?:\w+\s+){1,3}?)(?:it|that|this|one|so)(?:\s+(?:prize|award|one|honou?r))?\b",
    re.IGNORECASE,
)


def _with_slots(
    text: str, parts: Parts, own: list[str], last: str, last_parts: Parts, before: Question, focus: str
) -> str:
    """Puts the parts of a follow-up in the place of those of the question before."""
    result = last.strip().rstrip("?.! ")
    changes: list[tuple[Span, str]] = []
    additions: list[str] = []
    if parts.time.spans:
        words, said = _time_words(text, parts), list(last_parts.time.spans)
        bare = not _PREPOSITION.search(text[: parts.time.spans[0].start]) and words[:1].isupper()
        if bare and len(said) == 1 and (issue := _ISSUE_NOUN.search(said[0].of(last))):
            words = f"the {words} {issue.group()}"
        if not said or not _PREPOSITION.search(last[: said[0].start]):
            words = _in(words)
        _put(changes, additions, said, words, _in(words), last)
    if parts.entities:
        name = " and ".join(found.span.of(text) for found in parts.entities)
        old = [_with_title(found.span, last) for found in last_parts.entities]
        _put(changes, additions, old, name, f"involving {name}", last)
    if parts.places:
        name = " and ".join(found.span.of(text) for found in parts.places)
        _put(changes, additions, [found.span for found in last_parts.places], name, f"in {name}", last)
    if own and not changes and not additions:
        remainder = _bare(text)
        if before.intent is Intent.INDICATORS and (counted := _COUNTED.match(remainder)):
            remainder = counted["what"]
        if before.intent is Intent.ROLES and focus and focus in result:
            return result.replace(focus, remainder) + "?"
        if _CONTINUES.match(text) and (named := _only_name(result, last_parts)) and _NAME.fullmatch(remainder):
            return f"{result[: named.start]}{remainder}{result[named.end :]}?"
        if (other := _ONLY_VERSION.fullmatch(remainder)) and len(known := list(_VERSION.finditer(result))) == 1:
            return f"{result[: known[0].start()]}{other['version']}{result[known[0].end() :]}?"
        belonging = before.intent not in (Intent.ROLES, Intent.INDICATORS) and _OF_WHAT.search(result)
        if belonging and _CONTINUES.match(text) and (other := _OTHER.fullmatch(remainder)):
            return f"{result[: belonging.start('what')]}{other['what']}?"
        subject = [
            token
            for token in content(result)
            if token.text in before.topic and token.stem not in light_stems() | event_stems()
        ]
        if not re.search(r"\d", remainder) and remainder[:1].islower() and (kept := _EDITION.search(result)):
            subject = [token for token in subject if token.end <= kept.start()] or subject
        if subject:
            return f"{result[: subject[0].start]}{remainder}{result[subject[-1].end :]}?"
        if counted := _COUNTED.search(result):
            return f"{result[: counted.start('what')]}{remainder}{result[counted.end('what') :]}?"
        return f"{result} {remainder}?"
    for span, words in sorted(changes, key=lambda change: -change[0].start):
        result = result[: span.start] + words + result[span.end :]
    return " ".join([re.sub(r"\s+", " ", result), *additions]).strip() + "?"


_VERSION = re.compile(r"(?<![\w.-])v?\d+(?:\.\d+)+(?![\w-])")
_ONLY_VERSION = re.compile(
    r"(?:that\s+)?(?:(?:for|of|in|with|on)\s+)?(?:the\s+)?(?:(?:version|release)\s+|[A-Z][\w-]*\s+)?(?P<version>v?\d+(?:\.\d+)+)"
    r"(?:\s+(?:version|release|one|cycle|season))?"
)
"""Asks the same of another version: "and for 3.5?"."""
_OF_WHAT = re.compile(r"\b(?:of|for)\s+(?P<what>(?:(?:the|our|an?)\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:(?:that\s+)?(?:of|for)\s+)?(?P<what>(?:(?:the|our|an?)\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)", re.IGNORECASE
)
"""What a question asks something of, and the next one of another thing: "the price of bread?", "and of butter?"."""


_COUNTED = re.compile(
    r"\b(?:how\s+many|how\s+much|number\s+of)\s+(?P<what>[^?,;]+?)"
    r"(?=\s+(?:is|are|was|were|does|do|did|has|have|had|can|will|in|at|by)\b|\s*$)",
    re.IGNORECASE,
)
"""What is counted by a name for posts, as focal points are: another thing may be counted next."""


def _with_title(name: Span, question: str) -> Span:
    """A name with the title before it, which belongs to nobody else: "Secretary-General Roe"."""
    lead = question[: name.start]
    title = next((m for m in title_pattern().finditer(lead) if not lead[m.end() :].strip()), None)
    title = title or _INITIALS.search(lead)
    return Span(title.start(), name.end) if title and not name.of(question).isupper() else name


_INITIALS = re.compile(r"\b[A-Z]{2,5}\s+$")
"""A title by its initials: "SG Roe"."""
_NAME = re.compile(r"[^\W\d_a-z][\w’'&.-]*(?:\s+(?:(?:of|and|the|for|de|la)\s+)*[^\W\d_a-z][\w’'&.-]*)*")
"""Words with capitals, as names have them."""


def _only_name(question: str, parts: Parts) -> Span | None:
    """The one name in a question, for which a follow-up such as "How about Leeds?" gives another."""
    first = re.match(r"\W*[\w’']+", question)
    start = first.end() if first else 0
    found = [Span(match.start(), match.end()) for match in _NAME.finditer(question, start)]
    timed = [span for span in found if any(t.start < span.end and span.start < t.end for t in parts.time.spans)]
    return found[0] if len(found) == 1 and not timed else None


def _put(
    changes: list[tuple[Span, str]], additions: list[str], old: list[Span], words: str, added: str, last: str
) -> None:
    if old:
        first, final = old[0], old[-1]
        lead = re.search(r"\b(?:since|before|after|until|from|between)\s+$", last[: first.start], re.I)
        start = (
            lead.start()
            if lead and re.match(r"(?:in|on|since|before|after|between|from|until|during)\b", words, re.I)
            else first.start
        )
        changes.append((Span(start, final.end), words))
    else:
        additions.append(added)


_EDITION = re.compile(r"\s+(?:for|of|in)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+)?v?\d+(?:\.\d+)+(?!\w)")
"""The version that a question is about, of which a follow-up asks another thing: "and the docs freeze?"."""
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|of|for|by|as of|since|before|after|between|from|until|during|to|the)\s+$", re.I
)


def _in(words: str) -> str:
    """A time after a preposition: "in June 2022", "since May"."""
    led = re.match(r"(?:back )?(?:in|on|since|before|after|between|from|until|during|as of)\b", words, re.I)
    return words if led or not words else f"in {words}"


_ISSUE_NOUN = re.compile(r"\b(?:issue|edition|newsletter|bulletin|review)$", re.IGNORECASE)
"""What stands in an issue need not be of its days: "the May issue", and then "What about June?"."""


def _time_words(text: str, parts: Parts) -> str:
    if not parts.time.spans:
        return ""
    start, end = parts.time.spans[0].start, parts.time.spans[-1].end
    words = text[start:end].strip()
    # The next follow-up must not have to guess the year again.
    return words if re.search(r"\d{4}", words) or parts.time.interval is None else say(parts.time.interval)


def _focus(last: str, before: Question, parts: Parts) -> str:
    """What the question before was about, as a noun phrase."""
    text = last.strip().rstrip("?.! ")
    if having := _HAD_ITS.match(text):
        return having["whose"]
    if before.intent is Intent.ROLES and parts.roles:
        rest = text[parts.roles[0][0].end :]
        rest = re.split(r",?\s+and\s+(?:who|what|which|when|where)\b", rest)[0]
        rest = re.sub(r"^\s*(?:of|for|in|at|on)\s+", "", rest).strip(" ,")
        rest = re.sub(r"^(?:and|or|,|/)\s+.*?\b(?:of|for)\s+", "", rest)
        for span in parts.time.spans:
            rest = rest.replace(span.of(last), "").strip(" ,")
        rest = re.sub(r"\s+(?:in|as of|since|on|at|before|previously)\s*$", "", rest)
        if rest:
            return rest
    phrase = _TAIL.sub("", _WH.sub("", text))
    if before.intent is Intent.INDICATORS:
        counted = re.split(r"\s+(?:is|are|was|were|does|do|did|has|have|had)\b", phrase)[0]
        return counted if counted.casefold().startswith("the number") else f"the number of {counted}"
    # Who "was elected to the court": the court is "it".
    phrase = _DONE_TO.sub("", phrase)
    return phrase.strip(" ,") or text


_LED = re.compile(r"^(?:of|for|in|on|at)\s+", re.IGNORECASE)
_HAD_ITS = re.compile(r"since when (?:has|have) (?P<whose>.+?) had (?:its|their)\b", re.IGNORECASE)
_DONE_TO = re.compile(r"^(?:newly\s+)?[a-z]+(?:ed|en)\s+(?:(?:in)?to|from)\s+(?=the\b|[A-Z])")


def _bare(text: str) -> str:
    return _drop_opening(text).strip(" ?.!,")


def _drop_opening(text: str) -> str:
    return re.sub(
        r"^\s*(?:(?:and|or|but|also|so|then)\b[\s,]*)?(?:(?:what|how) about\b|(?:the )?same for\b)?[\s,]*",
        "",
        text,
        flags=re.IGNORECASE,
    )
