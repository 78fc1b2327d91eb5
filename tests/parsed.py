"""Parsing in this process, for tests that are about something else or bring a reader of their own."""

from collections.abc import Generator, Sequence
from pathlib import Path

from ctassist.errors import UnreadableFile
from ctassist.extraction import extract as extract_records
from ctassist.indexing.parsing import Extract, Parse, Parsed, Read, parse_file
from ctassist.reading import read_file
from ctassist.settings import Settings


def parse_here(read: Read = read_file, extract: Extract = extract_records) -> Parse:
    """A parser without workers, which cost each ingest a moment."""

    def parse(files: Sequence[Path], settings: Settings) -> Generator[Parsed | UnreadableFile, None, None]:
        for file in files:
            try:
                yield parse_file(file, settings.max_file_mb * 1_000_000, read, extract)
            except UnreadableFile as error:
                yield error

    return parse
