"""A weekly of an invented community in plain sight: regular sections, figures that recur, events under their place."""

_WEEKS = {
    41: ("2041-03-06", "212", "last week", "3,110", "24", "gullwing, a frame that folds flat", "Maud Ferrier"),
    42: ("2041-03-13", "187", "last week", "3,131", "21", "skyhook, a reel with two gears", "Otto Brandvold"),
    43: ("2041-03-27", "405", "last two weeks", "3,180", "49", "cirrus, a tail of recycled silk", "Maud Ferrier"),
    44: ("2041-04-03", "240", "last week", "3,196", "16", "plover, a kite for beginners", "Ines Calder"),
}
_EXTRA = {
    41: """## Official
* [Results of the Kite Census 2040: 5,902 replies](https://kites.example/census)

## Decisions under review
* [KEP 77: Longer lines at night](https://kites.example/77)
""",
    43: """## Official
* [The Kite Foundation welcomes Halden Textiles as a bronze member](https://kites.example/halden)
* Loomworks took the first prize in the Open of Skagen for a reel of flax.

## Decisions approved
* [KEP 77: Longer lines at night](https://kites.example/77)
""",
    44: """## Vacancies
* **Sail cutter** | [Halden Textiles](https://halden.example) | Bergen, NO
""",
}


def _issue(number: int) -> str:
    date, merged, during, kites, new, found, by = _WEEKS[number]
    return f"""Title: Kites Weekly {number}
Date: {date}

{_EXTRA.get(number, "")}
## Kite of the Week

This week's kite is {found}.

Thanks to {by} for the suggestion!

## Workshop

{merged} repairs were finished in the {during}

### The register

* {kites} kites in the register, {new} of them new

## Upcoming Events

### Europe

* 2041-04-12 | Aarhus, DK | [Aarhus Line Holders](https://kites.example/aarhus)
    * [**Night of the lanterns**](https://kites.example/lanterns)
* 2041-04-20 | Galway, IE | [Galway Drachen](https://kites.example/galway)
    * [**Spring meet** (moved from 2041-04-13)](https://kites.example/spring)

## Quote of the Week

> A kite is a question put to the wind.

– {by}
"""


WEEKLY = {f"kites_{number}": _issue(number) for number in _WEEKS}
"""The issues, by file name without suffix."""
