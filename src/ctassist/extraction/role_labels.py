"""Labels of roles: the role, and the body where the label names it ("Co-chairs of the Task Force on Storms")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.dates import has_date
from ctassist.extraction.page_bodies import YEARLY, bare_title, body_in, body_noun, names_body
from ctassist.extraction.role_words import canonical_role, is_between, is_plural, role_label, role_verbs
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.text import Span

NUMBER = re.compile(r"(?:\(?(?P<number>\d{1,2})[.):])\s*")
"""A body's number in a list, at the start of its name."""
_GROUP_LABEL = re.compile(
    r"^(?:name|title|(?:working\s+)?(?:group|committee|team|body)(?:\s+name)?)\s*\d*\s*:\s*", re.IGNORECASE
)
_TIME = re.compile(
    r"^(?:(?:very )?(?:end|beginning|start|close|closing|closure|founding|foundation|formation|middle|time|date)\b"
    r"|present\b|moment\b)",
    re.IGNORECASE,
)


_ORDER = re.compile(r"\s*[,(–—-]\s*(?:listed\s+)?in\s+(?:no\s+\w+|alphabetical)\s+order\)?$", re.IGNORECASE)
"""How the holders below a heading are sorted: "Chairs, in alphabetical order"."""


_AS_OF = re.compile(
    r"\s*[,:(–—-]\s*(?:(?:last\s+)?(?:updated|revised|amended)|as\s+(?:of|at|on)|status|state|valid|correct|effective|current)\b"
    r"[^()]*\d[^()]*\)?$",
    re.IGNORECASE,
)
"""As of when the holders in a column or below a heading are stated: "Liaisons - updated as of 4 May 2031"."""


_PREVIOUS = re.compile(r"^(?:previous|retired|ex[- ])\s*(?=\w)", re.IGNORECASE)
"""What headings say of those who held a post before; in a sentence "the previous chair" is the one before."""


@dataclass(frozen=True, slots=True)
class Label:
    """A role with the body that its label names; ``body`` is None where it names none."""

    role: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, where it begins, and its number in a list."""

    name: str
    start: int
    number: str | None = None


@cache
def line_label() -> re.Pattern[str]:
    """A role word with a colon (or a dash) after it, optionally with its body: "Chair of the Working Group on X: ".

    A body ends with its sentence, or where a sign parts it from the next label: "Chair: Director of WTO. Secretary:
    Ana Roe" has two labels, and so has "Chair: Director of WTO / Secretary: Ana Roe".
    """
    label = role_label(listed=True)
    return re.compile(
        rf"(?<![\w-])(?P<label>(?i:{label}))"
        r"(?:\s+(?:(?:during|throughout|for|in)\s+(?:the|this)\s+(?:past\s+)?year)"
        r"|\s+(?:of|for|to|on|at|in|as of)\s+(?:the\s+)?"
        rf"(?P<body>(?:(?![^\W\d_]{{3}}\.\s+[^\W\d_a-z]|\s*[,/|•·]\s*(?i:{label})\b)[^:;\n]){{3,90}}?))?"
        r"(?:\s*\([^()\n:]{1,120}\))?\s*(?::|(?:\s[–—]\s))\s*",
    )


_OTHER = re.compile(r"(?:^|(?<=[;,/|•→]))\s*(?P<label>[^\W\d_][a-z-]{2,}(?: [a-z-]{3,}){0,2}):\s+(?=[^\W\d_a-z])")
"""A label that stands like those of roles in the same line, whatever the role is called: "deputy: WTO; scribe: BPU"."""


@dataclass(frozen=True, slots=True)
class LineLabel:
    """A label in a line of text: what is written, the role, the body where it names one, and where it stands."""

    written: str
    role: str
    body: str | None
    start: int
    end: int


def labels_in(text: str, span: Span) -> list[LineLabel]:
    """The labels of roles in a line, in order; beside two known ones, labels of roles by other names count too."""
    known = [
        LineLabel(match["label"], role, named_body(match["body"]), match.start(), match.end())
        for match in line_label().finditer(text, span.start, span.end)
        if (role := canonical_role(match["label"]))
        and not _are_there(match["body"])
        and not _CLAUSE.search(match["body"] or "")
        and not (is_plural(match["label"]) and _SPOKEN_OF.search(text, _before(text, span, match), match.start()))
    ]
    known += [
        LineLabel(match["label"], role_verbs()[match["verb"].casefold()], None, match.start(), match.end())
        for match in _done_by().finditer(text, span.start, span.end)
    ]
    if not known or len({label.role for label in known}) + 1 < _SURE:
        return sorted(known, key=lambda label: label.start)
    others = (match for match in _OTHER.finditer(text, span.start, span.end))
    found = [
        LineLabel(match["label"], match["label"].casefold(), None, match.start("label"), match.end())
        for match in others
        if not canonical_role(match["label"])
        and not any(label.start < match.end() and match.start("label") < label.end for label in known)
    ]
    return sorted([*known, *found], key=lambda label: label.start)


@cache
def _done_by() -> re.Pattern[str]:
    """A label that tells a post by what is done: "Led by: ", "Chaired by: "."""
    return re.compile(rf"(?<![\w-])(?P<label>(?P<verb>(?i:{alternatives(role_verbs())}))\s+by)\s*:\s*")


@cache
def _done() -> re.Pattern[str]:
    """The head of a column that tells a post by what is done: "Led by"."""
    return re.compile(rf"(?:(?:now|currently)\s+)?(?P<verb>{alternatives(role_verbs())})\s+by", re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    """The question of a form: "Who led the circle this year?"; it asks for holders of its verb's post."""
    verb = rf"(?P<verb>{alternatives(role_verbs())})"
    return re.compile(
        rf"(?:\d{{1,2}}[.)]\s*)?who\s+(?:(?:has|have|currently|now)\s+)*{verb}\s+"
        r"(?:(?:the|this|your|our)\s+)?[\w’' -]{3,50}\?",
        re.IGNORECASE,
    )


