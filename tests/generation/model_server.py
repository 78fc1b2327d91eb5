"""A language model's endpoint on loopback: it checks what it is sent as the original would, and behaves as told."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL, KEY = "lantern-1", "sesame"
_FINDING = re.compile(r"^\[(\d+)\] (.*)$")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks to be worded: the findings by their number, the question, and what is to be said again."""

    question: str
    findings: dict[int, str]
    again: str | None
    conversation: Sequence[str]
    schema: bool
    system: str
    user: str


Claim = tuple[str, Sequence[int]]
Behaviour = Callable[[Asked], Sequence[Claim]]
"""The claims that a model makes of what it is asked."""


@dataclass
class LoopbackModel:
    """A running endpoint. What it does may be changed at any time."""

    url: str
    behaviour: Behaviour
    questions: Callable[[Asked], Sequence[str]] = lambda asked: [asked.question]
    """What it takes a question for when it is asked to resolve or to split one."""
    statuses: list[int] = field(default_factory=list)
    """Answers to the next requests instead of a reply, one after the other."""
    retry_after: str | None = None
    knows_schema: bool = True
    schema_status: int = 400
    """How it refuses a schema that it does not know."""
    knows_object: bool = False
    """Whether it takes a schema in llama-cpp-python's form, and says so when it is asked in the protocol's."""
    raw: Sequence[str] | None = None
    """Pieces of a reply to send as they are, instead of claims."""
    pause: float = 0.0
    """Seconds between two pieces."""
    silence: float = 0.0
    """Seconds before the first."""
    breaks_after: int | None = None
    """The connection is closed after so many pieces."""
    finish: str = "stop"
    streams: bool = True
    content_type: str = "text/event-stream; charset=utf-8"
    """Of what is streamed."""
    requests: list[Asked] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What was wrong with requests."""
    running: int = 0
    most_running: int = 0
    given_up: int = 0
    """Requests whose connection was closed before the reply was sent."""
    connections: set[tuple[str, int]] = field(default_factory=set)
    sent: list[tuple[str, float]] = field(default_factory=list)
    """Pieces that have been sent, and when, by ``time.perf_counter``."""
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def loopback_model(behaviour: Behaviour) -> Iterator[LoopbackModel]:
    """Runs an endpoint until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    model = LoopbackModel(f"http://127.0.0.1:{server.server_port}/v1", behaviour)
    server.model = model  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def model(self) -> LoopbackModel:
        model: LoopbackModel = self.server.model  # type: ignore[attr-defined]
        return model

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_POST(self) -> None:
        model = self.model
        with model.lock:
            model.running += 1
            model.most_running = max(model.most_running, model.running)
            model.connections.add(self.client_address)
        try:
            self._reply(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        except (BrokenPipeError, ConnectionResetError):
            with model.lock:
                model.given_up += 1
            self.close_connection = True
        finally:
            with model.lock:
                model.running -= 1

    def _reply(self, body: dict[str, Any]) -> None:
        model = self.model
        model.paths.append(self.path)
        model.bodies.append(body)
        model.faults += faults(body, dict(self.headers))
        asked = understood(body)
        model.requests.append(asked)
        if model.statuses:
            self._refuse(model.statuses.pop(0))
        elif asked.schema and not model.knows_schema and body["response_format"]["type"] == "json_schema":
            known = "'text' or 'json_object'" if model.knows_object else "'text'"
            self._refuse(model.schema_status, f"response_format.type: should be {known}")
        elif model.streams:
            self._stream(model, self._pieces(asked))
        else:
            text = "".join(self._pieces(asked))
            message = {"role": "assistant", "content": text}
            self._whole(200, {"choices": [{"index": 0, "message": message, "finish_reason": model.finish}]})

    def _pieces(self, asked: Asked) -> Sequence[str]:
        model = self.model
        if model.raw is not None:
            return model.raw
        if not asked.findings:
            text = json.dumps({"questions": list(model.questions(asked))})
            return [text[at : at + 23] for at in range(0, len(text), 23)]
        claims = model.behaviour(asked)
        if asked.schema:
            text = json.dumps({"claims": [{"text": text, "citations": list(numbers)} for text, numbers in claims]})
        else:
            text = "\n".join(f"{text} {''.join(f'[{n}]' for n in numbers)}" for text, numbers in claims)
        return [text[at : at + 23] for at in range(0, len(text), 23)]

    def _refuse(self, status: int, message: str = "no") -> None:
        self._whole(status, {"error": {"message": message, "type": "invalid_request_error"}})

    def _whole(self, status: int, reply: dict[str, Any]) -> None:
        data = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        if status == 429 and self.model.retry_after is not None:
            self.send_header("retry-after", self.model.retry_after)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, model: LoopbackModel, pieces: Sequence[str]) -> None:
        self.send_response(200)
        self.send_header("content-type", model.content_type)
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        time.sleep(model.silence)
        self._event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": None}]})
        for number, piece in enumerate(pieces):
            if model.breaks_after is not None and number >= model.breaks_after:
                self.close_connection = True
                return
            time.sleep(model.pause)
            model.sent.append((piece, time.perf_counter()))
            self._event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": model.finish}]})
        self._chunk("data: [DONE]\n\n")
        self._chunk("")

    def _event(self, event: dict[str, Any]) -> None:
        self._chunk(f"data: {json.dumps(event, ensure_ascii=False)}\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


def faults(body: dict[str, Any], headers: dict[str, str]) -> list[str]:
    """What an endpoint of this protocol would not accept in a request."""
    found = []
    sent = {name.casefold(): value for name, value in headers.items()}
    if sent.get("authorization") != f"Bearer {KEY}" and sent.get("api-key") != KEY:
        found.append("no valid key")
    if sent.get("content-type") != "application/json":
        found.append(f"content type {sent.get('content-type')}")
    unknown = body.keys() - {"model", "messages", "temperature", "max_tokens", "stream", "response_format"}
    if unknown:
        found.append(f"unknown fields {sorted(unknown)}")
    if body.get("model") != MODEL:
        found.append(f"no model {body.get('model')}")
    if not (isinstance(body.get("max_tokens"), int) and 0 < body["max_tokens"] <= 16_384):
        found.append("max_tokens out of range")
    messages = body.get("messages", [])
    if [message.get("role") for message in messages] != ["system", "user"]:
        found.append("messages are not one of the system and one of the user")
    if any(set(message) != {"role", "content"} or not isinstance(message["content"], str) for message in messages):
        found.append("a message is not of role and content")
    form = body.get("response_format")
    if form is not None and form.get("type") == "json_object":
        found += strict_faults(form.get("schema", {}))
    elif form is not None:
        schema = form.get("json_schema", {})
        if form.get("type") != "json_schema" or not re.fullmatch(r"[\w-]{1,64}", schema.get("name", "")):
            found.append("response_format is no named json_schema")
        found += strict_faults(schema.get("schema", {}))
    return found


def strict_faults(schema: dict[str, Any]) -> list[str]:
    """What keeps a schema from being held to strictly: objects with open or optional fields."""
    found = []
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            found.append("an object of the schema allows other fields")
        if set(schema.get("required", ())) != set(schema.get("properties", ())):
            found.append("a field of the schema is optional")
    for inner in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
        found += strict_faults(inner)
    return found


def understood(body: dict[str, Any]) -> Asked:
    """Reads a request as a model would: what stands behind which fence."""
    system, user = (message["content"] for message in body["messages"])
    fence = user.split(" ", 1)[0]
    parts: dict[str, str] = {}
    for part in re.split(rf"^{re.escape(fence)} ", user, flags=re.MULTILINE)[1:]:
        heading, _, text = part.partition("\n")
        parts[heading] = text.strip("\n")
    findings = {}
    for line in parts.get("FINDINGS", "").split("\n"):
        if match := _FINDING.match(line):
            findings[int(match[1])] = match[2]
    said = tuple(line.removeprefix("- ") for line in parts.get("CONVERSATION", "").split("\n") if line)
    schema = "response_format" in body
    return Asked(parts.get("QUESTION", ""), findings, parts.get("SENTENCE"), said, schema, system, user)
