"""Whoever closes the connection is not worked for any more, whatever way a program asks."""

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message
from tests.service.archive import make_index

from ctassist.answering.assistant import Assistant
from ctassist.answering.generation.failures import AskerGone
from ctassist.application.app import create_app
from ctassist.model.answer import Answer, Stage

CHAT = {"model": "ctassist", "messages": [{"role": "user", "content": "Who?"}]}
CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": "Who?"}}}
MODERN = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": {"name": "a client", "version": "1"},
    "io.modelcontextprotocol/clientCapabilities": {},
}


@pytest.mark.parametrize(
    ("path", "body", "headers"),
    [
        ("/v1/answers", {"question": "Who?"}, {}),
        ("/v1/answers", {"question": "Who?"}, {"accept": "text/event-stream"}),
        ("/v1/chat/completions", CHAT, {}),
        ("/v1/chat/completions", {**CHAT, "stream": True}, {}),
        ("/mcp", CALL, {"accept": "application/json, text/event-stream"}),
        (
            "/mcp",
            {**CALL, "params": {**CALL["params"], "_meta": MODERN}},  # type: ignore[dict-item]
            {
                "accept": "application/json, text/event-stream",
                "mcp-protocol-version": "2026-07-28",
                "mcp-method": "tools/call",
                "mcp-name": "ask",
            },
        ),
    ],
)
def test_an_answer_that_nobody_waits_for_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any], headers: dict[str, str]
) -> None:
    begun, given_up = threading.Event(), threading.Event()

    def answer(self: Assistant, wanted: Any, caller: Any, tell: Any = None, gone: Any = None) -> Answer:
        if tell:
            tell("stage", Stage("understanding"))
        begun.set()
        while not gone():
            threading.Event().wait(0.01)
        given_up.set()
        raise AskerGone

    app = create_app(make_index(tmp_path))
    monkeypatch.setattr(Assistant, "answer", answer)
    monkeypatch.setattr(Assistant, "warm", lambda self, caller: None)

    async def ask() -> None:
        handed_out = False

        async def receive() -> Message:
            nonlocal handed_out
            if not handed_out:
                handed_out = True
                return {"type": "http.request", "body": json.dumps(body).encode(), "more_body": False}
            while not begun.is_set():
                await asyncio.sleep(0.01)
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            pass

        sent = {"host": "127.0.0.1", "content-type": "application/json", **headers}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "POST",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "scheme": "http",
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 1),
        }
        async with asyncio.timeout(60):
            await app(scope, receive, send)
            while not given_up.is_set():
                await asyncio.sleep(0.01)

    asyncio.run(ask())
