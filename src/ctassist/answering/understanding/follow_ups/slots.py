"""A follow-up's parts in the place of those of the question before."""

import re

from ctassist.answering.terms import content, event_stems, light_stems
from ctassist.answering.understanding.asked_parts import Parts
from ctassist.answering.understanding.follow_ups.follow_up import FollowUp
from ctassist.answering.understanding.follow_ups.wording import CONTINUES, bare, in_time, time_words
from ctassist.answering.understanding.question import Intent
from ctassist.extraction.speakers import title_pattern
from ctassist.model.text import Span


def with_slots(asked: FollowUp) -> str:
    """Puts the parts of a follow-up in the place of those of the question before."""
    text, parts, last, last_parts = asked.text, asked.parts, asked.last, asked.last_parts
    changes: list[tuple[Span, str]] = []
    additions: list[str] = []
    if parts.time.spans:
        words, said = time_words(text, parts), list(last_parts.time.spans)
        bare = not _PREPOSITION.search(text[: parts.time.spans[0].start]) and words[:1].isupper()
        if bare and len(said) == 1 and (issue := _ISSUE_NOUN.search(said[0].of(last))):
            words = f"the {words} {issue.group()}"
        if not said or not _PREPOSITION.search(last[: said[0].start]):
            words = in_time(words)
        _put(changes, additions, said, words, in_time(words), last)
    if parts.entities:
        name = " and ".join(found.span.of(text) for found in parts.entities)
        old = [_with_title(found.span, last) for found in last_parts.entities]
        _put(changes, additions, old, name, f"involving {name}", last)
    if parts.places:
        name = " and ".join(found.span.of(text) for found in parts.places)
        _put(changes, additions, [found.span for found in last_parts.places], name, f"in {name}", last)
    result = last.strip().rstrip("?.! ")
    if asked.own and not changes and not additions:
        return _of_another(asked, result)
    for span, words in sorted(changes, key=lambda change: -change[0].start):
        result = result[: span.start] + words + result[span.end :]
    return " ".join([re.sub(r"\s+", " ", result), *additions]).strip() + "?"


def _of_another(asked: FollowUp, result: str) -> str:
    """The question before, asked of another thing: "and of butter?", "and the docs freeze?"."""
    text, before, focus = asked.text, asked.before, asked.focus
    remainder = bare(text)
    if before.intent is Intent.INDICATORS and (counted := _COUNTED.match(remainder)):
        remainder = counted["what"]
    if before.intent is Intent.ROLES and focus and focus in result:
        return result.replace(focus, remainder) + "?"
    if CONTINUES.match(text) and (named := _only_name(result, asked.last_parts)) and _NAME.fullmatch(remainder):
        return f"{result[: named.start]}{remainder}{result[named.end :]}?"
    if (doer := _DOER.search(result)) and doer["who"] in before.topic and _HANDLE.fullmatch(remainder):
        return f"{result[: doer.start('who')]}{remainder}{result[doer.end('who') :]}?"
    if (other := _ONLY_VERSION.fullmatch(remainder)) and len(known := list(_VERSION.finditer(result))) == 1:
        return f"{result[: known[0].start()]}{other['version']}{result[known[0].end() :]}?"
    belonging = before.intent not in (Intent.ROLES, Intent.INDICATORS) and _OF_WHAT.search(result)
    if belonging and CONTINUES.match(text) and (other := _OTHER.fullmatch(remainder)):
        return f"{result[: belonging.start('what')]}{other['what']}?"
    subject = [
        token
        for token in content(result)
        if token.text in before.topic and token.stem not in light_stems() | event_stems()
    ]
    if not re.search(r"\d", remainder) and remainder[:1].islower() and (kept := _EDITION.search(result)):
        subject = [token for token in subject if token.end <= kept.start()] or subject
    counted = _COUNTED.search(result)
    if subject and not (counted and before.intent is Intent.INDICATORS):
        first = result[: subject[0].start]
        return f"{first}{_without_lead(remainder, first)}{result[subject[-1].end :]}?"
    if counted:
        return f"{result[: counted.start('what')]}{remainder}{result[counted.end('what') :]}?"
    return f"{result} {remainder}?"


_HANDLE = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_DOER = re.compile(r"\b(?:did|does|has|had)\s+(?P<who>[\w-]+)\s+(?=[a-z])")
"""Who did something, by a handle: "what did aroe land in May?", and next "and bferri?"."""
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


def _without_lead(remainder: str, kept: str) -> str:
    """What is asked about next, without a word that stands before it already: "for the Loft" behind "spoke for"."""
    lead = _LAST_PREPOSITION.search(kept)
    said = lead is not None and remainder.casefold().startswith(lead.group().casefold())
    return remainder[len(lead.group()) :] if lead and said else remainder


_LAST_PREPOSITION = re.compile(r"\b(?:for|of|in|at|on|by|with|from|about|to)\s+$", re.IGNORECASE)
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


_ISSUE_NOUN = re.compile(r"\b(?:issue|edition|newsletter|bulletin|review)$", re.IGNORECASE)
"""What stands in an issue need not be of its days: "the May issue", and then "What about June?"."""
