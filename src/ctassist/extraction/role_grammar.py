"""The forms of sentences that state roles, as regular expressions."""

import re
from functools import cache

from ctassist.extraction.names import ACRONYM, SPELLED, WORD
from ctassist.extraction.role_bodies import LISTED
from ctassist.extraction.role_words import role_label, role_verbs
from ctassist.extraction.vocabulary import alternatives, forms_of_address, months, table

HANDS = r"(?:hand(?:ed|s)?|pass(?:ed|es)?|gave|gives?|transfer(?:red|s)?|entrust(?:ed|s)?)(?:\s+(?:over|on))?"
"""Verbs for giving a post to somebody."""
PERSON = rf"{WORD}(?:\s+(?:(?:de|van|von|der|da|bin|al|el)\s+)?{WORD}){{1,3}}"


@cache
def sentence_forms() -> tuple[re.Pattern[str], ...]:
    """The forms; their groups are ``holder``, ``body`` and what says the role: ``label``, ``verb`` or ``own``."""
    nouns = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    # "the (Joint) Working Group on border management (and law enforcement)": up to a verb, comma, bracket or full stop.
    # "For all of its three years" is a time.
    lasting = (
        r"(?!(?:all|over|more|most|many|several|the\s+(?:last|past|next|first)|a|an|two|three|four|five|six|\d+)\b)"
    )
    # "The Board on 20 April", "on April 20".
    day = rf"on\s+(?:\d{{1,2}}\s|(?i:{alternatives(months())})\s+\d)"
    listed = rf"\s+(?:on|for)\s+(?:the\s+)?(?-i:{LISTED})(?=\s+(?:is|was|are|were|has)\b)"
    topic = rf"(?:{listed}|\s+(?!{day})(?:on|of|to|for\s+{lasting})\s*(?:the\s+)?[^,.;:()|]{{3,90}}?|\s+\d{{1,2}}\b)?"
    noun = rf"(?:(?:{WORD})\s+){{0,5}}(?i:{nouns})(?:s)?{topic}"
    body = rf"(?P<body>{noun})"
    # "1.31 Release Team": numbered bodies bear the number before their name.
    by_name = rf"(?:\d[\d.]*\s+)?(?:{WORD}\s+){{1,5}}(?i:{nouns})|{short_body()}|(?i:{nouns})\s+{WORD}(?:\s+{WORD})?"
    bare = rf"(?P<body>{by_name})"
    either = rf"(?P<body>{noun}|{by_name})"
    number = rf"(?i:{nouns})\s*\d{{1,2}}"
    named = rf"{WORD}(?:\s+(?:(?:and|of|on|the|for|&)\s+)?{WORD}){{0,7}}"
    counted = rf"{number}\s+\([^\W\d_a-z][^()]{{2,90}}\)|{named}\s+\({number}\)"
    # A post may be for something that is no body: "rapporteur on Tariffs", "focal point for Asia".
    field = rf"(?P<body>(?:\d[\d.]*\s+)?{noun}|{WORD}(?:\s+(?:(?:and|of|the|for|&)\s+)?{WORD}){{0,5}})"
    charge = r"(?:of|for|to|on)\s+(?:the\s+)?"
    stop = (
        r"(?=\s*(?:[,.;:()|]|$)|\s+(?:met|held|is|was|were|has|had|will|and|in|since|for|from|at|with|who|which"
        rf"|to|on\s+\d+|on\s+(?i:{alternatives(months())})\s+\d|under|during|until|"
        r"by|organi[sz]ed|convened|adopted|agreed|discussed|launched|presented|reviewed|published|as)\b)"
    )
    holder = rf"(?P<holder>{holders_pattern()})"
    verbs = "|".join(sorted(map(re.escape, role_verbs()), key=len, reverse=True))
    label = rf"(?P<label>(?i:{role_label()}))"
    # "The Tide Committee chairs Ana …" may be a verb; a singular noun before a name is none.
    label_of_one = rf"(?P<label>(?!(?i:\w+s\b))(?>(?i:{role_label()})))"
    took = _took()
    joins = r"(?:(?:has\s+|have\s+)?(?:joins?|joined)|(?:is|are)\s+joining|will\s+join)"
    elected = (
        r"(?:(?:was|were|has\s+been|is)\s+)?(?:re-?)?(?:elected|appointed|designated|named|selected|chosen|agreed)"
    )
    # "Ana and Bo exchanged roles in the group on tides, Bo taking the chair"; "in" alone is where somebody sits.
    now_in = (
        r"(?:(?:is\s+|are\s+)?now\s+in|(?:(?:is|are|was|were)\s+)?(?:now\s+)?(?:tak(?:es?|ing)|took|assum(?:es?|ed|ing)|hold(?:s|ing)|occup(?:ies|ying))"
        r"(?:\s+(?:up|over|on))?)(?:\s+the\s+(?:post|role|position|office)\s+of)?"
    )
    # "The Assembly elected Ana as chair of the Board": whose post it is stands behind it.
    own = rf"(?!\s+(?:of|for)\s+(?:the\s+|its\s+)?{WORD})"
    # "Now a chair of", "one of the three chairs of", "its new chair".
    post = (
        r"(?:as\s+)?(?:an?\s+|one\s+of\s+(?:the\s+|its\s+)(?:\w+\s+)?|the\s+|its\s+)?"
        r"(?:new\s+|(?:role|position|post|office|function|duties)\s+of\s+)*"
    )
    # "The Union focal point for data": whose post it is may stand before it.
    owners = alternatives([*table("bodies")["nouns"], *table("organisations")["nouns"]])
    # "The Valley Association elected Ana as its chair": who chooses its own may be an organisation.
    chooser = rf"(?P<body>{noun}|(?:{WORD}\s+){{1,5}}(?i:{owners}))"
    owner = (
        r"(?:(?:(?<=\bas\s)|(?<=\bof\s)|(?<=\bis\s)|(?<=\bbecame\s))"
        rf"(?:{ACRONYM}|(?:{WORD}\s+){{0,3}}(?i:{owners}))(?:[’']s?)?\s+)?"
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{chooser}(?:\s+meeting)?\b[^.;]{{0,60}}?\s(?:re-?)?(?:elected|appointed|chose|named|selected)\s+{holder}(?:,\s[^,.;]{{3,60}},)?\s+as\s+(?:its\s+|the\s+)?"
            rf"(?:new\s+)?{label}\b{own}",
            # "The group keeps WTO as chair": those who stay hold the post as those do who come.
            rf"{either}\s+(?:keeps?|kept|retains?|retained)\s+{holder}\s+as\s+(?:its\s+|the\s+)?{label}\b{own}",
            # "The parish council met on 3 May and chose Ana as its chair": a body without capitals has its article.
            rf"\b[Tt]he\s+(?P<body>(?:[a-z]+\s+){{1,2}}(?:{alternatives(table('bodies')['core'])}))\b"
            r"(?:(?:(?!\bthat\b|\b[Tt]he\s+[A-Z])[^.;]){0,80}?\s(?:and|then))?"
            rf"\s(?:re-?)?(?:elected|appointed|chose|named|selected)\s+{holder}\s+as\s+its\s+(?:new\s+)?{label}\b{own}",
            rf"\b(?:re-?)?(?:(?:elect|appoint|select|confirm)(?:ed|s)|(?:designate|name)[ds]|chose)\s+{holder}\s+(?:as\s+)?{post}{label}"
            rf"\s+{charge}{field}{stop}",
            rf"{holder}(?:,[^,.;]{{3,60}},)?\s+(?:currently\s+|now\s+|also\s+|jointly\s+)?(?P<verb>{verbs})\s+(?:the\s+|its\s+)?{body}{stop}",
            rf"{holder}\s+(?:has|have)\s+(?P<verb>{verbs})\s+(?:the\s+|its\s+)?{body}(?=\s+since\b)",
            # "Ana Roe is deputy of the group on tides, which Bo Li chairs".
            rf"\b(?:of|in|for|by)\s+(?:the\s+)?{body},\s+which\s+{holder}\s+(?:now\s+|still\s+|also\s+)?(?P<verb>{verbs})(?=\s*[.,;)]|$)",
            rf"{holder}(?:,[^,.;]{{3,60}},)?\s+(?:{elected})\s+to\s+(?P<verb>{verbs})\s+(?:the\s+|its\s+)?{body}{stop}",
            rf"\b(?:[Ii]n|[Oo]f|[Ff]or)\s+(?:the\s+)?{body}[,;:]\s+(?:with\s+|and\s+|where\s+)?{holder}\s+{now_in}\s+the\s+(?:new\s+)?{label}(?:ship)?\b"
            r"(?!\s+(?:of|for)\b)",
            rf"{body}[,:]?\s+(?:which\s+)?(?:(?:is|was|are|were|has\s+been|currently|now|and|jointly)\s+)*(?P<verb>{verbs})\s+(?:jointly\s+)?by\s+{holder}",
            # "Working Group 3 (Tides) is led by its chair, Ana Roe", "Tides (Working Group 3) is chaired by Ana Roe".
            rf"(?P<body>{counted})\s+(?:is|was|are|were|has\s+been)\s+(?:(?:currently|now|jointly)\s+)?(?P<verb>{verbs})"
            rf"\s+by\s+(?:its\s+(?P<post>(?i:{role_label()})),?\s+)?{holder}",
            rf"{holder}(?:,[^,.;]{{3,60}},|,\s+who)?\s+{took}\s+{post}{owner}{label}(?:ship)?\s+{charge}{field}{stop}",
            rf"{holder}\s+{took}\s+(?:as\s+)?(?:the\s+|an?\s+)?(?:new\s+)?{bare}(?:[’']s?)?\s+(?:new\s+)?{label}{stop}",
            rf"{holder}\s+{joins}\s+(?:the\s+)?{bare}\s+as\s+{post}{label}{stop}",
            rf"{holder}\s+{joins}\s+(?:the\s+)?{body}\s+as\s+{post}{label}{stop}",
            rf"{either}\s+(?:now\s+)?(?:has|have|gets?|got)\s+(?:an?\s+)?new\s+{label}[,:]\s+{holder}",
            rf"{bare}[’']s?\s+(?:new\s+|current\s+)?{label}\s+(?:is|are|will\s+be)\s+(?:now\s+)?{holder}",
            rf"\b{label}(?:ship)?\s+(?:of|for)\s+(?:the\s+)?{body}\s+(?:has\s+|was\s+)?pass(?:ed|es)\s+(?:over\s+|on\s+)?"
            rf"(?:from\s+[^,.;]{{2,60}}?\s+)?to\s+(?:the\s+)?{holder}",
            rf"\b{label}(?:ship)?\s+(?:of|for)\s+(?:the\s+)?{body}\s+(?:has\s+|have\s+)?chang(?:ed|es)\s+hands[:;,.]\s+[^.;]{{2,60}}?\s"
            rf"(?P<given>{HANDS})\s+(?:it|that)\s+to\s+(?:the\s+)?{holder}",
            rf"{holder},\s+(?:the\s+)?{bare}[’']s?\s+(?:new\s+)?{label}(?=\s*[,.;)])",
            rf"(?<![\w,]\s)(?P<holder>{PERSON}),\s+(?:the\s+)?{bare}\s+{label}(?=\s*[,;)])",
            rf"\b[Ww]elcom(?:e|es|ed|ing)\s+{holder}\s+as\s+{post}{label}\s+{charge}{body}{stop}",
            rf"\b[Ww]elcom(?:e|es|ed|ing)\s+{holder}\s+as\s+(?:the\s+|an?\s+)?(?:new\s+)?{bare}\s+{label}{stop}",
            rf"(?<!and\s)\b{bare}\s+{label_of_one}\s+(?P<holder>{PERSON}(?:(?:,\s+|,?\s+and\s+){PERSON})*)(?=\s+(?-i:[a-z])|\s*[,.;()]|$)",
            rf"{either}\s+(?:re-?)?(?:elect(?:ed|s)|appoint(?:ed|s)|chose|chooses|name[ds]|select(?:ed|s)|welcome[ds])\s+{holder}\s+(?:as\s+)?(?:its\s+|the\s+)?(?:new\s+)?{label}\b{own}",
            rf"{holder},\s+(?:the\s+)?(?:new\s+)?{label}\s+{charge}{body}{stop}",
            rf"(?:as\s+)?(?:the\s+)?{label}\s+(?:of|for)\s+(?:the\s+)?{body}\b[^.;]{{0,60}}?"
            rf"\b(?:succeeded|replaced|followed|relieved)\s+by\s+{holder}",
            rf"\b(?P<given>{HANDS})\s+(?:the\s+)?{label}(?:ship)?\s+(?:of|for)\s+(?:the\s+)?{body}\s+to\s+(?:the\s+)?{holder}",
            rf"{body}\s+and\s+(?P<given>{HANDS})\s+its\s+{label}(?:ship)?\s+to\s+(?:the\s+)?{holder}",
            rf"{label}\s+{charge}{body},\s+{holder}",
            rf"{label}\s+{charge}{field}\s+(?:is|was|are|remains)\s+{holder}",
            rf"(?:(?i:this)\s+\w+|{WORD}(?:\s+[\w-]+){{0,6}})\s+(?:is|was)\s+(?P<own_verb>edited)\s+by:?\s+{holder}",
            # "Ana took over as editor of these notes": the post is of the document that says it.
            rf"{holder}\s+{took}\s+{post}(?P<own>(?i:{role_label()}))\s+(?P<here>of\s+(?:these|this|our)\s+(?:[a-z]+\s+)??"
            r"(?:notes|pages|newsletter|letter|bulletin|review|gazette|digest|journal|magazine|paper|weekly))\b",
            rf"{holder}\s+(?P<enters>{took}){_POST_IN_CAPITALS}",
        )
    )


