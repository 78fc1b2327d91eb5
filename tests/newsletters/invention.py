"""Invented newsletters: what an issue says, so that it is known what a reader must find in it."""

import random
from dataclasses import dataclass, field

BODIES = "Lantern Guild,Orchard League,Ferry Union,Kite Society,Bell Foundry,Moss Institute,Glass Council,Heron Trust"
ACRONYMS = "LGX,ORLE,FYU,KSOC,BFY,MSI,GLC,HRT,TAMB,QUIL"
VERBS = "inspected,opened,repaired,published,reviewed,tested,restored,mapped,rebuilt,surveyed"
THINGS = (
    "the lantern stores,the orchard terraces,a signal tower,the river stairs,a handbook on glazing,the bell archive,"
    "a map of footbridges,the heron ponds,a school for kite makers,the common mills,the weather stones,a rope library"
)
PLACES = "Tallinn,Porto,Nairobi,Cusco,Hanoi,Graz,Izmir,Tartu,Leeds,Fez,Bergen,Accra,Lviv,Quito,Galway"
ENDS = (
    "together with volunteers from the neighbouring valleys,after three years of careful preparation,"
    "for apprentices and their teachers,with support from the interregional commission,"
    "and handed the results to the municipal administration,despite unusually heavy rainfall,"
    "as part of the long-standing exchange programme,to prepare the anniversary celebrations"
)
TOPICS = (
    "Training and Exchange,Field Work,Publications,New Agreements,Visits,Outreach,Craft and Repair,Research Notes,"
    "Community Projects,Public Events,Safety at Work,International Relations"
)
LABELS = (
    "Member guilds,Apprentices placed,Workshops held,Documents shared on the portal,Towers lit at night,"
    "Kilometres of path restored,Volunteers trained since spring,Countries taking part,Schools visited,"
    "Stones catalogued,Visitors to the open days,Bells recast and returned"
)
GROUPS = (
    "Night Signals,Orchard Health,River Crossings,Kites and Weather,Bells and Towers,Glass and Light,Archives,"
    "Rope and Timber,Emergency Response and Recovery,Young Makers,Paths and Footbridges,Common Mills"
)
FIRST = "Ada,Bruno,Celia,Dario,Edda,Farid,Greta,Hugo,Ines,Jonas,Katya,Leila,Marek,Nadia,Olaf,Priya"
LAST = "Thornbury,Valdez,Okafor,Lindqvist,Marchetti,Haddad,Novak,Fairweather,Santos,Ekholm,Duarte,Brandt,Oyelaran"
MONTHS = "January,February,March,April,May,June,July,August,September,October,November,December"
ROLES = ("Chair", "Vice-chair", "Secretary")


@dataclass(frozen=True)
class Section:
    """A heading and the items under it."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """A cell of a chart: a body with its number and posts."""

    number: int
    name: str
    posts: tuple[tuple[str, str], ...]
    numbered: bool = True


@dataclass(frozen=True)
class Issue:
    """What one issue says."""

    title: str
    publisher: str
    period: str
    sections: tuple[Section, ...]
    figures: tuple[tuple[str, str], ...] = ()
    groups: tuple[Group, ...] = ()
    foot: str = ""
    words: frozenset[str] = field(default_factory=frozenset)


def invent(seed: int, sections: int = 6, items: int = 4, figures: int = 8, groups: int = 9) -> Issue:
    """Makes an issue; the same seed makes the same."""
    chance = random.Random(seed)
    month, year = chance.randrange(0, 11), chance.randrange(2015, 2025)
    names = _names(MONTHS)
    body = chance.choice(_names(BODIES))
    said: set[str] = set()
    return Issue(
        title=f"{body} Review",
        publisher=f"Newsletter of the {body}",
        period=f"{names[month]}-{names[month + 1]} {year}",
        sections=tuple(
            Section(topic, tuple(_item(chance, month, said) for _ in range(chance.randint(2, items))))
            for topic in chance.sample(_names(TOPICS), sections)
        ),
        figures=tuple((label, _number(chance)) for label in chance.sample(_names(LABELS), figures)),
        groups=tuple(_group(chance, at, name) for at, name in enumerate(chance.sample(_names(GROUPS), groups), 1)),
        foot=f"{body} Office, {chance.choice(_names(PLACES))}",
    )


def _item(chance: random.Random, month: int, said: set[str]) -> str:
    while True:
        text = _sentence(chance, month)
        if text not in said:
            said.add(text)
            return text


def _sentence(chance: random.Random, month: int) -> str:
    who = chance.choice(_names(ACRONYMS))
    if chance.random() < 0.2:
        who += f" and {chance.choice([name for name in _names(ACRONYMS) if name != who])}"
    day = chance.randint(2, 27)
    text = f"{who} {chance.choice(_names(VERBS))} {chance.choice(_names(THINGS))} in {chance.choice(_names(PLACES))}"
    for end in chance.sample(_names(ENDS), chance.choice((0, 0, 1, 1, 2))):
        text += f" {end}"
    short = _names(MONTHS)[month + chance.randint(0, 1)][:3]
    return f"{text} ({day} {short})" if chance.random() < 0.85 else text


def _number(chance: random.Random) -> str:
    return chance.choice(
        [
            str(chance.randint(11, 999)),
            f"{chance.randint(1, 98)},{chance.randint(100, 999)}",
            f"{chance.randint(10, 99)}%",
            f"{chance.randint(100, 900)}+",
        ]
    )


def _group(chance: random.Random, number: int, name: str) -> Group:
    posts = []
    for role in ROLES[: chance.randint(1, 3)]:
        person = f"{chance.choice(_names(FIRST))} {chance.choice(_names(LAST))}"
        posts.append((role, person if chance.random() < 0.5 else chance.choice(_names(ACRONYMS))))
    return Group(number, name, tuple(posts))


def _names(words: str) -> list[str]:
    return words.split(",")
