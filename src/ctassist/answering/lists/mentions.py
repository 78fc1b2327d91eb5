"""Composes all lines on one thing, however much else they tell: "what does the newsletter say about borax?"."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.evidence.frames import addresses_reader, says_nothing
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.terms import (
    content,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
)
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Question, Wants
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.answer import Status
from ctassist.model.text import Span

_PUBLISHED = (
    r"(?:newsletters?|issues?|archives?|weekl(?:y|ies)|bulletins?|letters?|digests?|reviews?|updates?|gazettes?"
    r"|circulars?)"
)
_TOLD_OF = re.compile(
    rf"\bwhat\s+(?:all\s+)?(?:does|did|do|has|have|had)\s+(?:the|this|our|these|all)\s+(?:\w+\s+)?{_PUBLISHED}\s+"
    r"(?:say|said|report(?:ed)?|tell(?:\s+us)?|told(?:\s+us)?|write|written|mention(?:ed)?|have|had|bring|brought)\s+"
    r"(?:about|on|of|regarding|concerning)\s+(?P<what>[^?]+?)\W*$",
    re.IGNORECASE,
)
_NEWS = r"(?:changes|developments|novelties|news)"
_THING = r"(?P<what>[\w./+-]+(?:\s+[\w./+-]+){0,2}?)"
_CHANGES = (
    re.compile(rf"^\W*(?:(?:all|the|list|show|any)\s+)*{_THING}\s+{_NEWS}\W*$", re.IGNORECASE),
    re.compile(
        rf"\b(?:which|what)\s+{_NEWS}\s+(?:(?:did|has|have|were|was|are|is|had)\s+)?(?:there\s+)?(?:been\s+)?(?:made\s+)?"
        rf"(?:(?:in|to|for|on|about|with)\s+)?(?:the\s+)?{_THING}(?:\s+(?:get|got|see|seen|undergo|undergone|have|had|bring))?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bwhat(?:[’']s|\s+(?:is|was|has|had))?\s+(?:been\s+)?(?:new|changed)\s+(?:in|with|to|for|about|on)\s+(?:the\s+)?{_THING}\W*$",
        re.IGNORECASE,
    ),
)
_SAID = r"(?:sa(?:id|ys?)|report(?:s|ed)?|t(?:old|ells?)|wr(?:ote|ites?|itten)|mention(?:s|ed)?|has|had|covers|covered)"
_EVERYTHING = (
    re.compile(
        rf"\b(?:everything|all|anything|whatever)\s+(?:(?:that|which|what)\s+)?"
        rf"(?:(?:the|this|our|these|all)\s+(?:\w+\s+)?{_PUBLISHED}\s+(?:has\s+|have\s+|had\s+)?(?:ever\s+)?{_SAID}"
        rf"|(?:there\s+)?(?:is|was|were|has\s+been|had\s+been)(?:\s+{_SAID})?|we\s+(?:have\s+)?{_SAID})?\s*"
        r"(?:about|on|regarding|concerning|concerns|as\s+to)\s+(?P<what>[^?.,;:()]+?)(?:,?\s+please)?\W*$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:every|all|each)\s+(?:the\s+)?mentions?\s+of\s+(?P<what>[^?.,;:()]+?)\W*$", re.IGNORECASE),
    re.compile(
        r"\b(?:how\s+(?:has|have|had|did)|what\s+(?:became|has\s+become)\s+of)\s+(?P<what>[^?.,;:()]+?)"
        r"(?:\s+(?:fared?|gone|go|done|do|developed?|progress(?:ed)?|evolved?|come\s+along|got\s+on|get\s+on))?"
        r"(?:\s+(?:in|on|of|for|during|from|since|between|over|through(?:out)?|and|by|at))*\s*[?.:;,]+\s*"
        r"[^?.]*\b(?:every|all|each)\s+(?:the\s+)?mentions?\b[^?.]*\W*$",
        re.IGNORECASE,
    ),
)
"""Asks for all that was said of a thing: "everything the letter said about borax", "every mention of borax"."""
_SPEAKS = re.compile(rf"\b(?:{_SAID}|mentions?)\b", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s+(?:in|on|of|for|during|from|since|between|and|by|at))+\W*$", re.IGNORECASE)
_MARK = re.compile(r"(?<![\w-])(?P<mark>[A-Z]{2,}-\d{2,}(?:-\d+)*)(?!\w)")
"""What is called by letters and numbers: "CVE-2031-17"."""
_MARKED = re.compile(
    r"\b(?:which|what|list|name|show|give|all|every|any|the)\s+(?:(?:me|us|all|of|the|any|new|known|these)\s+)*(?P<letters>[A-Z]{2,})s\b"
)
"""Asks for what is called by such marks: "which CVEs"."""
_LISTED = re.compile(r"\b(?:which|what|list|all|every)\s+(?:[\w-]+\s+){0,3}?[^\W\d_]+s\b", re.IGNORECASE)
_MENDING = stems(
    "fix fixed patch patched address addressed resolve resolved close closed mitigate plug remedy repair mend cure"
)
_MOST = 60
"""What more lines speak of is no one thing among others."""


def compose_mentions(question: Question, context: Context) -> Draft | None:
    """Answers with every line that names the thing asked about; None for other questions, and where none names it."""
    kind = _MARKED.search(question.text)
    if question.roles or question.places or set(question.unknown) - ({f"{kind['letters']}s"} if kind else set()):
        return None
    tells = _of_mark(question) or _of_thing(question, context) or _of_ended(question) or _of_advice(question)
    if tells is None:
        return None
    time = replace(ListedTime.of(question, context), by_issue=True)
    rows = [row for row in rows_of(context, time) if not row.leads and time.meets(row.entry)]
    told = [row for row in rows if tells(row) and not says_nothing(row.entry.text)]
    if not 0 < len(told) <= _MOST:
        return None
    lines = tuple(line_of([row.entry], told, context) for row in told)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _of_mark(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that name a thing by its mark, those of its mending alone where that is asked for."""
    marks = {match["mark"] for match in _MARK.finditer(question.text)}
    if not marks and (kind := _MARKED.search(question.text)):
        return _of_marks(kind["letters"], question)
    if len(marks) != 1 or not _LISTED.search(question.text):
        return None
    named = re.compile(rf"(?<![\w-]){re.escape(marks.pop())}(?![\w-])")
    mends = not stems(question.text).isdisjoint(_MENDING)
    return lambda row: (
        bool(named.search(row.entry.text)) and (not mends or not stems(row.entry.text).isdisjoint(_MENDING))
    )


