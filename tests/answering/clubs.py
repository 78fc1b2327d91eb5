"""Pages and yearly reports of an invented federation's committees in plain sight."""


def _page(name: str, purpose: str, day: str, chair: str, projects: str) -> str:
    return f"""# {name} Standing Committee

{purpose}

## Meetings
*The calendar has them all.*
* Regular meeting: {day} at 17:30 GMT (monthly). Convert to your time zone.
* Open evening: Fridays at 20:00 GMT (yearly).

## Leadership

### Chairs
* {chair}, Harbour Row

## Partner clubs
* Ferry Lane Rowers
* Saltings Boat Club
* Weir Street Crew

## Subprojects

The following subprojects are owned by the committee:
{projects}
"""


CLUBS = {
    "boats": _page(
        "Boats and Oars",
        "Keeps the shared boats of the federation afloat and writes down how it is done.",
        "Mondays",
        "Idris Vane",
        "### varnish-book\nRecipes for varnish.\n- **Owners:**\n  - Idris Vane\n### slipway\nA plan of all slipways.\n",
    ),
    "coaches": _page(
        "Coaches",
        "Trains those who train others.",
        "Thursdays",
        "Odile Marsh",
        "### whistle\nSignals for coaches.\n",
    ),
    "umpires": _page("Umpires", "Writes the rules of racing.", "Tuesdays", "Bo Lindahl", "### rulebook\nThe rules.\n"),
    "juniors": _page("Juniors", "Rows with children.", "Sundays", "Ada Kern", "### bathtub\nFirst strokes.\n"),
    "conduct": """# Conduct Committee

Listens to everybody concerned.

## How to report
Write to conduct@rowing.example. A member answers within four working days.
""",
    "boats_2042": """# 2042 Annual Report: Boats and Oars

## Membership

- The mailing list had 140 readers at the end of the year.
- Number of helpers: 61

The regatta at Weir Street on 4 May 2042 drew 310 guests.
""",
    "boats_2043": """# 2043 Annual Report: Boats and Oars

## Membership

- Mailing list reader count: 155
- Number of helpers: 74

The regatta at Weir Street on 6 May 2043 drew 280 guests.
""",
}
