"""Reviews of an invented accord in four layouts: messages, charts and handovers, figures under shifting labels."""

AMBERS = {
    "AMBER ROADS REVIEW Jan-Jun 2031.txt": """AMBER ROADS ACCORD IN REVIEW

January-June 2031


THE ACCORD IN NUMBERS

40
Total wardens
1,200
Milestones charted


MESSAGE OF THE DIRECTOR

The first half of this year has shown that a road can be mended from both ends.
I thank the wardens, who kept the lamps burning.
Pim Okafor, Director, Accord Bureau


WORDS OF HEADS OF ENTITIES

- SAT Executive Director Lund underscored that "no caravan is richer than its
  water" (19 Jan)


SUPPORT TO STATES

- Estonia became the 12th participating State of the Accord (3 Mar)
- IHYM sent surveyors to Latvia and Poland (20 May-14 Jun)
- SAT opened an inn in Ghana (4 Apr)


WORKING GROUPS

1. Tolls, Wagons and Night Stops
Chair: SAT / Vice-Chairs: MUR, OLR

2. Maps and Milestones
Chair: OLR / Vice-Chair: SAT


MEMBER ENTITIES

Stables and Tolls Agency (SAT)
Mule Upkeep Register (MUR)
Office for Lamps and Roads (OLR)
International Hydrology Museum (IHYM)
""",
    "amber_sep_oct_2031.md": """# Amber Roads Accord in Review September-October 2031

## Accord in numbers

- Wardens: 46
- Milestones charted: 1,350

## Words of heads of entities

- OLR Executive Director Sato explained that "the new name carries a new duty: to light, and not to dazzle" (1 Sep)
- SAT Executive Director Lund recalled that "oats are dearer than oil" (5 Oct)

## Support to States

- Gabon became the 13th participating State of the Accord (22 Oct)
- IHYM moved its archive of wells to Tartu, Estonia (30 Sep)
- MUR stall at the Wagon Fair in Riga, Latvia, drew 900 visitors (12 Oct)
- High-Level Dialogue on Ferries gathered ministers from 34 States (20 Oct)
- Donors meeting in Accra, Ghana, replenished SAT with 24 million dollars (8 Oct)

## Working groups

The new Working Group on Ferries, Fords and Bridges is chaired by MUR, with SAT as vice-chair.
The Working Group on Tolls, Wagons and Night Stops is chaired by SAT, with MUR and OLR as vice-chairs.
OLR chairs the Working Group on Maps and Milestones and SAT is its vice-chair.
""",
    "Amber November 2031.txt": """AMBER ROADS ACCORD IN REVIEW
NOVEMBER 2031

NUMBERS OF THE MONTH
50 total wardens
1,400 milestones charted

EVENTS
* MUR took over the chair of the Working Group on Maps and Milestones from OLR on 9 November; OLR remains as vice-chair.
* On 10 November, SAT lent Poland forty wagons.
* OLR study weighed the loss of 31 milestones (12 November).
* MUR put out a guide to shoeing (14 November).
* IHYM concluded an MoU with the Well Guild on buckets (20 November).
* OLR mended lamps in Latvia (21 November).
* 26 November – Ninth Road Board meeting, the first led by Ada Poe, approved a lamp for each milestone.
* OLR signed an MoU with the Wick Union on oil (24 November).
""",
    "amber_year_2031.md": """# Amber Roads Accord: Annual Review 2031

*January – December 2031*

## The year in numbers

- **Wardens:** 52

## Heads of entities said

- MUR Head Brandt recalled that "mules are slow, and so is forgetting one" (6 Dec)

## Working groups at the end of 2031

| Working group | Chair | Vice-Chairs |
|---|---|---|
| Tolls, Wagons and Night Stops | SAT | MUR |
| Maps and Milestones | MUR | OLR |
| Ferries, Fords and Bridges | MUR | SAT |
""",
    "amber_mar_apr_2032.txt": """Amber Roads Accord in Review March-April 2032

ACCORD IN NUMBERS

61 total wardens
1,700 milestones charted

MESSAGE OF THE DIRECTOR

I took up this post in February and have listened since then. What I heard most often is a request for fewer gates.

Ilse van der Lind, Director, Accord Bureau

WORKING GROUPS

2.

Maps and

Milestones

Chair: OLR / Vice-Chair: MUR

Stream I

3.

Ferries and Fords in

Northern Lands

Chair: MUR / Vice-Chairs: SAT, OLR
""",
}
"""By file name."""
