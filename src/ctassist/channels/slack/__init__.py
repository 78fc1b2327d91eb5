"""The bot in Slack.

``intake`` and ``events`` take in what Slack sends, ``actions`` what people press; ``answering`` deals with it from the
inbox, ``showing`` and ``posting`` put it into the conversation, ``blocks`` and ``pages`` say how an Answer looks there.
Nothing of Slack's libraries is imported before ``install`` is called.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from ctassist.channels.registry import Running
    from ctassist.service.engine import Engine
    from ctassist.settings import Settings


def install(app: "FastAPI", settings: "Settings", engine: "Engine") -> "Running":
    """Adds the address that Slack posts to; returns what answers, and holds the socket where one is asked for.

    Raises UsageError for settings with which Slack cannot be reached or trusted.
    """
    from ctassist.channels.slack.setup import set_up

    return set_up(app, settings, engine)