def _of_marks(letters: str, question: Question) -> Callable[[Row], bool]:
    """Tells the lines with any mark of these letters, "CVE-2031-17", that have all else that is asked."""
    named = re.compile(rf"(?<![\w-]){re.escape(letters)}-\d{{2,}}")
    asked = (question.timeless or question.text).replace(f"{letters}s", " ")
    mends = not stems(asked).isdisjoint(_MENDING)
    plain = light_stems() | asking_stems() | stems(" ".join(function_words())) | _MENDING
    plain |= list_words("framing") | list_words("listing")
    rest = frozenset(token.stem for token in content(asked)) - plain

    def tells(row: Row) -> bool:
        said = stems(row.entry.text)
        return bool(named.search(row.entry.text)) and rest <= said and not (mends and said.isdisjoint(_MENDING))

    return tells


def _of_thing(question: Question, context: Context) -> Callable[[Row], bool] | None:
    """Tells the lines that have all words for the thing of which all is asked."""
    text = _LOOSE_END.sub("", " ".join((question.timeless or question.text).rstrip(" ?.!").split()))
    ways = (_TOLD_OF, *_CHANGES, *_EVERYTHING)
    match = next((found for way in ways if (found := way.search(text))), None)
    if match is None or plain_heading(text) in context.catalog.headings():
        return None  # "Guild news" is what stands under that heading.
    if question.either or question.wants is Wants.WHO:
        return None
    if match.re in _EVERYTHING and question.entities:
        # "Everything on the WTO" is what it did, and "did Ana Roe say anything about it?" asks for her words.
        inside = all(mentions(match["what"], entity) for entity in question.entities)
        if not (inside and _SPEAKS.search(text)):
            return None
    tokens = list(content(match["what"]))
    if any(is_body_noun(token) for token in tokens):
        return None  # What became of a group is told by its posts as well.
    plain = light_stems() | generic_event_stems() | generic_actor_stems() | stems(" ".join(function_words()))
    named = frozenset(token.stem for token in tokens) - stems(_PLAIN)
    if len(tokens) > 1 and tokens[-1].stem in _SUPPORT and tokens[-2].text[0].isupper():
        named -= _SUPPORT  # Support for a thing is told of by that.
    every = replace(context, document_ids=None)
    if not named - plain or all(is_subject(token.text, every) and token.text[0].isupper() for token in tokens):
        return None
    return lambda row: named <= stems(row.entry.text)


