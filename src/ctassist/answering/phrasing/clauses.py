"""The clauses of a request that ask, apart from those around them: who writes, how the answer is to look."""

import re
from datetime import date
from functools import partial

from ctassist.answering.terms import content
from ctassist.answering.understanding.framing import frames_only
from ctassist.extraction.dates import find_dates
from ctassist.extraction.role_words import role_label
from ctassist.extraction.sentences import sentences
from ctassist.model.time import Interval

_END = re.compile(
    r"(?<=[\w)\]”\"’'])\s*[;:]\s+|\s+[–—-]\s+"
    r"|,\s+(?=(?:(?:so|and)\s+)?(?:please\s+)?(?:could|can|would|will)\s+you\b|(?:so\s+)?please\s+(?:tell|give|show|list)\b)",
    re.IGNORECASE,
)
"""Where a sentence falls into clauses."""
_WORD = r"(?:who(?:m|se)?|what|when|where|which|why|how)"
_ASKS = re.compile(
    rf"^\W*(?:(?:and|so|but|also|then|please|kindly|could you|can you|would you|will you)[\s,]+)*"
    rf"(?:(?:in|on|at|by|to|for|from|of|with|since|until|under|about)\s+)?(?:{_WORD}|list|show|give|tell|name|find"
    r"|is|are|was|were|did|does|do|has|have|had|can|could|will|any|all|each|every|everything|anything)\b",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"^[^?]*?\b(?:(?:like|likes|want|wants|need|needs|wish|wishes|love|trying|hoping)\s+to\s+(?:know|learn|hear|see|find\s+out|be\s+told)"
    rf"|wonder(?:s|ed|ing)?|asks?|asked|asking)\s+(?:me\s+|us\s+|you\s+)?(?={_WORD}\b)",
    re.IGNORECASE,
)
"""Somebody's wish to know, before what is to be known: "our director would like to know who …"."""
_WHERE_THEY_ARE = re.compile(r"\b(?:for|in|from|of)\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)")
_NEEDS = re.compile(
    r"^\W*(?:our|my|the)\s+(?:[\w-]+\s+){1,4}?(?:needs?|wants?|requires?|requests?|asks?\s+for|(?:is|are)\s+looking\s+for)\s+"
    r"(?=(?:all|everything|anything|whatever|(?:an?|the)\s+(?:full\s+|complete\s+)?list)\b)",
    re.IGNORECASE,
)
"""What somebody else needs: "our Africa desk needs all that was done in May"."""
_WRITES_ON = re.compile(
    r"^\W*(?:I|we)(?:\s+am|[’']m|\s+are|[’']re|\s+have\s+to|\s+need\s+to|\s+must)?\s+"
    r"(?:prepar|writ|draft|compil|work|assembl|do|mak|put)(?:e|ing|s)?(?:\s+(?:on|together|up))?\s+(?:(?:an?|the|my|our|some)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:notes?|briefs?|briefings?|papers?|memos?|reports?|summar(?:y|ies)|speech|slides?|dossier|profile"
    r"|talking\s+points|lines\s+to\s+take|presentation|overview|fact\s?sheet|one-?pager|article|statement)\s+(?:on|about|for|of|covering)\s+"
    r"(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)\s*[.;:,!–—-]\s*(?=\S)",
)
"""What somebody writes on, before they ask: "I am preparing a note on Africa."."""
_WAS_AWAY = re.compile(
    r"^\W*(?:(?:as|since|because)\s+)?(?:I|we)(?:\s+(?:was|were|am|are|have\s+been|had\s+been)|[’'](?:ve\s+been|m|re))\s+"
    r"(?:on\s+(?:leave|holidays?|vacation|mission|travel|sick\s+leave|parental\s+leave)|away|out|absent|off|ill|sick|travell?ing|abroad)\b[^.?!;]*?"
    r"(?P<when>\b(?:from|in|on|during|between|since|for|until|throughout)\s+[^.?!;,]*\d[^.?!;,]*|\b(?:in|during|throughout|since)\s+(?:all\s+(?:of\s+)?)?[A-Z][a-z]+)"
    r"\s*(?:[.;,!]|\s[–—-])\s*(?:so\s+|and\s+)?(?=\S)",
)
"""When somebody was away who asks what they missed: "I was on leave from 20 to 25 May."."""
_DESK = re.compile(r"\b(?P<name>[A-Z][\w’'-]*)\s+(?:desk|team|unit|office|section|branch|division)\b")
_THAT_PLACE = re.compile(
    r"\b(?:there\b(?!\s+(?:is|are|was|were))|(?:(?:in|on)(?:\s+or\s+(?:on|about|around|for))?\s+|(?<=concerned\s)|(?<=concerns\s)|(?<=affected\s))"
    r"(?:the|that|this)\s+(?:continent|region|country|city|island|area)\b(?:\s+(?:and|or)\s+its\s+(?:[a-z]+\s+)?[a-z]+s\b)?)",
    re.IGNORECASE,
)
"""The place that somebody's wish has named: "our desk officer for Africa asks what was done on the continent"."""
_OURSELVES = re.compile(
    r"^\W*(?:(?:I|we|my|our|good\s+(?:morning|afternoon|evening)|hello|hi|dear|sorry|excuse\s+me|new\s+(?:here|to\s+this)|just\s+wondering"
    r"|(?:a\s+|one\s+)?(?:quick|short|small|simple|last|more|further|another)\s+(?:question|thing|one|check|query|request))\b"
    r"|the\s+(?:[\w-]+\s+){1,3}?(?:would\s+like|wants|needs|has\s+asked\s+for|asks\s+for|asked\s+for)\b)",
    re.IGNORECASE,
)
_OF_FORM = re.compile(
    r"^\W*(?:(?:please|thanks?|thank you|kindly|need|needed|ideally|preferably|just|only|in|as|with|by)\b[\s,]*)*"
    r"(?:a\s+|an\s+|the\s+|one\s+)?(?:(?:full|complete|exhaustive|entire|short|brief|chronological|quick|simple|bulleted|clean)\s+)*"
    r"(?:lists?|overview|table|bullets?|bullet\s+points?|summary|names?|dates?|sources?|order|please|thanks?|details?|answer|sentences?)\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"^\W*there\s+(?:(?:seems?|appears?|ought)\s+to|may|might|must|should|could|will)\s+be\s+(?:at\s+least\s+|about\s+|more\s+than\s+)?"
    r"(?:one|two|three|four|five|six|several|some|many|a\s+few|various)\b",
    re.IGNORECASE,
)
"""How many answers somebody expects: "There seem to be two meetings."."""
_NARROWS = re.compile(r"\b(?:not|only|except|excluding|without|but|nor)\b", re.IGNORECASE)
_WANTS_EACH = re.compile(
    r"\b(?:want|need|like|after|looking\s+for)\s+(?:each|every)\s+(?!(?:single\s+)?(?:details?|names?|dates?|sources?|line)\b)[a-z]+"
    r"|\b(?:want|need|like|after|looking\s+for)\s+(?:all|every\s+one|each\s+one)\s+of\s+them\b",
    re.IGNORECASE,
)
"""That all are wanted, not one: "I want each award"."""
_REFERS = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|this|these|those"
    # "Were there" points to no place.
    r"|(?<!is )(?<!are )(?<!was )(?<!were )there(?!\s+(?:is|are|was|were|has|have)\b)"
    r"|that(?=\s*[?.,;]|\s+(?:region|country|city|place|island|state|group|body|day|week|month|year|time|period|meeting|event)\b))\b",
    re.IGNORECASE,
)
_SAME_AGAIN = re.compile(
    r"\b(?:for|of|on|in|from|about)\s+(?:that|this|the\s+same)\s+(?:day|date|week|month|year|time|period|place|country|subject|topic)\b",
    re.IGNORECASE,
)


