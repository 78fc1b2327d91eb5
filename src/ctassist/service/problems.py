"""Every error as a problem document (RFC 9457): one media type, one sentence, never a traceback.

Addresses that programs know from elsewhere may have errors of another form (``speak``); the sentences are the same.
"""

import http
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.types import Scope

from ctassist.errors import CtassistError

MEDIA_TYPE = "application/problem+json"
UNEXPECTED = "Something went wrong inside the service; its log has the details."
_SENTENCES = {
    404: "There is nothing at this address; /docs lists what there is.",
    405: "This address does not take that method; /docs says which it takes.",
}
_NOT_JSON = "The body is not JSON: {why}."
_NO_OBJECT = 'Send a JSON object as the body, such as {"question": "Who chairs what?"}; /docs shows an example of each.'

log = structlog.get_logger("ctassist.service")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a request: the status of its response and a sentence; ``errors`` name the fields at fault."""

    status: int
    detail: str
    errors: tuple[Mapping[str, str], ...] = ()
    headers: Mapping[str, str] | None = None


Writer = Callable[[Fault], Response]
"""Makes the response that tells a fault."""


def problem_json(status: int, detail: str, errors: Sequence[Mapping[str, str]] = ()) -> dict[str, Any]:
    """Returns the members of a problem document; ``errors`` name the fields at fault."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": http.HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = list(errors)
    return body


def problem(
    status: int, detail: str, errors: Sequence[Mapping[str, str]] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """Returns a problem document as a response."""
    content = json.dumps(problem_json(status, detail, errors))
    return Response(content, status, media_type=MEDIA_TYPE, headers=with_usual(status, headers))


def with_usual(status: int, headers: Mapping[str, str] | None) -> dict[str, str]:
    """Returns the headers of an error with those that its status brings along."""
    usual = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "2"}}.get(status, {})
    return {**usual, **(headers or {})}


def speak(app: FastAPI, address: str, writer: Writer) -> None:
    """Makes ``writer`` write the errors of ``address`` and of all that lies below it."""
    app.state.writers = {**getattr(app.state, "writers", {}), address: writer}


def told(scope: Scope, fault: Fault) -> Response:
    """Returns the response to a request with ``scope`` that tells a fault, in the form of its address."""
    writers: Mapping[str, Writer] = getattr(scope["app"].state, "writers", {}) if "app" in scope else {}
    for address, writer in writers.items():
        if scope["path"] == address or scope["path"].startswith(f"{address}/"):
            return writer(fault)
    return problem(fault.status, fault.detail, fault.errors, fault.headers)


def problem_of(error: Exception) -> dict[str, Any]:
    """Returns the problem document of any exception, for places that cannot send a response, such as a stream."""
    if isinstance(error, CtassistError):
        return problem_json(error.status, str(error))
    return problem_json(500, UNEXPECTED)


def install(app: FastAPI) -> None:
    """Makes ``app`` answer all its errors in the form of their address."""
    for kind in (CtassistError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _respond)


async def _respond(request: Request, error: Exception) -> Response:
    return told(request.scope, fault_of(request, error))


def fault_of(request: Request, error: Exception) -> Fault:
    """Returns what is wrong with a request, from the exception that it led to."""
    if isinstance(error, HTTPException):
        return _http(error)
    if isinstance(error, RequestValidationError):
        return _validation(request, error)
    status = error.status if isinstance(error, CtassistError) else 500
    if status == 500:
        log.error("failed", method=request.method, path=request.url.path, error=str(error))
    return Fault(status, str(error) if isinstance(error, CtassistError) else UNEXPECTED)


def _http(error: HTTPException) -> Fault:
    detail = _SENTENCES.get(error.status_code, str(error.detail))
    if isinstance(error.__cause__, UnicodeDecodeError):
        detail = _NOT_JSON.format(why="it is not UTF-8 text")
    elif isinstance(error.__cause__, RecursionError):
        detail = _NOT_JSON.format(why="it is nested too deeply")
    elif error.status_code == 400 and error.__cause__ is not None:
        detail = _NOT_JSON.format(why="it cannot be read")
    return Fault(error.status_code, detail, headers=error.headers)


def _validation(request: Request, error: RequestValidationError) -> Fault:
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        why = faults[0].get("ctx", {}).get("error", "it cannot be read")
        return Fault(400, _NOT_JSON.format(why=str(why)[:80]))
    declared = request.headers.get("content-type", "")
    if tuple(faults[0]["loc"]) == ("body",) and "json" not in declared.lower() and faults[0]["type"] != "missing":
        return Fault(415, "Send the body as JSON, with the header Content-Type: application/json.")
    if tuple(faults[0]["loc"]) == ("body",) and faults[0]["type"] in ("missing", "model_attributes_type"):
        return Fault(422, _NO_OBJECT)
    errors = fields_at_fault([{**fault, "loc": tuple(fault["loc"])[1:] or tuple(fault["loc"])} for fault in faults])
    return Fault(422, f"The request is not valid. {sentence_of(errors)}", errors)


def fields_at_fault(found: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, str], ...]:
    """Returns the first 20 fields that do not fit, each with what is wrong with it, from Pydantic's own list."""
    return tuple({"field": _field(fault["loc"]), "message": _message(fault)} for fault in found[:20])


def sentence_of(errors: Sequence[Mapping[str, str]]) -> str:
    """Names the first three fields that do not fit in one sentence."""
    return "; ".join(f"{fault['field']}: {fault['message']}" for fault in errors[:3])


def _field(place: Sequence[Any]) -> str:
    """Names a field, cut short: a caller's own key can be of any length."""
    parts = [str(part)[:40] for part in place] or ["request"]
    return ".".join(parts).encode("utf-8", "replace").decode()


def _message(fault: Mapping[str, Any]) -> str:
    message = "there is no such field, leave it out" if fault["type"] == "extra_forbidden" else str(fault["msg"])
    return message.removeprefix("Value error, ").encode("utf-8", "replace").decode()