_PLAIN = "the project projects"
_SUPPORT = stems("support")


_ADVISED = re.compile(
    rf"\bwhat\s+(?:does|did|do|is|was|were|are)\s+(?:the|this|our|these)\s+(?:\w+\s+)?{_PUBLISHED}\s+(?:advise|recommend|suggest|tell|advising|recommending)\s+"
    r"(?:to\s+)?(?:the\s+)?(?:(?:people|those|anyone|anybody|everyone|everybody|users|readers)\s+(?:who\s+|that\s+|still\s+)*(?:use|uses|using|run|runs|running|have|has|of|with|on)"
    r"|users\s+of)\s+(?:the\s+)?(?P<what>[\w.+/-]+(?:\s+(?!(?:regarding|about|concerning|on|in|for|to|with)\b)[\w.+/-]+){0,2})"
    r"(?:\s+(?:to\s+do|regarding|about|concerning|on|in|for|with)\b(?P<rest>[^?]*))?\W*$",
    re.IGNORECASE,
)
"""Asks what an issue advises those who have something to do."""


def _of_advice(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that speak to readers who have a thing, of what else is asked beside it."""
    match = _ADVISED.search(_LOOSE_END.sub("", " ".join((question.timeless or question.text).rstrip(" ?.!").split())))
    if match is None:
        return None
    plain = light_stems() | stems(" ".join(function_words()))
    named = frozenset(token.stem for token in content(match["what"])) - plain
    rest = frozenset(token.stem for token in content(match["rest"] or "")) - plain - named
    if not named:
        return None
    return lambda row: (
        named <= stems(row.entry.text)
        and addresses_reader(row.entry.text)
        and rest <= stems(row.entry.text) | row.above | row.introduced
    )


def _of_ended(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that say that something was given up, where whatever was is asked for."""
    asked = _ended().search(question.timeless or question.text)
    if asked is None or not stems(asked["what"] or "") <= _things():
        return None
    verb = rf"(?:{alternatives(_OR.split(asked['verb'].casefold()))})"
    told = re.compile("|".join(_TOLD[: None if asked["to_be"] else -1]).format(verb=verb), re.IGNORECASE)
    return lambda row: any(told.search(said) for said in (one_line(row.entry.text), _heading_line(row)))


_TOLD = (
    r"(?<!\bnot\s)(?<!n[’']t\s)(?<!\bnever\s)(?<!\bnot\syet\s)\b(?:has|have|had|was|were|is|are|been|being|got)\s+"
    r"(?:now\s+|also\s+|finally\s+|\w+ly\s+)*{verb}\b",
    r"\b{verb}\s+(?:the|our|its|an?|(?-i:[A-Z]))",
    r"\b(?:will|shall|going\s+to|about\s+to|is\s+to|are\s+to)\s+(?:soon\s+|then\s+|\w+ly\s+)?be\s+(?:\w+ly\s+)?{verb}\b",
)
"""Sentences that say that something was given up; the last one that it will be."""


def _heading_line(row: Row) -> str:
    """The sentence right above a list, which says of all that is in it: "Two sites are being closed:"."""
    announced = one_line(row.announced)
    spans = list(sentences(announced, Span(0, len(announced))))
    return spans[-1].of(announced) if spans else ""


_OR_TO_BE = (
    r"(?P<to_be>,?\s+(?:or|and)\s+(?:soon\s+)?(?:will(?:\s+soon)?\s+be|(?:is|are)\s+(?:being|(?:going|about|due|planned|scheduled)\s+to\s+be|to\s+be|soon\s+to\s+be))"
    r"(?:\s+soon)?)?"
)
"""Asks as well for what has not happened yet: "was archived, or is going to be"."""
_OR = re.compile(r"\s*(?:,|/|\bor\b|\band\b)\s*")


@cache
def _ended() -> re.Pattern[str]:
    verb = rf"(?:{alternatives(table('lists')['given_up'])})"
    return re.compile(
        r"\b(?:which|what)\s+(?P<what>(?:[\w-]+,?\s+){0,5}?)(?:(?:has|have|had|was|were|got|is|are|been|being)\s+)+"
        rf"(?P<verb>{verb}(?:(?:,|/|\s+or|\s+and)\s+{verb})*){_OR_TO_BE}\W*(?:(?:in|so\s+far|during)\W*)*$",
        re.IGNORECASE,
    )


@cache
def _things() -> frozenset[str]:
    return stems(" ".join((*table("lists")["things"], *function_words())))
