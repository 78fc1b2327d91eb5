"""A question without what is said around it: why it is asked, thanks, and what "everything" would hold."""

import re

from ctassist.answering.terms import content
from ctassist.answering.understanding.framing import frames_only

_WHO_ASKS = r"(?:I|We)(?:['’](?:m|re|ve|d|ll)|\s+(?:am|are|have|will|was|were|would))?"
_REASON = re.compile(
    rf"^\s*(?:{_WHO_ASKS}\s+(?:currently\s+|just\s+|now\s+)?(?!(?:want|need|wonder|look|search|seek|like|know)\w*\b)\w+ing\b"
    r"|(?:I|We)\s+(?:have|must|leave|travel|go|fly|meet|brief|visit|prepare|write)\b|My\b|Our\b)"
    r"(?P<reason>[^.:;?!]{0,160}?)(?:[.:;!]\s+|,?\s+(?:and|so|but)\s+(?=(?:would|I|we|could|can|please|need|what|who|which|list)\b))"
    r"(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""Somebody tells of a journey or a paper first: "I am travelling to Togo next week: what has been done there?"."""
_WISH = re.compile(
    r"^\s*(?:(?:I|we)\s+)?(?:would|should|['’]d)\s+(?:be\s+(?:very\s+|most\s+|so\s+)?(?:grateful|glad|happy|thankful)"
    r"|appreciate|welcome)\s*(?:for|if you (?:could|would|can)\b|to\s+(?:have|get|see|know|receive|read)\b)?\s+",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"^\s*(?:for|in preparation (?:for|of)|in view of|ahead of|before)\s+"
    r"(?:an?|my|our|(?:tomorrow|today|tonight|next week|this \w+)[’']s)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:briefings?|speech(?:es)?|talks?|presentation|memo|note|paper|article|interview|call|meeting|toast|quiz|report"
    r"|letter|visit|column|lecture|class|essay|press\s+\w+|colleague|minister|boss|director|friend)\b"
    r"(?:\s+(?=(?:I|we)(?:['’]d)?\s+(?:need|want|require|like|would)\b)|[^,:;?]{0,60}[,:]\s*"
    r"(?=(?:please|kindly|could|can|would|will|may|might|I|we|who|whom|whose|what|which|when|where|how|why|tell|give|list"
    r"|remind)\b))",
    re.IGNORECASE,
)
"""What a question is asked for, told first: "For a briefing this afternoon, when was …"."""
_THANKS = re.compile(
    r"(?:(?<=[.?!;])|\s*,)\s+(?:(?:many|with)\s+)?(?:thanks?|thank you|cheers|(?:kind|best)\s+regards)"
    r"(?:\s+(?:so much|very much|a lot|again|in advance|everyone|all|for\s+(?:your|any|the|all)\s+(?:\w+\s+)?\w+))*"
    r"\s*[.!]*\s*$",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"^\s*(?:I|we)(?:['’]d|\s+would)?\s+(?:need|want|require|like)\s+(?:to\s+(?:see|have|get)\s+)?"
    r"(?=(?:the|all)\s+(?:[\w-]+\s+){0,3}?(?!(?:names|dates|days|times|numbers|figures|reasons|details|places|words)\b)"
    r"[a-z-]+[^\Wsui_]s\b(?:\s+\([^()]*\))?\s+(?:of|in|for|from|on|by|at|under|that|which|who)\b)",
    re.IGNORECASE,
)
"""Several things are needed, which is to ask for a list of them: "I need the permits of 2031 that …"."""
_OCCASION_AFTER = re.compile(
    r"(?<=\w)\s*,\s*(?:for|ahead of|before)\s+(?:an?|my|our|(?:tomorrow|today|tonight|next week|this \w+)[’']s)\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?:briefings?|speech(?:es)?|talks?|presentation|memo|note|paper|article|interview|call|meeting|report|letter|lecture)"
    r"(?:\s+(?:this|today|tomorrow|tonight|next|in|at|on|with)\b[^,:;?]{0,40})?[\s.?!]*$",
    re.IGNORECASE,
)
"""The same, told last: "list all work in Togo, for a briefing this afternoon"."""
_GREETING = re.compile(
    r"^\s*(?:good\s+(?:morning|afternoon|evening|day)|hello|hi|hey|greetings|dear\s+\w+)\b(?:\s+(?:there|all|everyone|team))?"
    r"\s*[,.!:;–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"^\s*(?:(?:please|kindly|perhaps|maybe|and|so)\b,?\s+)*"
    r"(?:(?:could|can|would|will|might)\s+(?:you|anyone|anybody|someone|somebody)\b,?\s+(?:(?:please|kindly|perhaps"
    r"|possibly|be so kind as to|be kind enough to|quickly|briefly|just|maybe)\b,?\s+)*)?"
    r"(?:tell|remind|inform|enlighten|advise)\s+(?:me|us)\b,?\s+(?:please\b,?\s+|again\b,?\s+|quickly\b,?\s+)*"
    r"(?=(?:(?:in|on|at|by|since|until|from|for|to|of|with)\s+)?(?:who|whom|whose|what|which|when|where|how|why)\b)",
    re.IGNORECASE,
)
"""A request around a question: "could you kindly remind me when …"."""
_SOURCE = re.compile(
    r"\s*,?\s*\b(?:according to|as (?:told|reported|stated|recorded|printed|said) (?:in|by)|judging by|going by)\s+"
    r"(?:the|our|your|this|these)\s+(?:(?:journal|newsletter|archive|bulletin|magazine|record|collection)s?|documents"
    r"|files|gazette|periodical)\b(?!\s+(?:of|for|from|in|no)\b)(?:\s*,\s*|\s+(?=\w)|(?=\W)|$)",
    re.IGNORECASE,
)
"""The archive itself, by a noun that narrows nothing: "according to the journal"."""
_RECORDED = re.compile(
    r"\s+(?:has|have|had|does|do|did|can)\s+(?:the|our|your|this|these)\s+"
    r"(?:journal|newsletter|archive|bulletin|magazine|collection|documents|files|issues|gazette|periodical|review|editions)s?"
    r"\s+(?:record|report|mention|list|document|note|name|tell\s+of|contain|cover|show|told\s+of)(?:e?d|ted)?(?=\s*[?.!]|\s*$)",
    re.IGNORECASE,
)
"""That the archive records what is asked for says nothing of it: "which accords has the archive recorded?"."""
_KIND = r"[a-z][a-z -]{2,30}"
_KINDS = re.compile(
    r"(?<=[a-z])\s+\((?:e\.?g\.?,?\s+|such\s+as\s+|like\s+|be\s+it\s+)?"
    rf"{_KIND}(?:,\s+(?:and\s+|or\s+)?{_KIND})+(?:\s+etc\.?)?\)"
)
"""Kinds of what was just named narrow nothing: "with other partners (firms, schools, clubs)"."""
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|any|been)\b)(?<!are there)(?<!is there)", re.IGNORECASE
)
_FOR_WHOM = re.compile(
    r"[,;]?\s*\b(?:for|on behalf of)\s+(?:my|our|his|her|their)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:colleagues?|boss|team|minister|ambassador|director|chief|head|office|unit|desk|delegation|secretary|supervisor|manager|friends?"
    r"|partners?|counterparts?|readers|board|visitors?|guests?)\s+(?:in|at|from|of)\s+(?:the\s+)?"
    r"(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)",
    re.IGNORECASE,
)
"""Who is to read an answer, and where they are: "for my colleagues in Vienna"."""
_THAT_PLACE = re.compile(
    r"\b(?:that|this|the said)\s+(?:region|country|city|place|island|state|nation|area)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?P<about>(?:on|about|regarding|concerning)\s+(?:[\w’'-]+\s*){1,8})$", re.IGNORECASE)
