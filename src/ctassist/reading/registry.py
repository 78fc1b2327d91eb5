"""The registry: which format a file is in, and who reads it."""

import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath

import puremagic

from ctassist.errors import UnreadableFile
from ctassist.model.text import Reading
from ctassist.reading import docx, eml, html, markdown, pdf, pptx, text
from ctassist.reading.characters import is_binary
from ctassist.reading.ocr.tesseract import ABSENT, Tesseract


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file, known by its content if it is ``binary`` and by the file's name otherwise.

    ``read`` takes the bytes and the name of a file, and Tesseract if it may have ``pictures`` for pages.
    """

    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[..., Reading]
    binary: bool = False
    pictures: bool = False


FORMATS = (
    Format("text/plain", (".txt", ".text"), text.read),
    Format("text/markdown", (".md", ".markdown"), markdown.read),
    Format("text/html", (".html", ".htm", ".xhtml"), html.read),
    Format("application/pdf", (".pdf",), pdf.read, binary=True, pictures=True),
    Format(docx.MEDIA_TYPE, (".docx",), docx.read, binary=True),
    Format(pptx.MEDIA_TYPE, (".pptx",), pptx.read, binary=True),
    Format(eml.MEDIA_TYPE, (".eml",), eml.read, binary=True),
)
SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
_OFFICE = {"word": docx.MEDIA_TYPE, "ppt": pptx.MEDIA_TYPE}
_READABLE = ", ".join(sorted(SUFFIXES))
_BY_SUFFIX = {suffix: known for known in FORMATS for suffix in known.suffixes}
_BY_MEDIA_TYPE = {known.media_type: known for known in FORMATS}


def read_file(path: Path, max_bytes: int, tesseract: Tesseract = ABSENT) -> Reading:
    """Reads a file.

    Args:
        path: The file.
        max_bytes: The largest size that is read; a larger file is refused without being opened.
        tesseract: Reads pages that are pictures.

    Raises:
        UnreadableFile: If it is not there, may not be opened, is too large, or cannot be read as a document.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{path.name or path} is not a file; name a file to read.")
        if status.st_size > max_bytes:
            raise UnreadableFile(_too_large(path.name, status.st_size, max_bytes))
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"{path} does not exist; check the path.") from None
    except PermissionError:
        raise UnreadableFile(f"{path} may not be read by this user; change its permissions.") from None
    except (OSError, ValueError) as problem:
        raise UnreadableFile(f"{path} cannot be read ({problem}); check the disk and the path.") from None
    if len(data) > max_bytes:
        raise UnreadableFile(_too_large(path.name, len(data), max_bytes))
    return read_bytes(data, path.name, tesseract)


def read_bytes(data: bytes, name: str, tesseract: Tesseract = ABSENT) -> Reading:
    """Reads a document from memory; ``name`` is its file name, whose suffix helps to tell the format.

    A document without words is returned if some of its pages are pictures that were not read.

    Raises:
        UnreadableFile: If it is empty, binary, in a format that nobody reads, damaged, or without words.
    """
    if not data.strip():
        raise UnreadableFile(f"{name} is empty; export or copy it again.")
    try:
        known = _format_of(data, name)
        reading = known.read(data, name, tesseract) if known.pictures else known.read(data, name)
    except RecursionError:
        raise UnreadableFile(f"{name} is nested too deeply to be read; simplify its structure.") from None
    waits = reading.recognition is not None and bool(reading.recognition.unread)
    if not waits and not any(map(str.isalnum, reading.text)):
        raise UnreadableFile(f"{name} has no words in it; check that it is the right file.")
    return reading


def _format_of(data: bytes, name: str) -> Format:
    suffix = PurePath(name).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    seen = _media_types(data)
    for media_type in seen:
        known = _BY_MEDIA_TYPE.get(media_type)
        if known and known.binary:
            return known
    if named and named.binary:
        return named
    if is_binary(data):
        kind = f" ({seen[0]})" if seen else ""
        raise UnreadableFile(f"{name} is a binary file{kind} that cannot be read; these formats can: {_READABLE}.")
    if suffix and not named:
        raise UnreadableFile(f"{name} is in a format that cannot be read; these formats can: {_READABLE}.")
    if html.looks_like_html(data):
        return _BY_MEDIA_TYPE["text/html"]
    return named or _BY_MEDIA_TYPE["text/plain"]


def _media_types(data: bytes) -> list[str]:
    """The types that the bytes speak for, the likeliest first; office files are told by the names of their parts."""
    if data.startswith(pdf.SIGNATURE):
        return [pdf.MEDIA_TYPE]  # Comparing the bytes with all known kinds of file takes as long as reading a page.
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as package:
                parts = {name.partition("/")[0] for name in package.namelist()}
            return [_OFFICE[part] for part in _OFFICE if part in parts] or ["application/zip"]
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            pass
    try:
        matches = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        return []
    return [match.mime_type for match in matches if match.mime_type]


def _too_large(name: str, size: int, limit: int) -> str:
    return f"{name} has {size:,} bytes, more than the limit of {limit:,}; split it or raise the limit."
