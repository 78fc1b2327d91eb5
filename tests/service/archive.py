"""Two issues of an invented review, and the index made from them."""

from pathlib import Path

from tests.parsed import parse_here

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

CSO = "mailto:reis@cso.example.org"
MAY = f"""# Lighthouse Network Review
May-June 2022

## Key events
- Coastal Safety Office (CSO) opened a training centre in Lisbon, Portugal (12 May)
- Baltic Pilots Union (BPU) and CSO held a workshop on fog signals in Riga (3-4 Jun)
- BPU published a [guide to buoys](https://bpu.example.org/guide?of=buoys&in=2022)

## Working groups
### Working Group on Fog Signals
- Chair: CSO
- Vice-chair: BPU

### Working Group on Harbour Lights
- Chair: BPU

## In figures
- 41 focal points
- 7 member organisations

## In their own words
“Every lamp counts, even the smallest – été comme hiver,” said [Ana Reis]({CSO}), Director of CSO, on 20 May.
"""

JULY = """# Lighthouse Network Review
July-August 2022

## Key events
- CSO tested =SUM(A1) forms & <b>bold</b> charts in Tallinn (8 Jul)
- BPU met harbour masters in Accra, Ghana (21 Aug)

## Working groups
### Working Group on Fog Signals
- Chair: BPU
- Vice-chair: CSO

## In figures
- 44 focal points
"""


def write_issue(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def make_index(folder: Path, **settings: object) -> Settings:
    """Writes both issues into ``folder``, ingests them and returns the settings of the index."""
    write_issue(folder / "files", "may-june.md", MAY)
    write_issue(folder / "files", "july-august.md", JULY)
    made = Settings.model_validate({"index_dir": folder / "index", **settings})
    ingest([folder / "files"], made, parse=parse_here())
    return made
