"""Waiting for what happens elsewhere."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(found: Callable[[], T], seconds: float = 30) -> T:
    """Returns what ``found`` finds, as soon as it finds anything."""
    end = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
    return result


def settle(found: Callable[[], object], seconds: float = 1.5) -> None:
    """Waits a while, in which what ``found`` finds stays as it is."""
    before = found()
    time.sleep(seconds)
    assert found() == before