def _before(text: str, span: Span, match: re.Match[str]) -> int:
    """Where the words before a label begin: in its line, or in the one above where it goes on with a small letter."""
    goes_on = match.start() == span.start and match["label"][:1].islower()
    return max(0, span.start - _A_FEW_WORDS) if goes_on else span.start


_A_FEW_WORDS = 40
_SPOKEN_OF = re.compile(
    r"\b(?:among|amongst|between|by|from|in|of|on|with)\s+(?:(?:all|the|its|our|their)\s+){0,2}$", re.IGNORECASE
)
"""Before a label that only ends a heading of something else: "Changes among the leads: Ana Roe joined"."""


_CLAUSE = re.compile(r"\s(?:has|have|had|was|were|will)\s+[a-z]")
"""A body behind which a sentence goes on: "The chair of the Tide Board has changed hands: WTO passed it to BPU"."""


def _are_there(body: str | None) -> bool:
    """Tells whether "members in attendance" heads a list of those who came rather than of all who belong."""
    return body is not None and body.casefold() == "attendance"


_SURE = 3
"""So many labels, one of them unknown, make a line of posts."""


@cache
def _with_body() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:the|current|our|new)\s+)?(?P<label>{role_label(listed=True)})"
        r"\s+(?:of|for|to|on|at|in|as of)\s+(?:the\s+)?(?P<body>.+)",
        re.IGNORECASE,
    )


@cache
def _body_first() -> re.Pattern[str]:
    nouns = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    return re.compile(
        rf"(?P<body>(?:\S+\s+){{0,5}}(?:{nouns})(?:\s+on\s+.+?)?)\s+(?P<label>{role_label(listed=True)})", re.IGNORECASE
    )


def bare_label(words: str) -> str:
    """A label without what is said of the list below it: its order, and as of when it is."""
    return _AS_OF.sub("", _ORDER.sub("", one_line(words).strip(" :*_")))


def remark_of_label(words: str) -> str:
    """What a label says of the day as of which its list is, or nothing."""
    match = _AS_OF.search(one_line(words).strip(" :*_"))
    return match.group() if match else ""


def read_label(words: str) -> Label | None:
    """The role that a heading or a cell stands for, or None; a time in it ("at the end of 2022") is no body."""
    plain = _PREVIOUS.sub("former ", bare_label(words))
    if role := canonical_role(plain) or _alone_or_together(plain):
        return Label(role)
    if done := _asked().fullmatch(plain) or _done().fullmatch(plain):
        return Label(role_verbs()[done["verb"].casefold()])
    match = _with_body().fullmatch(plain) or _body_first().fullmatch(plain)
    role = canonical_role(match["label"]) if match else None
    if linking := _linking(plain):
        return linking
    if match and role and not _heads_words(match["body"]):
        before = _BEFORE.match(match["body"])
        role = (canonical_role(f"former {match['label']}") or role) if before else role
        return Label(role, named_body(match["body"][before.end() :] if before else match["body"]))
    return None


def _alone_or_together(words: str) -> str | None:
    """The role that a label gives to one holder or to several: "Chair or co-chairs", "Lead / Co-leads"."""
    roles = [canonical_role(word) for word in _EITHER.split(words)]
    alone = {role.removeprefix("co-") for role in roles if role}
    return alone.pop() if len(roles) > 1 and None not in roles and len(alone) == 1 else None


