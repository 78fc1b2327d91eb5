"""Names as the documents write them: acronyms with their long forms, organisations, persons."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ctassist.extraction.places import folded, gazetteer
from ctassist.extraction.role_words import role_label
from ctassist.extraction.vocabulary import alternatives, forms_of_address, months, table, weekdays
from ctassist.model.text import Span

UPPER = "".join(chr(code) for code in range(0x0530) if unicodedata.category(chr(code)) == "Lu")
"""Capital letters of the Latin, Greek and Cyrillic scripts."""
_LETTER = r"[^\W\d_]"
WORD = rf"(?:[dl][’'])?[{UPPER}](?:{_LETTER}|\d|[’'.-](?={_LETTER})|(?<=s)[’'](?= [{UPPER}]))*"
"""A capitalised word; hyphens, apostrophes and points inside it belong to it: "Keepers' Guild", "d'Iroise"."""
PARTICLES = r"(?:(?:de|del|della|da|di|dos|du|la|van|von|den|der|ter|al|el|bin|ibn)\s+){0,2}"
"""Small words within people's names: "Anna van der Berg"."""
SPELLED = rf"(?:[{UPPER}]\. ?)+[{UPPER}]\."
"""Initials with their points: "U. S."."""
ACRONYM = rf"(?<![\w.])(?:[{UPPER}](?:[{UPPER}\d]|(?:[a-z](?=[{UPPER}])))+[a-z]?(?:-[IVX]+)?)(?![\w])"
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DEFINITION = re.compile(
    rf"(?P<long>{WORD}(?:[ ,-]+(?:{WORD}|[a-z]{{1,12}}"
    rf"|&)){{0,11}}?)\s*\(\s*(?:the\s+)?[“\"']?(?P<short>[{UPPER}][\w&.-]{{1,11}})[”\"']?\s*\)"
)
_REVERSED = re.compile(
    rf"(?P<short>(?<!\w)[{UPPER}][\w&-]{{1,11}})\s*\(\s*(?:the\s+)?(?P<long>{WORD}(?:[ ,-]+(?:{WORD}"
    rf"|[a-z]{{1,12}}|&)){{1,11}})\s*\)"
)
_SMALL = frozenset(
    [
        "of",
        "on",
        "for",
        "and",
        "the",
        "in",
        "to",
        "against",
        "de",
        "la",
        "le",
        "du",
        "des",
        "del",
        "by",
        "with",
        "&",
        "a",
        "an",
        "at",
    ]
)


def acronyms(text: str) -> Iterator[Span]:
    """Words written in capitals ("UNODC", "AfCHPR"), without Roman numerals, lone letters and the s of a plural.

    Nor is "MoU" one, which is a paper of anybody's, nor a part of a place's name: "DR Congo".
    """
    common = table("organisations")["common_acronyms"]
    for match in re.finditer(ACRONYM, text):
        if (
            match.group().removesuffix("s") in common
            or _is_in_place(match, text)
            or _is_office(match, text)
            or _is_month(match, text)
            or _NUMBERED_ISSUE.match(text, match.start())
        ):
            continue
        if not _ROMAN.fullmatch(match.group()) and sum(ch.isupper() for ch in match.group()) >= 2:
            plural = re.fullmatch(r"[A-Z]{2,}s", match.group()) is not None
            yield Span(match.start(), match.end() - plural)


def _is_month(acronym: re.Match[str], text: str) -> bool:
    """Tells whether an acronym is the month of a day before it: "12-14 MAR"."""
    return acronym.group().casefold() in months() and text[: acronym.start()].rstrip(" .")[-1:].isdigit()


def _is_office(acronym: re.Match[str], text: str) -> bool:
    """Tells whether an acronym is somebody's office: "USG Roe", "WTO ED Roe"; two letters may be anything else."""
    if acronym.group() not in table("people")["short"]:
        return False
    return _NAMED_BEHIND.match(text, acronym.end()) is not None or (
        len(acronym.group()) > _OFFICE_LETTERS and re.match(r" [A-Z]{3}", text[acronym.end() :]) is not None
    )


