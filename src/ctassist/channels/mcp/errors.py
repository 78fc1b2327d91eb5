"""What is wrong with a request to ``/mcp`` before the protocol is spoken, as an error of the protocol."""

from fastapi.responses import JSONResponse, Response

from ctassist.service.problems import Fault, with_usual

# As JSON-RPC numbers them.
_INVALID_REQUEST = -32600
_INTERNAL_ERROR = -32603


def write(fault: Fault) -> Response:
    """Returns the response that tells a fault; clients show its sentence, and of other bodies nothing."""
    code = _INTERNAL_ERROR if fault.status >= 500 else _INVALID_REQUEST
    content = {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": fault.detail}}
    return JSONResponse(content, fault.status, headers=with_usual(fault.status, fault.headers))
