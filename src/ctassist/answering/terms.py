"""Words as retrieval sees them: folded, stemmed, and weighted by how rare they are in the archive."""

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import Stemmer
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from ctassist.extraction.vocabulary import alternatives
from ctassist.extraction.vocabulary import table as extraction_table

_TOKEN = re.compile(r"\b\d{1,2}:\d{2}\b|\b[vV]\d+(?:\.\d+)+|\d+(?:[.,]\d+)+|[^\W_]+(?:[’'](?=[^\W\d_])[^\W_]+)?")
_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$")
"""What a verb has become at a word's end: "what's", "isn't"."""
_VERSION = re.compile(r"v?(?P<series>(?P<first>\d+\.\d+)(?:\.\d+)*)")
"""A version's number, with or without the letter before it: "v1.30.2" is 1.30.2, and one of 1.30."""
_PLURAL_ACRONYM = re.compile(r"[A-Z]+[a-z]?[A-Z]+s")
_LETTERS = re.compile(r"[b-df-hj-np-tv-xz]{2,}(?<!s)s")
"""Several of what has an abbreviation for its name, in lower case: "rfcs"."""
_SPELLING = re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text and its stem."""

    text: str
    start: int
    end: int
    stem: str


@cache
def table(name: str) -> dict[str, Any]:
    """Reads ``data/<name>.toml`` of this room."""
    return tomllib.loads(files("ctassist.answering").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english")


_ORDINALS = {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
"""Ordinals in words as they stand in figures: "eighth" is "8th"."""


@cache
def _irregular_forms() -> dict[str, str]:
    """Forms that no stemmer takes back to their word: "took" is "take", "children" is "child"."""
    plurals = {plural: noun for noun, plural in table("words")["irregular_plurals"].items()}
    return plurals | {past: verb for verb, pasts in table("words")["irregular_verbs"].items() for past in pasts}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word: lower case, without accents, British endings as American ones, Snowball's English stem."""
    plain = fold(word[:-1] if _PLURAL_ACRONYM.fullmatch(word) else word).removesuffix("'s")
    if plain in _ORDINALS:
        return _ORDINALS[plain]
    if plain == "according":
        return plain  # Who tells something "according to" somebody signs no accord.
    if version := _VERSION.fullmatch(plain):
        return version["series"]
    plain = _irregular_forms().get(plain, plain)
    if _LETTERS.fullmatch(plain):
        return plain[:-1]
    if len(plain) > 6:
        plain = _SPELLING.sub(r"iz\1", plain)
    plain = plain.replace("programme", "program").removesuffix("tre") + ("ter" if plain.endswith("tre") else "")
    return str(_stemmer().stemWord(plain))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, with plain apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).casefold()


@cache
def _english() -> SpellChecker:
    """The words of the English language; read once, when the first unknown word is met (some 0.3 s)."""
    return SpellChecker(distance=1)


def is_english(word: str) -> bool:
    """Tells whether a word, in lower case, is one of the English language."""
    return word in _english()


_RARE = 1_000
"""What is read less often than this, in the word list's counts from films and books, is rather a name than a word."""


def is_everyday(word: str) -> bool:
    """Tells whether a word, in lower case, is one of the English language that is in everyday use.

    The list of the language has some names as well, such as "interpol", but seldom met with.
    """
    return word in _english() and _english()[word] >= _RARE


