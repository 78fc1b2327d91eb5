"""Tesseract, the program: whether it is here, and what it reads in a picture. Nothing is ever downloaded."""

from __future__ import annotations

import csv
import ctypes
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ctassist.model.text import Recognition
from ctassist.settings import Settings

if TYPE_CHECKING:
    from PIL import Image

INSTALL = "install Tesseract (on Debian and Ubuntu: apt install tesseract-ocr; on macOS: brew install tesseract)"
TIME_OVER = "its file took too long; set CTASSIST_FILE_SECONDS to give it longer, and ingest again"
_LONGEST_PAGE = 120.0
_QUESTION_SECONDS = 20.0
# The share of a file's time that its pictures may take; the rest is for all else that is done with it.
_SHARE = 0.8
_WORD_LEVEL = "5"
_ROTATE = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_SURE = re.compile(r"^Orientation confidence: ([\d.]+)", re.MULTILINE)
_SURE_ENOUGH = 1.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class OcrFailed(Exception):
    """Tesseract did not read a picture: it took too long, needed too much memory, or broke down."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a picture: its box in pixels, how sure Tesseract is of it (0 to 1), and the line it found it in."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    line: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tesseract:
    """How pictures of text are read; where ``program`` is None they are not, and ``advice`` says what to do.

    ``languages`` are codes as Tesseract writes them ("eng+fra"); ``seconds`` is the time for all pages of one file.
    """

    program: str | None = None
    languages: str = ""
    seconds: float = 0.0
    advice: str = INSTALL

    @property
    def means(self) -> str:
        """By this is known whether reading a document again could bring more; see ``outdates``."""
        return f"{self.languages} {self.seconds:g}" if self.program else ""

    def outdates(self, found: Recognition | None) -> bool:
        """Says whether a document is to be read again, now that pictures are read like this.

        It is if some of its pages wait for means that are there now, or were read in other languages.
        """
        if found is None or self.program is None:
            return False
        return found.means != self.means if found.unread else found.means.split(" ")[0] != self.languages

    def words(self, picture: Image.Image, dpi: int, seconds: float) -> list[Word]:
        """Returns the words of an upright picture within ``seconds``. Raises OcrFailed."""
        table = self._run(picture, dpi, seconds, "--psm", "3", "-l", self.languages, "tsv")
        return list(_words(table))

    def line(self, picture: Image.Image, dpi: int, seconds: float) -> list[Word]:
        """Returns the words of a picture of one single line. Raises OcrFailed."""
        return list(_words(self._run(picture, dpi, seconds, "--psm", "7", "-l", self.languages, "tsv")))

    def turn(self, picture: Image.Image, dpi: int, seconds: float) -> int:
        """Returns by how many degrees clockwise a picture must be turned to stand upright; 0 where that is unknown."""
        try:
            told = self._run(picture, dpi, seconds, "--psm", "0", "-l", "osd")
        except OcrFailed:
            # Too few letters to tell, or no data for it.
            return 0
        sure = _SURE.search(told)
        turned = _ROTATE.search(told)
        return int(turned[1]) if turned and sure and float(sure[1]) >= _SURE_ENOUGH else 0

    def _run(self, picture: Image.Image, dpi: int, seconds: float, *args: str) -> str:
        """Hands the picture over and takes the answer through pipes, so that no file is ever left behind."""
        assert self.program is not None
        limit = min(seconds, _LONGEST_PAGE)
        packed = BytesIO()
        picture.save(packed, "PPM")
        try:
            done = subprocess.run(
                [self.program, "stdin", "stdout", "--dpi", str(dpi), *args],
                input=packed.getvalue(),
                capture_output=True,
                timeout=limit,
                env=os.environ | {"OMP_THREAD_LIMIT": "1"},
                preexec_fn=_bind(limit),
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise OcrFailed(TIME_OVER if seconds <= limit else f"it took more than {limit:.0f} seconds") from None
        except (subprocess.CalledProcessError, OSError) as problem:
            raise OcrFailed(f"Tesseract failed ({_last_line(problem)})") from None
        return done.stdout.decode("utf-8", "replace")


ABSENT = Tesseract()


def find_tesseract(settings: Settings) -> Tesseract:
    """Returns how pictures are read with these settings, on this machine, now."""
    if settings.ocr == "off":
        return Tesseract(advice="set CTASSIST_OCR to auto")
    program = shutil.which("tesseract")
    if program is None:
        return ABSENT
    installed = _installed(program)
    wanted = [code for code in re.split(r"[+,\s]+", settings.ocr_languages) if code]
    known = [code for code in wanted if code in installed]
    if not known:
        missing = ", ".join(wanted)
        return Tesseract(advice=f"install Tesseract's data for {missing}, or set CTASSIST_OCR_LANGUAGES to what it has")
    return Tesseract(program, "+".join(known), _SHARE * settings.file_seconds)


def _installed(program: str) -> frozenset[str]:
    try:
        told = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=_QUESTION_SECONDS, check=True, text=True
        )
    except (subprocess.SubprocessError, OSError):
        return frozenset()
    return frozenset(told.stdout.split("\n")[1:]) - {""}


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != _WORD_LEVEL or not text:
            continue
        left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
        line = tuple(int(row[name]) for name in ("block_num", "par_num", "line_num"))
        yield Word(text, left, top, left + width, top + height, max(0.0, float(row["conf"])) / 100, line)


def _bind(seconds: float) -> Callable[[], None]:
    """Binds the program to the process that asked: it ends with it, and never uses more than its time."""
    limit = int(seconds) + 1

    def bind() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return bind


def _last_line(problem: Exception) -> str:
    said: Sequence[str] = (getattr(problem, "stderr", None) or b"").decode("utf-8", "replace").strip().splitlines()
    return said[-1] if said else str(problem)