def shared_role(words: str) -> str | None:
    """What several holders below a label are together, where it says so: "co-chair" of "Chair or co-chairs"."""
    roles = [canonical_role(word) or "" for word in _EITHER.split(bare_label(words))]
    return next((role for role in roles if role.startswith("co-")), None) if _alone_or_together(words) else None


_EITHER = re.compile(r"\s+(?:or|and/or)\s+|\s*/\s*", re.IGNORECASE)


def _heads_words(body: str) -> bool:
    """Tells whether a heading is of what holders said, and of no body: "Heads of entities said"."""
    return body.split()[-1].casefold().strip(" :") in table("speech")["verbs"]


_BEFORE = re.compile(r"(?:former|past|emeritus)\s+", re.IGNORECASE)


def _linking(words: str) -> Label | None:
    """A role that links the page's body to the one named before it: "FSB Liaison(s)", "Board liaison"."""
    other, _, label = words.rpartition(" ")
    role = canonical_role(label)
    named = re.fullmatch(r"[A-Z][A-Z\d]+", other) or (len(other.split()) in (1, 2) and names_body(other.split()[-1]))
    if not role or not is_between(role) or not named:
        return None
    return Label(f"{other.casefold()} {role}")


def titled_label(heading: str, title: str) -> Label | None:
    """The role of a heading, which may name the body as the page's title does: "Fog Signals Co-Chairs"."""
    known = {word.casefold() for word in re.findall(r"\w+", title)}
    if label := read_label(heading):
        of_page = label.body is not None and is_kind_of_page(label.body, title)
        return Label(label.role, heading_body((), title)) if of_page else label
    words = one_line(heading).strip(" :*_").split()
    for at in range(1, len(words)):
        role = canonical_role(" ".join(words[at:]))
        before = " ".join(words[:at])
        if role and ({word.casefold() for word in re.findall(r"\w+", before)} <= known or _is_short_for(before, title)):
            return Label(role, _SHORT.sub("", body_in(title) or title))
    return None


def is_kind_of_page(words: str, title: str) -> bool:
    """Tells whether words only say what kind of body a page is about: "Board", on the page of the "Tide Board"."""
    kind = body_noun().fullmatch(words) or re.fullmatch(r"[A-Z]{2,6}", words)
    named = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title, re.IGNORECASE)
    return bool(kind and named) and body_in(title) is not None


def _is_short_for(short: str, title: str) -> bool:
    """Tells whether capitals are first letters of a title's words, in order: "STB" of "Great Salt Tide Board"."""
    if not re.fullmatch(r"[A-Z]{2,}", short):
        return False
    initials = iter(word[0] for word in re.findall(r"[A-Z]\w*", title))
    return all(letter in initials for letter in short)


def named_body(words: str | None) -> str | None:
    """The body after "chair of the": None where a time stands there."""
    if not words or _TIME.match(words) or has_date(words) or re.fullmatch(r"\D{0,12}\d{4}", words.strip()):
        return None
    body = one_line(words)
    return None if body.casefold() in table("bodies")["circumstances"] else body


def body_of(text: str, span: Span) -> BodyName:
    """The body that a span names, without its number and without "Name of the group: " before it."""
    words = _STATE.sub("", _LED_BY.sub("", one_line(span.of(text))))
    name, number = apart(words)
    return BodyName(name, span.start, number)


_LED_BY = re.compile(rf"\s(?:is|are|was|were)\s(?:[a-z]+\s)?(?:{'|'.join(role_verbs())})\s+by\s.*", re.DOTALL)
"""What a sentence goes on to say of the body that it names: "Group on Fog is led by its chair, …; Clerk: Bo Li"."""


def apart(words: str) -> tuple[str, str | None]:
    """The name of a body and its number: "3. Tides", "Working Group 3: Tides" and "WG3 – Tides" are Tides, and "3".

    So are "Working Group 3 (Tides)" and "Tides (Working Group 3)".
    """
    match = NUMBER.match(words)
    rest = (words[match.end() :] if match else words).strip(" –—-:|,*(")
    counted = _counted().match(rest)
    if counted and not match:
        # A body that is called nothing else keeps what it is called: "Working Group 3".
        name = rest[counted.end() :].strip(" *(")
        return (name if "(" in name else name.rstrip(")")) or rest, counted["number"]
    if not match and (behind := _counted_behind().fullmatch(rest)):
        return behind["name"], behind["number"]
    return _GROUP_LABEL.sub("", rest), match["number"] if match else None