def asking_clauses(text: str) -> str:
    """Returns a request without the clauses that ask for nothing, where one of its clauses asks.

    "I am new here: who chairs the board? A short answer, please." asks who chairs the board. What another clause refers
    to, and what narrows the question, stays.
    """
    text = _without_reason(_with_time_named(text))
    if wish := _INDIRECT.match(text) or _NEEDS.match(text):
        place = _WHERE_THEY_ARE.search(wish.group()) or _DESK.search(wish.group())
        text = text[wish.end() :]
        text = _THAT_PLACE.sub(partial(_named_place, place["name"]), text) if place else text
    elif note := _WRITES_ON.match(text):
        here = _THAT_PLACE.sub(partial(_named_place, note["name"]), text[note.end() :])
        text = here if here != text[note.end() :] else text
    elif (away := _WAS_AWAY.match(text)) and not _with_a_time(text[away.end() :]):
        text = f"{text[away.end() :].rstrip(' ?.!')} {away['when'].strip()}?"
    clauses = [clause for clause in _clauses(text) if clause.strip()]
    asking = [at for at, clause in enumerate(clauses) if _ASKS.match(clause) or clause.rstrip().endswith("?")]
    if len(clauses) < 2 or not asking:
        return text
    first = asking[0]
    if (named := _NAMES_BODY.search(clauses[first - 1]) if first else None) and _asks_posts_alone(clauses[first]):
        clauses[first] = f"{clauses[first].rstrip(' ?.!')} of {named['what']}?"
    kept = [
        clause
        for at, clause in enumerate(clauses)
        if at == first
        or (at < first and not _is_preamble(clause, clauses[first:]))
        or (
            at > first
            and not (_repeats(clause) if at in asking else _is_of_form(clause) or _wants_all_of(clause, clauses[first]))
        )
    ]
    return " ".join(clause.strip() for clause in kept) if len(kept) < len(clauses) else text


