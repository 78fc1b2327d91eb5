"""Six issues of an invented letter in which chairs change, and figures grow."""

from pathlib import Path

from tests.parsed import parse_here
from tests.service.archive import write_issue

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

JANUARY = """# Gliding Union Letter
January-February 2024

## Working groups
### Working Group on Thermal Maps
- Chair: Alpine Soaring Club (ASC)
- Vice-chairs: MET, RSB

### Working Group on Winch Safety
- Chair: RSB

## In figures
- 41 focal points
- 12 % of pilots under thirty
- 300 hours flown
"""
MARCH = """# Gliding Union Letter
March-April 2024

## Working groups
### Thermal Maps Working Group
- Chair: ASC
- Vice-chairs: MET, TOW

## In figures
- 44 focal points
- 13 % of pilots under thirty
- 1,250 hours flown
"""
MAY = """# Gliding Union Letter
May-June 2024

## Working groups
### Working Group on Thermal Maps
- Chair: MET
- Vice-chair: TOW

### Working Group on Winch Safety
- Chair: RSB

### Working Group on Young Pilots
- Chair: TOW
- Members: ASC, RSB, MET, GLD, FVK, NSO, PRT, QSL, WZB, Jane Roe (HPG)

## In figures
- 900 pilots under thirty
"""
JULY = """# Gliding Union Letter
July-August 2024

## Key events
- ASC opened an airfield in Graz, Austria (3 Jul)

## Working groups
### Working Group on Thermal Maps
- Chair: MET
- Vice-chair: TOW

## In figures
- 52 focal points
"""
SEPTEMBER = """# Gliding Union Letter
September-October 2024

## Working groups
### Working Group on Winch Safety
- Co-chairs: RSB, MET
- Vice-chair: ASC

## In figures
- 50 focal points
- 15 % of pilots under thirty
"""
HARMFUL = """Gliding Union Letter
November-December 2024

Working groups

Working Group on <img src=x onerror="document.title='owned'"> Parachutes

- Chair: TOW

In figures

- 7 parachutes & <b onclick="document.title='owned'">ropes</b>
"""


def make_gliders(folder: Path) -> Settings:
    """Writes the issues into ``folder``, ingests them and returns the settings of their index."""
    issues = {"january": JANUARY, "march": MARCH, "may": MAY, "july": JULY, "september": SEPTEMBER}
    for name, text in issues.items():
        write_issue(folder / "files", f"{name}.md", text)
    write_issue(folder / "files", "november.txt", HARMFUL)
    settings = Settings(index_dir=folder / "index")
    ingest([folder / "files"], settings, parse=parse_here())
    return settings