"""What a paper is on that somebody tells of first: "I must say a word on ports; what could I mention?"."""
_EXCUSE = re.compile(
    r"(?<=\w)\s*[,;.–—-]+\s*(?:as\s+|because\s+|since\s+|for\s+)?(?:I|we)(?:['’](?:m|re|ve|ll)|\s+(?:have|am|are|must|need|will))\b"
    r"(?![^?]*\b(?:all|every\w*|list|who|what|which|know|about)\b)[^?]*[.!]?\s*$",
    re.IGNORECASE,
)
"""Why something is asked, told after it: "list all work in Togo, I have a briefing in one hour"."""
_PLACE = re.compile(
    r"\b(?:to|in|for|from|at|on|about|with)\s+(?:(?:an?|my|our|their|your)\s+)?(?P<name>(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|and|the|de)\s+)?[A-Z][\w’'-]*)*)"
)
_REFERS = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there)\b", re.IGNORECASE)
_ALL_THAT = re.compile(r"\b(all|everything|anything|whatever|things|those)\s+that\b", re.IGNORECASE)
_HELD = re.compile(
    r"(?P<all>\b(?:all of (?:it|them)|everything|anything|the lot)\b[^:?]{0,20}):"
    r"\s*\w[\w -]{1,24}(?:,\s*\w[\w -]{1,24})+(?:,?\s+(?:and|or)\s+\w[\w -]{1,24})?\s*[.?!]*\s*$",
    re.IGNORECASE,
)
"""What "everything" holds narrows nothing: "all of it: jobs, releases, events"."""
_FORMER = re.compile(
    r"[\s,;(]*(?:\b(?:including|also|and|with|together with|as well as)\s+)?(?:(?:those|the ones|all"
    r"|what (?:it|they) (?:did|had done|has done))\s+)?"
    r"(?:(?:from|of|in|under)\s+)?"
    r"(?:(?:the\s+)?(?:time|times|days|period|years)\s+when\s+(?:it|they)\s+(?:was|were)\s+(?:still\s+)?(?:called\s+|known\s+as\s+|named\s+)?"
    r"|(?:(?:the\s+)?(?:time|times|days|period|years)\s+)?when\s+(?:it|they)\s+(?:still\s+)?(?:had|bore|used|carried|went\s+by)\s+"
    r"(?:its|their|the|an?)\s+(?:former|old|previous|earlier|original|other|different)\s+name\b"
    r"|\b(?:its|their|the)\s+(?:former|old|previous|earlier|original)\s+name\b,?\s*(?:of\s+)?)",
    re.IGNORECASE,
)
"""A former name stands beside the present one: "those under its former name Hive Society too"."""
_ASKS_NAME = re.compile(
    r"\W*(?:(?:what|which)(?:[’']s|\s+(?:is|was|are|were))|tell me|give me|name)\s+(?:the\s+)?"
    r"(?:former|old|previous|earlier|original|first)\s+names?\b",
    re.IGNORECASE,
)
"""Asks for the former name itself."""
_MEANT = re.compile(r"\b(?:it|they|them|he|she|him|her)\s+\((?P<name>[A-Z][^()]{1,80})\)")
"""A pronoun with the name that it stands for: "in which it (PAHC) took part"."""
_NAMES = re.compile(
    r"(?<=\w)\s*[;,.?:–—-]+\s*(?:and\s+|so\s+)?(?:what(?:['’]s|\s+is|\s+are)\s+(?:their|his|her)\s+names?|what\s+are\s+they\s+called"
    r"|who\s+are\s+they)\s*[?.]*\s*$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?P<they>the\s+(?:people|persons?|ones?)\s+who|those\s+who|whoever|everyone\s+who)\b", re.IGNORECASE
)
"""Who is told to be invited is asked for: "I want to invite the people who chair X; what are their names?"."""
_STATE = r"(?:current|present|active|inactive|past|old|new|former|archived|retired|existing|dissolved|closed)"
_OF_ANY_STATE = re.compile(
    rf",\s*(?:(?:both|be it|whether)\s+)?{_STATE}(?:,?\s+(?:or|and)\s+{_STATE})\s*,", re.IGNORECASE
)
"""That those of every state are meant narrows nothing: "the groups, current or archived, that …"."""
_COMPASS = (
    r"(?:north|south|east|west|central|north-east|north-west|south-east|south-west|northern|southern|eastern|western)"
)
_SHARED_REGION = re.compile(
    rf"\b(?<!middle )(?<!near )(?<!far )(?P<one>{_COMPASS})"
    rf"(?P<and>\s+(?:and|or)\s+)(?P<other>{_COMPASS})\s+(?P<region>(?:asia|africa|america|europe)n?)\b",
    re.IGNORECASE,
)
"""Two regions that share a noun: "South or South-East Asia"."""
_IN_WHICH_ISSUE = re.compile(
    r"(?<=\w)[,;]?\s+and\s+(?:in|from)\s+(?:which|what)\s+(?:issue|edition|newsletter|bulletin|number|report)"
    r"(?:\s+(?:(?:do|did|can|could|is|was|are|were|has|have)\s+)?(?:(?:we|I|one|you|it|that|this|they|been)\s+){0,2}"
    r"(?:learn|learned|learnt|read|told|said|say|reported|mentioned|stated|written|found|find|see|seen|appear|appeared|announced|recorded)"
    r"(?:\s+(?:it|that|this|so|of\s+(?:it|this|that)|about\s+(?:it|this|that)))?)?(?=\W*$)",
    re.IGNORECASE,
)
"""Asks for the source as well, which stands with every line: "…, and in which issue do we learn it?"."""
_MEET_UP = re.compile(r"\b(meet|get|catch)-(up|together)(s?)\b", re.IGNORECASE)


