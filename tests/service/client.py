"""Calls to the application in this process, and to a server in another."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

RUN = [sys.executable, "-c", "from ctassist.cli import main; main()"]


def call(app: FastAPI, method: str, path: str, **options: Any) -> httpx.Response:
    """Sends one request to ``app`` without a server."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, path, **options)

    return asyncio.run(send())


class Server:
    """A server process; ``http`` is a client of it."""

    def __init__(self, process: "subprocess.Popen[str]", url: str) -> None:
        self.process = process
        self.url = url
        self.http = httpx.Client(base_url=url, timeout=60)

    def ready(self, seconds: float = 120) -> "Server":
        """Waits until it can answer."""
        end = time.monotonic() + seconds
        while self.http.get("/readyz").status_code != 200:
            assert time.monotonic() < end, self.http.get("/readyz").text
            time.sleep(0.2)
        return self

    def ask(self, question: str, **body: Any) -> dict[str, Any]:
        """Returns the answer to one question."""
        response = self.http.post("/v1/answers", json={"question": question, **body})
        response.raise_for_status()
        return dict(response.json())


@contextmanager
def served(index: Path, *options: str, **environment: str) -> Iterator[Server]:
    """Runs ``ctassist serve`` on a free port."""
    command = [*RUN, "--index", str(index), "serve", "--port", "0", *options]
    env = {**os.environ, **environment}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
    assert process.stderr is not None
    try:
        line = ""
        while "ctassist is at " not in line:
            line = process.stderr.readline()
            assert line, f"the server ended with {process.wait()}"
        yield Server(process, line.split("ctassist is at ")[1].split()[0])
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            process.stderr.close()
