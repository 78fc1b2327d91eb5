"""Follow-ups to questions on roles."""

import re

from ctassist.answering.terms import is_body_noun, tokens, written_out
from ctassist.answering.understanding.follow_ups.follow_up import FollowUp
from ctassist.answering.understanding.follow_ups.slots import with_slots
from ctassist.answering.understanding.follow_ups.wording import (
    BEFORE,
    NOW,
    POSSESSIVE,
    PRONOUN,
    SINCE,
    bare,
    drop_opening,
    in_time,
    time_words,
)
from ctassist.answering.understanding.question import History
from ctassist.answering.understanding.role_scope import role_pattern

_HOLDER = re.compile(r"\W*(?:and\s+)?who(?:m|[’']s)?\b", re.IGNORECASE)


def after_roles(asked: FollowUp) -> str | None:
    """A question after one on roles, self-contained; None where it does not ask for that role or body."""
    text, parts, before, focus = asked.text, asked.parts, asked.before, asked.focus
    if before.roles and (said := _on_same_post(asked)):
        return said
    if not asked.own and not parts.roles and _HOLDER.match(text) and (it := PRONOUN.search(text)):
        if parts.time.spans:
            return with_slots(asked)
        if before.roles and it.group().casefold() == "it":
            return f"{drop_opening(text[: it.start()])}the {before.roles[0]} of {focus}{text[it.end() :]}"
    if parts.roles and not asked.own and focus and (said := _other_post(asked)):
        return said
    if focus and names_body(asked):
        return f"{asked.last.strip().rstrip('?.! ').replace(focus, _LED.sub('', bare(text)))}?"
    return None


def _on_same_post(asked: FollowUp) -> str | None:
    """Asks who left, has, had, or since when somebody has had, the role of the question before."""
    text, before, focus = asked.text, asked.before, asked.focus
    role = before.roles[0]
    if focus and (post := _THAT_POST.search(text)):
        when = "" if asked.parts.time.spans or _NOW_OR_BEFORE.search(text) else in_time(before.time_words)
        said = f"{text[: post.start()]}{role} of {focus}{text[post.end() :]}"
        return f"{drop_opening(said).rstrip(' ?.!')}{' ' + when if when else ''}?"
    if focus and SINCE.fullmatch(text):
        return f"Since when has {focus} had its {role}?"
    named = f" of {focus}" if focus and not role_pattern().search(focus) else ""
    if BEFORE.fullmatch(text):
        return f"Who was the {role}{named} before?"
    return f"Who is the {role}{named}?" if NOW.fullmatch(text) else None


def _other_post(asked: FollowUp) -> str | None:
    """Asks for another role of the body of the question before: "and its deputies?"."""
    text, parts, focus = asked.text, asked.parts, asked.focus
    span, role = parts.roles[0]
    if asked.history is History.FORMER:
        return f"Who was the {role} of {focus} before?"
    if asked.history is not None:
        return None
    label = POSSESSIVE.sub("", span.of(text))
    does = re.search(r"\bwho\s+(?:else\s+|also\s+)?$", text[: span.start], re.IGNORECASE)
    plural = label.casefold().endswith("s") and not does
    if any(is_body_noun(token) for found in parts.entities for token in tokens(found.span.of(text))):
        return f"{bare(text)}?"
    if parts.entities:
        return f"{bare(text)} of {focus}?"
    when = in_time(time_words(text, parts))
    verb, noun = "are" if plural else "is", _noun(label, role, plural=plural)
    return f"Who {verb} the {noun} of {focus}{' ' + when if when else ''}?"


def names_body(asked: FollowUp) -> bool:
    """Tells whether the question names a body itself, by a noun for bodies or as the one before is called."""
    named = any(is_body_noun(token) for token in tokens(written_out(asked.text)))
    return named or _is_called_like(bare(asked.text), asked.focus)


_THAT_POST = re.compile(
    r"(?:(?<=\bfrom )|(?<=\bas ))(?:(?:that|this|the\s+same)\s+(?:role|post|position|job|office|seat|function)|it)"
    r"(?=\W*$)",
    re.IGNORECASE,
)
"""The post that the question before asks about, which somebody left: "and who stepped down from that role?"."""
_NOW_OR_BEFORE = re.compile(r"\b(?:now|today|currently|is|are|before|previously|earlier)\b", re.IGNORECASE)


def _is_called_like(name: str, focus: str | None) -> bool:
    """Tells whether a name is made like that of the body spoken of: "TAG Fog" and "TAG Lamps"."""
    mine, other = name.split(), (focus or "").split()
    return len(mine) > 1 and len(other) > 1 and mine[0] == other[0] and mine[0].isupper()


def _noun(label: str, role: str, *, plural: bool) -> str:
    """The role as a noun: "chairs it" asks for the chair, "its deputies" for several."""
    if not plural:
        return role
    return label if label.casefold().rstrip("s").endswith(role[-4:]) else re.sub(r"y$", "ie", role) + "s"


_LED = re.compile(r"^(?:of|for|in|on|at)\s+", re.IGNORECASE)
