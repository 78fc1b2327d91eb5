"""A gazette of an invented guild in plain sight: what happened, what comes, figures and words."""

BELLS = {
    "gazette_1": """# The Rope and Wheel

Gazette of the Guild of Tower Crafts · No. 1 · January–March 2031

## News

- 9 January – The Foundry Chest (FOC) reopened the ringing room of Ardmore, Ireland, after a fire.
- 14 February – FOC closed its count of cracked bells in Ireland and Wales, having found 63.
- 20 February – The Rope Office (ROF) rehung the great bell of Llanfair, Wales.
- 3 March – ROF counted every rope between Cork and Kerry, Ireland: 212 in all.

## The Guild in figures

| Figure | End of March 2031 |
|---|---|
| Member towers | 120 |
| Letters received by the gazette | 4,100 |

## Words

> “A bell forgives nobody who is late.”
> — Ms. Oona Brae, Head Tuner of FOC

> “Our ropes are longer than our memory.”
> — Mr. Evan Pryce, President of ROF

## Coming up

- 2–4 May 2031: 12th Congress of Towers, Bruges, Belgium
- 9 June 2031: Panel on Frames, Ghent
""",
    "gazette_2": """# The Rope and Wheel

Gazette of the Guild of Tower Crafts · No. 2 · April–June 2031

## News

- 2–4 May – The 12th Congress of Towers, in Bruges, Belgium, adopted the Bruges Rule and chose Ms. Oona Brae.
- 11 May – FOC sent a clapper to Tromsø, Norway; the parcel travelled for nineteen days.
- 20 May – The Bruges Rule asks each tower to mend one bell a year.
- 30 May – The Panel on Frames named Mr. Ivo Raal of ROF as its chair.

## Panel on Frames

- Chair: Mr. Ivo Raal (ROF)
- Secretary: Ms. Lena Voss (FOC)

## The Guild in figures

| Figure | End of June 2031 |
|---|---|
| Member towers | 131 |
| Letters received by the gazette | 4,950 |

## Words

> “Frames rot from the inside, as committees do.”
> — Mr. Evan Pryce, President of ROF

## Coming up

- 6–8 September 2032: 13th Congress of Towers, Utrecht, Netherlands
""",
    "gazette_3": """# The Rope and Wheel

Gazette of the Guild of Tower Crafts · No. 3 · Annual Review 2031

## The year in brief

- 9 January 2031 – FOC reopened the ringing room of Ardmore, Ireland.

## In short

In 2031 the Frost Fund of the Guild paid 7,300 crowns to six towers.

## Words

“I leave the wheels greased and the ropes dry.”

Ms. Oona Brae, Head Tuner of FOC
""",
}
