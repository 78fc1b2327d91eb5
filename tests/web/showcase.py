"""An invented archive to be looked at: a review as PDFs, with a gap, a draft and a doubtful name, and a page."""

from pathlib import Path

from tests.archives import HARBOUR, Layout, invent, render
from tests.newsletters.browser import Browser
from tests.parsed import parse_here

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

SEED = 7
ISSUES = 10
MISSING = 6
DRAFT, MISNAMED = 9, 8
STYLE = """<style>
@page {size: A4; margin: 14mm}
body {font: 12.5px/1.45 'Liberation Sans', sans-serif; color: #1c2a33}
h1 {margin: 0 0 10px; padding: 16px 18px; background: #14506b; color: #fff; font-size: 19px; white-space: nowrap}
h2 {margin: 12px 0 4px; border-bottom: 2px solid #d98b2b; color: #14506b; font-size: 14px; break-after: avoid}
ul {margin: 0; padding-left: 14px} li {margin-bottom: 3px} p {margin: 0 0 5px}
dl {display: grid; grid-template-columns: repeat(4, 1fr); gap: 2px 10px; margin: 0}
dt {grid-row: 2} dd {grid-row: 1; margin: 0; color: #14506b; font-size: 18px; font-weight: bold}
table {width: 100%; border-collapse: collapse} th {text-align: left}
td, th {padding: 3px 6px; border: 1px solid #c9d3d9}
</style></head>"""
GUIDE = """# Guide for visiting pilots

The guide is kept by the secretariat of the Harbour Light Alliance.

## Before you come
- Bring your licence and a lamp that works in rain.
- Write to the port office a week before, and name your ship.

## Whom to call
- The port office answers day and night.
"""


def make_showcase(folder: Path) -> Settings:
    """Writes the documents, ingests them and returns the settings of their index."""
    files = folder / "files"
    files.mkdir(parents=True)
    printer = Browser()
    for number, review in enumerate(invent(HARBOUR, seed=SEED, issues=ISSUES).reviews, 1):
        if number == MISSING:
            continue
        page = render(review, Layout.HTML).replace("</head>", STYLE)
        name = f"harbour_review_{'march-april_2022' if number == MISNAMED else f'no_{number:02}'}"
        if number == DRAFT:
            (files / f"{name}_draft.pdf").write_bytes(printer.printed(page.replace("guide", "handbook")))
            name += "_final"
        (files / f"{name}.pdf").write_bytes(printer.printed(page))
    printer.close()
    (files / "guide_for_visiting_pilots.md").write_text(GUIDE, encoding="utf-8")
    settings = Settings(index_dir=folder / "index")
    ingest([files], settings, parse=parse_here())
    return settings