@lru_cache(maxsize=2_048)
def tokens(text: str) -> tuple[Token, ...]:
    """Splits a text into its words; hyphenated words come apart."""
    return tuple(Token(m.group(), m.start(), m.end(), stem(m.group())) for m in _TOKEN.finditer(text))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words, abbreviations of bodies written out; of "v1.30.2" also the series, 1.30."""
    said = frozenset(stem(word) for word in _TOKEN.findall(written_out(text)))
    return said | {version["first"] for word in said if word[0].isdigit() and (version := _VERSION.fullmatch(word))}


@cache
def function_words() -> frozenset[str]:
    """Words that carry no subject."""
    return frozenset(table("words")["function_words"])


@cache
def light_stems() -> frozenset[str]:
    """Stems of verbs that ask rather than tell."""
    return frozenset(stem(word) for word in table("words")["light_verbs"])


@cache
def generic_event_stems() -> frozenset[str]:
    """Stems of nouns for anything that happens."""
    return frozenset(stem(word) for word in table("words")["generic_events"])


@cache
def event_stems() -> frozenset[str]:
    """Stems of nouns for kinds of events."""
    return frozenset(stem(word) for word in table("words")["event_nouns"])


@cache
def generic_actor_stems() -> frozenset[str]:
    """Stems of nouns for whoever acts."""
    return frozenset(stem(word) for word in table("words")["generic_actors"])


@cache
def figure_stems() -> frozenset[str]:
    """Stems of words by which a question asks for figures; they name no label."""
    return frozenset(stem(word) for word in table("words")["figure_words"])


@cache
def figure_way_stems() -> frozenset[str]:
    """Stems of words by which a question looks at figures, unless a label has them."""
    return frozenset(stem(word) for word in table("words")["figure_ways"])


@cache
def process_nouns() -> frozenset[str]:
    """Nouns for how something is decided ("vote", "motion")."""
    return frozenset(table("words")["process_nouns"])


@cache
def deciding_stems() -> frozenset[str]:
    """Stems of verbs for deciding ("approve", "adopt")."""
    return frozenset(stem(word) for word in table("words")["deciding_verbs"])


@cache
def choosing_stems() -> frozenset[str]:
    """Stems of verbs for presenting one thing among many."""
    return frozenset(stem(word) for word in table("words")["choosing_verbs"])


@cache
def words_way_stems() -> frozenset[str]:
    """Stems of words by which a question asks for somebody's words, or tells what these do."""
    return frozenset(stem(word) for kind in ("ways", "doing", "speakers") for word in table("statements")[kind])


@cache
def speaker_words() -> tuple[str, ...]:
    """Nouns for whoever speaks, and what may stand before them ("senior officials")."""
    return tuple(table("statements")["speakers"])


@cache
def numeral_stems() -> frozenset[str]:
    """Stems of small numbers in words."""
    return frozenset(stem(word) for word in table("words")["numerals"])


@cache
def counted_people_stems() -> frozenset[str]:
    """Stems of nouns for people who are counted."""
    return frozenset(stem(word) for word in table("words")["counted_people"])


@cache
def money_stems() -> frozenset[str]:
    """Stems of nouns for money."""
    return frozenset(stem(word) for word in table("words")["money"])


@cache
def winning_stems() -> frozenset[str]:
    """Stems of words by which a passage tells of a winner."""
    return frozenset(stem(word) for word in table("words")["winning_words"])


@cache
def belonging_stems() -> frozenset[str]:
    """Stems of verbs for coming to belong somewhere, or no longer."""
    return frozenset(stem(word) for word in table("words")["belonging_verbs"])


@cache
def prize_stems() -> frozenset[str]:
    """Stems of nouns for what is won."""
    return frozenset(stem(word) for word in table("words")["prizes"])


@cache
def role_noun_stems() -> frozenset[str]:
    """Stems of nouns for holding a role ("the post of chair")."""
    return frozenset(stem(word) for word in table("words")["role_nouns"])


@cache
def history_stems() -> frozenset[str]:
    """Stems of words by which a question looks at a role over time."""
    return frozenset(stem(word) for word in table("words")["history_words"])


@cache
def _core_nouns() -> frozenset[str]:
    return frozenset(form for noun in bodies()["core"] for word in noun.split() for form in (word, word + "s"))


def is_core_body_noun(token: Token) -> bool:
    """Tells whether a word is a noun that most names of bodies have, and that tells nothing of which is meant."""
    return fold(token.text) in _core_nouns()


@cache
def core_body_stems() -> frozenset[str]:
    """Stems of the words of those nouns: of "Oil Network Group" only "oil network" tells which group it is."""
    return frozenset(map(stem, _core_nouns()))


@cache
def _body_nouns() -> frozenset[str]:
    words = {word for noun in bodies()["nouns"] for word in noun.replace("-", " ").split()}
    # An assembly is a body, and assemblies happen.
    several = [f"{noun.split()[-1][:-1]}ies" for noun in bodies()["core"] if noun.endswith("y")]
    return frozenset([*several, *(form for word in words for form in (word, f"{word}s"))])


def is_body_noun(token: Token) -> bool:
    """Tells whether a word is (part of) a noun for bodies ("working group"): most names of bodies have one."""
    return fold(token.text) in _body_nouns()


def is_light(token: Token) -> bool:
    """Tells whether a word is a verb that merely asks; with a capital it is part of a name ("SIG Release")."""
    return token.stem in light_stems() and not (token.text[0].isupper() and token.start > 0)