_OFFICE_LETTERS = 2
_NAMED_BEHIND = re.compile(rf" (?:(?:de|von|van|der|bin|al|el) )?[{UPPER}][’']?{_LETTER}*[a-z]")
_NUMBERED_ISSUE = re.compile(r"[A-Z]{5,}\s+(?:N[oOrR]\.?|#)\s*\d")
"""What periodicals print at their top: "BULLETIN No. 3" is nobody."""
_NEXT_WORDS = re.compile(rf" {WORD}(?: {WORD})?")
_LAST_WORD = re.compile(rf"(?<!\w){WORD},? $")


def _is_in_place(acronym: re.Match[str], text: str) -> bool:
    """Tells whether the words beside an acronym make a place's name of it: "DR Congo", "Washington DC"."""
    after, before = _NEXT_WORDS.match(text, acronym.end()), _LAST_WORD.search(text[: acronym.start()][-_FAR:])
    names = [f"{before.group()}{acronym.group()}"] if before else []
    if after:
        names += [f"{acronym.group()}{after.group()}", f"{acronym.group()} {after.group().split()[0]}"]
    return any(folded(name.replace(",", "")) in gazetteer() for name in names)


_FAR = 30


def abbreviated(word: str) -> bool:
    """Tells whether a word is written as an acronym."""
    return re.fullmatch(ACRONYM, word) is not None


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of acronym and long form, where the letters of the one are the initials of words of the other."""
    for pattern in (_DEFINITION, _REVERSED):
        for match in pattern.finditer(text):
            if long := defined(match["short"], match["long"]):
                yield match["short"], long


def defined(short: str, long: str) -> str | None:
    """Returns the shortest tail of a long form whose words spell its short one, or None."""
    letters = [ch for ch in short if ch.isalnum() and not ch.islower()]
    if len(letters) < 2 or not any(ch.isupper() for ch in short):
        return None
    words = " ".join(long.split()).split(" ")
    for spells in (_spells, _begins, _adds_a_letter):
        for start in range(len(words) - 1, -1, -1):
            if words[start][0].isupper() and words[start][0] == letters[0] and spells(words[start:], letters):
                return " ".join(words[start:])
    return None


_SYLLABLES = 3


def _begins(words: list[str], letters: list[str]) -> bool:
    """Tells whether an acronym is made of all telling words: of the initial of each, and of letters that come after it.

    WEC of "Wetland Conservancy", and IHYC of "International Hydrography Centre".
    """
    telling = [word.upper() for word in words if word.casefold() not in _SMALL]
    if len(letters) < _SYLLABLES or len(telling) < 2:
        return False
    ends = {0}
    for word in telling:
        ends = {
            end + count
            for end in ends
            for count in range(1, len(letters) - end + 1)
            if letters[end] == word[0] and _in_order(letters[end : end + count], list(word))
        }
    return len(letters) in ends


def _spells(words: list[str], letters: list[str]) -> bool:
    """Each letter is the initial of a word (or of a part of a hyphenated one), in order; few words are passed over."""
    initials = _initials(words)
    full = [part[0].upper() for word in words for part in re.split(r"[-’']", word) if part]
    return any(_in_order(letters, sequence) and len(sequence) - len(letters) <= 2 for sequence in (initials, full))


def _initials(words: list[str]) -> list[str]:
    return [
        part[0].upper() for word in words for part in re.split(r"[-’']", word) if part and part.casefold() not in _SMALL
    ]


def _adds_a_letter(words: list[str], letters: list[str]) -> bool:
    """Tells whether an acronym has all initials of a name of several words, and one letter of its full name beside."""
    initials = _initials(words)
    return (
        len(initials) >= _SEVERAL_WORDS
        and all(word[0].isupper() or word in _SMALL for word in words)
        and len(letters) == len(initials) + 1
        and _in_order(initials, letters)
    )


_SEVERAL_WORDS = 4


def _in_order(letters: list[str], initials: list[str]) -> bool:
    """Tells whether letters come one after the other among others."""
    rest = iter(initials)
    return all(letter in rest for letter in letters)


@cache
def _organisation() -> re.Pattern[str]:
    data = table("organisations")
    nouns = "|".join(noun.title().replace(" ", r"\s+") for noun in sorted(data["nouns"], key=len, reverse=True))
    joiner = "|".join(map(re.escape, data["joiners"]))
    chain = rf"{WORD}(?: (?:(?:{joiner}) ){{0,2}}{WORD}){{0,7}}"
    return re.compile(rf"(?<!\w)(?=(?:{WORD} |(?:{joiner}) ){{0,8}}(?:{nouns})\b)(?P<name>{chain})")


@cache
def _last_label() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{role_label()})$", re.IGNORECASE)


def organisations(text: str) -> Iterator[Span]:
    """Capitalised names with a noun of organisations ("Office of the High Commissioner", "Nigeria Police Force")."""
    nouns = organisation_nouns()
    for match in _organisation().finditer(text):
        start = match.start("name") + leading(match["name"])
        given = _GIVEN_TO.match(text, start, match.end("name"))
        end = given.end() if given else match.end("name")
        # "Harbour Council Chair: Ana Roe" labels a post of the council.
        label = _last_label().search(text, start, end) if text.startswith(":", end) else None
        end = label.start() if label else end
        if post := _POST_FOR.search(text, start, end):
            end = post.start()
        if rubric := _rubric().search(text, start, end):
            end = rubric.start()
        end = _without_what_it_did(text, start, end)
        if (which := _ordinal().match(text, start, end)) and _gathers().match(text, end):
            start = which.end()  # The tenth meeting of a committee is none of a "Tenth Committee".
        if (where := _SOMEWHERE.search(text, start, end)) and text[start : where.start()].split()[
            -1
        ].casefold() in nouns:
            end = where.start() if folded(text[where.end() : end]) in gazetteer() else end
        words = text[start:end].split()
        if len(words) > 1 and any(word.casefold() in nouns for word in words):
            yield Span(start, end)


def _without_what_it_did(text: str, start: int, end: int) -> int:
    """Where a name ends before what many have: a paper ("Tide Board MoU"), a meeting, a way ("Board Arria-formula")."""
    while behind := _of_many().search(text, start, end):
        end = behind.start()
    return end


@cache
def _of_many() -> re.Pattern[str]:
    data = table("organisations")
    kinds = alternatives(word.title() for word in data["kinds_of_meetings"])
    meetings = alternatives(word.title() for word in data["meetings"])
    papers = alternatives(data["common_acronyms"])
    return re.compile(rf"\s+(?:{papers}|(?:(?:{kinds})\s+)?(?:{meetings})|[{UPPER}]\w*-[a-z]\w*)$")


_SOMEWHERE = re.compile(r"(?<=\w) in (?:the )?(?=[^\W\d_a-z])")
"""What may lead to the place where an organisation did something: "the ropes of the Pilots Fund in Dakar"."""


@cache
def _rubric() -> re.Pattern[str]:
    """What a heading has of an organisation, behind its name: "Union News"."""
    return re.compile(rf"(?:\s+(?:and\s+)?(?i:{alternatives(table('organisations')['rubrics'])}))+(?:\s+and)?$")


_GIVEN_TO = re.compile(rf"\S.*? (?:on|for) .*?(?= to (?:the )?{ACRONYM})")
"""The name of a body with its topic, before whoever gets something of it: "the Group on Tides to WTO in Riga"."""
_POST_FOR = re.compile(
    rf"(?:\s+(?:regional|national|general|senior|special))?\s+(?:{role_label()})(?=\s+(?:for|on)\s)", re.IGNORECASE
)
"""A post with its topic behind whoever has it: "Union Focal Point for Data"."""
_MONTH_BEFORE = re.compile(r"(?P<month>[^\W\d_]+)\s+(?=[Tt]he\s)")


def leading(name: str) -> int:
    """How many characters stand before the name itself: a month, "The", another name ("WTO and the Pilots Union")."""
    month = _MONTH_BEFORE.match(name)
    start = month.end() if month and month["month"].casefold() in months() else 0
    other = re.match(rf"(?:{ACRONYM})\s+and\s+(?:the\s+)?|.*?\s+and\s+the\s+", name[start:])
    start += other.end() if other else 0
    # "WTO-Delft Institute" are two, and "UN-Habitat Fund" is one.
    joined = re.match(rf"(?:(?=[{UPPER}\d]{{3}}){ACRONYM}-)+(?=[{UPPER}][a-z])", name[start:])
    start += joined.end() if joined and " " in name[start + joined.end() :] else 0
    article = re.match(r"[Tt]he\s+", name[start:])
    start += article.end() if article else 0
    # "Experts of the University of Riga" are not the university.
    who = re.match(rf"(?P<who>{WORD})\s+of\s+(?:the\s+)?", name[start:]) or _post_of().match(name[start:])
    return start + who.end() if who and who["who"].casefold() not in organisation_nouns() else start


@cache
def _ordinal() -> re.Pattern[str]:
    words = alternatives(word.title() for word in table("organisations")["ordinals"])
    return re.compile(rf"(?:{words})\s+(?=\S+\s)")


@cache
def _gathers() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(table('organisations')['meetings'])})\b")


@cache
def _post_of() -> re.Pattern[str]:
    """A post before the organisation it is of: "Managing Director of the Pilots Union"."""
    linking = [form for role in table("roles").values() if role.get("between") for form in role["forms"]]
    posts = alternatives([*table("people")["titles"], *table("people")["offices"], *linking])
    return re.compile(rf"(?:{WORD}\s+)?(?P<who>(?i:{posts}))\s+(?:of|at|for|to|with)\s+(?:the\s+)?")


@cache
def organisation_nouns() -> frozenset[str]:
    """The words that organisations' names have, in lower case."""
    return frozenset(word for noun in table("organisations")["nouns"] for word in noun.split())


