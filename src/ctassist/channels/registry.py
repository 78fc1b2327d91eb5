"""The channels there are. One that is not configured is not imported: each brings a library of its own."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from fastapi import FastAPI

from ctassist.service.engine import Engine
from ctassist.settings import Settings

Running = AbstractAsyncContextManager[None]
"""What a channel does in the background while the service is up."""


class Installer(Protocol):
    """What the module of a channel offers as ``install``."""

    def __call__(self, app: FastAPI, settings: Settings, engine: Engine) -> Running | None:
        """Adds the channel's routes to ``app``; returns what runs beside them.

        Raises UsageError for settings with which the channel cannot work.
        """


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: the module that has its ``install``, and whether the settings ask for it."""

    module: str
    wanted: Callable[[Settings], bool]


CHANNELS: tuple[Channel, ...] = (
    Channel("ctassist.channels.openai", lambda settings: True),
    Channel("ctassist.channels.mcp", lambda settings: True),
    Channel("ctassist.channels.webhooks", lambda settings: True),
    Channel("ctassist.channels.teams", lambda settings: bool(settings.teams_client_id)),
    Channel(
        "ctassist.channels.slack",
        lambda settings: any(
            secret.get_secret_value()
            for secret in (settings.slack_bot_token, settings.slack_signing_secret, settings.slack_app_token)
        ),
    ),
)


def install(app: FastAPI, settings: Settings, engine: Engine) -> list[Running]:
    """Adds all channels that the settings ask for; returns what runs beside the service. Raises like ``Installer``."""
    installers: list[Installer] = [
        import_module(channel.module).install for channel in CHANNELS if channel.wanted(settings)
    ]
    return [running for installer in installers if (running := installer(app, settings, engine)) is not None]
