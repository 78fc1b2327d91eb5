"""What a call to the service can fail with: one family, each with the sentence that a person reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ctassist.errors import CtassistError


class CallFailed(CtassistError):
    """A call that brought no result; all errors of the client are of this family."""


class NoConnection(CallFailed):
    """The service was not reached, or the connection to it broke.

    ``sent`` says whether the service may have had the request: then it may have done what was asked.
    """

    def __init__(self, sentence: str, *, sent: bool) -> None:
        super().__init__(sentence)
        self.sent = sent


class TookTooLong(NoConnection):
    """The service was not reached, or did not answer, in the time that the client allows."""


class NotUnderstood(CallFailed):
    """What came back is not what this client knows: another kind of service, or one of another version."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One field of a request that is not valid."""

    field: str
    message: str


class ProblemReply(CallFailed):
    """The service answered with a problem document (RFC 9457).

    ``status`` is the HTTP status, ``detail`` the service's own sentence, ``errors`` the fields at fault.
    ``retry_after`` are the seconds after which the service asks to come back; None where it does not say.
    """

    def __init__(
        self, status: int, title: str, detail: str, errors: Sequence[Fault] = (), retry_after: float | None = None
    ) -> None:
        super().__init__(detail or f"The service answered {status} {title}.".replace(" .", "."))
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = tuple(errors)
        self.retry_after = retry_after


class BadRequest(ProblemReply):
    """The request itself is at fault (400, 413, 415, 422): sending it again brings the same."""


class KeyRefused(ProblemReply):
    """The service asks for a key, or does not take this one (401, 403)."""


class NothingThere(ProblemReply):
    """There is no such document or conversation for this caller (404)."""


class Unavailable(ProblemReply):
    """The service cannot answer now (429, 502, 503, 504): overloaded, starting, or without an index."""


_KINDS: Mapping[int, type[ProblemReply]] = {
    **dict.fromkeys((400, 413, 415, 422), BadRequest),
    **dict.fromkeys((401, 403), KeyRefused),
    404: NothingThere,
    **dict.fromkeys((429, 502, 503, 504), Unavailable),
}


def problem_of(status: int, written: Mapping[str, Any], retry_after: float | None = None) -> ProblemReply:
    """Returns the error for a problem document; ``written`` may lack any of its members."""
    faults = [
        Fault(str(fault.get("field", "")), str(fault.get("message", "")))
        for fault in written.get("errors") or ()
        if isinstance(fault, Mapping)
    ]
    title, detail = str(written.get("title") or ""), str(written.get("detail") or "")
    return _KINDS.get(status, ProblemReply)(status, title, detail, faults, retry_after)