_TOPIC = r"[\w][\w '’-]{1,40}?"
_TOPICS_FIRST = re.compile(
    rf"^(?![^:]*\b(?:19|20)\d\d\b)(?!.*\bthere\b)\s*(?:on\s+|about\s+)?(?P<topics>{_TOPIC}(?:(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*/\s*){_TOPIC}){{1,3}})\s*[:–—]\s*"
    r"(?P<ask>what\s+(?:do|did|have|has|is|are|was|were)\b[^?:]*?|anything(?:\s+at\s+all)?|any\s+(?:news|activities|events))\s*\?*\s*$",
    re.IGNORECASE,
)
"""Several subjects, and then what is asked of each: "ports, tides, gauges: what do we have?"; no place and its time."""


def _each_topic(match: re.Match[str]) -> str:
    topics = (topic.strip() for topic in re.split(r",|/|\band\b|\bor\b", match["topics"]) if topic.strip())
    return " ".join(f"{match['ask']} on {topic}?" for topic in topics)


def plain_request(text: str) -> str:
    """Returns what is asked, in the words of the question; a place told before it stands where it says "there"."""
    text = _OCCASION_AFTER.sub("", _COURTESY.sub("", _OCCASION.sub("", _GREETING.sub("", _THANKS.sub("", text)))))
    text = _NEEDED.sub("List ", text)
    text = _SOURCE.sub(lambda match: " " if match.group()[-1].isspace() else "", text).strip()
    text = _KINDS.sub("", _RECORDED.sub("", _IN_WHICH_ISSUE.sub("", text)))
    text = re.sub(r"[\s,;]+(?=[?.!]*$)", "", text)
    text = _named(_MEANT.sub(r"\g<name>", _ALL_THAT.sub(r"\1 which", text)))
    text = _TOPICS_FIRST.sub(_each_topic, _FOR_WHOM.sub("", text))
    match = _REASON.match(text)
    if match:
        asked = match["rest"]
        place = _PLACE.search(text[: match.start("rest")])
        if place and _THERE.search(asked):
            text = _THERE.sub(f"in {place['name']}", asked, count=1)
        elif place and _THAT_PLACE.search(asked):
            text = _THAT_PLACE.sub(place["name"], asked, count=1)
        elif not _refers_back(asked):
            text = asked
            about = _ABOUT.search(match["reason"])
            if about and frames_only(content(asked), asked):
                text = f"{asked.rstrip(' ?.!')} {about['about'].strip()}?"
    text = _EXCUSE.sub("", text) if len(_EXCUSE.sub("", text).split()) > 2 else text
    text = _SHARED_REGION.sub(r"\g<one> \g<region>\g<and>\g<other> \g<region>", text)
    text = _OF_ANY_STATE.sub("", _WISH.sub("", text))
    text = text if _ASKS_NAME.match(text) else _FORMER.sub(" and ", text)
    text = _HELD.sub(r"\g<all>", text)
    return _MEET_UP.sub(r"\1\2\3", text)


def _refers_back(asked: str) -> bool:
    """Tells whether a pronoun stands for what was told before, and not for a name: "when Roe left her post"."""
    pronoun = _REFERS.search(asked)
    return pronoun is not None and not re.search(r"\s[A-Z][\w’'-]+", asked[: pronoun.start()])


def _named(text: str) -> str:
    """Asks for people once, where their names are asked for after it; what is to be done with them is left out."""
    names, people = _NAMES.search(text), _PEOPLE.search(text)
    if not names or not people or people.end() > names.start():
        return text
    asked = re.sub(r"\s+(?:to|for|at|in|on|into)\s+(?:our|my)\b.*$", "", text[people.end() : names.start()].strip())
    return f"Who {asked}?"