def _named_place(name: str, found: re.Match[str]) -> str:
    """The place for which "there" or "the region" stands; what concerns a place need not be in it."""
    return name if _CONCERNING.search(found.string[: found.start()]) else f"in {name}"


_CONCERNING = re.compile(r"\b(?:concern|affect)(?:s|ed)\s+$", re.IGNORECASE)
_NAMES_BODY = re.compile(
    r"\b(?:for|of|on|about|regarding|concerning)\s+(?P<what>(?:the|our|this|that)\s+[^.:;?!]{3,120}?)(?:,?\s+please)?\s*[.:;!–—-]+\s*$",
    re.IGNORECASE,
)
"""What somebody needs to know of, before they ask for posts: "I need the line-up of the fog board: who chairs it"."""


def _asks_posts_alone(clause: str) -> bool:
    """Tells whether a clause asks who has posts, and not of which body: "who is the chair, who are deputies?"."""
    rest = re.sub(rf"\b(?:{role_label()})(?:[’']?s)?\b", " ", clause, flags=re.IGNORECASE)
    return rest != clause and _WHO.search(clause) is not None and not content(_WHO_HAS.sub(" ", rest))


_WHO = re.compile(r"\bwho\b", re.IGNORECASE)
_WHO_HAS = re.compile(
    r"\b(?:who|is|are|was|were|has|have|holds?|sits?|in|as|currently|now|at\s+present)\b", re.IGNORECASE
)


def _without_reason(text: str) -> str:
    """The text without why somebody asks, told first: "As our Director travels to Togo next week, which …"."""
    reason = _WHY_WE_ASK.match(text)
    if reason is None or _REFERS.search(text[reason.end() :]):
        return text
    return f"{text[reason.end()].upper()}{text[reason.end() + 1 :]}"


_WHY_WE_ASK = re.compile(
    r"^\W*(?:as|since|because|given\s+that|now\s+that|seeing\s+that|considering\s+that|while|before)\s+(?:(?:I|we)\b"
    r"|(?:my|our|the)\s+(?:(?:[\w-]+\s+){0,2}?(?:director|minister|ambassador|head|chief|boss|secretary|president|team|unit|desk|office|delegation"
    r"|colleagues?|commissioner|board|supervisor|manager|deputy))\b)\s*[^,;?]{3,140}[,;]\s+"
    rf"(?=(?:please\s+|could\s+you\s+|can\s+you\s+)?(?:(?:in|on|at|by|to|for|from|of|with)\s+)?(?:{_WORD}|list|show|give|tell|name|is|are|was|were|did|does|do|has|have)\b)",
    re.IGNORECASE,
)
"""Only what they who ask say of themselves: what is told of others may be a false premise."""


