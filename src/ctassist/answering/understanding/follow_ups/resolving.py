"""A question made self-contained by the one before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.asked_parts import Parts, parts_of
from ctassist.answering.understanding.catalog import Catalog
from ctassist.answering.understanding.follow_ups.follow_up import FollowUp, focus_of
from ctassist.answering.understanding.follow_ups.needing import asks_role_alone, counts_known, is_follow_up, own_subject
from ctassist.answering.understanding.follow_ups.posts import after_roles, names_body
from ctassist.answering.understanding.follow_ups.slots import with_slots
from ctassist.answering.understanding.follow_ups.wording import (
    CONTINUES,
    DETERMINER,
    FIRST_WORD,
    ONLY_ASKS,
    POSSESSIVE,
    PRONOUN,
    bare,
    blank,
    drop_opening,
    in_time,
)
from ctassist.answering.understanding.neighbours import beside, right_beside
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.pointing import another_of, point, quoted_line
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.role_scope import role_pattern
from ctassist.extraction.holder_parts import is_person
from ctassist.model.time import Interval


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
    if (line := quoted_line(last)) and not CONTINUES.match(text) and (pronoun := PRONOUN.search(text)):
        return f"{text[: pronoun.start()]}“{line}”{text[pronoun.end() :]}", None
    last = next((question for question in reversed(earlier) if not quoted_line(question)), last)
    when = (only := ONLY_ASKS.fullmatch(text)) and (only["wh"] or "when").casefold() == "when"
    if when and _WHICH_ONE.match(last) and answers and len(answers[0]) == 1:
        return f"When was “{answers[0][0]}”?", None  # What was asked before is what the answer says.
    before = understand(last, catalog, as_of)
    text = beside(text, before.interval, list(catalog.documents.values()))
    if before.intent is Intent.ROLES and (other := _THE_ONE_ON.match(text)):
        return resolve(other["asks"], [f"Who chairs the group {other['on']}?"], catalog, as_of)
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
    if before.intent is Intent.INDICATORS and not parts.time.spans and counts_known(text, catalog):
        # The label of a figure may begin with a name: "TA recommendations" are of no organisation called TA.
        parts = replace(parts, entities=(), places=())
    own = own_subject(text, parts, before)
    if not is_follow_up(text, parts, bool(own)) and not asks_role_alone(text, parts, own, before, catalog):
        return text, None
    last_parts = parts_of(last, catalog, as_of)
    focus, history = focus_of(last, before, last_parts), understand(text, catalog, as_of).history
    # Of several questions in one, those before the second have no answer yet.
    holder = _holder(answers[0], catalog) if before.intent is Intent.ROLES and len(answers) == len(earlier) else None
    return _rewrite(FollowUp(text, parts, own, last, last_parts, before, focus, history, holder)), before.interval


def _holder(lines: Sequence[str], catalog: Catalog) -> str | None:
    """The one person whom an answer names as who holds a post, of several the one who is told to have come to it."""
    named = {found.entity.key for line in lines for found in catalog.find_entities(line)}
    persons = [name for name in named if is_person(name)]
    if len(persons) > 1:
        persons = [name for name in persons if any(re.search(rf"{re.escape(name)}{_CAME}", line) for line in lines)]
    return persons[0] if len(persons) == 1 else None


_CAME = (
    r"\b[^.;]{0,80}?\s(?:became|becomes|succeed(?:s|ed)|replace[sd]|follow(?:s|ed)|took|takes"
    r"|(?:was|is)\s+(?:elected|appointed|named|chosen))\b"
)


_WHICH_ONE = re.compile(
    r"\W*(?:which|what)\s+(?!(?:is|are|was|were|did|does|do|has|have|had)\b)[a-z]+\b", re.IGNORECASE
)
_THE_ONE_ON = re.compile(
    r"\W*(?:(?:and|now|then|next|but|ok|okay|for|what\s+about)\W+)*the\s+(?:one|group|body)\s+(?P<on>(?:on|for|of)\s+[^:,?]+?)"
    r"\s*(?:[:,]|\s[–—-])\s+(?P<asks>(?:and\s+)?(?:(?:who|what|which|when)\b|its\b|their\b)[^?]+)",
    re.IGNORECASE,
)
"""Another body than that of the question before, and what is asked of it: "Now the one on tides: its deputies?"."""


def widened(text: str, resolved: Question) -> str:
    """What a follow-up may mean if not the same subject: "What about Roe?" asks what Roe said, on whatever; else ""."""
    if resolved.intent is not Intent.STATEMENTS or len(resolved.entities) != 1 or not CONTINUES.match(text):
        return ""
    speaker = resolved.entities[0]
    named = stems(" ".join(speaker.forms))
    alone = all(token.stem in named for token in content(bare(text)))
    return f"What did {speaker.key} say?" if alone else ""


def _chosen(text: str, before: Question, catalog: Catalog) -> str:
    """The body that somebody names who was asked which one is meant: "Who is the chair?", "The tide committee"."""
    if before.intent is not Intent.ROLES or not before.roles or before.subject or before.entities or before.number:
        return ""
    named = re.sub(
        r"^(?:(?:I\s+mean|of|for|that\s+of|the\s+one\s+(?:of|for|on))\s+)+", "", bare(text), flags=re.IGNORECASE
    )
    named = re.sub(r"[\s,]*\bplease\b\W*$", "", named, flags=re.IGNORECASE)
    asks = FIRST_WORD.match(text) or PRONOUN.search(named) or role_pattern().search(named)
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
    return f"And {in_time(named)}?" if _SO_MANY.fullmatch(rest) else ""


def _rewrite(asked: FollowUp) -> str:
    text, last, focus = asked.text, asked.last, asked.focus
    if asked.before.intent is Intent.ROLES and (said := after_roles(asked)):
        return said
    if only := ONLY_ASKS.fullmatch(text):
        if (only["wh"] or "when").casefold() == "when" and _WHICH_ONE.match(last):
            return _WHICH_ONE.sub("When", last, count=1)
        return FIRST_WORD.sub((only["wh"] or "when").capitalize(), last, count=1)
    if those := _OF_THOSE.fullmatch(text):
        return f"{last.strip().rstrip('?.! ')} {those['which']}?"
    if (
        asked.before.intent is not Intent.INDICATORS
        and focus
        and (part := _PART_OF.fullmatch(bare(text)))
        and names_body(asked)
    ):
        within = f"the {part['name']} of {focus}"
        return f"{last.strip().rstrip('?.! ').replace(focus, within)}?"
    if asked.before.wants is Wants.WHO and asked.parts.time.spans and _same_then(text, asked.parts, last):
        return with_slots(asked)
    pronoun = PRONOUN.search(blank(text, DETERMINER))
    if pronoun and (
        asked.own or re.search(r"\b(?:who|what|which|when|where|how|why|did|was|were|is|are)\b", text, re.I)
    ):
        subject = _referent(pronoun.group(), asked) or _timeless(asked)
        return _with_subject(text, pronoun, subject)
    return with_slots(asked)


_OF_THOSE = re.compile(
    r"\W*(?:and\s+)?which\s+(?:ones?\s+)?of\s+(?:these|those|them)\s+(?:is|are|was|were)\s+"
    r"(?P<which>(?:for|from|in|at|on|by|with|about|to)\s+[^?]+?)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for some of what was listed: "which of these are for Ana?"."""
