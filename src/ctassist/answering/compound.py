"""Two questions in one: how they come apart, and how their answers go together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ctassist.answering.draft import Draft, Line
from ctassist.answering.rendering import unmarked
from ctassist.answering.roles.comings import CAME, LEFT
from ctassist.answering.terms import (
    body_noun_pattern,
    content,
    figure_stems,
    generic_event_stems,
    light_stems,
    stems,
    words_way_stems,
)
from ctassist.answering.understanding.employers import asks_employer
from ctassist.answering.understanding.kinds import kind_stems, list_words
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import History, Intent, Question
from ctassist.extraction.role_words import role_label
from ctassist.extraction.vocabulary import alternatives, months
from ctassist.model.answer import Coverage, Status

_ASKS = r"(?:who(?:m|se)?|what|when|where|which|why|how|since when|list|show me|tell me|give me|name)\b"
_SENTENCE = re.compile(
    rf"(?<=\?)\s+(?=(?:and\s+|also\s+)?{_ASKS}|(?:is|are|was|were|did|does|do|has|have|can|could)\b)", re.I
)
_WHOM_THEN = r"(?:with|by|to|from|for)\s+(?:whom|which\s+\w+)\s+(?:in|on|during|at|by)\s"
_CLAUSE = re.compile(rf"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:also\s+|then\s+)?(?={_ASKS}|{_WHOM_THEN})", re.I)
_QUESTION = re.compile(rf"\b{_ASKS}", re.I)
_MOST = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions with its answer."""

    question: str
    draft: Draft
    lines: Sequence[Line]


def split_questions(text: str) -> list[str]:
    """The questions that a text asks, in order: one for most texts, at most four."""
    if (two := _COMPARES.fullmatch(text.strip())) and _POSTS.fullmatch(two["what"]):
        return [_sentence(f"who holds {two['what']} {two['of']} {two[one]}") for one in ("one", "other")]
    if shared := _SAME_HOLDER.fullmatch(text.strip()):
        kind = _GROUP_OF.match(shared["one"])
        other = re.sub(r"^(?:the|that)\s+one\b", kind.group() if kind else "the group", shared["other"])
        return [_sentence(f"who is the {shared['post']} of {body}") for body in (shared["one"], other)]
    parts: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        begun = ""
        for clause in _CLAUSE.split(sentence):
            if _WHO.search(begun) and _THEY.search(clause) and asks_employer(clause):
                continue  # Whoever holds a post is told with whom they work for.
            if begun and not _QUESTION.search(begun):
                begun = f"{begun}, {clause}"  # "In March, who chaired …" is one question.
            elif _WHO.search(begun) and _THEIR_TERM.search(clause):
                begun = f"{begun}, and {clause}"  # Whoever holds a post is told with the term.
            elif (LEFT.search(begun) and _INSTEAD.search(clause)) or (CAME.search(begun) and _left_alone(clause)):
                begun = f"{begun}, and {clause}"  # The line that says who left says who came.
            else:
                parts += [begun] if begun else []
                begun = clause
        parts.append(begun)
    parts = [part for part in parts if part.strip(" ,;?.") and not _only_bids(part)]
    whole = [_sentence(part) for part in _sharing(parts)]
    return whole if 1 < len(whole) <= _MOST else [text]


