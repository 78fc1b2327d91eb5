"""An invented archive for the page: an issue printed as a PDF, one as text, and one whose lines try to do harm."""

from pathlib import Path

from tests.newsletters.browser import Browser
from tests.parsed import parse_here

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

LONG_LINE = (
    "Harbour Pilots Guild (HPG) and the Tidal Institute (TI) ran a course on reading currents for crews of small "
    "ferries in Ostend, Belgium (14 Mar)"
)
PRINTED = f"""<!doctype html><html lang="en"><head><title>Ferry Council Bulletin</title><style>
@page {{size: A4; margin: 18mm}} body {{font: 13px/1.4 'Liberation Sans', sans-serif}} .next {{break-before: page}}
</style></head><body>
<h1>Ferry Council Bulletin</h1><p>March-April 2023</p>
<h2>Activities</h2><ul>
<li>TI published tide tables for the northern routes (2 Mar)</li>
<li>{LONG_LINE}</li>
<li>HPG inspected the landing stages of Kiel, Germany (5 Apr)</li></ul>
<h2 class="next">Working groups</h2>
<h3>Working Group on Night Crossings</h3><ul><li>Chair: HPG</li><li>Vice-chair: TI</li></ul>
<h2>In figures</h2><ul><li>52 focal points</li></ul>
</body></html>
"""
WRITTEN = """# Ferry Council Bulletin
May-June 2023

## Activities
- TI measured the swell off Gdynia, Poland (9 May)
- HPG opened a school for 🚢 stokers & 'mates' in Bergen, Norway (20 Jun)

## Working groups
### Working Group on Night Crossings
- Chair: TI
- Vice-chair: HPG

## In figures
- 57 focal points
"""
HARMFUL = """Ferry Council Bulletin
July-August 2023

Activities

- HPG tested <img src=x onerror="document.title='owned'"> buoys *quietly* in Oslo, Norway (3 Jul)
- TI praised [free tickets](javascript:document.title='owned') & <script>document.title='owned'</script> (12 Jul)
"""


def make_archive(folder: Path) -> Settings:
    """Writes the three issues, ingests them and returns the settings of their index."""
    files = folder / "files"
    files.mkdir(parents=True)
    printer = Browser()
    (files / "bulletin_march_april.pdf").write_bytes(printer.printed(PRINTED))
    printer.close()
    (files / "bulletin_may_june.md").write_text(WRITTEN, encoding="utf-8")
    (files / "bulletin_july_august.txt").write_text(HARMFUL, encoding="utf-8")
    settings = Settings(index_dir=folder / "index")
    ingest([files], settings, parse=parse_here())
    return settings
