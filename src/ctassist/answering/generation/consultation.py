"""A language model's part in one answer: all that it is asked for it shares one time."""

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any

from ctassist.answering.generation.client import ModelClient
from ctassist.answering.generation.templates import Template


@dataclass(frozen=True, slots=True)
class Consultation:
    """A model that is consulted for one answer.

    ``deadline``, by ``time.monotonic``, is when it must be done with the last that it is asked. ``gone`` tells whether
    nobody waits for the answer any more.
    """

    client: ModelClient
    deadline: float
    gone: Callable[[], bool]

    @classmethod
    def begun(cls, client: ModelClient, gone: Callable[[], bool]) -> "Consultation":
        """One that begins now and may take as long as the settings allow an answer."""
        return cls(client, time.monotonic() + client.seconds, gone)

    def stream(
        self, asked: Template, values: Mapping[str, str], schema: Mapping[str, Any], share: float = 1.0
    ) -> Generator[str, None, None]:
        """Yields the reply to one thing that the model is asked, as ``ModelClient.stream`` does, and raises as it does.

        Args:
            asked: the template of what is asked.
            values: what stands in its places.
            schema: JSON schema of the reply.
            share: the part of an answer's whole time that this may take at most; what is left of it bounds it too.
        """
        deadline = min(self.deadline, time.monotonic() + share * self.client.seconds)
        return self.client.stream(asked.messages(values), deadline, schema, self.gone)
