"""Claims that were made up to deceive the verification, and honest ones, each with the lines that it cites.

``attempts.txt`` has them: "= year", then each line behind "|" with what is said around it behind "@", then the claims,
"-" before what the lines do not say and "+" before what they do.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ctassist.answering.generation.sources import Source
from ctassist.model.time import Interval


class Attempt(NamedTuple):
    """A claim, the lines that it cites, and whether they say it."""

    claim: str
    sources: list[Source]
    honest: bool


def attempts() -> Iterator[Attempt]:
    """Reads them all."""
    text = Path(__file__).with_name("attempts.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        rows = [(row[0], row[2:]) for row in block.split("\n")]
        year = int(rows[0][1])
        time = Interval(date(year, 1, 1), date(year, 12, 31))
        cited = [told.partition(" @ ") for sign, told in rows if sign == "|"]
        for sign, told in rows:
            if sign in "-+":
                yield Attempt(told, [Source(line, around, time) for line, _, around in cited], sign == "+")
