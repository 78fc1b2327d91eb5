"""Five issues of an orchards' association in plain sight: roles change hands, two documents contradict each other."""

WINTER_2021 = """# Orchard Alliance Review January-February 2021

## Events

- Apple Growers Federation (AGF) trained 20 pickers in Lomé, Togo (14 Jan)
- Pear Institute (PI) opened a cold store in Quito, Ecuador (3 Feb)
- AGF and Bee Trust (BT) surveyed hives in Dakar, Senegal (20-22 Feb)

## Working groups

### Working Group on Pests
- Chair: AGF
- Vice-Chair: PI

### Working Group on Markets
- Chair: Ines Duarte (PI)

## Figures

- 120 orchards
- 14,000 page visits

## Recipe of the season

Bake the pears whole and wait for the evening.
"""

SPRING_2021 = """# Orchard Alliance Review March-April 2021

## Events

- Bee Trust (BT, formerly Hive Society) handed over 40 hives in Lomé, Togo (8 Mar)
- PI and AGF met growers in Accra, Ghana (25 Mar and 1 Apr)
- AGF held a workshop on late frost in Quito, Ecuador (15 Apr)

## Working groups

### Working Group on Pests
- Chair: BT
- Vice-Chair: PI

### Working Group on Markets
- Chair: Ines Duarte (PI)

## Figures

- 150 orchards
- 15,500 page visits
- 9 members

## Recipe of the season

Stew the rhubarb slowly with honey.
"""

SUMMER_2021 = """# Orchard Alliance Review May-June 2021

## Events

- PI published a guide to grafting (May)
- BT and PI held a workshop on drought in Dakar, Senegal (10 Jun)

## Working groups

### Working Group on Pests
- Chair: BT
- Vice-Chairs: PI, AGF

### Working Group on Markets
- Chair: Omar Salieri (AGF)

## Figures

- 150 orchards
- 16,200 page visits
- 11 members

## Recipe of the season

Grill the peaches on a slow fire.
"""

SUMMER_2021_CIRCULAR = """# Orchard Alliance Circular May-June 2021

## Working groups

### Working Group on Markets
- Chair: Ines Duarte (PI)
"""

ORCHARDS = {
    "winter": WINTER_2021,
    "spring": SPRING_2021,
    "summer": SUMMER_2021,
    "circular": SUMMER_2021_CIRCULAR,
}
