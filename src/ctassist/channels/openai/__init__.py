"""The archive as a model for programs that speak to OpenAI's chat completions.

``request`` reads what they send, ``rendering`` writes what they get, ``errors`` how they are told what is wrong. No
library of OpenAI's is needed for it.
"""

from fastapi import FastAPI

from ctassist.channels.openai import routes
from ctassist.channels.openai.errors import Refused, refuse, write
from ctassist.service import problems
from ctassist.service.engine import Engine
from ctassist.settings import Settings


def install(app: FastAPI, settings: Settings, engine: Engine) -> None:
    """Adds ``/v1/chat/completions`` and ``/v1/models``, whose errors are of OpenAI's form."""
    app.include_router(routes.router)
    app.add_exception_handler(Refused, refuse)
    for address in routes.ADDRESSES:
        problems.speak(app, address, write)
