"""Errors as OpenAI's clients read them."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from ctassist.errors import CtassistError
from ctassist.service.problems import UNEXPECTED, Fault, with_usual

_CODES = {
    401: "invalid_api_key",
    405: "method_not_allowed",
    413: "request_too_large",
    503: "service_unavailable",
}


class Refused(CtassistError):
    """A request that the service does not do as asked; ``param`` names the member at fault."""

    def __init__(self, sentence: str, param: str, code: str | None = None, status: int = 400) -> None:
        super().__init__(sentence)
        self.param = param
        self.code = code
        self.status = status


def error_json(status: int, sentence: str, param: str | None = None, code: str | None = None) -> dict[str, Any]:
    """Returns the error object."""
    kind = "server_error" if status >= 500 else "invalid_request_error"
    told = {"message": sentence, "type": kind, "param": param, "code": code or _CODES.get(status)}
    return {"error": told}


def error_of(error: Exception) -> dict[str, Any]:
    """Returns the error object of any exception, for a stream that has begun."""
    if isinstance(error, CtassistError):
        return error_json(error.status, str(error))
    return error_json(500, UNEXPECTED)


def write(fault: Fault) -> Response:
    """Returns the response that tells a fault; what is at fault in a body is 400 here, never 415 or 422."""
    status = 400 if fault.status in (415, 422) else fault.status
    param = fault.errors[0]["field"] if fault.errors else None
    return _response(status, error_json(status, fault.detail, param), fault.headers)


async def refuse(request: Request, error: Exception) -> Response:
    """Returns the response to a request that was ``Refused``."""
    assert isinstance(error, Refused)
    return _response(error.status, error_json(error.status, str(error), error.param, error.code))


def _response(status: int, content: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(content, status, headers=with_usual(status, headers))
