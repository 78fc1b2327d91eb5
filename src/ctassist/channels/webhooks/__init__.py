"""Webhooks: other programs are told of each document that is newly indexed (Standard Webhooks).

What is to be told is written by the ingest (``indexing.announcing``); ``rounds`` tells it, ``sending`` makes one
attempt, ``registering`` says which receivers there can be.
"""

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from ctassist.service.engine import Engine
    from ctassist.settings import Settings


def install(app: "FastAPI", settings: "Settings", engine: "Engine") -> AbstractAsyncContextManager[None]:
    """Adds no route: the service tells what is due, for as long as it is up."""
    from ctassist.channels.webhooks.rounds import Rounds

    return Rounds(lambda: engine.archive.engine).running()
