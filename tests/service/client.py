"""Calls to the application in this process, and to a server in another."""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
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
    """A server process; ``http`` is a client of it, and ``log`` the file that it writes its errors to."""

    def __init__(self, process: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
        self.process = process
        self.url = url
        self.log = log
        self.http = httpx.Client(base_url=url, timeout=60)

    def ready(self, seconds: float = 120) -> "Server":
        """Waits until it can answer."""
        end = time.monotonic() + seconds
        while (response := self.http.get("/readyz")).status_code != 200:
            assert response.status_code == 503, self.log.read_text()
            assert time.monotonic() < end, response.text
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
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        process = subprocess.Popen(command, stderr=log, env={**os.environ, **environment})
        try:
            yield Server(process, _address(process, Path(log.name)), Path(log.name))
        finally:
            process.terminate()
            try:
                process.wait(120)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Waits until the server says where it is."""
    while not (said := re.search(r"ctassist is at (\S+)", log.read_text())):
        assert process.poll() is None, log.read_text()
        time.sleep(0.05)
    return said[1]
