"""Questions in the other official languages of the United Nations, put into English word by word.

What is asked about (bodies, places, figures, names) stands in the archive's own words, so a translation need not read
well: it must have the words that the archive uses. A phrase may have several translations; the one whose words the
archive has is taken. A word without a translation stays as it is, so that a question that is only half understood is
not answered by guess.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

import Stemmer
from babel import Locale

from ctassist.answering.phrasing.foreign_numbers import with_ordinals
from ctassist.answering.terms import fold
from ctassist.answering.wording import ENGLISH
from ctassist.extraction.places import gazetteer

_SNOWBALL = {"fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic", "zh": ""}
"""The languages beside English, with their Snowball stemmers; Chinese words do not change their form."""
_MONTH_LOCALES = {"ar": ("ar", "ar_LB", "ar_MA")}
"""Arabic has three sets of names of months."""
_SCRIPTS = (
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_NUMBER = r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*"
_SIGN = r"[“”\"?!.,;:()\-–/#@&]"
_MIXED = r"[A-Za-z]+\d+[A-Za-z][A-Za-z\d]*"
"""A name of letters and digits: "H2O", "K9s"."""
_TOKEN = re.compile(rf"{_MIXED}|{_NUMBER}|[^\W\d_]+|{_SIGN}")
_CHINESE = re.compile(rf"[\u3400-\u9fff]|{_NUMBER}|[A-Za-zÀ-ž][A-Za-zÀ-ž0-9'’-]*|{_SIGN}")
_CHINESE_DATE = re.compile(r"(?:(?P<year>\d{4})\s*年)?\s*(?:(?P<month>\d{1,2})\s*月)?\s*(?:(?P<day>\d{1,2})\s*[日号])?")
_CHINESE_DAY = r"(?:\d{4}\s*年\s*)?(?:\d{1,2}\s*月\s*)?(?:\d{1,2}\s*[日号])?(?<=[年月日号])"
_CHINESE_AFTER_DATE = re.compile(rf"自?(?P<date>{_CHINESE_DAY})\s*(?P<side>以来|之后|以后|后|之前|以前|前)")
_SIDES = {
    "以来": "since",
    "之后": "after",
    "以后": "after",
    "后": "after",
    "之前": "before",
    "以前": "before",
    "前": "before",
}
_CHINESE_PART = re.compile(r"(?P<year>\d{4}\s*年)\s*(?P<part>第?[一二三四1-4]季度|[上下]半年|[初末底])")
_IN_BRACKETS = re.compile(r"[(“]\s*[A-Z][A-Za-z .&-]+\s*[)”]")
_FOREIGN = re.compile(r"[\u0400-\u06ff\u3400-\u9fff]+")
_SEAM = re.compile(r"(?<=[\u0400-\u06ff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u0400-\u06ff])")
"""Where a particle is grown on a name in Latin letters, which has no entry."""
_HARAKAT = re.compile(r"[\u064b-\u0652\u0670]")
"""Arabic signs for short vowels, which most texts leave out."""
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹؟،؛", "01234567890123456789?,;")
_WIDE = str.maketrans("？，。；：（）「」《》、", "?,.;:()“”“”,")
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ك", "ل")
_ARTICLE = re.compile(r"^ال(?=\w{3})")
_LONGEST = 8
_LATIN_NAME = re.compile(
    r"(?<=[\s(“\"«])(?:The\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|on|for|and|the|in|to)\s+){0,2}[A-Z][\w’'-]*)*"
)
"""A name in Latin letters within a question: "Panel on Wreck Marking"."""
_GLOSS = 3
"""A word of the archive's own in brackets, behind the foreign one, has at most so many words."""
_LETTERS = 2
"""So many letters of a script tell its language."""
_MONTHS = tuple(Locale("en").months["format"]["wide"].values())

Known = Callable[[str], bool]
"""Tells whether the archive uses a word."""
Together = Callable[[str, Collection[str]], bool]
"""Tells whether a name of the archive has some words beside one of others."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A question in English, and the language that it was asked in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class _Phrasebook:
    """Phrases of one language, as the stems of their words, with their translations."""

    language: str
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    """By words as they are written, without accents, and by stems: "Mali" and "Malé" have one stem."""


def translated(text: str, known: Known, together: Together = lambda _words, _others: False) -> Translation:
    """Puts a question into English; an English one is returned as it is.

    Args:
        text: the question as typed.
        known: tells whether the archive uses a word, to choose between translations.
        together: tells whether words stand in one of its names, to choose between those that it uses.
    """
    language = language_of(text)
    if language == ENGLISH:
        return Translation(text, ENGLISH)
    choices = list(_put(_words(text, language), phrasebook(language), known))
    english = _tidied(" ".join(_chosen(choices, known, together)))
    if _IN_BRACKETS.search(english):
        # Who adds the name as the archive writes it needs no translation of it.
        english = _tidied(_FOREIGN.sub(" ", english))
    return Translation(english, language)


def language_of(text: str) -> str:
    """The language of a question: by its script, else by its function words; English in doubt."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", text)]
    # "The" and "on" within the name of a body are no English question.
    asking = [fold(word) for word in re.findall(r"[^\W\d_]+", _LATIN_NAME.sub(" ", text))]
    for language, script in _SCRIPTS:
        # A name in Latin letters may be longer than the rest; a foreign name in an English question is not.
        if len(script.findall(text)) >= _LETTERS and not any(word in _asking(ENGLISH) for word in asking):
            return language
    # A name in capitals ("LES", "UNE") is no function word.
    shouted = {fold(word) for word in re.findall(r"\b[A-Z]{2,}\b", text)} if not text.isupper() else set()
    scores = {
        language: sum(word in _asking(language) for word in words if word not in shouted)
        for language in ("fr", "es", ENGLISH)
    }
    scores["es"] += any(sign in text for sign in "¿¡ñÑ") if scores["es"] else 0
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > scores[ENGLISH] else ENGLISH