def put_otherwise(text: str) -> list[str]:
    """The questions that tell what a text asks, where it has no answer as a whole; none where there are none.

    "Compare the code freeze of 1.17 with that of 1.18" asks for both. So does which of two things came first. Figures
    are asked for in a row, and which bodies took part in something is told by the line on who did.
    """
    text = text.strip()
    if questions := _of_two_versions(text):
        return questions
    if both := _OF_TWO_ISSUES.fullmatch(text):
        issue = f"according to the {both['noun']} {both['of']}"
        return [_sentence(f"when is {both['what']}, {issue} {both[one]}") for one in ("one", "other")]
    if both := _WHICH_FIRST.fullmatch(text):
        return [_sentence(f"when was {both[one]}") for one in ("one", "other")]
    if each := _HOW_MANY_OF_EACH.fullmatch(text):
        return [_sentence(f"how many {each[one]}") for one in ("one", "other")]
    if counted := _COUNTED_SERIES.fullmatch(text):
        things = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", counted["things"])
        return [_sentence(f"how many {what} {counted['verb']}") for what in things] if len(things) <= _MOST else []
    if counted := _NUMBERS_OF.fullmatch(text):
        things = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", counted["things"])
        return [_sentence(f"how many {what}") for what in things] if 1 < len(things) <= _MOST else []
    if two := _MORE_OF_WHICH.fullmatch(text):
        return [_sentence(f"how many {two[one]}") for one in ("one", "other")]
    if present := _WHO_WAS_THERE.fullmatch(text):
        return [_sentence(f"who took part in {present['what']}")]
    match = _COMPARES.fullmatch(text)
    if match is None:
        return []
    return [_sentence(f"what is {match['what']} {match['of']} {one}") for one in (match["one"], match["other"])]


def _of_two_versions(text: str) -> list[str]:
    """The same asked of each of two versions: "compare the dye days of 1.2 and 1.3", "when is the fair for both?"."""
    if (more := _MORE_OF_TWO.fullmatch(text)) and more["one"] != more["other"]:
        return [_sentence(f"how many {more['what']} {more['of']} {more[one]}") for one in ("one", "other")]
    match = next((found for way in _OF_TWO_VERSIONS if (found := way.fullmatch(text))), None)
    if match is None or match["one"] == match["other"]:
        return []
    if match["joint"].casefold() == "to" and match["asks"].casefold() not in ("compare", "contrast", "how"):
        return []  # "Which dates are there for 1.2 to 1.5?" asks for those between as well.
    what = match["what"].strip()
    if named := _ITS_DATE.fullmatch(what):
        asks, what = "when is", named["what"] or named["called"]
    else:
        asks = "when is" if match["asks"].casefold() == "when" or _LAST_DAYS.search(what) else "what is"
        what = _LAST_DAYS.sub(r"\g<one>", what)
    of = {"between": "of", "across": "of"}.get(match["of"].casefold(), match["of"])
    return [_sentence(f"{asks} {what} {of} {match[one]}") for one in ("one", "other")]


