"""What the name of a file says: the day of publication in front, and the words after it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

_PUBLISHED = re.compile(r"(?P<year>(?:20)?\d\d)(?P<month>\d\d)(?P<day>\d\d)[_\s-]+(?=\D*[^\W\d_])")


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's name without its suffix and the day it begins with ("221102_review.pdf" is of 2 November 2022)."""

    stem: str
    published: date | None = None


def read_name(name: str) -> FileName:
    """Reads a file's name."""
    stem = re.sub(r"\.\w{1,8}$", "", PurePosixPath(name).name)
    match = _PUBLISHED.match(stem)
    if match is None:
        return FileName(stem)
    try:
        day = date(2000 + int(match["year"]) % 100, int(match["month"]), int(match["day"]))
    except ValueError:
        return FileName(stem)
    return FileName(stem[match.end() :], day)