def _with_a_time(text: str) -> bool:
    """Tells whether a text says when."""
    return bool(find_dates(text, _ANY_YEAR, casual=True))


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31))


def _with_time_named(text: str) -> str:
    """The text with the month or year for which "that month" stands, where a date before it tells which."""
    for match in _THAT_TIME.finditer(text):
        told = _CLAUSE_BEFORE.match(text[: match.start()])
        dates = find_dates(told.group()) if told else []
        if dates:
            day = dates[-1].interval.start
            named = f"{day:%B %Y}" if match["unit"].casefold() == "month" else f"{day:%Y}"
            return f"{text[: match.start()]}{named}{text[match.end() :]}"
    return text


_CLAUSE_BEFORE = re.compile(r".*[.!?;:](?=\s)", re.DOTALL)
"""What stands before the clause in question: within it, "to the end of that month" is read as it is."""
_THAT_TIME = re.compile(r"\b(?:that|the same|the said) (?P<unit>month|year)\b", re.IGNORECASE)


def _clauses(text: str) -> list[str]:
    """The clauses of a text, each with the sign at its end."""
    found: list[str] = []
    for span in sentences(text):
        sentence, start = span.of(text), 0
        for match in _END.finditer(sentence):
            found.append(sentence[start : match.end()])
            start = match.end()
        found.append(sentence[start:])
    return found


def _is_preamble(clause: str, rest: list[str]) -> bool:
    """Tells whether somebody speaks of themselves before they ask, and the question does not need it."""
    alone = not any(_REFERS.search(later) for later in rest)
    return _OURSELVES.match(clause) is not None and alone and not frames_only(content(rest[0]), rest[0])


def _repeats(clause: str) -> bool:
    """Tells whether a question asks for the same again: "… could you list the entries for that day?"."""
    again = _SAME_AGAIN.sub(" ", clause)
    return again != clause and frames_only(content(again), again)


_WANTS_ALL = re.compile(
    r"^\W*(?:I|we)(?:[’']d|\s+would)?\s+(?:want|need|like|am\s+after|are\s+after)\s+(?:to\s+(?:see|have)\s+)?(?:all|everything|every\s+one)\b"
    r"(?:\s+(?:of\s+)?(?:the\s+)?(?:items|lines|entries|news|points|bits|mentions|notes))?(?:\s+there\s+(?:is|are))?"
    r"\s+(?:on|about|for|of|regarding|concerning|around)\s+(?P<what>[^?;,]+?)\W*$",
    re.IGNORECASE,
)
_CONCERNS = frozenset(["support", "matters", "issues", "side", "front", "topic", "subject", "things", "the", "whole"])
"""Nouns behind a name that say no more than that it is concerned: "the Loom side"."""


def _wants_all_of(clause: str, asking: str) -> bool:
    """Tells whether a clause wants all of what has just been asked about: "… for X? I need all items on X."."""
    match = _WANTS_ALL.match(clause)
    said = {token.stem for token in content(asking)}
    named = [t for t in content(match["what"]) if t.text.casefold() not in _CONCERNS] if match else []
    return bool(named) and all(token.stem in said for token in named)


def _is_of_form(clause: str) -> bool:
    """Tells whether a clause says how the answer is to look, or why it is asked, and names nothing."""
    plain = clause.strip()
    if _NARROWS.search(plain) or _WANTS_EACH.search(plain) or re.search(r"\d|(?<=\s)[A-Z]", plain):
        return False
    return any(pattern.match(plain) for pattern in (_OF_FORM, _OURSELVES, _SUPPOSES))
