"""A review of an invented union in plain sight: its own messages, posts of people, figures of a year, grants."""

KILNS = {
    "review_1": """# Kiln Letter, Issue 4: January–March 2031

Review of the World Union of Clay Crafts (WUCC)

## Message of the Secretary-General

Clay dries slowly, and so do our minutes. I ask each workshop to send its drawings before the frost is over.

Ms. Ilse Vandam, Secretary-General

## Events

- **9 January** – The Glaze Safety Office (GSO) held a course on lead glazes in Suva, Fiji.
- **14 February** – The Northern Tile Museum (NTM) got a deposit of 3,400 tiles from five workshops in Bergen, Norway.
- **28 February–2 March** – The Brick Makers Council (BMC) delivered 1,200 brick moulds in Apia, Samoa.
- **5 March** – BMC fired the first kiln of the Loam Park in Lima, Peru.

## Key figures

| Figure | Value |
|---|---|
| Member workshops | 61 |
| Apprentices | 310 |

## People

Mr. Aro Lindberg took up the post of Union Focal Point for Glazes on 1 February 2031.

## Money

The Ochre Foundation granted 4 million crowns to GSO for clean glazes.
""",
    "review_2": """# Kiln Letter, Issue 5: April–June 2031

Review of the World Union of Clay Crafts (WUCC)

## Message of the Secretary-General

This was my last firing. I leave a warm kiln and seventy workshops.

Ms. Ilse Vandam, Secretary-General

## Events

- **3 April** – NTM opened a workshop on loams in Honiara, Solomon Islands.
- **18–20 May** – BMC delivered 900 brick moulds to schools in Cusco, Peru.
- **9 June** – The Council of the Union met in the Brick Hall in Delft, Netherlands.

## News of the house

The Council appointed Mr. Bo Castellan as Secretary-General of the Union from 1 July 2031. He succeeds Ms. Ilse Vandam.

## Words

> “A glaze that poisons is not a glaze, it is a debt.”
>
> Dr. Pia Okonjo, Director of GSO
""",
    "review_3": """# Kiln Letter, Issue 6: July–December 2031

Review of the World Union of Clay Crafts (WUCC)

## Message of the Secretary-General

I took office in July and have had clay under my nails since.

Mr. Bo Castellan, Secretary-General

## Events

- **8 September** – GSO published its list of forty glazes.

## Key figures

| Figure | Value |
|---|---|
| Member workshops | 74 |
| Apprentices | 402 |
| Brick moulds delivered in 2031 | 5,600 |

## People

Ms. Runa Tveit took over from Mr. Aro Lindberg as Union Focal Point for Glazes on 4 October 2031.

## Words

“We only borrow the clay,” said Mr. Tam Ferrow, Managing Director of the Brick Makers Council, at the Assembly in Delft.

## Money

The Ochre Foundation granted 6.5 million crowns to NTM for a second hall.
""",
}
