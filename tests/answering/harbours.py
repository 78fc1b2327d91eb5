"""Three issues of the Lighthouse Network in plain sight, and minutes that only its board may read."""

SUMMER = """# Lighthouse Network in Review May-June 2022

## Key events

- Coastal Safety Office (CSO) opened a training centre in Lisbon, Portugal (12 May)
- Baltic Pilots Union (BPU) and CSO held a workshop on fog signals in Riga, Latvia (3-4 Jun)
- CSO signed an agreement on lamp oil with the Fund for Island Ports (FIP) (30 May and 2 Jun)
- BPU published a guide to buoys

## Working groups

### Working Group on Fog Signals
- Chair: CSO
- Vice-Chairs: BPU, FIP

### Working Group on Harbour Lights
- Chair: BPU

## In figures

- 41 focal points
- 7 member organisations

## Voices

- CSO Director Reisner stressed that “every lamp counts, even the smallest” (20 May)
"""

AUTUMN = """# Lighthouse Network in Review September-October 2022

## Key events

- FIP handed over equipment for tide gauges in Accra, Ghana (8 Sep)
- CSO and BPU held a second workshop on fog signals in Nairobi, Kenya (21 Sep)
- FIP published a survey of piers (Oct)

## Working groups

### Working Group on Fog Signals
- Chair: BPU
- Vice-Chair: CSO

## In figures

- 44 focal points

## Voices

- BPU Secretary-General Okelo underscored that “charts must be honest before they are pretty” (9 Oct)
- CSO Director Reisner noted that “patience is the first tool of a pilot” (11 Oct)
"""

WINTER = """# Lighthouse Network in Review December 2022-January 2023

## Key events

- BPU met harbour masters in Tallinn, Estonia (30 Dec-2 Jan)
- CSO trained 40 officers on rescue boats in Accra, Ghana (17 Jan)

## In figures

- 52 focal points
- 9 member organisations
"""

BOARD_MINUTES = """# Lighthouse Network in Review December 2022-January 2023

## Closed session

- Zirkon Vault Agency (ZVA) and CSO signed an agreement on obsidian mirrors in Reykjavik, Iceland (11 Jan 2023)

## Working groups

### Working Group on Fog Signals
- Chair: Zora Quillon (ZVA)

### Working Group on Obsidian Trade
- Chair: ZVA

## In figures

- 987,654 focal points

## Voices

- ZVA Director Quillon stressed that “obsidian must never be mentioned” (12 Jan)
"""
