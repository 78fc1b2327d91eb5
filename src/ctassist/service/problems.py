"""Every error as a problem document (RFC 9457): one media type, one sentence, never a traceback."""

import http
import json
from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

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
    extra = dict(headers or {})
    if status == 401:
        extra.setdefault("WWW-Authenticate", "Bearer")
    if status == 503:
        extra.setdefault("Retry-After", "2")
    content = json.dumps(problem_json(status, detail, errors))
    return Response(content, status, media_type=MEDIA_TYPE, headers=extra)


def problem_of(error: Exception) -> dict[str, Any]:
    """Returns the problem document of any exception, for places that cannot send a response, such as a stream."""
    if isinstance(error, CtassistError):
        return problem_json(error.status, str(error))
    return problem_json(500, UNEXPECTED)


def install(app: FastAPI) -> None:
    """Makes ``app`` answer all its errors with problem documents."""
    app.add_exception_handler(CtassistError, _domain)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)


async def _domain(request: Request, error: Exception) -> Response:
    assert isinstance(error, CtassistError)
    if error.status == 500:
        log.error("failed", method=request.method, path=request.url.path, error=str(error))
    return problem(error.status, str(error))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = _SENTENCES.get(error.status_code, str(error.detail))
    if isinstance(error.__cause__, UnicodeDecodeError):
        detail = _NOT_JSON.format(why="it is not UTF-8 text")
    elif isinstance(error.__cause__, RecursionError):
        detail = _NOT_JSON.format(why="it is nested too deeply")
    elif error.status_code == 400 and error.__cause__ is not None:
        detail = _NOT_JSON.format(why="it cannot be read")
    return problem(error.status_code, detail, headers=error.headers)


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        why = faults[0].get("ctx", {}).get("error", "it cannot be read")
        return problem(400, _NOT_JSON.format(why=str(why)[:80]))
    declared = request.headers.get("content-type", "")
    if tuple(faults[0]["loc"]) == ("body",) and "json" not in declared.lower() and faults[0]["type"] != "missing":
        return problem(415, "Send the body as JSON, with the header Content-Type: application/json.")
    if tuple(faults[0]["loc"]) == ("body",) and faults[0]["type"] in ("missing", "model_attributes_type"):
        return problem(422, _NO_OBJECT)
    errors = [{"field": _field(fault["loc"]), "message": _message(fault["msg"])} for fault in faults[:20]]
    sentence = "; ".join(f"{fault['field']}: {fault['message']}" for fault in errors[:3])
    return problem(422, f"The request is not valid. {sentence}", errors)


def _field(place: Sequence[Any]) -> str:
    """Names the field without ``body`` or ``query`` in front, cut short: a caller's own key can be of any length."""
    parts = [str(part)[:40] for part in place[1:]] or [str(place[0])]
    return ".".join(parts).encode("utf-8", "replace").decode()


def _message(message: str) -> str:
    return message.removeprefix("Value error, ").encode("utf-8", "replace").decode()
