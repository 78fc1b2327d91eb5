"""A weekly letter of choirs: posts, calls, adverts and a calendar whose events spread over two lines."""

HEAD = """Title: Choir Weekly {number}
Number: {number}
Date: {day}

Welcome to one more letter for people who sing.

"""

FIRST = (
    HEAD.format(number=41, day="2041-03-06")
    + """## Posts

### Official
* [Warning for the score reader: pages lost when turning](https://x.example/1)

### Practice
* [Larkvoice v0.4.0 - a quieter metronome](https://x.example/2)
* [audio] [Quire Waves: a tenor at sea](https://x.example/3)
* [Breathing for altos, by Gretel Moss](https://x.example/4)

## Calls for Voices

Choirs look for singers here; rehearsals that have room are set aside for newcomers.

* [Larkvoice - sing the German parts](https://x.example/5)
* [**Fjord Festival**](https://x.example/6) | Closes 2041-03-20 | Bergen, NO | Event date 2041-06-02

### Accepted Pieces

These were accepted this week:

* [Piece 12: A round for rain](https://x.example/7)

## Upcoming Events

Choir events between 2041-03-06 - 2041-04-02

### Virtual

* 2041-03-08 | Virtual (Kampala, UG) | [Lake Choir](https://x.example/8)
    * [**Scales before breakfast**](https://x.example/9)

### Americas

* 2041-03-12 | Wilmington, DE, US | [River Choir](https://x.example/10)
    * [**Shanties on the quay**](https://x.example/11)
* 2041-03-14 | Medellín, CO | [Coro Colombia](https://x.example/12)
    * [**Voces de marzo**](https://x.example/13)

### Europe

* 2041-03-15 | Potsdam, DE | [Choir Berlin](https://x.example/14)
    * [**Hymns by the lake**](https://x.example/15)
* 2041-03-16 | Berlin, DE | [Choir Berlin](https://x.example/16)
    * [**Open stage (moved from 2041-02-16)**](https://x.example/17)

## Rooms

**Kept:**

* Hall by the mill

**Renovated:**

* Loft over the bakery

## Vacancies

* **Choir master** | [Quaver House](https://x.example/18) | Remote
"""
)

SECOND = (
    HEAD.format(number=42, day="2041-03-13")
    + """## Posts

### Official
* [Warning for the tuner: drift in cold halls](https://x.example/20)

### Practice
* [Larkvoice v0.5.0 - descants](https://x.example/21)
* [audio] [Quire Waves: the second row](https://x.example/22)

## Calls for Voices

Choirs look for singers here; rehearsals that have room are set aside for newcomers.

* [Larkvoice - sing the German parts](https://x.example/5)
* [**Dune Days**](https://x.example/23) | Closes 2041-04-20 | Essaouira, MA | Event date 2041-05-02

### Accepted Pieces

These were accepted this week:

* [Piece 14: Canon for two ferries](https://x.example/24)

## Upcoming Events

Choir events between 2041-03-13 - 2041-04-09

### Americas

* 2041-03-14 | Medellín, CO | [Coro Colombia](https://x.example/12)
    * [**Voces de marzo**](https://x.example/13)

### Europe

* 2041-03-16 | Berlin, DE | [Choir Berlin](https://x.example/16)
    * [**Open stage (moved from 2041-02-16)**](https://x.example/17)
* 2041-04-02 | Berlin, DE + Virtual | [Choir Berlin](https://x.example/25)
    * [**Spring choir, hybrid**](https://x.example/26)

## Vacancies

* **Page turner** | [Quaver House](https://x.example/27) | Graz, AT
* **Choir master** | [Quaver House](https://x.example/18) | Remote
"""
)

EVENTS = """# Events

Days for all who sing, in every year.

- 21-22 May 2040: Canon weekend, Tartu, Estonia (in the rain)
- 5 October 2040: Bakery concert, online
"""

STORY = """# The bakery

The loft was rented in May 2040. Gretel Moss became its keeper in June 2040.
"""

CHOIRS = {"events": EVENTS, "bakery": STORY, "2041-03-06-choir-weekly-41": FIRST, "2041-03-13-choir-weekly-42": SECOND}