@cache
def _person() -> re.Pattern[str]:
    data = table("people")
    title = alternatives(data["titles"])
    # A name after a title ("Executive Director Jane Roe") or an honorific ("Ms. Roe"); initials allowed.
    name = rf"{WORD}(?: (?:(?:de|von|van|der|bin|al|el)\b|{WORD})){{0,3}}"
    return re.compile(rf"(?<!\w)(?:(?P<hon>{forms_of_address()})|(?P<title>(?i:{title})))\s+(?P<name>{name})")


@cache
def _person_by_office() -> re.Pattern[str]:
    """A name behind the initials of an office: "USG Roe"."""
    name = rf"{WORD}(?: (?:(?:de|von|van|der|bin|al|el) )?{WORD}){{0,2}}"
    offices = alternatives(table("people")["short"])
    return re.compile(rf"(?<![\w-])(?P<whose>(?:{ACRONYM}) )?(?P<title>{offices}) (?P<name>{name})")


def persons(text: str) -> Iterator[tuple[Span, str | None]]:
    """Names after a title or an honorific, with the title."""
    for match in _person_by_office().finditer(text):
        told = match["whose"] or len(match["title"]) > _OFFICE_LETTERS  # "PM" may be anything else.
        if told and not any(word.isupper() for word in match["name"].split()):
            yield Span(*match.span("name")), match["title"]
    stop = set(months()) | set(weekdays())
    for match in _person().finditer(text):
        first = match["name"].split()[0]
        title = match["title"]
        if title and not title[0].isupper():
            continue
        if (
            (first.casefold() in stop and len(match["name"].split()) == 1)
            or first.isupper()
            or _is_in_capitals(match["hon"])
            or first.casefold() in title_words()
            or (title and match["name"].casefold() in table("bodies")["nouns"])  # A "General Assembly" is no general.
        ):
            continue
        yield Span(match.start("name"), _before_title(text, Span(*match.span("name")))), title