@cache
def _asking(language: str) -> frozenset[str]:
    """Words by which a text of this language is told from the others."""
    return frozenset(map(fold, _table(language)["asking"]))


@cache
def phrasebook(language: str) -> _Phrasebook:
    """The phrases of a language: ``data/languages/<language>.toml``, months and countries from the Unicode CLDR."""
    entries: list[tuple[str, tuple[str, ...]]] = []
    table = _table(language)
    for section in ("phrases", "words", "names"):
        for phrase, english in table.get(section, {}).items():
            entries.append((phrase, (english,) if isinstance(english, str) else tuple(english)))
    entries += [(name, (english,)) for name, english in (*_months(language), *_territories(language))]
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    # What is written so comes before what merely has the same stems.
    for form in _forms(language):
        for phrase, choices in entries:
            phrases.setdefault(tuple(map(form, _words(phrase, language))), choices)
    phrases.pop((), None)
    return _Phrasebook(language, phrases)


def _forms(language: str) -> tuple[Callable[[str], str], ...]:
    """The forms by which words are looked up, the most exact one first."""
    bare = (_without_article,) if language == "ar" else ()
    return (str.casefold, fold, *bare, lambda word: "~" + _stem(word, language))


def _without_article(word: str) -> str:
    """An Arabic word without its article: "the international" is no form of "countries", of which it has the stem."""
    return "=" + _ARTICLE.sub("", word)