_PART_OF = re.compile(r"(?:its|their)\s+(?P<name>[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){0,6})")
"""Asks the same of a body within the one before: "and its Tide Tables working group?"."""


def _referent(pronoun: str, asked: FollowUp) -> str | None:
    """Whom "he", "she" or "they" means: the last person or organisation named, or who was told to hold a post."""
    parts, before = asked.last_parts, asked.before
    word, named = pronoun.casefold().split()[0], parts.entities[-1].entity.key if parts.entities else None
    if word in (*_OF_ONE, "they", "them", "their") and named and before.intent is not Intent.ROLES:
        return named
    if word in _OF_ONE and named and before.wants is not Wants.WHO and is_person(named):
        return named  # "Which post has Ana Roe, and whom did she follow?"
    if word in _OF_ONE and asked.holder:
        return asked.holder
    if pronoun.casefold() == "there" and parts.places:
        return f"in {parts.places[-1].place.name}"
    return None


_OF_ONE = ("he", "she", "him", "his", "her")


def _with_subject(text: str, pronoun: re.Match[str], subject: str) -> str:
    words = pronoun.group()
    if words.casefold().startswith(("its", "their", "his", "her")) and POSSESSIVE.match(words + " "):
        rest = text[pronoun.end() :].strip(" ?.!")
        return f"{bare(text[: pronoun.start()])} {rest} of {subject}?".strip()
    return re.sub(r"\s+", " ", f"{drop_opening(text[: pronoun.start()])}{subject}{text[pronoun.end() :]}").strip()


def _timeless(asked: FollowUp) -> str:
    """What the question before was about, without its time where the follow-up has one of its own."""
    focus = asked.focus
    for span in asked.last_parts.time.spans if asked.parts.time.spans else ():
        said = re.escape(span.of(asked.last))
        focus = re.sub(rf"(?:\s+(?:in|on|at|during|as of|since|by))?\s+{said}", "", focus)
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