_VERSION = r"v?\d+(?:\.\d+)+"
_TWO_VERSIONS = (
    r"(?P<of>of|for|in|between|across)\s+(?:both\s+)?(?:the\s+)?(?:(?:versions?|releases?|cycles?)\s+)?"
    rf"(?P<one>{_VERSION})(?:\s+(?:version|release|cycle))*\s+(?P<joint>and|with|to|versus|vs\.?|against|or)\s+"
    rf"(?:(?:of|for|in|those|that|the)\s+)*(?P<other>{_VERSION})(?:\s+(?:versions?|releases?|cycles?))*"
)
_SAME = r"(?P<what>(?:(?!\b(?:and|between)\b)[^?,;]){3,60}?)"
_OF_TWO_VERSIONS = (
    re.compile(
        rf"(?:please\s+)?(?P<asks>compare|contrast|when|what|which)\s+(?:(?:is|are|was|were|will\s+be)\s+)?"
        rf"(?:the\s+difference\s+between\s+)?{_SAME}\s+{_TWO_VERSIONS}(?:\s+(?:differ|compared?))?[\s?.!]*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<asks>how)\s+(?:does|do|did|has|have)\s+{_SAME}(?:\s+(?:differ|compare|change|var[yi]e?d?)(?:ed|d)?)?\s+{_TWO_VERSIONS}"
        r"(?:\s+(?:differ|compare))?[\s?.!]*",
        re.IGNORECASE,
    ),
)
_MORE_OF_TWO = re.compile(
    r"(?:were|was|are|is|did|have|has)\s+(?:there\s+)?(?:more|fewer|less)\s+(?P<what>[^?,;]{3,90}?)\s+"
    rf"{_TWO_VERSIONS.replace('|or)', '|or|than)')}[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for which of two versions there was more: "were more beds dug at the seed freeze of 1.2 or of 1.3?"."""
_ITS_DATE = re.compile(
    r"(?:(?:the|our|its)\s+)?(?:(?:dates?|days?)\s+(?:of|for)\s+)(?P<what>.+)|(?P<called>.+?)\s+(?:dates?|days?)",
    re.IGNORECASE,
)
_LAST_DAYS = re.compile(r"\b(?P<one>deadline|(?:closing|due)\s+date)s?$", re.IGNORECASE)
_OF_TWO_ISSUES = re.compile(
    r"(?:which|what)\s+(?:dates?|days?)\s+(?:for|of)\s+(?P<what>[^?,;]{3,60}?)\s+(?:did|do)\s+the\s+"
    r"(?P<noun>issue|edition|number|newsletter|bulletin|letter)s\s+(?P<of>of|from|for)\s+(?P<one>[^?,;]*\d[^?,;]*?)\s+and\s+"
    r"(?P<other>[^?,;]*\d[^?,;]*?)\s+(?:give|name|announce|state|set|say|mention)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for one date as two issues give it: "which dates for the regatta did the issues of 2 and 9 May give?"."""
_POSTS = re.compile(
    r"(?:the|its)\s+(?:leaderships?|posts?|line-?ups?|chairs?(?:\s+and\s+[\w-]+)?|office-?holders?)", re.IGNORECASE
)
_WHICH_FIRST = re.compile(
    r"(?:which|what)(?:\s+(?:one|event|of\s+(?:them|these|those|the\s+two)))?\s+(?:came|was|happened|took\s+place|is|comes|occurred)"
    r"\s+(?:held\s+)?(?:first|earlier|later|last)(?:\s+of\s+the\s+two)?\s*[,:–—-]\s*"
    r"(?P<one>[^?;,]{4,120}?)(?:,)?\s+or\s+(?P<other>[^?;]{4,120}?)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks which of two things was first: "which came first, the regatta at Fogo or the fair of the Guild?"."""
_WHO_WAS_THERE = re.compile(
    r"(?:which|what)\s+(?:[\w-]+\s+){0,2}?(?:entities|bodies|organi[sz]ations|agencies|institutions|offices|parties|partners)\s+"
    r"(?:took\s+part\s+in|participated\s+in|attended|joined|were\s+(?:present\s+)?at|were\s+involved\s+in)\s+"
    r"(?P<what>the\s+[^?;]{4,140}?)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks which bodies were at one event: "which agencies took part in the seminar about ropes?"."""
_HOW_MANY_OF_EACH = re.compile(
    r"(?P<one>[^?;:]{3,60}?)\s+(?:versus|vs\.?|and|against|compared\s+(?:to|with))\s+(?P<other>[^?;:]{3,80}?)\s*[,:–—-]+\s*"
    r"how\s+many\s+(?:(?:of|for)\s+)?(?:each|both|the\s+two|are\s+there(?:\s+of\s+each)?)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for two figures behind their names: "oars versus sails: how many of each?"."""
_COUNTED_SERIES = re.compile(
    r"how\s+many\s+(?P<things>[^?;,]{3,40}(?:,\s*[^?;,]{3,40}?)*,?\s+and\s+[^?;,]{3,40}?)\s+"
    r"(?P<verb>(?:were|are|is|was)\s+(?:there|counted|reported|recorded)\b[^?;,]*)[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for several figures in a row: "how many boats, oars and sails were there in May?"."""
_NUMBERS_OF = re.compile(
    r"(?:please\s+)?(?:(?:give|show|tell)(?:\s+me|\s+us)?|what\s+(?:are|were)|list|I\s+need)\s+(?:the\s+|both\s+)*(?:numbers|figures|counts|totals)\s+"
    r"(?:for|of)\s+(?P<things>[^?;:]{3,160}?)(?:,?\s+please)?[\s?.!]*",
    re.IGNORECASE,
)
"""Asks for figures by their names alone: "give me the numbers for oars and sails"."""
_MORE_OF_WHICH = re.compile(
    r"(?:which|what)(?:\s+(?:one|figure|number|count))?\s+(?:is|was|are|were)\s+(?:the\s+)?"
    r"(?:bigg|larg|high|great|small|low|few)(?:er|est)\s*[,:–—-]?\s*(?:the\s+(?:number|figure|count)\s+(?:of|for)\s+)?(?P<one>[^?;,:]{3,60}?)"
    r"\s+or\s+(?:(?:the|that)\s+(?:(?:number|figure|count)\s+)?(?:of|for)\s+)?(?P<other>[^?;,:]{3,60}?)"
    r"(?:[?.,;]\s*(?:please\s+)?(?:give\s+|show\s+|name\s+)?(?:me\s+)?(?:both|the\s+two)\b[^?]*)?[\s?.!]*",
    re.IGNORECASE,
)
"""Asks of which of two things there are more: "which is higher, oars or sails?"."""
_SAME_HOLDER = re.compile(
    r"(?:do|does|did|have|has)\s+(?P<one>[^?;]{3,120}?)\s+and\s+(?P<other>(?:the|that|its|our|WG|working)\b[^?;]{3,120}?)\s+"
    rf"(?:have|share|had|got)\s+(?:the|a)\s+(?:same|common|joint)\s+(?P<post>{role_label()})[\s?.!]*",
    re.IGNORECASE,
)
"""Asks whether two bodies have one head: "do the oar board and the one on sails have the same chair?"."""
_GROUP_OF = re.compile(rf"(?:the\s+)?(?:{body_noun_pattern()})(?=\s+(?:on|for|of)\b)", re.IGNORECASE)
_COMPARES = re.compile(
    r"(?:please\s+)?(?:compare|how\s+(?:does|do|did)|contrast)\s+(?P<what>(?:the|our|its)\s+[^?,;]{3,60}?)\s+(?P<of>of|for|in)\s+"
    r"(?P<one>[^?,;]{1,90}?)\s+(?:(?:compare\s+)?(?:with|to|against|and|versus|vs\.?))\s+(?:that|the\s+one|those)\s+(?:of|for|in)\s+"
    r"(?P<other>[^?,;]{1,90}?)[\s?.!]*",
    re.IGNORECASE,
)


def _left_alone(clause: str) -> bool:
    """Tells whether a clause asks who went, and no more: "and who left?" is asked of what was spoken of before."""
    asked = _WHO_WENT.match(clause)
    return asked is not None and all(token.stem in light_stems() for token in content(clause[asked.end() :]))


def _only_bids(part: str) -> bool:
    """Tells whether a sentence asks nothing of its own, but bids to tell all: "Give me both statements."."""
    plain = light_stems() | list_words("framing") | words_way_stems() | _BIDDING
    return _BIDS.match(part) is not None and frozenset(token.stem for token in content(part)) <= plain


_BIDS = re.compile(r"\W*(?:and\s+|also\s+|please\s+)*(?:list|show|give|tell|name)\b", re.IGNORECASE)
_BIDDING = stems(
    "list show give tell name both complete full whole entire answer please quote date source"
    " path paths entry entries name names title titles item items line lines"
)
_WHO = re.compile(r"\bwho(?:m|se)?\b", re.IGNORECASE)
_THEY = re.compile(
    r"\b(?:they|he|she|them|him|her|their|his|(?:that|this|the|these|those)\s+(?:persons?|people))\b", re.IGNORECASE
)
_INSTEAD = re.compile(
    r"\bwho\b.*\b(?:instead|in\s+(?:his|her|its|their)\s+(?:place|stead)"
    r"|t(?:ook|akes)\s+(?:over|(?:his|her|its|their|the)\s+(?:place|seat|post))"
    r"|(?:replac(?:e[sd]?|ing)|succeed(?:s|ed|ing)?|follow(?:s|ed|ing)?)\s+(?:him|her|it|them)"
    r"|tak(?:e|es|ing)\s+(?:over|(?:his|her|its|their|the)\s+(?:place|seat|post)))\b",
    re.IGNORECASE,
)
_WHO_WENT = re.compile(
    rf"\W*who(?:m|\s+else)?\s+(?:(?:has|have|had|is|are|was|were|then)\s+)*(?:{LEFT.pattern})", re.IGNORECASE
)
_THEIR_TERM = re.compile(
    r"\b(?:their|his|her|(?:of\s+)?each(?:\s+one)?(?:[’']s)?)\b.*\b(?:terms?|mandates?|tenures?)\b"
    r"|\b(?:terms?|mandates?|tenures?)\b.*\b(?:each|them|those)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\s*how\s+(?:many|much)\s+(?:[\w'’-]+\s*){1,4}", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|came|took|got|in|at|on|of|for|by)\s",
    re.IGNORECASE,
)


def _sharing(parts: Sequence[str]) -> list[str]:
    """Questions in full, where "how many boats and how many sails did they lend" says once what is asked of both."""
    whole = list(parts)
    opening = _OPENING_TIME.match(whole[0]) if len(whole) > 1 else None
    if opening and not any(_TIMED.search(part) for part in whole[1:]):
        # "In May 2031, how many boats and how many sails …" says once of when it is asked.
        lead = opening.group()
        return [f"{lead}{part[0].lower()}{part[1:]}" for part in _sharing([whole[0][opening.end() :], *whole[1:]])]
    for at in range(len(whole) - 2, -1, -1):
        verb = _VERB.search(whole[at + 1])
        bare = _COUNTS.fullmatch(whole[at]) and not _VERB.search(f"{whole[at]} ")
        if bare and verb and _COUNTS.match(whole[at + 1]):
            whole[at] += whole[at + 1][verb.start() :]
    for at in range(1, len(whole)):
        other, done = _ANOTHER_ONE.fullmatch(whole[at]), _WHICH_DID.fullmatch(whole[at - 1])
        if other and done:
            deed = other["verb"].strip(" ?.")
            whole[at] = f"{done['head']} {deed}{'' if re.search(r'[0-9]', deed) else done['when'] or ''}"
    for at in range(1, len(whole)):
        again, before = _AGAIN.fullmatch(whole[at]), _COUNTED_THEN.fullmatch(whole[at - 1])
        if again and before and again["ask"].casefold() == before["ask"].casefold():
            named, issue = _ONE_OF_YEAR.search(whole[at - 1]), _NAMED_ISSUE.search(whole[at - 1])
            when = re.sub(r"\bone\b", named["what"].strip(), again["when"]) if named else again["when"]
            when = _THAT_OF.sub(rf"the {issue.group()} \g<of> ", when) if issue else when
            whole[at] = f"{before['head']} {when}"
    return whole


_OPENING_TIME = re.compile(
    r"\W*(?:in|during|by|for|at|on|until|till|since|before|after|as\s+of|as\s+at|between|from)\s+[^,?]{3,50},\s*(?=\D)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"\d|\b(?:{alternatives(months())})\b|\b(?:today|now|currently|(?:last|this|next|same|previous)\s+\w+|then|since|later|ago)\b",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:in|during|by|for|at|on|until|since|before|after|as\s+of|(?:according|per|going)\s+(?:to|by)|per)\s+"
    r"(?!(?:or|and)\b)[^?]{3,40}?"
)
_ASK = r"(?P<ask>how\s+(?:many|much)|where|who|what|which|(?:with|by|to|from|for)\s+(?:whom|which\s+\w+))"
_WHICH_DID = re.compile(
    r"\W*(?P<head>(?:which|what)\s+(?:[\w-]+\s+){1,3}?(?:did|does|do|has|have|had|will)\s+[^,;?]{2,60}?)\s+[a-z]+"
    r"(?P<when>\s+(?:in|during|by|for)\s+[^,;?]{3,40})?\W*",
    re.IGNORECASE,
)
_ANOTHER_ONE = re.compile(
    r"\W*(?:and\s+)?(?:which|what)(?:\s+ones?)?\s+(?:did|does|do|has|have|had|will)\s+"
    r"(?:it|they|he|she|we|the\s+\w+)\s+(?P<verb>[^,;?]{3,60})\W*",
    re.IGNORECASE,
)
"""Asks what else the same did with such things: "which boats did the club buy, and which one did it sell?"."""
_NEAR = (
    r"(?:(?:in\s+)?(?:the\s+)?(?:next|following|previous|preceding|(?:one|week|month|year|issue)\s+(?:after|before))(?:\s+\w+)?"
    r"|(?:a|an|one|two|three|four|some)\s+(?:weeks?|months?|years?|issues?|days?|quarters?)\s+(?:later|earlier|before|after|afterwards))"
)
_AGAIN = re.compile(
    rf"\W*(?:and\s+)?{_ASK}(?:\s+ones?)?\s+(?:(?:of\s+them\s+)?(?:is|was|are|were|did|does)\s+(?:it|there|they)\s+)?"
    rf"(?P<when>{_WHEN}|{_NEAR})\W*",
    re.IGNORECASE,
)
"""Asks the same of another time: "how many boats sailed in 2031, and how many in 2032"."""
_THAT_OF = re.compile(r"\bthat\s+(?P<of>of|for|from)\s+(?=\S)", re.IGNORECASE)
_NAMED_ISSUE = re.compile(r"\b(?:issue|edition|newsletter|bulletin|review|letter|report|minutes)(?=\s)", re.IGNORECASE)
"""What "and which one in that of June" leaves out: "in the issue of May"."""
_COUNTED_THEN = re.compile(rf"\W*(?P<head>{_ASK}\s+.+?)\s+{_WHEN}\W*", re.IGNORECASE)
_ONE_OF_YEAR = re.compile(r"\bthe\s+(?:19|20)\d\d\s+(?P<what>[^?]+)")
"""What "and where in the 2032 one" leaves out: "in the 2031 review of the Guild"."""


def _sentence(part: str) -> str:
    plain = part.strip(" ,;.")
    return f"{plain[0].upper()}{plain[1:].rstrip('?')}?"


def stand_apart(pieces: Sequence[str], asked: Sequence[tuple[str, Question]]) -> bool:
    """Tells whether the pieces of a text are questions of their own, not one question with several sides.

    Args:
        pieces: the questions as they stand in the text.
        asked: the same, resolved and understood.
    """
    if all(question.intent is Intent.ROLES and not question.history for _, question in asked):
        # "Who is chair and who is vice-chair of the board" names the board once; it may be asked at two times.
        if len({question.interval for _, question in asked}) > 1:
            return True
        return len({subject for _, question in asked if (subject := _subject(question))}) > 1
    if len({done["head"] for piece in pieces if (done := _WHICH_DID.fullmatch(piece))}) == 1 < len(pieces):
        return True  # What the same did with one thing, and with another.
    times = {question.interval for _, question in asked}
    if len(times) == len(asked) and None not in times and len({_subject(question) for _, question in asked}) == 1:
        return True  # The same is asked of several times.
    former = [question.history is History.FORMER for _, question in asked]
    if all(question.intent is Intent.ROLES for _, question in asked) and former == [False, True]:
        return True  # Who holds a post, and who held it before, are two.
    if any(says_nothing(piece) for piece in pieces[1:]):
        # "How many are there, and how many were there in 2031": the same is counted at two times.
        counts = all(question.intent is Intent.INDICATORS for _, question in asked)
        return counts and len({question.interval for _, question in asked}) > 1
    first = _subject(asked[0][1])
    for piece, (resolved, question) in zip(pieces[1:], asked[1:], strict=True):
        leans = piece.rstrip("?. ").casefold() not in resolved.casefold() or bool(first & _subject(question))
        # Who holds a role tells nothing else of its body.
        if question.intent is Intent.FACT and leans and asked[0][1].intent is not Intent.ROLES:
            return False
    return True


def says_nothing(piece: str) -> bool:
    """Tells whether a question is only another side of the one before it: "how many were they?", "since when?".

    So is a wish for all of what the other one asks for: "give me each meetup", "I want every award".
    """
    ways = light_stems() | generic_event_stems() | figure_stems()
    if _WISH.match(piece):
        ways = ways | kind_stems() | list_words("gatherings") | list_words("framing")
    return all(token.stem in ways for token in content(piece))


_WISH = re.compile(
    r"(?:(?:when|where|why|how)\W+)?(?:and\s+|also\s+)?(?:please\s+)?(?:list|name|show|give|tell|I\s+(?:want|need)|(?:I|we)['’]d\s+like)\b.*"
    r"\b(?:all|each|every|every one)\b",
    re.IGNORECASE,
)


def speaks_of(lines: Sequence[Line], question: str) -> bool:
    """Tells whether lines have all telling words of a question."""
    ways = light_stems() | generic_event_stems()
    telling = {token.stem for token in content(question)} - ways
    return bool(telling) and telling <= frozenset().union(*(stems(line.text) for line in lines))


def leans_on_another(question: Question) -> bool:
    """Tells whether a question says so little that it means what another one has named: "who provided the support?"."""
    named = question.entities or question.places or question.roles or question.interval or question.number
    return not named and question.document_ids is None and len(_subject(question) - figure_stems()) < _OWN_WORDS


_OWN_WORDS = 3
"""A question of so many telling words, verbs among them, stands alone."""


def _subject(question: Question) -> frozenset[str]:
    return frozenset(content_stems(question.subject)) - light_stems() - generic_event_stems()


def joined(parts: Sequence[Part]) -> tuple[Draft, list[Line]]:
    """One draft of the answers to several questions; it is partial when one of them has no answer."""
    lines: list[Line] = []
    missing: list[str] = []
    for part in parts:
        if not part.lines:
            missing.append(f"**{unmarked(part.question)}** {part.draft.intro}".strip())
            continue
        heading = "\n\n".join(filter(None, (f"**{unmarked(part.question)}**", part.draft.intro)))
        lines += [replace(line, group=(heading, *line.group)) for line in part.lines]
        missing += [part.draft.outro] if part.draft.outro else []
    answered = [part for part in parts if part.lines]
    status = Status.NOT_FOUND if not answered else Status.ANSWERED if len(answered) == len(parts) else Status.PARTIAL
    if any(part.draft.status is Status.PARTIAL for part in parts):
        status = Status.PARTIAL
    outro = "\n\n".join(missing)
    coverage = _coverage([part.draft.coverage for part in parts])
    if status is Status.NOT_FOUND:
        return Draft(status, outro, coverage=coverage), []
    suggestions = tuple(text for part in parts for text in part.draft.suggestions)
    return Draft(status, "", tuple(lines), outro, coverage, suggestions), lines


def _coverage(parts: Sequence[Coverage]) -> Coverage:
    starts = [part.start for part in parts if part.start]
    ends = [part.end for part in parts if part.end]
    return Coverage(
        start=min(starts, default=None),
        end=max(ends, default=None),
        entities=tuple(dict.fromkeys(name for part in parts for name in part.entities)),
        places=tuple(dict.fromkeys(name for part in parts for name in part.places)),
        documents=max(part.documents for part in parts),
        matched=sum(part.matched for part in parts),
        shown=sum(part.shown for part in parts),
        undated=sum(part.undated for part in parts),
    )