@cache
def _table(language: str) -> dict[str, Any]:
    path = files("ctassist.answering").joinpath("data", "languages", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _months(language: str) -> Iterator[tuple[str, str]]:
    for locale in _MONTH_LOCALES.get(language, (language,)):
        for context in ("format", "stand-alone"):
            for number, name in Locale.parse(locale).months[context]["wide"].items():
                yield name, _MONTHS[number - 1]


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """Countries, regions and continents by their names in a language, with the names that the gazetteer has."""
    english = Locale("en").territories
    for code, name in Locale(language).territories.items():
        if code in english and (place := gazetteer().get(fold(english[code]))):
            yield name, place.name


def _words(text: str, language: str) -> list[str]:
    """The words of a text; of Chinese, its characters."""
    text = _HARAKAT.sub("", text.translate(_WIDE).translate(_ARABIC_DIGITS).replace("ـ", ""))
    text = with_ordinals(_SEAM.sub(" ", text), language)
    if language == "zh":
        # What stands behind a date in Chinese stands before it in English.
        text = _CHINESE_AFTER_DATE.sub(lambda match: f" {_SIDES[match['side']]} {match['date']}", text)
        text = _CHINESE_PART.sub(r"\g<part>\g<year>", text)
        text = _CHINESE_DATE.sub(_english_date, text)
        return _CHINESE.findall(text)
    return _TOKEN.findall(re.sub(r"(?<=\w)[’'](?=\w)", " ", text))


def _english_date(match: re.Match[str]) -> str:
    """Says a Chinese date in English: "2024年2月3日" is "3 February 2024"."""
    month = int(match["month"]) if match["month"] else 0
    if not match.group().strip() or not (match["year"] or month) or month > len(_MONTHS):
        return match.group()
    return f" {' '.join(filter(None, (match['day'], _MONTHS[month - 1] if month else '', match['year'])))} "


@cache
def _stemmer(language: str) -> Any:
    return Stemmer.Stemmer(_SNOWBALL[language])


def _stem(word: str, language: str) -> str:
    if language == "zh" or not word[0].isalpha():
        return word.casefold()
    # Russian and Arabic letters are not to be taken apart: "й" is no "и" with an accent.
    plain = fold(word) if language in ("fr", "es") else word.casefold().replace("ё", "е")
    return str(_stemmer(language).stemWord(plain))


def _put(words: Sequence[str], book: _Phrasebook, known: Known) -> Iterator[tuple[str, ...]]:
    """Yields the possible translations phrase by phrase, the longest phrase first at each point."""
    words = _with_glosses(words, book, known)
    forms = [[form(word) for word in words] for form in _forms(book.language)]
    index = 0
    while index < len(words):
        for count in range(min(_LONGEST, len(words) - index), 0, -1):
            keys = [tuple(form[index : index + count]) for form in forms]
            if english := _lookup(keys, words[index], book):
                yield from _joining(words[index], forms[0][index], book)
                yield english
                index += count
                break
        else:
            yield (words[index],)
            index += 1


def _with_glosses(words: Sequence[str], book: _Phrasebook, known: Known) -> Sequence[str]:
    """The words with those of the archive that stand in brackets in place of the ones that they explain.

    "Télétravail (remote)" is asked for by "remote".
    """
    told: list[str] = []
    index = 0
    while index < len(words):
        gloss = _gloss(words, index, book, known) if words[index] == "(" else ()
        if gloss:
            told[-_explained(told, len(gloss), book) :] = gloss
            index += len(gloss) + 2
        else:
            told.append(words[index])
            index += 1
    return told


def _explained(told: Sequence[str], most: int, book: _Phrasebook) -> int:
    """How many words before a bracket it explains: the last one, and those before it that have no translation."""
    count = 1
    while count < min(most, len(told)) and told[-count - 1][0].isalpha() and not _is_known(told[-count - 1], book):
        count += 1
    return count


def _is_known(word: str, book: _Phrasebook) -> bool:
    return bool(_lookup([(form(word),) for form in _forms(book.language)], word, book))


def _gloss(words: Sequence[str], opening: int, book: _Phrasebook, known: Known) -> Sequence[str]:
    """The words in brackets that open at a place, where they are the archive's and explain the word before them."""
    inside = list(takewhile(lambda word: word != ")", words[opening + 1 : opening + _GLOSS + 2]))
    if not opening or not words[opening - 1][0].isalpha() or len(inside) > _GLOSS:
        return ()
    foreign = any((word,) in book.phrases for word in inside)
    english = not foreign and all(word.isascii() and word.islower() and known(word) for word in inside)
    return inside if english else ()


def _lookup(keys: Sequence[tuple[str, ...]], first: str, book: _Phrasebook) -> tuple[str, ...]:
    """The translations of a phrase; an Arabic word may have a conjunction or preposition grown on."""
    found = next((english for key in keys if (english := book.phrases.get(key))), ())
    if found or book.language != "ar":
        return found
    for prefix in _ARABIC_PREFIXES:
        if first.startswith(prefix) and len(first) > len(prefix) + 2:
            bare = ("~" + _stem(first[len(prefix) :], "ar"), *keys[-1][1:])
            if english := book.phrases.get(bare):
                return english
    return ()


def _joining(word: str, typed: str, book: _Phrasebook) -> Iterator[tuple[str, ...]]:
    """The "and" that is grown on an Arabic word which has an entry only without it."""
    if book.language == "ar" and word.startswith("و") and (typed,) not in book.phrases:
        yield ("and",)


def _chosen(choices: Sequence[tuple[str, ...]], known: Known, together: Together) -> list[str]:
    """One translation of each phrase: the first all of whose words the archive uses, else the first.

    Of several, the one that stands in a name with another word of the question goes first: "railway", and not "rail",
    where a group is called "Railway bridges" and bridges are spoken of.
    """
    used = [[english for english in phrase if all(map(known, english.split()))] for phrase in choices]
    told = [(mine or phrase)[0] for mine, phrase in zip(used, choices, strict=True)]
    for at, mine in enumerate(used):
        others = [*told[:at], *told[at + 1 :]]
        told[at] = next((english for english in mine[1:] and mine if together(english, others)), told[at])
    return told


def _tidied(text: str) -> str:
    text = re.sub(r"\s+([?!.,;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(\d)\s*-\s*(\d)", r"\1-\2", text)
    # "3 of March of 2024", "the 3 March": as dates stand in English.
    months = "|".join(_MONTHS)
    text = re.sub(rf"(?:\bthe\s+)?\b(\d{{1,2}})\s+(?:of\s+)?({months})\b", r"\1 \2", text)
    text = re.sub(rf"\b({months})\s+of\s+(?=\d{{4}}\b)", r"\1 ", text)
    # Russian and Chinese have one word for "since" and for the "from" of a range, Russian one for "with" and "since".
    date = rf"(?:\d{{1,2}}\s+)?(?:(?:{months})(?:\s+\d{{4}})?|(?:19|20)\d\d)"
    text = re.sub(
        rf"\b(?:since|with)(?=\s+(?:\d{{1,2}}\s+)?{date}\s+(?:to|until|till|on)\s+{date})", "from", text, flags=re.I
    )
    text = re.sub(rf"\bwith(?=\s+{date}\b)", "since", text)
    return text[:1].upper() + text[1:]