@cache
def _took() -> str:
    """Verbs for entering a post or having it: "was elected", "took over from Ana Roe", "is"."""
    # "From Mr. Roe": the point of a form of address ends nothing.
    from_whom = rf"(?:\b{forms_of_address()}\s|[^,.;]){{3,60}}?"
    return (
        r"(?:was\s+|were\s+|has\s+been\s+|has\s+|have\s+)?(?:now\s+)?(?:re-?)?"
        r"(?:will\s+(?:now\s+|soon\s+)?(?:be|become|serve|act)|elected|appointed|designated|named|confirmed|selected|chosen|made|became|becomes|is|are|remains|serves|serving|"
        r"acts|welcomed|stepped\s+(?:in|up)|steps\s+(?:in|up)|stepping\s+(?:in|up)|(?:took|takes|taken)(?:\s+(?:up|on))?(?=\s+the\s)|(?:took|takes|taken|entered|enters)\s+(?:up\s+)?office(?=\s+as\s)|took\s+over|takes\s+over|(?:took|takes|taking|has\s+taken)\s+over\s+from\s+"
        rf"{from_whom}|assumed|assumes|continues|continued|stays|"
        rf"(?:succeeds?|succeeded|replaces?|replaced|followed|follows|relieved)\s+{from_whom})(?:\s+now)?"
    )


