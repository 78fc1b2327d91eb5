"""Three organisations that have nothing in common but that they review what they did."""

from dataclasses import dataclass
from datetime import date

from tests.archives.facts import Place


@dataclass(frozen=True, slots=True)
class Profile:
    """What the reviews of an organisation speak of, and how; "fog signals" for "night ferries" is a topic."""

    name: str
    title: str
    first_day: date
    months: int
    """Months an issue covers; 0 is a week."""
    lines: int
    sections: tuple[str, ...]
    subjects: tuple[str, ...]
    purposes: tuple[str, ...]
    groups: tuple[str, ...]
    noun: str
    roles: tuple[str, str]
    """The role that one holds, and the one that several may hold."""
    led_by_people: bool
    figures: tuple[tuple[str, int], ...]
    said: tuple[str, ...]


HARBOUR = Profile(
    name="Harbour Light Alliance",
    title="Harbour Light Alliance in Review {period}",
    first_day=date(2022, 9, 1),
    months=2,
    lines=14,
    sections=("Key events", "Work with member ports", "Training and tools"),
    subjects=(
        "fog signals",
        "buoy repair",
        "tide tables",
        "pilot ladders",
        "oil spills",
        "radar charts",
        "dredging",
        "lamp oil",
    ),
    purposes=(
        "night ferries",
        "small ports",
        "island pilots",
        "fishing crews",
        "cruise ships",
        "river mouths",
        "rescue boats",
    ),
    groups=("fog signals and buoys", "harbour safety", "clean water and legal matters", "training of pilots"),
    noun="Working Group on",
    roles=("chair", "vice-chair"),
    led_by_people=False,
    figures=(
        ("member ports", 137),
        ("focal points", 1050),
        ("documents shared", 3521),
        ("visits to the platform", 251230),
    ),
    said=("calm water", "good charts", "honest reports", "steady lamps", "patient crews", "shared watch"),
)

RIVERS = Profile(
    name="River Basin Forum",
    title="River Basin Forum Quarterly Bulletin, {period}",
    first_day=date(2020, 12, 1),
    months=3,
    lines=18,
    sections=("News of the quarter", "Field work", "Partnerships"),
    subjects=(
        "flood maps",
        "fish ladders",
        "rain gauges",
        "reed beds",
        "water rights",
        "silt traps",
        "wetland birds",
        "ice jams",
    ),
    purposes=(
        "upland farmers",
        "river towns",
        "young hydrologists",
        "dam operators",
        "border villages",
        "village schools",
        "canal users",
    ),
    groups=("flood warning", "sediment and gravel", "fish migration"),
    noun="Expert Group on",
    roles=("chair", "co-chair"),
    led_by_people=True,
    figures=(("gauging stations", 842), ("volunteers", 2310), ("river kilometres surveyed", 15400)),
    said=("clean springs", "early warning", "open data", "healthy wetlands", "fair shares", "wise farmers"),
)

SEEDS = Profile(
    name="Open Seed Library",
    title="Open Seed Library Weekly: {period}",
    first_day=date(2023, 12, 11),
    months=0,
    lines=7,
    sections=("This week", "From the gardens"),
    subjects=("barley trials", "bean fairs", "seed labels", "soil kits", "apple grafts", "pollen counts"),
    purposes=("school gardens", "mountain growers", "market stalls", "city balconies", "bread bakers", "bee keepers"),
    groups=("germination tests", "seed exchange", "field trials"),
    noun="Committee on",
    roles=("lead", "co-lead"),
    led_by_people=True,
    figures=(("registered varieties", 412), ("active growers", 96), ("seed parcels sent", 7180)),
    said=("old varieties", "patient growers", "careful labels", "dry cupboards", "long winters", "warm soil"),
)

PROFILES = (HARBOUR, RIVERS, SEEDS)

PLACES = (
    Place("Lisbon, Portugal", ("Lisbon", "Portugal", "Southern Europe", "Europe")),
    Place("Riga, Latvia", ("Riga", "Latvia", "Northern Europe", "Europe")),
    Place("Warsaw", ("Warsaw", "Poland", "Eastern Europe", "Europe")),
    Place("Norway", ("Norway", "Northern Europe", "Europe")),
    Place("Accra, Ghana", ("Accra", "Ghana", "Western Africa", "Africa")),
    Place("Nairobi", ("Nairobi", "Kenya", "Eastern Africa", "Africa")),
    Place("Mozambique", ("Mozambique", "Eastern Africa", "Africa")),
    Place("Tunis, Tunisia", ("Tunis", "Tunisia", "Northern Africa", "Africa")),
    Place("Lima, Peru", ("Lima", "Peru", "South America", "Americas")),
    Place("Quito", ("Quito", "Ecuador", "South America", "Americas")),
    Place("Panama", ("Panama", "Central America", "Americas")),
    Place("Trinidad and Tobago", ("Trinidad and Tobago", "Caribbean", "Americas")),
    Place("Manila, Philippines", ("Manila", "Philippines", "South-eastern Asia", "Asia")),
    Place("Hanoi", ("Hanoi", "Vietnam", "South-eastern Asia", "Asia")),
    Place("Kazakhstan", ("Kazakhstan", "Central Asia", "Asia")),
    Place("Amman, Jordan", ("Amman", "Jordan", "Western Asia", "Asia")),
    Place("Fiji", ("Fiji", "Melanesia", "Oceania")),
    Place("Wellington", ("Wellington", "New Zealand", "Australia and New Zealand", "Oceania")),
)

DEEDS = (
    "held a workshop on",
    "opened a training centre on",
    "published a guide to",
    "launched a project on",
    "signed an agreement on",
    "trained 40 officers on",
    "briefed member delegations on",
    "adopted a work plan on",
    "handed over equipment for",
    "discussed progress on",
    "Workshop on",
    "Third regional meeting on",
    "23rd annual symposium on",
    "High-level round table on",
)