@cache
def _counted_behind() -> re.Pattern[str]:
    nouns = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    return re.compile(rf"(?P<name>.+?)\s*\((?:{nouns})\s*(?:no\.?|number|#)?\s*(?P<number>\d{{1,2}})\)?", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    nouns = alternatives([*table("bodies")["nouns"], *table("bodies")["abbreviations"]])
    return re.compile(
        rf"(?:{nouns})\s*(?:no\.?|number|#)?\s*(?P<number>\d{{1,2}})(?:\s*$|\s*[:.,|–—(-]\s*(?=[^\W\d_])|\s+(?=\(?[A-Z]))",
        re.IGNORECASE,
    )


_STATE = re.compile(
    r"\s*\((?:new|newly|since|as of|established|created|set up|launched|formed|founded|formerly)\b[^()]*\)\W*$",
    re.IGNORECASE,
)
"""What brackets behind a body's name say of its beginnings: "(new)", "(established in March)"."""


def is_labelled(words: str) -> bool:
    """Tells a line of a label and what it labels ("Harbour master: Ana Roe") from one that names a body.

    A line with a date is left to speak for itself: what stands beside it is an event's.
    """
    plain = NUMBER.sub("", words, count=1) if NUMBER.match(words) else words
    label = re.match(r"(?P<label>[^\W\d_][^:\n]{1,40}):\s+\S", plain)
    named = _GROUP_LABEL.match(plain) or (label and names_body(label["label"]))
    return label is not None and not named and not has_date(plain)


def heading_body(section: Sequence[str], title: str) -> str:
    """The nearest heading that names a body, else the body that the title names, else the title."""
    named = next((heading for heading in reversed(section) if not _names_none(heading)), None)
    return _SHORT.sub("", _without_occasion(named) if named else body_in(title) or bare_title(title))


_SHORT = re.compile(r"\s*\((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][A-Za-z\d-]{1,9}\)\s*$")
"""How a body is called for short, behind its name."""


def _names_none(heading: str) -> bool:
    """Tells whether a heading names no body: "Leadership", "Chairs and leads", "Who leads the group?"."""
    asks = heading.rstrip().endswith("?") or (heading.rstrip().endswith(":") and not names_body(heading))
    asks = asks or (YEARLY.search(heading) is not None and not names_body(heading))
    return asks or has_date(heading) or is_generic(heading)


def is_generic(heading: str) -> bool:
    """Tells whether words head holders of any body: "Officers", "Chairs and leads"."""
    generic = set(table("bodies")["generic_headings"])
    heading = _CHANGES.sub("", heading)
    parts = re.split(r"\s+(?:and|&)\s+|\s*[,/]\s*", re.sub(r"^[\W\d_]+", "", heading).strip(" :"))
    return all(part.casefold() in generic or read_label(part) for part in map(unqualified, parts))


_CHANGES = re.compile(r"^\W*changes?\s+(?:of|in|to|at|among)\s+(?:(?:the|our)\s+)?(?=\w)", re.IGNORECASE)
"""What heads those who come to posts, whatever of: "Changes of office"."""


def unqualified(words: str) -> str:
    """Words without those before them that only say which time or part is meant: "Initial membership", "All"."""
    return _qualifiers().sub("", words)


@cache
def _qualifiers() -> re.Pattern[str]:
    qualifier = alternatives(table("bodies")["heading_qualifiers"])
    return re.compile(rf"^(?:(?:{qualifier})(?:\s+|$))+", re.IGNORECASE)


def _without_occasion(heading: str) -> str:
    """The body of a heading that names it with an occasion: "2026 Harbour Board officer elections"."""
    generic = set(table("bodies")["generic_headings"])
    words = heading.split()
    while len(words) > 1 and (
        {words[-1].casefold(), words[-1].casefold() + "s"} & generic or canonical_role(words[-1])
    ):
        words.pop()
    if len(words) == len(heading.split()) or not names_body(words[-1]):
        return heading
    return re.sub(r"^(?:\d{4}\s+|[Tt]he\s+)+", "", " ".join(words))


def is_count(words: str) -> bool:
    """Tells whether words count something, which no name of a body does: "33 keepers, 6 pilots"."""
    return re.match(r"\W*\d[\d,.]*\+?\s+[a-z]", words) is not None


def is_of_tasks(section: Sequence[str]) -> bool:
    """Tells whether lines under these headings are tasks: "All members: read the draft" gives nobody a role."""
    return any(unqualified(heading).strip(" :").casefold() in table("bodies")["task_headings"] for heading in section)


def is_of_beginning(section: Sequence[str]) -> bool:
    """Tells whether a heading says that what stands below is how a body began: "Initial membership"."""
    return any(_begins().match(heading) is not None and is_generic(heading) for heading in section)


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(table('bodies')['beginnings'])})\s+", re.IGNORECASE)


def tail_of(text: str, span: Span) -> Span:
    """A span without the signs around a name."""
    return trimmed(text, span, " \n\t(–—-:|,/;•→")