def _is_in_capitals(honorific: str | None) -> bool:
    """Tells whether letters before a name are rather some other short name: "ING Bank"."""
    return honorific is not None and len(honorific) > _OFFICE_LETTERS and honorific.isupper()


def _before_title(text: str, name: Span) -> int:
    """Where a name ends that a title follows on the line below: "Dr. Jane Roe Executive Secretary".

    Of one word it may be the family's: "Mr. Tom Dean".
    """
    for nth, word in enumerate(re.finditer(r"\S+", name.of(text))):
        at = name.start + word.start()
        title = _title_behind().match(text, at) if nth else None
        if title and (nth > 1 or " " in title.group()):
            return name.start + len(text[name.start : at].rstrip())
    return name.end


@cache
def _title_behind() -> re.Pattern[str]:
    people = table("people")
    return re.compile(rf"(?i:{alternatives([*people['titles'], *people['offices'], *people['heads']])})\b")


@cache
def title_words() -> frozenset[str]:
    """The words of people's titles, in lower case."""
    return frozenset(part for title in table("people")["titles"] for part in re.split(r"[\s-]", title))


def names_organisation(longs: set[str]) -> bool:
    """Tells whether any of some long forms has a noun of organisations."""
    return any(word.casefold() in organisation_nouns() for long in longs for word in long.split())