@cache
def bodies() -> dict[str, Any]:
    """The words for bodies that extraction uses."""
    return extraction_table("bodies")


@cache
def body_noun_pattern() -> str:
    """A regular expression for any noun for bodies or its abbreviation; an "s" behind it makes a plural of it."""
    several = (f"{noun[:-1]}ie" for noun in bodies()["core"] if noun.endswith("y"))
    return alternatives([*bodies()["nouns"], *several, *bodies()["abbreviations"]])


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(bodies()['abbreviations'])})s?\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """Writes abbreviations of bodies out: "WG on trade" is "working group on trade"."""
    short = bodies()["abbreviations"]

    def full(match: re.Match[str]) -> str:
        word = fold(match.group())
        return str(short.get(word) or short.get(word.removesuffix("s")) or match.group())

    return _abbreviation().sub(full, text)


def content(text: str) -> list[Token]:
    """The words of a text that carry its subject."""
    shouted = text.isupper()
    return [
        token
        for token in tokens(text)
        # "WHO" and "IT" in a question that is not all in capitals are names.
        if _CONTRACTED.sub("", fold(token.text)) not in function_words()
        or (token.text.isupper() and len(token.text) > 1 and not shouted)
    ]


def akin(stem_: str, other: str) -> bool:
    """Tells whether two stems are of one family that the stemmer leaves apart: "attend" and "attende" (attendee)."""
    short, long = sorted((stem_, other), key=len)
    return len(short) >= 5 and len(long) - len(short) <= 3 and long.startswith(short)


BASE = 6
"""So many letters has the stem of a word from which another is derived, at least."""


def are_derived(stem_: str, other: str) -> bool:
    """Tells whether one of two stems is that of an adjective made of the other's noun: "congress", "congression"."""
    short, long = sorted((stem_, other), key=len)
    return len(short) >= BASE and long.startswith(short) and long[len(short) :] in table("words")["adjective_endings"]


_ISM = re.compile(r"is[tm]$")


def of_one_ism(stem_: str, other: str) -> bool:
    """Tells whether two stems are of those who do something and of what they do: "terrorist" and "terrorism"."""
    plain, same = _ISM.sub("", stem_), _ISM.sub("", other)
    return stem_ != other and len(plain) >= 5 and plain == same


def misspelt(word: str, other: str) -> bool:
    """Tells whether a word is probably another one misspelt: one slip in four letters, two in eight."""
    slips = 2 if len(word) >= 8 else 1
    return (
        len(word) >= 4
        and abs(len(word) - len(other)) <= slips
        and OSA.distance(word, other, score_cutoff=slips) <= slips
    )


def abbreviates(acronym: str, initials: str, name: str) -> bool:
    """Tells whether an acronym stands for a name: it has the initials of its words, and maybe letters within them."""
    return (
        len(initials) >= 2
        and acronym[0] == initials[0]
        and _within(initials, acronym)
        and _within(acronym, name.upper())
    )


def shortens(acronym: str, initials: str) -> bool:
    """Tells whether an acronym leaves out words of a name: "PVE" of "Preventing and countering violent extremism"."""
    return len(acronym) >= _TELLING_LETTERS and acronym[0] == initials[:1] and _within(acronym, initials)


_TELLING_LETTERS = 3


def _within(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


class Weights:
    """How much a word tells: inverse document frequency over the archive's items, 0 to 1.

    The formula is BM25's idf, ``log(1 + (N - n + 0.5) / (n + 0.5))``, divided by that of a word which never occurs.
    """

    def __init__(self, frequencies: Mapping[str, int], items: int) -> None:
        self._frequencies = frequencies
        self._items = max(items, 1)
        self._top = self._idf(0)

    def _idf(self, count: int) -> float:
        return math.log(1 + (self._items - count + 0.5) / (count + 0.5)) if count <= self._items else 0.0

    def __call__(self, stem_: str) -> float:
        """The weight of a stem; verbs that merely ask weigh a quarter."""
        weight = max(self._idf(self._frequencies.get(stem_, 0)) / self._top, 0.05)
        return weight * 0.25 if stem_ in light_stems() else weight

    def stems(self) -> Iterable[str]:
        """The stems of all words that the archive uses."""
        return self._frequencies

    def known(self, stem_: str) -> bool:
        """Tells whether the archive uses the word at all."""
        return stem_ in self._frequencies