@cache
def enters() -> re.Pattern[str]:
    """Finds what ``sentence_forms`` must have whose post may be any word with a capital: "became Harbourmaster"."""
    return re.compile(rf"\s{_took()}{_POST_IN_CAPITALS}")


_POST_IN_CAPITALS = (
    r"\s+(?:as\s+)?(?:the\s+|its\s+)?(?P<own>(?-i:[A-Z])[\w-]+(?:[ -](?-i:[A-Z])[\w-]+)?)(?=\s*(?:[.;,]|$))"
)


@cache
def short_body() -> str:
    """A body by the short noun for its kind and its name, with a hyphen between them: "SIG-Fog"."""
    return rf"\b(?:{alternatives([noun.upper() for noun in table('bodies')['abbreviations']])})-{WORD}"


@cache
def holders_pattern() -> str:
    """One or more holders, each with its affiliation in brackets where stated."""
    # "On 2 March, Ana Roe …" names no Mr March, and "In May Ana Roe …" nobody else.
    month = "|".join(name for name in months() if len(name) > 3)
    one = (
        rf"(?<!\b[Ii]n\s)(?!(?i:{month})\b|In\s+(?i:{alternatives(months())})\b)(?:the\s+)?(?:{forms_of_address()}\s+)?(?:{SPELLED}|{WORD})"
        rf"(?:\s+(?:(?:of|for|the|and|on|de|von|van|der)\s+){{0,2}}{WORD}){{0,9}}(?:\s*\([^()]{{1,60}}\))?"
    )
    # "Ana Roe, who was chair until May, and Bo Li" are two.
    aside = r",\s+who\s[^,.;()\n]{3,80}(?:,\s*and\s+|,\s*)"
    return rf"{one}(?:(?:{aside}|,\s*(?:and\s+)?|\s+and\s+){one})*"
