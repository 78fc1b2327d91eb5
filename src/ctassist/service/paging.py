"""Paging by key: a cursor holds the sort key of the last row shown, so nothing repeats after an ingest in between."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from ctassist.errors import UsageError

T = TypeVar("T")
Key = tuple[str | int, ...]


def page(
    rows: Sequence[T], key: Callable[[T], Key], limit: int, cursor: str | None, *, latest_first: bool = False
) -> tuple[list[T], str | None]:
    """Returns at most ``limit`` rows after ``cursor`` in the order of ``key``, and the cursor of the next page.

    Raises UsageError for a cursor that was not given out here.
    """
    ordered = sorted(rows, key=key, reverse=latest_first)
    if cursor is not None:
        last = _read(cursor)
        try:
            ordered = [row for row in ordered if (key(row) < last if latest_first else key(row) > last)]
        except TypeError:
            raise UsageError(_FAULT) from None
    shown = ordered[:limit]
    return shown, _write(key(shown[-1])) if len(ordered) > limit else None


_FAULT = "This cursor is not one that this service gave out; begin again without it."


def _write(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode().rstrip("=")


def _read(cursor: str) -> Key:
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        raise UsageError(_FAULT) from None
    if not isinstance(key, list) or not all(isinstance(part, str | int) for part in key):
        raise UsageError(_FAULT)
    return tuple(key)
