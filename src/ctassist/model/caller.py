"""Who is asking, and what they may read."""

from dataclasses import dataclass

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Caller:
    """The person or program behind a request.

    ``access`` are the labels of the documents it may read; every read path takes a caller and uses nothing else.
    """

    subject: str
    access: frozenset[str]


ANYONE = Caller("anyone", frozenset({OPEN}))
