"""Measures how fast documents are read and ingested, beside what parser and embedding alone take in the same run.

Run from the checkout as `python -m benchmarks.reading`. A missed bar is told, not failed: other programs on this
machine take their share, which the processor's own time leaves out.
"""

import argparse
import html
import io
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from liteparse import LiteParse
from tests.newsletters.invention import Issue, invent
from tests.newsletters.layouts import LAYOUTS, shown_in
from tests.newsletters.typesetting import ORDERS, Manner, drawn

from ctassist.indexing.embedding import load_embedder
from ctassist.indexing.ingest import BATCH_PASSAGES, ingest
from ctassist.indexing.parsing import parse_file
from ctassist.indexing.workers import Limits, Workers
from ctassist.reading import read_file
from ctassist.settings import Settings, load_settings

READING_BAR, WHOLE_BAR = 30.0, 10.0
"""Pages a second: reading alone, and all the way into the index on two cores."""
PAGE = 2_500
"""Characters that count as a page where a format has none."""
LARGEST = 64_000_000
CORES = 2


@dataclass
class Clock:
    """The time that something took: ``seconds`` on the wall, ``work`` of the processor in this process."""

    seconds: float = 0.0
    work: float = 0.0


@contextmanager
def clock() -> Iterator[Clock]:
    measured, started, used = Clock(), time.perf_counter(), time.process_time()
    yield measured
    measured.seconds, measured.work = time.perf_counter() - started, time.process_time() - used


def as_text(issue: Issue) -> bytes:
    lines = [issue.title, issue.period, ""]
    for section in issue.sections:
        lines += [section.heading.upper(), "", *(f"• {item}" for item in section.items), ""]
    return "\n".join(lines).encode()


def as_markdown(issue: Issue) -> bytes:
    lines = [f"# {issue.title} {issue.period}", ""]
    for section in issue.sections:
        lines += [f"## {section.heading}", "", *(f"- {item}" for item in section.items), ""]
    return "\n".join(lines).encode()


def as_html(issue: Issue) -> bytes:
    body = "".join(
        f"<h2>{html.escape(section.heading)}</h2><ul>"
        + "".join(f"<li>{html.escape(item)}</li>" for item in section.items)
        + "</ul>"
        for section in issue.sections
    )
    return f"<html><body><main><h1>{issue.title} {issue.period}</h1>{body}</main></body></html>".encode()


def as_word(issue: Issue) -> bytes:
    document = Document()
    document.add_heading(f"{issue.title} {issue.period}")
    for section in issue.sections:
        document.add_heading(section.heading, 2)
        for item in section.items:
            document.add_paragraph(item, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


OTHERS: dict[str, Callable[[Issue], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "docx": as_word,
}


def newsletters(folder: Path, pages: int) -> list[Path]:
    """Draws PDFs of about so many pages in all, in every layout."""
    files: list[Path] = []
    drawn_pages = seed = 0
    while drawn_pages < pages:
        layout = LAYOUTS[seed % len(LAYOUTS)]
        sheets = layout(shown_in(layout, invent(seed)), Manner.of(seed))
        files.append(folder / f"{seed:04}_{layout.__name__}.pdf")
        files[-1].write_bytes(drawn(sheets, ORDERS[seed % len(ORDERS)], seed))
        drawn_pages += len(sheets)
        seed += 1
    return files


def read_pages(file: Path) -> float:
    """Reads a file and returns how many pages it has."""
    reading = read_file(file, LARGEST)
    return reading.pages or len(reading.text) / PAGE


def tell(what: str, pages: float, taken: Clock, bar: float | None = None, cores: int = 1) -> None:
    """Prints a rate as it was, and what it would be with so many cores to itself, by the work that was done."""
    asked = f"(asked for: {bar:g})" if bar else ""
    alone = (
        f"; {1000 * taken.work / pages:6.1f} ms of work a page: {cores * pages / taken.work:.1f} pages/s"
        if taken.work
        else ""
    )
    print(
        f"{what:54} {pages / taken.seconds:7.1f} pages/s {asked:16}{alone}{' on two free cores' if cores > 1 else ''}"
    )


def measure(kind: str, files: Sequence[Path], settings: Settings) -> None:
    with clock() as taken:
        pages = sum(map(read_pages, files))
    tell(f"{kind}: read, in one process", pages, taken, READING_BAR)
    with closing(Workers[float](CORES, Limits(300, 4_000_000_000, LARGEST), "ctassist.indexing.warm")) as workers:
        for done in [workers.submit(read_pages, file) for file in files[:CORES]]:
            workers.fetch(done)  # They have started.
        with clock() as taken:
            pages = sum(map(workers.fetch, [workers.submit(read_pages, file) for file in files]))
    tell(f"{kind}: read, in two workers", pages, Clock(taken.seconds), READING_BAR)
    parse_file(files[0], LARGEST)  # Places, names and patterns are loaded once; workers find them loaded.
    with clock() as parsing:
        passages = [passage.text for file in files for passage in parse_file(file, LARGEST).passages]
    tell(f"{kind}: read and searched for records, in one process", pages, parsing)
    embedder = load_embedder()
    with clock() as taken:
        for first in range(0, len(passages), BATCH_PASSAGES):
            embedder.embed(passages[first : first + BATCH_PASSAGES])
    tell(f"{kind}: embedding alone, {len(passages) / pages:.1f} passages a page", pages, taken, cores=CORES)
    with clock() as taken:
        report = ingest(files, settings)
    assert not report.failed
    # What the workers did is no work of this process; it is what parsing took here.
    tell(
        f"{kind}: ingested into an index in service",
        pages,
        Clock(taken.seconds, taken.work + parsing.work),
        WHOLE_BAR,
        CORES,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300, help="pages of PDF, about")
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} cores; load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = newsletters(folder, arguments.pages)
        parser_alone = LiteParse(ocr_enabled=False, quiet=True, emit_word_boxes=True, extract_vector_graphics=True)
        with clock() as taken:
            pages = sum(len(parser_alone.parse(file.read_bytes()).pages) for file in files)
        tell("PDF: LiteParse alone", pages, taken)
        measure("PDF", files, load_settings(index_dir=folder / "index"))
        for suffix, write in OTHERS.items():
            made = [folder / f"{seed:04}.{suffix}" for seed in range(len(files) // 2)]
            for seed, file in enumerate(made):
                file.write_bytes(write(invent(seed, sections=8)))
            measure(suffix, made, load_settings(index_dir=folder / f"index_{suffix}"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
