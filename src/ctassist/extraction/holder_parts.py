"""What a list of holders is made of: persons, their titles and organisations, and names that "and" joins."""

import re
from functools import cache

from ctassist.extraction.names import WORD, abbreviated
from ctassist.extraction.vocabulary import alternatives, forms_of_address, table

_AND = re.compile(r"\s+(?:and|&)\s+")
_MOST_OF_A_PERSON = 5


@cache
def _titles() -> str:
    people = table("people")
    return alternatives([*people["titles"], *people["offices"]])


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('people')['titles'])})\b", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """A title with up to two words before it: "Chief Keeper", "Deputy Executive Director of WTO"."""
    return re.compile(
        rf"(?:the\s+)?(?:{WORD}\s+){{0,2}}(?P<title>(?i:{_titles()}))\b(?:\s+(?:of|for|at|to|on|in)\b.*)?"
    )


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"(?P<title>(?i:{_titles()}))\s+(?P<name>.+)")


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(forms_of_address())


def has_title(name: str) -> bool:
    """Tells whether a name contains a person's title, so that it may be an office."""
    return _title().search(name) is not None


def is_office(name: str) -> bool:
    """Tells whether words are a title, with or without what it is of: "Executive Director", "Head of WTO"."""
    return _titled().fullmatch(name) is not None


def is_organisation(name: str) -> bool:
    """Tells whether words are an acronym, or have a noun for organisations."""
    words = name.split()
    nouns = table("organisations")["nouns"]
    return (len(words) == 1 and abbreviated(name)) or any(word.casefold() in nouns for word in words)


def is_person(name: str) -> bool:
    """Tells whether words look like a person's name: a few with capitals, none a title, an acronym or a noun."""
    words = name.split()
    joiners = set(table("organisations")["joiners"]) - {"de", "la", "le", "du", "des", "del", "von", "van"}
    return (
        1 < len(words) <= _MOST_OF_A_PERSON
        and not has_title(name)
        and not is_office(name)
        and not is_organisation(name)
        and not any(word in joiners or (len(word) > 1 and abbreviated(word)) for word in words)
    )


def is_of_something(name: str) -> bool:
    """Tells whether words say what somebody is or works at by what it is of: "Keeper of the Lamps"."""
    return re.match(rf"{WORD}(?:\s+{WORD})*\s+(?:of|for)\s", name) is not None


def first_of_joined(name: str, *, after_person: bool = False) -> str:
    """The first of the holders that "and" joins, or the whole name where it joins the parts of one.

    An office keeps what "and" adds to it: "Under-Secretary-General for X and Head of Y". Behind a person's name the
    next person may follow the office: "Ana Roe, Head of WTO and Bo Li".
    """
    for joint in _AND.finditer(name):
        before, after = name[: joint.start()], name[joint.end() :]
        if _are_two(before, after):
            return before
        if after_person and is_organisation(before.split()[-1]) and is_person(_AND.split(after)[0]):
            return before
    return name


def _are_two(before: str, after: str) -> bool:
    if _honorific().fullmatch(after.split()[0]):
        return True
    one, other = _addressed().match(before), _addressed().match(after)
    if one and (is_person(one["name"]) or one["name"].split()[0].casefold() in ("of", "for")):
        same = other is not None and one["title"].casefold() == other["title"].casefold()
        return same or (is_person(one["name"]) and is_person(_AND.split(after)[0]))
    if has_title(before) or has_title(after):
        return False
    parts = [before, *_AND.split(after)]
    if all(map(is_person, parts)):
        return True
    return all(len(part.split()) <= 3 for part in parts) and not _is_one_name(parts)


def _is_one_name(parts: list[str]) -> bool:
    """Tells whether "and" joins the objects of one office: "Bureau of Fog and Oil"."""
    joiners = table("organisations")["joiners"]
    return any(word in joiners for word in parts[0].split()) and len(parts[-1].split()) == 1 and not parts[-1].isupper()


def in_one_script(name: str) -> str:
    """A name without the words that write it once more in other letters: "Mei Tan 谭梅" is "Mei Tan"."""
    words = name.split()
    latin = [word for word in words if re.search(r"[A-Za-zÀ-ɏ]", word) or not word.isalpha()]
    return " ".join(latin or words)
