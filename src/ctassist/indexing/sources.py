"""The files that an ingest is given: finding them, and what they hold."""

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from ctassist.errors import UsageError


@dataclass(frozen=True, slots=True)
class Found:
    """One file to take in. ``source`` is its absolute path as stored; ``sha256`` is None where ``problem`` says why."""

    path: Path
    source: str
    sha256: str | None = None
    problem: str | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePath(self.source).name


def source_of(path: Path) -> str:
    """Returns the absolute path of a file as it is stored and shown, in valid Unicode."""
    return os.fspath(path.resolve()).encode(errors="backslashreplace").decode()


def check_paths(paths: Sequence[Path]) -> None:
    """Raises UsageError naming each path that does not exist."""
    missing = [str(path) for path in paths if not os.path.lexists(path) or not path.exists()]
    if missing:
        raise UsageError(f"{_listed(missing)} not exist: check the spelling, or give another path.")


def find_files(paths: Sequence[Path], suffixes: Collection[str], without: Path) -> tuple[list[Path], list[Path]]:
    """Returns the files to take, each once, and the files in folders that are skipped.

    A file that is named is always taken; in a folder only those with one of ``suffixes``. Hidden files and the folder
    ``without`` (the index) are passed over.
    """
    taken: dict[str, Path] = {}
    skipped: dict[str, Path] = {}
    for path in paths:
        if not path.is_dir():
            taken.setdefault(source_of(path), path)
            continue
        for file in _walk(path, without.resolve()):
            group = taken if file.suffix.lower() in suffixes else skipped
            group.setdefault(source_of(file), file)
    return list(taken.values()), [file for source, file in skipped.items() if source not in taken]


def examine(path: Path, max_bytes: int) -> Found:
    """Reads a file once to know its content."""
    source = source_of(path)
    name = PurePath(source).name
    try:
        if not path.is_file():
            return Found(path, source, problem=f"{name} is not a regular file: give a document or a folder.")
        size = path.stat().st_size
        if size > max_bytes:
            limit = max_bytes // 1_000_000
            problem = (
                f"{name} has {size / 1e6:,.0f} MB and the limit is {limit:,}: set CTASSIST_MAX_FILE_MB to read it."
            )
            return Found(path, source, problem=problem)
        return Found(path, source, digest_of(path))
    except OSError as error:
        return Found(path, source, problem=f"{name} cannot be read ({error.strerror}): check its permissions.")


def digest_of(path: Path) -> str:
    """Returns the SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def still_holds(source: str, sha256: str) -> bool:
    """Tells whether the file that a document came from is still there with the same bytes."""
    path = Path(source)
    try:
        return path.is_file() and digest_of(path) == sha256
    except OSError:
        # It is there and may not be read; that is no reason to forget the document.
        return True


def _walk(folder: Path, without: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (here / name).resolve() != without)
        for name in sorted(files):
            file = here / name
            if not name.startswith(".") and file.is_file():
                yield file


def _listed(missing: Sequence[str]) -> str:
    return f"{missing[0]} does" if len(missing) == 1 else f"{', '.join(missing)} do"
