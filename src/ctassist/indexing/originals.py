"""Copies of the original files, kept beside the database by their content, so that a citation can always be opened."""

import hashlib
import os
import re
from collections.abc import Collection
from pathlib import Path

from ctassist.errors import UnreadableFile

_CHUNK = 1 << 20
# Nothing else is ever deleted: the index may have been put into a folder that holds somebody's own `files`.
_OURS = re.compile(r"[0-9a-f]{64}(\.tmp)?")


def original_of(index_dir: Path, sha256: str) -> Path:
    """Returns where the copy of a file with these bytes is kept."""
    return index_dir / "files" / sha256


def keep_original(index_dir: Path, path: Path, sha256: str) -> int:
    """Keeps a copy of a file and returns its size.

    Raises UnreadableFile when the file cannot be read, or no longer holds the bytes that ``sha256`` was made of.
    """
    kept = original_of(index_dir, sha256)
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_name(f"{sha256}.tmp")
    try:
        source = path.open("rb")
    except OSError as error:
        raise UnreadableFile(f"{path.name} cannot be read ({error.strerror}): check its permissions.") from error
    seen = hashlib.sha256()
    size = 0
    with source, unfinished.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            seen.update(chunk)
            size += copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if seen.hexdigest() != sha256:
        unfinished.unlink()
        raise UnreadableFile(f"{path.name} was changed while it was being read: ingest it again.")
    unfinished.replace(kept)
    return size


def drop_originals(index_dir: Path, needed: Collection[str]) -> None:
    """Deletes the copies that no document needs."""
    folder = index_dir / "files"
    for file in folder.iterdir() if folder.is_dir() else ():
        if _OURS.fullmatch(file.name) and file.name not in needed:
            file.unlink(missing_ok=True)
