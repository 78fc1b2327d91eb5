"""ZIP files: a folder of documents in one file. What is in them is taken as if the ZIP were that folder."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ctassist.indexing.sources import Found, digest_of, source_of
from ctassist.reading import SUFFIXES

SUFFIX = ".zip"
TAKEN = SUFFIXES | {SUFFIX}
"""The suffixes of all files that an ingest takes from a folder."""
_MOST_MEMBERS = 10_000
_MOST_BYTES = 4_000_000_000
"""What all documents of one ZIP may have when unpacked; more is a bomb, or better given as a folder."""
_CHUNK = 1 << 20
_LARGEST_CONTENTS = 8 << 20
"""Bytes that the list of what is in a ZIP may have; that is more than 50,000 files."""
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for damaged files, methods it does not know, and passwords (RuntimeError)."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The documents of a ZIP, and the sources of the files in it that no reader takes."""

    found: tuple[Found, ...]
    skipped: tuple[str, ...] = ()


def is_zip(path: Path) -> bool:
    """Tells whether a path is a file called a ZIP."""
    return path.suffix.lower() == SUFFIX and path.is_file()


def unpack(path: Path, into: Path, max_bytes: int) -> Unpacked:
    """Writes the documents of a ZIP into a folder, each under a number of its own: no name in it is ever a path.

    Args:
        path: The ZIP.
        into: An empty folder.
        max_bytes: The largest document that is taken; nothing is unpacked beyond it.
    """
    source = source_of(path)
    try:
        with _opened(path) as package:
            members = [
                member for member in package.infolist() if not member.is_dir() and not _is_hidden(member.filename)
            ]
            wanted = [member for member in members if _suffix(member) in SUFFIXES]
            if len(wanted) > _MOST_MEMBERS or sum(member.file_size for member in wanted) > _MOST_BYTES:
                problem = f"{path.name} unpacks to more than is taken from one ZIP: unpack it and give the folder."
                return Unpacked((Found(path, source, problem=problem),))
            found = [
                _written(package, member, into / str(number), source, max_bytes) for number, member in enumerate(wanted)
            ]
        skipped = [f"{source}/{_plain(member.filename)}" for member in members if _suffix(member) not in SUFFIXES]
        if not found:
            found = [Found(path, source, problem=f"{path.name} has no document in it that can be read.")]
        return Unpacked(tuple(found), tuple(skipped))
    except (*_BROKEN, OSError):
        problem = f"{path.name} is damaged, or no ZIP: make it again, or give the files themselves."
        return Unpacked((Found(path, source, problem=problem),))


def holds(source: str, sha256: str | None = None) -> bool:
    """Tells whether a ZIP still has the document of a source, with these bytes if they are given.

    A ZIP that cannot be read now may have it: that is no reason to forget a document.
    """
    for path, name in _splits(source):
        if not is_zip(path):
            continue
        try:
            with _opened(path) as package:
                for member in package.infolist():
                    if _plain(member.filename) == name:
                        return sha256 is None or _digest(package, member) == sha256
            return False
        except (*_BROKEN, OSError):
            return True
    return False


class _Guarded(io.FileIO):
    """The file of a ZIP, whose list of contents is read at once: a long one would take all of our memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Reads as any file does, up to a limit."""
        if size is not None and size > _LARGEST_CONTENTS:
            raise zipfile.BadZipFile("its list of contents is too long")
        return super().read(size) or b""


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with _Guarded(path) as file, zipfile.ZipFile(file) as package:
        yield package


def _splits(source: str) -> Iterator[tuple[Path, str]]:
    """The ways to part a source into a ZIP and a name in it."""
    path = Path(source)
    for parent in path.parents:
        if parent.suffix.lower() == SUFFIX:
            yield parent, path.relative_to(parent).as_posix()


def _written(package: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, zip_source: str, limit: int) -> Found:
    """Unpacks one document, counting what comes out rather than believing what the ZIP says."""
    name = _plain(member.filename)
    source, file = f"{zip_source}/{name}", folder / (PurePosixPath(name).name or "unnamed")
    size = 0
    try:
        folder.mkdir()
        with package.open(member) as packed, file.open("wb") as out:
            while chunk := packed.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    break
                out.write(chunk)
    except (*_BROKEN, OSError) as error:
        with suppress(OSError):
            file.unlink()
        reason = (
            f"cannot be unpacked ({error.strerror})" if isinstance(error, OSError) else "is damaged or needs a password"
        )
        return Found(
            file, source, problem=f"{name} in {Path(zip_source).name} {reason}: take it out and give the file."
        )
    if size > limit:
        file.unlink()
        limit_mb = limit // 1_000_000
        problem = f"{name} unpacks to more than {limit_mb:,} MB, the limit: set CTASSIST_MAX_FILE_MB to read it."
        return Found(file, source, problem=problem)
    return Found(file, source, digest_of(file))


def _digest(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    with package.open(member) as packed:
        # It is typed as less than the buffered reader that it is.
        return hashlib.file_digest(packed, "sha256").hexdigest()  # type: ignore[arg-type]


def _suffix(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _is_hidden(name: str) -> bool:
    """Tells whether a name, or a folder in it, is hidden, or what macOS puts beside the files."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in _parts(name))


def _plain(name: str) -> str:
    """A name in a ZIP as a path below it: none of its parts leads out of it."""
    return "/".join(part for part in _parts(name) if part not in (".", "..", "")) or "unnamed"


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name.replace("\\", "/").lstrip("/")).parts
